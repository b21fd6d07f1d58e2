"""Handing back: `python -m mazurnet mark answers.csv` marks a class and writes what comes of it."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from os.path import lexists
from pathlib import Path
from typing import TextIO

from tqdm import tqdm

from mazurnet import files
from mazurnet.classroom import answers_file, class_picture, marking, report
from mazurnet.classroom.answers_file import (
    IN_EVERY_ROW,
    AnswersFile,
    Sheets,
    SheetsUnsaid,
    SkippedLine,
)
from mazurnet.classroom.marking import MarkedPaper
from mazurnet.feedback import verdict

ADDED_COLUMNS = ("verdict", "slip", "made in", "step", "lesson", "remark")
MOST_LINES_LISTED = 20  # of those left out, in the terminal; all are in the report


def mark(file: str, sheets: Sheets = IN_EVERY_ROW) -> int:
    """Mark a file of answers and write the results beside it.

    Returns the exit code: 2, before anything is marked, where it is not said whose numbers these
    are, and 1 for anything else that is in the way.
    """
    path = Path(file)
    try:
        answers = answers_file.answers_in(path, sheets)
        if not answers.rows:
            _list(answers.skipped, sys.stderr)
            raise ValueError("no line of it can be marked.")
        papers = marking.papers(answers.rows)
        # Without a terminal, `disable=None` keeps the bar out of files and pipes.
        bar = tqdm(papers, desc="marking", unit="student", disable=None, leave=False)
        marked = list(marking.marked(bar))
        contents = _contents(path.name, answers, marked)
        try:
            written = _write(path, contents)
        except OSError as error:
            why = error.strerror or error
            raise ValueError(f"nothing can be written beside it: {why}.") from None
    except ValueError as reason:
        _say(f"{file}: {reason}", sys.stderr)
        return 2 if isinstance(reason, SheetsUnsaid) else 1
    _sum_up(marked, answers.skipped, written)
    return 0


def marked_rows(answers: AnswersFile, marked: Sequence[MarkedPaper]) -> Iterator[tuple[str, ...]]:
    """The answers line by line, with what is to be said about each."""
    taken = {column.strip().lower() for column in answers.header}
    added = (f"{column}_new" if column in taken else column for column in ADDED_COLUMNS)
    yield (*answers.header, *added)
    paper_of = {paper.student: paper for paper in marked}
    for row in answers.rows:
        paper = paper_of[row.student]
        said = paper.verdicts[row.quantity] if row.answer else verdict.NOT_ANSWERED
        cases = paper.cases.get(row.quantity, ()) if row.answer else ()
        remark = " ".join(said.text.split())
        if remark.startswith("-"):  # a spreadsheet would take the sentence for a formula
            remark = f"−{remark[1:]}"
        yield (*row.cells, said.kind, *marking.cases_in_words(cases), remark)


def _contents(name: str, answers: AnswersFile, marked: list[MarkedPaper]) -> dict[str, bytes]:
    """What is written, by the ending of its file."""
    tallies = marking.tallies(marked)
    picture = class_picture.slips_by_step(tallies, len(marked))
    report_html = report.for_the_teacher(name, marked, tallies, picture, answers.skipped)
    picture.figure.set_dpi(200)  # 1920 by 1080 on the wall
    return {
        ".csv": answers_file.as_csv(marked_rows(answers, marked), answers.separator),
        ".html": report_html.encode(errors="backslashreplace"),
        ".png": picture.png(),
    }


def _write(path: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write the files, by ending, beside the path under a free name. Raises OSError."""
    number, stem = 1, f"{path.stem}-marked"
    while any(lexists(path.with_name(stem + ending)) for ending in contents):
        number += 1
        stem = f"{path.stem}-marked-{number}"
    return files.write(
        path.parent, {stem + ending: content for ending, content in contents.items()}
    )


def _sum_up(
    marked: Sequence[MarkedPaper], skipped: Sequence[SkippedLine], written: Sequence[Path]
) -> None:
    _say(report.summary(marked))
    for slip, students in marking.commonest_slips(marked)[:3]:
        _say(f"{marking.counted(students, 'student')}: {slip.clause} (lesson {slip.lesson:02d})")
    _list(skipped, sys.stdout)
    _say(f"Written: {', '.join(map(str, written))}")


def _list(skipped: Sequence[SkippedLine], stream: TextIO) -> None:
    """The lines left out, by their numbers; of very many the first ones."""
    if skipped:
        _say(f"Not marked: {marking.counted(len(skipped), 'line')}", stream)
    for line, reason, _ in skipped[:MOST_LINES_LISTED]:
        _say(f"  line {line}: {reason}", stream)
    if len(skipped) > MOST_LINES_LISTED:
        _say(f"  and {len(skipped) - MOST_LINES_LISTED} more", stream)


def _say(sentence: str, stream: TextIO | None = None) -> None:
    """Print, also where the terminal does not have every letter."""
    stream = stream or sys.stdout
    encoding = stream.encoding or "utf-8"
    print(sentence.encode(encoding, "backslashreplace").decode(encoding), file=stream)
