"""The page of working: every line in its place, and every line derived."""

import pytest
from sympy import Integer, Symbol, simplify

from mazurnet import chain, network, symbols
from mazurnet.feedback import page_of_working
from mazurnet.feedback.page_of_working import LINES, STEPS, true_page
from mazurnet.network import equations
from mazurnet.symbols import (
    E_o1,
    E_total,
    b1,
    eta,
    net_h1,
    net_o1,
    new,
    out_h1,
    out_o1,
    target_o1,
    w1,
    w5,
    weights,
)

GIVEN = {*network.given, eta}


def value_of(name):
    return true_page()[Symbol(name)]


def opened(formula):
    """A line in inputs, weights and biases alone: every name of the page put in."""
    page = true_page()
    while closed := formula.free_symbols & page.keys():
        formula = formula.xreplace({q: page[q] for q in closed})
    return formula


def test_the_page_has_46_lines_each_once():
    assert len(LINES) == len(set(LINES)) == 46
    assert set(LINES) <= true_page().keys()


def test_a_line_stands_below_all_it_is_worked_out_from():
    second_pass = {new(q) for q in equations}
    for n, line in enumerate(LINES):
        used = true_page()[line].free_symbols
        assert used <= GIVEN | {*LINES[:n]} | second_pass
        assert line == new(E_total) or used.isdisjoint(second_pass)


def test_only_the_error_after_the_step_needs_lines_that_nobody_writes_down():
    unwritten = true_page().keys() - set(LINES)
    assert unwritten == {new(q) for q in equations} - {new(E_total)}


def test_the_page_itself_is_in_the_order_of_its_lines():
    assert [q for q in true_page() if q in LINES] == [*LINES]


def test_a_line_is_worked_out_from_other_lines_and_nothing_unknown():
    for formula in true_page().values():
        assert formula.free_symbols <= GIVEN | true_page().keys()


def test_lessons_come_in_their_order():
    lessons = [step.lesson for step in STEPS]
    assert lessons == sorted(lessons)
    assert set(lessons) == {1, 2, 3, 4}
    assert len({step.title for step in STEPS}) == len(STEPS)


def test_deltas_and_gradients_belong_to_the_lessons_of_their_layer():
    lesson_of = {str(line): step.lesson for step in STEPS for line in step.lines}
    assert {lesson_of[q] for q in ("delta_o1", "dout_dnet_o2", "dE_dw5", "dE_db2")} == {2}
    assert {lesson_of[q] for q in ("dE_o1_dout_h1", "dE_dout_h2", "delta_h1", "dE_dw1")} == {3}


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("net_h1", "b1 + i1*w1 + i2*w2"),
        ("E_o1", "(-out_o1 + target_o1)**2/2"),
        ("E_total", "E_o1 + E_o2"),
        ("dE_dout_o1", "out_o1 - target_o1"),
        ("dout_dnet_o1", "out_o1*(1 - out_o1)"),
        ("delta_o1", "dE_dout_o1*dout_dnet_o1"),
        ("dE_dw5", "delta_o1*out_h1"),
        ("dE_db2", "delta_o1 + delta_o2"),
        ("dE_o1_dout_h1", "delta_o1*w5"),
        ("dE_o2_dout_h1", "delta_o2*w7"),
        ("dE_dout_h1", "dE_o1_dout_h1 + dE_o2_dout_h1"),
        ("delta_h1", "dE_dout_h1*dout_dnet_h1"),
        ("dE_dw1", "delta_h1*i1"),
        ("w5_new", "-dE_dw5*eta + w5"),
        ("net_h1_new", "b1 + i1*w1_new + i2*w2_new"),
        ("E_total_new", "E_o1_new + E_o2_new"),
    ],
)
def test_a_line_is_what_one_writes_by_hand(name, formula):
    assert str(value_of(name)) == formula


@pytest.mark.parametrize("parameter", [*weights, *symbols.biases], ids=str)
def test_a_gradient_opened_to_the_bottom_is_the_derivative_of_the_error(parameter):
    theirs = network.opened(E_total).diff(parameter)
    ours = opened(true_page()[page_of_working.gradient_name(parameter)])
    assert ours.free_symbols == theirs.free_symbols
    assert _alike(ours, theirs)


@pytest.mark.parametrize("net", symbols.nets, ids=str)
def test_a_delta_opened_to_the_bottom_is_the_derivative_by_the_net(net):
    theirs = opened(network.opened(E_total, net).diff(net))
    assert _alike(opened(true_page()[symbols.delta_of(net)]), theirs)


@pytest.mark.parametrize("out", symbols.outs, ids=str)
def test_blame_opened_to_the_bottom_is_the_derivative_by_the_out(out):
    theirs = opened(network.opened(E_total, out).diff(out))
    assert _alike(opened(value_of(f"dE_d{out}")), theirs)


def test_a_share_is_one_route_alone():
    theirs = opened(network.opened(E_o1, out_h1).diff(out_h1))
    assert _alike(opened(value_of("dE_o1_dout_h1")), theirs)


def _alike(one, other, digits=25):
    """Whether two formulas come to the same numbers on two networks that have nothing in common."""
    primes = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43)
    here = {q: Integer(p) / 50 for q, p in zip(network.given, primes, strict=True)}
    there = {q: -Integer(p) / 31 for q, p in zip(network.given, reversed(primes), strict=True)}
    apart = [(one - other).evalf(digits, subs=numbers) for numbers in (here, there)]
    sizes = [abs(other.evalf(digits, subs=numbers)) for numbers in (here, there)]
    assert all(size > 0 for size in sizes)
    return all(abs(d) < size / 10**20 for d, size in zip(apart, sizes, strict=True))


def test_the_second_pass_is_the_first_with_the_new_weights():
    old = {new(w): w for w in weights}
    for q, formula in equations.items():
        back = {new(p): p for p in equations}
        assert true_page()[new(q)].xreplace(old | back) == formula


def test_a_page_of_other_equations_is_derived_anew():
    page = page_of_working.derived_page(equations | {E_o1: (target_o1 - out_o1) ** 2})
    assert simplify(page[Symbol("dE_dout_o1")] - 2 * (out_o1 - target_o1)) == 0
    assert true_page()[Symbol("dE_dout_o1")] == out_o1 - target_o1


def test_the_deltas_are_those_that_the_lessons_derive():
    for net in symbols.nets:
        shown = opened(true_page()[symbols.delta_of(net)])
        assert _alike(shown, opened(chain.delta(net).product))


def test_a_line_names_what_it_is_worked_out_from():
    assert page_of_working.worked_from(net_h1) == [*symbols.inputs, w1, symbols.w2, b1]
    assert page_of_working.worked_from(new(w5)) == [w5, eta, Symbol("dE_dw5")]
    assert page_of_working.worked_from(net_o1)[-1] == symbols.out_h2


def test_derivatives_are_named_after_what_they_are():
    assert page_of_working.gradient_name(w5).name == "dE_dw5"
    assert page_of_working.route_name(E_o1, out_h1).name == "dE_o1_dout_h1"
