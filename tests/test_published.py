import re
from fractions import Fraction

import oracle
import pytest

from mazurnet import chain, descent, forward, network, published, symbols
from mazurnet.published import Figure, disagreements, figures
from mazurnet.symbols import E_total, out_o1, out_o2, w7

EARLY = {
    "out_o1_after_10_000": out_o1,
    "out_o2_after_10_000": out_o2,
    "E_total_after_10_000_earlier": E_total,
}


def test_the_figures_are_those_of_the_article_to_the_last_zero():
    assert {name: figure.printed for name, figure in figures.items()} == oracle.EXACT["printed"]


def test_every_figure_is_a_rounding_of_ours_but_the_six_that_disagree(ours):
    assert set(oracle.not_as_printed(ours, figures)) == set(disagreements)


def test_the_disagreements_are_six():
    assert sorted(disagreements) == [
        "E_total_after_1",
        "E_total_after_10_000",
        "E_total_after_10_000_earlier",
        "dE_o2_dout_h1",
        "out_o1_after_10_000",
        "out_o2_after_10_000",
    ]


@pytest.mark.parametrize("name", disagreements)
def test_a_disagreement_is_more_than_rounding_and_has_a_cause(ours, name):
    assert disagreements[name].units_from(ours[name]) >= 1
    assert disagreements[name].cause


@pytest.mark.parametrize(("name", "quantity"), EARLY.items())
def test_the_early_order_explains_the_closing_figures(name, quantity):
    early = descent.train(network.given, 0.5, 10_000, output_first=True)
    end = forward.forward(early.at(10_000))
    assert figures[name].is_rounding_of(end[quantity])
    assert "w5 to w8 already updated" in figures[name].cause


def test_the_early_order_explains_the_error_after_one_round():
    after = descent.step(network.given, 0.5, output_first=True)
    assert published.E_total_after_1.is_rounding_of(forward.forward(after)[E_total])


def test_rounding_delta_o2_first_explains_the_share_of_o2():
    passed = forward.forward(network.given, digits=30)
    delta = forward.evaluate(chain.deltas(), passed, 30)[symbols.delta_o2]
    rounded = round(Fraction(str(delta)), 9)
    product = rounded * Fraction(str(network.given[w7]))
    assert rounded == Fraction("-0.038098237")
    assert abs(product - Fraction(published.dE_o2_dout_h1.printed)) <= Fraction(1, 2 * 10**9)


def test_a_round_less_explains_the_current_edition():
    error = descent.train(network.given, 0.5, 10_000)[E_total]
    assert published.E_total_after_10_000.is_rounding_of(error[9_999])
    assert not published.E_total_after_10_000.is_rounding_of(error[9_998])
    assert not published.E_total_after_10_000.is_rounding_of(error[10_000])


def test_a_digit_slipped_into_the_earlier_figure_would_explain_it_too():
    earlier, current = (
        published.E_total_after_10_000_earlier.printed,
        published.E_total_after_10_000.printed,
    )
    assert current in {earlier[:n] + "1" + earlier[n:] for n in range(len(earlier))}


@pytest.mark.parametrize("figure", figures.values(), ids=list(figures))
def test_a_figure_is_kept_as_it_was_printed(figure):
    assert re.fullmatch(rf"-?\d\.\d{{{figure.places}}}", figure.printed)
    assert figure.where.startswith("the ")


@pytest.mark.parametrize(
    ("number", "agrees", "units"),
    [
        ("0.2435", True, 0),
        ("0.24354", True, 0),
        ("0.24356", False, 1),
        ("0.2434", False, 1),
        ("-0.2435", False, 4870),
    ],
)
def test_a_figure_tells_a_rounding_from_a_difference(number, agrees, units):
    figure = Figure("0.2435", "")
    assert figure.is_rounding_of(number) is agrees
    assert figure.units_from(number) == units
