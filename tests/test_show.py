import re

import pytest

from mazurnet import chain, descent, forward, network, published, symbols
from mazurnet.chain import along
from mazurnet.display import show, tables
from mazurnet.symbols import E_total, b2, delta_o1, eta, net_h1, net_o1, out_o1, target_o1, w1, w5

OF_W5 = along(E_total, out_o1, net_o1, w5)


def test_a_quantity_is_shown_as_its_formula_its_numbers_and_its_result(values):
    steps = show.steps(net_h1, values)
    assert steps.left == "net_{h1}"
    assert steps.right == (
        r"w_{1} \cdot i_{1} + w_{2} \cdot i_{2} + b_{1}",
        r"0.15 \cdot 0.05 + 0.2 \cdot 0.1 + 0.35",
        "0.3775",
    )


def test_a_chain_is_shown_link_by_link(values):
    steps = show.steps(OF_W5, values)
    assert steps.left == r"\frac{\partial E_{total}}{\partial w_{5}}"
    assert len(steps.right) == 5
    assert steps.right[-2:] == (r"0.741365070 \times 0.186815602 \times 0.593269992", "0.082167041")


def test_a_chain_of_one_link_does_not_equal_itself_first(values):
    steps = show.steps(along(net_o1, w5), values)
    assert steps.right == ("out_{h1}", "0.593269992")


def test_a_formula_without_a_name_stands_for_itself(values):
    steps = show.steps(w5 - eta * chain.gradient(w5), values | {eta: 0.5})
    assert repr(steps) == r"w_{5} - \eta \cdot \delta_{o1} \cdot out_{h1} = 0.358916480"
    assert steps.right == (r"0.4 - 0.5 \cdot 0.138498562 \cdot 0.593269992", "0.358916480")


@pytest.mark.parametrize(
    "name", ["out_h1", "net_o1", "out_o1", "E_o1", "E_o2", "E_total", "delta_o1"]
)
def test_the_last_line_is_what_the_article_printed(values, name):
    last = show.steps(getattr(symbols, name), values).right[-1]
    assert float(last) == float(getattr(published, name).printed)


def test_the_lines_stand_under_each_other(values):
    latex = show.steps(OF_W5, values)._repr_latex_()
    assert latex.count("&=") == 5
    assert latex.startswith("$") and latex.endswith("$")
    assert latex.count(r"\left") == latex.count(r"\right")
    assert latex.count("{") == latex.count("}")


def test_the_printed_figure_stands_under_the_worked_lines(values):
    latex = show.steps(OF_W5, values, published.dE_dw5)._repr_latex_()
    assert r"\text{printed } 0.082167041 \text{: agrees}" in latex
    assert "printed" not in show.steps(OF_W5, values)._repr_latex_()


def test_what_is_given_has_no_steps(values):
    with pytest.raises(ValueError, match=r"^w1 is given, not worked out"):
        show.steps(w1, values)


def test_steps_name_the_number_that_is_missing():
    with pytest.raises(ValueError, match=r"^out_o1 has no value yet"):
        show.steps(delta_o1, {target_o1: 0.01})


@pytest.mark.parametrize(
    ("ours", "figure", "line"),
    [
        (
            0.0821670405642308,
            published.dE_dw5,
            "ours 0.082167041 · printed 0.082167041 · agrees",
        ),
        (
            -0.019049118258278108,
            published.dE_o2_dout_h1,
            "ours -0.019049118 · printed -0.019049119 · "
            "agrees to within one unit in the last place",
        ),
        (
            0.29102777369359935,
            published.E_total_after_1,
            "ours 0.291027774 · printed 0.291027924 · differs by 150 units in the last place",
        ),
        (
            3.510187783e-5,
            published.E_total_after_10_000,
            "ours 0.0000351019 · printed 0.0000351085 · differs by 66 units in the last place",
        ),
    ],
)
def test_a_comparison_says_what_it_found(ours, figure, line):
    assert repr(show.compare(ours, figure)) == line


@pytest.mark.parametrize("off", [0.6, 1.1, 1.4])
def test_what_rounds_to_one_unit_away_is_called_that(off):
    figure = published.dE_dw5
    verdict = show.compare(float(figure.printed) + off * 1e-9, figure).verdict
    assert verdict == "agrees to within one unit in the last place"


@pytest.mark.parametrize("wrong", [None, True, "0.3", float("nan"), float("inf")])
def test_what_is_no_number_is_not_compared(wrong):
    with pytest.raises((TypeError, ValueError), match=r"^ours must be [^\n]+\.$"):
        show.compare(wrong, published.E_total)


def test_a_number_is_compared_with_a_figure_only():
    with pytest.raises(TypeError, match=r"^compare takes a figure such as published\.E_total"):
        show.compare(0.298, 0.298)


@pytest.mark.parametrize("name", published.figures)
def test_every_figure_but_five_agrees_at_least_to_one_unit(ours, name):
    far = published.disagreements.keys() - {"dE_o2_dout_h1"}
    verdict = show.compare(ours[name], published.figures[name]).verdict
    assert verdict.startswith("differs" if name in far else "agrees")


def test_the_alphabet_has_a_row_for_every_symbol(values):
    table = tables.alphabet(values)
    assert [row[1] for row in table.rows] == [f"`{q}`" for q in symbols.meaning]
    assert all(row[3] for row in table.rows if row[1] != "`eta`")


def test_a_neuron_s_delta_is_shown_once_it_is_known(values):
    before, after = (tables.neurons(v) for v in (forward.forward(network.given), values))
    assert before.head == ("neuron", "net", "out")
    numbers = [cell.strip("$") for cell in after.rows[2]]
    assert numbers == ["o1", "1.105905967", "0.751365070", "0.138498562"]


def formulas_left_open(table):
    """The cells that hold LaTeX outside of dollar signs, where Markdown shows it raw."""
    cells = [cell for row in table.rows for cell in row]
    return [cell for cell in cells if "\\" in re.sub(r"\$[^$]*\$", "", cell)]


@pytest.mark.parametrize("show_table", [tables.neurons, tables.alphabet])
def test_small_numbers_in_a_table_are_formulas(show_table):
    small = descent.backward(network.given | {b2: 12})
    assert formulas_left_open(show_table(small)) == []


@pytest.mark.parametrize("huge", [1e300, -1e300])
def test_a_network_with_huge_weights_can_still_be_shown(huge):
    passed = forward.forward(network.given | dict.fromkeys(symbols.weights, huge))
    assert all(len(cell) < 40 for row in tables.neurons(passed).rows for cell in row)


def test_a_table_is_markdown_with_a_cell_for_each_heading(values):
    after = descent.step(network.given, 0.5)
    lines = tables.table(before=network.given, after=after)._repr_markdown_().splitlines()
    assert lines[0] == "|  | before | after |"
    assert {line.count("|") for line in lines} == {4}
    assert len(lines) == 2 + len(network.given)
    assert "| $w_{5}$ | $0.4$ | $0.358916480$ |" in lines


def test_a_table_has_the_rows_that_all_its_columns_know():
    table = tables.table(one={w1: 1, w5: 2}, other={w5: 3, eta: 4})
    assert table.rows == (("$w_{5}$", "$2$", "$3$"),)


def test_several_comparisons_stand_in_one_table(values):
    figures = {w5: (values[out_o1], published.out_o1), w1: (0.4, published.w1_new)}
    verdicts = [row[-1] for row in tables.compare_all(figures).rows]
    assert verdicts[0] == "agrees"
    assert verdicts[1].startswith("differs")


NOTEBOOK = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shell.run_cell("from mazurnet import network, symbols")
shell.run_cell("from mazurnet.display import use_article_notation; use_article_notation()")
formula = shell.user_ns["network"].equations[shell.user_ns["symbols"].net_h1]
print(shell.display_formatter.format(formula)[0]["text/latex"])
"""


def test_a_notebook_prints_every_formula_in_the_article_s_order(in_fresh_process):
    formula = r"$\displaystyle w_{1} \cdot i_{1} + w_{2} \cdot i_{2} + b_{1}$"
    assert in_fresh_process(NOTEBOOK).splitlines()[-1] == formula
