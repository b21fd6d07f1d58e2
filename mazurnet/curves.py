"""Curves: the error and the weights round by round, and a weight walking in its valley."""

from collections.abc import Callable, Mapping
from math import inf, log10, nan
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, MaxNLocator
from sympy import Symbol, lambdify

from mazurnet import style
from mazurnet.descent import History
from mazurnet.network import Equations, logistic, opened
from mazurnet.style import FORWARD, QUIET, UPDATE, Picture, short
from mazurnet.symbols import E_total, nets


@rc_context(style.SETTINGS)
def error(histories: Mapping[str, History] | History, foot: float = 1e-12) -> Picture:
    """E_total by round, on a log axis; of several histories, the last is blue and the others grey.

    What falls below `foot` leaves the picture there and is named at its end. Lesson 05.
    """
    named = {"": histories} if isinstance(histories, History) else histories
    rounds = max(history.rounds for history in named.values())
    axes = _rounds_axes("E_total", rounds)
    axes.set(yscale="log", ylim=(foot, 3))
    decades = range(round(log10(foot)), 1, 3)
    axes.yaxis.set_major_locator(FixedLocator([10.0**d for d in decades]))
    axes.yaxis.set_minor_locator(FixedLocator([]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda y, _: _power(y)))
    ends: list[tuple[float, str, str]] = []
    for name, history in named.items():
        hue = FORWARD if name == list(named)[-1] else QUIET
        E = [max(e, foot / 10) for e in history[E_total]]
        places = _sample(len(E))
        axes.plot(places, [E[n] for n in places], color=hue, linewidth=2, gid=f"error {name}")
        last = history[E_total][-1]
        ends.append((log10(max(last, foot)), f"{name}  {_plain(last, foot)}".strip(), hue))
    _ends(axes, ends, lambda y: 10**y, gap=0.7)
    told = [
        f"{name or 'E_total'} to {_plain(h[E_total][-1], foot)} after {h.rounds} rounds"
        for name, h in named.items()
    ]
    return Picture(axes.figure, f"E_total by round, on a log axis: {'; '.join(told)}.")


@rc_context(style.SETTINGS)
def squash(values: Mapping[Symbol, Any]) -> Picture:
    """The logistic curve, and where the neurons with a value stand on it. Lesson 01."""
    axes = _axes("net", "out")
    ground = [n / 20 - 6 for n in range(241)]
    out = lambdify(nets[0], logistic(nets[0]), "math")
    axes.plot(ground, [*map(out, ground)], color=FORWARD, linewidth=2, gid="squash")
    axes.set(xlim=(-6, 6), ylim=(0, 1))
    ends, told = [], []
    for net in nets:
        if net not in values:
            continue
        x, name = float(values[net]), net.name.removeprefix("net_")
        y = out(max(x, -700))
        axes.plot([x], [y], marker="o", markersize=7, color=FORWARD, gid=f"point {name}")
        axes.plot([x, x, 6], [0, y, y], color=QUIET, linewidth=0.8)
        ends.append((y, f"{name} {short(y)}", FORWARD))
        told.append(f"{name} from net {short(x)} to out {short(y)}")
    _ends(axes, ends, lambda y: y, gap=0.05)
    return Picture(axes.figure, f"The squash, an S from 0 to 1: {', '.join(told)}.")


@rc_context(style.SETTINGS)
def weights(history: History) -> Picture:
    """Every weight by round, dashed where it is negative. Lesson 05."""
    axes = _rounds_axes("weight", history.rounds)
    axes.axhline(0, color=QUIET, linewidth=0.8)
    ends = []
    places = _sample(history.rounds + 1)
    for weight in history.names[1:]:
        walked = history[weight]
        path = [walked[n] for n in places]
        for sign in (1, -1):
            part = [w if w * sign >= 0 else nan for w in path]
            axes.plot(places, part, color=UPDATE, linewidth=1.8, linestyle=style.dashes(sign),
                      gid=f"path {weight} {'minus' if sign < 0 else 'plus'}")  # fmt: skip
        ends.append((path[-1], f"{weight} {short(path[-1])}", UPDATE))
    low, high = axes.get_ylim()
    _ends(axes, ends, lambda y: y, gap=(high - low) * 0.055)
    told = [
        f"{w} from {short(history[w][0])} to {short(history[w][-1])}" for w in history.names[1:]
    ]
    return Picture(axes.figure, f"The weights over {history.rounds} rounds: {', '.join(told)}.")


@rc_context(style.SETTINGS)
def valley(
    history: History, equations: Equations, weight: Symbol, span: tuple[float, float]
) -> Picture:
    """E_total over one weight, and the steps of a training in it. Lesson 05.

    `span` is what the picture shows of the weight; a step that leaves it runs out of the picture.
    """
    low, high = span
    ground = [low + (high - low) * n / 100 for n in range(101)]
    height = [*map(_error_at(history, equations, weight), ground)]
    axes = _axes(str(weight), "E_total")
    axes.plot(ground, height, color=FORWARD, linewidth=2, gid="valley")
    axes.plot(history[weight], history[E_total], color=UPDATE, linewidth=1.4, marker="o",
              markersize=6, gid="steps")  # fmt: skip
    axes.set(xlim=span, ylim=(-0.03 * max(height), max(height)))
    first = [f"{short(w)}" for w in history[weight][:6]]
    said = f"{history.rounds} rounds: {weight} goes {', '.join(first)}"
    end = f" and ends at {short(history[weight][-1])}" if history.rounds > 5 else ""
    return Picture(axes.figure, f"The valley of E_total over {weight}. {said}{end}.")


def _error_at(history: History, equations: Equations, weight: Symbol) -> Callable[[float], float]:
    fixed = {q: number for q, number in history.given.items() if q != weight}
    return lambdify(weight, opened(E_total, equations=equations).xreplace(fixed), "math")


def _axes(x: str, y: str) -> Axes:
    _, axes = style.sheet(rect=(0.11, 0.13, 0.67, 0.8), xlabel=x)
    axes.set_ylabel(y, rotation=0, ha="left", va="bottom")
    axes.yaxis.set_label_coords(-0.12, 1.02)
    return axes


def _rounds_axes(y: str, rounds: int) -> Axes:
    axes = _axes("round", y)
    axes.set_xlim(0, max(rounds, 1))
    axes.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x:,.0f}"))
    return axes


def _sample(length: int) -> list[int]:
    """Round numbers enough for a smooth curve: the first 200, then about 400 more, and the last."""
    stride = max(1, length // 400)
    return sorted({*range(min(length, 200)), *range(0, length, stride), length - 1})


def _ends(axes: Axes, ends: list[tuple[float, str, str]], place: Callable, gap: float) -> None:
    """Labels at the ends of lines, pushed apart until no two are nearer than `gap`."""
    free = -inf
    for y, text, hue in sorted(ends):
        free = max(y, free + gap)
        axes.annotate(
            text, (1.015, place(free)), xycoords=("axes fraction", "data"), color=hue,
            va="center", size=style.SMALL, annotation_clip=False, gid=f"end {text}",
        )  # fmt: skip


def _power(number: float) -> str:
    power = round(log10(number))
    return "1" if power == 0 else f"10{str(power).translate(style.RAISED)}"


def _plain(error: float, foot: float) -> str:
    return short(error) if error >= foot else f"below {_power(foot)}"
