"""Notebooks are written one way only: twice the same bytes, or not at all."""

import json
from pathlib import Path

import execute
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

SLIDER = """\
from ipywidgets import HTML, FloatLogSlider, VBox

shown = HTML("0.5")
eta = FloatLogSlider(value=0.5, min=-2, max=3)
eta.observe(lambda change: setattr(shown, "value", str(change["new"])), "value")
VBox.__repr__ = lambda self: "a slider for eta"
VBox([eta, shown])"""

STREAMS = """\
import sys

print("one", flush=True)
print("two", flush=True)
print("careful", file=sys.stderr, flush=True)
print("three")"""


def lesson(path: Path, *sources: str) -> Path:
    cells = [new_markdown_cell("Prose.", id="prose")]
    cells += [new_code_cell(source, id=f"code-{n}") for n, source in enumerate(sources)]
    nbformat.write(new_notebook(cells=cells), path)
    return path


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    path = lesson(tmp_path_factory.mktemp("notebooks") / "tiny.ipynb", SLIDER, STREAMS, "2 + 2")
    assert execute.main([str(path)]) == 0
    return path


def test_a_second_run_writes_the_same_bytes(written):
    once = written.read_bytes()
    assert execute.main([str(written)]) == 0
    assert written.read_bytes() == once
    assert once.endswith(b"}\n")


def test_what_is_written_does_not_depend_on_the_machine(written):
    metadata = json.loads(written.read_text(encoding="utf-8"))["metadata"]
    assert metadata["kernelspec"] == execute.KERNEL
    assert metadata["language_info"] == execute.LANGUAGE
    assert set(metadata) == {"kernelspec", "language_info"}


def test_code_cells_are_counted_from_one(written):
    cells = [c for c in nbformat.read(written, as_version=4).cells if c.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == [1, 2, 3]
    assert all("execution" not in cell.metadata for cell in cells)


def test_of_a_slider_only_its_sentence_is_kept(written):
    (output,) = nbformat.read(written, as_version=4).cells[1].outputs
    assert set(output.data) == {"text/plain"}
    assert output.data["text/plain"] == "a slider for eta"


def test_what_is_printed_in_one_go_is_one_output(written):
    outputs = nbformat.read(written, as_version=4).cells[2].outputs
    assert [(o.name, o.text) for o in outputs] == [
        ("stdout", "one\ntwo\n"),
        ("stderr", "careful\n"),
        ("stdout", "three\n"),
    ]


def test_a_cell_that_raises_leaves_every_file_as_it_was(tmp_path, capsys):
    good = lesson(tmp_path / "good.ipynb", "1 + 1")
    bad = lesson(tmp_path / "bad.ipynb", "'fine'", "1 / 0")
    before = good.read_bytes(), bad.read_bytes()
    assert execute.main([str(good), str(bad)]) == 1
    assert (good.read_bytes(), bad.read_bytes()) == before
    said = capsys.readouterr().err
    assert said == (
        "Nothing written. bad.ipynb: cell 2 raises ZeroDivisionError: division by zero\n"
    )


def test_a_slow_cell_is_refused(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(execute, "CELL_SECONDS", 1)
    slow = lesson(tmp_path / "slow.ipynb", "import time; time.sleep(30)")
    assert execute.main([str(slow)]) == 1
    assert "slow.ipynb: cell 1 takes longer than 1 seconds" in capsys.readouterr().err


def test_check_names_the_first_cell_that_would_change(tmp_path, capsys):
    path = lesson(tmp_path / "tiny.ipynb", "1 + 1", "2 + 2")
    execute.main([str(path)])
    assert execute.main(["--check", str(path)]) == 0
    path.write_text(path.read_text().replace('"4"', '"5"'))
    stale = path.read_bytes()
    assert execute.main(["--check", str(path)]) == 1
    assert path.read_bytes() == stale
    assert "tiny.ipynb would change: cell 2 (id code-1)" in capsys.readouterr().err


def test_a_missing_file_is_one_sentence(tmp_path, capsys):
    assert execute.main([str(tmp_path / "none.ipynb")]) == 1
    assert "none.ipynb" in capsys.readouterr().err
