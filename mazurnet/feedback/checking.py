"""Check: whether a number worked out by hand is right, and if not, which slip made it.

What is typed is read as a number and never run.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from html import escape
from typing import Any

from sympy import Expr, Symbol

from mazurnet import arguments, forward, network, symbols
from mazurnet.chain import Chain
from mazurnet.display.tables import Table
from mazurnet.feedback import fresh_numbers, hints, outcomes, worked_line
from mazurnet.feedback.answer_sheet import AnswerSheet
from mazurnet.feedback.outcomes import Outcomes
from mazurnet.feedback.page_of_working import LINES
from mazurnet.feedback.typed_number import TRUSTED
from mazurnet.feedback.verdict import ANSWER, DIGITS_ASKED, OPEN, RIGHT, Verdict, judge
from mazurnet.symbols import E_total

LINE_NAMES = [line.name for line in LINES]
GIVEN_NAMES = {quantity.name for quantity in (*network.given, symbols.eta)}


@dataclass(frozen=True)
class Marks(Table):
    """A verdict for each line, and those not answered yet worked out, in LaTeX, for a slide."""

    worked: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return super().__repr__()

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        return {ANSWER: {"lines": [*self.worked]}} if self.worked else {}


def check(
    what: Any,
    answer: Any,
    given: Mapping[Symbol, Any] = network.given,
    eta: Any = network.ETA,
    digits: int = DIGITS_ASKED,
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
    numbers = outcomes.outcomes(given, eta)
    verdict = judge(answer, line, numbers, arguments.count(digits, "digits", least=1, most=TRUSTED))
    size = arguments.count(hint, "hint", most=3)
    if verdict.kind == OPEN:
        verdict = replace(verdict, worked=_worked(line, numbers))
    if verdict.kind == RIGHT or not size:
        return verdict
    return replace(verdict, hint=hints.hint(what, line, numbers, size))


def check_all(
    answers: Mapping[Any, Any],
    given: Mapping[Symbol, Any] = network.given,
    eta: Any = network.ETA,
    digits: int = DIGITS_ASKED,
) -> Table:
    """Several answers at once, as in {w5_new: "0.3589"}, each slip named where it is made.

    What follows rightly from a wrong number before it is not held against you again. Takes and
    raises what `check` does. From lesson 02 on.
    """
    arguments.mapping(answers, "answers")
    named: dict[str, Any] = {}
    for what, answer in answers.items():
        if (line := line_of(what)) in named:
            raise ValueError(f"answers has two for {line}; leave one out.")
        named[line] = answer
    numbers = outcomes.outcomes(given, eta)
    sheet = AnswerSheet(named, numbers, arguments.count(digits, "digits", least=1, most=TRUSTED))
    rows = tuple(
        (f"${worked_line.latex_of_line(line)}$", _in_a_cell(verdict.text))
        for line, verdict in sheet.marks.items()
    )
    still_open = (line for line, verdict in sheet.marks.items() if verdict.kind == OPEN)
    worked = tuple(_worked(line, numbers) for line in still_open)
    return Marks(("", "verdict"), rows, worked)


def line_of(what: Any) -> str:
    """The name of the line that is meant; a formula is known by what it comes to.

    Raises TypeError or ValueError, in a sentence, for what is no line of the page.
    """
    if isinstance(what, str | Symbol):
        name = str(what).strip()
        if name in GIVEN_NAMES:
            others = [other for other in (f"dE_d{name}", f"{name}_new") if other in LINE_NAMES]
            hint = f" Did you mean {' or '.join(others)}, in quotation marks?" if others else ""
            raise ValueError(f"{name} is given, not worked out.{hint}")
        if name not in LINE_NAMES:
            like = get_close_matches(name, LINE_NAMES, n=1, cutoff=0)
            raise ValueError(
                f"{arguments.quoted(name)} is no line of the page. Did you mean {like[0]}?"
            )
        return name
    if isinstance(what, Chain):
        top, bottom = what.route[0], what.route[-1]
        name = f"d{'E' if top == E_total else top}_d{bottom}"
        comes_to = line_of(what.product)
        if name in LINE_NAMES and name != comes_to:
            raise ValueError(f"This chain comes to {comes_to}, not to {name}: look at its factors.")
        return comes_to
    if not isinstance(what, Expr):
        raise TypeError(f"check takes a formula such as w5 * out_h1, not {arguments.quoted(what)}.")
    numbers = [_number(what, numbers) for numbers in _two()]
    for line in LINE_NAMES:
        if all(
            outcomes.same_number(n, two.right[line]) for n, two in zip(numbers, _two(), strict=True)
        ):
            return line
    raise ValueError(
        f"{what} comes to no line of the page; name the line you mean, as in check('dE_dw5', ...)."
    )


def _worked(line: str, numbers: Outcomes) -> str:
    return worked_line.worked(Symbol(line), numbers).latex


def _in_a_cell(text: str) -> str:
    return escape(text, quote=False).replace("|", "&#124;").replace("\n", "<br>")


@cache
def _two() -> tuple[Outcomes, Outcomes]:
    return outcomes.outcomes(network.given), outcomes.outcomes(
        fresh_numbers.fresh(), eta=Decimal("0.3")
    )


def _number(formula: Expr, numbers: Outcomes) -> Decimal:
    known = {Symbol(name): number for name, number in numbers.right.items()}
    return Decimal(str(forward.value(formula.doit(), known, digits=32)))
