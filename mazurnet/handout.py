"""Handouts: worksheets and keys as files for one student or a class, and a table for the answers.

No file is overwritten, and none is left half-written.
"""

import csv
import tempfile
from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path

from tqdm import tqdm

from mazurnet import door, paper, worksheet
from mazurnet.asked import ASKED_LINES

COLUMNS = ("student", "sheet", "quantity", "answer")

# Excel takes a CSV file for UTF-8 only if it begins with this mark; without it a student's
# Ł or é typed into the table comes back as something else.
MARK = "\N{BYTE ORDER MARK}"


def for_one(seed: int, folder: Path) -> list[Path]:
    """Write a sheet and its key; returns the files.

    Raises TypeError or ValueError for a seed that is none, OSError where a file cannot be written
    or is there already. Lessons 01 to 04 build what it asks for.
    """
    door.count(seed, "seed")
    name = f"worksheet-{seed}"
    return _written(
        folder,
        {
            f"{name}.html": lambda: _html(f"Sheet {seed}", [worksheet.sheet(seed)]),
            f"{name}-key.html": lambda: _html(f"Answers to sheet {seed}", [worksheet.key(seed)]),
        },
    )


def for_a_class(students: int, first: int, folder: Path) -> list[Path]:
    """Write a sheet for each student, each on other numbers, their keys, and a blank table.

    The sheets count up from `first`. Returns the files; raises what `for_one` raises.
    """
    last = door.count(first, "seed") + door.count(students, "class", least=1) - 1
    sheets, name = range(first, last + 1), f"worksheets-{first}-{last}"
    which = f"sheets {first} to {last}"
    return _written(
        folder,
        {
            f"{name}.html": lambda: _html(which.capitalize(), map(worksheet.sheet, _bar(sheets))),
            f"{name}-key.html": lambda: _html(
                f"Answers to {which}", map(worksheet.key, _bar(sheets, "keys"))
            ),
            "answers.csv": lambda: MARK + table(sheets),
        },
    )


def table(sheets: Iterable[int]) -> str:
    """A table as CSV to type answers into: a line for each student and each asked quantity."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for number, sheet in enumerate(sheets, 1):
        writer.writerows((f"student {number}", sheet, line, "") for line in ASKED_LINES)
    return text.getvalue()


def _bar(sheets: Iterable[int], what: str = "sheets") -> Iterable[int]:
    return tqdm(sheets, desc=what, leave=False, disable=None)  # None: only on a screen


def _html(title: str, parts: Iterable[str]) -> str:
    return paper.document(f"{title}: backpropagation by hand", "\n".join(parts))


def _written(folder: Path, files: dict[str, Callable[[], str]]) -> list[Path]:
    """Write all files or none: first under other names, then each under its own."""
    _refuse_to_overwrite(folder, files)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".worksheets-", dir=folder) as aside:
        for name, text in files.items():
            (Path(aside) / name).write_text(text(), encoding="utf-8", newline="")
        _refuse_to_overwrite(folder, files)  # it took a while: somebody may have been quicker
        return [(Path(aside) / name).rename(folder / name) for name in files]


def _refuse_to_overwrite(folder: Path, names: Iterable[str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(f"{folder} is a file, not a folder: name a folder after --to.")
    for path in (folder / name for name in names):
        if path.exists():
            raise FileExistsError(
                f"{path} is already there: move it away, or name another folder after --to."
            )
