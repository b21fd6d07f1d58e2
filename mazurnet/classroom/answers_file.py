"""A file of answers: what a class typed, as a spreadsheet saves it, read row by row, not guessed.

Where two rows contradict each other, the earlier one counts and the later one is reported. A row
may go on over several lines inside quotation marks; one that is opened and never closed costs its
own line and no other.
"""

import csv
import re
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Final, NamedTuple

from mazurnet import arguments
from mazurnet.feedback import typed_number
from mazurnet.feedback.page_of_working import LINES

NEEDED_COLUMNS, SHEET_COLUMN = ("student", "quantity", "answer"), "sheet"
NOBODY_SAID: Final = "unsaid"  # of a row that names no sheet: whose numbers these are
SEPARATORS = (",", ";", "\t")
_QUOTED = "".join(SEPARATORS) + "\r\n"  # a cell that holds one of these is quoted
_SIGNS_OF_A_FORMULA = frozenset("=+-@＝＋－＠")  # the wide ones are run where people type them
_DROPPED_BEFORE_A_FORMULA = frozenset("\0\t\r\n")  # by programs that look at what comes next
HOW_TO_SAY = (
    "Say whose numbers these are: --sheet-column NAME for a column of another name, --sheet N for "
    "what names no sheet, or --article for the article's numbers."
)
_QUANTITIES = {line.name.lower(): line.name for line in LINES}


class SheetsUnsaid(ValueError):
    """Nobody has said whose numbers a file of answers belongs to."""


class Sheets(NamedTuple):
    """Where the sheet of a row is named, and whose numbers those are that name none.

    None means the article's numbers.
    """

    column: str = SHEET_COLUMN
    otherwise: int | str | None = NOBODY_SAID


IN_EVERY_ROW = Sheets()


class AnswerRow(NamedTuple):
    """One answer: its first line in the file, all cells of the row, and what they say.

    No sheet means the article's network.
    """

    line: int
    cells: tuple[str, ...]
    student: str
    sheet: int | None
    quantity: str
    answer: str


class SkippedLine(NamedTuple):
    """A row that was not marked, the reason in a sentence, and the row as it stands."""

    line: int
    reason: str
    as_it_stands: str


@dataclass(frozen=True)
class AnswersFile:
    """What a file holds: how its cells are separated, its first line, its rows, and the rest."""

    separator: str
    header: tuple[str, ...]
    rows: tuple[AnswerRow, ...]
    skipped: tuple[SkippedLine, ...]


def answers_in(path: Path, sheets: Sheets = IN_EVERY_ROW) -> AnswersFile:
    """The answers in a file. Raises ValueError, with the reason, for a file that has none.

    Raises SheetsUnsaid, before any row is read, where it is not said whose numbers these are.
    """
    try:
        if path.is_dir():
            raise ValueError("this is a folder, not a file of answers.")
        return answers_in_bytes(path.read_bytes(), sheets)
    except OSError as error:
        raise ValueError(f"the file cannot be read: {error.strerror}.") from None


def answers_in_bytes(data: bytes, sheets: Sheets = IN_EVERY_ROW) -> AnswersFile:
    """The answers in the bytes of a file. Raises what `answers_in` does."""
    content = data.removeprefix(BOM_UTF8)
    if not content.strip():
        raise ValueError("the file is empty.")
    first_line, *lines = content.splitlines()
    separator, header = _separator_and_header(first_line)
    _refuse_unknown_columns(header, sheets)
    rows: list[AnswerRow] = []
    skipped: list[SkippedLine] = []
    first_of_student: dict[str, AnswerRow] = {}
    answered: dict[tuple[str, str], AnswerRow] = {}
    for number, record in _records(lines):
        try:
            row = _row(number, _cells(record, separator), header, sheets)
            if row is None:
                continue
            if row.answer:
                _refuse_another_sheet(row, first_of_student.setdefault(row.student, row))
                _refuse_another_answer(row, answered.setdefault((row.student, row.quantity), row))
            rows.append(row)
        except SheetsUnsaid:
            raise
        except ValueError as reason:
            as_it_stands = record.decode("utf-8", errors="backslashreplace")
            skipped.append(SkippedLine(number, str(reason), as_it_stands))
    if not rows and not skipped:
        raise ValueError("there are no rows below its first line.")
    return AnswersFile(separator, header, tuple(rows), tuple(skipped))


def _separator_and_header(line: bytes) -> tuple[str, tuple[str, ...]]:
    first_line = _decoded(line)
    separator = next((one for one in SEPARATORS if _names_the_columns(line, one)), None)
    if separator is None:
        raise ValueError(
            "its first line must name the columns student, sheet, quantity and answer; "
            f"it is {arguments.quoted(first_line)}."
        )
    header = _cells(line, separator)
    return separator, header


def _refuse_unknown_columns(header: Sequence[str], sheets: Sheets) -> None:
    columns, sheet_column = _column_names(header), _column_names([sheets.column])[0]
    for column in (*NEEDED_COLUMNS, sheet_column):
        if columns.count(column) > 1:
            raise ValueError(f"its first line names the column {column} twice.")
    named_otherwise = sheets.column != SHEET_COLUMN
    if sheet_column not in columns and (named_otherwise or sheets.otherwise == NOBODY_SAID):
        raise SheetsUnsaid(
            f"its first line names no column {sheets.column}, but {arguments.listed(header)}. "
            + HOW_TO_SAY
        )


def _records(lines: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
    """The rows, each with the number of its first line; one may go on inside quotation marks."""
    at = 0
    while at < len(lines):
        end, quotes = at + 1, lines[at].count(b'"')
        while quotes % 2 and end < len(lines):
            quotes += lines[end].count(b'"')
            end += 1
        record = b"\n".join(lines[at:end])
        if quotes % 2 or (end > at + 1 and not _is_a_row(record)):
            end, record = at + 1, lines[at]  # never closed: it costs its own line
        yield at + 2, record
        at = end


def _is_a_row(record: bytes) -> bool:
    """Whether several lines are one row: a quotation mark ends where a cell does."""
    return any(_can_be_cut(record, separator) for separator in SEPARATORS)


def _can_be_cut(record: bytes, separator: str) -> bool:
    try:
        return len(_cells(record, separator)) > 1
    except ValueError:
        return False


def _names_the_columns(line: bytes, separator: str) -> bool:
    try:
        return set(NEEDED_COLUMNS) <= set(_column_names(_cells(line, separator)))
    except ValueError:
        return False


def _column_names(header: Iterable[str]) -> list[str]:
    return [_in_one_line(cell).lower() for cell in header]


def _cells(record: bytes, separator: str) -> tuple[str, ...]:
    """The cells of a row. Raises ValueError, with the reason, if its quotation marks are odd."""
    try:
        lines = StringIO(_decoded(record), newline="")
        return tuple(next(csv.reader(lines, delimiter=separator, strict=True), ()))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise ValueError("a quotation mark is opened and not closed in this line.") from None
        raise ValueError(f"the line cannot be taken apart into cells: {error}.") from None


def _decoded(line: bytes) -> str:
    """The text of a line. Raises ValueError, with the reason, if it is not UTF-8."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise ValueError("this is not UTF-8 text; save the file as CSV UTF-8.") from None


def _row(
    line: int, cells: tuple[str, ...], header: tuple[str, ...], sheets: Sheets
) -> AnswerRow | None:
    """The row in these cells, None if they are all blank. Raises ValueError, with the reason."""
    if not any(map(str.strip, cells)):
        return None
    if any(map(str.strip, cells[len(header) :])):
        raise ValueError(
            f"the line has {len(cells)} cells, and the first line has {len(header)}. "
            "A decimal comma needs semicolons between the cells, or quotation marks."
        )
    blank = ("",) * (len(header) - len(cells))  # a spreadsheet drops those at a row's end
    cells = cells[: len(header)] + blank
    said = dict(zip(_column_names(header), map(_in_one_line, cells), strict=True))
    student, quantity, answer = (said[column] for column in NEEDED_COLUMNS)
    if not student:
        raise ValueError("no student is named.")
    sheet = _sheet(line, said.get(_in_one_line(sheets.column).lower(), ""), answer, sheets)
    if quantity not in _QUANTITIES.values():
        nearest = get_close_matches(quantity.lower(), _QUANTITIES, 1)
        hint = f"; the nearest is {_QUANTITIES[nearest[0]]}" if nearest else ""
        raise ValueError(
            f"{arguments.quoted(quantity)} is no quantity of the page of working{hint}."
        )
    if answer and typed_number.number_in(answer) is None:
        raise ValueError(f"{arguments.quoted(answer)} is not a number such as 0.123 or 1.23e-4.")
    return AnswerRow(line, cells, student, sheet, quantity, answer)


def _in_one_line(cell: str) -> str:
    """What a cell says: without line breaks, and each letter as one character, however typed."""
    return unicodedata.normalize("NFC", " ".join(cell.split()))


def _sheet(line: int, cell: str, answer: str, sheets: Sheets) -> int | None:
    """The number of the sheet that a row belongs to."""
    if cell:
        if not re.fullmatch("[0-9]{1,18}", cell):
            raise ValueError(
                f"the sheet must be a whole number such as 12, not {arguments.quoted(cell)}."
            )
        return int(cell)
    if sheets.otherwise == NOBODY_SAID and answer:
        raise SheetsUnsaid(f"line {line} has an answer and names no sheet. {HOW_TO_SAY}")
    return sheets.otherwise if isinstance(sheets.otherwise, int) else None


def _refuse_another_sheet(row: AnswerRow, first: AnswerRow) -> None:
    if row.sheet != first.sheet:
        sheet, other = ("no sheet" if s is None else f"sheet {s}" for s in (first.sheet, row.sheet))
        raise ValueError(
            f"{arguments.quoted(row.student)} has {sheet} from line {first.line} on, not {other}."
        )


def _refuse_another_answer(row: AnswerRow, first: AnswerRow) -> None:
    if row is not first:
        raise ValueError(
            f"{arguments.quoted(row.student)} has answered {row.quantity} in line {first.line}; "
            "that answer is the one marked."
        )


def as_csv(lines: Iterable[Sequence[str]], separator: str) -> bytes:
    """Lines of cells as a file for a spreadsheet, in which no cell is a formula."""
    written = "".join(f"{_line_of_csv(cells, separator)}\r\n" for cells in lines)
    return written.encode(
        "utf-8-sig"
    )  # with a mark at the front: Excel takes it for cp1252 without


def _line_of_csv(cells: Sequence[str], separator: str) -> str:
    """A line in which a cell with any separator is quoted: spreadsheets elsewhere cut at theirs."""
    # A writer quotes the characters that end its lines, and so the separators that are not its own.
    line = StringIO(newline="")
    writer = csv.writer(line, delimiter=separator, lineterminator=_QUOTED)
    writer.writerow(map(_never_run, cells))
    return line.getvalue().removesuffix(_QUOTED)


def _never_run(cell: str) -> str:
    """The cell, as text where a spreadsheet would run it.

    What begins like a formula and is no number would be run where the file is opened. It gets an
    apostrophe, which makes text of it: nothing is lost, and a student called @ann is marked, too.
    """
    first_seen = next((c for c in cell if c.isprintable() and not c.isspace()), "")
    like_a_formula = first_seen in _SIGNS_OF_A_FORMULA or cell[:1] in _DROPPED_BEFORE_A_FORMULA
    return f"'{cell}" if like_a_formula and typed_number.number_in(cell) is None else cell
