"""A recipe: all that decides about a training, from a task or a network file, and checked."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mazurnet import arguments, network, network_file, variants
from mazurnet.arrays import array_arguments
from mazurnet.arrays.layers import Array, Layer, Layers, from_given, random_layers
from mazurnet.network_file import MOST_NEURONS, UNSAID, WrittenNetwork


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
    file, where = asked["network"], ""
    try:
        chosen = {option: value for option, value in asked.items() if value is not None}
        how = network_file.how_to_train(chosen, "--")
        if file is None:
            return _of_task(chosen.get("task", "article"), asked["hidden"], how)
        if asked["hidden"] is not None:
            raise ValueError("--hidden goes with a task; a network file has layers or widths.")
        where = f"{file}: "
        return _of_file(file, network_file.read(Path(file)), how)
    except (TypeError, ValueError) as reason:
        raise ValueError(f"{where}{reason}") from None


def _of_task(task: str, hidden: int | None, how: Mapping[str, Any]) -> Recipe:
    arguments.one_of(task, variants.TASKS, "--task")
    rows = variants.rows_of_task(task)
    *_, layers = from_given(network.given)
    if hidden is not None:
        width = arguments.count(hidden, "--hidden", least=1, most=MOST_NEURONS)
        layers = random_layers((2, width, 2), seed=how.get("seed", 0))
    inputs, targets = [row[:2] for row in rows], [row[2:] for row in rows]
    return _checked(task, None, inputs, targets, layers, how)


def _of_file(file: str, written: WrittenNetwork, asked: Mapping[str, Any]) -> Recipe:
    how = {**written.how, **asked}
    if written.layers is None:
        layers = random_layers(written.widths, written.squashes, how.get("seed", 0))
    else:
        layers = tuple(Layer(_floats(W), _floats(b), squash) for W, b, squash in written.layers)
    inputs, targets = _floats(written.inputs), _floats(written.targets)
    return _checked(None, file, inputs, targets, layers, how)


def _checked(
    task: str | None,
    file: str | None,
    inputs: Any,
    targets: Any,
    layers: Layers,
    how: Mapping[str, Any],
) -> Recipe:
    training: dict[str, Any] = {**UNSAID, **how}
    training["eta"] = float(training["eta"])
    examples = array_arguments.examples(inputs, targets, layers, training["loss"])
    return Recipe(task, file, *examples, **training)


def _floats(numbers: list[Any]) -> Any:
    """The same lists with floats, ready for the checks that make arrays of them."""
    return [_floats(part) if isinstance(part, list) else float(part) for part in numbers]
