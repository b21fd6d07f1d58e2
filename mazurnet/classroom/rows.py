"""Rows: the answers of a class, as a spreadsheet saves them, read line by line and never guessed.

Where two lines contradict each other, the earlier one counts and the later one is reported.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from mazurnet import arguments
from mazurnet.classroom import cells
from mazurnet.feedback import typed_number
from mazurnet.feedback.page_of_working import LINES

NEEDED, SHEET = ("student", "quantity", "answer"), "sheet"
SEPARATORS = (",", ";", "\t")
_NAMES = {line.name.lower(): line.name for line in LINES}


class Row(NamedTuple):
    """One answer: its line in the file, all cells of that line, and what they say.

    No sheet means the article's network.
    """

    line: int
    cells: tuple[str, ...]
    student: str
    sheet: int | None
    quantity: str
    answer: str


class Skipped(NamedTuple):
    """A line that was not marked, the reason in a sentence, and the line as it stands."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True)
class Answers:
    """A file of answers: how its cells are separated, its first line, its rows, and the rest."""

    separator: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]


def answers_in(path: Path) -> Answers:
    """The answers in a file. Raises ValueError, with the reason, for a file that has none."""
    if path.is_dir():
        raise ValueError("this is a folder, not a file of answers.")
    try:
        return answers_in_bytes(path.read_bytes())
    except OSError as error:
        raise ValueError(f"the file cannot be read: {error.strerror}.") from None


def answers_in_bytes(data: bytes) -> Answers:
    """The answers in the bytes of a file. Raises ValueError, with the reason, if it has none."""
    first, *lines = data.removeprefix(BOM_UTF8).splitlines() or [b""]
    if not data.removeprefix(BOM_UTF8).strip():
        raise ValueError("the file is empty.")
    separator, header = _header(first)
    rows: list[Row] = []
    skipped: list[Skipped] = []
    sheets: dict[str, Row] = {}
    answered: dict[tuple[str, str], Row] = {}
    for number, line in enumerate(lines, start=2):
        try:
            row = _row(number, cells.taken_apart(line, separator), header)
            if row is None:
                continue
            _agree(row, sheets.setdefault(row.student, row))
            if row.answer:
                _only(row, answered.setdefault((row.student, row.quantity), row))
            rows.append(row)
        except ValueError as reason:
            text = line.decode("utf-8", errors="backslashreplace")
            skipped.append(Skipped(number, str(reason), text))
    if not rows and not skipped:
        raise ValueError("there are no rows below its first line.")
    return Answers(separator, header, tuple(rows), tuple(skipped))


def _header(line: bytes) -> tuple[str, tuple[str, ...]]:
    text = cells.decoded(line)
    for separator in SEPARATORS:
        with suppress(ValueError):
            header = cells.taken_apart(line, separator)
            names = _names(header)
            if set(NEEDED) <= set(names):
                break
    else:
        raise ValueError(
            "its first line must name the columns student, sheet, quantity and answer; "
            f"it is {arguments.quoted(text)}."
        )
    for name in (*NEEDED, SHEET):
        if names.count(name) > 1:
            raise ValueError(f"its first line names the column {name} twice.")
    return separator, header


def _names(header: Iterable[str]) -> list[str]:
    return [cell.strip().lower() for cell in header]


def _row(line: int, found: tuple[str, ...], header: tuple[str, ...]) -> Row | None:
    """The row in these cells, None if they are all blank. Raises ValueError, with the reason."""
    if not any(map(str.strip, found)):
        return None
    if len(found) != len(header):
        commas = " A decimal comma needs semicolons between the cells, or quotation marks."
        raise ValueError(
            f"the line has {len(found)} cells, and the first line has {len(header)}."
            + commas * (len(found) > len(header))
        )
    said = dict(zip(_names(header), map(str.strip, found), strict=True))
    student, quantity, answer = (said[name] for name in NEEDED)
    if not student:
        raise ValueError("no student is named.")
    sheet = said.get(SHEET, "")
    if not re.fullmatch("[0-9]{0,18}", sheet):
        raise ValueError(
            f"the sheet must be a whole number such as 12, not {arguments.quoted(sheet)}."
        )
    if quantity not in _NAMES.values():
        near = get_close_matches(quantity.lower(), _NAMES, 1)
        hint = f"; the nearest is {_NAMES[near[0]]}" if near else ""
        raise ValueError(
            f"{arguments.quoted(quantity)} is no quantity of the page of working{hint}."
        )
    if answer and typed_number.number_in(answer) is None:
        raise ValueError(f"{arguments.quoted(answer)} is not a number such as 0.123 or 1.23e-4.")
    return Row(line, found, student, int(sheet) if sheet else None, quantity, answer)


def _agree(row: Row, first: Row) -> None:
    if row.sheet != first.sheet:
        sheet, other = ("no sheet" if s is None else f"sheet {s}" for s in (first.sheet, row.sheet))
        raise ValueError(
            f"{arguments.quoted(row.student)} has {sheet} from line {first.line} on, not {other}."
        )


def _only(row: Row, first: Row) -> None:
    if row is not first:
        raise ValueError(
            f"{arguments.quoted(row.student)} has answered {row.quantity} in line {first.line}; "
            "that answer is the one marked."
        )
