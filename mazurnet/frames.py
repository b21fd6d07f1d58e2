"""Frames: a slider's pictures drawn beforehand, as HTML that needs no kernel to move them."""

import json
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from mazurnet.style import Picture

SCRIPT = Path(__file__).with_name("frames.js")


def fragment(name: str, values: Sequence[float], pictures: Sequence[Picture], start: int) -> str:
    """HTML with a slider called `name` over one picture for each value; it begins at `start`.

    Of each picture only the lines are kept in which it differs from the first. Lesson 05.
    """
    first, *_ = drawn = [picture.svg().splitlines() for picture in pictures]
    others = [_change(first, lines) for lines in drawn]
    for change, picture in zip(others, pictures, strict=True):
        change["alt"] = picture.alt
    data = {"name": name, "values": values, "start": start, "first": first, "others": others}
    text = json.dumps(data, ensure_ascii=False).replace("</", r"<\/")
    still = pictures[start]._repr_html_()
    return (
        f'<mazurnet-frames><script type="application/json">{text}</script>{still}</mazurnet-frames>'
        f'<script type="module">\n{SCRIPT.read_text(encoding="utf-8")}</script>'
    )


def _change(first: Sequence[str], lines: Sequence[str]) -> dict[str, object]:
    """How many lines stay above and below, and what stands between them."""
    above = _alike(first, lines)
    below = _alike(first[above:][::-1], lines[above:][::-1])
    return {"above": above, "below": below, "lines": lines[above : len(lines) - below]}


def _alike(some: Sequence[str], others: Sequence[str]) -> int:
    pairs = zip(some, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
