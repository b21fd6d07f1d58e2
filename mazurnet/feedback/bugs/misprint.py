"""What a misprint is: a slip in a short program of a lesson, told in a sentence or two."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mazurnet.feedback.slips.slip import Told

ShortProgram = Mapping[str, str]  # what is worked out, and the line that does it


@dataclass(frozen=True, eq=False, repr=False)
class Misprint(Told):
    """A slip in a program: the lines that it changes, by what they should work out."""

    program: ShortProgram
    lines: ShortProgram

    @property
    def line(self) -> str:
        """The first line that it changes."""
        return next(name for name in self.program if name in self.lines)

    @property
    def source(self) -> str:
        """The program with this slip in it."""
        return source_text({**self.program, **self.lines})


def source_text(program: ShortProgram) -> str:
    """The lines of a program, one below the other."""
    return "\n".join(program.values())


def misprints_of(program: ShortProgram, name: str, lesson: int) -> Callable[..., Misprint]:
    """What makes a misprint of this program: its words, and each line that changes, by its name."""

    def misprint(told: str, look: str, lines: ShortProgram | None = None, **named: str) -> Misprint:
        changed = {**(lines or {}), **named}
        return Misprint("_".join((name, *changed)), lesson, told, look, program, changed)

    return misprint
