"""Programs of the lessons: right ones do as the derivation does, each misprint does not."""

import re

import numpy as np
import pytest
from sympy import Symbol

from mazurnet import descent, network, symbols
from mazurnet.arrays import layers, matrices
from mazurnet.feedback import fresh_numbers
from mazurnet.feedback.bugs import batch_step, gradient_check, six_lines
from mazurnet.feedback.bugs.batch_step import digits
from mazurnet.feedback.bugs.bug import PROGRAMS
from mazurnet.feedback.bugs.misprint import source_text

MISPRINTS = [one for program in PROGRAMS.values() for one in program.MISPRINTS]
RIGHT = source_text(six_lines.PROGRAM)
NETWORKS = {"the article's": network.given, "fresh(3)": fresh_numbers.fresh(3)}
every_misprint = pytest.mark.parametrize("misprint", six_lines.MISPRINTS, ids=lambda m: m.what)


def weights(source, given, rounds=1):
    left = six_lines.run(source, given, 0.5, rounds)
    return dict(zip(symbols.weights, map(float, (*left["W1"].flat, *left["W2"].flat)), strict=True))


@pytest.mark.parametrize("given", NETWORKS.values(), ids=NETWORKS)
def test_six_lines_are_a_round_of_the_derived_code(given):
    end = descent.train(given, 0.5, 100).at(100)
    expected = {w: end[w] for w in symbols.weights}
    assert weights(RIGHT, given, 100) == pytest.approx(expected, rel=1e-12, abs=0)


@every_misprint
@pytest.mark.parametrize("given", NETWORKS.values(), ids=NETWORKS)
def test_a_misprint_runs_and_leaves_other_weights(misprint, given):
    found, right = weights(misprint.source, given), weights(RIGHT, given)
    assert max(abs(found[w] - right[w]) for w in right) > 1e-6


@pytest.mark.parametrize("misprint", MISPRINTS, ids=lambda m: m.what)
def test_it_is_told_with_where_to_look_and_changes_lines_of_its_program(misprint):
    assert misprint.look.endswith(".")
    assert misprint.lines.keys() <= misprint.program.keys()
    assert misprint.lines[misprint.line] != misprint.program[misprint.line]


def test_no_two_misprints_leave_the_same_weights():
    sources = [misprint.source for misprint in six_lines.MISPRINTS]
    left = {tuple(weights(source, fresh_numbers.fresh(3)).values()) for source in sources}
    assert len(left) == len(sources)


def test_a_program_leaves_the_numbers_it_was_given_alone():
    given = dict(network.given)
    six_lines.run(RIGHT, given, 0.5, 3)
    assert given == network.given
    assert given[Symbol("w1")] == network.given[symbols.w1]


# A gradient that is checked


def bowl(w):
    return 3 * (w - 1) ** 4


def slope_of_the_bowl(w):
    return 12 * (w - 1) ** 3


TRIED = {"right": 1, "double": 2, "half": 0.5, "turned": -1, "nearly": 1.001}


def judged(source):
    w = 1.2
    return {
        name: gradient_check.run(source, bowl, w, times * slope_of_the_bowl(w))
        for name, times in TRIED.items()
    }


def test_a_check_tells_the_right_gradient_from_wrong_ones():
    assert judged(source_text(gradient_check.PROGRAM)) == {
        **dict.fromkeys(TRIED, False),
        "right": True,
    }


@pytest.mark.parametrize("misprint", gradient_check.MISPRINTS, ids=lambda m: m.what)
def test_with_a_misprint_it_does_not(misprint):
    assert judged(misprint.source) != judged(source_text(gradient_check.PROGRAM))


# A step with a batch

LEARN, HELD_OUT = digits()
START = layers.random_layers((64, 30, 10), ("tanh", "softmax"), seed=1)


def after_a_round(source):
    return [part for layer in batch_step.run(source, LEARN, 1) for part in layer[:2]]


def test_the_lines_of_a_batch_train_as_matrices_do():
    how = {"loss": "cross-entropy", "biases": True, "batch": batch_step.SIZE}
    *_, (_, expected) = matrices.train(*LEARN, START, batch_step.RATE, 1, **how)
    for found, right in zip(
        after_a_round(source_text(batch_step.PROGRAM)),
        [part for layer in expected for part in layer[:2]],
        strict=True,
    ):
        np.testing.assert_allclose(found, right, rtol=1e-9, atol=1e-12)


def test_each_misprint_in_them_trains_to_something_else_of_its_own():
    sources = [
        source_text(batch_step.PROGRAM),
        *(misprint.source for misprint in batch_step.MISPRINTS),
    ]
    ends = [np.concatenate([part.ravel() for part in after_a_round(s)]) for s in sources]
    for n, end in enumerate(ends):
        assert all(abs(end - other).max() > 1e-6 for other in ends[:n])


def test_how_many_digits_it_reads_hardly_tells_a_slip():
    read = [
        int(re.search(r"read (\d+) of 360", batch_step.what_comes_of(m.source))[1])
        for m in batch_step.MISPRINTS
    ]
    assert sum(338 <= number <= 348 for number in read) == 6
