"""How long the page takes for 10,000 rounds, with the error and the weights of every round kept.

    python benchmarks/page.py

The JavaScript that the page runs, in Node, beside the same lines printed in C and compiled with
`cc -O2`. Both must end at the same error first; then they take turns. The array for the history
is made once, outside of what is timed, for both.
"""

import argparse
import ctypes
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from math import isclose
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sympy import ccode

from mazurnet import generated_code, network
from mazurnet.descent import one_round
from mazurnet.live.page import JS_FOLDER
from mazurnet.symbols import E_total, new

ETA, ROUNDS, E_AFTER = 0.5, 10_000, 3.510187782979e-05
GIVEN = {str(quantity): float(number) for quantity, number in network.given.items()}
GIVEN["eta"] = ETA
FORMULAS, WEIGHTS = one_round(), network.weights()
KEEP = [E_total, *WEIGHTS]
NEEDS = [str(quantity) for quantity in network.needed(FORMULAS)]
GOAL = 3  # times as long as C, and no more

NODE = """import { createInterface } from "node:readline";
import { programs } from "./arithmetic.mjs";

const [given, rounds] = JSON.parse(process.argv[2]);
const { train, needs, learns } = programs.one_frozen_together;
const history = new Float64Array((rounds + 1) * (learns.length + 1));
const numbers = needs.map((name) => given[name]);
for await (const _ of createInterface({ input: process.stdin })) {
  const began = performance.now();
  train(history, rounds, ...numbers);
  const took = performance.now() - began;
  console.log(JSON.stringify([took, history[rounds * (learns.length + 1)]]));
}
"""

Run = Callable[[], tuple[float, float]]  # milliseconds, and the error at the end


@contextmanager
def javascript(folder: Path) -> Iterator[Run]:
    """The page's own lines, in one Node process that trains whenever it is told to."""
    shutil.copy(JS_FOLDER / "arithmetic.js", folder / "arithmetic.mjs")
    program = folder / "page.mjs"
    program.write_text(NODE, encoding="utf-8")
    command = ["node", program, json.dumps([GIVEN, ROUNDS])]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as process:

        def run() -> tuple[float, float]:
            process.stdin.write("again\n")
            process.stdin.flush()
            took, ended = json.loads(process.stdout.readline())
            return took, ended

        yield run


@contextmanager
def c(folder: Path) -> Iterator[Run]:
    """The same lines in C."""
    source, library = folder / "page.c", folder / "page.so"
    source.write_text(in_c(), encoding="utf-8")
    command = ["cc", "-O2", "-shared", "-fPIC", "-o", library, source, "-lm"]
    subprocess.run(command, check=True)
    train = ctypes.CDLL(str(library)).train
    train.argtypes = [ctypes.POINTER(ctypes.c_double), ctypes.c_long]
    train.argtypes += [ctypes.c_double] * len(NEEDS)
    train.restype = None
    history = (ctypes.c_double * ((ROUNDS + 1) * len(KEEP)))()
    numbers = [GIVEN[name] for name in NEEDS]

    def run() -> tuple[float, float]:
        began = perf_counter()
        train(history, ROUNDS, *numbers)
        took = 1000 * (perf_counter() - began)
        return took, history[ROUNDS * len(KEEP)]

    yield run


def in_c() -> str:
    """The C source, printed by SymPy from the formulas of the page's first mode."""
    lines = [
        f"const double {q} = {ccode(f)};"
        for q, f in generated_code.without_repetition(FORMULAS).items()
    ]
    lines += [f"*history++ = {quantity};" for quantity in KEEP]
    lines += [f"{weight} = {new(weight)};" for weight in WEIGHTS]
    body = "\n".join(f"        {line}" for line in lines)
    head = f"void train(double *history, long rounds, {', '.join(f'double {n}' for n in NEEDS)})"
    loop = "for (long round = 0; round <= rounds; round++)"
    return f"#include <math.h>\n\n{head} {{\n    {loop} {{\n{body}\n    }}\n}}\n"


def main() -> None:
    """Check that both end alike, then time them in turns and print the table."""
    parser = argparse.ArgumentParser(description="Time the page's 10,000 rounds beside C.")
    parser.add_argument("--repeats", type=int, default=51)
    repeats = parser.parse_args().repeats
    contenders = {"javascript": (javascript, "node"), "c": (c, "cc")}
    with TemporaryDirectory() as folder, ExitStack() as stack:
        runs: dict[str, Run] = {}
        for name, (contender, needs) in contenders.items():
            if shutil.which(needs):
                runs[name] = stack.enter_context(contender(Path(folder)))
            else:
                print(f"{needs} is not installed, so {name} is left out.\n")
        if not runs:
            return

        first: dict[str, float] = {}
        for name, run in runs.items():
            first[name], ended = run()
            if not isclose(ended, E_AFTER, rel_tol=1e-9):
                raise SystemExit(f"{name} ends at {ended}, not at {E_AFTER}.")

        times: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(repeats):
            for name, run in runs.items():
                times[name].append(run()[0])

    print(f"{ROUNDS:,} rounds, {repeats} repeats in turns, milliseconds\n")
    print("| | first run | median | fastest to slowest | ratio |\n|:--|--:|--:|--:|--:|")
    own = median(times["c"]) if "c" in times else None
    for name, took in times.items():
        spread = f"{min(took):.2f} to {max(took):.2f}"
        ratio = f"{median(took) / own:.2f}" if own else ""
        print(f"| {name} | {first[name]:.2f} | {median(took):.2f} | {spread} | {ratio} |")
    if len(times) == 2:
        ratio = median(times["javascript"]) / own
        print(f"\nJavaScript takes {ratio:.2f} times as long as C; the goal is {GOAL} at most.")


if __name__ == "__main__":
    main()
