"""What the page says in numbers, formulas and words: as the lessons write it, and true.

The modules of the page run in Node, beside the Python that says the same in a lesson.
"""

import random
import re
from itertools import product
from xml.etree import ElementTree

import javascript
import pytest
from mpmath import iv
from sympy import Symbol

from mazurnet import descent, variants
from mazurnet.display import notation, style
from mazurnet.live import modes
from mazurnet.live.modes import MODES
from mazurnet.live.page import JS_FOLDER

ROUNDS = 100
TRAININGS = [*product(variants.TASKS, modes.BIASES, modes.ORDERS)]
each_mode = pytest.mark.parametrize("mode", MODES, ids=" ".join)


# Numbers.

BOUNDARIES = [
    *(0.0, -0.0, 0.005, 0.015, 0.00995, 0.00999999, 0.0099999999, 0.01, 0.1 + 0.2, 1e-4, 1e21),
    *(999.99, 999.995, 999.99999, 999.999999, 1000.0, 1234.5, 0.000099999, 0.0000999999),
    *(999_999_999.0, 999_999_999.9, 999_999_999.9999999, 1e9, 1_000_000_001.0, 123_456_789.5),
    *(0.000123456789, 0.123456789, 0.1234567885, 0.1234567895, 0.9999999995, 0.99999999949),
    *(1e-320, 5e-324, 1.7976931348623157e308, 2.0**-1074, 2.0**0.5, 1 / 3, 0.298371108760003),
]  # fmt: skip


def at_random():
    """Some thousands, in groups: every magnitude, few digits, a last digit that is a tie or not."""
    chance = random.Random("numbers")
    many = range(60)
    ties = [(2 * chance.randrange(10**4) + 1) / 2 * 10.0**-p for p in range(1, 13) for _ in many]
    ties += [float(f"{chance.randrange(10**9)}5e-{p}") for p in range(8, 16) for _ in many]
    return {
        "boundaries": BOUNDARIES,
        "every magnitude": [
            chance.random() * 10.0**power for power in range(-320, 309) for _ in range(3)
        ],
        "few digits": [round(chance.uniform(0, 10), places) for places in range(16) for _ in many],
        "large": [chance.random() * 10.0**power for power in range(3, 9) for _ in many],
        "ties": ties + [chance.randrange(2**20) / 2**10 for _ in range(300)],
    }


NUMBERS = {
    group: [sign * number for number in found for sign in (1, -1)]
    for group, found in at_random().items()
}


every_group = pytest.mark.parametrize("group", NUMBERS)


def plain(latex):
    """1.2 \\times 10^{-5} as the page writes it, 1.2·10⁻⁵, with a true minus."""
    digits, _, power = latex.partition(r" \times 10^")
    raised = "·10" + power.strip("{}").translate(style.RAISED) if power else ""
    return digits.replace("-", "−") + raised


def other(ours, theirs, numbers):
    """The numbers that two ways of writing write differently, and how."""
    triples = zip(numbers, ours, theirs, strict=True)
    return [(repr(number), a, b) for number, a, b in triples if a != b]


@pytest.mark.parametrize("sign", [False, True])
@every_group
def test_a_number_in_the_picture_is_written_as_in_a_lesson_s_picture(group, sign):
    program = """import { short } from "./numbers.js";
        export default ([numbers, sign]) => numbers.map((n) => short(n, sign));"""
    asked = NUMBERS[group]
    theirs = javascript.run(program, [asked, sign])
    assert other(theirs, [style.short(n, sign) for n in asked], asked) == []


def test_infinity_is_written_as_in_a_lesson_s_picture():
    program = """import { short } from "./numbers.js";
        export default () => [short(1 / 0), short(-1 / 0)];"""
    assert javascript.run(program) == [style.short(float("inf")), style.short(float("-inf"))]


@every_group
def test_a_number_in_a_formula_is_written_as_in_a_lesson_s_formula(group):
    program = """import { decimal } from "./numbers.js";
        export default (numbers) => numbers.map(decimal);"""
    asked = NUMBERS[group]
    theirs = javascript.run(program, asked)
    assert other(theirs, [plain(notation.decimal(n)) for n in asked], asked) == []


def test_there_are_thousands_of_numbers():
    assert len({number for group in NUMBERS.values() for number in group}) > 5000


PARSE = """import { parse } from "./numbers.js";
    export default (texts) => texts.map(parse);"""
TYPED = {
    "0.5": 0.5, " 0.5 ": 0.5, "-0.5": -0.5, "−0.5": -0.5, "+2": 2, ".5": 0.5, "5.": 5, "1e-3": 1e-3,
    "1E3": 1000, "-1.5e+2": -150, "0": 0, "007": 7, "1e308": 1e308, "1e-400": 0, "1e−3": 1e-3,
}  # fmt: skip
NOT_TYPED = [
    "", " ", ".", "-", "e5", "abc", "0,5", "-0,5", "−0,5", "1,234.5", "0.5.5", "1e", "1e5.5", "--1",
    "0x10", "1 2", "1_000", "NaN", "Infinity", "∞", "1e309", "-1e309", "½", "5%", "1/2", "1;2",
]  # fmt: skip


def test_what_a_reader_types_as_a_number_is_taken_as_that_number():
    taken = javascript.run(PARSE, [*TYPED])
    assert taken == [{"number": number} for number in TYPED.values()]


def test_two_true_minus_signs_are_read_as_minus_signs():
    assert javascript.run(PARSE, ["−1e−3"]) == [{"number": -1e-3}]


def test_what_is_no_number_is_refused_in_one_sentence():
    refused = dict(zip(NOT_TYPED, javascript.run(PARSE, NOT_TYPED), strict=True))
    assert all([*answer] == ["refusal"] for answer in refused.values()), refused
    sentence = re.compile(r"[A-Z][^.!?]*(\d\.\d)?\.")
    assert [r for r in refused.values() if not sentence.fullmatch(r["refusal"])] == []


def test_a_comma_and_too_large_a_number_are_told_from_what_is_no_number():
    refused = javascript.run(PARSE, ["0,5", "1e309", "abc", ""])
    comma, large, *_ = said = [answer["refusal"] for answer in refused]
    assert "point" in comma
    assert "large" in large
    assert len({*said}) == len(said)


# Names.

NAMED = """import { named } from "./notation.js";
    export default (names) => names.map((name) => {
      try { return named(name); } catch (error) { return `refused: ${error.message}`; }
    });"""


def every_name():
    """All that a formula, a program or a mode can name."""
    texts = [(JS_FOLDER / f"{name}.js").read_text("utf-8") for name in ("formulas", "arithmetic")]
    found = set(re.findall(r"<mtext>(\w+)</mtext>|^  \"(\w+)", texts[0], re.MULTILINE))
    found |= set(re.findall(r'"(\w+)"|\b(dE_dw\d)\b', texts[1]))
    in_modes = {str(q) for mode in MODES for q in (*mode.round, *mode.learners)}
    return sorted({name for names in found for name in names if name} | in_modes)


def test_every_name_has_its_own_way_of_being_written():
    names = every_name()
    assert {"eta", "b_h1_new", "dE_db_o2", "target_o1_4", "E_total_3", "w8_new"} <= {*names}
    written = dict(zip(names, javascript.run(NAMED, names), strict=True))
    assert [name for name, text in written.items() if text.startswith("refused")] == []
    assert [name for name, text in written.items() if "undefined" in text] == []
    assert len({*written.values()}) == len(names)


def test_every_name_is_written_in_well_formed_mathml():
    for text in javascript.run(NAMED, every_name()):
        ElementTree.fromstring(f"<math>{text}</math>")


# Trainings.


def agreeing(number):
    return pytest.approx(number, rel=1e-9, abs=1e-12)


def test_a_task_starts_from_the_same_numbers_as_in_python():
    program = """import { fresh } from "./training.js";
        export default (all) => all.map((parts) => fresh(...parts));"""
    for theirs, parts in zip(javascript.run(program, TRAININGS), TRAININGS, strict=True):
        assert theirs == modes.training(*parts)


def test_without_a_word_the_page_starts_from_the_article():
    program = """import { fresh } from "./training.js"; export default () => fresh();"""
    assert javascript.run(program) == modes.training("article", "frozen", "together")


def test_other_biases_keep_the_reader_s_numbers_as_in_python():
    program = """import { withBiases } from "./training.js";
        export default (all) => all.map(([training, biases]) => withBiases(training, biases));"""
    asked = []
    for parts in TRAININGS:
        training = modes.training(*parts)
        moved = {
            name: number + 0.01 * n for n, (name, number) in enumerate(training["start"].items())
        }
        asked += [({**training, "start": moved}, biases) for biases in modes.BIASES]
    for theirs, (training, biases) in zip(javascript.run(program, asked), asked, strict=True):
        assert theirs == modes.with_biases(training, biases)


def test_the_numbers_of_a_round_are_those_that_python_trains():
    program = """import { fresh, numbersAt, train } from "./training.js";
        export default ([all, rounds]) => all.map((parts) => {
          const run = train(fresh(...parts), 0.5);
          return rounds.map((round) => numbersAt(run, round));
        });"""
    rounds = [0, 1, ROUNDS]
    answers = javascript.run(program, [TRAININGS, rounds])
    for answer, (task, biases, order) in zip(answers, TRAININGS, strict=True):
        training = modes.training(task, biases, order)
        given = {Symbol(name): number for name, number in training["start"].items()}
        equations = modes.mode_of(training).equations
        ours = descent.train(
            given, 0.5, ROUNDS, equations, order == "output_first", biases != "frozen"
        )
        for round, theirs in zip(rounds, answer, strict=True):
            named = {str(q): agreeing(float(number)) for q, number in ours.at(round).items()}
            assert theirs == named


# Formulas: the line with numbers gives the number below it.

WORKED = """import { formulas } from "./formulas.js";
import { hasFormula, steps } from "./notation.js";
import { fresh, look, modeOf, train } from "./training.js";

export default ({ parts, eta, round, row, names }) => {
  const training = fresh(...parts);
  const at = look(train(training, eta), round)(row);
  const mode = modeOf(training);
  return Object.fromEntries(names
    .map((name) => [name, hasFormula(name, mode) ? steps(name, mode, at).lines : null]));
};
"""
EXACT = {"1", "2", "10"}  # these belong to a formula, others are rounded to the digits shown
WORDS = {"·": "*", "×": "*", "−": "-", "+": "+", "(": "(", ")": ")"}


def arithmetic(element):
    """MathML as an expression in Python, each number as the interval that its digits stand for."""
    parts = [arithmetic(child) for child in element]
    text = (element.text or "").strip()
    match element.tag:
        case "mn":
            return f"shown('{text}')"
        case "mi":
            assert text == "e"
            return "iv.e"
        case "mo":
            return WORDS[text]
        case "mfrac":
            return f"(({parts[0]})/({parts[1]}))"
        case "msup" if parts[0] == "shown('10')":
            return f"iv.mpf(10)**int('{element[1].text.replace('−', '-')}')"
        case "msup":
            return f"({parts[0]})**({parts[1]})"
        case "math" | "mrow":
            return " ".join(parts)
    raise AssertionError(f"<{element.tag}> is no arithmetic")


def shown(digits):
    """Eight decimals or more stand for all that is rounded to them; fewer are exact."""
    places = len(digits.partition(".")[2])
    half = f"0.5e-{places}" if places >= 8 else "1e-15"
    return iv.mpf(digits) + (0 if digits in EXACT else iv.mpf([f"-{half}", half]))


def worth(mathml):
    """All that a line may be worth, given that its numbers are rounded."""
    source = arithmetic(ElementTree.fromstring(f"<math>{mathml}</math>"))
    source = source.replace("**(shown('2'))", "**2")
    return eval(source, {"iv": iv, "shown": shown})


def apart(lines):
    """Whether the line with numbers cannot be the number below it."""
    filled, result = map(worth, lines[1:])
    return filled.b < result.a or result.b < filled.a


def names_in(mode):
    """The quantities with a formula in a mode; of four rows alike, the name without its row."""
    slopes = [f"dE_d{q}" for q in mode.learners]
    found = [str(q) for q in mode.round if mode.rows == "one" or not re.search(r"_\d$", str(q))]
    rows = [str(q)[:-2] for q in mode.round if mode.rows == "four" and str(q).endswith("_1")]
    return [*found, *slopes, *(name for name in rows if name != "E_total")]


def worked(mode, round=0, row=1, changed=None):
    task = "XOR" if mode.rows == "four" else "article"
    parts = [task, mode.biases, mode.order]
    asked = {"parts": parts, "eta": 0.5, "round": round, "row": row, "names": names_in(mode)}
    return javascript.run(WORKED, asked, changed)


@each_mode
def test_every_quantity_of_a_round_has_a_formula(mode):
    found = worked(mode)
    assert [name for name, lines in found.items() if lines is None] == []
    assert {"E_total", "net_h1", "delta_h2", "w8_new", "dE_dw5"} <= found.keys()
    assert len(found) == 15 + 2 * len(mode.learners)


@each_mode
@pytest.mark.parametrize(("round", "row"), [(0, 1), (1, 2), (ROUNDS, 3), (10_000, 4)])
def test_a_formula_s_numbers_give_the_result_below_it(mode, round, row):
    found = worked(mode, round, row if mode.rows == "four" else 1)
    assert {name: lines[1:] for name, lines in found.items() if apart(lines)} == {}


SLIPS = {
    "another weight": ("<mtext>w5</mtext>", "<mtext>w6</mtext>", "net_o1"),
    "another sign": ("&#x02212;</mo><mtext>out_o1", "+</mo><mtext>out_o1", "E_o1"),
    "another neuron": ("<mtext>net_h1</mtext>", "<mtext>net_o1</mtext>", "out_h1"),
}


@pytest.mark.parametrize(("right", "wrong", "name"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_a_formula_is_found(right, wrong, name):
    mode = MODES[0]
    source = (JS_FOLDER / "formulas.js").read_text(encoding="utf-8")
    text = source.replace(right, wrong, 1)
    assert text != source
    found = worked(mode, changed={"formulas.js": text})
    assert [q for q, lines in found.items() if apart(lines)] == [name]


# Words.

SAY = """import { summary, warning } from "./words.js";
import { short } from "./numbers.js";
import { fresh, look, train } from "./training.js";

export default ({ parts, eta, round, phase, row, numbers }) => {
  const training = fresh(...parts);
  Object.assign(training.start, numbers);
  const run = train(training, eta);
  const at = look(run, round)(row);
  const written = (name) => short(at(name));
  const learners = run.program.learns.map((name) => [name, written(name)]);
  const told = ["out", "delta"].flatMap((kind) =>
    ["h1", "h2", "o1", "o2"].map((neuron) => [neuron, written(`${kind}_${neuron}`)]));
  const targets = ["o1", "o2"].map((neuron) => [neuron, written(`target_${neuron}`)]);
  const error = ["E_total", written("E_total")];
  return {
    said: summary(run, round, phase, at, row),
    warned: warning(run, at),
    numbers: [error, ...learners, ...told, ...targets],
    rounds: run.rounds,
  };
};
"""


def said(task="article", biases="frozen", order="together", **more):
    asked = {"eta": 0.5, "round": 7, "phase": "update", "row": 1, "numbers": {}, **more}
    return javascript.run(SAY, {"parts": [task, biases, order], **asked})


@pytest.mark.parametrize("parts", TRAININGS, ids=" ".join)
def test_the_summary_tells_the_training_and_every_number_of_it(parts):
    task, biases, order = parts
    answer = said(*parts, row=2 if task != "article" else 1)
    text = answer["said"]
    assert ("article" if task == "article" else f"{task},") in text
    assert "round 7 of 10000, update" in text
    assert "rate 0.5" in text
    assert ("frozen" in text) == (biases == "frozen")
    assert ("output layer is updated first" in text) == (order == "output_first")
    told = [rf"\b{name}\b[^;]*? {re.escape(number)}" for name, number in answer["numbers"]]
    assert len(told) >= 19
    assert [pattern for pattern in told if not re.search(pattern, text)] == []


def test_the_summary_is_sentences():
    assert re.fullmatch(r"([A-Z].*?[a-z\d⁻⁰¹²³⁴⁵⁶⁷⁸⁹]\.( |$))+", said()["said"])


def test_the_summary_compares_the_error_with_that_of_the_start():
    assert re.search(r"E_total is 0\.0\d+; it was 0\.2984 at the start\.", said(round=500)["said"])


def test_of_a_task_the_summary_says_which_example_it_means():
    first, third = (said("XOR", row=row)["said"] for row in (1, 3))
    assert "row 1" in first or "example 1" in first
    assert "row 3" in third or "example 3" in third


def test_ordinary_numbers_need_no_warning():
    assert said()["warned"] == ""


def test_a_saturated_neuron_is_named_and_its_slope_given():
    warned = said(numbers={"b1": 30})["warned"]
    assert "Saturated: h1 and h2." in warned
    assert re.search(r"slope of h1 is \d\.\d·10⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+", warned)
    assert "o1" not in warned


def test_numbers_that_run_away_are_said_to_end_with_their_last_round():
    answer = said(order="output_first", eta=1000, round=0, numbers={"target_o1": 1e154})
    assert answer["rounds"] < 10_000
    assert f"After round {answer['rounds']} " in answer["warned"]
