"""Programs of the lessons at work: a round in six lines of NumPy, a gradient that is checked."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from sympy import Symbol

from mazurnet import matrices


def run_round(source: str, given: Mapping[Symbol, Any], eta: float, rounds: int) -> dict[str, Any]:
    """What the six lines leave behind, by name, after so many rounds of them. Lesson 07."""
    i, target, (W1, b_h, W2, b_o) = matrices.from_given(given)
    names = {"i": i, "target": target, "eta": eta, "W1": W1, "b_h": b_h, "W2": W2, "b_o": b_o}
    names |= {"outer": np.outer, "squash": matrices.logistic}
    program = compile(source, "<six lines>", "exec")
    for _ in range(rounds):
        exec(program, names)
    return names


def run_check(source: str, E: Callable[[float], Any], w: float, gradient: float) -> bool:
    """Whether a check of the gradient of E at w calls it right. Lesson 08."""
    names: dict[str, Any] = {"E": E, "w": w, "gradient": gradient}
    exec(compile(source, "<a check>", "exec"), names)
    return bool(names["right"])
