"""Style: what each colour, dash and width means, and the sheet every picture is drawn on.

Hue says which pass; a dash says minus; width says how much.
"""

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from io import BytesIO
from math import isinf
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

FORWARD = "#0072B2"  # blue: inputs, net, out, errors
BACKWARD = "#C44E00"  # burnt orange: deltas and gradients
UPDATE = "#6B2143"  # plum: a weight and its new value
INK = "#222222"
QUIET = "#767676"  # grey: not today's subject
PAPER = "#FFFFFF"

WIDTH_OF_WEIGHT = 3.5  # points of line for a weight of 1, in every lesson
WIDTH_OF_GRADIENT = 80.0  # points of line for a gradient of 1, in every lesson
HAIRLINE, WIDEST_LINE = 0.6, 14.0  # points; a line as wide as the widest stands for that or more

SMALL, NORMAL, LARGE = 12, 13, 19  # points; nothing is smaller

_INCHES = (9.6, 5.4)  # sixteen to nine: one figure is one slide
SETTINGS: dict[Any, Any] = {
    "figure.dpi": 100,
    "font.family": "DejaVu Sans",
    "font.size": NORMAL,
    "mathtext.fontset": "cm",
    "svg.hashsalt": "mazurnet",
    "text.color": INK,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
}


RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Picture:
    """A figure and the sentence that tells it to someone who cannot see it."""

    figure: Figure
    alt: str

    def svg(self) -> str:
        """The figure as SVG, the same bytes for the same data."""
        file = BytesIO()
        with rc_context(SETTINGS):
            self.figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
        whole_file = file.getvalue().decode()
        return whole_file[whole_file.index("<svg") :]

    def png(self) -> bytes:
        """The figure in pixels, for paper."""
        file = BytesIO()
        with rc_context(SETTINGS):
            self.figure.savefig(file, format="png", metadata={"Software": None})
        return file.getvalue()

    def _repr_html_(self) -> str:
        data = b64encode(self.svg().encode()).decode()
        return (
            f'<img alt="{escape(self.alt)}" src="data:image/svg+xml;base64,{data}" '
            'style="width: 100%; max-width: 960px; border-radius: 6px">'
        )

    def __repr__(self) -> str:
        return self.alt


def blank_figure(**axes: Any) -> tuple[Figure, Axes]:
    """A blank figure and its axes; `axes` are the keywords of `Figure.add_axes`.

    Without a `rect` the axes cover the sheet and are measured in its pixels, 960 by 540, y
    downward, with no ticks. Draw under `rc_context(SETTINGS)`.
    """
    figure = Figure(figsize=_INCHES, facecolor=PAPER)
    if "rect" in axes:
        return figure, figure.add_axes(**axes)
    bare = figure.add_axes((0, 0, 1, 1), xlim=(0, 960), ylim=(540, 0))
    bare.set_axis_off()
    return figure, bare


def picture(axes: Axes, alt: str) -> Picture:
    """The figure that these axes stand on, with its sentence."""
    return Picture(axes.figure.get_figure(root=True), alt)


def dashes(number: float) -> str:
    """The line style of a number: dashed where it is negative."""
    return "--" if number < 0 else "-"


def short(number: Any, sign: bool = False) -> str:
    """A number as a picture shows it: a few digits and a true minus sign."""
    value = float(number) or 0.0  # no minus before a zero
    if isinf(value):
        written = "-∞" if value < 0 else "∞"
    elif value == round(value, 2) and abs(value) < 1000:
        written = f"{value:.2f}"
    elif 0.01 <= abs(value) < 1000:
        written = f"{value:.4f}"
    elif 0.0001 <= abs(value) < 0.01:
        written = f"{value:#.3g}"
    else:
        mantissa, power = f"{value:.1e}".split("e")
        written = f"{mantissa}·10{str(int(power)).translate(RAISED)}"
    return ("+" if sign and value > 0 else "") + written.replace("-", "−")
