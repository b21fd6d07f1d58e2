"""Files come to stand all together or not at all, whatever fails on the way."""

import errno
import os
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest
from how_much import sample

from mazurnet import files
from mazurnet.terminal.commands import main

NEW = {"a.html": b"new a", "b.html": b"new b", "c.csv": b"new c"}
OLD = {"a.html": b"old a", "c.csv": b"old c", "mine.txt": b"mine"}
OPERATIONS = ("mkdir", "write_bytes", "replace")
FAILURES = {
    "interrupted": KeyboardInterrupt(),
    "no space": OSError(errno.ENOSPC, "No space left on device"),
    "no permission": PermissionError(errno.EACCES, "Permission denied"),
}


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


class Failing:
    """Makes the n-th of the operations on files fail, once."""

    def __init__(self, monkeypatch, fails_at, failure):
        self.left, self.failure = fails_at, failure
        for name in OPERATIONS:
            monkeypatch.setattr(Path, name, self._of(getattr(Path, name)))

    def _of(self, operation):
        def failing(path, *args, **kwargs):
            self.left -= 1
            if self.left == 0:
                raise self.failure
            return operation(path, *args, **kwargs)

        return failing


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("again", [False, True])
def test_all_or_none_whatever_operation_fails(failure, again, tmp_path):
    for number in count(1):
        folder = tmp_path / str(number)
        folder.mkdir()
        there = OLD if again else {"mine.txt": b"mine"}
        for name, content in there.items():
            (folder / name).write_bytes(content)
        with pytest.MonkeyPatch.context() as patch:
            failing = Failing(patch, number, failure)
            try:
                files.write(folder, NEW, again)
            except (KeyboardInterrupt, OSError) as raised:
                assert raised is failure
        if failing.left > 0:  # there are not so many operations: nothing has failed
            assert contents(folder) == {**there, **NEW}
            break
        assert contents(folder) == there
    assert number == 2 + len(NEW) + (len(NEW) + 2 * again) + 1  # each has had its turn


COMMANDS = {
    "worksheet": ["worksheet", "--class", "12"],
    "slides": ["slides", "{lessons}/01_forward_pass.ipynb", "--to", "."],
    "mark": ["mark", "answers.csv"],
    "train": ["train", "--rounds", "100000", "--to", "result.json", "--json"],
}
COMPLETE = {
    "worksheet": {"worksheets-1-12.html", "worksheets-1-12-key.html", "answers.csv"},
    "slides": {"01_forward_pass.slides.html", "index.html"},
    "mark": {"answers-marked.csv", "answers-marked.html", "answers-marked.png"},
    "train": {"result.json"},
}
SECONDS = [1.2, *(0.3 + 0.2 * n for n in range(20))]  # until it is told to end
LESSONS = Path(__file__).parent.parent / "notebooks"
CLASS = "student,sheet,quantity,answer\n" + "".join(
    f"student {n},{n},dE_dw5,0.08{n:02}\n" for n in range(1, 30)
)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda n: n.name)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_told_to_end_leaves_all_or_nothing(command, number, tmp_path):
    words = [word.format(lessons=LESSONS) for word in COMMANDS[command]]
    for wait in sample(SECONDS, one_in=len(SECONDS)):
        folder = tmp_path / str(wait)
        folder.mkdir()
        (folder / "answers.csv").write_text(CLASS) if command == "mark" else None
        before = {path.name for path in folder.iterdir()}
        process = subprocess.Popen(
            [sys.executable, "-m", "mazurnet", *words], cwd=folder, text=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(LESSONS.parent)},
        )  # fmt: skip
        time.sleep(wait)
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
        written = {path.name for path in folder.iterdir()} - before
        assert written in (set(), COMPLETE[command]), said
        assert "Traceback" not in said
        assert process.returncode in (0, 128 + number, 130, -number), said


@pytest.mark.parametrize("command", ["worksheet", "mark"])
def test_a_full_standard_output_is_one_sentence(command, tmp_path):
    (tmp_path / "answers.csv").write_text(CLASS) if command == "mark" else None
    line = f'"{sys.executable}" -m mazurnet {" ".join(COMMANDS[command])} > /dev/full'
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    ran = subprocess.run(
        line, shell=True, cwd=tmp_path, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(LESSONS.parent)},
    )  # fmt: skip
    assert ran.returncode == 1
    assert ran.stderr == "The output cannot be printed: No space left on device.\n"


def test_whoever_reads_only_the_first_line_ends_it_quietly(tmp_path):
    (tmp_path / "answers.csv").write_text(CLASS)
    line = f'"{sys.executable}" -u -m mazurnet mark answers.csv | head -1'
    ran = subprocess.run(
        line, shell=True, cwd=tmp_path, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(LESSONS.parent)},
    )  # fmt: skip
    assert ran.stdout.startswith("29 students, 29 answers")
    assert ran.stderr == ""


@pytest.mark.parametrize("name", ["x" * 300 + ".csv", "no/such/folder/answers.csv", "."])
def test_a_file_that_cannot_be_read_is_one_sentence(name, capsys):
    assert main(["mark", name]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{name}: ") and said.count("\n") == 1
