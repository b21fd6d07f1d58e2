"""Pictures of the lessons: what the command line asks for."""

from pathlib import Path

import pytest
import screenshots

ASKED = {
    "the option first": ["--run", "OUT", "09_any_network", "04_updates"],
    "between": ["OUT", "--run", "09_any_network", "04_updates"],
    "among the lessons": ["OUT", "09_any_network", "--run", "04_updates"],
    "last": ["OUT", "09_any_network", "04_updates", "--run"],
}


@pytest.mark.parametrize("words", ASKED.values(), ids=ASKED)
def test_an_option_stands_wherever_one_likes(words):
    asked = screenshots.asked_for(words)
    assert asked.outdir == Path("OUT")
    assert asked.lessons == ["09_any_network", "04_updates"]
    assert asked.run
    assert asked.theme == "light"


def test_no_lesson_means_all():
    asked = screenshots.asked_for(["OUT", "--theme", "dark"])
    assert (asked.lessons, asked.run, asked.theme) == ([], False, "dark")
