"""Notation: formulas and numbers in LaTeX, in the order the article writes them."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from sympy import Add, Basic, Expr, Float, MatrixBase, Mul, Symbol
from sympy.printing.latex import LatexPrinter

from mazurnet import symbols
from mazurnet.chain import Chain

DECIMALS = 9  # as the article prints them


def decimal(number: Any, places: int = DECIMALS) -> str:
    """A number as the article prints it: nine decimals, fewer where fewer are exact.

    Very small and very large numbers come with a power of ten and as many significant digits.
    """
    written = fifteen_digits(number)
    if written and not Decimal("1e-4") <= abs(written) < Decimal("1e9"):
        digits, power = f"{written:.{places - 1}e}".split("e")
        return rf"{digits} \times 10^{{{int(power)}}}"
    rounded = round(written, places)
    return f"{rounded.normalize():f}" if rounded == written else f"{rounded:f}"


def fifteen_digits(number: Any) -> Decimal:
    """A number's own digits, fifteen at most; 0 for what has 100,000 zeros after the point."""
    digits = str(Float(number, 15))
    return Decimal(0 if len(digits.partition("e-")[2]) > 5 else digits)


def bracketed(number: str) -> str:
    """A written number as a factor: in parentheses where it has a sign or a power of ten."""
    return rf"\left({number}\right)" if number.startswith("-") or "10^" in number else number


def latex(
    formula: Expr,
    values: Mapping[Symbol, Any] | None = None,
    names: Mapping[Symbol, str] | None = None,
) -> str:
    """A formula in LaTeX, factors and terms in the article's order; with `values`, its numbers.

    The numbers are put in, not worked out: (0.01 - 0.751365070)^2 / 2. With `names`, symbols are
    written as it says.
    """
    settings = {"mul_symbol": "dot", "symbol_names": dict(names or {})}
    return _Printer(settings, values or {}).doprint(formula)


def use_article_notation() -> None:
    """Make this notebook show every SymPy formula, and every chain, as the article writes it.

    Elsewhere than in a notebook it does nothing. From lesson 00 on.
    """
    from IPython import get_ipython  # only a notebook has it loaded already

    if shell := get_ipython():
        in_latex = shell.display_formatter.formatters["text/latex"]
        for formulas in (Basic, MatrixBase):
            in_latex.for_type(formulas, lambda formula: rf"$\displaystyle {latex(formula)}$")
        in_latex.for_type(Chain, lambda chain: rf"$\displaystyle {factors(chain)}$")


def partial(top: Symbol, below: Symbol) -> str:
    """How fast `top` grows with `below`, as the article writes it: a fraction of two partials."""
    return rf"\frac{{\partial {latex(top)}}}{{\partial {latex(below)}}}"


def links(chain: Chain) -> str:
    """The names of a chain's factors, multiplied."""
    return r" \times ".join(partial(top, below) for top, below in pairwise(chain.route))


def factors(chain: Chain, values: Mapping[Symbol, Any] | None = None) -> str:
    """The factors of a chain multiplied in their order; with `values`, its numbers put in."""
    written = [latex(factor, values) for factor in chain.factors]
    if len(written) > 1:
        pairs = zip(chain.factors, written, strict=True)
        written = [rf"\left({tex}\right)" if factor.is_Add else tex for factor, tex in pairs]
    return r" \times ".join(written)


class _Printer(LatexPrinter):
    """SymPy's printer, with the order of a textbook: w before i, biases last, minus after plus."""

    def __init__(self, settings: dict[str, Any], values: Mapping[Symbol, Any]) -> None:
        super().__init__(settings)
        self._values = values

    def _print_Symbol(self, symbol: Symbol, style: str = "plain") -> str:
        if symbol in self._values:
            return bracketed(decimal(self._values[symbol]))
        name, _, row = symbol.name.rpartition("_")
        if not row.isdigit() or symbol in self._settings["symbol_names"]:
            return super()._print_Symbol(symbol, style)
        return f"{super()._print_Symbol(Symbol(name), style)}^{{({row})}}"

    def _as_ordered_terms(self, formula: Add, order: str | None = None) -> list[Expr]:
        terms = super()._as_ordered_terms(formula, order)
        return sorted(terms, key=lambda t: (t in symbols.biases, t.could_extract_minus_sign()))

    def _print_Mul(self, product: Mul) -> str:
        sign, rest = product.as_coeff_Mul()
        parts = Mul.make_args(rest)
        if abs(sign) != 1 or not all(part.is_Symbol or part.is_Add for part in parts):
            return super()._print_Mul(product)
        written = r" \cdot ".join(
            rf"\left({self._print(part)}\right)" if part.is_Add else self._print(part)
            for part in sorted(parts, key=_place)
        )
        return f"- {written}" if sign < 0 else written


def _place(factor: Basic) -> int:
    """Where a factor stands in a product: eta, what is blamed, weights, outputs, slopes."""
    if factor == symbols.eta:
        return 0
    if factor in symbols.deltas:
        return 1
    if factor.is_Add:
        return 4 if any(term.is_Number for term in factor.args) else 2
    return 2 if factor.name.startswith("w") else 3
