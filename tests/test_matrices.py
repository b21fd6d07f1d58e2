import warnings
from itertools import islice

import numpy as np
import oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mazurnet import descent, network, shapes, symbols, variants
from mazurnet.arrays import matrices
from mazurnet.arrays.layers import (
    SLOPES,
    SQUASHES,
    Layer,
    from_given,
    logistic,
    random_layers,
    softmax,
)
from mazurnet.published import Figure

START = from_given(network.given)
ORDINARY = st.fixed_dictionaries({name: st.floats(-3, 3) for name in oracle.START})
XOR = ([[0, 0], [0, 1], [1, 0], [1, 1]], [[answer] for answer in variants.ANSWERS["XOR"]])


@pytest.fixture(autouse=True)
def no_warnings():
    with warnings.catch_warnings(), np.errstate(over="raise", invalid="raise", divide="raise"):
        warnings.simplefilter("error")
        yield


def by_name(layers):
    numbers = [weight for layer in layers for weight in layer.W.flat]
    return dict(zip(oracle.WEIGHTS, map(float, numbers), strict=True))


def biases(layers):
    return [float(bias) for layer in layers for bias in layer.b]


def rounded(numbers, printed):
    """Whether the numbers, rounded as far as each is printed, are the printed ones."""
    pairs = zip(numbers, printed, strict=True)
    return all(Figure(figure, "").is_rounding_of(number) for number, figure in pairs)


def test_arrays_have_the_squashes_of_the_mathematics_and_softmax():
    assert [*SLOPES] == [*shapes.SQUASHES]
    assert [*SQUASHES] == [*shapes.SQUASHES, "softmax"]


def test_a_row_holds_the_weights_of_one_neuron():
    i, target, layers = START
    assert (list(i), list(target)) == ([0.05, 0.10], [0.01, 0.99])
    assert by_name(layers) == {w: oracle.START[w] for w in oracle.WEIGHTS}


def test_neurons_of_a_layer_start_with_the_same_bias():
    assert biases(START[2]) == [0.35, 0.35, 0.60, 0.60]


def test_numbers_are_taken_by_symbol_or_by_name():
    assert by_name(from_given(oracle.START)[2]) == by_name(START[2])


@given(ORDINARY)
def test_a_pass_is_the_pass_of_plain_arithmetic(numbers):
    inputs, targets, layers = from_given(numbers)
    _, out_h, out_o = matrices.forward(inputs, layers)
    found = dict(zip(("out_h1", "out_h2", "out_o1", "out_o2"), (*out_h, *out_o), strict=True))
    theirs = oracle.forward(numbers)
    found["E_total"] = matrices.error(inputs, targets, layers)
    assert oracle.apart(found, {q: theirs[q] for q in found}, 1e-13, 1e-15) == []


@given(ORDINARY)
def test_the_gradients_are_those_of_plain_arithmetic(numbers):
    (dW1, db1), (dW2, db2) = matrices.gradients(*from_given(numbers))
    theirs = oracle.gradients(numbers)
    slopes = (*dW1.flat, *dW2.flat, db1.sum(), db2.sum())
    ours = dict(zip(oracle.TRAINABLE, slopes, strict=True))
    assert oracle.apart(ours, {w: theirs[f"dE_d{w}"] for w in ours}, 1e-12, 1e-15) == []


def test_the_figures_of_the_first_round_are_the_exact_ones():
    _, out_h, out_o = matrices.forward(START[0], START[2])
    (dW1, delta_h), (dW2, delta_o) = matrices.gradients(*START)
    after = by_name(matrices.step(*START, 0.5))
    slopes = (*dW1.flat, *dW2.flat, delta_h.sum(), delta_o.sum())
    outs_and_deltas = (*out_h, *out_o, *delta_h, *delta_o)
    names = ("out_h1", "out_h2", "out_o1", "out_o2", "delta_h1", "delta_h2", "delta_o1", "delta_o2")
    ours = {f"dE_d{q}": slope for q, slope in zip(oracle.TRAINABLE, slopes, strict=True)}
    ours |= dict(zip(names, outs_and_deltas, strict=True))
    ours |= {f"{w}_new": weight for w, weight in after.items()}
    ours["E_total"] = matrices.error(*START)
    exact = {name: float(oracle.EXACT["figures"][name]) for name in ours}
    assert len(exact) == 27
    assert oracle.apart(ours, exact, 1e-13, 0) == []


def test_so_are_the_errors_on_the_way_to_ten_thousand_rounds():
    errors = [E_total for E_total, _ in matrices.train(*START, 0.5, 10_000)]
    figures = {int(n): Figure(E, "") for n, E in oracle.EXACT["E_total_after"].items()}
    assert oracle.not_as_printed(errors, figures) == []


@pytest.mark.parametrize(("eta", "exact"), oracle.EXACT["E_total_by_eta"].items())
def test_so_are_those_at_other_learning_rates(eta, exact):
    errors = [E_total for E_total, _ in matrices.train(*START, float(eta), 10_000)]
    figures = {int(n): Figure(E, "") for n, E in exact.items()}
    assert oracle.not_as_printed(errors, figures) == []


def test_a_thousand_rounds_stay_with_plain_arithmetic():
    errors, history = zip(*matrices.train(*START, 0.5, 1000), strict=True)
    theirs = oracle.rounds(oracle.START, 0.5, 1000)
    assert len(errors) == len(history) == 1001
    for n in range(0, 1001, 100):
        weights = {w: theirs[n][w] for w in oracle.WEIGHTS}
        assert oracle.apart(by_name(history[n]), weights, 1e-12, 0) == []
        assert errors[n] == pytest.approx(oracle.forward(theirs[n])["E_total"], rel=1e-12, abs=0)


def test_a_thousand_rounds_stay_with_the_derived_code():
    end = descent.train(network.given, 0.5, 1000).at(1000)
    *_, (_, layers) = matrices.train(*START, 0.5, 1000)
    ours = {str(w): end[w] for w in symbols.weights}
    assert oracle.apart(ours, by_name(layers), 1e-12, 0) == []


def test_the_biases_stay():
    assert biases(matrices.step(*START, 0.5)) == [0.35, 0.35, 0.60, 0.60]


def test_biases_that_learn_go_a_way_of_their_own():
    errors, history = zip(*matrices.train(*START, 0.5, 10_000, biases=True), strict=True)
    assert rounded([errors[1], errors[-1]], ["0.280471447", "0.00000244756"])
    after = ["0.345614323", "0.345022873", "0.530750719", "0.619049118"]
    assert rounded(biases(history[1]), after)


def test_biases_that_learn_do_so_as_in_the_derived_code():
    equations = variants.own_biases()
    own = {symbols.Symbol(f"b_{n}"): 0.35 for n in ("h1", "h2")}
    own |= {symbols.Symbol(f"b_{n}"): 0.60 for n in ("o1", "o2")}
    given = {q: n for q, n in (network.given | own).items() if q in network.needed(equations)}
    theirs = descent.train(given, 0.5, 100, equations, biases=True).at(100)
    *_, (_, layers) = matrices.train(*START, 0.5, 100, biases=True)
    ours = dict(zip(own, biases(layers), strict=True))
    assert oracle.apart(ours, {b: float(theirs[b]) for b in ours}, 1e-12, 0) == []


def test_cross_entropy_leaves_the_slope_out_of_the_output_deltas():
    (_, delta_h), (_, delta_o) = matrices.gradients(*START, loss="cross-entropy")
    assert rounded([matrices.error(*START, loss="cross-entropy")], ["1.650528531812"])
    assert rounded(delta_o, ["0.741365069552", "-0.217071534679"])
    assert rounded(delta_h, ["0.045367009073", "0.051545394206"])
    after = matrices.step(*START, 0.5, loss="cross-entropy")
    assert rounded([matrices.error(*START[:2], after)], ["0.258260102"])


def test_training_leaves_the_layers_it_was_given_alone():
    before = by_name(START[2]), biases(START[2])
    list(matrices.train(*START, 0.5, 10, biases=True))
    assert (by_name(START[2]), biases(START[2])) == before


def test_every_round_has_layers_of_its_own():
    history = [layers for _, layers in matrices.train(*START, 0.5, 10)]
    assert len({by_name(layers)["w5"] for layers in history}) == 11


NETWORK = random_layers((3, 5, 4, 2), ("tanh", "relu", "logistic"), seed=1)
ROWS = np.random.default_rng(2).random((7, 3))
ANSWERS = np.random.default_rng(3).random((7, 2))
ENDS = [("squared", "logistic"), ("cross-entropy", "logistic"), ("cross-entropy", "softmax")]
each_loss = pytest.mark.parametrize(("loss", "last"), ENDS)


def ending(last):
    """The network with another last squash, and answers that add up to 1, as softmax needs."""
    answers = ANSWERS / ANSWERS.sum(axis=1, keepdims=True)
    return ROWS, answers, (*NETWORK[:-1], NETWORK[-1]._replace(squash=last))


def flat(gradients):
    return np.concatenate([part.ravel() for pair in gradients for part in pair])


def test_a_row_passes_as_it_would_alone():
    together = matrices.forward(ROWS, NETWORK)
    alone = [matrices.forward(row, NETWORK) for row in ROWS]
    for n, outs in enumerate(together):
        np.testing.assert_allclose(outs, [passed[n] for passed in alone], rtol=1e-14)


@each_loss
def test_examples_add_up(loss, last):
    inputs, targets, layers = ending(last)
    alone = [(row, target, layers, loss) for row, target in zip(inputs, targets, strict=True)]
    E_total = sum(matrices.error(*example) for example in alone)
    assert matrices.error(inputs, targets, layers, loss) == pytest.approx(E_total, rel=1e-14)
    mean = matrices.error(inputs, targets, layers, loss, mean=True)
    assert mean == pytest.approx(E_total / 7, rel=1e-14)
    slopes = sum(flat(matrices.gradients(*example)) for example in alone)
    ours = flat(matrices.gradients(inputs, targets, layers, loss))
    np.testing.assert_allclose(ours, slopes, rtol=1e-12, atol=1e-16)


def test_the_mean_over_one_example_is_its_error():
    assert matrices.error(*START, mean=True) == matrices.error(*START)


def test_one_example_after_the_other_is_a_step_for_each():
    layers = NETWORK
    for row, target in zip(ROWS, ANSWERS, strict=True):
        layers = matrices.step(row, target, layers, 0.5, biases=True)
    _, (E_total, ours) = matrices.train(ROWS, ANSWERS, NETWORK, 0.5, 1, biases=True, batch=1)
    assert E_total == matrices.error(ROWS, ANSWERS, ours)
    for mine, theirs in zip(ours, layers, strict=True):
        assert (mine.W == theirs.W).all() and (mine.b == theirs.b).all()


def test_the_last_batch_may_be_smaller():
    first = matrices.step(ROWS[:4], ANSWERS[:4], NETWORK, 0.5)
    second = matrices.step(ROWS[4:], ANSWERS[4:], first, 0.5)
    _, (_, ours) = matrices.train(ROWS, ANSWERS, NETWORK, 0.5, 1, batch=4)
    assert (ours[0].W == second[0].W).all()


@pytest.mark.parametrize("size", [7, 8, 1000])
def test_a_batch_that_holds_everything_is_one_step(size):
    whole = [E for E, _ in matrices.train(ROWS, ANSWERS, NETWORK, 0.5, 5)]
    assert [E for E, _ in matrices.train(ROWS, ANSWERS, NETWORK, 0.5, 5, batch=size)] == whole


def test_a_seed_draws_the_order_and_the_same_seed_the_same():
    def errors(seed):
        trained = matrices.train(ROWS, ANSWERS, NETWORK, 0.5, 5, batch=1, seed=seed)
        return [E_total for E_total, _ in trained]

    assert errors(1) == errors(1)
    assert len({errors(seed)[-1] for seed in (None, 1, 2)}) == 3


def test_every_example_has_its_turn_in_a_drawn_order(monkeypatch):
    seen = []
    step = matrices._step

    def listening(passed, *others):
        seen.append(passed[0][0])
        return step(passed, *others)

    monkeypatch.setattr(matrices, "_step", listening)
    list(matrices.train(ROWS, ANSWERS, NETWORK, 0.5, 1, batch=3, seed=1))
    assert [len(rows) for rows in seen] == [3, 3, 1]
    assert sorted(map(tuple, np.concatenate(seen))) == sorted(map(tuple, ROWS))


def test_a_round_is_trained_when_it_is_asked_for():
    rounds = matrices.train(*START, 0.5, 10**12)
    assert len(list(islice(rounds, 3))) == 3


def test_a_network_that_runs_away_ends_with_the_last_error_that_is_finite():
    layers = random_layers((3, 4, 2), "identity", seed=1)
    errors = [E_total for E_total, _ in matrices.train(ROWS, ANSWERS, layers, 50, 1000)]
    assert 3 < len(errors) < 100
    assert errors[-1] > 1e100
    assert np.isfinite(errors).all()


@each_loss
def test_random_layers_learn_xor(loss, last):
    inputs, targets = XOR
    if last == "softmax":
        targets = [[1 - answer, answer] for (answer,) in targets]
    layers = random_layers((2, 8, len(targets[0])), ("tanh", last), seed=1)
    *_, (E_total, layers) = matrices.train(inputs, targets, layers, 0.5, 2000, loss, biases=True)
    assert E_total < 0.05
    assert np.rint(matrices.forward(inputs, layers)[-1]).tolist() == targets


def test_random_layers_are_the_same_for_each_seed():
    assert [str(random_layers((4, 3, 2), seed=seed)) for seed in (1, 2)] == [
        str(random_layers((4, 3, 2), seed=seed)) for seed in (1, 2)
    ]
    assert str(random_layers((4, 3, 2), seed=1)) != str(random_layers((4, 3, 2), seed=2))


@pytest.mark.parametrize(("squash", "variance"), [("tanh", 2 / 500), ("relu", 2 / 300)])
def test_random_weights_are_as_wide_as_their_layers_need(squash, variance):
    (layer,) = random_layers((300, 200), squash)
    assert layer.W.shape == (200, 300)
    assert layer.W.var() == pytest.approx(variance, rel=0.03)
    assert abs(layer.W.mean()) < 0.001
    assert biases([layer]) == [0] * 200


@pytest.mark.parametrize("net", [800, 1e300, -800, -1e300, 0])
def test_the_squash_holds_at_both_ends(net):
    assert logistic(np.array([float(net)])) == {1: 1, 0: 0.5, -1: 0}[np.sign(net)]


@pytest.mark.parametrize("net", [800, 1e300, -800, -1e300])
def test_so_does_softmax(net):
    assert softmax(np.array([float(net), 0])).tolist() == ([1, 0] if net > 0 else [0, 1])
    assert softmax(np.array([float(net), net])).tolist() == [0.5, 0.5]


def test_softmax_looks_at_each_example_by_itself():
    assert softmax(np.array([[1e300, 0], [0, 0]])).tolist() == [[1, 0], [0.5, 0.5]]


@pytest.mark.parametrize("net", [40, 800, 1e300])
@pytest.mark.parametrize("squash", ["logistic", "softmax"])
def test_cross_entropy_is_finite_where_neurons_are_sure_and_wrong(net, squash):
    layers = (Layer(np.array([[-net], [net]]), np.zeros(2), squash),)
    right, wrong = ([1], [0, 1], layers), ([1], [1, 0], layers)
    assert 0 <= matrices.error(*right, "cross-entropy") < 1e-16
    assert matrices.error(*wrong, "cross-entropy") == pytest.approx(2 * net)
    ((_, delta),) = matrices.gradients(*wrong, "cross-entropy")
    assert delta == pytest.approx([-1, 1])


def test_softmax_of_one_neuron_has_nothing_to_learn():
    layers = random_layers((3, 1), "softmax")
    assert matrices.error(ROWS, np.ones((7, 1)), layers, "cross-entropy") == 0
    assert not flat(matrices.gradients(ROWS, np.ones((7, 1)), layers, "cross-entropy")).any()


@pytest.mark.parametrize("weight", [0.5, 1e300, -1e300])
@pytest.mark.parametrize("rate", [0.5, 1e300])
def test_huge_weights_and_rates_train_without_a_word(weight, rate):
    numbers = network.given | dict.fromkeys(symbols.weights, weight)
    errors = [E_total for E_total, _ in matrices.train(*from_given(numbers), rate, 10)]
    assert len(errors) == 11
    assert all(0 <= E <= 1 for E in errors)


@pytest.mark.parametrize("rate", [0.5, 1e300])
@pytest.mark.parametrize("weight", [0.5, 1e300])
@pytest.mark.parametrize("squash", SQUASHES)
def test_so_does_every_squash(squash, weight, rate):
    loss = "cross-entropy" if squash == "softmax" else "squared"
    hidden = "tanh" if squash == "softmax" else squash
    layers = tuple(
        layer._replace(W=layer.W * weight) for layer in random_layers((3, 4, 2), (hidden, squash))
    )
    targets = np.tile([0, 1], (7, 1))
    for batch_size in (None, 1):
        trained = matrices.train(ROWS, targets, layers, rate, 10, loss, True, batch_size)
        assert all(E_total >= 0 for E_total, _ in trained)


def test_what_leaves_the_floating_point_range_leaves_without_a_word():
    layers = (Layer(np.full((2, 1), 1e200), np.zeros(2), "identity"),)
    layers += (Layer(np.array([[1e200, -1e200]]), np.zeros(1), "identity"),)
    assert np.isinf(matrices.forward([1e200], layers)[1]).all()
    assert np.isnan(matrices.error([1e200], [0], layers))
    assert np.isnan(flat(matrices.gradients([1e200], [0], layers))).any()
    assert np.isinf(matrices.step([1], [1e300, 1e300], layers[:1], 1e300)[0].W).all()
    ((dW, _),) = matrices.gradients(
        [1e200], [0], (Layer(np.ones((1, 1)), np.zeros(1), "identity"),)
    )
    assert np.isinf(dW).all()
