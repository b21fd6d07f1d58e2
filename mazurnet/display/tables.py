"""Tables: the alphabet, what we have now, columns side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sympy import Symbol

from mazurnet import arguments, forward, symbols
from mazurnet.display.notation import decimal, latex
from mazurnet.display.show import compare
from mazurnet.published import Figure


@dataclass(frozen=True)
class Table:
    """A small table: a line of headings, and rows of cells in Markdown."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def _repr_markdown_(self) -> str:
        lines = [self.head, (":--",) * len(self.head), *self.rows]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def __repr__(self) -> str:
        return f"table of {len(self.rows)} rows: {', '.join(self.head)}"


def alphabet(values: Mapping[Symbol, Any]) -> Table:
    """Every quantity: the article's notation, the Python name, the meaning, the first value."""
    rows = tuple(
        (f"${latex(q)}$", f"`{q}`", words, f"${decimal(values[q])}$" if q in values else "")
        for q, words in symbols.meaning.items()
    )
    return Table(("in the article", "in Python", "what it is", "first value"), rows)


def neurons(values: forward.Values) -> Table:
    """What we have now: net, out and delta of every neuron, as far as they are known."""
    columns = [c for c in ("net", "out", "delta") if any(q.name.startswith(c) for q in values)]
    by_name = {q.name: f"${decimal(number)}$" for q, number in values.items()}
    rows = tuple(
        (neuron, *(by_name.get(f"{c}_{neuron}", "") for c in columns))
        for neuron in ("h1", "h2", "o1", "o2")
    )
    return Table(("neuron", *columns), rows)


def table(**columns: Mapping[Symbol, Any]) -> Table:
    """Columns of numbers side by side, a row for each symbol that every column has. Lesson 04."""
    if not columns:
        raise TypeError("table takes at least one column, as in table(before=given).")
    for name, column in columns.items():
        arguments.mapping(column, name)
    first, *others = columns.values()
    rows = tuple(
        (f"${latex(q)}$", *(f"${decimal(column[q])}$" for column in columns.values()))
        for q in first
        if all(q in column for column in others)
    )
    return Table(("", *(name.replace("_", " ") for name in columns)), rows)


def compare_all(figures: Mapping[Symbol, tuple[Any, Figure]]) -> Table:
    """Several comparisons in one table: ours, printed, verdict. From lesson 01 on."""
    compared = {q: compare(ours, figure) for q, (ours, figure) in figures.items()}
    rows = tuple((f"${latex(q)}$", c.ours, c.printed, c.verdict) for q, c in compared.items())
    return Table(("", "ours", "printed", "verdict"), rows)
