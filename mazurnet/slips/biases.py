"""Slips of lesson 06: the gradients of b1 and b2."""

from sympy import Integer

from mazurnet.slips.book import slip
from mazurnet.symbols import (
    b1, b2, delta_h1, delta_h2, delta_o1, delta_o2, i1, i2, out_h1, out_h2,
)  # fmt: skip
from mazurnet.working import (
    BIAS_GRADIENTS, Page, dE_db1, dE_db2, dE_dout_h1, dE_dout_h2, dE_dout_o1, dE_dout_o2,
)  # fmt: skip


@slip(lesson=6)
def bias_blamed_by_the_first(page: Page) -> Page:
    """Only the upper neuron of a layer blames the bias. Both neurons use it: add both deltas."""
    return {dE_db1: delta_h1, dE_db2: delta_o1}


@slip(lesson=6)
def bias_blamed_by_the_second(page: Page) -> Page:
    """Only the lower neuron of a layer blames the bias. Both neurons use it: add both deltas."""
    return {dE_db1: delta_h2, dE_db2: delta_o2}


@slip(lesson=6)
def bias_by_the_mean(page: Page) -> Page:
    """The gradient of a bias is the mean of the two deltas. It is their sum."""
    return {q: page[q] / 2 for q in BIAS_GRADIENTS}


@slip(lesson=6)
def bias_by_the_difference(page: Page) -> Page:
    """The second delta is subtracted from the first. Add over the routes."""
    return {dE_db1: delta_h1 - delta_h2, dE_db2: delta_o1 - delta_o2}


@slip(lesson=6)
def bias_by_the_product(page: Page) -> Page:
    """The two deltas are multiplied. Multiply along a route, add over the routes."""
    return {dE_db1: delta_h1 * delta_h2, dE_db2: delta_o1 * delta_o2}


@slip(lesson=6)
def bias_like_a_weight(page: Page) -> Page:
    """Each delta is multiplied by what comes in, as for a weight. A bias is multiplied by 1."""
    return {dE_db1: delta_h1 * i1 + delta_h2 * i2, dE_db2: delta_o1 * out_h1 + delta_o2 * out_h2}


@slip(lesson=6)
def bias_times_itself(page: Page) -> Page:
    """The deltas are multiplied by the bias. The slope of a net in its bias is 1."""
    return {dE_db1: page[dE_db1] * b1, dE_db2: page[dE_db2] * b2}


@slip(lesson=6)
def bias_without_the_slope(page: Page) -> Page:
    """The slope of the squash is left out on the way to the bias. Add the deltas."""
    return {dE_db1: dE_dout_h1 + dE_dout_h2, dE_db2: dE_dout_o1 + dE_dout_o2}


@slip(lesson=6)
def other_bias(page: Page) -> Page:
    """The gradients of b1 and b2 change places. A bias takes the deltas of its own layer."""
    return {dE_db1: page[dE_db2], dE_db2: page[dE_db1]}


@slip(lesson=6)
def bias_taken_as_fixed(page: Page) -> Page:
    """The gradient of a bias is taken as 0. That b1 and b2 stay put doesn't make their slope 0."""
    return {q: Integer(0) for q in BIAS_GRADIENTS}
