"""A recipe: all that decides about a training, from a task or a network file, and checked."""

from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from mazurnet import arguments, network, network_file, variants
from mazurnet.arrays import array_arguments
from mazurnet.arrays.layers import LOSSES, Array, Layer, Layers, from_given, random_layers

MOST_NEURONS = 10_000  # neurons in a layer: the weights between two such fill 800 MB
UNSAID = {"eta": 0.5, "rounds": 10_000, "loss": "squared", "biases": False}
UNSAID |= {"batch": None, "seed": None}
EXAMPLES, LAYERS, DRAWN = ("inputs", "targets"), ("layers",), ("widths", "squashes")
FIELDS = (*EXAMPLES, *LAYERS, *DRAWN, *UNSAID)


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
    file, before = asked["network"], ""
    try:
        said = {f: asked[f] for f in UNSAID if asked[f] is not None}
        said = {field: CHECKS[field](value, f"--{field}") for field, value in said.items()}
        if file is None:
            task = "article" if asked["task"] is None else asked["task"]
            return _of_task(task, asked["hidden"], UNSAID | said)
        if asked["hidden"] is not None:
            raise ValueError("--hidden goes with a task; a network file has layers or widths.")
        before = f"{file}: "
        return _of_file(file, network_file.fields(Path(file)), said)
    except (TypeError, ValueError) as reason:
        raise ValueError(f"{before}{reason}") from None


def _of_task(task: str, hidden: int | None, how: dict[str, Any]) -> Recipe:
    arguments.one_of(task, variants.TASKS, "--task")
    rows = variants.rows_of_task(task)
    *_, layers = from_given(network.given)
    if hidden is not None:
        width = arguments.count(hidden, "--hidden", least=1, most=MOST_NEURONS)
        layers = random_layers((2, width, 2), seed=how["seed"] or 0)
    inputs, targets = [row[:2] for row in rows], [row[2:] for row in rows]
    return Recipe(
        task, None, *array_arguments.examples(inputs, targets, layers, how["loss"]), **how
    )


def _of_file(file: str, fields: Mapping[str, Any], said: Mapping[str, Any]) -> Recipe:
    _known(fields, FIELDS, "a network")
    found = {
        field: check(fields[field], field) for field, check in CHECKS.items() if field in fields
    }
    how = UNSAID | found | said
    inputs, targets = (_numbers(_needed(fields, name, ""), name, 2) for name in EXAMPLES)
    layers = _layers(fields, how["seed"] or 0)
    return Recipe(
        None, file, *array_arguments.examples(inputs, targets, layers, how["loss"]), **how
    )


def _layers(fields: Mapping[str, Any], seed: int) -> Layers:
    for field in DRAWN:
        if field in fields and "layers" in fields:
            raise ValueError(f"layers and {field} exclude each other; leave one of them out.")
    if "layers" in fields:
        layers = fields["layers"]
        if not isinstance(layers, list) or not layers:
            raise TypeError(
                f"layers must be a list of tables with W, b and squash, not {arguments.quoted(layers)}."
            )
        return tuple(_layer(layer, f"layers[{n}]") for n, layer in enumerate(layers))
    if "widths" not in fields:
        raise ValueError("layers is missing, or widths for random weights.")
    widths = fields["widths"]
    for n, width in enumerate(widths if isinstance(widths, list) else ()):
        arguments.count(width, f"widths[{n}]", least=1, most=MOST_NEURONS)
    return random_layers(widths, fields.get("squashes", "logistic"), seed)


def _layer(fields: Any, name: str) -> Layer:
    if not isinstance(fields, dict):
        raise TypeError(
            f"{name} must be a table with W, b and squash, not {arguments.quoted(fields)}."
        )
    _known(fields, Layer._fields, name)
    W = _numbers(_needed(fields, "W", f"{name}."), f"{name}.W", 2)
    b = _numbers(_needed(fields, "b", f"{name}."), f"{name}.b", 1)
    return Layer(W, b, fields.get("squash", "logistic"))


def _known(fields: Mapping[str, Any], names: Collection[str], what: str) -> None:
    for field in fields:
        if field not in names:
            alike = {name.lower(): name for name in names}
            near = get_close_matches(field.lower(), alike, 1)
            hint = (
                f"the nearest is {alike[near[0]]}" if near else f"it has {arguments.listed(names)}"
            )
            raise ValueError(f"{what} has no field {arguments.quoted(field)}; {hint}.")


def _needed(fields: Mapping[str, Any], field: str, where: str) -> Any:
    if field not in fields:
        raise ValueError(f"{where}{field} is missing.")
    return fields[field]


def _numbers(value: Any, name: str, deep: int) -> list[Any]:
    """Finite numbers in a list, or in a list of lists where it may be two deep."""
    if not isinstance(value, list):
        raise TypeError(
            f"{name} must be a list such as [0.05, 0.1], not {arguments.quoted(value)}."
        )
    return [
        _numbers(part, f"{name}[{n}]", deep - 1)
        if deep > 1 and isinstance(part, list)
        else float(arguments.number(part, f"{name}[{n}]"))
        for n, part in enumerate(value)
    ]


def _true_or_false(value: Any, name: str) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be true or false, not {arguments.quoted(value)}.")
    return value


def _loss(value: Any, name: str) -> str:
    arguments.one_of(value, LOSSES, name)
    return value


CHECKS: dict[str, Callable[[Any, str], Any]] = {
    "eta": lambda value, name: float(arguments.number(value, name)),
    "rounds": arguments.count,
    "loss": _loss,
    "biases": _true_or_false,
    "batch": lambda value, name: arguments.count(value, name, least=1),
    "seed": arguments.count,
}
