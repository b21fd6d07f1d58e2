"""Slips of lesson 01: how wrong the network is."""

from mazurnet.network import equations
from mazurnet.slips.book import slip
from mazurnet.symbols import E_o1, E_o2, E_total, new, out_o1, out_o2, target_o1, target_o2
from mazurnet.working import Page
from mazurnet.working import page as derived


@slip(lesson=1)
def forgot_the_half(page: Page) -> Page:
    """The half of the error is left out. It belongs there, and cancels a 2 in the derivative."""
    return derived(equations | {E: 2 * equations[E] for E in (E_o1, E_o2)})


@slip(lesson=1)
def forgot_the_square(page: Page) -> Page:
    """The difference is halved but not squared. Square it first."""
    return {E_o1: (target_o1 - out_o1) / 2, E_o2: (target_o2 - out_o2) / 2}


@slip(lesson=1)
def halved_before_squaring(page: Page) -> Page:
    """The difference is halved and then squared. Square it, and halve that."""
    return {E: page[E] / 2 for E in (E_o1, E_o2)}


@slip(lesson=1)
def difference_of_squares(page: Page) -> Page:
    """Target and output are squared one by one. Square their difference."""
    return {E_o1: (target_o1**2 - out_o1**2) / 2, E_o2: (target_o2**2 - out_o2**2) / 2}


@slip(lesson=1)
def swapped_targets(page: Page) -> Page:
    """The two targets change places. Look up which output should say what."""
    swap = {target_o1: target_o2, target_o2: target_o1}
    return derived({q: formula.xreplace(swap) for q, formula in equations.items()})


@slip(lesson=1)
def mean_of_the_errors(page: Page) -> Page:
    """The error is taken as the mean of E_o1 and E_o2. It is their sum."""
    return derived(equations | {E_total: equations[E_total] / 2})


@slip(lesson=1)
def squared_the_sum(page: Page) -> Page:
    """The differences are added before they are squared. Square each, then add."""
    return {E_total: (target_o1 - out_o1 + target_o2 - out_o2) ** 2 / 2}


@slip(lesson=1)
def only_the_difference(page: Page) -> Page:
    """The difference is neither squared nor halved. The error is half of its square."""
    return {E_o1: target_o1 - out_o1, E_o2: target_o2 - out_o2}


@slip(lesson=1)
def only_the_first_error(page: Page) -> Page:
    """The error of o2 is left out. E_total is the sum of both."""
    return {E_total: E_o1}


@slip(lesson=4)
def forgot_the_half_after_the_step(page: Page) -> Page:
    """After the step the half of the error is left out. It belongs there as well."""
    return {E: 2 * page[E] for E in map(new, (E_o1, E_o2))}


@slip(lesson=4)
def mean_after_the_step(page: Page) -> Page:
    """After the step the error is taken as the mean of the two. It is their sum."""
    return {new(E_total): page[new(E_total)] / 2}
