"""Slips: what goes wrong when the example is worked by hand, each a change of the formulas.

Chapters in the order of the lessons, one for rounding, and one for slips that come together.
"""

from mazurnet.feedback.slips import (
    forward_pass,  # noqa: F401  (the chapters in the order of the lessons)
    squash,  # noqa: F401
    error,  # noqa: F401
    output_deltas,  # noqa: F401
    hidden_deltas,  # noqa: F401
    hidden_gradients,  # noqa: F401
    updates,  # noqa: F401
    bias_gradients,  # noqa: F401
    rounding,  # noqa: F401
    together,  # noqa: F401
)
from mazurnet.feedback.slips.slip import SLIPS, Slip

__all__ = ["SLIPS", "Slip"]
