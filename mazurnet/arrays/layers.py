"""Layers: what any fully connected network is made of, and where it may start from."""

from collections.abc import Callable, Mapping, Sequence
from math import sqrt
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mazurnet import arguments

Array = NDArray[np.float64]


class Layer(NamedTuple):
    """W (neurons x inputs), a row for each neuron; b, a bias for each; and how they squash."""

    W: Array
    b: Array
    squash: str = "logistic"


Layers = tuple[Layer, ...]


@np.errstate(over="ignore")
def logistic(net: Array) -> Array:
    """The squash, 1/(1 + e^-net), without overflow at either end. Lesson 07."""
    return 1 / (1 + np.exp(-net))  # a power beyond the range is infinite, and its squash 0


def relu(net: Array) -> Array:
    """The net where it is positive, 0 elsewhere."""
    return np.maximum(net, 0)


def softmax(net: Array) -> Array:
    """Each e^net as a share of their sum; none overflows, since the largest net is taken off."""
    powers = np.exp(net - net.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


SLOPES: Mapping[
    str, Callable[[Array], Any]
] = {  # dout/dnet, written with the output, as in the article; at relu's kink it is 0
    "logistic": lambda out: out * (1 - out),
    "tanh": lambda out: 1 - out**2,
    "relu": lambda out: out > 0,
    "identity": np.ones_like,
}
SQUASHES: Mapping[str, Callable[[Array], Array]] = {  # those of `shapes`, and one for outputs
    "logistic": logistic,
    "tanh": np.tanh,
    "relu": relu,
    "identity": np.positive,
    "softmax": softmax,
}


def from_given(given: Mapping[Any, Any]) -> tuple[Array, Array, Layers]:
    """Inputs (2), targets (2) and both layers, from the numbers the lessons start with.

    Neurons of a layer begin with the same bias, b1 or b2.
    Raises TypeError or ValueError if one is missing, unknown or not a finite number.
    """
    arguments.mapping(given, "given")
    names = ["i1", "i2", "target_o1", "target_o2", *(f"w{n}" for n in range(1, 9)), "b1", "b2"]
    by_name = {str(name): number for name, number in given.items()}
    arguments.same_names(by_name, names, "given")
    i1, i2, t1, t2, w1, w2, w3, w4, w5, w6, w7, w8, b1, b2 = (
        float(arguments.number(by_name[name], name)) for name in names
    )
    hidden = Layer(np.array([[w1, w2], [w3, w4]]), np.array([b1, b1]))
    output = Layer(np.array([[w5, w6], [w7, w8]]), np.array([b2, b2]))
    return np.array([i1, i2]), np.array([t1, t2]), (hidden, output)


def random_layers(
    widths: Sequence[int], squashes: str | Sequence[str] = "logistic", seed: int = 0
) -> Layers:
    """Layers drawn at random, the same for each seed: (2, 3, 1) has 2 inputs, 3 neurons, then 1.

    Weights are normal about 0 with variance 2/(inputs + neurons), after Glorot and Bengio, or for
    relu 2/inputs, after He et al.; biases are 0. `squashes` is one for all layers or one for each.
    Raises TypeError or ValueError for what is no width, squash or seed.
    """
    if not isinstance(widths, tuple | list) or len(widths) < 2:
        raise TypeError(
            f"widths must be two or more, as in (2, 3, 1), not {arguments.quoted(widths)}."
        )
    sizes = [arguments.count(width, f"widths[{n}]", least=1) for n, width in enumerate(widths)]
    each = [squashes] * (len(sizes) - 1) if isinstance(squashes, str) else squashes
    if not isinstance(each, tuple | list) or len(each) != len(sizes) - 1:
        raise TypeError(
            f"squashes must be one name, or {len(sizes) - 1} in a tuple, one for each layer, "
            f"not {arguments.quoted(squashes)}."
        )
    draws, layers = np.random.default_rng(arguments.count(seed, "seed")), []
    for inputs, neurons, squash in zip(sizes[:-1], sizes[1:], each, strict=True):
        arguments.one_of(squash, SQUASHES, "squashes")
        spread = sqrt(2 / inputs if squash == "relu" else 2 / (inputs + neurons))
        layers.append(Layer(draws.normal(0, spread, (neurons, inputs)), np.zeros(neurons), squash))
    return tuple(layers)
