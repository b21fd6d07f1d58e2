"""The curves: what was drawn, where it ends, and in which words."""

import warnings
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.text import Text

from mazurnet.descent import train
from mazurnet.display import curves, style
from mazurnet.forward import forward
from mazurnet.network import equations, given
from mazurnet.symbols import (
    E_total,
    i1,
    net_h1,
    net_h2,
    net_o1,
    net_o2,
    out_h1,
    out_h2,
    out_o1,
    out_o2,
    target_o1,
    w1,
    w5,
    weights,
)

HISTORY = train(given, 0.5, 10_000)
ONE_WEIGHT = {net_o1: w1 * i1, out_o1: net_o1, E_total: (target_o1 - out_o1) ** 2 / 2}
SMALL = {i1: 2, target_o1: 3, w1: 0.5}


def line(picture, gid):
    (found,) = (a for a in picture.figure.findobj(Line2D) if a.get_gid() == gid)
    return found


def walk(eta):
    return curves.valley(train(SMALL, eta, 20, ONE_WEIGHT), ONE_WEIGHT, w1, (-1, 4))


def test_the_error_curve_runs_through_the_trained_errors():
    rounds, errors = line(curves.error(HISTORY), "error ").get_data()
    assert rounds[0] == 0 and rounds[-1] == 10_000
    assert errors[0] == pytest.approx(0.298371108760)
    assert errors[-1] == pytest.approx(3.510187782979e-05, rel=1e-12)
    assert list(errors) == [HISTORY[E_total][n] for n in rounds]


def test_of_two_curves_the_last_is_blue_and_the_other_grey():
    picture = curves.error({"0.5": HISTORY, "eta 5": train(given, 5, 10_000)})
    assert line(picture, "error 0.5").get_color() == style.QUIET
    assert line(picture, "error eta 5").get_color() == style.FORWARD
    assert "0.5 to 3.5·10⁻⁵ after 10000 rounds" in picture.alt


def test_an_error_below_the_foot_is_said_to_be():
    assert "below 10⁻¹²" in curves.error(train(given, 50, 10_000)).alt


def test_every_weight_is_drawn_dashed_where_it_is_negative():
    picture = curves.weights(HISTORY)
    plus, minus = line(picture, "path w5 plus"), line(picture, "path w5 minus")
    assert plus.get_linestyle() == "-" and minus.get_linestyle() == "--"
    assert all(not y < 0 for y in plus.get_ydata()) and all(not y > 0 for y in minus.get_ydata())
    assert {f"path {w} plus" for w in weights} <= {
        a.get_gid() for a in picture.figure.findobj(Line2D)
    }
    assert "w5 from 0.40 to −3.8930" in picture.alt


def test_the_squash_puts_each_neuron_at_its_net_and_out():
    picture = curves.squash(forward(given))
    (x,), (y,) = line(picture, "point o1").get_data()
    assert (x, y) == (pytest.approx(1.105905967), pytest.approx(0.751365070))
    assert "h1 from net 0.3775 to out 0.5933" in picture.alt


def test_a_walk_in_the_valley_stands_on_its_ground():
    picture = walk(0.45)
    xs, ys = line(picture, "steps").get_data()
    assert list(ys) == [pytest.approx((3 - 2 * x) ** 2 / 2) for x in xs]
    ground = line(picture, "valley")
    assert list(ground.get_ydata()) == [
        pytest.approx((3 - 2 * x) ** 2 / 2) for x in ground.get_xdata()
    ]


@pytest.mark.parametrize(("eta", "far"), [(0.1, False), (0.45, False), (0.55, True), (1000, True)])
def test_the_walk_arrives_below_one_half_and_runs_away_above(eta, far):
    history = train(SMALL, eta, 200, ONE_WEIGHT)
    assert (abs(history[w1][-1] - 1.5) > 1) == far


@pytest.mark.parametrize("eta", [0.01, 0.5, 50, 1000])
@pytest.mark.parametrize("draw", [
    lambda eta: curves.error({"0.5": HISTORY, "eta": train(given, eta, 10_000)}),
    walk,
    lambda eta: curves.weights(train(given, eta, 100)),
], ids=["error", "valley", "weights"])  # fmt: skip
def test_every_rate_can_be_drawn_without_a_warning_and_without_overlap(draw, eta):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture = draw(eta)
        assert picture.svg().startswith("<svg")
    renderer = FigureCanvasAgg(picture.figure).get_renderer()
    ends = [t for t in picture.figure.findobj(Text) if (t.get_gid() or "").startswith("end")]
    boxes = [text.get_window_extent(renderer) for text in ends]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
    assert all(box.x1 <= picture.figure.bbox.x1 for box in boxes)
    assert "nan" not in picture.alt
    assert w5.name in picture.alt or E_total.name in picture.alt


LINEAR = {**equations, out_h1: net_h1, out_h2: net_h2, out_o1: net_o1, out_o2: net_o2}


def test_a_weight_that_changes_sign_in_every_round_is_drawn_whole():
    history = train(given, 20, 10_000, LINEAR)
    picture = curves.weights(history)
    plus, minus = line(picture, "path w5 plus"), line(picture, "path w5 minus")
    drawn = {(x, y) for part in (plus, minus) for x, y in zip(*part.get_data(), strict=True)}
    assert set(enumerate(history[w5])) <= drawn
    assert 0.0 in plus.get_ydata() and 0.0 in minus.get_ydata()


def test_an_error_that_runs_away_stays_in_the_picture():
    picture = curves.error(train(given, 20, 10_000, LINEAR))
    (axes,) = picture.figure.axes
    assert axes.get_ylim()[1] > 3.0979e129
    assert "3.1·10¹²⁹ after 5 rounds" in picture.alt


def test_the_squash_of_a_very_negative_net_is_0():
    assert "out 0.00" in curves.squash({net_h1: -800}).alt


@pytest.mark.parametrize("foot", [0, -1, float("nan"), "low"])
def test_a_foot_that_is_no_number_above_0_is_refused(foot):
    with pytest.raises((TypeError, ValueError), match=r"^foot must be"):
        curves.error(HISTORY, foot=foot)


@pytest.mark.parametrize("span", [(1, 1), (4, -1)])
def test_a_span_goes_from_low_to_high(span):
    with pytest.raises(ValueError, match=r"^span must be two numbers, the lower first"):
        curves.valley(train(SMALL, 0.1, 2, ONE_WEIGHT), ONE_WEIGHT, w1, span)


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ([1, 0.5], TypeError),
        ({"a": [(1.0, ())]}, TypeError),
        ({"a": 3}, TypeError),
        ({"a": []}, ValueError),
        ({"a": [1, float("nan")]}, ValueError),
        ({"a": [1, -5]}, ValueError),
    ],
)
def test_what_are_no_errors_is_refused_in_a_sentence(wrong, kind):
    with pytest.raises(kind, match=r"^(curves\.error takes|A history is|Errors must be) [^\n]+\.$"):
        curves.error(wrong)


def test_bare_errors_are_drawn_and_zeros_stay_in_the_picture():
    axes = curves.error({"a": [1.0, 0.25, 0.0]}).figure.axes[0]
    (line,) = (line for line in axes.lines if line.get_gid() == "error a")
    assert [*line.get_ydata()] == [1.0, 0.25, 1e-13]
    assert axes.texts[0].xy[1] == pytest.approx(0)  # at the foot


@pytest.mark.parametrize("many", [2, 6, 12])
def test_names_of_lines_that_end_together_stay_apart_and_on_the_sheet(many):
    picture = curves.error({f"run {n}": [0.5, 0.49] for n in range(many)}, foot=1e-3)
    picture.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in picture.figure.axes[0].texts]
    assert len(boxes) == many
    assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert min(box.y0 for box in boxes) > 0
    assert max(box.y1 for box in boxes) < picture.figure.bbox.height
