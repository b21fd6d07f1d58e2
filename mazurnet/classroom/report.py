"""The report: a page for the teacher: picture, steps, students, and the lines left out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mazurnet.classroom import marking
from mazurnet.classroom.answers_file import SkippedLine
from mazurnet.classroom.marking import MarkedPaper, Tally
from mazurnet.display import html, style
from mazurnet.display.picture import Picture
from mazurnet.feedback.answer_sheet import FINE, FOLLOWS
from mazurnet.feedback.verdict import OPEN, TOO_FEW, WRONG

REPORT_TEMPLATE = Path(__file__).with_name("report.html.j2")
COUNTED_VERDICTS = (FINE, (FOLLOWS,), (WRONG,), (TOO_FEW,), (OPEN,))  # a column each


class WrongAnswer(NamedTuple):
    """What is said of a wrong answer, and of which line; the lessons, if its slips are known."""

    lines: str
    said: str
    lessons: str


def for_the_teacher(
    name: str,
    marked: Sequence[MarkedPaper],
    tallies: Sequence[Tally],
    picture: Picture,
    skipped: Sequence[SkippedLine],
) -> str:
    """The whole page, in one file; `name` is that of the file of answers."""
    return html.filled(
        REPORT_TEMPLATE,
        name=name,
        summary=summary(marked),
        picture=html.Markup(picture._repr_html_()),
        tallies=tallies,
        students=[(paper, _counts(paper), [*dict.fromkeys(_wrong(paper))]) for paper in marked],
        skipped=skipped,
        ink=style.INK,
        quiet=style.QUIET,
    )


def summary(marked: Sequence[MarkedPaper]) -> str:
    """The class in a sentence: how many students and answers, and how those fared."""
    right, follow, wrong, too_few, left = (
        sum(paper.count(*kinds) for paper in marked) for kinds in COUNTED_VERDICTS
    )
    answers = sum(len(paper.verdicts) for paper in marked) - left
    return (
        f"{marking.counted(len(marked), 'student')}, {marking.counted(answers, 'answer')}: "
        f"{right} right, {follow} that follow from a wrong number before, {wrong} wrong, "
        f"{too_few} with too few digits to tell. {left} left open."
    )


def _counts(paper: MarkedPaper) -> list[int]:
    return [paper.count(*kinds) for kinds in COUNTED_VERDICTS]


def _wrong(paper: MarkedPaper) -> Iterator[WrongAnswer]:
    for line, cases in paper.cases.items():
        if cases:
            told = marking.cases_in_words(cases)
            yield WrongAnswer(told.lines, told.slips, told.lessons)
        else:
            yield WrongAnswer(line, paper.verdicts[line].text, "")
