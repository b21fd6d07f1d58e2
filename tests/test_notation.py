import pytest
from sympy import Float, Rational

from mazurnet import chain, network, symbols, variants
from mazurnet.chain import along
from mazurnet.display import notation
from mazurnet.display.notation import decimal, latex
from mazurnet.symbols import (
    E_o1,
    E_total,
    delta_h1,
    delta_o1,
    eta,
    net_h1,
    net_o1,
    out_h1,
    out_o1,
    w1,
    w5,
)

FORMULAS = {**network.equations, **chain.deltas()}


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Rational("0.3775"), "0.3775"),
        (0.5932699921071872, "0.593269992"),
        (0.75136506955, "0.751365070"),
        (Rational(1, 3), "0.333333333"),
        (-0.03809823651656, "-0.038098237"),
        (0, "0"),
        (1, "1"),
        (-1, "-1"),
        (100, "100"),
        (0.1, "0.1"),
        (Float("0.1", 30), "0.1"),
        (0.0001, "0.0001"),
        (0.00001, r"1.00000000 \times 10^{-5}"),
        (-3.510187782979e-05, r"-3.51018778 \times 10^{-5}"),
        (1e300, r"1.00000000 \times 10^{300}"),
        (123456.7890123456, "123456.789012346"),
    ],
    ids=str,
)
def test_a_number_is_written_as_the_article_prints_it(number, written):
    assert decimal(number) == written


def test_fewer_places_are_rounded_to():
    assert decimal(0.5932699921071872, 4) == "0.5933"


@pytest.mark.parametrize(
    ("written", "factor"),
    [
        ("0.5", "0.5"),
        ("-0.5", r"\left(-0.5\right)"),
        (r"1.0 \times 10^{-5}", r"\left(1.0 \times 10^{-5}\right)"),
    ],
)
def test_a_factor_with_a_sign_or_a_power_stands_in_parentheses(written, factor):
    assert notation.bracketed(written) == factor


@pytest.mark.parametrize(
    ("quantity", "formula"),
    [
        (net_h1, r"w_{1} \cdot i_{1} + w_{2} \cdot i_{2} + b_{1}"),
        (net_o1, r"w_{5} \cdot out_{h1} + w_{6} \cdot out_{h2} + b_{2}"),
        (out_h1, r"\frac{1}{1 + e^{- net_{h1}}}"),
        (E_o1, r"\frac{\left(target_{o1} - out_{o1}\right)^{2}}{2}"),
        (E_total, r"E_{o1} + E_{o2}"),
        (
            delta_o1,
            r"\left(out_{o1} - target_{o1}\right) \cdot out_{o1} \cdot \left(1 - out_{o1}\right)",
        ),
        (
            delta_h1,
            r"\left(\delta_{o1} \cdot w_{5} + \delta_{o2} \cdot w_{7}\right)"
            r" \cdot out_{h1} \cdot \left(1 - out_{h1}\right)",
        ),
    ],
    ids=str,
)
def test_a_formula_is_written_in_the_article_s_order(quantity, formula):
    assert latex(FORMULAS[quantity]) == formula


def test_a_step_is_written_with_eta_before_the_blame():
    assert latex(w1 - eta * chain.gradient(w1)) == r"w_{1} - \eta \cdot \delta_{h1} \cdot i_{1}"


@pytest.mark.parametrize(
    ("quantity", "numbers"),
    [
        (net_h1, r"0.15 \cdot 0.05 + 0.2 \cdot 0.1 + 0.35"),
        (out_h1, r"\frac{1}{1 + e^{- 0.3775}}"),
        (E_o1, r"\frac{\left(0.01 - 0.751365070\right)^{2}}{2}"),
        (E_total, r"0.274811083 + 0.023560026"),
        (
            delta_h1,
            r"\left(0.138498562 \cdot 0.4 + \left(-0.038098237\right) \cdot 0.5\right)"
            r" \cdot 0.593269992 \cdot \left(1 - 0.593269992\right)",
        ),
    ],
    ids=str,
)
def test_numbers_are_put_in_and_not_worked_out(values, quantity, numbers):
    assert latex(FORMULAS[quantity], values) == numbers


def test_only_the_numbers_known_are_put_in():
    assert latex(FORMULAS[E_total], {E_o1: 1}) == r"1 + E_{o2}"


def test_a_partial_is_a_fraction_of_two_partials():
    assert notation.partial(E_total, w5) == r"\frac{\partial E_{total}}{\partial w_{5}}"


def test_the_links_of_a_chain_join_end_to_end():
    links = notation.links(along(E_total, out_o1, net_o1, w5)).split(r" \times ")
    assert links == [
        notation.partial(E_total, out_o1),
        notation.partial(out_o1, net_o1),
        notation.partial(net_o1, w5),
    ]


def test_the_factors_of_a_chain_keep_their_order(values):
    w5_chain = along(E_total, out_o1, net_o1, w5)
    assert notation.factors(w5_chain) == (
        r"\left(out_{o1} - target_{o1}\right) \times "
        r"out_{o1} \cdot \left(1 - out_{o1}\right) \times out_{h1}"
    )
    assert notation.factors(w5_chain, values) == (
        r"\left(0.751365070 - 0.01\right) \times "
        r"0.751365070 \cdot \left(1 - 0.751365070\right) \times 0.593269992"
    )


@pytest.mark.parametrize("quantity", symbols.meaning, ids=str)
def test_every_symbol_is_written_with_at_most_one_subscript(quantity):
    assert latex(quantity).count("_") == (0 if quantity == eta else 1)
    assert "^" not in latex(quantity)


def test_the_row_of_an_example_stands_above_its_name():
    table = variants.for_rows(2)
    assert latex(table[E_total]) == r"E_{total}^{(1)} + E_{total}^{(2)}"
    assert latex(chain.gradient(w5, table)) == (
        r"\delta_{o1}^{(1)} \cdot out_{h1}^{(1)} + \delta_{o1}^{(2)} \cdot out_{h1}^{(2)}"
    )
    squared = variants.in_row(out_o1, 2) ** 2
    assert latex(squared) == r"\left(out_{o1}^{(2)}\right)^{2}"
