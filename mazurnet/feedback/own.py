"""One person's numbers: where each of them leads, as far as its digits go."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from types import CodeType

from sympy import Symbol

from mazurnet import network
from mazurnet.feedback import decimals, page_of_working
from mazurnet.feedback.decimals import Numbers
from mazurnet.feedback.diagnosis import DIGITS_TO_TELL
from mazurnet.feedback.outcomes import same_number
from mazurnet.feedback.page_of_working import LINES, Page
from mazurnet.feedback.slips import Slip
from mazurnet.feedback.typed_number import TypedNumber

Lines = frozenset[Symbol]


@dataclass(frozen=True)
class Own:
    """The numbers somebody typed, by line, and the given numbers they go with."""

    numbers: Mapping[str, TypedNumber]
    known: Numbers

    def unseen(self, line: Symbol) -> Lines:
        """The line, and those it is worked out from of which no number was typed."""
        unseen, waiting = {line}, [line]
        while waiting:
            for part in page_of_working.true_page()[waiting.pop()].free_symbols - unseen:
                if part in page_of_working.true_page() and part.name not in self.numbers:
                    unseen.add(part)
                    waiting.append(part)
        return frozenset(unseen)

    def used(self, line: Symbol, slip: Slip | None = None) -> list[str]:
        """The numbers typed that the unseen lines are worked out from, with this slip in them."""
        page, unseen = _ordered(slip), self.unseen(line)
        used = {q for part in unseen for q in page[part].free_symbols}
        return [q.name for q in LINES if q in used - unseen and q.name in self.numbers]

    def leads_to(self, line: Symbol, slip: Slip | None = None) -> bool:
        """Whether these numbers lead to the one typed here, with that slip in between or none.

        Each number may be off by half of its last digit. A slip that changes nothing leads nowhere.
        """
        number, program = self.numbers[line.name], _program(slip, self.unseen(line))
        there = self._run(program, line)
        if not there.is_finite() or (slip and same_number(there, self._without_slip(line))):
            return False
        if not number.digits or (slip and number.digits < DIGITS_TO_TELL):
            return number.number == there
        slack = number.half
        for answer in self.used(line, slip):
            nudged = self.page[answer] + self.numbers[answer].half
            slack += abs(self._run(program, line, {answer: nudged}) - there)
        return abs(number.number - there) <= slack

    @cached_property
    def page(self) -> Numbers:
        """The whole page as this person has it: the numbers typed, and what follows from them."""
        typed = {line: number.number for line, number in self.numbers.items()}
        return decimals.results(_rest(frozenset(typed)), self.known | typed)

    def _without_slip(self, line: Symbol) -> Decimal:
        return self._run(_program(None, self.unseen(line)), line)

    def _run(self, program: CodeType, line: Symbol, nudged: Numbers | None = None) -> Decimal:
        return decimals.results(program, self.page | (nudged or {}))[line.name]


@cache
def _program(slip: Slip | None, lines: Lines) -> CodeType:
    return decimals.program({q: f for q, f in _ordered(slip).items() if q in lines})


@cache
def _rest(typed: frozenset[str]) -> CodeType:
    return decimals.program({q: f for q, f in _ordered(None).items() if q.name not in typed})


@cache
def _ordered(slip: Slip | None) -> Page:
    """The page with this slip in it, or the true one; sorting is slow, so it is done once."""
    return network.in_order(slip.page if slip else page_of_working.true_page())
