"""Other shapes: the equations of a network of any depth and width, written as the article's are.

With widths (2, 2, 2) they are `network.equations`, symbol by symbol, so all that reads equations
works on any shape: the forward pass, the chain rule, training, the code that is printed.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from sympy import Add, Expr, Max, Symbol, log, tanh

from mazurnet import arguments, network
from mazurnet.symbols import E_total

HIDDEN_LETTERS = "hgfedcba"  # the letters of hidden layers, the one below the outputs first
SQUASHES: Mapping[str, Callable[[Expr], Expr]] = {
    "logistic": network.logistic,
    "tanh": tanh,
    "relu": lambda net: Max(0, net),
    "identity": lambda net: net,
}


class Loss(NamedTuple):
    """What is minimised: the error of one output, and how the outputs it takes may squash."""

    error: Callable[[Expr, Expr], Expr]  # of a target and an out
    outputs: tuple[str, ...]  # softmax, which squashes several nets as one, is there in `arrays`


LOSSES: Mapping[str, Loss] = {
    "squared": Loss(lambda target, out: (target - out) ** 2 / 2, tuple(SQUASHES)),
    "cross-entropy": Loss(
        lambda target, out: -target * log(out) - (1 - target) * log(1 - out),
        ("logistic", "softmax"),
    ),
}


def equations(
    widths: Sequence[int] = (2, 2, 2),
    squashes: str | Sequence[str] = "logistic",
    loss: str = "squared",
) -> dict[Symbol, Expr]:
    """The equations of a network with so many inputs and neurons in each layer. Lesson 09.

    Weights count on from layer to layer, w1, w2, ...; a layer shares one bias, b1, b2, ... The
    outputs are o1, o2, ..., the hidden layer below them h1, h2, ..., the next g1, g2, ... All
    layers have one squash, or each its own. For cross-entropy the outputs must lie between 0 and
    1, as logistic ones do. Raises TypeError or ValueError for what is no shape, squash or loss.
    """
    sizes = _sizes(widths)
    each = [squashes] * len(sizes[1:]) if isinstance(squashes, str) else [*squashes]
    if len(each) != len(sizes) - 1:
        raise ValueError(f"squashes must be one name or {len(sizes) - 1}, one for each layer.")
    weights = (Symbol(f"w{n}") for n in count(1))
    below = [Symbol(f"i{n}") for n in range(1, sizes[0] + 1)]
    letters = [*reversed(HIDDEN_LETTERS[: len(sizes) - 2]), "o"]
    table: dict[Symbol, Expr] = {}
    for layer, (letter, size, squash) in enumerate(zip(letters, sizes[1:], each, strict=True), 1):
        names = [f"{letter}{n}" for n in range(1, size + 1)]
        nets, outs = ([Symbol(f"{part}_{name}") for name in names] for part in ("net", "out"))
        bias = Symbol(f"b{layer}")
        table |= {net: Add(*(next(weights) * q for q in below), bias) for net in nets}
        arguments.one_of(squash, SQUASHES, "A squash")
        table |= {out: SQUASHES[squash](net) for out, net in zip(outs, nets, strict=True)}
        below = outs
    return table | _errors(below, loss)


def _sizes(widths: Sequence[int]) -> list[int]:
    most = len(HIDDEN_LETTERS) + 2
    if not isinstance(widths, tuple | list) or not 2 <= len(widths) <= most:
        raise ValueError(f"widths must be 2 to {most} numbers such as (2, 3, 1), not {widths!r}.")
    return [arguments.count(width, f"widths[{n}]", least=1) for n, width in enumerate(widths)]


def _errors(outs: Sequence[Symbol], loss: str) -> dict[Symbol, Expr]:
    arguments.one_of(loss, LOSSES, "loss")
    errors: dict[Symbol, Expr] = {}
    for out in outs:
        target, error = (Symbol(out.name.replace("out_", part)) for part in ("target_", "E_"))
        errors[error] = LOSSES[loss].error(target, out)
    return {**errors, E_total: Add(*errors)}
