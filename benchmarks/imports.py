"""What the first cell of each lesson costs, and how soon `check` answers, in fresh interpreters.

python benchmarks/imports.py

Every figure is CPU time. The first cells are held against the libraries that a lesson cannot do
without; the memory is what the kernel's process takes at most, IPython included.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median

REPEATS = 5
LESSONS = sorted((Path(__file__).resolve().parent.parent / "notebooks").glob("*.ipynb"))
ALONE = "import sympy, matplotlib.figure, ipywidgets, anywidget"
VERDICT = "from mazurnet.feedback import check; {} check('dE_dw5', '0.4398')"
# As a kernel runs a cell: in IPython, which is there before the cell is.
TIMED = """
import resource, sys, time
from IPython.core.interactiveshell import InteractiveShell
from ipykernel import kernelapp
shell = InteractiveShell.instance()
before = time.process_time()
result = shell.run_cell(sys.argv[1])
result.raise_error()
seconds = time.process_time() - before
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def cell(code: str) -> tuple[float, float]:
    """Seconds of CPU that a first cell takes, and the megabytes of its process after it."""
    command = [sys.executable, "-c", TIMED, code]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, ran.stdout.split()[-2:])
    return seconds, megabytes


def first_cell(lesson: Path) -> str:
    """The code of a lesson's first cell."""
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    return "".join(next(c["source"] for c in cells if c["cell_type"] == "code"))


def in_turns(codes: dict[str, str]) -> dict[str, tuple[float, float]]:
    """The median seconds and megabytes of each code, taken in turns; the first warms the disk."""
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in codes}
    for turn in range(REPEATS + 1):
        for name, code in codes.items():
            measured = cell(code)
            if turn:
                runs[name].append(measured)
    return {name: _medians(measured) for name, measured in runs.items()}


def _medians(pairs: Iterable[tuple[float, float]]) -> tuple[float, float]:
    seconds, megabytes = zip(*pairs, strict=True)
    return median(seconds), median(megabytes)


def main() -> None:
    """Take turns, and print the tables."""
    cells = in_turns({"alone": ALONE} | {path.stem: first_cell(path) for path in LESSONS})
    alone, _ = cells["alone"]
    print(f"{REPEATS} repeats in turns, medians; alone: {ALONE.removeprefix('import ')}\n")
    print("| first cell | CPU s | times alone | MB |\n|:--|--:|--:|--:|")
    for name, (seconds, megabytes) in cells.items():
        print(f"| {name} | {seconds:.2f} | {seconds / alone:.2f} | {megabytes:.0f} |")
    imported = VERDICT.format("1 or")
    verdicts = in_turns({"import": imported, "import and verdict": VERDICT.format("")})
    first = verdicts["import and verdict"][0] - verdicts["import"][0]
    print(f"\nFirst verdict of check, after its import: {first:.2f} s of CPU")


if __name__ == "__main__":
    main()
