"""The alphabet: every quantity of the network under the article's own name.

A name stands for the same thing everywhere: in the article, in Python, in a formula and in the
picture. Each is a bare SymPy symbol; its number is asked for, as in `values[out_h1]`.
Lesson 00 shows the table.
"""

from sympy import Symbol, symbols

i1, i2 = inputs = symbols("i1 i2")
target_o1, target_o2 = targets = symbols("target_o1 target_o2")
w1, w2, w3, w4, w5, w6, w7, w8 = weights = symbols("w1:9")
b1, b2 = biases = symbols("b1 b2")
net_h1, net_h2, net_o1, net_o2 = nets = symbols("net_h1 net_h2 net_o1 net_o2")
out_h1, out_h2, out_o1, out_o2 = outs = symbols("out_h1 out_h2 out_o1 out_o2")
E_o1, E_o2, E_total = errors = symbols("E_o1 E_o2 E_total")
delta_h1, delta_h2, delta_o1, delta_o2 = deltas = symbols("delta_h1 delta_h2 delta_o1 delta_o2")
eta = Symbol("eta")

meaning: dict[Symbol, str] = {
    i1: "first input",
    i2: "second input",
    target_o1: "what o1 should say",
    target_o2: "what o2 should say",
    w1: "weight from i1 to h1",
    w2: "weight from i2 to h1",
    w3: "weight from i1 to h2",
    w4: "weight from i2 to h2",
    w5: "weight from h1 to o1",
    w6: "weight from h2 to o1",
    w7: "weight from h1 to o2",
    w8: "weight from h2 to o2",
    b1: "bias of h1 and h2",
    b2: "bias of o1 and o2",
    net_h1: "all that flows into h1",
    net_h2: "all that flows into h2",
    out_h1: "what h1 says: net_h1, squashed",
    out_h2: "what h2 says: net_h2, squashed",
    net_o1: "all that flows into o1",
    net_o2: "all that flows into o2",
    out_o1: "what o1 says: net_o1, squashed",
    out_o2: "what o2 says: net_o2, squashed",
    E_o1: "error of o1",
    E_o2: "error of o2",
    E_total: "error of the network",
    delta_o1: "how fast E_total grows with net_o1",
    delta_o2: "how fast E_total grows with net_o2",
    delta_h1: "how fast E_total grows with net_h1",
    delta_h2: "how fast E_total grows with net_h2",
    eta: "learning rate: how far one step goes",
}


def new(weight: Symbol) -> Symbol:
    """The name of a weight after one step: w5 becomes w5_new. Lesson 04."""
    return Symbol(f"{weight}_new")


def delta_of(net: Symbol) -> Symbol:
    """The name of the delta at a neuron: net_h1 gives delta_h1. Lesson 02."""
    return Symbol(net.name.replace("net_", "delta_"))


def neuron_of(quantity: Symbol) -> str:
    """The neuron that a quantity belongs to: out_h1 gives h1, and i1 itself."""
    return quantity.name.rpartition("_")[2]
