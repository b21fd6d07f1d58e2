"""What every door refuses, and how: one sentence that names the culprit, before anything runs."""

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import sympy

from mazurnet import codegen, descent, door, forward, matrices, network
from mazurnet.symbols import w1, w5

START = network.given
ARRAYS = matrices.from_given(START)

BAD = [
    *((value, TypeError) for value in ("0.5", "half", True, None, [0.5], w1, 0.5j)),
    *((value, ValueError) for value in (math.nan, np.nan, math.inf, -np.inf, 10**400)),
]
WORSE = [
    *((value, TypeError) for value in ("", b"0.5", (0.5,), {}, object, np.True_, np.array([0.5]))),
    *((value, TypeError) for value in (w1 + 1, sympy.I, sympy.nan, sympy.oo, sympy.true)),
    *((value, ValueError) for value in (-(10**400), Fraction(10**400), sympy.Integer(10) ** 400)),
    *((Decimal(value), ValueError) for value in ("NaN", "sNaN", "Infinity", "1e400")),
    (np.float32("nan"), ValueError),
]
BAD_COUNTS = [
    (-1, ValueError), (np.int64(-1), ValueError), (2.5, TypeError), (10.0, TypeError),
    ("10", TypeError), (True, TypeError), (None, TypeError), (math.nan, TypeError),
    (Fraction(1, 2), TypeError), ([1], TypeError),
]  # fmt: skip


def short(x):
    return x.__name__ if isinstance(x, type) else repr(x)[:20]


number = pytest.mark.parametrize(("bad", "error"), BAD, ids=short)
count = pytest.mark.parametrize(("bad", "error"), BAD_COUNTS, ids=short)

TAKE_NUMBERS = {
    "forward": forward.forward,
    "step": lambda given: descent.step(given, 0.5),
    "train": lambda given: descent.train(given, 0.5, 10),
    "matrices": matrices.from_given,
}
TAKE_ETA = {
    "step": lambda eta: descent.step(START, eta),
    "train": lambda eta: descent.train(START, eta, 10),
    "train 0 rounds": lambda eta: descent.train(START, eta, 0),
    "matrices.step": lambda eta: matrices.step(*ARRAYS, eta),
    "matrices.train": lambda eta: matrices.train(*ARRAYS, eta, 10),
    "matrices.train 0 rounds": lambda eta: matrices.train(*ARRAYS, eta, 0),
}
TAKE_ROUNDS = {
    "train": lambda rounds: descent.train(START, 0.5, rounds),
    "matrices.train": lambda rounds: matrices.train(*ARRAYS, 0.5, rounds),
}
takes_numbers = pytest.mark.parametrize("take", TAKE_NUMBERS.values(), ids=list(TAKE_NUMBERS))
takes_eta = pytest.mark.parametrize("take", TAKE_ETA.values(), ids=list(TAKE_ETA))
takes_rounds = pytest.mark.parametrize("take", TAKE_ROUNDS.values(), ids=list(TAKE_ROUNDS))


@pytest.fixture(autouse=True)
def nothing_is_computed(request, monkeypatch):
    """Every door of these tests stands before the arithmetic, which would fail the test."""
    if "bad" not in request.fixturenames:
        return

    def computed(*_, **__):
        pytest.fail("something was computed before the bad value was refused")

    for module, name in ((forward, "value"), (codegen, "compiled"), (matrices, "forward")):
        monkeypatch.setattr(module, name, computed)


def refused(error, culprit, take, *values):
    """That this is refused with this error, in one sentence that opens with the culprit."""
    with pytest.raises(error) as caught:
        take(*values)
    told = str(caught.value)
    assert type(caught.value) is error
    assert told.split()[0] == culprit
    assert told.endswith(".")
    assert ". " not in told
    assert "\n" not in told
    assert len(told) < 250
    return told


@number
@takes_numbers
def test_what_is_not_a_finite_number_is_refused_at_every_door(take, bad, error):
    refused(error, "w5", take, START | {w5: bad})


@number
@takes_eta
def test_so_is_a_learning_rate(take, bad, error):
    refused(error, "eta", take, bad)


@count
@takes_rounds
def test_a_number_of_rounds_is_a_whole_one(take, bad, error):
    refused(error, "rounds", take, bad)


@count
def test_so_is_the_round_one_asks_for(bad, error):
    history = descent.History(dict(START), (w5,), [(0.4,), (0.3,)])
    refused(error, "round", history.at, bad)


@takes_numbers
@pytest.mark.parametrize("bad", [None, 0.5, "w1", [(w1, 0.5)], [0.5] * 1000], ids=short)
def test_the_numbers_come_in_a_dictionary(take, bad):
    refused(TypeError, "given", take, bad)


@takes_numbers
@pytest.mark.parametrize("bad", list(START), ids=str)
def test_a_missing_number_is_named(take, bad):
    told = refused(ValueError, "given", take, {q: n for q, n in START.items() if q != bad})
    assert f"no value for {bad};" in told


@takes_numbers
@pytest.mark.parametrize("bad", ["w9", 5, None, sympy.Symbol("w55"), network.E_total], ids=repr)
def test_an_unknown_name_is_named(take, bad):
    told = refused(ValueError, "given", take, START | {bad: 0.5})
    assert f"a value for {bad!r}," in told or f"a value for {str(bad)!r}," in told


def test_a_name_in_quotes_is_not_the_symbol():
    text = {str(q): number for q, number in START.items()}
    assert "'i1'" in refused(ValueError, "given", forward.forward, text)


@pytest.mark.parametrize(("bad", "error"), BAD + WORSE, ids=short)
def test_the_door_itself_knows_more_that_is_no_number(bad, error):
    refused(error, "w1", door.number, bad, "w1")


def test_a_value_of_several_lines_is_shown_on_one():
    assert "\n" not in door.shown(np.ones((4, 1)))


def test_a_long_value_is_shown_cut_short():
    assert len(refused(TypeError, "w1", door.number, "x" * 10_000, "w1")) < 120


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (0.1, Fraction(1, 10)), (1, Fraction(1)), (1e-300, Fraction(1, 10**300)), (-0.0, 0),
        (Decimal("0.1"), Fraction(1, 10)), (Fraction(1, 3), Fraction(1, 3)),
        (np.float64(0.1), Fraction(1, 10)), (np.float32(0.1), Fraction(1, 10)),
        (np.int64(7), Fraction(7)), (10**300, Fraction(10**300)),
    ],
    ids=short,
)  # fmt: skip
def test_a_number_is_kept_as_it_was_written(written, kept):
    assert door.number(written, "w1") == kept
    assert isinstance(door.number(written, "w1"), Fraction)


def test_a_sympy_number_passes_unchanged():
    third = sympy.Rational(1, 3)
    assert door.number(third, "w1") is third


@pytest.mark.parametrize("written", [0, 7, np.int64(7), sympy.Integer(7)], ids=repr)
def test_a_count_becomes_a_plain_integer(written):
    assert type(door.count(written, "rounds")) is int
    assert door.count(written, "rounds") == written


def test_what_is_not_among_those_known_is_refused():
    told = refused(ValueError, "A", door.one_of, w5, [w1], "A history")
    assert told == "A history has w1, not w5."

def test_a_name_is_one_of_those_known():
    told = refused(ValueError, "loss", door.known, "cubed", ["squared", "none"], "loss")
    assert told == "loss must be one of squared, none, not 'cubed'."
