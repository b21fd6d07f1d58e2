"""`python -m mazurnet slides`: all decks, their index, PDFs where a browser is there."""

import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

from mazurnet.slides import assets, deck_file, printer, series
from mazurnet.terminal import commands as command

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
LESSON = NOTEBOOKS / "04_updates.ipynb"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "slides"


def slides(*words):
    return command.main(["slides", *map(str, words)])


def test_every_lesson_has_a_deck_and_the_index_leads_to_it(folder, capsys):
    assert slides("--to", folder) == 0
    decks = {f"{path.stem}.slides.html" for path in NOTEBOOKS.glob("*.ipynb")}
    assert {path.name for path in folder.iterdir()} == {*decks, "index.html"}
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert {*re.findall(r'href="([^":]+)"', index)} == decks
    minutes = [15, 30, *[40] * 3, *[45] * 4, *[50] * 2]
    assert [int(n) for n in re.findall(r"(\d+) minutes", index)] == minutes
    assert len(re.findall("Written: ", capsys.readouterr().out)) == len(decks) + 1


def test_a_lesson_can_be_chosen(folder):
    assert slides(LESSON, "--to", folder) == 0
    assert {path.name for path in folder.iterdir()} == {"04_updates.slides.html", "index.html"}


def test_slides_of_an_earlier_time_are_replaced(folder):
    slides(LESSON, "--to", folder)
    deck = folder / "04_updates.slides.html"
    wanted = deck.read_bytes()
    deck.write_bytes(wanted + b"<p>old</p>")
    assert slides(LESSON, "--to", folder) == 0
    assert deck.read_bytes() == wanted


@pytest.mark.parametrize("name", ["index.html", "04_updates.slides.html"])
def test_what_somebody_else_has_written_is_not(name, folder, capsys):
    folder.mkdir()
    (folder / name).write_text("<p>mine</p>")
    assert slides(LESSON, "--to", folder) == 1
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [(name, "<p>mine</p>")]
    assert capsys.readouterr().err == (
        f"{folder / name} is already there: move it away, or name another place after --to.\n"
    )


def test_not_even_beside_slides_of_ours(folder, capsys):
    slides(NOTEBOOKS / "00_start_here.ipynb", "--to", folder)
    mine = folder / "04_updates.slides.html"
    mine.write_text("<p>mine</p>")
    assert slides(LESSON, "--to", folder) == 1
    assert mine.read_text() == "<p>mine</p>"


def test_two_lessons_of_one_name_are_refused(folder, tmp_path, capsys):
    again = shutil.copy(LESSON, tmp_path / "04_UPDATES.ipynb")
    assert slides(LESSON, again, "--to", folder) == 1
    assert capsys.readouterr().err == (
        "Two of the lessons have the same name: give one of them another.\n"
    )


def test_any_file_name_can_be_followed(folder, tmp_path):
    lesson = shutil.copy(LESSON, tmp_path / "a#b %41 & ü.ipynb")
    slides(lesson, "--to", folder)
    (link,) = re.findall(r'href="([^":]+)"', (folder / "index.html").read_text(encoding="utf-8"))
    assert (folder / unquote(link)).is_file()


def test_a_pdf_without_a_browser_says_what_is_missing_and_writes_nothing(
    folder, capsys, monkeypatch
):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(printer, "BROWSER_PLACES", ())
    assert slides("--pdf", "--to", folder) == 1
    assert capsys.readouterr().err == (
        "A PDF needs Chromium, Chrome or Edge, and none is on this machine: install one of them, "
        "or leave --pdf out.\n"
    )
    assert not folder.exists()


@pytest.mark.parametrize(
    "failure", [subprocess.TimeoutExpired("chromium", 1), OSError("not a program"), None]
)
def test_a_browser_that_prints_nothing_is_an_error_in_a_sentence(failure, monkeypatch):
    def run(*args, **kwargs):
        if failure:
            raise failure

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(OSError, match=r"^chromium has printed nothing: [^\n]+$"):
        printer.pdf(b"<p>", 3, "chromium")


def test_pages_that_are_missing_are_counted(monkeypatch):
    monkeypatch.setattr(printer, "_printed", lambda *_: b"<</Type /Page /Type /Pages")
    assert printer.pdf(b"<p>", 1, "chromium")
    with pytest.raises(OSError, match=r"^chromium has printed 1 pages of 2\.$"):
        printer.pdf(b"<p>", 2, "chromium")


@pytest.mark.parametrize("content", [None, b"{}", b"[1]", b"# not a notebook", b"\xff\xfe\x00"])
def test_what_is_no_lesson_is_named_in_one_sentence(content, folder, tmp_path, capsys):
    file = tmp_path / "lesson.ipynb"
    if content is not None:
        file.write_bytes(content)
    assert slides(file, "--to", folder) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{file} is not ")
    assert said.endswith("name a file such as notebooks/04_updates.ipynb.\n")
    assert said.count("\n") == 1
    assert not folder.exists()


def test_a_folder_is_no_lesson(folder, tmp_path, capsys):
    assert slides(tmp_path, "--to", folder) == 1
    assert capsys.readouterr().err.startswith(f"{tmp_path} cannot be read: ")


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(assets, "find_spec", lambda name: None)
    with pytest.raises(FileNotFoundError, match=r"pip install sphinx-revealjs$"):
        assets.reveal("dist/reveal.js")


def test_a_word_too_many_is_refused(folder, capsys):
    with pytest.raises(SystemExit):
        slides("--to", folder, "--colour")
    assert "unrecognized arguments: --colour" in capsys.readouterr().err


def test_an_index_that_is_ours_says_so():
    deck = series.deck_of(LESSON)
    assert deck_file.MADE_BY in series.index([deck])
    assert deck_file.MADE_BY in deck.html.decode()
