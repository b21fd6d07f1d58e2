"""An inspection: every number of a trained network in columns, and what it makes of examples."""

from collections.abc import Iterable, Iterator, Sequence

from mazurnet.arrays import matrices
from mazurnet.arrays.layers import Array, Layers
from mazurnet.terminal.recipe import Recipe


def lines(recipe: Recipe, layers: Layers) -> Iterator[str]:
    """Each layer's weights and biases, then for each example inputs, outputs and errors."""
    for n, (W, b, squash) in enumerate(layers, 1):
        weights = [f"weight {m}" for m in range(1, W.shape[1] + 1)]
        yield f"layer {n}, {squash}"
        yield from _columns(
            [("neuron", *weights, "bias")]
            + [(str(m), *map(_nine_decimals, (*W[m - 1], b[m - 1]))) for m in range(1, len(W) + 1)]
        )
        yield ""
    for n, (row, target) in enumerate(zip(recipe.inputs, recipe.targets, strict=True), 1):
        first, *outs = matrices.forward(row, layers)
        numbers: dict[str, Iterable[float]] = {"inputs": first}
        numbers |= {f"layer {n} outputs": out for n, out in enumerate(outs, 1)}
        numbers |= {"targets": target, **_errors_by_output(row, target, layers, recipe.loss)}
        yield f"example {n}"
        yield from _columns([(name, *map(_nine_decimals, each)) for name, each in numbers.items()])
        yield ""
    E_total = matrices.error(recipe.inputs, recipe.targets, layers, recipe.loss)
    yield f"E_total {_nine_decimals(E_total)}"


def _errors_by_output(
    row: Array, target: Array, layers: Layers, loss: str
) -> dict[str, Sequence[float]]:
    """What each output adds to the error; of softmax only the whole, which it makes together."""
    E_total = matrices.error(row, target, layers, loss)
    *hidden, last = layers
    if last.squash == "softmax":
        return {"error": [E_total]}
    alone = [last._replace(W=last.W[n : n + 1], b=last.b[n : n + 1]) for n in range(len(last.b))]
    return {
        "errors": [
            matrices.error(row, target[n : n + 1], (*hidden, neuron), loss)
            for n, neuron in enumerate(alone)
        ],
        "their sum": [E_total],
    }


def _columns(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows below one another, names to the left and numbers to the right."""
    rows = list(rows)
    names = max(len(name) for name, *_ in rows)
    width = max(len(cell) for _, *cells in rows for cell in cells)
    for name, *cells in rows:
        yield "  ".join([f"  {name:<{names}}", *(f"{cell:>{width}}" for cell in cells)])


def _nine_decimals(number: float) -> str:
    return f"{number:.9f}" if abs(number) < 1e6 else f"{number:.9e}"
