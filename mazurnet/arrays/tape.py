"""The tape: any formula run step by step on a tape, so that blame can be followed back along it."""

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sympy import Add, Expr, Mul, Pow, Symbol, exp

from mazurnet import forward, network
from mazurnet.network import Equations


class Number:
    """A value, and the numbers it was made of, each with how fast the value grows with it.

    It is put on the tape, behind those that it was made of. Lesson 10.
    """

    def __init__(
        self, tape: list["Number"], value: float, parts: Iterable[tuple["Number", float]] = ()
    ) -> None:
        self.value, self.parts = value, tuple(parts)
        tape.append(self)


Rule = Callable[..., tuple[float, list[float]]]

RULES: Mapping[Any, Rule] = {  # what an operation gives, and how fast that grows with each part
    Add: lambda *x: (sum(x), [1.0] * len(x)),
    Mul: lambda *x: (math.prod(x), [math.prod(x[:n] + x[n + 1 :]) for n in range(len(x))]),
    Pow: lambda x, n: (x**n, [n * x ** (n - 1), 0.0]),  # an exponent here is a constant
    exp: lambda x: (math.exp(x), [math.exp(x)]),
}


def run(formula: Expr, known: Mapping[Symbol, Number], tape: list[Number]) -> Number:
    """The formula's number, after those of its parts. Raises ValueError for another operation."""
    if formula in known:
        return known[formula]
    if formula.is_number:
        return Number(tape, float(formula))
    if formula.func not in RULES:
        raise ValueError(f"The tape takes sums, products, powers and e^x, not {formula.func}.")
    if formula.is_Pow and not formula.exp.is_number:
        raise ValueError(f"The tape takes powers with a fixed exponent, not {formula}.")
    parts = [run(part, known, tape) for part in formula.args]
    value, slopes = RULES[formula.func](*(part.value for part in parts))
    return Number(tape, value, zip(parts, slopes, strict=True))


def taped(
    given: Mapping[Symbol, Any], equations: Equations = network.equations
) -> tuple[list[Number], dict[Symbol, Number]]:
    """The tape of a forward pass, and every quantity's number on it. Lesson 10.

    Raises TypeError or ValueError for what `forward` refuses, and for an operation without a rule.
    """
    tape: list[Number] = []
    start = forward.exact_given(given, equations)
    known = {q: Number(tape, float(number)) for q, number in start.items()}
    for quantity, formula in equations.items():
        known[quantity] = run(formula, known, tape)
    return tape, known


def back(tape: list[Number]) -> dict[Number, float]:
    """How fast the last number on the tape grows with each: along every part, over all routes.

    Lesson 10 leaves it to the reader.
    """
    blame = dict.fromkeys(tape, 0.0)
    blame[tape[-1]] = 1.0
    for number in reversed(tape):
        for part, slope in number.parts:
            blame[part] += blame[number] * slope
    return blame
