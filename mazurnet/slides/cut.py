"""The cut: a lesson's cells parted into slides, each with what is shown and what is said."""

import itertools
import re
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from nbformat import NotebookNode

from mazurnet.slides import outputs, prose
from mazurnet.slides.outputs import Shown
from mazurnet.slides.prose import Piece

FULL = {"picture", "table", "live", "frames", "program"}  # below these there is no room
ASKING = {"aims", "lead", "guess", "point", "formula", "code"}  # what may stand above a result
SMALL = {"result", "question"}  # what may stand below another result
THERE_AT_ONCE = {
    "question",
    "bug",
    "guess",
    "choices",
}  # these are there when the class begins to think
MOST_LINES, MOST_LETTERS = 7, 84  # lines of code, and letters in each, that the back row can read
RULE, MOST_LINES_BY_ITSELF = (
    re.compile(r"def |class |\w+ = \{\n"),
    10,
)  # code by itself, and its lines
PLUMBING = re.compile(r"values\b|answers? =|steps\(|check.*answers?, ")
UNTITLED = "Slides"  # of a notebook that begins without a heading
ANSWERED = "The bug."  # its slip has been named on the slide that asks for it


class Part(NamedTuple):
    """What stands on a slide: its kind, its HTML, and the key press that brings it, if one does."""

    kind: str
    html: str
    step: int | None = None


@dataclass
class Slide:
    """What stands under a title, part by part, and what is said to it. All of it is HTML."""

    title: str
    kind: str = "step"  # title, section, step
    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def kinds(self) -> set[str]:
        """The kinds of what stands here."""
        return {part.kind for part in self.parts}

    @property
    def answered(self) -> bool:
        """Whether a result stands here."""
        return not self.kinds <= ASKING


def slides(lesson: NotebookNode) -> list[Slide]:
    """The slides of a lesson, in its order.

    A cell of the slide type skip is left out, one of the type notes is only said, and code of the
    type slide or subslide begins a slide of its own.
    """
    cut = _Cut()
    for cell in lesson.cells:
        kind = _slide_type(cell)
        if kind == "skip":
            continue
        if cell.cell_type == "markdown":
            cut.said(cell.source) if kind == "notes" else cut.prose(cell.source)
        elif cell.cell_type == "code":
            cut.code(cell, apart=kind in ("slide", "subslide"))
    cut.begin()
    return cut.slides


def _slide_type(cell: NotebookNode) -> str:
    asked = cell.metadata.get("slideshow")
    return asked.get("slide_type", "-") if isinstance(asked, dict) else "-"


class _Cut:
    """Slides as they come about, cell by cell."""

    def __init__(self) -> None:
        self.slides: list[Slide] = []
        self.reveal = itertools.count()

    def said(self, text: str) -> None:
        """A cell of text, all of it to be said."""
        self.begin()
        self.slides[-1].notes.append(prose.html(text))

    def prose(self, text: str) -> None:
        """A cell of text: what is to be seen of it, and what is said."""
        for piece in prose.pieces(text, self.reveal):
            if piece.kind in ("title", "section"):
                self.slides.append(Slide(piece.shown, piece.kind))
                continue
            self.begin()
            if piece.kind == "say":
                self.slides[-1].notes.append(piece.said)
            elif ANSWERED not in piece.shown:
                self._show(piece)

    def code(self, cell: NotebookNode, apart: bool) -> None:
        """A cell of code: its results, with such code as can be read and is worth it."""
        self.begin()
        by_itself = not cell.outputs and RULE.match(cell.source)
        if by_itself and (code := _worth_reading(cell.source, MOST_LINES_BY_ITSELF)):
            if apart or self.slides[-1].answered:
                self._further()
            self.slides[-1].parts.append(_as_code(code, "rule"))
        for output in cell.outputs:
            step = next(self.reveal)
            for shown in outputs.on_slide(output, self.reveal):
                if apart or self._is_full_for(shown):
                    self._further()
                    apart = False
                here = self.slides[-1]
                at_once = not here.parts or shown.kind in THERE_AT_ONCE
                if shown.with_code and (code := _worth_reading(cell.source)):
                    here.parts.append(_as_code(code, "code"))
                here.parts.append(Part(shown.kind, shown.html, None if at_once else step))

    def begin(self) -> None:
        """A slide to stand on, where the notebook has not begun with a heading."""
        if not self.slides:
            self.slides.append(Slide(UNTITLED, "title"))

    def _show(self, piece: Piece) -> None:
        here = self.slides[-1]
        begins = piece.kind in ("lead", "exercise", "list") and here.parts
        too_late = here.answered and (piece.kind in ("guess", "formula") or here.kinds & FULL)
        if here.kind != "title" and (begins or too_late):
            self._further()
        late = piece.kind == "point" and self.slides[-1].answered
        step = next(self.reveal) if late else None
        self.slides[-1].parts.append(Part(piece.kind, piece.shown, step))

    def _is_full_for(self, shown: Shown) -> bool:
        """Whether another result would find no room, or stand beside what it doesn't belong to."""
        here = self.slides[-1]
        if here.kind == "title" or (shown.kind == "live" and here.parts):
            return True
        small = shown.kind in SMALL and here.kinds <= ASKING | SMALL
        return here.answered and not small

    def _further(self) -> None:
        """A slide below, with the same title."""
        self.slides.append(Slide(self.slides[-1].title))


def _as_code(source: str, kind: str) -> Part:
    return Part(kind, f"<pre><code>{escape(source)}</code></pre>")


def _worth_reading(source: str, most: int = MOST_LINES) -> str:
    """The lines that think, without those that keep numbers or show them; none if too many."""
    lines = source.splitlines()
    thinking = [line for line in lines if not PLUMBING.match(line)]
    readable = len(thinking) <= most and all(len(line) <= MOST_LETTERS for line in thinking)
    return "\n".join(thinking) if readable else ""
