"""Costs: how many operations a network's gradients take, drawn as the network grows."""

from collections.abc import Mapping
from math import ceil, log10

from matplotlib import rc_context
from matplotlib.ticker import FixedLocator

from mazurnet import door, style
from mazurnet.axes import label_ends, logarithmic, plain
from mazurnet.style import FORWARD, INK, QUIET, Picture

Counts = Mapping[str, int]  # operations by the shape of the network, as in {"2-2-2": 67}


@rc_context(style.SETTINGS)
def operations(of: Mapping[str, Counts]) -> Picture:
    """How many operations each way takes, on a log axis, network by network, each with its number.

    The last way is blue, those before it grey. Raises TypeError or ValueError unless all
    count the same networks, two or more, and every count is a whole number from 1 up. Lesson 10.
    """
    (shapes, *others) = [[*counts] for counts in of.values()] or [[]]
    if len(shapes) < 2 or any(other != shapes for other in others):
        raise ValueError("costs.operations takes counts of the same networks, two or more.")
    for name, counts in of.items():
        for shape, count in counts.items():
            door.count(count, f"{name}, {shape}", least=1)
    axes = plain("neurons in each layer", "operations")
    places = [*range(len(shapes))]
    axes.xaxis.set_major_locator(FixedLocator(places))
    axes.set_xticks(places, shapes)
    axes.set_xlim(-0.5, places[-1] + 0.1)
    top = max(count for counts in of.values() for count in counts.values())
    logarithmic(axes, 1, 10.0 ** (ceil(log10(top)) + 0.5))
    ends = []
    for name, counts in of.items():
        heights = [*counts.values()]
        hue = FORWARD if name == [*of][-1] else QUIET
        axes.plot(places, heights, color=hue, linewidth=2, marker="o", markersize=6,
                  gid=f"operations {name}")  # fmt: skip
        for x, count in zip(places, heights, strict=True):
            axes.annotate(f"{count:,}", (x, count), xytext=(-5, 7), textcoords="offset points",
                          ha="right", color=INK, size=style.SMALL, gid=f"{name} {x}")  # fmt: skip
        ends.append((heights[-1], name, hue))
    label_ends(axes, ends)
    told = (
        f"{name}: {', '.join(f'{count:,} for {shape}' for shape, count in counts.items())}"
        for name, counts in of.items()
    )
    return Picture(axes.figure, f"Operations for all gradients, on a log axis. {'; '.join(told)}.")
