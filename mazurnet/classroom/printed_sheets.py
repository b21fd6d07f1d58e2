"""Printed sheets: worksheets and keys as files for a student or a class, and a table for answers.

No file is overwritten, and none is left half-written.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tqdm import tqdm

from mazurnet import arguments, files
from mazurnet.classroom import answers_file, worksheet
from mazurnet.classroom.worksheet import ASKED_LINES
from mazurnet.display import html
from mazurnet.display.html import Markup

DOCUMENT_TEMPLATE = Path(__file__).with_name("printed_sheets.html.j2")
COLUMNS_OF_ANSWERS = ("student", "sheet", "quantity", "answer")


def for_one(seed: int, folder: Path) -> list[Path]:
    """Write a sheet and its key; returns the files.

    Raises TypeError or ValueError for a seed that is none, OSError where a file cannot be written
    or is there already. Lessons 01 to 04 build what it asks for.
    """
    arguments.count(seed, "seed")
    name = f"worksheet-{seed}"
    return _written(
        folder,
        {
            f"{name}.html": lambda: document(f"Sheet {seed}", [worksheet.sheet(seed)]),
            f"{name}-key.html": lambda: document(f"Answers to sheet {seed}", [worksheet.key(seed)]),
        },
    )


def for_a_class(students: int, first: int, folder: Path) -> list[Path]:
    """Write a sheet for each student, each on other numbers, their keys, and a blank table.

    The sheets count up from `first`. Returns the files; raises what `for_one` raises.
    """
    last = arguments.count(first, "seed") + arguments.count(students, "class", least=1) - 1
    sheets, name = range(first, last + 1), f"worksheets-{first}-{last}"
    which = f"sheets {first} to {last}"
    return _written(
        folder,
        {
            f"{name}.html": lambda: document(
                which.capitalize(), map(worksheet.sheet, _counted_on_screen(sheets, "sheets"))
            ),
            f"{name}-key.html": lambda: document(
                f"Answers to {which}", map(worksheet.key, _counted_on_screen(sheets, "keys"))
            ),
            "answers.csv": lambda: blank_table(sheets),
        },
    )


def document(title: str, articles: Iterable[Markup]) -> bytes:
    """Sheets or keys as a page that prints on A4 and on Letter: no script, no network."""
    return html.filled(DOCUMENT_TEMPLATE, title=title, articles=articles).encode()


def blank_table(sheets: Iterable[int]) -> bytes:
    """A table as CSV to type answers into: a line for each student and each asked quantity."""
    rows = [
        (f"student {number}", str(sheet), line.name, "")
        for number, sheet in enumerate(sheets, 1)
        for line in ASKED_LINES
    ]
    return answers_file.as_csv([COLUMNS_OF_ANSWERS, *rows], ",")


def _counted_on_screen(sheets: Iterable[int], what: str) -> Iterable[int]:
    return tqdm(sheets, desc=what, leave=False, disable=None)  # None: not in a file or a pipe


def _written(folder: Path, contents: Mapping[str, Callable[[], bytes]]) -> list[Path]:
    """Work out and write all files; what would fail is found before the work."""
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(f"{folder} is a file, not a folder: name a folder after --to.")
    files.refuse_to_overwrite(folder, contents)
    folder.mkdir(parents=True, exist_ok=True)
    return files.write(folder, {name: content() for name, content in contents.items()})
