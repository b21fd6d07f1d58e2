"""The chain rule: multiply along a route, add over the routes."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import prod

from sympy import Expr, Float, Symbol, exp, expand, factor_terms

from mazurnet import forward, network
from mazurnet.network import Equations
from mazurnet.symbols import E_total, delta_of, net_o1, out_o1


def local(top: Symbol, below: Symbol, equations: Equations = network.equations) -> Expr:
    """How fast `top` grows with `below` when nothing else moves: SymPy's derivative.

    What lies between the two is opened first. The slope of the squash comes out written in its
    own output, out (1 - out), as lesson 02 shows it may. Raises ValueError if `below` is not
    inside `top`.
    """
    formula = network.opened(top, below, equations)
    if formula == network.logistic(below):
        return _slope_of_the_squash().xreplace({out_o1: top})
    return formula.diff(below)


@cache
def _slope_of_the_squash() -> Expr:
    slope = network.logistic(net_o1).diff(net_o1)
    in_its_output = slope.subs(exp(-net_o1), 1 / out_o1 - 1)  # the squash, solved for e^-net
    return factor_terms(expand(in_its_output))


@dataclass(frozen=True)
class Chain:
    """A product of derivatives along one route, in the order they are multiplied.

    `route` names the quantities from the top down, as in (E_total, out_o1, net_o1, w5);
    `factors` has one formula for each step from a quantity to the next. SymPy would sort the
    factors, a chain keeps them. Raises ValueError if the two do not match. Lesson 02 builds the
    first one by hand.
    """

    route: tuple[Symbol, ...]
    factors: tuple[Expr, ...]

    def __post_init__(self) -> None:
        if len(self.route) < 2:
            raise ValueError("A route takes at least two quantities, from the top down.")
        if len(self.factors) != len(self.route) - 1:
            raise ValueError(
                f"A route through {len(self.route)} quantities takes {len(self.route) - 1} steps "
                f"and as many factors, not {len(self.factors)}."
            )

    @property
    def product(self) -> Expr:
        """The factors multiplied into one formula."""
        return prod(self.factors)

    def at(self, values: forward.Values, digits: int = 15) -> Float:
        """The product as a number. Raises ValueError if a quantity in it has no value yet."""
        return forward.value(self.product, values, digits)


def along(*route: Symbol, equations: Equations = network.equations) -> Chain:
    """The chain along a route from the top down, each factor derived. Lesson 02.

    `along(E_total, out_o1, net_o1, w6)` has three factors. Raises ValueError if a quantity of
    the route is not inside the one before it.
    """
    return Chain(route, tuple(local(top, below, equations) for top, below in pairwise(route)))


def routes(
    top: Symbol, bottom: Symbol, equations: Equations = network.equations
) -> tuple[Chain, ...]:
    """Every route from `top` down to `bottom`, one equation at a time. Lesson 03.

    Raises ValueError if there is none.
    """
    paths = _paths(top, bottom, equations)
    if not paths:
        raise ValueError(f"No route leads from {top} down to {bottom}.")
    return tuple(along(*path, equations=equations) for path in paths)


def _paths(top: Symbol, bottom: Symbol, equations: Equations) -> list[tuple[Symbol, ...]]:
    if top == bottom:
        return [(top,)]
    below = equations[top].free_symbols if top in equations else set()
    below_in_order = [q for q in dict.fromkeys((*equations, bottom)) if q in below]
    return [(top, *path) for q in below_in_order for path in _paths(q, bottom, equations)]


def delta(net: Symbol, equations: Equations = network.equations) -> Chain:
    """How fast E_total grows with one neuron's net: the blame at its out, times its slope.

    At an output the blame is read off the error. At a hidden neuron it is the deltas above, each
    through its own weight, added up. Raises ValueError for what is not a neuron's net, and where
    a neuron reaches the error by a way around the neurons after it. Lesson 02 builds it for o1,
    lesson 03 for h1.
    """
    if net not in filter(is_net, equations):
        raise ValueError(f"delta takes a neuron's net such as net_o1, not {net}.")
    (out, *others) = users(net, equations) or [None]
    if out is None or others:
        raise ValueError(f"{net} has no delta here: it must feed its own out and nothing else.")
    above = _nets_fed_by(out, equations)
    blame = sum(delta_of(q) * local(q, out, equations) for q in above)
    return Chain(
        (E_total, out, net),
        (blame or local(E_total, out, equations), local(out, net, equations)),
    )


def deltas(equations: Equations = network.equations) -> dict[Symbol, Expr]:
    """All deltas, output layer first, each in the quantities just above it. Lesson 03."""
    return network.in_order(
        {delta_of(q): delta(q, equations).product for q in equations if is_net(q)}
    )


def gradient(parameter: Symbol, equations: Equations = network.equations) -> Expr:
    """How fast E_total grows with one weight or bias: delta times what the weight multiplies.

    A shared bias feeds several neurons; their deltas are added. Raises ValueError if no neuron
    uses the parameter, or something other than a neuron does. Lesson 02 for w5 to w8 and b2,
    lesson 03 for w1 to w4 and b1.
    """
    fed = _nets_fed_by(parameter, equations)
    if not fed:
        raise ValueError(f"{parameter} feeds no neuron, so it is not a weight or a bias here.")
    return sum(delta_of(q) * local(q, parameter, equations) for q in fed)


def _nets_fed_by(quantity: Symbol, equations: Equations) -> list[Symbol]:
    """The nets that use a quantity; none at an output, and never nets and something else."""
    used_by = users(quantity, equations)
    nets = [user for user in used_by if is_net(user)]
    others = [user for user in used_by if not is_net(user)]
    if nets and others:
        raise ValueError(
            f"{quantity} also stands in {others[0]}; blame is followed through neurons only."
        )
    return nets


def users(quantity: Symbol, equations: Equations = network.equations) -> list[Symbol]:
    """The quantities whose equation has this one in it."""
    return [q for q, formula in equations.items() if quantity in formula.free_symbols]


def is_net(quantity: Symbol) -> bool:
    """Whether a quantity is what flows into a neuron."""
    return quantity.name.startswith("net_")
