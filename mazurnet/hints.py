"""Hints: what a line is worked out from, its formula, its worked line; no more than asked for."""

from sympy import Symbol

from mazurnet import notation, symbols, working
from mazurnet.account import Account
from mazurnet.show import Steps
from mazurnet.working import LINES, STEP_OF


def hint(line: str, account: Account, size: int) -> Steps | str:
    """A small hint, a larger one, or the whole worked line: size 1, 2, 3."""
    quantity = Symbol(line)
    if size < 2:
        parts = [str(q) for q in working.worked_from(quantity)]
        lesson = STEP_OF[quantity].lesson
        return f"{line} is worked out from {_listed(parts)}; lesson {lesson:02d} shows how."
    return worked(quantity, account, with_numbers=size > 2)


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


def _listed(parts: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


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
