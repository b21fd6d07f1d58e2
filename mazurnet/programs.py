"""A round in six lines of NumPy, and slips that are made in them. Lesson 07 writes the lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from sympy import Symbol

from mazurnet import matrices
from mazurnet.slips.book import Told

ROUND = {  # what is worked out, and the line that does it
    "out_h": "out_h = squash(W1 @ i + b_h)",
    "out_o": "out_o = squash(W2 @ out_h + b_o)",
    "delta_o": "delta_o = (out_o - target) * out_o * (1 - out_o)",
    "delta_h": "delta_h = (W2.T @ delta_o) * out_h * (1 - out_h)",
    "W2": "W2 = W2 - eta * outer(delta_o, out_h)",
    "W1": "W1 = W1 - eta * outer(delta_h, i)",
}


@dataclass(frozen=True, eq=False)
class Misprint(Told):
    """A slip in the program: the lines that it changes, by what they should work out."""

    lines: Mapping[str, str]

    @property
    def line(self) -> str:
        """The first line that it changes."""
        return next(name for name in ROUND if name in self.lines)

    @property
    def source(self) -> str:
        """The program with this slip in it."""
        return "\n".join((ROUND | self.lines).values())

    def __repr__(self) -> str:
        return self.what


def _misprint(told: str, **lines: str) -> Misprint:
    return Misprint("_".join(("misprint", *lines)), told, 7, lines)


MISPRINTS = (
    _misprint(
        "W2 is not transposed on the way back. Forward it is read row by row, backward column by "
        "column.",
        delta_h="delta_h = (W2 @ delta_o) * out_h * (1 - out_h)",
    ),
    _misprint(
        "The factors of the outer product for W2 change places. A row belongs to a delta.",
        W2="W2 = W2 - eta * outer(out_h, delta_o)",
    ),
    _misprint(
        "The factors of the outer product for W1 change places. A row belongs to a delta.",
        W1="W1 = W1 - eta * outer(i, delta_h)",
    ),
    _misprint(
        "W2 takes its step before the blame goes back through it. Both steps come last.",
        delta_h=ROUND["W2"],
        W2=ROUND["delta_h"],
    ),
    _misprint(
        "The slope of the squash is left out at the hidden layer. The blame passes through it.",
        delta_h="delta_h = W2.T @ delta_o",
    ),
    _misprint(
        "The slope of the outputs stands at the hidden layer. A delta takes its own layer's.",
        delta_h="delta_h = (W2.T @ delta_o) * out_o * (1 - out_o)",
    ),
    _misprint(
        "The outputs' weights are blamed with i. They multiply what the hidden layer says.",
        W2="W2 = W2 - eta * outer(delta_o, i)",
    ),
    _misprint(
        "The target comes before the output in delta_o. The step is subtracted, so it climbs.",
        delta_o="delta_o = (target - out_o) * out_o * (1 - out_o)",
    ),
)


def run(source: str, given: Mapping[Symbol, Any], eta: float, rounds: int) -> dict[str, Any]:
    """What the six lines leave behind, by name, after so many rounds of them."""
    i, target, (W1, b_h, W2, b_o) = matrices.from_given(given)
    names = {"i": i, "target": target, "eta": eta, "W1": W1, "b_h": b_h, "W2": W2, "b_o": b_o}
    names |= {"outer": np.outer, "squash": matrices.logistic}
    program = compile(source, "<six lines>", "exec")
    for _ in range(rounds):
        exec(program, names)
    return names
