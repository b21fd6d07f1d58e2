"""The network as it is usually programmed: a class for a neuron, a class for a network.

Only the benchmark uses it. It trains what the lessons train: weights, not biases.
"""

from collections.abc import Mapping, Sequence
from math import exp


class Neuron:
    """A neuron: its weights, its bias, and what it took in and gave out last."""

    def __init__(self, weights: Sequence[float], bias: float) -> None:
        self.weights = list(weights)
        self.bias = bias
        self.inputs: list[float] = []
        self.out = 0.0
        self.delta = 0.0

    def fire(self, inputs: list[float]) -> float:
        """Weigh the inputs, add the bias, squash."""
        self.inputs = inputs
        net = self.bias
        for weight, value in zip(self.weights, inputs, strict=True):
            net += weight * value
        self.out = 1 / (1 + exp(-net))
        return self.out

    def slope(self) -> float:
        """How fast the output grows with what flows in."""
        return self.out * (1 - self.out)

    def learn(self, eta: float) -> None:
        """Move each weight against its own share of the error."""
        for place, value in enumerate(self.inputs):
            self.weights[place] -= eta * self.delta * value


class Network:
    """Two layers of neurons."""

    def __init__(self, hidden: Sequence[Neuron], output: Sequence[Neuron]) -> None:
        self.hidden = hidden
        self.output = output

    @classmethod
    def from_given(cls, given: Mapping[str, float]) -> "Network":
        """The article's network, from its numbers by name."""
        w = [given[f"w{n}"] for n in range(1, 9)]
        return cls(
            [Neuron(w[0:2], given["b1"]), Neuron(w[2:4], given["b1"])],
            [Neuron(w[4:6], given["b2"]), Neuron(w[6:8], given["b2"])],
        )

    def error(self, inputs: list[float], targets: Sequence[float]) -> float:
        """A forward pass, and the error it makes."""
        between = [neuron.fire(inputs) for neuron in self.hidden]
        outs = [neuron.fire(between) for neuron in self.output]
        return sum((target - out) ** 2 / 2 for target, out in zip(targets, outs, strict=True))

    def learn(self, targets: Sequence[float], eta: float) -> None:
        """A backward pass, and a step of every weight. The deltas all come first."""
        for neuron, target in zip(self.output, targets, strict=True):
            neuron.delta = (neuron.out - target) * neuron.slope()
        for place, neuron in enumerate(self.hidden):
            blame = sum(above.delta * above.weights[place] for above in self.output)
            neuron.delta = blame * neuron.slope()
        for neuron in (*self.hidden, *self.output):
            neuron.learn(eta)

    def weights(self) -> list[float]:
        """All weights, in the order of their names."""
        return [w for neuron in (*self.hidden, *self.output) for w in neuron.weights]


def train(given: Mapping[str, float], eta: float, rounds: int) -> list[tuple[float, ...]]:
    """The error and the weights of every round, from round 0."""
    network = Network.from_given(given)
    inputs, targets = [given["i1"], given["i2"]], [given["target_o1"], given["target_o2"]]
    history = []
    for _ in range(rounds + 1):
        history.append((network.error(inputs, targets), *network.weights()))
        network.learn(targets, eta)
    return history
