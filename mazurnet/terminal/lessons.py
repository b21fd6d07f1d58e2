"""The lessons: where they are, whose they are, and how they open in JupyterLab."""

import importlib.util
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

FIRST_LESSON = "00_start_here.ipynb"
SHIPPED = Path(__file__).with_name("shipped_lessons.json")  # the fingerprint of each lesson


def open_in_jupyterlab(further: Sequence[str] = ()) -> int:
    """Trust the lessons as shipped and start JupyterLab on the first; returns when it is stopped.

    Raises FileNotFoundError if the lessons or JupyterLab are not there.
    """
    notebooks = folder()
    if importlib.util.find_spec("jupyterlab") is None:
        raise FileNotFoundError(
            f"JupyterLab is missing: install it with {sys.executable} -m pip install jupyterlab"
        )
    trust(notebooks)
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


def trust(notebooks: Path) -> None:
    """Sign the lessons that this version ships, so that what was saved in them moves unrun.

    A notebook is known by its content: another beside them, and a lesson that somebody has changed,
    stays as Jupyter has it.
    """
    import nbformat
    from nbformat.sign import NotebookNotary

    notary = NotebookNotary()
    for name, fingerprint in json.loads(SHIPPED.read_text(encoding="utf-8")).items():
        with suppress(OSError, ValueError):  # not there, or no notebook: it opens as any other
            lesson = (notebooks / name).read_bytes()
            if fingerprint_of(lesson) == fingerprint:
                notary.sign(nbformat.reads(lesson.decode(), as_version=4))
    notary.store.close()


def fingerprint_of(notebook: bytes) -> str:
    """What is in a notebook, in 64 letters: the same however its lines end.

    Raises ValueError for what is no JSON.
    """
    content = json.dumps(json.loads(notebook), sort_keys=True)
    return sha256(content.encode()).hexdigest()
