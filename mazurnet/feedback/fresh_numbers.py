"""Fresh numbers: the same network with other inputs, targets, weights and biases, drawn by seed."""

from decimal import Decimal
from functools import cache
from itertools import pairwise
from random import Random

from sympy import Rational, Symbol, prime

from mazurnet import arguments, network, symbols
from mazurnet.feedback import decimals, outcomes
from mazurnet.feedback.decimals import Numbers
from mazurnet.feedback.page_of_working import BIAS_GRADIENTS

TOLD_APART = Decimal("0.001")  # for their size, two numbers this far apart differ in four digits
LEAST = Decimal("0.0005")  # a number of the page below this is no pleasure to work with


def fresh(seed: int = 0) -> dict[Symbol, Rational]:
    """Other numbers for the article's network, as easy to work with, and the same for a seed.

    All have two decimals at most; no two weights are alike in size. They are chosen so that every
    slip, where it is made, gives a number of its own. Raises TypeError or ValueError unless the
    seed is a whole number from 0 up. Lesson 01 lets you work on them.
    """
    draws = Random(arguments.count(seed, "seed"))
    while True:
        given = _drawn(draws)
        if _slips_stay_apart(decimals.as_decimals({**given, symbols.eta: network.ETA})):
            return given


def _drawn(draws: Random) -> dict[Symbol, Rational]:
    """Inputs and biases above 0, one target low and one high, two or three weights below 0."""
    inputs = draws.sample(range(30, 95, 5), 2)
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
    right = decimals.results(outcomes.page_program(), known)
    if right["b1"] in (right["net_h1"], right["net_h2"]):
        return False  # the inputs would seem not to matter
    unasked = {bias.name for bias in BIAS_GRADIENTS}  # no sheet asks for them
    asked = (line for line in outcomes.slips_by_line() if line not in unasked)
    return all(_stay_apart(line, right) for line in asked)


def _stay_apart(line: str, right: Numbers) -> bool:
    numbers = _with_slips(line, right)
    pairs = [*pairwise(numbers)]
    alike = sum(outcomes.same_number(*pair) for pair in pairs)
    apart = sum(upper - lower > TOLD_APART * max(-lower, upper) for lower, upper in pairs)
    enough = abs(right[line]) >= LEAST
    return enough and alike == _always_alike(line) and alike + apart == len(pairs)


def _with_slips(line: str, right: Numbers) -> list[Decimal]:
    program, slips = outcomes.slips_by_line()[line]
    slipped = decimals.results(program, right)
    return sorted([right[line], *(slipped[f"by_{slip}"] for slip in slips)])


@cache
def _always_alike(line: str) -> int:
    """How many slips give a number that another gives as well, whatever the network."""
    odd = {q: Rational(prime(n), 97) for n, q in enumerate(network.given, start=3)}
    right = outcomes.outcomes(odd).right
    return sum(outcomes.same_number(*pair) for pair in pairwise(_with_slips(line, right)))
