"""Outcomes: what each line of a network comes to, rightly and after each slip."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from typing import Any

from sympy import Symbol

from mazurnet import forward, network
from mazurnet.feedback import decimals, page_of_working
from mazurnet.feedback.decimals import Numbers, Program
from mazurnet.feedback.page_of_working import LINES, Page
from mazurnet.feedback.slips import SLIPS, Slip
from mazurnet.symbols import eta as rate

SETTLED = Decimal("1e-26")  # right to so much, even where digits cancel, as in 1 - out near 1
MOST_DIGITS = 2000  # digits; what still cancels then is 0
SAME_NUMBER = Decimal("1e-24")  # two numbers nearer than this, for their size, are one number


@dataclass(frozen=True)
class Outcomes:
    """One network worked out in full; `known` has the given numbers and eta, `right` each line."""

    known: Numbers
    right: Numbers
    digits: int = decimals.DIGITS

    @cached_property
    def wrong(self) -> dict[str, Numbers]:
        """What comes out wrongly, by slip and line; worked out when it is first asked for.

        A slip is listed under a line only if it changes the number there, and a combination of
        slips only if none of its parts alone gives that number.
        """
        wrong: dict[str, Numbers] = {}
        for name, after in self._after_slips.items():
            alike = [self.right, *(wrong[part.name] for part in SLIPS[name].parts)]
            wrong[name] = {
                line: number
                for line, number in after.items()
                if number.is_finite()
                and not any(
                    line in others and same_number(number, others[line]) for others in alike
                )
            }
        return wrong

    def before(self, line: str) -> Decimal | None:
        """What a line that has a new value is about to change, an old weight or the old error."""
        old = page_of_working.old_of(line)
        return None if old is None else self.right[old]

    def after(self, slip: Slip, line: str) -> Decimal | None:
        """What a line comes to after a slip, be it listed there or not; None where it is right."""
        number = self._after_slips[slip.name].get(line)
        if number is None or same_number(number, self.right[line]):
            return None
        return number

    @cached_property
    def made_here(self) -> dict[str, Numbers]:
        """What a slip makes of a line where all before it is right, by line and slip.

        Only where that is neither right nor the number it would lead to from the start.
        """
        made_here: dict[str, Numbers] = {}
        for line, (program, slips) in slips_by_line().items():
            numbers = decimals.results(program, self.right, self.digits)
            made_here[line] = {
                slip: numbers[f"by_{slip}"]
                for slip in slips
                if numbers[f"by_{slip}"].is_finite()
                and not same_number(numbers[f"by_{slip}"], self.right[line])
                and not same_number(numbers[f"by_{slip}"], self._after_slips[slip][line])
            }
        return made_here

    @cached_property
    def _after_slips(self) -> dict[str, Numbers]:
        after = {}
        for name, (touched, changed) in _programs_after_slips().items():
            numbers = decimals.results(changed, self.right, self.digits)
            after[name] = {line: numbers[line] for line in touched}
        return after


def outcomes(given: Mapping[Symbol, Any], eta: Any = network.ETA) -> Outcomes:
    """Every line and every slip for these numbers; the last networks asked for are kept.

    Raises what `forward` raises for the numbers it is given.
    """
    exact = forward.exact_given(given, network.equations)
    known = decimals.as_decimals({**exact, rate: eta})
    return _outcomes(tuple(known.items()))


@lru_cache(maxsize=64)
def _outcomes(known: tuple[tuple[str, Decimal], ...]) -> Outcomes:
    start, digits = dict(known), decimals.DIGITS
    right, finer = (decimals.results(page_program(), start, n) for n in (digits, 2 * digits))
    while digits < MOST_DIGITS and not all(
        same_number(finer[line], right[line], SETTLED) for line in right
    ):
        digits *= 2
        right, finer = finer, decimals.results(page_program(), start, 2 * digits)
    return Outcomes(start, right, digits)


def same_number(one: Decimal, other: Decimal, within: Decimal = SAME_NUMBER) -> bool:
    """Whether two numbers are one and the same, but for the last digits carried."""
    finite = one.is_finite() and other.is_finite()
    return finite and abs(one - other) <= within * abs(other)


@cache
def page_program() -> Program:
    """The page of working as a program that wants the given numbers and eta."""
    return decimals.program(network.in_order(page_of_working.true_page()))


@cache
def slips_by_line() -> dict[str, tuple[Program, list[str]]]:
    """For each line, the last first, the single slips that can be made in it, none of rounding.

    The program works the line out once for each of them, under the name of the slip after by_.
    """
    slips = [slip for slip in SLIPS.values() if not slip.parts and not slip.rounds]
    made: dict[str, tuple[Program, list[str]]] = {}
    for line in reversed(LINES):
        here = {slip.name: slip.page[line] for slip in slips if line in slip.changed}
        if here:
            program = decimals.program({Symbol(f"by_{name}"): f for name, f in here.items()})
            made[line.name] = program, list(here)
    return made


@cache
def _programs_after_slips() -> dict[str, tuple[list[str], Program]]:
    """For each slip what has to be worked out again: the lines it changes and all that use them."""
    touched = {name: _touched(slip) for name, slip in SLIPS.items()}
    return {
        name: ([line.name for line in LINES if line in page], decimals.program(page))
        for name, page in touched.items()
    }


def _touched(slip: Slip) -> Page:
    page, touched = network.in_order(slip.page), set(slip.changed)
    for line, formula in page.items():
        if not touched.isdisjoint(network.parts(formula)):
            touched.add(line)
    return {line: formula for line, formula in page.items() if line in touched}
