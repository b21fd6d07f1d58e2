"""A round in six lines of NumPy, slips in it, and what comes of them. Lesson 07."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from sympy import Symbol

from mazurnet import network
from mazurnet.arrays import layers
from mazurnet.feedback.bugs.misprint import misprints_of
from mazurnet.feedback.bugs.printouts import ROUNDS, where_it_ends

PROGRAM = {
    "out_h": "out_h = squash(W1 @ i + b_h)",
    "out_o": "out_o = squash(W2 @ out_h + b_o)",
    "delta_o": "delta_o = (out_o - target) * out_o * (1 - out_o)",
    "delta_h": "delta_h = (W2.T @ delta_o) * out_h * (1 - out_h)",
    "W2": "W2 = W2 - eta * outer(delta_o, out_h)",
    "W1": "W1 = W1 - eta * outer(delta_h, i)",
}

_misprint = misprints_of(PROGRAM, "round", 7)

MISPRINTS = (
    _misprint(
        "W2 is not transposed on the way back.",
        "Forward it is read row by row, backward column by column.",
        delta_h="delta_h = (W2 @ delta_o) * out_h * (1 - out_h)",
    ),
    _misprint(
        "The factors of the outer product for W2 change places.",
        "A row belongs to a delta.",
        W2="W2 = W2 - eta * outer(out_h, delta_o)",
    ),
    _misprint(
        "The factors of the outer product for W1 change places.",
        "A row belongs to a delta.",
        W1="W1 = W1 - eta * outer(i, delta_h)",
    ),
    _misprint(
        "W2 takes its step before the blame goes back through it.",
        "Both steps come last.",
        delta_h=PROGRAM["W2"],
        W2=PROGRAM["delta_h"],
    ),
    _misprint(
        "The slope of the squash is left out at the hidden layer.",
        "The blame passes through it.",
        delta_h="delta_h = W2.T @ delta_o",
    ),
    _misprint(
        "The slope of the outputs stands at the hidden layer.",
        "A delta takes its own layer's.",
        delta_h="delta_h = (W2.T @ delta_o) * out_o * (1 - out_o)",
    ),
    _misprint(
        "The outputs' weights are blamed with i.",
        "They multiply what the hidden layer says.",
        W2="W2 = W2 - eta * outer(delta_o, i)",
    ),
    _misprint(
        "The target comes before the output in delta_o.",
        "The step is subtracted, so it climbs.",
        delta_o="delta_o = (target - out_o) * out_o * (1 - out_o)",
    ),
)


def run(source: str, given: Mapping[Symbol, Any], eta: float, rounds: int) -> dict[str, Any]:
    """What the six lines leave behind, by name, after so many rounds of them."""
    i, target, (hidden, output) = layers.from_given(given)
    names = {"i": i, "target": target, "eta": eta, "outer": np.outer, "squash": layers.logistic}
    names |= {"W1": hidden.W, "b_h": hidden.b, "W2": output.W, "b_o": output.b}
    program = compile(source, "<six lines>", "exec")
    for _ in range(rounds):
        exec(program, names)
    return names


def what_comes_of(source: str) -> str:
    """Where these lines bring the article's network."""
    once_more = ROUNDS + 1  # for its forward pass
    left = run(source, network.given, float(network.ETA), once_more)
    return where_it_ends(((left["target"] - left["out_o"]) ** 2).sum() / 2)
