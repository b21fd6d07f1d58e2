"""The live network as a widget: its state is here and on the page, and moves both."""

from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets
from sympy import Symbol

from mazurnet import batch, door, forward
from mazurnet.descent import train
from mazurnet.live import modes, page
from mazurnet.live.modes import Mode
from mazurnet.live.still import still
from mazurnet.network import Equations
from mazurnet.style import Picture
from mazurnet.symbols import E_total

LAST = 10_000
ETA = (0.01, 1000)
PHASES = ("forward", "output deltas", "hidden deltas", "update")
TASKS = ("article", *batch.TASKS)
BIASES = ("frozen", "shared", "each")


class LiveNetwork(anywidget.AnyWidget):
    """The network, computed and drawn in the page, with every number in reach.

    `eta`, `round` and `phase` can be read and set; `given` reads the numbers on the screen, and
    sets new ones to start from. `task`, `biases` and `output_first` say what is trained and how.
    A wrong value raises TypeError, ValueError or TraitError, and nothing changes. Lesson 04.
    """

    _esm = page.bundle("widget")

    training = traitlets.Dict().tag(sync=True)
    eta = traitlets.Float(0.5).tag(sync=True)
    round = traitlets.Int(0).tag(sync=True)
    phase = traitlets.Enum(PHASES, PHASES[0]).tag(sync=True)
    row = traitlets.Int(1).tag(sync=True)

    def __init__(
        self,
        given: Mapping[Symbol, Any] | None = None,
        *,
        task: str = "article",
        biases: str = "frozen",
        output_first: bool = False,
        **state: Any,
    ) -> None:
        super().__init__(training=_training(task, biases, output_first), **state)
        if given is not None:
            self._start(given)

    @property
    def given(self) -> dict[Symbol, Any]:
        """The numbers on the screen, ready for `forward` with this network's `equations`.

        Setting it starts a training from other numbers, at round 0.
        """
        start = {Symbol(name): number for name, number in self.training["start"].items()}
        learning = self.biases != "frozen"
        history = train(
            start, self.eta, self.round, self.equations, self.output_first, biases=learning
        )
        return history.at(min(self.round, history.rounds))

    @given.setter
    def given(self, numbers: Mapping[Symbol, Any]) -> None:
        self._start(numbers)
        self.round = 0

    @property
    def equations(self) -> Equations:
        """The network that is trained: the article's, or its variant for this task and biases."""
        return _mode(self.training).equations

    @property
    def task(self) -> str:
        """What it learns: article, AND, OR, NAND or XOR. Setting it starts again."""
        return self.training["task"]

    @task.setter
    def task(self, task: str) -> None:
        with self.hold_sync():
            self.training = _training(task, self.biases, self.output_first)
            self.round, self.row = 0, 1

    @property
    def biases(self) -> str:
        """What becomes of the biases: frozen, shared or each. Setting it starts again."""
        return self.training["biases"]

    @biases.setter
    def biases(self, biases: str) -> None:
        with self.hold_sync():
            self.training = _training(self.task, biases, self.output_first)
            self.round = 0

    @property
    def output_first(self) -> bool:
        """Whether the output layer is updated before the hidden deltas are worked out."""
        return self.training["order"] == "output_first"

    @output_first.setter
    def output_first(self, output_first: bool) -> None:
        self.training = {**self.training, "order": _order(output_first)}

    def _start(self, numbers: Mapping[Symbol, Any]) -> None:
        known = forward.checked(numbers, self.equations)
        start = {str(q): float(number) for q, number in known.items()}
        self.training = {**self.training, "start": start}

    @traitlets.validate("eta")
    def _check_eta(self, proposal: Any) -> float:
        eta = float(door.number(proposal["value"], "eta"))
        if not ETA[0] <= eta <= ETA[1]:
            raise ValueError(f"eta goes from {ETA[0]} to {ETA[1]} here, and {eta} is outside.")
        return eta

    @traitlets.validate("round")
    def _check_round(self, proposal: Any) -> int:
        if door.count(proposal["value"], "round") > LAST:
            raise ValueError(f"round goes from 0 to {LAST}, not to {proposal['value']}.")
        return proposal["value"]

    @traitlets.validate("row")
    def _check_row(self, proposal: Any) -> int:
        rows = len(modes.examples(self.task))
        if door.count(proposal["value"], "row", least=1) > rows:
            raise ValueError(f"row must be at most {rows} here, not {proposal['value']}.")
        return proposal["value"]

    def html(self) -> str:
        """This network as a page of its own: opened from disk with no network, it works."""
        return page.page(self._state, self.still()._repr_html_())

    def save(self, path: str | Path) -> None:
        """Write `html()` to a file."""
        Path(path).write_text(self.html(), encoding="utf-8", newline="\n")

    @property
    def _state(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("training", "eta", "round", "phase", "row")}

    def still(self) -> Picture:
        """The picture that stands in its place where no script runs."""
        return still(_mode(self.training), self.given, self.eta, self.phase, self.row)

    def __repr__(self) -> str:
        what = "the article's example" if self.task == "article" else self.task
        error = forward.forward(self.given, self.equations)[E_total]
        return (
            f"The live network: {what}, eta {self.eta:g}, "
            f"round {self.round:,}, E_total {float(error):.9f}."
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        picture = self.still()
        data, metadata = super()._repr_mimebundle_(**kwargs)
        data |= {
            "text/plain": repr(self),
            "text/html": page.fragment(self._state, picture._repr_html_()),
            "image/png": b64encode(picture.png()).decode(),
        }
        return data, metadata


def _training(task: str, biases: str, output_first: bool) -> dict[str, Any]:
    door.one_of(task, TASKS, "task")
    door.one_of(biases, BIASES, "biases")
    training = {"task": task, "biases": biases, "order": _order(output_first)}
    return {**training, "start": modes.start(task, _mode(training))}


def _mode(training: Mapping[str, Any]) -> Mode:
    rows = "one" if training["task"] == "article" else "four"
    return Mode(rows, training["biases"], training["order"])


def _order(output_first: bool) -> str:
    return "output_first" if output_first else "together"
