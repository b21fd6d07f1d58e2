"""Check: whether a number worked out by hand is right, and if not, which slip made it.

What is typed is read as a number and never run.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html import escape
from types import CodeType
from typing import Any

from sympy import Expr, Symbol

from mazurnet import account, decimals, door, hints, network, seeds
from mazurnet.account import ETA, Account
from mazurnet.chain import Chain
from mazurnet.sheet import Sheet
from mazurnet.symbols import E_total
from mazurnet.tables import Table
from mazurnet.verdict import ASKED, RIGHT, Verdict, judge
from mazurnet.working import LINES

NAMES = [line.name for line in LINES]


def check(
    what: Any,
    answer: Any,
    given: Mapping[Symbol, Any] = network.given,
    eta: Any = ETA,
    digits: int = ASKED,
    hint: int = 0,
) -> Verdict:
    """Whether a number is right and, where it is not, which slips lead to just this number.

    `what` is a line of the page of working: a symbol such as net_h1, a chain or a formula that a
    lesson has built, or a name in quotation marks such as "dE_dw5" or "w5_new". `answer` is a
    number, or text that has one; None is not answered yet. `digits` is how many significant ones
    are asked for. `hint=1` says what the line is worked out from, 2 shows its formula, 3 works it
    out. Raises TypeError or ValueError for a line, network or rate it does not know, never for an
    answer. From lesson 01 on.
    """
    line = line_of(what)
    numbers = account.account(given, eta)
    verdict = judge(answer, line, numbers, door.count(digits, "digits", least=1))
    size = door.count(hint, "hint")
    if verdict.kind == RIGHT or not size:
        return verdict
    return replace(verdict, hint=hints.hint(line, numbers, size))


def check_all(
    answers: Mapping[Any, Any],
    given: Mapping[Symbol, Any] = network.given,
    eta: Any = ETA,
    digits: int = ASKED,
) -> Table:
    """Several answers at once, as in {w5_new: "0.3589"}, each slip named where it is made.

    What follows rightly from a wrong number before it is not held against you again. Takes and
    raises what `check` does. From lesson 02 on.
    """
    door.mapping(answers, "answers")
    named = {line_of(what): answer for what, answer in answers.items()}
    sheet = Sheet(named, account.account(given, eta), door.count(digits, "digits", least=1))
    rows = tuple(
        (f"${hints.latex(line)}$", _in_a_cell(verdict.text))
        for line, verdict in sheet.marks.items()
    )
    return Table(("", "verdict"), rows)


def line_of(what: Any) -> str:
    """The name of the line that is meant; a formula is known by what it comes to.

    Raises TypeError or ValueError, in a sentence, for what is no line of the page.
    """
    if isinstance(what, str | Symbol):
        door.one_of(str(what), NAMES, "The page of working")
        return str(what)
    if isinstance(what, Chain):
        top, bottom = what.route[0], what.route[-1]
        name = f"d{'E' if top == E_total else top}_d{bottom}"
        return name if name in NAMES else line_of(what.product)
    door.formula(what, "check")
    for line in NAMES:
        if all(account.same(_number(what, numbers), numbers.right[line]) for numbers in _two()):
            return line
    raise ValueError(f"{what} is no line of the page of working, which has {door.listed(NAMES)}.")


def _in_a_cell(text: str) -> str:
    return escape(text, quote=False).replace("|", "&#124;").replace("\n", "<br>")


@cache
def _two() -> tuple[Account, Account]:
    return account.account(network.given), account.account(seeds.fresh())


def _number(formula: Expr, numbers: Account) -> Any:
    door.all_there(map(str, formula.free_symbols), numbers.right, str(formula))
    return decimals.run(_program(formula), numbers.right)["the_number"]


@cache
def _program(formula: Expr) -> CodeType:
    return decimals.program({Symbol("the_number"): formula})
