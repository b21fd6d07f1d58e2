"""Small programs in JavaScript beside the modules that the page loads, all run by one Node.

Where Node is missing a test is skipped, or fails if MAZURNET_BROWSER is `required`, as CI asks.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any

import pytest

from mazurnet.live.page import JS_FOLDER

SECONDS = 120  # a loop that never ends is a failure, too
MAIN = """import { createInterface } from "node:readline";

const marked = (key, value) =>
  typeof value === "number" && !Number.isFinite(value) ? `<${value}>` : value;

for await (const line of createInterface({ input: process.stdin })) {
  const { program, data } = JSON.parse(line);
  let answer;
  try {
    const { default: asked } = await import(program);
    answer = { said: (await asked(data)) ?? null };
  } catch (error) {
    answer = { raised: String(error?.stack ?? error) };
  }
  const text = JSON.stringify(answer, marked).replace(/"<(NaN|-?Infinity)>"/g, "$1");
  process.stdout.write(text + "\\n");
}
"""


def run(program: str, data: Any = None, changed: Mapping[str, str] | None = None) -> Any:
    """What the function that an ES module exports as its default says to `data`.

    The module imports the page's own as in "./arithmetic.js"; `changed` has another text for some
    of them. Data and answer are JSON, but in the answer NaN and infinity stay what they are.
    """
    if not shutil.which("node"):
        required = os.environ.get("MAZURNET_BROWSER") == "required"
        (pytest.fail if required else pytest.skip)("Node, which runs JavaScript, is not installed")
    texts = {"package.json": '{"type": "module"}', "program.mjs": program, **(changed or {})}
    with TemporaryDirectory() as folder:
        shutil.copytree(JS_FOLDER, folder, dirs_exist_ok=True)
        for name, text in texts.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        line = _answer({"program": Path(folder, "program.mjs").as_uri(), "data": data})
    assert line, f"Node ended, or took more than {SECONDS} seconds"
    answer = json.loads(line)
    assert "raised" not in answer, answer["raised"]
    return answer["said"]


def _answer(asked: Mapping[str, Any]) -> str:
    """The line that Node writes; empty if it ended before."""
    node = _node()
    timer = Timer(SECONDS, node.kill)
    timer.start()
    node.stdin.write(json.dumps(asked) + "\n")
    node.stdin.flush()
    line = node.stdout.readline()
    timer.cancel()
    if not line:
        _node.cache_clear()  # the next program gets another
    return line


@cache
def _node() -> subprocess.Popen:
    """A Node that runs a program for each line it reads, and ends with these tests."""
    command = ["node", "--input-type=module", "--eval", MAIN]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8")
