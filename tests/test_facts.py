"""The figures of the article to thirty digits, worked out elsewhere."""

from fractions import Fraction

import oracle
import pytest

from mazurnet import descent, forward, network, symbols
from mazurnet.published import Figure
from mazurnet.symbols import E_total


def agree_to_27_digits(ours, exact):
    return abs(Fraction(str(ours)) - Fraction(exact)) <= abs(Fraction(exact)) / 10**27


@pytest.mark.parametrize(("name", "exact"), oracle.EXACT["figures"].items())
def test_the_first_round_to_27_digits(ours, name, exact):
    assert agree_to_27_digits(ours[name], exact)


@pytest.mark.parametrize(("name", "exact"), oracle.EXACT["after_1"].items())
def test_the_values_after_one_round_to_27_digits(name, exact):
    after = forward.forward(descent.step(network.given, 0.5, digits=30), digits=30)
    named = {str(q): number for q, number in after.items()}
    assert agree_to_27_digits(named[name], exact)


@pytest.mark.parametrize(("round", "exact"), oracle.EXACT["E_total_after"].items())
def test_the_error_on_its_way_down(round, exact):
    error = descent.train(network.given, 0.5, 10_000)[E_total]
    assert Figure(exact, "").is_rounding_of(error[int(round)])


@pytest.mark.parametrize(("eta", "exact"), oracle.EXACT["E_total_by_eta"].items())
def test_the_error_at_other_learning_rates(eta, exact):
    error = descent.train(network.given, float(eta), 10_000)[E_total]
    assert (
        oracle.not_as_printed(
            {"1": error[1], "10000": error[10_000]}, {n: Figure(e, "") for n, e in exact.items()}
        )
        == []
    )


@pytest.mark.parametrize("output_first", [False, True])
def test_where_ten_thousand_rounds_end_in_either_order(output_first):
    exact = oracle.EXACT["output_layer_first" if output_first else "stated_rule"]
    history = descent.train(network.given, 0.5, 10_000, output_first=output_first)
    end = forward.forward(history.at(10_000))
    found = {f"{q}_after_10_000": end[q] for q in (E_total, *symbols.outs)}
    found["E_total_after_9_999"] = history[E_total][9_999]
    found["E_total_after_1"] = history[E_total][1]
    assert oracle.apart(found, {n: float(e) for n, e in exact.items()}, 1e-9, 0) == []


def test_the_second_opinion_agrees_with_the_figures_too():
    n = oracle.one_round(oracle.START, 0.5)
    found = oracle.forward(oracle.START) | oracle.gradients(oracle.START)
    found |= {f"{w}_new": n[w] for w in oracle.WEIGHTS}
    figures = {k: float(e) for k, e in oracle.EXACT["figures"].items() if k in found}
    assert len(figures) == 29
    assert oracle.apart(found, figures, 1e-14, 0) == []
