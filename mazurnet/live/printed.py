"""What the page of the live network computes and shows, printed from the derivation.

Three JavaScript modules are written by it and committed beside the rest, so that the page needs
no SymPy; a test prints them again. To write them: python -m mazurnet.live.printed
"""

import json
from collections.abc import Mapping
from itertools import chain as joined
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

from sympy import Expr, Symbol

from mazurnet import batch, chain, codegen, network, notation, symbols
from mazurnet.descent import one_round
from mazurnet.network import Equations
from mazurnet.symbols import E_total, new

FOLDER = Path(__file__).parent / "js"
NOTE = "// Printed by mazurnet/live/printed.py from the derivation of lessons 01 to 04.\n\n"
ROWS = 4


class Mode(NamedTuple):
    """One way to train: how many rows, what becomes of the biases, which layer moves first."""

    rows: str  # one, four
    biases: str  # frozen, shared, each
    order: str  # together, output_first

    @property
    def equations(self) -> Equations:
        """The network that this way trains."""
        single = batch.own_biases() if self.biases == "each" else network.equations
        return batch.for_rows(ROWS, single) if self.rows == "four" else single

    @property
    def learners(self) -> list[Symbol]:
        """What it trains."""
        return network.learners(self.equations, self.biases != "frozen")

    @property
    def round(self) -> Equations:
        """One round of it as formulas."""
        return one_round(self.equations, self.order == "output_first", self.biases != "frozen")


MODES = [*map(Mode._make, product(
    ("one", "four"), ("frozen", "shared", "each"), ("together", "output_first")
))]  # fmt: skip


def arithmetic() -> str:
    """The functions that train, and under `programs` what each needs and what it teaches."""
    functions, entries = [], []
    for mode in MODES:
        formulas, learn = mode.round, mode.learners
        name = "_".join(mode)
        functions.append(
            codegen.javascript(
                name, formulas, (E_total, *learn), {w: new(w) for w in learn}, _slopes(mode)
            )
        )
        needs, teaches = ([str(q) for q in qs] for qs in (network.needed(formulas), learn))
        entries.append(f"  {name}: {{\n    train: {name},\n    needs: {json.dumps(needs)},\n"
                       f"    learns: {json.dumps(teaches)},\n  }},\n")  # fmt: skip
    return NOTE + "\n".join(functions) + f"\nexport const programs = {{\n{''.join(entries)}}};\n"


def _slopes(mode: Mode) -> Equations:
    return {Symbol(f"dE_d{w}"): chain.gradient(w, mode.equations) for w in mode.learners}


def formulas() -> str:
    """Every formula as MathML, `<mtext>` around each name, under the modes it differs by."""
    found: dict[str, dict[Mode, str]] = {}
    for mode in MODES:
        for quantity, formula in {**mode.round, **_slopes(mode)}.items():
            name, formula = _first_row(quantity, formula)
            if name:
                found.setdefault(name, {})[mode] = mathml(formula)
    differs = {name: _differs_by(forms) for name, forms in found.items()}
    forms = {
        " ".join((name, *(getattr(mode, part) for part in differs[name]))): text
        for name, by_mode in found.items()
        for mode, text in by_mode.items()
    }
    tables = {"differs": differs, "formulas": forms}
    return NOTE + "\n".join(f"export const {n} = {_lines(table)};\n" for n, table in tables.items())


def _lines(table: Mapping[str, Any]) -> str:
    lines = (f"  {json.dumps(key)}: {json.dumps(value)},\n" for key, value in table.items())
    return "{\n" + "".join(lines) + "}"


def _first_row(quantity: Symbol, formula: Expr) -> tuple[str | None, Expr]:
    """Of four rows that read alike the first, without its number; None for the others."""
    name, _, row = quantity.name.rpartition("_")
    if not row.isdigit() or name == E_total.name:
        return quantity.name, formula
    return (name, formula.xreplace(_without_row(formula))) if row == "1" else (None, formula)


def _without_row(formula: Expr) -> dict[Symbol, Symbol]:
    return {q: Symbol(q.name.removesuffix("_1")) for q in formula.free_symbols}


def mathml(formula: Expr) -> str:
    """A formula as MathML without its outermost tag, each symbol as `<mtext>` with its name."""
    from latex2mathml.converter import convert  # needed to print only, not to show

    names = {q: rf"\text{{{q}}}" for q in formula.free_symbols}
    text = convert(notation.latex(formula, names=names))
    return text[text.index("<mrow>") :].removesuffix("</math>")


def _differs_by(forms: dict[Mode, str]) -> list[str]:
    """The fewest parts of a mode that tell which of the forms it has."""
    subsets = joined.from_iterable(combinations(Mode._fields, n) for n in range(4))
    for parts in subsets:
        told = {
            (tuple(getattr(mode, part) for part in parts), text) for mode, text in forms.items()
        }
        if len(told) == len({key for key, _ in told}):
            return list(parts)
    raise AssertionError("a mode tells its own form")


def tasks() -> str:
    """The tasks with their rows, and the numbers that every one starts from."""
    numbers = {str(q): float(number) for q, number in network.given.items()}
    no, yes = (numbers[str(target)] for target in symbols.targets)
    rows = {"article": [[numbers[str(q)] for q in (*symbols.inputs, *symbols.targets)]]}
    for task, answers in batch.TASKS.items():
        rows[task] = [
            [*inputs, *((yes, no) if answer else (no, yes))]
            for inputs, answer in zip(product((0, 1), repeat=2), answers, strict=True)
        ]
    start = {str(q): numbers[str(q)] for q in (*symbols.weights, *symbols.biases)}
    owners = {
        str(bias): [f"b_{net.name.removeprefix('net_')}" for net in chain.users(bias)]
        for bias in symbols.biases
    }
    named = (("tasks", rows), ("start", start), ("owners", owners))
    return NOTE + "\n".join(f"export const {name} = {json.dumps(of)};" for name, of in named) + "\n"


PRINTED = {"arithmetic.js": arithmetic, "formulas.js": formulas, "tasks.js": tasks}

if __name__ == "__main__":
    for file, text in PRINTED.items():
        (FOLDER / file).write_text(text(), encoding="utf-8", newline="\n")
