import oracle
import pytest
from how_much import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Float, Rational, log

from mazurnet import forward, network, symbols
from mazurnet.symbols import E_total, b1, eta, net_h1, out_h1, w1, w5

FINITE = st.floats(allow_nan=False, allow_infinity=False)
ANYTHING = st.fixed_dictionaries({q: FINITE for q in network.given})
ORDINARY = st.fixed_dictionaries({q: st.floats(-3, 3) for q in network.given})


def test_a_pass_has_a_number_for_every_quantity_and_keeps_those_given():
    values = forward.forward(network.given)
    assert list(values) == [*network.given, *network.equations]
    assert all(Rational(str(values[q])) == number for q, number in network.given.items())


@given(ORDINARY)
def test_any_network_passes_as_plain_arithmetic_says(numbers):
    theirs = oracle.forward({str(q): number for q, number in numbers.items()})
    ours = {str(q): number for q, number in forward.forward(numbers).items()}
    assert oracle.apart(ours, theirs, 1e-13, 1e-15) == []


@settings(max_examples=tries(200))
@given(ANYTHING)
def test_any_finite_numbers_pass_and_every_output_lies_between_0_and_1(numbers):
    values = forward.forward(numbers)
    assert all(0 <= values[out] <= 1 for out in symbols.outs)
    assert values[E_total] >= 0


@pytest.mark.parametrize("huge", [1e300, -1e300])
def test_huge_weights_do_not_overflow(huge):
    numbers = network.given | dict.fromkeys(symbols.weights, huge)
    theirs = oracle.forward(oracle.START | dict.fromkeys(oracle.WEIGHTS, huge))
    ours = {str(q): float(number) for q, number in forward.forward(numbers).items()}
    assert oracle.apart(ours, theirs, 1e-14, 0) == []


def test_more_digits_change_nothing_but_the_digits():
    short, long = (forward.forward(network.given, digits=d) for d in (15, 50))
    assert {q: Float(number, 15) for q, number in long.items()} == short


def test_every_digit_of_a_saturated_output_is_right():
    values = forward.forward(network.given | {w1: 0, symbols.w2: 0, b1: -80}, digits=15)
    assert str(values[out_h1]) == "1.80485138784542e-35"


def test_the_given_numbers_are_read_as_written():
    assert forward.exact(0.1, "w1") == Rational(1, 10)


def test_a_sympy_number_keeps_its_own_digits():
    third = Float("0.333333333333333333333333333333", 30)
    assert abs(forward.exact(third, "w1") - Rational(1, 3)) < Rational(1, 10**29)


def test_a_formula_without_its_number_says_which_is_missing():
    with pytest.raises(ValueError, match=r"^w5 has no value yet"):
        forward.value(w5 * out_h1, {out_h1: Rational(1, 2)})


@pytest.mark.parametrize("formula", [1 / net_h1, log(net_h1), log(net_h1 - 1)])
def test_a_formula_without_a_finite_real_value_is_refused(formula):
    with pytest.raises(ValueError, match="is not a finite number"):
        forward.value(formula, {net_h1: Rational(0)})


def test_a_name_no_equation_uses_is_unknown():
    with pytest.raises(ValueError, match="given has a value for eta"):
        forward.forward(network.given | {eta: 0.5})
