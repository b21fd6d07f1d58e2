"""A foreign oracle: HIPS autograd differentiates the network as matrices and knows no formula."""

import autograd.numpy as anp
import numpy as np
import oracle
import pytest
from autograd import grad
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mazurnet import chain, descent, forward, network
from mazurnet.arrays import matrices
from mazurnet.arrays.layers import SLOPES, Layer, from_given
from mazurnet.shapes import LOSSES

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
    (dW1, db1), (dW2, db2) = matrices.gradients(*from_given(named))
    slopes = (*dW1.flat, *dW2.flat, db1.sum(), db2.sum())  # a shared bias moves both neurons
    ours = {f"dE_d{q}": slope for q, slope in zip(PARAMETERS, slopes, strict=True)}
    assert oracle.apart(ours, by_autograd(numbers)) == []


@given(NUMBERS)
def test_so_is_plain_arithmetic(numbers):
    ours = oracle.gradients({str(q): number for q, number in numbers.items()})
    assert oracle.apart(ours, by_autograd(numbers)) == []


SQUASHED = {
    "logistic": lambda net: 1 / (1 + anp.exp(-net)),
    "tanh": anp.tanh,
    "relu": lambda net: anp.maximum(net, 0),
    "identity": lambda net: net,
    "softmax": lambda net: anp.exp(net) / anp.sum(anp.exp(net), axis=-1, keepdims=True),
}
ENDS = [(name, squash) for name, loss in LOSSES.items() for squash in loss.outputs]


def E_of_any(parameters, inputs, targets, squashes, loss):
    """The error as a textbook has it: logarithms of outputs, nothing combined."""
    out = inputs
    for (W, b), squash in zip(parameters, squashes, strict=True):
        out = SQUASHED[squash](anp.dot(out, W.T) + b)
    if loss == "squared":
        return anp.sum((targets - out) ** 2) / 2
    if squashes[-1] == "softmax":
        return -anp.sum(targets * anp.log(out))
    return -anp.sum(targets * anp.log(out) + (1 - targets) * anp.log(1 - out))


@st.composite
def any_network(draw, loss, last):
    """One to five layers of 1 to 32 neurons, with one example or up to sixteen in rows."""
    outputs = st.integers(2 if last == "softmax" else 1, 32)  # softmax of one neuron is always 1
    widths = [*draw(st.lists(st.integers(1, 32), min_size=1, max_size=5)), draw(outputs)]
    squashes = [*(draw(st.sampled_from(list(SLOPES))) for _ in widths[2:]), last]
    rows = draw(st.sampled_from([(), *((n,) for n in range(1, 17))]))
    numbers = np.random.default_rng(draw(st.integers(0, 2**32)))
    layers = tuple(
        Layer(numbers.normal(0, n**-0.5, (m, n)), numbers.normal(0, 0.5, m), squash)
        for n, m, squash in zip(widths[:-1], widths[1:], squashes, strict=True)
    )
    targets = numbers.uniform(0, 1, (*rows, widths[-1]))
    if last == "softmax":
        targets /= targets.sum(axis=-1, keepdims=True)
    return numbers.normal(0, 1, (*rows, widths[0])), targets, layers, loss


def away_from_the_kink(inputs, layers):
    """Whether no net of relu is so near 0 that rounding decides on which side it lies."""
    linear = [layer._replace(squash="identity") for layer in layers]
    outs = matrices.forward(inputs, layers)
    nets = [matrices.forward(out, [layer])[1] for out, layer in zip(outs, linear, strict=False)]
    kinked = [net for net, layer in zip(nets, layers, strict=True) if layer.squash == "relu"]
    return all(abs(net).min() > 1e-9 for net in kinked)


@pytest.mark.parametrize(("loss", "last"), ENDS)
@settings(max_examples=200)
@given(st.data())
def test_autograd_agrees_on_every_weight_and_bias_of_any_network(loss, last, data):
    inputs, targets, layers, loss = data.draw(any_network(loss, last))
    assume(away_from_the_kink(inputs, layers))
    squashes = [layer.squash for layer in layers]
    start = [(layer.W, layer.b) for layer in layers]
    theirs = grad(E_of_any)(start, inputs, targets, squashes, loss)
    E_total = E_of_any(start, inputs, targets, squashes, loss)
    assert matrices.error(inputs, targets, layers, loss) == pytest.approx(E_total, rel=1e-9)
    ours = matrices.gradients(inputs, targets, layers, loss)
    for mine, other in zip(ours, theirs, strict=True):
        for slopes, wanted in zip(mine, other, strict=True):
            assert slopes.shape == wanted.shape
            cancelled = 1e-12 * abs(wanted).max()  # what sums to next to nothing has fewer digits
            np.testing.assert_allclose(slopes, wanted, rtol=1e-9, atol=cancelled)
