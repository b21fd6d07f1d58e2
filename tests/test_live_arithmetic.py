"""The JavaScript that the page runs says what Python says: in every mode, round for round.

The exponentials of two languages may differ in the last digit, so only a training in which
rounding does not grow can be compared. A target within reach ends at an error of 1e-32, all of
it rounding: the random single rows have targets just out of reach. Four rows at a rate of 2 or
more may run chaotically, in Python alone as well: the random four rows are tasks that can be
learnt, at rates up to 1.25. A weight on its way through 0 has no digits of its own: a learner's
difference counts relative to the largest learner of the round, that of E_total to E_total.
"""

import math
import random
from itertools import product
from typing import NamedTuple

import javascript
import oracle
import pytest
from how_much import LONG
from sympy import Symbol

from mazurnet import chain, descent, forward, variants
from mazurnet.live import printed
from mazurnet.live.modes import MODES, Mode
from mazurnet.live.page import JS_FOLDER

TOLERANCE = 1e-12
NETWORKS = 3 if LONG else 1  # at random, for each mode
CORNERS = list(product((0, 1), repeat=2))
PROGRAM = """import { programs } from "./arithmetic.js";

export default (trainings) => trainings.map(({ mode, numbers, rounds, every }) => {
  const { train, needs, learns } = programs[mode];
  const names = ["E_total", ...learns];
  const history = new Float64Array((rounds + 1) * names.length);
  const last = train(history, rounds, ...needs.map((name) => numbers[name]));
  const rows = [];
  for (let at = 0; at < history.length; at += every * names.length) {
    rows.push(Object.fromEntries(names.map((name, n) => [name, history[at + n]])));
  }
  return { rows, last };
});
"""
each_mode = pytest.mark.parametrize("mode", MODES, ids=" ".join)


class Training(NamedTuple):
    """Numbers by name, eta among them; of the rounds every so many is compared."""

    mode: Mode
    numbers: dict[str, float]
    rounds: int = 10_000
    every: int = 500


def start(mode):
    """The article's weights and biases."""
    biases = {"b1": ("b_h1", "b_h2"), "b2": ("b_o1", "b_o2")} if mode.biases == "each" else {}
    found = {q: number for q, number in oracle.START.items() if q[0] in "wb"}
    return {name: number for q, number in found.items() for name in biases.get(q, (q,))}


def examples(*rows):
    names = ("i1", "i2", "target_o1", "target_o2")
    endings = [f"_{n}" for n in range(1, len(rows) + 1)] if len(rows) > 1 else [""]
    return {
        name + ending: number
        for ending, row in zip(endings, rows, strict=True)
        for name, number in zip(names, row, strict=True)
    }


def article(mode, eta=0.5):
    """The article's numbers; where there are four rows, XOR with the article's targets."""
    xor = [(a, b, 0.99, 0.01) if a != b else (a, b, 0.01, 0.99) for a, b in CORNERS]
    rows = [(0.05, 0.10, 0.01, 0.99)] if mode.rows == "one" else xor
    return {"eta": eta, **start(mode), **examples(*rows)}


def at_random(mode, seed):
    chance = random.Random(f"{' '.join(mode)} {seed}")

    def out_of_reach(answer):
        return answer + (1 if answer else -1) * chance.uniform(0, 0.1)

    tasks = [variants.ANSWERS[chance.choice(("AND", "OR", "NAND"))] for _ in range(2)]
    one = [chance.random(), chance.random(), *map(out_of_reach, chance.choices((0, 1), k=2))]
    four = [
        [i + chance.uniform(-0.1, 0.1) for i in corner]
        + [out_of_reach(task[row]) for task in tasks]
        for row, corner in enumerate(CORNERS)
    ]
    learners = {name: chance.choice((-1, 1)) * chance.uniform(0.1, 1) for name in start(mode)}
    eta = chance.uniform(0.05, 5 if mode.rows == "one" else 1.25)
    return {"eta": eta, **learners, **examples(*([one] if mode.rows == "one" else four))}


def in_javascript(trainings, changed=None):
    """For each training its rows, by name, and every quantity of the last round."""
    asked = [{**training._asdict(), "mode": "_".join(training.mode)} for training in trainings]
    return javascript.run(PROGRAM, asked, changed)


def in_python(training):
    mode, numbers, rounds, every = training
    given = {Symbol(name): number for name, number in numbers.items() if name != "eta"}
    order, learn = mode.order == "output_first", mode.biases != "frozen"
    history = descent.train(given, numbers["eta"], rounds, mode.equations, order, learn)
    return [dict(zip(map(str, history.names), r, strict=True)) for r in history.rows[::every]]


def apart(ours, theirs):
    """The largest relative difference between two rounds, and where it is; NaN is far from all."""
    assert ours.keys() == theirs.keys()
    size = max(abs(number) for name, number in theirs.items() if name != "E_total")
    found = [(0.0, "")]
    for name, number in theirs.items():
        if ours[name] != number:
            gap = abs(ours[name] - number) / (size if name != "E_total" else number or 1e-300)
            found.append((math.inf if math.isnan(gap) else gap, name))
    return max(found)


def by_mode(trainings, changed=None):
    """For each mode the largest difference between JavaScript and Python, and where it is."""
    found = {" ".join(training.mode): (0.0, "", 0) for training in trainings}
    for training, answer in zip(trainings, in_javascript(trainings, changed), strict=True):
        pairs = zip(answer["rows"], in_python(training), strict=True)
        most = max((*apart(*pair), training.every * n) for n, pair in enumerate(pairs))
        mode = " ".join(training.mode)
        found[mode] = max(found[mode], most)
    return found


def too_far(differences):
    return [mode for mode, (gap, *_) in differences.items() if gap > TOLERANCE]


def said(differences):
    lines = (f"{m}: {gap:.1e} ({q}, round {n})" for m, (gap, q, n) in differences.items())
    return "The largest relative differences:\n" + "\n".join(lines)


@pytest.mark.parametrize("file", printed.PRINTED_MODULES)
def test_the_committed_file_is_what_the_derivation_prints(file):
    same = (JS_FOLDER / file).read_text(encoding="utf-8") == printed.PRINTED_MODULES[file]()
    assert same, f"{file} is out of date; print it again: python -m mazurnet.live.printed"


def test_ten_thousand_rounds_agree_in_every_mode():
    trainings = [Training(mode, article(mode)) for mode in MODES]
    trainings += [Training(m, at_random(m, seed)) for m in MODES for seed in range(NETWORKS)]
    found = by_mode(trainings)
    print(said(found))
    assert len(found) == 12
    assert too_far(found) == [], said(found)


def test_the_article_s_error_after_ten_thousand_rounds():
    (answer,) = in_javascript([Training(MODES[0], article(MODES[0]))])
    assert f"{answer['rows'][-1]['E_total']:.12e}" == "3.510187782979e-05"


SLIPS = {"a wrong sign": ("w8 - out_h2", "w8 + out_h2"), "NaN": ("exp(-net_h1)", "log(-net_h1)")}


@pytest.mark.parametrize(("right", "wrong"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_one_mode_is_found_in_that_mode(right, wrong):
    trainings = [Training(mode, article(mode), rounds=20, every=10) for mode in MODES]
    text = (JS_FOLDER / "arithmetic.js").read_text(encoding="utf-8").replace(right, wrong, 1)
    assert too_far(by_mode(trainings)) == []
    assert too_far(by_mode(trainings, {"arithmetic.js": text})) == ["one frozen together"]


@each_mode
def test_every_quantity_of_a_round_is_returned(mode):
    slopes = {Symbol(f"dE_d{q}"): chain.gradient(q, mode.equations) for q in mode.learners}
    formulas = {**mode.round, **slopes}
    trainings = [Training(mode, numbers, 0) for numbers in (article(mode), at_random(mode, 0))]
    for training, answer in zip(trainings, in_javascript(trainings), strict=True):
        known = {Symbol(q): forward.exact(n, q) for q, n in training.numbers.items()}
        values = forward.evaluate(formulas, known)
        theirs = {str(q): float(values[q]) for q in formulas}
        assert answer["last"] == pytest.approx(theirs, rel=TOLERANCE, abs=0)


def test_what_is_returned_belongs_to_the_last_round():
    whole = [Training(mode, article(mode), rounds=7, every=7) for mode in MODES]
    ended = in_javascript(whole)
    rest = [
        Training(t.mode, t.numbers | answer["rows"][-1], 0)
        for t, answer in zip(whole, ended, strict=True)
    ]
    assert [a["last"] for a in in_javascript(rest)] == [a["last"] for a in ended]


SIGNS = product((800, -800), repeat=2)  # of the weights into h1 and h2, and into o1 and o2
SATURATED = [((), 1000), *product(SIGNS, (0.5, 1000))]


@pytest.mark.parametrize(("sizes", "eta"), SATURATED, ids=str)
def test_saturated_neurons_stay_numbers_and_agree(sizes, eta):
    weights = dict(zip(oracle.WEIGHTS, [size for size in sizes for _ in range(4)], strict=False))
    trainings = [Training(mode, article(mode, eta) | weights, 1000, 20) for mode in MODES]
    found = by_mode(trainings)
    assert too_far(found) == [], said(found)
    told = [answer["last"] for answer in in_javascript(trainings)]
    assert all(math.isfinite(number) for quantities in told for number in quantities.values())


@each_mode
def test_where_the_exponential_has_no_end_the_squash_is_0(mode):
    numbers = article(mode) | dict.fromkeys(oracle.WEIGHTS[:4], 800)
    numbers |= dict.fromkeys(oracle.WEIGHTS[4:], -800)
    (answer,) = in_javascript([Training(mode, numbers, 0)])
    assert answer["last"]["out_o1" if mode.rows == "one" else "out_o1_4"] == 0
