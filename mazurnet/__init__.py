"""A network small enough to work by hand: the helper package of the backpropagation lessons.

Importing it loads nothing else; each module brings in what it needs, and so does `fresh`.
"""

from typing import Any

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name != "fresh":
        raise AttributeError(f"module 'mazurnet' has no attribute {name!r}")
    from mazurnet.seeds import fresh

    return fresh
