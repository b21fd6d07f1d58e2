"""The live network's Python side: what it holds, takes, refuses and hands to a page."""

import json
import re
from base64 import b64decode
from fractions import Fraction
from html import unescape
from itertools import combinations, product

import javascript
import pytest
from how_much import LONG
from sympy import Symbol
from traitlets import TraitError

from mazurnet import network, variants
from mazurnet.descent import train
from mazurnet.display import style
from mazurnet.display.javascript import EXPORT, IMPORT
from mazurnet.forward import forward
from mazurnet.live import LiveNetwork, modes, page
from mazurnet.live.widget import PHASES
from mazurnet.symbols import E_total, i1, target_o1, w1, w5

GIVEN = {q: float(number) for q, number in network.given.items()}
WAYS = [*product(variants.TASKS, modes.BIASES, (False, True))]
SOURCES = {path.stem: path.read_text(encoding="utf-8") for path in page.JS_FOLDER.glob("*.js")}
STATE = ("training", "eta", "round", "phase", "row")
each_way = pytest.mark.parametrize(("task", "biases", "output_first"), WAYS, ids=str)


def floats(given):
    return {q: float(number) for q, number in given.items()}


def state(net):
    return {name: getattr(net, name) for name in STATE}


# What it is.


def test_it_begins_as_the_article_does():
    net = LiveNetwork()
    assert (net.eta, net.round, net.phase, net.row) == (0.5, 0, "forward", 1)
    assert (net.task, net.biases, net.output_first) == ("article", "frozen", False)
    assert floats(net.given) == GIVEN
    assert net.equations == network.equations


@each_way
def test_a_round_has_the_numbers_that_training_gives(task, biases, output_first):
    net = LiveNetwork(task=task, biases=biases, output_first=output_first)
    start = net.given
    net.round, net.eta = 20, 0.7
    ours = train(start, 0.7, 20, net.equations, output_first, biases=biases != "frozen")
    assert net.given == ours.at(20)
    assert net.given != start


@each_way
def test_the_numbers_on_the_screen_go_through_forward(task, biases, output_first):
    net = LiveNetwork(task=task, biases=biases, output_first=output_first, round=3)
    values = forward(net.given, net.equations)
    start = LiveNetwork(task=task, biases=biases)
    assert values[E_total] < forward(start.given, start.equations)[E_total]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("eta", 0.01),
        ("eta", 1000.0),
        ("round", 10_000),
        ("phase", "hidden deltas"),
        ("task", "XOR"),
        ("biases", "each"),
        ("output_first", True),
    ],
)
def test_what_is_set_is_read_again(name, value):
    net = LiveNetwork()
    setattr(net, name, value)
    assert getattr(net, name) == value
    assert getattr(LiveNetwork(**{name: value}), name) == value


@pytest.mark.parametrize("eta", [2, Fraction(1, 4)], ids=str)
def test_eta_takes_other_exact_numbers(eta):
    net = LiveNetwork()
    net.eta = eta
    assert net.eta == float(eta)
    assert isinstance(net.eta, float)


def test_numbers_read_can_be_set_again():
    net = LiveNetwork(round=7)
    numbers = net.given
    net.given = numbers
    assert net.given == numbers
    assert net.round == 0


def test_numbers_of_the_reader_s_own_are_where_it_starts():
    mine = GIVEN | {w5: Fraction(1, 8)}
    assert LiveNetwork(mine).given[w5] == 0.125
    net = LiveNetwork(round=5)
    net.given = mine
    assert (net.round, net.given[w5]) == (0, 0.125)


def test_another_task_begins_at_its_start():
    net = LiveNetwork(task="XOR", round=9, row=4)
    net.task = "article"
    assert (net.round, net.row) == (0, 1)
    assert net.given == LiveNetwork().given


def test_other_biases_keep_the_numbers_and_where_they_stand():
    net = LiveNetwork(GIVEN | {w5: 0.7}, eta=2, phase="update")
    net.biases = "each"
    assert {Symbol("b_h1"), Symbol("b_o2")} <= net.given.keys()
    assert (net.given[w5], net.given[Symbol("b_h2")], net.eta, net.phase) == (
        0.7,
        0.35,
        2,
        "update",
    )


def test_the_two_ways_to_update_part_after_one_round():
    nets = [LiveNetwork(output_first=first, round=1) for first in (False, True)]
    assert nets[0].given != nets[1].given


def test_numbers_whose_first_round_fits_no_float_are_refused():
    with pytest.raises(ValueError, match=r"^given has numbers so large that .* fits no float\.$"):
        LiveNetwork(GIVEN | {target_o1: 1e154}, eta=1000, output_first=True)
    with pytest.raises(ValueError, match="net_h1 fits no float"):
        LiveNetwork(GIVEN | {i1: 1e200, w1: 1e200})


def test_a_large_error_is_written_in_few_digits():
    assert repr(LiveNetwork(GIVEN | {target_o1: 1e150})).endswith("E_total 5e+299.")


# What it refuses.

WRONG = {
    "eta": ["a", "0.5", None, True, 0, -1, 0.009, 1001, float("nan"), float("inf"), 1j],
    "round": ["1", 1.5, -1, 10_001, True, None],
    "row": [0, 2, 1.5, True, None],
    "phase": ["backward", "", None, 1],
    "task": ["NOR", "xor", None, 3],
    "biases": ["own", None, True],
    "output_first": ["yes", None, 2],
    "given": [None, 3, {}, {i1: 0.05}, GIVEN | {w5: "a"}, GIVEN | {w5: True},
              GIVEN | {Symbol("w9"): 1}, GIVEN | {w5: float("nan")}, GIVEN | {target_o1: 1e200}],
}  # fmt: skip


def cases():
    for name, values in WRONG.items():
        for value in values:
            yield pytest.param(name, value, id=f"{name} {repr(value)[-30:]}")


@pytest.mark.parametrize(("name", "value"), [*cases()])
def test_a_wrong_value_is_refused_in_one_sentence_and_nothing_changes(name, value):
    net = LiveNetwork(eta=0.7, round=3, phase="update")
    before = state(net)
    with pytest.raises((TypeError, ValueError, TraitError), match=r"^[^\n]+\.$"):
        setattr(net, name, value)
    assert state(net) == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"task": "NOR"},
        {"biases": "own"},
        {"eta": 0},
        {"round": -1},
        {"row": 5, "task": "XOR"},
        {"given": {}},
        {"output_first": 1},
    ],
    ids=str,
)
def test_a_network_is_not_made_from_a_wrong_value(wrong):
    with pytest.raises((TypeError, ValueError, TraitError), match=r"^[^\n]+\.$"):
        LiveNetwork(**wrong)


# What it says and shows.

XOR_LATER = {
    "task": "XOR",
    "biases": "each",
    "eta": 2.0,
    "round": 1200,
    "row": 3,
    "phase": "update",
}
each_shown = pytest.mark.parametrize(
    "asked",
    [{}, {"phase": "hidden deltas", "round": 3}, XOR_LATER],
    ids=["as it is", "hidden", "XOR"],
)


def bundle_of(asked):
    return LiveNetwork(**asked)._repr_mimebundle_()[0]


def test_it_says_itself_in_a_sentence():
    first, later = repr(LiveNetwork()), repr(LiveNetwork(**XOR_LATER))
    assert re.fullmatch(r"Live network: the article's example, .* 0\.298371109\.", first)
    assert re.fullmatch(r"Live network: XOR, eta 2, round 1,200, E_total 0\.\d{9}\.", later)


@each_shown
def test_a_notebook_gets_the_sentence_the_page_the_picture_and_the_widget(asked):
    net, data = LiveNetwork(**asked), bundle_of(asked)
    assert data["text/plain"] == repr(net)
    assert b64decode(data["image/png"]).startswith(b"\x89PNG\r\n\x1a\n")
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"]
    element, *_ = re.findall(r'<mazurnet-live state="([^"]*)">', data["text/html"])
    assert json.loads(unescape(element)) == state(net)
    alt, *_ = re.findall(r'<mazurnet-live [^>]*><img alt="([^"]*)"', data["text/html"])
    assert unescape(alt) == net.still().alt


@each_shown
def test_the_same_network_is_shown_in_the_same_bytes(asked):
    first, second = bundle_of(asked), bundle_of(asked)
    views = [data.pop("application/vnd.jupyter.widget-view+json") for data in (first, second)]
    assert first == second
    assert LiveNetwork(**asked).html() == LiveNetwork(**asked).html()
    assert views[0] != views[1]


def test_another_network_is_shown_in_other_bytes():
    assert bundle_of({})["text/html"] != bundle_of({"eta": 0.6})["text/html"]
    assert bundle_of({})["image/png"] != bundle_of({"round": 500})["image/png"]


EVERY_STILL = [*product(variants.TASKS, PHASES, modes.BIASES, (False, True))]
IN_PAIRS = [
    (task, phase, modes.BIASES[(t + p) % 3], bool((t + p) % 2))
    for t, task in enumerate(variants.TASKS)
    for p, phase in enumerate(PHASES)
]


def pairs_of(stills):
    return {pair for still in stills for pair in combinations(enumerate(still), 2)}


def test_each_two_choices_meet_in_some_still_that_is_drawn():
    assert pairs_of(IN_PAIRS) == pairs_of(EVERY_STILL)


@pytest.mark.parametrize(
    ("task", "phase", "biases", "output_first"), EVERY_STILL if LONG else IN_PAIRS, ids=str
)
def test_every_way_and_phase_has_a_still_that_tells_its_numbers(task, phase, biases, output_first):
    net = LiveNetwork(task=task, biases=biases, output_first=output_first, phase=phase)
    assert re.search(r"\d\.\d", net.still().alt)


NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1998/Math/MathML"}


@each_shown
def test_the_page_asks_nothing_of_a_network(asked):
    html = LiveNetwork(**asked).html()
    addresses = {*re.findall(r"\w+://[^\s\"'`<>;)]*", html)}
    assert addresses <= NAMESPACES
    assert not re.search(r"<link|@import|\bimport\(|src=\"(?!data:)|url\((?!data:)|fetch\(", html)


def test_the_page_s_script_ends_where_it_should():
    html = LiveNetwork().html()
    assert html.count("</script") == html.count("<script") == 1
    script = html.partition('<script type="module">')[2].partition("</script")[0]
    assert "customElements.define" in script
    assert script.rstrip().endswith(";")


def test_a_page_is_saved_as_it_is(tmp_path):
    net = LiveNetwork(round=5)
    net.save(tmp_path / "net.html")
    assert (tmp_path / "net.html").read_text(encoding="utf-8") == net.html()
    assert net.html().startswith("<!DOCTYPE html>")


# The modules of the page.


def imports(text):
    """For each module that a source names, what it takes from there."""
    return {
        module: [name.split(" as ")[0].strip() for name in names.split(",")]
        for names, module in IMPORT.findall(text)
    }


def own_names(text):
    """What a source calls the things that it imports."""
    heads = IMPORT.findall(text)
    return [name.split(" as ")[-1].strip() for names, _ in heads for name in names.split(",")]


def reached(entry, sources):
    found, ahead = set(), [entry]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += imports(sources[name])
    return found


def wrong_with(sources):
    """What the bundler would put together wrongly without a word."""
    exported = {name: EXPORT.findall(text) for name, text in sources.items()}
    for name, text in sources.items():
        taken = imports(text)
        if len(re.findall(r"^\s*import\b", text, re.MULTILINE)) != len(IMPORT.findall(text)):
            yield f"{name} has an import that is not read"
        plain = re.sub(r"^export default \{", "", text, flags=re.MULTILINE)
        if len(re.findall(r"\bexport\b(?! of)", plain)) != len(exported[name]):
            yield f"{name} has an export that is not read"
        for module, names in taken.items():
            yield from (
                f"{name} imports {n}, which {module} does not export"
                for n in names
                if n not in exported.get(module, [])
            )
        said = exported[name] + own_names(text)
        yield from (f"{name} names {n} twice" for n in {*said} if said.count(n) > 1)
    for name in sources:
        if any(
            name in reached(below, sources) for below in imports(sources[name]) if below in sources
        ):
            yield f"{name} needs itself"


def test_every_module_is_part_of_the_page():
    assert reached("element", SOURCES) | reached("widget", SOURCES) == SOURCES.keys()


def test_every_import_is_of_something_exported_once():
    assert [*wrong_with(SOURCES)] == []


SLIPS = {
    "not exported": ("dom", "export function say", "function say"),
    "renamed": ("numbers", "export function short", "export function brief"),
    "twice": ("dom", "export function say", "export function svg"),
    "a list": ("dom", "export function say", "export { set }; export function say"),
    "everything": ("view", 'import { css } from "./style.js"', 'import * as s from "./style.js"'),
    "from afar": ("view", 'from "./style.js"', 'from "https://example.org/style.js"'),
    "in a circle": ("dom", "\n", '\nimport { css } from "./style.js";\n'),
}


@pytest.mark.parametrize(("module", "right", "wrong"), SLIPS.values(), ids=SLIPS)
def test_what_the_bundler_cannot_do_is_noticed(module, right, wrong):
    changed = {**SOURCES, module: SOURCES[module].replace(right, wrong, 1)}
    assert changed != SOURCES
    if wrong.startswith("\n"):
        changed["style"] = 'import { say } from "./dom.js";\n' + SOURCES["style"]
    assert [*wrong_with(changed)]


def test_the_bundle_is_one_module_that_runs():
    program = 'import live from "./whole.js"; export default () => Object.keys(live);'
    whole = page.bundle("widget")
    assert "import " not in re.sub(r"^ *//.*$|^ *\*.*$", "", whole, flags=re.MULTILINE)
    assert javascript.run(program, changed={"whole.js": whole}) == ["render"]


def test_each_module_is_in_the_bundle_once():
    for entry in ("element", "widget"):
        homes = re.findall(r"^const (\w+)_js = ", page.bundle(entry), re.MULTILINE)
        assert sorted(homes) == sorted(reached(entry, SOURCES) - {entry})


@pytest.mark.parametrize("name", SOURCES)
def test_a_module_opens_with_what_it_is(name):
    assert re.match(r"// [A-Z<]", SOURCES[name])


# Colours.

THEMES = {"light": ".live {", "dark": '.live[data-theme="dark"] {'}
OWN = {"forward": style.FORWARD, "backward": style.BACKWARD, "update": style.UPDATE,
       "ink": style.INK, "paper": style.PAPER}  # fmt: skip


def palette(theme):
    block = SOURCES["style"].partition(f"\n{THEMES[theme]}")[2].partition("}")[0]
    return dict(re.findall(r"--(\w+): (#[0-9A-F]{6})", block))


def rules():
    """The selectors and declarations of the style, one by one."""
    text = SOURCES["style"].partition("`")[2].rpartition("`")[0]
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        declared = dict(re.findall(r"([\w-]+): ([^;]+);", body + ";"))
        yield from ((selector.strip(), declared) for selector in selectors.split(","))


def brightness(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one, other):
    low, high = sorted(map(brightness, (one, other)))
    return (high + 0.05) / (low + 0.05)


def text_and_paper():
    """What is written in which colour on which: the names of the palette, and where."""
    passes = ("forward", "backward", "update")
    for selector, declared in rules():
        text = declared.get("color") or ("text" in selector and declared.get("fill")) or ""
        paper = re.sub(r"var\(--(\w+)\)", r"\1", declared.get("background", ""))
        papers = [paper] if paper in {*OWN, "face"} else ["paper"]
        for name in re.findall(r"var\(--(\w+)\)", text):
            for own in passes if name == "pass" else [name]:
                yield from ((own, below, selector) for below in papers)
        if paper in passes and not text:  # a phase that is chosen takes its text from another rule
            yield "paper", paper, selector
        if paper == "face" and not text:
            yield "ink", paper, selector


def test_the_page_has_the_colours_of_the_lessons():
    assert palette("light").items() >= OWN.items()
    assert palette("dark").keys() == palette("light").keys()


def test_no_colour_is_missing_from_the_palette():
    used = {*re.findall(r"var\(--(\w+)\)", SOURCES["style"])} - {"pass", "wide"}
    assert used <= palette("light").keys()


def test_contrast_is_measured_as_the_guideline_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_an_unknown_name_is_refused():
    with pytest.raises(TypeError, match="rounds"):
        LiveNetwork(rounds=5)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_stands_out_from_its_paper(theme):
    colours, pairs = palette(theme), [*text_and_paper()]
    assert {own for own, *_ in pairs} >= {"ink", "quiet", "forward", "backward", "update", "paper"}
    faint = {(a, b, where): contrast(colours[a], colours[b]) for a, b, where in pairs}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}
