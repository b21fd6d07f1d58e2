"""Slips of lesson 03: the gradients of w1 to w4."""

from mazurnet.feedback.page_of_working import Page, dE_dw1, dE_dw2, dE_dw3, dE_dw4
from mazurnet.feedback.slips.slip import slip
from mazurnet.symbols import (
    delta_h1, delta_h2, delta_o1, delta_o2, i1, i2, out_h1, out_h2, w1, w2, w3, w4,
)  # fmt: skip

HIDDEN_GRADIENTS = (dE_dw1, dE_dw2, dE_dw3, dE_dw4)


@slip(
    lesson=3,
    told="The input is left out.",
    look="A gradient is the delta times what the weight multiplies.",
)
def forgot_the_input(page: Page) -> Page:
    return {dE_dw1: delta_h1, dE_dw2: delta_h1, dE_dw3: delta_h2, dE_dw4: delta_h2}


@slip(
    lesson=3,
    told="In the gradients i1 and i2 change places.",
    look="Take the input where the weight starts.",
)
def other_input(page: Page) -> Page:
    return {q: page[q].xreplace({i1: i2, i2: i1}) for q in HIDDEN_GRADIENTS}


@slip(
    lesson=3,
    told="The outputs of h1 and h2 stand where the inputs belong.",
    look="Take what comes in.",
)
def out_h_for_the_input(page: Page) -> Page:
    return {q: page[q].xreplace({i1: out_h1, i2: out_h2}) for q in HIDDEN_GRADIENTS}


@slip(
    lesson=3,
    told="The gradient is the delta times the weight.",
    look="It is the delta times the input.",
)
def weight_for_the_input(page: Page) -> Page:
    return {dE_dw1: delta_h1 * w1, dE_dw2: delta_h1 * w2,
            dE_dw3: delta_h2 * w3, dE_dw4: delta_h2 * w4}  # fmt: skip


@slip(
    lesson=3,
    told="The deltas of h1 and h2 change places.",
    look="Take the neuron where the weight ends.",
)
def other_hidden_delta(page: Page) -> Page:
    return {q: page[q].xreplace({delta_h1: delta_h2, delta_h2: delta_h1}) for q in HIDDEN_GRADIENTS}


@slip(
    lesson=3,
    told="The gradients of w2 and w3 change places.",
    look="Look up where each arrow starts and ends.",
)
def swapped_w2_and_w3(page: Page) -> Page:
    return {dE_dw2: page[dE_dw3], dE_dw3: page[dE_dw2]}


@slip(lesson=3, told="The deltas of the outputs stand where those of h1 and h2 belong.")
def output_delta_for_the_hidden(page: Page) -> Page:
    return {q: page[q].xreplace({delta_h1: delta_o1, delta_h2: delta_o2}) for q in HIDDEN_GRADIENTS}
