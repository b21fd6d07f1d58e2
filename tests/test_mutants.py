"""Bugs made on purpose are found where a test covers them, and named where none does."""

import subprocess

import mutants
import pytest

PROJECT = {
    "pyproject.toml": "[tool.pytest.ini_options]\n",
    "mazurnet/__init__.py": "ANSWER = 6 * 7\n",
    "mazurnet/display/__init__.py": "SIGN = '+'\n",
    "mazurnet/live/js/page.js": "const one = 1;\n",
    "tests/test_answer.py": "from mazurnet import ANSWER\n\ndef test(): assert ANSWER == 42\n",
    "tests/test_page.py": "from pathlib import Path\n\n"
    "def test(): assert 'one = 1;' in Path('mazurnet/live/js/page.js').read_text()\n",
}
WRONG = ("wrong", "mazurnet/__init__.py", "6 * 7", "6 * 9")
RAISES = ("raises", "mazurnet/__init__.py", "ANSWER = 6 * 7", "raise ImportError")
UNSEEN = ("unseen", "mazurnet/display/__init__.py", "'+'", "'-'")
ON_THE_PAGE = ("on_the_page", "mazurnet/live/js/page.js", "one = 1", "one = 2")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A small project, and what makes its list of mutants."""
    for name, text in PROJECT.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    for command in (["git", "init", "-q"], ["git", "add", "."]):
        subprocess.run(command, cwd=tmp_path, check=True)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # quicker
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    monkeypatch.setattr(mutants, "LIST", tmp_path / "mutants.toml")

    def listing(*parts, more=""):
        told = "".join(
            f'[[mutant]]\nname = "{name}"\nfile = "{file}"\nold = "{old}"\nnew = "{new}"\n'
            f'breaks = "something"\nsuite = ["tests/test_answer.py"]\n{more}\n'
            for name, file, old, new in parts
        )
        mutants.LIST.write_text(told)
        return tmp_path

    return listing


def test_each_bug_is_noticed_where_a_test_covers_it_and_named_where_none_does(project, capsys):
    folder = project(WRONG, RAISES, ON_THE_PAGE, UNSEEN, more='ci = ["tests/test_page.py"]')
    assert mutants.main([]) == 1
    told = capsys.readouterr().out
    assert "wrong: noticed by the README's suite" in told
    assert "raises: noticed by the README's suite" in told
    assert "on_the_page: noticed by CI's other stages" in told
    assert "unseen: noticed by nobody" in told
    assert {name: (folder / name).read_text() for name in PROJECT} == PROJECT


def test_a_survivor_that_is_known_is_named_and_no_failure(project, capsys):
    project(UNSEEN, more='known = "Nobody looks."')
    assert mutants.main([]) == 0
    assert "Nobody noticed unseen: something. Nobody looks." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        (("none", "mazurnet/__init__.py", "6 * 8", "6"), "its old text stands 0 times"),
        (("many", "pyproject.toml", "t", "T"), "its old text stands 4 times"),
        (("no_python", "mazurnet/__init__.py", "6 * 7", "6 *"), "would be no Python"),
    ],
)
def test_a_bug_that_cannot_be_put_in_is_refused_before_any_test_runs(parts, why, project, capsys):
    project(parts)
    assert mutants.main([]) == 2
    assert why in capsys.readouterr().err


def test_nothing_is_tried_while_tests_fail_by_themselves(project, capsys):
    folder = project(WRONG)
    (folder / "mazurnet/__init__.py").write_text("ANSWER = 41 # 6 * 7\n")
    assert mutants.main([]) == 2
    assert "Without any mutant, the README's suite fails" in capsys.readouterr().err


def test_mutants_can_be_named_and_listed(project, capsys):
    project(WRONG, UNSEEN)
    assert mutants.main(["--list", "unseen"]) == 0
    assert capsys.readouterr().out == "unseen (mazurnet/display/__init__.py): something\n"
    assert mutants.main(["nobody"]) == 2


def test_every_mutant_of_this_project_fits_its_file(capsys):
    assert mutants.main(["--list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) >= 100
