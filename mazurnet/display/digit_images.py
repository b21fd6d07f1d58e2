"""Digit images: handwritten digits as a picture shows them, each with what is said of it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib import rc_context
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from mazurnet.arrays import array_arguments
from mazurnet.display import style
from mazurnet.display.picture import Picture, blank_figure
from mazurnet.display.style import INK

ACROSS, MOST_IMAGES = 6, 12
SIDE, STEP_X, STEP_Y = 112, 150, 255  # pixels
SHADES_OF_INK = {0.25: "#D0D0D0", 0.5: "#A0A0A0", 0.75: "#606060", 1.0: INK}


@rc_context(style.SETTINGS)
def captioned(images: Any, captions: Sequence[str]) -> Picture:
    """Up to twelve square images, a row of numbers from 0 to 1 each, with a caption below.

    Raises TypeError or ValueError for other images, and for as many captions as don't fit.
    Lesson 09.
    """
    rows = array_arguments.array(images, "images", ("images", "pixels"))
    side = round(rows.shape[1] ** 0.5)
    if side**2 != rows.shape[1] or len(rows) > MOST_IMAGES:
        raise ValueError(
            f"images must be {MOST_IMAGES} at most, each a row of as many pixels as a square has, "
            f"not {len(rows)} of {rows.shape[1]}."
        )
    if len(captions) != len(rows):
        raise ValueError(f"captions must be {len(rows)}, one for each image, not {len(captions)}.")
    _, axes = blank_figure()
    inked: dict[float, list[Path]] = {shade: [] for shade in SHADES_OF_INK}
    for n, (row, caption) in enumerate(zip(rows, captions, strict=True)):
        x, y = 49 + STEP_X * (n % ACROSS), 50 + STEP_Y * (n // ACROSS)
        for (down, right), shade in np.ndenumerate(np.round(4 * row).reshape(side, side) / 4):
            if shade in inked:
                inked[shade].append(_square(x + right * SIDE / side, y + down * SIDE / side, side))
        axes.text(x + SIDE / 2, y + SIDE + 14, caption, color=INK, size=style.SMALL, ha="center",
                  va="top", gid=f"caption {n}")  # fmt: skip
    for shade, squares in inked.items():  # one path for each shade: hundreds of squares are heavy
        if squares:
            path = Path.make_compound_path(*squares)
            axes.add_patch(
                PathPatch(path, color=SHADES_OF_INK[shade], linewidth=0, gid=f"ink {shade}")
            )
    in_words = "; ".join(" ".join(caption.split()) for caption in captions)
    return Picture.of(axes, f"{len(rows)} handwritten digits. {in_words}.")


def _square(x: float, y: float, side: int) -> Path:
    size = SIDE / side
    corners = [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]
    return Path(corners, closed=True)
