import oracle
import pytest
from sympy import Rational, exp

from mazurnet import network, symbols
from mazurnet.network import equations, given, opened
from mazurnet.symbols import (
    E_o1,
    E_o2,
    E_total,
    b1,
    i1,
    i2,
    net_h1,
    net_o1,
    out_h1,
    out_o1,
    out_o2,
    target_o1,
    w1,
    w2,
    w5,
    w6,
)


def test_what_is_not_given_has_an_equation():
    alphabet = {*symbols.inputs, *symbols.targets, *symbols.weights, *symbols.biases}
    alphabet |= {*symbols.nets, *symbols.outs, *symbols.errors}
    assert given.keys() | equations.keys() == alphabet
    assert given.keys().isdisjoint(equations)


def test_the_network_needs_exactly_what_is_given_in_that_order():
    assert network.needed() == list(given)


def test_each_equation_uses_only_what_stands_above_it():
    known = set(given)
    for quantity, formula in equations.items():
        assert formula.free_symbols <= known
        known.add(quantity)


def test_the_given_numbers_are_the_article_s_and_exact():
    assert all(isinstance(number, Rational) for number in given.values())
    assert {str(q): float(number) for q, number in given.items()} == oracle.START


def test_the_squash_at_nothing_is_a_half():
    assert network.logistic(Rational(0)) == Rational(1, 2)


def test_opening_E_total_down_to_out_o1_opens_nothing_else():
    assert opened(E_total, out_o1) == (target_o1 - out_o1) ** 2 / 2 + E_o2


def test_opening_stops_at_the_quantity_asked_for():
    assert opened(net_o1, out_h1) == equations[net_o1]
    assert opened(out_h1, w1) == 1 / (1 + exp(-(w1 * i1 + w2 * i2 + b1)))


def test_opened_to_the_end_only_given_quantities_are_left():
    assert opened(E_total).free_symbols == set(given)


@pytest.mark.parametrize(("top", "below"), [(E_o1, out_o2), (net_h1, w5), (w1, w6), (E_o1, E_o2)])
def test_what_is_not_inside_cannot_be_opened_down_to(top, below):
    with pytest.raises(ValueError, match=f"^{below} is not inside {top}"):
        opened(top, below)


def test_inside_o1_are_its_own_weights_and_all_of_the_hidden_layer():
    own = {*symbols.inputs, *symbols.weights[:6], *symbols.biases}
    assert network.inside(out_o1) == own | {*symbols.nets[:3], *symbols.outs[:2]}


def test_formulas_come_out_after_those_they_are_built_from():
    backwards = dict(reversed(equations.items()))
    known = set(given)
    for quantity, formula in network.in_order(backwards).items():
        assert formula.free_symbols <= known
        known.add(quantity)


def test_another_network_asks_for_other_numbers():
    without_bias = equations | {net_h1: w1 * i1 + w2 * i2, symbols.net_h2: i1 * w1}
    assert set(given) - set(network.needed(without_bias)) == {b1, *symbols.weights[2:4]}
