"""The page code: small modules put together into one text, and a page that needs nothing else."""

import json
import re
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "js"
IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:function|const|class) (\w+))", re.MULTILINE)


@cache
def bundle(entry: str) -> str:
    """A module and all it imports as one text, each in a scope of its own.

    It stands in for a bundler, and asks for no more than these modules use: imports by name, from
    beside them, and exports before a function, a constant or a class.
    """
    written: dict[str, str] = {}

    def write(name: str) -> None:
        if name in written:
            return
        source = (FOLDER / f"{name}.js").read_text(encoding="utf-8")
        for _, below in IMPORT.findall(source):
            write(below)
        body = IMPORT.sub(lambda found: _taken(*found.groups()), source)
        if name != entry:
            names = ", ".join(EXPORT.findall(body))
            body = f"const {name}_js = (() => {{\n{body}return {{ {names} }};\n}})();\n"
        written[name] = EXPORT.sub("", body)

    write(entry)
    return "\n".join(written.values())


def _taken(names: str, module: str) -> str:
    return f"const {{{names.replace(' as ', ': ')}}} = {module}_js;\n"


def element(state: Mapping[str, Any], still: str, *, stage: bool = False) -> str:
    """HTML that shows the live network in any page; `still` stands there where no script runs.

    On a `stage` it fits a slide: 1240 by 640 pixels, or 430 by 860 on a phone.
    """
    script = bundle("element").replace("</script", r"<\/script")
    tag = "mazurnet-live stage" if stage else "mazurnet-live"
    return (
        f'<{tag} state="{escape(json.dumps(state))}">{still}</mazurnet-live>'
        f'<script type="module">\n{script}</script>'
    )


def whole_page(state: Mapping[str, Any], still: str) -> str:
    """A page of its own: opened from disk with no network, it works."""
    return f"""<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Backpropagation, live</title>
<style>
:root {{ color-scheme: light dark }}
body {{ margin: 0 auto; max-width: 1280px }}
h1 {{ font: 600 1.2rem system-ui, sans-serif; margin: 0.8rem }}
</style>
<main>
<h1>A step by step backpropagation example, live</h1>
{element(state, still)}</main>
</html>
"""
