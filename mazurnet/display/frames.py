"""Frames: a slider's pictures drawn beforehand, as HTML that needs no kernel to move them."""

import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from mazurnet.display.style import Picture

SCRIPT = Path(__file__).with_name("frames.js")


def element(name: str, values: Sequence[float], pictures: Sequence[Picture], start: int) -> str:
    """HTML with a slider called `name` over one picture for each value; it begins at `start`.

    Of each picture only the lines are kept in which it differs from the first. Lesson 05.
    """
    first, *_ = drawn = [picture.svg().splitlines() for picture in pictures]
    others = [
        {"alt": picture.alt, "splices": _splices(first, lines)}
        for picture, lines in zip(pictures, drawn, strict=True)
    ]
    data = {"name": name, "values": values, "start": start, "first": first, "others": others}
    text = json.dumps(data, ensure_ascii=False).replace("</", r"<\/")
    still = pictures[start]._repr_html_()
    return (
        f'<mazurnet-frames><script type="application/json">{text}</script>{still}</mazurnet-frames>'
        f'<script type="module">\n{SCRIPT.read_text(encoding="utf-8")}</script>'
    )


def _splices(first: Sequence[str], lines: Sequence[str]) -> list[tuple[int, int, Sequence[str]]]:
    """Where the lines differ from the first: from which on, of how many, and what stands there."""
    changes = SequenceMatcher(None, first, lines, autojunk=False).get_opcodes()
    return [(a, b - a, lines[c:d]) for kind, a, b, c, d in changes if kind != "equal"]
