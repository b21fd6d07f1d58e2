"""Numbers: where symbols become values, with as many digits as are asked for."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from sympy import Expr, Float, Rational, Symbol

from mazurnet import arguments, network
from mazurnet.network import Equations

GUARD_DIGITS = 10  # digits carried beyond those asked for, to begin with

Values = dict[Symbol, Float]


def forward(
    given: Mapping[Symbol, Any], equations: Equations = network.equations, digits: int = 15
) -> Values:
    """Every quantity of the network as a number, from the inputs to E_total.

    `given` holds a number for each input, target, weight and bias; `digits` is how many
    significant digits the values have. Raises TypeError or ValueError if a quantity is missing,
    unknown or not a finite number. Built in the open in lesson 01 (the article's forward pass).
    """
    return evaluate(equations, exact_given(given, equations), digits)


def exact_given(given: Mapping[Symbol, Any], equations: Equations) -> dict[Symbol, Expr]:
    """The given numbers as exact SymPy numbers. Raises what `forward` raises."""
    arguments.mapping(given, "given")
    arguments.same_names(given, network.needed(equations), "given", worked_out=equations)
    network.check_order(equations)
    return {symbol: exact(value, str(symbol)) for symbol, value in given.items()}


def evaluate(formulas: Equations, known: Mapping[Symbol, Expr], digits: int = 15) -> Values:
    """The known numbers and, from them, each formula in turn, with that many significant digits.

    Where digits cancel, as in 1 - out of a saturated neuron, more are carried until the digits
    shown no longer change; what still cancels beyond some thousand digits is 0. Raises ValueError
    if a quantity in a formula has no number by then.
    """
    arguments.count(digits, "digits", least=1)
    guard, shown, before = GUARD_DIGITS, _evaluate(formulas, known, digits, GUARD_DIGITS), None
    while guard < 1000 and (shown != before or any(shown[q].is_zero for q in formulas)):
        guard, before = 2 * guard, shown
        shown = _evaluate(formulas, known, digits, guard)
    return shown


def _evaluate(formulas: Equations, known: Mapping[Symbol, Expr], digits: int, guard: int) -> Values:
    precise = dict(known)
    for quantity, formula in formulas.items():
        precise[quantity] = value(formula, precise, digits + guard)
    return {quantity: Float(number, digits) for quantity, number in precise.items()}


def value(formula: Expr, values: Mapping[Symbol, Any], digits: int = 15) -> Float:
    """One formula as a number. From lesson 01 on.

    Raises TypeError for what is no formula, ValueError if a quantity in it has no value yet or the
    result is no finite number.
    """
    arguments.formula(formula, "value")
    arguments.mapping(values, "values")
    if missing := sorted(map(str, formula.free_symbols - values.keys())):
        raise ValueError(f"{missing[0]} has no value yet, so {formula} cannot become a number.")
    numbers = {q: _as_sympy(values[q], str(q)) for q in formula.free_symbols}
    number = formula.xreplace(numbers).evalf(digits)
    if not (number.is_Float or number.is_Rational):
        raise ValueError(f"{formula} is not a finite number for these values.")
    return Float(number, digits)


def _as_sympy(number: Any, name: str) -> Expr:
    return number if isinstance(number, Expr) and number.is_number else exact(number, name)


def exact(number: Any, name: str) -> Rational:
    """A number as an exact fraction: 0.5 becomes 1/2. Raises what `arguments.number` raises."""
    kept = arguments.number(number, name)
    fraction = isinstance(kept, Fraction)
    return Rational(kept.numerator, kept.denominator) if fraction else Rational(kept)
