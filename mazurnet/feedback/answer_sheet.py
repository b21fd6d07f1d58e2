"""An answer sheet: many answers of one person, each slip named in the line where it is made.

What follows rightly from a wrong number before it is not held against anybody twice.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from sympy import Symbol

from mazurnet import arguments, network
from mazurnet.feedback import decimals, page_of_working, sentences, typed_number
from mazurnet.feedback.decimals import Numbers, Program
from mazurnet.feedback.diagnosis import DIGITS_TO_TELL
from mazurnet.feedback.outcomes import Outcomes, same_number
from mazurnet.feedback.page_of_working import LINES, Page
from mazurnet.feedback.slips import SLIPS, Slip
from mazurnet.feedback.typed_number import TypedNumber
from mazurnet.feedback.verdict import (
    CUT,
    DIGITS_ASKED,
    FEWER,
    RIGHT,
    ROUNDED,
    TOO_FEW,
    WRONG,
    Verdict,
    judge,
    kind_of,
)

FOLLOWS = "follows from a wrong number before"
FINE = (RIGHT, CUT, FEWER, ROUNDED)
LARGEST_SLACK = Decimal("0.1")  # of what a line adds: numbers so rough that lead anywhere don't
FEW_NAMES = 3  # wrong numbers that are named; more are "your numbers before it"

Lines = frozenset[Symbol]


@dataclass(frozen=True)
class AnswerSheet:
    """The answers of one person by the name of the line, and the network they belong to."""

    answers: Mapping[str, Any]
    worked_out: Outcomes
    digits: int = DIGITS_ASKED

    @cached_property
    def marks(self) -> dict[str, Verdict]:
        """A verdict for each answer, in the order of the page."""
        marks: dict[str, Verdict] = {}
        for line in (q for q in LINES if q.name in self.answers):
            marks[line.name] = self._mark(line, marks)
        return marks

    def made_in(self, line: str, slip: Slip) -> Symbol:
        """The line in which a slip was made that shows in this answer."""
        unseen = self._own.unseen(Symbol(line))
        return next((q for q in LINES if q in slip.changed & unseen), Symbol(line))

    @cached_property
    def _own(self) -> "OwnNumbers":
        read = {line: typed_number.number_in(answer) for line, answer in self.answers.items()}
        own = {line: number for line, number in read.items() if number}
        return OwnNumbers(own, self.worked_out.known)

    def _mark(self, line: Symbol, marks: Mapping[str, Verdict]) -> Verdict:
        number = self._own.typed.get(line.name)
        if number is None:
            return self._judge(line)
        at_sight = kind_of(number, line.name, self.worked_out, self.digits)
        if at_sight in (RIGHT, FEWER, TOO_FEW):
            return self._judge(line)
        wrong = [q for q in self._own.used(line) if marks[q].kind not in FINE]
        if self._own.leads_to(line):
            return self._follows(number, line, wrong)
        if at_sight == CUT or (at_sight == ROUNDED and wrong):
            return self._judge(line)  # right in the end: two slips can cancel
        here = self._made_here(number, line)
        right = [q for q, mark in marks.items() if mark.kind == RIGHT]
        if here:
            told = sentences.made_by_slips(number, here, line.name, self.worked_out, right=right)
            return Verdict(WRONG, told, tuple(here))
        return self._judge(line) if at_sight == ROUNDED else self._made_before(number, line, right)

    def _judge(self, line: Symbol) -> Verdict:
        return judge(self.answers[line.name], line.name, self.worked_out, self.digits)

    def _follows(self, number: TypedNumber, line: Symbol, wrong: list[str]) -> Verdict:
        if not wrong:
            true = self.worked_out.right[line.name]
            return Verdict(ROUNDED, sentences.right_but_rounded(number, true, ()))
        few = len(wrong) <= FEW_NAMES
        which = f"your {arguments.joined_by_and(wrong)}" if few else "your numbers before it"
        return Verdict(FOLLOWS, f"{number.text} follows rightly from {which}.")

    def _made_here(self, number: TypedNumber, line: Symbol) -> list[Slip]:
        """The slips, of the lines not answered before this one, that lead to it from the others."""
        unseen = self._own.unseen(line)
        able = (slip for slip in SLIPS.values() if slip.changed & unseen and not slip.rounds)
        leading = [slip for slip in able if self._own.leads_to(line, slip)]
        return [slip for slip in leading if not set(slip.parts) & set(leading)]

    def _made_before(self, number: TypedNumber, line: Symbol, right: Collection[str]) -> Verdict:
        """What is said of slips that lead here from the start and that no answer rules out."""
        verdict = self._judge(line)
        slips = [slip for slip in verdict.slips if not self._spoils(slip, right)]
        if slips:
            told = sentences.made_by_slips(
                number, slips, line.name, self.worked_out, verdict.exact, right
            )
        else:
            told = sentences.unknown(number, line.name, self.worked_out)
        return Verdict(WRONG, told, tuple(slips), verdict.exact)

    def _spoils(self, slip: Slip, lines: Iterable[str]) -> bool:
        return any(self.worked_out.after(slip, line) is not None for line in lines)


@dataclass(frozen=True)
class OwnNumbers:
    """The numbers somebody typed, by line, and where each leads, as far as its digits go."""

    typed: Mapping[str, TypedNumber]
    known: Numbers

    def unseen(self, line: Symbol) -> Lines:
        """The line, and those it is worked out from of which no number was typed."""
        unseen, waiting = {line}, [line]
        while waiting:
            for part in page_of_working.true_page()[waiting.pop()].free_symbols - unseen:
                if part in page_of_working.true_page() and part.name not in self.typed:
                    unseen.add(part)
                    waiting.append(part)
        return frozenset(unseen)

    def used(self, line: Symbol, slip: Slip | None = None) -> list[str]:
        """The numbers typed that the unseen lines are worked out from, with this slip in them."""
        page, unseen = _ordered(slip), self.unseen(line)
        used = {q for part in unseen for q in page[part].free_symbols}
        return [q.name for q in LINES if q in used - unseen and q.name in self.typed]

    def leads_to(self, line: Symbol, slip: Slip | None = None) -> bool:
        """Whether these numbers lead to the one typed here, with that slip in between or none.

        Each number may be off by half of its last digit, if it has digits enough to follow from
        or to be followed, and all together by a tenth of what the line adds. A slip that changes
        nothing leads nowhere.
        """
        number, program = self.typed[line.name], _program(slip, self.unseen(line))
        there = self._run(program, line)
        if not there.is_finite() or (slip and same_number(there, self._without_slip(line))):
            return False
        if number.digits < DIGITS_TO_TELL:
            return number.number == there and number.digits != 1
        carried = Decimal(0)
        for answer in self.used(line, slip):
            nudged = self.page[answer] + self.typed[answer].half
            carried += abs(self._run(program, line, {answer: nudged}) - there)
        most = LARGEST_SLACK * abs(there - self._old(line))
        return abs(number.number - there) <= number.half + min(carried, most)

    @cached_property
    def page(self) -> Numbers:
        """The whole page as this person has it: the numbers typed, and what follows from them."""
        carried = {line: number.number for line, number in self.typed.items()}
        return decimals.results(_rest(frozenset(carried)), self.known | carried)

    def _old(self, line: Symbol) -> Decimal:
        """What the line changes, if it has a new value: a step is what it adds."""
        old = page_of_working.old_of(line.name)
        return Decimal(0) if old is None else self.page[old]

    def _without_slip(self, line: Symbol) -> Decimal:
        return self._run(_program(None, self.unseen(line)), line)

    def _run(self, program: Program, line: Symbol, nudged: Numbers | None = None) -> Decimal:
        return decimals.results(program, self.page | (nudged or {}))[line.name]


@cache
def _program(slip: Slip | None, lines: Lines) -> Program:
    return decimals.program({q: f for q, f in _ordered(slip).items() if q in lines})


@cache
def _rest(typed: frozenset[str]) -> Program:
    return decimals.program({q: f for q, f in _ordered(None).items() if q.name not in typed})


@cache
def _ordered(slip: Slip | None) -> Page:
    """The page with this slip in it, or the true one; sorting is slow, so it is done once."""
    return network.in_order(slip.page if slip else page_of_working.true_page())
