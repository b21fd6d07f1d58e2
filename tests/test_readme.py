"""What the README and the pages in docs/ promise is there."""

import re
from pathlib import Path

import nbformat
import pytest
import yaml

from mazurnet.feedback.checking import check
from mazurnet.live import LiveNetwork

TOP = Path(__file__).parent.parent
PAGES = [
    TOP / "README.md",
    TOP / "CHANGELOG.md",
    TOP / "CONTRIBUTING.md",
    TOP / "SECURITY.md",
    *TOP.glob("docs/*.md"),
    *TOP.glob("benchmarks/*.md"),
]
CI = (TOP / ".ci" / "run").read_text(encoding="utf-8")
README = PAGES[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_picture_says_the_numbers_it_shows():
    alt = re.search(r"!\[(.*)\]\(docs/pictures/live.png\)", README)[1]
    assert alt == LiveNetwork(phase="hidden deltas").still().alt


def test_the_table_has_every_lesson_with_its_title_and_minutes():
    rows = dict(re.findall(r"^\| \[\d\d (.*?)\]\(notebooks/.*\| (\d+) \|$", README, re.MULTILINE))
    lessons = {}
    for path in sorted(TOP.glob("notebooks/*.ipynb")):
        first = nbformat.read(path, as_version=4).cells[0].source
        lessons[first.splitlines()[0].removeprefix("# ")] = re.search(r"(\d+) minutes", first)[1]
    assert rows == lessons


def test_the_first_screen_is_a_sentence_the_picture_and_two_commands():
    first = README.partition("<details>")[0]
    assert first.count("```bash") == 2
    assert first.index("![") < first.index("```bash")
    assert len(first.split()) < 200


def test_the_verdict_it_quotes_is_what_check_says():
    what, answer = re.search(r'^check\("(\w+)", "(.*)"\)$', README, re.MULTILINE).groups()
    quoted = re.search(r"^> (.*)$", README, re.MULTILINE)[1]
    assert quoted == repr(check(what, answer))


def test_pre_commit_runs_what_ci_runs_for_the_style():
    stage = re.search(r'^stage "Check the style.*?\n(.*?)\n\n', CI, re.MULTILINE | re.DOTALL)[1]
    hooks = yaml.safe_load((TOP / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    entries = [hook["entry"] for repo in hooks["repos"] for hook in repo["hooks"]]
    assert entries == stage.replace(".venv/bin/", "").splitlines()
