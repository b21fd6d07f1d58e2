"""The network picture: what was drawn, in which colour, how wide, and in which words."""

from itertools import combinations

import pytest
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.text import Text

from mazurnet.descent import backward, step, train
from mazurnet.display import canvas, draw, style
from mazurnet.forward import forward
from mazurnet.network import given
from mazurnet.symbols import delta_o1, delta_o2, out_h1, w1, w5, w6, w7, w8, weights

VALUES = backward(given)
TRAINED = train(given, 0.5, 10_000).at(10_000)
PICTURES = {
    "given": lambda: draw.signals(given),
    "forward": lambda: draw.signals(VALUES),
    "trained": lambda: draw.signals(forward(TRAINED)),
    "backward": lambda: draw.blame(VALUES),
    "today": lambda: draw.blame(forward(given), today=[w5, w6, w7, w8]),
    "step": lambda: draw.step(given, step(given, 0.5)),
    "smallest step": lambda: draw.step(given, step(given, 0.01)),
    "largest step": lambda: draw.step(given, step(given, 1000)),
}


@pytest.fixture(params=PICTURES.values(), ids=PICTURES)
def picture(request):
    return request.param()


def artist(picture, gid, kind=Artist):
    (found,) = (a for a in picture.figure.findobj(kind) if a.get_gid() == gid)
    return found


def arrow(picture, weight):
    edge = next(e for e in canvas.edges() if e.name == weight)
    return artist(picture, f"arrow {weight} {edge.end}", Line2D)


def texts(picture):
    return [t for t in picture.figure.findobj(Text) if t.get_text().strip()]


def test_the_arrows_are_the_eight_weights_and_two_biases_to_two_neurons_each():
    found = {(str(e.name), e.start, e.end) for e in canvas.edges()}
    assert ("w3", "i1", "h2") in found
    assert ("w6", "h2", "o1") in found
    assert ("b2", "b2", "o2") in found
    assert len(found) == 12


@pytest.mark.parametrize(
    ("drawn", "hue", "caption"),
    [
        (draw.signals(VALUES), style.FORWARD, "forward →"),
        (draw.blame(VALUES), style.BACKWARD, "← backward"),
        (draw.step(given, step(given, 0.5)), style.UPDATE, "step"),
    ],
    ids=["forward", "backward", "update"],
)
def test_rule_20_hue_says_which_pass_and_the_caption_says_it_again(drawn, hue, caption):
    assert {arrow(drawn, w).get_color() for w in weights} == {hue}
    assert artist(drawn, "caption").get_text() == caption
    assert to_hex(artist(drawn, "caption").get_color()).upper() == hue.upper()


def test_what_is_not_todays_subject_is_grey():
    drawn = draw.blame(VALUES, today=[w5, delta_o1])
    assert arrow(drawn, w5).get_color() == style.BACKWARD
    assert arrow(drawn, w6).get_color() == style.QUIET
    assert artist(drawn, "number delta_o2").get_color() == style.QUIET
    assert drawn.alt.endswith("In colour: w5, delta_o1.")


def test_rule_20_a_dash_says_minus():
    drawn = draw.blame(VALUES)
    assert [arrow(drawn, w).get_linestyle() for w in (w1, w5, w6)] == ["-"] * 3
    assert [arrow(drawn, w).get_linestyle() for w in (w7, w8)] == ["--"] * 2
    assert artist(drawn, "label w7").get_text() == "−0.0226"


def test_rule_20_signals_run_to_the_right_and_blame_to_the_left():
    ahead, back = (arrow(PICTURES[name](), w5).get_xdata() for name in ("forward", "backward"))
    assert ahead[0] < ahead[1]
    assert back[0] > back[1]


def test_rule_20_width_says_how_much_on_one_scale():
    drawn = draw.blame(VALUES)
    wide, narrow = arrow(drawn, w6).get_linewidth(), arrow(drawn, w7).get_linewidth()
    assert wide / narrow == pytest.approx(0.0826676278 / 0.0226025405, rel=1e-6)
    assert arrow(drawn, w1).get_linewidth() == style.HAIRLINE
    fresh, trained = draw.signals(given), draw.signals(TRAINED)
    assert arrow(fresh, w8).get_linewidth() == pytest.approx(0.55 * style.WIDTH_OF_WEIGHT)
    assert arrow(trained, w8).get_linewidth() == pytest.approx(
        float(TRAINED[w8]) * style.WIDTH_OF_WEIGHT
    )


def test_no_line_is_wider_than_the_widest():
    drawn = draw.step(given, step(given, 1000))
    assert arrow(drawn, w5).get_linewidth() == style.WIDEST_LINE


def test_rule_21_names_are_inside_and_values_outside_the_circles(picture):
    for text in texts(picture):
        x, y = text.get_position()
        distances = [
            ((x - cx) ** 2 + (y - cy) ** 2) ** 0.5
            for name, (cx, cy) in canvas.PLACE.items()
            if not name.startswith("b")
        ]
        inside = min(distances) < canvas.RADIUS
        assert inside == (text.get_gid() is None), text.get_text()


def test_rule_21_no_two_labels_overlap(picture):
    renderer = FigureCanvasAgg(picture.figure).get_renderer()
    boxes = [(t.get_text(), t.get_window_extent(renderer)) for t in texts(picture)]
    assert len(boxes) >= 15
    assert not [(a, b) for (a, one), (b, two) in combinations(boxes, 2) if one.overlaps(two)]


def test_rule_21_nothing_leaves_the_sheet(picture):
    renderer = FigureCanvasAgg(picture.figure).get_renderer()
    sheet = picture.figure.bbox
    for text in texts(picture):
        box = text.get_window_extent(renderer)
        assert sheet.x0 <= box.x0 and box.x1 <= sheet.x1, text.get_text()
        assert sheet.y0 <= box.y0 and box.y1 <= sheet.y1, text.get_text()


def test_rule_21_nothing_is_under_12_points(picture):
    assert min(text.get_size() for text in texts(picture)) >= 12


def test_the_neurons_never_move(picture):
    rings = {
        name: artist(picture, f"neuron {name}").center
        for name in canvas.PLACE
        if not name.startswith("b")
    }
    assert rings == {n: p for n, p in canvas.PLACE.items() if not n.startswith("b")}


def test_rule_22_the_text_alternative_has_the_numbers():
    assert "w5 0.40" in draw.signals(VALUES).alt
    assert "out_o1 0.7514" in draw.signals(VALUES).alt
    assert "delta_o2 −0.0381" in draw.blame(VALUES).alt
    assert "dE/dw5 0.0822" in draw.blame(VALUES).alt
    assert "w5 0.40 becomes 0.3589" in draw.step(given, step(given, 0.5)).alt


def test_what_has_no_value_yet_stays_blank():
    assert out_h1.name not in draw.signals(given).alt
    only_outputs = {q: n for q, n in VALUES.items() if q in forward(given)}
    only_outputs |= {delta_o1: VALUES[delta_o1], delta_o2: VALUES[delta_o2]}
    drawn = draw.blame(only_outputs)
    assert artist(drawn, "label w5").get_text() == "+0.0822"
    assert artist(drawn, "label w1").get_text() == "$w_{1}$"


def test_the_same_numbers_give_the_same_bytes():
    assert draw.signals(VALUES).svg() == draw.signals(VALUES).svg()
    assert "matplotlib" not in draw.signals(VALUES).svg().partition("<defs>")[0]
