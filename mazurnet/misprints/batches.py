"""A step with a batch of examples, for softmax and cross-entropy, and slips in it. Lesson 09."""

from mazurnet.misprints import book

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

_misprint = book.of(PROGRAM, "batch", 9)

MISPRINTS = (
    _misprint(
        "The targets are those of the first batch, every time. They belong to the rows at hand.",
        delta_o="delta_o = out_o - T[: len(rows)]",
    ),
    _misprint(
        "The inputs for W1 are those of the first batch, every time. They belong to the rows at "
        "hand.",
        W1="W1 = W1 - eta * delta_h.T @ X[: len(rows)]",
    ),
    _misprint(
        "The hidden layer takes the slope of the logistic squash. It is squashed by tanh.",
        delta_h="delta_h = (delta_o @ W2) * out_h * (1 - out_h)",
    ),
    _misprint(
        "The slope of tanh is left out. The blame passes through the squash.",
        delta_h="delta_h = delta_o @ W2",
    ),
    _misprint(
        "The slope is taken as if out_h were a net. It is written with what tanh has given.",
        delta_h="delta_h = (delta_o @ W2) * (1 - tanh(out_h) ** 2)",
    ),
    _misprint(
        "The outputs are squashed by tanh. Softmax makes them shares of one whole.",
        out_o="out_o = tanh(out_h @ W2.T + b_o)",
    ),
    _misprint(
        "W2 takes its step before the blame goes back through it. All steps come last.",
        delta_h=PROGRAM["W2"],
        W2=PROGRAM["delta_h"],
    ),
    _misprint(
        "The target comes first in delta_o. The step is subtracted, so it climbs.",
        delta_o="delta_o = T[rows] - out_o",
    ),
    _misprint(
        "The biases of the outputs get the sum of all their deltas. Each adds up its own column.",
        b_o="b_o = b_o - eta * delta_o.sum()",
    ),
    _misprint(
        "The biases of the hidden layer get the sum of all their deltas. Each adds up its own "
        "column.",
        b_h="b_h = b_h - eta * delta_h.sum()",
    ),
)
