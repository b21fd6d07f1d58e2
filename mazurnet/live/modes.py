"""What the live network can be: its ways to train, and its tasks."""

from collections.abc import Mapping
from itertools import product
from math import isinf
from typing import Any, NamedTuple

from sympy import Symbol

from mazurnet import arguments, forward, network, symbols, variants
from mazurnet.descent import one_round
from mazurnet.network import Equations
from mazurnet.variants import rows_of_task

BIASES = ("frozen", "shared", "each")
ORDERS = ("together", "output_first")
TASK_ROWS = 4
EXAMPLE = (*symbols.inputs, *symbols.targets)  # what one row gives a number to


class Mode(NamedTuple):
    """One way to train: how many rows, what becomes of the biases, which layer moves first."""

    rows: str  # one, four
    biases: str  # frozen, shared, each
    order: str  # together, output_first

    @property
    def equations(self) -> Equations:
        """The network that this way trains."""
        single = variants.own_biases() if self.biases == "each" else network.equations
        return variants.for_rows(TASK_ROWS, single) if self.rows == "four" else single

    @property
    def learners(self) -> list[Symbol]:
        """What it trains."""
        return network.learners(self.equations, self.biases != "frozen")

    @property
    def round(self) -> Equations:
        """One round of it as formulas."""
        return one_round(self.equations, self.order == "output_first", self.biases != "frozen")


MODES = [*map(Mode._make, product(("one", "four"), BIASES, ORDERS))]


def start(task: str, mode: Mode) -> dict[str, float]:
    """The numbers a task starts from: its examples, and the article's weights and biases."""
    rows = rows_of_task(task)
    numbers = {str(w): float(network.given[w]) for w in symbols.weights}
    for n, row in enumerate(rows, 1):
        names = [variants.in_row(q, n) if len(rows) > 1 else q for q in EXAMPLE]
        numbers |= {str(q): number for q, number in zip(names, row, strict=True)}
    for layer, bias in zip("ho", symbols.biases, strict=True):
        own = [b for b in network.biases(mode.equations) if b == bias or f"_{layer}" in b.name]
        numbers |= {str(b): float(network.given[bias]) for b in own}
    return numbers


def order_of(output_first: bool) -> str:
    """The order of updating in a word. Raises TypeError for what is not True or False."""
    if not isinstance(output_first, bool):
        raise TypeError(f"output_first must be True or False, not {output_first!r}.")
    return "output_first" if output_first else "together"


def training(task: str, biases: str, order: str) -> dict[str, Any]:
    """All that decides about a training, but for eta. Raises ValueError for an unknown word."""
    for word, known, name in ((task, variants.TASKS, "task"), (biases, BIASES, "biases")):
        arguments.one_of(word, known, name)
    chosen = {"task": task, "biases": biases, "order": order}
    return {**chosen, "start": start(task, mode_of(chosen))}


def with_biases(training: Mapping[str, Any], biases: str) -> dict[str, Any]:
    """The same training with other biases: shared ones become two alike, of two the first is kept.

    Raises ValueError for an unknown word.
    """
    arguments.one_of(biases, BIASES, "biases")
    wanted = {**training, "biases": biases}
    had = training["start"]
    numbers = start(training["task"], mode_of(wanted)) | {w: had[w] for w in had if w[0] != "b"}
    for alike in (("b1", "b_h1", "b_h2"), ("b2", "b_o1", "b_o2")):
        for bias in numbers.keys() & alike:
            numbers[bias] = next(had[name] for name in (bias, *alike) if name in had)
    return {**wanted, "start": numbers}


def showable(training: dict[str, Any], eta: float) -> dict[str, Any]:
    """The same training, if a page can show it.

    Raises ValueError if the first round has a number that fits no float.
    """
    mode = mode_of(training)
    known = {Symbol(name): forward.exact(n, name) for name, n in training["start"].items()}
    values = forward.evaluate(mode.round, {**known, symbols.eta: forward.exact(eta, "eta")})
    for quantity, number in values.items():
        if isinf(float(number)):
            raise ValueError(f"given has numbers so large that {quantity} fits no float.")
    return training


def mode_of(training: Mapping[str, Any]) -> Mode:
    """The way to train that a training asks for."""
    rows = "one" if training["task"] == "article" else "four"
    return Mode(rows, training["biases"], training["order"])
