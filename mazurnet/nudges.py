"""Nudges: how far a measured slope is off, drawn against the step it was measured with."""

from collections.abc import Callable, Mapping
from itertools import cycle

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter

from mazurnet import door, style
from mazurnet.axes import label_ends, logarithmic, plain, power_of_ten
from mazurnet.style import FORWARD, QUIET, Picture, short

STEPS = tuple(10.0**-n for n in range(1, 16))  # from a tenth down to what a float still holds
FOOT, TOP = 1e-18, 10.0
MARKERS = "osD"  # round, square, diamond: those before the last are all grey
GUIDES: Mapping[str, tuple[Callable[[float], float], slice, tuple[int, int]]] = {
    # its height, the steps it spans, and where its name stands, in points from its middle
    "as h": (lambda h: h / 10, slice(1, 6), (-24, 8)),
    "as h²": (lambda h: h**2 / 5000, slice(0, 5), (28, -12)),
    "as 1 / h": (lambda h: 1e-14 / h, slice(8, 14), (34, 8)),
}


@rc_context(style.SETTINGS)
def errors(slopes: Mapping[str, Callable[[float], float]], right: float) -> Picture:
    """How far each way to measure a slope is off, for steps from 0.1 to 10⁻¹⁵, on log axes.

    `slopes` are functions of the step, by name; the last is blue, those before it grey. Dotted
    lines grow as h, as h² and as 1/h. Raises TypeError or ValueError unless there is a function
    and `right` is a number. Lesson 08.
    """
    exact = float(door.number(right, "right"))
    if not slopes:
        raise ValueError("nudges.errors takes at least one way to measure, by its name.")
    axes = plain("step h", "error of the slope")
    axes.set(xscale="log", xlim=(STEPS[-1], STEPS[0]))
    axes.xaxis.set_major_locator(FixedLocator([*STEPS[::3]]))
    axes.xaxis.set_minor_locator(FixedLocator([]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: power_of_ten(x)))
    logarithmic(axes, FOOT, TOP)
    told, ends = [], []
    for marker, (name, slope) in zip(cycle(MARKERS), slopes.items(), strict=False):
        off = [abs(float(slope(h)) - exact) for h in STEPS]
        hue = FORWARD if name == [*slopes][-1] else QUIET
        axes.plot(STEPS, [max(e, FOOT) for e in off], color=hue, linewidth=2, marker=marker,
                  markersize=6, gid=f"errors {name}")  # fmt: skip
        least = min(off)
        best = STEPS[off.index(least)]
        ends.append((max(off[0], FOOT), name, hue))
        told.append(f"{name} is nearest at h = {power_of_ten(best)}, off by {_said(least)}")
    _guides(axes)
    label_ends(axes, ends)
    return Picture(axes.figure, f"The error of a slope by step, on log axes: {'; '.join(told)}.")


def _said(error: float) -> str:
    return short(error) if error >= FOOT else f"less than {power_of_ten(FOOT)}"


def _guides(axes: Axes) -> None:
    for name, (height, span, offset) in GUIDES.items():
        steps = STEPS[span]
        middle = steps[len(steps) // 2]
        axes.plot(steps, [*map(height, steps)], color=QUIET, linewidth=1, linestyle=":")
        axes.annotate(name, (middle, height(middle)), textcoords="offset points", xytext=offset,
                      ha="center", color=QUIET, size=style.SMALL, gid=f"guide {name}")  # fmt: skip
