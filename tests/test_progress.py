"""A bar over a training: it hands on every round, moves, and ends full."""

import pytest

from mazurnet import progress


@pytest.fixture
def bars(monkeypatch):
    shown = []
    monkeypatch.setattr(progress, "display", shown.append)
    return shown


@pytest.mark.parametrize("rounds", [1, 20, 100, 250])
def test_every_round_comes_through_and_the_bar_ends_full(bars, rounds):
    assert [*progress.watched(range(rounds + 1), rounds)] == [*range(rounds + 1)]
    (bar,) = bars
    assert bar.value == bar.max == rounds


def test_the_bar_is_there_before_the_first_round_and_moves_with_it(bars):
    rounds = progress.watched(iter(range(5)), 4)
    assert [bar.value for bar in bars] == [0]
    next(rounds), next(rounds), next(rounds)
    assert [bar.value for bar in bars] == [2]


def test_a_long_training_moves_it_a_hundred_times(bars):
    moves = []
    rounds = progress.watched(range(10_001), 10_000)
    bars[0].observe(moves.append, "value")
    assert sum(1 for _ in rounds) == 10_001
    assert len(moves) == 100


def test_saved_it_says_the_same_every_time_and_shows_a_full_bar():
    bar = progress.Bar(max=20)
    assert repr(bar) == "A bar that fills in 20 rounds."
    assert bar._repr_mimebundle_()["text/html"] == (
        '<progress value="1" max="1" aria-label="20 rounds, all trained"></progress>'
    )


@pytest.mark.parametrize("rounds", [0, -1, 2.5, "20"])
def test_no_rounds_are_refused(bars, rounds):
    with pytest.raises((TypeError, ValueError), match=r"^rounds must be "):
        progress.watched([], rounds)
    assert bars == []


def test_in_a_notebook_that_runs_it_is_a_widget():
    data = progress.Bar(max=20)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data
