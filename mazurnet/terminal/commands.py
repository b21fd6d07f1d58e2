"""The commands: what `python -m mazurnet` does, each brought in when it is asked for."""

import signal
import sys
from _thread import interrupt_main
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

from mazurnet.terminal import lessons, options
from mazurnet.terminal.printing import give_up_printing, say


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks. Returns the exit code."""
    asked, further = options.parsed(sys.argv[1:] if words is None else words)
    if asked.command == "lessons":
        return _open(further)
    # Each imports its own, late: the lessons open without SymPy and Matplotlib.
    commands = {"worksheet": _worksheet, "mark": _mark, "slides": _slides, "train": _train}
    with _ended_as_by_ctrl_c():
        return _ended(lambda: commands[asked.command](asked))


def _ended(command: Callable[[], int]) -> int:
    """The exit code of a command, also of one that is stopped or has nowhere to print to."""
    try:
        code = command()
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        give_up_printing()
        return 0  # whoever was reading has seen enough
    except OSError as error:
        give_up_printing()
        say(f"The output cannot be printed: {error.strerror or error}.")
        return 1
    except BaseException as error:
        if (stop := _stop_behind(error)) is None:
            raise
        say("Stopped.")  # what had to be undone is undone by now
        return 128 + (stop.args[0] if stop.args else signal.SIGINT)


def _stop_behind(error: BaseException | None) -> KeyboardInterrupt | None:
    """The Ctrl-C behind an error: what it interrupts may make an error of its own of it."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error


@contextmanager
def _ended_as_by_ctrl_c() -> Iterator[None]:
    """Has a program that is told to end undo what it has begun, as after Ctrl-C."""
    if current_thread() is not main_thread():
        yield
        return

    def end(number: int, _: Any) -> None:
        raise KeyboardInterrupt(number)

    def end_after_all(lost: Any) -> None:
        if issubclass(lost.exc_type, KeyboardInterrupt):  # it came where Python lets nothing out
            interrupt_main(*lost.exc_value.args)
        else:
            sys.__unraisablehook__(lost)

    before, sys.unraisablehook = signal.signal(signal.SIGTERM, end), end_after_all
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
        sys.unraisablehook = sys.__unraisablehook__


def written(folder: Path, write: Callable[[], list[Path]]) -> int:
    """Write files and say which they are.

    Returns the exit code: 1, after a sentence, where nothing could be written.
    """
    try:
        paths = write()
    except (OSError, ValueError) as refused:
        why = getattr(refused, "strerror", None)  # the system's reason, or else a sentence of ours
        print(f"{folder} cannot be written to: {why}." if why else refused, file=sys.stderr)
        return 1
    print(*(f"Written: {path}" for path in paths), sep="\n")
    return 0


def _open(further: Sequence[str]) -> int:
    try:
        return lessons.open_in_jupyterlab(further)
    except FileNotFoundError as missing:
        print(missing, file=sys.stderr)
        return 1


def _worksheet(asked: Namespace) -> int:
    from mazurnet.classroom import printed_sheets

    def sheets() -> list[Path]:
        if asked.students is None:
            return printed_sheets.for_one(asked.seed, asked.to)
        return printed_sheets.for_a_class(asked.students, asked.seed, asked.to)

    return written(asked.to, sheets)


def _mark(asked: Namespace) -> int:
    from mazurnet.classroom import mark_file
    from mazurnet.classroom.answers_file import NOBODY_SAID, Sheets

    otherwise = NOBODY_SAID if asked.sheet is None and not asked.article else asked.sheet
    return mark_file.mark(asked.answers, Sheets(asked.sheet_column, otherwise))


def _slides(asked: Namespace) -> int:
    from mazurnet.slides import series

    def decks() -> list[Path]:
        chosen = asked.lessons or sorted(lessons.folder().glob("*.ipynb"))
        return series.export(chosen, asked.to, asked.pdf)

    return written(asked.to, decks)


def _train(asked: Namespace) -> int:
    from mazurnet.terminal import train_command

    return train_command.as_asked(vars(asked))
