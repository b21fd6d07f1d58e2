"""Formulas on a slide: MathML, revealed line by line, and a chain factor by factor."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from latex2mathml import exceptions

from mazurnet.display.mathml import mathml

ALIGNED = re.compile(
    r"\s*(?:\\displaystyle)?\s*\\begin\{(aligned|align\*|split)\}(.*)\\end\{\1\}", re.DOTALL
)
PRINTED = re.compile(r"\\phantom\{=\}\\ \\text\{(printed )\}(.*)\\text\{(.*)\}", re.DOTALL)
ROW = re.compile(r"\\\\(?:\[\w+\])?")
TOKEN = re.compile(r"\\left|\\right|\\times|[{}]")

UNKNOWN = tuple(kind for kind in vars(exceptions).values() if isinstance(kind, type))

Reveal = Iterator[int]  # the key presses of a slide, counted
Rows = list[tuple[str, str]]  # what stands left and right of the column of equal signs


def formula(latex: str, reveal: Reveal) -> str:
    """A formula as HTML; of several lines the first, and a key press for each further one."""
    rows = _rows(latex)
    if not rows:
        return f'<div class="formula">{math(latex)}</div>'
    chain = _chain(rows)
    if chain:
        return _factor_by_factor(rows, chain, reveal)
    (left, right), *others = rows
    first = _cell("left", left) + _cell("right", right) if left else _cell("whole", right)
    later = "".join(_cell("right", right, next(reveal)) for _, right in others)
    return f'<div class="formula lines">{first}{later}</div>'


def questions(asked: Sequence[str], reveal: Reveal) -> str:
    """What is asked for, with nothing behind it; a key press each brings the worked lines.

    One has its lines below one another; several are a table, one in each row.
    """
    cells = []
    for rows in map(_rows, asked):
        step = next(reveal)
        cells.append(_cell("left", rows[0][0]))
        cells += [_cell("right", right, step) for _, right in rows]
    kind = "lines" if len(asked) == 1 else "rows"
    return f'<div class="formula {kind}">{"".join(cells)}</div>'


def math(latex: str) -> str:
    """One line of LaTeX as MathML; a sum has its limits below and above it.

    What no converter understands is shown as it was written.
    """
    line = latex.replace(r"\displaystyle", "").replace(r"\sum_", r"\sum\limits_").strip()
    try:
        return mathml(line)
    except (ValueError, LookupError, RuntimeError, StopIteration, *UNKNOWN):
        return f"<code>{escape(latex)}</code>"


def _rows(latex: str) -> Rows:
    """The lines of an aligned formula; none for a formula of one line."""
    found = ALIGNED.match(latex)
    cut = (row.partition("&") for row in ROW.split(found[2])) if found else ()
    return [(left.strip(), right.strip()) for left, _, right in cut]


def _cell(kind: str, latex: str, step: int | None = None) -> str:
    if found := PRINTED.match(latex):
        before, number, after = found.groups()
        return _span("printed", f"{before}{math(number)}{escape(after)}", step)
    return _span(kind, math(latex), step)


def _span(kind: str, html: str, step: int | None = None, style: str = "") -> str:
    later = "" if step is None else f' fragment" data-fragment-index="{step}'
    placed = f' style="{style}"' if style else ""
    return f'<span class="{kind}{later}"{placed}>{html}</span>'


def _chain(rows: Rows) -> list[list[str]]:
    """The lines of a chain, factor beside factor; none where no two lines have as many."""
    lines = [_factors(right.removeprefix("=").strip()) for _, right in rows]
    first = list(next(groupby(lines, key=len))[1])
    return first if len(first) > 1 and len(first[0]) > 1 else []


def _factors(line: str) -> list[str]:
    """What the crosses part that stand inside no parentheses."""
    depth, start, found = 0, 0, []
    for token in TOKEN.finditer(line):
        if token[0] in (r"\left", "{"):
            depth += 1
        elif token[0] in (r"\right", "}"):
            depth -= 1
        elif not depth:
            found.append(line[start : token.start()])
            start = token.end()
    return [part.strip() for part in (*found, line[start:])]


def _factor_by_factor(rows: Rows, chain: Sequence[Sequence[str]], reveal: Reveal) -> str:
    """A column for each factor: its name, its formula, its numbers, what it comes to."""
    steps = [next(reveal) for _ in chain[0]]
    cells = []
    for n, line in enumerate(chain):
        cells.append(_cell("left", rows[0][0]) if not n else _span("left", ""))
        for k, (factor, step) in enumerate(zip(line, steps, strict=True)):
            cells.append(_cell("sign", r"\times", step) if k else _cell("sign", "="))
            cells.append(_span("factor", math(factor), step, f"--k: {k}; --n: {n}"))
    ends = "".join(_cell("right", right, next(reveal)) for _, right in rows[len(chain) :])
    sizes = f"--factors: {len(steps)}; --lines: {len(chain) - 1}"
    return f'<div class="formula chain" style="{sizes}">{"".join(cells)}{ends}</div>'
