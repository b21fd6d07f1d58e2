"""What a cell has printed or drawn, as it stands on a slide."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from copy import copy
from typing import Any

from bs4 import BeautifulSoup, Tag

from mazurnet.display.html import Markup
from mazurnet.feedback.verdict import ANSWER
from mazurnet.slides import formulas, prose
from mazurnet.slides.slide import Part, Presses

MOST_ROWS, MOST_ROWS_OF_A_BUG = 16, 9  # of a table that fills a slide, and beside a question
MOST_PRINTED_LINES = 50  # of what is printed; of more, the middle is left out
SVG = "image/svg+xml"
PICTURE_TYPES = (SVG, "image/png", "image/jpeg")
TERMINAL_COLOUR = re.compile(r"\x1b\[[0-9;]*m")

Data = Mapping[str, Any]  # what a cell shows, by type: text/html, text/latex, …


def on_slide(output: Mapping[str, Any], presses: Presses) -> list[Part]:
    """An output as parts of a slide; one that nothing is known of is left out."""
    if output["output_type"] == "stream":
        return [Part("program", prose.listing(_shortened(output["text"])))]
    if output["output_type"] == "error":
        return [Part("result", Markup("<p>{ename}: {evalue}</p>").format_map(output))]
    data = output.get("data", {})
    for media_type, read in _READERS.items():
        if data.get(media_type) is not None:
            return read(data, presses)
    return []


def _shortened(printed: str) -> str:
    """What was printed, without colours and overwritten lines, and not too long for a slide."""
    plain = TERMINAL_COLOUR.sub("", printed).replace("\r\n", "\n").removesuffix("\n")
    lines = [line.rpartition("\r")[2] for line in plain.split("\n")]
    if len(lines) > MOST_PRINTED_LINES:
        lines[MOST_PRINTED_LINES // 2 : -MOST_PRINTED_LINES // 2] = ["…"]
    return "\n".join(lines)


def _from_answer(data: Data, presses: Presses) -> list[Part]:
    """What the reader is asked for: a bug, or lines whose worked ones come at a key press."""
    answer = data[ANSWER]
    if "lines" in answer:
        return [Part("question", formulas.questions(answer["lines"], presses))]
    page, question, choices = data["text/markdown"].partition("Which slip is it?")
    program, fence, ends = page.rpartition("```\n\n")  # where it ends is told with the question
    choices = choices.rpartition("\n\n")[0]  # the verdict stays in the lesson
    told = prose.revealed(answer["told"], presses)
    comma_inside = Markup("<mo>,</mo></math> ")  # so that no line begins with a comma
    bug = _parsed(prose.as_html(program + fence or page).replace("</math>, ", comma_inside))
    for table in bug("table"):
        _halve(table, MOST_ROWS_OF_A_BUG)
    return [
        Part("bug", _closed(bug)),
        Part("guess", prose.inline_html(f"{ends if fence else ''} {question}".strip())),
        Part("choices", prose.as_html(choices) + told),
    ]


def _from_html(data: Data, presses: Presses) -> list[Part]:
    """What moves, a picture, or any other HTML, with all closed that it leaves open."""
    html = _parsed(data["text/html"])
    live = html.select_one("mazurnet-live[state]")
    if live and (still := live.select_one("img[alt][src]")):
        staged = Markup('<mazurnet-live stage state="{}">{}</mazurnet-live>')
        return [Part("live", staged.format(live["state"], _without_style(still)))]
    if frames := html.find("mazurnet-frames"):
        return [Part("frames", _closed(frames))]
    if len(html("img")) == 1 and (picture := html.select_one("img[alt][src]")):
        return [Part("picture", _without_style(picture))]
    return [Part("table", _closed(html))]


def _without_style(image: Tag) -> Markup:
    """The picture without the lesson's style; its text alternative stays."""
    return Markup('<img alt="{alt}" src="{src}">').format_map(image.attrs)


def _from_picture(data: Data, presses: Presses) -> list[Part]:
    """A picture that comes without a text alternative, but for what the cell says of itself."""
    media_type = next(name for name in PICTURE_TYPES if data.get(name) is not None)
    coded = data[media_type].strip()
    if media_type == SVG:
        coded = b64encode(coded.encode()).decode()
    picture = Markup('<img alt="{}" src="data:{};base64,{}">')
    return [Part("picture", picture.format(data.get("text/plain", ""), media_type, coded))]


def _from_markdown(data: Data, presses: Presses) -> list[Part]:
    """A result in words, or a table, of which a second slide has the lower half if it is long."""
    html = _parsed(prose.as_html(data["text/markdown"]))
    table = html.find("table")
    if not table:
        return [Part("result", _closed(html), with_code=True)]
    lower = _halve(table, MOST_ROWS)
    if not lower:
        return [Part("table", _closed(html))]
    below = _parsed("")
    below.extend([lower, *lower.next_siblings])
    return [Part("table", _closed(html)), Part("table", _closed(below))]


def _from_latex(data: Data, presses: Presses) -> list[Part]:
    latex = data["text/latex"].strip().strip("$")
    kind = "steps" if formulas.ALIGNED.match(latex) else "result"
    return [Part(kind, formulas.line_by_line(latex, presses), with_code=True)]


def _from_text(data: Data, presses: Presses) -> list[Part]:
    return [Part("result", Markup("<p>{}</p>").format(data["text/plain"]), with_code=True)]


def _parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser", multi_valued_attributes=None)


def _closed(element: Tag) -> Markup:
    return Markup(element.decode(formatter="minimal"))


def _halve(table: Tag, most: int) -> Tag | None:
    """Move the lower half of a table with more rows than `most` into one below it; returns that."""
    rows = table.select("tbody > tr")
    if len(rows) <= most:
        return None
    half = (len(rows) + 1) // 2
    lower = copy(table)
    for row in [*rows[half:], *lower.select("tbody > tr")[:half]]:
        row.extract()
    table.insert_after(lower)
    return lower


_READERS: dict[str, Callable[[Data, Presses], list[Part]]] = {
    ANSWER: _from_answer,
    "text/html": _from_html,
    **dict.fromkeys(PICTURE_TYPES, _from_picture),
    "text/markdown": _from_markdown,
    "text/latex": _from_latex,
    "text/plain": _from_text,
}
