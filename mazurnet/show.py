"""What a lesson prints: a formula with its numbers put in, ours beside the article's, tables.

Importing this module makes a notebook print every SymPy formula in the article's order.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from IPython import get_ipython
from sympy import Basic, Expr, Symbol

from mazurnet import chain, forward, network, notation, symbols
from mazurnet.chain import Chain
from mazurnet.notation import decimal, latex
from mazurnet.published import Figure


@dataclass(frozen=True)
class Steps:
    """Worked lines: what is asked for, and what it equals, line under line."""

    left: str
    right: tuple[str, ...]

    def _repr_latex_(self) -> str:
        lines = r" \\[4pt] ".join(f"&= {line}" for line in self.right)
        return rf"$\displaystyle \begin{{aligned}} {self.left} {lines} \end{{aligned}}$"

    def __repr__(self) -> str:
        return f"{self.left} = {self.right[-1]}".lstrip()


def steps(what: Symbol | Chain | Expr, values: forward.Values) -> Steps:
    """The formula, the formula with its numbers, the result. From lesson 01 on.

    `what` is a quantity that has an equation or a delta, a chain, or any formula; a chain's
    factors are first named, and each is worked out before they are multiplied. Raises ValueError
    if a number is missing.
    """
    if isinstance(what, Chain):
        return _chain_steps(what, values)
    formula = _formula(what) if isinstance(what, Symbol) else what
    result = decimal(forward.value(formula, values))
    left = latex(what) if isinstance(what, Symbol) else latex(formula)
    right = (latex(formula), latex(formula, values), result)
    return Steps(left, right if isinstance(what, Symbol) else right[1:])


def _chain_steps(what: Chain, values: forward.Values) -> Steps:
    each = (forward.value(factor, values) for factor in what.factors)
    return Steps(
        notation.partial(what.route[0], what.route[-1]),
        (
            notation.links(what),
            notation.factors(what),
            notation.factors(what, values),
            r" \times ".join(notation.bracketed(decimal(number)) for number in each),
            decimal(what.at(values)),
        ),
    )


def _formula(quantity: Symbol) -> Expr:
    formulas = {**network.equations, **chain.deltas()}
    if quantity not in formulas:
        raise ValueError(f"{quantity} is given, not worked out: it has no steps to show.")
    return formulas[quantity]


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
    difference.
    """
    rounded = f"{round(notation.exact(ours), figure.places):f}"
    units = round(figure.units_from(ours))
    if figure.is_rounding_of(ours):
        verdict = "agrees"
    elif figure.units_from(ours) <= 1:
        verdict = "agrees to within one unit in the last place"
    else:
        verdict = f"differs by {units} units in the last place"
    return Comparison(rounded, figure.printed, verdict)


def compare_all(figures: Mapping[Symbol, tuple[Any, Figure]]) -> "Table":
    """Several comparisons in one table: ours, printed, verdict. From lesson 04 on."""
    found = {q: compare(ours, figure) for q, (ours, figure) in figures.items()}
    rows = tuple((f"${latex(q)}$", c.ours, c.printed, c.verdict) for q, c in found.items())
    return Table(("", "ours", "printed", "verdict"), rows)


@dataclass(frozen=True)
class Table:
    """A small table: a line of headings, and rows of cells in Markdown."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def _repr_markdown_(self) -> str:
        lines = [self.head, (":--",) * len(self.head), *self.rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def __repr__(self) -> str:
        return f"table of {len(self.rows)} rows: {', '.join(self.head)}"


def alphabet(values: Mapping[Symbol, Any]) -> Table:
    """Every quantity: the article's notation, the Python name, the meaning, the first value."""
    rows = tuple(
        (f"${latex(q)}$", f"`{q}`", words, decimal(values[q]) if q in values else "")
        for q, words in symbols.meaning.items()
    )
    return Table(("in the article", "in Python", "what it is", "first value"), rows)


def neurons(values: forward.Values) -> Table:
    """What we have now: net, out and delta of every neuron, as far as they are known."""
    columns = [c for c in ("net", "out", "delta") if any(q.name.startswith(c) for q in values)]
    by_name = {q.name: decimal(number) for q, number in values.items()}
    rows = tuple(
        (neuron, *(by_name.get(f"{c}_{neuron}", "") for c in columns))
        for neuron in ("h1", "h2", "o1", "o2")
    )
    return Table(("neuron", *columns), rows)


def table(**columns: Mapping[Symbol, Any]) -> Table:
    """Columns of numbers side by side, a row for each symbol of the first column."""
    first, *_ = columns.values()
    rows = tuple(
        (f"${latex(q)}$", *(f"${decimal(c[q])}$" if q in c else "" for c in columns.values()))
        for q in first
    )
    return Table(("", *columns), rows)


if shell := get_ipython():
    shell.display_formatter.formatters["text/latex"].for_type(
        Basic, lambda formula: rf"$\displaystyle {latex(formula)}$"
    )
