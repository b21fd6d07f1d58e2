"""Slips of lesson 01: what the neurons say."""

from sympy import exp

from mazurnet.feedback.page_of_working import Page
from mazurnet.feedback.slips.slip import slip
from mazurnet.symbols import (
    net_h1, net_h2, net_o1, net_o2, nets, out_h1, out_h2, out_o1, out_o2, outs,
)  # fmt: skip

NET_OF = dict(zip(outs, nets, strict=True))


@slip(lesson=1, told="The squash is worked out with e^net.", look="The exponent is minus net.")
def plus_in_the_exponent(page: Page) -> Page:
    return {out: 1 / (1 + exp(net)) for out, net in NET_OF.items()}


@slip(
    lesson=1,
    told="The squash is worked out with a power of 10.",
    look="Use the key for powers of e, 2.718.",
)
def ten_for_e(page: Page) -> Page:
    return {out: 1 / (1 + 10 ** (-net)) for out, net in NET_OF.items()}


@slip(lesson=1, told="The squash stops at 1 + e^-net.", look="Divide 1 by the whole of it.")
def forgot_to_divide(page: Page) -> Page:
    return {out: 1 + exp(-net) for out, net in NET_OF.items()}


@slip(
    lesson=1,
    told="The squash is worked out without its 1, as 1/e^-net.",
    look="Add 1 below the line.",
)
def forgot_the_one(page: Page) -> Page:
    return {out: 1 / exp(-net) for out, net in NET_OF.items()}


@slip(lesson=1, told="The squash is taken to be tanh.", look="This network uses the logistic one.")
def tanh_for_the_squash(page: Page) -> Page:
    return {out: (1 - exp(-2 * net)) / (1 + exp(-2 * net)) for out, net in NET_OF.items()}


@slip(lesson=1, told="The hidden neurons pass on their net as it is.", look="They squash it first.")
def hidden_not_squashed(page: Page) -> Page:
    return {out_h1: net_h1, out_h2: net_h2}


@slip(lesson=1, told="The outputs pass on their net as it is.", look="They squash it, too.")
def outputs_not_squashed(page: Page) -> Page:
    return {out_o1: net_o1, out_o2: net_o2}
