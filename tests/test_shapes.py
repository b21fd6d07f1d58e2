"""Other shapes: the article's gives its own equations, and autograd finds the slopes of all."""

from itertools import pairwise

import autograd.numpy as anp
import numpy as np
import oracle
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Symbol, symbols

from mazurnet import chain, descent, forward, network, shapes

SQUASH = {
    "logistic": lambda net: 1 / (1 + anp.exp(-net)),
    "tanh": anp.tanh,
    "relu": lambda net: anp.maximum(0, net),
    "identity": lambda net: net,
}


def test_the_article_s_shape_gives_the_article_s_equations_in_their_order():
    assert shapes.equations((2, 2, 2)) == network.equations
    assert [*shapes.equations()] == [*network.equations]


def test_weights_are_numbered_from_layer_to_layer_and_a_layer_shares_a_bias():
    table = shapes.equations((3, 2, 4, 1))
    assert len(network.weights(table)) == 3 * 2 + 2 * 4 + 4 * 1
    assert network.biases(table) == [*symbols("b1 b2 b3")]
    assert [q.name for q in table if chain.is_net(q)] == (
        ["net_g1", "net_g2", "net_h1", "net_h2", "net_h3", "net_h4", "net_o1"]
    )
    out_h2, w9, w10, out_g1, out_g2, b2 = symbols("out_h2 w9 w10 out_g1 out_g2 b2")
    assert table[Symbol("net_h2")] == w9 * out_g1 + w10 * out_g2 + b2
    assert out_h2 in table[Symbol("net_o1")].free_symbols


def numbers(table, seed):
    draws = np.random.default_rng(seed)
    known = {q: draws.uniform(-1, 1) for q in network.needed(table)}
    return known | {q: draws.uniform(0.1, 0.9) for q in known if q.name.startswith("target")}


def by_autograd(widths, squashes, loss, known):
    """dE_total/dw for every weight: the same network as matrices."""
    weights = network.weights(shapes.equations(widths))
    sizes = [rows * columns for columns, rows in pairwise(widths)]
    ends = np.cumsum([0, *sizes])
    target = anp.array([known[Symbol(f"target_o{n}")] for n in range(1, widths[-1] + 1)])

    def total(flat):
        out = anp.array([known[Symbol(f"i{n}")] for n in range(1, widths[0] + 1)])
        for n, squash in enumerate(squashes):
            W = anp.reshape(flat[ends[n] : ends[n + 1]], (widths[n + 1], widths[n]))
            out = SQUASH[squash](W @ out + known[Symbol(f"b{n + 1}")])
        if loss == "squared":
            return anp.sum((target - out) ** 2) / 2
        return -anp.sum(target * anp.log(out) + (1 - target) * anp.log(1 - out))

    slopes = grad(total)(anp.array([known[w] for w in weights]))
    return {str(w): float(slope) for w, slope in zip(weights, slopes, strict=True)}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 3), min_size=2, max_size=4),
    st.data(),
    st.integers(0, 1000),
    st.sampled_from([*shapes.LOSSES]),
)
def test_the_gradients_are_autograd_s_on_any_shape(widths, data, seed, loss):
    squashes = [data.draw(st.sampled_from([*SQUASH])) for _ in widths[1:]]
    if loss == "cross-entropy":
        squashes[-1] = "logistic"
    table = shapes.equations(widths, squashes, loss)
    known = numbers(table, seed)
    values = descent.backward(known, table)
    ours = {
        str(w): float(forward.value(chain.gradient(w, table), values))
        for w in network.weights(table)
    }
    assert oracle.apart(ours, by_autograd(widths, squashes, loss, known), 1e-9, 1e-12) == []


def test_the_deepest_network_has_eight_hidden_layers_a1_to_h1():
    nets = [q.name for q in shapes.equations((1,) * 10) if chain.is_net(q)]
    assert nets == [f"net_{letter}1" for letter in "abcdefgho"]


def test_any_shape_can_be_trained_by_the_code_that_is_printed():
    table = shapes.equations((2, 3, 2, 1), "tanh")
    history = descent.train(numbers(table, 1), 0.1, 200, table)
    E = [float(e) for e in history[Symbol("E_total")]]
    assert E[-1] < E[0] / 10


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (((2,),), "widths must be 2 to 10 numbers"),
        ((5,), "widths must be 2 to 10 numbers"),
        (((1,) * 11,), "widths must be 2 to 10 numbers"),
        (((2, 0, 1),), r"widths\[1\]"),
        (((2, 1), "softmax"), "A squash must be one of logistic"),
        (((2, 1), ["tanh", "tanh"]), "squashes must be one name or 1"),
        (((2, 1), "tanh", "hinge"), "loss must be one of squared"),
    ],
)
def test_what_is_no_shape_is_named(arguments, message):
    with pytest.raises((TypeError, ValueError), match=message):
        shapes.equations(*arguments)
