"""The one way notebooks get written: run every cell afresh and keep what it says, byte for byte.

    python tools/execute.py              executes every lesson in notebooks/, keeps fingerprints
    python tools/execute.py --check      writes nothing, fails if a lesson would change

What differs from run to run or from machine to machine is left out or fixed: times, the Python
version, the widgets. Two runs write the same bytes, so `git diff` shows what changed in
what a lesson says, and nothing else.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from ipykernel.kernelspec import RESOURCES, get_kernel_dict
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from mazurnet.terminal.lessons import SHIPPED, fingerprint_of

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
CELL_SECONDS = 60
START_SECONDS = 120

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = {"name": "python", "file_extension": ".py", "pygments_lexer": "ipython3"}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


class Refused(Exception):
    """A notebook that is not written, and why, in one sentence."""


class ThisPython(KernelSpecManager):
    """Starts the interpreter that runs this file, whatever kernels are installed beside it."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The kernel of this environment, for every name."""
        return KernelSpec(resource_dir=RESOURCES, **get_kernel_dict())


def executed(path: Path) -> str:
    """The text of the notebook file after running it. Raises Refused if a cell raises."""
    notebook = nbformat.read(path, as_version=4)
    _clear(notebook)
    client = NotebookClient(
        notebook,
        km=AsyncKernelManager(kernel_name="python3", kernel_spec_manager=ThisPython()),
        timeout=CELL_SECONDS,
        startup_timeout=START_SECONDS,
        record_timing=False,
        force_raise_errors=True,  # a traceback names folders of this machine
        extra_arguments=["--log-level=40"],  # no warnings about its own transport
        resources={"metadata": {"path": str(path.resolve().parent)}},
    )
    try:
        client.execute(cleanup_kc=True)
    except CellExecutionError as error:
        raised = f"{error.ename}: {error.evalue}"
        raise Refused(f"{path.name}: {_place(notebook)} raises {raised}") from None
    except CellTimeoutError:
        slow = f"{_place(notebook)} takes longer than {CELL_SECONDS} seconds"
        raise Refused(f"{path.name}: {slow}.") from None
    except DeadKernelError:
        raise Refused(f"{path.name}: the kernel died in {_place(notebook)}.") from None
    notebook.metadata.kernelspec = KERNEL
    notebook.metadata.language_info = LANGUAGE
    _merge_streams(notebook)
    _leave_widgets_as_text(notebook)
    return nbformat.writes(notebook).rstrip("\n") + "\n"


def _clear(notebook: NotebookNode) -> None:
    """Forget the last run, so that nothing of it is left in the new one."""
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # the times that JupyterLab records
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None


def _place(notebook: NotebookNode) -> str:
    """The cell that ran last: the only one an execution can have stopped in."""
    ran = [n for n, cell in enumerate(notebook.cells) if cell.get("execution_count") is not None]
    return f"cell {ran[-1] if ran else 0}"


def _merge_streams(notebook: NotebookNode) -> None:
    """What was printed in one go is one output, however the kernel happened to flush it."""
    for cell in notebook.cells:
        merged: list[NotebookNode] = []
        for output in cell.get("outputs", []):
            if merged and output.get("name", "") == merged[-1].get("name"):
                merged[-1].text += output.text
            else:
                merged.append(output)
        if "outputs" in cell:
            cell.outputs = merged


def _leave_widgets_as_text(notebook: NotebookNode) -> None:
    """A slider is dead without its kernel; what is kept of it is the sentence that says so."""
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)


def difference(old: str, new: str) -> str:
    """Where two notebook texts first differ: a cell, or what belongs to no cell."""
    before, after = (nbformat.reads(text, as_version=4).cells for text in (old, new))
    for number, (cell, again) in enumerate(zip(before, after, strict=True)):
        if cell != again:
            return f"cell {number} (id {again.get('id', 'none')})"
    return "its metadata or its layout"


def write_fingerprints() -> None:
    """Keep what is in each lesson, so that `python -m mazurnet lessons` trusts it and no other."""
    lessons = {p.name: fingerprint_of(p.read_bytes()) for p in sorted(NOTEBOOKS.glob("*.ipynb"))}
    SHIPPED.write_text(json.dumps(lessons, indent=1) + "\n", encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Execute the notebooks named, or all of them. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Execute the lessons and write their outputs.")
    parser.add_argument("notebooks", nargs="*", type=Path, help="default: all in notebooks/")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    asked = parser.parse_args(arguments)
    paths = asked.notebooks or sorted(NOTEBOOKS.glob("*.ipynb"))
    try:
        with ThreadPoolExecutor(os.cpu_count()) as threads:  # all run before the first is written
            texts = dict(zip(paths, threads.map(executed, paths), strict=True))
    except (Refused, OSError, nbformat.ValidationError, nbformat.reader.NotJSONError) as refused:
        print(f"Nothing written. {refused}", file=sys.stderr)
        return 1
    changed = {p: text for p, text in texts.items() if p.read_text(encoding="utf-8") != text}
    for path, text in changed.items():
        if asked.check:
            where = difference(path.read_text(encoding="utf-8"), text)
            print(f"{path.name} would change: {where}. Run tools/execute.py.", file=sys.stderr)
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
    if not asked.check and not asked.notebooks:
        write_fingerprints()
    print(f"{len(paths)} notebooks run, {len(changed)} {'differ' if asked.check else 'changed'}.")
    return int(asked.check and bool(changed))


if __name__ == "__main__":
    raise SystemExit(main())
