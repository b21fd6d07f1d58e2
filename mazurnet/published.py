"""What the article printed, digit for digit, and where its figures and its own rule part ways.

Source: Matt Mazur, "A Step by Step Backpropagation Example", 17 March 2015,
https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/. The closing figure of
E_total differs between two editions of the article; both are here.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One printed figure, kept as the string it was printed as.

    `cause` says what explains a figure that the article's own rule does not give.
    """

    printed: str
    where: str
    cause: str = ""

    @property
    def places(self) -> int:
        """How many decimals were printed."""
        return len(self.printed.partition(".")[2])

    def units_from(self, ours: Any) -> int:
        """How many units of the last printed digit a number, rounded to it, is away."""
        rounded = round(Fraction(str(ours)), self.places)
        return int(abs(rounded - Fraction(self.printed)) * 10**self.places)

    def is_rounding_of(self, ours: Any) -> bool:
        """Whether the number, rounded to as many decimals, is the printed one."""
        return self.units_from(ours) == 0


FORWARD_PASS = "the forward pass"
OUTPUT_LAYER = "the output layer"
HIDDEN_LAYER = "the hidden layer"
CLOSING = "the closing paragraph"

_EARLY = "hidden deltas computed with w5 to w8 already updated"

figures: dict[str, Figure] = {
    "net_h1": Figure("0.3775", FORWARD_PASS),
    "out_h1": Figure("0.593269992", FORWARD_PASS),
    "out_h2": Figure("0.596884378", FORWARD_PASS),
    "net_o1": Figure("1.105905967", FORWARD_PASS),
    "out_o1": Figure("0.75136507", FORWARD_PASS),
    "out_o2": Figure("0.772928465", FORWARD_PASS),
    "E_o1": Figure("0.274811083", FORWARD_PASS),
    "E_o2": Figure("0.023560026", FORWARD_PASS),
    "E_total": Figure("0.298371109", FORWARD_PASS),
    "dE_dout_o1": Figure("0.74136507", OUTPUT_LAYER),
    "dout_dnet_o1": Figure("0.186815602", OUTPUT_LAYER),
    "dnet_dw5": Figure("0.593269992", OUTPUT_LAYER),
    "delta_o1": Figure("0.138498562", OUTPUT_LAYER),
    "dE_dw5": Figure("0.082167041", OUTPUT_LAYER),
    "w5_new": Figure("0.35891648", OUTPUT_LAYER),
    "w6_new": Figure("0.408666186", OUTPUT_LAYER),
    "w7_new": Figure("0.511301270", OUTPUT_LAYER),
    "w8_new": Figure("0.561370121", OUTPUT_LAYER),
    "dE_o1_dout_h1": Figure("0.055399425", HIDDEN_LAYER),
    "dE_o2_dout_h1": Figure(
        "-0.019049119", HIDDEN_LAYER, "delta_o2, rounded to -0.038098237 first, times w7"
    ),
    "dE_dout_h1": Figure("0.036350306", HIDDEN_LAYER),
    "dout_dnet_h1": Figure("0.241300709", HIDDEN_LAYER),
    "dE_dw1": Figure("0.000438568", HIDDEN_LAYER),
    "w1_new": Figure("0.149780716", HIDDEN_LAYER),
    "w2_new": Figure("0.19956143", HIDDEN_LAYER),
    "w3_new": Figure("0.24975114", HIDDEN_LAYER),
    "w4_new": Figure("0.29950229", HIDDEN_LAYER),
    "E_total_after_1": Figure("0.291027924", CLOSING, _EARLY),
    "out_o1_after_10_000": Figure("0.015912196", CLOSING, f"{_EARLY}, every round"),
    "out_o2_after_10_000": Figure("0.984065734", CLOSING, f"{_EARLY}, every round"),
    "E_total_after_10_000": Figure(
        "0.0000351085", CLOSING, "unknown: 9,999 rounds of the stated rule, or a digit slipped in"
    ),
    "E_total_after_10_000_earlier": Figure(
        "0.000035085", f"{CLOSING}, earlier edition", f"{_EARLY}, every round"
    ),
}
disagreements: dict[str, Figure] = {name: f for name, f in figures.items() if f.cause}


def __getattr__(name: str) -> Figure:
    """A figure by its name, as in published.net_h1; `figures["net_h1"]` is the same one."""
    if name not in figures:
        raise AttributeError(f"The article prints no {name}; published.figures has what it prints.")
    return figures[name]


def __dir__() -> list[str]:
    return [*globals(), *figures]
