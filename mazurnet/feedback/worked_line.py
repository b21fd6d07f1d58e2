"""A worked line: its name as it is written, its formula, its numbers, and what it comes to."""

from sympy import Symbol

from mazurnet import symbols
from mazurnet.display import notation
from mazurnet.display.show import Steps
from mazurnet.feedback import page_of_working
from mazurnet.feedback.outcomes import Outcomes
from mazurnet.feedback.page_of_working import LINES


def worked(line: Symbol, worked_out: Outcomes, with_numbers: bool = True) -> Steps:
    """A line of the page of working: its formula and, with numbers, what it comes to."""
    formula = page_of_working.true_page()[line]
    right = [notation.latex(formula, names=LATEX_OF_LINES)]
    if with_numbers:
        values = {q: worked_out.right[q.name] for q in formula.free_symbols}
        right += [notation.latex(formula, values), notation.decimal(worked_out.right[line.name])]
    return Steps(latex_of_line(line.name), tuple(right))


def latex_of_line(line: str) -> str:
    """How a line is written: dE_dw5 as a fraction of two partials."""
    quantity = Symbol(line)
    return LATEX_OF_LINES.get(quantity, notation.latex(quantity))


def _derivatives() -> dict[Symbol, str]:
    """How each derivative on the page is written: dE_dw5 as a fraction of two partials."""
    below = {q.name: q for q in (*symbols.weights, *symbols.biases, *symbols.outs)}
    tops = {"E": symbols.E_total, **{q.name: q for q in symbols.errors}}
    written = {}
    for line in LINES:
        top, _, bottom = line.name[1:].rpartition("_d")
        if line.name.startswith("dout_dnet_"):
            neuron = line.name[-2:]
            written[line] = notation.partial(Symbol(f"out_{neuron}"), Symbol(f"net_{neuron}"))
        elif line.name.startswith("dE_"):
            written[line] = notation.partial(tops[top], below[bottom])
    return written


LATEX_OF_LINES = _derivatives()
