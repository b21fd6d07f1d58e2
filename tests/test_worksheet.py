"""Worksheets: what they ask and what they keep to themselves, their keys, and the files."""

import csv
import html
import re
import subprocess
import sys
from decimal import Decimal
from io import StringIO
from xml.etree import ElementTree

import oracle
import pytest

from mazurnet.classroom import printed_sheets, worksheet
from mazurnet.classroom.worksheet import ASKED_LINES
from mazurnet.display import notation
from mazurnet.display.mathml import mathml
from mazurnet.feedback import fresh_numbers, outcomes, page_of_working, worked_line
from mazurnet.feedback.page_of_working import LINES
from mazurnet.terminal import commands as command

SEEDS = [0, 1, 2, 7, 30, 20150317]
PARTS = {"sheet": worksheet.sheet, "key": worksheet.key}
ASKED_NAMES = [line.name for line in ASKED_LINES]
every_seed = pytest.mark.parametrize("seed", SEEDS)
every_part = pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)


def blanks(sheet):
    """The names beside the blanks, as they are to be typed."""
    return re.findall(r"<code>(\w+)</code>", sheet)


def answers(key):
    """The results of a key by line, as decimals."""
    root = ElementTree.fromstring(key)
    told = {row[0][0].text: "".join(row[-1].itertext()) for row in root.iter("tr")}
    return {line: Decimal(text.removeprefix("= ").replace("−", "-")) for line, text in told.items()}


def by_hand(seed):
    """The round in plain arithmetic, written without mazurnet."""
    start = {q.name: float(number) for q, number in fresh_numbers.fresh(seed).items()}
    v = oracle.forward(start)
    v |= oracle.output_layer(v)
    v |= oracle.hidden_layer(v)
    for n in ("o1", "o2"):
        v[f"dE_dout_{n}"] = v[f"out_{n}"] - v[f"target_{n}"]
    for h, first, second in (("h1", "w5", "w7"), ("h2", "w6", "w8")):
        v[f"dE_o1_dout_{h}"] = v["delta_o1"] * v[first]
        v[f"dE_o2_dout_{h}"] = v["delta_o2"] * v[second]
        v[f"dE_dout_{h}"] = v[f"dE_o1_dout_{h}"] + v[f"dE_o2_dout_{h}"]
    for n in ("h1", "h2", "o1", "o2"):
        v[f"dout_dnet_{n}"] = v[f"out_{n}"] * (1 - v[f"out_{n}"])
    after = oracle.forward(oracle.one_round(start, 0.5))
    return v | {f"{name}_new": number for name, number in after.items()}


# What is asked


def test_every_asked_line_is_a_line_of_the_page_in_its_order():
    assert len(ASKED_LINES) == 36
    assert [line for line in LINES if line in ASKED_LINES] == list(ASKED_LINES)
    assert sorted(map(str, sum(worksheet.KINDS_OF_LINE, ()))) == sorted(ASKED_NAMES)


@every_seed
def test_a_sheet_has_a_blank_for_every_asked_line_in_this_order(seed):
    sheet = worksheet.sheet(seed)
    assert blanks(sheet) == ASKED_NAMES
    assert sheet.count('class="box"') == len(ASKED_NAMES)


def test_the_steps_are_those_of_the_lessons():
    titles = [step.title for step in page_of_working.STEPS]
    for part in PARTS.values():
        headings = re.findall("<h2>(.*?)</h2>", part(7))
        assert [title for title in headings if title != "given numbers"] == titles


@pytest.mark.parametrize("kind", worksheet.KINDS_OF_LINE, ids=lambda kind: str(kind[0]))
def test_of_a_kind_the_first_shows_its_formula_the_next_half_the_others_none(kind):
    levels = [worksheet.WHOLE, worksheet.HALF, *[worksheet.NONE] * 6]
    assert [worksheet.FORMULA_SHOWN[line] for line in kind] == levels[: len(kind)]


@pytest.mark.parametrize("line", ASKED_LINES, ids=str)
def test_the_formula_of_a_blank_needs_only_what_is_given_or_asked(line):
    known = {
        *fresh_numbers.fresh(),
        page_of_working.eta,
        *ASKED_LINES,
        *page_of_working.second_pass(),
    }
    assert worksheet.formula_on_sheet(line).free_symbols <= known


@pytest.mark.parametrize("line", ASKED_LINES, ids=str)
def test_half_a_formula_has_gaps_and_no_more_than_half_its_names(line):
    formula = worksheet.formula_on_sheet(line)
    whole = notation.latex(formula, names={q: "NAME" for q in formula.free_symbols})
    half = worksheet.half_of_formula(formula, dict.fromkeys(formula.free_symbols, "NAME"))
    assert half.count(worksheet.GAP) + half.count("NAME") == whole.count("NAME")
    assert half.count("NAME") == whole.count("NAME") // 2


@every_seed
def test_a_sheet_keeps_its_results_to_itself(seed):
    text = re.sub('data:[^"]*|<[^>]*>', " ", worksheet.sheet(seed))
    shown = {number.lstrip("-") for number in re.findall(r"\d+\.\d+", text)}
    results = outcomes.outcomes(fresh_numbers.fresh(seed)).right
    long = {
        f"{abs(results[name]):f}"
        for name in ASKED_NAMES
        if results[name] != round(results[name], 3)
    }
    assert len(long) > 25
    assert not {number for number in shown for result in long if result.startswith(number[:6])
                and len(number) > 4}  # fmt: skip
    assert shown <= {f"{abs(float(n)):.2f}" for n in fresh_numbers.fresh(seed).values()} | {
        "0.5",
        "0.03512",
    }


@every_seed
def test_a_sheet_says_its_number_and_what_is_given(seed):
    sheet = worksheet.sheet(seed)
    assert f"<h1>Sheet {seed}</h1>" in sheet
    numbers = re.findall(r"<dd>(.*?)</dd>", sheet)
    given = [float(number.replace("−", "-")) for number in numbers]
    assert sorted(given) == sorted([0.5, *map(float, fresh_numbers.fresh(seed).values())])
    assert re.search('<img alt="The network, forward: i1 ', sheet)


# The key


@every_seed
def test_the_key_agrees_with_arithmetic_by_hand(seed):
    printed, expected = answers(worksheet.key(seed)), by_hand(seed)
    assert set(ASKED_NAMES) <= printed.keys()
    assert [n for n, ours in printed.items() if abs(float(ours) - expected[n]) > 0.6e-9] == []


def test_the_key_works_out_every_line_but_the_biases():
    second = list(map(str, worksheet.SECOND_PASS))
    lines = [q.name for q in LINES if not q.name.startswith("dE_db")]
    assert list(answers(worksheet.key(7))) == [*lines[:-1], *second, "E_total_new"]


def test_the_key_sets_what_is_asked_in_bold():
    bold = re.findall(r'"unseen">(\w+)<(?:(?!</tr>).)*class="asked"', worksheet.key(7))
    assert bold == ASKED_NAMES


# Formulas as MathML


def test_a_name_of_several_letters_is_one_name():
    for latex, words in {
        "net_{h1}": ["net", "h1"],
        "E_{total new}": ["E", "total new"],
        worked_line.LATEX_OF_LINES[page_of_working.dE_dout_h1]: ["E", "total", "out", "h1"],
    }.items():
        assert re.findall("<m[in]>(.*?)</m[in]>", mathml(latex)) == words


def test_a_minus_in_parentheses_is_a_sign():
    assert mathml(r"0.5 \cdot \left(-0.2\right)").count('<mo form="prefix">') == 1


# Pages


@every_part
def test_a_page_is_well_formed_and_needs_no_network(part):
    page = printed_sheets.document("A title", [part(7)]).decode()
    root = ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>"))
    assert root.get("lang") == "en"
    assert root.find("head/title").text == "A title: backpropagation by hand"
    assert not list(root.iter("script"))
    assert not re.search(r"https?:|//\w|url\(|@import", html.unescape(page))


@every_part
def test_the_same_seed_makes_the_same_bytes_in_another_process(part):
    name = part.__name__
    program = (
        "import sys; from mazurnet.classroom import worksheet; "
        f"sys.stdout.buffer.write(worksheet.{name}(7).encode())"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ran.stdout.decode() == part(7) == part(7)


# Files


def written(folder, *words):
    """The exit code and the files, by name, after `python -m mazurnet worksheet`."""
    code = command.main(["worksheet", "--to", str(folder), *words])
    return code, {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_one_sheet_is_two_files(tmp_path, capsys):
    code, files = written(tmp_path, "--seed", "7")
    assert code == 0
    assert list(files) == ["worksheet-7-key.html", "worksheet-7.html"]
    assert worksheet.sheet(7) in files["worksheet-7.html"].decode()
    assert worksheet.key(7) in files["worksheet-7-key.html"].decode()
    said = capsys.readouterr().out.splitlines()
    assert said == [f"Written: {tmp_path / name}" for name in reversed(files)]


def test_it_writes_into_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert command.main(["worksheet", "--seed", "3"]) == 0
    assert (tmp_path / "worksheet-3.html").is_file()


def test_a_class_has_different_sheets_and_a_blank_table(tmp_path):
    code, files = written(tmp_path / "class", "--class", "30")
    assert code == 0
    assert list(files) == ["answers.csv", "worksheets-1-30-key.html", "worksheets-1-30.html"]
    for name, heading in (("", r"Sheet (\d+)"), ("-key", r"Sheet (\d+)")):
        page = files[f"worksheets-1-30{name}.html"].decode()
        assert re.findall(f"<h1>{heading}</h1>", page) == [str(n) for n in range(1, 31)]
    given = re.findall("<dl>.*?</dl>", files["worksheets-1-30.html"].decode())
    assert len(set(given)) == 30


def test_a_class_can_start_anywhere(tmp_path):
    code, files = written(tmp_path, "--class", "2", "--seed", "100")
    assert code == 0
    assert "worksheets-100-101.html" in files
    table = csv.DictReader(StringIO(files["answers.csv"].decode("utf-8-sig")))
    assert [(row["student"], row["sheet"]) for row in table][::36] == [
        ("student 1", "100"),
        ("student 2", "101"),
    ]


def test_the_blank_table_has_a_line_for_each_student_and_asked_quantity(tmp_path):
    _, files = written(tmp_path, "--class", "3")
    assert files["answers.csv"].startswith(b"\xef\xbb\xbfstudent,sheet,quantity,answer\r\n")
    rows = list(csv.DictReader(StringIO(files["answers.csv"].decode("utf-8-sig"), newline="")))
    assert [row["quantity"] for row in rows] == ASKED_NAMES * 3
    assert {row["answer"] for row in rows} == {""}
    assert {(row["student"], row["sheet"]) for row in rows} == {
        (f"student {n}", str(n)) for n in (1, 2, 3)
    }


@pytest.mark.parametrize("name", ["worksheet-7.html", "worksheet-7-key.html"])
def test_a_file_that_is_there_stays_as_it_is(name, tmp_path, capsys):
    (tmp_path / name).write_text("a teacher's own")
    assert written(tmp_path, "--seed", "7") == (1, {name: b"a teacher's own"})
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        f"{tmp_path / name} is already there: move it away, or name another place after --to.\n"
    )


def test_a_file_that_appears_meanwhile_stays_as_it_is(tmp_path, monkeypatch):
    def slowly(seed):
        (tmp_path / "worksheet-7.html").write_text("a teacher's own")
        return "<p>key</p>"

    monkeypatch.setattr(worksheet, "key", slowly)
    assert written(tmp_path, "--seed", "7") == (1, {"worksheet-7.html": b"a teacher's own"})


def test_what_breaks_half_way_leaves_nothing(tmp_path, monkeypatch):
    def breaks(seed):
        raise RuntimeError

    monkeypatch.setattr(worksheet, "key", breaks)
    with pytest.raises(RuntimeError):
        printed_sheets.for_a_class(2, 1, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--seed", "-1"], "seed must be 0 or more, not -1.\n"),
        (["--class", "0"], "class must be 1 or more, not 0.\n"),
        (["--class", "-3"], "class must be 1 or more, not -3.\n"),
        (["--class", "3", "--seed", "-1"], "seed must be 0 or more, not -1.\n"),
    ],
)
def test_bad_input_is_one_sentence(words, said, tmp_path, capsys):
    assert written(tmp_path, *words) == (1, {})
    assert capsys.readouterr().err == said


@pytest.mark.parametrize("words", [["--seed", "x"], ["--class", "2.5"], ["seven"], ["--seeds"]])
def test_words_that_mean_nothing_show_the_usage(words, tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        written(tmp_path, *words)
    assert stop.value.code == 2
    assert "usage: python -m mazurnet worksheet" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path, capsys):
    file = tmp_path / "notes"
    file.write_text("")
    assert command.main(["worksheet", "--to", str(file)]) == 1
    assert capsys.readouterr().err == f"{file} is a file, not a folder: name a folder after --to.\n"


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path, capsys):
    (tmp_path / "notes").write_text("")
    assert command.main(["worksheet", "--to", str(tmp_path / "notes" / "below")]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{tmp_path / 'notes' / 'below'} cannot be written to: ")
    assert said.count("\n") == 1
