"""A page with a slip in it: the slip is one of the choices, and only its letter is right."""

import re
from dataclasses import replace
from string import ascii_uppercase

import oracle
import pytest
from how_much import sample
from hypothesis import given, settings
from hypothesis import strategies as st

from mazurnet import network
from mazurnet.feedback import fresh_numbers
from mazurnet.feedback.bugs.bug import drawn, find_the_bug
from mazurnet.feedback.verdict import OPEN, RIGHT, UNREADABLE, WRONG

LESSONS = range(1, 11)
BUG = find_the_bug(3, 6)


def letter_of(bug):
    return ascii_uppercase[bug.choices.index(bug.slip)]


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("seed", sample(range(20), one_in=4))
def test_exactly_one_of_five_letters_names_the_slip(lesson, seed):
    bug = find_the_bug(lesson, seed)
    kinds = [replace(bug, answer=letter).verdict.kind for letter in "ABCDE"]
    assert sorted(kinds) == [RIGHT, *[WRONG] * 4]
    assert len({choice.what for choice in bug.choices}) == 5


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_slips_to_choose_from_belong_to_the_lesson_and_change(lesson):
    draws = [drawn(lesson, seed) for seed in range(40)]
    assert {s.lesson for _, choices in draws for s in choices} == (
        {2, 3, 4} if lesson == 5 else {lesson}
    )
    assert len({slip for slip, _ in draws}) >= 5
    assert {choices.index(slip) for slip, choices in draws} == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_page_is_printed_with_the_slip_that_was_drawn(lesson):
    for seed in range(3):
        bug = find_the_bug(lesson, seed)
        assert (bug.slip, bug.choices) == drawn(lesson, seed)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_seed_gives_the_same_bug_twice(lesson):
    assert repr(find_the_bug(lesson, 3)) == repr(find_the_bug(lesson, 3))
    assert find_the_bug(lesson, 3).page == find_the_bug(lesson, 3).page


def test_a_wrong_letter_says_where_to_look_and_not_which_is_right():
    bug = find_the_bug(1, 2, "A")
    assert "It isn't A" in repr(bug)
    assert "out_h1" in bug.verdict.text
    assert bug.slip.what not in bug.verdict.text


def test_small_letters_and_spaces_count_as_well():
    bug = find_the_bug(2, 5)
    assert find_the_bug(2, 5, f" {letter_of(bug).lower()} ").verdict.kind == RIGHT


def test_without_an_answer_it_is_not_answered_yet():
    assert find_the_bug(1, 0).verdict.kind == OPEN
    assert find_the_bug(1, 0, "  ").verdict.kind == OPEN


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.integers(), st.binary(), st.lists(st.integers()), st.booleans()))
def test_any_answer_gets_a_sentence(answer):
    verdict = replace(BUG, answer=answer).verdict
    assert verdict.text
    assert verdict.kind in (OPEN, RIGHT, WRONG, UNREADABLE)


@pytest.mark.parametrize("lesson", [0, 11, -1])
def test_another_lesson_is_refused_in_a_sentence(lesson):
    with pytest.raises(ValueError, match=r"lesson|find_the_bug"):
        find_the_bug(lesson, 0)


def rows_of(page):
    """The lines of a page: name, working, result, with LaTeX taken off the numbers."""
    return [re.findall(r"\$(.*?)\$", row) for row in page.splitlines() if row.startswith("| $")]


def test_the_lines_before_the_slip_are_right_to_four_digits():
    bug = find_the_bug(2, 5)  # the slip is made in the gradients
    mine = oracle.output_layer(
        oracle.forward({str(q): float(n) for q, n in fresh_numbers.fresh(5).items()})
    )
    results = {name: float(result) for name, _, result in rows_of(bug.page)}
    for n in (1, 2):
        assert results[rf"\delta_{{o{n}}}"] == float(f"{mine[f'delta_o{n}']:.4g}")
    wrong = results[r"\frac{\partial E_{total}}{\partial w_{5}}"]
    assert wrong != float(f"{mine['dE_dw5']:.4g}")


def test_a_program_with_the_article_s_slip_ends_where_the_article_s_earlier_edition_does():
    bug = find_the_bug(5, 306)
    assert bug.slip.name == "weights_already_moved"
    start = {str(q): float(n) for q, n in network.given.items()}
    E_end = oracle.forward(oracle.rounds(start, 0.5, 10_000, output_first=True)[-1])["E_total"]
    assert rf"to ${E_end:.2e}".removesuffix("e-05") in bug.page


@pytest.mark.parametrize("lesson", [7, 8, 9, 10])
@pytest.mark.parametrize("seed", range(6))
def test_a_wrong_letter_in_a_short_program_says_whether_its_line_is_right(lesson, seed):
    bug = find_the_bug(lesson, seed)
    for letter, choice in zip("ABCDE", bug.choices, strict=True):
        if choice is not bug.slip:
            said = replace(bug, answer=letter).verdict.text
            line_is_right = choice.line not in bug.slip.lines
            assert said.endswith("which is right.") is line_is_right
            assert choice.line in said
