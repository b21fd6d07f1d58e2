"""The way back along a tape, and slips on it. Lesson 10."""

from mazurnet.misprints import book

PROGRAM = {
    "line 1": "blame = dict.fromkeys(tape, 0)",
    "line 2": "blame[tape[-1]] = 1",
    "line 3": "for number in reversed(tape):",
    "line 4": "    for part, slope in number.parts:",
    "line 5": "        blame[part] += blame[number] * slope",
}

_misprint = book.of(PROGRAM, "back", 10)

MISPRINTS = (
    _misprint(
        "The blame of another route is overwritten. Over the routes one adds.",
        {"line 5": "        blame[part] = blame[number] * slope"},
    ),
    _misprint(
        "The tape is followed from its beginning. Blame is handed on once it is complete.",
        {"line 3": "for number in tape:"},
    ),
    _misprint(
        "The blame from above is left out. Along a route one multiplies.",
        {"line 5": "        blame[part] += slope"},
    ),
    _misprint(
        "The slope is added to the blame. Along a route one multiplies.",
        {"line 5": "        blame[part] += blame[number] + slope"},
    ),
    _misprint(
        "The blame is multiplied by the part's value. It is multiplied by the slope.",
        {"line 5": "        blame[part] += blame[number] * part.value"},
    ),
    _misprint(
        "The blame is multiplied by the number's value. It is multiplied by the slope.",
        {"line 5": "        blame[part] += blame[number] * number.value"},
    ),
    _misprint(
        "The slope is left out. Along a route one multiplies.",
        {"line 5": "        blame[part] += blame[number]"},
    ),
    _misprint(
        "Every number starts with a blame of 1. Only the error does.",
        {"line 1": "blame = dict.fromkeys(tape, 1)"},
    ),
    _misprint(
        "The error starts with its own value. It grows exactly as fast as itself.",
        {"line 2": "blame[tape[-1]] = tape[-1].value"},
    ),
    _misprint(
        "Blame is taken off at each part. What a part hands up it gets back with the same sign.",
        {"line 5": "        blame[part] -= blame[number] * slope"},
    ),
)
