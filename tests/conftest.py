"""What the tests start from: the article's numbers, worked out by the package."""

import subprocess
import sys
from math import prod
from pathlib import Path

import lab
import pytest
from how_much import LONG
from hypothesis import Phase, settings

from mazurnet import chain, descent, forward, network, symbols
from mazurnet.chain import along, local
from mazurnet.symbols import E_o1, E_o2, E_total, net_o1, out_h1, out_h2, w5

DIGITS = 30

settings.register_profile(  # the first failing numbers will do: to shrink them takes minutes
    "facts",
    deadline=None,
    derandomize=not LONG,  # the same numbers each day, other ones each time in the long stage
    max_examples=1000 if LONG else 100,
    print_blob=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("facts")


@pytest.fixture(scope="session")
def values():
    """The article's forward pass and its deltas, to fifteen digits."""
    return descent.backward(network.given)


@pytest.fixture(scope="session")
def ours():
    """Every figure of the article's first round and of its end, by name, to thirty digits."""
    passed = forward.forward(network.given, digits=DIGITS)
    passed = forward.evaluate(chain.deltas(), passed, DIGITS)
    after = descent.step(network.given, 0.5, digits=DIGITS)
    figures = {str(q): number for q, number in passed.items()}
    figures |= {f"{w}_new": after[w] for w in symbols.weights}
    figures |= {
        name: forward.value(formula, passed, DIGITS) for name, formula in _derivatives().items()
    }
    trained = descent.train(network.given, 0.5, 10_000)
    figures["E_total_after_1"] = forward.forward(after, digits=DIGITS)[E_total]
    figures["E_total_after_10_000"] = trained[E_total][-1]
    figures["E_total_after_10_000_earlier"] = trained[E_total][-1]
    last = forward.forward(trained.at(10_000))
    figures |= {f"{q}_after_10_000": last[q] for q in symbols.outs}
    return figures


@pytest.fixture(scope="session")
def in_fresh_process():
    """What a program prints when a new Python runs it from the project's folder."""

    def run(program):
        return subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    return run


def pytest_terminal_summary(terminalreporter):
    """Below the dots, what tests have measured."""
    passed = terminalreporter.getreports("passed")
    figures = [f for report in passed if report.when == "call" for f in report.user_properties]
    if figures:
        terminalreporter.section("measured")
    for what, figure in figures:
        terminalreporter.write_line(f"{what}: {figure}")


@pytest.fixture(scope="session")
def browser():
    """A Chromium without a window, for all tests of one process."""
    with lab.browser() as chromium:
        yield chromium


def _derivatives():
    found = {f"dE_d{q}": chain.gradient(q) for q in (*symbols.weights, *symbols.biases)}
    for net, out in zip(symbols.nets, symbols.outs, strict=True):
        found[f"dout_d{net}"] = local(out, net)
        found[f"dE_d{out}"] = sum(prod(route.factors) for route in chain.routes(E_total, out))
    for E, out, net in zip((E_o1, E_o2), symbols.outs[2:], symbols.nets[2:], strict=True):
        for h in (out_h1, out_h2):
            found[f"d{E}_d{h}"] = along(E, out, net, h).product
    found["dnet_dw5"] = local(net_o1, w5)
    return found
