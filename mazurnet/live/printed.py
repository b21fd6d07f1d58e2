"""What the page of the live network computes and shows, printed from the derivation.

Three JavaScript modules are written by it and committed beside the rest, so that the page needs
no SymPy; a test prints them again. To write them: python -m mazurnet.live.printed
"""

import json
from collections.abc import Iterator, Mapping
from itertools import chain as joined
from itertools import combinations
from typing import Any

from sympy import Expr, Symbol

from mazurnet import chain, generated_code, network, symbols, variants
from mazurnet.display import notation
from mazurnet.display.mathml import as_converted
from mazurnet.live.modes import MODES, Mode
from mazurnet.live.page import JS_FOLDER
from mazurnet.network import Equations
from mazurnet.symbols import E_total, neuron_of, new

NOTE = "// Printed by mazurnet/live/printed.py from the derivation of lessons 01 to 04.\n\n"


def arithmetic() -> str:
    """The functions that train, and under `programs` what each needs and what it teaches."""
    functions, entries = [], []
    for mode in MODES:
        formulas, learn = mode.round, mode.learners
        name = "_".join(mode)
        functions.append(
            generated_code.javascript(
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
    by_name: dict[str, dict[Mode, str]] = {}
    for mode in MODES:
        for quantity, formula in {**mode.round, **_slopes(mode)}.items():
            name, in_one_row = _first_row(quantity, formula)
            if name:
                by_name.setdefault(name, {})[mode] = _in_mathml(in_one_row)
    differs = {name: _differs_by(forms) for name, forms in by_name.items()}
    forms = {
        " ".join((name, *(getattr(mode, part) for part in differs[name]))): mathml
        for name, by_mode in by_name.items()
        for mode, mathml in by_mode.items()
    }
    return _constants(differs=differs, formulas=forms)


def _constants(**tables: Mapping[str, Any]) -> str:
    return NOTE + "\n".join(
        f"export const {name} = {{\n{''.join(_lines(table))}}};\n" for name, table in tables.items()
    )


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    return (f"  {json.dumps(key)}: {json.dumps(value)},\n" for key, value in table.items())


def _first_row(quantity: Symbol, formula: Expr) -> tuple[str | None, Expr]:
    """Of four rows that read alike the first, without its number; None for the others."""
    name, _, row = quantity.name.rpartition("_")
    if not row.isdigit() or name == E_total.name:
        return quantity.name, formula
    return (name, formula.xreplace(_without_row(formula))) if row == "1" else (None, formula)


def _without_row(formula: Expr) -> dict[Symbol, Symbol]:
    return {q: Symbol(q.name.removesuffix("_1")) for q in formula.free_symbols}


def _in_mathml(formula: Expr) -> str:
    """A formula as MathML without its outermost tag, each symbol as `<mtext>` with its name."""
    names = {q: rf"\text{{{q}}}" for q in formula.free_symbols}
    return as_converted(notation.latex(formula, names=names))


def _differs_by(forms: dict[Mode, str]) -> list[str]:
    """The fewest parts of a mode that tell which of the forms it has."""
    subsets = joined.from_iterable(combinations(Mode._fields, n) for n in range(4))
    for parts in subsets:
        seen = {
            (tuple(getattr(mode, part) for part in parts), form) for mode, form in forms.items()
        }
        if len(seen) == len({key for key, _ in seen}):
            return list(parts)
    raise AssertionError("a mode tells its own form")


def facts() -> str:
    """The tasks, the numbers that each starts from, what names mean, and the arrows."""
    rows = {task: variants.rows_of_task(task) for task in variants.TASKS}
    start = {str(q): float(network.given[q]) for q in (*symbols.weights, *symbols.biases)}
    owners = {
        str(bias): [f"b_{net.name.removeprefix('net_')}" for net in chain.users(bias)]
        for bias in symbols.biases
    }
    meaning = {str(q): words for q, words in symbols.meaning.items()}
    edges = {"shared": _edges(network.equations), "each": _edges(variants.own_biases())}
    return _constants(tasks=rows, start=start, owners=owners, meaning=meaning, edges=edges)


def _edges(equations: Equations) -> list[tuple[str, str, str]]:
    """What stands on each arrow, from where, to where; a bias comes from its own dot."""
    return [
        (str(q), neuron_of(formula.coeff(q)) if q.name.startswith("w") else str(q), neuron_of(net))
        for net, formula in equations.items()
        if chain.is_net(net)
        for q in network.learners(equations, with_biases=True)
        if q in formula.free_symbols
    ]


PRINTED_MODULES = {"arithmetic.js": arithmetic, "formulas.js": formulas, "facts.js": facts}

if __name__ == "__main__":
    for file, source in PRINTED_MODULES.items():
        (JS_FOLDER / file).write_text(source(), encoding="utf-8", newline="\n")
