"""A step with a batch of digits, for softmax and cross-entropy, and slips in it. Lesson 09."""

from functools import cache
from typing import Any, NamedTuple

import numpy as np

from mazurnet.arrays import matrices
from mazurnet.arrays.layers import Array, Layer, Layers, random_layers, softmax
from mazurnet.feedback.bugs.misprint import misprints_of

SIZE, HIDDEN_NEURONS, RATE = 20, 30, 0.02  # of a batch, of its hidden layer, and the rate
EVERY = 5  # one of so many digits is held out


PROGRAM = {
    "out_h": "out_h = tanh(X[rows] @ W1.T + b_h)",
    "out_o": "out_o = softmax(out_h @ W2.T + b_o)",
    "delta_o": "delta_o = out_o - T[rows]",
    "delta_h": "delta_h = (delta_o @ W2) * (1 - out_h**2)",
    "W2": "W2 = W2 - eta * delta_o.T @ out_h",
    "W1": "W1 = W1 - eta * delta_h.T @ X[rows]",
    "b_o": "b_o = b_o - eta * delta_o.sum(axis=0)",
    "b_h": "b_h = b_h - eta * delta_h.sum(axis=0)",
}

_misprint = misprints_of(PROGRAM, "batch", 9)

MISPRINTS = (
    _misprint(
        "The targets are those of the first batch, every time.",
        "They belong to the rows at hand.",
        delta_o="delta_o = out_o - T[: len(rows)]",
    ),
    _misprint(
        "The inputs for W1 are those of the first batch, every time.",
        "They belong to the rows at hand.",
        W1="W1 = W1 - eta * delta_h.T @ X[: len(rows)]",
    ),
    _misprint(
        "The hidden layer takes the slope of the logistic squash.",
        "It is squashed by tanh.",
        delta_h="delta_h = (delta_o @ W2) * out_h * (1 - out_h)",
    ),
    _misprint(
        "The slope of tanh is left out.",
        "The blame passes through the squash.",
        delta_h="delta_h = delta_o @ W2",
    ),
    _misprint(
        "The slope is taken as if out_h were a net.",
        "It is written with what tanh has given.",
        delta_h="delta_h = (delta_o @ W2) * (1 - tanh(out_h) ** 2)",
    ),
    _misprint(
        "The outputs are squashed by tanh.",
        "Softmax makes them shares of one whole.",
        out_o="out_o = tanh(out_h @ W2.T + b_o)",
    ),
    _misprint(
        "W2 takes its step before the blame goes back through it.",
        "All steps come last.",
        delta_h=PROGRAM["W2"],
        W2=PROGRAM["delta_h"],
    ),
    _misprint(
        "The target comes first in delta_o.",
        "The step is subtracted, so it climbs.",
        delta_o="delta_o = T[rows] - out_o",
    ),
    _misprint(
        "The biases of the outputs get the sum of all their deltas.",
        "Each adds up its own column.",
        b_o="b_o = b_o - eta * delta_o.sum()",
    ),
    _misprint(
        "The biases of the hidden layer get the sum of all their deltas.",
        "Each adds up its own column.",
        b_h="b_h = b_h - eta * delta_h.sum()",
    ),
)


class Digits(NamedTuple):
    """Images (64 pixels from 0 to 1 in a row), targets (1 for the digit, 0 for the other nine)."""

    images: Array
    targets: Array


@cache
def digits() -> tuple[Digits, Digits]:
    """1,437 handwritten digits to learn from, and 360 held out: the first, the sixth and so on."""
    from sklearn.datasets import load_digits  # large, and needed for these alone

    data = load_digits()
    images, targets = data.data / 16, np.eye(10)[data.target]
    held_out = np.arange(len(images)) % EVERY == 0
    return (
        Digits(images[~held_out], targets[~held_out]),
        Digits(images[held_out], targets[held_out]),
    )


def run(source: str, learn: Digits, rounds: int) -> Layers:
    """The layers that these lines have trained, in so many rounds of 20 digits at once.

    They begin as `random_layers((64, 30, 10), ("tanh", "softmax"), seed=1)`.
    """
    widths = learn.images.shape[1], HIDDEN_NEURONS, learn.targets.shape[1]
    hidden, output = random_layers(widths, squashes := ("tanh", "softmax"), seed=1)
    names: dict[str, Any] = {"X": learn.images, "T": learn.targets, "eta": RATE}
    names |= {"tanh": np.tanh, "softmax": softmax}
    names |= {"W1": hidden.W, "b_h": hidden.b, "W2": output.W, "b_o": output.b}
    program = compile(source, "<a batch>", "exec")
    rows = np.arange(len(learn.images))
    for start in [*rows[::SIZE]] * rounds:
        names["rows"] = rows[start : start + SIZE]
        exec(program, names)
    weights = (names["W1"], names["b_h"]), (names["W2"], names["b_o"])
    return tuple(Layer(W, b, squash) for (W, b), squash in zip(weights, squashes, strict=True))


def what_comes_of(source: str) -> str:
    """How many digits these lines learn to read."""
    learn, held_out = digits()
    trained = run(source, learn, rounds=5)
    says = matrices.forward(held_out.images, trained)[-1].argmax(axis=1)
    read = (says == held_out.targets.argmax(axis=1)).sum()
    return f"In five rounds it learns to read {read} of {len(says)} held-out digits."
