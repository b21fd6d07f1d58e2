"""Gradients by layer: what is told is their mean size, and the width is that of all lessons."""

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
