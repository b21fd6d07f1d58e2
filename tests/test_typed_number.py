"""Reading a number: how large it is, how many of its digits count, and what is none."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import sympy

from mazurnet.feedback import typed_number

TRUE = Decimal("0.082167040564230778")


def number(answer):
    return typed_number.number_in(answer).number


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("0.0822", "0.0822"), (" 0.0822\n", "0.0822"), (".5", "0.5"), ("5.", "5"), ("+3", "3"),
        ("0,0822", "0.0822"), ("-0.019", "-0.019"), ("−0.019", "-0.019"), ("–0,019", "-0.019"),
        ("- 0.019", "-0.019"), ("4.4e-4", "0.00044"), ("4.4E-04", "0.00044"), ("1e3", "1000"),
        ("4.4×10^-4", "0.00044"), ("4,4·10⁻⁴", "0.00044"), ("4.4 x 10^(-4)", "0.00044"),
        ("4.4*10**-4", "0.00044"), ("4.4 × 10^−4", "0.00044"), ("2×10³", "2000"),
        ("1 234.5", "1234.5"), ("0.082 167 041", "0.082167041"), ("0.082\u202f167", "0.082167"),
        ("\ufeff0.5", "0.5"), ("0.5\u200b", "0.5"), ("００.５", "0.5"),
    ],
)  # fmt: skip
def test_a_number_is_read_the_way_people_write_it(text, meant):
    assert number(text) == Decimal(meant)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", ".", "-", "e", "e5", "1e", "1e1234", "half", "0.5.1", "1,2,3", "1,234.5", "--1",
        "0x1f", "1_000", "nan", "inf", "-Infinity", "∞", "½", "5²", "10^3", "50%", "≈0.5", "0.5?",
        "1/2", "0.4+0.1", "w5*2", "w5", "(0.5)", "0.5 and 0.6", "1j", "True", "None", "\x00",
        "__import__('os').system('true')", "Decimal('0.5')", "9" * 101, "1e5e5",
    ],
)  # fmt: skip
def test_what_is_not_just_a_number_is_not_read(text):
    assert typed_number.number_in(text) is None


@pytest.mark.parametrize(
    "answer",
    [
        None, True, np.True_, [0.5], (0.5,), {}, b"0.5", object(), 0.5j, np.array(0.5), sympy.pi,
        sympy.Symbol("w5"), sympy.I, sympy.oo, sympy.nan, float("nan"), float("inf"), -np.inf,
        Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), 10**400, Fraction(10**400),
        Decimal("1e1000000"), Decimal("1.234e-99999"), Fraction(1234, 10**5003),
    ],
    ids=lambda answer: type(answer).__name__,
)  # fmt: skip
def test_nor_is_an_object_that_is_no_finite_number(answer):
    assert typed_number.number_in(answer) is None


class Secret:
    """What raises an error, none of ours, as soon as it is looked at."""

    def __getattribute__(self, name):
        raise RuntimeError(name)


def test_what_raises_when_it_is_looked_at_is_no_number_either():
    assert typed_number.number_in(Secret()) is None


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        (0.1, "0.1"), (3, "3"), (-0.25, "-0.25"), (1e-7, "1e-7"), (Decimal("0.0820"), "0.0820"),
        (Fraction(1, 4), "0.25"), (np.float64(0.1), "0.1"), (np.float32(0.1), "0.1"),
        (np.int64(7), "7"), (sympy.Rational(1, 4), "0.25"), (sympy.Float("0.1", 20), "0.1"),
        (Fraction(1, 3), "0.333333333333"), (0.1 + 0.2, "0.3"),
        (Fraction(10**5000 + 1, 10**5001), "0.1"),
    ],
    ids=lambda answer: type(answer).__name__,
)  # fmt: skip
def test_a_computed_number_counts_to_twelve_digits(answer, meant):
    assert number(answer) == Decimal(meant)


@pytest.mark.parametrize(
    ("text", "digits", "unit"),
    [
        ("0.0822", 3, "0.0001"), ("0.08217", 4, "0.00001"), ("0.0820", 3, "0.0001"),
        ("0.082", 2, "0.001"), ("8.20e-2", 3, "0.0001"), ("8,2·10⁻²", 2, "0.001"), ("12", 2, "1"),
        ("120", 3, "1"), ("1.2e2", 2, "10"), ("0.00", 0, "0.01"), ("0", 0, "1"),
        ("-0.0440", 3, "0.0001"), ("0.0821670405642307780", 12, "1e-13"),
    ],
)  # fmt: skip
def test_the_digits_that_were_typed_count_zeros_at_the_end_too(text, digits, unit):
    found = typed_number.number_in(text)
    assert (found.digits, found.unit) == (digits, Decimal(unit))


@pytest.mark.parametrize("text", ["0.0822", "0.08217", "0.082167", "0.08", "0.1", "0.082167041"])
def test_a_rounding_is_known_at_any_length(text):
    assert typed_number.number_in(text).is_rounding_of(TRUE)
    assert not typed_number.number_in(text).is_cut_of(TRUE)


@pytest.mark.parametrize("text", ["0.0823", "0.0821", "0.08216", "-0.0822", "0.822", "0.08220"])
def test_and_so_is_what_is_none(text):
    assert not typed_number.number_in(text).is_rounding_of(TRUE)


@pytest.mark.parametrize("text", ["0.0821", "0.08216", "0.08216704"])
def test_a_number_is_cut_where_its_last_digit_should_have_gone_up(text):
    cut = {"0.0821": True, "0.08216": True, "0.08216704": False}
    assert typed_number.number_in(text).is_cut_of(TRUE) is cut[text]
    assert typed_number.number_in(f"-{text}").is_cut_of(-TRUE) is cut[text]
    assert not typed_number.number_in(f"-{text}").is_cut_of(TRUE)


@pytest.mark.parametrize("text", ["0.25", "0.24", "-0.25", "-0.24"])
def test_a_tie_is_rounded_up_or_down_and_never_cut(text):
    tie = Decimal("0.245").copy_sign(Decimal(text))
    assert typed_number.number_in(text).is_rounding_of(tie)
    assert not typed_number.number_in(text).is_cut_of(tie)


def test_rounding_on_the_way_moves_a_number_by_one_at_the_end():
    assert typed_number.number_in("0.0823").is_near(TRUE)
    assert not typed_number.number_in("0.0824").is_near(TRUE)


def test_of_six_digits_or_more_the_first_five_must_fit():
    assert typed_number.number_in("0.0821675").is_near(TRUE)
    assert not typed_number.number_in("0.0821690").is_near(TRUE)
    assert typed_number.number_in("0.08216712345").is_near(TRUE)


def test_an_answer_is_quoted_as_it_was_typed():
    assert typed_number.number_in(" 4,4·10⁻⁴ ").text == "4,4·10⁻⁴"
    assert typed_number.number_in(Decimal("0.0820")).text == "0.0820"
    assert typed_number.number_in(np.float64(0.1)).text == "0.1"
