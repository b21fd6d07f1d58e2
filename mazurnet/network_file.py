"""A document: the fields of a TOML or JSON file, or a sentence that says why it has none."""

import json
import tomllib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from pathlib import Path
from typing import Any

from mazurnet import arguments


def fields(path: Path) -> dict[str, Any]:
    """The fields in a file, by name. Raises ValueError, with the reason, for a file without any."""
    if (kind := path.suffix.lower()) not in READERS:
        raise ValueError("the file's name must end in .toml or .json.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(f"the file cannot be read: {error.strerror}.") from None
    if data.startswith((BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE)):
        raise ValueError("the file starts with a byte order mark; save it as UTF-8 without one.")
    return fields_in(data, kind)


def fields_in(data: bytes, kind: str) -> dict[str, Any]:
    """The fields in the bytes of a .toml or .json. Raises ValueError, with the reason."""
    try:
        text = data.decode()
        if not text.strip():
            raise ValueError("the file is empty.")
        found = READERS[kind](text)
    except UnicodeDecodeError:
        raise ValueError("the file is no text in UTF-8.") from None
    except RecursionError:
        raise ValueError("the file nests its values too deeply.") from None
    if not isinstance(found, dict):
        raise ValueError(
            f"the file must hold fields such as inputs, not {arguments.quoted(found)}."
        )
    return found


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


READERS = {".toml": _toml, ".json": _json}
