"""`python -m mazurnet` finds the lessons, trusts them and hands over to JupyterLab."""

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.sign import NotebookNotary
from nbformat.v4 import new_code_cell, new_notebook, new_output

from mazurnet.terminal import commands as command
from mazurnet.terminal import lessons as places


@pytest.fixture
def lessons(tmp_path, monkeypatch):
    """A folder of two lessons, in a current directory with a trust store of its own."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name in (places.FIRST_LESSON, "01_forward_pass.ipynb"):
        html = new_output("display_data", {"text/html": f"<b>{name}</b>"})
        nbformat.write(new_notebook(cells=[new_code_cell("1", outputs=[html])]), folder / name)
    return folder


@pytest.fixture
def started(monkeypatch):
    """What JupyterLab was started with, instead of starting it."""
    arguments = []
    monkeypatch.setattr("jupyterlab.labapp.main", arguments.extend)
    return arguments


@pytest.mark.parametrize("words", [[], ["lessons"]])
def test_it_opens_the_first_lesson(words, lessons, started):
    assert command.main(words) == 0
    assert started == [str(lessons / places.FIRST_LESSON), f"--ServerApp.root_dir={lessons.parent}"]


@pytest.mark.parametrize("words", [[], ["lessons"]])
def test_further_options_go_to_jupyterlab(words, lessons, started):
    assert command.main([*words, "--no-browser", "--port", "9999"]) == 0
    assert started[2:] == ["--no-browser", "--port", "9999"]


def trusted(folder):
    """Which of the notebooks in a folder Jupyter trusts, in the order of their names."""
    notary = NotebookNotary()
    notebooks = [nbformat.read(path, as_version=4) for path in sorted(folder.glob("*.ipynb"))]
    answers = [notary.check_signature(notebook) for notebook in notebooks]
    notary.store.close()
    return answers


def ship(folder, monkeypatch):
    """Have these notebooks be the lessons that this version ships."""
    prints = {path.name: places.fingerprint_of(path.read_bytes()) for path in folder.iterdir()}
    shipped = folder.parent / "shipped.json"
    shipped.write_text(json.dumps(prints), encoding="utf-8")
    monkeypatch.setattr(places, "SHIPPED", shipped)


def test_a_lesson_is_trusted_as_it_was_shipped(lessons, started, monkeypatch):
    ship(lessons, monkeypatch)
    assert trusted(lessons) == [False, False]
    command.main([])
    assert trusted(lessons) == [True, True]


def test_a_stranger_s_notebook_and_a_changed_lesson_are_not(lessons, started, monkeypatch):
    ship(lessons, monkeypatch)
    shutil.copy(lessons / "01_forward_pass.ipynb", lessons / "homework.ipynb")
    changed = lessons / "01_forward_pass.ipynb"
    changed.write_bytes(changed.read_bytes().replace(b"<b>", b"<script>0</script><b>"))
    command.main([])
    assert [*zip(sorted(p.name for p in lessons.iterdir()), trusted(lessons), strict=True)] == [
        ("00_start_here.ipynb", True),
        ("01_forward_pass.ipynb", False),
        ("homework.ipynb", False),
    ]


def test_line_ends_change_no_lesson(lessons, started, monkeypatch):
    ship(lessons, monkeypatch)
    for path in lessons.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    command.main([])
    assert trusted(lessons) == [True, True]


def test_the_shipped_lessons_are_those_of_this_version():
    """`tools/execute.py` keeps their fingerprints when it writes them."""
    notebooks = Path(places.__file__).parent.parent.parent / "notebooks"
    prints = {p.name: places.fingerprint_of(p.read_bytes()) for p in notebooks.glob("*.ipynb")}
    assert json.loads(places.SHIPPED.read_text(encoding="utf-8")) == prints


def test_lessons_are_found_beside_the_package(tmp_path, lessons, monkeypatch):
    away = tmp_path / "elsewhere"
    away.mkdir()
    monkeypatch.chdir(away)
    monkeypatch.setattr(places, "__file__", str(tmp_path / "mazurnet" / "terminal" / "lessons.py"))
    assert places.folder() == lessons


def test_no_lessons_is_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    away = tmp_path / "site" / "mazurnet" / "terminal" / "lessons.py"
    monkeypatch.setattr(places, "__file__", str(away))
    assert command.main([]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith("The lessons are not here")


def test_no_jupyterlab_is_one_sentence(lessons, monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert command.main([]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith("JupyterLab is missing")


def test_an_unknown_command_says_which_there_are(capsys):
    with pytest.raises(SystemExit) as stop:
        command.main(["sing"])
    assert stop.value.code == 2
    assert "lessons" in capsys.readouterr().err


def test_importing_it_loads_nothing_heavy():
    heavy = "{'nbformat', 'jupyterlab', 'sympy', 'numpy', 'matplotlib', 'ipywidgets'}"
    check = f"import sys, mazurnet.__main__; print(sorted({heavy} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_a_notebook_that_cannot_be_read_does_not_stop_the_others(lessons, started):
    (lessons / "Untitled.ipynb").write_text("", encoding="utf-8")
    assert command.main(["lessons"]) == 0
    assert started
