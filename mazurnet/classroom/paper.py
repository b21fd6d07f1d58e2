"""Paper: formulas as MathML, and a page that prints on A4 and on Letter and needs nothing else."""

import re
from html import escape
from pathlib import Path

from sympy import Expr, Symbol

from mazurnet.display import notation

STYLE = Path(__file__).with_name("paper.css")
GAP = r"\text{_____}"  # what is left out of a formula: a short line to write on

_NAME = re.compile(r"\\text\{(\w+)\}")
_POWER = re.compile(r"e\^\{- (\\text\{\w+\})\}")


def half(formula: Expr, names: dict[Symbol, str]) -> str:
    """A formula in LaTeX with the first half of its quantities; for the others there are gaps.

    A power of e is left out whole, because nobody can write on a line in an exponent.
    """
    written = {q: rf"\text{{{q}}}" for q in formula.free_symbols}
    text = _POWER.sub(r"\1", notation.latex(formula, names=written))
    parts = _NAME.split(text)  # text, name, text, name, text
    kept = len(parts) // 2 // 2
    for n, name in enumerate(parts[1::2]):
        q = Symbol(name)
        parts[2 * n + 1] = names.get(q, notation.latex(q)) if n < kept else GAP
    return "".join(parts)


def document(title: str, body: str) -> str:
    """A page of its own: no script, no network."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>{escape(title)}</title>
<style>
{STYLE.read_text(encoding="utf-8")}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""
