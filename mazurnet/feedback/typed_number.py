"""A number as a reader typed it: how large it is, and how many of its digits were given.

What is typed is read, never run: a formula is not a number.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cached_property
from typing import Any

from mazurnet import forward

LONGEST_ANSWER = 100  # characters; longer text is no number that anybody worked out
HUGE = 10_000  # a power of two beyond which nobody works
FARTHEST = 999  # places from the point; nor is a number farther out
NEARLY = Decimal("1e-5")  # of a number: what rounding on the way, to six digits, makes of it
ROUGHLY = Decimal("3e-4")  # of a number: what rounding on the way, to four digits, makes of it
TRUSTED = 12  # significant digits; what a computer or a calculator says beyond them may stray

_SPACE = re.compile(r"[\s\u200b\ufeff]+")
_MINUS = str.maketrans("−–", "--")
_RAISED = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
_POWER = re.compile(r"[·×x*]10(?:(?:\^|\*\*)\(?([+-]?\d+)\)?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")


@dataclass(frozen=True)
class TypedNumber:
    """A number and the text it came as."""

    text: str
    number: Decimal

    @cached_property
    def unit(self) -> Decimal:
        """What one more in the last digit would add: 0.0001 for 0.4398."""
        return Decimal(1).scaleb(int(self.number.as_tuple().exponent))

    @cached_property
    def half(self) -> Decimal:
        """Half of that: how far a rounded number can be off."""
        return self.unit / 2

    @cached_property
    def digits(self) -> int:
        """How many significant digits were typed: 3 in 0.0820, none in 0.00."""
        return len(self.number.as_tuple().digits) if self.number else 0

    def is_rounding_of(self, true: Decimal) -> bool:
        """Whether the true number, rounded to as many digits, is this one, a 5 up or down."""
        return abs(true - self.number) <= self.half

    def is_roughly(self, true: Decimal, added: Decimal) -> bool:
        """Whether rounding on the way, to four digits or so, can have made this of the number.

        It is measured on what the line itself adds: of a new weight that is the step.
        """
        off = abs(true - self.number)
        return self.digits > 2 and off < max(3 * self.half, ROUGHLY * abs(added))

    def is_near(self, true: Decimal) -> bool:
        """Whether rounding on the way can have made this of the number: off by one at the end.

        Where six digits or more were typed, the first five must fit.
        """
        slack = self.unit * 3 / 2 if self.digits < 6 else NEARLY * abs(true)
        return abs(true - self.number) <= max(slack, self.half)

    def right_digits(self, true: Decimal) -> int:
        """How many digits, from the first, the difference to the true number does not reach."""
        return self.digits - len(str(int(abs(true - self.number) / self.unit)))

    def is_cut_of(self, true: Decimal) -> bool:
        """Whether the true number was cut after these digits where it should be rounded up."""
        missing = abs(true) - abs(self.number)
        return self.half < missing < self.unit and true * self.number >= 0


def number_in(answer: Any) -> TypedNumber | None:
    """The number that was typed, to twelve digits at most; None for what is no finite number.

    Text may have a decimal comma, any minus sign and a power of ten: 4.4e-4 or 4,4·10⁻⁴.
    """
    try:
        text = str.strip(answer) if isinstance(answer, str) else ""
        number = _written(text) if text else _computed(answer)
        if number is None or abs(number.adjusted()) > FARTHEST:
            return None
        return TypedNumber(text or _shown(answer, number), _trusted(number))
    except Exception:  # whatever an answer does when it is looked at, it is no number
        return None


def _written(text: str) -> Decimal | None:
    plain = _plain(text) if len(text) <= LONGEST_ANSWER else ""
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def _plain(text: str) -> str:
    text = _SPACE.sub("", text).translate(_MINUS)
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    return _POWER.sub(lambda power: f"e{power[1] or power[2].translate(_RAISED)}", text)


def _computed(answer: Any) -> Decimal | None:
    if isinstance(answer, Decimal):
        return answer if answer.is_finite() else None
    if abs(getattr(answer, "_mpf_", (0, 0, 0))[2]) > HUGE:  # SymPy would write it out in full
        return None
    try:
        exact = forward.exact(answer, "answer")
    except (TypeError, ValueError):
        return None
    return Context(prec=TRUSTED + 5).divide(Decimal(int(exact.p)), Decimal(int(exact.q)))


def _shown(answer: Any, number: Decimal) -> str:
    try:
        return str(answer).strip()
    except ValueError:  # a fraction of more than 4,300 digits
        return str(number)


def rounded_to_digits(number: Decimal, digits: int) -> Decimal:
    """A number rounded to so many significant digits, as at school."""
    return Context(prec=digits, rounding=ROUND_HALF_UP).plus(number)


def _trusted(number: Decimal) -> Decimal:
    return rounded_to_digits(number, TRUSTED)
