"""Digits: 1,797 handwritten ones that scikit-learn carries, every fifth of them held out."""

from functools import cache
from typing import NamedTuple

import numpy as np
from sklearn.datasets import load_digits

from mazurnet.layers import Array

EVERY = 5  # one of so many is held out


class Digits(NamedTuple):
    """Images (64 pixels from 0 to 1 in a row), targets (1 for the digit, 0 for the other nine)."""

    images: Array
    targets: Array


@cache
def digits() -> tuple[Digits, Digits]:
    """1,437 digits to learn from, and 360 held out: the first, the sixth and so on. Lesson 09."""
    data = load_digits()
    images, targets = data.data / 16, np.eye(10)[data.target]
    held_out = np.arange(len(images)) % EVERY == 0
    return (
        Digits(images[~held_out], targets[~held_out]),
        Digits(images[held_out], targets[held_out]),
    )
