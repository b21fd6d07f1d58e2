"""Comparisons: what is drawn side by side stands where the data has it, and is told in words."""

import math
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.text import Text
from sympy import count_ops

from mazurnet import chain, network, shapes
from mazurnet.arrays import layers, matrices
from mazurnet.display import comparisons, style
from mazurnet.display.comparisons import SLOPE_STEPS

# What gradients cost

COUNTS = {"written out": {"2-2": 131, "2-2-2": 1043}, "shared": {"2-2": 35, "2-2-2": 67}}


def shared(shape):
    gradients = {w: chain.gradient(w, shape) for w in network.weights(shape)}
    parts = (shape, chain.deltas(shape), gradients)
    return [sum(map(count_ops, formulas.values())) for formulas in parts]


def test_the_shared_way_grows_by_the_layer_as_counted_by_hand():
    # A layer of two, forward: 4 for each net, 3 for each out. Back: 3 for a delta of the outputs
    # with its error (3 more forward, and 1 to add), 6 for a hidden one; a gradient is one product.
    assert shared(network.equations) == [39, 20, 8]
    assert [sum(shared(shapes.equations((2,) * n))) for n in (2, 3, 4, 5)] == [35, 67, 99, 131]


def test_every_count_is_told():
    assert comparisons.operations(COUNTS).alt == (
        "Operations for all gradients, on a log axis. written out: 131 for 2-2, 1,043 for 2-2-2; "
        "shared: 35 for 2-2, 67 for 2-2-2."
    )


def test_a_count_stands_at_its_height_and_the_last_way_is_blue():
    axes = comparisons.operations(COUNTS).figure.axes[0]
    lines = {line.get_gid(): line for line in axes.lines}
    assert [*lines["operations written out"].get_ydata()] == [131, 1043]
    assert lines["operations written out"].get_color() == style.QUIET
    assert lines["operations shared"].get_color() == style.FORWARD
    assert {"1,043", "67"} <= {text.get_text() for text in axes.texts}


@pytest.mark.parametrize(
    "counts", [{}, {"one": {"2-2": 3}}, {"one": {"2": 3, "3": 4}, "other": {"2": 3, "4": 5}}]
)
def test_other_counts_are_refused(counts):
    with pytest.raises(ValueError, match=r"^operations takes counts of the same networks"):
        comparisons.operations(counts)


def test_a_count_below_1_is_refused():
    with pytest.raises(ValueError, match=r"^one, 2 must be 1 or more, not 0\.$"):
        comparisons.operations({"one": {"2": 0, "3": 4}})


def test_networks_are_named_below_their_counts_on_a_log_axis():
    axes = comparisons.operations(COUNTS).figure.axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2-2", "2-2-2"]
    assert axes.get_yscale() == "log"
    numbers = {text.get_text(): text.xy for text in axes.texts if "end" not in text.get_gid()}
    assert numbers == {"131": (0, 131), "1,043": (1, 1043), "35": (0, 35), "67": (1, 67)}
    assert axes.get_ylim()[1] > 2 * 1043


def test_names_at_the_ends_lie_apart_though_the_lines_end_together():
    same = {"2-2": 35, "2-2-2": 67}
    picture = comparisons.operations({"one": same, "other": same})
    picture.figure.canvas.draw()
    texts = picture.figure.axes[0].texts
    lower, higher = sorted(t.get_window_extent().y0 for t in texts if t.get_gid().startswith("end"))
    assert higher - lower > 12


# How large gradients are, layer by layer

INPUTS, TARGETS, (HIDDEN, OUTPUT) = layers.from_given(network.given)
ARTICLE = matrices.gradients(INPUTS, TARGETS, (HIDDEN, OUTPUT))


def test_the_mean_size_of_each_layer_is_told():
    # (|0.000438568| + 0.000877135 + 0.000497713 + 0.000995425) / 4, and of w5 to w8
    assert comparisons.gradient_sizes({"the article": ARTICLE}).alt == (
        "Mean size of the gradients, from the first layer on: the article 0.000702, 0.0525."
    )


def test_lines_are_as_wide_as_the_gradient_they_lead_back_from():
    axes = comparisons.gradient_sizes({"the article": ARTICLE}).figure.axes[0]
    (line,) = [line for line in axes.lines if line.get_gid() == "back the article 2"]
    assert line.get_linewidth() == pytest.approx(0.0525441 * style.WIDTH_OF_GRADIENT, rel=1e-4)


def test_small_gradients_are_hairlines():
    five = matrices.gradients(INPUTS, TARGETS, (*[HIDDEN] * 5, OUTPUT))
    axes = comparisons.gradient_sizes({"five": five}).figure.axes[0]
    widths = {line.get_gid(): line.get_linewidth() for line in axes.lines}
    assert [widths[f"back five {n}"] for n in (2, 3, 4)] == [style.HAIRLINE] * 3


def test_of_several_the_last_is_orange_and_only_one_alone_has_its_numbers():
    axes = comparisons.gradient_sizes({"one": ARTICLE, "other": ARTICLE}).figure.axes[0]
    hues = {line.get_gid(): line.get_color() for line in axes.lines}
    assert hues["back one 2"] == style.QUIET
    assert hues["back other 2"] == style.BACKWARD
    assert not [text for text in axes.texts if (text.get_gid() or "").startswith("size")]


def test_a_layer_without_blame_lies_on_the_floor():
    dead = ((np.zeros((2, 2)), np.zeros(2)), ARTICLE[1])
    assert "0.00, 0.0525" in comparisons.gradient_sizes({"dead": dead}).alt


@pytest.mark.parametrize("nothing", [{}, {"dead": ((np.zeros((2, 2)), np.zeros(2)),)}])
def test_nothing_to_draw_is_refused(nothing):
    with pytest.raises(ValueError, match=r"^gradient_sizes takes at least one network"):
        comparisons.gradient_sizes(nothing)


def drawn(of):
    """The axes as they are on paper: by name, where each text and line is, in pixels."""
    picture = comparisons.gradient_sizes(of)
    picture.figure.canvas.draw()
    return picture.figure.axes[0]


def test_heights_count_in_powers_of_ten_and_every_layer_has_its_number():
    five = matrices.gradients(INPUTS, TARGETS, (*[HIDDEN] * 5, OUTPUT))
    axes = drawn({"five": five})
    assert axes.get_yscale() == "log"
    sizes = [float(abs(dW).mean()) for dW, _ in five]
    low, high = axes.get_ylim()
    assert low <= min(sizes) < max(sizes) < high
    said = {text.get_gid(): text.get_text() for text in axes.texts}
    assert [said[f"size {n}"] for n in range(1, 7)] == [style.short(size) for size in sizes]


def test_no_line_is_wider_than_the_widest():
    large = tuple((100 * dW, db) for dW, db in ARTICLE)
    (line,) = (n for n in drawn({"large": large}).lines if n.get_gid() == "back large 2")
    assert line.get_linewidth() == style.WIDEST_LINE


def test_the_networks_names_at_the_ends_lie_apart_though_the_lines_end_together():
    axes = drawn({name: ARTICLE for name in ("one", "two", "three")})
    ends = sorted(text.get_window_extent().y0 for text in axes.texts if "end" in text.get_gid())
    assert all(higher - lower > 12 for lower, higher in pairwise(ends))


def test_what_is_infinite_is_left_at_the_edge_and_told():
    wild = ((np.full((2, 2), np.inf), np.zeros(2)), ARTICLE[1])
    assert "∞, 0.0525" in comparisons.gradient_sizes({"wild": wild}).alt
    assert drawn({"wild": wild}).get_ylim()[1] < 100


# How far a measured slope is off

WAYS = {
    "forward": lambda h: (math.exp(1 + h) - math.exp(1)) / h,
    "central": lambda h: (math.exp(1 + h) - math.exp(1 - h)) / (2 * h),
    "exact": lambda h: math.e,
}
PICTURE = comparisons.slope_errors(WAYS, math.e)


def line(name):
    (found,) = (a for a in PICTURE.figure.findobj(Line2D) if a.get_gid() == f"errors {name}")
    return found


def slope(name, first, last):
    """How many powers of ten the error moves for one of the step."""
    errors = dict(zip(line(name).get_xdata(), line(name).get_ydata(), strict=True))
    return math.log10(errors[first] / errors[last]) / math.log10(first / last)


def test_a_forward_difference_gets_better_as_h_and_a_central_one_as_its_square():
    assert slope("forward", SLOPE_STEPS[0], SLOPE_STEPS[5]) == pytest.approx(1, abs=0.02)
    assert slope("central", SLOPE_STEPS[0], SLOPE_STEPS[3]) == pytest.approx(2, abs=0.02)


def test_both_get_worse_again_as_one_over_h():
    for name in ("forward", "central"):
        assert slope(name, SLOPE_STEPS[8], SLOPE_STEPS[14]) == pytest.approx(-1, abs=0.35)


def test_the_picture_says_where_each_is_nearest():
    assert "forward is nearest at h = 10⁻⁸" in PICTURE.alt
    assert "exact is nearest at h = 10⁻¹, off by less than 10⁻¹⁸" in PICTURE.alt


def test_no_two_labels_lie_over_one_another():
    FigureCanvasAgg(PICTURE.figure).draw()
    labels = [t for t in PICTURE.figure.findobj(Text) if (t.get_gid() or "").startswith("end")]
    boxes = [t.get_window_extent() for t in labels]
    assert len(boxes) == 3
    assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_bad_input_is_named():
    with pytest.raises(ValueError, match="at least one way"):
        comparisons.slope_errors({}, 1)
    with pytest.raises(TypeError, match="right"):
        comparisons.slope_errors(WAYS, "0.08")
