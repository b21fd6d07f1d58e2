"""A recipe: all that decides about a training, from a task or a network file, and checked."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mazurnet import arguments, network, network_file, variants
from mazurnet.arrays import array_arguments
from mazurnet.arrays.layers import Array, Layer, Layers, from_given, random_layers
from mazurnet.network_file import DEFAULTS, MOST_NEURONS, WrittenNetwork


class Recipe(NamedTuple):
    """What is trained, on which examples, and how; of task and network file, one is None."""

    task: str | None
    network: str | None
    inputs: Array
    targets: Array
    layers: Layers
    eta: float
    rounds: int
    loss: str
    biases: bool
    batch: int | None
    seed: int | None


def recipe(asked: Mapping[str, Any]) -> Recipe:
    """The recipe that a command line asks for, by the names of its options.

    What it does not say is as in the network file, and what that does not say as in the article.
    Raises ValueError, in a sentence, for the first thing that is wrong.
    """
    task, file, where = None, asked["network"], ""
    try:
        chosen = {option: value for option, value in asked.items() if value is not None}
        options = network_file.how_to_train(chosen, "--")
        if file is None:
            task, how = chosen.get("task", "article"), DEFAULTS | options
            parts = _of_task(task, asked["hidden"], how["seed"] or 0)
        elif asked["hidden"] is not None:
            raise ValueError("--hidden goes with a task; a network file has layers or widths.")
        else:
            where = f"{file}: "
            written = network_file.read(Path(file))
            how = DEFAULTS | written.how | options
            parts = _of_file(written, how["seed"] or 0)
        examples = array_arguments.examples(*parts, how["loss"])
        return Recipe(task, file, *examples, **how | {"eta": float(how["eta"])})
    except (TypeError, ValueError) as reason:
        raise ValueError(f"{where}{reason}") from None


def _of_task(task: str, hidden: int | None, seed: int) -> tuple[Any, Any, Layers]:
    arguments.one_of(task, variants.TASKS, "--task")
    rows = variants.rows_of_task(task)
    *_, layers = from_given(network.given)
    if hidden is not None:
        width = arguments.count(hidden, "--hidden", least=1, most=MOST_NEURONS)
        layers = random_layers((2, width, 2), seed=seed)
    return [row[:2] for row in rows], [row[2:] for row in rows], layers


def _of_file(written: WrittenNetwork, seed: int) -> tuple[Any, Any, Layers]:
    if written.layers is None:
        layers = random_layers(written.widths, written.squashes, seed)
    else:
        layers = tuple(Layer(_floats(W), _floats(b), squash) for W, b, squash in written.layers)
    return _floats(written.inputs), _floats(written.targets), layers


def _floats(numbers: list[Any]) -> Any:
    """The same lists with floats, ready for the checks that make arrays of them."""
    return [_floats(part) if isinstance(part, list) else float(part) for part in numbers]
