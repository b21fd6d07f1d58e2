"""A bias for each neuron, and several rows at once: the same network, written out differently.

The printed figures were worked out elsewhere, by code that knows no formula of the package.
"""

import operator
import re
from functools import cache
from itertools import product

import autograd.numpy as anp
import oracle
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Symbol
from sympy import symbols as sympy_symbols

from mazurnet import chain, descent, forward, network, variants
from mazurnet.symbols import E_total, b1, b2, i1, i2, net_h2, w3, w4

START = network.given
OWN = variants.own_biases()
b_h1, b_h2, b_o1, b_o2 = sympy_symbols("b_h1 b_h2 b_o1 b_o2")
START_OWN = {q: number for q, number in START.items() if q not in (b1, b2)}
START_OWN |= {b_h1: START[b1], b_h2: START[b1], b_o1: START[b2], b_o2: START[b2]}


@cache
def trained(biases):
    if biases == "each":
        return descent.train(START_OWN, 0.5, 10_000, OWN, biases=True)
    return descent.train(START, 0.5, 10_000, biases=True)


@pytest.mark.parametrize(
    ("biases", "after_1", "after_10_000"),
    [("shared", "0.285750887", "0.00000435532"), ("each", "0.280471447", "0.00000244756")],
)
def test_the_error_when_biases_learn_too(biases, after_1, after_10_000):
    error = trained(biases)[E_total]
    assert (f"{error[1]:.9f}", f"{error[10_000]:.11f}") == (after_1, after_10_000)


def test_two_shared_biases_after_one_round():
    found = [f"{trained('shared')[b][1]:.9f}" for b in (b1, b2)]
    assert found == ["0.340637195", "0.549799837"]


def test_four_biases_after_one_round():
    found = [f"{trained('each')[b][1]:.9f}" for b in (b_h1, b_h2, b_o1, b_o2)]
    assert found == ["0.345614323", "0.345022873", "0.530750719", "0.619049118"]


def test_a_step_moves_biases_only_if_asked():
    still, moved = (descent.step(START, 0.5, biases=biases) for biases in (False, True))
    assert {q for q in START if still[q] != moved[q]} == {b1, b2}


@pytest.mark.parametrize("output_first", [False, True])
def test_a_step_and_a_trained_round_are_the_same_with_biases(output_first):
    stepped = descent.step(START_OWN, 0.5, OWN, output_first, biases=True)
    round_1 = descent.train(START_OWN, 0.5, 1, OWN, output_first, biases=True).at(1)
    named = ({str(q): float(n) for q, n in numbers.items()} for numbers in (stepped, round_1))
    assert oracle.apart(*named, 1e-14, 0) == []


def test_each_neuron_has_the_bias_that_bears_its_name():
    assert network.biases(OWN) == [b_h1, b_h2, b_o1, b_o2]
    assert OWN[net_h2] == w3 * i1 + w4 * i2 + b_h2
    assert {q for q in OWN if OWN[q] != network.equations[q]} == set(filter(chain.is_net, OWN))


def test_a_bias_of_its_own_changes_no_number_of_the_forward_pass():
    plain, own = forward.forward(START), forward.forward(START_OWN, OWN)
    assert all(plain[q] == own[q] for q in network.equations)


def test_one_row_gives_the_numbers_of_the_plain_network():
    common = {*network.weights(), *network.biases()}
    start = {q if q in common else variants.in_row(q, 1): n for q, n in START.items()}
    plain, row = forward.forward(START), forward.forward(start, variants.for_rows(1))
    assert all(row[variants.in_row(q, 1)] == plain[q] for q in network.equations)
    assert row[E_total] == plain[E_total]
    history = descent.train(start, 0.5, 100, variants.for_rows(1), biases=True)
    for found, wanted in zip(history.rows, trained("shared").rows[:101], strict=True):
        assert found == pytest.approx(wanted, rel=1e-13, abs=0)


def test_rows_share_their_weights_and_biases_and_nothing_else():
    needed = [str(q) for q in network.needed(variants.for_rows(2))]
    by_row = [f"{q}_{n}" for q in ("i1", "i2", "target_o1", "target_o2") for n in (1, 2)]
    assert sorted(needed) == sorted([*oracle.TRAINABLE, *by_row])


def test_the_same_row_four_times_has_four_times_the_error():
    rows = range(1, 5)
    start = {q: START[q] for q in (*network.weights(), *network.biases())}
    start |= {variants.in_row(q, n): START[q] for q in START if q not in start for n in rows}
    error = forward.forward(start, variants.for_rows(4))[E_total]
    assert float(error) == pytest.approx(4 * float(oracle.EXACT["figures"]["E_total"]), rel=1e-14)


def error_of_a_row(parameters, inputs, targets):
    W1, W2 = anp.reshape(parameters[:4], (2, 2)), anp.reshape(parameters[4:8], (2, 2))
    biases = parameters[8:]
    b_h, b_o = (biases[:1], biases[1:]) if len(biases) == 2 else (biases[:2], biases[2:])
    out_h = 1 / (1 + anp.exp(-(W1 @ inputs + b_h)))
    out_o = 1 / (1 + anp.exp(-(W2 @ out_h + b_o)))
    return anp.sum((targets - out_o) ** 2) / 2


NUMBERS = st.floats(-3, 3)
ROWS = st.lists(st.lists(NUMBERS, min_size=4, max_size=4), min_size=4, max_size=4)
NAMES = ("i1", "i2", "target_o1", "target_o2")


@pytest.mark.parametrize("equations", [network.equations, OWN], ids=["shared", "each"])
@settings(max_examples=10)
@given(rows=ROWS, parameters=st.lists(NUMBERS, min_size=12, max_size=12))
def test_the_gradient_over_four_rows_is_the_sum_of_autograd_s_over_each(
    equations, rows, parameters
):
    learners = network.learners(equations, with_biases=True)
    start = dict(zip(learners, parameters, strict=False))
    numbers = anp.array(list(start.values()))
    slopes = sum(grad(error_of_a_row)(numbers, anp.array(r[:2]), anp.array(r[2:])) for r in rows)
    theirs = {str(q): float(slope) for q, slope in zip(learners, slopes, strict=True)}

    four = variants.for_rows(4, equations)
    for n, row in enumerate(rows, 1):
        start |= {Symbol(f"{name}_{n}"): x for name, x in zip(NAMES, row, strict=True)}
    values = descent.backward(start, four)
    ours = {str(q): float(forward.value(chain.gradient(q, four), values)) for q in learners}
    assert oracle.apart(ours, theirs) == []


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (0, "rows must be 1 or more, not 0."),
        (-1, "rows must be 1 or more, not -1."),
        (1.5, "rows must be a whole number such as 10, not 1.5."),
        ("4", "rows must be a whole number such as 10, not '4'."),
        (True, "rows must be a whole number such as 10, not True."),
    ],
)
def test_rows_that_cannot_be_counted_are_refused_in_a_sentence(rows, sentence):
    with pytest.raises((TypeError, ValueError), match=f"^{re.escape(sentence)}$"):
        variants.for_rows(rows)


def test_a_task_is_the_operation_it_is_called_after():
    operations = {"AND": operator.and_, "OR": operator.or_, "XOR": operator.xor}
    operations["NAND"] = lambda a, b: not (a and b)
    inputs = list(product((False, True), repeat=2))
    truth = {task: tuple(does(a, b) for a, b in inputs) for task, does in operations.items()}
    assert truth == variants.ANSWERS
