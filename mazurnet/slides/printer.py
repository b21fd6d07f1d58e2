"""Decks as PDF, one page a slide, printed by a browser that is on the machine."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
SWITCHES = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--virtual-time-budget=20000",  # milliseconds of the page's own clock, to lay its pages out
)
SECONDS = 120
TRIES = 6
PAGE = re.compile(rb"/Type\s*/Page\b")


def browser() -> str:
    """The browser that prints. Raises FileNotFoundError, in a sentence, if there is none."""
    for found in (*map(shutil.which, NAMES), *filter(os.path.exists, PLACES)):
        if found:
            return found
    raise FileNotFoundError(
        "A PDF needs Chromium, Chrome or Edge, and none is on this machine: install one of them, "
        "or leave --pdf out."
    )


def pdf(deck: bytes, pages: int, with_browser: str) -> bytes:
    """A deck as PDF of so many pages. Raises OSError, in a sentence, if the browser prints others.

    A browser without a window now and then prints before the pages are laid out; then it is asked
    again.
    """
    for _ in range(TRIES):
        paper = _printed(deck, with_browser)
        found = len(PAGE.findall(paper))
        if found == pages:
            return paper
    raise OSError(f"{with_browser} has printed {found} pages of {pages}, {TRIES} times.")


def _printed(deck: bytes, with_browser: str) -> bytes:
    with TemporaryDirectory(prefix="mazurnet-", ignore_cleanup_errors=True) as aside:
        page, paper = Path(aside, "deck.html"), Path(aside, "deck.pdf")
        page.write_bytes(deck)
        as_root = ["--no-sandbox"] if getattr(os, "getuid", lambda: 1)() == 0 else []
        places = [f"--user-data-dir={Path(aside, 'profile')}", f"--print-to-pdf={paper}"]
        command = [with_browser, *SWITCHES, *as_root, *places, f"{page.as_uri()}?print-pdf"]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
            return paper.read_bytes()
        except (OSError, subprocess.SubprocessError) as failed:
            raise OSError(f"{with_browser} has printed nothing: {failed}") from failed
