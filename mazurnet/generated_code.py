"""Code printed from formulas: the straight lines that train, in Python and in JavaScript."""

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from keyword import iskeyword
from textwrap import fill

from sympy import Expr, Symbol, cse, numbered_symbols
from sympy.printing.codeprinter import CodePrinter
from sympy.printing.jscode import JavascriptCodePrinter
from sympy.printing.pycode import PythonCodePrinter

from mazurnet.arguments import listed
from mazurnet.network import Equations, needed

LINE_WIDTH = 88  # what a lesson shows without scrolling sideways
TAKEN_NAMES = {"history", "rounds", "round", "at", "const", "let", "new", "function"}
LARGEST_EXPONENT = math.log(sys.float_info.max)  # the largest number whose exponential fits a float


class _Sparing(CodePrinter):
    """Spares the loop a negation, and a call of the power function for a square."""

    def _as_ordered_terms(self, formula: Expr, order: str | None = None) -> list[Expr]:
        terms = super()._as_ordered_terms(formula, order)
        return sorted(terms, key=lambda term: term.could_extract_minus_sign())

    def _print_Pow(self, power: Expr, **settings: bool) -> str:
        if power.exp == 2 and power.base.is_Symbol:
            return f"({power.base}*{power.base})"
        return super()._print_Pow(power, **settings)


class _Python(_Sparing, PythonCodePrinter):
    pass


class _JavaScript(_Sparing, JavascriptCodePrinter):
    pass


_python = _Python({"fully_qualified_modules": False}).doprint
_javascript = _JavaScript().doprint


def loop(formulas: Equations, keep: Sequence[Symbol], carry: Mapping[Symbol, Symbol]) -> str:
    """Python source of `train(history, rounds, ...)`, one line for each formula.

    Every round evaluates the formulas in order, appends the quantities in `keep` to `history`
    and carries new values into old names, as in {w5: w5_new}. What several formulas share is
    computed once. Raises ValueError for a symbol that cannot be a Python name. Lesson 05 prints it.
    """
    _check_names(formulas)
    lines = [
        f"{name} = {_python(formula)}" for name, formula in without_repetition(formulas).items()
    ]
    lines.append(f"history.append(({listed(keep)}))")
    lines.append(f"({listed(carry)}) = ({listed(carry.values())})")
    head = f"def train(history, rounds, {listed(needed(formulas))}):"
    body = "\n".join(_wrapped(line, indent=8) for line in lines)
    return f"{_wrapped(head)}\n    for _ in range(rounds + 1):\n{body}\n"


def javascript(
    name: str,
    formulas: Equations,
    keep: Sequence[Symbol],
    carry: Mapping[Symbol, Symbol],
    tell: Equations,
) -> str:
    """JavaScript source of the same loop, as a function of that name.

    `name(history, rounds, ...)` writes the quantities in `keep`, round after round, into the
    array `history`, and returns every quantity of the last round, with those in `tell`. Raises
    ValueError for a symbol that cannot be a name.
    """
    _check_names(formulas)
    lines = [
        f"const {q} = {_javascript(formula)};"
        for q, formula in without_repetition(formulas).items()
    ]
    lines += [f"history[at++] = {quantity};" for quantity in keep]
    last = [str(q) for q in formulas] + [f"{q}: {_javascript(f)}" for q, f in tell.items()]
    lines.append(f"if (round === rounds) return {{{', '.join(last)}}};")
    lines += [f"{old} = {fresh};" for old, fresh in carry.items()]
    head = _wrapped(f"export function {name}(history, rounds, {listed(needed(formulas))}) {{")
    body = "\n".join(_wrapped(line, indent=4) for line in lines)
    loop = "for (let round = 0, at = 0; ; round++)"
    return f"{head}\n  {loop} {{\n{body}\n  }}\n}}\n"


def _check_names(formulas: Equations) -> None:
    for name in map(str, (*needed(formulas), *formulas)):
        if not name.isidentifier() or iskeyword(name) or name in TAKEN_NAMES:
            raise ValueError(f"{name!r} cannot be a name in the printed code; rename the symbol.")


def without_repetition(formulas: Equations) -> dict[Symbol, Expr]:
    """The same formulas, with what several of them share taken out and put before its first use."""
    shared, reduced = cse(formulas.values(), symbols=numbered_symbols("shared_"))
    waiting = dict(shared)
    lines: dict[Symbol, Expr] = {}

    def write(name: Symbol, formula: Expr) -> None:
        for part in sorted(formula.free_symbols & waiting.keys(), key=str):
            if part in waiting:  # an earlier part may have needed it too
                write(part, waiting.pop(part))
        lines[name] = formula

    for name, formula in zip(formulas, reduced, strict=True):
        write(name, formula)
    return lines


def exp_without_end(x: float) -> float:
    """e^x where it fits a float, infinity above: 1/(1 + infinity) is the 0 a squash should give."""
    return math.inf if x > LARGEST_EXPONENT else math.exp(x)


@cache
def compiled(source: str, exp: Callable[[float], float]) -> Callable[..., None]:
    """The printed function, ready to run, with this `exp`."""
    namespace = {**vars(math), "exp": exp}
    exec(source, namespace)
    return namespace["train"]


def _wrapped(line: str, indent: int = 0) -> str:
    margin = " " * indent
    return fill(line, LINE_WIDTH, initial_indent=margin, subsequent_indent=margin + " " * 10)
