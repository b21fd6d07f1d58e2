"""The rules of docs/style.md that a machine can hold; each test names its rule."""

import re
from pathlib import Path
from statistics import median

import nbformat
import pytest

from mazurnet.feedback import find_the_bug
from mazurnet.feedback.verdict import RIGHT

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
VERBS = {"Meet", "Send", "Find", "Follow", "Take", "Repeat", "Let", "Write", "Check"}
VERBS |= {"Build", "Count"}


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def lesson(request):
    return nbformat.read(request.param, as_version=4)


def code(lesson):
    return [cell for cell in lesson.cells if cell.cell_type == "code"]


def prose(lesson):
    return [cell.source for cell in lesson.cells if cell.cell_type == "markdown"]


def lines(cell):
    return [line for line in cell.source.splitlines() if line.strip()]


def test_the_lessons_are_there():
    assert [path.stem for path in NOTEBOOKS] == [
        "00_start_here",
        "01_forward_pass",
        "02_output_deltas",
        "03_hidden_deltas",
        "04_updates",
        "05_training_curve",
        "06_biases_and_batches",
        "07_matrix_form",
        "08_gradient_checking",
        "09_any_network",
        "10_why_backprop",
    ]


def test_rule_2_cells_are_small(lesson):
    sizes = sorted(len(lines(cell)) for cell in code(lesson))
    assert median(sizes) <= 3
    assert sum(size <= 8 for size in sizes) >= 0.9 * len(sizes)
    assert sizes[-1] <= 15


def test_rule_3_code_never_runs_on_without_prose(lesson):
    kinds = "".join(cell.cell_type[0] for cell in lesson.cells)
    assert "ccc" not in kinds


def test_rule_4_only_the_first_cell_imports(lesson):
    first, *others = code(lesson)
    *imports, notation = lines(first)
    assert all(re.match(r"from \S+ import|    |\)", line) for line in imports)
    assert notation.startswith("use_article_notation()")
    assert not any(re.search(r"^\s*(import|from)\s", c.source, re.MULTILINE) for c in others)


@pytest.mark.parametrize(
    "unwanted", [r"import \*", r"^[!%]", r"sys\.path", r"\bplt\b", r"\binteract\b", r"\bOutput\b"]
)
def test_rule_5_plumbing_stays_outside(lesson, unwanted):
    assert not [c.source for c in code(lesson) if re.search(unwanted, c.source, re.MULTILINE)]


def test_rule_6_print_stands_alone(lesson):
    printing = [cell for cell in code(lesson) if "print(" in cell.source]
    assert all(len(lines(cell)) == 1 for cell in printing)


def test_rule_7_cells_were_run_once_in_order_and_without_complaint(lesson):
    assert [cell.execution_count for cell in code(lesson)] == [*range(1, len(code(lesson)) + 1)]
    outputs = [output for cell in code(lesson) for output in cell.outputs]
    assert not [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"]
    assert all("execution" not in cell.metadata for cell in lesson.cells)


def test_rule_8_only_sliders_and_pytorch_are_excused(lesson):
    for before, cell in zip(lesson.cells, lesson.cells[1:], strict=False):
        if "nbval-ignore-output" in cell.metadata.get("tags", []):
            if "by_pytorch(" in cell.source:
                continue
            frame = re.fullmatch(r"slider\((\w+), .*\)", cell.source)[1]
            shown = [c.source for c in code(lesson) if f"\n{frame}(" in c.source]
            assert shown or f"{frame}(" in before.source
        else:
            assert "slider(" not in cell.source
            assert not {*cell.metadata.get("tags", [])} & {"nbval-skip", "skip-execution"}


def test_rule_9_the_title_is_a_verb_with_aim_need_and_minutes(lesson):
    title, *rest = prose(lesson)[0].splitlines()
    assert title.split()[:1] == ["#"]
    assert title.split()[1] in VERBS
    assert re.search(
        r"\*\*You will be able to\*\* .* · \*\*You need\*\* .* · \*\*\d+ minutes\*\*",
        " ".join(rest),
    )


def test_rule_11_the_reader_is_asked_to_guess(lesson):
    guesses = [g for text in prose(lesson) for g in re.findall(r"(?<!\*)\*([^*]+\?)[^*]*\*", text)]
    assert len(guesses) >= 2


def test_rule_13_it_ends_with_exercises_and_the_way_on(lesson):
    last = prose(lesson)[-1]
    for kind in ("Predict.", "Do.", "Break."):
        assert kind in last
    assert last.count("<details>") == last.count("</details>") >= 3
    assert "**Used here:**" in last
    assert "**Next:**" in last


def test_rule_23_the_live_network_comes_with_three_things_to_try(lesson):
    first = lesson.cells[0].source
    live = [n for n, c in enumerate(lesson.cells) if "LiveNetwork(" in c.source]
    assert len(live) == (0 if first.startswith("# Meet") else 1)
    for n in live:
        beside = "\n".join((lesson.cells[n - 1].source, lesson.cells[n + 1].source))
        assert re.findall(r"^(\d)\. .*\?\*", beside, re.MULTILINE) == ["1", "2", "3"]


def shown(cell):
    return [o.get("data", {}).get("text/markdown", "") for o in cell.outputs]


def test_rule_24_answers_are_asked_for_and_none_is_given(lesson):
    first = lesson.cells[0].source.startswith("# Meet")
    asked = [c for c in code(lesson) if re.search(r"\b(answer|answers) = ", c.source)]
    assert bool(asked) is not first
    for cell in asked:
        several = "".join(re.findall(r"answers = (\{.*?\})", cell.source, re.DOTALL))
        typed = re.findall(r"answer = (\w+)", cell.source) + re.findall(r": (\w+)", several)
        assert set(typed) == {"None"}
        (said,) = shown(cell)
        assert "Not answered yet." in said
        assert not re.search(r"\d\.\d", said)


def test_rule_24_there_is_one_bug_to_find_and_the_solution_has_its_letter(lesson):
    call = r"find_the_bug\(lesson=(\d+), seed=(\d+), answer=None\)"
    bugs = [re.fullmatch(call, c.source) for c in code(lesson) if "find_the_bug(" in c.source]
    assert len(bugs) == (not lesson.cells[0].source.startswith("# Meet"))
    for found in bugs:
        letter = re.search(r"\*\*The bug\.\*\*.*?</summary>(\w)\b", prose(lesson)[-1], re.DOTALL)[1]
        assert find_the_bug(int(found[1]), int(found[2]), letter).verdict.kind == RIGHT


def test_links_lead_somewhere(lesson):
    for text in prose(lesson):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (NOTEBOOKS[0].parent / target).exists(), target


def test_rule_22_every_picture_says_its_numbers(lesson):
    for cell in code(lesson):
        for output in cell.outputs:
            html = output.get("data", {}).get("text/html", "")
            if "<img" in html:
                assert len(re.findall(r"\d", re.search(r'alt="([^"]*)"', html)[1])) >= 3
