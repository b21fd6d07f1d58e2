"""A sheet: many answers of one person, each slip named in the line where it is made.

What follows rightly from a wrong number before it is not held against anybody twice.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy import Symbol

from mazurnet import arguments
from mazurnet.feedback import sentences, typed_number
from mazurnet.feedback.outcomes import Outcomes
from mazurnet.feedback.own import Own
from mazurnet.feedback.page_of_working import LINES
from mazurnet.feedback.slips import SLIPS, Slip
from mazurnet.feedback.typed_number import TypedNumber
from mazurnet.feedback.verdict import (
    CUT,
    DIGITS_ASKED,
    FEWER,
    RIGHT,
    ROUNDED,
    WRONG,
    Verdict,
    judge,
    kind_of,
)

FOLLOWS = "follows from a wrong number before"
FINE = (RIGHT, CUT, FEWER, ROUNDED)
FEW_NAMES = 3  # wrong numbers that are named; more are "your numbers before it"


@dataclass(frozen=True)
class Sheet:
    """The answers of one person by the name of the line, and the network they belong to."""

    answers: Mapping[str, Any]
    account: Outcomes
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
    def _own(self) -> Own:
        read = {line: typed_number.number_in(answer) for line, answer in self.answers.items()}
        return Own({line: number for line, number in read.items() if number}, self.account.known)

    def _mark(self, line: Symbol, marks: Mapping[str, Verdict]) -> Verdict:
        number = self._own.numbers.get(line.name)
        near = number and kind_of(number, self.account.right[line.name], self.digits)
        if near in (None, RIGHT, FEWER):
            return self._judge(line)
        wrong = [q for q in self._own.used(line) if marks[q].kind not in FINE]
        if self._own.leads_to(line):
            return self._follows(number, line, wrong)
        if near == CUT or (near == ROUNDED and wrong):
            return self._judge(line)  # right in the end: two slips can cancel
        here = self._made_here(number, line)
        if near == ROUNDED and not here:
            return self._judge(line)
        right = [q for q, mark in marks.items() if mark.kind == RIGHT]
        if here:
            text = sentences.made_by_slips(number, here, line.name, self.account, right=right)
            return Verdict(WRONG, text, tuple(here))
        return self._made_before(number, line, right)

    def _judge(self, line: Symbol) -> Verdict:
        return judge(self.answers[line.name], line.name, self.account, self.digits)

    def _follows(self, number: TypedNumber, line: Symbol, wrong: list[str]) -> Verdict:
        if not wrong:
            true = self.account.right[line.name]
            return Verdict(ROUNDED, sentences.right_but_rounded(number, true, ()))
        which = (
            f"your {arguments.joined_by_and(wrong)}"
            if len(wrong) <= FEW_NAMES
            else "your numbers before it"
        )
        return Verdict(FOLLOWS, f"{number.text} follows rightly from {which}.")

    def _made_here(self, number: TypedNumber, line: Symbol) -> list[Slip]:
        """The slips, of the lines not answered before this one, that lead to it from the others."""
        unseen = self._own.unseen(line)
        able = (slip for slip in SLIPS.values() if slip.changed & unseen and not slip.rounds)
        found = [slip for slip in able if self._own.leads_to(line, slip)]
        return [slip for slip in found if not set(slip.parts) & set(found)]

    def _made_before(self, number: TypedNumber, line: Symbol, right: Collection[str]) -> Verdict:
        """What is said of slips that lead here from the start and that no answer rules out."""
        verdict = self._judge(line)
        slips = [slip for slip in verdict.slips if not self._spoils(slip, right)]
        if slips:
            text = sentences.made_by_slips(
                number, slips, line.name, self.account, verdict.exact, right
            )
        else:
            text = sentences.unknown(number, line.name, self.account)
        return Verdict(WRONG, text, tuple(slips), verdict.exact)

    def _spoils(self, slip: Slip, lines: Iterable[str]) -> bool:
        return any(self.account.after(slip, line) is not None for line in lines)
