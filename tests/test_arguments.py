"""What every door refuses, and how: one sentence that names the culprit, before anything runs."""

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import sympy

from mazurnet import arguments, descent, forward, generated_code, network
from mazurnet.arrays import matrices
from mazurnet.arrays.layers import Layer, from_given, random_layers
from mazurnet.symbols import w1, w5

START = network.given
ARRAYS = from_given(START)

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
    "layers": from_given,
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
TAKE_COUNTS = {
    "batch": lambda count: matrices.train(*ARRAYS, 0.5, 10, batch=count),
    "seed": lambda count: matrices.train(*ARRAYS, 0.5, 10, seed=count),
    "widths[1]": lambda count: random_layers((2, count, 1)),
    "seed of random layers": lambda count: random_layers((2, 1), seed=count),
}
takes_numbers = pytest.mark.parametrize("take", TAKE_NUMBERS.values(), ids=list(TAKE_NUMBERS))
takes_eta = pytest.mark.parametrize("take", TAKE_ETA.values(), ids=list(TAKE_ETA))
takes_counts = pytest.mark.parametrize(("name", "take"), TAKE_COUNTS.items())
takes_rounds = pytest.mark.parametrize("take", TAKE_ROUNDS.values(), ids=list(TAKE_ROUNDS))


@pytest.fixture(autouse=True)
def nothing_is_computed(request, monkeypatch):
    """Every door of these tests stands before the arithmetic, which would fail the test."""
    if "bad" not in request.fixturenames:
        return

    def computed(*_, **__):
        pytest.fail("something was computed before the bad value was refused")

    for module, name in ((forward, "value"), (generated_code, "compiled"), (matrices, "_forward")):
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
@takes_counts
def test_so_is_every_other_count_of_a_network_in_matrices(name, take, bad, error):
    if bad is None and name in ("batch", "seed"):
        return  # all at once, in the order given
    refused(error, name.split()[0], take, bad)


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
    refused(error, "w1", arguments.number, bad, "w1")


def test_a_value_of_several_lines_is_shown_on_one():
    assert "\n" not in arguments.quoted(np.ones((4, 1)))


def test_a_long_value_is_shown_cut_short():
    assert len(refused(TypeError, "w1", arguments.number, "x" * 10_000, "w1")) < 120


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
    assert arguments.number(written, "w1") == kept
    assert isinstance(arguments.number(written, "w1"), Fraction)


def test_a_sympy_number_passes_unchanged():
    third = sympy.Rational(1, 3)
    assert arguments.number(third, "w1") is third


@pytest.mark.parametrize("written", [0, 7, np.int64(7), sympy.Integer(7)], ids=repr)
def test_a_count_becomes_a_plain_integer(written):
    assert type(arguments.count(written, "rounds")) is int
    assert arguments.count(written, "rounds") == written


def test_a_value_is_one_of_those_known():
    told = refused(ValueError, "loss", arguments.one_of, "cubed", ["squared", "none"], "loss")
    assert told == "loss must be one of squared, none, not 'cubed'."
    told = refused(ValueError, "A", arguments.one_of, w5, [w1], "A quantity")
    assert told == "A quantity must be one of w1, not w5."
    arguments.one_of(w1, [w5, w1], "A quantity")


W, W_row, b = np.ones((2, 3)), np.ones((1, 2)), np.ones(2)
LAYERS = (Layer(W, b, "tanh"), Layer(W_row, np.ones(1)))
SOFT = (LAYERS[0], Layer(np.ones((2, 2)), b, "softmax"))
ROWS, ANSWERS, SHARES = np.ones((4, 3)), np.ones((4, 1)), np.full((4, 2), 0.5)
NUMBERS = {
    "inputs": lambda bad: (bad, ANSWERS, LAYERS),
    "targets": lambda bad: (ROWS, bad, LAYERS),
    "layers[0].W": lambda bad: (ROWS, ANSWERS, (Layer(bad, b), LAYERS[1])),
    "layers[1].W": lambda bad: (ROWS, ANSWERS, (LAYERS[0], Layer(bad, np.ones(1)))),
    "layers[0].b": lambda bad: (ROWS, ANSWERS, (Layer(W, bad), LAYERS[1])),
}
BAD_ARRAYS = [
    *((value, TypeError) for value in ("0.5", None, [["a", "b"]], [[True, False]], [1j], [w1], {})),
    *((value, TypeError) for value in ([[10**400]], np.array([[True]] * 9), np.array([None]))),
    *((value, ValueError) for value in ([[1, 2], [3]], [math.nan], [[1.0, -math.inf]])),
    *((value, ValueError) for value in (0.5, [], [[]], np.ones((0, 3)), np.ones((1, 1, 1)))),
    *(
        (value, ValueError)
        for value in (np.ones((2, 2, 2, 2)), np.ones(9), [np.ones((2, 2)), np.ones(3)])
    ),
]
TAKE_ARRAYS = {
    "error": matrices.error,
    "gradients": matrices.gradients,
    "step": lambda *arrays: matrices.step(*arrays, 0.5),
    "train": lambda *arrays: matrices.train(*arrays, 0.5, 10),
}
takes_arrays = pytest.mark.parametrize("take", TAKE_ARRAYS.values(), ids=list(TAKE_ARRAYS))


@pytest.mark.parametrize(("bad", "error"), BAD_ARRAYS, ids=short)
@pytest.mark.parametrize("name", NUMBERS)
@takes_arrays
def test_an_array_holds_finite_numbers_in_a_shape_that_fits(take, name, bad, error):
    refused(error, name, take, *NUMBERS[name](bad))


@pytest.mark.parametrize("name", [name for name in NUMBERS if name != "targets"])
@pytest.mark.parametrize(("bad", "error"), BAD_ARRAYS, ids=short)
def test_so_it_does_for_a_forward_pass(name, bad, error):
    inputs, _, layers = NUMBERS[name](bad)
    refused(error, name, matrices.forward, inputs, layers)


NETWORKS = [
    *((bad, TypeError, "layers") for bad in (None, (), [], LAYERS[0], "layers", W, {})),
    *(((LAYERS[0], bad), TypeError, "layers[1]") for bad in (None, (W_row, b), W_row, "tanh")),
    *(((Layer(W, b, bad), LAYERS[1]), ValueError, "layers[0].squash") for bad in ("sine", None, W)),
    ((Layer(W, b, "softmax"), LAYERS[1]), ValueError, "layers[0].squash"),
    ((LAYERS[0], LAYERS[1]._replace(squash=["relu"])), ValueError, "layers[1].squash"),
    ((LAYERS[0], LAYERS[0]), ValueError, "layers[1].W"),
]


@pytest.mark.parametrize(("bad", "error", "name"), NETWORKS)
def test_layers_are_layers_that_fit_each_other(bad, error, name):
    refused(error, name, matrices.forward, ROWS, bad)
    for take in TAKE_ARRAYS.values():
        refused(error, name, take, ROWS, ANSWERS, bad)


@pytest.mark.parametrize(
    ("targets", "layers", "loss", "told"),
    [
        (ANSWERS, LAYERS, "cubed", "loss must be one of squared, cross-entropy, not 'cubed'."),
        (ANSWERS, LAYERS, None, "loss must be one of squared, cross-entropy, not None."),
        (SHARES, SOFT, "squared", "layers[-1].squash with the loss 'squared' must be one of "
         "logistic, tanh, relu, identity, not 'softmax'."),
        (np.ones((4, 2)), LAYERS[:1], "cross-entropy", "layers[-1].squash with the loss "
         "'cross-entropy' must be one of logistic, softmax, not 'tanh'."),
        (ANSWERS + 1, LAYERS, "cross-entropy", "targets must lie between 0 and 1 for "
         "cross-entropy."),
        (-SHARES, SOFT, "cross-entropy", "targets must lie between 0 and 1 for cross-entropy."),
        (SHARES / 2, SOFT, "cross-entropy", "targets must add up to 1 in every example for "
         "softmax."),
    ],
)  # fmt: skip
def test_a_loss_has_its_squash_and_its_targets(targets, layers, loss, told):
    name = told.split()[0]
    arrays = (ROWS, targets, layers)
    for take in (matrices.error, matrices.gradients):
        assert refused(ValueError, name, take, *arrays, loss) == told
    assert refused(ValueError, name, matrices.step, *arrays, 0.5, loss) == told
    assert refused(ValueError, name, matrices.train, *arrays, 0.5, 10, loss) == told


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        (np.ones((4, 2)), "inputs must have the shape (3) or (rows, 3), not (4, 2)."),
        (np.ones(2), "inputs must have the shape (3) or (rows, 3), not (2)."),
        ([[1, 2, 3], [4]], "inputs must have rows of equal length."),
        ([1, math.nan, math.inf], "inputs must hold finite numbers such as 0.5, not nan."),
        ([1, "2", 3], "inputs must hold numbers such as 0.5, not ['1', '2', '3']."),
    ],
)
def test_what_would_fit_is_said(inputs, told):
    error = TypeError if "hold numbers" in told else ValueError
    assert refused(error, "inputs", matrices.forward, inputs, LAYERS) == told


@pytest.mark.parametrize("bad", [None, 3, "23", (), (3,), {2, 3}], ids=repr)
def test_widths_are_two_or_more(bad):
    refused(TypeError, "widths", random_layers, bad)


@pytest.mark.parametrize("bad", [None, 1, (), ("tanh",), ("tanh",) * 3, {"tanh"}], ids=repr)
def test_squashes_are_one_for_each_layer(bad):
    refused(TypeError, "squashes", random_layers, (2, 3, 1), bad)


@pytest.mark.parametrize("bad", ["sine", ("tanh", "sine"), ("tanh", None)], ids=repr)
def test_and_known_by_name(bad):
    refused(ValueError, "squashes", random_layers, (2, 3, 1), bad)
