"""Find the bug: a page of working, or a program, with a slip in it that the reader must name."""

from dataclasses import dataclass
from random import Random
from string import ascii_uppercase
from typing import Any

from sympy import Symbol

from mazurnet import account, decimals, door, network, pages, seeds
from mazurnet.misprints import MISPRINTS, Misprint
from mazurnet.pages import LESSON_OF, PAPER, PROGRAM
from mazurnet.slips import SLIPS, Slip
from mazurnet.slips.book import Told
from mazurnet.symbols import eta
from mazurnet.verdict import ANSWER, OPEN, RIGHT, UNREADABLE, WRONG, Verdict
from mazurnet.working import LINES

LESSONS = range(1, 11)
CHOICES = 5


@dataclass(frozen=True, repr=False)
class Bug:
    """What somebody wrote down, the slip in it, the slips to choose from, the reader's choice.

    `begins` says of each of them where it would first have led to something else.
    """

    page: str
    slip: Told
    choices: tuple[Told, ...]
    begins: tuple[str, ...]
    answer: Any = None

    @property
    def verdict(self) -> Verdict:
        """Whether the answer is the letter of the slip that was made."""
        letters = ascii_uppercase[: len(self.choices)]
        if self.answer is None:
            return Verdict(OPEN, "Not answered yet.")
        letter = str.strip(self.answer).upper() if isinstance(self.answer, str) else None
        if letter == "":
            return Verdict(OPEN, "Not answered yet.")
        if letter is None or letter not in [*letters]:
            text = f"{door.shown(self.answer)} is none of the letters A to {letters[-1]}."
            return Verdict(UNREADABLE, text)
        chosen, begins = (found[letters.index(letter)] for found in (self.choices, self.begins))
        if chosen is self.slip:
            return Verdict(RIGHT, f"{letter} it is. {chosen.told}", (chosen,))
        return Verdict(WRONG, f"It isn't {letter}. That would {begins}.")

    def _repr_markdown_(self) -> str:
        return (
            f"{self.page}\n\nWhich slip is it?\n\n{self._listed('- **{}** {}.')}\n\n{self.verdict}"
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        letter = ascii_uppercase[self.choices.index(self.slip)]
        return {ANSWER: {"told": f"{letter}. {self.slip.told}"}}

    def __repr__(self) -> str:
        return f"Which slip is it?\n{self._listed('{}: {}')}\n{self.verdict}"

    def _listed(self, form: str) -> str:
        choices = zip(ascii_uppercase, self.choices, strict=False)
        return "\n".join(form.format(letter, slip.what) for letter, slip in choices)


def find_the_bug(lesson: int, seed: int, answer: Any = None) -> Bug:
    """Somebody's working with a slip of that lesson in it, the slips to choose from, the verdict.

    A page on fresh numbers; in lesson 05 a program with a slip of lessons 02 to 04, in 07 six
    lines of NumPy, in 08 a check of a gradient, in 09 a step with a batch, in 10 the way back
    along a tape. The same for a seed. Raises TypeError or ValueError for another lesson, and for a
    seed that is no whole number; never for an answer.
    """
    door.one_of(door.count(lesson, "lesson"), LESSONS, "find_the_bug")
    draws = Random(door.count(seed, "seed"))
    slip, *others = draws.sample(_fit(lesson), CHOICES)
    choices = tuple(draws.sample([slip, *others], CHOICES))
    if isinstance(slip, Misprint):
        begins = tuple(
            f"spoil {one.line} in another way"
            if one.line in slip.lines
            else f"begin at {one.line}, which is right"
            for one in choices
        )
        return Bug(pages.misprinted(slip), slip, choices, begins, answer)
    given = network.given if lesson == PROGRAM else seeds.fresh(seed)
    known = decimals.from_given({**given, eta: account.ETA})
    numbers = decimals.run(decimals.program(network.in_order(slip.page)), known)
    page = pages.program(slip) if lesson == PROGRAM else pages.working_of(slip, lesson, numbers)
    begins = tuple(_begins(one, numbers, told=lesson != PROGRAM) for one in choices)
    return Bug(page, slip, choices, begins, answer)


def _begins(choice: Slip, numbers: decimals.Numbers, told: bool) -> str:
    """The first line that this slip would have worked out otherwise, and what it would be."""
    changed = [q for q in LINES if q in choice.changed]
    program = decimals.program({Symbol(f"by_{q}"): choice.page[q] for q in changed})
    found = decimals.run(program, numbers)
    apart = (q for q in changed if not account.same(found[f"by_{q}"], numbers[q.name]))
    line = next(apart, changed[0])
    number = f"{PAPER.plus(found[f'by_{line}']):f}".replace("-", "−")
    return f"make {line} {number}" if told else f"begin at {line}: look there"


def _fit(lesson: int) -> list[Told]:
    """The single slips of a lesson, in lesson 05 of 02 to 04, that change nothing outside."""
    if misprints := [one for one in MISPRINTS if one.lesson == lesson]:
        return misprints
    lessons = [2, 3, 4] if lesson == PROGRAM else [lesson]
    lines = {q for q in LINES if LESSON_OF[q] in lessons}
    return [
        slip
        for slip in SLIPS.values()
        if not slip.parts and not slip.rounds and slip.changed & lines and not slip.outside(lines)
    ]
