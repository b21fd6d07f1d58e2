"""Slips of lesson 04: the step."""

from collections.abc import Callable

from sympy import Abs, Expr, Symbol

from mazurnet.feedback.page_of_working import Page, dE_db1, dE_db2, gradient_name, second_pass
from mazurnet.feedback.slips.slip import slip
from mazurnet.symbols import b1, b2, delta_h1, delta_h2, delta_o1, delta_o2, eta, new, weights

DELTAS = (delta_h1, delta_h1, delta_h2, delta_h2, delta_o1, delta_o1, delta_o2, delta_o2)


def _stepped(step: Callable[[Symbol, Symbol], Expr]) -> Page:
    return {new(w): step(w, gradient_name(w)) for w in weights}


@slip(lesson=4, told="The step is added.", look="Go against the gradient: subtract.")
def added_the_gradient(page: Page) -> Page:
    return _stepped(lambda w, slope: w + eta * slope)


@slip(
    lesson=4,
    told="The learning rate eta is left out.",
    look="The step is eta times the gradient.",
)
def forgot_eta(page: Page) -> Page:
    return {new(w): page[new(w)].subs(eta, 1) for w in weights}


@slip(lesson=4, told="The gradient is divided by eta.", look="Multiply by it.")
def divided_by_eta(page: Page) -> Page:
    return _stepped(lambda w, slope: w - slope / eta)


@slip(
    lesson=4,
    told="The weight itself is left out: this is the step.",
    look="Take the step off the old weight.",
)
def only_the_step(page: Page) -> Page:
    return _stepped(lambda w, slope: -eta * slope)


@slip(
    lesson=4,
    told="The step is multiplied by the weight.",
    look="Take eta times the gradient off it.",
)
def step_times_the_weight(page: Page) -> Page:
    return _stepped(lambda w, slope: w - eta * slope * w)


@slip(
    lesson=4,
    told="Every gradient is taken as positive.",
    look="With a negative one the weight goes up.",
)
def lost_the_sign_of_the_gradient(page: Page) -> Page:
    return _stepped(lambda w, slope: w - eta * Abs(slope))


@slip(lesson=4, told="The step is eta times the delta.", look="It is eta times the gradient.")
def delta_for_the_gradient(page: Page) -> Page:
    return {new(w): w - eta * delta for w, delta in zip(weights, DELTAS, strict=True)}


@slip(lesson=4, told="The weights w1 to w4 stay as they are.", look="All eight take their step.")
def only_the_outputs_stepped(page: Page) -> Page:
    return {new(w): w for w in weights[:4]}


@slip(lesson=4, told="The biases take a step, too.", look="In the article they stay as they are.")
def biases_stepped(page: Page) -> Page:
    stepped = {b1: b1 - eta * dE_db1, b2: b2 - eta * dE_db2}
    return {q: formula.xreplace(stepped) for q, formula in second_pass().items()}


@slip(lesson=4, told="The old weight is multiplied by eta as well.", look="Only the gradient is.")
def eta_times_all(page: Page) -> Page:
    return _stepped(lambda w, slope: eta * (w - slope))


@slip(lesson=4, told="The weights w5 to w8 stay as they are.", look="All eight take their step.")
def only_the_hidden_stepped(page: Page) -> Page:
    return {new(w): w for w in weights[4:]}
