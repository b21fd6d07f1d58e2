"""A student who works a page of the example by hand, and may make slips on the way."""

from collections.abc import Collection, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache

from sympy import Expr, Symbol

from mazurnet import network
from mazurnet.feedback import decimals, page_of_working
from mazurnet.feedback.page_of_working import LINES
from mazurnet.feedback.slips import SLIPS

EVERY_LINE = [line.name for line in LINES]
WRITTEN = [  # what a worksheet may ask for: no routes, no slopes
    line.name for line in LINES if line not in (*page_of_working.SHARES, *page_of_working.slopes)
]

NO_SLIPS: Mapping[str, str] = {}


def written(number: Decimal, digits: int) -> str:
    """A number rounded as at school to so many significant digits, zeros at the end too."""
    with localcontext(rounding=ROUND_HALF_UP):
        return str(Decimal(f"{number:.{digits - 1}e}"))


def answers(
    known: Mapping[str, Decimal],
    slips: Mapping[str, str] = NO_SLIPS,
    digits: int = 4,
    lines: Collection[str] = EVERY_LINE,
) -> dict[str, str]:
    """What a student writes down, by line, who goes on with just the numbers written.

    `slips` says in which line which slip is made; what is not written keeps all its digits.
    """
    page = dict(page_of_working.true_page())
    page |= {Symbol(line): SLIPS[slip].page[Symbol(line)] for line, slip in slips.items()}
    numbers, found = dict(known), {}
    for line, formula in network.in_order(page).items():
        number = decimals.results(_program(line, formula), numbers)[line.name]
        if line.name in lines:
            found[line.name] = written(number, digits)
            number = Decimal(found[line.name])
        numbers[line.name] = number
    return found


@cache
def _program(line: Symbol, formula: Expr) -> decimals.Program:
    return decimals.program({line: formula})
