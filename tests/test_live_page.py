"""The live network in a page of its own, opened from disk without a network: what a reader meets.

Whatever the page asks for besides its own file is refused and fails the test, and so does an
error in the console. A number is held against the one that Python works out.
"""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

import browsing
import pytest
from latex2mathml.converter import convert
from sympy import Symbol

from mazurnet import chain, descent, forward, network, published, symbols
from mazurnet.display import notation, show
from mazurnet.display.style import short
from mazurnet.live import LiveNetwork
from mazurnet.live.modes import BIASES, Mode
from mazurnet.live.widget import LAST_ROUND, PHASES
from mazurnet.symbols import E_total, w5

browsing.skip_without_a_browser()

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

NEURONS = ("i1", "i2", "h1", "h2", "o1", "o2")
INTO_HIDDEN = {"w1", "w2", "w3", "w4", "b1", "b_h1", "b_h2"}
WIDTHS = (320, 390, 768, 900, 1024, 1280, 1920)
STATE = ("training", "eta", "round", "phase", "row")

# Before anything loads: what is still to be called, by animation frame or by timer.
COUNTED = """globalThis.pending = new Set();
for (const [start, stop] of [["requestAnimationFrame", "cancelAnimationFrame"],
                             ["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"]]) {
  const [begin, end] = [window[start].bind(window), window[stop].bind(window)];
  window[start] = (act, ...rest) => {
    const id = begin((...given) => {
      if (start !== "setInterval") pending.delete(start + id);
      return act(...given);
    }, ...rest);
    pending.add(start + id);
    return id;
  };
  window[stop] = (id) => {
    pending.delete(start + id);
    end(id);
  };
}"""

SCREEN = """host => {
  const all = (what) => [...host.shadowRoot.querySelectorAll(what)];
  const text = (element, what) => element.querySelector(what).textContent;
  const named = (pairs) => Object.fromEntries(pairs);
  const name = (label) => label.querySelector(".field").dataset.name;
  const names = all(".neuron").map((neuron) => neuron.dataset.name);
  return {
    fields: named(all(".label").map((label) => [name(label), label.querySelector("input").value])),
    more: named(all(".label").map((label) => [name(label), text(label, ".more")])),
    out: named(all(".said").map((said, n) => [names[n], text(said, ".out")])),
    delta: named(all(".said").map((said, n) => [names[n], text(said, ".delta")])),
    spoken: named(all(".neuron").map((n) => [n.dataset.name, n.getAttribute("aria-label")])),
    error: all(".curve .caption")[0].textContent,
  };
}"""

# Text and attributes of everything under the shadow root that no reader should see.
NONSENSE = """(host, within) => [...host.shadowRoot.querySelectorAll(
  `${within}, ${within} *`)].flatMap((element) => [
  ...[...element.attributes].map(({ name, value }) => `${name}="${value}"`),
  ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data),
  ...("value" in element ? [String(element.value)] : []),
].filter((text) => /NaN|undefined|Infinity|null|\\[object/.test(text))
 .map((text) => `${element.tagName} ${element.className.baseVal ?? element.className}: ${text}`))
"""


class Screen(NamedTuple):
    """One live network on a page."""

    page: "Page"
    host: "Locator"

    def find(self, selector):
        return self.host.locator(selector)

    def field(self, name):
        return self.find(f'.field[data-name="{name}"] input')

    def refusal(self, name):
        return self.find(f'.field[data-name="{name}"] .refusal')

    def slider(self, name):
        return self.host.get_by_role("slider", name=name)

    def press(self, button):
        self.host.get_by_role("button", name=button).click()

    def choose(self, label, words):
        self.host.get_by_role("combobox", name=label, exact=True).select_option(words)

    def phase(self, name):
        self.host.get_by_role("radio", name=name, exact=True).check()

    def shown_phase(self):
        return self.find(".phases input:checked").input_value()

    def type(self, name, text):
        self.field(name).fill(text)
        self.field(name).press("Enter")

    def read(self):
        return self.host.evaluate(SCREEN)

    def error(self):
        return self.read()["error"].removeprefix("E_total ")

    def round(self):
        return int(self.field("round").input_value())

    def exactly(self, name):
        """A number with all its digits, as its field shows them to who edits it."""
        self.field(name).focus()
        number = float(self.field(name).input_value())
        self.field(name).blur()
        return number

    def curve(self, which="curve"):
        return self.find(f"path.{which}").get_attribute("d")

    def formulas(self):
        """What the formula panel says: for each quantity its name and what it equals."""
        grids = self.find(".worked").evaluate_all(
            "grids => grids.map(g => [...g.querySelectorAll('math')].map(m => m.outerHTML))"
        )
        said = [[flat(line).removeprefix("=") for line in grid] for grid in grids]
        return [[line for line in lines if line] for lines in said]

    def nonsense(self):
        return self.host.evaluate(NONSENSE, ".live")

    def pass_a_second(self):
        """Return when what a reader does next is no longer part of the same movement."""
        now = self.page.evaluate("performance.now()")
        self.page.wait_for_function(f"performance.now() > {now + 1050}")

    def wait_for_round(self, least, most=LAST_ROUND):
        field = self.field("round").element_handle()
        self.page.wait_for_function(
            "([field, least, most]) => +field.value >= least && +field.value <= most",
            arg=[field, least, most],
        )


class Window(NamedTuple):
    """A page, the folder it is opened from, and what it has tried to load besides."""

    page: "Page"
    folder: Path
    tried: list[str]

    def open(self, file="live.html"):
        self.page.goto((self.folder / file).as_uri())
        return self.screen()

    def show(self, **network):
        """The element of another network, in the place of what the page shows now."""
        script = """state => {
          const element = document.createElement("mazurnet-live");
          element.setAttribute("state", state);
          for (const other of document.querySelectorAll("mazurnet-live")) other.remove();
          document.querySelector("main").append(element);
        }"""
        self.page.evaluate(script, state(LiveNetwork(**network)))
        return self.screen()

    def screen(self, nth=0):
        host = self.page.locator("mazurnet-live").nth(nth)
        host.locator('path.curve[d^="M"]').wait_for(state="attached")
        return Screen(self.page, host)


def state(live):
    return json.dumps({name: getattr(live, name) for name in STATE})


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("live")
    LiveNetwork().save(folder / "live.html")
    context = browser.new_context(offline=True)
    context.set_default_timeout(10_000)
    context.add_init_script(COUNTED)
    page, tried = context.new_page(), []

    def refuse(route):
        if route.request.url.startswith(folder.as_uri()):
            return route.continue_()
        tried.append(route.request.url)
        route.abort()

    page.route("**/*", refuse)
    yield Window(page, folder, tried)
    context.close()


@pytest.fixture
def window(opened):
    """A page that fails its test if it asks for anything, or if the console has an error."""
    if opened.page.url == "about:blank":
        opened.open()
    opened.page.set_viewport_size({"width": 1280, "height": 1000})
    opened.page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    opened.page.mouse.move(0, 0)
    with browsing.quiet(opened.page):
        yield opened
    assert opened.tried == []


# What Python says


def mode(live):
    order = "output_first" if live.output_first else "together"
    return Mode("one" if live.task == "article" else "four", live.biases, order)


def values(live):
    """Every quantity of the round that is shown, by its name on the screen."""
    slopes = {Symbol(f"dE_d{w}"): chain.gradient(w, live.equations) for w in mode(live).learners}
    known = forward.exact_given(live.given, live.equations)
    known[symbols.eta] = forward.exact(live.eta, "eta")
    found = forward.evaluate({**mode(live).round, **slopes}, known)
    own = {str(q).removesuffix(f"_{live.row}"): number for q, number in found.items()}
    return own | {str(q): number for q, number in found.items()}


def expected(live, phase):
    """What the screen shows in a phase."""
    at, turn = values(live), PHASES.index(phase)
    learns = [str(q) for q in mode(live).learners]
    biases = ("b_h1", "b_h2", "b_o1", "b_o2") if live.biases == "each" else ("b1", "b2")
    names = (*map(str, symbols.weights), *biases, "i1", "i2", "target_o1", "target_o2")

    def more(name):
        if name.startswith("target"):
            return f"error {short(at[name.replace('target', 'E')])}"
        if name not in learns or turn < (2 if name in INTO_HIDDEN else 1):
            return ""
        return f"⇒ {short(at[f'{name}_new'])}" if turn == 3 else short(at[f"dE_d{name}"], True)

    def spoken(name):
        if name[0] == "i":
            return f"{name}: {short(at[name])}"
        blame = f", {delta(name).replace('δ', 'delta')}" if delta(name) else ""
        return f"{name}: out {short(at[f'out_{name}'])}{blame}"

    def delta(name):
        reached = {"i": 4, "h": 2, "o": 1}[name[0]]
        return f"δ {short(at[f'delta_{name}'])}" if turn >= reached else ""

    return {
        "fields": {name: short(at[name]) for name in names},
        "more": {name: more(name) for name in names},
        "out": {n: short(at[f"out_{n}"]) if n[0] != "i" else "" for n in NEURONS},
        "delta": {n: delta(n) for n in NEURONS},
        "spoken": {n: spoken(n) for n in NEURONS},
        "error": f"E_total {short(at['E_total'])}",
    }


def errors(**network):
    """E_total, round after round, as the network trains in Python."""
    live = LiveNetwork(**network)
    order, learning = live.output_first, live.biases != "frozen"
    given = LiveNetwork(**{**network, "round": 0}).given
    return descent.train(given, live.eta, LAST_ROUND, live.equations, order, learning)[E_total]


def flat(mathml):
    """A formula in one line, what stands over, under, above or below marked as such."""

    def line(node):
        parts = [line(child) for child in node]
        tag = node.tag.rpartition("}")[2]
        if tag == "mfrac":
            return "{" + "/".join(parts) + "}"
        mark = {"msub": "_", "msup": "^"}.get(tag, "")
        return (node.text or "") + mark.join(parts)

    text = re.sub(r"\s", "", line(ElementTree.fromstring(mathml)))
    return text.replace("-", "−").replace("⋅", "·")


def from_latex(text):
    return flat(convert(text))


# The page and its numbers


def test_the_watch_would_notice_a_request(opened):
    opened.open()
    opened.page.evaluate("fetch('https://network.invalid/').catch(() => null)")
    assert opened.tried == ["https://network.invalid/"]
    opened.tried.clear()


def test_the_watch_would_notice_an_error(opened):
    opened.open()
    with pytest.raises(AssertionError, match="on purpose"), browsing.quiet(opened.page):
        opened.page.evaluate("console.error('on purpose')")


NETWORKS = {
    "the article": {},
    "the article after 500 rounds": {"round": 500},
    "the article's order": {"output_first": True, "eta": 3, "round": 1},
    "shared biases": {"biases": "shared", "round": 40},
    "XOR": {"task": "XOR", "biases": "each", "round": 300, "row": 3},
    "AND": {"task": "AND", "biases": "shared", "eta": 1.5, "round": 5000, "row": 4},
}
each_network = pytest.mark.parametrize("numbers", NETWORKS.values(), ids=NETWORKS)


@each_network
def test_every_number_on_the_screen_is_python_s(numbers, window):
    screen = window.show(**numbers)
    for phase in PHASES:
        screen.phase(phase)
        assert screen.read() == expected(LiveNetwork(**numbers), phase), phase
        assert screen.nonsense() == []


@pytest.mark.parametrize("numbers", [{"phase": "update"}, NETWORKS["XOR"]], ids=["article", "XOR"])
def test_an_exported_page_opens_where_it_was_left(numbers, window):
    live = LiveNetwork(**numbers)
    live.save(window.folder / "other.html")
    screen = window.open("other.html")
    assert screen.read() == expected(live, live.phase)
    assert (screen.round(), screen.shown_phase()) == (live.round, live.phase)


ASKED = {  # what the formula panel explains, phase after phase
    "E_total": ("E_total", "delta_o1", "delta_h1", "w5_new"),  # nobody points at anything
    "w5": ("net_o1", "dE_dw5", "dE_dw5", "w5_new"),
    "h1": ("net_h1 out_h1", "net_h1 out_h1", "delta_h1", "delta_h1"),
    "o1": ("net_o1 out_o1 E_o1", "delta_o1", "delta_o1", "delta_o1"),
}


def worked(name):
    """The name and the three lines of a quantity, as a lesson prints them."""
    live = LiveNetwork()
    known = {Symbol(q): number for q, number in values(live).items()}
    gradient = chain.gradient(w5)
    formulas = {"dE_dw5": gradient, "w5_new": w5 - symbols.eta * gradient}
    left = notation.partial(E_total, w5) if name == "dE_dw5" else notation.latex(Symbol(name))
    if name not in formulas:
        lines = show.steps(Symbol(name), known).right
    else:
        lines = (notation.latex(formulas[name]), *show.steps(formulas[name], known).right)
    return [from_latex(text) for text in (left, *lines)]


@pytest.mark.parametrize("target", ASKED)
def test_the_formula_of_what_is_pointed_at_is_the_lessons(target, window):
    screen = window.show()
    for phase, names in zip(PHASES, ASKED[target], strict=True):
        screen.phase(phase)
        if target == "w5":
            screen.field("w5").hover()
        elif target != "E_total":
            screen.find(f'.neuron[data-name="{target}"]').hover()
        assert screen.formulas() == [worked(name) for name in names.split()], phase


def test_the_formula_of_what_the_keyboard_is_on_is_shown(window):
    screen = window.show()
    screen.find('.neuron[data-name="h1"]').focus()
    assert screen.formulas() == [worked("net_h1"), worked("out_h1")]
    screen.field("w5").focus()
    assert screen.formulas() == [worked("net_o1")]


# The learning rate


def thumb(slider):
    """Where the handle of a slider is: across, and down."""
    box = slider.bounding_box()
    share = slider.evaluate("s => (s.value - s.min) / (s.max - s.min)")
    return box["x"] + 8 + share * (box["width"] - 16), box["y"] + box["height"] / 2


def test_dragging_the_learning_rate_trains_again(window):
    screen = window.show(round=LAST_ROUND)
    drawn = screen.curve()
    across, down = thumb(screen.slider("learning rate"))
    window.page.mouse.move(across, down)
    window.page.mouse.down()
    for further in (20, 40, 60):
        window.page.mouse.move(across + further, down)
        eta = float(screen.field("eta").input_value())
        assert eta > 0.5
        assert screen.error() == short(errors(eta=eta)[LAST_ROUND])
        assert drawn != (drawn := screen.curve())
    window.page.mouse.up()
    assert screen.round() == LAST_ROUND


KEYS = {"ArrowRight": 0.56, "ArrowLeft": 0.5, "ArrowDown": 0.45, "Home": 0.01, "End": 1000}


def test_keys_move_the_learning_rate(window):
    screen = window.show(round=LAST_ROUND)
    for key, eta in KEYS.items():
        screen.slider("learning rate").press(key)
        assert float(screen.field("eta").input_value()) == eta
        assert screen.slider("learning rate").get_attribute("aria-valuetext") == str(eta)
        assert screen.error() == short(errors(eta=eta)[LAST_ROUND])


def test_the_curve_before_stays_until_the_number_returns(window):
    screen = window.show()
    drawn = screen.curve()
    assert screen.curve("ghost") == ""
    screen.pass_a_second()
    screen.type("eta", "0.6")
    assert (screen.curve("ghost"), screen.curve() == drawn) == (drawn, False)
    assert screen.find(".ghost-name").text_content() == f"before: {short(errors()[LAST_ROUND])}"
    screen.type("eta", "0.5")
    assert (screen.curve("ghost"), screen.curve()) == ("", drawn)
    assert screen.find(".ghost-name").text_content() == ""


def test_a_drag_past_the_first_number_keeps_the_curve_before(window):
    screen = window.show()
    drawn = screen.curve()
    screen.pass_a_second()
    for eta in ("0.6", "0.5", "0.4"):
        screen.type("eta", eta)
    assert screen.curve("ghost") == drawn


# Rounds and phases


def test_four_phases_make_a_round(window):
    screen = window.show()
    for phase in (*PHASES[1:], PHASES[0]):
        assert screen.round() == 0
        screen.press("Next phase")
        assert screen.shown_phase() == phase
    assert screen.round() == 1
    after = descent.step(network.given, 0.5)
    found = {str(w): screen.exactly(w) for w in symbols.weights}
    assert found == pytest.approx({str(w): float(after[w]) for w in symbols.weights}, rel=1e-12)


def test_buttons_go_through_the_rounds(window):
    screen, python = window.show(phase="update"), errors()
    for n in (1, 2, 3):
        screen.press("Next round")
        assert (screen.round(), screen.error()) == (n, short(python[n]))
    assert screen.shown_phase() == "update"
    screen.press("To round 0")
    assert (screen.round(), screen.error()) == (0, short(python[0]))


def test_keys_go_through_the_rounds(window):
    screen, python = window.show(), errors()
    slider = screen.slider("round")
    rounds = {
        "End": LAST_ROUND,
        "ArrowLeft": LAST_ROUND - 1,
        "ArrowRight": LAST_ROUND,
        "Home": 0,
        "ArrowUp": 1,
    }
    for key, n in rounds.items():
        slider.press(key)
        assert (screen.round(), screen.error()) == (n, short(python[n]))


def test_a_round_can_be_typed(window):
    screen, python = window.show(), errors()
    screen.type("round", "1234")
    assert (screen.slider("round").input_value(), screen.error()) == ("1234", short(python[1234]))
    for text in ("10001", "-1", "0.5"):
        screen.type("round", text)
        assert "stays 1234" in screen.refusal("round").inner_text()
    assert screen.round() == 1234


def test_dragging_on_the_curve_goes_to_the_round_below(window):
    screen, python = window.show(), errors()
    axis = screen.find(".grid path").first.bounding_box()
    middle = screen.find(".curve > svg").bounding_box()
    down = middle["y"] + middle["height"] / 2
    window.page.mouse.move(axis["x"] + axis["width"] * 0.1, down)
    window.page.mouse.down()
    for share in (0.25, 0.5, 0.731, 1.2, -0.5):
        across = axis["x"] + axis["width"] * share
        window.page.mouse.move(across, down)
        wanted = min(max(share, 0), 1) * LAST_ROUND
        assert abs(screen.round() - wanted) <= LAST_ROUND / axis["width"]
        assert screen.error() == short(python[screen.round()])
        mark = screen.find(".mark").bounding_box()["x"]
        assert abs(mark - axis["x"] - axis["width"] * screen.round() / LAST_ROUND) < 1.5
    window.page.mouse.up()
    window.page.mouse.move(axis["x"] + axis["width"] * 0.9, down)
    assert screen.round() == 0


def test_reset_brings_back_the_article_s_numbers_and_keeps_the_phase(window):
    screen = window.show(task="XOR", biases="each", row=2)
    first = screen.read()
    screen.type("w1", "3")
    screen.type("eta", "20")
    screen.slider("round").press("End")
    screen.phase("update")
    screen.find("tbody tr").nth(3).click()
    assert screen.read() != first
    screen.press("Reset")
    assert screen.read() == expected(LiveNetwork(), "update")
    assert (screen.round(), screen.shown_phase()) == (0, "update")
    assert screen.field("eta").input_value() == "0.5"


# The player


FRAMES = "() => new Promise(done => { let n = 9; (function f() { n-- ? %s(f) : done() })() })"
FRAMES %= "requestAnimationFrame"
PICTURES = """(host) => new Promise((done) => {
  const seen = [];
  const watch = new MutationObserver(() => {
    seen.push(performance.now());
    if (seen.length < 4) return;
    watch.disconnect();
    done((seen.at(-1) - seen[0]) / (seen.length - 1) / 1000);
  });
  watch.observe(host.shadowRoot.querySelector(".mark"), { attributes: true });
})"""


def test_play_moves_the_rounds_and_pause_stops_them(window):
    screen, python = window.show(), errors()
    screen.press("Play")
    screen.wait_for_round(20)
    screen.press("Pause")
    there = screen.round()
    assert screen.error() == short(python[there])
    window.page.evaluate(FRAMES)
    assert screen.round() == there
    screen.press("Play")
    screen.wait_for_round(there + 1)


def test_a_picture_older_than_the_press_does_no_harm(opened):
    screen = opened.open()
    late = """host => {
      const frame = window.requestAnimationFrame;
      window.requestAnimationFrame = (act) => frame(() => act(performance.now() - 100));
      window.rounds = [];
      host.model.on("change:round", () => rounds.push(host.model.get("round")));
    }"""
    screen.host.evaluate(late)
    screen.press("Play")
    opened.page.wait_for_function("rounds.length > 3", polling=50)
    rounds = opened.page.evaluate("rounds")
    opened.open()  # with its own clock again
    assert min(rounds) >= 0


def test_a_reader_s_hand_stops_the_player(window):
    screen = window.show()
    for act in (
        lambda: screen.press("Next round"),
        lambda: screen.slider("round").press("Home"),
        lambda: screen.field("w5").press("ArrowUp"),
    ):
        screen.press("Play")
        screen.wait_for_round(2)
        act()
        there = screen.round()
        window.page.evaluate(FRAMES)
        assert screen.round() == there
        assert screen.host.get_by_role("button", name="Play").count() == 1


def test_a_number_can_be_typed_over_while_it_plays(window):
    screen = window.show()
    screen.press("Play")
    screen.wait_for_round(2)
    screen.field("w5").focus()
    window.page.evaluate(FRAMES)
    window.page.keyboard.type("0.9")
    window.page.keyboard.press("Enter")
    assert screen.refusal("w5").inner_text() == ""
    assert screen.exactly("w5") == 0.9
    assert screen.host.get_by_role("button", name="Play").count() == 1


def test_what_is_set_from_elsewhere_counts_while_it_plays(window):
    screen = window.show()
    screen.press("Play")
    screen.wait_for_round(20)
    setting = "host => { host.model.set('round', 0); return host.model.get('round') }"
    assert screen.host.evaluate(setting) == 0
    screen.wait_for_round(5)


def test_on_a_scaled_page_the_curve_goes_where_it_is_pressed(window):
    screen = window.show()
    screen.host.evaluate("host => { host.style.transform = 'scale(0.5)' }")
    box = screen.find(".grid path").first.bounding_box()
    window.page.mouse.click(box["x"] + box["width"] / 2, box["y"] - 20)
    assert abs(screen.round() - LAST_ROUND / 2) < 50


def test_taken_off_the_page_it_leaves_nothing_inside(window):
    screen = window.show()
    left = "host => { host.remove(); return host.shadowRoot.childNodes.length }"
    assert screen.host.evaluate(left) == 0


def test_a_label_that_goes_takes_its_formula_along(window):
    screen = window.show(phase="update")
    screen.find('.label [data-name="b1"]').hover()
    assert "frozen" in screen.find(".formula").inner_text()
    each = LiveNetwork(biases="each").training
    screen.host.evaluate("(host, training) => host.model.set('training', training)", each)
    assert "frozen" not in screen.find(".formula").inner_text()


def test_a_phase_a_second_plays_phases(window):
    screen = window.show()
    screen.choose("speed", "a phase a second")
    screen.press("Play")
    screen.find('.phases input[value="output deltas"]:checked').wait_for(state="attached")
    assert screen.round() == 0


def test_the_player_stops_at_the_end_and_begins_again(window):
    screen = window.show(round=LAST_ROUND - 30)
    screen.choose("speed", "1,000 rounds a second")
    screen.press("Play")
    screen.host.get_by_role("button", name="Play").wait_for()
    assert screen.round() == LAST_ROUND
    screen.press("Play")
    screen.wait_for_round(1, LAST_ROUND - 31)


def test_less_motion_means_at_most_three_pictures_a_second(window):
    screen = window.show()
    screen.press("Play")
    assert screen.host.evaluate(PICTURES) < 1 / 10
    screen.press("Pause")
    window.page.emulate_media(reduced_motion="reduce")
    screen.press("Play")
    assert screen.host.evaluate(PICTURES) > 1 / 3


def test_taken_off_the_page_nothing_runs_and_put_back_it_works(window):
    screen, python = window.show(), errors()
    screen.type("w5", "0.41")
    screen.type("w5", "0.40")
    screen.press("Play")
    screen.wait_for_round(5)
    left = """host => {
      window.host = host;
      const before = pending.size;
      host.remove();
      return [before, pending.size];
    }"""
    before, after = screen.host.evaluate(left)
    assert before > 0
    assert after == 0
    window.page.evaluate("document.querySelector('main').append(host)")
    screen = window.screen()
    there = screen.round()
    assert there >= 5
    assert screen.error() == short(python[there])
    screen.press("Play")
    screen.wait_for_round(there + 5)


# Editing


EDITS = {"w5": 0.9, "w1": -2.5, "b1": 0, "i2": 1e-3, "target_o1": 0.5}


@pytest.mark.parametrize("name", EDITS)
def test_a_number_typed_in_is_a_new_start(name, window):
    screen = window.show(phase="update")
    drawn = screen.curve()
    screen.type(name, str(EDITS[name]))
    given = {**network.given, Symbol(name): EDITS[name]}
    read, wanted = screen.read(), expected(LiveNetwork(given), "update")
    for part in ("out", "delta", "more"):
        assert read[part] == wanted[part]
    assert screen.error() == short(errors(given=given)[0])
    assert screen.curve() != drawn
    assert (screen.round(), screen.shown_phase()) == (0, "update")
    screen.slider("round").press("End")
    assert screen.error() == short(errors(given=given)[LAST_ROUND])


def test_arrow_keys_step_a_number(window):
    screen = window.show()
    field = screen.field("w5")
    steps = {
        "ArrowUp": "0.41",
        "Shift+ArrowUp": "0.51",
        "ArrowDown": "0.5",
        "Shift+ArrowDown": "0.4",
    }
    for key, text in steps.items():
        field.press(key)
        assert field.input_value() == text
        given = {**network.given, w5: float(text)}
        assert screen.error() == short(forward.forward(given)[E_total])


def test_escape_restores_what_was_there(window):
    screen = window.show()
    first = screen.read()
    screen.field("w5").fill("7")
    screen.field("w5").press("Escape")
    assert screen.field("w5").input_value() == "0.4"
    screen.field("w5").blur()
    assert screen.read() == first


def test_a_number_is_taken_when_the_reader_goes_on(window):
    screen = window.show()
    screen.field("w5").fill("−0.7")
    screen.field("w5").press("Tab")
    assert screen.read()["fields"]["w5"] == "−0.70"
    assert screen.error() == short(forward.forward({**network.given, w5: -0.7})[E_total])


def test_an_edit_in_the_middle_starts_from_the_numbers_on_the_screen(window):
    live = LiveNetwork(round=500)
    screen = window.show(round=500)
    screen.type("w1", "0")
    given = {**live.given, symbols.w1: 0}
    found = {str(w): screen.exactly(w) for w in symbols.weights}
    assert found == pytest.approx({str(w): float(given[w]) for w in symbols.weights}, rel=1e-12)
    assert screen.round() == 0
    assert "500" in screen.find(".note").inner_text()
    screen.slider("round").press("End")
    assert screen.error() == short(errors(given=given)[LAST_ROUND])


def test_an_edit_changes_the_row_that_is_shown(window):
    screen = window.show(task="OR", row=2)
    screen.type("i1", "0.25")
    cells = [row.locator("td").nth(1).inner_text() for row in screen.find("tbody tr").all()]
    assert cells == ["0.00", "0.25", "1.00", "1.00"]


BAD = {"words": "abc", "nothing": "", "NaN": "NaN", "too large": "1e400", "a comma": "0,5"}


@pytest.mark.parametrize("name", ["w5", "i1", "target_o2", "b2", "eta"])
@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_bad_input_is_refused_in_words_beside_the_field(name, key, window):
    screen = window.show()
    first, field = screen.read(), screen.field(name)
    number = field.input_value()
    for text in BAD.values():
        field.fill(text)
        field.press(key)
        told = screen.refusal(name)
        assert told.is_visible(), text
        assert re.search(rf"\w\. {name} stays [\d.]+\.$", told.inner_text()), text
        assert field.get_attribute("aria-invalid") == "true"
        beside, box = told.bounding_box(), field.bounding_box()
        assert 0 <= beside["y"] - box["y"] - box["height"] < 10
        assert float(field.input_value()) == float(number)
        assert {**screen.read(), "fields": None} == {**first, "fields": None}
    screen.type(name, "0.3")
    assert not screen.refusal(name).is_visible()
    assert field.get_attribute("aria-invalid") is None


def test_numbers_that_run_away_at_once_are_refused(window):
    screen = window.show()
    screen.type("target_o1", "1e200")
    assert "stays 0.01" in screen.refusal("target_o1").inner_text()
    assert screen.nonsense() == []


def test_numbers_that_leave_the_range_on_the_way_are_refused(window):
    screen = window.show()
    screen.type("i1", "1e10")
    assert not screen.refusal("i1").is_visible()
    screen.type("w1", "1e300")
    assert "stays 0.15" in screen.refusal("w1").inner_text()


# Switches


def test_the_output_layer_first_gives_the_article_s_figure(window):
    screen = window.show()
    screen.choose("order", "output layer first")
    screen.press("Next round")
    assert screen.formulas()[0][-1] == published.E_total_after_1.printed
    screen.choose("order", "all at once")
    assert screen.formulas()[0][-1] != published.E_total_after_1.printed


@pytest.mark.parametrize("biases", BIASES)
def test_biases_learn_as_in_python(biases, window):
    screen, python = window.show(), errors(biases=biases)
    screen.find("select").nth(1).select_option(biases)
    for n in (1, LAST_ROUND):
        screen.type("round", str(n))
        assert screen.formulas()[0][-1] == from_latex(notation.decimal(python[n]))


@pytest.mark.parametrize("task", ["AND", "OR", "NAND", "XOR"])
def test_a_task_shows_its_four_examples(task, window):
    screen = window.show()
    assert screen.find("table").count() == 0
    screen.choose("task", task)
    at = values(LiveNetwork(task=task))
    columns = ("i1", "i2", "out_o1", "target_o1", "out_o2", "target_o2")
    rows = [[td.inner_text() for td in tr.locator("td").all()] for tr in screen.find("tr").all()]
    assert rows[1:] == [["", *(short(at[f"{q}_{n}"]) for q in columns)] for n in range(1, 5)]
    screen.choose("task", "the article's example")
    assert screen.find("table").count() == 0


def test_choosing_a_row_changes_the_picture(window):
    screen = window.show(task="XOR")
    for n, choose in (
        (2, lambda: screen.host.get_by_role("radio", name="row 2").check()),
        (4, lambda: screen.find("tbody tr").nth(3).click()),
        (3, lambda: screen.host.get_by_role("radio", name="row 4").press("ArrowUp")),
    ):
        choose()
        assert screen.read() == expected(LiveNetwork(task="XOR", row=n), "forward")


# Extremes


EXTREMES = {
    "eta 1000": [("eta", "1000")],
    "a large weight": [("w5", "1e5")],
    "a large negative weight": [("w8", "-1e5")],
    "a huge weight": [("w1", "1e200")],
    "huge weights of both signs": [("w1", "1e200"), ("w6", "-1e200"), ("eta", "1000")],
    "a huge input": [("i1", "1e10"), ("w1", "1e300")],
    "a tiny input": [("i1", "1e-300"), ("w1", "-1e-300")],
    "a target reached": [("target_o1", "0.7513650695523157"), ("target_o2", "0.7729284653214625")],
    "a target far away": [("target_o1", "-1e150"), ("eta", "1000")],
}


# Goes everywhere with the keyboard on everything, and says where NONSENSE found something.
EVERYWHERE = f"""(host, [rounds, phases]) => {{
  const nonsense = {NONSENSE.strip()};
  const some = ".neuron, [data-name=w1] input, [data-name=w5] input, [data-name=w8] input";
  const stops = [...host.shadowRoot.querySelectorAll(some)];
  for (const round of rounds) for (const phase of phases) {{
    host.model.set("round", round);
    host.model.set("phase", phase);
    const found = nonsense(host, ".live");
    for (const stop of stops) {{
      stop.focus();
      found.push(...nonsense(host, ".formula"));
    }}
    if (found.length) return [round, phase, found];
  }}
  return [];
}}"""


OF_XOR = ("eta 1000", "huge weights of both signs", "a huge input")
TRIED = [
    (task, name) for task, names in {"article": EXTREMES, "XOR": OF_XOR}.items() for name in names
]


@pytest.mark.parametrize(("task", "name"), TRIED)
def test_extreme_numbers_leave_the_page_alive(task, name, window):
    screen = window.show(task=task)
    for quantity, text in EXTREMES[name]:
        screen.type(quantity, text)
        assert screen.nonsense() == []
    assert screen.host.evaluate(EVERYWHERE, [[0, 1, LAST_ROUND], PHASES]) == []
    screen.press("Reset")
    assert screen.read() == expected(LiveNetwork(), screen.shown_phase())


def test_nonsense_would_be_found(opened):
    opened.open()
    screen = opened.screen()
    screen.find(".hit").first.evaluate("path => path.setAttribute('d', `M${NaN} 0`)")
    screen.find(".out").last.evaluate("out => { out.textContent = undefined + '' }")
    assert len(screen.nonsense()) == 2


def test_a_learning_rate_of_1000_saturates_and_says_so(window):
    screen = window.show()
    assert screen.find(".note").inner_text() == ""
    screen.type("eta", "1000")
    screen.press("Next round")
    assert "Saturated" in screen.find(".note").inner_text()


# The keyboard


FOCUS = """() => {
  const host = document.activeElement;
  const within = host?.shadowRoot?.activeElement;
  if (!within) return null;
  const { name, type, className } = within;
  return within.getAttribute("aria-label") ?? within.closest("label")?.innerText.split("\\n")[0]
    ?? within.textContent;
}"""
FOCUSABLE = """host => {
  const tabbable = 'button, select, input:not([type="radio"]), input:checked, [tabindex="0"]';
  return host.shadowRoot.querySelectorAll(tabbable).length;
}"""


def tab_stops(page, key="Tab"):
    stops = []
    page.keyboard.press(key)
    while (stop := page.evaluate(FOCUS)) and len(stops) < 100:
        stops.append(stop)
        page.keyboard.press(key)
    return stops


def test_tab_reaches_everything_once_from_the_top_down(window):
    screen = window.show(task="XOR", biases="each")
    stops = tab_stops(window.page)
    assert len(stops) == len(set(stops)) == screen.host.evaluate(FOCUSABLE)
    wanted = ["forward", "task", "biases", "order", "i1", "h1", "o2", "w1,", "b_h1,", "w8,"]
    wanted += ["i1,", "target_o2,", "show row 1", "learning rate eta", "eta,", "round", "round,"]
    wanted += ["To round 0", "Next phase", "Next round", "▶ Play", "speed", "Describe", "Reset"]
    found = [n for want in wanted for n, stop in enumerate(stops) if is_stop(want, stop)]
    assert len(found) == len(wanted), stops
    assert found == sorted(found), stops
    assert tab_stops(window.page, "Shift+Tab")[: len(stops)] == stops[::-1]


def is_stop(wanted, stop):
    start = re.escape(wanted) + ("" if wanted.endswith(",") else "(:|$)")
    return bool(re.match(start, stop))


def test_keys_that_mean_something_here_do_not_reach_the_page(window):
    screen = window.show(task="XOR")
    window.page.evaluate("""() => {
      window.keys = [];
      for (const kind of ["keydown", "keyup", "keypress"]) {
        document.addEventListener(kind, ({ key }) => keys.push(`${kind} ${key}`));
      }
      document.addEventListener("keydown", (event) => event.preventDefault());
    }""")
    for focused in ("select", ".neuron", ".label input", "table input", "button", ".formula"):
        screen.find(focused).first.focus()
        for key in ("ArrowLeft", "ArrowDown", "a", "Space", "Escape", "Enter"):
            window.page.keyboard.press(key)
            assert window.page.evaluate("keys") == [], (focused, key)
    for slider in ("learning rate", "round"):
        for key in ("ArrowLeft", "ArrowDown", "Home", "PageUp", "a", "Space"):
            screen.slider(slider).press(key)
            assert window.page.evaluate("keys") == [], (slider, key)
    window.page.keyboard.press("Control+s")
    assert "keydown s" in window.page.evaluate("keys")


# Two on a page


def test_two_on_a_page_leave_each_other_alone(window):
    one = window.show()
    script = "(host, state) => { const two = host.cloneNode(); two.setAttribute('state', state); "
    one.host.evaluate(script + "host.after(two); }", state(LiveNetwork(task="XOR", eta=2)))
    two = window.screen(1)
    first, second = one.read(), two.read()
    one.type("w5", "3")
    one.phase("update")
    assert two.read() == second
    assert two.shown_phase() == "forward"
    one.press("Reset")
    one.phase("forward")
    two.phase("hidden deltas")
    two.find("tbody tr").nth(2).click()
    two.press("Next round")
    assert one.read() == first
    two.press("Play")
    two.wait_for_round(10)
    assert one.round() == 0
    one.press("Play")
    one.wait_for_round(10)
    two.press("Pause")
    there = two.round()
    one.wait_for_round(one.round() + 5)
    assert two.round() == there


# Sizes and themes


LAYOUTS = {
    "article": {"round": 1},
    "shared": {"biases": "shared", "round": 300},
    "XOR": {"task": "XOR", "biases": "each", "round": 300},
}
each_layout = pytest.mark.parametrize("numbers", LAYOUTS.values(), ids=LAYOUTS)

# In every phase, how far two labels lie over one another, and how far a label leaves the page.
OVERLAPS = """(host, phases) => {
  const parts = ".label .row, .label .more, .said span, .network .caption, .neuron circle";
  const place = (part) => {
    const box = part.getBoundingClientRect();
    const name = part.textContent || part.parentElement.dataset.name;
    return { box, name, round: part.tagName === "circle" && box.width / 2 };
  };
  const between = (n, low, high) => Math.min(Math.max(n, low), high);
  const over = ({ box: a, round: r }, { box: b, round }) => {
    if (r && round) return 0;
    if (!round) return r ? over({ box: b }, { box: a, round: r }) : Math.min(
      Math.min(a.right, b.right) - Math.max(a.left, b.left),
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
    const [x, y] = [b.left + round, b.top + round];
    return round - Math.hypot(between(x, a.left, a.right) - x, between(y, a.top, a.bottom) - y);
  };
  const found = [];
  for (const phase of phases) {
    host.model.set("phase", phase);
    const all = [...host.shadowRoot.querySelectorAll(parts)].map(place);
    const seen = all.filter(({ box }) => box.width && box.height);
    for (const [n, one] of seen.entries()) {
      const { left, right } = one.box;
      const out = Math.max(-left, right - document.documentElement.clientWidth);
      if (out > 0) found.push([out, phase, one.name, "the edge of the page"]);
      for (const two of seen.slice(n + 1)) {
        if (over(one, two) > 1) found.push([over(one, two), phase, one.name, two.name]);
      }
    }
  }
  return found.sort((a, b) => b[0] - a[0]);
}"""

# Elements with text of their own that is smaller than it may be; indices are indices.
SMALL = """host => [...host.shadowRoot.querySelectorAll(".live *")]
  .filter((element) => !element.closest("sub, tspan, math"))
  .filter((element) => element.tagName === "INPUT" || [...element.childNodes]
    .some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((element) => parseFloat(getComputedStyle(element).fontSize) < 12)
  .map((element) => `${element.tagName} ${element.textContent}`)
"""
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
SCROLLS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@each_layout
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_at_no_width_labels_meet_or_the_page_scrolls_sideways(theme, numbers, window):
    window.page.emulate_media(color_scheme=theme)
    screen = window.show(**numbers)
    assert screen.find(".live").get_attribute("data-theme") == theme
    wrong = {}
    for width in WIDTHS:
        window.page.set_viewport_size({"width": width, "height": 900})
        window.page.evaluate(SETTLED)
        overlaps = screen.host.evaluate(OVERLAPS, PHASES)
        scrolls, small = window.page.evaluate(SCROLLS), screen.host.evaluate(SMALL)
        if overlaps or scrolls > 0 or small:
            worst = [f"{o:.0f} px in {phase}: {a} / {b}" for o, phase, a, b in overlaps[:3]]
            wrong[width] = {"worst": worst, "scrolls": scrolls, "small": small}
    assert not wrong, json.dumps(wrong, indent=1, ensure_ascii=False)


def test_labels_that_meet_would_be_found(window):
    screen = window.show()
    assert screen.host.evaluate(OVERLAPS, PHASES) == []
    screen.find(".label").first.evaluate("label => { label.style.translate = '44px 106px' }")
    assert screen.host.evaluate(OVERLAPS, PHASES[:1])[0][2:] == ["i1", "w1"]


@pytest.mark.parametrize("width", [320, 1280])
def test_a_refusal_stands_inside_the_page(width, window):
    window.page.set_viewport_size({"width": width, "height": 900})
    screen = window.show()
    outside = {}
    for name in screen.read()["fields"] | {"eta": "", "round": ""}:
        screen.type(name, "abc")
        box = screen.refusal(name).bounding_box()
        out = max(-box["x"], box["x"] + box["width"] - width, window.page.evaluate(SCROLLS))
        if out > 0.5:
            outside[name] = round(out)
        screen.field(name).press("Escape")
    assert outside == {}


# For a reader who cannot see it, and where no script runs


def test_describe_says_the_round_in_words(window):
    screen = window.show(round=300, phase="update")
    status = screen.find("[role=status]")
    assert status.inner_text() == ""
    screen.press("Describe")
    at = values(LiveNetwork(round=300))
    told = [short(at[q]) for q in ("E_total", "out_h1", "out_h2", "out_o1", "out_o2")]
    missing = [part for part in ("round 300", "update", *told) if part not in status.inner_text()]
    assert missing == []


def test_the_place_for_words_is_there_before_they_are(window):
    assert window.show().host.get_by_role("status").count() == 1


def test_nothing_is_announced_while_it_plays(window):
    screen = window.show()
    watch = """host => {
      window.announced = 0;
      const watch = new MutationObserver((changes) => (announced += changes.length));
      const all = { childList: true, characterData: true, attributes: true, subtree: true };
      const spoken = host.shadowRoot.querySelectorAll("[role=status], [role=alert], [aria-live]");
      for (const live of spoken) watch.observe(live, all);
    }"""
    screen.host.evaluate(watch)
    screen.press("Play")
    screen.wait_for_round(50)
    assert window.page.evaluate("announced") == 0
    screen.press("Describe")
    assert window.page.evaluate("announced") > 0


def test_without_scripts_the_still_picture_is_there(browser, opened):
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto((opened.folder / "live.html").as_uri())
    picture = page.get_by_role("img")
    assert picture.get_attribute("alt") == LiveNetwork().still().alt
    assert picture.is_visible()
    assert picture.bounding_box()["width"] > 300
    assert picture.bounding_box()["height"] > 150
    context.close()


def test_where_scripts_run_the_still_picture_is_hidden(window):
    screen = window.show()
    assert not screen.host.locator("> img").is_visible()


STATES = {
    "the article": lambda screen: None,
    "backward": lambda screen: screen.phase("hidden deltas"),
    "update": lambda screen: (screen.phase("update"), screen.press("Describe")),
    "XOR": lambda screen: (screen.choose("task", "XOR"), screen.find("tbody tr").nth(2).click()),
    "bad input": lambda screen: (screen.type("eta", "1000"), screen.type("w5", "abc")),
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("reach", STATES.values(), ids=STATES)
def test_axe_finds_nothing(reach, theme, window):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not here")
    window.page.emulate_media(color_scheme=theme)
    screen = window.show()
    reach(screen)
    found = axe.Axe().run(window.page).response["violations"]
    where = [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]
    assert where == []
