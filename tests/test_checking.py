"""Checking a number worked out by hand: what is said of it, and what is not given away."""

import re
from decimal import Decimal
from fractions import Fraction
from random import Random

import numpy as np
import pytest
import sympy
from how_much import tries
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from student import written
from sympy import Symbol

from mazurnet import arguments, chain, descent, network
from mazurnet.feedback import decimals, fresh_numbers, outcomes, typed_number
from mazurnet.feedback.checking import LINE_NAMES, check, line_of
from mazurnet.feedback.diagnosis import telling
from mazurnet.feedback.outcomes import same_number
from mazurnet.feedback.page_of_working import dE_dw5
from mazurnet.feedback.slips import SLIPS
from mazurnet.feedback.verdict import (
    CUT,
    FEWER,
    OPEN,
    RIGHT,
    ROUNDED,
    TOO_FEW,
    UNREADABLE,
    WRONG,
    Verdict,
    judge,
)
from mazurnet.network import equations, given
from mazurnet.symbols import (
    E_o1,
    E_total,
    b1,
    delta_o1,
    eta,
    i1,
    net_h1,
    net_o1,
    out_h1,
    out_o1,
    target_o1,
    w5,
    w6,
)

ACCOUNT = outcomes.outcomes(given)
NUMBER = re.compile(r"[-−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?")


def names(verdict):
    return {slip.name for slip in verdict.slips}


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("0.0822", RIGHT), ("0.08217", RIGHT), ("0.082167041", RIGHT), ("0,0822", RIGHT),
        (" 0.0822 ", RIGHT), ("8.22e-2", RIGHT), ("8,22·10⁻²", RIGHT), ("+.0822", RIGHT),
        (0.0821670406, RIGHT), (Decimal("0.0822"), RIGHT), (Fraction(822, 10000), RIGHT),
        (np.float64(0.08217), RIGHT), (sympy.Float("0.0821670405642"), RIGHT),
        ("0.0821", CUT), ("0.08216", CUT), ("0.082", FEWER), ("0.08", TOO_FEW), ("0.1", TOO_FEW),
        ("0.0823", ROUNDED), ("0.082168", ROUNDED), ("0.08220", WRONG), ("0.0829", WRONG),
        ("−0.0822", WRONG), ("0.822", WRONG), (0, WRONG),
        ("0.00", WRONG), ("", OPEN), ("  ", OPEN), (None, OPEN),
        ("about 0.08", UNREADABLE), (True, UNREADABLE), ([0.0822], UNREADABLE),
        (float("nan"), UNREADABLE), (w5, UNREADABLE),
    ],
    ids=repr,
)  # fmt: skip
def test_an_answer_to_dE_dw5_gets_its_verdict(answer, kind):
    assert check("dE_dw5", answer).kind == kind


@pytest.mark.parametrize("kind", [RIGHT, CUT, FEWER, TOO_FEW, OPEN, UNREADABLE])
def test_the_sentence_says_the_kind(kind):
    answer = {RIGHT: "0.0822", CUT: "0.0821", FEWER: "0.082", TOO_FEW: "0.08", OPEN: ""}
    key = {FEWER: "right as far as it goes"}.get(kind, kind)
    assert (
        key in str(check("dE_dw5", answer.get(kind, "x"), digits=3 if kind != FEWER else 4)).lower()
    )


def test_as_many_digits_as_are_asked_for_are_wanted():
    assert check("dE_dw5", "0.0822", digits=4).kind == FEWER
    assert check("dE_dw5", "0.08217", digits=4).kind == RIGHT
    assert check("dE_dw5", "0.1", digits=1).kind == RIGHT
    assert "4 digits, not 3" in check("dE_dw5", "0.0822", digits=4).text


def test_an_exact_number_needs_no_further_digits():
    assert check(net_h1, "0.3775", digits=9).kind == RIGHT
    assert check(net_h1, 0.3775).kind == RIGHT


def test_an_answer_is_quoted_as_it_was_typed():
    assert "8,22·10⁻²" in check("dE_dw5", "8,22·10⁻²").text
    assert "−0,0822" in check("dE_dw5", "−0,0822").text


def test_a_number_from_a_forgotten_slope_names_the_slope_and_its_lesson():
    verdict = check("dE_dw5", "0.4398")
    assert names(verdict) == {"forgot_the_output_slope"}
    assert verdict.kind == WRONG
    assert "out (1 − out)" in verdict.text
    assert "lesson 02" in verdict.text
    assert "delta_o1" in verdict.text


@pytest.mark.parametrize(
    ("line", "answer", "slips", "tells"),
    [
        ("w5_new", "0.317832959", {"forgot_the_half", "forgot_eta"}, "dE_dw5"),
        ("w5_new", "0.441083520", {"turned_the_difference", "added_the_gradient"}, "dE_dw5"),
        ("dE_dw1", "0.000877135", {"forgot_the_half", "other_input"}, "delta_h1"),
    ],
)
def test_where_several_slips_fit_all_are_named_and_what_tells_them_apart(
    line, answer, slips, tells
):
    verdict = check(line, answer)
    assert slips <= names(verdict)
    assert all(slip.what[1:] in verdict.text for slip in verdict.slips)
    assert f"{tells} tells them apart" in verdict.text
    assert re.search(r"\bright\b", verdict.text)


@pytest.mark.parametrize(
    "worked_out", [ACCOUNT, outcomes.outcomes(fresh_numbers.fresh(2))], ids=["", "2"]
)
def test_what_is_said_to_tell_slips_apart_is_what_they_lead_to(worked_out):
    pages = {
        slip: decimals.results(decimals.program(network.in_order(slip.page)), worked_out.known)
        for slip in SLIPS.values()
    }
    asked = 0
    for line, slip, text in wrong_answers(worked_out):
        slips = judge(text, line, worked_out).slips
        found = telling(slips, line, worked_out) if len(slips) > 1 else None
        for slip, told in zip(slips, found.numbers if found else (), strict=False):
            page, right = pages[slip][found.line], worked_out.right[found.line]
            assert (told is None) == same_number(page, right), (slip.name, line, found)
            assert told is None or f"{told:.3e}" == f"{page:.3e}"
            asked += 1
    assert asked > 500


def wrong_answers(worked_out, digits=(4, 9)):
    for line in LINE_NAMES:
        for slip in SLIPS:
            if line in worked_out.wrong[slip]:
                for n in digits:
                    yield line, slip, written(worked_out.wrong[slip][line], n)


@pytest.mark.parametrize("seed", [None, 0, 1, 2, 3])
def test_no_sentence_gives_the_right_number_away(seed):
    worked_out = ACCOUNT if seed is None else outcomes.outcomes(fresh_numbers.fresh(seed))
    judged = 0
    for line, _, text in wrong_answers(worked_out):
        verdict = judge(text, line, worked_out)
        if verdict.kind == WRONG:
            judged += 1
            assert not gives_away(verdict.text.replace(text, ""), line, worked_out), verdict.text
    assert judged > 3000


def gives_away(said, line, worked_out):
    """Whether a text has the right number of a line in it, to three digits or more."""
    found = [typed_number.number_in(number) for number in NUMBER.findall(said)]
    right = abs(worked_out.right[line])
    return any(
        n.digits >= 3 and typed_number.TypedNumber("", abs(n.number)).is_rounding_of(right)
        for n in filter(None, found)
    )


def test_the_test_would_notice():
    assert gives_away("It is 0.0822.", "dE_dw5", ACCOUNT)
    assert gives_away("It is −0.08217 here", "dE_dw5", ACCOUNT)
    assert not gives_away("It is 0.08.", "dE_dw5", ACCOUNT)


@pytest.mark.parametrize("line", LINE_NAMES)
def test_hints_come_in_three_sizes_and_only_the_largest_has_the_number(line):
    small, larger, whole = (check(line, "7.77", hint=size) for size in (1, 2, 3))
    right = written(ACCOUNT.right[line], 4)[:-1]
    for verdict in (check(line, "7.77"), small, larger):
        assert not gives_away(str(verdict) + verdict._repr_markdown_(), line, ACCOUNT)
        assert right not in str(verdict) + verdict._repr_markdown_()
    assert "lesson" in str(small.hint)
    assert " = " in str(larger.hint)
    assert not re.search(r"\d\.\d", larger._repr_markdown_().split("$", 1)[1])
    assert gives_away(str(whole.hint).replace(r" \times 10^{", "e").rstrip("}"), line, ACCOUNT)
    assert whole._repr_markdown_().count("&=") == 3


def test_a_hint_waits_until_it_is_asked_for_and_a_right_answer_needs_none():
    assert check("dE_dw5", "0.4398").hint == ""
    assert check("dE_dw5", "0.0822", hint=3).hint == ""
    assert check("dE_dw5", None, hint=1).hint != ""
    assert "0.082" in str(check("dE_dw5", "", hint=3))


def test_three_digits_are_enough_to_name_a_slip():
    assert [slip.name for slip in check("dE_dw5", "0.440").slips] == ["forgot_the_output_slope"]


def test_a_slide_asks_what_is_open_and_nothing_that_is_answered():
    assert check("dE_dw5", None)._repr_mimebundle_()
    assert check("dE_dw5", "0.0822")._repr_mimebundle_() == {}


def test_digits_that_are_not_neighbours_have_not_changed_places():
    assert "changed places" not in check("net_h1", "0.3577").text


@pytest.mark.parametrize(
    ("line", "answer", "said"),
    [
        ("net_o1", "-1.106", "wrong sign"),
        ("net_o1", "2.212", "twice"),
        ("dE_dw5", "0.8217", "1 place too far to the right"),
        ("dE_dw5", "0.0008217", "2 places too far to the left"),
        ("w5_new", "0.4087", "right for w6_new"),
        ("dE_dw5", "0.082267041", "one digit"),
        ("dE_dw5", "0.082617041", "changed places"),
        ("dE_dw5", "0.0821973", "first 3 digits are right"),
        ("dE_dw5", "0.0831", "delta_o1"),
        ("dE_dw5", "0.3", "3 digits"),
    ],
)
def test_of_a_number_no_slip_leads_to_something_is_said_all_the_same(line, answer, said):
    verdict = check(line, answer)
    assert verdict.kind == WRONG
    assert verdict.slips == ()
    assert said in verdict.text


@pytest.mark.parametrize(
    ("what", "line"),
    [
        (net_h1, "net_h1"), ("net_h1", "net_h1"), (E_total, "E_total"), (dE_dw5, "dE_dw5"),
        ("dE_dw5", "dE_dw5"), ("w5_new", "w5_new"), (equations[net_o1], "net_o1"),
        (equations[E_total], "E_total"), (network.opened(E_o1, out_o1), "E_o1"),
        (chain.along(E_total, out_o1, net_o1, w5), "dE_dw5"),
        (chain.along(E_total, out_o1), "dE_dout_o1"),
        (chain.along(E_o1, out_o1, net_o1, out_h1), "dE_o1_dout_h1"),
        (chain.delta(net_o1), "delta_o1"), (chain.delta(net_h1), "delta_h1"),
        (chain.gradient(w5), "dE_dw5"), (chain.along(out_o1, net_o1), "dout_dnet_o1"),
        (network.opened(E_total).diff(w5), "dE_dw5"),
        (sympy.Derivative(network.opened(E_total), w5), "dE_dw5"),
        (out_o1 - target_o1, "dE_dout_o1"),
        (out_o1 * (1 - out_o1), "dout_dnet_o1"), (w5 - eta * delta_o1 * out_h1, "w5_new"),
        (sum(route.product for route in chain.routes(E_total, out_h1)), "dE_dout_h1"),
    ],
    ids=str,
)  # fmt: skip
def test_a_line_may_be_named_in_any_of_the_ways_a_lesson_does(what, line):
    assert line_of(what) == line
    assert check(what, written(ACCOUNT.right[line], 5)).kind == RIGHT


def raises(error, opens_with, *args, **named):
    with pytest.raises(error) as caught:
        check(*args, **named)
    told = str(caught.value)
    assert type(caught.value) is error
    assert told.startswith(opens_with)
    assert told.endswith((".", "?"))
    assert "\n" not in told
    return told


@pytest.mark.parametrize("what", ["w9", "", "dE_dw9", "__import__('os')"])
def test_a_name_that_is_no_line_is_refused_and_the_nearest_one_named(what):
    told = raises(ValueError, arguments.quoted(what), what, "0.5")
    assert re.search(r"Did you mean (\w+)\?", told)[1] in LINE_NAMES


def test_spaces_around_a_name_do_no_harm():
    assert check(" net_h1 ", "0.3775").kind == RIGHT


@pytest.mark.parametrize("what", [w5, i1, "w5", eta])
def test_so_is_what_is_given_and_what_might_be_meant_is_named(what):
    told = raises(ValueError, str(what), what, "0.5")
    assert ("dE_dw5 or w5_new" in told) is (str(what) == "w5")


@pytest.mark.parametrize(
    "what",
    [
        w5 * w6, out_o1**2, 1 / (w5 - Fraction(2, 5)), sympy.log(w5), sympy.sin(w5) + sympy.pi,
        sympy.sqrt(-w5), sympy.Integer(3), sympy.zoo * w5, sympy.Function("f")(w5),
        sympy.Derivative(w5**2, w5), sympy.Piecewise((1, w5 > 0), (2, True)),
        chain.Chain((out_o1, net_o1), (w5 * w6,)),
    ],
    ids=str,
)  # fmt: skip
def test_so_is_a_formula_that_comes_to_no_line(what):
    shown = str(what.product if isinstance(what, chain.Chain) else what)
    assert raises(ValueError, "", what, "0.5").startswith(shown) or "w5" in shown


def test_a_formula_with_an_unknown_quantity_is_refused_by_its_name():
    assert "w9" in raises(ValueError, "", sympy.Symbol("w9") * out_h1, "0.5")


@pytest.mark.parametrize(
    "what", [5, 0.5, None, [1], given, sympy.true, w5 > 0, sympy.Matrix([w5]), object], ids=repr
)
def test_and_so_is_what_is_no_formula(what):
    raises(TypeError, "check takes a formula", what, "0.5")


@pytest.mark.parametrize(
    ("named", "error", "culprit"),
    [
        ({"given": given | {w5: "0.4"}}, TypeError, "w5"),
        ({"given": given | {w5: float("nan")}}, ValueError, "w5"),
        ({"given": {}}, ValueError, "given"),
        ({"given": None}, TypeError, "given"),
        ({"given": [1, 2]}, TypeError, "given"),
        ({"given": given | {E_total: 1}}, ValueError, "given"),
        ({"eta": "0.5"}, TypeError, "eta"),
        ({"eta": None}, TypeError, "eta"),
        ({"eta": float("inf")}, ValueError, "eta"),
        ({"digits": 0}, ValueError, "digits"),
        ({"digits": 2.5}, TypeError, "digits"),
        ({"hint": -1}, ValueError, "hint"),
        ({"hint": "all"}, TypeError, "hint"),
        ({"hint": True}, TypeError, "hint"),
    ],
)
def test_a_network_a_rate_or_a_wish_it_does_not_know_is_refused(named, error, culprit):
    assert raises(error, culprit, "dE_dw5", "0.0822", **named).split()[0].rstrip(",") == culprit


def test_other_numbers_and_another_rate_are_checked_on_their_own():
    assert check("w5_new", "0.3178", eta=1).kind == RIGHT
    assert check("w5_new", "0.3589", eta=1).kind == WRONG
    assert check(net_h1, "0.0275", given | {b1: 0}).kind == RIGHT
    assert names(check(net_h1, "0.3775", given | {b1: 1})) == set()


@pytest.mark.parametrize(
    "text",
    [
        "w5*2", "1/2", "0.4+0.1", "out_o1", "E_total", "0.5;0.5", "{w5}", "$0.0822$", "`0.0822`",
        "__import__('os').environ.__setitem__('RAN', 'yes')", "exec('x=1')", "lambda: 0.0822",
        "Decimal('0.0822')", "(0.0822)", "0.0822 # right", "'0.0822'",
    ],
)  # fmt: skip
def test_what_is_typed_is_never_run(text, monkeypatch):
    def ran(*_, **__):
        pytest.fail("what was typed was compiled or run")

    assert check("dE_dw5", "0.4398").kind == WRONG  # whatever has to be compiled is, by now
    for name in ("eval", "exec", "compile"):
        monkeypatch.setattr(f"builtins.{name}", ran)
    monkeypatch.setattr(sympy, "sympify", ran)
    verdict = check("dE_dw5", text)
    assert verdict.kind == UNREADABLE
    assert "not a number" in verdict.text


def test_nothing_typed_becomes_part_of_the_page_it_is_shown_on():
    verdict = check("dE_dw5", "<b onclick='x'>0.0822</b>")
    assert "<b" not in verdict._repr_markdown_()
    assert len(check("dE_dw5", "x" * 10_000).text) < 200


NUMERALS = st.text("0123456789.,+-−–eE×x·*^10⁻¹²³() \u2009\u202f½٣∞_")
OBJECTS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers()
    | st.decimals() | st.fractions() | st.binary() | st.lists(st.integers())
    | st.dictionaries(st.text(), st.integers())
    | st.integers(300, 6000).map(lambda n: 10**n)
    | st.integers(300, 6000).map(lambda n: Fraction(1234567, 10**n))
    | st.integers(-10**6, 10**6).map(lambda n: Decimal(f"1.234567e{n}"))
    | st.floats().map(np.float64) | st.floats(width=32).map(np.float32)
    | st.lists(st.floats(), max_size=3).map(np.array) | st.integers(-100, 100).map(np.int8)
    | st.fractions().map(lambda f: sympy.Rational(f.numerator, f.denominator))
    | st.floats().map(sympy.Float) | st.sampled_from([sympy.pi, sympy.I, sympy.oo, sympy.nan, w5])
)  # fmt: skip


@settings(max_examples=tries(1500))
@drawn(st.text() | NUMERALS | OBJECTS, st.sampled_from(LINE_NAMES), st.integers(1, 12))
def test_whatever_is_answered_there_is_a_sentence_and_no_error(answer, line, digits):
    verdict = check(line, answer, digits=digits)
    assert isinstance(verdict, Verdict)
    assert verdict.kind in {OPEN, UNREADABLE, RIGHT, CUT, FEWER, TOO_FEW, ROUNDED, WRONG}
    assert verdict.text.strip().endswith(".")
    assert str(verdict)
    assert verdict._repr_markdown_()


@settings(max_examples=tries(300))
@drawn(st.sampled_from(LINE_NAMES), st.integers(2, 12), st.integers(0, 30), st.sampled_from(".,"))
def test_the_true_number_is_right_however_it_is_written(line, digits, seed, mark):
    numbers = fresh_numbers.fresh(seed)
    number = Decimal(written(outcomes.outcomes(numbers).right[line], digits))
    power = f"{number.scaleb(-number.adjusted())}·10^{number.adjusted()}"
    for text in (f"{number:f}".replace(".", mark).replace("-", "−"), power, f"{number:e}"):
        kind = check(line, text, numbers, digits=digits).kind
        assert kind == (TOO_FEW if shows_no_step(line, number, numbers) else RIGHT), text


def shows_no_step(line, number, numbers):
    """Whether a new weight, or the new error, is so short that it rounds the old one as well."""
    old = outcomes.outcomes(numbers).right.get(line.removesuffix("_new"), Decimal(0))
    unit = Decimal(1).scaleb(number.as_tuple().exponent)
    return line.endswith("_new") and abs(number - old) <= unit / 2


def test_a_slip_s_number_may_have_few_digits_and_is_known_all_the_same():
    with_one_digit = {**fresh_numbers.fresh(7)}  # w3 i1 + w4 i2 is 0.005 there
    verdict = check("net_h2", "0.005", with_one_digit)
    assert [slip.name for slip in verdict.slips] == ["forgot_b1"]
    assert check("net_h2", "0.006", with_one_digit).slips == ()


def test_where_digits_cancel_more_are_carried():
    saturated = {**given, Symbol("b2"): 75}  # out_o1 is within 1e-32 of 1
    exact = descent.backward(saturated)[Symbol("delta_o1")]
    assert check("delta_o1", f"{float(exact):.4g}", saturated).kind == RIGHT
    assert check("delta_o1", "0", saturated).kind == WRONG


def test_a_chain_is_known_by_what_it_comes_to_not_by_its_route_alone():
    right = chain.along(*map(Symbol, ("E_total", "out_o1", "net_o1", "w5")))
    wrong = chain.Chain(right.route, (*right.factors[:2], Symbol("out_h2")))
    assert check(right, "0.0822").kind == RIGHT
    raises(ValueError, "This chain comes to dE_dw6, not to dE_dw5", wrong, "0.0822")


def test_zeros_at_the_end_that_a_spreadsheet_drops_are_not_missed():
    ends_in_zero = {**given, Symbol("b1"): Decimal("0.32251")}  # net_h1 is 0.35001
    assert check("net_h1", "0.35", ends_in_zero).kind == RIGHT
    assert check("net_h1", "0.4", ends_in_zero).kind == TOO_FEW


def test_a_short_answer_that_was_cut_is_not_called_right():
    assert check("out_h1", "0.5").kind == WRONG
    assert check("out_h1", "0.5932").kind == CUT


def test_a_5_is_rounded_up_or_down():
    assert check("net_h1", "0.378").kind == RIGHT  # of 0.3775
    assert check("net_h1", "0.377").kind == RIGHT


@pytest.mark.parametrize(
    ("line", "old"),
    [("w1_new", "0.15"), ("w1_new", "0.150"), ("w2_new", "0.2"), ("w3_new", "0.25"),
     ("w4_new", "0.3"), ("w4_new", "0.300"), ("E_total_new", "0.3")],
)  # fmt: skip
def test_an_old_number_that_rounds_the_new_one_shows_no_step(line, old):
    verdict = check(line, old)
    assert verdict.kind == TOO_FEW
    assert str(verdict) == (
        f"{old} is the old {line.removesuffix('_new')} as well: give more digits, to show the step."
    )


@pytest.mark.parametrize("old", ["0.40", "0.400"])
def test_an_old_weight_that_does_not_round_the_new_one_is_wrong(old):
    assert check("w5_new", old).kind == WRONG


def test_where_nothing_moves_the_old_weight_is_right():
    satisfied = {**given, target_o1: Decimal("0.5"), w5: 0, w6: 0, Symbol("b2"): 0}
    assert check("w5_new", "0", satisfied).kind == RIGHT


@pytest.mark.parametrize("line", ["w1_new", "w2_new", "w3_new", "w4_new", "E_total_new"])
@pytest.mark.parametrize("times", ["0.8", "0.9", "1.1", "1.2"])
def test_a_step_of_another_size_is_no_rounding(line, times):
    right, old = ACCOUNT.right[line], ACCOUNT.right[line.removesuffix("_new")]
    assert check(line, f"{old + Decimal(times) * (right - old):.9g}").kind == WRONG


def test_two_digits_that_were_cut_are_cut():
    assert check("net_h1", "0.37", {**given, Symbol("b1"): Decimal("0.3502")}).kind == CUT
    assert check("out_h1", "0.59").kind == FEWER


@pytest.mark.parametrize("numbers", [given, fresh_numbers.fresh(1), fresh_numbers.fresh(2)])
def test_what_tells_slips_apart_never_gives_the_right_number_away(numbers):
    found, draws = outcomes.outcomes(numbers), Random(4)
    for line in LINE_NAMES:
        spoilt = [SLIPS[slip] for slip, wrong in found.wrong.items() if line in wrong]
        secret = abs(Decimal(f"{found.right[line]:.3e}"))
        for _ in range(40):
            told = telling(draws.sample(spoilt, 2), line, found)
            assert told is None or secret not in {abs(n) for n in told.numbers if n is not None}
