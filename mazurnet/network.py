"""The network: each quantity written in the quantities just below it.

`equations` is the one place where the network is described. The forward pass, the derivatives,
the routes of the chain rule, the picture and the code that trains are all read off it.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from graphlib import CycleError, TopologicalSorter

from sympy import Expr, Rational, Symbol, exp

from mazurnet import arguments
from mazurnet.symbols import (
    E_o1,
    E_o2,
    E_total,
    b1,
    b2,
    i1,
    i2,
    net_h1,
    net_h2,
    net_o1,
    net_o2,
    out_h1,
    out_h2,
    out_o1,
    out_o2,
    target_o1,
    target_o2,
    w1,
    w2,
    w3,
    w4,
    w5,
    w6,
    w7,
    w8,
)

Equations = Mapping[Symbol, Expr]


def logistic(net: Expr) -> Expr:
    """The squash, 1/(1 + e^-net): any number in, a number between 0 and 1 out. Lesson 01."""
    return 1 / (1 + exp(-net))


equations: dict[Symbol, Expr] = {
    net_h1: w1 * i1 + w2 * i2 + b1,
    net_h2: w3 * i1 + w4 * i2 + b1,
    out_h1: logistic(net_h1),
    out_h2: logistic(net_h2),
    net_o1: w5 * out_h1 + w6 * out_h2 + b2,
    net_o2: w7 * out_h1 + w8 * out_h2 + b2,
    out_o1: logistic(net_o1),
    out_o2: logistic(net_o2),
    E_o1: (target_o1 - out_o1) ** 2 / 2,
    E_o2: (target_o2 - out_o2) ** 2 / 2,
    E_total: E_o1 + E_o2,
}

given: dict[Symbol, Rational] = {
    i1: Rational("0.05"),
    i2: Rational("0.10"),
    target_o1: Rational("0.01"),
    target_o2: Rational("0.99"),
    w1: Rational("0.15"),
    w2: Rational("0.20"),
    w3: Rational("0.25"),
    w4: Rational("0.30"),
    w5: Rational("0.40"),
    w6: Rational("0.45"),
    w7: Rational("0.50"),
    w8: Rational("0.55"),
    b1: Rational("0.35"),
    b2: Rational("0.60"),
}
ETA = Decimal("0.5")  # the learning rate of its example


def needed(equations: Equations = equations) -> list[Symbol]:
    """What no equation gives and a reader must: inputs, targets, weights, biases."""
    arguments.mapping(equations, "equations")
    used = {symbol for formula in equations.values() for symbol in formula.free_symbols}
    by_name = sorted(used - equations.keys(), key=lambda s: (len(s.name), s.name))  # w9, w10
    return [s for s in given if s in by_name] + [s for s in by_name if s not in given]


def weights(equations: Equations = equations) -> list[Symbol]:
    """The weights of a network, w1, w2 and so on: what the article trains. Lesson 04."""
    return [q for q in needed(equations) if re.fullmatch(r"w\d+", q.name)]


def biases(equations: Equations = equations) -> list[Symbol]:
    """The biases of a network: b1 and b2, or b_h1 to b_o2. The article leaves them as they are."""
    return [q for q in needed(equations) if re.fullmatch(r"b(\d+|_\w+)", q.name)]


def learners(equations: Equations = equations, with_biases: bool = False) -> list[Symbol]:
    """What a step changes: the weights and, if asked for, the biases."""
    return weights(equations) + (biases(equations) if with_biases else [])


def opened(formula: Expr, down_to: Symbol | None = None, equations: Equations = equations) -> Expr:
    """The formula with the quantities in it replaced by what they stand for, level by level.

    With `down_to`, it stops when nothing left to open hides that quantity; without, it goes down
    to the inputs and weights. Raises ValueError if `down_to` is not inside. Lesson 02 opens
    E_total down to out_o1.
    """
    arguments.formula(formula, "opened")
    while closed := [
        q
        for q in formula.free_symbols & equations.keys() - {down_to}
        if down_to is None or down_to in inside(q, equations)
    ]:
        formula = formula.xreplace({q: equations[q] for q in closed})
    if down_to is not None and down_to not in formula.free_symbols:
        raise ValueError(f"{down_to} is not inside {formula}: nothing there depends on it.")
    return formula


def inside(quantity: Symbol, equations: Equations = equations) -> set[Symbol]:
    """Every quantity that this one is built from, at any depth."""
    below = equations[quantity].free_symbols if quantity in equations else set()
    return below.union(*(inside(q, equations) for q in below))


@cache
def parts(formula: Expr) -> frozenset[Symbol]:
    """The quantities that stand in a formula, remembered: `free_symbols` looks again each time."""
    return frozenset(formula.free_symbols)


def check_order(equations: Equations) -> None:
    """Raises ValueError unless each equation stands after those it needs."""
    later = dict.fromkeys(equations)
    for quantity, formula in equations.items():
        if missing := sorted(map(str, formula.free_symbols & later.keys())):
            raise ValueError(f"equations gives {quantity} before {missing[0]}, which it needs.")
        del later[quantity]


def in_order(formulas: Equations) -> dict[Symbol, Expr]:
    """The same formulas, each after those it is built from. Raises ValueError for a circle."""
    needs = {
        q: sorted(parts(formula) & formulas.keys(), key=lambda part: part.name)
        for q, formula in formulas.items()
    }
    try:
        return {q: formulas[q] for q in TopologicalSorter(needs).static_order()}
    except CycleError as error:
        raise ValueError(f"{error.args[1][0]} is needed before it can be worked out.") from None
