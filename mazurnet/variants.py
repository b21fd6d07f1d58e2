"""Variants of a network: a bias for each neuron, and several examples at once.

Each is `equations` written out differently, so all that reads equations works on them unchanged:
the forward pass, the chain rule, training. Lesson 06 trains them.
"""

from itertools import product

from sympy import Add, Expr, Symbol

from mazurnet import arguments, chain, network, symbols
from mazurnet.network import Equations
from mazurnet.symbols import E_total

ANSWERS: dict[str, tuple[int, int, int, int]] = {  # to 0 0, 0 1, 1 0 and 1 1
    "AND": (0, 0, 0, 1),
    "OR": (0, 1, 1, 1),
    "NAND": (1, 1, 1, 0),
    "XOR": (0, 1, 1, 0),
}
TASKS = ("article", *ANSWERS)


def rows_of_task(task: str) -> list[list[float]]:
    """The rows of a task, two inputs and two targets each: o1 says yes, o2 says no.

    Yes and no are the article's 0.99 and 0.01, and "article" is its own one row.
    """
    i1, i2, no, yes = (float(network.given[q]) for q in (*symbols.inputs, *symbols.targets))
    if task == "article":
        return [[i1, i2, no, yes]]
    answers = ((yes, no) if answer else (no, yes) for answer in ANSWERS[task])
    inputs = product((0.0, 1.0), repeat=2)
    return [[*row, *answer] for row, answer in zip(inputs, answers, strict=True)]


def own_biases(equations: Equations = network.equations) -> dict[Symbol, Expr]:
    """The same network with a bias for each neuron: b_h1 and b_h2 for the b1 they shared.

    For several examples, first this and then `for_rows`: the rows share a neuron's bias.
    """
    shared = network.biases(equations)
    return {
        q: formula.xreplace({b: Symbol(q.name.replace("net_", "b_")) for b in shared})
        if chain.is_net(q)
        else formula
        for q, formula in equations.items()
    }


def for_rows(rows: int, equations: Equations = network.equations) -> dict[Symbol, Expr]:
    """The same network on several examples at once; E_total is the sum of their errors.

    What differs from row to row carries its number, as in net_h1_2; weights and biases do not.
    Raises TypeError or ValueError unless `rows` is a whole number from 1 up.
    """
    arguments.count(rows, "rows", least=1)
    common = {*network.weights(equations), *network.biases(equations)}
    table: dict[Symbol, Expr] = {}
    for row in range(1, rows + 1):
        names = {
            q: in_row(q, row) for q in (*network.needed(equations), *equations) if q not in common
        }
        table |= {names[q]: formula.xreplace(names) for q, formula in equations.items()}
    return {**table, E_total: Add(*(in_row(E_total, row) for row in range(1, rows + 1)))}


def in_row(quantity: Symbol, row: int) -> Symbol:
    """The name of a quantity in one row: net_h1 in row 2 is net_h1_2."""
    return Symbol(f"{quantity}_{row}")
