"""Slips of lesson 03: two routes, and the deltas that travel along them."""

from mazurnet.feedback.page_of_working import (
    SHARES, Page, dE_dout_h1, dE_dout_h2, dE_dout_o1, dE_dout_o2, dE_dw5, dE_dw6, dE_dw7, dE_dw8,
    dE_o1_dout_h1, dE_o1_dout_h2, dE_o2_dout_h1, dE_o2_dout_h2, dout_dnet_h1, dout_dnet_h2,
    dout_dnet_o1, dout_dnet_o2,
)  # fmt: skip
from mazurnet.feedback.slips.slip import slip
from mazurnet.symbols import (
    delta_h1, delta_h2, delta_o1, delta_o2, net_h1, net_h2, new, out_h1, out_h2, w5, w6, w7, w8,
)  # fmt: skip

BLAMES = (dE_dout_h1, dE_dout_h2)
OUTER = (w5, w6, w7, w8)


@slip(
    lesson=3,
    told="Only the route through o1 is taken.",
    look="The one through o2 has to be added.",
)
def only_through_o1(page: Page) -> Page:
    return {dE_dout_h1: dE_o1_dout_h1, dE_dout_h2: dE_o1_dout_h2}


@slip(
    lesson=3,
    told="Only the route through o2 is taken.",
    look="The one through o1 has to be added.",
)
def only_through_o2(page: Page) -> Page:
    return {dE_dout_h1: dE_o2_dout_h1, dE_dout_h2: dE_o2_dout_h2}


@slip(lesson=3, told="The second route is subtracted.", look="Add them, each with its own sign.")
def subtracted_the_routes(page: Page) -> Page:
    return {dE_dout_h1: dE_o1_dout_h1 - dE_o2_dout_h1, dE_dout_h2: dE_o1_dout_h2 - dE_o2_dout_h2}


@slip(
    lesson=3,
    told="The two routes are multiplied.",
    look="Multiply along a route, add over the routes.",
)
def multiplied_the_routes(page: Page) -> Page:
    return {dE_dout_h1: dE_o1_dout_h1 * dE_o2_dout_h1, dE_dout_h2: dE_o1_dout_h2 * dE_o2_dout_h2}


@slip(lesson=3, told="The two routes are averaged.", look="Add them, and don't divide.")
def mean_of_the_routes(page: Page) -> Page:
    return {q: page[q] / 2 for q in BLAMES}


@slip(
    lesson=3,
    told="The blame goes back through w5 to w8 after their step.",
    look="Use the weights as they were.",
)
def weights_already_moved(page: Page) -> Page:
    moved = {w: new(w) for w in OUTER}
    return {q: page[q].xreplace(moved) for q in SHARES}


@slip(
    lesson=3,
    told="The slope of the outputs is left out of the two routes.",
    look="Each starts with a delta.",
)
def forgot_the_slope_of_the_outputs(page: Page) -> Page:
    bare = {delta_o1: dE_dout_o1, delta_o2: dE_dout_o2}
    return {q: page[q].xreplace(bare) for q in SHARES}


@slip(
    lesson=3,
    told="The deltas come back without their weights.",
    look="Each goes through its own weight.",
)
def forgot_the_outer_weights(page: Page) -> Page:
    return {q: page[q].subs(dict.fromkeys(OUTER, 1)) for q in SHARES}


@slip(
    lesson=3,
    told="On the way back w6 and w7 change places.",
    look="Take the arrows that start at the neuron.",
)
def wrong_way_through_the_weights(page: Page) -> Page:
    return {q: page[q].xreplace({w6: w7, w7: w6}) for q in SHARES}


@slip(lesson=3, told="The weight w7 is taken for w8.", look="Take the arrows that start at h2.")
def w7_for_w8(page: Page) -> Page:
    return {dE_o2_dout_h2: page[dE_o2_dout_h2].subs(w8, w7)}


@slip(
    lesson=3,
    told="The deltas of o1 and o2 change places on the routes.",
    look="Each goes through its own weight.",
)
def other_delta_on_the_routes(page: Page) -> Page:
    swap = {delta_o1: delta_o2, delta_o2: delta_o1}
    return {q: page[q].xreplace(swap) for q in SHARES}


@slip(
    lesson=3,
    told="The gradients of w5 to w8 go back instead of the deltas.",
    look="A gradient ends at its weight.",
)
def gradients_for_deltas(page: Page) -> Page:
    return {dE_o1_dout_h1: dE_dw5 * w5, dE_o2_dout_h1: dE_dw7 * w7,
            dE_o1_dout_h2: dE_dw6 * w6, dE_o2_dout_h2: dE_dw8 * w8}  # fmt: skip


@slip(
    lesson=3,
    told="The slope of the hidden neuron is left out.",
    look="The blame passes its squash, too.",
)
def forgot_the_hidden_slope(page: Page) -> Page:
    return {delta_h1: dE_dout_h1, delta_h2: dE_dout_h2}


@slip(lesson=3, told="The slopes of the outputs stand where those of h1 and h2 belong.")
def output_slope_for_the_hidden(page: Page) -> Page:
    return {dout_dnet_h1: page[dout_dnet_o1], dout_dnet_h2: page[dout_dnet_o2]}


@slip(
    lesson=3,
    told="The slopes of h1 and h2 change places.",
    look="Take the slope of the neuron itself.",
)
def other_hidden_slope(page: Page) -> Page:
    return {dout_dnet_h1: page[dout_dnet_h2], dout_dnet_h2: page[dout_dnet_h1]}


@slip(
    lesson=3,
    told="The slope of the hidden neuron is taken as net (1 − net).",
    look="It is out (1 − out).",
)
def hidden_slope_of_the_net(page: Page) -> Page:
    return {dout_dnet_h1: net_h1 * (1 - net_h1), dout_dnet_h2: net_h2 * (1 - net_h2)}


@slip(
    lesson=3,
    told="The slope of the hidden neuron is taken as 1 − out.",
    look="It is out (1 − out).",
)
def hidden_slope_without_out(page: Page) -> Page:
    return {dout_dnet_h1: 1 - out_h1, dout_dnet_h2: 1 - out_h2}
