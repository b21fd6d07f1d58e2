"""A sheet: many answers of one person, each slip named in the line where it is made.

What follows rightly from a wrong number before it is not held against anybody twice.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from types import CodeType
from typing import Any

from sympy import Symbol

from mazurnet import decimals, diagnosis, door, network, sentences, typed, working
from mazurnet.account import Account, same
from mazurnet.decimals import Numbers
from mazurnet.slips import SLIPS, Slip
from mazurnet.typed import Typed
from mazurnet.verdict import ASKED, CUT, FEWER, RIGHT, ROUNDED, WRONG, Verdict, judge, kind_of
from mazurnet.working import LINES, Page

FOLLOWS = "follows from a wrong number before"
FINE = (RIGHT, CUT, FEWER, ROUNDED)

Lines = frozenset[Symbol]


@dataclass(frozen=True)
class Sheet:
    """The answers of one person by the name of the line, and the network they belong to."""

    answers: Mapping[str, Any]
    account: Account
    digits: int = ASKED

    @cached_property
    def marks(self) -> dict[str, Verdict]:
        """A verdict for each answer, in the order of the page."""
        marks: dict[str, Verdict] = {}
        for line in (q for q in LINES if q.name in self.answers):
            marks[line.name] = self._mark(line, marks)
        return marks

    def made_in(self, line: str, slip: Slip) -> Symbol:
        """The line in which a slip was made that shows in this answer."""
        unseen = self._unseen(Symbol(line))
        return next((q for q in LINES if q in slip.changed & unseen), Symbol(line))

    def _mark(self, line: Symbol, marks: Mapping[str, Verdict]) -> Verdict:
        verdict = judge(self.answers[line.name], line.name, self.account, self.digits)
        number = self._numbers.get(line.name)
        if number is None or verdict.kind in (RIGHT, FEWER):
            return verdict
        true, unseen = working.true_page(), self._unseen(line)
        wrong = [q for q in self._used(true, unseen) if marks[q].kind not in FINE]
        if self._comes_to(number, line, true, unseen):
            return self._follows(number, line, wrong)
        near = kind_of(number, self.account.right[line.name], self.digits)
        if near == CUT or (near == ROUNDED and wrong):
            return verdict  # right in the end: two slips can cancel
        here = self._made_here(number, line, unseen)
        if near == ROUNDED and not here:
            return verdict
        right = [q for q, mark in marks.items() if mark.kind == RIGHT]
        slips = here or self._made_before(verdict.slips, right)
        exact = bool(here) or verdict.exact
        if slips:
            text = sentences.told(number, slips, line.name, self.account, exact, right)
        else:
            text = sentences.unknown(number, line.name, self.account)
        return Verdict(WRONG, text, tuple(slips), exact)

    def _follows(self, number: Typed, line: Symbol, wrong: list[str]) -> Verdict:
        if not wrong:
            true = self.account.right[line.name]
            return Verdict(ROUNDED, sentences.rounded(number, true, ()))
        which = f"your {door.both(wrong)}" if len(wrong) < 4 else "your numbers before it"
        return Verdict(FOLLOWS, f"{number.text} follows rightly from {which}.")

    def _made_here(self, number: Typed, line: Symbol, unseen: Lines) -> list[Slip]:
        """The slips, of the lines not answered before this one, that lead to it from the others."""
        if number.digits < diagnosis.ENOUGH:
            return []
        found = [
            slip
            for slip in SLIPS.values()
            if slip.changed & unseen
            and not slip.rounds
            and self._comes_to(number, line, slip.page, unseen, slip.name)
        ]
        return [slip for slip in found if not set(slip.parts) & set(found)]

    def _made_before(self, slips: Iterable[Slip], right: Collection[str]) -> list[Slip]:
        """Of the slips that lead here from the start, those the answers before do not rule out."""
        return [
            slip for slip in slips if all(self.account.after(slip, line) is None for line in right)
        ]

    def _comes_to(
        self, number: Typed, line: Symbol, page: Page, unseen: Lines, name: str = ""
    ) -> bool:
        """Whether the page leads from the answers to this number, as far as their digits go."""
        program = _program(name, unseen)
        there = decimals.run(program, self._own)[line.name]
        if not there.is_finite() or (name and same(there, self._own_true(line, unseen))):
            return False
        if not number.digits:
            return number.number == there
        slack = number.unit / 2
        for answer in self._used(page, unseen):
            nudged = self._own[answer] + self._numbers[answer].unit / 2
            slack += abs(decimals.run(program, self._own | {answer: nudged})[line.name] - there)
        return abs(number.number - there) <= slack

    def _own_true(self, line: Symbol, unseen: Lines) -> Decimal:
        return decimals.run(_program("", unseen), self._own)[line.name]

    def _used(self, page: Page, unseen: Lines) -> list[str]:
        """The answers that the unseen lines are worked out from."""
        used = {q for line in unseen for q in page[line].free_symbols}
        return [q.name for q in LINES if q in used - unseen and q.name in self._numbers]

    def _unseen(self, line: Symbol) -> Lines:
        """The line, and those it is worked out from of which no answer tells the number."""
        unseen, waiting = {line}, [line]
        while waiting:
            for part in working.true_page()[waiting.pop()].free_symbols - unseen:
                if part in working.true_page() and part.name not in self._numbers:
                    unseen.add(part)
                    waiting.append(part)
        return frozenset(unseen)

    @cached_property
    def _numbers(self) -> dict[str, Typed]:
        read = {line: typed.read(answer) for line, answer in self.answers.items()}
        return {line: number for line, number in read.items() if number}

    @cached_property
    def _own(self) -> Numbers:
        """The whole page as this person has it: the answers, and what follows from them."""
        answered = frozenset(self._numbers)
        numbers = {line: number.number for line, number in self._numbers.items()}
        return decimals.run(_rest(answered), self.account.known | numbers)


@cache
def _program(slip: str, lines: Lines) -> CodeType:
    return decimals.program({q: f for q, f in _ordered(slip).items() if q in lines})


@cache
def _rest(answered: frozenset[str]) -> CodeType:
    return decimals.program({q: f for q, f in _ordered("").items() if q.name not in answered})


@cache
def _ordered(slip: str) -> Page:
    """The page with this slip in it, or the true one; sorting is slow, so it is done once."""
    return network.in_order(SLIPS[slip].page if slip else working.true_page())
