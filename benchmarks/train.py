"""How long 10,000 rounds take, with the error and the weights of every round kept.

    python benchmarks/train.py

The lessons' own `train` beside the same training as it is usually programmed. All must end at the
same error first; then they take turns, so that what else the machine does falls on all of them.
"""

import argparse
from collections.abc import Callable
from importlib.util import find_spec
from math import isclose
from statistics import median
from time import perf_counter
from typing import Any

import neurons
import numpy as np

from mazurnet import network
from mazurnet.descent import train

ETA, ROUNDS, E_AFTER = 0.5, 10_000, 3.510187782979e-05
GIVEN = {str(quantity): float(number) for quantity, number in network.given.items()}

Rows = list[Any]  # a row for each round, the error first


def printed() -> Rows:
    """mazurnet.descent.train: straight lines printed from the derivation."""
    return train(network.given, ETA, ROUNDS).rows


def class_per_neuron() -> Rows:
    """benchmarks/neurons.py: an object for each neuron."""
    return neurons.train(GIVEN, ETA, ROUNDS)


def numpy_as_taught() -> Rows:
    """NumPy: a matrix for each layer."""
    i, target, W1, b1, W2, b2 = arrays()
    history = []
    for _ in range(ROUNDS + 1):
        out_h = 1 / (1 + np.exp(-(W1 @ i + b1)))
        out_o = 1 / (1 + np.exp(-(W2 @ out_h + b2)))
        history.append((0.5 * np.sum((target - out_o) ** 2), W1, W2))
        delta_o = (out_o - target) * out_o * (1 - out_o)
        delta_h = (W2.T @ delta_o) * out_h * (1 - out_h)
        W2 = W2 - ETA * np.outer(delta_o, out_h)
        W1 = W1 - ETA * np.outer(delta_h, i)
    return history


def pytorch_eager() -> Rows:
    """PyTorch: the forward pass alone, autograd does the rest."""
    import torch

    torch.set_num_threads(1)  # two by two is nothing to share out
    i, target, W1, b1, W2, b2 = (torch.tensor(a, dtype=torch.float64) for a in arrays())
    W1.requires_grad_()
    W2.requires_grad_()
    history = []
    for _ in range(ROUNDS + 1):
        out_h = torch.sigmoid(W1 @ i + b1)
        out_o = torch.sigmoid(W2 @ out_h + b2)
        E_total = ((target - out_o) ** 2).sum() / 2
        E_total.backward()
        with torch.no_grad():
            history.append((E_total.item(), W1.clone(), W2.clone()))
            for W in (W1, W2):
                W -= ETA * W.grad
                W.grad = None
    return history


def arrays() -> tuple[Any, ...]:
    """Inputs, targets, and the weights and bias of each layer."""
    w = [GIVEN[f"w{n}"] for n in range(1, 9)]
    i, target = ([GIVEN[a], GIVEN[b]] for a, b in (("i1", "i2"), ("target_o1", "target_o2")))
    W1, W2 = np.reshape(w[:4], (2, 2)), np.reshape(w[4:], (2, 2))
    return np.array(i), np.array(target), W1, GIVEN["b1"], W2, GIVEN["b2"]


def main() -> None:
    """Check that all end alike, then time them in turns and print the table."""
    parser = argparse.ArgumentParser(description="Time 10,000 rounds, side by side.")
    parser.add_argument("--repeats", type=int, default=9)
    repeats = parser.parse_args().repeats
    contenders: list[Callable[[], Rows]] = [printed, class_per_neuron, numpy_as_taught]
    if find_spec("torch"):
        contenders.append(pytorch_eager)
    else:
        print("PyTorch is not installed and is left out.\n")

    began = perf_counter()
    printed()
    first = perf_counter() - began
    for contender in contenders:
        ended = float(contender()[-1][0])
        if not isclose(ended, E_AFTER, rel_tol=1e-9):
            raise SystemExit(f"{contender.__name__} ends at {ended}, not at {E_AFTER}.")

    times: dict[str, list[float]] = {contender.__name__: [] for contender in contenders}
    for _ in range(repeats):
        for contender in contenders:
            began = perf_counter()
            contender()
            times[contender.__name__].append(1000 * (perf_counter() - began))

    own = median(times["printed"])
    print(f"{ROUNDS:,} rounds, {repeats} repeats in turns, milliseconds\n")
    print("| | median | fastest to slowest | ratio |\n|:--|--:|--:|--:|")
    for name, took in times.items():
        spread = f"{min(took):.1f} to {max(took):.1f}"
        print(f"| {name} | {median(took):.1f} | {spread} | {median(took) / own:.1f} |")
    print(f"\nThe first call of `train`, which derives and prints its lines, took {first:.2f} s.")


if __name__ == "__main__":
    main()
