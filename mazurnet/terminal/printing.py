"""Printing: sentences for whoever sits in front, and what to do when nobody reads any more."""

import os
import sys
from contextlib import suppress


def say(sentence: str) -> None:
    """A sentence about what went on, beside what is printed; nothing where that is closed."""
    if sys.stderr is not None:  # where it is closed, print would take standard output for it
        with suppress(OSError):
            print(sentence, file=sys.stderr)


def give_up_printing() -> None:
    """Let what is still held back go nowhere: it would fail once more when Python ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
