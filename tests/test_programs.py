"""Six lines of NumPy: right ones train as the derivation does, each misprint does not."""

import pytest
from sympy import Symbol

from mazurnet import descent, network, programs, seeds, symbols
from mazurnet.programs import MISPRINTS, ROUND

RIGHT = "\n".join(ROUND.values())
NETWORKS = {"the article's": network.given, "fresh(3)": seeds.fresh(3)}
every_misprint = pytest.mark.parametrize("misprint", MISPRINTS, ids=lambda m: m.what)


def weights(source, given, rounds=1):
    left = programs.run(source, given, 0.5, rounds)
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


@every_misprint
def test_it_is_told_with_where_to_look_and_changes_lines_of_the_round(misprint):
    assert misprint.look.endswith(".")
    assert misprint.lines.keys() <= ROUND.keys()
    assert misprint.lines[misprint.line] != ROUND[misprint.line]
    assert misprint.source != RIGHT


def test_no_two_misprints_leave_the_same_weights():
    left = [tuple(weights(misprint.source, seeds.fresh(3)).values()) for misprint in MISPRINTS]
    assert len({*left}) == len(MISPRINTS)


def test_a_program_leaves_the_numbers_it_was_given_alone():
    given = dict(network.given)
    programs.run(RIGHT, given, 0.5, 3)
    assert given == network.given
    assert given[Symbol("w1")] == network.given[symbols.w1]
