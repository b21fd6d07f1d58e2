"""Verdicts: what is said about a number that somebody worked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, NamedTuple

from mazurnet.display.show import Steps
from mazurnet.feedback import diagnosis, sentences, typed_number
from mazurnet.feedback.outcomes import Outcomes
from mazurnet.feedback.slips import Slip
from mazurnet.feedback.typed_number import TypedNumber, rounded_to_digits

OPEN, UNREADABLE = "not answered yet", "not a number"
RIGHT, CUT, FEWER, WRONG = "right", "right but cut", "right to fewer digits", "wrong"
TOO_FEW = "too few digits to tell"  # neither right nor wrong
ROUNDED = "right but for rounding on the way"
DIGITS_ASKED = 3  # significant digits, unless a lesson asks for more
DIGITS_OF_AN_ANSWER = 2  # one digit alone is no answer: too much rounds to it
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


NOT_ANSWERED = Verdict(OPEN, "Not answered yet.")


class Cause(NamedTuple):
    """The slips that lead to a number, whether to just this one, and lines known to be right."""

    slips: Sequence[Slip] = ()
    exact: bool = True
    right: Sequence[str] = ()


def judge(answer: Any, line: str, worked_out: Outcomes, digits: int = DIGITS_ASKED) -> Verdict:
    """The verdict on an answer to one line of the page, whatever it is: a sentence, no error."""
    if is_blank(answer):
        return NOT_ANSWERED
    number = typed_number.number_in(answer)
    if number is None:
        return Verdict(UNREADABLE, sentences.unreadable(answer))
    at_sight = kind_of(number, line, worked_out, digits)
    if at_sight == RIGHT:
        return Verdict(RIGHT, f"{number.text} is right.")
    if at_sight == FEWER:
        return Verdict(FEWER, sentences.fewer(number, digits))
    if at_sight == TOO_FEW:
        return Verdict(TOO_FEW, sentences.too_few(number, digits, line, worked_out))
    cause = _cause(number, line, worked_out)
    if at_sight != WRONG and not (cause.exact and number.digits > DIGITS_ASKED):
        cause = Cause()  # rounding is explanation enough
    kind = WRONG if _is_no_accident(at_sight, cause, number, line, worked_out) else at_sight
    words = _in_words(kind, cause, number, line, worked_out)
    return Verdict(kind, words, tuple(cause.slips), cause.exact)


def is_blank(answer: Any) -> bool:
    """Whether nothing was answered: None, or a text with nothing but spaces."""
    return answer is None or (isinstance(answer, str) and not str.strip(answer))


def kind_of(
    number: TypedNumber, line: str, worked_out: Outcomes, digits: int = DIGITS_ASKED
) -> str:
    """What the digits alone say: RIGHT, FEWER than asked for, CUT, ROUNDED on the way, or WRONG.

    TOO_FEW is said of one digit that anything may round to, and of a number that the line is
    about to change where it rounds what was there before as well. Mere zeros are wrong, unless
    nothing else is right.
    """
    true, old = worked_out.right[line], worked_out.before(line)
    if not number.digits:
        return RIGHT if number.number == true else WRONG
    if number.is_rounding_of(true):
        if old not in (None, true) and number.is_rounding_of(old):
            return TOO_FEW
        # A spreadsheet drops the zeros at the end.
        whole = number.digits >= digits or number.number == rounded_to_digits(true, digits)
        if whole:
            return RIGHT
        return FEWER if number.digits >= DIGITS_OF_AN_ANSWER else TOO_FEW
    if number.is_cut_of(true) and number.digits >= DIGITS_OF_AN_ANSWER:
        return TOO_FEW if number.number == old else CUT
    if number.number == old:
        return WRONG
    roughly = number.is_roughly(true, true - (old or 0))
    return ROUNDED if number.digits >= digits and roughly else WRONG


def _cause(number: TypedNumber, line: str, worked_out: Outcomes) -> Cause:
    """The slips made anywhere that lead to just this number; else those made in this line alone."""
    anywhere = Cause(*diagnosis.fitting(number, line, worked_out))
    if anywhere.slips and anywhere.exact:
        return anywhere
    here = diagnosis.fitting_here(number, line, worked_out)
    return Cause(here, True, [q.name for q in diagnosis.lines_inside(line)]) if here else anywhere


def _is_no_accident(
    at_sight: str, cause: Cause, number: TypedNumber, line: str, worked_out: Outcomes
) -> bool:
    """Whether so many digits agree with a slip that rounding on the way cannot have made them."""
    if at_sight != ROUNDED or not cause.slips:
        return False
    return diagnosis.digits_that_bear(number, line, worked_out) >= DIGITS_BEYOND_CHANCE


def _in_words(kind: str, cause: Cause, number: TypedNumber, line: str, worked_out: Outcomes) -> str:
    if kind == CUT:
        return sentences.right_but_cut(number, cause.slips)
    if kind == ROUNDED:
        return sentences.right_but_rounded(number, worked_out.right[line], cause.slips)
    if cause.slips:
        return sentences.made_by_slips(
            number, cause.slips, line, worked_out, cause.exact, cause.right
        )
    return sentences.unknown(number, line, worked_out)
