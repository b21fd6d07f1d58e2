"""Boundary: where in the plane of two inputs a network says yes, and where its neurons turn."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes

from mazurnet.arrays import array_arguments, matrices
from mazurnet.arrays.layers import Layers
from mazurnet.display import style
from mazurnet.display.picture import Picture, blank_figure
from mazurnet.display.style import FORWARD, INK, PAPER, QUIET, short

PLANE_ENDS = (-0.5, 1.5)  # the lowest and the highest input it shows
GRID_POINTS = 41  # in each direction
MOST_EXAMPLES = 6  # examples: more find no room beside the plane
SHADES_OF_OUTPUT = {0.5: "#D6E8F4", 0.9: "#9CC8E4"}  # paler blues, from where the output is larger
PLANE_KEY = "blue: it says 0.5 or more, darker from 0.9 · grey: where a neuron's net is 0"


@rc_context(style.SETTINGS)
def plane(inputs: Any, targets: Any, layers: Layers) -> Picture:
    """Where a network of two inputs and one output says 0.5 or more, and what of its examples.

    A full point should be above 0.5, an empty one below. Grey lines are where the net of a neuron
    in the first layer is 0. Raises TypeError or ValueError for what is no such network or does not
    fit it. Lesson 09.
    """
    inputs, targets, layers = array_arguments.examples(inputs, targets, layers, "squared")
    shape = layers[0].W.shape[1], len(layers[-1].b)
    if shape != (2, 1):
        inside, out = shape
        raise ValueError(f"plane takes 2 inputs and 1 output, not {inside} and {out}.")
    low, high = PLANE_ENDS
    if len(inputs) > MOST_EXAMPLES or inputs.min() < low or inputs.max() > high:
        raise ValueError(
            f"plane draws {MOST_EXAMPLES} examples at most, whose inputs lie from {low} to {high}."
        )
    axes = _plane()
    ground = np.linspace(*PLANE_ENDS, GRID_POINTS)
    every = np.stack(np.meshgrid(ground, ground), axis=-1).reshape(-1, 2)
    heights = matrices.forward(every, layers)[-1].reshape(GRID_POINTS, GRID_POINTS)
    _shade(axes, ground, heights)
    _turns(axes, layers)
    outs = matrices.forward(inputs, layers)[-1]
    for (x, y), (target,) in zip(inputs, targets, strict=True):
        axes.plot([x], [y], marker="o", markersize=13, markeredgecolor=INK, markeredgewidth=1.8,
                  markerfacecolor=INK if target > 0.5 else PAPER, zorder=4,
                  gid=f"example {x:g} {y:g}")  # fmt: skip
    error = short(matrices.error(inputs, targets, layers))
    lines = [
        f"{x:g} {y:g}   says {short(out)}, should {short(target)}"
        for (x, y), (out,), (target,) in zip(inputs, outs, targets, strict=True)
    ]
    _read_out(axes, [f"E_total {error}", *lines])
    return Picture.of(axes, f"Where the network says 0.5 or more. {_in_words(error, lines)}")


def _plane() -> Axes:
    figure, axes = blank_figure(rect=(0.07, 0.17, 0.45, 0.8), xlabel="i1", aspect="equal")
    axes.set(xlim=PLANE_ENDS, ylim=PLANE_ENDS, xticks=(0, 1), yticks=(0, 1))
    axes.set_ylabel("i2", rotation=0, ha="right", va="center")
    figure.text(0.02, 0.03, PLANE_KEY, color=QUIET, size=style.SMALL, gid="key")
    return axes


def _shade(axes: Axes, ground: Any, heights: Any) -> None:
    for level, shade in SHADES_OF_OUTPUT.items():
        top = heights.max()
        if heights.min() >= level:
            axes.axhspan(*PLANE_ENDS, color=shade, linewidth=0)
        elif top > level:
            axes.contourf(ground, ground, heights, levels=(level, top), colors=[shade])
    if heights.min() < 0.5 < heights.max():
        axes.contour(ground, ground, heights, levels=(0.5,), colors=[FORWARD], linewidths=2.5)


def _turns(axes: Axes, layers: Layers) -> None:
    ends = np.array(PLANE_ENDS)
    for n, ((a, b), bias) in enumerate(zip(layers[0].W, layers[0].b, strict=True), 1):
        if a or b:  # solved for the input with the larger weight, so that nothing runs away
            flat = abs(b) >= abs(a)
            across = -((a if flat else b) * ends + bias) / (b if flat else a)
            line = (ends, across) if flat else (across, ends)
            axes.plot(*line, color=QUIET, linewidth=1.2, gid=f"turn {n}")


def _read_out(axes: Axes, lines: Sequence[str]) -> None:
    for n, line in enumerate(lines):
        axes.text(1.12, 0.82 - 0.11 * n, line, transform=axes.transAxes, gid=f"line {n}",
                  color=FORWARD if n else INK, size=style.NORMAL)  # fmt: skip


def _in_words(error: str, lines: Sequence[str]) -> str:
    return f"E_total {error}. At " + "; at ".join(" ".join(line.split()) for line in lines) + "."
