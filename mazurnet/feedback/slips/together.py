"""Slips that people make two at a time, and those that come back in the second forward pass."""

from mazurnet.feedback.slips.error import (
    forgot_the_half, halved_before_squaring, mean_of_the_errors,
)  # fmt: skip
from mazurnet.feedback.slips.forward_pass import (
    b1_for_b2, b1_for_each_arrow, b2_for_b1, b2_for_each_arrow, crossed_hidden_weights,
    crossed_output_weights, forgot_b1, forgot_b2, forgot_i2, h1_for_h2, swapped_hidden_neurons,
    swapped_inputs,
)  # fmt: skip
from mazurnet.feedback.slips.hidden_deltas import (
    forgot_the_hidden_slope, only_through_o1, weights_already_moved,
)  # fmt: skip
from mazurnet.feedback.slips.hidden_gradients import forgot_the_input
from mazurnet.feedback.slips.output_deltas import (
    forgot_out_h, forgot_the_output_slope, kept_the_two, turned_the_difference,
)  # fmt: skip
from mazurnet.feedback.slips.slip import again, together
from mazurnet.feedback.slips.squash import (
    forgot_to_divide, hidden_not_squashed, outputs_not_squashed, plus_in_the_exponent,
    tanh_for_the_squash, ten_for_e,
)  # fmt: skip
from mazurnet.feedback.slips.updates import added_the_gradient, forgot_eta

together(forgot_b1, forgot_b2)
together(hidden_not_squashed, outputs_not_squashed)
together(forgot_the_half, forgot_the_output_slope)
together(forgot_the_half, forgot_eta)
together(turned_the_difference, forgot_the_output_slope)
together(turned_the_difference, added_the_gradient)
together(turned_the_difference, forgot_eta)
together(kept_the_two, forgot_the_output_slope)
together(forgot_the_output_slope, forgot_out_h)
together(forgot_the_output_slope, forgot_the_hidden_slope)
together(forgot_the_output_slope, forgot_eta)
together(forgot_out_h, forgot_the_input)
together(only_through_o1, weights_already_moved)
together(only_through_o1, forgot_the_hidden_slope)
together(only_through_o1, forgot_the_input)
together(forgot_the_hidden_slope, forgot_the_input)
together(added_the_gradient, forgot_eta)

for slip in (
    forgot_b1, b2_for_b1, b1_for_each_arrow, crossed_hidden_weights, swapped_inputs,
    plus_in_the_exponent, ten_for_e, hidden_not_squashed, outputs_not_squashed, forgot_b2,
    b1_for_b2, b2_for_each_arrow, crossed_output_weights, forgot_the_half, mean_of_the_errors,
    forgot_i2, h1_for_h2, swapped_hidden_neurons, forgot_to_divide, tanh_for_the_squash,
    halved_before_squaring,
):  # fmt: skip
    again(slip)
