"""What a lesson prints: a formula with its numbers put in, ours beside the article's."""

from dataclasses import dataclass
from typing import Any

from sympy import Expr, Symbol

from mazurnet import arguments, chain, forward, network
from mazurnet.chain import Chain
from mazurnet.display import notation
from mazurnet.display.notation import decimal, latex
from mazurnet.forward import value
from mazurnet.network import Equations
from mazurnet.published import Figure

BREAK = r" \\[4pt] "


@dataclass(frozen=True)
class Comparison:
    """Our figure beside the printed one, and the verdict."""

    ours: str
    printed: str
    verdict: str

    def __repr__(self) -> str:
        return f"ours {self.ours} · printed {self.printed} · {self.verdict}"


def compare(ours: Any, figure: Figure) -> Comparison:
    """Whether a number, rounded to the digits the article printed, is the printed one.

    One unit of the last digit is what rounding on the way can do, and is called that; more is a
    difference. Raises TypeError or ValueError for what is no number or no figure.
    """
    if not isinstance(figure, Figure):
        raise TypeError(f"compare takes a figure such as published.E_total, not {figure!r}.")
    number = notation.fifteen_digits(forward.exact(ours, "ours"))
    rounded, units = f"{round(number, figure.places):f}", figure.units_from(number)
    verdicts = {0: "agrees", 1: "agrees to within one unit in the last place"}
    verdict = verdicts.get(units, f"differs by {units} units in the last place")
    return Comparison(rounded, figure.printed, verdict)


@dataclass(frozen=True)
class Steps:
    """Worked lines: what is asked for, what it equals, line under line, and the printed figure."""

    left: str
    right: tuple[str, ...]
    compared: Comparison | None = None

    @property
    def latex(self) -> str:
        """The lines in LaTeX, one under the other."""
        lines = [f"{self.left} &= {self.right[0]}", *(f"&= {line}" for line in self.right[1:])]
        if self.compared:
            printed, verdict = self.compared.printed, self.compared.verdict
            lines.append(rf"&\phantom{{=}}\ \text{{printed }} {printed} \text{{: {verdict}}}")
        return rf"\begin{{aligned}} {BREAK.join(lines)} \end{{aligned}}"

    def _repr_latex_(self) -> str:
        return rf"$\displaystyle {self.latex}$"

    def __repr__(self) -> str:
        left = self.left.replace(BREAK, "").removeprefix("& ")
        return f"{left} = {self.right[-1]}"


def steps(
    what: Symbol | Chain | Expr,
    values: forward.Values,
    printed: Figure | None = None,
    equations: Equations = network.equations,
) -> Steps:
    """The formula, the formula with its numbers, the result, and the article's. From lesson 01 on.

    `what` is a quantity that has an equation or a delta, a chain, or any formula; a chain's
    factors are first named, and each is worked out before they are multiplied. Raises TypeError
    for anything else, ValueError if a number is missing.
    """
    formula = what.product if isinstance(what, Chain) else _formula(what, equations)
    compared = compare(value(formula, values), printed) if printed else None
    return Steps(*_worked(what, formula, values), compared)


def _worked(
    what: Symbol | Chain | Expr, formula: Expr, values: forward.Values
) -> tuple[str, tuple[str, ...]]:
    if isinstance(what, Chain):
        each = (notation.bracketed(decimal(value(f, values))) for f in what.factors)
        left = notation.partial(what.route[0], what.route[-1])
        lines = (
            notation.links(what),
            notation.factors(what),
            notation.factors(what, values),
            r" \times ".join(each),
            decimal(what.at(values)),
        )
        return left, tuple(line for line in dict.fromkeys(lines) if line != left)
    worked = (latex(formula, values), decimal(value(formula, values)))
    if isinstance(what, Symbol):
        return latex(what), (latex(formula), *worked)
    return f"& {latex(formula)}{BREAK}", worked


def _formula(what: Symbol | Expr, equations: Equations) -> Expr:
    arguments.formula(what, "steps")
    formulas = {**equations, **chain.deltas(equations)} if isinstance(what, Symbol) else {}
    if isinstance(what, Symbol) and what not in formulas:
        raise ValueError(f"{what} is given, not worked out: it has no steps to show.")
    return formulas.get(what, what)
