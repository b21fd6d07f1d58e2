"""Verdicts: what is said about a number that somebody worked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from string import ascii_lowercase
from typing import Any

from sympy import Symbol

from mazurnet import diagnosis, door, typed, working
from mazurnet.account import Account
from mazurnet.diagnosis import ENOUGH
from mazurnet.show import Steps
from mazurnet.slips import Slip
from mazurnet.typed import Typed

OPEN, UNREADABLE = "not answered yet", "not a number"
RIGHT, CUT, FEWER, WRONG = "right", "right but cut", "right to fewer digits", "wrong"
ASKED = 3  # significant digits, unless a lesson asks for more


@dataclass(frozen=True)
class Verdict:
    """What is to be said about an answer: the kind of verdict, the sentences, the slips that fit.

    `exact` says whether the slips lead to just this number, or rounding on the way is needed too.
    """

    kind: str
    text: str
    slips: tuple[Slip, ...] = ()
    exact: bool = True
    hint: Steps | str = ""

    def __repr__(self) -> str:
        return "\n".join(str(part) for part in (self.text, self.hint) if part)

    def _repr_markdown_(self) -> str:
        hint = self.hint._repr_latex_() if isinstance(self.hint, Steps) else self.hint
        return "\n\n".join(
            part for part in (escape(self.text, quote=False).replace("\n", "  \n"), hint) if part
        )


def judge(answer: Any, line: str, account: Account, digits: int = ASKED) -> Verdict:
    """The verdict on an answer to one line of the page, whatever it is: a sentence, no error."""
    if answer is None or (isinstance(answer, str) and not answer.strip()):
        return Verdict(OPEN, "Not answered yet.")
    number = typed.read(answer)
    if number is None:
        said = door.shown(answer)
        return Verdict(UNREADABLE, f"{said} is not a number. Type one, such as 0.123 or 1.23e-4.")
    kind = kind_of(number, account.right[line], digits)
    if kind == RIGHT:
        return Verdict(kind, f"{number.text} is right.")
    if kind == FEWER:
        return Verdict(kind, f"{number.text} is right as far as it goes. {_more(number, digits)}")
    slips, exact = diagnosis.fitting(number, line, account)
    if kind == CUT and not (exact and number.digits > ASKED):
        slips = []  # cut is explanation enough
    text = _cut(number) if kind == CUT else ""
    if slips:
        text = f"{text} {told(number, slips, line, account, exact)}".strip()
    return Verdict(kind, text or _unknown(number, line, account), tuple(slips), exact)


def kind_of(number: Typed, true: Decimal, digits: int = ASKED) -> str:
    """Right, right but cut, right to fewer digits than asked for, or wrong, as mere zeros are."""
    if not number.digits:
        return RIGHT if number.number == true else WRONG
    if number.number == true or (number.is_rounding_of(true) and number.digits >= digits):
        return RIGHT
    if number.is_rounding_of(true):
        return FEWER
    return CUT if number.is_cut_of(true) else WRONG


def _more(number: Typed, digits: int) -> str:
    return f"Give {digits} digits, not {number.digits}; zeros in front don't count."


def _cut(number: Typed) -> str:
    return (
        f"{number.text} is right but cut, not rounded: the next digit is 5 or more, "
        "so the last one goes up."
    )


def told(
    number: Typed, slips: Sequence[Slip], line: str, account: Account, exact: bool = True
) -> str:
    """The sentences that name the slips behind a number, and what tells several of them apart."""
    what = "what comes out" if exact else "nearly what comes out"
    after = "" if exact else " If you rounded on the way, that is it."
    if len(slips) == 1:
        return f"{number.text} is {what} when {clause(slips[0])}.{after} {_look(slips[0], line)}"
    cases = "".join(
        f"\n{letter}: {clause(slip)} (lesson {slip.lesson:02d})"
        for letter, slip in zip(ascii_lowercase, slips, strict=False)
    )
    apart = _apart(slips, line, account)
    return f"{number.text} is {what} when one of these happens:{after}{cases}\n{apart}"


def clause(slip: Slip) -> str:
    """What is done wrong, as the second half of a sentence."""
    what = slip.what
    return what[0].lower() + what[1:]


def _look(slip: Slip, line: str) -> str:
    before = [q for q in diagnosis.inside(line) if q in slip.changed]
    first = f"It happens at {before[0]}, before {line}." if before else ""
    return " ".join(filter(None, (slip.look, first, f"See lesson {slip.lesson:02d}.")))


def _apart(slips: Sequence[Slip], line: str, account: Account) -> str:
    found = diagnosis.telling(slips, line, account)
    if found is None:
        return "No other number of yours can tell them apart; your formula can."
    groups: dict[str, str] = {}
    for letter, number in zip(ascii_lowercase, found.numbers, strict=False):
        shown = "right" if number is None else f"{number:.4g}".replace("-", "−")
        groups[shown] = f"{groups[shown]} or {letter}" if shown in groups else letter
    cases = ", ".join(f"{shown} after {letters}" for shown, letters in groups.items())
    return f"{found.line} tells them apart: {cases}."


def _unknown(number: Typed, line: str, account: Account) -> str:
    parts = door.listed(working.worked_from(Symbol(line)))
    look = f"{line} is worked out from {parts}: check those."
    if not number.digits:
        return f"{number.text} is wrong: it has zeros only, and zeros in front don't count."
    if number.digits < ENOUGH:
        return f"{number.text} is wrong. With {ENOUGH} digits or more we could look for the slip."
    said = "".join(f" But {remark}." for remark in diagnosis.remarks(number, line, account))
    return f"{number.text} is wrong, and no slip we know leads to it.{said} {look}"
