"""Photograph every slide of every deck, all its parts shown.

python tools/decks.py dist/decks                  a PNG for each slide
python tools/decks.py --sheet docs/pictures       the README's picture of a few of them
"""

import argparse
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import lab
from PIL import Image

from mazurnet.slides import series

LESSONS = sorted((lab.CHECKOUT / "notebooks").glob("*.ipynb"))
SLIDE_SIZE = {"width": 1280, "height": 720}
README_SLIDES = [  # lesson and slide, counted from 0
    ("02_output_deltas", 0), ("01_forward_pass", 7), ("02_output_deltas", 10),
    ("03_hidden_deltas", 1), ("04_updates", 16), ("04_updates", 4),
    ("05_training_curve", 13), ("01_forward_pass", 17), ("01_forward_pass", 18),
]  # fmt: skip
THUMBNAIL_SIZE, GAP, THUMBNAILS_ACROSS = (560, 315), 8, 3
GO_TO_NEXT_SLIDE = """() => {
  if (Reveal.isLastSlide()) return false;
  Reveal.next();
  return true;
}"""
SHOW_ALL_PARTS = "() => { while (Reveal.availableFragments().next) Reveal.nextFragment(); }"


def photographs() -> Iterator[tuple[str, int, bytes]]:
    """Every slide: its lesson, its number, its picture as PNG."""
    with TemporaryDirectory() as folder, lab.browser() as browser:
        series.export(LESSONS, Path(folder))
        for lesson in LESSONS:
            page = browser.new_page(viewport=SLIDE_SIZE)
            page.goto(Path(folder, f"{lesson.stem}.slides.html").as_uri())
            page.wait_for_function("() => window.Reveal && Reveal.isReady()")
            number, more = 0, True
            while more:
                page.evaluate(SHOW_ALL_PARTS)
                page.wait_for_timeout(300)
                yield lesson.stem, number, page.screenshot()
                number, more = number + 1, page.evaluate(GO_TO_NEXT_SLIDE)
            page.close()


def sheet() -> Image.Image:
    """The chosen slides in rows of three."""
    chosen = {(lesson, n): png for lesson, n, png in photographs() if (lesson, n) in README_SLIDES}
    width, height = (side + GAP for side in THUMBNAIL_SIZE)
    down = -(-len(README_SLIDES) // THUMBNAILS_ACROSS)
    together = Image.new("RGB", (THUMBNAILS_ACROSS * width + GAP, down * height + GAP), "#D4D4D4")
    for place, key in enumerate(README_SLIDES):
        picture = Image.open(BytesIO(chosen[key])).resize(THUMBNAIL_SIZE, Image.Resampling.LANCZOS)
        row, column = divmod(place, THUMBNAILS_ACROSS)
        together.paste(picture, (GAP + column * width, GAP + row * height))
    return together


def main() -> None:
    """Write the photographs, or the README's picture, into a folder."""
    parser = argparse.ArgumentParser(description="Photograph the slides.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sheet", action="store_true", help="the README's picture, no other")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.sheet:
        sheet().quantize(method=Image.Quantize.FASTOCTREE).save(
            asked.folder / "slides.png", optimize=True
        )
        return
    for lesson, number, png in photographs():
        (asked.folder / f"{lesson}-{number:02}.png").write_bytes(png)


if __name__ == "__main__":
    main()
