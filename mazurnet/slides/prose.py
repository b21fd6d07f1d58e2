"""Prose on a slide: what a class must see of a lesson's text, and what is said aloud.

To be seen are headings, formulas, lists, exercises, and of the rest the sentences that stand in
bold or in italics: leads, guesses, what is to be kept. All else is spoken.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Any, cast

from mistune import HTMLRenderer, create_markdown
from mistune.core import BlockState

from mazurnet.display.html import Markup
from mazurnet.slides import formulas
from mazurnet.slides.slide import Part, Presses

FOLDED = re.compile(r"\s*<details[^>]*>\s*<summary>.*?</summary>(.*?)</details>", re.DOTALL)
FORMULA_WITHIN_A_LINE = re.compile(r"\$([^$\n]+)\$")
PLUGINS = ["math", "table"]
ENDS_OF_SENTENCES = (".", "?", ":")
PASTED_TYPES = ("image/png", "image/jpeg", "image/gif", "image/webp")
BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")

Token = dict[str, Any]


def in_parts(markdown: str, presses: Presses) -> Iterator[Part]:
    """A cell of prose, taken apart in its order; what stands below a rule is for readers alone."""
    tokens = [token for token in _tokens(markdown) if token["type"] != "blank_line"]
    tokens = [*takewhile(lambda token: token["type"] != "thematic_break", tokens)]
    around = zip([_NOTHING, *tokens], tokens, [*tokens[1:], _NOTHING], strict=False)
    for before, token, after in around:
        kind = token["type"]
        if kind == "heading":
            yield Part("title" if token["attrs"]["level"] == 1 else "section", _inside(token))
        elif kind == "block_math":
            yield Part("formula", formulas.line_by_line(token["raw"], presses))
        elif kind in ("list", "table"):
            yield Part(kind, _unfolded(_rendered([token]), presses))
        elif kind == "paragraph" and before.get("attrs", {}).get("level") == 1:
            yield Part("aims", _paragraphs(_inside(token).split(" · ")))
        elif kind == "paragraph" and FOLDED.match(after.get("raw", "")):
            solution = FORMULA_WITHIN_A_LINE.sub(
                lambda formula: formulas.one_line(formula[1]), after["raw"]
            )
            yield Part("exercise", _rendered([token]) + _unfolded(solution, presses))
        elif kind == "paragraph" and _is_a_picture(token):
            yield Part("picture", _inside(token))
        elif kind == "paragraph":
            yield from _sentences(token)
        elif kind != "block_html":
            yield Part("say", _rendered([token]))


def with_pasted_pictures(markdown: str, attachments: Mapping[str, Mapping[str, str]]) -> str:
    """The text with the pictures that were pasted into its cell, each in the place of its name.

    What does not hold base64 is left as it was written.
    """
    for name, by_type in attachments.items():
        for image_type, coded in by_type.items():
            if image_type in PASTED_TYPES and BASE64.fullmatch(packed := "".join(coded.split())):
                picture = f"data:{image_type};base64,{packed}"
                markdown = markdown.replace(f"(attachment:{name})", f"({picture})")
    return markdown


def _is_a_picture(paragraph: Token) -> bool:
    """Whether it is one picture, which the deck holds, and nothing else."""
    first, *others = paragraph["children"]
    held = first["type"] == "image" and first["attrs"]["url"].startswith("data:")
    return held and not others


def revealed(answer: str, presses: Presses) -> Markup:
    """An answer that comes at a key press; it is escaped unless it is Markup."""
    answered = Markup(' <span class="answer fragment" data-fragment-index="{}">{}</span>')
    return answered.format(next(presses), answer)


def as_html(markdown: str) -> Markup:
    """Markdown as HTML, its formulas as MathML."""
    return _rendered(_tokens(markdown))


def inline_html(markdown: str) -> Markup:
    """Markdown that is one run of text as HTML, without the paragraph around it."""
    return Markup(" ").join(_inside(token) for token in _tokens(markdown) if "children" in token)


def listing(source: str) -> Markup:
    """A program, line by line, of which the long ones go on below, further in."""
    lines = source.rstrip().splitlines()
    indents = [len(line) - len(line.lstrip()) for line in lines]
    row = Markup('<span style="--indent: {}ch">{}</span>')
    rows = (row.format(n, line.strip() or " ") for n, line in zip(indents, lines, strict=True))
    return Markup('<pre class="listing">{}</pre>').format(Markup("").join(rows))


def _unfolded(html: str, presses: Presses) -> Markup:
    """The same HTML, in which each folded answer comes at a key press."""
    return Markup(FOLDED.sub(lambda folded: revealed(Markup(folded[1].strip()), presses), html))


def _paragraphs(runs: Iterable[Markup]) -> Markup:
    return Markup("").join(Markup("<p>{}</p>").format(run) for run in runs)


def _sentences(paragraph: Token) -> Iterator[Part]:
    """The sentences of a paragraph that are to be seen, then all of it, to be said."""
    runs = paragraph["children"]
    for run in runs:
        words = _words(run)
        if run["type"] == "strong" and words.endswith(ENDS_OF_SENTENCES):
            yield Part("lead", _inside(run).removesuffix(":").removesuffix("."))
        elif (
            run["type"] == "emphasis"
            and words.endswith(ENDS_OF_SENTENCES)
            and len(words.split()) > 2
        ):
            yield Part("guess" if "?" in words else "point", _inside(run))
    if len(runs) > 1 or runs[0]["type"] not in ("strong", "emphasis"):
        yield Part("say", _rendered([paragraph]))


def _tokens(markdown: str) -> list[Token]:
    return cast(list[Token], _PARSE(markdown))  # of a parser that renders nothing


def _words(token: Token) -> str:
    return token.get("raw") or "".join(map(_words, token.get("children", ())))


def _inside(token: Token) -> Markup:
    """What stands inside a paragraph, a heading or an emphasis, as HTML."""
    return _rendered(token["children"])


def _rendered(tokens: Iterable[Token]) -> Markup:
    return Markup(_RENDERER.render_tokens(tokens, BlockState()))


class _Renderer(HTMLRenderer):
    """HTML as mistune writes it, with MathML for formulas, and links only to the world outside."""

    def inline_math(self, text: str) -> str:
        """Within a line."""
        return formulas.one_line(text)

    def block_math(self, text: str) -> str:
        """In a line of its own."""
        return f"<p>{formulas.one_line(text)}</p>"

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
