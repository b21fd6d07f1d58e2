"""What the article printed, digit for digit, and where its figures and its own rule part ways.

Source: Matt Mazur, "A Step by Step Backpropagation Example", 17 March 2015,
https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/. The closing figure of
E_total differs between two editions of the article; both are here.
"""

from dataclasses import dataclass
from decimal import Decimal
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
        return -Decimal(self.printed).as_tuple().exponent

    def units_from(self, ours: Any) -> int:
        """How many units of the last printed digit a number, rounded to it, is away."""
        rounded = round(Fraction(str(ours)), self.places)
        return int(abs(rounded - Fraction(self.printed)) * 10**self.places)

    def is_rounding_of(self, ours: Any) -> bool:
        """Whether the number, rounded to as many decimals, is the printed one."""
        return self.units_from(ours) == 0


FORWARD, OUTPUT, HIDDEN = "the forward pass", "the output layer", "the hidden layer"
CLOSING = "the closing paragraph"

_EARLY = "hidden deltas computed with w5 to w8 already updated"

net_h1 = Figure("0.3775", FORWARD)
out_h1 = Figure("0.593269992", FORWARD)
out_h2 = Figure("0.596884378", FORWARD)
net_o1 = Figure("1.105905967", FORWARD)
out_o1 = Figure("0.75136507", FORWARD)
out_o2 = Figure("0.772928465", FORWARD)
E_o1 = Figure("0.274811083", FORWARD)
E_o2 = Figure("0.023560026", FORWARD)
E_total = Figure("0.298371109", FORWARD)

dE_dout_o1 = Figure("0.74136507", OUTPUT)
dout_dnet_o1 = Figure("0.186815602", OUTPUT)
dnet_dw5 = Figure("0.593269992", OUTPUT)
delta_o1 = Figure("0.138498562", OUTPUT)
dE_dw5 = Figure("0.082167041", OUTPUT)
w5_new = Figure("0.35891648", OUTPUT)
w6_new = Figure("0.408666186", OUTPUT)
w7_new = Figure("0.511301270", OUTPUT)
w8_new = Figure("0.561370121", OUTPUT)

dE_o1_dout_h1 = Figure("0.055399425", HIDDEN)
dE_o2_dout_h1 = Figure("-0.019049119", HIDDEN, "delta_o2, rounded to -0.038098237 first, times w7")
dE_dout_h1 = Figure("0.036350306", HIDDEN)
dout_dnet_h1 = Figure("0.241300709", HIDDEN)
dE_dw1 = Figure("0.000438568", HIDDEN)
w1_new = Figure("0.149780716", HIDDEN)
w2_new = Figure("0.19956143", HIDDEN)
w3_new = Figure("0.24975114", HIDDEN)
w4_new = Figure("0.29950229", HIDDEN)

E_total_after_1 = Figure("0.291027924", CLOSING, _EARLY)
out_o1_after_10_000 = Figure("0.015912196", CLOSING, f"{_EARLY}, every round")
out_o2_after_10_000 = Figure("0.984065734", CLOSING, f"{_EARLY}, every round")
E_total_after_10_000 = Figure(
    "0.0000351085", CLOSING, "unknown: 9,999 rounds of the stated rule, or a digit slipped in"
)
E_total_after_10_000_earlier = Figure(
    "0.000035085", f"{CLOSING}, earlier edition", f"{_EARLY}, every round"
)

figures: dict[str, Figure] = {
    name: figure for name, figure in list(globals().items()) if isinstance(figure, Figure)
}
disagreements: dict[str, Figure] = {name: f for name, f in figures.items() if f.cause}
