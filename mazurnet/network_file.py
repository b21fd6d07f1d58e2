"""A network file: what a TOML or JSON file says of a network, checked, with exact numbers.

docs/xor.toml explains the fields.
"""

import json
import tomllib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from mazurnet import arguments, network, shapes

MOST_NEURONS = 10_000  # in a layer
MOST_WEIGHTS = 100_000_000  # in all: they fill 800 MB, and training keeps some of them thrice
EXAMPLES, DRAWN = ("inputs", "targets"), ("widths", "squashes")
DEFAULTS: dict[str, Any] = {  # how a network is trained where nobody says otherwise
    "eta": network.ETA,
    "rounds": 10_000,
    "loss": "squared",
    "biases": False,
    "batch": None,
    "seed": None,
}
FIELDS = (*EXAMPLES, "layers", *DRAWN, *DEFAULTS)


class WrittenLayer(NamedTuple):
    """A layer as it is written: W has a list for each neuron, b a bias for each."""

    W: list[Any]
    b: list[Any]
    squash: Any


class WrittenNetwork(NamedTuple):
    """What a file says: examples, layers or else widths to draw some for, and how to train.

    Whether their numbers fit each other is for those to say who build the network.
    """

    inputs: list[Any]
    targets: list[Any]
    layers: tuple[WrittenLayer, ...] | None
    widths: Any
    squashes: Any
    how: dict[str, Any]


def read(path: Path) -> WrittenNetwork:
    """The network in a file.

    Raises TypeError or ValueError, in a sentence, for the first thing that is wrong.
    """
    fields = _fields(path)
    _refuse_unknown(fields, FIELDS, "a network")
    how = how_to_train(fields)
    inputs, targets = (_numbers(_needed(fields, name, ""), name, 2) for name in EXAMPLES)
    widths, squashes = fields.get("widths"), fields.get("squashes", "logistic")
    return WrittenNetwork(inputs, targets, _layers(fields), widths, squashes, how)


def how_to_train(given: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Those of the fields that say how to train, checked; with a prefix they are options.

    Raises TypeError or ValueError, in a sentence, for the first value that is wrong.
    """
    return {
        field: check(given[field], name=f"{prefix}{field}")
        for field, check in CHECKS.items()
        if field in given
    }


def _layers(fields: Mapping[str, Any]) -> tuple[WrittenLayer, ...] | None:
    for field in DRAWN:
        if field in fields and "layers" in fields:
            raise ValueError(f"layers and {field} exclude each other; leave one of them out.")
    if "layers" in fields:
        layers = fields["layers"]
        if not isinstance(layers, list) or not layers:
            raise TypeError(
                "layers must be a list of tables with W, b and squash, "
                f"not {arguments.quoted(layers)}."
            )
        return tuple(_layer(layer, f"layers[{n}]") for n, layer in enumerate(layers))
    if "widths" not in fields:
        raise ValueError("layers is missing, or widths for random weights.")
    widths = fields["widths"]
    sizes = widths if isinstance(widths, list) else []
    for n, width in enumerate(sizes):
        arguments.count(width, f"widths[{n}]", least=1, most=MOST_NEURONS)
    weights = sum(below * above for below, above in pairwise(sizes))
    if weights > MOST_WEIGHTS:
        raise ValueError(
            f"widths ask for {weights:,} weights; {MOST_WEIGHTS:,} is the most that is trained."
        )
    return None


def _layer(fields: Any, name: str) -> WrittenLayer:
    if not isinstance(fields, dict):
        raise TypeError(
            f"{name} must be a table with W, b and squash, not {arguments.quoted(fields)}."
        )
    _refuse_unknown(fields, WrittenLayer._fields, name)
    W = _numbers(_needed(fields, "W", f"{name}."), f"{name}.W", 2)
    b = _numbers(_needed(fields, "b", f"{name}."), f"{name}.b", 1)
    return WrittenLayer(W, b, fields.get("squash", "logistic"))


def _refuse_unknown(fields: Mapping[str, Any], names: Collection[str], what: str) -> None:
    alike = {name.lower(): name for name in names}
    for field in fields:
        if field not in names:
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
        else arguments.number(part, f"{name}[{n}]")
        for n, part in enumerate(value)
    ]


def _true_or_false(value: Any, name: str) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be true or false, not {arguments.quoted(value)}.")
    return value


CHECKS: Mapping[str, Callable[..., Any]] = {  # of what says how to train
    "eta": arguments.number,
    "rounds": arguments.count,
    "loss": partial(arguments.one_of, names=shapes.LOSSES),
    "biases": _true_or_false,
    "batch": partial(arguments.count, least=1),
    "seed": arguments.count,
}


def _fields(path: Path) -> dict[str, Any]:
    suffix = path.suffix.lower()
    if suffix not in PARSERS:
        raise ValueError("the file's name must end in .toml or .json.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(f"the file cannot be read: {error.strerror}.") from None
    if data.startswith((BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE)):
        raise ValueError("the file starts with a byte order mark; save it as UTF-8 without one.")
    try:
        text = data.decode()
        if not text.strip():
            raise ValueError("the file is empty.")
        fields = PARSERS[suffix](text)
    except UnicodeDecodeError:
        raise ValueError("the file is no text in UTF-8.") from None
    except RecursionError:
        raise ValueError("the file nests its values too deeply.") from None
    if not isinstance(fields, dict):
        raise ValueError(
            f"the file must hold fields such as inputs, not {arguments.quoted(fields)}."
        )
    return fields


def _toml(text: str) -> Any:
    try:
        return tomllib.loads(text)
    except ValueError as reason:
        raise ValueError(f"the file is no TOML: {_clause(reason)}.") from None


def _json(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once)
    except ValueError as reason:
        raise ValueError(f"the file is no JSON: {_clause(reason)}.") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Python keeps the last of two, and says nothing.
    for name, times in Counter(name for name, _ in pairs).items():
        if times > 1:
            raise ValueError(f"the field {arguments.quoted(name)} is there {times} times")
    return dict(pairs)


def _clause(reason: ValueError) -> str:
    return " ".join(str(reason).split()).rstrip(".")


PARSERS = {".toml": _toml, ".json": _json}
