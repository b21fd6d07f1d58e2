"""What the tests in a browser share: when they run, and what a page may not say.

MAZURNET_BROWSER says what to do where Playwright or a browser is missing: unset, skip; `required`,
fail, as CI asks. `later` skips in any case: CI runs these tests in a stage of their own.
"""

import os
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import lab
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page

ASKED = os.environ.get("MAZURNET_BROWSER", "")


def skip_without_a_browser() -> None:
    """Skip the module that calls this at its top, unless its tests can run or must."""
    if ASKED == "later":
        pytest.skip("the browser stage runs it", allow_module_level=True)
    if ASKED == "required":
        return
    pytest.importorskip("playwright", reason="Playwright, which drives a browser, is not installed")
    if not lab.browser_path():
        pytest.skip("no Chromium on this machine", allow_module_level=True)


@contextmanager
def quiet(page: "Page", harmless: Collection[str] = ()) -> Iterator[None]:
    """Fails at its end if an exception left the page, or the console told an unknown error."""
    said, raised = [], []

    def hear(message: "ConsoleMessage") -> None:
        if message.type == "error" and not any(
            re.search(known, message.text) for known in harmless
        ):
            said.append(message.text)

    def catch(error: Exception) -> None:
        raised.append(error)

    page.on("console", hear)
    page.on("pageerror", catch)
    yield
    page.remove_listener("console", hear)
    page.remove_listener("pageerror", catch)
    assert not said, said
    assert not raised, raised
