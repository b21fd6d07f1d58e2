"""A foreign opinion: the eight gradients from PyTorch, which knows no formula of ours."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

from sympy import Symbol

from mazurnet import layers
from mazurnet.symbols import weights


class LeftOut(str):
    """What is left out, and why, in a sentence."""

    def __repr__(self) -> str:
        return str(self)


def by_pytorch(given: Mapping[Symbol, Any]) -> dict[Symbol, float] | LeftOut:
    """dE_total/dw1 to dw8 from PyTorch, or what is left out where it isn't installed. Lesson 08.

    Raises TypeError or ValueError for what is no network of these lessons.
    """
    i, target, (hidden, output) = layers.from_given(given)
    if find_spec("torch") is None:
        return LeftOut("PyTorch isn't installed here, so its gradients are left out.")
    import torch  # large, and not everybody has it

    W1, W2 = (torch.tensor(layer.W, requires_grad=True) for layer in (hidden, output))
    i, target, b1, b2 = map(torch.tensor, (i, target, hidden.b, output.b))
    out_o = torch.sigmoid(W2 @ torch.sigmoid(W1 @ i + b1) + b2)
    (((target - out_o) ** 2).sum() / 2).backward()
    slopes = [*W1.grad.flatten().tolist(), *W2.grad.flatten().tolist()]
    return dict(zip(weights, slopes, strict=True))
