"""Hints: what a line is worked out from, its formula, its worked line; no more than asked for."""

from typing import Any

from sympy import Expr, Symbol

from mazurnet import arguments
from mazurnet.chain import Chain
from mazurnet.display import notation, show
from mazurnet.display.show import Steps
from mazurnet.feedback import page_of_working
from mazurnet.feedback.outcomes import Outcomes
from mazurnet.feedback.page_of_working import STEP_OF
from mazurnet.feedback.worked_line import latex_of_line, worked


def hint(what: Any, line: str, worked_out: Outcomes, size: int) -> Steps | str:
    """A small hint, a larger one, or the whole worked line: size 1, 2, 3.

    They are about the formula that was asked about, if it was one, and else about the line.
    """
    formula = what.product if isinstance(what, Chain) else what
    own = isinstance(formula, Expr) and not isinstance(formula, Symbol)
    if size < 2:
        parts = formula.free_symbols if own else page_of_working.worked_from(Symbol(line))
        lesson = STEP_OF[Symbol(line)].lesson
        named = arguments.joined_by_and(page_of_working.as_on_the_page(parts))
        return f"{line} is worked out from {named}; lesson {lesson:02d} shows how."
    if not own:
        return worked(Symbol(line), worked_out, with_numbers=size > 2)
    if size < 3:
        return Steps(latex_of_line(line), (_in_latex(what),))
    return show.steps(what, {Symbol(name): number for name, number in worked_out.right.items()})


def _in_latex(what: Any) -> str:
    return notation.factors(what) if isinstance(what, Chain) else notation.latex(what)
