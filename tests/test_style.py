"""The palette can be read and told apart; numbers in pictures are short and say their sign."""

from itertools import combinations

import pytest

from mazurnet.display import style
from mazurnet.display.style import short

HUES = {"forward": style.FORWARD, "backward": style.BACKWARD, "update": style.UPDATE}
DEUTERANOPIA = ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969))
PROTANOPIA = ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052))


def linear(hue):
    channels = (int(hue[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(hue):
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(hue), strict=True))


@pytest.mark.parametrize("hue", [*HUES.values(), style.INK, style.QUIET])
def test_every_colour_reaches_a_contrast_of_4_5_on_paper(hue):
    light, dark = luminance(style.PAPER), luminance(hue)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("eyes", [DEUTERANOPIA, PROTANOPIA], ids=["deuteranopia", "protanopia"])
def test_the_three_hues_stay_apart_for_colour_blind_eyes(eyes):
    def seen(hue):
        return [sum(m * c for m, c in zip(row, linear(hue), strict=True)) for row in eyes]

    for one, other in combinations(HUES.values(), 2):
        assert max(abs(a - b) for a, b in zip(seen(one), seen(other), strict=True)) > 0.1


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.4, "0.40"),
        (0.358916479, "0.3589"),
        (0.00877135, "0.00877"),
        (0.000438568, "0.000439"),
        (-0.0380982, "−0.0381"),
        (3.51e-5, "3.5·10⁻⁵"),
        (-81.767, "−81.7670"),
        (4000.5, "4.0·10³"),
        (0, "0.00"),
        (-0.0, "0.00"),
        (float("inf"), "∞"),
    ],
)
def test_short_numbers(number, text):
    assert short(number) == text


def test_a_sign_is_shown_on_request():
    assert short(0.0822, sign=True) == "+0.0822"
    assert short(0, sign=True) == "0.00"
