"""How long it takes to mark a class: 300 students with 20 answers each, no two on the same sheet.

python benchmarks/mark.py
"""

import argparse
import random
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from mazurnet import network
from mazurnet.feedback import decimals, fresh_numbers, outcomes, page_of_working
from mazurnet.feedback.page_of_working import LINES
from mazurnet.feedback.slips import SLIPS

ANSWERED_LINES = {
    *("net_h1", "net_h2", "out_h1", "out_h2", "net_o1", "net_o2", "out_o1", "out_o2", "E_total"),
    *("delta_o1", "delta_o2", "dE_dw5", "dE_dw6", "dE_dw7", "dE_dw8", "delta_h1", "delta_h2"),
    *("dE_dw1", "w1_new", "w5_new"),
}
SINGLE_SLIPS = [
    (line, slip)
    for slip in SLIPS.values()
    if not slip.parts and not slip.rounds
    for line in LINES
    if line in slip.changed
]


def answers(seed: int) -> Iterator[tuple[str, str]]:
    """What a student writes down, to four digits, who slips up to twice and goes on from there."""
    draws = random.Random(seed)
    slips = dict(draws.sample(SINGLE_SLIPS, draws.randrange(3)))
    page = page_of_working.true_page()
    page = network.in_order(page | {line: slip.page[line] for line, slip in slips.items()})
    numbers = outcomes.outcomes(fresh_numbers.fresh(seed)).known
    for line, formula in page.items():
        numbers = decimals.results(decimals.program({line: formula}), numbers)
        if line.name in ANSWERED_LINES:
            written = f"{numbers[line.name]:.4g}"
            numbers[line.name] = Decimal(written)
            yield line.name, written


def main() -> None:
    """Let the class write, then time the command, each time in a fresh interpreter."""
    parser = argparse.ArgumentParser(description="Time the marking of a class.")
    parser.add_argument("--students", type=int, default=300)
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    rows = [
        f"student {n},{n},{quantity},{answer}\n"
        for n in range(options.students)
        for quantity, answer in answers(n)
    ]
    took = []
    with TemporaryDirectory() as folder:
        file = Path(folder, "answers.csv")
        file.write_text("student,sheet,quantity,answer\n" + "".join(rows), encoding="utf-8")
        for _ in range(options.repeats):
            began = perf_counter()
            command = [sys.executable, "-m", "mazurnet", "mark", str(file)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            took.append(perf_counter() - began)
    print(done.stdout.splitlines()[0])
    print(f"{median(took):.1f} s, from {min(took):.1f} to {max(took):.1f} in {len(took)} repeats")


if __name__ == "__main__":
    main()
