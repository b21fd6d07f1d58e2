"""Arguments: what a reader hands in, checked here, and refused in one clear sentence."""

import math
import reprlib
from collections.abc import Collection, Hashable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import inf
from numbers import Integral, Rational, Real
from typing import Any


def number(value: Any, name: str) -> Fraction | Any:
    """A finite number, kept exactly as it was written: 0.1 becomes 1/10.

    A SymPy number passes unchanged, with all its digits.
    Raises TypeError for anything that is not a number (text, a symbol, True), and ValueError for
    NaN, infinity and what is beyond the floating-point range.
    """
    if isinstance(value, bool) or not isinstance(value, Real | Decimal):
        raise TypeError(f"{name} must be a number such as 0.5, not {quoted(value)}.")
    if not _is_finite(value):
        raise ValueError(f"{name} must be a finite number such as 0.5, not {quoted(value)}.")
    if hasattr(value, "xreplace"):
        return value
    return Fraction(value) if isinstance(value, Rational) else Fraction(str(value))


def mapping(value: Any, name: str) -> None:
    """Raises TypeError unless the value is a dictionary."""
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a dictionary such as {{i1: 0.05}}, not {quoted(value)}.")


def formula(value: Any, where: str) -> None:
    """Raises TypeError unless the value is a SymPy formula or symbol."""
    if not hasattr(value, "free_symbols"):
        raise TypeError(f"{where} takes a formula such as w5 * out_h1, not {quoted(value)}.")


def all_there(wanted: Iterable[Any], values: Collection[Any], where: str) -> None:
    """Raises ValueError, with the first culprit, unless everything wanted has a value."""
    for quantity in wanted:
        if quantity not in values:
            raise ValueError(f"{where} needs a value for {quantity}.")


def count(value: Any, name: str, least: int = 0, most: float = inf) -> int:
    """A whole number from least to most. Raises TypeError or ValueError for anything else."""
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(f"{name} must be a whole number such as 10, not {quoted(value)}.")
    whole = int(value)
    if whole < least:
        raise ValueError(f"{name} must be {least} or more, not {quoted(value)}.")
    if whole > most:
        raise ValueError(f"{name} must be {most} at most, not {quoted(value)}.")
    return whole


def same_names(
    names: Iterable[Any], wanted: Collection[Any], where: str, worked_out: Collection[Any] = ()
) -> None:
    """Raises ValueError, with the first culprit, unless the names are those that are wanted."""
    names = list(names)
    for quantity in names:
        if quantity in worked_out:
            raise ValueError(f"{where} has a value for {quantity}, which is worked out, not given.")
        if quantity not in wanted:
            raise ValueError(
                f"{where} has a value for {quoted(quantity)}, which this network does not know; "
                f"it takes the symbols {listed(wanted)}."
            )
    for quantity in wanted:
        if quantity not in names:
            raise ValueError(
                f"{where} has no value for {quantity}; it needs one each for {listed(wanted)}."
            )


def one_of(value: Any, names: Iterable[Any], name: str) -> Any:
    """The value. Raises ValueError unless it is one of these names."""
    names = list(names)
    if not isinstance(value, Hashable) or value not in names:
        raise ValueError(f"{name} must be one of {listed(names)}, not {quoted(value)}.")
    return value


def _is_finite(value: Any) -> bool:
    try:
        return math.isfinite(value)
    except (OverflowError, ValueError):  # too large for a float, or a signalling NaN
        return False


def quoted(value: Any) -> str:
    """Anything at all as a sentence can mention it: written as in Python, and not too long."""
    try:
        return reprlib.repr(value).replace("\n", " ")
    except ValueError:  # Python writes no whole number of more than 4,300 digits
        return "a number of more than 4300 digits"


def joined_by_and(quantities: Iterable[Any]) -> str:
    """Names in a sentence: i1, i2 and w1."""
    *others, last = map(str, quantities)
    return f"{', '.join(others)} and {last}" if others else last


def listed(quantities: Iterable[Any]) -> str:
    """Names in a row: i1, i2, w1."""
    return ", ".join(str(q) for q in quantities)
