"""A foreign oracle: HIPS autograd differentiates the network as matrices and knows no formula."""

import autograd.numpy as anp
import oracle
from autograd import grad
from hypothesis import given
from hypothesis import strategies as st

from mazurnet import chain, descent, forward, matrices, network

NUMBERS = st.fixed_dictionaries({q: st.floats(-3, 3) for q in network.given})
PARAMETERS = network.needed()[4:]  # w1 to w8, b1, b2


def E_total(parameters, inputs, targets):
    W1, W2 = anp.reshape(parameters[:4], (2, 2)), anp.reshape(parameters[4:8], (2, 2))
    out_h = 1 / (1 + anp.exp(-(W1 @ inputs + parameters[8])))
    out_o = 1 / (1 + anp.exp(-(W2 @ out_h + parameters[9])))
    return anp.sum((targets - out_o) ** 2) / 2


def by_autograd(numbers):
    i1, i2, t1, t2, *parameters = (float(numbers[q]) for q in network.needed())
    slopes = grad(E_total)(anp.array(parameters), anp.array([i1, i2]), anp.array([t1, t2]))
    return {f"dE_d{q}": float(slope) for q, slope in zip(PARAMETERS, slopes, strict=True)}


def test_autograd_has_a_slope_for_every_parameter_in_the_article():
    slopes = by_autograd(network.given)
    exact = {name: float(oracle.EXACT["figures"][name]) for name in slopes}
    assert len(slopes) == 10
    assert oracle.apart(slopes, exact, 1e-13, 0) == []


@given(NUMBERS)
def test_our_gradients_are_autograd_s(numbers):
    values = descent.backward(numbers)
    ours = {f"dE_d{q}": float(forward.value(chain.gradient(q), values)) for q in PARAMETERS}
    assert oracle.apart(ours, by_autograd(numbers)) == []


@given(NUMBERS)
def test_so_are_the_gradients_in_matrices(numbers):
    named = {str(q): number for q, number in numbers.items()}
    dW1, dW2 = matrices.gradients(*matrices.from_given(named))
    ours = dict(zip(oracle.WEIGHTS, (*dW1.flat, *dW2.flat), strict=True))
    theirs = by_autograd(numbers)
    assert oracle.apart(ours, {w: theirs[f"dE_d{w}"] for w in ours}) == []


@given(NUMBERS)
def test_so_is_plain_arithmetic(numbers):
    ours = oracle.gradients({str(q): number for q, number in numbers.items()})
    assert oracle.apart(ours, by_autograd(numbers)) == []
