"""How long it takes to import the package, each time in a fresh interpreter.

python benchmarks/imports.py
"""

import subprocess
import sys
from statistics import median

REPEATS = 9
IMPORTS = ("math", "mazurnet", "mazurnet.descent", "mazurnet.draw", "sympy", "matplotlib.pyplot")
TIMED = "from time import perf_counter as now; t = now(); import {}; print(1000 * (now() - t))"


def milliseconds(module: str) -> float:
    """One import in an interpreter of its own."""
    command = [sys.executable, "-c", TIMED.format(module)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Take turns, and print the table."""
    times: dict[str, list[float]] = {module: [] for module in IMPORTS}
    for turn in range(REPEATS + 1):
        for module, took in times.items():
            spent = milliseconds(module)
            if turn:  # the first turn warms the disk
                took.append(spent)
    print(f"{REPEATS} repeats in turns, milliseconds\n")
    print("| import | median | fastest to slowest |\n|:--|--:|--:|")
    for module, took in times.items():
        print(f"| {module} | {median(took):.0f} | {min(took):.0f} to {max(took):.0f} |")


if __name__ == "__main__":
    main()
