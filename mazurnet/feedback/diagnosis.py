"""Diagnosis: which slips lead to a wrong number, and what else can be said about it."""

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from sympy import Symbol

from mazurnet import network
from mazurnet.feedback import page_of_working
from mazurnet.feedback.outcomes import Outcomes
from mazurnet.feedback.page_of_working import LINES, STEP_OF
from mazurnet.feedback.slips import SLIPS, Slip
from mazurnet.feedback.typed_number import TypedNumber

DIGITS_TO_TELL = 3  # digits; fewer fit too many slips, unless a slip's number has no more


class Telling(NamedTuple):
    """An earlier line that tells slips apart, and what each of them makes of it; None is right."""

    line: str
    numbers: tuple[Decimal | None, ...]


def fitting(typed: TypedNumber, line: str, worked_out: Outcomes) -> tuple[list[Slip], bool]:
    """The slips that lead to the number typed, and whether they lead to just that number.

    Where none does, those from which rounding on the way can have led there.
    """
    wrong_here = [(slip, wrong[line]) for slip, wrong in worked_out.wrong.items() if line in wrong]
    if typed.digits < DIGITS_TO_TELL:
        return [SLIPS[slip] for slip, number in wrong_here if typed.number == number], True
    exact = [SLIPS[slip] for slip, number in wrong_here if typed.is_rounding_of(number)]
    if exact:
        return exact, True
    return [SLIPS[slip] for slip, number in wrong_here if typed.is_near(number)], False


def fitting_here(typed: TypedNumber, line: str, worked_out: Outcomes) -> list[Slip]:
    """The slips that lead to the number typed if they were made in this line and nowhere before."""
    made_here = worked_out.made_here.get(line, {}).items()
    enough = typed.digits >= DIGITS_TO_TELL
    return [
        SLIPS[slip]
        for slip, number in made_here
        if (typed.is_rounding_of(number) if enough else typed.number == number)
    ]


def digits_that_bear(typed: TypedNumber, line: str, worked_out: Outcomes) -> int:
    """How many digits bear on the slips: of a new weight those of its step, else those typed."""
    old = worked_out.known.get(line.removesuffix("_new"))
    if old is None:
        return typed.digits
    return len(str(int(abs(typed.number - old) / typed.unit)))


def telling(
    slips: Iterable[Slip], line: str, worked_out: Outcomes, right: Collection[str] = ()
) -> Telling | None:
    """The line that best tells the slips apart, of those that this one is worked out from.

    The nearest of equally good ones; where none does, the first elsewhere on the page. A line
    that would give away the right number of this one is passed over, and so is one known to be
    right.
    """
    slips, before = list(slips), [q.name for q in lines_inside(line)]
    reached = STEP_OF[Symbol(line)].lesson  # what a later lesson builds tells a reader nothing
    elsewhere = [
        q.name for q in LINES if q.name not in (line, *before) and STEP_OF[q].lesson <= reached
    ]
    candidates = [_telling(other, slips, worked_out) for other in (*reversed(before), *elsewhere)]
    secret = abs(_short(worked_out.right[line]))
    able = [
        candidate
        for candidate in candidates
        if candidate.line not in right
        and len(set(candidate.numbers)) > 1
        and secret not in map(abs, filter(None, candidate.numbers))
    ]
    return max(able, key=lambda telling: len(set(telling.numbers)), default=None)


def _telling(line: str, slips: list[Slip], worked_out: Outcomes) -> Telling:
    each = (worked_out.after(slip, line) for slip in slips)
    return Telling(line, tuple(number and _short(number) for number in each))


def _short(number: Decimal) -> Decimal:
    return Decimal(f"{number:.3e}")


@cache
def lines_inside(line: str) -> list[Symbol]:
    """The lines that a line is worked out from, at any depth, in the order of the page."""
    parts = network.inside(Symbol(line), page_of_working.true_page())
    return [q for q in LINES if q in parts]


def remarks(typed: TypedNumber, line: str, worked_out: Outcomes) -> Iterator[str]:
    """What can be said of a number that fits no slip, in half sentences."""
    true = worked_out.right[line]
    if typed.digits < DIGITS_TO_TELL:
        return
    for other in (q.name for q in LINES if q.name != line):
        if typed.is_rounding_of(worked_out.right[other]):
            yield f"it is right for {other}"
    for factor, words in _FACTORS.items():
        for sign, turned in ((1, ""), (-1, ", and has the wrong sign")):
            if sign * factor != 1 and typed.is_near(sign * factor * true):
                yield f"it {words}{turned}" if words else "it has the wrong sign"
    yield from _one_digit(typed, true)


_PLACES = ((1, "1 place"), (2, "2 places"), (3, "3 places"))
_FACTORS = {
    Decimal(1): "",
    Decimal(2): "is twice what it should be",
    Decimal("0.5"): "is half of what it should be",
    **{Decimal(10) ** n: f"has its point {places} too far to the right" for n, places in _PLACES},
    **{Decimal(10) ** -n: f"has its point {places} too far to the left" for n, places in _PLACES},
}


def _one_digit(typed: TypedNumber, true: Decimal) -> Iterator[str]:
    ours = f"{abs(round(true / typed.unit)):d}"
    theirs = f"{abs(int(typed.number / typed.unit)):d}"
    if len(ours) != len(theirs) or true * typed.number < 0:
        return
    wrong = [n for n, (one, other) in enumerate(zip(ours, theirs, strict=True)) if one != other]
    if len(wrong) == 1:
        yield "it is off in one digit only"
    elif len(wrong) == 2 and wrong[1] - wrong[0] == 1 and sorted(ours) == sorted(theirs):
        yield "two of its digits have changed places"
    elif wrong[0] >= DIGITS_TO_TELL:
        yield f"its first {wrong[0]} digits are right, so look for what was rounded on the way"
