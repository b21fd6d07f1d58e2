"""A sheet of answers: a slip is named where it is made, and held against nobody twice.

The answers are those of students who work by hand, each from the numbers they wrote before.
`pytest -s` shows how often a slip was found.
"""

from collections import Counter
from random import Random

import pytest
from how_much import sample, tries
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from student import EVERY_LINE, WRITTEN, answers

from mazurnet import network
from mazurnet.feedback import fresh_numbers, outcomes
from mazurnet.feedback.answer_sheet import FINE, FOLLOWS, ROUNDED, AnswerSheet
from mazurnet.feedback.page_of_working import LINES
from mazurnet.feedback.slips import SLIPS
from mazurnet.feedback.verdict import OPEN, RIGHT, UNREADABLE, WRONG, Verdict
from mazurnet.symbols import b1

ACCOUNT = outcomes.outcomes(fresh_numbers.fresh(7))
ARTICLE = outcomes.outcomes(network.given)
SINGLE = [slip for slip in SLIPS.values() if not slip.parts and not slip.rounds]
kept = pytest.mark.parametrize("digits", [4, 5, 6])


def marks(found, numbers=ACCOUNT):
    return AnswerSheet(found, numbers).marks


def kinds(verdicts):
    return {verdict.kind for verdict in verdicts.values()}


def held_against(verdicts):
    """The lines that are called wrong, each with the names of the slips in it."""
    return {
        line: {slip.name for slip in verdict.slips}
        for line, verdict in verdicts.items()
        if verdict.kind not in (*FINE, FOLLOWS)
    }


def visible(slip, numbers):
    """The lines in which a slip is made and makes a difference to the right numbers."""
    return [q.name for q in LINES if q in slip.changed and q.name in numbers.wrong[slip.name]]


def test_a_slip_is_said_to_happen_where_no_right_answer_rules_it_out():
    told = marks({"net_h1": "0.3775", "net_o1": "1.06709"}, ARTICLE)["net_o1"].text
    assert "the bias b1 is left out" in told
    assert "It happens at net_h2, before net_o1." in told


def test_three_wrong_numbers_before_it_are_named():
    wrong = {"out_h1": "0.700", "delta_o1": "0.2", "delta_o2": "-0.1"}
    told = marks({**wrong, "delta_h1": "0.00630"}, ARTICLE)["delta_h1"].text
    assert told.endswith("follows rightly from your out_h1, delta_o1 and delta_o2.")


@kept
@pytest.mark.parametrize("lines", [EVERY_LINE, WRITTEN], ids=["every line", "no routes"])
@pytest.mark.parametrize("seed", range(12))
def test_where_no_slip_is_made_nothing_is_called_wrong(digits, lines, seed):
    numbers = outcomes.outcomes(fresh_numbers.fresh(seed))
    verdicts = marks(answers(numbers.known, digits=digits, lines=lines), numbers)
    assert [*verdicts] == lines
    assert held_against(verdicts) == {}
    assert kinds(verdicts) <= {RIGHT, ROUNDED}


@kept
def test_nor_on_the_article_itself(digits):
    verdicts = marks(answers(ARTICLE.known, digits=digits), ARTICLE)
    assert kinds(verdicts) <= {RIGHT, ROUNDED}


def test_rounding_on_the_way_is_no_slip_though_the_number_alone_is_wrong():
    found = answers(ACCOUNT.known, digits=3)
    rounded = [line for line, verdict in marks(found).items() if verdict.kind == ROUNDED]
    assert rounded
    alone = [marks({line: found[line]})[line].kind for line in rounded]
    assert WRONG in alone
    assert RIGHT not in alone


def test_a_slip_is_named_where_it_is_made_and_all_the_rest_follows():
    verdicts = marks(answers(ACCOUNT.known, {"net_h2": "forgot_b1"}))
    assert held_against(verdicts) == {"net_h2": {"forgot_b1"}}
    follows = {line for line, verdict in verdicts.items() if verdict.kind == FOLLOWS}
    assert {"out_h2", "net_o1", "E_total", "dE_dw5", "w8_new", "E_total_new"} <= follows
    assert verdicts["net_h1"].kind == verdicts["out_h1"].kind == RIGHT


def test_what_follows_names_the_answer_it_follows_from():
    verdicts = marks(answers(ACCOUNT.known, {"net_h2": "forgot_b1"}))
    assert "net_h2" in verdicts["out_h2"].text
    assert "out_h2" in verdicts["net_o1"].text


def test_three_slips_of_one_student_are_told_one_by_one():
    made = {"net_h2": "forgot_b1", "delta_o1": "forgot_the_output_slope", "dE_dw3": "other_input"}
    named = held_against(marks(answers(ACCOUNT.known, made)))
    assert named.keys() == made.keys()
    assert all(slip in named[line] for line, slip in made.items())


def test_a_slip_in_a_line_that_is_not_asked_for_is_found_in_the_next_that_is():
    found = answers(ACCOUNT.known, {"dout_dnet_o1": "slope_without_out"}, lines=WRITTEN)
    sheet = AnswerSheet(found, ACCOUNT)
    named = held_against(sheet.marks)
    assert named.keys() == {"delta_o1"}
    assert "slope_without_out" in named["delta_o1"]
    slip = SLIPS["slope_without_out"]
    assert sheet.made_in("delta_o1", slip).name == "dout_dnet_o1"


def test_one_answer_is_judged_from_the_start():
    for slip in ("forgot_b1", "forgot_the_half", "only_through_o1"):
        found = str(ACCOUNT.wrong[slip]["E_total_new" if slip == "forgot_b1" else "w1_new"])
        line = "E_total_new" if slip == "forgot_b1" else "w1_new"
        assert slip in held_against(marks({line: found}))[line]


def test_right_answers_before_rule_out_what_would_have_shown_in_them():
    w5_new = f"{ARTICLE.wrong['forgot_eta']['w5_new']:.9f}"
    alone = held_against(marks({"w5_new": w5_new}, ARTICLE))
    assert {"forgot_eta", "forgot_the_half"} <= alone["w5_new"]
    with_gradient = held_against(marks({"dE_dw5": "0.082167041", "w5_new": w5_new}, ARTICLE))
    assert with_gradient == {"w5_new": {"forgot_eta"}}
    doubled = f"{ARTICLE.wrong['forgot_the_half']['dE_dw5']:.9f}"
    with_double = marks({"dE_dw5": doubled, "w5_new": w5_new}, ARTICLE)
    assert "forgot_the_half" in held_against(with_double)["dE_dw5"]
    assert with_double["w5_new"].kind == FOLLOWS


def test_two_slips_that_cancel_are_both_told_where_each_can_be_seen():
    made = {
        "dE_dout_o1": "turned_the_difference",
        "dE_dout_o2": "turned_the_difference",
        "w5_new": "added_the_gradient",
    }
    found = answers(ACCOUNT.known, made, digits=6)
    verdicts = marks(found)
    assert verdicts["w5_new"].kind in (RIGHT, ROUNDED)
    assert {"turned_the_difference"} <= held_against(verdicts)["dE_dout_o1"]


def test_order_of_the_answers_does_not_matter():
    found = answers(ACCOUNT.known, {"net_h2": "forgot_b1"})
    backward = dict(reversed(found.items()))
    assert [*marks(backward).items()] == [*marks(found).items()]


def test_open_and_unreadable_answers_are_told_and_the_others_are_marked_without_them():
    found = answers(ACCOUNT.known, digits=6) | {"net_h1": "", "out_h1": "w5*2", "net_h2": None}
    verdicts = marks(found)
    assert verdicts["net_h1"].kind == verdicts["net_h2"].kind == OPEN
    assert verdicts["out_h1"].kind == UNREADABLE
    others = {line: v for line, v in verdicts.items() if line not in ("net_h1", "out_h1", "net_h2")}
    assert kinds(others) <= {RIGHT, ROUNDED}


def test_a_sheet_of_zeros_is_not_a_right_one():
    verdicts = marks(dict.fromkeys(EVERY_LINE, "0"))
    assert verdicts["net_h1"].kind == verdicts["out_h1"].kind == WRONG
    assert kinds(verdicts) == {WRONG, FOLLOWS}


@pytest.mark.parametrize("answer", ["1", "0.2", "0.5", "0.1"])
def test_one_digit_in_every_box_earns_nothing(answer):
    verdicts = marks(dict.fromkeys(EVERY_LINE, answer))
    assert not kinds(verdicts) & {*FINE, FOLLOWS}


def test_one_digit_follows_from_nothing_and_rough_numbers_lead_not_anywhere():
    rough = {"dE_dout_o1": "1", "dout_dnet_o1": "0.2"}
    assert marks({**rough, "delta_o1": "0.4"})["delta_o1"].kind == WRONG
    assert marks({**rough, "delta_o1": "0.290"})["delta_o1"].kind == WRONG
    assert marks({**rough, "delta_o1": "0.201"})["delta_o1"].kind == FOLLOWS


def test_a_zero_follows_only_where_a_zero_follows():
    assert marks({"out_h1": "1", "dout_dnet_h1": "0"})["dout_dnet_h1"].kind in (ROUNDED, FOLLOWS)
    assert marks({"out_h1": "0.9", "dout_dnet_h1": "0"})["dout_dnet_h1"].kind == WRONG


def test_every_slip_is_named_in_the_line_where_it_is_made(record_property):
    found, alone, missed = 0, 0, []
    seeds = sample(range(8), one_in=4)
    for seed in seeds:
        numbers = outcomes.outcomes(fresh_numbers.fresh(seed))
        for slip in SINGLE:
            for line in visible(slip, numbers)[:1]:
                verdicts = marks(answers(numbers.known, {line: slip.name}), numbers)
                named = held_against(verdicts)
                assert named.keys() <= {line}, (seed, slip.name)
                found += slip.name in named.get(line, ())
                alone += {slip.name} == named.get(line)
                missed += [(seed, slip.name)] if slip.name not in named.get(line, ()) else []
    _say(record_property, "slips found in their line", f"{found} of {found + len(missed)}")
    _say(record_property, "of these told alone", alone)
    assert found > 73 * len(seeds)
    assert missed == []


def test_so_it_is_where_some_answers_are_missing_and_the_slip_is_always_made(record_property):
    draw, seen = Random(4), Counter()
    for _ in range(tries(150)):
        numbers, slip = (
            outcomes.outcomes(fresh_numbers.fresh(draw.randrange(30))),
            draw.choice(SINGLE),
        )
        lines = [line for line in EVERY_LINE if draw.random() < 0.5]
        always = {q.name: slip.name for q in slip.changed}
        found = answers(numbers.known, always, draw.choice([3, 4, 6]), lines)
        first = [*held_against(marks(found, numbers)).values()][:1]
        seen["not visible" if not first else "named" if slip.name in first[0] else "missed"] += 1
    _say(record_property, "slips found first of all, half the answers missing", dict(seen))
    assert seen["named"] > 0.93 * tries(150)
    assert seen["missed"] == 0


def test_three_slips_at_once_are_each_named(record_property):
    draw, named, missed = Random(1), 0, []
    for _ in range(tries(120)):
        numbers = outcomes.outcomes(fresh_numbers.fresh(draw.randrange(20)))
        made = {}
        for slip in draw.sample([s for s in SINGLE if s.name != "weights_already_moved"], 3):
            if lines := visible(slip, numbers):
                made[draw.choice(lines)] = slip.name
        verdicts = marks(answers(numbers.known, made), numbers)
        told = held_against(verdicts)
        assert told.keys() <= made.keys()
        for line, slip in made.items():
            named += slip in told.get(line, ())
            missed += [verdicts[line].kind] if slip not in told.get(line, ()) else []
    _say(record_property, "slips found, three at a time", f"{named} of {named + len(missed)}")
    assert named > 0.91 * 3 * tries(120)
    assert set(missed) <= {RIGHT, ROUNDED, FOLLOWS}  # too small a step to show in four digits


def _say(record_property, what, figure):
    record_property(what, figure)
    print(f"\n{what}: {figure}", end="")


ODD = ["0", "-0", "0.000", "1e999", "-1e999", "1e-999", "abc", "", None, True, [1], float("nan")]
ODD += [10**400, 1, 0.5, "-3e50", 1e308, -1e-308, "0.4398", "−1,5·10⁻³"]


@settings(max_examples=tries(150))
@drawn(
    st.dictionaries(st.sampled_from(EVERY_LINE), st.sampled_from(ODD) | st.floats() | st.text()),
    st.sampled_from([0.5, 0, -1, 1e300]),
)
def test_whatever_is_answered_each_answer_gets_a_verdict(found, eta):
    verdicts = marks(found, outcomes.outcomes(fresh_numbers.fresh(3), eta))
    assert verdicts.keys() == found.keys()
    assert all(isinstance(v, Verdict) and v.text for v in verdicts.values())


@pytest.mark.parametrize("extreme", [-(10**300), 10**300, 0])
def test_on_a_network_out_of_bounds_too(extreme):
    numbers = outcomes.outcomes(network.given | {b1: extreme})
    for answer in ("0.5", "1e300", "-7.123456"):
        verdicts = marks(dict.fromkeys(EVERY_LINE, answer), numbers)
        assert all(verdict.text for verdict in verdicts.values())
