"""Descent: every weight one step down its own slope, once or ten thousand times."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile
from typing import Any

from sympy import Expr, Symbol

from mazurnet import arguments, chain, forward, generated_code, network, symbols
from mazurnet.network import Equations
from mazurnet.symbols import E_total, new


def backward(
    given: Mapping[Symbol, Any], equations: Equations = network.equations, digits: int = 15
) -> forward.Values:
    """All values of a forward pass, and every delta from the backward pass. Lesson 03.

    Takes and raises what `forward` does.
    """
    known = forward.exact_given(given, equations)
    return forward.evaluate({**equations, **chain.deltas(equations)}, known, digits)


def one_round(
    equations: Equations = network.equations, output_first: bool = False, biases: bool = False
) -> dict[Symbol, Expr]:
    """One round of training as formulas: the forward pass, the deltas, the new weights.

    With `output_first` the hidden deltas use weights that have already moved, as the article's
    closing figures do; lesson 04 tells that story. With `biases` these learn, too.
    """
    learn = network.learners(equations, biases)
    steps = {new(w): w - symbols.eta * chain.gradient(w, equations) for w in learn}
    deltas = chain.deltas(equations)
    if not output_first:
        return {**equations, **deltas, **steps}
    moved = {w: new(w) for w in learn}
    return network.in_order(
        {**equations, **{q: f.xreplace(moved) for q, f in deltas.items()}, **steps}
    )


def step(
    given: Mapping[Symbol, Any],
    eta: Any,
    equations: Equations = network.equations,
    output_first: bool = False,
    digits: int = 15,
    biases: bool = False,
) -> dict[Symbol, Expr]:
    """The given numbers after one round: each weight minus eta times its gradient. Lesson 04.

    Raises TypeError or ValueError where `forward` does, and unless eta is a finite number.
    """
    known = forward.exact_given(given, equations)
    start = {**known, symbols.eta: forward.exact(eta, "eta")}
    values = forward.evaluate(one_round(equations, output_first, biases), start, digits)
    return {q: values.get(new(q), number) for q, number in known.items()}


@dataclass(frozen=True, repr=False)
class History:
    """What training passed through: E_total and the weights at every round, from round 0.

    `history[E_total]` and `history[w5]` have a float for each round.
    """

    given: dict[Symbol, Expr]
    names: tuple[Symbol, ...]
    rows: list[tuple[float, ...]]

    @property
    def rounds(self) -> int:
        """How many rounds were trained: fewer than asked for where the network ran away."""
        return len(self.rows) - 1

    def __repr__(self) -> str:
        first, last = (f"{self[E_total][n]:.3g}" for n in (0, -1))
        return f"History of {self.rounds:,} rounds: E_total from {first} to {last}."

    def __getitem__(self, quantity: Symbol) -> tuple[float, ...]:
        arguments.one_of(quantity, self.names, "A quantity of a history")
        return self._columns[quantity]

    @cached_property
    def _columns(self) -> dict[Symbol, tuple[float, ...]]:
        return dict(zip(self.names, zip(*self.rows, strict=True), strict=True))

    def at(self, round: int) -> dict[Symbol, Any]:
        """The given numbers as they stood at that round, ready for `forward`."""
        if arguments.count(round, "round") > self.rounds:
            raise ValueError(f"round must be at most {self.rounds}, the last that was trained.")
        return self.given | dict(zip(self.names[1:], self.rows[round][1:], strict=True))


def train(
    given: Mapping[Symbol, Any],
    eta: Any,
    rounds: int,
    equations: Equations = network.equations,
    output_first: bool = False,
    biases: bool = False,
) -> History:
    """E_total and every weight, round by round, by the code that `source` prints. Lesson 05.

    Where a network runs away, the history ends with the last round whose numbers fit a float.
    Raises TypeError or ValueError where `step` does, unless rounds is a whole number from 0 up,
    and where the numbers fit no float to begin with.
    """
    known = forward.exact_given(given, equations)
    keep = (E_total, *network.learners(equations, biases))
    if len(keep) == 1:
        raise ValueError("equations has no weights (w1, w2, ...), so there is nothing to train.")
    start = {str(q): float(number) for q, number in known.items()}
    start |= {
        "eta": float(arguments.number(eta, "eta")),
        "rounds": arguments.count(rounds, "rounds"),
    }
    rows = _finite(_run(source(equations, output_first, biases), start))
    if not rows:
        raise ValueError("given has numbers so large that not even one round of them fits a float.")
    return History(known, keep, rows)


def source(
    equations: Equations = network.equations, output_first: bool = False, biases: bool = False
) -> str:
    """The Python that `train` runs, printed from `one_round`. Lesson 05."""
    return _source(tuple(equations.items()), output_first, biases)


@cache
def _source(equations: tuple[tuple[Symbol, Expr], ...], output_first: bool, biases: bool) -> str:
    formulas = one_round(dict(equations), output_first, biases)
    learn = network.learners(dict(equations), biases)
    return generated_code.loop(formulas, (E_total, *learn), {w: new(w) for w in learn})


def _run(source: str, start: dict[str, float]) -> list[tuple[float, ...]]:
    for exp in (math.exp, generated_code.exp_without_end):
        rows: list[tuple[float, ...]] = []
        try:
            generated_code.compiled(source, exp)(rows, **start)
        except OverflowError:
            continue  # from the start again, with an exponential that has no end
        except (ValueError, ZeroDivisionError):
            pass  # a formula left its domain: what was reached is kept
        return rows
    return rows


def _finite(rows: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    if rows and math.isfinite(sum(rows[-1]) + sum(row[0] for row in rows)):
        return rows  # a weight that left the range never comes back, so the last row tells
    return list(takewhile(lambda row: all(map(math.isfinite, row)), rows))
