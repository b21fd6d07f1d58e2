"""Any fully connected network in NumPy: a matrix for each layer, and every neuron at once.

Lesson 07 writes it out for the article's two layers, and lesson 09 the loop over any number.
"""

from collections.abc import Iterator
from math import isfinite
from typing import Any

import numpy as np

from mazurnet import arguments
from mazurnet.arrays import array_arguments
from mazurnet.arrays.layers import SLOPES, SQUASHES, Array, Layer, Layers

Gradients = tuple[tuple[Array, Array], ...]  # dE_total/dW and dE_total/db, for each layer
Passed = tuple[list[Array], Array]  # the outputs of every layer, inputs first, and the last nets


def _without_warnings() -> np.errstate:
    return np.errstate(over="ignore", invalid="ignore")  # beyond the range inf and nan will do


def forward(inputs: Any, layers: Layers) -> list[Array]:
    """The outputs of every layer, the inputs first, for one example or one in each row. Lesson 09.

    Raises TypeError or ValueError for what is no finite number and for shapes that don't fit.
    """
    layers = array_arguments.all_layers(layers)
    return _forward(array_arguments.all_inputs(inputs, layers), layers)[0]


def error(
    inputs: Any, targets: Any, layers: Layers, loss: str = "squared", mean: bool = False
) -> float:
    """E_total: the errors of all examples, added up or, with `mean`, their mean.

    The loss is "squared", half the sum of squares as in the article, or "cross-entropy", for which
    the last layer is logistic or softmax. Raises TypeError or ValueError for what does not fit.
    """
    inputs, targets, layers = array_arguments.examples(inputs, targets, layers, loss)
    E_total = _error(_forward(inputs, layers), targets, layers, loss)
    return E_total / len(inputs) if mean else E_total


def gradients(inputs: Any, targets: Any, layers: Layers, loss: str = "squared") -> Gradients:
    """dE_total/dW and dE_total/db for each layer, shaped as W and b are. Lesson 09.

    Raises what `error` raises.
    """
    inputs, targets, layers = array_arguments.examples(inputs, targets, layers, loss)
    return _gradients(_forward(inputs, layers), targets, layers, loss)


def step(
    inputs: Any, targets: Any, layers: Layers, eta: Any, loss: str = "squared", biases: bool = False
) -> Layers:
    """New layers after one step; the biases stay, as in the article, or learn, too. Lesson 07.

    Raises what `error` raises, and TypeError or ValueError unless eta is a finite number.
    """
    rate = float(arguments.number(eta, "eta"))
    inputs, targets, layers = array_arguments.examples(inputs, targets, layers, loss)
    return _step(_forward(inputs, layers), targets, layers, rate, loss, biases)


def train(
    inputs: Any,
    targets: Any,
    layers: Layers,
    eta: Any,
    rounds: int,
    loss: str = "squared",
    biases: bool = False,
    batch: int | None = None,
    seed: int | None = None,
) -> Iterator[tuple[float, Layers]]:
    """E_total and the layers at every round, from round 0, worked out as they are asked for.

    A round uses every example once: all in one step, or `batch` of them in each, in the order given
    or, with a seed, in one drawn anew. A network that runs away ends with the last round whose
    E_total is finite. Raises what `step` raises, and the same for the other numbers. Lesson 09.
    """
    rate, rounds = float(arguments.number(eta, "eta")), arguments.count(rounds, "rounds")
    inputs, targets, layers = array_arguments.examples(inputs, targets, layers, loss)
    size = len(inputs) if batch is None else arguments.count(batch, "batch", least=1)
    draws = None if seed is None else np.random.default_rng(arguments.count(seed, "seed"))

    def one_round(passed: Passed, layers: Layers) -> Layers:
        if size >= len(inputs):
            return _step(passed, targets, layers, rate, loss, biases)
        order = draws.permutation(len(inputs)) if draws else np.arange(len(inputs))
        for rows in (order[n : n + size] for n in range(0, len(order), size)):
            passed = _forward(inputs[rows], layers)
            layers = _step(passed, targets[rows], layers, rate, loss, biases)
        return layers

    def every_round(layers: Layers) -> Iterator[tuple[float, Layers]]:
        for left in range(rounds, -1, -1):
            passed = _forward(inputs, layers)
            if not isfinite(E_total := _error(passed, targets, layers, loss)):
                return
            yield E_total, layers
            if left:
                layers = one_round(passed, layers)

    return every_round(layers)


@_without_warnings()
def _forward(inputs: Array, layers: Layers) -> Passed:
    outs = [inputs]
    for W, b, squash in layers:
        net = outs[-1] @ W.T + b
        outs.append(SQUASHES[squash](net))
    return outs, net


@_without_warnings()
def _error(passed: Passed, targets: Array, layers: Layers, loss: str) -> float:
    (*_, out), net = passed
    if loss == "squared":
        return float(((targets - out) ** 2).sum() / 2)
    # Cross-entropy is told by the nets, since an output that is exactly 0 has no logarithm.
    if layers[-1].squash == "softmax":
        below_0 = net - net.max(axis=-1, keepdims=True)  # whose powers fit a float
        parts = targets * (np.log(np.exp(below_0).sum(axis=-1, keepdims=True)) - below_0)
    else:
        parts = targets * np.logaddexp(0, -net) + (1 - targets) * np.logaddexp(0, net)
    return float(parts.sum())


@_without_warnings()
def _gradients(passed: Passed, targets: Array, layers: Layers, loss: str) -> Gradients:
    outs, _ = passed
    by_layer: list[tuple[Array, Array]] = []
    delta = outs[-1] - targets  # and no more for cross-entropy: its slope cancels the squash's
    if loss == "squared":
        delta = delta * SLOPES[layers[-1].squash](outs[-1])
    for n in reversed(range(len(layers))):
        dW = delta.T @ outs[n] if len(delta) > 1 else delta.T * outs[n]
        by_layer.insert(0, (dW, delta.sum(axis=0)))
        if n:
            delta = delta @ layers[n].W * SLOPES[layers[n - 1].squash](outs[n])
    return tuple(by_layer)


@_without_warnings()
def _step(
    passed: Passed, targets: Array, layers: Layers, rate: float, loss: str, biases: bool
) -> Layers:
    after = []
    for layer, (dW, db) in zip(layers, _gradients(passed, targets, layers, loss), strict=True):
        dW *= rate  # in its own place: for wide layers fresh memory is dearer than arithmetic
        W = np.subtract(layer.W, dW, out=dW)
        after.append(Layer(W, layer.b - rate * db if biases else layer.b, layer.squash))
    return tuple(after)
