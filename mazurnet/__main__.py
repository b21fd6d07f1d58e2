"""`python -m mazurnet` opens the lessons in JupyterLab, trusted, on the first page."""

import importlib.util
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from mazurnet import options

FIRST = "00_start_here.ipynb"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks. Returns the exit code."""
    asked, further = options.read(sys.argv[1:] if arguments is None else arguments)
    if asked.command == "mark":
        from mazurnet import handback  # late: the lessons start without SymPy and Matplotlib

        return handback.mark(asked.answers)
    if asked.command == "worksheet":
        return written(asked.to, lambda: _worksheets(asked.seed, asked.students, asked.to))
    if asked.command == "slides":
        return written(asked.to, lambda: _slides(asked.lessons, asked.to, asked.pdf))
    if asked.command == "train":
        return _train(vars(asked))
    try:
        return open_lessons(further)
    except FileNotFoundError as missing:
        print(missing, file=sys.stderr)
        return 1


def open_lessons(further: Sequence[str] = ()) -> int:
    """Trust every lesson and start JupyterLab on the first one; returns when it is stopped.

    Raises FileNotFoundError if the lessons or JupyterLab are not there.
    """
    folder = lessons_folder()
    if importlib.util.find_spec("jupyterlab") is None:
        raise FileNotFoundError(
            f"JupyterLab is missing: install it with {sys.executable} -m pip install jupyterlab"
        )
    trust(sorted(folder.glob("*.ipynb")))
    # Imported late, and run in this process: its own handling of Ctrl-C is the whole of ours.
    from jupyterlab.labapp import main as jupyter_lab

    jupyter_lab([str(folder / FIRST), f"--ServerApp.root_dir={folder.parent}", *further])
    return 0


def written(folder: Path, write: Callable[[], list[Path]]) -> int:
    """Write files and say which they are.

    Returns the exit code: 1, after a sentence, where nothing could be written.
    """
    try:
        files = write()
    except (OSError, ValueError) as refused:
        why = getattr(refused, "strerror", None)  # the system's reason, or else a sentence of ours
        print(f"{folder} cannot be written to: {why}." if why else refused, file=sys.stderr)
        return 1
    print(*(f"Written: {file}" for file in files), sep="\n")
    return 0


def _worksheets(seed: int, students: int | None, folder: Path) -> list[Path]:
    from mazurnet import handout

    if students is None:
        return handout.for_one(seed, folder)
    return handout.for_a_class(students, seed, folder)


def _slides(lessons: Sequence[Path], folder: Path, with_pdf: bool) -> list[Path]:
    from mazurnet.slides import series

    return series.export(lessons or sorted(lessons_folder().glob("*.ipynb")), folder, with_pdf)


def _train(asked: Mapping[str, Any]) -> int:
    try:
        from mazurnet import training

        return training.train(asked)
    except KeyboardInterrupt:  # before the first round, or a second time
        print("Stopped.", file=sys.stderr)
        return 130


def lessons_folder() -> Path:
    """The folder of lessons: `notebooks` in the current directory, or else beside the package.

    Raises FileNotFoundError if the first lesson is in neither.
    """
    folders = [Path.cwd() / "notebooks", Path(__file__).resolve().parent.parent / "notebooks"]
    for folder in folders:
        if (folder / FIRST).is_file():
            return folder
    raise FileNotFoundError(
        "The lessons are not here: go to the folder that holds README.md and notebooks, "
        "and try again."
    )


def trust(lessons: Sequence[Path]) -> None:
    """Sign the lessons as your own, as `jupyter trust` does: all that was saved in them shows.

    A notebook that cannot be read is left alone; the others open as well without it.
    """
    import nbformat
    from nbformat.sign import NotebookNotary

    notary = NotebookNotary()
    for lesson in lessons:
        with suppress(nbformat.ValidationError, nbformat.reader.NotJSONError, OSError):
            notary.sign(nbformat.read(lesson, as_version=4))
    notary.store.close()


if __name__ == "__main__":
    raise SystemExit(main())
