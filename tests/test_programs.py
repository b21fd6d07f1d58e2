"""Six lines of NumPy: right ones train as the derivation does, each misprint does not."""

import pytest
from sympy import Symbol

from mazurnet import descent, network, programs, seeds, symbols
from mazurnet.misprints import CHECK, MISPRINTS, ROUND, text

RIGHT = text(ROUND)
NETWORKS = {"the article's": network.given, "fresh(3)": seeds.fresh(3)}
OF_THE_ROUND = [misprint for misprint in MISPRINTS if misprint.program is ROUND]
every_misprint = pytest.mark.parametrize("misprint", OF_THE_ROUND, ids=lambda m: m.what)


def weights(source, given, rounds=1):
    left = programs.run_round(source, given, 0.5, rounds)
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
    left = [tuple(weights(misprint.source, seeds.fresh(3)).values()) for misprint in OF_THE_ROUND]
    assert len({*left}) == len(OF_THE_ROUND)


def test_a_program_leaves_the_numbers_it_was_given_alone():
    given = dict(network.given)
    programs.run_round(RIGHT, given, 0.5, 3)
    assert given == network.given
    assert given[Symbol("w1")] == network.given[symbols.w1]


# A gradient that is checked


def bowl(w):
    return 3 * (w - 1) ** 4


def slope_of_the_bowl(w):
    return 12 * (w - 1) ** 3


OF_THE_CHECK = [misprint for misprint in MISPRINTS if misprint.program is CHECK]
TRIED = {"right": 1, "double": 2, "half": 0.5, "turned": -1, "nearly": 1.001}


def judged(source):
    w = 1.2
    return {
        name: programs.run_check(source, bowl, w, times * slope_of_the_bowl(w))
        for name, times in TRIED.items()
    }


def test_a_check_tells_the_right_gradient_from_wrong_ones():
    assert judged(text(CHECK)) == {**dict.fromkeys(TRIED, False), "right": True}


@pytest.mark.parametrize("misprint", OF_THE_CHECK, ids=lambda m: m.what)
def test_with_a_misprint_it_does_not(misprint):
    assert judged(misprint.source) != judged(text(CHECK))
