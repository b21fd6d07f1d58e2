"""MathML: formulas as browsers set them, without a script."""

import re
from functools import cache

from latex2mathml.converter import convert

_WORD = re.compile(r"((?:<mi>[a-z]</mi>)+)<msub><mi>([a-z])</mi>")
_INDEX = re.compile(r"(?:<m[in]>[a-z0-9]</m[in]>){2,}")
_BARE = re.compile(r"([_^])([A-Za-z0-9])(?!\w)")  # an index or a power that has no braces
_SIGN = re.compile(r"((?:&#x00028;|&#x0003D;)</mo><mo)>(?=&#x02212;)")  # a minus before a number
_TAG = re.compile(r"<[^>]+>")
_OF_MATHML = re.compile(
    r"</?(?:math|mrow|m[ion]|mtext|mspace|m(?:sub|sup|subsup|under|over|underover|multiscripts)"
    r"|mfrac|msqrt|mroot|mtable|mtr|mtd|mstyle|mpadded|mphantom|menclose|mprescripts|none)"
    r'(?: (?!href|on|style|src)[a-z]+="[^"<>]*")* ?/?>'
)


@cache
def mathml(latex: str) -> str:
    """A formula as MathML; a name of several letters is one name, not a product of letters.

    Raises ValueError for what would be more than a formula, such as a link or a script in a text.
    """
    inside = as_converted(_BARE.sub(r"\1{\2}", latex))
    inside = _WORD.sub(lambda word: f"<msub><mi>{_letters(word[1])}{word[2]}</mi>", inside)
    inside = _INDEX.sub(lambda index: f"<mi>{_letters(index[0])}</mi>", inside)
    inside = _SIGN.sub(r'\1 form="prefix">', inside)
    opening = '<math class="tall" displaystyle="true">' if "<mfrac>" in inside else "<math>"
    return f"{opening}{inside}</math>"


def as_converted(latex: str) -> str:
    """What stands inside the `<math>` of a formula, letter by letter, as the converter gives it."""
    whole = convert(latex)
    if "<" in _OF_MATHML.sub("", whole.replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "")):
        raise ValueError(f"{latex} would be more than a formula.")
    return whole[whole.index("<mrow>") :].removesuffix("</math>")


def _letters(tagged: str) -> str:
    """The letters of a name, without their tags: h1, total, h1 new."""
    letters = _TAG.sub("", tagged)
    return letters.replace("new", " new") if len(letters) > 3 else letters
