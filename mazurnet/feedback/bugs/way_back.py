"""The way back along a tape, slips on it, and the blame they find. Lesson 10."""

from typing import Any

from mazurnet import chain, descent, network
from mazurnet.arrays.tape import Number, taped
from mazurnet.feedback.bugs.misprint import misprints_of
from mazurnet.feedback.bugs.printouts import four_digits
from mazurnet.forward import value
from mazurnet.symbols import w1, w5

PROGRAM = {
    "line 1": "blame = dict.fromkeys(tape, 0)",
    "line 2": "blame[tape[-1]] = 1",
    "line 3": "for number in reversed(tape):",
    "line 4": "    for part, slope in number.parts:",
    "line 5": "        blame[part] += blame[number] * slope",
}

_misprint = misprints_of(PROGRAM, "back", 10)

MISPRINTS = (
    _misprint(
        "The blame of another route is overwritten.",
        "Over the routes one adds.",
        {"line 5": "        blame[part] = blame[number] * slope"},
    ),
    _misprint(
        "The tape is followed from its beginning.",
        "Blame is handed on once it is complete.",
        {"line 3": "for number in tape:"},
    ),
    _misprint(
        "The blame from above is left out.",
        "Along a route one multiplies.",
        {"line 5": "        blame[part] += slope"},
    ),
    _misprint(
        "The slope is added to the blame.",
        "Along a route one multiplies.",
        {"line 5": "        blame[part] += blame[number] + slope"},
    ),
    _misprint(
        "The blame is multiplied by the part's value.",
        "It is multiplied by the slope.",
        {"line 5": "        blame[part] += blame[number] * part.value"},
    ),
    _misprint(
        "The blame is multiplied by the number's value.",
        "It is multiplied by the slope.",
        {"line 5": "        blame[part] += blame[number] * number.value"},
    ),
    _misprint(
        "The slope is left out.",
        "Along a route one multiplies.",
        {"line 5": "        blame[part] += blame[number]"},
    ),
    _misprint(
        "Every number starts with a blame of 1.",
        "Only the error does.",
        {"line 1": "blame = dict.fromkeys(tape, 1)"},
    ),
    _misprint(
        "The error starts with its own value.",
        "It grows exactly as fast as itself.",
        {"line 2": "blame[tape[-1]] = tape[-1].value"},
    ),
    _misprint(
        "Blame is taken off at each part.",
        "What a part hands up it gets back with the same sign.",
        {"line 5": "        blame[part] -= blame[number] * slope"},
    ),
)


def run(source: str, tape: list[Number]) -> dict[Number, float]:
    """The blame of each number on the tape, as these lines find it."""
    names: dict[str, Any] = {"tape": tape}
    exec(compile(source, "<the way back>", "exec"), names)
    return names["blame"]


def what_comes_of(source: str) -> str:
    """The gradients of w5 and w1 that these lines find, beside the right ones."""
    tape, known = taped(network.given)
    blame = run(source, tape)
    values = descent.backward(network.given)
    right = {w: value(chain.gradient(w), values) for w in (w5, w1)}
    told = (
        f"{w} gets {four_digits(blame[known[w]])}, which should be {four_digits(should)}"
        for w, should in right.items()
    )
    return f"{'; '.join(told)}."
