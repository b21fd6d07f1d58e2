"""Where a network says yes: the region that is drawn, and what is told of it, is what it says."""

from itertools import pairwise
from math import exp

import pytest
from matplotlib.colors import to_hex

from mazurnet.arrays.layers import Layer, random_layers
from mazurnet.display import boundary

FOUR, XOR = [(0, 0), (0, 1), (1, 0), (1, 1)], [(0.01,), (0.99,), (0.99,), (0.01,)]
EITHER = Layer([[20, 20]], [-10])  # by hand: one neuron, on where i1 + i2 is above a half


def test_what_it_says_of_each_example_is_told():
    told = boundary.plane(FOUR, XOR, (EITHER,)).alt
    assert "0 0 says 4.5·10⁻⁵, should 0.01" in told
    assert "1 1 says 1.0000, should 0.01" in told
    assert "E_total 0.4902" in told


def border(layers):
    axes = boundary.plane(FOUR, XOR, layers).figure.axes[0]
    lines = [c for c in axes.collections if c.get_facecolor().size == 0]
    return [point for c in lines for path in c.get_paths() for point in path.vertices]


def test_the_boundary_is_where_it_says_a_half():
    points = border((EITHER,))
    assert len(points) > 20
    assert all(x + y == pytest.approx(0.5, abs=0.01) for x, y in points)


def test_a_network_that_always_says_the_same_has_no_boundary():
    assert border((Layer([[0, 0]], [3]),)) == []
    assert border((Layer([[0, 0]], [-3]),)) == []


def test_a_hidden_neuron_turns_where_its_net_is_0():
    hidden = Layer([[1, 1], [2, -1], [0, 4], [0, 0]], [-1, 0.5, -2, 1], "tanh")
    axes = boundary.plane(FOUR, XOR, (hidden, Layer([[1, 1, 1, 1]], [0]))).figure.axes[0]
    turns = {line.get_gid(): line.get_xydata() for line in axes.lines if "turn" in line.get_gid()}
    assert turns.keys() == {"turn 1", "turn 2", "turn 3"}  # the last has no weights, and no line
    for n, ((a, b), bias) in enumerate(zip(hidden.W[:3], hidden.b, strict=False), 1):
        assert all(a * x + b * y + bias == pytest.approx(0) for x, y in turns[f"turn {n}"])


def test_a_full_point_should_be_yes():
    axes = boundary.plane(FOUR, XOR, (EITHER,)).figure.axes[0]
    full = {
        line.get_gid(): line.get_markerfacecolor() == "#222222"
        for line in axes.lines
        if "example" in line.get_gid()
    }
    assert full == {"example 0 0": False, "example 0 1": True, "example 1 0": True,
                    "example 1 1": False}  # fmt: skip


@pytest.mark.parametrize("widths", [(3, 1), (2, 2), (3, 2, 4)])
def test_another_shape_is_refused_in_a_sentence(widths):
    layers = random_layers(widths)
    inputs, targets = [[0] * widths[0]], [[0.5] * widths[-1]]
    said = rf"^plane takes 2 inputs and 1 output, not {widths[0]} and {widths[-1]}\.$"
    with pytest.raises(ValueError, match=said):
        boundary.plane(inputs, targets, layers)


def shaded(layers, x, y):
    """The shades under a point of the plane, from the paler to the darker."""
    axes = boundary.plane(FOUR, XOR, layers).figure.axes[0]
    fills = [c for c in axes.collections if c.get_facecolor().size]
    return [to_hex(c.get_facecolor()[0]).upper() for c in fills if covers(c, (x, y))]


def covers(fill, point):
    return any(path.contains_point(point) for path in fill.get_paths())


ASKEW = Layer([[4, 1]], [-1])  # on where 4 i1 + i2 is above 1; i1 and i2 may not change places


@pytest.mark.parametrize(
    ("x", "y", "says"),
    [(0, 0, 0.27), (0.1, 0, 0.35), (1, 0, 0.95), (0, 1.4, 0.6), (0.3, 1.4, 0.83), (-0.4, 1, 0.17)],
)
def test_a_point_is_shaded_by_what_the_network_says_there(x, y, says):
    net = 4 * x + y - 1
    assert 1 / (1 + exp(-net)) == pytest.approx(says, abs=0.01)
    pale, dark = boundary.SHADES_OF_OUTPUT.values()
    assert shaded((ASKEW,), x, y) == [pale] * (says > 0.5) + [dark] * (says > 0.9)


def test_an_output_of_a_hundred_is_shaded_as_well():
    doubled = Layer([[100, 0]], [0], "identity")
    assert shaded((doubled,), 1, 0) == [*boundary.SHADES_OF_OUTPUT.values()]


@pytest.mark.parametrize("weights", [(1e-3, 4), (4, 1e-3), (3, -3)])
def test_no_line_runs_further_than_the_plane_needs(weights):
    hidden = Layer([weights], [0.1], "tanh")
    axes = boundary.plane(FOUR, XOR, (hidden, Layer([[1]], [0]))).figure.axes[0]
    (turn,) = (line.get_xydata() for line in axes.lines if line.get_gid() == "turn 1")
    assert abs(turn).max() < 4


def test_what_it_says_stands_beside_the_plane_line_below_line():
    axes = boundary.plane(FOUR, XOR, (EITHER,)).figure.axes[0]
    lines = [text for text in axes.texts if text.get_gid().startswith("line")]
    assert [text.get_text().split()[0] for text in lines] == ["E_total", "0", "0", "1", "1"]
    heights = [text.get_position()[1] for text in lines]
    assert all(above - below > 0.08 for above, below in pairwise(heights))


def test_a_network_that_says_a_half_everywhere_says_yes_everywhere():
    axes = boundary.plane(FOUR, XOR, (Layer([[0, 0]], [0]),)).figure.axes[0]
    assert [to_hex(patch.get_facecolor()).upper() for patch in axes.patches] == ["#D6E8F4"]


@pytest.mark.parametrize("rows", [[(2, 0)], [(0, -0.6)], [(0, 0)] * 7])
def test_examples_that_find_no_room_are_refused(rows):
    said = r"^plane draws 6 examples at most, whose inputs lie from -0.5 to 1.5\.$"
    with pytest.raises(ValueError, match=said):
        boundary.plane(rows, [(0.5,)] * len(rows), (EITHER,))
