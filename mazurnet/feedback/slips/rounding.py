"""Slips of rounding: every line that is written down is shortened, and the next one uses that.

Routes and slopes are not written down; E_total after the step is worked out with all digits.
"""

from sympy import Function

from mazurnet.feedback.page_of_working import LINES, SHARES, Page, slopes
from mazurnet.feedback.slips.slip import slip

WRITTEN = [line for line in LINES[:-1] if line not in (*SHARES, *slopes)]
rounded, cut = Function("rounded"), Function("cut")


@slip(
    lesson=3,
    told="Every line is rounded to 2 decimals.",
    look="Round at the end, not on the way.",
    rounds=True,
)
def rounded_to_2(page: Page) -> Page:
    return {q: rounded(page[q], 2) for q in WRITTEN}


@slip(
    lesson=3,
    told="Every line is rounded to 3 decimals.",
    look="Round at the end, not on the way.",
    rounds=True,
)
def rounded_to_3(page: Page) -> Page:
    return {q: rounded(page[q], 3) for q in WRITTEN}


@slip(
    lesson=3,
    told="Every line is rounded to 4 decimals.",
    look="Round at the end, not on the way.",
    rounds=True,
)
def rounded_to_4(page: Page) -> Page:
    return {q: rounded(page[q], 4) for q in WRITTEN}


@slip(
    lesson=3,
    told="Every line is cut after 3 decimals.",
    look="Round at the end, not on the way.",
    rounds=True,
)
def cut_to_3(page: Page) -> Page:
    return {q: cut(page[q], 3) for q in WRITTEN}


@slip(
    lesson=3,
    told="Every line is cut after 4 decimals.",
    look="Round at the end, not on the way.",
    rounds=True,
)
def cut_to_4(page: Page) -> Page:
    return {q: cut(page[q], 4) for q in WRITTEN}
