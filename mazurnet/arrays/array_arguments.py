"""Arguments that are arrays: whether layers and examples hold numbers, and fit each other."""

from typing import Any

import numpy as np

from mazurnet import arguments, shapes
from mazurnet.arrays.layers import SLOPES, SQUASHES, Array, Layer, Layers


def array(value: Any, name: str, *wanted_shapes: tuple[int | str, ...]) -> Array:
    """Floating-point numbers in one of the shapes; a word in a shape is any length from 1 up.

    Raises TypeError for anything but numbers, and ValueError for rows of unequal length, numbers
    that are not finite, and any other shape.
    """
    try:
        numbers = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} must have rows of equal length.") from None
    if numbers.dtype.kind not in "fiu":
        raise TypeError(
            f"{name} must hold numbers such as 0.5, not {arguments.quoted(numbers.tolist())}."
        )
    if not np.isfinite(numbers).all():
        culprit = numbers[~np.isfinite(numbers)][0]
        raise ValueError(f"{name} must hold finite numbers such as 0.5, not {culprit}.")
    if not any(_is_like(numbers.shape, wanted) for wanted in wanted_shapes):
        one_of_them = " or ".join(map(_in_parentheses, wanted_shapes))
        raise ValueError(
            f"{name} must have the shape {one_of_them}, not {_in_parentheses(numbers.shape)}."
        )
    return numbers.astype(float, copy=False)


def _is_like(shape: tuple[int, ...], wanted: tuple[int | str, ...]) -> bool:
    return len(shape) == len(wanted) and all(
        length == there or (isinstance(there, str) and length > 0)
        for length, there in zip(shape, wanted, strict=True)
    )


def _in_parentheses(shape: tuple[int | str, ...]) -> str:
    return f"({arguments.listed(shape)})"


def all_layers(layers: Any) -> Layers:
    """The layers, each with a column in W for each neuron of the one before.

    Raises TypeError or ValueError for the first part of a layer that does not fit.
    """
    if not isinstance(layers, tuple | list) or isinstance(layers, Layer) or not layers:
        raise TypeError(
            f"layers must be a tuple of Layer(W, b, squash), not {arguments.quoted(layers)}."
        )
    fitting: list[Layer] = []
    for n, layer in enumerate(layers):
        name, before = f"layers[{n}]", len(fitting[-1].b) if fitting else "inputs"
        if not isinstance(layer, Layer):
            raise TypeError(f"{name} must be a Layer(W, b, squash), not {arguments.quoted(layer)}.")
        W = array(layer.W, f"{name}.W", ("neurons", before))
        b = array(layer.b, f"{name}.b", (len(W),))
        hidden = n < len(layers) - 1  # where softmax has no place
        arguments.one_of(layer.squash, SLOPES if hidden else SQUASHES, f"{name}.squash")
        fitting.append(Layer(W, b, layer.squash))
    return tuple(fitting)


def all_inputs(value: Any, layers: Layers) -> Array:
    """One example or a row for each, as long as a row of the first W. Raises what `array` does."""
    width = layers[0].W.shape[1]
    return array(value, "inputs", (width,), ("rows", width))


def examples(given: Any, targets: Any, layers: Any, loss: str) -> tuple[Array, Array, Layers]:
    """Inputs and targets, an example in each row, and the layers.

    Raises TypeError or ValueError for the first that does not fit the others or the loss.
    """
    layers = all_layers(layers)
    rows = all_inputs(given, layers)
    targets = array(targets, "targets", (*rows.shape[:-1], len(layers[-1].b)))
    last = layers[-1].squash
    arguments.one_of(loss, shapes.LOSSES, "loss")
    arguments.one_of(last, shapes.LOSSES[loss].outputs, f"layers[-1].squash with the loss {loss!r}")
    if loss == "cross-entropy" and not ((targets >= 0) & (targets <= 1)).all():
        raise ValueError("targets must lie between 0 and 1 for cross-entropy.")
    if last == "softmax" and not np.allclose(targets.sum(axis=-1), 1):
        raise ValueError("targets must add up to 1 in every example for softmax.")
    return np.atleast_2d(rows), np.atleast_2d(targets), layers
