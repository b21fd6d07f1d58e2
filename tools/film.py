"""The live network for the front page: a still and a short film, played in a real browser.

python tools/film.py docs/pictures        writes live.png and live.gif
"""

import argparse
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import lab
from PIL import Image

from mazurnet.live import LiveNetwork

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIZE = {"width": 900, "height": 800}
HEIGHT = 640  # of a picture: the network, its curve, and the three lines below
COLOURS = 64
PHASE, ROUND, MOVE, REST = 1300, 60, 90, 2200  # milliseconds a picture stays
ROUNDS = (1, 2, 3, 5, 8, 12, 20, 35, 60, 100, 180, 320, 560, 1000, 1800, 3200, 5600, 10_000)


def scenes(page: "Page") -> Iterator[int]:
    """Play the film: each step shows one picture and says how long it stays."""
    next_phase = page.get_by_role("button", name="Next phase")
    round_field = page.get_by_role("textbox", name="round")
    rate = page.get_by_role("slider", name="learning rate")
    for _ in range(4):
        yield PHASE
        next_phase.click()
    for number in ROUNDS:
        round_field.fill(str(number))
        round_field.press("Enter")
        yield ROUND * (1 + (number in (1, 100, 10_000)) * 8)
    yield REST
    for key in ("ArrowRight",) * 20 + ("ArrowLeft",) * 33:
        rate.press(key)
        rate.press(key)
        yield MOVE
    yield REST


def _clip(page: "Page") -> dict[str, float]:
    box = page.locator(".live").bounding_box()
    return {**box, "height": HEIGHT}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both pictures. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Film the live network.")
    parser.add_argument("outdir", type=Path)
    outdir = parser.parse_args(arguments).outdir
    frames, durations = [], []
    with TemporaryDirectory() as folder, lab.browser() as browser:
        file = Path(folder) / "live.html"
        LiveNetwork().save(file)
        page = browser.new_page(viewport=SIZE, device_scale_factor=1)
        page.goto(file.as_uri())
        for stays in scenes(page):
            page.mouse.move(0, 0)
            frames.append(Image.open(BytesIO(page.screenshot(clip=_clip(page)))).convert("RGB"))
            durations.append(stays)
        sharp = browser.new_page(viewport=SIZE, device_scale_factor=2)
        LiveNetwork(phase="hidden deltas").save(file)
        sharp.goto(file.as_uri())
        sharp.screenshot(path=outdir / "live.png", clip=_clip(sharp))
    palette = frames[2].quantize(COLOURS)
    first, *rest = [frame.quantize(COLOURS, palette=palette, dither=0) for frame in frames]
    film = outdir / "live.gif"
    first.save(film, save_all=True, append_images=rest, duration=durations, loop=0, optimize=True)
    print(f"{film}: {len(frames)} pictures, {film.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
