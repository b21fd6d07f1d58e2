"""Slips of lesson 06: the gradients of b1 and b2."""

from sympy import Integer

from mazurnet.feedback.page_of_working import (
    BIAS_GRADIENTS, Page, dE_db1, dE_db2, dE_dout_h1, dE_dout_h2, dE_dout_o1, dE_dout_o2,
)  # fmt: skip
from mazurnet.feedback.slips.slip import slip
from mazurnet.symbols import b1, b2, delta_h1, delta_h2, delta_o1, delta_o2, i1, i2, out_h1, out_h2


@slip(
    lesson=6,
    told="Only the upper neuron of a layer blames the bias.",
    look="Both neurons use it: add both deltas.",
)
def bias_blamed_by_the_first(page: Page) -> Page:
    return {dE_db1: delta_h1, dE_db2: delta_o1}


@slip(
    lesson=6,
    told="Only the lower neuron of a layer blames the bias.",
    look="Both neurons use it: add both deltas.",
)
def bias_blamed_by_the_second(page: Page) -> Page:
    return {dE_db1: delta_h2, dE_db2: delta_o2}


@slip(
    lesson=6,
    told="The gradient of a bias is the mean of the two deltas.",
    look="It is their sum.",
)
def bias_by_the_mean(page: Page) -> Page:
    return {q: page[q] / 2 for q in BIAS_GRADIENTS}


@slip(lesson=6, told="The second delta is subtracted from the first.", look="Add over the routes.")
def bias_by_the_difference(page: Page) -> Page:
    return {dE_db1: delta_h1 - delta_h2, dE_db2: delta_o1 - delta_o2}


@slip(
    lesson=6,
    told="The two deltas are multiplied.",
    look="Multiply along a route, add over the routes.",
)
def bias_by_the_product(page: Page) -> Page:
    return {dE_db1: delta_h1 * delta_h2, dE_db2: delta_o1 * delta_o2}


@slip(
    lesson=6,
    told="Each delta is multiplied by what comes in, as for a weight.",
    look="A bias is multiplied by 1.",
)
def bias_like_a_weight(page: Page) -> Page:
    return {dE_db1: delta_h1 * i1 + delta_h2 * i2, dE_db2: delta_o1 * out_h1 + delta_o2 * out_h2}


@slip(
    lesson=6,
    told="The deltas are multiplied by the bias.",
    look="The slope of a net in its bias is 1.",
)
def bias_times_itself(page: Page) -> Page:
    return {dE_db1: page[dE_db1] * b1, dE_db2: page[dE_db2] * b2}


@slip(
    lesson=6,
    told="The slope of the squash is left out on the way to the bias.",
    look="Add the deltas.",
)
def bias_without_the_slope(page: Page) -> Page:
    return {dE_db1: dE_dout_h1 + dE_dout_h2, dE_db2: dE_dout_o1 + dE_dout_o2}


@slip(
    lesson=6,
    told="The gradients of b1 and b2 change places.",
    look="A bias takes the deltas of its own layer.",
)
def other_bias(page: Page) -> Page:
    return {dE_db1: page[dE_db2], dE_db2: page[dE_db1]}


@slip(
    lesson=6,
    told="The gradient of a bias is taken as 0.",
    look="That b1 and b2 stay put doesn't make their slope 0.",
)
def bias_taken_as_fixed(page: Page) -> Page:
    return {q: Integer(0) for q in BIAS_GRADIENTS}
