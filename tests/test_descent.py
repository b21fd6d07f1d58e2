import math
import warnings
from itertools import pairwise

import oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Rational, exp

from mazurnet import chain, descent, forward, network, symbols
from mazurnet.network import equations
from mazurnet.symbols import (
    E_total,
    b1,
    b2,
    delta_h1,
    delta_o1,
    eta,
    i1,
    i2,
    net_h1,
    net_h2,
    net_o1,
    net_o2,
    new,
    out_h1,
    out_h2,
    out_o1,
    out_o2,
    w1,
    w2,
    w3,
    w4,
    w5,
)

START = network.given
LINEAR = equations | {out_h1: net_h1, out_h2: net_h2, out_o1: net_o1, out_o2: net_o2}
FINITE = st.floats(allow_nan=False, allow_infinity=False)


def by_name(numbers):
    return {str(q): float(number) for q, number in numbers.items()}


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def test_a_backward_pass_keeps_the_values_and_adds_four_deltas(values):
    assert list(values) == [*START, *equations, *chain.deltas()]
    theirs = oracle.forward(oracle.START)
    theirs |= oracle.output_layer(theirs)
    theirs |= oracle.hidden_layer(theirs)
    assert oracle.apart(by_name(values), {str(q): theirs[str(q)] for q in values}, 1e-14, 0) == []


def test_every_digit_shown_of_a_small_delta_is_right():
    numbers = START | {b2: 20}
    shown = descent.backward(numbers)
    exact = forward.evaluate(chain.deltas(), forward.forward(numbers, digits=60), 60)
    assert float(shown[delta_o1]) == pytest.approx(float(exact[delta_o1]), rel=1e-14, abs=0)


def test_a_backward_pass_keeps_the_digits_of_the_forward_pass():
    long = descent.backward(START, digits=30)
    assert str(long[out_o1]) == oracle.EXACT["figures"]["out_o1"]


def test_what_is_trained_are_the_eight_weights():
    assert network.weights() == list(symbols.weights)


@pytest.mark.parametrize("output_first", [False, True])
def test_one_step_moves_the_weights_and_nothing_else(output_first):
    after = descent.step(START, 0.5, output_first=output_first)
    theirs = oracle.one_round(oracle.START, 0.5, output_first)
    assert list(after) == list(START)
    assert oracle.apart(by_name(after), theirs, 1e-14, 0) == []
    assert all(after[q] == START[q] for q in START if q not in symbols.weights)


def test_a_step_is_against_the_slope():
    assert descent.one_round()[new(w1)] == w1 - eta * delta_h1 * i1


def test_with_the_output_layer_first_only_the_hidden_deltas_change():
    at_once, early = descent.one_round(), descent.one_round(output_first=True)
    assert {q for q in at_once if at_once[q] != early[q]} == {symbols.delta_h1, symbols.delta_h2}


@pytest.mark.parametrize("output_first", [False, True])
def test_ten_thousand_rounds_stay_with_plain_arithmetic(output_first):
    history = descent.train(START, 0.5, 10_000, output_first=output_first)
    theirs = oracle.rounds(oracle.START, 0.5, 10_000, output_first)
    for n in range(0, 10_001, 1000):
        assert oracle.apart(by_name(history.at(n)), theirs[n], 1e-12, 0) == []
        assert history[E_total][n] == pytest.approx(
            oracle.forward(theirs[n])["E_total"], rel=1e-12, abs=0
        )


def test_the_error_after_ten_thousand_rounds():
    end = oracle.forward(oracle.rounds(oracle.START, 0.5, 10_000)[-1])["E_total"]
    error = descent.train(START, 0.5, 10_000)[E_total]
    assert f"{error[-1]:.12e}" == "3.510187782979e-05"
    assert error[-1] == pytest.approx(end, rel=1e-12, abs=0)


@pytest.mark.parametrize("rate", [0.01, 0.1, 0.5, 1, 10, 50, 100, 1000])
def test_the_error_never_rises_in_this_example(rate):
    error = descent.train(START, rate, 10_000)[E_total]
    floor = 1e-28  # below it, rounding moves the error either way
    assert len(error) == 10_001
    assert all(later <= max(sooner, floor) for sooner, later in pairwise(error))


def test_the_weights_of_i2_move_twice_as_far_as_those_of_i1():
    history = descent.train(START, 0.5, 1000)
    for one, two in ((w1, w2), (w3, w4)):
        moved = [(b - history[two][0]) - 2 * (a - history[one][0])
                 for a, b in zip(history[one], history[two], strict=True)]  # fmt: skip
        assert max(map(abs, moved)) < 1e-13


def test_the_early_order_is_worse_until_round_4_and_better_ever_after():
    at_once = descent.train(START, 0.5, 10_000)[E_total]
    early = descent.train(START, 0.5, 10_000, output_first=True)[E_total]
    worse = [n for n, (a, e) in enumerate(zip(at_once, early, strict=True)) if e > a]
    assert worse == [1, 2, 3, 4]


def test_a_frozen_hidden_layer_hardly_shows_in_the_first_round():
    after = descent.step(START, 0.5)
    frozen = after | {w: START[w] for w in symbols.weights[:4]}
    assert f"{float(forward.forward(frozen)[E_total]):.9f}" == "0.291028729"


@pytest.mark.parametrize("rounds", [0, 1, 7])
def test_a_history_has_a_row_for_the_start_and_one_for_each_round(rounds):
    history = descent.train(START, 0.5, rounds)
    assert history.rounds == rounds
    assert len(history[E_total]) == len(history[w5]) == rounds + 1


def test_a_history_starts_at_the_numbers_given():
    assert by_name(descent.train(START, 0.5, 3).at(0)) == oracle.START


def test_training_again_from_the_middle_ends_at_the_same_place():
    whole = descent.train(START, 0.5, 20)
    rest = descent.train(whole.at(8), 0.5, 12)
    assert rest.rows == whole.rows[8:]


def test_a_step_and_a_trained_round_are_the_same():
    assert (
        oracle.apart(
            by_name(descent.step(START, 0.5)), by_name(descent.train(START, 0.5, 1).at(1)), 1e-14, 0
        )
        == []
    )


def test_a_history_knows_only_what_it_kept():
    with pytest.raises(
        ValueError, match=r"^A quantity of a history must be one of E_total, w1, .* not b1\.$"
    ):
        descent.train(START, 0.5, 1)[b1]


def test_a_round_that_was_not_trained_is_refused():
    with pytest.raises(ValueError, match=r"^round must be at most 5, the last"):
        descent.train(START, 0.5, 5).at(6)


@pytest.mark.parametrize("weight", [1, 1e300, -1e300])
@pytest.mark.parametrize("rate", [0.5, 1e300, -1e300])
def test_huge_weights_and_rates_train_without_a_word(weight, rate):
    numbers = START | dict.fromkeys(symbols.weights, weight)
    history = descent.train(numbers, rate, 100)
    assert history.rounds == 100
    assert all(0 <= E <= 1 for E in history[E_total])
    assert list(descent.step(numbers, rate)) == list(START)


def test_a_network_that_runs_away_ends_with_its_last_finite_round():
    history = descent.train(START, 1000, 10_000, LINEAR)
    assert 0 < history.rounds < 10
    assert all(math.isfinite(number) for row in history.rows for number in row)
    assert history[E_total][-1] > 1e100
    assert history.at(history.rounds)[w1] == history[w1][-1]


def test_a_linear_network_with_a_small_rate_settles():
    assert descent.train(START, 0.05, 2000, LINEAR)[E_total][-1] < 1e-12


@given(st.fixed_dictionaries(dict.fromkeys(symbols.weights, FINITE)), FINITE)
def test_training_takes_any_finite_weights_and_any_rate(weights, rate):
    history = descent.train(START | weights, rate, 3)
    assert all(math.isfinite(number) for row in history.rows for number in row)
    assert {w: history[w][0] for w in weights} == weights


@given(st.fixed_dictionaries(dict.fromkeys(START, st.floats(-1e9, 1e9))))
def test_the_error_of_round_0_is_the_error_of_the_forward_pass(numbers):
    history = descent.train(numbers, 0.5, 0)
    assert history[E_total][0] == pytest.approx(
        float(forward.forward(numbers)[E_total]), rel=1e-6, abs=1e-12
    )


LOST = {i1: 1e300, i2: 1e300, w1: 1e300, w2: -1e300, w3: -1, w4: 0}  # net_h1: inf - inf


@pytest.mark.parametrize("numbers", [dict.fromkeys(START, 1e308), START | LOST])
def test_numbers_beyond_a_float_at_the_start_are_refused_and_not_guessed(numbers):
    with pytest.raises(ValueError, match=r"\.$"):
        descent.train(numbers, 0.5, 10)


def test_an_error_that_leaves_a_float_and_comes_back_is_refused_too():
    too_large_once = {**dict.fromkeys(START, 0), i1: 1, w1: 1, symbols.b2: 1e160}
    with pytest.raises(ValueError, match=r"^given has numbers so large"):
        descent.train(too_large_once, 1, 1, LINEAR)


@pytest.mark.parametrize("size", [100, 1000])
def test_the_delta_of_a_saturated_output_is_small_and_not_lost(size):
    numbers = network.given | {symbols.b1: size, symbols.b2: size}
    net = size + Rational("0.85")  # to many digits: both hidden outputs are 1
    slope = exp(-net).evalf(30)
    found = descent.backward(numbers)[symbols.delta_o1]
    assert abs(found / (Rational("0.99") * slope) - 1) < 1e-12


def test_a_history_says_what_it_is_in_a_line():
    said = repr(descent.train(START, 0.5, 10_000))
    assert said == "History of 10,000 rounds: E_total from 0.298 to 3.51e-05."


def test_what_has_no_weights_is_not_trained():
    only_bias = {symbols.net_o1: symbols.b1, symbols.out_o1: symbols.net_o1,
                 E_total: symbols.out_o1**2}  # fmt: skip
    with pytest.raises(ValueError, match=r"^equations has no weights"):
        descent.train({symbols.b1: 1}, 0.5, 1, equations=only_bias)


def test_a_quantity_that_is_worked_out_may_not_be_given():
    with pytest.raises(ValueError, match=r"^given has a value for net_h1, which is worked out"):
        descent.train(descent.backward(START), 0.5, 1)


def test_equations_in_a_circle_are_refused():
    circle = {symbols.out_o1: symbols.net_o1, symbols.net_o1: symbols.out_o1}
    with pytest.raises(ValueError, match=r"before it can be worked out\.$"):
        network.in_order(circle)


@pytest.mark.parametrize(
    "run", [forward.forward, descent.backward, lambda *a: descent.train(a[0], 0.5, 1, a[1])]
)
def test_equations_out_of_order_are_refused(run):
    backwards = dict(reversed(equations.items()))
    with pytest.raises(
        ValueError, match=r"^equations gives E_total before E_o1, which it needs\.$"
    ):
        run(START, backwards)
