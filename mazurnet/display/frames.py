"""Frames: a slider's pictures drawn beforehand, as HTML that needs no kernel to move them."""

import json
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from mazurnet.display.element import element
from mazurnet.display.picture import Picture

SCRIPT = Path(__file__).with_name("frames.js")


def fragment(name: str, values: Sequence[float], pictures: Sequence[Picture], start: int) -> str:
    """HTML with a slider called `name` over one picture for each value; it begins at `start`.

    Of each picture only the lines are kept in which it differs from the first. Lesson 05.
    """
    first, *_ = drawn = [picture.svg().splitlines() for picture in pictures]
    others = [
        {"alt": picture.alt, "splices": _splices(first, lines)}
        for picture, lines in zip(pictures, drawn, strict=True)
    ]
    data = {"name": name, "values": values, "start": start, "first": first, "others": others}
    pictures_as_json = json.dumps(data, ensure_ascii=False).replace("</", r"<\/")
    inside = f'<script type="application/json">{pictures_as_json}</script>'
    still = pictures[start]._repr_html_()
    return element("mazurnet-frames", inside + still, SCRIPT.read_text(encoding="utf-8"))


def _splices(first: Sequence[str], lines: Sequence[str]) -> list[tuple[int, int, Sequence[str]]]:
    """Where the lines differ from the first: from which on, of how many, and what stands there."""
    changes = SequenceMatcher(None, first, lines, autojunk=False).get_opcodes()
    return [(a, b - a, lines[c:d]) for change, a, b, c, d in changes if change != "equal"]
