"""Sentences: what is said about a number that somebody worked out, whatever it is."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any

from sympy import Symbol

from mazurnet import arguments
from mazurnet.feedback import diagnosis, page_of_working
from mazurnet.feedback.outcomes import Outcomes
from mazurnet.feedback.slips import Slip
from mazurnet.feedback.typed_number import TypedNumber

FEW_SLIPS = 3  # slips that are named in passing; more are counted

_SUM = re.compile(r"[\d.,\s]+[-+*/^·×][-+*/^·×()\d.,\s]*")


def unreadable(answer: Any) -> str:
    """That the answer is no number, and what to do about it."""
    said = f"{arguments.quoted(answer)} is not a number."
    if isinstance(answer, tuple):
        return f"{said} With a comma in it, put it in quotation marks."
    if isinstance(answer, str) and _SUM.fullmatch(answer):
        return f"{said} Type what it comes to, or leave the quotation marks out and Python will."
    return f"{said} Type one, such as 0.123 or 1.23e-4."


def too_few(number: TypedNumber, digits: int, line: str, worked_out: Outcomes) -> str:
    """That the digits don't tell right from wrong, and what would."""
    old = worked_out.before(line)
    if old is not None and number.is_rounding_of(old):
        same = f"{number.text} is the old {page_of_working.old_of(line)} as well"
        return f"{same}: give more digits, to show the step."
    return f"{number.text} has too few digits to tell. Give {digits}; zeros in front don't count."


def fewer(number: TypedNumber, digits: int) -> str:
    """That the digits are right, and how many are asked for."""
    more = f"Give {digits} digits, not {number.digits}; zeros in front don't count."
    return f"{number.text} is right as far as it goes. {more}"


def right_but_cut(number: TypedNumber, slips: Sequence[Slip]) -> str:
    """That the last digit should have been rounded up."""
    why = "the next digit is 5 or more, so the last one goes up"
    return f"{number.text} is right but cut, not rounded: {why}.{_in_passing(slips)}"


def right_but_rounded(number: TypedNumber, true: Decimal, slips: Sequence[Slip]) -> str:
    """That only rounding on the way stands between the number and the right one."""
    right = number.right_digits(true)
    if right < number.digits - 1:
        what = f"is right to {right} digits; the others are lost to rounding on the way"
    else:
        what = "is right but for the last digit, and rounding on the way can do that"
    return f"{number.text} {what}. Carry two digits more than you give.{_in_passing(slips)}"


def made_by_slips(
    number: TypedNumber,
    slips: Sequence[Slip],
    line: str,
    worked_out: Outcomes,
    exact: bool = True,
    right: Collection[str] = (),
) -> str:
    """The slips behind a number, and what tells several of them apart.

    `right` are the lines known to be right, where no slip can have been made.
    """
    head = f"{number.text} is what comes out when"
    if not exact:
        head = f"If you rounded on the way, {head}"
    if len(slips) == 1:
        return f"{head} {slips[0].clause}. {_look(slips[0], line, right)}".strip()
    cases = "".join(
        f"\n{n}: {slip.clause}{_lesson(' (lesson {:02d})', slip)}"
        for n, slip in enumerate(slips, start=1)
    )
    return f"{head} one of these happens:{cases}\n{_apart(slips, line, worked_out, right)}"


def unknown(number: TypedNumber, line: str, worked_out: Outcomes) -> str:
    """That no slip leads to the number, and what can be said of it all the same."""
    if not number.digits:
        return f"{number.text} is wrong: it has zeros only, and zeros in front don't count."
    if number.digits < diagnosis.DIGITS_TO_TELL:
        more = f"With {diagnosis.DIGITS_TO_TELL} digits or more we could look for the slip."
        return f"{number.text} is not right. {more}"
    said = "".join(f" But {remark}." for remark in diagnosis.remarks(number, line, worked_out))
    if said:
        return f"{number.text} is wrong, and no slip we know leads to it.{said}"
    parts = page_of_working.worked_from(Symbol(line))
    check = "check those, and what you did with them" if len(parts) > 1 else "check that, and how"
    look = f"{line} is worked out from {arguments.joined_by_and(parts)}: {check}."
    return f"{number.text} is wrong, and no slip we know leads to it. {look}"


def _said(number: Decimal | None, right: Decimal) -> str:
    if number is None:
        return "right"
    if f"{number:.4g}" == f"{-right:.4g}":
        return "turned in sign"  # its digits would give the right number away
    return f"{number:.4g}".replace("-", "−")


def _in_passing(slips: Sequence[Slip]) -> str:
    if not slips:
        return ""
    if len(slips) > FEW_SLIPS:
        return f" With so few digits {len(slips)} slips could also have led there."
    return f" It is also what comes out when {'; or when '.join(slip.clause for slip in slips)}."


def _lesson(form: str, slip: Slip) -> str:
    return "" if slip.rounds else form.format(slip.lesson)


def _look(slip: Slip, line: str, right: Collection[str]) -> str:
    before = [q for q in diagnosis.lines_inside(line) if q in slip.changed and q.name not in right]
    first = f"It happens at {before[0]}, before {line}." if before and not slip.rounds else ""
    return " ".join(filter(None, (slip.look, first, _lesson("See lesson {:02d}.", slip))))


def _apart(slips: Sequence[Slip], line: str, worked_out: Outcomes, right: Collection[str]) -> str:
    telling = diagnosis.telling(slips, line, worked_out, right)
    if telling is None:
        return "No other number of yours can tell them apart; your formula can."
    groups: dict[str, str] = {}
    for n, number in enumerate(telling.numbers, start=1):
        shown = _said(number, worked_out.right[telling.line])
        groups[shown] = f"{groups[shown]} or {n}" if shown in groups else str(n)
    cases = ", ".join(f"{shown} in case {which}" for shown, which in groups.items())
    return f"{telling.line} tells them apart: it is {cases}."
