"""Formulas on a slide: MathML, revealed line by line, and a chain factor by factor."""

import re
from collections.abc import Sequence
from itertools import groupby

from latex2mathml import exceptions

from mazurnet.display.html import Markup
from mazurnet.display.mathml import mathml
from mazurnet.slides.slide import Presses

ALIGNED = re.compile(
    r"\s*(?:\\displaystyle)?\s*\\begin\{(aligned|align\*|split)\}(.*)\\end\{\1\}", re.DOTALL
)
PRINTED_FIGURE = re.compile(r"\\phantom\{=\}\\ \\text\{(printed )\}(.*)\\text\{(.*)\}", re.DOTALL)
LINE_BREAK = re.compile(r"\\\\(?:\[\w+\])?")
BRACKET_OR_CROSS = re.compile(r"\\left|\\right|\\times|[{}]")

NOT_UNDERSTOOD: tuple[type[Exception], ...] = (  # what the converter raises
    *(kind for kind in vars(exceptions).values() if isinstance(kind, type)),
    *(ValueError, LookupError, RuntimeError, StopIteration),
)

AlignedLines = list[tuple[str, str]]  # what stands left and right of the column of equal signs


def line_by_line(latex: str, presses: Presses) -> Markup:
    """A formula as HTML; of several lines the first, and a key press for each further one."""
    lines = _aligned_lines(latex)
    if not lines:
        return Markup('<div class="formula">{}</div>').format(one_line(latex))
    chain = _chain(lines)
    if chain:
        return _factor_by_factor(lines, chain, presses)
    (left, right), *others = lines
    if left:
        cells = [_in_column("left", left), _in_column("right", right)]
    else:
        cells = [_in_column("whole", right)]
    cells += [_in_column("right", right, next(presses)) for _, right in others]
    return Markup('<div class="formula lines">{}</div>').format(Markup("").join(cells))


def questions(asked: Sequence[str], presses: Presses) -> Markup:
    """What is asked for, with nothing behind it; a key press each brings the worked lines.

    One has its lines below one another; several are a table, one in each row.
    """
    cells = []
    for lines in map(_aligned_lines, asked):
        press = next(presses)
        cells.append(_in_column("left", lines[0][0]))
        cells += [_in_column("right", right, press) for _, right in lines]
    kind = "lines" if len(asked) == 1 else "rows"
    return Markup('<div class="formula {}">{}</div>').format(kind, Markup("").join(cells))


def one_line(latex: str) -> Markup:
    """One line of LaTeX as MathML; a sum has its limits below and above it.

    What no converter understands is shown as it was written.
    """
    line = latex.replace(r"\displaystyle", "").replace(r"\sum_", r"\sum\limits_").strip()
    try:
        return Markup(mathml(line))
    except NOT_UNDERSTOOD:
        return Markup("<code>{}</code>").format(latex)


def _aligned_lines(latex: str) -> AlignedLines:
    """The lines of an aligned formula; none for a formula of one line."""
    aligned = ALIGNED.match(latex)
    halves = (line.partition("&") for line in LINE_BREAK.split(aligned[2])) if aligned else ()
    return [(left.strip(), right.strip()) for left, _, right in halves]


def _in_column(kind: str, latex: str, press: int | None = None) -> Markup:
    if printed := PRINTED_FIGURE.match(latex):
        before, number, after = printed.groups()
        return _span("printed", Markup("{}{}{}").format(before, one_line(number), after), press)
    return _span(kind, one_line(latex), press)


def _span(kind: str, inside: Markup, press: int | None = None, style: str = "") -> Markup:
    fragment = "" if press is None else " fragment"
    index = "" if press is None else Markup(' data-fragment-index="{}"').format(press)
    styled = Markup(' style="{}"').format(style) if style else ""
    return Markup('<span class="{}{}"{}{}>{}</span>').format(kind, fragment, index, styled, inside)


def _chain(lines: AlignedLines) -> list[list[str]]:
    """The lines of a chain, factor beside factor; none where no two lines have as many."""
    factors = [_factors(right.removeprefix("=").strip()) for _, right in lines]
    first = list(next(groupby(factors, key=len))[1])
    return first if len(first) > 1 and len(first[0]) > 1 else []


def _factors(line: str) -> list[str]:
    """What the crosses part that stand inside no parentheses."""
    depth, start, factors = 0, 0, []
    for token in BRACKET_OR_CROSS.finditer(line):
        if token[0] in (r"\left", "{"):
            depth += 1
        elif token[0] in (r"\right", "}"):
            depth -= 1
        elif not depth:
            factors.append(line[start : token.start()])
            start = token.end()
    return [factor.strip() for factor in (*factors, line[start:])]


def _factor_by_factor(
    lines: AlignedLines, chain: Sequence[Sequence[str]], presses: Presses
) -> Markup:
    """A column for each factor: its name, its formula, its numbers, what it comes to."""
    factor_presses = [next(presses) for _ in chain[0]]
    cells = []
    for n, factors in enumerate(chain):
        cells.append(_in_column("left", lines[0][0]) if not n else _span("left", Markup("")))
        for k, (factor, press) in enumerate(zip(factors, factor_presses, strict=True)):
            cells.append(_in_column("sign", r"\times", press) if k else _in_column("sign", "="))
            cells.append(_span("factor", one_line(factor), press, f"--k: {k}; --n: {n}"))
    cells += [_in_column("right", right, next(presses)) for _, right in lines[len(chain) :]]
    sizes = f"--factors: {len(factor_presses)}; --lines: {len(chain) - 1}"
    return Markup('<div class="formula chain" style="{}">{}</div>').format(
        sizes, Markup("").join(cells)
    )
