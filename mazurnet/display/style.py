"""Style: what each colour, dash and width means, and how a picture writes its numbers.

Hue says which pass; a dash says minus; width says how much.
"""

from math import isinf
from typing import Any

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

INCHES = (9.6, 5.4)  # sixteen to nine: one figure is one slide
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
