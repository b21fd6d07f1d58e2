"""Verdicts: what is said about a number that somebody worked out."""

from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any

from mazurnet.display.show import Steps
from mazurnet.feedback import diagnosis, sentences, typed_number
from mazurnet.feedback.outcomes import Outcomes
from mazurnet.feedback.slips import Slip
from mazurnet.feedback.typed_number import TypedNumber

OPEN, UNREADABLE = "not answered yet", "not a number"
RIGHT, CUT, FEWER, WRONG = "right", "right but cut", "right to fewer digits", "wrong"
ROUNDED = "right but for rounding on the way"
DIGITS_ASKED = 3  # significant digits, unless a lesson asks for more
DIGITS_BEYOND_CHANCE = 6  # digits; a slip's number in so many is no accident of rounding
ANSWER = "application/vnd.mazurnet.answer+json"  # kept for slides; no notebook shows it


@dataclass(frozen=True)
class Verdict:
    """What is to be said about an answer: the kind of verdict, the sentences, the slips that fit.

    `exact` says whether the slips lead to just this number, or rounding on the way is needed too.
    `worked` is the right line, in LaTeX, for the slide that asks a class instead of one reader.
    """

    kind: str
    text: str
    slips: tuple[Slip, ...] = ()
    exact: bool = True
    hint: Steps | str = ""
    worked: str = ""

    def __repr__(self) -> str:
        return "\n".join(str(part) for part in (self.text, self.hint) if part)

    def _repr_markdown_(self) -> str:
        hint = self.hint._repr_latex_() if isinstance(self.hint, Steps) else self.hint
        return "\n\n".join(
            part for part in (escape(self.text, quote=False).replace("\n", "  \n"), hint) if part
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        asks = self.worked and self.kind == OPEN
        return {ANSWER: {"lines": [self.worked]}} if asks else {}


def judge(answer: Any, line: str, account: Outcomes, digits: int = DIGITS_ASKED) -> Verdict:
    """The verdict on an answer to one line of the page, whatever it is: a sentence, no error."""
    if answer is None or (isinstance(answer, str) and not str.strip(answer)):
        return Verdict(OPEN, "Not answered yet.")
    number = typed_number.number_in(answer)
    if number is None:
        return Verdict(UNREADABLE, sentences.unreadable(answer))
    true = account.right[line]
    kind = kind_of(number, true, digits)
    if kind == RIGHT:
        return Verdict(kind, f"{number.text} is right.")
    if kind == FEWER:
        old = account.known.get(line.removesuffix("_new"))
        return Verdict(kind, sentences.fewer(number, digits, unmoved=number.number == old))
    slips, exact = diagnosis.fitting(number, line, account)
    before: list[str] = []
    if not (slips and exact) and (here := diagnosis.fitting_here(number, line, account)):
        slips, exact, before = here, True, [q.name for q in diagnosis.lines_inside(line)]
    if kind != WRONG and not (exact and number.digits > DIGITS_ASKED):
        slips = []  # rounding is explanation enough
    if (
        kind == ROUNDED
        and slips
        and diagnosis.weight(number, line, account) >= DIGITS_BEYOND_CHANCE
    ):
        kind = WRONG  # so many digits are no accident
    if kind == CUT:
        text = sentences.right_but_cut(number, slips)
    elif kind == ROUNDED:
        text = sentences.right_but_rounded(number, true, slips)
    elif slips:
        text = sentences.made_by_slips(number, slips, line, account, exact, before)
    else:
        text = sentences.unknown(number, line, account)
    return Verdict(kind, text, tuple(slips), exact)


def kind_of(number: TypedNumber, true: Decimal, digits: int = DIGITS_ASKED) -> str:
    """Right, to fewer digits than asked for, but cut, but for rounding on the way, or wrong.

    Mere zeros are wrong, unless nothing else is right.
    """
    if not number.digits:
        return RIGHT if number.number == true else WRONG
    if number.is_rounding_of(true):
        enough = number.digits >= digits or number.number == typed_number.rounded_to_digits(
            true, digits
        )
        return RIGHT if enough else FEWER  # a spreadsheet drops the zeros at the end
    if number.is_cut_of(true) and number.digits >= diagnosis.DIGITS_TO_TELL:
        return CUT
    return ROUNDED if number.digits >= digits and number.is_roughly(true) else WRONG
