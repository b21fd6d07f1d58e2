"""A second opinion: the article's example in plain arithmetic, written without mazurnet.

Names are strings, numbers are floats, and every slope is worked out by hand.
"""

import json
from math import exp, isclose
from pathlib import Path

EXACT = json.loads(Path(__file__).with_name("exact_figures.json").read_text(encoding="utf-8"))
WEIGHTS = [f"w{n}" for n in range(1, 9)]
TRAINABLE = [*WEIGHTS, "b1", "b2"]
START = {"i1": 0.05, "i2": 0.10, "target_o1": 0.01, "target_o2": 0.99, "b1": 0.35, "b2": 0.60}
START |= dict(zip(WEIGHTS, (0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55), strict=True))


def squash(net):
    small = exp(-abs(net))
    return 1 / (1 + small) if net > 0 else small / (1 + small)


def forward(n):
    """The numbers handed in, and everything up to E_total."""
    v = dict(n)
    v["net_h1"] = v["w1"] * v["i1"] + v["w2"] * v["i2"] + v["b1"]
    v["net_h2"] = v["w3"] * v["i1"] + v["w4"] * v["i2"] + v["b1"]
    v["out_h1"], v["out_h2"] = squash(v["net_h1"]), squash(v["net_h2"])
    v["net_o1"] = v["w5"] * v["out_h1"] + v["w6"] * v["out_h2"] + v["b2"]
    v["net_o2"] = v["w7"] * v["out_h1"] + v["w8"] * v["out_h2"] + v["b2"]
    v["out_o1"], v["out_o2"] = squash(v["net_o1"]), squash(v["net_o2"])
    v["E_o1"] = 0.5 * (v["target_o1"] - v["out_o1"]) ** 2
    v["E_o2"] = 0.5 * (v["target_o2"] - v["out_o2"]) ** 2
    v["E_total"] = v["E_o1"] + v["E_o2"]
    return v


def output_layer(v):
    d1 = -(v["target_o1"] - v["out_o1"]) * v["out_o1"] * (1 - v["out_o1"])
    d2 = -(v["target_o2"] - v["out_o2"]) * v["out_o2"] * (1 - v["out_o2"])
    slopes = {"dE_dw5": d1 * v["out_h1"], "dE_dw6": d1 * v["out_h2"], "dE_db2": d1 + d2}
    slopes |= {"dE_dw7": d2 * v["out_h1"], "dE_dw8": d2 * v["out_h2"]}
    return {"delta_o1": d1, "delta_o2": d2, **slopes}


def hidden_layer(v):
    from_h1 = v["delta_o1"] * v["w5"] + v["delta_o2"] * v["w7"]
    from_h2 = v["delta_o1"] * v["w6"] + v["delta_o2"] * v["w8"]
    d1 = from_h1 * v["out_h1"] * (1 - v["out_h1"])
    d2 = from_h2 * v["out_h2"] * (1 - v["out_h2"])
    slopes = {"dE_dw1": d1 * v["i1"], "dE_dw2": d1 * v["i2"], "dE_db1": d1 + d2}
    slopes |= {"dE_dw3": d2 * v["i1"], "dE_dw4": d2 * v["i2"]}
    return {"delta_h1": d1, "delta_h2": d2, **slopes}


def gradients(n):
    """dE_total by each of the eight weights and the two shared biases."""
    v = forward(n)
    v |= output_layer(v)
    v |= hidden_layer(v)
    return {f"dE_d{q}": v[f"dE_d{q}"] for q in TRAINABLE}


def one_round(n, eta, output_first=False):
    """The numbers after one round: all weights at once, or w5 to w8 before anything hidden."""
    v = forward(n)
    v |= output_layer(v)
    moved = {w: v[w] - eta * v[f"dE_d{w}"] for w in WEIGHTS[4:]}
    v |= hidden_layer(v | moved if output_first else v)
    return n | moved | {w: v[w] - eta * v[f"dE_d{w}"] for w in WEIGHTS[:4]}


def rounds(n, eta, count, output_first=False):
    """The numbers at every round, from round 0."""
    history = [n]
    for _ in range(count):
        history.append(one_round(history[-1], eta, output_first))
    return history


def apart(ours, theirs, relative=1e-9, absolute=1e-12):
    """The names under which two accounts differ."""
    return [
        name
        for name in theirs
        if not isclose(ours[name], theirs[name], rel_tol=relative, abs_tol=absolute)
    ]


def not_as_printed(ours, figures):
    """The names whose number, rounded as far as the printed figure goes, is not that figure."""
    return [name for name, figure in figures.items() if not figure.is_rounding_of(ours[name])]
