"""A slide: a title, what stands under it part by part, and what is said to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from mazurnet.display.html import Markup

Presses = Iterator[int]  # the key presses of a deck, counted


class Part(NamedTuple):
    """What stands on a slide: its kind, its HTML, and the key press that brings it, if one does.

    A text has parts of the kinds title, section, aims, lead, guess, point, formula, list, table and
    exercise, and say for what is only said; an output live, frames, picture, table, steps, result,
    question, bug, guess, choices and program; code is code beside its result, or a rule by itself.
    """

    kind: str
    html: Markup
    press: int | None = None
    with_code: bool = False  # whether the code that made it belongs beside it


@dataclass
class Slide:
    """What stands under a title, part by part, and what is said to it."""

    title: Markup
    kind: str = "step"  # title, section, step
    parts: list[Part] = field(default_factory=list)
    notes: list[Markup] = field(default_factory=list)

    @property
    def kinds(self) -> set[str]:
        """The kinds of what stands here."""
        return {part.kind for part in self.parts}
