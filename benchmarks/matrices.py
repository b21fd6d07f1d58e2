"""How long a step of training takes in matrices, from the article's width to 1,024 neurons.

    python benchmarks/matrices.py

`matrices.train` beside PyTorch, whose autograd does the backward pass: two layers as wide as the
inputs, logistic, half the sum of squares; the error of every step is worked out in both. Both
calculate in float64 on one thread of the CPU. They must end at the same error; then they take
turns, so that what else the machine does falls on both.
"""

import argparse
import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from math import isclose
from statistics import median
from time import perf_counter

os.environ |= {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}  # read when NumPy is loaded

import numpy as np

from mazurnet.arrays import layers, matrices

ETA = 0.5
WIDTHS = [2**n for n in range(1, 11)]
BATCHES = [1, 32]

Setup = tuple[layers.Array, layers.Array, layers.Layers]


def ours(inputs: layers.Array, targets: layers.Array, start: layers.Layers, steps: int) -> float:
    """The last error after that many steps by `matrices.train`."""
    for last, _ in matrices.train(inputs, targets, start, ETA, steps):
        E_total = last
    return E_total


def pytorch_eager(
    inputs: layers.Array, targets: layers.Array, start: layers.Layers, steps: int
) -> float:
    """The same in PyTorch: the forward pass alone, autograd does the rest."""
    import torch

    torch.set_num_threads(1)
    i, target = torch.tensor(inputs), torch.tensor(targets)
    W1, W2 = (torch.tensor(layer.W, requires_grad=True) for layer in start)
    b1, b2 = (torch.tensor(layer.b) for layer in start)
    for left in range(steps, -1, -1):
        out_h = torch.sigmoid(torch.nn.functional.linear(i, W1, b1))
        out_o = torch.sigmoid(torch.nn.functional.linear(out_h, W2, b2))
        E_total = ((target - out_o) ** 2).sum() / 2
        last = E_total.item()
        if left:
            E_total.backward()
            with torch.no_grad():
                for W in (W1, W2):
                    W.sub_(W.grad, alpha=ETA)
                    W.grad = None
    return last


def drawn(width: int, rows: int) -> Setup:
    """Examples and layers to start from, the same in every run."""
    draws = np.random.default_rng(width)
    shape = (rows, width)
    return draws.random(shape), draws.random(shape), layers.random_layers((width, width, width))


def main() -> None:
    """Check that both end alike, then time them in turns and print the table."""
    parser = argparse.ArgumentParser(description="Time a step of training, side by side.")
    parser.add_argument("--repeats", type=int, default=9)
    repeats = parser.parse_args().repeats
    contenders: list[Callable[..., float]] = [ours]
    if find_spec("torch"):
        contenders.append(pytorch_eager)
    else:
        print("PyTorch is not installed and is left out.\n")

    print(f"Microseconds a step, {repeats} repeats in turns\n")
    names = [contender.__name__ for contender in contenders]
    heads = [
        head for rows in BATCHES for head in (f"{names[0]}, rows: {rows}", *names[1:], "ratio")
    ]
    print(f"| width | {' | '.join(heads)} |\n|--:{'|--:' * len(heads)}|")
    for width in WIDTHS:
        cells = [cell for rows in BATCHES for cell in timed(width, rows, contenders, repeats)]
        print(f"| {width:,} | {' | '.join(cells)} |", flush=True)


def timed(
    width: int, rows: int, contenders: list[Callable[..., float]], repeats: int
) -> Iterator[str]:
    """The median of each contender, and the ratio of the last to the first."""
    setup = drawn(width, rows)
    ends = [contender(*setup, 20) for contender in contenders]
    if not all(isclose(end, ends[0], rel_tol=1e-9) for end in ends):
        raise SystemExit(f"At width {width} the errors end at {ends}, not alike.")
    steps = max(5, min(1000, 10**7 // (width**2 * (8 + rows))))
    times: list[list[float]] = [[] for _ in contenders]
    for _ in range(repeats):
        for contender, took in zip(contenders, times, strict=True):
            began = perf_counter()
            contender(*setup, steps)
            took.append(1e6 * (perf_counter() - began) / steps)
    yield from (f"{median(took):,.0f}" for took in times)
    yield f"{median(times[-1]) / median(times[0]):.1f}"


if __name__ == "__main__":
    main()
