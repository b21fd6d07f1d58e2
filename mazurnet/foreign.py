"""A foreign opinion: the eight gradients from PyTorch, which knows no formula of ours."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

from sympy import Symbol

from mazurnet import matrices
from mazurnet.symbols import weights


class LeftOut(str):
    """What is left out, and why, in a sentence."""

    def __repr__(self) -> str:
        return str(self)


def by_pytorch(given: Mapping[Symbol, Any]) -> dict[Symbol, float] | LeftOut:
    """dE_total/dw1 to dw8 from PyTorch, or what is left out where it isn't installed. Lesson 08.

    Raises TypeError or ValueError for what is no network of these lessons.
    """
    arrays = matrices.from_given(given)
    if find_spec("torch") is None:
        return LeftOut("PyTorch isn't installed here, so its gradients are left out.")
    import torch  # large, and not everybody has it

    i, target, (W1, b1, W2, b2) = arrays
    i, target, *layers = (torch.tensor(a, dtype=torch.float64) for a in (i, target, W1, b1, W2, b2))
    W1, b1, W2, b2 = layers
    W1.requires_grad_(), W2.requires_grad_()
    out_o = torch.sigmoid(W2 @ torch.sigmoid(W1 @ i + b1) + b2)
    (((target - out_o) ** 2).sum() / 2).backward()
    return dict(
        zip(weights, [*W1.grad.flatten().tolist(), *W2.grad.flatten().tolist()], strict=True)
    )
