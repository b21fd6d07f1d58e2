"""The page of working: one round of training by hand, line by line, in the order of the lessons.

Each line names one number and says how it is worked out from the lines above it. `check`, the
slips and the worksheets all read this page.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from sympy import Expr, Symbol

from mazurnet import chain, network, symbols
from mazurnet.network import Equations, equations
from mazurnet.symbols import E_total, delta_of, errors, eta, nets, new, outs

Page = Mapping[Symbol, Expr]

# On a page a derivative has a name, so that the lines below can use its number.
dE_dw1, dE_dw2, dE_dw3, dE_dw4, dE_dw5, dE_dw6, dE_dw7, dE_dw8 = (
    Symbol(f"dE_d{w}") for w in symbols.weights
)
dE_db1, dE_db2 = BIAS_GRADIENTS = tuple(Symbol(f"dE_d{b}") for b in symbols.biases)
dE_dout_h1, dE_dout_h2, dE_dout_o1, dE_dout_o2 = blames = tuple(Symbol(f"dE_d{q}") for q in outs)
dout_dnet_h1, dout_dnet_h2, dout_dnet_o1, dout_dnet_o2 = slopes = tuple(
    Symbol(f"dout_dnet_{q.name[-2:]}") for q in outs
)
to_h1 = dE_o1_dout_h1, dE_o2_dout_h1 = tuple(Symbol(f"dE_o{n}_dout_h1") for n in (1, 2))
to_h2 = dE_o1_dout_h2, dE_o2_dout_h2 = tuple(Symbol(f"dE_o{n}_dout_h2") for n in (1, 2))
SHARES = (*to_h1, *to_h2)  # what each route brings to a hidden neuron
E_total_new = new(E_total)


class Step(NamedTuple):
    """Lines that are worked out in the same way, and the lesson that builds them."""

    title: str
    lesson: int
    lines: tuple[Symbol, ...]


def gradient_name(parameter: Symbol) -> Symbol:
    """The name of a gradient on the page: w5 gives dE_dw5."""
    return Symbol(f"dE_d{parameter}")


def _error_of(net: Symbol) -> Symbol:
    return Symbol(net.name.replace("net_", "E_"))


def route_name(error: Symbol, out: Symbol) -> Symbol:
    """The name of one route's share: E_o1 and out_h1 give dE_o1_dout_h1."""
    return Symbol(f"d{error}_d{out}")


def derived_page(table: Equations = equations) -> dict[Symbol, Expr]:
    """All lines of one round, derived from the equations, which may be changed ones.

    Lessons 01 to 04 build it: forward pass, output deltas, hidden deltas, updates, and E_total
    after the step.
    """
    return dict(_derived(tuple(table.items())))


@cache
def _derived(table_items: tuple[tuple[Symbol, Expr], ...]) -> Page:
    table = dict(table_items)
    lines = dict(table)
    for net, out, blame, slope in reversed([*zip(nets, outs, blames, slopes, strict=True)]):
        fed = [q for q in chain.users(out, table) if chain.is_net(q)]
        shares = {
            route_name(_error_of(q), out): delta_of(q) * chain.local(q, out, table) for q in fed
        }
        lines |= shares
        lines[blame] = sum(shares) if shares else chain.local(E_total, out, table)
        lines[slope] = chain.local(out, net, table)
        lines[delta_of(net)] = blame * slope
    gradients = {w: gradient_name(w) for w in (*symbols.weights, *symbols.biases)}
    lines |= {dE: chain.gradient(w, table) for w, dE in gradients.items()}
    lines |= {new(w): w - eta * gradients[w] for w in symbols.weights}
    return {
        q: f for q, f in sorted((lines | second_pass()).items(), key=lambda line: _place(line[0]))
    }


@cache
def true_page() -> Page:
    """The page as it should be, derived once."""
    return derived_page()


def second_pass(table: Equations = equations) -> dict[Symbol, Expr]:
    """The forward pass with the new weights: net_h1_new to E_total_new. Lesson 04."""
    names = {q: new(q) for q in (*table, *symbols.weights)}
    return {names[q]: formula.xreplace(names) for q, formula in table.items()}


def old_of(line: str) -> str | None:
    """The name of what a line gives a new value to: w5 for w5_new; None for any other line."""
    return line.removesuffix("_new") if line.endswith("_new") else None


def worked_from(line: Symbol) -> list[Symbol]:
    """The lines and given numbers that a line is worked out from, in the order of the page."""
    return as_on_the_page(true_page()[line].free_symbols)


def as_on_the_page(quantities: Iterable[Symbol]) -> list[Symbol]:
    """Given numbers first, then lines, as the page has them."""
    return sorted(quantities, key=_place)


def _lines(names: str) -> tuple[Symbol, ...]:
    return tuple(map(Symbol, names.split()))


STEPS = (
    Step("what flows into h1 and h2", 1, nets[:2]),
    Step("what h1 and h2 say", 1, outs[:2]),
    Step("what flows into o1 and o2", 1, nets[2:]),
    Step("what o1 and o2 say", 1, outs[2:]),
    Step("the error", 1, errors),
    Step(
        "the deltas of o1 and o2",
        2,
        _lines("dE_dout_o1 dout_dnet_o1 delta_o1 dE_dout_o2 dout_dnet_o2 delta_o2"),
    ),
    Step("the gradients of w5 to w8", 2, _lines("dE_dw5 dE_dw6 dE_dw7 dE_dw8 dE_db2")),
    Step("the blame at h1 and h2", 3, (*to_h1, dE_dout_h1, *to_h2, dE_dout_h2)),
    Step("the deltas of h1 and h2", 3, _lines("dout_dnet_h1 delta_h1 dout_dnet_h2 delta_h2")),
    Step("the gradients of w1 to w4", 3, _lines("dE_dw1 dE_dw2 dE_dw3 dE_dw4 dE_db1")),
    Step("the new weights", 4, tuple(map(new, symbols.weights))),
    Step("the error after the step", 4, (E_total_new,)),
)
LINES = tuple(line for step in STEPS for line in step.lines)
STEP_OF = {line: step for step in STEPS for line in step.lines}
_SECOND = [new(q) for q in equations if q != E_total]
_PLACES = {q: n for n, q in enumerate((*network.given, eta, *LINES[:-1], *_SECOND, E_total_new))}


def _place(quantity: Symbol) -> int:
    return _PLACES.get(quantity, len(_PLACES))
