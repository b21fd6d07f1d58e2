"""Handing back: `python -m mazurnet mark answers.csv` marks a class and writes what comes of it."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import TextIO

from tqdm import tqdm

from mazurnet import files
from mazurnet.classroom import cells, class_picture, marking, report, rows, tally
from mazurnet.classroom.marking import Student
from mazurnet.classroom.rows import Answers, Skipped
from mazurnet.feedback import verdict

ADDED = ("verdict", "slip", "made in", "step", "lesson", "remark")
BLANK = verdict.Verdict(verdict.OPEN, "Not answered yet.")
SHOWN = 20  # lines left out that are listed in the terminal; all are in the report


def mark(file: str) -> int:
    """Mark a file of answers and write the results beside it. Returns the exit code."""
    path = Path(file)
    try:
        answers = rows.answers_in(path)
        if not answers.rows:
            _list(answers.skipped, sys.stderr)
            raise ValueError("no line of it can be marked.")
        class_ = marking.students(answers.rows)
        # Without a terminal, `disable=None` keeps the bar out of files and pipes.
        bar = tqdm(class_, desc="marking", unit="student", disable=None, leave=False)
        marked = list(marking.marked(bar))
        contents = _files(path.name, answers, marked)
        try:
            names = _write(path, contents)
        except OSError as error:
            why = error.strerror or error
            raise ValueError(f"nothing can be written beside it: {why}.") from None
    except ValueError as reason:
        _say(f"{file}: {reason}", sys.stderr)
        return 1
    _sum_up(marked, answers.skipped, names)
    return 0


def marked_rows(answers: Answers, marked: Sequence[Student]) -> Iterator[tuple[str, ...]]:
    """The answers line by line, with what is to be said about each."""
    taken = {name.strip().lower() for name in answers.header}
    yield (*answers.header, *(f"{name}_new" if name in taken else name for name in ADDED))
    by_name = {student.name: student for student in marked}
    for row in answers.rows:
        student = by_name[row.student]
        found = student.marks[row.quantity] if row.answer else BLANK
        remark = " ".join(found.text.split())
        if remark.startswith("-"):  # a spreadsheet would take the sentence for a formula
            remark = f"−{remark[1:]}"
        cases = student.cases.get(row.quantity, ()) if row.answer else ()
        yield (*row.cells, found.kind, *marking.told_in_columns(cases), remark)


def _files(name: str, answers: Answers, marked: list[Student]) -> dict[str, bytes]:
    counts = tally.tallies(marked)
    picture = class_picture.slips_by_step(counts, len(marked))
    page = report.html(name, marked, counts, picture, answers.skipped)
    picture.figure.set_dpi(200)  # 1920 by 1080 on the wall
    return {
        ".csv": cells.put_together(marked_rows(answers, marked), answers.separator),
        ".html": page.encode(errors="backslashreplace"),
        ".png": picture.png(),
    }


def _write(path: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write the files, by ending, beside the path under a free name. Raises OSError."""
    for n in count(1):
        stem = f"{path.stem}-marked{f'-{n}' if n > 1 else ''}"
        names = [path.with_name(stem + ending) for ending in contents]
        if not any(map(os.path.lexists, names)):
            break
    named = {name.name: content for name, content in zip(names, contents.values(), strict=True)}
    return files.write(path.parent, named)


def _sum_up(marked: Sequence[Student], skipped: Sequence[Skipped], names: Sequence[Path]) -> None:
    _say(report.summary(marked))
    for slip, made in tally.by_slip(marked)[:3]:
        _say(f"{class_picture.counted(made)}: {slip.clause} (lesson {slip.lesson:02d})")
    _list(skipped, sys.stdout)
    _say(f"Written: {', '.join(map(str, names))}")


def _list(skipped: Sequence[Skipped], stream: TextIO) -> None:
    """The lines left out, by their numbers; of very many the first ones."""
    if skipped:
        _say(f"Not marked: {len(skipped)} line{'s' * (len(skipped) > 1)}", stream)
    for line, reason, _ in skipped[:SHOWN]:
        _say(f"  line {line}: {reason}", stream)
    if len(skipped) > SHOWN:
        _say(f"  and {len(skipped) - SHOWN} more", stream)


def _say(text: str, stream: TextIO | None = None) -> None:
    """Print, also where the terminal does not have every letter."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    print(text.encode(encoding, "backslashreplace").decode(encoding), file=stream)
