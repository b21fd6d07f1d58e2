"""A real JupyterLab and a real browser, each for as long as a `with` lasts.

The tests and the screenshots share it. JupyterLab gets folders of its own for settings, trust and
running servers, and a copy of the lessons, so that nothing of the reader's or of the checkout is
touched; what is installed into the environment still applies.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import nbformat
from nbformat.sign import NotebookNotary

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHECKOUT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--no-sandbox",  # the sandbox does not start for root, and the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SECONDS = 90  # for a server or a page to be there, on a busy machine
EVERY_CELL = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none", "scrollPastEnd": False}
}

# Asked of the kernel itself: the sign beside its name says `idle` before there is a kernel, and
# cells that are run then lose their outputs and their numbers, and nothing else is heard of them.
KERNEL_IS_IDLE = """() => {
    const opened = window.jupyterapp.shell.currentWidget?.sessionContext;
    const kernel = opened?.isReady ? opened.session?.kernel : null;
    return kernel?.connectionStatus === "connected" && kernel.status === "idle";
}"""

RAN = """() => {
    if (document.querySelector('.jp-RenderedText[data-mime-type$="error"]')) return true;
    const cells = [...document.querySelectorAll('.jp-Notebook .jp-CodeCell')];
    return cells.every(cell => /\\[\\d+\\]/.test(cell.querySelector('.jp-InputPrompt').innerText)
                            || !cell.querySelector('.cm-content').innerText.trim());
}"""


class Lab(NamedTuple):
    """A running JupyterLab: its address, its token, and the folder of lessons it shows."""

    url: str
    token: str
    notebooks: Path

    def open(self, page: "Page", lesson: str) -> None:
        """Show a lesson, and return when its cells are on the page and its kernel is idle."""
        page.goto(f"{self.url}/lab/tree/notebooks/{lesson}?token={self.token}&reset")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=SECONDS * 1000)
        page.wait_for_function(KERNEL_IS_IDLE, timeout=SECONDS * 1000)
        page.wait_for_timeout(1000)  # formulas and pictures settle


@contextmanager
def running(
    folder: Path,
    notebooks: Path,
    settings: Mapping[str, Any] | None = None,
    trusted: Iterable[str] = (),
) -> Iterator[Lab]:
    """JupyterLab, started in `folder` by `python -m mazurnet` on a copy of the notebooks.

    `settings` are a reader's settings, by plugin; `trusted` are notebooks that the reader has run
    and saved, beside the lessons that are trusted as they were shipped. Raises RuntimeError if it
    does not start.
    """
    lessons = Path(shutil.copytree(notebooks, folder / "notebooks"))
    for plugin, choice in (EVERY_CELL | dict(settings or {})).items():
        file = folder / "settings" / f"{plugin}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(choice), encoding="utf-8")
    _sign((lessons / name for name in trusted), folder / "data")
    port, token = _free_port(), "only-on-this-machine"
    command = [sys.executable, "-m", "mazurnet", "lessons", "--no-browser", "--allow-root"]
    command += [f"--port={port}", "--ServerApp.port_retries=0", "--ServerApp.ip=127.0.0.1"]
    command += [f"--IdentityProvider.token={token}", "--LabApp.expose_app_in_browser=True"]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=_environment(folder), stdout=log, stderr=log
        )
    lab = Lab(f"http://127.0.0.1:{port}", token, lessons)
    try:
        _wait_for(lab, server, folder / "server.log")
        yield lab
    finally:
        server.terminate()  # JupyterLab then stops its kernels
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()


def _sign(notebooks: Iterable[Path], jupyter_data: Path) -> None:
    jupyter_data.mkdir(exist_ok=True)
    notary = NotebookNotary(data_dir=str(jupyter_data))
    for notebook in notebooks:
        notary.sign(nbformat.read(notebook, as_version=4))
    notary.store.close()


def _environment(folder: Path) -> dict[str, str]:
    own = {
        "JUPYTER_CONFIG_DIR": folder / "config",
        "JUPYTER_DATA_DIR": folder / "data",
        "JUPYTER_RUNTIME_DIR": folder / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": folder / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": folder / "workspaces",
        "IPYTHONDIR": folder / "ipython",
    }
    path = os.pathsep.join(filter(None, [str(CHECKOUT), os.environ.get("PYTHONPATH")]))
    return os.environ | {name: str(value) for name, value in own.items()} | {"PYTHONPATH": path}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(lab: Lab, server: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + SECONDS
    while server.poll() is None and time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{lab.url}/api/status?token={lab.token}", timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()[-3000:]}")


def browser_path() -> str | None:
    """Where a Chromium is on this machine, if there is one."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def browser() -> Iterator["Browser"]:
    """A headless Chromium. Raises RuntimeError if there is none."""
    from playwright.sync_api import sync_playwright  # here, so that tests can skip without it

    if not (path := browser_path()):
        raise RuntimeError("No Chromium here: install Debian's package chromium.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


def run_all(page: "Page") -> None:
    """Forget the saved outputs, choose Run All Cells from the menu, and wait for the last one.

    A cell that raises ends it too. Raises playwright's TimeoutError if the last one never ends.
    """
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    page.get_by_role("menubar").get_by_text("Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_function(RAN, timeout=SECONDS * 1000)
    page.wait_for_timeout(500)  # the last picture is drawn after its cell has its number
