"""The page of the live network: the element with its state, and a page that needs nothing else."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mazurnet.display import html, javascript
from mazurnet.display.element import element

JS_FOLDER = Path(__file__).with_name("js")
PAGE_TEMPLATE = Path(__file__).with_name("page.html.j2")


def bundle(entry: str) -> str:
    """The JavaScript of the live network: `element` for any page, `widget` for Jupyter."""
    return javascript.bundle(JS_FOLDER / f"{entry}.js")


def fragment(state: Mapping[str, Any], still: str, *, stage: bool = False) -> str:
    """HTML that shows the live network in any page; `still` stands there where no script runs.

    On a `stage` it fits a slide: 1240 by 640 pixels, or 430 by 860 on a phone.
    """
    return element("mazurnet-live", still, bundle("element"), stage=stage, state=json.dumps(state))


def full_page(state: Mapping[str, Any], still: str) -> str:
    """A page of its own: opened from disk with no network, it works."""
    return html.filled(PAGE_TEMPLATE, live=html.Markup(fragment(state, still)))
