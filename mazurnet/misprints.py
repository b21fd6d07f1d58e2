"""Misprints: two short programs of the lessons, and slips that are made in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from mazurnet.slips.book import Told

ROUND = {  # lesson 07, a round in NumPy: what is worked out, and the line that does it
    "out_h": "out_h = squash(W1 @ i + b_h)",
    "out_o": "out_o = squash(W2 @ out_h + b_o)",
    "delta_o": "delta_o = (out_o - target) * out_o * (1 - out_o)",
    "delta_h": "delta_h = (W2.T @ delta_o) * out_h * (1 - out_h)",
    "W2": "W2 = W2 - eta * outer(delta_o, out_h)",
    "W1": "W1 = W1 - eta * outer(delta_h, i)",
}
CHECK = {  # lesson 08, a gradient checked by a central difference
    "h": "h = 1e-5",
    "up": "up = E(w + h)",
    "down": "down = E(w - h)",
    "slope": "slope = (up - down) / (2 * h)",
    "apart": "apart = abs(slope - gradient)",
    "relative": "relative = apart / max(abs(slope), abs(gradient))",
    "right": "right = relative < 1e-6",
}


@dataclass(frozen=True, eq=False, repr=False)
class Misprint(Told):
    """A slip in a program: the lines that it changes, by what they should work out."""

    program: Mapping[str, str]
    lines: Mapping[str, str]

    @property
    def line(self) -> str:
        """The first line that it changes."""
        return next(name for name in self.program if name in self.lines)

    @property
    def source(self) -> str:
        """The program with this slip in it."""
        return text({**self.program, **self.lines})


def text(program: Mapping[str, str]) -> str:
    """The lines of a program, one below the other."""
    return "\n".join(program.values())


def _of_the_round(told: str, **lines: str) -> Misprint:
    return Misprint("_".join(("round", *lines)), told, 7, ROUND, lines)


def _of_the_check(told: str, **lines: str) -> Misprint:
    return Misprint("_".join(("check", *lines)), told, 8, CHECK, lines)


MISPRINTS = (
    _of_the_round(
        "W2 is not transposed on the way back. Forward it is read row by row, backward column by "
        "column.",
        delta_h="delta_h = (W2 @ delta_o) * out_h * (1 - out_h)",
    ),
    _of_the_round(
        "The factors of the outer product for W2 change places. A row belongs to a delta.",
        W2="W2 = W2 - eta * outer(out_h, delta_o)",
    ),
    _of_the_round(
        "The factors of the outer product for W1 change places. A row belongs to a delta.",
        W1="W1 = W1 - eta * outer(i, delta_h)",
    ),
    _of_the_round(
        "W2 takes its step before the blame goes back through it. Both steps come last.",
        delta_h=ROUND["W2"],
        W2=ROUND["delta_h"],
    ),
    _of_the_round(
        "The slope of the squash is left out at the hidden layer. The blame passes through it.",
        delta_h="delta_h = W2.T @ delta_o",
    ),
    _of_the_round(
        "The slope of the outputs stands at the hidden layer. A delta takes its own layer's.",
        delta_h="delta_h = (W2.T @ delta_o) * out_o * (1 - out_o)",
    ),
    _of_the_round(
        "The outputs' weights are blamed with i. They multiply what the hidden layer says.",
        W2="W2 = W2 - eta * outer(delta_o, i)",
    ),
    _of_the_round(
        "The target comes before the output in delta_o. The step is subtracted, so it climbs.",
        delta_o="delta_o = (target - out_o) * out_o * (1 - out_o)",
    ),
    _of_the_check(
        "The step is so small that the digits cancel. Take one near the fifth decimal.",
        h="h = 1e-15",
    ),
    _of_the_check(
        "The step is so large that the curve bends on the way. Take one near the fifth decimal.",
        h="h = 1",
    ),
    _of_the_check(
        "The lower point is not lowered. Two steps lie between the two points.",
        down="down = E(w)",
    ),
    _of_the_check(
        "The difference is divided by one step. Two steps lie between the two points.",
        slope="slope = (up - down) / h",
    ),
    _of_the_check(
        "The slope is taken downhill. It is the upper point less the lower.",
        slope="slope = (down - up) / (2 * h)",
    ),
    _of_the_check(
        "The sign of the gap is kept, so that a gap below zero passes. Take its size.",
        apart="apart = slope - gradient",
    ),
    _of_the_check(
        "The gap is not held against the size of the gradients. A small gradient is a small gap.",
        relative="relative = apart",
        right="right = relative < 1e-3",
    ),
    _of_the_check(
        "The limit lets a gradient twice too large pass. A right one agrees to six digits.",
        right="right = relative < 1",
    ),
    _of_the_check(
        "Right is called what is far apart. The gap must be below the limit.",
        right="right = relative > 1e-6",
    ),
)
