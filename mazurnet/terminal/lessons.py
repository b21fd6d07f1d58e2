"""The lessons: where they are, whose they are, and how they open in JupyterLab."""

import importlib.util
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

FIRST_LESSON = "00_start_here.ipynb"


def open_in_jupyterlab(further: Sequence[str] = ()) -> int:
    """Trust every lesson and start JupyterLab on the first one; returns when it is stopped.

    Raises FileNotFoundError if the lessons or JupyterLab are not there.
    """
    notebooks = folder()
    if importlib.util.find_spec("jupyterlab") is None:
        raise FileNotFoundError(
            f"JupyterLab is missing: install it with {sys.executable} -m pip install jupyterlab"
        )
    trust(sorted(notebooks.glob("*.ipynb")))
    # Imported late, and run in this process: its own handling of Ctrl-C is the whole of ours.
    from jupyterlab.labapp import main as jupyter_lab

    jupyter_lab(
        [str(notebooks / FIRST_LESSON), f"--ServerApp.root_dir={notebooks.parent}", *further]
    )
    return 0


def folder() -> Path:
    """The folder of lessons: `notebooks` in the current directory, or else beside the package.

    Raises FileNotFoundError if the first lesson is in neither.
    """
    package = Path(__file__).resolve().parent.parent
    for place in (Path.cwd() / "notebooks", package.parent / "notebooks"):
        if (place / FIRST_LESSON).is_file():
            return place
    raise FileNotFoundError(
        "The lessons are not here: go to the folder that holds README.md and notebooks, "
        "and try again."
    )


def trust(notebooks: Sequence[Path]) -> None:
    """Sign the lessons as your own, as `jupyter trust` does: all that was saved in them shows.

    A notebook that cannot be read is left alone; the others open as well without it.
    """
    import nbformat
    from nbformat.sign import NotebookNotary

    notary = NotebookNotary()
    for notebook in notebooks:
        with suppress(nbformat.ValidationError, nbformat.reader.NotJSONError, OSError):
            notary.sign(nbformat.read(notebook, as_version=4))
    notary.store.close()
