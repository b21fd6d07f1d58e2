"""Hints: what a line is worked out from, its formula, its worked line; no more than asked for."""

from typing import Any

from sympy import Expr, Symbol

from mazurnet import door, notation, show, symbols, working
from mazurnet.account import Account
from mazurnet.chain import Chain
from mazurnet.show import Steps
from mazurnet.working import LINES, STEP_OF


def hint(what: Any, line: str, account: Account, size: int) -> Steps | str:
    """A small hint, a larger one, or the whole worked line: size 1, 2, 3.

    They are about the formula that was asked about, if it was one, and else about the line.
    """
    formula = what.product if isinstance(what, Chain) else what
    own = isinstance(formula, Expr) and not isinstance(formula, Symbol)
    if size < 2:
        parts = formula.free_symbols if own else working.worked_from(Symbol(line))
        lesson = STEP_OF[Symbol(line)].lesson
        named = door.both(working.in_order(parts))
        return f"{line} is worked out from {named}; lesson {lesson:02d} shows how."
    if not own:
        return worked(Symbol(line), account, with_numbers=size > 2)
    if size < 3:
        return Steps(latex(line), (_formula(what),))
    return show.steps(what, {Symbol(name): number for name, number in account.right.items()})


def _formula(what: Any) -> str:
    return notation.factors(what) if isinstance(what, Chain) else notation.latex(what)


def worked(line: Symbol, account: Account, with_numbers: bool = True) -> Steps:
    """A line of the page of working: its formula and, with numbers, what it comes to."""
    formula = working.true_page()[line]
    right = [notation.latex(formula, names=NAMES)]
    if with_numbers:
        values = {q: account.right[q.name] for q in formula.free_symbols}
        right += [notation.latex(formula, values), notation.decimal(account.right[line.name])]
    return Steps(latex(line.name), tuple(right))


def latex(line: str) -> str:
    """How a line is written: dE_dw5 as a fraction of two partials."""
    quantity = Symbol(line)
    return NAMES.get(quantity, notation.latex(quantity))


def _derivatives() -> dict[Symbol, str]:
    """How each derivative on the page is written: dE_dw5 as a fraction of two partials."""
    below = {q.name: q for q in (*symbols.weights, *symbols.biases, *symbols.outs)}
    tops = {"E": symbols.E_total, **{q.name: q for q in symbols.errors}}
    found = {}
    for line in LINES:
        top, _, bottom = line.name[1:].rpartition("_d")
        if line.name.startswith("dout_dnet_"):
            neuron = line.name[-2:]
            found[line] = notation.partial(Symbol(f"out_{neuron}"), Symbol(f"net_{neuron}"))
        elif line.name.startswith("dE_"):
            found[line] = notation.partial(tops[top], below[bottom])
    return found


NAMES = _derivatives()
