"""A worksheet: one round by hand on fresh numbers, with blanks to fill, and its answer key.

A sheet's number is the seed of its numbers: the same number makes the same sheet, byte for byte.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sympy import Expr, Rational, Symbol

from mazurnet import symbols
from mazurnet.display import draw, html, notation, style
from mazurnet.display.html import Markup
from mazurnet.display.mathml import mathml
from mazurnet.display.picture import Picture
from mazurnet.feedback import fresh_numbers, outcomes, page_of_working, worked_line
from mazurnet.feedback.outcomes import Outcomes
from mazurnet.feedback.page_of_working import LINES, STEPS, E_total_new, Step
from mazurnet.network import ETA

SHEET_TEMPLATE = Path(__file__).with_name("worksheet.html.j2")
KEY_TEMPLATE = Path(__file__).with_name("answer_key.html.j2")

# Lines of one kind are worked out alike: the first shows its formula, the second half of it.
KINDS_OF_LINE = tuple(
    tuple(map(Symbol, names.split()))
    for names in (
        "net_h1 net_h2 net_o1 net_o2",
        "out_h1 out_h2 out_o1 out_o2",
        "E_o1 E_o2",
        "E_total",
        "dE_dout_o1",
        "dout_dnet_o1",
        "delta_o1 delta_o2",
        "dE_dw5 dE_dw6 dE_dw7 dE_dw8 dE_dw1 dE_dw2 dE_dw3 dE_dw4",
        "dE_dout_h1 dE_dout_h2",
        "delta_h1 delta_h2",
        "w1_new w2_new w3_new w4_new w5_new w6_new w7_new w8_new",
        "E_total_new",
    )
)
WHOLE, HALF, NONE = "its whole formula", "half of its formula", "none of its formula"
FORMULA_SHOWN = {
    **{line: NONE for kind in KINDS_OF_LINE for line in kind},
    **{kind[0]: WHOLE for kind in KINDS_OF_LINE},
    **{kind[1]: HALF for kind in KINDS_OF_LINE if len(kind) > 1},
}
ASKED_LINES = tuple(line for line in LINES if line in FORMULA_SHOWN)
SECOND_PASS = tuple(q for q in page_of_working.second_pass() if q != E_total_new)  # not asked for

GAP = r"\text{_____}"  # what is left out of a formula: a short line to write on
_QUANTITY = re.compile(r"\\text\{(\w+)\}")
_POWER_OF_E = re.compile(r"e\^\{- (\\text\{\w+\})\}")


class Blank(NamedTuple):
    """An asked line as it is printed: its name, what is shown of its formula, how wide it is."""

    line: Symbol
    name: Markup
    formula: Markup | None
    narrow: bool


class KeyLine(NamedTuple):
    """A line worked out, as it is printed, and whether the sheet asks for it."""

    line: Symbol
    name: Markup
    formula: Markup
    put_in: Markup
    result: Markup
    asked: bool


def sheet(seed: int) -> Markup:
    """Two pages to print and fill in. Raises TypeError or ValueError for a seed that is none.

    Lessons 01 to 04 build what it asks for.
    """
    given = fresh_numbers.fresh(seed)
    picture = _picture(given)
    order = (*symbols.inputs, *symbols.weights, *symbols.biases, *symbols.targets)
    return html.filled(
        SHEET_TEMPLATE,
        seed=seed,
        alt=picture.alt,
        svg=b64encode(picture.svg().encode()).decode(),
        given=[(_name(q), style.short(given[q])) for q in order],
        eta=(_name(symbols.eta), ETA),
        steps=_blanks_by_step(),
        second_pass=[*map(_name, SECOND_PASS)],
    )


def key(seed: int) -> Markup:
    """Every line worked out: formula, numbers, result. Raises what `sheet` raises."""
    numbers = outcomes.outcomes(fresh_numbers.fresh(seed))
    steps = [(step, [_key_line(q, numbers) for q in _lines_in_key(step)]) for step in STEPS]
    return html.filled(KEY_TEMPLATE, seed=seed, steps=steps)


def formula_on_sheet(line: Symbol) -> Expr:
    """An asked line in given numbers and other asked lines: shares and slopes are opened.

    Lessons 01 to 04 build it.
    """
    page = page_of_working.true_page()
    unasked = {q for q in page[line].free_symbols if q in LINES and q not in ASKED_LINES}
    return page[line].xreplace({q: page[q] for q in unasked})


def half_of_formula(formula: Expr, names: Mapping[Symbol, str]) -> str:
    """A formula in LaTeX with the first half of its quantities; for the others there are gaps.

    A power of e is left out whole, because nobody can write on a line in an exponent.
    """
    marked = {q: rf"\text{{{q}}}" for q in formula.free_symbols}
    latex = _POWER_OF_E.sub(r"\1", notation.latex(formula, names=marked))
    pieces = _QUANTITY.split(latex)  # what stands between the quantities, and every second is one
    quantities = [Symbol(name) for name in pieces[1::2]]
    kept = [names.get(q, notation.latex(q)) for q in quantities[: len(quantities) // 2]]
    pieces[1::2] = kept + [GAP] * (len(quantities) - len(kept))
    return "".join(pieces)


def _picture(given: Mapping[Symbol, Rational]) -> Picture:
    """The network with its numbers, without the margins that a slide has."""
    picture = draw.signals(given)
    (axes,) = picture.figure.axes
    axes.set(xlim=(100, 910), ylim=(482, 58))
    picture.figure.set_size_inches(7.29, 3.816)  # nine tenths: labels grow against the circles
    return picture


@cache
def _blanks_by_step() -> list[tuple[Step, list[Blank]]]:
    return [(step, [_blank(line) for line in step.lines if line in ASKED_LINES]) for step in STEPS]


def _blank(line: Symbol) -> Blank:
    formula, shown = formula_on_sheet(line), FORMULA_SHOWN[line]
    names = worked_line.LATEX_OF_LINES
    written = {WHOLE: notation.latex(formula, names=names), HALF: half_of_formula(formula, names)}
    # Two or three short numbers to put in: half the width will do.
    narrow = shown == NONE and len(formula.free_symbols) in (2, 3)
    return Blank(line, _name(line), _mathml(written[shown]) if shown in written else None, narrow)


def _lines_in_key(step: Step) -> list[Symbol]:
    lines = [q for q in step.lines if q not in page_of_working.BIAS_GRADIENTS]  # they don't learn
    return [*SECOND_PASS, *lines] if step == STEPS[-1] else lines


def _key_line(line: Symbol, numbers: Outcomes) -> KeyLine:
    worked = worked_line.worked(line, numbers)
    formula, put_in, result = map(_mathml, worked.right)
    return KeyLine(line, _mathml(worked.left), formula, put_in, result, line in ASKED_LINES)


def _name(quantity: Symbol) -> Markup:
    return _mathml(worked_line.latex_of_line(quantity.name))


def _mathml(latex: str) -> Markup:
    return Markup(mathml(latex))
