"""The axes of the curves: few ticks, and each line named where it ends."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import log10
from typing import TypeVar

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator

from mazurnet.display import style
from mazurnet.display.picture import blank_figure

T = TypeVar("T")

LABEL_HEIGHT = 0.055  # of the height of the axes: two labels that are nearer lie over one another


def logarithmic(axes: Axes, foot: float, top: float) -> None:
    """A y axis that counts in powers of ten, every third one marked."""
    axes.set(yscale="log", ylim=(foot, top))
    low, high = round(log10(foot)), round(log10(top)) + 1
    decades = range(low, high, 3 * max(1, (high - low) // 30))
    axes.yaxis.set_major_locator(FixedLocator([10.0**d for d in decades]))
    axes.yaxis.set_minor_locator(FixedLocator([]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda y, _: power_of_ten(y)))


def with_crossings(xs: Sequence[float], ys: Sequence[float]) -> tuple[list[float], list[float]]:
    """The same points, with one more on zero wherever the line between two crosses it."""
    points = [(xs[0], ys[0])]
    for (x0, y0), (x1, y1) in pairwise(zip(xs, ys, strict=True)):
        if y0 * y1 < 0:
            points.append((x0 + (x1 - x0) * y0 / (y0 - y1), 0.0))
        points.append((x1, y1))
    return [x for x, _ in points], [y for _, y in points]


def plain(x: str, y: str) -> Axes:
    """Axes with a name at each, and room on the right for labels."""
    _, axes = blank_figure(rect=(0.11, 0.13, 0.67, 0.8), xlabel=x)
    axes.set_ylabel(y, rotation=0, ha="left", va="bottom")
    axes.yaxis.set_label_coords(-0.12, 1.02)
    return axes


def by_round(y: str, rounds: int) -> Axes:
    """Axes over the rounds of a training."""
    axes = plain("round", y)
    axes.set_xlim(0, max(rounds, 1))
    axes.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x:,.0f}"))
    return axes


def sample(length: int) -> list[int]:
    """Which rounds make a smooth curve: the first 200, then about 400 more, and the last."""
    stride = max(1, length // 400)
    return sorted({*range(min(length, 200)), *range(0, length, stride), length - 1})


def last_in_colour(named: Mapping[str, T], hue: str) -> Iterator[tuple[str, T, str]]:
    """Each name, what it names and its colour: the last one's, and grey for those before it."""
    *_, last = named
    for name, value in named.items():
        yield name, value, hue if name == last else style.QUIET


def label_ends(axes: Axes, ends: Sequence[tuple[float, str, str]]) -> None:
    """Labels at the right ends of lines, at heights of the data, in their hues.

    They are pushed up until no two lie over one another, and down again where they would leave the
    axes. Set the limits first.
    """
    upward, into = sorted(ends), axes.transData + axes.transAxes.inverted()
    heights = [float(into.transform((axes.get_xlim()[1], y))[1]) for y, *_ in upward]
    up = accumulate(heights, lambda free, y: max(y, free + LABEL_HEIGHT))
    ceilings = (1.0 - LABEL_HEIGHT * n for n in reversed(range(len(upward))))
    for (_, words, hue), height, ceiling in zip(upward, up, ceilings, strict=True):
        axes.annotate(
            words, (1.015, min(height, ceiling)), xycoords="axes fraction", color=hue,
            va="center", size=style.SMALL, annotation_clip=False, gid=f"end {words}",
        )  # fmt: skip


def power_of_ten(number: float) -> str:
    """A power of ten as a tick shows it."""
    power = round(log10(number))
    return "1" if power == 0 else f"10{str(power).translate(style.RAISED)}"
