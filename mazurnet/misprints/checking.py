"""A gradient checked by a central difference, and slips in that. Lesson 08."""

from mazurnet.misprints import book

PROGRAM = {
    "h": "h = 1e-5",
    "up": "up = E(w + h)",
    "down": "down = E(w - h)",
    "slope": "slope = (up - down) / (2 * h)",
    "apart": "apart = abs(slope - gradient)",
    "relative": "relative = apart / max(abs(slope), abs(gradient))",
    "agrees": "agrees = relative < 1e-6",
}

_misprint = book.of(PROGRAM, "check", 8)

MISPRINTS = (
    _misprint(
        "The step is so small that the digits cancel. Take one near the fifth decimal.",
        h="h = 1e-15",
    ),
    _misprint(
        "The step is so large that the curve bends on the way. Take one near the fifth decimal.",
        h="h = 1",
    ),
    _misprint(
        "The lower point is not lowered. Two steps lie between the two points.",
        down="down = E(w)",
    ),
    _misprint(
        "The difference is divided by one step. Two steps lie between the two points.",
        slope="slope = (up - down) / h",
    ),
    _misprint(
        "The slope is taken downhill. It is the upper point less the lower.",
        slope="slope = (down - up) / (2 * h)",
    ),
    _misprint(
        "The sign of the gap is kept, so that a gap below zero passes. Take its size.",
        apart="apart = slope - gradient",
    ),
    _misprint(
        "The limit lets a gradient twice too large pass. A right one agrees to six digits.",
        agrees="agrees = relative < 1",
    ),
    _misprint(
        "Right is called what is far apart. The gap must be below the limit.",
        agrees="agrees = relative > 1e-6",
    ),
)
