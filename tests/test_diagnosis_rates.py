"""How often a wrong number is told rightly: measured on many networks, and held to it.

On the article's and 25 fresh ones each time, on the article's and 200 in the long stage. The
figures stand below the dots.
"""

from collections import Counter, defaultdict
from decimal import Decimal
from random import Random

import pytest
from how_much import sample
from student import written

from mazurnet import network
from mazurnet.feedback import diagnosis, fresh_numbers, outcomes, typed_number
from mazurnet.feedback.page_of_working import LINES
from mazurnet.feedback.slips import SLIPS
from mazurnet.feedback.verdict import FEWER, RIGHT, TOO_FEW, WRONG, judge, kind_of

FRESH = sample(range(200), one_in=8)
DIGITS = (4, 6, 9)
TRIES = 6  # of wrong numbers for each line of each network
NAMES = [line.name for line in LINES]


@pytest.fixture(scope="module")
def accounts():
    """The article's network and the fresh ones, worked out with every slip."""
    return [outcomes.outcomes(given) for given in (network.given, *map(fresh_numbers.fresh, FRESH))]


@pytest.fixture
def report(record_property):
    """Says what was measured, in the output and in a report."""

    def say(what, figure):
        record_property(what, figure)
        print(f"\n{what}: {figure}", end="")

    return say


def wrong_numbers(accounts, digits):
    """Every wrong number as it is written, where, and the slips that were made to get it."""
    for numbers in accounts:
        for line in NAMES:
            made = defaultdict(set)
            for slip, wrong in numbers.wrong.items():
                if line in wrong:
                    made[written(wrong[line], digits)].add(slip)
            for text, slips in made.items():
                yield numbers, line, text, slips


def diagnosed(text, line, numbers):
    """The kind of verdict, and the names of the slips in it: `judge` without its sentences."""
    number = typed_number.number_in(text)
    kind = kind_of(number, line, numbers)
    if kind in (RIGHT, FEWER, TOO_FEW):
        return kind, set()
    slips, _ = diagnosis.fitting(number, line, numbers)
    return kind, {slip.name for slip in slips}


@pytest.mark.parametrize("digits", DIGITS)
def test_the_slip_that_was_made_is_always_in_the_diagnosis(accounts, report, digits):
    missed, many, kinds = [], Counter(), Counter()
    for numbers, line, text, made in wrong_numbers(accounts, digits):
        kind, slips = diagnosed(text, line, numbers)
        kinds[kind] += len(made)
        if kind in (
            RIGHT,
            FEWER,
            TOO_FEW,
        ):  # such as the 0.00 left of 0.0004
            continue
        many[len(slips)] += len(made)
        missed += [(line, text, slip) for slip in made - slips]
    report(f"slips made, written with {digits} digits", kinds.total())
    report("of these rounded to the right number, and called that", kinds[RIGHT] + kinds[FEWER])
    report("not in the diagnosis", len(missed))
    report("told alone", f"{many[1] / many.total():.1%}, at most {max(many)} together")
    assert kinds.total() > 2000 * len(accounts)
    assert missed == []


def test_the_sentences_name_the_slips_that_were_counted(accounts):
    draw = Random(1)
    for _ in range(3000):
        numbers, line, digits = draw.choice(accounts), draw.choice(NAMES), draw.choice(DIGITS)
        slip = draw.choice([slip for slip in SLIPS if line in numbers.wrong[slip]])
        text = written(numbers.wrong[slip][line], digits)
        verdict = judge(text, line, numbers)
        kind, slips = diagnosed(text, line, numbers)
        assert {found.name for found in verdict.slips} == slips
        assert slip in slips or verdict.kind == kind
        if verdict.kind == WRONG:
            assert all(found.what[1:] in verdict.text for found in verdict.slips)


def test_the_true_number_is_never_called_wrong(accounts, report):
    verdicts = [
        (judge(written(numbers.right[line], digits), line, numbers).kind, line, digits)
        for numbers in accounts
        for line in NAMES
        for digits in range(2, 13)
    ]
    kinds = Counter(kind for kind, _, _ in verdicts)
    report("true numbers, with 2 to 12 digits", dict(kinds))
    assert kinds.total() == len(accounts) * 46 * 11
    assert set(kinds) == {RIGHT, FEWER, TOO_FEW}
    # What shows no step is a new value, and short.
    assert all(q.endswith("_new") and n < 6 for kind, q, n in verdicts if kind == TOO_FEW)


@pytest.mark.parametrize(("digits", "at_most"), [(4, 0.03), (6, 0.001)])
def test_a_number_that_is_simply_wrong_is_rarely_given_a_cause(accounts, report, digits, at_most):
    draw, wrong, told = Random(digits), Counter(), Counter()
    for numbers in accounts:
        for line in NAMES:
            third, treble = sorted((numbers.right[line] / 3, numbers.right[line] * 3))
            for _ in range(TRIES):
                number = third + (treble - third) * Decimal(repr(draw.random()))
                verdict = judge(written(number, digits), line, numbers)
                wrong[line] += verdict.kind == WRONG
                told[line] += verdict.kind == WRONG and bool(verdict.slips)
    rate = told.total() / wrong.total()
    worst = max(NAMES, key=lambda line: told[line] / wrong[line])
    report(f"wrong numbers with {digits} digits that were given a cause", f"{rate:.3%}")
    report("most often at", f"{worst}: {told[worst] / wrong[worst]:.2%} of {wrong[worst]}")
    assert wrong.total() > 0.9 * TRIES * len(NAMES) * len(accounts)
    assert rate < at_most
