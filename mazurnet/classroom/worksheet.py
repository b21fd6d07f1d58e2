"""A worksheet: one round by hand on fresh numbers, with blanks to fill, and its answer key.

A sheet's number is the seed of its numbers: the same number makes the same sheet, byte for byte.
"""

from base64 import b64encode
from functools import cache
from html import escape

from sympy import Rational, Symbol

from mazurnet import symbols
from mazurnet.classroom import asked, paper
from mazurnet.classroom.asked import ASKED_LINES
from mazurnet.display import draw, notation, style
from mazurnet.display.mathml import mathml
from mazurnet.feedback import fresh_numbers, outcomes, page_of_working, worked_line
from mazurnet.feedback.outcomes import Outcomes
from mazurnet.feedback.page_of_working import STEPS, Step
from mazurnet.network import ETA

TITLE = "Backpropagation by hand"
TODO = (
    "One round of training. In each line write the formula, put the numbers in and work it out. "
    f"Write the result in the box, with {asked.DIGITS_ON_SHEET} significant digits: zeros in front do not "
    "count, so 0.03512 has 4. Go on with 6 digits or more, so that rounding does no harm. What "
    "has no line here goes on spare paper."
)
AGAIN = "Forward once more, with the new weights."
SECOND = (*page_of_working.second_pass(),)[:-1]  # net_h1_new to E_o2_new: room for them, no box


def sheet(seed: int) -> str:
    """Two pages to print and fill in. Raises TypeError or ValueError for a seed that is none.

    Lessons 01 to 04 build what it asks for.
    """
    given = fresh_numbers.fresh(seed)
    forward = "".join(_blanks(step) for step in STEPS if step.lesson == 1)
    backward = "".join(_blanks(step) for step in STEPS if step.lesson > 1)
    return f"""<article>
<div class="page forward">
<header class="head"><h1>Sheet {seed}</h1>{_line("Name")}{_line("Date", "date")}</header>
<p class="todo"><strong>{TITLE}.</strong> {TODO}</p>
<div class="start">
<figure>{_picture(given)}</figure>
{_given(given)}
</div>
{forward}</div>
<div class="page">
<div class="head again"><strong>Sheet {seed}, page 2</strong>{_line("Name")}</div>
{backward}</div>
</article>"""


def _line(label: str, kind: str = "who") -> str:
    return f'<p class="{kind}">{label}<span class="blank"></span></p>'


def _picture(given: dict[Symbol, Rational]) -> str:
    """The network with its numbers, without the margins that a slide has."""
    picture = draw.signals(given)
    (axes,) = picture.figure.axes
    axes.set(xlim=(100, 910), ylim=(482, 58))
    picture.figure.set_size_inches(7.29, 3.816)  # nine tenths: labels grow against the circles
    data = b64encode(picture.svg().encode()).decode()
    return f'<img alt="{escape(picture.alt)}" src="data:image/svg+xml;base64,{data}"/>'


def _given(given: dict[Symbol, Rational]) -> str:
    order = (*symbols.inputs, *symbols.weights, *symbols.biases, *symbols.targets)
    rows = "".join(f"<dt>{_named(q)}</dt><dd>{style.short(given[q])}</dd>" for q in order)
    rows += f'<dt class="rate">learning rate {_named(symbols.eta)}</dt><dd>{ETA}</dd>'
    return f'<section class="given"><h2>given numbers</h2>\n<dl>{rows}</dl></section>'


@cache
def _blanks(step: Step) -> str:
    lines = "\n".join(_blank(line) for line in step.lines if line in ASKED_LINES)
    room = ""
    if step == STEPS[-1]:
        again = "".join(f"<li>{_named(q)} = {_empty('its number')}</li>" for q in SECOND)
        room = f'<p class="hint">{AGAIN}</p>\n<ul class="second">{again}</ul>\n'
    return f"""<section><h2>{step.title}</h2>
{room}<ul class="lines">
{lines}
</ul></section>
"""


def _blank(line: Symbol) -> str:
    """A line: its name, as much of its formula as it shows, room for numbers, a box."""
    formula, shown = asked.formula_on_sheet(line), asked.how_much(line)
    written = {
        asked.FORMULA: mathml(notation.latex(formula, names=worked_line.LATEX_OF_LINES)),
        asked.HALF: mathml(paper.half(formula, worked_line.LATEX_OF_LINES)),
        asked.NAME: _empty("the formula"),
    }[shown]
    parts = [written, _empty("the numbers"), _empty("the result", "box")]
    # Two or three short numbers to put in: half the width will do.
    narrow = shown == asked.NAME and len(formula.free_symbols) in (2, 3)
    if narrow:
        parts[:2] = [_empty("formula and numbers")]
    kind = ' class="narrow"' * narrow
    cells = "".join(f'<span class="part">={part}</span>' for part in parts)
    name = f'<span class="name">{_named(line)}<code>{line}</code></span>'
    return f"<li{kind}>{name}{cells}</li>"


def _named(quantity: Symbol) -> str:
    return mathml(worked_line.LATEX_OF_LINES.get(quantity, notation.latex(quantity)))


def _empty(what: str, kind: str = "blank") -> str:
    return f'<span class="{kind}"><span class="unseen">blank for {what}</span></span>'


def key(seed: int) -> str:
    """Every line worked out: formula, numbers, result. Raises what `sheet` raises."""
    numbers = outcomes.outcomes(fresh_numbers.fresh(seed))
    steps = "".join(_answers(step, numbers) for step in STEPS)
    return f"""<article class="key">
<div class="page">
<header class="head"><h1>Sheet {seed}</h1>
<p>{TITLE}: the answers. What the sheet asks for is bold.</p></header>
{steps}</div>
</article>"""


def _answers(step: Step, numbers: Outcomes) -> str:
    lines = [line for line in step.lines if not line.name.startswith("dE_db")]  # they don't learn
    rows = "\n".join(
        _answer(line, numbers) for line in (*(SECOND if step == STEPS[-1] else ()), *lines)
    )
    return f"<section><h2>{step.title}</h2>\n<table>\n{rows}\n</table></section>\n"


def _answer(line: Symbol, numbers: Outcomes) -> str:
    worked = worked_line.worked(line, numbers)
    formula, put_in, result = (f"= {mathml(part)}" for part in worked.right)
    bold = ' class="asked"' * (line in ASKED_LINES)
    name = f'<span class="unseen">{line}</span>{mathml(worked.left)}'
    return (
        f'<tr><th scope="row">{name}</th>'
        f"<td>{formula}</td><td>{put_in}</td><td{bold}>{result}</td></tr>"
    )
