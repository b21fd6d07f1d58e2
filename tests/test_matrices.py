import warnings

import numpy as np
import oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mazurnet import descent, matrices, network, symbols

START = matrices.from_given(network.given)
ORDINARY = st.fixed_dictionaries({name: st.floats(-3, 3) for name in oracle.START})


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings(), np.errstate(over="raise", invalid="raise"):
        warnings.simplefilter("error")
        yield


def by_name(weights):
    numbers = [*weights.W1.flat, *weights.W2.flat]
    return dict(zip(oracle.WEIGHTS, map(float, numbers), strict=True))


def test_a_row_holds_the_weights_of_one_neuron():
    i, target, weights = START
    assert (list(i), list(target)) == ([0.05, 0.10], [0.01, 0.99])
    assert by_name(weights) == {w: oracle.START[w] for w in oracle.WEIGHTS}
    assert (weights.b1, weights.b2) == (0.35, 0.60)


def test_numbers_are_taken_by_symbol_or_by_name():
    assert by_name(matrices.from_given(oracle.START)[2]) == by_name(START[2])


@given(ORDINARY)
def test_a_pass_is_the_pass_of_plain_arithmetic(numbers):
    out_h, out_o, E_total = matrices.forward(*matrices.from_given(numbers))
    found = dict(zip(("out_h1", "out_h2", "out_o1", "out_o2"), (*out_h, *out_o), strict=True))
    theirs = oracle.forward(numbers)
    found["E_total"] = E_total
    assert oracle.apart(found, {q: theirs[q] for q in found}, 1e-13, 1e-15) == []


@given(ORDINARY)
def test_the_gradients_are_those_of_plain_arithmetic(numbers):
    dW1, dW2 = matrices.gradients(*matrices.from_given(numbers))
    theirs = oracle.gradients(numbers)
    ours = dict(zip(oracle.WEIGHTS, (*dW1.flat, *dW2.flat), strict=True))
    assert oracle.apart(ours, {w: theirs[f"dE_d{w}"] for w in ours}, 1e-12, 1e-15) == []


def test_a_thousand_rounds_stay_with_plain_arithmetic():
    errors, history = matrices.train(*START, 0.5, 1000)
    theirs = oracle.rounds(oracle.START, 0.5, 1000)
    assert len(errors) == len(history) == 1001
    for n in range(0, 1001, 100):
        weights = {w: theirs[n][w] for w in oracle.WEIGHTS}
        assert oracle.apart(by_name(history[n]), weights, 1e-12, 0) == []
        assert errors[n] == pytest.approx(oracle.forward(theirs[n])["E_total"], rel=1e-12, abs=0)


def test_a_thousand_rounds_stay_with_the_derived_code():
    end = descent.train(network.given, 0.5, 1000).at(1000)
    weights = matrices.train(*START, 0.5, 1000)[1][-1]
    ours = {str(w): end[w] for w in symbols.weights}
    assert oracle.apart(ours, by_name(weights), 1e-12, 0) == []


def test_the_biases_stay():
    after = matrices.step(*START, 0.5)
    assert (after.b1, after.b2) == (0.35, 0.60)


def test_training_leaves_the_weights_it_was_given_alone():
    before = by_name(START[2])
    matrices.train(*START, 0.5, 10)
    assert by_name(START[2]) == before


@pytest.mark.parametrize("net", [800, 1e300, -800, -1e300, 0])
def test_the_squash_holds_at_both_ends(net):
    assert matrices.logistic(np.array([float(net)])) == {1: 1, 0: 0.5, -1: 0}[np.sign(net)]


@pytest.mark.parametrize("weight", [0.5, 1e300, -1e300])
@pytest.mark.parametrize("rate", [0.5, 1e300])
def test_huge_weights_and_rates_train_without_a_word(weight, rate):
    numbers = network.given | dict.fromkeys(symbols.weights, weight)
    errors, _ = matrices.train(*matrices.from_given(numbers), rate, 10)
    assert all(0 <= E <= 1 for E in errors)
