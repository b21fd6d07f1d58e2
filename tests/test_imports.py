"""What an import loads, in a process of its own: a lesson pays for what it shows."""

import pkgutil
import subprocess
import sys

import pytest

import mazurnet

ROOMS = "import mazurnet.display, mazurnet.feedback, mazurnet.live"
TEXT = "from mazurnet.display import compare, steps, table, use_article_notation"
DRAWS = ("matplotlib", "numpy")
MOVES = ("IPython", "ipywidgets", "anywidget")
LEARNS = ("sklearn", "scipy")
MODULES = [m.name for m in pkgutil.walk_packages(mazurnet.__path__, "mazurnet.")]


def python(*words, cwd=None):
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, cwd=cwd)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    ("line", "unwanted"),
    [
        (ROOMS, ("sympy", *DRAWS, *MOVES, *LEARNS)),
        ("from mazurnet.feedback import check", (*DRAWS, *MOVES, *LEARNS)),
        (TEXT, (*DRAWS, *MOVES, *LEARNS)),
        ("import mazurnet.network_file", (*DRAWS, *MOVES, *LEARNS)),
        ("from mazurnet.live import LiveNetwork; LiveNetwork()", (*DRAWS, *LEARNS)),
        ("from mazurnet.display import curves, draw", (*MOVES, *LEARNS)),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_nothing_is_loaded_before_it_is_used(line, unwanted):
    loaded = python("-c", f"import sys; {line}; print(*sys.modules)").split()
    assert [name for name in unwanted if name in loaded] == []


def test_every_module_loads_without_docstrings_and_assertions():
    python("-OO", "-c", f"import {', '.join(m for m in MODULES if m != 'mazurnet.__main__')}")


@pytest.mark.parametrize("words", ["train --rounds 1", "worksheet"])
def test_so_do_the_commands(words, tmp_path):
    assert python("-OO", "-m", "mazurnet", *words.split(), cwd=tmp_path)
