"""Find the bug: a page of working, or a program, with a slip in it that the reader must name."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from string import ascii_uppercase
from typing import Any

from sympy import Symbol

from mazurnet import arguments, network
from mazurnet.feedback import decimals, fresh_numbers
from mazurnet.feedback.bugs import batch_step, gradient_check, printouts, six_lines, way_back
from mazurnet.feedback.bugs.misprint import Misprint
from mazurnet.feedback.bugs.printouts import FOUR_DIGITS, LESSON_OF, LESSON_OF_PROGRAMS
from mazurnet.feedback.outcomes import same_number
from mazurnet.feedback.page_of_working import LINES
from mazurnet.feedback.slips import SLIPS, Slip
from mazurnet.feedback.slips.slip import Told
from mazurnet.feedback.verdict import (
    ANSWER,
    NOT_ANSWERED,
    RIGHT,
    UNREADABLE,
    WRONG,
    Verdict,
    is_blank,
)
from mazurnet.symbols import eta

LAST_LESSON = 10
PROGRAMS = {
    7: six_lines,
    8: gradient_check,
    9: batch_step,
    10: way_back,
}
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
        if is_blank(self.answer):
            return NOT_ANSWERED
        letter = str.strip(self.answer).upper() if isinstance(self.answer, str) else None
        if letter is None or letter not in [*letters]:
            text = f"{arguments.quoted(self.answer)} is none of the letters A to {letters[-1]}."
            return Verdict(UNREADABLE, text)
        chosen, begins = (each[letters.index(letter)] for each in (self.choices, self.begins))
        if chosen is self.slip:
            return Verdict(RIGHT, f"{letter} it is. {chosen.sentences}")
        return Verdict(WRONG, f"It isn't {letter}. That would {begins}.")

    def _repr_markdown_(self) -> str:
        return (
            f"{self.page}\n\nWhich slip is it?\n\n{self._listed('- **{}** {}.')}\n\n{self.verdict}"
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        letter = ascii_uppercase[self.choices.index(self.slip)]
        return {ANSWER: {"told": f"{letter}. {self.slip.sentences}"}}

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
    slip, choices = drawn(lesson, seed)
    printed, begins = (
        _misprinted(slip, choices) if lesson in PROGRAMS else _worked(slip, choices, lesson, seed)
    )
    return Bug(printed, slip, choices, tuple(begins), answer)


def drawn(lesson: int, seed: int) -> tuple[Any, tuple[Any, ...]]:
    """The slip that was made, and all that the reader can choose from. Raises as `find_the_bug`."""
    arguments.count(lesson, "lesson", least=1, most=LAST_LESSON)
    draws = Random(arguments.count(seed, "seed"))
    slip, *others = draws.sample(_slips_of(lesson), CHOICES)
    return slip, tuple(draws.sample([slip, *others], CHOICES))


def _misprinted(slip: Misprint, choices: Sequence[Misprint]) -> tuple[str, list[str]]:
    """A short program with the slip in it, and what each of the choices would have spoilt."""
    came = PROGRAMS[slip.lesson].what_comes_of(slip.source)
    begins = [
        f"spoil {choice.line} in another way"
        if choice.line in slip.lines
        else f"begin at {choice.line}, which is right"
        for choice in choices
    ]
    return printouts.with_what_comes_of_it(slip.source, came), begins


def _worked(slip: Slip, choices: Sequence[Slip], lesson: int, seed: int) -> tuple[str, list[str]]:
    """A page of working with the slip in it, and where each of the choices would have begun."""
    given = network.given if lesson == LESSON_OF_PROGRAMS else fresh_numbers.fresh(seed)
    known = decimals.as_decimals({**given, eta: network.ETA})
    numbers = decimals.results(decimals.program(network.in_order(slip.page)), known)
    begins = [_begins(choice, numbers) for choice in choices]
    if lesson == LESSON_OF_PROGRAMS:  # it prints no numbers
        return printouts.printed_program(slip), [f"begin at {q}: look there" for q, _ in begins]
    working = printouts.working_of(slip, lesson, numbers)
    return working, [f"make {q} {number}" for q, number in begins]


def _begins(choice: Slip, numbers: decimals.Numbers) -> tuple[Symbol, str]:
    """The first line that this slip would have worked out otherwise, and what it would be."""
    changed = [q for q in LINES if q in choice.changed]
    program = decimals.program({Symbol(f"by_{q}"): choice.page[q] for q in changed})
    otherwise = decimals.results(program, numbers)
    apart = (q for q in changed if not same_number(otherwise[f"by_{q}"], numbers[q.name]))
    line = next(apart, changed[0])
    return line, f"{FOUR_DIGITS.plus(otherwise[f'by_{line}']):f}".replace("-", "−")


def _slips_of(lesson: int) -> Sequence[Told]:
    """The single slips of a lesson, in lesson 05 of 02 to 04, that change nothing outside."""
    if lesson in PROGRAMS:
        return PROGRAMS[lesson].MISPRINTS
    lessons = [2, 3, 4] if lesson == LESSON_OF_PROGRAMS else [lesson]
    lines = {q for q in LINES if LESSON_OF[q] in lessons}
    return [
        slip
        for slip in SLIPS.values()
        if not slip.parts and not slip.rounds and slip.changed & lines and not slip.outside(lines)
    ]
