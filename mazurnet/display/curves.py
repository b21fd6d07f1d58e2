"""Curves: the error and the weights round by round, and a weight walking in its valley."""

from collections.abc import Callable, Mapping, Sequence
from math import inf, nan
from typing import Any

from matplotlib import rc_context
from sympy import Symbol, lambdify

from mazurnet import arguments
from mazurnet.descent import History
from mazurnet.display import style
from mazurnet.display.axes import (
    by_round,
    label_ends,
    last_in_colour,
    logarithmic,
    plain,
    power_of_ten,
    sample,
    with_crossings,
)
from mazurnet.display.picture import Picture
from mazurnet.display.style import FORWARD, QUIET, UPDATE, short
from mazurnet.generated_code import exp_without_end
from mazurnet.network import Equations, logistic, opened
from mazurnet.symbols import E_total, nets

_MATH = [{"exp": exp_without_end}, "math"]


Errors = History | Sequence[float]  # E_total at every round, from round 0


@rc_context(style.SETTINGS)
def error(histories: Mapping[str, Errors] | History, foot: float = 1e-12) -> Picture:
    """E_total by round, on a log axis; of several histories, the last is blue and the others grey.

    A history may be the bare errors, from round 0 on. What falls below `foot` leaves the picture
    there and is named at its end. Raises TypeError or ValueError unless `foot` is a number above 0
    and there is a history. Lesson 05.
    """
    if arguments.number(foot, "foot") <= 0:
        raise ValueError(f"foot must be above 0, not {foot}.")
    if not isinstance(histories, Mapping | History):
        raise TypeError("curves.error takes a history, or several by name, as in {'eta = 2': ...}.")
    if not histories:
        raise ValueError("curves.error takes at least one history.")
    named = {"": histories} if isinstance(histories, History) else histories
    errors = {name: _checked_errors(h) for name, h in named.items()}
    rounds = max(map(len, errors.values())) - 1
    axes = by_round("E_total", rounds)
    top = max(3.0, *(2 * min(max(each), 1e300) for each in errors.values()))
    logarithmic(axes, foot, top)
    ends: list[tuple[float, str, str]] = []
    for name, each, hue in last_in_colour(errors, FORWARD):
        places = sample(len(each))
        path = [max(each[n], foot / 10) for n in places]
        axes.plot(places, path, color=hue, linewidth=2, gid=f"error {name}")
        ends.append((max(each[-1], foot), f"{name}  {_short_above(foot, each[-1])}".strip(), hue))
    label_ends(axes, ends)
    in_words = [
        f"{name or 'E_total'} to {_short_above(foot, each[-1])} after {len(each) - 1} rounds"
        for name, each in errors.items()
    ]
    return Picture.of(axes, f"E_total by round, on a log axis: {'; '.join(in_words)}.")


@rc_context(style.SETTINGS)
def squash(values: Mapping[Symbol, Any]) -> Picture:
    """The logistic curve, and where the neurons with a value stand on it. Lesson 01."""
    axes = plain("net", "out")
    ground = [n / 20 - 6 for n in range(241)]
    out = lambdify(nets[0], logistic(nets[0]), _MATH)
    axes.plot(ground, [*map(out, ground)], color=FORWARD, linewidth=2, gid="squash")
    axes.set(xlim=(-6, 6), ylim=(0, 1))
    ends, in_words = [], []
    for net in nets:
        if net not in values:
            continue
        x, name = float(values[net]), net.name.removeprefix("net_")
        y = out(x)
        axes.plot([x], [y], marker="o", markersize=7, color=FORWARD, gid=f"point {name}")
        axes.plot([x, x, 6], [0, y, y], color=QUIET, linewidth=0.8)
        ends.append((y, f"{name} {short(y)}", FORWARD))
        in_words.append(f"{name} from net {short(x)} to out {short(y)}")
    label_ends(axes, ends)
    return Picture.of(axes, f"The squash, an S from 0 to 1: {', '.join(in_words) or 'no net yet'}.")


@rc_context(style.SETTINGS)
def weights(history: History) -> Picture:
    """Every weight by round, dashed where it is negative. Lesson 05."""
    axes = by_round("weight", history.rounds)
    axes.axhline(0, color=QUIET, linewidth=0.8)
    ends = []
    places = sample(history.rounds + 1)
    for weight in history.names[1:]:
        walked = history[weight]
        path = [walked[n] for n in places]
        rounds, through = with_crossings(places, path)
        for sign in (1, -1):
            part = [w if w * sign >= 0 else nan for w in through]
            axes.plot(rounds, part, color=UPDATE, linewidth=1.8, linestyle=style.dashes(sign),
                      gid=f"path {weight} {'minus' if sign < 0 else 'plus'}")  # fmt: skip
        ends.append((path[-1], f"{weight} {short(path[-1])}", UPDATE))
    label_ends(axes, ends)
    in_words = [
        f"{w} from {short(history[w][0])} to {short(history[w][-1])}" for w in history.names[1:]
    ]
    return Picture.of(axes, f"The weights over {history.rounds} rounds: {', '.join(in_words)}.")


@rc_context(style.SETTINGS)
def valley(
    history: History, equations: Equations, weight: Symbol, span: tuple[float, float]
) -> Picture:
    """E_total over one weight, and the steps of a training in it. Lesson 05.

    `span` is what the picture shows of the weight; a step that leaves it runs out of the picture.
    Raises TypeError or ValueError unless it is two numbers, the lower first.
    """
    low, high = (float(arguments.number(end, "each end of span")) for end in span)
    if not low < high:
        raise ValueError(f"span must be two numbers, the lower first, not {span}.")
    ground = [low + (high - low) * n / 100 for n in range(101)]
    height = [*map(_error_at(history, equations, weight), ground)]
    axes = plain(str(weight), "E_total")
    axes.plot(ground, height, color=FORWARD, linewidth=2, gid="valley")
    axes.plot(history[weight], history[E_total], color=UPDATE, linewidth=1.4, marker="o",
              markersize=6, gid="steps")  # fmt: skip
    axes.set(xlim=span, ylim=(-0.03 * max(height), max(height)))
    first = [f"{short(w)}" for w in history[weight][:6]]
    walk = f"{history.rounds} rounds: {weight} goes {', '.join(first)}"
    end = f" and ends at {short(history[weight][-1])}" if history.rounds > 5 else ""
    return Picture.of(axes, f"The valley of E_total over {weight}. {walk}{end}.")


def _error_at(history: History, equations: Equations, weight: Symbol) -> Callable[[float], float]:
    fixed = {q: number for q, number in history.given.items() if q != weight}
    return lambdify(weight, opened(E_total, equations=equations).xreplace(fixed), _MATH)


def _checked_errors(history: Errors) -> Sequence[float]:
    if isinstance(history, History):
        return history[E_total]
    try:
        errors = [float(e) for e in history]
    except TypeError:
        raise TypeError(
            "A history is what `train` returns, or E_total at every round, as in [0.298, 0.291]."
        ) from None
    if not errors or not all(0 <= e < inf for e in errors):
        raise ValueError("Errors must be one or more numbers from 0 up, for each round one.")
    return errors


def _short_above(foot: float, error: float) -> str:
    return short(error) if error >= foot else f"below {power_of_ten(foot)}"
