"""Fresh numbers: the same network with other inputs, targets, weights and biases, drawn by seed."""

from decimal import Decimal
from functools import cache
from itertools import pairwise
from random import Random
from types import CodeType

from sympy import Rational, Symbol

from mazurnet import account, decimals, door, symbols
from mazurnet.decimals import Numbers
from mazurnet.slips import SLIPS
from mazurnet.working import LINES

APART = Decimal("0.001")  # for their size, two numbers this far apart differ in four digits
LEAST = Decimal("0.0005")  # a number of the page below this is no pleasure to work with


def fresh(seed: int = 0) -> dict[Symbol, Rational]:
    """Other numbers for the article's network, as easy to work with, and the same for a seed.

    All have two decimals at most; no two weights are alike in size. They are chosen so that every
    slip, where it is made, gives a number of its own. Raises TypeError or ValueError unless the
    seed is a whole number from 0 up. Lesson 01 lets you work on them.
    """
    draws = Random(door.count(seed, "seed"))
    while True:
        given = _drawn(draws)
        if _slips_stay_apart(decimals.from_given({**given, symbols.eta: account.ETA})):
            return given


def _drawn(draws: Random) -> dict[Symbol, Rational]:
    """Inputs and biases above 0, one target low and one high, two or three weights below 0."""
    inputs = draws.sample(range(10, 95, 5), 2)
    targets = draws.sample([draws.randrange(5, 30, 5), draws.randrange(75, 100, 5)], 2)
    weights = draws.sample(range(10, 95, 5), 8)
    below = draws.sample(range(8), draws.choice([2, 3]))
    signed = [-w if n in below else w for n, w in enumerate(weights)]
    biases = draws.sample(range(10, 70, 5), 2)
    names = (*symbols.inputs, *symbols.targets, *symbols.weights, *symbols.biases)
    numbers = (*inputs, *targets, *signed, *biases)
    return {name: Rational(n, 100) for name, n in zip(names, numbers, strict=True)}


def _slips_stay_apart(known: Numbers) -> bool:
    """Whether each line has a number of its own for each slip that is made in it."""
    right = decimals.run(account.program(), known)
    return all(_stay_apart(line, right) for line in _wrong())


def _stay_apart(line: str, right: Numbers) -> bool:
    program, names = _wrong()[line]
    found = decimals.run(program, right)
    numbers = sorted(found[name] for name in (line, *names))
    return abs(right[line]) >= LEAST and all(map(_apart, pairwise(numbers)))


def _apart(pair: tuple[Decimal, Decimal]) -> bool:
    lower, upper = pair
    return upper - lower > APART * max(map(abs, pair)) or account.same(lower, upper)


@cache
def _wrong() -> dict[str, tuple[CodeType, list[str]]]:
    """For each line a program for it as the slips change it, and the names of what comes out.

    The last line comes first: the smallest numbers stand there, and most draws fail on them.
    """
    slips = [slip for slip in SLIPS.values() if not slip.parts and not slip.rounds]
    wrong: dict[str, tuple[CodeType, list[str]]] = {}
    for line in reversed(LINES):
        changed = {f"by_{s.name}": s.page[line] for s in slips if line in s.changed}
        if changed:
            wrong[line.name] = decimals.program(changed), list(changed)
    return wrong
