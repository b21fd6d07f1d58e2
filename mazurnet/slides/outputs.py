"""What a cell has printed or drawn, as it stands on a slide."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from html import escape
from typing import Any, NamedTuple

from bs4 import BeautifulSoup

from mazurnet.feedback.verdict import ANSWER
from mazurnet.slides import formulas, prose
from mazurnet.slides.formulas import Reveal

LONG, MANY = 16, 9  # rows on a slide; beside a question
LIVE = re.compile(r"<mazurnet-live (state=\".*?\")>(.*)</mazurnet-live>", re.DOTALL)
FRAMES = re.compile(r"(<mazurnet-frames>.*</mazurnet-frames>)", re.DOTALL)
IMAGE = re.compile(r'<img alt="(.*?)" src="(.*?)"')
TABLE = re.compile(r"(<table>.*<tbody>)(.*)(</tbody>.*</table>)", re.DOTALL)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)

SVG = "image/svg+xml"
PICTURES = (SVG, "image/png", "image/jpeg")
LINES_PRINTED = 50  # of what is printed; of more, the middle is left out
COLOUR, REWRITTEN = re.compile(r"\x1b\[[0-9;]*m"), re.compile(r"[^\n]*\r(?!\n)")

Data = Mapping[str, Any]


class Shown(NamedTuple):
    """An output: its kind, its HTML, and whether the code that made it belongs beside it."""

    kind: str  # live, frames, picture, table, steps, result, question, bug, choices, program
    html: str
    with_code: bool = False


def on_slide(output: Mapping[str, Any], reveal: Reveal) -> list[Shown]:
    """An output as parts of a slide; one that nothing is known of is left out."""
    if output["output_type"] == "stream":
        return [Shown("program", prose.listing(_shortened(output["text"])))]
    if output["output_type"] == "error":
        return [Shown("result", f"<p>{escape(output['ename'])}: {escape(output['evalue'])}</p>")]
    data = output.get("data", {})
    for kind, parts in _KINDS.items():
        if data.get(kind) is not None:
            return parts(data, reveal)
    return []


def _shortened(text: str) -> str:
    """What was printed, without colours and overwritten lines, and not too long for a slide."""
    lines = REWRITTEN.sub("", COLOUR.sub("", text)).splitlines()
    if len(lines) > LINES_PRINTED:
        lines[LINES_PRINTED // 2 : -LINES_PRINTED // 2] = ["…"]
    return "\n".join(lines)


def _asked(data: Data, reveal: Reveal) -> list[Shown]:
    """What the reader is asked for: a bug, or lines whose worked ones come at a key press."""
    answer = data[ANSWER]
    if "lines" in answer:
        return [Shown("question", formulas.questions(answer["lines"], reveal))]
    page, which, choices = data["text/markdown"].partition("Which slip is it?")
    program, fence, ends = page.rpartition("```\n\n")  # where it ends is told with the question
    choices = choices.rpartition("\n\n")[0]  # the verdict stays in the lesson
    told = prose.revealed(escape(answer["told"]), reveal)
    html = prose.html(program + fence or page).replace("</math>, ", "<mo>,</mo></math> ")
    return [
        Shown("bug", TABLE.sub(lambda table: "".join(_halves(table, MANY)), html)),
        Shown("guess", prose.inline(f"{ends if fence else ''} {which}".strip())),
        Shown("choices", prose.html(choices) + told),
    ]


def _drawn(data: Data, reveal: Reveal) -> list[Shown]:
    html = data["text/html"]
    if html.startswith("<progress"):
        return []  # a bar that has filled
    live = LIVE.search(html)
    if live and IMAGE.search(live[2]):
        state, still = live.groups()
        return [Shown("live", f"<mazurnet-live stage {state}>{_image(still)}</mazurnet-live>")]
    if frames := FRAMES.search(html):
        return [Shown("frames", frames[1])]
    if IMAGE.search(html) and html.count("<img") == 1:
        return [Shown("picture", _image(html))]
    return [Shown("table", BeautifulSoup(html, "html.parser").decode(formatter=None))]


def _image(html: str) -> str:
    """The picture without the lesson's style; its text alternative stays."""
    alt, source = IMAGE.search(html).groups()
    return f'<img alt="{alt}" src="{source}">'


def _photographed(data: Data, reveal: Reveal) -> list[Shown]:
    """A picture that comes without a text alternative, but for what the cell says of itself."""
    alt = escape(data.get("text/plain", ""))
    kind = next(kind for kind in PICTURES if data.get(kind) is not None)
    coded = data[kind].strip()
    if kind == SVG:
        coded = b64encode(coded.encode()).decode()
    return [Shown("picture", f'<img alt="{alt}" src="data:{kind};base64,{coded}">')]


def _tabled(data: Data, reveal: Reveal) -> list[Shown]:
    html = prose.html(data["text/markdown"])
    if table := TABLE.search(html):
        first, *others = _halves(table, LONG)
        parts = [html[: table.start()] + first, *others]
        parts[-1] += html[table.end() :]
        return [Shown("table", part) for part in parts]
    return [Shown("result", html, with_code=True)]


def _halves(table: re.Match[str], most: int) -> list[str]:
    """The table, in two halves if it has more rows than `most`."""
    head, rows, foot = table.groups()
    cut = ROW.findall(rows)
    if not cut:
        return [head + foot]
    size = len(cut) if len(cut) <= most else -(-len(cut) // 2)
    parts = (cut[start : start + size] for start in range(0, len(cut), size))
    return [head + "".join(part) + foot for part in parts]


def _set(data: Data, reveal: Reveal) -> list[Shown]:
    latex = data["text/latex"].strip().strip("$")
    kind = "steps" if formulas.ALIGNED.match(latex) else "result"
    return [Shown(kind, formulas.formula(latex, reveal), with_code=True)]


def _said(data: Data, reveal: Reveal) -> list[Shown]:
    return [Shown("result", f"<p>{escape(data['text/plain'])}</p>", with_code=True)]


_KINDS: dict[str, Callable[[Data, Reveal], list[Shown]]] = {
    ANSWER: _asked,
    "text/html": _drawn,
    **dict.fromkeys(PICTURES, _photographed),
    "text/markdown": _tabled,
    "text/latex": _set,
    "text/plain": _said,
}
