"""Small programs in JavaScript, run by Node beside the modules that the page loads.

Where Node is missing a test is skipped, or fails if MAZURNET_BROWSER is `required`, as CI asks.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from mazurnet.live.page import JS_FOLDER

SECONDS = 120  # a loop that never ends is a failure, too
MAIN = """import { readFileSync } from "node:fs";
import answer from "./program.mjs";

const marked = (key, value) =>
  typeof value === "number" && !Number.isFinite(value) ? `<${value}>` : value;
const said = await answer(JSON.parse(readFileSync(0, "utf8")));
const text = JSON.stringify(said ?? null, marked);
process.stdout.write(text.replace(/"<(NaN|-?Infinity)>"/g, "$1"));
"""


def run(program: str, data: Any = None, changed: Mapping[str, str] | None = None) -> Any:
    """What the function that an ES module exports as its default says to `data`.

    The module imports the page's own as in "./arithmetic.js"; `changed` has another text for some
    of them. Data and answer are JSON, but in the answer NaN and infinity stay what they are.
    """
    node = shutil.which("node")
    if not node:
        required = os.environ.get("MAZURNET_BROWSER") == "required"
        (pytest.fail if required else pytest.skip)("Node, which runs JavaScript, is not installed")
    texts = {"package.json": '{"type": "module"}', "main.mjs": MAIN, "program.mjs": program}
    with TemporaryDirectory() as folder:
        shutil.copytree(JS_FOLDER, folder, dirs_exist_ok=True)
        for name, text in {**texts, **(changed or {})}.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        ended = subprocess.run(
            [node, "main.mjs"],
            cwd=folder,
            input=json.dumps(data),
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
        )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)
