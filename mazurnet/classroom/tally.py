"""The tally: how many students of a class got through each step, and which slips they made."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from mazurnet.classroom.marking import Student
from mazurnet.feedback.page_of_working import STEPS, Step
from mazurnet.feedback.slips import SLIPS, Slip


class Tally(NamedTuple):
    """One step in numbers of students, and the slips made in it, the commonest first.

    `right` made no mistake here: what follows from a wrong number before is held against nobody.
    """

    step: Step
    answered: int
    right: int
    slipped: int
    unexplained: int
    slips: tuple[tuple[Slip, int], ...]


def tallies(marked: Iterable[Student]) -> list[Tally]:
    """Every step of the page in numbers, in the order of the lessons."""
    marked = list(marked)
    return [_tally(step, marked) for step in STEPS]


def by_slip(marked: Iterable[Student]) -> tuple[tuple[Slip, int], ...]:
    """How many students made each slip, anywhere."""
    return _commonest(Counter(s for one in marked for s in set().union(*one.made.values())).items())


def _tally(step: Step, marked: list[Student]) -> Tally:
    answered = [one for one in marked if step in one.answered]
    slipped = [one for one in marked if step in one.made]
    unexplained = [one for one in marked if step in one.unexplained]
    right = [one for one in answered if step not in one.made and step not in one.unexplained]
    slips = Counter(slip for one in slipped for slip in one.made[step])
    return Tally(
        step, len(answered), len(right), len(slipped), len(unexplained), _commonest(slips.items())
    )


def _commonest(counts: Iterable[tuple[Slip, int]]) -> tuple[tuple[Slip, int], ...]:
    """Slips and numbers of students, the largest first; equal ones in the order of the lessons."""
    places = {slip: n for n, slip in enumerate(SLIPS.values())}
    return tuple(sorted(counts, key=lambda count: (-count[1], places[count[0]])))
