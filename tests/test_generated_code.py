import re
from math import exp

import javascript
import pytest
from sympy import Symbol, cos, sin
from sympy import symbols as sympy_symbols

from mazurnet import chain, descent, generated_code, network, symbols
from mazurnet.symbols import new, out_h1, out_h2

SOURCES = [descent.source(), descent.source(output_first=True)]


@pytest.mark.parametrize("source", SOURCES, ids=["at once", "output first"])
def test_the_source_names_every_quantity_of_the_lessons(source):
    names = set(re.findall(r"\w+", source))
    assert {str(q) for q in symbols.meaning} <= names
    assert {str(new(w)) for w in symbols.weights} <= names


@pytest.mark.parametrize("source", SOURCES, ids=["at once", "output first"])
def test_the_source_can_be_read_in_one_look(source):
    lines = source.splitlines()
    assert 25 <= len(lines) <= 36
    assert max(map(len, lines)) <= generated_code.LINE_WIDTH == 88


@pytest.mark.parametrize("source", SOURCES, ids=["at once", "output first"])
def test_the_source_has_one_straight_line_for_each_formula(source):
    found = re.findall(r"^        (\w+) = ", source, re.MULTILINE)
    own = [name for name in found if not name.startswith("shared_")]
    assert len(found) == len(set(found))
    assert sorted(own) == sorted(str(q) for q in descent.one_round())


def test_the_source_evaluates_each_squash_once():
    assert descent.source().count("exp(") == 4


def test_the_source_is_the_same_every_time():
    assert descent.source() == descent.source(dict(network.equations))


def test_training_twice_gives_the_same_history():
    first, second = (descent.train(network.given, 0.5, 100) for _ in range(2))
    assert first == second


def test_the_source_runs_without_the_package():
    own, history = {"exp": exp}, []
    exec(descent.source(), own)
    numbers = {str(q): float(n) for q, n in network.given.items()}
    own["train"](history, rounds=10, eta=0.5, **numbers)
    assert history == descent.train(network.given, 0.5, 10).rows


def test_other_equations_print_other_source():
    linear = network.equations | {out_h1: symbols.net_h1, out_h2: symbols.net_h2}
    assert "out_h1 = net_h1" in descent.source(linear)
    assert descent.source(linear).count("exp(") == 2


def test_the_printed_function_takes_what_no_formula_gives():
    formulas = descent.one_round()
    assert set(network.needed(formulas)) == {*network.given, symbols.eta}


def test_a_shared_part_may_need_another_however_they_are_numbered():
    parts = [x + 1 for x in sympy_symbols("x0:12")]
    inner = parts[2] * parts[3]
    first = sum(sin(part) for part in parts) + sin(inner)
    formulas = dict(zip(sympy_symbols("a b"), (first, cos(inner)), strict=True))
    formulas |= {Symbol(f"c{n}"): cos(part) for n, part in enumerate(parts)}
    source = generated_code.loop(formulas, list(formulas), {})
    defined = set()
    for name, formula in re.findall(r"^        (\w+) = (.*)$", source, re.MULTILINE):
        assert set(re.findall(r"shared_\d+", formula)) <= defined
        defined.add(name)


def test_the_deltas_are_printed_before_the_weights_they_move():
    source = descent.source()
    assert all(
        source.index(f" {delta} =") < source.index(f" {new(w)} =")
        for w in symbols.weights
        for delta in chain.gradient(w).free_symbols & set(symbols.deltas)
    )


def test_a_sum_is_squared_as_a_whole():
    a, b, c = sympy_symbols("a b c")
    history = []
    generated_code.compiled(generated_code.loop({c: (a + b) ** 2}, [c], {}), exp)(history, 0, 2, 3)
    assert history == [25]


@pytest.mark.parametrize("name", ["lambda", "w_{1}", "rounds", "round", "history", "at", "const"])
def test_a_symbol_that_is_no_python_name_is_refused(name):
    with pytest.raises(ValueError, match=r"cannot be a name in the printed code"):
        generated_code.loop({symbols.E_total: Symbol(name) ** 2}, [symbols.E_total], {})


KEEP = (symbols.E_total, symbols.w5)
TELL = {Symbol("dE_dw5"): chain.gradient(symbols.w5)}
CARRY = {w: new(w) for w in symbols.weights}


def in_javascript(formulas):
    return generated_code.javascript("round_by_round", formulas, KEEP, CARRY, TELL)


@pytest.mark.parametrize("output_first", [False, True])
def test_the_javascript_has_the_lines_of_the_python(output_first):
    formulas = descent.one_round(output_first=output_first)
    python = generated_code.loop(formulas, KEEP, CARRY)
    found = re.findall(r"^    const (\w+) = ", in_javascript(formulas), re.MULTILINE)
    assert found == re.findall(r"^        (\w+) = ", python, re.MULTILINE)
    assert found == [str(q) for q in generated_code.without_repetition(formulas)]


def test_the_javascript_evaluates_each_squash_once_and_calls_no_power():
    source = in_javascript(descent.one_round())
    assert source.count("Math.exp(") == 4
    assert "Math.pow(" not in source


def test_the_javascript_carries_a_weight_after_all_that_needs_it():
    lines = in_javascript(descent.one_round()).splitlines()
    assert lines[-10:] == [*(f"    {w} = {new(w)};" for w in symbols.weights), "  }", "}"]


def test_the_javascript_fits_the_width():
    assert (
        max(map(len, in_javascript(descent.one_round()).splitlines())) <= generated_code.LINE_WIDTH
    )


def test_the_javascript_keeps_every_round_and_tells_the_last():
    x, y = sympy_symbols("x y")
    source = generated_code.javascript("twice", {y: 2 * x}, [x, y], {x: y}, {Symbol("half"): x / 2})
    program = source + "export default () => { const kept = []; "
    program += "return { told: twice(kept, 2, 3), kept }; };"
    told = {"y": 24, "half": 6}
    assert javascript.run(program) == {"told": told, "kept": [3, 6, 6, 12, 12, 24]}
