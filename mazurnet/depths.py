"""Depths: how large the gradients of each layer are, from the outputs back to the inputs."""

from collections.abc import Mapping
from itertools import pairwise
from math import floor, inf, log10

from matplotlib import rc_context
from matplotlib.ticker import FixedLocator

from mazurnet import style
from mazurnet.axes import label_ends, logarithmic, plain
from mazurnet.matrices import Gradients
from mazurnet.style import BACKWARD, INK, QUIET, Picture, short

KEY = "← backward · line width: size, on the scale of all lessons"


@rc_context(style.SETTINGS)
def gradients(of: Mapping[str, Gradients]) -> Picture:
    """The mean size of the weights' gradients in each layer, on a log axis, for each name.

    The last is orange, those before it grey. The line down from a layer is as wide as its
    gradient, on the scale of the network picture. Raises ValueError if there is none, or none that
    is larger than 0. Lesson 09.
    """
    sizes = {name: [float(abs(dW).mean()) for dW, _ in found] for name, found in of.items()}
    seen = [size for each in sizes.values() for size in each if 0 < size < inf]
    if not seen:
        raise ValueError("depths.gradients takes at least one network with a gradient above 0.")
    deepest = max(map(len, sizes.values()))
    axes = plain("layer, from the inputs", "mean size of the gradients")
    axes.figure.text(0.98, 0.95, KEY, color=QUIET, size=style.SMALL, ha="right", gid="key")
    axes.set_xlim(0.2, deepest + 0.1)
    axes.xaxis.set_major_locator(FixedLocator([*range(1, deepest + 1)]))
    foot, top = 10.0 ** floor(log10(min(seen))), 10.0 ** (floor(log10(max(seen))) + 2)
    logarithmic(axes, foot, top)
    ends = []
    for name, each in sizes.items():
        heights = [max(size, foot) for size in each]
        layers = range(1, len(each) + 1)
        hue = BACKWARD if name == [*sizes][-1] else QUIET
        for (x0, y0), (x1, y1) in pairwise(zip(layers, heights, strict=True)):
            width = min(max(style.HAIRLINE, y1 * style.WIDTH_OF_GRADIENT), style.WIDEST)
            axes.plot([x0, x1], [y0, y1], color=hue, linewidth=width, gid=f"back {name} {x1}")
        axes.plot(layers, heights, color=hue, marker="o", markersize=6, linewidth=0)
        for x, y, size in zip(layers, heights, each, strict=True):
            if len(sizes) == 1:
                axes.annotate(short(size), (x, y), xytext=(-7, 6), textcoords="offset points",
                              ha="right", color=INK, size=style.SMALL, gid=f"size {x}")  # fmt: skip
        ends.append((heights[-1], name, hue))
    label_ends(axes, ends)
    told = (f"{name} {', '.join(map(short, each))}" for name, each in sizes.items())
    return Picture(
        axes.figure, f"Mean size of the gradients, from the first layer on: {'; '.join(told)}."
    )
