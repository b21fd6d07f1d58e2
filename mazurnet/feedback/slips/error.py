"""Slips of lessons 01 and 04: how wrong the network is, before a step and after it."""

from mazurnet.feedback.page_of_working import Page
from mazurnet.feedback.page_of_working import derived_page as derived
from mazurnet.feedback.slips.slip import slip
from mazurnet.network import equations
from mazurnet.symbols import E_o1, E_o2, E_total, new, out_o1, out_o2, target_o1, target_o2


@slip(
    lesson=1,
    told="The half of the error is left out.",
    look="It belongs there, and cancels a 2 in the derivative.",
)
def forgot_the_half(page: Page) -> Page:
    return derived(equations | {E: 2 * equations[E] for E in (E_o1, E_o2)})


@slip(lesson=1, told="The difference is halved but not squared.", look="Square it first.")
def forgot_the_square(page: Page) -> Page:
    return {E_o1: (target_o1 - out_o1) / 2, E_o2: (target_o2 - out_o2) / 2}


@slip(
    lesson=1,
    told="The difference is halved and then squared.",
    look="Square it, and halve that.",
)
def halved_before_squaring(page: Page) -> Page:
    return {E: page[E] / 2 for E in (E_o1, E_o2)}


@slip(lesson=1, told="Target and output are squared one by one.", look="Square their difference.")
def difference_of_squares(page: Page) -> Page:
    return {E_o1: (target_o1**2 - out_o1**2) / 2, E_o2: (target_o2**2 - out_o2**2) / 2}


@slip(lesson=1, told="The two targets change places.", look="Look up which output should say what.")
def swapped_targets(page: Page) -> Page:
    swap = {target_o1: target_o2, target_o2: target_o1}
    return derived({q: formula.xreplace(swap) for q, formula in equations.items()})


@slip(lesson=1, told="The error is taken as the mean of E_o1 and E_o2.", look="It is their sum.")
def mean_of_the_errors(page: Page) -> Page:
    return derived(equations | {E_total: equations[E_total] / 2})


@slip(
    lesson=1,
    told="The differences are added before they are squared.",
    look="Square each, then add.",
)
def squared_the_sum(page: Page) -> Page:
    return {E_total: (target_o1 - out_o1 + target_o2 - out_o2) ** 2 / 2}


@slip(
    lesson=1,
    told="The difference is neither squared nor halved.",
    look="The error is half of its square.",
)
def only_the_difference(page: Page) -> Page:
    return {E_o1: target_o1 - out_o1, E_o2: target_o2 - out_o2}


@slip(lesson=1, told="The error of o2 is left out.", look="E_total is the sum of both.")
def only_the_first_error(page: Page) -> Page:
    return {E_total: E_o1}


@slip(
    lesson=4,
    told="After the step the half of the error is left out.",
    look="It belongs there as well.",
)
def forgot_the_half_after_the_step(page: Page) -> Page:
    return {E: 2 * page[E] for E in map(new, (E_o1, E_o2))}


@slip(
    lesson=4,
    told="After the step the error is taken as the mean of the two.",
    look="It is their sum.",
)
def mean_after_the_step(page: Page) -> Page:
    return {new(E_total): page[new(E_total)] / 2}
