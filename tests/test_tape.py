"""The tape: one pass back over the tape gives what the derivation and a stranger give."""

import re
from pathlib import Path

import nbformat
import pytest
from autograd import grad
from autograd import numpy as anp
from hypothesis import given as cases
from hypothesis import settings
from hypothesis import strategies as st
from sympy import Symbol, lambdify, sin

from mazurnet import chain, descent, network, shapes, symbols
from mazurnet.arrays.tape import Number, back, run, taped
from mazurnet.feedback import fresh_numbers
from mazurnet.feedback.bugs import way_back
from mazurnet.feedback.bugs.misprint import source_text
from mazurnet.forward import forward, value
from mazurnet.symbols import E_total, w1, w5

LESSON = Path(__file__).parent.parent / "notebooks" / "10_why_backprop.ipynb"
x, y = Symbol("x"), Symbol("y")


def blamed(given, equations=network.equations):
    tape, known = taped(given, equations)
    blame = back(tape)
    return {w: blame[known[w]] for w in network.weights(equations)}


def derived(given, equations=network.equations):
    values = descent.backward(given, equations)
    return {
        w: float(value(chain.gradient(w, equations), values)) for w in network.weights(equations)
    }


@pytest.mark.parametrize("given", [network.given, fresh_numbers.fresh(3)])
def test_its_eight_gradients_are_the_derived_ones(given):
    assert blamed(given) == pytest.approx(derived(given), rel=1e-12)


def test_other_shapes_cost_it_nothing():
    deep = shapes.equations((3, 2, 2, 1))
    given = {q: (n % 7 - 3) / 4 for n, q in enumerate(network.needed(deep))}
    assert blamed(given, deep) == pytest.approx(derived(given, deep), rel=1e-9)


def test_every_quantity_has_its_forward_value():
    _, known = taped(network.given)
    values = forward(network.given)
    assert {q: number.value for q, number in known.items()} == pytest.approx(
        {q: float(values[q]) for q in known}, rel=1e-14
    )


def test_the_error_comes_last_and_what_a_number_is_made_of_before_it():
    tape, known = taped(network.given)
    assert tape[-1] is known[E_total]
    places = {number: n for n, number in enumerate(tape)}
    assert all(places[part] < places[number] for number in tape for part, _ in number.parts)


FORMULAS = st.recursive(
    st.sampled_from([x, y, x + 2, 3 * y]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] * pair[1]),
        inner.map(lambda f: (f**2 + 1) ** -1),
        inner.map(lambda f: network.logistic(f)),
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@cases(FORMULAS, st.floats(-2, 2), st.floats(-2, 2))
def test_any_formula_of_its_operations_agrees_with_a_stranger(formula, a, b):
    tape = []
    known = {x: Number(tape, a), y: Number(tape, b)}
    result = run(formula + 0 * x + x - x, known, tape)
    if result is not tape[-1]:
        return  # the formula is one of the two themselves
    blame = back(tape)
    f = lambdify((x, y), formula, modules=[{"exp": anp.exp}, "math"])
    assert result.value == pytest.approx(f(a, b), rel=1e-12, abs=1e-12)
    for place, number in enumerate(known.values()):
        wanted = grad(f, place)(a, b) if formula.has((x, y)[place]) else 0
        assert blame[number] == pytest.approx(wanted, rel=1e-9, abs=1e-12)


def test_an_operation_without_a_rule_is_named():
    with pytest.raises(
        ValueError, match=r"^The tape takes sums, products, powers and e\^x, not sin\.$"
    ):
        run(sin(x), {x: Number([], 1.0)}, [])


# The reader's way back, and slips on it


def test_the_printed_lines_are_the_way_back():
    tape, _ = taped(network.given)
    assert way_back.run(source_text(way_back.PROGRAM), tape) == back(tape)


@pytest.mark.parametrize("misprint", way_back.MISPRINTS, ids=lambda m: m.what)
def test_each_misprint_blames_otherwise_and_no_two_alike(misprint):
    def found(source):
        tape, known = taped(network.given)
        blame = way_back.run(source, tape)
        return [blame[known[w]] for w in symbols.weights]

    others = [m.source for m in way_back.MISPRINTS if m is not misprint]
    for other in (source_text(way_back.PROGRAM), *others):
        assert found(misprint.source) != pytest.approx(found(other), rel=1e-6)


def test_with_the_folded_solution_all_eight_gradients_of_the_lesson_are_right():
    cells = nbformat.read(LESSON, as_version=4).cells
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    solution = re.search(r"<pre><code>(def back.*?)</code></pre>", prose, re.DOTALL)[1]
    names = {}
    for cell in (cell for cell in cells if cell.cell_type == "code"):
        if "LiveNetwork(" in cell.source or "costs.operations(" in cell.source:
            continue
        written = cell.source.startswith("def back(tape)")
        exec(solution if written else cell.source, names)
        if cell.source.startswith("blame = back"):
            break
    marks = eval(cell.source.splitlines()[-1], names)._repr_markdown_()
    assert marks.count(" is right.") == 8
    assert names["blame"][names["known"][w1]] == pytest.approx(0.000438568, abs=1e-9)
    assert names["blame"][names["known"][w5]] == pytest.approx(0.082167041, abs=1e-9)


def test_without_it_they_are_not_answered_yet():
    cells = nbformat.read(LESSON, as_version=4).cells
    (marks,) = (c.outputs[0].data for c in cells if c.source.startswith("blame = back"))
    assert marks["text/markdown"].count("Not answered yet.") == 8


@pytest.mark.parametrize("formula", [2**x, x**x, x**y])
def test_a_power_whose_exponent_moves_is_refused(formula):
    known = {x: Number([], 3.0), y: Number([], 2.0)}
    with pytest.raises(ValueError, match=r"^The tape takes powers with a fixed exponent, not "):
        run(formula, known, [])
