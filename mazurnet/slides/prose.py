"""Prose on a slide: what a class must see of a lesson's text, and what is said aloud.

To be seen are headings, formulas, lists, exercises, and of the rest the sentences that stand in
bold or in italics: leads, guesses, what is to be kept. All else is spoken.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import takewhile
from typing import Any

from mistune import HTMLRenderer, create_markdown
from mistune.core import BlockState

from mazurnet.slides import formulas
from mazurnet.slides.formulas import Reveal

DETAILS = re.compile(r"\s*<details[^>]*>\s*<summary>.*?</summary>(.*?)</details>", re.DOTALL)
INLINE = re.compile(r"\$([^$\n]+)\$")
PLUGINS = ["math", "table"]
SENTENCE = (".", "?", ":")

Token = dict[str, Any]


@dataclass(frozen=True)
class Piece:
    """A part of the text: its kind, and what of it is shown and what is said, as HTML.

    Kinds: title, aims, section, lead, guess, point, formula, list, table, exercise, say.
    """

    kind: str
    shown: str = ""
    said: str = ""


def pieces(markdown: str, reveal: Reveal) -> Iterator[Piece]:
    """A cell of prose, taken apart in its order; what stands below a rule is for readers alone."""
    tokens = [t for t in _PARSE(markdown) if t["type"] != "blank_line"]
    tokens = [*takewhile(lambda token: token["type"] != "thematic_break", tokens)]
    around = zip([_NOTHING, *tokens], tokens, [*tokens[1:], _NOTHING], strict=False)
    for before, token, after in around:
        kind = token["type"]
        if kind == "heading":
            yield Piece("title" if token["attrs"]["level"] == 1 else "section", _inline(token))
        elif kind == "block_math":
            yield Piece("formula", formulas.formula(token["raw"], reveal))
        elif kind in ("list", "table"):
            yield Piece(kind, answers(_html([token]), reveal))
        elif kind == "paragraph" and before.get("attrs", {}).get("level") == 1:
            yield Piece("aims", "".join(f"<p>{aim}</p>" for aim in _inline(token).split(" · ")))
        elif kind == "paragraph" and DETAILS.match(after.get("raw", "")):
            solution = INLINE.sub(lambda found: formulas.math(found[1]), after["raw"])
            yield Piece("exercise", _html([token]) + answers(solution, reveal))
        elif kind == "paragraph":
            yield from _sentences(token)
        elif kind != "block_html":
            yield Piece("say", said=_html([token]))


def answers(html: str, reveal: Reveal) -> str:
    """The same HTML, in which each folded answer comes at a key press."""
    return DETAILS.sub(lambda found: revealed(found[1].strip(), reveal), html)


def revealed(answer: str, reveal: Reveal) -> str:
    """An answer that comes at a key press."""
    step = next(reveal)
    return f' <span class="answer fragment" data-fragment-index="{step}">{answer}</span>'


def html(markdown: str) -> str:
    """Markdown as HTML, its formulas as MathML."""
    return _html(_PARSE(markdown))


def inline(markdown: str) -> str:
    """Markdown that is one run of text as HTML, without the paragraph around it."""
    return " ".join(_inline(token) for token in _PARSE(markdown) if "children" in token)


def listing(source: str) -> str:
    """A program, line by line, of which the long ones go on below, further in."""
    lines = source.rstrip().splitlines()
    indents = (len(line) - len(line.lstrip()) for line in lines)
    return '<pre class="listing">' + "".join(
        f'<span style="--indent: {indent}ch">{escape(line.strip()) or " "}</span>'
        for indent, line in zip(indents, lines, strict=True)
    ) + "</pre>"  # fmt: skip


def _sentences(paragraph: Token) -> Iterator[Piece]:
    """The sentences of a paragraph that are to be seen, then all of it, to be said."""
    parts = paragraph["children"]
    for part in parts:
        text = _text(part)
        if part["type"] == "strong" and text.endswith(SENTENCE):
            yield Piece("lead", _inline(part).removesuffix(":").removesuffix("."))
        elif part["type"] == "emphasis" and text.endswith(SENTENCE) and len(text.split()) > 2:
            yield Piece("guess" if "?" in text else "point", _inline(part))
    if len(parts) > 1 or parts[0]["type"] not in ("strong", "emphasis"):
        yield Piece("say", said=_html([paragraph]))


def _text(token: Token) -> str:
    return token.get("raw") or "".join(map(_text, token.get("children", ())))


def _inline(token: Token) -> str:
    return _RENDERER.render_tokens(token["children"], BlockState())


def _html(tokens: Iterable[Token]) -> str:
    return _RENDERER.render_tokens(tokens, BlockState())


class _Renderer(HTMLRenderer):
    """HTML as mistune writes it, with MathML for formulas, and links only to the world outside."""

    def inline_math(self, text: str) -> str:
        """Within a line."""
        return formulas.math(text)

    def block_math(self, text: str) -> str:
        """In a line of its own."""
        return f"<p>{formulas.math(text)}</p>"

    def block_code(self, code: str, info: str | None = None) -> str:
        """A program."""
        return listing(code)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """A picture, if the lesson holds it; of others, which are not in the deck, the words."""
        return super().image(text, url, title) if url.startswith("data:") else text

    def table_cell(self, text: str, align: str | None = None, head: bool = False) -> str:
        """A cell of a table; one without words heads nothing."""
        tag = "th" if head and text else "td"
        style = f' style="text-align: {align}"' if align else ""
        return f"<{tag}{style}>{text}</{tag}>"

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """A link, if it leads out into the world."""
        elsewhere = "://" in url  # a lesson that is linked is not beside a deck
        return super().link(text, url, title) if elsewhere else text


_NOTHING: Token = {"type": ""}
_PARSE = create_markdown(renderer=None, plugins=PLUGINS)
_RENDERER = _Renderer(escape=False)
create_markdown(renderer=_RENDERER, plugins=PLUGINS)  # teaches it tables
