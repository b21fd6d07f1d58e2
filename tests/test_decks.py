"""The decks in a browser: nothing is cut, small or cut off from anybody, and all of it is alive."""

from pathlib import Path

import browsing
import pytest
from how_much import LONG

from mazurnet import descent, network
from mazurnet.display.style import short
from mazurnet.forward import forward
from mazurnet.slides import deck_file, printer, series
from mazurnet.symbols import E_total

browsing.skip_without_a_browser()

LESSONS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
SCREENS = {"wide": (1280, 720), "square": (1024, 768)}
PHONE = {"is_mobile": True, "has_touch": True}
SMALLEST = 18  # pixels of a slide that is 1280 wide

# Every slide with all its fragments: what stands outside of it, what overlaps, the smallest text.
LOOK = """(slide) => {
  const scale = window.Reveal?.getScale() || 1;
  const at = (part) => part.getBoundingClientRect();
  const edge = at(slide.querySelector(".sheet"));
  const parts = [...slide.querySelectorAll("*")].filter((part) => {
    const { width, height } = at(part);
    return width && height && !part.closest("aside, svg, mazurnet-live");
  });
  const named = (part) => `${part.localName}.${part.className} ${part.textContent.slice(0, 40)}`;
  const outside = parts.filter((part) => {
    const box = at(part);
    return box.left < edge.left - 1 || box.right > edge.right + 1
      || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
  });
  const scrolled = parts.filter((part) => /auto|scroll/.test(getComputedStyle(part).overflow)
    && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1));
  const below = [slide.querySelector("h2"), ...slide.querySelectorAll(".body > .part")];
  const over = below.filter((part, n) => n && at(part).top < at(below[n - 1]).bottom - 2 * scale);
  const words = parts.filter((part) => [...part.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  const sizes = words.map((part) => [parseFloat(getComputedStyle(part).fontSize), named(part)]);
  return {
    title: slide.querySelector("h2").textContent,
    wrong: [...outside, ...scrolled, ...over].map(named),
    smallest: sizes.sort(([a], [b]) => a - b)[0] ?? [99, ""],
  };
}"""
NEXT = """() => {
  if (Reveal.isLastSlide()) return false;
  Reveal.next();
  while (Reveal.availableFragments().next) Reveal.nextFragment();
  return true;
}"""
AXE = """async (slide) => {
  for (const part of slide.querySelectorAll(".fragment")) part.style.transition = "none";
  return (await axe.run(slide, { resultTypes: ["violations"] })).violations;
}"""


@pytest.fixture(scope="module")
def decks(tmp_path_factory):
    """The decks of all lessons, in a folder where nothing else is."""
    folder = tmp_path_factory.mktemp("stick")
    series.export(LESSONS, folder)
    return {lesson.stem: folder / f"{lesson.stem}.slides.html" for lesson in LESSONS}


@pytest.fixture(params=[lesson.stem for lesson in LESSONS])
def deck(request, decks):
    return decks[request.param]


@pytest.fixture
def opened(browser):
    """Opens a deck with no network; at the end nothing was asked for and nothing went wrong."""
    contexts = []

    def open_deck(deck, query="", **screen):
        context = browser.new_context(offline=True, **screen)
        page = context.new_page()
        asked = []
        context.on("request", lambda request: asked.append(request.url))
        calm = browsing.quiet(page)
        calm.__enter__()
        contexts.append((context, calm, asked))
        page.goto(deck.as_uri() + query)
        page.wait_for_function("() => !window.Reveal || Reveal.isReady()")
        page.evaluate("() => document.fonts.ready")
        page.wait_for_timeout(100)
        return page

    yield open_deck
    for context, calm, asked in contexts:
        calm.__exit__(None, None, None)
        context.close()
        assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def walk(page):
    """Every slide in its turn, all its fragments shown."""
    page.evaluate("() => { while (Reveal.availableFragments().next) Reveal.nextFragment(); }")
    yield page.locator("section.present:not(.stack)")
    while page.evaluate(NEXT):
        yield page.locator("section.present section.present, .slides > section.present:not(.stack)")


def go_to(page, selector):
    """The first slide that has something; all its fragments shown."""
    page.evaluate(
        """(selector) => {
          const slide = document.querySelector(selector).closest("section");
          const { h, v } = Reveal.getIndices(slide);
          Reveal.slide(h, v);
        }""",
        selector,
    )
    page.wait_for_timeout(200)
    return page.locator(selector).first


@pytest.mark.parametrize("screen", SCREENS)
def test_no_slide_is_cut_or_small(deck, screen, opened, record_property):
    width, height = SCREENS[screen]
    page = opened(deck, viewport={"width": width, "height": height})
    looks = [slide.evaluate(LOOK) for slide in walk(page)]
    assert [look for look in looks if look["wrong"]] == []
    size, text = min(look["smallest"] for look in looks)
    record_property(f"smallest text of {deck.stem} at {width}", f"{size:.1f} px: {text}")
    assert size >= SMALLEST


@pytest.mark.parametrize("size", [(390, 844), (360, 640)], ids=["tall", "small"])
def test_no_slide_is_cut_on_a_phone(deck, size, opened):
    page = opened(deck, **PHONE, viewport={"width": size[0], "height": size[1]})
    assert page.evaluate("() => Reveal.isScrollView()")
    slides = page.locator("section:has(> .sheet)")
    looks = [slides.nth(n).evaluate(LOOK) for n in range(slides.count())]
    assert len(looks) > 10
    assert [look for look in looks if look["wrong"]] == []


def test_axe_finds_nothing_on_any_slide(deck, opened):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not here")
    page = opened(deck, viewport={"width": 1280, "height": 720})
    of_the_page = axe.Axe().run(page).response["violations"]  # and axe is there to stay
    of_slides = {n: slide.evaluate(AXE) for n, slide in enumerate(walk(page))}
    violations = {"the page": of_the_page, **of_slides}
    assert {
        n: [(r["id"], r["nodes"][0]["html"]) for r in v] for n, v in violations.items() if v
    } == {}


@pytest.fixture
def updates(decks, opened):
    """The deck of lesson 04 on the slide of its live network."""
    page = opened(decks["04_updates"], viewport={"width": 1024, "height": 768}, has_touch=True)
    go_to(page, "mazurnet-live")
    return page


def where(page):
    return page.evaluate("() => Object.values(Reveal.getIndices()).slice(0, 2)")


def test_the_live_network_says_in_a_deck_what_the_lesson_says(updates):
    live = updates.locator("mazurnet-live")
    live.get_by_role("button", name="Next round").click()
    for eta in (0.5, 10):
        live.get_by_role("textbox", name="eta").fill(str(eta))
        updates.keyboard.press("Enter")
        after = forward(descent.step(network.given, eta))[E_total]
        live.get_by_text(f"E_total {short(after)}", exact=True).wait_for(timeout=2000)


def test_arrow_keys_move_its_slider_and_not_the_slide(updates):
    slide, rate = where(updates), updates.locator("mazurnet-live input[type=range]").first
    before = float(rate.input_value())
    rate.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp", " "):
        updates.keyboard.press(key)
    assert float(rate.input_value()) > before
    assert where(updates) == slide


def test_a_clicker_turns_the_slide_whatever_was_touched_last(updates):
    slide = where(updates)
    updates.locator("mazurnet-live input[type=range]").first.focus()
    updates.keyboard.press("PageDown")
    assert where(updates) != slide
    assert updates.evaluate("() => document.activeElement.localName") == "body"  # all keys are its
    updates.keyboard.press("PageUp")
    assert where(updates) == slide


@pytest.mark.parametrize("how", ["mouse", "touch"])
def test_its_slider_can_be_dragged_on_a_scaled_slide(how, updates):
    slide, rate = where(updates), updates.locator("mazurnet-live input[type=range]").first
    box = rate.bounding_box()
    y = box["y"] + box["height"] / 2
    stops = [box["x"] + box["width"] * share for share in (0.5, 0.6, 0.7, 0.8)]
    before = float(rate.input_value())
    if how == "mouse":
        updates.mouse.move(stops[0], y)
        updates.mouse.down()
        for x in stops[1:]:
            updates.mouse.move(x, y)
        updates.mouse.up()
    else:
        touch = updates.context.new_cdp_session(updates)
        for kind, x in zip(("Start", "Move", "Move", "Move"), stops, strict=True):
            points = [{"x": x, "y": y}]
            touch.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    updates.wait_for_timeout(200)
    assert float(rate.input_value()) > before + 0.5
    assert where(updates) == slide


def test_a_training_stops_when_its_slide_is_left(updates):
    live = updates.locator("mazurnet-live")
    live.get_by_role("button", name="Play").click()
    updates.wait_for_timeout(300)
    updates.keyboard.press("PageDown")
    updates.wait_for_timeout(300)
    updates.keyboard.press("PageUp")
    round_shown = live.get_by_role("textbox", name="round")
    stopped = round_shown.input_value()
    assert int(stopped) > 0
    updates.wait_for_timeout(500)
    assert round_shown.input_value() == stopped


def test_a_phone_that_is_turned_is_laid_out_again(decks, opened):
    page = opened(decks["01_forward_pass"], **PHONE, viewport={"width": 844, "height": 390})
    assert not page.evaluate("() => Reveal.isScrollView()")
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("() => window.Reveal && Reveal.isReady() && Reveal.isScrollView()")


def test_to_print_it_lays_out_its_pages_first(decks, opened):
    page = opened(decks["01_forward_pass"], viewport={"width": 1280, "height": 720})
    page.add_init_script("window.print = () => { window.asked = true; }")
    page.keyboard.press("Control+p")
    page.wait_for_function(
        "() => window.asked && document.querySelectorAll('.pdf-page').length > 10"
    )


def test_the_other_slider_moves_too(decks, opened):
    page = opened(decks["05_training_curve"], viewport={"width": 1280, "height": 720})
    frames = go_to(page, "mazurnet-frames")
    slide, picture = where(page), frames.locator("img")
    before = picture.get_attribute("src"), picture.get_attribute("alt")
    frames.locator("input").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert frames.locator("output").inner_text() == "0.16"
    assert picture.get_attribute("src") != before[0]
    assert picture.get_attribute("alt") != before[1]
    assert picture.evaluate("(image) => image.decode().then(() => image.naturalWidth)") > 500
    assert where(page) == slide


@pytest.mark.parametrize("key", [" ", "n", "PageDown"])
def test_other_keys_turn_the_slide_though_the_slider_was_moved(key, decks, opened):
    page = opened(decks["05_training_curve"], viewport={"width": 1280, "height": 720})
    frames = go_to(page, "mazurnet-frames")
    slide = where(page)
    frames.locator("input").press("ArrowRight")
    page.keyboard.press(key)
    assert where(page) != slide
    after = where(page)
    page.keyboard.press("ArrowLeft")  # it isn't the slider's any more
    assert where(page) != after


def test_what_is_said_stands_in_the_speakers_window(decks, opened):
    page = opened(decks["02_output_deltas"], viewport={"width": 1280, "height": 720})
    go_to(page, ".formula")
    with page.context.expect_page() as window:
        page.keyboard.press("s")
    notes = window.value.locator(".speaker-controls-notes .value")
    notes.get_by_text("called the gradient").wait_for(timeout=10_000)


def test_a_fragment_comes_at_a_key_press_and_a_slide_after_the_last(decks, opened):
    page = opened(decks["02_output_deltas"], viewport={"width": 1280, "height": 720})
    chain = go_to(page, ".chain")
    factors = chain.locator(".factor")
    seen = "(factors) => factors.filter((f) => getComputedStyle(f).visibility === 'visible').length"
    counts = []
    slide = where(page)
    for _ in range(6):
        counts.append(factors.evaluate_all(seen))
        page.keyboard.press("ArrowRight")
    assert counts == [0, 0, 4, 8, 12, 12]  # first the blank chain, then a factor a press
    assert where(page) == slide


def test_on_paper_there_is_a_page_for_every_slide_and_a_picture_stands_still(deck, opened):
    page = opened(deck, "?print-pdf", viewport={"width": 1280, "height": 720})
    page.wait_for_timeout(500)
    slides = page.locator("section:has(> .sheet)").count()
    assert page.locator(".pdf-page").count() == slides
    live = page.locator("mazurnet-live").evaluate_all("all => all.map((live) => live.shadowRoot)")
    assert {*live} <= {None}
    looks = [page.locator("section:has(> .sheet)").nth(n).evaluate(LOOK) for n in range(slides)]
    assert [look for look in looks if look["wrong"]] == []


def test_a_pdf_has_a_page_for_every_slide_and_nothing_is_cut(deck, opened, tmp_path):
    lesson = next(lesson for lesson in LESSONS if deck.name.startswith(lesson.stem))
    slides = series.deck_of(lesson).slides
    paper = tmp_path / "paper.html"
    paper.write_text(deck_file.paper(slides), encoding="utf-8")
    page = opened(paper, viewport={"width": 1280, "height": 720})
    looks = [page.locator("section").nth(n).evaluate(LOOK) for n in range(len(slides))]
    assert [look for look in looks if look["wrong"]] == []
    for _ in range(3 if LONG else 1):  # printing is to go well each time
        printed = printer.pdf(paper.read_bytes(), len(slides), printer.browser())
    assert b"/MediaBox [0 0 960 540]" in printed  # a slide of 1280 by 720 pixels, in points


def test_without_a_script_all_slides_are_there(decks, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(decks["01_forward_pass"].as_uri())
    headings = page.locator("h2")
    assert headings.count() > 10
    assert all(headings.nth(n).is_visible() for n in range(headings.count()))
    context.close()
