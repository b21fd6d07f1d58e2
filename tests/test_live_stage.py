"""The live network on a slide: it fits, nothing meets or is cut, and the last row can read it."""

from html import escape
from typing import TYPE_CHECKING, NamedTuple

import browsing
import pytest

from mazurnet.live import LiveNetwork
from mazurnet.live.modes import BIASES
from mazurnet.live.page import fragment
from mazurnet.live.widget import LAST_ROUND, PHASES
from mazurnet.variants import TASKS

browsing.skip_without_a_browser()

from test_live_page import OVERLAPS, SETTLED, Screen, state  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Page

SLIDE = (1240, 640)
PHONE = (430, 860)
ROUNDS = (0, 1, 300, LAST_ROUND)

# How large the page draws it, and the smallest text in it: words, and what is raised or lowered
# in a formula. What only a screen reader meets is clipped.
MEASURED = """(host, phases) => {
  const seen = (element) => element.checkVisibility() && !element.closest("option, style")
    && getComputedStyle(element).clipPath === "none";
  const has = (element) => element.tagName === "INPUT" && element.type === "text"
    || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const least = { height: 0, words: Infinity, scripts: Infinity };
  for (const phase of phases) {
    host.model.set("phase", phase);
    const all = [...host.shadowRoot.querySelectorAll(".live *")].filter((e) => seen(e) && has(e));
    const low = (element) => element.closest("msub, msup, msubsup") !== null;
    const scripts = all.filter(low).map(size);
    const words = all.filter((element) => !low(element)).map(size);
    least.height = Math.max(least.height, host.getBoundingClientRect().height);
    least.words = Math.min(least.words, ...words);
    least.scripts = Math.min(least.scripts, ...scripts);
  }
  return least;
}"""

# In every phase, what lies over something else or leaves the slide.
CROWDED = """(host, phases) => {
  const parts = `button, .choice span, select, .phases label, .slider > *, th, td,
    .network, .formula, .curve text, .curve .caption`;
  const box = (part) => part.getBoundingClientRect();
  const name = (part) => part.textContent || part.getAttribute("aria-label") || part.className;
  const found = [];
  for (const phase of phases) {
    host.model.set("phase", phase);
    const seen = [...host.shadowRoot.querySelectorAll(parts)].filter(
      (part) => box(part).width && getComputedStyle(part).clipPath === "none");
    const [slide, all] = [box(host), [...host.shadowRoot.querySelectorAll(".label *, .said *")]];
    for (const part of [...seen, ...all].filter((part) => box(part).width)) {
      const { left, right, top, bottom } = box(part);
      const out = Math.max(slide.left - left, right - slide.right, slide.top - top,
        bottom - slide.bottom);
      if (out > 1) found.push([phase, name(part), "leaves the slide"]);
    }
    for (const [n, one] of seen.entries()) for (const two of seen.slice(n + 1)) {
      const [a, b] = [box(one), box(two)];
      const over = Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left),
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
      if (over > 1 && !one.contains(two)) found.push([phase, name(one), name(two)]);
    }
  }
  return found;
}"""

# In every round and phase, the formulas that need more room than there is.
CUT = """(host, [rounds, phases]) => {
  const root = host.shadowRoot;
  const formula = root.querySelector(".formula");
  const stops = [...root.querySelectorAll(".neuron, .label input, .curve .caption")];
  const found = [];
  for (const round of rounds) for (const phase of phases) {
    host.model.set("round", round);
    host.model.set("phase", phase);
    for (const stop of stops) {
      stop.focus();
      const down = formula.scrollHeight - formula.clientHeight;
      const aside = formula.scrollWidth - formula.clientWidth;
      const name = stop.getAttribute("aria-label");
      if (down > 0 || aside > 0) found.push([round, phase, name, down, aside]);
    }
    stops[0].blur();
  }
  return found;
}"""

PLACES = """host => [...host.shadowRoot.querySelectorAll(".live *")].map((part) => {
  const { x, y, width, height } = part.getBoundingClientRect();
  const from = host.getBoundingClientRect();
  return [x - from.x, y - from.y, width, height].map(Math.round).join(" ");
})"""


class Deck(NamedTuple):
    """A page of slides."""

    page: "Page"

    def show(self, *networks, size=SLIDE, style=""):
        """One slide for each network; the last is returned."""
        slides = "".join(
            f'<section style="width: {size[0]}px; {style}">'
            f'<mazurnet-live stage state="{escape(state(LiveNetwork(**network)))}">'
            "</mazurnet-live></section>"
            for network in networks or ({},)
        )
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.evaluate(
            "slides => { document.querySelector('main').innerHTML = slides }", slides
        )
        self.page.evaluate(SETTLED)
        return self.screen(len(networks or ({},)) - 1)

    def screen(self, nth=0):
        return Screen(self.page, self.page.locator("mazurnet-live").nth(nth))


@pytest.fixture(scope="module")
def slides(browser, tmp_path_factory):
    file = tmp_path_factory.mktemp("deck") / "deck.html"
    live = fragment({}, "", stage=True).partition("</mazurnet-live>")[2]
    style = "<style>body { margin: 0; font-size: 40px }</style>"
    file.write_text(f"<!DOCTYPE html><meta charset=utf-8>{style}<main></main>{live}", "utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    yield Deck(page)
    page.close()


@pytest.fixture
def deck(slides):
    with browsing.quiet(slides.page):
        yield slides


def test_a_fragment_for_a_stage_says_so():
    assert fragment({}, "", stage=True).startswith("<mazurnet-live stage state=")
    assert fragment({}, "").startswith("<mazurnet-live state=")


each_task = pytest.mark.parametrize("task", TASKS)
each_bias = pytest.mark.parametrize("biases", BIASES)
each_size = pytest.mark.parametrize("size", [SLIDE, PHONE], ids=["slide", "phone"])


@each_task
@each_bias
@pytest.mark.parametrize(
    ("size", "words", "scripts"), [(SLIDE, 18, 13), (PHONE, 12, 12)], ids=["slide", "phone"]
)
def test_it_fits_and_can_be_read_in_every_phase(size, words, scripts, task, biases, deck):
    screen = deck.show({"task": task, "biases": biases, "round": 300}, size=size)
    least = screen.host.evaluate(MEASURED, PHASES)
    assert least["height"] <= size[1]
    assert least["words"] >= words
    assert least["scripts"] >= scripts - 0.01


@each_size
@each_task
@each_bias
def test_nothing_meets_or_leaves_the_slide(biases, task, size, deck):
    screen = deck.show({"task": task, "biases": biases}, size=size)
    for n in ROUNDS:
        screen.host.evaluate("(host, n) => host.model.set('round', n)", n)
        assert screen.host.evaluate(OVERLAPS, PHASES)[:3] == [], n
        assert screen.host.evaluate(CROWDED, PHASES) == [], n


@each_size
@pytest.mark.parametrize("task", ["article", "XOR"])
@each_bias
@pytest.mark.parametrize("output_first", [False, True], ids=["together", "output first"])
def test_every_formula_has_its_room(output_first, biases, task, size, deck):
    screen = deck.show({"task": task, "biases": biases, "output_first": output_first}, size=size)
    assert screen.host.evaluate(CUT, [ROUNDS, PHASES]) == []


def test_a_formula_that_is_cut_would_be_found(deck):
    screen = deck.show()
    screen.find(".formula").evaluate("formula => { formula.style.height = '3em' }")
    assert screen.host.evaluate(CUT, [[0], PHASES]) != []


def test_two_curves_that_end_alike_keep_their_words_apart(deck):
    screen = deck.show({"task": "XOR", "round": LAST_ROUND})
    screen.pass_a_second()
    screen.type("eta", "0.52")
    assert screen.find(".ghost-name").text_content() != ""
    assert screen.host.evaluate(CROWDED, PHASES) == []


def test_a_refusal_stands_on_the_slide_however_it_is_scaled(deck):
    screen = deck.show(style="transform: scale(0.8); transform-origin: 0 0")
    for name in ("i1", "i2", "w5", "target_o1", "target_o2", "eta", "round"):
        screen.type(name, "abc")
        told, slide = screen.refusal(name).bounding_box(), screen.host.bounding_box()
        assert told["x"] >= slide["x"] - 1
        assert told["x"] + told["width"] <= slide["x"] + slide["width"] + 1
        assert told["y"] + told["height"] <= slide["y"] + slide["height"] + 1
        screen.field(name).press("Escape")


def test_on_a_scaled_slide_curve_slider_and_neurons_are_where_they_are_seen(deck):
    screen = deck.show(style="transform: scale(0.8); transform-origin: 0 0")
    mouse, axis = deck.page.mouse, screen.find(".grid path").first.bounding_box()
    mouse.move(axis["x"] + axis["width"] * 0.1, axis["y"] - 20)
    mouse.down()
    mouse.move(axis["x"] + axis["width"] * 0.75, axis["y"] - 20)
    mouse.up()
    assert abs(screen.round() - 0.75 * LAST_ROUND) <= LAST_ROUND / axis["width"]
    box = screen.slider("round").bounding_box()
    mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert abs(screen.round() - LAST_ROUND / 2) < 100
    screen.find('.neuron[data-name="h1"]').hover()
    assert [name for name, *_ in screen.formulas()] == ["net_h1", "out_h1"]


def test_a_slide_that_was_hidden_is_laid_out_when_it_comes(deck):
    networks = ({}, {"task": "XOR", "biases": "each"})
    deck.show(*networks)
    wanted = [deck.screen(n).host.evaluate(PLACES) for n in (0, 1)]
    deck.show(*networks, style="display: none")
    deck.page.evaluate(
        "document.querySelectorAll('section').forEach((s) => { s.style.display = '' })"
    )
    deck.page.evaluate(SETTLED)
    assert [deck.screen(n).host.evaluate(PLACES) for n in (0, 1)] == wanted


def test_several_in_a_deck_leave_each_other_alone(deck):
    deck.show({}, {"task": "XOR"}, {"biases": "each"})
    one, two, three = (deck.screen(n) for n in range(3))
    before = two.read(), three.read()
    one.phase("update")
    one.press("Next round")
    assert (two.read(), three.read()) == before
    assert (two.shown_phase(), three.shown_phase()) == ("forward", "forward")


def test_what_is_said_of_a_round_lies_on_the_slide(deck):
    for size in (SLIDE, PHONE):
        screen = deck.show({"task": "XOR", "biases": "each", "round": 300}, size=size)
        screen.press("Describe")
        screen.type("eta", "1000")
        screen.press("Next round")
        screen.press("Describe")
        for words in (".note", ".said-aloud"):
            box = screen.find(words).bounding_box()
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= size[0]
            assert box["y"] + box["height"] <= size[1]
