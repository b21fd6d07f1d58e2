"""Pages with a slip in them: a page of working, a printed program, six lines of NumPy."""

from decimal import Context

from sympy import Symbol

from mazurnet import (
    account,
    codegen,
    decimals,
    hints,
    network,
    notation,
    programs,
    symbols,
    working,
)
from mazurnet.programs import Misprint
from mazurnet.slips import Slip
from mazurnet.symbols import E_total, eta, new
from mazurnet.working import BIAS_GRADIENTS, LINES, STEP_OF

PROGRAM, SIX_LINES = 5, 7  # the lessons in which the page is a program
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
    return _and_where_it_ends(source, history[-1][0])


def six_lines(slip: Misprint) -> str:
    """The same for a round in NumPy."""
    once_more = ROUNDS + 1  # for its forward pass
    left = programs.run(slip.source, network.given, float(account.ETA), once_more)
    last = ((left["target"] - left["out_o"]) ** 2).sum() / 2
    return _and_where_it_ends(f"{slip.source}\n", last)


def _and_where_it_ends(source: str, last: float) -> str:
    mantissa, _, power = f"{last:.2e}".partition("e")
    ends = rf"to ${mantissa} \times 10^{{{int(power)}}}$" if power else "out of all bounds"
    return f"```python\n{source}```\n\nIn {ROUNDS:,} rounds it brings E_total {ends}."
