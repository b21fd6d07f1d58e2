"""PyTorch's gradients are ours where it is installed; where it isn't, a sentence says so."""

from importlib.util import find_spec

import oracle
import pytest

from mazurnet import chain, descent, foreign, forward, network, seeds
from mazurnet.symbols import weights


@pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed")
@pytest.mark.parametrize("given", [network.given, seeds.fresh(3)], ids=["article", "fresh"])
def test_pytorch_finds_the_same_eight_gradients(given):
    values = descent.backward(given)
    ours = {str(w): float(forward.value(chain.gradient(w), values)) for w in weights}
    theirs = {str(w): slope for w, slope in foreign.by_pytorch(given).items()}
    assert oracle.apart(ours, theirs, 1e-12, 0) == []


def test_without_pytorch_it_says_what_is_left_out(monkeypatch):
    monkeypatch.setattr(foreign, "find_spec", lambda name: None)
    said = repr(foreign.by_pytorch(network.given))
    assert said == "PyTorch isn't installed here, so its gradients are left out."
