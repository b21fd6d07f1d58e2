"""Programs of the lessons at work: a round in six lines of NumPy, a gradient that is checked."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from sympy import Symbol

from mazurnet import layers


def run_round(source: str, given: Mapping[Symbol, Any], eta: float, rounds: int) -> dict[str, Any]:
    """What the six lines leave behind, by name, after so many rounds of them. Lesson 07."""
    i, target, (hidden, output) = layers.from_given(given)
    names = {"i": i, "target": target, "eta": eta, "outer": np.outer, "squash": layers.logistic}
    names |= {"W1": hidden.W, "b_h": hidden.b, "W2": output.W, "b_o": output.b}
    program = compile(source, "<six lines>", "exec")
    for _ in range(rounds):
        exec(program, names)
    return names


def run_check(source: str, E: Callable[[float], Any], w: float, gradient: float) -> bool:
    """Whether a check of the gradient of E at w calls it right. Lesson 08."""
    names: dict[str, Any] = {"E": E, "w": w, "gradient": gradient}
    exec(compile(source, "<a check>", "exec"), names)
    return bool(names["right"])
