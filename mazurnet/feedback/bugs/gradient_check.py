"""A gradient checked by a central difference, slips in that, and what passes them. Lesson 08."""

from collections.abc import Callable
from typing import Any

from sympy import lambdify

from mazurnet import chain, descent, network
from mazurnet.feedback.bugs.misprint import misprints_of
from mazurnet.forward import value
from mazurnet.symbols import E_total, w1

PROGRAM = {
    "h": "h = 1e-5",
    "up": "up = E(w + h)",
    "down": "down = E(w - h)",
    "slope": "slope = (up - down) / (2 * h)",
    "apart": "apart = abs(slope - gradient)",
    "relative": "relative = apart / max(abs(slope), abs(gradient))",
    "agrees": "agrees = relative < 1e-6",
}

_misprint = misprints_of(PROGRAM, "check", 8)

MISPRINTS = (
    _misprint(
        "The step is so small that the digits cancel.",
        "Take one near the fifth decimal.",
        h="h = 1e-15",
    ),
    _misprint(
        "The step is so large that the curve bends on the way.",
        "Take one near the fifth decimal.",
        h="h = 1",
    ),
    _misprint(
        "The lower point is not lowered.",
        "Two steps lie between the two points.",
        down="down = E(w)",
    ),
    _misprint(
        "The difference is divided by one step.",
        "Two steps lie between the two points.",
        slope="slope = (up - down) / h",
    ),
    _misprint(
        "The slope is taken downhill.",
        "It is the upper point less the lower.",
        slope="slope = (down - up) / (2 * h)",
    ),
    _misprint(
        "The sign of the gap is kept, so that a gap below zero passes.",
        "Take its size.",
        apart="apart = slope - gradient",
    ),
    _misprint(
        "The limit lets a gradient twice too large pass.",
        "A right one agrees to six digits.",
        agrees="agrees = relative < 1",
    ),
    _misprint(
        "Right is called what is far apart.",
        "The gap must be below the limit.",
        agrees="agrees = relative > 1e-6",
    ),
)


def run(source: str, E: Callable[[float], Any], w: float, gradient: float) -> bool:
    """Whether a check of the gradient of E at w calls it right."""
    names: dict[str, Any] = {"E": E, "w": w, "gradient": gradient}
    exec(compile(source, "<a check>", "exec"), names)
    return bool(names["agrees"])


def what_comes_of(source: str) -> str:
    """What these lines say of the article's gradient of w1, of its double and of its half."""
    known = {q: float(number) for q, number in network.given.items() if q != w1}
    E = lambdify(w1, network.opened(E_total).xreplace(known), "math")
    w = float(network.given[w1])
    right = float(value(chain.gradient(w1), descent.backward(network.given)))
    tried = {"The right gradient of w1": right, "its double": 2 * right, "its half": right / 2}
    verdicts = {False: "wrong", True: "right"}
    said = (f"{name} is called {verdicts[run(source, E, w, g)]}" for name, g in tried.items())
    return f"{', '.join(said)}."
