"""The cut: a lesson's cells parted into slides, each with what is shown and what is said."""

import itertools

from nbformat import NotebookNode

from mazurnet.display.html import Markup
from mazurnet.slides import outputs, prose
from mazurnet.slides.slide import Part, Slide

FILLING = {"picture", "table", "live", "frames", "program"}  # below these there is no room
BEFORE_A_RESULT = {"aims", "lead", "guess", "point", "formula", "code"}  # what may stand above one
BELOW_A_RESULT = {"result", "question"}  # small enough to stand below another
THERE_AT_ONCE = {"question", "bug", "guess", "choices"}  # there when the class begins to think
MOST_LINES, MOST_LETTERS = 7, 84  # lines of code, and letters in each, that the back row can read
MOST_LINES_BY_ITSELF = 10
UNTITLED = Markup("Slides")  # of a notebook that begins without a heading

# What a cell's tags say of its slide.
CODE_BY_ITSELF = "slide-code"
WITHOUT_CODE = "slide-no-code"
FIRST_LINE_ONLY = "slide-first-line"
LAST_LINE_ONLY = "slide-last-line"
WITHOUT_LAST_EXERCISE = "slide-skip-last-exercise"
TAGS = {CODE_BY_ITSELF, WITHOUT_CODE, FIRST_LINE_ONLY, LAST_LINE_ONLY, WITHOUT_LAST_EXERCISE}


def slides(lesson: NotebookNode) -> list[Slide]:
    """The slides of a lesson, in its order.

    A cell of the slide type skip is left out, one of the type notes is only said, and code of the
    type slide or subslide begins a slide of its own. What of its code or its exercises a cell
    shows, its tags say: docs/style.md, rule 26.
    """
    cut = _Cut()
    for cell in lesson.cells:
        slide_type = _slide_type(cell)
        if slide_type == "skip":
            continue
        if cell.cell_type == "markdown":
            markdown = prose.with_pasted_pictures(cell.source, cell.get("attachments") or {})
            if slide_type == "notes":
                cut.add_notes(markdown)
            else:
                cut.add_prose(markdown, _tags(cell))
        elif cell.cell_type == "code":
            cut.add_code(cell, apart=slide_type in ("slide", "subslide"))
    cut.begin()
    return cut.slides


def _slide_type(cell: NotebookNode) -> str:
    slideshow = cell.metadata.get("slideshow")
    return slideshow.get("slide_type", "-") if isinstance(slideshow, dict) else "-"


def _tags(cell: NotebookNode) -> set[str]:
    return TAGS.intersection(cell.metadata.get("tags") or ())


class _Cut:
    """Slides as they come about, cell by cell."""

    def __init__(self) -> None:
        self.slides: list[Slide] = []
        self.presses = itertools.count()

    def add_notes(self, markdown: str) -> None:
        """A cell of text, all of it to be said."""
        self.begin()
        self.slides[-1].notes.append(prose.as_html(markdown))

    def add_prose(self, markdown: str, tags: set[str]) -> None:
        """A cell of text: what is to be seen of it, and what is said."""
        parts = [*prose.in_parts(markdown, self.presses)]
        exercises = [part for part in parts if part.kind == "exercise"]
        if exercises and WITHOUT_LAST_EXERCISE in tags:
            parts.remove(exercises[-1])
        for part in parts:
            if part.kind in ("title", "section"):
                self.slides.append(Slide(part.html, part.kind))
                continue
            self.begin()
            if part.kind == "say":
                self.slides[-1].notes.append(part.html)
            else:
                self._show(part)

    def add_code(self, cell: NotebookNode, apart: bool) -> None:
        """A cell of code: its results, with such code as can be read and is worth it."""
        self.begin()
        tags = _tags(cell)
        by_itself = CODE_BY_ITSELF in tags
        most = MOST_LINES_BY_ITSELF if by_itself else MOST_LINES
        code = _readable(_lines_to_show(cell.source, tags), most)
        if by_itself and code:
            if apart or self._answered:
                self._begin_below()
            self.slides[-1].parts.append(_code_part("rule", code))
        for output in cell.outputs:
            press = next(self.presses)
            for part in outputs.on_slide(output, self.presses):
                if apart or self._has_no_room_for(part):
                    self._begin_below()
                    apart = False
                here = self.slides[-1]
                at_once = not here.parts or part.kind in THERE_AT_ONCE
                if part.with_code and code and not by_itself:
                    here.parts.append(_code_part("code", code))
                here.parts.append(part if at_once else part._replace(press=press))

    def begin(self) -> None:
        """A slide to stand on, where the notebook has not begun with a heading."""
        if not self.slides:
            self.slides.append(Slide(UNTITLED, "title"))

    def _show(self, part: Part) -> None:
        here = self.slides[-1]
        begins = part.kind in ("lead", "exercise", "list") and here.parts
        too_late = self._answered and (part.kind in ("guess", "formula") or here.kinds & FILLING)
        if here.kind != "title" and (begins or too_late):
            self._begin_below()
        late = part.kind == "point" and self._answered
        press = next(self.presses) if late else None
        self.slides[-1].parts.append(part._replace(press=press))

    @property
    def _answered(self) -> bool:
        """Whether a result stands on the last slide."""
        return not self.slides[-1].kinds <= BEFORE_A_RESULT

    def _has_no_room_for(self, part: Part) -> bool:
        """Whether a result would find no room, or stand beside what it doesn't belong to."""
        here = self.slides[-1]
        if here.kind == "title" or (part.kind == "live" and here.parts):
            return True
        small = part.kind in BELOW_A_RESULT and here.kinds <= BEFORE_A_RESULT | BELOW_A_RESULT
        return self._answered and not small

    def _begin_below(self) -> None:
        """A slide below, with the same title."""
        self.slides.append(Slide(self.slides[-1].title))


def _code_part(kind: str, source: str) -> Part:
    return Part(kind, Markup("<pre><code>{}</code></pre>").format(source))


def _lines_to_show(source: str, tags: set[str]) -> list[str]:
    """The lines of code that a cell's tags leave on its slide."""
    lines = source.splitlines()
    if WITHOUT_CODE in tags:
        return []
    if FIRST_LINE_ONLY in tags:
        return lines[:1]
    if LAST_LINE_ONLY in tags:
        return lines[-1:]
    return lines


def _readable(lines: list[str], most: int) -> str:
    """The lines as code, or none if they are too many or too long for the back row."""
    readable = len(lines) <= most and all(len(line) <= MOST_LETTERS for line in lines)
    return "\n".join(lines) if readable else ""
