from itertools import pairwise

import pytest
from sympy import Dummy, count_ops, exp, expand, fraction, together

from mazurnet import chain, network, symbols
from mazurnet.chain import Chain, along, delta, gradient, local, routes
from mazurnet.network import equations, opened
from mazurnet.symbols import (
    E_o1,
    E_total,
    b1,
    b2,
    delta_h1,
    delta_o1,
    delta_o2,
    eta,
    i1,
    net_h1,
    net_o1,
    net_o2,
    out_h1,
    out_o1,
    out_o2,
    target_o1,
    w1,
    w5,
    w6,
    w7,
)

TRAINABLE = [*symbols.weights, *symbols.biases]


def identical(one, other):
    """Whether two opened formulas are the same function: a proof, no number is put in.

    Every power of e becomes an unknown of its own, the deepest last; what is left is a fraction
    of polynomials, and it is zero exactly when its numerator, multiplied out, is.
    """
    difference = one - other
    while powers := difference.atoms(exp):
        difference = difference.xreplace({max(powers, key=count_ops): Dummy()})
    return expand(fraction(together(difference))[0]) == 0


def to_the_bottom(formula):
    return opened(opened(formula, equations=chain.deltas()))


@pytest.mark.parametrize("q", TRAINABLE, ids=str)
def test_the_sum_over_the_routes_is_the_derivative_of_the_whole_formula(q):
    over_routes = sum(route.product for route in routes(E_total, q))
    assert identical(to_the_bottom(over_routes), opened(E_total).diff(q))


@pytest.mark.parametrize("q", TRAINABLE, ids=str)
def test_delta_times_input_is_the_derivative_of_the_whole_formula(q):
    assert identical(to_the_bottom(chain.gradient(q)), opened(E_total).diff(q))


def test_the_proof_notices_a_sign_a_factor_and_a_missing_route():
    whole = opened(E_total).diff(w1)
    first, second = (to_the_bottom(route.product) for route in routes(E_total, w1))
    assert identical(first + second, whole)
    assert not identical(first - second, whole)
    assert not identical(first + 2 * second, whole)
    assert not identical(first, whole)


@pytest.mark.parametrize(
    ("net", "out"), list(zip(symbols.nets, symbols.outs, strict=True)), ids=str
)
def test_the_slope_of_the_squash_is_out_times_1_minus_out(net, out):
    assert local(out, net) == out * (1 - out)
    assert identical(local(out, net).xreplace(equations), equations[out].diff(net))


def test_the_routes_from_w1_to_E_total_are_two():
    assert [route.route for route in routes(E_total, w1)] == [
        (E_total, *symbols.errors[:1], out_o1, net_o1, out_h1, net_h1, w1),
        (E_total, *symbols.errors[1:2], out_o2, net_o2, out_h1, net_h1, w1),
    ]


@pytest.mark.parametrize(
    ("q", "count"), [(w5, 1), (w1, 2), (b2, 2), (b1, 4), (i1, 4), (net_o1, 1), (out_h1, 2)], ids=str
)
def test_the_routes_are_counted(q, count):
    found = [route.route for route in routes(E_total, q)]
    assert len(found) == len(set(found)) == count


def test_no_route_leads_from_w5_to_E_o2():
    with pytest.raises(ValueError, match=r"^No route leads from E_o2 down to w5\.$"):
        routes(symbols.E_o2, w5)


@pytest.mark.parametrize("way_round", [w1**2, symbols.out_h1**2], ids=["decay", "activity"])
def test_a_way_around_the_neurons_is_refused_and_not_forgotten(way_round):
    around = {**equations, E_total: equations[E_total] + way_round}
    with pytest.raises(ValueError, match=r"also stands in E_total; blame is followed through"):
        gradient(w1, around) if way_round.has(w1) else delta(net_h1, around)


def test_a_net_that_feeds_more_than_its_own_out_has_no_delta():
    past_its_out = {**equations, E_total: equations[E_total] + net_h1}
    with pytest.raises(ValueError, match=r"^net_h1 has no delta here"):
        delta(net_h1, past_its_out)


def test_a_chain_needs_two_quantities():
    with pytest.raises(ValueError, match=r"^A route takes at least two quantities"):
        along(E_total)


def test_delta_says_what_it_takes():
    with pytest.raises(ValueError, match=r"^delta takes a neuron's net such as net_o1, not out_o1"):
        delta(symbols.out_o1)


def test_each_factor_of_a_route_is_one_derivative_of_one_equation():
    for route in routes(E_total, b1):
        for (top, below), factor in zip(pairwise(route.route), route.factors, strict=True):
            assert identical(opened(factor), opened(equations[top].diff(below)))


def test_a_chain_opens_what_its_route_leaves_out():
    assert along(E_total, out_o1, net_o1, w6).factors == (
        out_o1 - target_o1,
        out_o1 * (1 - out_o1),
        symbols.out_h2,
    )


def test_a_chain_keeps_the_order_it_was_given():
    factors = (out_o1 * (1 - out_o1), out_h1, w5)
    assert Chain((E_total, out_o1, net_o1, w5), factors).factors == factors


def test_a_chain_with_a_factor_too_few_is_refused():
    with pytest.raises(ValueError, match=r"^A route through 3 quantities takes 2 steps"):
        Chain((E_total, out_o1, net_o1), (out_o1,))


def test_a_route_must_lead_downward():
    with pytest.raises(ValueError, match=r"^w5 is not inside w1"):
        along(E_total, w1, w5)


def test_a_chain_at_the_article_s_numbers_is_its_product(values):
    assert float(along(E_total, out_o1, net_o1, w5).at(values)) == pytest.approx(
        0.0821670405642308, rel=1e-14, abs=0
    )


def test_an_output_delta_reads_its_blame_off_the_error():
    assert chain.delta(net_o1).factors == (out_o1 - target_o1, out_o1 * (1 - out_o1))


def test_a_hidden_delta_adds_up_the_deltas_above_through_their_weights():
    assert chain.delta(net_h1).factors == (
        delta_o1 * w5 + delta_o2 * w7,
        out_h1 * (1 - out_h1),
    )


@pytest.mark.parametrize("net", symbols.nets, ids=str)
def test_a_delta_is_the_derivative_of_E_total_by_its_net(net):
    over_routes = sum(route.product for route in dict.fromkeys(routes(E_total, net)))
    assert identical(to_the_bottom(chain.delta(net).product), opened(over_routes))


def test_the_output_deltas_come_first():
    assert set(list(chain.deltas())[:2]) == {delta_o1, delta_o2}


def test_a_gradient_is_delta_times_what_the_weight_multiplies():
    assert chain.gradient(w1) == delta_h1 * i1
    assert chain.gradient(w5) == delta_o1 * out_h1
    assert chain.gradient(b2) == delta_o1 + delta_o2


@pytest.mark.parametrize("q", [target_o1, eta, E_total], ids=str)
def test_what_feeds_no_neuron_has_no_gradient(q):
    with pytest.raises(ValueError, match=f"^{q} feeds no neuron"):
        chain.gradient(q)


def test_another_error_gives_another_delta():
    doubled = equations | {E_o1: (target_o1 - out_o1) ** 2}
    assert identical(chain.delta(net_o1, doubled).product, 2 * chain.delta(net_o1).product)


def test_another_squash_gives_its_own_slope():
    linear = equations | {out_h1: net_h1}
    assert local(out_h1, net_h1, linear) == 1


def test_crossed_wires_are_followed():
    crossed = equations | {net_o1: w6 * out_h1 + w5 * symbols.out_h2 + b2}
    assert chain.gradient(w5, crossed) == delta_o1 * symbols.out_h2
    assert network.needed(crossed) == network.needed()
