"""The file of a deck: slides put together into one page that asks no other for anything."""

import re
from collections.abc import Sequence
from html import unescape
from itertools import accumulate, groupby
from pathlib import Path

from mazurnet.display import frames, javascript
from mazurnet.display.html import Markup, filled
from mazurnet.live import page as live
from mazurnet.slides import assets
from mazurnet.slides.slide import Slide

SOURCES = Path(__file__).parent  # of templates, styles and scripts
MADE_BY = Markup('<meta name="generator" content="mazurnet slides">')
TAG_OR_SCRIPT = re.compile(r"<script.*?</script>|<[^>]*>", re.DOTALL)
CODE_FORMULA_OR_TAG = r"<(code|pre|math|script)\b.*?</\1>|<[^>]*>"  # these stay as they are
SYMBOL = r"\b(?:(E|net|out|target|delta|b)_(total|[ho][12])|([wibho])([1-8]))(_new)?\b"
SYMBOLS_IN_HTML = re.compile(f"{CODE_FORMULA_OR_TAG}|{SYMBOL}", re.DOTALL)


def deck(slides: Sequence[Slide]) -> str:
    """A whole deck; its first slide has its title. Raises FileNotFoundError for missing assets."""
    scripts = [
        javascript.script(live.bundle("element"), "application/x-live"),
        javascript.script(frames.SCRIPT.read_text(encoding="utf-8"), "application/x-live"),
        javascript.script(assets.reveal("dist/reveal.js"), ""),
        javascript.script(assets.reveal("plugin/notes/notes.js"), ""),
        javascript.script(_read_source("fit.js"), ""),
        javascript.script(_read_source("deck.js"), ""),
    ]
    body = filled(
        SOURCES / "deck.html.j2",
        columns=_in_columns(slides),
        typeset=typeset,
        scripts=map(Markup, scripts),
    )
    style = assets.reveal("dist/reveal.css") + _read_source("deck.css")
    return standalone(plain_text(slides[0].title), body, style)


def paper(slides: Sequence[Slide]) -> str:
    """The same slides to be printed, one on a page, by themselves: no script lays them out."""
    script = Markup(
        javascript.script(f"{_read_source('fit.js')}document.fonts.ready.then(fit);", "")
    )
    body = filled(SOURCES / "paper.html.j2", slides=slides, typeset=typeset, script=script)
    return standalone(
        plain_text(slides[0].title), body, _read_source("deck.css") + _read_source("paper.css")
    )


def standalone(title: str, body: Markup, style: str) -> str:
    """A page of its own, with the fonts for what stands on it."""
    return filled(
        SOURCES / "standalone.html.j2",
        title=title,
        body=body,
        style=Markup(f"{assets.fonts(plain_text(body))}\n{style}"),
        made_by=MADE_BY,
        credit=assets.CREDIT,
    )


def plain_text(html: str) -> str:
    """HTML as plain text."""
    return unescape(TAG_OR_SCRIPT.sub("", html))


def typeset(html: str) -> Markup:
    """The names in HTML as formulas and pictures write them, with a low index."""
    return Markup(SYMBOLS_IN_HTML.sub(lambda match: _symbol(*match.groups()[1:]) or match[0], html))


def _symbol(front: str, index: str, letter: str, number: str, new: str) -> str:
    if not (front or letter):
        return ""
    upright = len(front or letter) > 1 and front != "delta"
    shown = {"delta": "δ"}.get(front, front or letter)
    body = shown if upright else f"<i>{shown}</i>"
    return f"{body}<sub>{index or number}{' new' if new else ''}</sub>"


def _in_columns(slides: Sequence[Slide]) -> list[list[Slide]]:
    """A heading and the slides below it stand in one column."""
    numbers = accumulate(slide.kind != "step" for slide in slides)
    numbered = zip(numbers, slides, strict=True)
    return [[slide for _, slide in run] for _, run in groupby(numbered, key=lambda pair: pair[0])]


def _read_source(name: str) -> str:
    return (SOURCES / name).read_text(encoding="utf-8")
