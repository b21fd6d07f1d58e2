"""The slider: moves a pure frame, says what it is, refuses a wrong span."""

import json
import re
import warnings

import pytest

from mazurnet.descent import step, train
from mazurnet.display import curves, draw
from mazurnet.display.picture import Picture
from mazurnet.display.sliders import slider
from mazurnet.network import given


class Frame:
    def __init__(self, eta):
        self.eta = eta

    def _repr_html_(self):
        return f"<b>{self.eta}</b>"


def test_moving_it_redraws_the_frame():
    whole = slider(Frame, eta=(0.01, 1000))
    handle, screen = whole.children
    assert screen.value == "<b>0.5</b>"
    handle.value = 10.0
    assert screen.value == "<b>10.0</b>"


def test_the_frame_gets_the_two_digits_that_the_slider_shows():
    handle, screen = slider(Frame, eta=(0.01, 1000)).children
    handle.value = 0.50118723
    assert screen.value == "<b>0.5</b>"


def test_without_a_kernel_a_sentence_stands_for_it():
    said = repr(slider(Frame, eta=(0.01, 1000)))
    assert said == "A slider for eta, from 0.01 to 1000: run this cell to move it."


@pytest.mark.parametrize("end", ["min", "max"])
@pytest.mark.parametrize("frame", [
    lambda eta: draw.step(given, step(given, eta)),
    lambda eta: curves.error(train(given, eta, 10_000)),
], ids=["one step", "whole curve"])  # fmt: skip
def test_the_ends_of_the_slider_draw_without_a_warning(frame, end):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        handle, screen = slider(frame, eta=(0.01, 1000)).children
        before = screen.value
        handle.value = 10 ** getattr(handle, end)
    assert screen.value != before


@pytest.mark.parametrize(
    ("span", "error"),
    [
        ({}, TypeError),
        ({"eta": (0.01, 1), "rounds": (1, 10)}, TypeError),
        ({"eta": (0, 1000)}, ValueError),
        ({"eta": (1, 1000)}, ValueError),
        ({"eta": (0.01, float("inf"))}, ValueError),
        ({"eta": ("a", "b")}, TypeError),
        ({"eta": 5}, TypeError),
        ({"eta": (1, 2, 3)}, TypeError),
        ({"eta": (0.01, 1000), "start": "x"}, TypeError),
    ],
)
def test_a_wrong_span_is_refused_in_one_sentence(span, error):
    with pytest.raises(error, match=r"^[^\n]+\.$"):
        slider(Frame, **span)


def valley(eta):
    return curves.error(train(given, eta, 10))


def kept():
    html = slider(valley, eta=(0.1, 10))._repr_mimebundle_()["text/html"]
    data = re.search(r'<script type="application/json">(.*?)</script>', html)[1]
    return html, json.loads(data)


def test_without_a_kernel_pictures_drawn_before_stand_for_it():
    html, data = kept()
    assert data["values"][::10] == [0.1, 1, 10]
    assert data["values"][data["start"]] == 0.5
    assert valley(0.5).alt in html
    for value, change in zip(data["values"], data["others"], strict=True):
        lines = [*data["first"]]
        for start, many, put in reversed(change["splices"]):
            lines[start : start + many] = put
        assert lines == valley(value).svg().splitlines()
        assert change["alt"] == valley(value).alt


def test_a_slider_of_whole_numbers_asks_for_no_other():
    asked = []

    def rounds(n):
        asked.append(n)
        return curves.error(train(given, 0.5, n))

    box = slider(rounds, start=2, whole=True, round=(1, 10))
    box.children[0].value = 5.4
    box.drawn_before()
    assert asked == [2, 5, 1, 2, 3, 4, 5, 6, 8, 10]
    assert all(isinstance(n, int) for n in asked)


def test_its_number_is_written_as_it_is_asked_for():
    whole = slider(valley, start=2, whole=True, eta=(1, 10)).children[0]
    assert whole.readout_format == ",.0f"
    assert slider(valley, eta=(0.1, 10)).children[0].readout_format == ".2r"


def test_the_kept_picture_is_that_of_the_start_and_no_text_ends_the_script():
    def words(eta):
        return Picture(valley(eta).figure, f"</script> {eta}")

    html = slider(words, start=2, eta=(0.1, 10))._repr_mimebundle_()["text/html"]
    assert html.count("</script>") == 2
    assert 'alt="&lt;/script&gt; 2.0"' in html


def test_a_whole_number_below_1_is_refused():
    with pytest.raises(ValueError, match=r"^n must start from 1 or more to be whole, not from 0.1"):
        slider(valley, start=1, whole=True, n=(0.1, 100))


def test_what_is_kept_stays_inside_the_span_and_has_the_start():
    asked = []
    box = slider(lambda n: asked.append(n) or valley(0.5), start=7, whole=True, n=(3, 30))
    asked.clear()
    box.drawn_before()
    assert asked == [3, 4, 5, 6, 7, 8, 10, 13, 16, 20, 25]
