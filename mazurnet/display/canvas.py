"""The canvas: where neurons stand, and how an arrow and its label are drawn.

Each artist carries a gid that says what it is, "arrow w5" or "number out_o1".
"""

from collections.abc import Mapping
from math import hypot
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Polygon
from sympy import Symbol

from mazurnet import chain, network, symbols
from mazurnet.display import style
from mazurnet.display.picture import blank_figure
from mazurnet.symbols import neuron_of

RADIUS = 43
BIAS_RADIUS = 17
PLACE: Mapping[str, tuple[float, float]] = {  # pixels from the left and from the top
    "i1": (149, 146), "h1": (480, 146), "o1": (800, 146),
    "i2": (149, 394), "h2": (480, 394), "o2": (800, 394),
    "b1": (480, 270), "b2": (800, 270),
}  # fmt: skip


class Edge(NamedTuple):
    """One arrow: a weight or a bias, from where to where."""

    name: Symbol
    start: str
    end: str


def edges() -> list[Edge]:
    """The arrows, read off `equations`: w5 from h1 to o1, b2 from its own dot to o1 and o2."""
    passing = {*symbols.inputs, *symbols.outs}
    return [
        Edge(
            part,
            neuron_of(formula.coeff(part)) if part in symbols.weights else part.name,
            neuron_of(net),
        )
        for net, formula in network.equations.items()
        if chain.is_net(net)
        for part in sorted(formula.free_symbols - passing, key=str)
    ]


def empty_network(caption: str, hue: str, key: str) -> Axes:
    """An empty network: the neurons, the pass in its colour, and the key along the foot."""
    _, axes = blank_figure()
    axes.text(20, 34, caption, color=hue, size=style.LARGE - 3, weight="bold", gid="caption")
    axes.text(20, 522, key, color=style.QUIET, size=style.SMALL, gid="key")
    for name, place in PLACE.items():
        if name.startswith("b"):
            continue
        ring = Circle(place, RADIUS, fill=False, edgecolor=style.INK, linewidth=1.6)
        ring.set_gid(f"neuron {name}")
        axes.add_patch(ring)
        axes.text(*place, f"${name[0]}_{name[1]}$", size=style.LARGE, ha="center", va="center")
    return axes


def arrow(axes: Axes, edge: Edge, size: float, scale: float, hue: str, back: bool = False) -> None:
    """An arrow along an edge: `scale` points wide for a size of 1, dashed below zero."""
    start, end = (edge.end, edge.start) if back else (edge.start, edge.end)
    (from_x, from_y), (to_x, to_y) = PLACE[start], PLACE[end]
    length = hypot(to_x - from_x, to_y - from_y)
    ux, uy = (to_x - from_x) / length, (to_y - from_y) / length
    x0, y0 = from_x + ux * _gap(start), from_y + uy * _gap(start)
    x1, y1 = to_x - ux * _gap(end), to_y - uy * _gap(end)
    width = min(max(style.HAIRLINE, abs(size) * scale), style.WIDEST_LINE)
    half = 3.5 + width * 1.1
    tip = 2.2 * half
    neck = (x1 - ux * tip, y1 - uy * tip)
    axes.plot(
        [x0, neck[0]], [y0, neck[1]], color=hue, linewidth=width, solid_capstyle="butt",
        dash_capstyle="butt", linestyle=(0, (6 / width**0.5, 4 / width**0.5)) if size < 0 else "-",
        gid=f"arrow {edge.name} {edge.end}",
    )  # fmt: skip
    corners = [(x1, y1), (neck[0] - uy * half, neck[1] + ux * half),
               (neck[0] + uy * half, neck[1] - ux * half)]  # fmt: skip
    axes.add_patch(Polygon(corners, closed=True, color=hue, linewidth=0))


def label(axes: Axes, edge: Edge, words: str, hue: str, back: bool = False) -> None:
    """The label of an edge: outside a level one, a third along a crossing one, on paper."""
    (x0, y0), (x1, y1) = PLACE[edge.start], PLACE[edge.end]
    if x0 == x1:
        return
    if y0 == y1:
        along, down = 0.5, -30 if y0 < 270 else 31
    else:
        along, down = 0.67 if back else 0.33, 0
    axes.text(
        x0 + (x1 - x0) * along, y0 + (y1 - y0) * along + down, words, color=hue,
        size=style.NORMAL, ha="center", va="center", zorder=5,
        bbox={"facecolor": style.PAPER, "edgecolor": "none", "pad": 2}, gid=f"label {edge.name}",
    )  # fmt: skip


def beside(axes: Axes, quantity: Symbol, number: str, hue: str) -> None:
    """A number outside its neuron: above the upper row, below the lower."""
    x, y = PLACE[neuron_of(quantity)]
    axes.text(
        x, y + (-67 if y < 270 else 67), number, color=hue, size=style.NORMAL, ha="center",
        va="center", gid=f"number {quantity}",
    )  # fmt: skip


def tex(quantity: Symbol) -> str:
    """A one-letter name for a label: w5 as w with a low 5."""
    return f"${quantity.name[0]}_{{{quantity.name[1:]}}}$"


def _gap(name: str) -> float:
    return 6 + (BIAS_RADIUS if name.startswith("b") else RADIUS)
