"""Imports only go down, and mathematics never imports presentation."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "mazurnet"
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}

# Each rung of the ladder may use those before it; door and published are plain Python beside it.
LADDER = ["symbols", "network", "forward", "chain", "codegen", "descent"]
CORE = {*LADDER, "door", "published"}
CHAPTERS = [
    *("book", "forward_pass", "squash", "error", "output_deltas", "hidden_deltas"),
    *("hidden_gradients", "updates", "biases", "rounding"),
]
PROGRAMS = ["book", "six_lines", "checking", "batches", "going_back"]
SLIDES = {"slides.cut", "slides.page", "slides.printer"}
MAY_IMPORT = {  # module: (of the package, from outside the standard library)
    "__init__": ({"seeds"}, set()),
    "__main__": (
        {"options", "handout", "handback", "slides.series", "training"},
        {"jupyterlab", "nbformat"},
    ),
    "options": (set(), set()),
    "door": (set(), set()),
    "published": (set(), set()),
    **{name: ({*LADDER[:n], "door"}, {"sympy"}) for n, name in enumerate(LADDER)},
    "layers": ({"door"}, {"numpy"}),
    "fits": ({"door", "layers"}, {"numpy"}),
    "matrices": ({"door", "layers", "fits"}, {"numpy"}),
    "notation": (CORE, {"sympy"}),
    "show": ({*CORE, "notation"}, {"sympy", "IPython"}),
    "tables": ({*CORE, "notation", "show"}, {"sympy"}),
    "style": (set(), {"matplotlib"}),
    "canvas": ({*CORE, "style"}, {"matplotlib", "sympy"}),
    "draw": ({*CORE, "style", "canvas"}, {"matplotlib", "sympy"}),
    "axes": ({"style"}, {"matplotlib"}),
    "curves": ({*CORE, "style", "axes"}, {"matplotlib", "sympy"}),
    "regions": ({"fits", "layers", "matrices", "style"}, {"matplotlib", "numpy"}),
    "depths": ({"axes", "matrices", "style"}, {"matplotlib"}),
    "pixels": ({"fits", "style"}, {"matplotlib", "numpy"}),
    "progress": ({"door"}, {"IPython", "ipywidgets"}),
    "digits": ({"layers"}, {"numpy", "sklearn"}),
    "frames": ({"style"}, set()),
    "sliders": ({"door", "frames"}, {"ipywidgets"}),
    "batch": (CORE, {"sympy"}),
    "shapes": (CORE, {"sympy"}),
    **{f"slips.{name}": ({*CORE, "working", "slips.book"}, {"sympy"}) for name in CHAPTERS[1:-1]},
    "working": (CORE, {"sympy"}),
    "slips.book": ({"working"}, {"sympy"}),
    "slips.rounding": ({"working", "slips.book"}, {"sympy"}),
    "slips.together": ({f"slips.{name}" for name in CHAPTERS}, set()),
    "slips": ({f"slips.{name}" for name in (*CHAPTERS, "together")}, set()),
    "decimals": ({"forward"}, {"sympy"}),
    "account": ({*CORE, "working", "decimals", "slips"}, {"sympy"}),
    "typed": ({"forward"}, set()),
    "seeds": ({*CORE, "working", "decimals", "account"}, {"sympy"}),
    "diagnosis": ({*CORE, "working", "slips", "account", "typed"}, {"sympy"}),
    "sentences": ({*CORE, "working", "slips", "account", "typed", "diagnosis"}, {"sympy"}),
    "verdict": ({"slips", "account", "typed", "diagnosis", "sentences", "show"}, set()),
    "hints": ({*CORE, "working", "account", "notation", "show"}, {"sympy"}),
    "check": (
        {*CORE, "working", "account", "typed", "seeds", "verdict", "hints", "sheet", "tables"},
        {"sympy"},
    ),
    "own": ({*CORE, "working", "decimals", "slips", "account", "typed", "diagnosis"}, {"sympy"}),
    "sheet": (
        {*CORE, "working", "slips", "account", "typed", "diagnosis", "sentences", "verdict", "own"},
        {"sympy"},
    ),
    "bugs": (
        {*CORE, "decimals", "account", "seeds", "slips", "slips.book", "verdict", "working"}
        | {"misprints", "pages"},
        {"sympy"},
    ),
    "pages": (
        {*CORE, "notation", "decimals", "account", "slips", "hints", "working", "programs"}
        | {"misprints", "digits", "engine", "matrices"},
        {"sympy"},
    ),
    "misprints": ({f"misprints.{name}" for name in PROGRAMS}, set()),
    "misprints.book": ({"slips.book"}, set()),
    **{f"misprints.{name}": ({"misprints.book"}, set()) for name in PROGRAMS[1:]},
    "engine": (CORE, {"sympy"}),
    "costs": ({"door", "style", "axes"}, {"matplotlib"}),
    "programs": ({"layers", "digits", "engine"}, {"numpy", "sympy"}),
    "foreign": ({"symbols", "layers"}, {"sympy", "torch"}),
    "nudges": ({"door", "style", "axes"}, {"matplotlib"}),
    "asked": ({*CORE, "working"}, {"sympy"}),
    "paper": ({*CORE, "notation"}, {"sympy", "latex2mathml"}),
    "worksheet": (
        {*CORE, "working", "account", "seeds", "notation", "hints", "style", "draw"}
        | {"asked", "paper"},
        {"sympy"},
    ),
    "whole": (set(), set()),
    "handout": ({"door", "asked", "paper", "worksheet", "cells", "whole"}, {"tqdm"}),
    "cells": ({"typed"}, set()),
    "rows": ({"door", "typed", "working", "cells"}, set()),
    "marking": (
        {"network", "working", "slips", "account", "seeds", "verdict", "sheet", "rows"},
        {"sympy"},
    ),
    "tally": ({"working", "slips", "marking"}, set()),
    "classroom": ({"working", "slips", "style", "tally"}, {"matplotlib"}),
    "report": (
        {"style", "verdict", "sheet", "rows", "marking", "tally", "classroom"},
        set(),
    ),
    "handback": (
        {"verdict", "cells", "rows", "marking", "tally", "classroom", "report", "whole"},
        {"tqdm"},
    ),
    "document": ({"door"}, set()),
    "recipe": ({"network", "batch", "door", "document", "fits", "layers"}, set()),
    "rounds": ({"layers", "matrices", "recipe"}, {"numpy", "tqdm"}),
    "inspection": ({"layers", "matrices", "recipe"}, set()),
    "training": ({"matrices", "recipe", "rounds", "inspection", "whole"}, set()),
    "live.modes": ({*CORE, "batch"}, {"sympy"}),
    "live.printed": ({*CORE, "batch", "notation", "live.modes"}, {"sympy", "latex2mathml"}),
    "live.page": (set(), set()),
    "live.still": ({*CORE, "style", "draw", "live.modes"}, {"sympy"}),
    "live.widget": (
        {*CORE, "style", "live.modes", "live.page", "live.still"},
        {"sympy", "anywidget", "traitlets"},
    ),
    "live": ({"live.widget"}, set()),
    "slides": (set(), set()),
    "slides.formulas": ({"paper"}, {"latex2mathml"}),
    "slides.prose": ({"slides.formulas"}, {"mistune"}),
    "slides.outputs": ({"verdict", "slides.formulas", "slides.prose"}, {"bs4"}),
    "slides.cut": ({"slides.outputs", "slides.prose"}, {"nbformat"}),
    "slides.assets": (set(), {"fontTools"}),
    "slides.page": ({"frames", "live.page", "slides.assets", "slides.cut"}, set()),
    "slides.exporter": ({"slides.cut", "slides.page"}, {"nbconvert", "nbformat", "traitlets"}),
    "slides.printer": (set(), set()),
    "slides.series": ({"whole", *SLIDES}, {"nbformat", "tqdm"}),
}

every_module = pytest.mark.parametrize("name", MODULES)


def imported(tree):
    """The modules a source names, wherever in it: 'mazurnet.door' and 'mazurnet' by themselves."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = ".".join(["mazurnet"] * bool(node.level) + [node.module] * bool(node.module))
            for alias in node.names:
                inside = f"{source}.{alias.name}"
                yield inside if inside.removeprefix("mazurnet.") in MODULES else source


@every_module
def test_a_module_imports_only_what_lies_below_it(name):
    found = [module.split(".") for module in imported(TREES[name])]
    own = {".".join(rest) for top, *rest in found if top == "mazurnet" and rest}
    foreign = {top for top, *_ in found} - {"mazurnet"} - sys.stdlib_module_names
    may_own, may_foreign = MAY_IMPORT[name]
    assert own <= may_own
    assert foreign <= may_foreign


def test_the_ladder_has_no_way_back_up():
    below = {name: own for name, (own, _) in MAY_IMPORT.items()}
    assert not [(a, b) for a in below for b in below[a] if a in below[b]]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import numpy as np", ["numpy"]),
        ("from mazurnet import draw, style", ["mazurnet.draw", "mazurnet.style"]),
        ("from mazurnet.draw import signals", ["mazurnet.draw"]),
        ("from . import draw", ["mazurnet.draw"]),
        ("from .draw import signals", ["mazurnet.draw"]),
        ("def f():\n    import matplotlib.pyplot", ["matplotlib.pyplot"]),
    ],
)
def test_no_way_of_importing_is_overlooked(line, found):
    assert list(imported(ast.parse(line))) == found


@pytest.mark.parametrize(
    ("module", "stays_away"),
    [
        ("mazurnet", {"sympy", "numpy", "matplotlib", "ipywidgets", "IPython"}),
        ("mazurnet.published", {"sympy", "numpy", "matplotlib", "ipywidgets", "IPython"}),
        ("mazurnet.descent", {"numpy", "matplotlib", "ipywidgets", "IPython"}),
        ("mazurnet.matrices", {"sympy", "matplotlib", "ipywidgets", "IPython"}),
        ("mazurnet.show", {"numpy", "matplotlib", "ipywidgets"}),
    ],
)
def test_a_fresh_process_loads_no_more_than_it_needs(in_fresh_process, module, stays_away):
    loaded = in_fresh_process(f"import {module}, sys; print(*sys.modules)").split()
    assert module in loaded
    assert stays_away.isdisjoint(loaded)


@every_module
def test_a_module_opens_with_one_plain_sentence(name):
    first, *rest = ast.get_docstring(TREES[name]).splitlines()
    assert first.endswith(".")
    assert not rest or not rest[0]


def setter(node):
    """Whether a function is the other half of a property, which has the docstring."""
    return any(getattr(decorator, "attr", "") == "setter" for decorator in node.decorator_list)


@every_module
def test_everything_public_says_what_it_is(name):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    scopes = [TREES[name], *(n for n in ast.walk(TREES[name]) if isinstance(n, ast.ClassDef))]
    public = [
        node
        for scope in scopes
        for node in scope.body
        if isinstance(node, kinds) and not node.name.startswith("_") and not setter(node)
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@every_module
def test_a_module_is_read_in_one_sitting(name):
    length = len(MODULES[name].read_text(encoding="utf-8").splitlines())
    assert length <= 160
