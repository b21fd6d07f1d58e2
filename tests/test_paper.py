"""Worksheets and keys on paper: printed by a real browser, on A4 and on Letter."""

import re

import browsing
import pytest

from mazurnet.classroom import printed_sheets

browsing.skip_without_a_browser()

STUDENTS = 30
MM = 96 / 25.4  # pixels
SIZES = {"A4": (210, 297), "Letter": (215.9, 279.4)}
MARGINS = 26, 25  # millimetres, left and right, top and bottom
PAGES = {"sheets": 2, "keys": 2}  # for each student

# What stands outside its own box, and by how many pixels.
OUTSIDE = """() => [...document.querySelectorAll(
    ".head, .todo, .start, .given, .given dl, .lines li, .lines li > *, .second li, th, td")]
  .map((box) => {
    const right = (part) => part.getBoundingClientRect().right;
    const text = (node) => {
      const range = document.createRange();
      range.selectNode(node);
      return range;
    };
    const parts = [...box.childNodes].filter((node) => node.className !== "unseen")
      .map((node) => right(node.nodeType === Node.TEXT_NODE ? text(node) : node));
    return [Math.max(...parts) - right(box), box.outerHTML.slice(0, 200)];
  }).filter(([out]) => out > 0.5)"""
HEIGHTS = "selector => [...document.querySelectorAll(selector)].map(e => e.offsetHeight)"


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    sheets, keys, _ = printed_sheets.for_a_class(STUDENTS, 1, tmp_path_factory.mktemp("class"))
    return {"sheets": sheets, "keys": keys}


@pytest.fixture(params=["sheets", "keys"])
def kind(request):
    return request.param


@pytest.fixture
def page(browser, files, kind):
    """The page, in a browser without a network, which may ask for nothing but the file."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    with browsing.quiet(page):
        page.goto(files[kind].as_uri())
        yield page
    assert [url for url in asked if not url.startswith("data:")] == [files[kind].as_uri()]
    context.close()


@pytest.mark.parametrize("size", SIZES)
def test_each_student_has_two_pages(size, page, kind):
    printed = page.pdf(format=size)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", printed)) == PAGES[kind] * STUDENTS
    found = set(re.findall(rb"/MediaBox \[0 0 (\S+) (\S+)\]", printed))
    points = [n / 25.4 * 72 for n in SIZES[size]]
    assert [tuple(map(float, box)) for box in found] == [pytest.approx(points, abs=1)]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_its_place(size, page):
    page.emulate_media(media="print")
    width = int((SIZES[size][0] - MARGINS[0]) * MM)
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(OUTSIDE) == []


def test_what_is_too_wide_would_be_found(page):
    page.emulate_media(media="print")
    page.add_style_tag(content="math { font-size: 14pt !important }")
    assert page.evaluate(OUTSIDE) != []


@pytest.mark.parametrize("size", SIZES)
def test_no_step_is_torn_apart(size, page, kind):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": int((SIZES[size][0] - MARGINS[0]) * MM), "height": 900})
    room = (SIZES[size][1] - MARGINS[1]) * MM
    assert max(page.evaluate(HEIGHTS, "section")) < room / 2
    assert (
        page.evaluate("getComputedStyle(document.querySelector('section')).breakInside") == "avoid"
    )
    if kind == "sheets":  # and other fonts have some millimetres to spare
        assert max(page.evaluate(HEIGHTS, ".page")) < room - 3 * MM


def test_there_is_room_to_write(browser, files):
    page = browser.new_page()
    page.goto(files["sheets"].as_uri())
    page.emulate_media(media="print")
    assert min(page.evaluate(HEIGHTS, ".lines li")) >= 9 * MM - 1
    assert min(page.evaluate(HEIGHTS, ".second li")) >= 8.5 * MM - 1
    page.close()


@pytest.mark.parametrize("part", ["", "-key"])
def test_axe_finds_nothing(part, browser, tmp_path):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not here")
    printed_sheets.for_one(7, tmp_path)
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / f"worksheet-7{part}.html").as_uri())
    found = axe.Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]][:3]) for rule in found] == []
    context.close()
