"""How long slides take: to write a deck, and to show its first slide, opened from the disk.

    python benchmarks/slides.py

Beside it, in turns, the same lesson as nbconvert's own slides, which then still ask the network
for what they need; here there is none, so theirs is the time to a slide without formulas.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import lab
from nbconvert.exporters import get_exporter

if TYPE_CHECKING:
    from playwright.sync_api import Page

LESSONS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
ROUNDS = 5
GOALS = {"bytes": 1_500_000, "seconds": 1.5}


def timed(act: Callable[[], object]) -> tuple[float, object]:
    """How many seconds something takes, and what it returns."""
    began = perf_counter()
    result = act()
    return perf_counter() - began, result


def show(page: "Page", file: Path) -> None:
    """Open a deck; returns when its first slide is there."""
    page.goto(file.as_uri(), wait_until="commit")
    page.locator("section.present h2").first.wait_for()


def main() -> None:
    """Print a line for each lesson."""
    ours, theirs = get_exporter("mazurnet_slides")(), get_exporter("slides")()
    print(f"goals: at most {GOALS['bytes']:,} bytes, {GOALS['seconds']} s to the first slide")
    print("lesson               written (nbconvert's)       bytes   first slide")
    with TemporaryDirectory() as folder, lab.browser() as browser:
        for lesson in LESSONS:
            writing, usual, showing = [], [], []
            for _ in range(ROUNDS):
                seconds, (html, _) = timed(partial(ours.from_filename, str(lesson)))
                writing.append(seconds)
                usual.append(timed(partial(theirs.from_filename, str(lesson)))[0])
                file = Path(folder, "deck.html")
                file.write_text(html, encoding="utf-8")
                page = browser.new_page(viewport={"width": 1280, "height": 720})
                showing.append(timed(partial(show, page, file))[0])
                page.close()
            print(
                f"{lesson.stem:20} {median(writing):6.2f} s ({median(usual):5.2f} s) "
                f"{len(html.encode()):13,} {median(showing):11.2f} s"
            )


if __name__ == "__main__":
    main()
