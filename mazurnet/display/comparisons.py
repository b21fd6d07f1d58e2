"""Comparisons: several ways side by side on a log axis, by name, the last one in colour."""

from collections.abc import Callable, Mapping
from itertools import cycle, pairwise
from math import ceil, floor, inf, log10

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter

from mazurnet import arguments
from mazurnet.arrays.matrices import Gradients
from mazurnet.display import style
from mazurnet.display.axes import (
    label_ends,
    last_in_colour,
    logarithmic,
    plain,
    power_of_ten,
)
from mazurnet.display.picture import Picture
from mazurnet.display.style import BACKWARD, FORWARD, INK, QUIET, short

Counts = Mapping[str, int]  # operations by the shape of the network, as in {"2-2-2": 67}
SIZES_KEY = "← backward · line width: size, on the scale of all lessons"

SLOPE_STEPS = tuple(10.0**-n for n in range(1, 16))  # from a tenth to what a float still holds
ERROR_FOOT, ERROR_TOP = 1e-18, 10.0  # of a slope, from the foot of the axis to its top
MARKERS = "osD"  # round, square, diamond: those before the last are all grey
GUIDES: Mapping[str, tuple[Callable[[float], float], slice, tuple[int, int]]] = {
    # its height, the steps it spans, and where its name stands, in points from its middle
    "as h": (lambda h: h / 10, slice(1, 6), (-24, 8)),
    "as h²": (lambda h: h**2 / 5000, slice(0, 5), (28, -12)),
    "as 1 / h": (lambda h: 1e-14 / h, slice(8, 14), (34, 8)),
}


@rc_context(style.SETTINGS)
def operations(of: Mapping[str, Counts]) -> Picture:
    """How many operations each way takes, network by network, each with its number.

    Raises TypeError or ValueError unless all count the same networks, two or more, and every count
    is a whole number from 1 up. Lesson 10.
    """
    (shapes, *others) = [[*counts] for counts in of.values()] or [[]]
    if len(shapes) < 2 or any(other != shapes for other in others):
        raise ValueError("operations takes counts of the same networks, two or more.")
    for name, counts in of.items():
        for shape, count in counts.items():
            arguments.count(count, f"{name}, {shape}", least=1)
    axes = plain("neurons in each layer", "operations")
    places = [*range(len(shapes))]
    axes.xaxis.set_major_locator(FixedLocator(places))
    axes.set_xticks(places, shapes)
    axes.set_xlim(-0.5, places[-1] + 0.1)
    top = max(count for counts in of.values() for count in counts.values())
    logarithmic(axes, 1, 10.0 ** (ceil(log10(top)) + 0.5))
    ends = []
    for name, counts, hue in last_in_colour(of, FORWARD):
        heights = [*counts.values()]
        axes.plot(places, heights, color=hue, linewidth=2, marker="o", markersize=6,
                  gid=f"operations {name}")  # fmt: skip
        for x, count in zip(places, heights, strict=True):
            axes.annotate(f"{count:,}", (x, count), xytext=(-5, 7), textcoords="offset points",
                          ha="right", color=INK, size=style.SMALL, gid=f"{name} {x}")  # fmt: skip
        ends.append((heights[-1], name, hue))
    label_ends(axes, ends)
    in_words = (
        f"{name}: {', '.join(f'{count:,} for {shape}' for shape, count in counts.items())}"
        for name, counts in of.items()
    )
    return Picture.of(axes, f"Operations for all gradients, on a log axis. {'; '.join(in_words)}.")


@rc_context(style.SETTINGS)
def gradient_sizes(of: Mapping[str, Gradients]) -> Picture:
    """The mean size of the weights' gradients in each layer of each network, inputs first.

    The line down from a layer is as wide as its gradient, on the scale of the network picture.
    Raises ValueError if there is no network, or none with a gradient larger than 0. Lesson 09.
    """
    sizes = {name: [float(abs(dW).mean()) for dW, _ in layers] for name, layers in of.items()}
    seen = [size for each in sizes.values() for size in each if 0 < size < inf]
    if not seen:
        raise ValueError("gradient_sizes takes at least one network with a gradient above 0.")
    deepest = max(map(len, sizes.values()))
    axes = plain("layer, from the inputs", "mean size of the gradients")
    axes.figure.text(0.98, 0.95, SIZES_KEY, color=QUIET, size=style.SMALL, ha="right", gid="key")
    axes.set_xlim(0.2, deepest + 0.1)
    axes.xaxis.set_major_locator(FixedLocator([*range(1, deepest + 1)]))
    foot, top = 10.0 ** floor(log10(min(seen))), 10.0 ** (floor(log10(max(seen))) + 2)
    logarithmic(axes, foot, top)
    ends = []
    for name, each, hue in last_in_colour(sizes, BACKWARD):
        heights = [max(size, foot) for size in each]
        layers = range(1, len(each) + 1)
        for (x0, y0), (x1, y1) in pairwise(zip(layers, heights, strict=True)):
            width = min(max(style.HAIRLINE, y1 * style.WIDTH_OF_GRADIENT), style.WIDEST_LINE)
            axes.plot([x0, x1], [y0, y1], color=hue, linewidth=width, gid=f"back {name} {x1}")
        axes.plot(layers, heights, color=hue, marker="o", markersize=6, linewidth=0)
        for x, y, size in zip(layers, heights, each, strict=True):
            if len(sizes) == 1:
                axes.annotate(short(size), (x, y), xytext=(-7, 6), textcoords="offset points",
                              ha="right", color=INK, size=style.SMALL, gid=f"size {x}")  # fmt: skip
        ends.append((heights[-1], name, hue))
    label_ends(axes, ends)
    in_words = (f"{name} {', '.join(map(short, each))}" for name, each in sizes.items())
    return Picture.of(
        axes, f"Mean size of the gradients, from the first layer on: {'; '.join(in_words)}."
    )


@rc_context(style.SETTINGS)
def slope_errors(slopes: Mapping[str, Callable[[float], float]], right: float) -> Picture:
    """How far each way to measure a slope is off, for steps h from 0.1 to 10⁻¹⁵.

    `slopes` are functions of the step, by name. Dotted lines grow as h, as h² and as 1/h. Raises
    TypeError or ValueError unless there is a function and `right` is a number. Lesson 08.
    """
    exact = float(arguments.number(right, "right"))
    if not slopes:
        raise ValueError("slope_errors takes at least one way to measure, by its name.")
    axes = plain("step h", "error of the slope")
    axes.set(xscale="log", xlim=(SLOPE_STEPS[-1], SLOPE_STEPS[0]))
    axes.xaxis.set_major_locator(FixedLocator([*SLOPE_STEPS[::3]]))
    axes.xaxis.set_minor_locator(FixedLocator([]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: power_of_ten(x)))
    logarithmic(axes, ERROR_FOOT, ERROR_TOP)
    in_words, ends = [], []
    for marker, (name, slope, hue) in zip(
        cycle(MARKERS), last_in_colour(slopes, FORWARD), strict=False
    ):
        off = [abs(float(slope(h)) - exact) for h in SLOPE_STEPS]
        axes.plot(SLOPE_STEPS, [max(e, ERROR_FOOT) for e in off], color=hue, linewidth=2,
                  marker=marker, markersize=6, gid=f"errors {name}")  # fmt: skip
        least = min(off)
        best = power_of_ten(SLOPE_STEPS[off.index(least)])
        by = short(least) if least >= ERROR_FOOT else f"less than {power_of_ten(ERROR_FOOT)}"
        ends.append((max(off[0], ERROR_FOOT), name, hue))
        in_words.append(f"{name} is nearest at h = {best}, off by {by}")
    _guides(axes)
    label_ends(axes, ends)
    return Picture.of(axes, f"The error of a slope by step, on log axes: {'; '.join(in_words)}.")


def _guides(axes: Axes) -> None:
    for name, (height, span, offset) in GUIDES.items():
        steps = SLOPE_STEPS[span]
        middle = steps[len(steps) // 2]
        axes.plot(steps, [*map(height, steps)], color=QUIET, linewidth=1, linestyle=":")
        axes.annotate(name, (middle, height(middle)), textcoords="offset points", xytext=offset,
                      ha="center", color=QUIET, size=style.SMALL, gid=f"guide {name}")  # fmt: skip
