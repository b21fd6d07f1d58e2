"""Slips of lesson 01: what flows into the neurons."""

from mazurnet.feedback.page_of_working import Page
from mazurnet.feedback.page_of_working import derived_page as derived
from mazurnet.feedback.slips.slip import slip
from mazurnet.network import equations
from mazurnet.symbols import (
    b1, b2, i1, i2, net_h1, net_h2, net_o1, net_o2, out_h1, out_h2, w1, w2, w3, w4, w6, w7,
)  # fmt: skip

HIDDEN_NETS, OUTPUT_NETS = (net_h1, net_h2), (net_o1, net_o2)


@slip(lesson=1, told="The bias b1 is left out.", look="It flows into h1 and h2 as well.")
def forgot_b1(page: Page) -> Page:
    return {net: page[net].subs(b1, 0) for net in HIDDEN_NETS}


@slip(
    lesson=1,
    told="The bias b2 is added at h1 and h2 instead of b1.",
    look="Look up both in the picture.",
)
def b2_for_b1(page: Page) -> Page:
    return {net: page[net].subs(b1, b2) for net in HIDDEN_NETS}


@slip(
    lesson=1,
    told="The bias b1 is added twice, once for each arrow.",
    look="A neuron has one bias.",
)
def b1_for_each_arrow(page: Page) -> Page:
    return {net: page[net] + b1 for net in HIDDEN_NETS}


@slip(
    lesson=1,
    told="The weights w2 and w3 change places.",
    look="Only arrows that end at h1 count for h1.",
)
def crossed_hidden_weights(page: Page) -> Page:
    crossed = {net: page[net].xreplace({w2: w3, w3: w2}) for net in HIDDEN_NETS}
    return derived(equations | crossed)


@slip(
    lesson=1,
    told="The weight w2 is taken for w4.",
    look="Only arrows that end at h2 count for h2.",
)
def w2_for_w4(page: Page) -> Page:
    return {net_h2: page[net_h2].subs(w4, w2)}


@slip(
    lesson=1,
    told="The weight w2 is taken for w3.",
    look="Only arrows that end at h2 count for h2.",
)
def w2_for_w3(page: Page) -> Page:
    return {net_h2: page[net_h2].subs(w3, w2)}


@slip(
    lesson=1,
    told="The weights of h1, w1 and w2, are used for h2.",
    look="Those of h2 are w3 and w4.",
)
def h1_for_h2(page: Page) -> Page:
    return {net_h2: page[net_h1]}


@slip(
    lesson=1,
    told="The inputs i1 and i2 change places.",
    look="Look again at where each arrow starts.",
)
def swapped_inputs(page: Page) -> Page:
    return {net: page[net].xreplace({i1: i2, i2: i1}) for net in HIDDEN_NETS}


@slip(lesson=1, told="The second input is left out.", look="Two arrows end at each neuron.")
def forgot_i2(page: Page) -> Page:
    return {net: page[net].subs(i2, 0) for net in HIDDEN_NETS}


@slip(lesson=1, told="The first input is left out.", look="Two arrows end at each neuron.")
def forgot_i1(page: Page) -> Page:
    return {net: page[net].subs(i1, 0) for net in HIDDEN_NETS}


@slip(
    lesson=1,
    told="Weights and inputs are added and not multiplied.",
    look="An input is multiplied by its weight.",
)
def added_the_inputs(page: Page) -> Page:
    return {net_h1: w1 + i1 + w2 + i2 + b1, net_h2: w3 + i1 + w4 + i2 + b1}


@slip(
    lesson=1,
    told="The weights are added, and so are the inputs, before they are multiplied.",
    look="Multiply first.",
)
def added_before_multiplying(page: Page) -> Page:
    return {net_h1: (w1 + w2) * (i1 + i2) + b1, net_h2: (w3 + w4) * (i1 + i2) + b1}


@slip(lesson=1, told="The bias b2 is left out.", look="It flows into o1 and o2 as well.")
def forgot_b2(page: Page) -> Page:
    return {net: page[net].subs(b2, 0) for net in OUTPUT_NETS}


@slip(
    lesson=1,
    told="The bias b1 is added at o1 and o2 instead of b2.",
    look="Look up both in the picture.",
)
def b1_for_b2(page: Page) -> Page:
    return {net: page[net].subs(b2, b1) for net in OUTPUT_NETS}


@slip(
    lesson=1,
    told="The bias b2 is added twice, once for each arrow.",
    look="A neuron has one bias.",
)
def b2_for_each_arrow(page: Page) -> Page:
    return {net: page[net] + b2 for net in OUTPUT_NETS}


@slip(
    lesson=1,
    told="The weights w6 and w7 change places.",
    look="Only arrows that end at o1 count for o1.",
)
def crossed_output_weights(page: Page) -> Page:
    crossed = {net: page[net].xreplace({w6: w7, w7: w6}) for net in OUTPUT_NETS}
    return derived(equations | crossed)


@slip(
    lesson=1,
    told="On their way to the outputs out_h1 and out_h2 change places.",
    look="Look where each arrow starts.",
)
def swapped_hidden_neurons(page: Page) -> Page:
    return {net: page[net].xreplace({out_h1: out_h2, out_h2: out_h1}) for net in OUTPUT_NETS}


@slip(lesson=1, told="Nothing comes from h2.", look="Two arrows end at each output.")
def forgot_out_h2(page: Page) -> Page:
    return {net: page[net].subs(out_h2, 0) for net in OUTPUT_NETS}


@slip(
    lesson=1,
    told="The weights of o1, w5 and w6, are used for o2.",
    look="Those of o2 are w7 and w8.",
)
def o1_for_o2(page: Page) -> Page:
    return {net_o2: page[net_o1]}


@slip(
    lesson=1,
    told="The inputs flow straight into the outputs.",
    look="What h1 and h2 say is what they get.",
)
def inputs_into_the_outputs(page: Page) -> Page:
    return {net: page[net].xreplace({out_h1: i1, out_h2: i2}) for net in OUTPUT_NETS}


@slip(
    lesson=1,
    told="The nets of h1 and h2 flow into the outputs.",
    look="What flows on is what they say, out.",
)
def nets_into_the_outputs(page: Page) -> Page:
    return {net: page[net].xreplace({out_h1: net_h1, out_h2: net_h2}) for net in OUTPUT_NETS}
