"""A class hands in its answers: each slip is found where it was made, and no line is lost."""

import csv
import subprocess
import sys
import warnings
from collections import Counter
from io import StringIO

import pytest
import student
from how_much import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from mazurnet import network
from mazurnet.classroom import answers_file, mark_file, marking, report, worksheet
from mazurnet.feedback import fresh_numbers, outcomes
from mazurnet.feedback.page_of_working import STEP_OF, Symbol
from mazurnet.feedback.slips import SLIPS
from mazurnet.terminal.commands import main

HEAD = "student,sheet,quantity,answer"
SLIPPED = [  # a line of each step that is answered here, and a slip made in it; one made none
    *(("net_h2", "forgot_b1"), ("out_h1", "plus_in_the_exponent"), ("net_o1", "b1_for_b2")),
    *(("out_o2", "tanh_for_the_squash"), ("E_o1", "forgot_the_half"), ("", "")),
    *(("delta_o1", "forgot_the_output_slope"), ("dE_dw5", "forgot_out_h")),
    *(("dE_dout_h1", "only_through_o1"), ("delta_h2", "forgot_the_hidden_slope")),
    *(("dE_dw3", "other_input"), ("w5_new", "forgot_eta"), ("w5_new", "added_the_gradient")),
    ("E_total_new", "b1_for_b2_again"),
]
SECOND_PASS = ["net_o1_new", "net_o2_new"]
STUDENTS = 2 * len(SLIPPED) + 5


def slip_of(n):
    """The line in which student n slips, and the slip."""
    return SLIPPED[n % len(SLIPPED)]


def step_of(n):
    line, _ = slip_of(n)
    return STEP_OF[Symbol(line)] if line else None


def answers_of(n):
    line, slip = slip_of(n)
    lines = SECOND_PASS if slip == "b1_for_b2_again" else [line] if line else []
    return student.answers(
        outcomes.outcomes(fresh_numbers.fresh(n)).known,
        dict.fromkeys(lines, slip),
        lines=student.WRITTEN,
    )


def table_of(students, separator=",", comma=False):
    lines = [HEAD.replace(",", separator)]
    for n in students:
        for quantity, answer in answers_of(n).items():
            said = answer.replace(".", ",") if comma else answer
            lines.append(separator.join([f"student {n}", str(n), quantity, said]))
    return "\n".join(lines).encode()


ARTICLE = answers_file.Sheets(otherwise=None)  # what names no sheet is on the article's numbers


def marked(data, sheets=answers_file.IN_EVERY_ROW):
    return list(marking.marked(marking.papers(answers_file.answers_in_bytes(data, sheets).rows)))


@pytest.fixture(scope="module")
def the_class():
    return marked(table_of(range(STUDENTS)))


def run(tmp_path, data, name="answers.csv", options=()):
    """Mark a file from the command line; gives the exit code and the files that came of it."""
    file = tmp_path / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    before = set(tmp_path.iterdir())
    code = main(["mark", str(file), *options])
    return code, sorted(path.name for path in set(tmp_path.iterdir()) - before)


def table(path):
    return list(csv.DictReader(StringIO(path.read_bytes().decode("utf-8-sig"))))


def reasons(text):
    return {
        line: reason for line, reason, _ in answers_file.answers_in_bytes(text.encode()).skipped
    }


def test_each_slip_is_found_in_the_step_where_it_was_made(the_class):
    for n, one in enumerate(the_class):
        if slip_of(n)[1]:
            assert list(one.slips_made) == [step_of(n)], one.student
            assert SLIPS[slip_of(n)[1]] in one.slips_made[step_of(n)]
        else:
            assert not one.slips_made and not one.count("wrong")


def test_what_follows_from_a_slip_is_held_against_nobody(the_class):
    assert all(one.count("wrong") <= 1 for one in the_class)
    assert the_class[0].count(report.FOLLOWS) > 10


def test_the_tally_is_a_count_of_the_class(the_class):
    slipped = Counter(step_of(n) for n in range(STUDENTS))
    for tally in marking.tallies(the_class):
        assert tally.slipped == slipped[tally.step]
        assert tally.right == STUDENTS - tally.slipped
        assert (tally.answered, tally.unexplained) == (STUDENTS, 0)
    top = dict(marking.commonest_slips(the_class))
    for slip, made in Counter(slip_of(n)[1] for n in range(STUDENTS)).items():
        assert not slip or top[SLIPS[slip]] >= made


def one_line(slips, line):
    """What is found of a student who shows only the line to which the slips lead."""
    known = outcomes.outcomes(network.given).known
    answer = student.answers(known, slips, lines=[line], digits=6)[line]
    (one,) = marked(f"student,quantity,answer\nAnn,{line},{answer}".encode(), ARTICLE)
    return one, [step.title for step in one.slips_made]


def test_two_slips_made_together_are_each_counted_in_their_own_step():
    slips = {"delta_h1": "forgot_the_hidden_slope", "dE_dw1": "forgot_the_input"}
    one, steps = one_line(slips, "dE_dw1")
    assert steps == ["the deltas of h1 and h2", "the gradients of w1 to w4"]
    what, line, step, lesson = marking.cases_in_words(one.cases["dE_dw1"])
    assert (line, lesson) == ("delta_h1 and dE_dw1", "03")
    assert step == " and ".join(steps)
    assert what.endswith(" and The input is left out")


def test_of_several_cases_only_the_step_they_share_is_sure():
    # Twice as large a step: the rate of a half was left out, or something before was doubled.
    slips = {"delta_o1": "forgot_the_output_slope", "w5_new": "forgot_eta"}
    one, steps = one_line(slips, "w5_new")
    assert len(one.cases["w5_new"]) > 1
    assert steps == ["the deltas of o1 and o2"]
    assert not one.unexplained


def test_where_several_cases_share_no_step_none_is_blamed():
    one, steps = one_line({"w5_new": "forgot_eta"}, "w5_new")
    assert len(one.cases["w5_new"]) > 1
    assert not steps
    assert [step.title for step in one.unexplained] == ["the new weights"]
    (tally,) = (tally for tally in marking.tallies([one]) if tally.unexplained)
    assert (tally.answered, tally.right, tally.slipped) == (1, 0, 0)


def test_a_step_whose_slip_is_known_is_not_unexplained_as_well():
    made = marking.MadeSlip(SLIPS["added_the_gradient"], Symbol("w1_new"))
    one = marking.MarkedPaper("Ann", None, {}, {"w1_new": ((made,),), "w5_new": ()})
    assert [*one.slips_made] == [made.step]
    assert not one.unexplained


def test_without_a_sheet_the_numbers_are_the_articles():
    (one,) = marked(b"student,quantity,answer\nAnn,E_total,0.298371109\nAnn,dE_dw5,0.0822", ARTICLE)
    assert one.count("right") == 2


def kinds_of(data):
    return [{q: verdict.kind for q, verdict in one.verdicts.items()} for one in marked(data)]


@pytest.mark.parametrize(("separator", "comma"), [(";", True), ("\t", True), (";", False)])
def test_semicolons_tabs_and_decimal_commas_say_the_same(separator, comma):
    plain, other = table_of(range(3)), table_of(range(3), separator, comma)
    kinds = [
        [{q: v.kind for q, v in s.verdicts.items()} for s in marked(x)] for x in (plain, other)
    ]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("data", [
    b"\xef\xbb\xbfstudent,sheet,quantity,answer\r\nAnn,3,out_h1,0.5\r\n",
    b" Answer ,QUANTITY,Student\n 0.5 , out_h1 , Ann \n\n , , \n",
    b'student;quantity;answer;remark\nAnn;out_h1;"0,5";"a;b"\n',
    b"student\tquantity\tanswer\rAnn\tout_h1\t0.5",
], ids=["mark at the front", "spaces", "quotation marks", "old line ends"])  # fmt: skip
def test_what_spreadsheets_write_is_read(data):
    handed_in = answers_file.answers_in_bytes(data, ARTICLE)
    assert [(row.student, row.quantity) for row in handed_in.rows] == [("Ann", "out_h1")]
    assert not handed_in.skipped


def rows_of(data, sheets=answers_file.IN_EVERY_ROW):
    handed_in = answers_file.answers_in_bytes(data.encode(), sheets)
    assert not handed_in.skipped
    return [(row.student, row.sheet, row.quantity, row.answer) for row in handed_in.rows]


def test_a_quoted_line_break_forges_no_row():
    comment = '"she wrote:\nBob,7,net_h1,9.99,"'
    data = f"{HEAD},comment\nAnn,7,net_h1,0.5,{comment}\nBob,7,net_h1,0.6,\n"
    assert rows_of(data) == [("Ann", 7, "net_h1", "0.5"), ("Bob", 7, "net_h1", "0.6")]


def test_a_line_break_in_a_name_is_a_space():
    assert rows_of(f'{HEAD}\n"Ann\r\nSmith",7,net_h1,0.5') == [("Ann Smith", 7, "net_h1", "0.5")]


def test_a_name_is_the_same_however_its_accents_are_typed():
    data = f"{HEAD}\nZo\u00e9,7,net_h1,0.5\nZoe\u0301,7,net_h2,0.5\n"
    assert {student for student, *_ in rows_of(data)} == {"Zo\u00e9"}


def test_what_a_spreadsheet_drops_at_a_row_s_end_is_blank_and_blank_cells_beyond_are_nothing():
    assert rows_of(f"{HEAD},remark\nAnn,7,net_h1\nAnn,7,net_h2,0.5,,,\n") == [
        ("Ann", 7, "net_h1", ""),
        ("Ann", 7, "net_h2", "0.5"),
    ]


@pytest.mark.parametrize("data", [
    "student,quantity,answer\nAnn,net_h1,0.5\n",
    "student,sheet no,quantity,answer\nAnn,3,net_h1,0.5\n",
    "student,Blatt,quantity,answer\nAnn,3,net_h1,0.5\n",
    f"{HEAD}\nAnn,3,net_h1,0.5\nAnn,,net_h2,0.5\n",
    f"{HEAD}\nAnn,,net_h1,0.5\n",
], ids=["no column", "sheet no", "Blatt", "one blank", "all blank"])  # fmt: skip
def test_nobody_is_marked_on_numbers_that_nobody_named(data, tmp_path, capsys):
    assert run(tmp_path, data) == (2, [])
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert all(option in said for option in ("--sheet-column NAME", "--sheet N", "--article"))


@pytest.mark.parametrize("sheet", ["-3", "1.5", "x", ""])
def test_a_sheet_that_is_none_is_refused_by_its_name(sheet, tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        run(tmp_path, "student,quantity,answer\nAnn,net_h1,0.5\n", options=[f"--sheet={sheet}"])
    assert stop.value.code == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.endswith(f"argument --sheet: a sheet is a whole number such as 12, not {sheet}")


def test_options_say_whose_numbers_they_are():
    other_name = "student,Blatt,quantity,answer\nAnn,3,net_h1,0.5\n"
    assert rows_of(other_name, answers_file.Sheets("blatt")) == [("Ann", 3, "net_h1", "0.5")]
    none_named = "student,quantity,answer\nAnn,net_h1,0.5\n"
    assert rows_of(none_named, answers_file.Sheets(otherwise=7)) == [("Ann", 7, "net_h1", "0.5")]
    assert rows_of(none_named, ARTICLE) == [("Ann", None, "net_h1", "0.5")]
    with pytest.raises(answers_file.SheetsUnsaid, match="no column Blatt, but student, quantity"):
        rows_of(none_named, answers_file.Sheets("Blatt", 7))


def test_a_student_has_one_sheet_or_the_article_s_numbers():
    data = f"{HEAD}\nEve,3,net_h1,0.5\nEve,,out_h1,0.6\n".encode()
    (skipped,) = answers_file.answers_in_bytes(data, ARTICLE).skipped
    assert skipped.reason == "'Eve' has sheet 3 from line 2 on, not no sheet."


def test_a_blank_line_of_a_student_names_no_sheet_and_needs_none():
    data = f"{HEAD}\nAnn,,net_h1,\nAnn,3,net_h2,0.5\n"
    ((_, sheet, answers),) = marking.papers(answers_file.answers_in_bytes(data.encode()).rows)
    assert (sheet, answers) == (3, {"net_h1": "", "net_h2": "0.5"})


def a_class_that_writes(answer_to):
    """The summary of eight papers, each box filled in by a rule."""
    rows = [
        f"student {n},{n},{line.name},{answer}"
        for n in range(1, 9)
        for line in worksheet.ASKED_LINES
        if (answer := answer_to(line.name, n)) is not None
    ]
    return report.summary(marked("\n".join([HEAD, *rows]).encode()))


def test_old_weights_copied_earn_nothing():
    def old_weight(line, n):
        weight = Symbol(line.removesuffix("_new"))
        return fresh_numbers.fresh(n)[weight] * 1.0 if line.startswith("w") else None

    said = a_class_that_writes(old_weight)
    assert said.startswith("8 students, 64 answers: 0 right, 0 that follow ")


def test_ones_in_every_box_earn_nothing():
    said = a_class_that_writes(lambda line, n: "1")
    assert said.startswith("8 students, 288 answers: 0 right, 0 that follow ")


def test_an_empty_class_has_answered_nothing():
    said = a_class_that_writes(lambda line, n: "")
    assert said == (
        "8 students, 0 answers: 0 right, 0 that follow from a wrong number before, 0 wrong, "
        "0 with too few digits to tell. 288 left open."
    )


@pytest.mark.parametrize(("line", "reason"), [
    (",3,out_h1,0.5", "no student is named."),
    ("Ann,3,dE_dW5,0.5", "'dE_dW5' is no quantity of the page of working; the nearest is dE_dw5."),
    ("Ann,3,,0.5", "'' is no quantity of the page of working."),
    ("Ann,x,out_h1,0.5", "the sheet must be a whole number such as 12, not 'x'."),
    ("Ann,-3,out_h1,0.5", "the sheet must be a whole number such as 12, not '-3'."),
    ("Ann,1.5,out_h1,0.5", "the sheet must be a whole number such as 12, not '1.5'."),
    (f"Ann,{'1' * 19},out_h1,0.5",
     f"the sheet must be a whole number such as 12, not '{'1' * 19}'."),
    ("Ann,3,out_h1,a half", "'a half' is not a number such as 0.123 or 1.23e-4."),
    ("Ann,3,out_h1,=1/2", "'=1/2' is not a number such as 0.123 or 1.23e-4."),
    ("Ann,3,out_h1,0,5", "the line has 5 cells, and the first line has 4. A decimal comma needs "
     "semicolons between the cells, or quotation marks."),
    ("Eve,3,net_h1,0.6", "'Eve' has answered net_h1 in line 2; that answer is the one marked."),
    ("Eve,4,out_h1,0.6", "'Eve' has sheet 3 from line 2 on, not sheet 4."),
    ('Ann,3,out_h1,"0.5', "a quotation mark is opened and not closed in this line."),
    ('"An"n,3,out_h1,0.5', "the line cannot be taken apart into cells: ',' expected after '\"'."),
])  # fmt: skip
def test_a_line_that_cannot_be_marked_is_told_and_costs_no_other(line, reason):
    text = f"{HEAD}\nEve,3,net_h1,0.5\n{line}\nEve,3,net_h2,0.5"
    assert reasons(text) == {3: reason}
    assert [row.line for row in answers_file.answers_in_bytes(text.encode()).rows] == [2, 4]


def test_a_line_that_is_not_utf_8_costs_no_other():
    handed_in = answers_file.answers_in_bytes(
        HEAD.encode() + b"\nJ\xfcrgen,3,net_h1,0.5\nEve,3,net_h1,0.5"
    )
    assert [row.student for row in handed_in.rows] == ["Eve"]
    (skipped,) = handed_in.skipped
    assert skipped == (
        2,
        "this is not UTF-8 text; save the file as CSV UTF-8.",
        r"J\xfcrgen,3,net_h1,0.5",
    )


def test_no_answer_is_no_second_answer():
    handed_in = answers_file.answers_in_bytes(
        f"{HEAD}\nAnn,3,net_h1,\nAnn,3,net_h1,0.5\nAnn,3,net_h1,\nAnn,3,net_h2, ".encode()
    )
    assert not handed_in.skipped
    ((_, _, answers),) = marking.papers(handed_in.rows)
    assert answers == {"net_h1": "0.5", "net_h2": ""}


@pytest.mark.parametrize(("data", "reason"), [
    (b"", "the file is empty."),
    (b" \n\n", "the file is empty."),
    (b"Ann,3,net_h1,0.5", "its first line must name the columns student, sheet, quantity and"),
    (HEAD.encode(), "there are no rows below its first line."),
    (HEAD.encode() + b"\n,,,\n", "there are no rows below its first line."),
    (HEAD.encode() + b"\nAnn,3,net_h1,half", "no line of it can be marked."),
    (b"student,Student,quantity,answer\n", "its first line names the column student twice."),
    (HEAD.encode("utf-16"), "this is not UTF-8 text; save the file as CSV UTF-8."),
])  # fmt: skip
def test_a_file_that_cannot_be_marked_is_one_sentence_and_leaves_nothing(
    tmp_path, capsys, data, reason
):
    assert run(tmp_path, data) == (1, [])
    out, err = capsys.readouterr()
    assert not out
    assert reason in err.splitlines()[-1]


def test_a_missing_file_and_a_folder_are_one_sentence(tmp_path, capsys):
    assert main(["mark", str(tmp_path / "nowhere.csv")]) == main(["mark", str(tmp_path)]) == 1
    missing, folder = capsys.readouterr().err.splitlines()
    assert missing.endswith("nowhere.csv: the file cannot be read: No such file or directory.")
    assert folder.endswith("this is a folder, not a file of answers.")


def test_one_file_of_an_earlier_marking_is_enough_for_another_name(tmp_path):
    (tmp_path / "answers-marked.png").touch()
    names = ["answers-marked-2.csv", "answers-marked-2.html", "answers-marked-2.png"]
    assert run(tmp_path, table_of([0])) == (0, names)


def test_the_files_stand_beside_the_answers_and_nothing_is_overwritten(tmp_path, capsys):
    data = table_of(range(2))
    first = ["answers-marked.csv", "answers-marked.html", "answers-marked.png"]
    assert run(tmp_path, data) == (0, first)
    kept = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert run(tmp_path, data)[1] == [name.replace("marked", "marked-2") for name in first]
    (tmp_path / "answers-marked-3.png").symlink_to("gone")
    assert all(name.startswith("answers-marked-4") for name in run(tmp_path, data)[1])
    assert {path: path.read_bytes() for path in kept} == kept
    assert (tmp_path / "answers.csv").read_bytes() == data


def test_a_disk_that_is_full_leaves_nothing_behind(tmp_path, capsys, monkeypatch):
    def full(self, content):
        raise OSError(28, "No space left on device")

    file = tmp_path / "answers.csv"
    file.write_bytes(table_of([0]))
    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    assert main(["mark", str(file)]) == 1
    assert "nothing can be written beside it: No space left on device." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [file]


def test_the_marked_rows_keep_every_cell_and_say_what_was_found(tmp_path, capsys):
    known = outcomes.outcomes(fresh_numbers.fresh(7)).known
    made = student.answers(known, {"delta_o1": "forgot_the_output_slope"}, lines=["delta_o1"])
    text = f"{HEAD},Remark,group\nAnn,7,delta_o1,{made['delta_o1']}, why? ,a\nAnn,7,dE_dw5,,,b\n"
    run(tmp_path, text)
    first, second = table(tmp_path / "answers-marked.csv")
    assert first["Remark"] == " why? " and second["group"] == "b"
    assert first["verdict"] == "wrong"
    assert first["slip"] == SLIPS["forgot_the_output_slope"].what
    assert (first["made in"], first["lesson"]) == ("delta_o1", "02")
    assert first["step"] == "the deltas of o1 and o2"
    assert "is what comes out when" in first["remark_new"]
    assert second["verdict"] == "not answered yet"


def saved(cell, separator=","):
    """A cell as it stands in the file, as bytes say it, and as a spreadsheet reads it again."""
    written = answers_file.as_csv([[cell, "x"]], separator).decode("utf-8-sig")
    (line,) = csv.reader(StringIO(written, newline=""), delimiter=separator)
    return written.removesuffix(f"{separator}x\r\n"), line[0]


FORMULAS = {
    "an equals sign": "=1+1",
    "a plus": "+cmd",
    "a minus": "-x",
    "an at sign": "@ann",
    "a space before a sign": " =1",
    "a tab before a sign": "\t=1",
    "a sign and a comma": "=1,2",
    "a full-width equals sign": "＝1+1",
    "a full-width plus": "＋cmd",
    "a full-width minus": "－x",
    "a full-width at sign": "＠ann",
    "a NUL": "\0Ann",
    "a tab": "\tAnn",
    "a carriage return": "\rAnn",
    "a line feed": "\nAnn",
    "U+0001 before a sign": "\u0001=1",
    "a space of no width before a sign": "\u200b=1",
    "a byte order mark before a sign": "\ufeff=1",
    "all of them before a full-width sign": "\u200b\ufeff \u0001＝1",
}


@pytest.mark.parametrize("cell", FORMULAS.values(), ids=FORMULAS)
def test_what_begins_like_a_formula_gets_an_apostrophe(cell):
    assert saved(cell)[1] == f"'{cell}"


NUMBERS = ["-0.038", "−0.038", "-0,038", "+1", "+0.5", "-3e-5", "-4.4e-4", "\t-0.5"]


@pytest.mark.parametrize("cell", [*NUMBERS, "Ann", "1=1", "\u200b", ""])
def test_numbers_and_names_are_written_as_they_are(cell):
    assert saved(cell, ";")[1] == cell


@pytest.mark.parametrize("separator", answers_file.SEPARATORS)
@pytest.mark.parametrize("cell", ["a,b", "a;b", "a\tb", 'a"b', "a\rb", "a\nb"])
def test_a_cell_with_any_separator_is_quoted_whatever_ours_is(cell, separator):
    doubled = cell.replace('"', '""')
    assert saved(cell, separator) == (f'"{doubled}"', cell)


@pytest.mark.parametrize("cell", ["a b", "a'b", "a|b", " a", "0.5"])
def test_no_other_cell_is_quoted(cell):
    assert saved(cell)[0] == cell


def test_no_remark_on_a_negative_number_is_a_formula(tmp_path, capsys):
    data = "student,quantity,answer\nAnn,delta_o2,-0.0381\nBen,delta_o2,-0.5\n"
    run(tmp_path, data, options=["--article"])
    for row in table(tmp_path / "answers-marked.csv"):
        assert row["answer"].startswith("-0.") and row["remark"].startswith("−0.")


def test_the_page_escapes_what_was_typed_and_keeps_the_lines_left_out(tmp_path, capsys):
    run(tmp_path, f"{HEAD}\n<b>Ann,3,net_h1,0.5\n<i>Bob,3,net_h9,0.5\n", "a & b.csv")
    page = (tmp_path / "a & b-marked.html").read_text(encoding="utf-8")
    assert "<b>" not in page and "<i>" not in page
    assert "&lt;b&gt;Ann" in page and "&lt;i&gt;Bob,3,net_h9,0.5" in page
    assert "the nearest is net_h" in page and "<h1>a &amp; b.csv, marked</h1>" in page
    assert not any(word in page for word in ("<script", "http-equiv", "@import", "url("))
    assert page.count(' src="') == page.count(' src="data:image/svg+xml;base64,') == 1


def test_the_terminal_sums_up(tmp_path, capsys):
    text = table_of([0, 14]).decode() + "\nBob,x,net_h1,0.5"
    assert run(tmp_path, text)[0] == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].startswith(f"2 students, {2 * len(answers_of(0))} answers: ")
    assert lines[1] == "2 students: the bias b1 is left out (lesson 01)"
    assert lines[-3:-1] == [
        "Not marked: 1 line",
        f"  line {text.count(chr(10)) + 1}: the sheet must be a whole number such as 12, not 'x'.",
    ]
    assert lines[-1].startswith("Written: ")
    assert not err


def test_of_many_lines_left_out_the_terminal_shows_the_first(tmp_path, capsys):
    run(tmp_path, HEAD + "\nAnn,3,net_h1,0.5" + "\nAnn,3,net_h1,half" * 30)
    out = capsys.readouterr().out
    assert "Not marked: 30 lines" in out and "  and 10 more" in out
    assert "line 22:" in out and "line 23:" not in out
    assert '<th scope="row" class="n">32</th>' in (tmp_path / "answers-marked.html").read_text(
        encoding="utf-8"
    )


def test_a_terminal_without_every_letter_gets_the_sentence_all_the_same(tmp_path):
    file = tmp_path / "answers.csv"
    file.write_text(f"{HEAD}\nÅsa,3,net_h1,0.5\nÅsa,3,net_h1,0.5", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "mazurnet", "mark", str(file)],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)},
    )
    assert rb"'\xc5sa' has answered net_h1 in line 2" in done.stdout
    assert not done.stderr  # no bar where nobody watches


STUDENT_CELLS = st.sampled_from(["Ann", "Bob", "=cmd", ""])
QUANTITY_CELLS = st.sampled_from([*student.WRITTEN, "dE", ""])
ANSWER_CELLS = st.one_of(
    st.text(max_size=8), st.floats().map(str), st.sampled_from(["", "1e999", "0,5"])
)
LINES_OF_ANSWERS = st.tuples(
    STUDENT_CELLS, st.sampled_from(["", "3", "x"]), QUANTITY_CELLS, ANSWER_CELLS
).map(",".join)


@settings(max_examples=tries(200))
@given(st.binary(max_size=60), st.lists(LINES_OF_ANSWERS, max_size=6))
def test_any_bytes_give_a_sentence_or_a_result(data, lines):
    for file in (data, f"{HEAD}\n".encode() + data, "\n".join([HEAD, *lines]).encode()):
        try:
            handed_in = answers_file.answers_in_bytes(file)
        except ValueError as reason:
            assert str(reason).endswith((".", "'", '"'))
            continue
        assert len(handed_in.rows) + len(handed_in.skipped) <= len(file.splitlines())
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            one_class = list(marking.marked(marking.papers(handed_in.rows)))
            out = mark_file.marked_rows(handed_in, one_class)
            assert len(answers_file.as_csv(out, ",").splitlines()) == 1 + len(handed_in.rows)
        assert {row.line for row in handed_in.rows}.isdisjoint({s.line for s in handed_in.skipped})
