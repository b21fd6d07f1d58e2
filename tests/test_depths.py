"""Gradients by layer: what is told is their mean size, and the width is that of all lessons."""

from itertools import pairwise

import numpy as np
import pytest

from mazurnet import depths, layers, matrices, network, style

INPUTS, TARGETS, (HIDDEN, OUTPUT) = layers.from_given(network.given)
ARTICLE = matrices.gradients(INPUTS, TARGETS, (HIDDEN, OUTPUT))


def test_the_mean_size_of_each_layer_is_told():
    # (|0.000438568| + 0.000877135 + 0.000497713 + 0.000995425) / 4, and of w5 to w8
    assert depths.gradients({"the article": ARTICLE}).alt == (
        "Mean size of the gradients, from the first layer on: the article 0.000702, 0.0525."
    )


def test_lines_are_as_wide_as_the_gradient_they_lead_back_from():
    axes = depths.gradients({"the article": ARTICLE}).figure.axes[0]
    (line,) = [line for line in axes.lines if line.get_gid() == "back the article 2"]
    assert line.get_linewidth() == pytest.approx(0.0525441 * style.WIDTH_OF_GRADIENT, rel=1e-4)


def test_small_gradients_are_hairlines():
    five = matrices.gradients(INPUTS, TARGETS, (*[HIDDEN] * 5, OUTPUT))
    axes = depths.gradients({"five": five}).figure.axes[0]
    widths = {line.get_gid(): line.get_linewidth() for line in axes.lines}
    assert [widths[f"back five {n}"] for n in (2, 3, 4)] == [style.HAIRLINE] * 3


def test_of_several_the_last_is_orange_and_only_one_alone_has_its_numbers():
    axes = depths.gradients({"one": ARTICLE, "other": ARTICLE}).figure.axes[0]
    hues = {line.get_gid(): line.get_color() for line in axes.lines}
    assert hues["back one 2"] == style.QUIET
    assert hues["back other 2"] == style.BACKWARD
    assert not [text for text in axes.texts if (text.get_gid() or "").startswith("size")]


def test_a_layer_without_blame_lies_on_the_floor():
    dead = ((np.zeros((2, 2)), np.zeros(2)), ARTICLE[1])
    assert "0.00, 0.0525" in depths.gradients({"dead": dead}).alt


@pytest.mark.parametrize("nothing", [{}, {"dead": ((np.zeros((2, 2)), np.zeros(2)),)}])
def test_nothing_to_draw_is_refused(nothing):
    with pytest.raises(ValueError, match=r"^depths.gradients takes at least one network"):
        depths.gradients(nothing)


def drawn(of):
    """The axes as they are on paper: by name, where each text and line is, in pixels."""
    picture = depths.gradients(of)
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
    assert line.get_linewidth() == style.WIDEST


def test_names_at_the_ends_lie_apart_though_the_lines_end_together():
    axes = drawn({name: ARTICLE for name in ("one", "two", "three")})
    ends = sorted(text.get_window_extent().y0 for text in axes.texts if "end" in text.get_gid())
    assert all(higher - lower > 12 for lower, higher in pairwise(ends))


def test_what_is_infinite_is_left_at_the_edge_and_told():
    wild = ((np.full((2, 2), np.inf), np.zeros(2)), ARTICLE[1])
    assert "∞, 0.0525" in depths.gradients({"wild": wild}).alt
    assert drawn({"wild": wild}).get_ylim()[1] < 100
