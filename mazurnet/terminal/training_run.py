"""A training run: a recipe at work until its end, until Ctrl-C, or until its numbers run away."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any, NamedTuple

import numpy as np
from tqdm import tqdm

from mazurnet.arrays import matrices
from mazurnet.arrays.layers import Layers
from mazurnet.terminal.recipe import Recipe

BAR_DELAY = 0.5  # seconds before the bar appears: what is done by then needs none


class Reached(NamedTuple):
    """E_total at every round, the layers at the last, and whether somebody stopped it there."""

    errors: list[float]
    layers: Layers
    stopped: bool

    @property
    def rounds(self) -> int:
        """How many rounds were trained; -1 where even round 0 is beyond the range."""
        return len(self.errors) - 1


def trained(
    recipe: Recipe, stop: Event, each: Callable[[int, float], None], with_bar: bool = False
) -> Reached:
    """Train, and call `each` with every round and its E_total.

    Ends with the last round at which all numbers are finite, and after the round at hand when
    `stop` is set. A bar is drawn only on a terminal.
    """
    errors, reached = [], recipe.layers
    how = {name: getattr(recipe, name) for name in ("loss", "biases", "batch", "seed")}
    every_round = matrices.train(
        recipe.inputs, recipe.targets, recipe.layers, recipe.eta, recipe.rounds, **how
    )
    bar_settings = {"desc": "training", "unit": "round", "leave": False, "delay": BAR_DELAY}
    with tqdm(total=recipe.rounds, disable=None if with_bar else True, **bar_settings) as bar:
        if not bar.disable and (bar.ncols or 0) < 1:  # a terminal that does not know its size
            bar.ncols = bar.nrows = None
        for round, (E_total, layers) in enumerate(every_round):
            # A weight can leave the range while a squash hides it from E_total.
            if not all(np.isfinite(W).all() and np.isfinite(b).all() for W, b, _ in layers):
                break
            errors.append(E_total)
            reached = layers
            each(round, E_total)
            if round > 0:
                bar.update()
            if stop.is_set() and round < recipe.rounds:
                return Reached(errors, reached, True)
    return Reached(errors, reached, False)


@contextmanager
def stopping() -> Iterator[Event]:
    """An event that the first Ctrl-C sets; a second one interrupts as ever."""
    asked = Event()

    def note(*_: Any) -> None:
        signal.signal(signal.SIGINT, before)
        asked.set()

    before = signal.signal(signal.SIGINT, note)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)
