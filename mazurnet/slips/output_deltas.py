"""Slips of lesson 02: three factors, and which delta goes with which output."""

from mazurnet.network import logistic
from mazurnet.slips.book import slip
from mazurnet.symbols import (
    E_o1, E_o2, delta_o1, delta_o2, i1, i2, net_h1, net_h2, net_o1, net_o2, nets, out_h1, out_h2,
    out_o1, out_o2, outs, w5, w6, w7, w8,
)  # fmt: skip
from mazurnet.working import (
    Page, dE_dout_o1, dE_dout_o2, dE_dw5, dE_dw6, dE_dw7, dE_dw8, dout_dnet_o1,
    dout_dnet_o2, slopes,
)  # fmt: skip

GRADIENTS = (dE_dw5, dE_dw6, dE_dw7, dE_dw8)


@slip(lesson=2)
def forgot_the_output_slope(page: Page) -> Page:
    """The slope of the output, out (1 − out), is left out. Look again at the second factor."""
    return {delta_o1: dE_dout_o1, delta_o2: dE_dout_o2}


@slip(lesson=2)
def slope_of_the_net(page: Page) -> Page:
    """The slope is taken as net (1 − net). It is read off the output: out (1 − out)."""
    return {slope: net * (1 - net) for slope, net in zip(slopes, nets, strict=True)}


@slip(lesson=2)
def slope_without_out(page: Page) -> Page:
    """The slope is taken as 1 − out. It is out (1 − out)."""
    return {slope: 1 - out for slope, out in zip(slopes, outs, strict=True)}


@slip(lesson=2)
def slope_is_out(page: Page) -> Page:
    """The slope is taken as out. It is out (1 − out)."""
    return dict(zip(slopes, outs, strict=True))


@slip(lesson=2)
def slope_of_tanh(page: Page) -> Page:
    """The slope is taken as 1 − out², which belongs to tanh. Here it is out (1 − out)."""
    return {slope: 1 - out**2 for slope, out in zip(slopes, outs, strict=True)}


@slip(lesson=2)
def turned_the_difference(page: Page) -> Page:
    """The first factor is taken as target − out. It is out − target: look at the sign."""
    return {q: -page[q] for q in (dE_dout_o1, dE_dout_o2)}


@slip(lesson=2)
def kept_the_two(page: Page) -> Page:
    """The first factor is taken as 2 (out − target). The half in the error cancels the 2."""
    return {q: 2 * page[q] for q in (dE_dout_o1, dE_dout_o2)}


@slip(lesson=2)
def forgot_the_target(page: Page) -> Page:
    """The first factor is taken as out alone. It is how far off out is: out − target."""
    return {dE_dout_o1: out_o1, dE_dout_o2: out_o2}


@slip(lesson=2)
def error_for_the_difference(page: Page) -> Page:
    """The first factor is taken as the error itself. It is the error's derivative."""
    return {dE_dout_o1: E_o1, dE_dout_o2: E_o2}


@slip(lesson=2)
def forgot_out_h(page: Page) -> Page:
    """The output that the weight multiplies is left out. Look again at the third factor."""
    return {dE_dw5: delta_o1, dE_dw6: delta_o1, dE_dw7: delta_o2, dE_dw8: delta_o2}


@slip(lesson=2)
def input_for_out_h(page: Page) -> Page:
    """The inputs stand where out_h1 and out_h2 belong. Look again at the third factor."""
    return {q: page[q].xreplace({out_h1: i1, out_h2: i2}) for q in GRADIENTS}


@slip(lesson=2)
def net_for_out_h(page: Page) -> Page:
    """The nets stand where out_h1 and out_h2 belong. Look again at the third factor."""
    return {q: page[q].xreplace({out_h1: net_h1, out_h2: net_h2}) for q in GRADIENTS}


@slip(lesson=2)
def weight_for_out_h(page: Page) -> Page:
    """The third factor is taken as the weight. It is what the weight multiplies."""
    return {dE_dw5: delta_o1 * w5, dE_dw6: delta_o1 * w6,
            dE_dw7: delta_o2 * w7, dE_dw8: delta_o2 * w8}  # fmt: skip


@slip(lesson=2)
def other_out_h(page: Page) -> Page:
    """The outputs of h1 and h2 change places. Take the neuron where the weight starts."""
    return {q: page[q].xreplace({out_h1: out_h2, out_h2: out_h1}) for q in GRADIENTS}


@slip(lesson=2)
def other_delta(page: Page) -> Page:
    """The deltas of o1 and o2 change places. Take the neuron where the weight ends."""
    return {q: page[q].xreplace({delta_o1: delta_o2, delta_o2: delta_o1}) for q in GRADIENTS}


@slip(lesson=2)
def swapped_w6_and_w7(page: Page) -> Page:
    """The gradients of w6 and w7 change places. Look up where each arrow starts and ends."""
    return {dE_dw6: page[dE_dw7], dE_dw7: page[dE_dw6]}


@slip(lesson=2)
def net_for_delta(page: Page) -> Page:
    """The net of the output stands where its slope belongs. Look again at the second factor."""
    return {dout_dnet_o1: net_o1, dout_dnet_o2: net_o2}


@slip(lesson=2)
def plus_in_the_slope(page: Page) -> Page:
    """The slope is taken as out (1 + out). It is out (1 − out)."""
    return {slope: out * (1 + out) for slope, out in zip(slopes, outs, strict=True)}


@slip(lesson=2)
def squashed_twice(page: Page) -> Page:
    """What is squashed already is squashed again for the slope. It is out (1 − out)."""
    again = {out: logistic(out) for out in outs}
    return {slope: again[out] * (1 - again[out]) for slope, out in zip(slopes, outs, strict=True)}


@slip(lesson=2)
def squared_difference(page: Page) -> Page:
    """The first factor is taken as the difference squared. It is the difference itself."""
    return {q: page[q] ** 2 for q in (dE_dout_o1, dE_dout_o2)}


@slip(lesson=2)
def forgot_the_difference(page: Page) -> Page:
    """The first factor, how far off the output is, is left out. A delta has two factors."""
    return {delta_o1: dout_dnet_o1, delta_o2: dout_dnet_o2}
