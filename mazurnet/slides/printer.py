"""Decks as PDF, one page a slide, printed by a browser that is on the machine."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
BROWSER_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
PRINT_SWITCHES = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--virtual-time-budget=5000",  # milliseconds of the page's own clock, until its fonts are there
)
SECONDS_TO_PRINT = 120
PAGE_OF_A_PDF = re.compile(rb"/Type\s*/Page\b")


def browser() -> str:
    """The browser that prints. Raises FileNotFoundError, in a sentence, if there is none."""
    for program in (*map(shutil.which, BROWSER_NAMES), *filter(os.path.exists, BROWSER_PLACES)):
        if program:
            return program
    raise FileNotFoundError(
        "A PDF needs Chromium, Chrome or Edge, and none is on this machine: install one of them, "
        "or leave --pdf out."
    )


def pdf(paper: bytes, pages: int, with_browser: str) -> bytes:
    """A page for paper as PDF. Raises OSError, in a sentence, if it has not so many pages."""
    printed = _printed(paper, with_browser)
    if (pages_printed := len(PAGE_OF_A_PDF.findall(printed))) != pages:
        raise OSError(f"{with_browser} has printed {pages_printed} pages of {pages}.")
    return printed


def _printed(paper: bytes, with_browser: str) -> bytes:
    with TemporaryDirectory(prefix="mazurnet-", ignore_cleanup_errors=True) as aside:
        html_file, pdf_file = Path(aside, "slides.html"), Path(aside, "slides.pdf")
        html_file.write_bytes(paper)
        as_root = ["--no-sandbox"] if getattr(os, "getuid", lambda: 1)() == 0 else []
        written_to = [f"--user-data-dir={Path(aside, 'profile')}", f"--print-to-pdf={pdf_file}"]
        command = [with_browser, *PRINT_SWITCHES, *as_root, *written_to, html_file.as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS_TO_PRINT, check=True)
            return pdf_file.read_bytes()
        except (OSError, subprocess.SubprocessError) as failed:
            raise OSError(f"{with_browser} has printed nothing: {failed}") from failed
