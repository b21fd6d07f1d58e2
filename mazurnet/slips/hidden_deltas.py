"""Slips of lesson 03: two routes, and the deltas that travel along them."""

from mazurnet.slips.book import slip
from mazurnet.symbols import (
    delta_h1, delta_h2, delta_o1, delta_o2, net_h1, net_h2, new, out_h1, out_h2, w5, w6, w7, w8,
)  # fmt: skip
from mazurnet.working import (
    SHARES, Page, dE_dout_h1, dE_dout_h2, dE_dout_o1, dE_dout_o2, dE_dw5, dE_dw6, dE_dw7, dE_dw8,
    dE_o1_dout_h1, dE_o1_dout_h2, dE_o2_dout_h1, dE_o2_dout_h2, dout_dnet_h1, dout_dnet_h2,
    dout_dnet_o1, dout_dnet_o2,
)  # fmt: skip

BLAMES = (dE_dout_h1, dE_dout_h2)
OUTER = (w5, w6, w7, w8)


@slip(lesson=3)
def only_through_o1(page: Page) -> Page:
    """Only the route through o1 is taken. The one through o2 has to be added."""
    return {dE_dout_h1: dE_o1_dout_h1, dE_dout_h2: dE_o1_dout_h2}


@slip(lesson=3)
def only_through_o2(page: Page) -> Page:
    """Only the route through o2 is taken. The one through o1 has to be added."""
    return {dE_dout_h1: dE_o2_dout_h1, dE_dout_h2: dE_o2_dout_h2}


@slip(lesson=3)
def subtracted_the_routes(page: Page) -> Page:
    """The second route is subtracted. Add them, each with its own sign."""
    return {dE_dout_h1: dE_o1_dout_h1 - dE_o2_dout_h1, dE_dout_h2: dE_o1_dout_h2 - dE_o2_dout_h2}


@slip(lesson=3)
def multiplied_the_routes(page: Page) -> Page:
    """The two routes are multiplied. Multiply along a route, add over the routes."""
    return {dE_dout_h1: dE_o1_dout_h1 * dE_o2_dout_h1, dE_dout_h2: dE_o1_dout_h2 * dE_o2_dout_h2}


@slip(lesson=3)
def mean_of_the_routes(page: Page) -> Page:
    """The two routes are averaged. Add them, and don't divide."""
    return {q: page[q] / 2 for q in BLAMES}


@slip(lesson=3)
def weights_already_moved(page: Page) -> Page:
    """The blame goes back through w5 to w8 after their step. Use the weights as they were."""
    moved = {w: new(w) for w in OUTER}
    return {q: page[q].xreplace(moved) for q in SHARES}


@slip(lesson=3)
def forgot_the_slope_of_the_outputs(page: Page) -> Page:
    """The slope of the outputs is left out of the two routes. Each starts with a delta."""
    bare = {delta_o1: dE_dout_o1, delta_o2: dE_dout_o2}
    return {q: page[q].xreplace(bare) for q in SHARES}


@slip(lesson=3)
def forgot_the_outer_weights(page: Page) -> Page:
    """The deltas come back without their weights. Each goes through its own weight."""
    return {q: page[q].subs(dict.fromkeys(OUTER, 1)) for q in SHARES}


@slip(lesson=3)
def wrong_way_through_the_weights(page: Page) -> Page:
    """On the way back w6 and w7 change places. Take the arrows that start at the neuron."""
    return {q: page[q].xreplace({w6: w7, w7: w6}) for q in SHARES}


@slip(lesson=3)
def w7_for_w8(page: Page) -> Page:
    """The weight w7 is taken for w8. Take the arrows that start at h2."""
    return {dE_o2_dout_h2: page[dE_o2_dout_h2].subs(w8, w7)}


@slip(lesson=3)
def other_delta_on_the_routes(page: Page) -> Page:
    """The deltas of o1 and o2 change places on the routes. Each goes through its own weight."""
    swap = {delta_o1: delta_o2, delta_o2: delta_o1}
    return {q: page[q].xreplace(swap) for q in SHARES}


@slip(lesson=3)
def gradients_for_deltas(page: Page) -> Page:
    """The gradients of w5 to w8 go back instead of the deltas. A gradient ends at its weight."""
    return {dE_o1_dout_h1: dE_dw5 * w5, dE_o2_dout_h1: dE_dw7 * w7,
            dE_o1_dout_h2: dE_dw6 * w6, dE_o2_dout_h2: dE_dw8 * w8}  # fmt: skip


@slip(lesson=3)
def forgot_the_hidden_slope(page: Page) -> Page:
    """The slope of the hidden neuron is left out. The blame passes its squash, too."""
    return {delta_h1: dE_dout_h1, delta_h2: dE_dout_h2}


@slip(lesson=3)
def output_slope_for_the_hidden(page: Page) -> Page:
    """The slopes of the outputs stand where those of h1 and h2 belong."""
    return {dout_dnet_h1: page[dout_dnet_o1], dout_dnet_h2: page[dout_dnet_o2]}


@slip(lesson=3)
def other_hidden_slope(page: Page) -> Page:
    """The slopes of h1 and h2 change places. Take the slope of the neuron itself."""
    return {dout_dnet_h1: page[dout_dnet_h2], dout_dnet_h2: page[dout_dnet_h1]}


@slip(lesson=3)
def hidden_slope_of_the_net(page: Page) -> Page:
    """The slope of the hidden neuron is taken as net (1 − net). It is out (1 − out)."""
    return {dout_dnet_h1: net_h1 * (1 - net_h1), dout_dnet_h2: net_h2 * (1 - net_h2)}


@slip(lesson=3)
def hidden_slope_without_out(page: Page) -> Page:
    """The slope of the hidden neuron is taken as 1 − out. It is out (1 − out)."""
    return {dout_dnet_h1: 1 - out_h1, dout_dnet_h2: 1 - out_h2}
