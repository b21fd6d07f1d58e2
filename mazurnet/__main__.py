"""`python -m mazurnet` opens the lessons in JupyterLab, trusted, on the first page."""

import argparse
import importlib.util
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

FIRST = "00_start_here.ipynb"
HERE = "the current one if unsaid"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks. Returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words.insert(0, "lessons")
    parser = argparse.ArgumentParser(
        prog="python -m mazurnet", description="Backpropagation, worked through with real numbers."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser(
        "lessons",
        help="open the lessons in JupyterLab; what is asked for when nothing is",
        description="Open the lessons in JupyterLab. Further options, such as --no-browser or "
        "--port 9999, go to JupyterLab as they are.",
    )
    worksheet = commands.add_parser(
        "worksheet",
        help="write a worksheet with fresh numbers and its key, to print",
        description="Write a worksheet and its answer key, to print. The number of a sheet stands "
        "on it, and brings the same sheet again. For a class: a sheet for each student, each with "
        "other numbers, the keys, and a blank table to type the answers into.",
    )
    worksheet.add_argument(
        "--seed", type=int, default=1, metavar="NUMBER", help="the first or only sheet; 1 if unsaid"
    )
    worksheet.add_argument(
        "--class", type=int, dest="students", metavar="STUDENTS", help="so many sheets, not one"
    )
    worksheet.add_argument("--to", type=Path, default=Path(), metavar="FOLDER", help=HERE)
    marking = commands.add_parser(
        "mark",
        help="mark a class's answers, and say which step is misunderstood by how many",
        description="Mark the answers of a class: a CSV file whose first line names the columns "
        "student, sheet, quantity and answer. Beside it come the same rows with their verdicts, a "
        "page for the teacher and a picture for the wall.",
    )
    marking.add_argument("answers", help="the file, such as answers.csv")
    slides = commands.add_parser(
        "slides",
        help="write every lesson as a deck of slides that needs no network, and an index page",
        description="Write lessons as decks of slides, each one file that needs no network, and "
        "an index page. Those of an earlier time are replaced.",
    )
    slides.add_argument(
        "lessons", nargs="*", type=Path, metavar="LESSON", help="notebooks; every lesson if unsaid"
    )
    slides.add_argument(
        "--to", type=Path, default=Path("slides"), metavar="FOLDER", help="slides if unsaid"
    )
    slides.add_argument("--pdf", action="store_true", help="a PDF of each, too, a page a slide")
    asked, further = parser.parse_known_args(words)
    if further and asked.command != "lessons":
        commands.choices[asked.command].error(f"unrecognized arguments: {' '.join(further)}")
    if asked.command == "mark":
        from mazurnet import handback  # late: the lessons start without SymPy and Matplotlib

        return handback.mark(asked.answers)
    if asked.command == "worksheet":
        return written(asked.to, lambda: _worksheets(asked.seed, asked.students, asked.to))
    if asked.command == "slides":
        return written(asked.to, lambda: _slides(asked.lessons, asked.to, asked.pdf))
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

    jupyter_lab([str(folder / FIRST), f"--ServerApp.root_dir={folder}", *further])
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
