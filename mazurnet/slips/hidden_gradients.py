"""Slips of lesson 03: the gradients of w1 to w4."""

from mazurnet.slips.book import slip
from mazurnet.symbols import (
    delta_h1, delta_h2, delta_o1, delta_o2, i1, i2, out_h1, out_h2, w1, w2, w3, w4,
)  # fmt: skip
from mazurnet.working import Page, dE_dw1, dE_dw2, dE_dw3, dE_dw4

GRADIENTS = (dE_dw1, dE_dw2, dE_dw3, dE_dw4)


@slip(lesson=3)
def forgot_the_input(page: Page) -> Page:
    """The input is left out. A gradient is the delta times what the weight multiplies."""
    return {dE_dw1: delta_h1, dE_dw2: delta_h1, dE_dw3: delta_h2, dE_dw4: delta_h2}


@slip(lesson=3)
def other_input(page: Page) -> Page:
    """In the gradients i1 and i2 change places. Take the input where the weight starts."""
    return {q: page[q].xreplace({i1: i2, i2: i1}) for q in GRADIENTS}


@slip(lesson=3)
def out_h_for_the_input(page: Page) -> Page:
    """The outputs of h1 and h2 stand where the inputs belong. Take what comes in."""
    return {q: page[q].xreplace({i1: out_h1, i2: out_h2}) for q in GRADIENTS}


@slip(lesson=3)
def weight_for_the_input(page: Page) -> Page:
    """The gradient is the delta times the weight. It is the delta times the input."""
    return {dE_dw1: delta_h1 * w1, dE_dw2: delta_h1 * w2,
            dE_dw3: delta_h2 * w3, dE_dw4: delta_h2 * w4}  # fmt: skip


@slip(lesson=3)
def other_hidden_delta(page: Page) -> Page:
    """The deltas of h1 and h2 change places. Take the neuron where the weight ends."""
    return {q: page[q].xreplace({delta_h1: delta_h2, delta_h2: delta_h1}) for q in GRADIENTS}


@slip(lesson=3)
def swapped_w2_and_w3(page: Page) -> Page:
    """The gradients of w2 and w3 change places. Look up where each arrow starts and ends."""
    return {dE_dw2: page[dE_dw3], dE_dw3: page[dE_dw2]}


@slip(lesson=3)
def output_delta_for_the_hidden(page: Page) -> Page:
    """The deltas of the outputs stand where those of h1 and h2 belong."""
    return {q: page[q].xreplace({delta_h1: delta_o1, delta_h2: delta_o2}) for q in GRADIENTS}
