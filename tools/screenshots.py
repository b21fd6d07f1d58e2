"""Lessons as a reader sees them: pictures of each page of each lesson in a real JupyterLab.

python tools/screenshots.py OUTDIR                          every lesson, as saved
python tools/screenshots.py OUTDIR 04_updates --theme dark --run
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import lab

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTH, HEIGHT = 1280, 1120
QUIET = {"checkForUpdates": False, "fetchNews": "false"}

SCROLLER = """() => [...document.querySelectorAll('.jp-NotebookPanel *')].find(
    part => part.scrollHeight > part.clientHeight + 1
            && getComputedStyle(part).overflowY.match('auto|scroll'))"""


def pages(page: "Page", stem: Path) -> list[Path]:
    """Save what is open, a picture for each screenful, and say where."""
    page.evaluate("() => window.jupyterapp.shell.collapseLeft()")
    page.mouse.move(0, 0)  # a cell under the mouse shows its toolbar
    page.wait_for_timeout(500)
    panel = page.locator(".jp-NotebookPanel-notebook")
    scroller = page.evaluate_handle(SCROLLER)
    screens = page.evaluate(
        "part => part ? Math.ceil(part.scrollHeight / part.clientHeight) : 1", scroller
    )
    saved = []
    for number in range(screens):
        page.evaluate(
            "([part, n]) => part && (part.scrollTop = n * part.clientHeight)", [scroller, number]
        )
        page.wait_for_timeout(300)
        saved.append(stem.with_name(f"{stem.name}-{number + 1:02}.png"))
        panel.screenshot(path=saved[-1])
    return saved


def asked_for(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line asks for, options before, between or after the lessons."""
    parser = argparse.ArgumentParser(description="Take pictures of the lessons in JupyterLab.")
    parser.add_argument("outdir", type=Path)
    parser.add_argument("lessons", nargs="*", help="such as 04_updates; default: all")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--run", action="store_true", help="run all cells first")
    parser.add_argument("--notebooks", type=Path, default=lab.CHECKOUT / "notebooks")
    return parser.parse_intermixed_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures. Returns the exit code."""
    asked = asked_for(arguments)
    names = [Path(name).stem for name in asked.lessons]
    names = names or sorted(path.stem for path in asked.notebooks.glob("*.ipynb"))
    asked.outdir.mkdir(parents=True, exist_ok=True)
    settings = {
        "@jupyterlab/apputils-extension/themes": {"theme": f"JupyterLab {asked.theme.title()}"},
        "@jupyterlab/apputils-extension/notification": QUIET,
    }
    with (
        tempfile.TemporaryDirectory() as folder,
        lab.running(Path(folder), asked.notebooks, settings) as server,
        lab.browser() as browser,
    ):
        for name in names:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            server.open(page, f"{name}.ipynb")
            if asked.run:
                lab.run_all(page)
            for picture in pages(page, asked.outdir / f"{name}-{asked.theme}"):
                print(picture)
            page.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
