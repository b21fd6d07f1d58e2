"""Slips of lesson 02: three factors, and which delta goes with which output."""

from mazurnet.feedback.page_of_working import (
    Page, dE_dout_o1, dE_dout_o2, dE_dw5, dE_dw6, dE_dw7, dE_dw8, dout_dnet_o1, dout_dnet_o2,
    slopes,
)  # fmt: skip
from mazurnet.feedback.slips.slip import slip
from mazurnet.network import logistic
from mazurnet.symbols import (
    E_o1, E_o2, delta_o1, delta_o2, i1, i2, net_h1, net_h2, net_o1, net_o2, nets, out_h1, out_h2,
    out_o1, out_o2, outs, w5, w6, w7, w8,
)  # fmt: skip

OUTPUT_GRADIENTS = (dE_dw5, dE_dw6, dE_dw7, dE_dw8)


@slip(
    lesson=2,
    told="The slope of the output, out (1 − out), is left out.",
    look="Look again at the second factor.",
)
def forgot_the_output_slope(page: Page) -> Page:
    return {delta_o1: dE_dout_o1, delta_o2: dE_dout_o2}


@slip(
    lesson=2,
    told="The slope is taken as net (1 − net).",
    look="It is read off the output: out (1 − out).",
)
def slope_of_the_net(page: Page) -> Page:
    return {slope: net * (1 - net) for slope, net in zip(slopes, nets, strict=True)}


@slip(lesson=2, told="The slope is taken as 1 − out.", look="It is out (1 − out).")
def slope_without_out(page: Page) -> Page:
    return {slope: 1 - out for slope, out in zip(slopes, outs, strict=True)}


@slip(lesson=2, told="The slope is taken as out.", look="It is out (1 − out).")
def slope_is_out(page: Page) -> Page:
    return dict(zip(slopes, outs, strict=True))


@slip(
    lesson=2,
    told="The slope is taken as 1 − out², which belongs to tanh.",
    look="Here it is out (1 − out).",
)
def slope_of_tanh(page: Page) -> Page:
    return {slope: 1 - out**2 for slope, out in zip(slopes, outs, strict=True)}


@slip(
    lesson=2,
    told="The first factor is taken as target − out.",
    look="It is out − target: look at the sign.",
)
def turned_the_difference(page: Page) -> Page:
    return {q: -page[q] for q in (dE_dout_o1, dE_dout_o2)}


@slip(
    lesson=2,
    told="The first factor is taken as 2 (out − target).",
    look="The half in the error cancels the 2.",
)
def kept_the_two(page: Page) -> Page:
    return {q: 2 * page[q] for q in (dE_dout_o1, dE_dout_o2)}


@slip(
    lesson=2,
    told="The first factor is taken as out alone.",
    look="It is how far off out is: out − target.",
)
def forgot_the_target(page: Page) -> Page:
    return {dE_dout_o1: out_o1, dE_dout_o2: out_o2}


@slip(
    lesson=2,
    told="The first factor is taken as the error itself.",
    look="It is the error's derivative.",
)
def error_for_the_difference(page: Page) -> Page:
    return {dE_dout_o1: E_o1, dE_dout_o2: E_o2}


@slip(
    lesson=2,
    told="The output that the weight multiplies is left out.",
    look="Look again at the third factor.",
)
def forgot_out_h(page: Page) -> Page:
    return {dE_dw5: delta_o1, dE_dw6: delta_o1, dE_dw7: delta_o2, dE_dw8: delta_o2}


@slip(
    lesson=2,
    told="The inputs stand where out_h1 and out_h2 belong.",
    look="Look again at the third factor.",
)
def input_for_out_h(page: Page) -> Page:
    return {q: page[q].xreplace({out_h1: i1, out_h2: i2}) for q in OUTPUT_GRADIENTS}


@slip(
    lesson=2,
    told="The nets stand where out_h1 and out_h2 belong.",
    look="Look again at the third factor.",
)
def net_for_out_h(page: Page) -> Page:
    return {q: page[q].xreplace({out_h1: net_h1, out_h2: net_h2}) for q in OUTPUT_GRADIENTS}


@slip(
    lesson=2,
    told="The third factor is taken as the weight.",
    look="It is what the weight multiplies.",
)
def weight_for_out_h(page: Page) -> Page:
    return {dE_dw5: delta_o1 * w5, dE_dw6: delta_o1 * w6,
            dE_dw7: delta_o2 * w7, dE_dw8: delta_o2 * w8}  # fmt: skip


@slip(
    lesson=2,
    told="The outputs of h1 and h2 change places.",
    look="Take the neuron where the weight starts.",
)
def other_out_h(page: Page) -> Page:
    return {q: page[q].xreplace({out_h1: out_h2, out_h2: out_h1}) for q in OUTPUT_GRADIENTS}


@slip(
    lesson=2,
    told="The deltas of o1 and o2 change places.",
    look="Take the neuron where the weight ends.",
)
def other_delta(page: Page) -> Page:
    return {q: page[q].xreplace({delta_o1: delta_o2, delta_o2: delta_o1}) for q in OUTPUT_GRADIENTS}


@slip(
    lesson=2,
    told="The gradients of w6 and w7 change places.",
    look="Look up where each arrow starts and ends.",
)
def swapped_w6_and_w7(page: Page) -> Page:
    return {dE_dw6: page[dE_dw7], dE_dw7: page[dE_dw6]}


@slip(
    lesson=2,
    told="The net of the output stands where its slope belongs.",
    look="Look again at the second factor.",
)
def net_for_delta(page: Page) -> Page:
    return {dout_dnet_o1: net_o1, dout_dnet_o2: net_o2}


@slip(lesson=2, told="The slope is taken as out (1 + out).", look="It is out (1 − out).")
def plus_in_the_slope(page: Page) -> Page:
    return {slope: out * (1 + out) for slope, out in zip(slopes, outs, strict=True)}


@slip(
    lesson=2,
    told="What is squashed already is squashed again for the slope.",
    look="It is out (1 − out).",
)
def squashed_twice(page: Page) -> Page:
    again = {out: logistic(out) for out in outs}
    return {slope: again[out] * (1 - again[out]) for slope, out in zip(slopes, outs, strict=True)}


@slip(
    lesson=2,
    told="The first factor is taken as the difference squared.",
    look="It is the difference itself.",
)
def squared_difference(page: Page) -> Page:
    return {q: page[q] ** 2 for q in (dE_dout_o1, dE_dout_o2)}


@slip(
    lesson=2,
    told="The first factor, how far off the output is, is left out.",
    look="A delta has two factors.",
)
def forgot_the_difference(page: Page) -> Page:
    return {delta_o1: dout_dnet_o1, delta_o2: dout_dnet_o2}
