"""The page: slides put together into one file that asks no other for anything."""

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from itertools import groupby
from pathlib import Path

from mazurnet.display import frames
from mazurnet.live import page as live
from mazurnet.slides import assets
from mazurnet.slides.cut import Part, Slide

HERE = Path(__file__).parent
TAG = re.compile(r"<script.*?</script>|<[^>]*>", re.DOTALL)
KEPT = r"<(code|pre|math|script)\b.*?</\1>|<[^>]*>"  # code, formulas and tags stay as they are
NAME = r"\b(?:(E|net|out|target|delta|b)_(total|[ho][12])|([wibho])([1-8]))(_new)?\b"
WITHOUT_SCRIPT = """
.reveal .slides, .reveal .slides section { display: block !important; position: static !important; }
.reveal .slides section .fragment { visibility: inherit; opacity: 1; }
.sheet { width: 1000px; height: auto; }
html, body, .reveal { height: auto !important; overflow: auto !important; }
"""
ON_PAPER = """
@page { size: 1280px 720px; margin: 0; }
:root { --width: 1280px; --height: 720px; }
section { break-after: page; overflow: hidden; }
section:last-child { break-after: auto; }
.notes { display: none; }
"""
ALONE = (  # so the browser lets nothing be asked for; a frame is the speaker's, of the same deck
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; font-src data:; frame-src 'self' file:"
)
MADE_BY = '<meta name="generator" content="mazurnet slides">'


def deck(slides: Sequence[Slide]) -> str:
    """A whole deck; its first slide has its title. Raises FileNotFoundError for missing assets."""
    title = plain_text(slides[0].title)
    columns = "\n".join(map(_column, _columns(slides)))
    reveal = [assets.reveal("dist/reveal.js"), assets.reveal("plugin/notes/notes.js")]
    return document(
        title,
        f"""<noscript><style>{WITHOUT_SCRIPT}</style></noscript>
<h1 class="aloud">{typeset(slides[0].title)}</h1>
<div class="reveal"><div class="slides">
{columns}
</div></div>
{_script(live.bundle("element"), "application/x-live")}
{_script(frames.SCRIPT.read_text(encoding="utf-8"), "application/x-live")}
{"".join(map(_script, [*reveal, _file("fit.js"), _file("deck.js")]))}""",
        assets.reveal("dist/reveal.css") + _file("deck.css"),
    )


def paper(slides: Sequence[Slide]) -> str:
    """The same slides to be printed, one on a page, by themselves: no script lays them out."""
    pages = "\n".join(map(_section, slides))
    body = f'<div class="reveal"><div class="slides">\n{pages}\n</div></div>'
    script = _script(f"{_file('fit.js')}document.fonts.ready.then(fit);")
    return document(plain_text(slides[0].title), body + script, _file("deck.css") + ON_PAPER)


def document(title: str, body: str, style: str) -> str:
    """A page of its own, with the fonts for what stands on it."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{MADE_BY}
<meta http-equiv="Content-Security-Policy" content="{ALONE}">
<!-- {assets.CREDIT}. -->
<title>{escape(title)}</title>
<style>
{assets.fonts(plain_text(body))}
{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def plain_text(html: str) -> str:
    """HTML as plain text."""
    return unescape(TAG.sub("", html))


def typeset(html: str) -> str:
    """The names in a text as formulas and pictures write them, with a low index."""
    return re.sub(f"{KEPT}|{NAME}", lambda found: _name(*found.groups()[1:]) or found[0], html,
                  flags=re.DOTALL)  # fmt: skip


def _name(front: str, index: str, letter: str, number: str, new: str) -> str:
    if not (front or letter):
        return ""
    long = len(front or letter) > 1 and front != "delta"
    shown = {"delta": "δ"}.get(front, front or letter)
    body = shown if long else f"<i>{shown}</i>"
    return f"{body}<sub>{index or number}{' new' if new else ''}</sub>"


def _columns(slides: Sequence[Slide]) -> Iterable[list[Slide]]:
    """A heading and the slides below it stand in one column."""
    number = 0
    numbered = []
    for slide in slides:
        number += slide.kind != "step"
        numbered.append((number, slide))
    return ([slide for _, slide in run] for _, run in groupby(numbered, key=lambda pair: pair[0]))


def _column(slides: Sequence[Slide]) -> str:
    inside = "\n".join(map(_section, slides))
    return f"<section>\n{inside}\n</section>" if len(slides) > 1 else inside


def _section(slide: Slide) -> str:
    kinds = " ".join([slide.kind, *(f"has-{kind}" for kind in sorted(slide.kinds))])
    parts = "\n".join(map(_part, slide.parts))
    notes = typeset("".join(slide.notes))
    return f"""<section class="{kinds}">
<div class="sheet">
<h2>{typeset(slide.title)}</h2>
<div class="body">
{parts}
</div>
</div>
<aside class="notes">{notes}</aside>
</section>"""


def _part(part: Part) -> str:
    kind, html, step = part
    later = "" if step is None else f' fragment" data-fragment-index="{step}'
    if kind == "lead":
        html = f"<h3>{html}</h3>"
    elif kind in ("guess", "point"):
        html = f"<p>{html}</p>"
    swipe = ' data-prevent-swipe=""' if kind in ("live", "frames") else ""
    return f'<div class="part {kind}{later}"{swipe}>{typeset(html)}</div>'


def _script(source: str, kind: str = "") -> str:
    attribute = f' type="{kind}"' if kind else ""
    inside = source.replace("</script", r"<\/script")
    return f"<script{attribute}>{inside}</script>\n"


def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
