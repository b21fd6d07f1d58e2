"""Cells: a line of a spreadsheet's file taken apart, and put together so that nothing in it runs.

A row is one line, so that an open quotation mark costs its own line and no other.
"""

import csv
import re
from collections.abc import Iterable, Sequence

from mazurnet.feedback import typed_number


def taken_apart(line: bytes, separator: str) -> tuple[str, ...]:
    """The cells of a line. Raises ValueError, with the reason, if its quotation marks are odd."""
    try:
        return tuple(next(csv.reader([decoded(line)], delimiter=separator, strict=True), ()))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise ValueError("a quotation mark is opened and not closed in this line.") from None
        raise ValueError(f"the line cannot be taken apart into cells: {error}.") from None


def decoded(line: bytes) -> str:
    """The text of a line. Raises ValueError, with the reason, if it is not UTF-8."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise ValueError("this is not UTF-8 text; save the file as CSV UTF-8.") from None


def put_together(lines: Iterable[Sequence[str]], separator: str) -> bytes:
    """Lines of cells as a file for a spreadsheet, in which no cell is a formula."""
    rows = "".join(f"{separator.join(map(_cell, line))}\r\n" for line in lines)
    return rows.encode("utf-8-sig")  # with a mark at the front: Excel takes it for cp1252 without


def _cell(text: str) -> str:
    """The cell as it is written.

    What begins like a formula and is no number would be run where the file is opened. It gets an
    apostrophe, which makes text of it: nothing is lost, and a student called @ann is marked, too.
    """
    if text.lstrip()[:1] in {"=", "+", "-", "@"} and typed_number.number_in(text) is None:
        text = f"'{text}"
    # Quoted for any separator, not only ours: spreadsheets elsewhere cut at theirs.
    return '"' + text.replace('"', '""') + '"' if re.search('[,;\t"\r\n]', text) else text
