"""Slips of lesson 04: the step."""

from collections.abc import Callable

from sympy import Abs, Expr, Symbol

from mazurnet.slips.book import slip
from mazurnet.symbols import b1, b2, delta_h1, delta_h2, delta_o1, delta_o2, eta, new, weights
from mazurnet.working import Page, dE_db1, dE_db2, gradient_name, second_pass

DELTAS = (delta_h1, delta_h1, delta_h2, delta_h2, delta_o1, delta_o1, delta_o2, delta_o2)


def _stepped(step: Callable[[Symbol, Symbol], Expr]) -> Page:
    return {new(w): step(w, gradient_name(w)) for w in weights}


@slip(lesson=4)
def added_the_gradient(page: Page) -> Page:
    """The step is added. Go against the gradient: subtract."""
    return _stepped(lambda w, slope: w + eta * slope)


@slip(lesson=4)
def forgot_eta(page: Page) -> Page:
    """The learning rate eta is left out. The step is eta times the gradient."""
    return {new(w): page[new(w)].subs(eta, 1) for w in weights}


@slip(lesson=4)
def divided_by_eta(page: Page) -> Page:
    """The gradient is divided by eta. Multiply by it."""
    return _stepped(lambda w, slope: w - slope / eta)


@slip(lesson=4)
def only_the_step(page: Page) -> Page:
    """The weight itself is left out: this is the step. Take the step off the old weight."""
    return _stepped(lambda w, slope: -eta * slope)


@slip(lesson=4)
def step_times_the_weight(page: Page) -> Page:
    """The step is multiplied by the weight. Take eta times the gradient off it."""
    return _stepped(lambda w, slope: w - eta * slope * w)


@slip(lesson=4)
def lost_the_sign_of_the_gradient(page: Page) -> Page:
    """Every gradient is taken as positive. With a negative one the weight goes up."""
    return _stepped(lambda w, slope: w - eta * Abs(slope))


@slip(lesson=4)
def delta_for_the_gradient(page: Page) -> Page:
    """The step is eta times the delta. It is eta times the gradient."""
    return {new(w): w - eta * delta for w, delta in zip(weights, DELTAS, strict=True)}


@slip(lesson=4)
def only_the_outputs_stepped(page: Page) -> Page:
    """The weights w1 to w4 stay as they are. All eight take their step."""
    return {new(w): w for w in weights[:4]}


@slip(lesson=4)
def biases_stepped(page: Page) -> Page:
    """The biases take a step, too. In the article they stay as they are."""
    stepped = {b1: b1 - eta * dE_db1, b2: b2 - eta * dE_db2}
    return {q: formula.xreplace(stepped) for q, formula in second_pass().items()}


@slip(lesson=4)
def eta_times_all(page: Page) -> Page:
    """The old weight is multiplied by eta as well. Only the gradient is."""
    return _stepped(lambda w, slope: eta * (w - slope))


@slip(lesson=4)
def only_the_hidden_stepped(page: Page) -> Page:
    """The weights w5 to w8 stay as they are. All eight take their step."""
    return {new(w): w for w in weights[4:]}
