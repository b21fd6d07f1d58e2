"""What gradients cost, counted by hand where that is short, and drawn as counted."""

import pytest
from sympy import count_ops

from mazurnet import chain, costs, network, shapes, style

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
    assert costs.operations(COUNTS).alt == (
        "Operations for all gradients, on a log axis. written out: 131 for 2-2, 1,043 for 2-2-2; "
        "shared: 35 for 2-2, 67 for 2-2-2."
    )


def test_a_count_stands_at_its_height_and_the_last_way_is_blue():
    axes = costs.operations(COUNTS).figure.axes[0]
    lines = {line.get_gid(): line for line in axes.lines}
    assert [*lines["operations written out"].get_ydata()] == [131, 1043]
    assert lines["operations written out"].get_color() == style.QUIET
    assert lines["operations shared"].get_color() == style.FORWARD
    assert {"1,043", "67"} <= {text.get_text() for text in axes.texts}


@pytest.mark.parametrize(
    "counts", [{}, {"one": {"2-2": 3}}, {"one": {"2": 3, "3": 4}, "other": {"2": 3, "4": 5}}]
)
def test_other_counts_are_refused(counts):
    with pytest.raises(ValueError, match=r"^costs.operations takes counts of the same networks"):
        costs.operations(counts)


def test_a_count_below_1_is_refused():
    with pytest.raises(ValueError, match=r"^one, 2 must be 1 or more, not 0\.$"):
        costs.operations({"one": {"2": 0, "3": 4}})


def test_networks_are_named_below_their_counts_on_a_log_axis():
    axes = costs.operations(COUNTS).figure.axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2-2", "2-2-2"]
    assert axes.get_yscale() == "log"
    numbers = {text.get_text(): text.xy for text in axes.texts if "end" not in text.get_gid()}
    assert numbers == {"131": (0, 131), "1,043": (1, 1043), "35": (0, 35), "67": (1, 67)}
    assert axes.get_ylim()[1] > 2 * 1043


def test_names_at_the_ends_lie_apart_though_the_lines_end_together():
    same = {"2-2": 35, "2-2-2": 67}
    picture = costs.operations({"one": same, "other": same})
    picture.figure.canvas.draw()
    texts = picture.figure.axes[0].texts
    lower, higher = sorted(t.get_window_extent().y0 for t in texts if t.get_gid().startswith("end"))
    assert higher - lower > 12
