"""How much the tests try: a sample each time, everything in the long stage.

MAZURNET_TESTS=long asks for everything, as `.ci/long` does. What a sample leaves out is more of
the same kind (another network, another seed, another mode), never a kind of its own.
"""

import os
from collections.abc import Sequence
from typing import TypeVar

LONG = os.environ.get("MAZURNET_TESTS") == "long"
Case = TypeVar("Case")


def sample(cases: Sequence[Case], one_in: int) -> Sequence[Case]:
    """Every so-many-th case from the first on; in the long stage all of them."""
    return cases if LONG else cases[::one_in]


def tries(many: int) -> int:
    """How often numbers are drawn at random: a quarter as often outside the long stage."""
    return many if LONG else many // 4
