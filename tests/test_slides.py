"""A lesson cut into slides: what a class sees, what is said, what a key press brings."""

import re
import subprocess
import sys
from functools import cache
from itertools import count
from pathlib import Path

import nbformat
import pytest
from nbconvert.exporters import get_export_names, get_exporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from mazurnet import network
from mazurnet.chain import along
from mazurnet.display import show
from mazurnet.feedback.checking import check, check_all
from mazurnet.feedback.verdict import ANSWER
from mazurnet.forward import forward
from mazurnet.slides import deck_file, formulas, prose
from mazurnet.slides.cut import TAGS, slides
from mazurnet.symbols import E_o1, net_o1, out_h1, out_o1

LESSONS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
MOST_BYTES = 1_500_000  # of a deck

every_lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


def text(source, slide_type="-"):
    return new_markdown_cell(source, metadata={"slideshow": {"slide_type": slide_type}})


def tagged(cell, *tags):
    cell.metadata["tags"] = [*tags]
    return cell


def code(source, data, slide_type="-"):
    output = new_output("execute_result", data)
    metadata = {"slideshow": {"slide_type": slide_type}}
    return new_code_cell(source, outputs=[output], metadata=metadata)


def plain(source, result, slide_type="-"):
    return code(source, {"text/plain": result}, slide_type)


def shown_code(slide):
    return [deck_file.plain_text(part.html) for part in slide.parts if part.kind == "code"]


def cut(*cells):
    return slides(new_notebook(cells=list(cells)))


def kinds(slide):
    return [part.kind for part in slide.parts]


@cache
def read(path):
    return slides(nbformat.read(path, as_version=4))


def presses(html):
    """The key presses that a piece of a slide answers to, one for each part of it."""
    return [int(n) for n in re.findall(r'data-fragment-index="(\d+)"', html)]


# The cut


def test_a_heading_begins_a_slide_and_prose_is_said():
    title, section = cut(text("# Send\n\nEverything is said."), text("## How wrong?\n\nVery."))
    assert (title.kind, title.title, title.notes) == ("title", "Send", [])
    assert kinds(title) == ["aims"]
    assert (section.kind, section.title, section.parts) == ("section", "How wrong?", [])
    assert "Very." in section.notes[0]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("**First: how fast?**", "lead"),
        ("*Will it be positive?*", "guess"),
        ("*Two numbers. Which is it? Look.*", "guess"),
        ("*Pushes in a row multiply.*", "point"),
        ("$$a = b$$", "formula"),
        ("1. Type 1 for i1.\n2. Type 2.", "list"),
        ("What is it?\n\n<details><summary>Answer</summary>Six.</details>", "exercise"),
    ],
)
def test_what_is_to_be_seen_of_a_text(sentence, kind):
    (slide,) = cut(text(f"## Now\n\nSaid before it.\n\n{sentence}"))
    assert kinds(slide) == [kind]
    assert "Said before it." in slide.notes[0]


@pytest.mark.parametrize("sentence", ["The *squash*.", "It is the *chain rule*:", "a **b** c"])
def test_a_word_in_italics_is_only_said(sentence):
    (slide,) = cut(text(f"## Now\n\n{sentence}"))
    assert slide.parts == []
    assert slide.notes


def test_what_is_read_aloud_belongs_to_the_result_before_it():
    first, second = cut(
        text("## Now"), plain("f", "1"), text("One. That was that.\n\n*And what is next?*")
    )
    assert "One. That was that." in first.notes[0]
    assert kinds(second) == ["guess"]


def test_a_result_waits_for_a_key_press_if_a_question_stands_above_it():
    at_once, asked = cut(text("## A"), plain("f", "1"), text("## B\n\n*Is it 2?*"), plain("g", "2"))
    assert at_once.parts[-1].press is None
    assert [part.press is None for part in asked.parts] == [True, True, False]


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ([], ["d = E.diff(x)\nvalues[d] = 2\nsteps(d, values)"]),
        (["slide-first-line"], ["d = E.diff(x)"]),
        (["slide-last-line"], ["steps(d, values)"]),
        (["slide-no-code"], []),
        (["nbval-ignore-output", "slide-first-line"], ["d = E.diff(x)"]),
    ],
)
def test_of_the_code_beside_a_result_stands_what_the_cells_tags_say(tags, wanted):
    cell = plain("d = E.diff(x)\nvalues[d] = 2\nsteps(d, values)", "2")
    (slide,) = cut(text("## Now"), tagged(cell, *tags))
    assert shown_code(slide) == wanted


def test_a_long_cell_can_be_read_if_a_line_of_it_stands_for_it():
    (slide,) = cut(text("## Now"), tagged(plain("\n".join("abcdefgh"), "2"), "slide-last-line"))
    assert shown_code(slide) == ["h"]


@pytest.mark.parametrize("source", ["\n".join("abcdefgh"), "a + " * 30 + "a"])
def test_code_that_the_back_row_cannot_read_is_left_out(source):
    (slide,) = cut(text("## Now"), plain(source, "2"))
    assert kinds(slide) == ["result"]


@pytest.mark.parametrize("source", ["\n".join("abcdefg"), "a" * 84])
def test_seven_lines_and_84_letters_can_just_be_read(source):
    (slide,) = cut(text("## Now"), plain(source, "2"))
    assert shown_code(slide) == [source]


def test_a_question_is_there_at_once_also_below_a_sentence():
    bundle = check("net_h2", None)._repr_mimebundle_()
    (slide,) = cut(text("## Yours\n\n*What flows into h2?*"), code("check(net_h2)", bundle))
    assert kinds(slide) == ["guess", "question"]
    assert [part.press for part in slide.parts] == [None, None]


def test_of_a_long_table_the_upper_half_has_the_odd_row():
    rows = "\n".join(f"| {n} | {n} |" for n in range(17))
    tables = cut(text("## Now"), code("t", {"text/markdown": f"| a | b |\n|---|---|\n{rows}"}))
    assert [part.html.count("<tr>") for slide in tables for part in slide.parts] == [10, 9]


def test_pictures_have_a_slide_to_themselves():
    html = '<img alt="The network: w5 0.40." src="data:,">'
    drawn = [code("draw()", {"text/html": html}) for _ in range(2)]
    first, second = cut(text("## Now"), *drawn)
    assert kinds(first) == kinds(second) == ["picture"]
    assert first.parts[0].html == html


def test_what_is_to_be_skipped_is_and_what_is_a_note_is_said():
    left_out = text("## Not this", "skip"), plain("f", "1", "skip")
    (slide,) = cut(text("## Now"), *left_out, text("## Aside", "notes"))
    assert slide.parts == []
    assert "Aside" in slide.notes[0]


def test_code_can_ask_for_a_slide_of_its_own():
    assert len(cut(text("## Now"), plain("f", "1"), plain("g", "2"))) == 1
    assert len(cut(text("## Now"), plain("f", "1"), plain("g", "2", "subslide"))) == 2


def test_what_stands_below_a_rule_is_for_readers():
    (slide,) = cut(text("## Try it\n\nSaid.\n\n---\n\n**Used here:** chain.py"))
    assert "chain.py" not in "".join(slide.notes)


def test_an_exercise_has_a_slide_and_its_answer_a_key_press():
    exercise = "**1.{} Do.** How many?\n\n<details><summary>Solution</summary>Six.</details>"
    first, second = cut(text(f"## Try it\n\n{exercise.format(1)}\n\n{exercise.format(2)}"))
    assert presses(first.parts[0].html) != presses(second.parts[0].html)
    assert re.search(r'fragment"[^>]*>Six\.<', second.parts[0].html)


def test_code_that_shows_nothing_yet_can_stand_by_itself():
    rules = [tagged(new_code_cell(f"def {name}(x):\n    pass"), "slide-code") for name in "fg"]
    first, second, third = cut(text("## A"), *rules, text("*What is f(1)?*"), plain("f(1)", "1"))
    assert kinds(first) == kinds(second) == ["rule"]
    assert kinds(third) == ["guess", "code", "result"]


def test_other_code_that_shows_nothing_is_left_out():
    long = "def f(x):\n" + "\n".join(f"    x = {n}" for n in range(10))
    too_long = tagged(new_code_cell(long), "slide-code")
    (slide,) = cut(text("## A"), new_code_cell("def f(x):\n    return x"), too_long)
    assert slide.parts == []


def test_an_exercise_that_has_been_answered_before_can_be_skipped():
    exercise = "**1.{} Do.** How many?\n\n<details><summary>Solution</summary>{}.</details>"
    source = "## Try it\n\n" + "\n\n".join(exercise.format(n, n) for n in (1, 2))
    (slide,) = cut(tagged(text(source), "slide-skip-last-exercise"))
    assert kinds(slide) == ["exercise"]
    assert "1.1 Do" in slide.parts[0].html
    (slide,) = cut(tagged(text("## Now\n\n*How many are there?*"), "slide-skip-last-exercise"))
    assert kinds(slide) == ["guess"]


@pytest.mark.parametrize(
    "ask", [lambda: check("net_h2", None), lambda: check_all({"dE_dw7": None})]
)
def test_what_the_reader_is_asked_comes_worked_at_a_key_press(ask):
    answer = ask()._repr_mimebundle_()
    assert re.search(r"\d\.\d", answer[ANSWER]["lines"][0])
    bundle = {**answer, "text/markdown": "Not answered yet.", "text/plain": "Not answered yet."}
    (slide,) = cut(text("## Yours"), code("check(net_h2, answer)", bundle))
    (question,) = slide.parts
    assert (question.kind, question.press) == ("question", None)
    left, _, later = question.html.partition("fragment")
    assert not re.search(r"\d\.\d", left)
    assert re.search(r"\d\.\d", later)


@pytest.mark.parametrize("answer", ["0.3925", "7", "x"])
def test_nothing_is_given_away_beside_an_answer(answer):
    assert check("net_h2", answer)._repr_mimebundle_() == {}


def test_any_notebook_at_all_has_slides():
    cells = [
        code("plot()", {"image/png": "iVBO", "text/plain": "a plot"}),
        code("frame", {"text/html": "<table><tr><td>1</td></tr></table>"}),
        new_code_cell("1/0", outputs=[new_output("error", ename="ZeroDivisionError", evalue="no")]),
        text(r"What is $\frac{$?"),
        new_code_cell("print(1)", outputs=[new_output("stream", text="1\n")]),
    ]
    deck = deck_file.deck(cut(*cells))
    for wanted in ('alt="a plot"', "<td>1</td>", "ZeroDivisionError: no", r"<code>\frac{</code>"):
        assert wanted in deck


@pytest.mark.parametrize(
    "cells",
    [[], [new_markdown_cell("---\n\nbelow")], [text("# No", "skip")], [new_code_cell("1")]],
    ids=["none", "a rule", "skipped", "never run"],
)
def test_even_nothing_is_a_deck(cells):
    assert "<h2>Slides</h2>" in deck_file.deck(cut(*cells))


@pytest.mark.parametrize(
    "metadata", [{"slideshow": None}, {"slideshow": "slide"}, {}, {"tags": ["mine"]}]
)
def test_metadata_may_be_anything(metadata):
    (slide,) = cut(new_markdown_cell("## Now", metadata=metadata))
    assert slide.title == "Now"


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ({"image/svg+xml": "<svg/>", "text/plain": "<SVG>"}, "data:image/svg+xml;base64,PHN2Zy8+"),
        ({"image/jpeg": "/9j/", "text/plain": "<PIL>"}, "data:image/jpeg;base64,/9j/"),
        ({"text/markdown": "Before.\n\n| a |\n|--|\n| 1 |\n\nAfter."}, "After."),
        ({"text/markdown": "| a |\n|--|"}, "<table>"),
        ({"text/html": "<p>two <b>open</p> </section><i>ends"}, "<p>two <b>open</b></p>"),
        ({"text/html": '<img alt="1" src="data:,a"><img alt="2" src="data:,b">'}, 'alt="2"'),
    ],
)
def test_no_output_is_lost(data, wanted):
    (slide,) = cut(text("## Now"), code("f", data))
    assert wanted in "".join(part.html for part in slide.parts)
    assert "</section>" not in "".join(part.html for part in slide.parts)


def test_what_is_printed_is_shortened_and_has_no_colours():
    printed = "\x1b[31mred\x1b[0m\n 10%\r 100%\n" + "\n".join(map(str, range(200)))
    output = new_output("stream", text=printed)
    (slide,) = cut(text("## Now"), new_code_cell("f", outputs=[output]))
    lines = re.findall(r"<span[^>]*>(.*?)</span>", slide.parts[0].html)
    assert lines[:3] == ["red", "100%", "0"]
    assert (len(lines), lines[25], lines[-1]) == (51, "…", "199")


@pytest.mark.parametrize("url", ["https://example.org/a.png", "a.png", "attachment:a.png"])
def test_a_picture_that_is_not_in_the_lesson_leaves_its_words(url):
    (slide,) = cut(text(f"## Now\n\nSee ![a curve]({url})."))
    assert "a curve" in slide.notes[0]
    assert "<img" not in slide.notes[0]


@pytest.mark.parametrize("details", ["<details>", "<details open>"])
def test_an_answer_may_be_open(details):
    (slide,) = cut(text(f"## Now\n\nSix?\n\n{details}<summary>A</summary>Yes.</details>"))
    assert "Yes." in slide.parts[0].html


# Formulas


def test_a_chain_is_revealed_factor_by_factor():
    steps = show.steps(along(E_o1, out_o1, net_o1, out_h1), forward(network.given))
    html = formulas.line_by_line(steps.latex, count())
    assert "--factors: 3" in html
    factors = re.findall(r'class="factor fragment" data-fragment-index="(\d)"[^>]*--k: (\d)', html)
    assert len(factors) == 3 * 4  # names, formulas, numbers, what they come to
    assert {*factors} == {("0", "0"), ("1", "1"), ("2", "2")}
    assert presses(html)[-1] == 3  # the product comes last


def test_lines_come_one_by_one():
    html = formulas.line_by_line(
        r"\begin{aligned} a &= b \\[4pt] &= 2 \\[4pt] &= 3 \end{aligned}", count()
    )
    assert presses(html) == [0, 1]
    assert html.count("<math") == 4


@pytest.mark.parametrize(
    ("latex", "tag"),
    [
        (r"\frac{1}{1 + e^{- net_{h1}}}", "<mfrac>"),
        (r"\sum_{k=1}^{2} \delta_k w_k", "<munderover>"),
        (r"\begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}", "<mtable>"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "<mtable>"),
        (r"\textcolor{#C44E00}{\delta_{o1}} \cdot w_5", 'mathcolor="#C44E00"'),
        (r"\frac{\partial E_{total}}{\partial w_5}", "<msub><mi>w</mi><mrow><mn>5</mn>"),
        (r"\left", "<code>"),
        (r"\text", "<code>"),
        (r"e^x", "<msup><mi>e</mi><mrow><mi>x</mi>"),
    ],
)
def test_mathematics_is_mathml(latex, tag):
    assert tag in formulas.one_line(latex)


@every_lesson
def test_every_formula_of_a_lesson_is_typeset(path):
    deck = deck_file.deck(read(path))
    shown = re.sub(r"<(style|script|pre|code)\b.*?</\1>", "", deck, flags=re.DOTALL)
    assert "<math" in shown
    assert not re.search(r"\\[a-z]+|\$|\^\{", deck_file.plain_text(shown))


def test_names_have_a_low_index_as_in_the_picture_and_code_is_left_alone():
    html = deck_file.typeset(
        "w5 and out_h1, <code>w5</code> <a href='w5'>delta_o1</a>, w5_new, b_h1, worth1"
    )
    assert html == (
        "<i>w</i><sub>5</sub> and out<sub>h1</sub>, <code>w5</code> "
        "<a href='w5'><i>δ</i><sub>o1</sub></a>, <i>w</i><sub>5 new</sub>, "
        "<i>b</i><sub>h1</sub>, worth1"
    )


# The lessons


@every_lesson
def test_every_tag_that_speaks_of_slides_is_known(path):
    tags = {tag for cell in nbformat.read(path, 4).cells for tag in cell.metadata.get("tags", [])}
    assert {tag for tag in tags if tag.startswith("slide")} <= TAGS


@every_lesson
def test_every_slide_shows_something_and_most_have_something_to_say(path):
    deck = read(path)
    assert [slide.title for slide in deck if not slide.parts] == []
    assert sum(bool(slide.notes) for slide in deck) >= len(deck) / 2


@every_lesson
def test_every_guess_of_a_lesson_is_put_to_the_class(path):
    shown = deck_file.plain_text(
        " ".join(part.html for slide in read(path) for part in slide.parts)
    )
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown" and "skip" not in str(cell.metadata):
            for guess in re.findall(r"(?<!\*)\*(?!\*)([^*]{12,}\?)\*", cell.source):
                assert deck_file.plain_text(prose.inline_html(guess)) in shown


@every_lesson
def test_every_exercise_has_its_slide(path):
    last = nbformat.read(path, as_version=4).cells[-1].source
    wanted = re.findall(r"\*\*(\d+\.\d \w+)\.\*\*", last)
    parts = [part.html for slide in read(path) for part in slide.parts if part.kind == "exercise"]
    assert len(wanted) >= 3
    assert [
        re.search(r"<strong>(\d+\.\d \w+)\.", html)[1] for html in parts[-len(wanted) :]
    ] == wanted
    assert all(presses(html) for html in parts)


@every_lesson
def test_the_live_network_is_on_a_slide_of_its_own(path):
    live = [slide for slide in read(path) if "live" in kinds(slide)]
    assert [kinds(slide) for slide in live] == [["live"]] * (not path.stem.startswith("00"))


@every_lesson
def test_every_picture_says_its_numbers(path):
    html = deck_file.deck(read(path))
    pictures = re.findall(
        r"<img\b[^>]*>", re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    )
    assert pictures
    for picture in pictures:
        assert re.match(r'<img alt="[^"]*\d', picture) or "no number yet" in picture


# The file


@every_lesson
def test_a_deck_is_small_and_asks_nobody_for_anything(path):
    deck = deck_file.deck(read(path))
    assert len(deck.encode()) <= MOST_BYTES
    assert '<html lang="en">' in deck
    markup = re.sub(r"<script.*?</script>", "", deck, flags=re.DOTALL)
    assert not re.search(r"<link\b|@import|\bsrc=[\"'](?!data:)|url\([\"']?(?!data:|[\"'])", markup)


def test_nbconvert_and_jupyterlab_know_it_by_name():
    assert "mazurnet_slides" in get_export_names()
    assert get_exporter("mazurnet_slides")().export_from_notebook


def test_nbconvert_writes_our_slides_and_its_own_as_before(tmp_path):
    lesson = next(path for path in LESSONS if path.stem.startswith("04"))
    command = [sys.executable, "-m", "nbconvert", "--log-level=ERROR", "--to", "mazurnet_slides"]
    subprocess.run([*command, str(lesson), "--output-dir", str(tmp_path)], check=True)
    (file,) = tmp_path.iterdir()
    assert file.name == "04_updates.slides.html"
    assert "mazurnet slides" in file.read_text(encoding="utf-8")
    its_own, resources = get_exporter("slides")().from_filename(str(lesson))
    assert resources["output_extension"] == ".slides.html"
    assert "mazurnet slides" not in its_own


@pytest.mark.parametrize("latex", ["= -0.5", r"\left(-0.5\right)"])
def test_a_minus_before_a_number_is_its_sign(latex):
    assert '<mo form="prefix">&#x02212;</mo>' in formulas.one_line(latex)


def test_a_minus_between_numbers_is_none():
    assert "prefix" not in formulas.one_line("3 - 0.5")


def test_a_live_network_without_its_picture_is_no_reason_to_stop():
    html = {"text/html": '<mazurnet-live state="{}">gone</mazurnet-live>'}
    (slide,) = cut(text("## A"), code("net", html))
    assert "gone" in slide.parts[0].html


# What is pasted, and what is long

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)


def pasted(coded, words="![mine](attachment:image.png)"):
    cell = new_markdown_cell(f"# Title\n\n## Look\n\n{words}")
    cell["attachments"] = {"image.png": {"image/png": coded}}
    return deck_file.deck(cut(cell))


def test_a_pasted_picture_is_on_its_slide():
    html = pasted(PIXEL)
    assert f'<img src="data:image/png;base64,{PIXEL}" alt="mine"' in html
    assert 'class="part picture' in html
    assert f"base64,{PIXEL}" in pasted(
        PIXEL, "beside words ![mine](attachment:image.png) it is said"
    )


@pytest.mark.parametrize("coded", ['"><script>1</script>', "a)b", "", "====", "data:text/html,1"])
def test_what_is_no_base64_is_no_picture(coded):
    html = pasted(coded)
    assert "base64," not in html.partition("<body>")[2].partition("<script")[0]
    assert "<script>1" not in html and "mine" in html


def test_a_line_as_long_as_a_book_is_exported():
    long = str(list(range(50_000)))
    output = new_output("stream", name="stdout", text=f"{long}\nbar 10 %\rbar 100 %\n")
    html = deck_file.deck(cut(new_code_cell("print(1)", outputs=[output])))
    assert "49999]" in html and "bar 100 %" in html and "bar 10 %" not in html


@pytest.mark.parametrize(
    "latex",
    [r"\text{<script>1</script>}", r"\href{javascript:1}{x}", r"\style{color:red}{x}"],
)
def test_a_formula_is_mathml_and_nothing_else(latex):
    shown = formulas.one_line(latex)
    assert shown.startswith("<code>") and "<script" not in shown and "<mrow href" not in shown
    html = deck_file.deck(cut(new_markdown_cell(f"# Title\n\n$${latex}$$")))
    assert "<script>1" not in html and 'href="javascript' not in html


def test_what_a_formula_says_of_itself_stays_in_its_attribute():
    assert "onload=&quot;x" in formulas.one_line(r'\color{red" onload="x}{y}')
