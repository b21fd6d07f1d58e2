"""Training: `python -m mazurnet train` trains a network, and prints or writes what is reached."""

import json
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event
from typing import Any

from mazurnet import files
from mazurnet.arrays import matrices
from mazurnet.terminal import inspection, recipe, training_run
from mazurnet.terminal.printing import give_up_printing, say
from mazurnet.terminal.recipe import Recipe
from mazurnet.terminal.training_run import Reached

STOPPED = 130  # what a shell expects after Ctrl-C


class Output:
    """Standard output, for as long as somebody reads it."""

    def __init__(self, needed: bool) -> None:
        self.needed = needed  # whether all is in vain without it
        self.failed: OSError | None = None

    def line(self, words: str) -> None:
        """Print a line. Raises OSError the first time it cannot be, if it is needed."""
        self._do(lambda: print(words))

    def end(self) -> None:
        """Print what is held back. Raises OSError if something could not be printed."""
        self._do(sys.stdout.flush)
        if self.failed is not None:
            raise self.failed

    def _do(self, write: Callable[[], object]) -> None:
        try:
            if self.failed is None:
                write()
        except OSError as error:
            self.failed = error
            give_up_printing()
            if self.needed:
                raise


def as_asked(asked: Mapping[str, Any]) -> int:
    """Train as the options ask, by their names. Returns the exit code."""
    to = asked["to"]
    if sys.stdout is None:  # it is closed
        if to is None:
            return _fail("There is nowhere to print to: name a file after --to.")
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    try:
        what = recipe.recipe(asked)
        if to is not None:
            files.rehearse(to.parent, [to.name])
    except OSError as refused:
        return _fail(_why(refused, to))
    except ValueError as reason:
        return _fail(str(reason))
    except MemoryError:
        return _fail("This network needs more memory than there is: ask for fewer neurons.")
    try:
        with training_run.stopping() as stop:
            return _train_and_report(what, stop, asked["json"], asked["inspect"], to)
    except BrokenPipeError:
        return 0  # whoever was reading has seen enough
    except MemoryError:
        return _fail("This needs more memory than there is: ask for fewer neurons or rounds.")
    except OSError as error:
        return _fail(_why(error, "The output"))


def _train_and_report(
    what: Recipe, stop: Event, as_json: bool, inspect: bool, to: Path | None
) -> int:
    out, code = Output(needed=to is None), 0

    def show(round: int, E_total: float) -> None:
        if not as_json:
            out.line(f"{round} {E_total:.9f}")

    reached = training_run.trained(what, stop, show, with_bar=as_json or not sys.stdout.isatty())
    if reached.rounds < 0:
        return _fail("Even in round 0 there are numbers beyond the floating-point range.")
    document = json.dumps(result(what, reached), allow_nan=False)
    if to is not None:
        code = _write(document, to)
    if as_json or code:
        out.line(document)  # so that the work of hours is not lost with a disk that was full
    elif inspect:
        for line in inspection.lines(what, reached.layers):
            out.line(line)
    if reached.stopped:
        code = STOPPED
        say(f"Stopped at round {reached.rounds} of {what.rounds}.")
    elif reached.rounds < what.rounds:
        say(f"The network ran away: round {reached.rounds} is the last whose numbers are finite.")
    out.end()
    return code


def result(what: Recipe, reached: Reached) -> dict[str, Any]:
    """All that was asked for and reached, for a machine: names, numbers and lists."""
    how = ("task", "network", "eta", "loss", "biases", "batch", "seed")
    return {
        **{name: getattr(what, name) for name in how},
        "rounds": reached.rounds,
        "rounds_asked": what.rounds,
        "stopped": reached.stopped,
        "E_total": reached.errors,
        "layers": [
            {"W": W.tolist(), "b": b.tolist(), "squash": squash} for W, b, squash in reached.layers
        ],
        "outputs": matrices.forward(what.inputs, reached.layers)[-1].tolist(),
    }


def _write(document: str, to: Path) -> int:
    try:
        files.write(to.parent, {to.name: f"{document}\n".encode()})
    except OSError as error:
        return _fail(f"{_why(error, to)} So it is printed instead.")
    say(f"Written: {to}")
    return 0


def _why(error: OSError, what: object) -> str:
    """The system's reason, in a sentence, or else a sentence of ours."""
    return f"{what} cannot be written: {error.strerror}." if error.strerror else str(error)


def _fail(sentence: str) -> int:
    say(sentence)
    return 1
