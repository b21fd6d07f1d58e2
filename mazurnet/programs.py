"""Programs of the lessons at work: what their lines, right or with a slip, come to."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from sympy import Symbol

from mazurnet import layers
from mazurnet.digits import Digits
from mazurnet.engine import Number

SIZE, HIDDEN, ETA = 20, 30, 0.02  # of a batch, of its hidden layer, and the rate


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
    return bool(names["agrees"])


def run_back(source: str, tape: list[Number]) -> dict[Number, float]:
    """The blame of each number on the tape, as these lines find it. Lesson 10."""
    names: dict[str, Any] = {"tape": tape}
    exec(compile(source, "<the way back>", "exec"), names)
    return names["blame"]


def run_batches(source: str, learn: Digits, rounds: int) -> layers.Layers:
    """The layers that these lines have trained, in so many rounds of 20 digits at once. Lesson 09.

    They begin as `random_layers((64, 30, 10), ("tanh", "softmax"), seed=1)`.
    """
    widths = learn.images.shape[1], HIDDEN, learn.targets.shape[1]
    hidden, output = layers.random_layers(widths, squashes := ("tanh", "softmax"), seed=1)
    names: dict[str, Any] = {"X": learn.images, "T": learn.targets, "eta": ETA}
    names |= {"tanh": np.tanh, "softmax": layers.softmax}
    names |= {"W1": hidden.W, "b_h": hidden.b, "W2": output.W, "b_o": output.b}
    program = compile(source, "<a batch>", "exec")
    rows = np.arange(len(learn.images))
    for start in [*rows[::SIZE]] * rounds:
        names["rows"] = rows[start : start + SIZE]
        exec(program, names)
    weights = (names["W1"], names["b_h"]), (names["W2"], names["b_o"])
    return tuple(layers.Layer(W, b, s) for (W, b), s in zip(weights, squashes, strict=True))
