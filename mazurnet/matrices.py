"""The same network in NumPy: a matrix for each layer, and every neuron at once."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mazurnet import door

Array = NDArray[np.float64]


class Weights(NamedTuple):
    """W1 (2 x 2) and W2 (2 x 2), a row for each neuron; b1 and b2, one bias for each layer."""

    W1: Array
    b1: float
    W2: Array
    b2: float


class Passed(NamedTuple):
    """What a forward pass leaves behind: the outputs of both layers (2 each) and the error."""

    out_h: Array
    out_o: Array
    E_total: float


def from_given(given: Mapping[Any, Any]) -> tuple[Array, Array, Weights]:
    """Inputs (2), targets (2) and weights, from the numbers the lessons start with.

    Raises TypeError or ValueError if one is missing, unknown or not a finite number.
    """
    door.mapping(given, "given")
    names = ["i1", "i2", "target_o1", "target_o2", *(f"w{n}" for n in range(1, 9)), "b1", "b2"]
    found = {str(name): number for name, number in given.items()}
    door.same_names(found, names, "given")
    i1, i2, t1, t2, w1, w2, w3, w4, w5, w6, w7, w8, b1, b2 = (
        float(door.number(found[name], name)) for name in names
    )
    W1, W2 = np.array([[w1, w2], [w3, w4]]), np.array([[w5, w6], [w7, w8]])
    return np.array([i1, i2]), np.array([t1, t2]), Weights(W1, b1, W2, b2)


def logistic(net: Array) -> Array:
    """The squash, 1/(1 + e^-net), without overflow at either end. Lesson 01."""
    return np.exp(-np.logaddexp(0, -net))


def forward(i: Array, target: Array, weights: Weights) -> Passed:
    """One forward pass: two matrix products, two squashes, one error. Lesson 01."""
    with np.errstate(over="ignore"):  # a net beyond the floating-point range is squashed as well
        out_h = logistic(weights.W1 @ i + weights.b1)
        out_o = logistic(weights.W2 @ out_h + weights.b2)
        return Passed(out_h, out_o, float(((target - out_o) ** 2).sum() / 2))


def gradients(i: Array, target: Array, weights: Weights) -> tuple[Array, Array]:
    """dE_total/dW1 and dE_total/dW2, shaped as the weights are. Lessons 02 and 03."""
    out_h, out_o, _ = forward(i, target, weights)
    delta_o = (out_o - target) * out_o * (1 - out_o)
    delta_h = (weights.W2.T @ delta_o) * out_h * (1 - out_h)
    return np.outer(delta_h, i), np.outer(delta_o, out_h)


def step(i: Array, target: Array, weights: Weights, eta: float) -> Weights:
    """The weights after one round; the biases stay, as in the article. Lesson 04."""
    rate = float(door.number(eta, "eta"))
    dW1, dW2 = gradients(i, target, weights)
    return weights._replace(W1=weights.W1 - rate * dW1, W2=weights.W2 - rate * dW2)


def train(
    i: Array, target: Array, weights: Weights, eta: float, rounds: int
) -> tuple[list[float], list[Weights]]:
    """E_total and the weights of every round, from round 0. Lesson 05."""
    rate, history = float(door.number(eta, "eta")), [weights]
    for _ in range(door.count(rounds, "rounds")):
        history.append(step(i, target, history[-1], rate))
    return [forward(i, target, w).E_total for w in history], history
