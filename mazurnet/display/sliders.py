"""Sliders: a pure function of one number, redrawn while that number moves."""

from collections.abc import Callable
from functools import partial
from math import log10
from typing import Any

from ipywidgets import HTML, FloatLogSlider, Layout, VBox

from mazurnet import arguments
from mazurnet.display import frames

DECADE_STEPS = 20  # key presses from one power of ten to the next
DRAWN_STEPS = 10  # of them, where no kernel draws a new picture


class Slider(VBox):
    """A slider above its picture. Where no kernel runs, pictures drawn before stand in for it."""

    in_words: str = ""
    drawn_before: Callable[[], str]  # those pictures as HTML

    def __repr__(self) -> str:
        return self.in_words

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        return super()._repr_mimebundle_(**kwargs) | {"text/html": self.drawn_before()}


def slider(
    frame: Callable[..., Any], start: float = 0.5, whole: bool = False, **span: tuple[float, float]
) -> Slider:
    """A logarithmic slider above the picture that `frame` returns for its value, two digits of it.

    `slider(frame, eta=(0.01, 1000))` calls `frame(eta)` on every move; the frame returns a
    picture of `style`. With `whole` the value is a whole number. Raises TypeError unless exactly
    one span is given, ValueError unless it goes from a number above zero up to a larger one with
    `start` inside. Lessons 05 and 09.
    """
    if len(span) != 1:
        raise TypeError(f"slider takes one span such as eta=(0.01, 1000), not {len(span)}.")
    ((name, ends),) = span.items()
    if not isinstance(ends, tuple | list) or len(ends) != 2:
        raise TypeError(f"{name} must be two numbers such as (0.01, 1000), not {ends!r}.")
    low, high = (float(arguments.number(end, f"each end of {name}")) for end in ends)
    start = float(arguments.number(start, "start"))
    if not 0 < low <= start <= high or low == high:
        raise ValueError(f"{name} must run from above 0 up past {start}, not from {low} to {high}.")
    if whole and low < 1:
        raise ValueError(f"{name} must start from 1 or more to be whole, not from {low:g}.")
    handle = FloatLogSlider(
        value=start, base=10, min=log10(low), max=log10(high), step=1 / DECADE_STEPS,
        description=name, readout_format=",.0f" if whole else ".2r",
        layout=Layout(width="min(100%, 640px)"),
    )  # fmt: skip
    rounded = round if whole else _two_digits
    screen = HTML(frame(rounded(start))._repr_html_())

    def redraw(change: dict[str, Any]) -> None:
        screen.value = frame(rounded(change["new"]))._repr_html_()

    handle.observe(redraw, "value")
    box = Slider([handle, screen])
    box.drawn_before = partial(_drawn_before, frame, name, (low, high), start, rounded)
    box.in_words = f"A slider for {name}, from {low:g} to {high:g}: run this cell to move it."
    return box


def _two_digits(value: float) -> float:
    return float(f"{value:.2g}")


def _drawn_before(
    frame: Callable[..., Any],
    name: str,
    ends: tuple[float, float],
    start: float,
    rounded: Callable[[float], float],
) -> str:
    """The pictures at ten values to a power of ten, and the slider over them, as HTML."""
    first, last = (round(DRAWN_STEPS * log10(end)) for end in ends)
    steps = (rounded(10 ** (n / DRAWN_STEPS)) for n in range(first, last + 1))
    values = sorted({rounded(start), *(value for value in steps if ends[0] <= value <= ends[1])})
    nearest = min(range(len(values)), key=lambda n: abs(log10(values[n] / start)))
    return frames.fragment(name, values, [frame(value) for value in values], nearest)
