"""The report: a page for the teacher: picture, steps, students, and the lines left out."""

from collections.abc import Iterable, Sequence
from html import escape

from mazurnet.classroom import class_picture, marking
from mazurnet.classroom.marking import Student
from mazurnet.classroom.rows import Skipped
from mazurnet.classroom.tally import Tally
from mazurnet.display.style import INK, QUIET, Picture
from mazurnet.feedback.answer_sheet import FINE, FOLLOWS
from mazurnet.feedback.verdict import OPEN, WRONG

STYLE = f"""
body {{ font: 16px/1.45 "DejaVu Sans", Verdana, sans-serif; color: {INK}; background: #FFF;
       max-width: 960px; margin: 2em auto; padding: 0 1em }}
table {{ border-collapse: collapse; width: 100%; margin-bottom: 2em }}
caption {{ text-align: left; padding-bottom: .5em }}
th, td {{ text-align: left; vertical-align: top; padding: .35em .6em;
         border-bottom: 1px solid #CCC }}
th {{ font-weight: normal }}
thead th {{ border-bottom: 2px solid {INK} }}
.n {{ text-align: right; font-variant-numeric: tabular-nums }}
td, tbody th {{ overflow-wrap: anywhere }}
ul {{ margin: 0; padding: 0; list-style: none }}
small {{ color: {QUIET} }}
code {{ white-space: pre-wrap; overflow-wrap: anywhere }}
@page {{ size: A4; margin: 15mm }}
@media print {{
  body {{ font-size: 9pt; margin: 0; max-width: none; padding: 0 }}
  thead {{ display: table-header-group }} tr, img {{ break-inside: avoid }}
  h2 {{ break-after: avoid }}
}}
"""


def html(
    name: str,
    marked: Sequence[Student],
    tallies: Sequence[Tally],
    picture: Picture,
    skipped: Sequence[Skipped],
) -> str:
    """The whole page, in one file; `name` is that of the file of answers."""
    title = f"{escape(name)}, marked"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n<p>{escape(summary(marked))}</p>\n{picture._repr_html_()}\n"
        f"{_steps(tallies)}{_students(marked)}{_skipped(skipped)}</body>\n</html>\n"
    )


def summary(marked: Sequence[Student]) -> str:
    """The class in a sentence: how many students and answers, and how those fared."""
    answers = sum(len(one.marks) - one.count(OPEN) for one in marked)
    right, follow, wrong, left = (
        sum(one.count(*kinds) for one in marked) for kinds in (FINE, (FOLLOWS,), (WRONG,), (OPEN,))
    )
    plural = "s" * (answers != 1)
    return (
        f"{class_picture.counted(len(marked))}, {answers} answer{plural}: {right} right, {follow} that "
        f"follow from a wrong number before, {wrong} wrong. {left} left open."
    )


def _steps(tallies: Iterable[Tally]) -> str:
    rows = []
    for tally in tallies:
        counts = (tally.answered, tally.right, tally.slipped, tally.unexplained)
        common = ""
        if tally.slips:
            slip, made = tally.slips[0]
            common = f"{escape(slip.what)} <small>({made}, lesson {slip.lesson:02d})</small>"
        step = f"{tally.step.title} <small>lesson {tally.step.lesson:02d}</small>"
        rows.append((step, *map(str, counts), common))
    return "<h2>Which step is misunderstood by how many</h2>\n" + _table(
        "Numbers of students. A slip is counted in the step in which it was made, even if it shows "
        "later; what follows rightly from a wrong number counts as right.",
        ("step", "answered", "all right", "made a slip", "wrong, slip unknown", "commonest slip"),
        rows,
        numbers=range(1, 5),
    )


def _students(marked: Iterable[Student]) -> str:
    rows = [
        (
            escape(one.name),
            "" if one.sheet is None else str(one.sheet),
            *(str(one.count(*kinds)) for kinds in (FINE, (FOLLOWS,), (WRONG,), (OPEN,))),
            "<ul>" + "".join(f"<li>{said}</li>" for said in dict.fromkeys(_slips(one))) + "</ul>",
        )
        for one in marked
    ]
    return "<h2>Student by student</h2>\n" + _table(
        "Numbers of answers. Without a sheet, the numbers are the article's.",
        ("student", "sheet", "right", "follow", "wrong", "open", "slips, and where they were made"),
        rows,
        numbers=range(1, 6),
    )


def _slips(student: Student) -> Iterable[str]:
    for line, cases in student.cases.items():
        what, made, _, lesson = map(escape, marking.told_in_columns(cases))
        if cases:
            yield f"{made}: {what} <small>(lesson {lesson})</small>"
        else:
            yield f"{line}: {escape(student.marks[line].text)}"


def _skipped(skipped: Sequence[Skipped]) -> str:
    if not skipped:
        return ""
    rows = [
        (str(line), escape(reason), f"<code>{escape(text)}</code>")
        for line, reason, text in skipped
    ]
    return "<h2>Lines that were not marked</h2>\n" + _table(
        "Mend them in your file and mark it again.", ("line", "why", "as it stands"), rows, (0,)
    )


def _table(
    caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[int]
) -> str:
    """A table; `numbers` are the places of the columns that hold numbers."""
    classes = [' class="n"' if n in numbers else "" for n in range(len(head))]
    top = "".join(f'<th scope="col"{c}>{h}</th>' for c, h in zip(classes, head, strict=True))
    body = ""
    for first, *cells in rows:
        others = "".join(f"<td{c}>{x}</td>" for c, x in zip(classes[1:], cells, strict=True))
        body += f'<tr><th scope="row"{classes[0]}>{first}</th>{others}</tr>\n'
    return (
        f"<table>\n<caption>{caption}</caption>\n<thead><tr>{top}</tr></thead>\n"
        f"<tbody>\n{body}</tbody>\n</table>\n"
    )
