"""The live network as a picture that stands still, for where no script runs."""

from collections.abc import Mapping
from typing import Any

from sympy import Symbol

from mazurnet import forward, symbols
from mazurnet.display import draw
from mazurnet.display.picture import Picture
from mazurnet.live.modes import Mode
from mazurnet.symbols import new


def still(mode: Mode, given: Mapping[Symbol, Any], eta: float, phase: str, row: int) -> Picture:
    """One phase of a round as `draw` shows it; for several examples the signals of one row."""
    known = {**forward.exact_given(given, mode.equations), symbols.eta: forward.exact(eta, "eta")}
    values = forward.evaluate(mode.round, known)
    like_the_article = mode.rows == "one" and mode.biases != "each"
    if not like_the_article or phase == "forward":
        suffix = f"_{row}" if mode.rows == "four" else ""
        return draw.signals({Symbol(q.name.removesuffix(suffix)): n for q, n in values.items()})
    if phase == "update":
        return draw.step(given, {q: values.get(new(q), number) for q, number in given.items()})
    hidden = symbols.deltas[:2]
    known_by_now = {q: n for q, n in values.items() if phase == "hidden deltas" or q not in hidden}
    return draw.blame(known_by_now)
