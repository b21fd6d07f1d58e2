"""Paper: formulas as MathML, and a page that prints on A4 and on Letter and needs nothing else."""

import re
from functools import cache
from html import escape
from pathlib import Path

from latex2mathml.converter import convert
from sympy import Expr, Symbol

from mazurnet.display import notation

STYLE = Path(__file__).with_name("paper.css")
GAP = r"\text{_____}"  # what is left out of a formula: a short line to write on

_WORD = re.compile(r"((?:<mi>[a-z]</mi>)+)<msub><mi>([a-z])</mi>")
_INDEX = re.compile(r"(?:<m[in]>[a-z0-9]</m[in]>){2,}")
_BARE = re.compile(r"([_^])([A-Za-z0-9])(?!\w)")  # an index or a power that has no braces
_NAME = re.compile(r"\\text\{(\w+)\}")
_SIGN = re.compile(r"((?:&#x00028;|&#x0003D;)</mo><mo)>(?=&#x02212;)")  # a minus before a number
_POWER = re.compile(r"e\^\{- (\\text\{\w+\})\}")
_TAG = re.compile(r"<[^>]+>")


@cache
def mathml(latex: str) -> str:
    """A formula as MathML; a name of several letters is one name, not a product of letters."""
    text = convert(_BARE.sub(r"\1{\2}", latex))
    text = text[text.index("<mrow>") :]
    text = _WORD.sub(lambda found: f"<msub><mi>{_letters(found[1])}{found[2]}</mi>", text)
    text = _INDEX.sub(lambda found: f"<mi>{_letters(found[0])}</mi>", text)
    text = _SIGN.sub(r'\1 form="prefix">', text)
    return (
        f'<math class="tall" displaystyle="true">{text}' if "<mfrac>" in text else f"<math>{text}"
    )


def _letters(tagged: str) -> str:
    """The letters of a name, without their tags: h1, total, h1 new."""
    text = _TAG.sub("", tagged)
    return text.replace("new", " new") if len(text) > 3 else text


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
