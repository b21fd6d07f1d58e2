"""Every long number that a lesson speaks of: printed by one of its cells, by the article, or here.

Folded solutions and the live network name numbers that no cell prints; each is worked out below.
"""

import re
from decimal import Decimal
from functools import partial
from math import e
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from sklearn.datasets import load_digits
from sympy import count_ops

from mazurnet import network, published, shapes, symbols, variants
from mazurnet.chain import delta, gradient
from mazurnet.descent import backward, step, train
from mazurnet.feedback.bugs.batch_step import digits
from mazurnet.forward import forward, value
from mazurnet.network import given
from mazurnet.symbols import E_total, i1, i2, net_h1, target_o1, target_o2, w1, w5, weights

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
LONG = 4  # significant digits
NUMBER = re.compile(r"(?<![\w.,−-])[−-]?\d[\d,]*+(?:\.\d++)?+(?!\w)")
NEITHER = re.compile(  # links, commits, answers that are typed, pictures and programs
    r"\]\([^)]*\)|https?:\S+|\bcommits? \[?\w+|\"[\d.]+\"|src=\"[^\"]*\"|<script.*?</script>", re.S
)


def error(rounds, eta=0.5, start=given, **how):
    return train(start, eta, rounds, **how)[E_total][-1]


def of(quantity, **changed):
    return forward({**given, **{getattr(symbols, name): n for name, n in changed.items()}})[
        quantity
    ]


def left(weight, eta, times=1):
    """A weight after so many steps."""
    numbers = given
    for _ in range(times):
        numbers = step(numbers, eta)
    return numbers[weight]


TANH = shapes.equations((2, 2, 2), "tanh")
LARGE = given | {w: 10 * given[w] for w in weights}


def twins():
    """XOR, a bias for each neuron, all eight weights at 0.5."""
    each = variants.own_biases()
    columns = (i1, i2, target_o1, target_o2)
    rows = {
        variants.in_row(q, n): row[k]
        for n, row in enumerate(variants.rows_of_task("XOR"), 1)
        for k, q in enumerate(columns)
    }
    own = dict(zip(network.biases(each), (0.35, 0.35, 0.6, 0.6), strict=True))
    start = {**rows, **own, **dict.fromkeys(weights, 0.5)}
    return error(10_000, start=start, equations=variants.for_rows(4, each), biases=True)


def written_out(shape):
    E = network.opened(E_total, equations=shape)
    return count_ops(E) + sum(count_ops(E.diff(w)) for w in network.weights(shape))


WORKED = {
    "00": {},
    "01": {
        "2.718": lambda: e,
        "0.3019": lambda: of(E_total, i1=1),
        "50000.37": lambda: of(net_h1, w1=10**6),
    },
    "02": {},
    "03": {"−0.0190491185": lambda: Decimal("-0.038098237") * Decimal("0.5")},
    "04": {
        "0.441083520": lambda: left(w5, -0.5),
        "0.305640633": lambda: forward(step(given, -0.5))[E_total],
        "0.317832959": lambda: left(w5, 1),
        "0.1643": lambda: 2 * value(gradient(w5), backward(given)),
        "0.317354": lambda: left(w5, 0.5, times=2),
        "0.317833": lambda: left(w5, 1),
        "0.283547": partial(error, 2),
        "0.283619": partial(error, 1, 1),
    },
    "05": {
        "0.9796": partial(error, 10_000, -0.5),
        "0.9801": lambda: (0.99**2 + 0.99**2) / 2,
    },
    "06": {
        "0.341229": lambda: given[symbols.b1] - value(delta(net_h1).product, backward(given)),
        "0.6415": twins,
    },
    "07": {},
    "08": {
        "0.299192166": lambda: of(E_total, w5=0.41),
        "0.260434393": partial(error, 5),
        "0.260434378": partial(error, 5, output_first=True),
        "0.291027774": partial(error, 1),
    },
    "09": {
        "1,797": lambda: len(load_digits().data),
        "1,437": lambda: len(digits()[0].images),
        "0.488257040": lambda: forward(LARGE)[E_total],
        "0.479742455": partial(error, 1000, start=LARGE),
        "0.001114349": partial(error, 1000),
    },
    "10": {
        "176,144": lambda: written_out(shapes.equations((3, 3, 3, 3, 3))),
        "0.003739767": lambda: value(gradient(w1, TANH), backward(given, TANH)),
    },
}


def read(path):
    return nbformat.read(path, as_version=4).cells


def numbers(text):
    return [found[0].rstrip(",") for found in NUMBER.finditer(NEITHER.sub("]", text))]


def exact(number):
    return Decimal(number.replace(",", "").replace("−", "-"))


PRINTED = {exact(figure.printed) for figure in published.figures.values()}
SAID = [published.__doc__, *(figure.cause for figure in published.figures.values())]
PRINTED |= {exact(number) for text in SAID for number in numbers(text)}


def is_long(number):
    digits = number.lstrip("−-").replace(",", "").replace(".", "").lstrip("0")
    return len(digits if "." in number else digits.rstrip("0")) >= LONG


def rounds_to(ours, number):
    """Whether a number, rounded to as many decimals, is the one in the text, but for its sign."""
    said = abs(exact(number))
    places = -said.as_tuple().exponent
    return abs(round(abs(ours), places) - said) == 0


def seen(kind, text):
    """What a person reads or hears of an output: of HTML the words, and those of its pictures."""
    if kind != "text/html":
        return str(text)
    words = BeautifulSoup(text, "html.parser")
    for hidden in words(["script", "style"]):
        hidden.decompose()
    return " ".join([words.get_text(" "), *(img["alt"] for img in words("img"))])


def shown(cells):
    """All numbers of a lesson's code and of what it has printed."""
    outputs = (o for cell in cells if cell.cell_type == "code" for o in cell.outputs)
    texts = [cell.source for cell in cells if cell.cell_type == "code"]
    for output in outputs:
        data = output.get("data", {"text/plain": output.get("text", "")})
        texts += [seen(kind, text) for kind, text in data.items() if not kind.startswith("image")]
    return {exact(number) for text in texts for number in numbers(text)}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_rule_28_a_long_number_in_prose_comes_from_somewhere(path):
    cells = read(path)
    prose = [n for cell in cells if cell.cell_type == "markdown" for n in numbers(cell.source)]
    known = shown(cells) | PRINTED
    unknown = [
        number
        for number in prose
        if is_long(number)
        and number not in WORKED[path.stem[:2]]
        and not any(rounds_to(ours, number) for ours in known)
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("lesson", "number"), [(lesson, number) for lesson in WORKED for number in WORKED[lesson]]
)
def test_numbers_of_solutions_and_of_the_live_network_are_what_comes_out(lesson, number):
    found = WORKED[lesson][number]()
    assert rounds_to(Decimal(str(found)), number)
    (path,) = (path for path in NOTEBOOKS if path.stem.startswith(lesson))
    prose = " ".join(cell.source for cell in read(path) if cell.cell_type == "markdown")
    assert number in numbers(prose)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("E is 0.298371109, then −0.0381.", ["0.298371109", "−0.0381"]),
        ("1,043 against 67, in 2015", ["1,043", "67", "2015"]),
        ("commit 4b6faac, w5 and 31576f6", []),
        ("0.29837s and 1.2345e-5 are no numbers of ours", []),
        ('[here](x.com/12345) and <img src="1234">', []),
    ],
)
def test_numbers_are_found_in_prose_and_names_are_none(text, found):
    assert numbers(text) == found


def test_zeros_before_and_behind_do_not_make_a_number_long():
    assert [n for n in ("0.0381", "10,000", "0.3500", "1,043", "0.00877") if is_long(n)] == [
        "0.3500",
        "1,043",
    ]


def test_a_number_may_be_rounded_and_no_more():
    assert rounds_to(Decimal("0.29837110876"), "0.298371109")
    assert not rounds_to(Decimal("0.29837110876"), "0.298371108")
    assert rounds_to(Decimal("-0.0190491185"), "−0.0190491185")
