"""Decimal arithmetic: the same numbers as SymPy's, to 25 digits, and as plain arithmetic's."""

from decimal import Decimal, getcontext

import oracle
import pytest
from sympy import Function, Rational, Symbol, exp

from mazurnet import forward, network
from mazurnet.feedback import decimals, fresh_numbers, outcomes, page_of_working
from mazurnet.symbols import E_total, eta, new, weights

GIVEN = {
    "the article's": network.given,
    **{f"seed {n}": fresh_numbers.fresh(n) for n in (0, 7, 23)},
}
each_network = pytest.mark.parametrize("given", GIVEN.values(), ids=list(GIVEN))
x, y = Symbol("x"), Symbol("y")


def worked(formula, **known):
    numbers = {name: Decimal(number) for name, number in known.items()}
    return decimals.results(decimals.program({y: formula}), numbers)["y"]


def disagree(ours, theirs):
    """The lines in which two accounts differ within their first 25 digits."""
    return [
        str(q)
        for q, number in theirs.items()
        if abs(ours[str(q)] - Decimal(str(number))) > abs(ours[str(q)]) * Decimal("1e-25")
    ]


@each_network
def test_every_line_agrees_with_sympy_to_25_digits(given):
    page = network.in_order(page_of_working.true_page())
    theirs = forward.evaluate(page, {**given, eta: Rational(1, 2)}, digits=30)
    assert {*map(str, theirs)} == outcomes.outcomes(given).right.keys()
    assert disagree(outcomes.outcomes(given).right, theirs) == []


@each_network
def test_every_line_agrees_with_plain_arithmetic(given):
    start = {str(q): float(number) for q, number in given.items()}
    after = oracle.one_round(start, 0.5)
    theirs = oracle.forward(start) | oracle.gradients(start)
    theirs |= oracle.output_layer(theirs)
    theirs |= oracle.hidden_layer(theirs)
    theirs |= {f"{w}_new": after[str(w)] for w in weights}
    theirs["E_total_new"] = oracle.forward(after)["E_total"]
    lines = {str(line): theirs[str(line)] for line in page_of_working.LINES if str(line) in theirs}
    assert len(lines) == 34
    assert oracle.apart(outcomes.outcomes(given).right, lines) == []


@pytest.mark.parametrize(
    ("formula", "known", "comes_to"),
    [
        (x / 2, {"x": "0.1"}, "0.05"),
        (Rational(1, 3) * x, {"x": 1}, "0." + "3" * 32),
        (exp(-x), {"x": 0}, "1"),
        (exp(x), {"x": 1}, "2.7182818284590452353602874713527"),
        (x**2 - 1, {"x": "1.000000000000001"}, "2.000000000000001E-15"),
        (abs(x), {"x": -3}, "3"),
    ],
)
def test_a_formula_is_worked_out_as_on_paper(formula, known, comes_to):
    assert worked(formula, **known) == Decimal(comes_to)


@pytest.mark.parametrize(
    ("number", "rounded", "cut"),
    [
        ("0.24975", "0.2498", "0.2497"), ("0.24985", "0.2499", "0.2498"),
        ("-0.24975", "-0.2498", "-0.2497"), ("0.00004", "0", "0"), ("0.99999", "1", "0.9999"),
        ("0.5", "0.5", "0.5"),
    ],
)  # fmt: skip
def test_a_5_is_rounded_upward_as_one_learns_it_at_school(number, rounded, cut):
    assert worked(Function("rounded")(x, 4), x=number) == Decimal(rounded)
    assert worked(Function("cut")(x, 4), x=number) == Decimal(cut)


@pytest.mark.parametrize(
    ("formula", "known"), [(1 / x, {"x": 0}), (exp(x), {"x": "1e9999"}), (x - x**2, {"x": "Inf"})]
)
def test_no_number_stops_it(formula, known):
    assert not worked(formula, **known).is_finite()


def test_a_line_uses_the_lines_before_it():
    found = decimals.results(decimals.program({x: y + 1, Symbol("z"): 2 * x}), {"y": Decimal(1)})
    assert found == {"y": 1, "x": 2, "z": 4}


def test_the_numbers_handed_in_are_left_as_they_were():
    known = {"x": Decimal(1)}
    decimals.results(decimals.program({y: x + 1}), known)
    assert known == {"x": 1}


def test_the_readers_own_decimals_are_left_alone():
    before = getcontext().copy()
    outcomes.outcomes(fresh_numbers.fresh(3))
    assert repr(getcontext()) == repr(before)


def test_given_numbers_are_taken_exactly():
    third = decimals.as_decimals({x: Rational(1, 3), y: 0.1})
    assert third == {"x": Decimal("0." + "3" * 32), "y": Decimal("0.1")}


@pytest.mark.parametrize(
    ("bad", "error"), [("0.5", TypeError), (True, TypeError), (float("nan"), ValueError)]
)
def test_what_is_no_number_is_refused_by_name(bad, error):
    with pytest.raises(error, match=r"^x must be a .*\.$"):
        decimals.as_decimals({x: bad})


def test_an_account_asked_for_twice_is_worked_out_once():
    assert outcomes.outcomes(network.given) is outcomes.outcomes(dict(network.given), 0.5)
    assert outcomes.outcomes(network.given, 1) is not outcomes.outcomes(network.given)


@pytest.mark.parametrize("eta_by_hand", ["0.01", "1", "10"])
def test_an_account_heeds_the_learning_rate(eta_by_hand):
    found = outcomes.outcomes(network.given, Decimal(eta_by_hand))
    after = oracle.one_round(oracle.START, float(eta_by_hand))
    theirs = {str(new(w)): after[str(w)] for w in weights}
    theirs[str(new(E_total))] = oracle.forward(after)["E_total"]
    assert oracle.apart(found.right, theirs) == []


@pytest.mark.parametrize("rate", [0, -0.5, 1e300])
def test_an_account_is_worked_out_at_any_rate_and_lists_finite_numbers_only(rate):
    found = outcomes.outcomes(network.given, rate)
    assert all(number.is_finite() for wrong in found.wrong.values() for number in wrong.values())


def test_where_nothing_is_learned_no_slip_of_the_hidden_layer_reaches_the_new_weights():
    wrong = outcomes.outcomes(network.given, 0).wrong["only_through_o1"]
    assert {"dE_dout_h1", "delta_h1", "dE_dw1"} <= wrong.keys()
    assert not [line for line in wrong if line.endswith("_new")]
