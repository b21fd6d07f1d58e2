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
    "--virtual-time-budget=5000",  # milliseconds of the page's own clock, until its fonts are there
)
SECONDS = 120
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


def pdf(paper: bytes, pages: int, with_browser: str) -> bytes:
    """A page for paper as PDF. Raises OSError, in a sentence, if it has not so many pages."""
    printed = _printed(paper, with_browser)
    if (found := len(PAGE.findall(printed))) != pages:
        raise OSError(f"{with_browser} has printed {found} pages of {pages}.")
    return printed


def _printed(html: bytes, with_browser: str) -> bytes:
    with TemporaryDirectory(prefix="mazurnet-", ignore_cleanup_errors=True) as aside:
        page, paper = Path(aside, "slides.html"), Path(aside, "slides.pdf")
        page.write_bytes(html)
        as_root = ["--no-sandbox"] if getattr(os, "getuid", lambda: 1)() == 0 else []
        places = [f"--user-data-dir={Path(aside, 'profile')}", f"--print-to-pdf={paper}"]
        command = [with_browser, *SWITCHES, *as_root, *places, page.as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
            return paper.read_bytes()
        except (OSError, subprocess.SubprocessError) as failed:
            raise OSError(f"{with_browser} has printed nothing: {failed}") from failed
