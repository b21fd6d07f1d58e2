"""Decimal arithmetic: lines worked out as on paper, in decimals, thirty-two digits at a time."""

from collections.abc import Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache
from types import CodeType
from typing import Any

from sympy import Expr, Rational, Symbol
from sympy.printing.pycode import PythonCodePrinter

from mazurnet import forward

Numbers = dict[str, Decimal]
Program = dict[str, CodeType]  # what works out each line

DIGITS = 32  # significant; more where digits cancel

_CONTEXT = Context(prec=DIGITS, traps=[])  # no number a reader may type makes it stop


class _Printer(PythonCodePrinter):
    """Python for decimals: a fraction is divided as decimals are, 1/2 as Decimal(1)/2."""

    def _print_Rational(self, number: Rational) -> str:
        return f"(Decimal({number.p})/{number.q})"


_print = _Printer({"fully_qualified_modules": False, "allow_unknown_functions": True}).doprint


def rounded(number: Decimal, places: int) -> Decimal:
    """A number rounded to so many decimals, a 5 upward, as one learns it at school."""
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def cut(number: Decimal, places: int) -> Decimal:
    """A number with all but so many decimals dropped."""
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN)


_NAMES = {"Decimal": Decimal, "exp": Decimal.exp, "rounded": rounded, "cut": cut}


def program(lines: Mapping[Symbol, Expr]) -> Program:
    """The lines, each after those it uses, as Python for decimals, printed from SymPy."""
    return {line.name: _compiled(formula) for line, formula in lines.items()}


@cache
def _compiled(formula: Expr) -> CodeType:
    printed = f"Decimal({formula})" if formula.is_Integer else _print(formula)
    return compile(printed, "<a line of working>", "eval")


def results(program: Program, known: Numbers, digits: int = DIGITS) -> Numbers:
    """The known numbers and, from them, each line of a program in turn, with that many digits."""
    numbers = dict(known)
    with localcontext(_CONTEXT, prec=digits):
        for line, code in program.items():
            numbers[line] = eval(code, _NAMES, numbers)
    return numbers


def as_decimals(given: Mapping[Symbol, Any]) -> Numbers:
    """The given numbers as decimals, by name. Raises what `forward` raises for one that is none."""
    with localcontext(_CONTEXT):
        exact = {q.name: forward.exact(number, q.name) for q, number in given.items()}
        return {name: Decimal(int(n.p)) / int(n.q) for name, n in exact.items()}
