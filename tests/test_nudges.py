"""The error of a slope, drawn against the step: what was drawn, and in which words."""

import math

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.text import Text

from mazurnet import nudges
from mazurnet.nudges import STEPS

WAYS = {
    "forward": lambda h: (math.exp(1 + h) - math.exp(1)) / h,
    "central": lambda h: (math.exp(1 + h) - math.exp(1 - h)) / (2 * h),
    "exact": lambda h: math.e,
}
PICTURE = nudges.errors(WAYS, math.e)


def line(name):
    (found,) = (a for a in PICTURE.figure.findobj(Line2D) if a.get_gid() == f"errors {name}")
    return found


def slope(name, first, last):
    """How many powers of ten the error moves for one of the step."""
    errors = dict(zip(line(name).get_xdata(), line(name).get_ydata(), strict=True))
    return math.log10(errors[first] / errors[last]) / math.log10(first / last)


def test_a_forward_difference_gets_better_as_h_and_a_central_one_as_its_square():
    assert slope("forward", STEPS[0], STEPS[5]) == pytest.approx(1, abs=0.02)
    assert slope("central", STEPS[0], STEPS[3]) == pytest.approx(2, abs=0.02)


def test_both_get_worse_again_as_one_over_h():
    for name in ("forward", "central"):
        assert slope(name, STEPS[8], STEPS[14]) == pytest.approx(-1, abs=0.35)


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
        nudges.errors({}, 1)
    with pytest.raises(TypeError, match="right"):
        nudges.errors(WAYS, "0.08")
