"""Marking: a class's answers judged student by student, each slip in the step of its making."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

from sympy import Symbol

from mazurnet import network
from mazurnet.classroom.rows import Row
from mazurnet.feedback import fresh_numbers, outcomes
from mazurnet.feedback.answer_sheet import AnswerSheet
from mazurnet.feedback.page_of_working import STEP_OF, Step
from mazurnet.feedback.slips import Slip
from mazurnet.feedback.verdict import OPEN, WRONG, Verdict


class Made(NamedTuple):
    """A slip, and the line in which it was made."""

    slip: Slip
    line: Symbol

    @property
    def step(self) -> Step:
        """The step to which the line belongs."""
        return STEP_OF[self.line]


Case = tuple[Made, ...]  # one slip, or two that were made together


@dataclass(frozen=True)
class Student:
    """One student's answers, marked: a verdict for each, and the cases behind each wrong one.

    Of several cases behind an answer one happened, and it cannot be told which.
    """

    name: str
    sheet: int | None
    marks: Mapping[str, Verdict]
    cases: Mapping[str, tuple[Case, ...]]

    @cached_property
    def made(self) -> dict[Step, set[Slip]]:
        """The steps in which slips were made for sure, and the slips that it can have been."""
        found: dict[Step, set[Slip]] = {}
        for cases in self.cases.values():
            sure = _sure(cases)
            for made in (made for case in cases for made in case if made.step in sure):
                found.setdefault(made.step, set()).add(made.slip)
        return found

    @cached_property
    def unexplained(self) -> set[Step]:
        """The steps with a wrong answer of which it cannot be told where it went wrong."""
        lines = [line for line, cases in self.cases.items() if not _sure(cases)]
        return {STEP_OF[Symbol(line)] for line in lines} - self.made.keys()

    @cached_property
    def answered(self) -> set[Step]:
        """The steps with at least one answer."""
        return {STEP_OF[Symbol(q)] for q, verdict in self.marks.items() if verdict.kind != OPEN}

    def count(self, *kinds: str) -> int:
        """How many answers got a verdict of these kinds."""
        return sum(verdict.kind in kinds for verdict in self.marks.values())


def students(rows: Iterable[Row]) -> list[tuple[str, int | None, dict[str, str]]]:
    """Name, sheet and answers of each student, in the order in which they first appear."""
    found: dict[str, tuple[str, int | None, dict[str, str]]] = {}
    for row in rows:
        _, _, answers = found.setdefault(row.student, (row.student, row.sheet, {}))
        answers[row.quantity] = row.answer or answers.get(row.quantity, "")
    return list(found.values())


def marked(rows: Iterable[tuple[str, int | None, dict[str, str]]]) -> Iterator[Student]:
    """Each student's answers, marked; `rows` are what `students` gives."""
    for name, number, answers in rows:
        sheet = AnswerSheet(answers, outcomes.outcomes(_given(number)))
        cases = {
            line: tuple(_case(sheet, line, slip) for slip in verdict.slips)
            for line, verdict in sheet.marks.items()
            if verdict.kind == WRONG
        }
        yield Student(name, number, sheet.marks, cases)


def told_in_columns(cases: Iterable[Case]) -> tuple[str, str, str, str]:
    """Cases in words: the slips, the lines in which they were made, their steps, the lessons."""
    words = [
        [(m.slip.what, m.line.name, m.step.title, f"{m.slip.lesson:02d}") for m in c] for c in cases
    ]

    def joined(place: int) -> str:
        each = (" and ".join(dict.fromkeys(made[place] for made in case)) for case in words)
        return " or ".join(dict.fromkeys(each))

    return joined(0), joined(1), joined(2), joined(3)


def _sure(cases: tuple[Case, ...]) -> set[Step]:
    """The steps that are in every case."""
    return set.intersection(*({made.step for made in case} for case in cases)) if cases else set()


def _case(sheet: Sheet, line: str, slip: Slip) -> Case:
    parts = slip.parts if len(slip.parts) > 1 else (slip,)
    return tuple(Made(part, sheet.made_in(line, part)) for part in parts)


@cache
def _given(sheet: int | None) -> Mapping[Symbol, Any]:
    return network.given if sheet is None else fresh_numbers.fresh(sheet)
