"""Slips of lesson 01: what the neurons say."""

from sympy import exp

from mazurnet.slips.book import slip
from mazurnet.symbols import (
    net_h1,
    net_h2,
    net_o1,
    net_o2,
    nets,
    out_h1,
    out_h2,
    out_o1,
    out_o2,
    outs,
)
from mazurnet.working import Page

NET_OF = dict(zip(outs, nets, strict=True))


@slip(lesson=1)
def plus_in_the_exponent(page: Page) -> Page:
    """The squash is worked out with e^net. The exponent is minus net."""
    return {out: 1 / (1 + exp(net)) for out, net in NET_OF.items()}


@slip(lesson=1)
def ten_for_e(page: Page) -> Page:
    """The squash is worked out with a power of 10. Use the key for powers of e, 2.718."""
    return {out: 1 / (1 + 10 ** (-net)) for out, net in NET_OF.items()}


@slip(lesson=1)
def forgot_to_divide(page: Page) -> Page:
    """The squash stops at 1 + e^-net. Divide 1 by the whole of it."""
    return {out: 1 + exp(-net) for out, net in NET_OF.items()}


@slip(lesson=1)
def forgot_the_one(page: Page) -> Page:
    """The squash is worked out without its 1, as 1/e^-net. Add 1 below the line."""
    return {out: 1 / exp(-net) for out, net in NET_OF.items()}


@slip(lesson=1)
def tanh_for_the_squash(page: Page) -> Page:
    """The squash is taken to be tanh. This network uses the logistic one."""
    return {out: (1 - exp(-2 * net)) / (1 + exp(-2 * net)) for out, net in NET_OF.items()}


@slip(lesson=1)
def hidden_not_squashed(page: Page) -> Page:
    """The hidden neurons pass on their net as it is. They squash it first."""
    return {out_h1: net_h1, out_h2: net_h2}


@slip(lesson=1)
def outputs_not_squashed(page: Page) -> Page:
    """The outputs pass on their net as it is. They squash it, too."""
    return {out_o1: net_o1, out_o2: net_o2}
