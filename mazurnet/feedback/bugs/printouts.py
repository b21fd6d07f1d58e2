"""Printouts with a slip in them: a page of working, a program printed from the derivation."""

from decimal import Context
from typing import Any

from sympy import Symbol

from mazurnet import generated_code, network, symbols
from mazurnet.display import notation
from mazurnet.feedback import decimals, page_of_working
from mazurnet.feedback.page_of_working import BIAS_GRADIENTS, LINES, STEP_OF
from mazurnet.feedback.slips import Slip
from mazurnet.feedback.worked_line import latex_of_line
from mazurnet.symbols import E_total, eta, new

LESSON_OF_PROGRAMS = 5  # the lesson in which a program is printed from the derivation
ROUNDS = 10_000
FOUR_DIGITS = Context(prec=4)
LESSON_OF = {q: 6 if q in BIAS_GRADIENTS else STEP_OF[q].lesson for q in LINES}


def working_of(slip: Slip, lesson: int, numbers: decimals.Numbers) -> str:
    """A lesson's part of the page, on these numbers, each written with four digits."""
    values = {Symbol(name): FOUR_DIGITS.plus(number) for name, number in numbers.items()}
    written = {q: f"${notation.decimal(number)}$" for q, number in values.items()}
    asked = [q for q in LINES if LESSON_OF[q] == lesson]
    used = {part for q in asked for part in page_of_working.true_page()[q].free_symbols}
    before = [q for q in (eta, *LINES) if q in used and q not in asked]
    given = (
        f"${latex_of_line(q.name)} = {written[q].removeprefix('$')}"
        for q in (*network.given, *before)
    )
    rows = [
        f"| ${latex_of_line(q.name)}$ "
        f"| $\\displaystyle {notation.latex(slip.page[q], values)}$ | {written[q]} |"
        for q in asked
    ]
    return "\n".join([f"{', '.join(given)}\n", "| | working | result |", "|--:|:--|--:|", *rows])


def printed_program(slip: Slip) -> str:
    """A program that trains the article's network with this slip, and how far it gets."""
    trained = [q for q in LINES[:-1] if LESSON_OF[q] < LESSON_OF_PROGRAMS]
    formulas = {q: formula for q, formula in slip.page.items() if q in trained}
    moves = {w: new(w) for w in symbols.weights}
    source = generated_code.loop(network.in_order(formulas), (E_total, *moves), moves)
    numbers = {**network.given, eta: network.ETA}
    start = {q.name: float(numbers[q]) for q in network.needed(formulas)}
    history: list[tuple[float, ...]] = []
    generated_code.compiled(source, generated_code.exp_without_end)(history, rounds=ROUNDS, **start)
    return with_what_comes_of_it(source.rstrip(), where_it_ends(history[-1][0]))


def with_what_comes_of_it(source: str, what_comes_of_it: str) -> str:
    """A program in Markdown, and below it what it comes to."""
    return f"```python\n{source}\n```\n\n{what_comes_of_it}"


def where_it_ends(last: float) -> str:
    """Where a training has brought the error, in a sentence."""
    mantissa, _, power = f"{last:.2e}".partition("e")
    ends = rf"to ${mantissa} \times 10^{{{int(power)}}}$" if power else "out of all bounds"
    return f"In {ROUNDS:,} rounds it brings E_total {ends}."


def four_digits(number: Any) -> str:
    """A number in a sentence, with four digits."""
    return f"${notation.decimal(FOUR_DIGITS.create_decimal(str(number)))}$"
