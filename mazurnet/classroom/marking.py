"""Marking: a class's papers judged one by one, each slip in the step of its making, and counted."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from sympy import Symbol

from mazurnet import network
from mazurnet.classroom.answers_file import AnswerRow
from mazurnet.feedback import fresh_numbers, outcomes
from mazurnet.feedback.answer_sheet import AnswerSheet
from mazurnet.feedback.page_of_working import STEP_OF, STEPS, Step
from mazurnet.feedback.slips import SLIPS, Slip
from mazurnet.feedback.verdict import OPEN, WRONG, Verdict


class Paper(NamedTuple):
    """What one student handed in: an answer, or nothing yet, for each quantity."""

    student: str
    sheet: int | None
    answers: dict[str, str]


class MadeSlip(NamedTuple):
    """A slip, and the line in which it was made."""

    slip: Slip
    line: Symbol

    @property
    def step(self) -> Step:
        """The step to which the line belongs."""
        return STEP_OF[self.line]


Case = tuple[MadeSlip, ...]  # one slip, or two that were made together


class CasesInWords(NamedTuple):
    """What may have gone wrong: the slips, the lines they were made in, their steps, the lessons.

    Slips made together are joined by "and", cases of which one happened by "or".
    """

    slips: str
    lines: str
    steps: str
    lessons: str


@dataclass(frozen=True)
class MarkedPaper:
    """One student's answers, marked: a verdict for each, and the cases behind each wrong one.

    Of several cases behind an answer one happened, and it cannot be told which.
    """

    student: str
    sheet: int | None
    verdicts: Mapping[str, Verdict]
    cases: Mapping[str, tuple[Case, ...]]

    @cached_property
    def slips_made(self) -> dict[Step, set[Slip]]:
        """The steps in which slips were made for sure, and the slips that it can have been."""
        slips_of: dict[Step, set[Slip]] = {}
        for cases in self.cases.values():
            sure = _sure_steps(cases)
            for made in (made for case in cases for made in case if made.step in sure):
                slips_of.setdefault(made.step, set()).add(made.slip)
        return slips_of

    @cached_property
    def unexplained(self) -> set[Step]:
        """The steps with a wrong answer of which it cannot be told where it went wrong."""
        lines = [line for line, cases in self.cases.items() if not _sure_steps(cases)]
        return {STEP_OF[Symbol(line)] for line in lines} - self.slips_made.keys()

    @cached_property
    def answered(self) -> set[Step]:
        """The steps with at least one answer."""
        return {STEP_OF[Symbol(q)] for q, verdict in self.verdicts.items() if verdict.kind != OPEN}

    def count(self, *kinds: str) -> int:
        """How many answers got a verdict of these kinds."""
        return sum(verdict.kind in kinds for verdict in self.verdicts.values())


class Tally(NamedTuple):
    """One step in numbers of students, and the slips made in it, the commonest first.

    `right` made no mistake here: what follows from a wrong number before is held against nobody.
    """

    step: Step
    answered: int
    right: int
    slipped: int
    unexplained: int
    slips: tuple[tuple[Slip, int], ...]


def papers(rows: Iterable[AnswerRow]) -> list[Paper]:
    """What each student handed in, in the order in which the students first appear."""
    rows = list(rows)
    sheet_of = {row.student: row.sheet for row in reversed(rows) if row.answer}
    paper_of: dict[str, Paper] = {}
    for row in rows:
        paper = Paper(row.student, sheet_of.get(row.student, row.sheet), {})
        answers = paper_of.setdefault(row.student, paper).answers
        answers[row.quantity] = row.answer or answers.get(row.quantity, "")
    return list(paper_of.values())


def marked(handed_in: Iterable[Paper]) -> Iterator[MarkedPaper]:
    """Each paper, marked when its turn comes."""
    for student, number, answers in handed_in:
        sheet = AnswerSheet(answers, outcomes.outcomes(_given(number)))
        cases = {
            line: tuple(_case(sheet, line, slip) for slip in verdict.slips)
            for line, verdict in sheet.marks.items()
            if verdict.kind == WRONG
        }
        yield MarkedPaper(student, number, sheet.marks, cases)


def cases_in_words(cases: Collection[Case]) -> CasesInWords:
    """Cases as a line of a table tells them: all empty where there is none."""
    return CasesInWords(
        slips=_joined(cases, lambda made: made.slip.what),
        lines=_joined(cases, lambda made: made.line.name),
        steps=_joined(cases, lambda made: made.step.title),
        lessons=_joined(cases, lambda made: f"{made.slip.lesson:02d}"),
    )


def tallies(marked_papers: Collection[MarkedPaper]) -> list[Tally]:
    """Every step of the page in numbers, in the order of the lessons."""
    return [_tally(step, marked_papers) for step in STEPS]


def commonest_slips(marked_papers: Iterable[MarkedPaper]) -> tuple[tuple[Slip, int], ...]:
    """How many students made each slip, anywhere, the commonest first."""
    return _commonest_first(
        Counter(slip for paper in marked_papers for slip in set().union(*paper.slips_made.values()))
    )


def counted(number: int, noun: str) -> str:
    """A number of things in words: 1 student, 30 students."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _sure_steps(cases: tuple[Case, ...]) -> set[Step]:
    """The steps that are in every case."""
    return set.intersection(*({made.step for made in case} for case in cases)) if cases else set()


def _case(sheet: AnswerSheet, line: str, slip: Slip) -> Case:
    parts = slip.parts if len(slip.parts) > 1 else (slip,)
    return tuple(MadeSlip(part, sheet.made_in(line, part)) for part in parts)


def _joined(cases: Iterable[Case], words: Callable[[MadeSlip], str]) -> str:
    """What is said of cases, nothing of it twice: one and the other, or a third."""
    each = (" and ".join(dict.fromkeys(map(words, case))) for case in cases)
    return " or ".join(dict.fromkeys(each))


@cache
def _given(sheet: int | None) -> Mapping[Symbol, Any]:
    return network.given if sheet is None else fresh_numbers.fresh(sheet)


def _tally(step: Step, marked_papers: Collection[MarkedPaper]) -> Tally:
    answered = [paper for paper in marked_papers if step in paper.answered]
    slipped = [paper for paper in marked_papers if step in paper.slips_made]
    unexplained = [paper for paper in marked_papers if step in paper.unexplained]
    right = [p for p in answered if step not in p.slips_made and step not in p.unexplained]
    slips = Counter(slip for paper in slipped for slip in paper.slips_made[step])
    return Tally(
        step, len(answered), len(right), len(slipped), len(unexplained), _commonest_first(slips)
    )


def _commonest_first(counts: Mapping[Slip, int]) -> tuple[tuple[Slip, int], ...]:
    """Slips and numbers of students, the largest first; equal ones in the order of the lessons."""
    places = {slip: place for place, slip in enumerate(SLIPS.values())}
    return tuple(sorted(counts.items(), key=lambda count: (-count[1], places[count[0]])))
