"""Fresh numbers: the same for a seed for ever, easy to work with, and good for everything."""

import random
from hashlib import sha256
from itertools import pairwise

import oracle
import pytest

from mazurnet import descent, forward, fresh, network, symbols
from mazurnet.display import draw, tables
from mazurnet.feedback import fresh_numbers, outcomes
from mazurnet.feedback.checking import check
from mazurnet.feedback.page_of_working import LINES
from mazurnet.feedback.slips import SLIPS
from mazurnet.live import LiveNetwork
from mazurnet.network import equations
from mazurnet.symbols import E_total, b1, inputs, net_h1, net_h2, targets, w5, weights

SEEDS = range(51)
SEVEN = {
    "i1": 0.35, "i2": 0.75, "target_o1": 0.80, "target_o2": 0.25, "b1": 0.35, "b2": 0.30,
    "w1": 0.20, "w2": 0.15, "w3": 0.55, "w4": -0.25, "w5": -0.45, "w6": 0.60, "w7": 0.50,
    "w8": -0.40,
}  # fmt: skip
ALL_200 = "7552478e1d231aa5"  # a digest
each_seed = pytest.mark.parametrize("seed", [0, 7, 199])
SINGLE = [slip for slip in SLIPS.values() if not slip.parts and not slip.rounds]


def test_seed_7_is_the_same_for_ever():
    assert {str(q): float(number) for q, number in fresh(7).items()} == SEVEN


def test_so_are_the_first_two_hundred_whatever_slips_are_added():
    numbers = [[str(number) for number in fresh(seed).values()] for seed in range(200)]
    assert sha256(repr(numbers).encode()).hexdigest()[:16] == ALL_200


def test_another_seed_gives_other_numbers():
    drawn = [tuple(fresh(seed).values()) for seed in SEEDS]
    assert len(set(drawn)) == len(drawn)
    assert fresh() == fresh(0)


def test_drawing_leaves_the_dice_of_others_alone():
    random.seed(1)
    expected = random.random()
    random.seed(1)
    fresh(3)
    assert random.random() == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_fresh_numbers_are_easy_to_work_with(seed):
    given = fresh(seed)
    assert given.keys() == network.given.keys()
    assert all((100 * number).is_Integer and abs(number) < 1 for number in given.values())
    assert all(given[q] > 0 for q in (*inputs, *targets, *symbols.biases))
    sizes = [abs(given[w]) for w in weights]
    assert len(set(sizes)) == 8
    assert len([w for w in weights if given[w] < 0]) in (2, 3)
    assert all(equations[net].subs(given) != given[b1] for net in (net_h1, net_h2))
    low, high = sorted(given[q] for q in targets)
    assert low < 0.3 < 0.7 < high


@pytest.mark.parametrize("seed", SEEDS)
def test_every_slip_where_it_is_made_gives_a_number_of_its_own(seed):
    worked_out = outcomes.outcomes(fresh(seed))
    for slip in SINGLE:
        for line in slip.changed:
            if line.name in worked_out.wrong[slip.name]:
                wrong, right = worked_out.wrong[slip.name][line.name], worked_out.right[line.name]
                assert f"{wrong:.3e}" != f"{right:.3e}", (slip.name, line)
                assert abs(wrong - right) > abs(right) / 1000, (slip.name, line)


@each_seed
def test_a_slip_that_is_made_changes_the_number_unless_the_sign_was_right_anyway(seed):
    worked_out = outcomes.outcomes(fresh(seed))
    hidden = {
        (slip.name, line.name)
        for slip in SINGLE
        for line in slip.changed & set(LINES)
        if line.name not in worked_out.wrong[slip.name]
    }
    upward = {w for w in weights if worked_out.right[f"dE_d{w}"] > 0}
    assert hidden == {("lost_the_sign_of_the_gradient", f"{w}_new") for w in upward}


@each_seed
def test_fresh_numbers_go_wherever_the_given_ones_go(seed):
    given = fresh(seed)
    theirs = {str(q): float(number) for q, number in given.items()}
    ours = descent.backward(given)
    expected = oracle.forward(theirs)
    found = {str(q): number for q, number in ours.items()}
    assert oracle.apart(found, expected) == []
    after = {str(q): number for q, number in descent.step(given, 0.5).items()}
    assert oracle.apart(after, oracle.one_round(theirs, 0.5)) == []
    history = descent.train(given, 0.5, 1000)
    assert history.rounds == 1000
    assert all(later < earlier for earlier, later in pairwise(history[E_total]))
    assert "w5" in draw.signals(forward.forward(given)).alt
    assert "dE/dw5" in draw.blame(ours).alt
    assert len(tables.neurons(ours).rows) == 4
    assert check("w5_new", float(after["w5"]), given).kind == "right"


@each_seed
def test_the_live_network_starts_from_fresh_numbers(seed):
    live = LiveNetwork(fresh(seed))
    assert {q: float(n) for q, n in live.given.items()} == {
        q: float(n) for q, n in fresh(seed).items()
    }
    assert live.equations == network.equations
    assert live.still().alt


@each_seed
def test_fresh_numbers_can_be_changed_by_hand(seed):
    given = fresh(seed) | {w5: 0.123}
    assert check("w5_new", 0.5, given).kind == "wrong"


@pytest.mark.parametrize(
    ("bad", "error"),
    [(-1, ValueError), (0.5, TypeError), ("7", TypeError), (None, TypeError), (True, TypeError)],
)
def test_a_seed_is_a_whole_number(bad, error):
    with pytest.raises(error) as caught:
        fresh_numbers.fresh(bad)
    assert str(caught.value).startswith("seed must be ")
    assert str(caught.value).endswith(".")
