"""The live network as a widget: its state is here and on the page, and moves both."""

from base64 import b64encode
from collections.abc import Mapping
from decimal import Decimal
from numbers import Real
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets
from sympy import Symbol

from mazurnet import arguments, forward, variants
from mazurnet.descent import train
from mazurnet.live import modes, page
from mazurnet.network import Equations
from mazurnet.symbols import E_total

if TYPE_CHECKING:
    from mazurnet.display.picture import Picture

LAST_ROUND = 10_000
SLOWEST_ETA, FASTEST_ETA = 0.01, 1000
PHASES = ("forward", "output deltas", "hidden deltas", "update")
NUMBERS = (Real, Decimal)  # what `arguments.number` then looks at
STATE = ("training", "eta", "round", "phase", "row")


class LiveNetwork(anywidget.AnyWidget):
    """The network, computed and drawn in the page, with every number in reach.

    `eta`, `round` and `phase` can be read and set, and `given`, the numbers on the screen. `task`
    (article, AND, OR, NAND, XOR), `biases` (frozen, shared, each) and `output_first` say what is
    trained and how; another task begins with its own numbers. A wrong value raises
    TypeError, ValueError or TraitError, and nothing changes. From lesson 01 on.
    """

    _esm = page.bundle("widget")

    training = traitlets.Dict().tag(sync=True)
    eta = traitlets.Union([traitlets.Instance(number) for number in NUMBERS]).tag(sync=True)
    round = traitlets.Int(0).tag(sync=True)
    phase = traitlets.Enum(PHASES, PHASES[0]).tag(sync=True)
    row = traitlets.Int(1).tag(sync=True)  # of a task, the example that the picture shows

    def __init__(
        self,
        given: Mapping[Symbol, Any] | None = None,
        *,
        task: str = "article",
        biases: str = "frozen",
        output_first: bool = False,
        eta: Any = 0.5,
        round: int = 0,
        phase: str = PHASES[0],
        row: int = 1,
    ) -> None:
        training = modes.training(task, biases, modes.order_of(output_first))
        super().__init__(training=training, eta=eta, round=round, phase=phase, row=row)
        if given is not None:
            self.training = self._started(given)

    @property
    def task(self) -> str:
        """What is trained on: the article's example, or four examples of AND, OR, NAND or XOR."""
        return self.training["task"]

    @task.setter
    def task(self, task: str) -> None:
        self._begin(modes.training(task, self.biases, self.training["order"]))

    @property
    def biases(self) -> str:
        """Whether the biases are frozen or learn, shared by a layer or each neuron's own."""
        return self.training["biases"]

    @biases.setter
    def biases(self, biases: str) -> None:
        self.training = modes.with_biases(self.training, biases)

    @property
    def output_first(self) -> bool:
        """Whether the output layer is updated before the hidden deltas are worked out."""
        return self.training["order"] == "output_first"

    @output_first.setter
    def output_first(self, output_first: bool) -> None:
        self.training = {**self.training, "order": modes.order_of(output_first)}

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
        self._begin(self._started(numbers))

    @property
    def equations(self) -> Equations:
        """The network that is trained: the article's, or its variant for this task and biases."""
        return modes.mode_of(self.training).equations

    def html(self) -> str:
        """This network as a page of its own: opened from disk with no network, it works."""
        return page.full_page(self._state, self.still()._repr_html_())

    def save(self, path: str | Path) -> None:
        """Write that page to a file."""
        Path(path).write_text(self.html(), encoding="utf-8", newline="\n")

    def still(self) -> "Picture":
        """The picture that stands in its place where no script runs."""
        from mazurnet.live.still import still  # late: until then, nothing here needs Matplotlib

        return still(modes.mode_of(self.training), self.given, self.eta, self.phase, self.row)

    def __repr__(self) -> str:
        what = "the article's example" if self.task == "article" else self.task
        error = float(forward.forward(self.given, self.equations)[E_total])
        form = ".9f" if error < 1000 else ".9g"
        return (
            f"Live network: {what}, eta {self.eta:g}, round {self.round:,}, E_total {error:{form}}."
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        picture = self.still()
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        data |= {
            "text/plain": repr(self),
            "text/html": page.fragment(self._state, picture._repr_html_()),
            "image/png": b64encode(picture.png()).decode(),
        }
        return data, metadata

    @property
    def _state(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in STATE}

    def _begin(self, training: dict[str, Any]) -> None:
        with self.hold_sync():
            self.round, self.row = 0, 1
            self.training = training

    def _started(self, numbers: Mapping[Symbol, Any]) -> dict[str, Any]:
        known = forward.exact_given(numbers, self.equations)
        start = {str(q): float(number) for q, number in known.items()}
        return modes.showable({**self.training, "start": start}, self.eta)

    @traitlets.validate("eta")
    def _check_eta(self, proposal: Any) -> float:
        eta = float(arguments.number(proposal["value"], "eta"))
        if not SLOWEST_ETA <= eta <= FASTEST_ETA:
            raise ValueError(
                f"eta goes from {SLOWEST_ETA} to {FASTEST_ETA} here, and {eta:g} is outside."
            )
        return eta

    @traitlets.validate("round", "row")
    def _check_count(self, proposal: Any) -> int:
        name = proposal["trait"].name
        least, most = (
            (0, LAST_ROUND) if name == "round" else (1, len(variants.rows_of_task(self.task)))
        )
        if arguments.count(proposal["value"], name, least) > most:
            raise ValueError(f"{name} must be at most {most} here, not {proposal['value']}.")
        return proposal["value"]
