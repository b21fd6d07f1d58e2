"""The network picture: forward, backward and one step, every time in the same places."""

from collections.abc import Collection, Mapping
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from sympy import Symbol

from mazurnet import arguments, chain, forward, symbols
from mazurnet.display import canvas, style
from mazurnet.display.picture import Picture
from mazurnet.display.style import BACKWARD, FORWARD, INK, QUIET, UPDATE, short


@rc_context(style.SETTINGS)
def signals(values: Mapping[Symbol, Any], today: Collection[Symbol] | None = None) -> Picture:
    """Numbers on their way to the right: weights on the arrows, outputs at the neurons.

    `values` has the article's weights and targets; what else has no value yet stays blank,
    and what is not in `today` is grey. Raises ValueError if one of them is missing. From lesson 00
    on.
    """
    arguments.all_there((*symbols.weights, *symbols.targets), values, "The picture")
    axes = canvas.empty_network(
        "forward →", FORWARD, "by a neuron: its output · line width: size · dashed: negative"
    )
    for edge in canvas.edges():
        if edge.name not in values:
            continue  # a bias of another kind of network
        hue = _hue(edge.name, today, FORWARD)
        canvas.arrow(axes, edge, values[edge.name], style.WIDTH_OF_WEIGHT, hue)
        canvas.label(axes, edge, _named(edge.name, values), INK if hue == FORWARD else QUIET)
    _biases(axes, values)
    for quantity in (*symbols.inputs, *symbols.outs):
        if quantity in values:
            canvas.beside(axes, quantity, short(values[quantity]), _hue(quantity, today, FORWARD))
    for target in symbols.targets:
        x, y = canvas.PLACE[symbols.neuron_of(target)]
        words = f"target\n{short(values[target])}"
        axes.text(
            x + 54, y, words, color=QUIET, size=style.SMALL, va="center", gid=f"number {target}"
        )
    shown = (*symbols.inputs, *symbols.weights, *symbols.biases, *symbols.outs, *symbols.targets)
    return _picture(axes, "forward", {q: short(values[q]) for q in shown if q in values}, today)


@rc_context(style.SETTINGS)
def blame(values: Mapping[Symbol, Any], today: Collection[Symbol] | None = None) -> Picture:
    """Blame on its way to the left: deltas at the neurons, gradients on the arrows.

    An arrow has a number once the delta it starts from has one; what is not in `today` is grey.
    From lesson 02 on.
    """
    key = r"by a neuron: $\delta$ · on an arrow: $\partial E_{total}/\partial w$ · dashed: negative"
    axes = canvas.empty_network("← backward", BACKWARD, key)
    slopes = _gradients_so_far(values)
    for edge in canvas.edges():
        if edge.name in symbols.biases:
            continue
        hue = _hue(edge.name, today, BACKWARD)
        slope = slopes.get(edge.name, 0)
        canvas.arrow(axes, edge, slope, style.WIDTH_OF_GRADIENT, hue, back=True)
        words = short(slope, sign=True) if edge.name in slopes else canvas.tex(edge.name)
        canvas.label(axes, edge, words, INK if hue == BACKWARD else QUIET, back=True)
    known = {q: values[q] for q in symbols.deltas if q in values}
    for delta, number in known.items():
        canvas.beside(axes, delta, short(number), _hue(delta, today, BACKWARD))
    facts = {q.name: short(number) for q, number in known.items()}
    facts |= {f"dE/d{w}": short(slope) for w, slope in slopes.items()}
    return _picture(axes, "backward", facts or {"no number": "yet"}, today)


@rc_context(style.SETTINGS)
def step(before: Mapping[Symbol, Any], after: Mapping[Symbol, Any]) -> Picture:
    """One step: every weight, and what it becomes, and the error. Lesson 04.

    `before` and `after` are numbers as `forward` takes them, and raise what it raises.
    """
    errors = [forward.forward(given)[symbols.E_total] for given in (before, after)]
    axes = canvas.empty_network(
        "step", UPDATE, "on an arrow: the weight before ⇒ after · line width: size after"
    )
    for edge in canvas.edges():
        hue = UPDATE if edge.name in symbols.weights else QUIET
        canvas.arrow(axes, edge, after[edge.name], style.WIDTH_OF_WEIGHT, hue)
        canvas.label(axes, edge, f"{_named(edge.name, before)} ⇒ {short(after[edge.name])}", hue)
    _biases(axes, before)
    error = " ⇒ ".join(map(short, errors))
    axes.text(
        940, 34, f"E_total {error}", color=FORWARD, size=style.NORMAL, ha="right", gid="error"
    )
    facts = {w.name: f"{short(before[w])} becomes {short(after[w])}" for w in symbols.weights}
    facts["E_total"] = error.replace("⇒", "becomes")
    return _picture(axes, "one step", facts)


def _hue(quantity: Symbol, today: Collection[Symbol] | None, hue: str) -> str:
    return hue if today is None or quantity in today else QUIET


def _named(weight: Symbol, values: Mapping[Symbol, Any]) -> str:
    return f"{canvas.tex(weight)} {short(values[weight])}"


def _biases(axes: Axes, values: Mapping[Symbol, Any]) -> None:
    for bias in filter(values.__contains__, symbols.biases):
        x, y = canvas.PLACE[bias.name]
        axes.text(x, y, _named(bias, values), color=QUIET, size=style.SMALL, ha="center",
                  va="center", gid=f"label {bias}")  # fmt: skip


def _gradients_so_far(values: Mapping[Symbol, Any]) -> dict[Symbol, Any]:
    formulas = {w: chain.gradient(w) for w in symbols.weights}
    return {
        w: forward.value(formula, values)
        for w, formula in formulas.items()
        if formula.free_symbols <= values.keys()
    }


def _picture(
    axes: Axes, what: str, facts: Mapping[Any, str], today: Collection[Symbol] | None = None
) -> Picture:
    in_words = ", ".join(f"{name} {fact}" for name, fact in facts.items())
    coloured = f" In colour: {', '.join(map(str, today))}." if today else ""
    return Picture.of(axes, f"The network, {what}: {in_words}.{coloured}")
