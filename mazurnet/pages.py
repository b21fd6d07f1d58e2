"""Pages with a slip in them: a page of working, a printed program, a short one in NumPy."""

from decimal import Context
from typing import Any

from sympy import Symbol, lambdify

from mazurnet import (
    account,
    chain,
    codegen,
    decimals,
    descent,
    digits,
    engine,
    hints,
    matrices,
    network,
    notation,
    programs,
    symbols,
    working,
)
from mazurnet.forward import value
from mazurnet.misprints import Misprint
from mazurnet.slips import Slip
from mazurnet.symbols import E_total, eta, new, w1, w5
from mazurnet.working import BIAS_GRADIENTS, LINES, STEP_OF

PROGRAM = 5  # the lesson in which the page is a printed program
ROUNDS = 10_000
PAPER = Context(prec=4)  # significant digits
LESSON_OF = {q: 6 if q in BIAS_GRADIENTS else STEP_OF[q].lesson for q in LINES}


def working_of(slip: Slip, lesson: int, numbers: decimals.Numbers) -> str:
    """A lesson's part of the page, on these numbers, each written with four digits."""
    values = {Symbol(name): PAPER.plus(number) for name, number in numbers.items()}
    shown = [q for q in LINES if LESSON_OF[q] == lesson]
    used = {part for q in shown for part in working.true_page()[q].free_symbols}
    before = [q for q in (eta, *LINES) if q in used and q not in shown]
    told = (
        f"${hints.latex(q.name)} = {notation.decimal(values[q])}$"
        for q in (*network.given, *before)
    )
    rows = (
        f"| ${hints.latex(q.name)}$ | $\\displaystyle {notation.latex(slip.page[q], values)}$ "
        f"| ${notation.decimal(values[q])}$ |"
        for q in shown
    )
    given = ", ".join(told)
    return "\n".join([f"{given}\n", "| | working | result |", "|--:|:--|--:|", *rows])


def program(slip: Slip) -> str:
    """A program that trains the article's network with this slip, and how far it gets."""
    trained = [q for q in LINES[:-1] if LESSON_OF[q] < PROGRAM]
    formulas = {q: formula for q, formula in slip.page.items() if q in trained}
    moves = {w: new(w) for w in symbols.weights}
    source = codegen.loop(network.in_order(formulas), (E_total, *moves), moves)
    numbers = {**network.given, eta: account.ETA}
    start = {q.name: float(numbers[q]) for q in network.needed(formulas)}
    history: list[tuple[float, ...]] = []
    codegen.compiled(source, codegen.exp_without_end)(history, rounds=ROUNDS, **start)
    return _printed(source.rstrip(), _where_it_ends(history[-1][0]))


def misprinted(slip: Misprint) -> str:
    """A short program with a slip in it, and what comes of it."""
    told = {7: _six_lines, 8: _checked, 9: _batches, 10: _back}[slip.lesson](slip.source)
    return _printed(slip.source, told)


def _checked(source: str) -> str:
    known = {q: float(number) for q, number in network.given.items() if q != w1}
    E = lambdify(w1, network.opened(E_total).xreplace(known), "math")
    w = float(network.given[w1])
    right = float(value(chain.gradient(w1), descent.backward(network.given)))
    tried = {"The right gradient of w1": right, "its double": 2 * right, "its half": right / 2}
    passed = {name: programs.run_check(source, E, w, g) for name, g in tried.items()}
    said = (f"{name} is called {('wrong', 'right')[ok]}" for name, ok in passed.items())
    return f"{', '.join(said)}."


def _six_lines(source: str) -> str:
    once_more = ROUNDS + 1  # for its forward pass
    left = programs.run_round(source, network.given, float(account.ETA), once_more)
    last = ((left["target"] - left["out_o"]) ** 2).sum() / 2
    return _where_it_ends(last)


def _batches(source: str) -> str:
    learn, held_out = digits.digits()
    trained = programs.run_batches(source, learn, rounds=5)
    says = matrices.forward(held_out.images, trained)[-1].argmax(axis=1)
    read = (says == held_out.targets.argmax(axis=1)).sum()
    return f"In five rounds it learns to read {read} of {len(says)} held-out digits."


def _back(source: str) -> str:
    tape, known = engine.taped(network.given)
    blame = programs.run_back(source, tape)
    values = descent.backward(network.given)
    right = {w: value(chain.gradient(w), values) for w in (w5, w1)}
    told = (
        f"{w} gets {_short(blame[known[w]])}, which should be {_short(should)}"
        for w, should in right.items()
    )
    return f"{'; '.join(told)}."


def _short(number: Any) -> str:
    return f"${notation.decimal(PAPER.create_decimal(str(number)))}$"


def _where_it_ends(last: float) -> str:
    mantissa, _, power = f"{last:.2e}".partition("e")
    ends = rf"to ${mantissa} \times 10^{{{int(power)}}}$" if power else "out of all bounds"
    return f"In {ROUNDS:,} rounds it brings E_total {ends}."


def _printed(source: str, told: str) -> str:
    return f"```python\n{source}\n```\n\n{told}"
