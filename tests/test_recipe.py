"""A network file or a task becomes a recipe, or is refused in a sentence that names the field."""

import json
from contextlib import redirect_stderr, redirect_stdout
from fractions import Fraction
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mazurnet import network_file, variants
from mazurnet.arrays import matrices
from mazurnet.terminal import commands as command
from mazurnet.terminal import options, recipe

EXAMPLE = Path(__file__).parent.parent / "docs" / "xor.toml"
ROW = {"inputs": [[0.05, 0.10]], "targets": [[0.01, 0.99]]}
HIDDEN = {"W": [[0.15, 0.20], [0.25, 0.30]], "b": [0.35, 0.35]}
OUTPUT = {"W": [[0.40, 0.45], [0.50, 0.55]], "b": [0.60, 0.60]}
GIVEN = {**ROW, "layers": [HIDDEN, OUTPUT]}
DRAWN = {**ROW, "widths": [2, 3, 2]}


@pytest.fixture
def written(tmp_path):
    """The path of a network file with this text, these bytes or, as JSON, these fields."""

    def write(content, suffix=".json"):
        path = tmp_path / f"net{suffix}"
        if not isinstance(content, bytes):
            content = (content if isinstance(content, str) else json.dumps(content)).encode()
        path.write_bytes(content)
        return str(path)

    return write


def read(*words):
    asked, _ = options.parsed(["train", *map(str, words)])
    return recipe.recipe(vars(asked))


def refusal(*words):
    with pytest.raises(ValueError, match=r"\.$") as refused:
        read(*words)
    return str(refused.value)


def numbers(layers):
    return [[W.tolist(), b.tolist(), squash] for W, b, squash in layers]


def test_the_article_is_what_is_trained_if_nothing_is_said(written):
    article, same = read(), read("--network", written(GIVEN))
    assert (article.task, article.network) == ("article", None)
    assert (article.inputs.tolist(), article.targets.tolist()) == (ROW["inputs"], ROW["targets"])
    assert numbers(article.layers) == numbers(same.layers)
    assert article[5:] == same[5:] == (0.5, 10_000, "squared", False, None, None)


@pytest.mark.parametrize("task", variants.ANSWERS)
def test_a_task_has_four_rows_o1_its_answer_and_o2_the_opposite(task):
    found = read("--task", task)
    assert found.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    answers = [0.99 if answer else 0.01 for answer in variants.ANSWERS[task]]
    np.testing.assert_allclose(found.targets.T, [answers, [1 - a for a in answers]])
    assert numbers(found.layers) == numbers(read().layers)


def test_hidden_neurons_are_drawn_by_the_seed():
    drawn = [read("--hidden", 5, "--seed", seed).layers for seed in (1, 1, 2)]
    assert [W.shape for W, _, _ in drawn[0]] == [(5, 2), (2, 5)]
    assert numbers(drawn[0]) == numbers(drawn[1]) != numbers(drawn[2])
    assert numbers(read("--hidden", 2).layers) != numbers(read().layers)


def test_toml_and_json_say_the_same(written):
    toml = "inputs = [0.05, 0.1]\ntargets = [0.01, 0.99]\nwidths = [2, 3, 2]\nseed = 4\neta = 1\n"
    ours = read("--network", written(toml, ".TOML"))
    theirs = read("--network", written({**DRAWN, "seed": 4, "eta": 1}))
    assert numbers(ours.layers) == numbers(theirs.layers)
    assert ours.inputs.tolist() == theirs.inputs.tolist() == ROW["inputs"]
    assert ours[5:] == theirs[5:] == (1, 10_000, "squared", False, None, 4)


def test_the_command_line_outweighs_the_file(written):
    how = {"eta": 1, "rounds": 5, "biases": True, "batch": 1, "seed": 1, "loss": "squared"}
    file = ["--network", written({**DRAWN, **how})]
    assert read(*file)[5:] == (1, 5, "squared", True, 1, 1)
    words = ["--eta", "2", "--rounds", 6, "--no-biases", "--batch", 2, "--seed", 2]
    other = read(*file, *words, "--loss", "cross-entropy")
    assert other[5:] == (2, 6, "cross-entropy", False, 2, 2)
    assert numbers(other.layers) != numbers(read(*file).layers)


def test_the_example_names_every_field_and_learns_xor():
    text = EXAMPLE.read_text(encoding="utf-8")
    assert [
        f for f in network_file.FIELDS if f"\n{f} = " not in text and f"[{f}]]" not in text
    ] == []
    found = read("--network", EXAMPLE)
    *_, (_, layers) = matrices.train(*found[2:])
    assert np.rint(matrices.forward(found.inputs, layers)[-1]).tolist() == found.targets.tolist()


def test_the_layers_it_has_in_a_comment_run_too(written):
    text, _, layers = EXAMPLE.read_text(encoding="utf-8").partition("# [[layers]]")
    lines = [line for line in text.splitlines() if not line.startswith(("widths", "squashes"))]
    lines += [line.removeprefix("#").strip() for line in f"# [[layers]]{layers}".splitlines()]
    found = read("--network", written("\n".join(lines), ".toml"))
    assert [W.tolist() for W, _, _ in found.layers] == [HIDDEN["W"], OUTPUT["W"][:1]]


def test_a_file_has_its_numbers_exactly_as_they_are_written(written):
    network = network_file.read(Path(written(GIVEN)))
    assert network.inputs == [[Fraction("0.05"), Fraction("0.10")]]
    assert network.layers[1].W[0] == [Fraction("0.40"), Fraction("0.45")]
    assert (network.widths, network.how) == (None, {})


UNREAD = "the file cannot be read"


def without(fields, *names):
    return {name: value for name, value in fields.items() if name not in names}


LIST = "must be a list such as [0.05, 0.1], not"
FIELDS = [
    (without(GIVEN, "inputs"), "inputs is missing."),
    (without(GIVEN, "targets"), "targets is missing."),
    (ROW, "layers is missing, or widths for random weights."),
    ({**GIVEN, **DRAWN}, "layers and widths exclude each other; leave one of them out."),
    ({**GIVEN, "squashes": "tanh"}, "layers and squashes exclude each other; leave"),
    ({**GIVEN, "etta": 1}, "a network has no field 'etta'; the nearest is eta."),
    ({**GIVEN, "Rounds": 1}, "a network has no field 'Rounds'; the nearest is rounds."),
    ({**GIVEN, "a\nb": 1}, "a network has no field 'a\\nb'; it has inputs, targets, layers,"),
    ({**GIVEN, "inputs": 1}, f"inputs {LIST} 1."),
    ({**GIVEN, "inputs": [[True, 0.1]]}, "inputs[0][0] must be a number such as 0.5, not True."),
    ({**GIVEN, "inputs": [[[1], 0.1]]}, "inputs[0][0] must be a number such as 0.5, not [1]."),
    ({**GIVEN, "inputs": [[0.05]]}, "inputs must have the shape (2) or (rows, 2), not (1, 1)."),
    ({**GIVEN, "inputs": [[1, 2], [3]]}, "inputs must have rows of equal length."),
    ({**GIVEN, "inputs": []}, "inputs must have the shape (2) or (rows, 2), not (0)."),
    ({**GIVEN, "targets": ["0.01"]}, "targets[0] must be a number such as 0.5, not '0.01'."),
    ({**GIVEN, "targets": [[1]]}, "targets must have the shape (1, 2), not (1, 1)."),
    ({**GIVEN, "eta": float("nan")}, "eta must be a finite number such as 0.5, not nan."),
    ({**GIVEN, "eta": float("inf")}, "eta must be a finite number such as 0.5, not inf."),
    ({**GIVEN, "eta": 10**400}, "eta must be a finite number such as 0.5, not 1000"),
    ({**GIVEN, "eta": True}, "eta must be a number such as 0.5, not True."),
    ({**GIVEN, "rounds": 1.5}, "rounds must be a whole number such as 10, not 1.5."),
    ({**GIVEN, "rounds": -1}, "rounds must be 0 or more, not -1."),
    ({**GIVEN, "loss": "absolute"}, "loss must be one of squared, cross-entropy, not 'absolute'."),
    ({**GIVEN, "biases": 1}, "biases must be true or false, not 1."),
    ({**GIVEN, "batch": 0}, "batch must be 1 or more, not 0."),
    ({**GIVEN, "seed": None}, "seed must be a whole number such as 10, not None."),
    ({**DRAWN, "widths": [2]}, "widths must be two or more, as in (2, 3, 1), not [2]."),
    ({**DRAWN, "widths": 3}, "widths must be two or more, as in (2, 3, 1), not 3."),
    ({**DRAWN, "widths": [2, 0, 2]}, "widths[1] must be 1 or more, not 0."),
    ({**DRAWN, "widths": [2, 10**12, 2]}, "widths[1] must be 10000 at most, not 1000000000000."),
    ({**DRAWN, "squashes": ["tanh"]}, "squashes must be one name, or 2 in a tuple, one for each"),
    ({**DRAWN, "squashes": "step"}, "squashes must be one of logistic, tanh, relu, identity,"),
    ({**ROW, "layers": {}}, "layers must be a list of tables with W, b and squash, not {}."),
    ({**ROW, "layers": []}, "layers must be a list of tables with W, b and squash, not []."),
]
LAYERS = [
    (1, "layers[1] must be a table with W, b and squash, not 1."),
    (without(OUTPUT, "W"), "layers[1].W is missing."),
    (without(OUTPUT, "b"), "layers[1].b is missing."),
    ({**OUTPUT, "w": 1}, "layers[1] has no field 'w'; the nearest is W."),
    ({**OUTPUT, "W": 1}, f"layers[1].W {LIST} 1."),
    ({**OUTPUT, "W": [[1, 2, 3]] * 2}, "layers[1].W must have the shape (neurons, 2), not (2, 3)."),
    ({**OUTPUT, "W": [[1, None]] * 2}, "layers[1].W[0][1] must be a number such as 0.5, not None."),
    ({**OUTPUT, "b": [1]}, "layers[1].b must have the shape (2), not (1)."),
    ({**OUTPUT, "b": [1, [2]]}, "layers[1].b[1] must be a number such as 0.5, not [2]."),
    ({**OUTPUT, "squash": 3}, "layers[1].squash must be one of logistic, tanh, relu, identity,"),
    ({**OUTPUT, "squash": "softmax"}, "layers[-1].squash with the loss 'squared' must be one of"),
]


@pytest.mark.parametrize(("fields", "sentence"), FIELDS, ids=lambda part: str(part)[:40])
def test_a_field_that_is_wrong_is_named(fields, sentence, written):
    path = written(fields)
    assert refusal("--network", path).startswith(f"{path}: {sentence}")


@pytest.mark.parametrize(("layer", "sentence"), LAYERS, ids=lambda part: str(part)[:40])
def test_so_is_a_part_of_a_layer(layer, sentence, written):
    path = written({**ROW, "layers": [HIDDEN, layer]})
    assert refusal("--network", path).startswith(f"{path}: {sentence}")


@pytest.mark.parametrize(
    ("content", "suffix", "sentence"),
    [
        (b"", ".toml", "the file is empty."),
        (b" \n", ".json", "the file is empty."),
        (b"\xef\xbb\xbfeta = 1", ".toml", "the file starts with a byte order mark; save it as"),
        ("{}".encode("utf-16"), ".json", "the file starts with a byte order mark; save it as"),
        (b'{"\xff": 1}', ".json", "the file is no text in UTF-8."),
        (b"eta = ", ".toml", "the file is no TOML: Invalid value"),
        (b"eta = 1\neta = 2", ".toml", "the file is no TOML: Cannot overwrite a value"),
        (b"eta = 1", ".json", "the file is no JSON: Expecting value: line 1 column 1 (char 0)."),
        (b'{"eta": 1, "eta": 2}', ".json", "the file is no JSON: the field 'eta' is there 2 times"),
        (b"[1]", ".json", "the file must hold fields such as inputs, not [1]."),
        (b"[" * 100_000, ".json", "the file nests its values too deeply."),
        (b"x = " + b"[" * 100_000, ".toml", "the file nests its values too deeply."),
        (b"eta = nan\ninputs = [1]", ".toml", "eta must be a finite number such as 0.5, not nan."),
        (b"eta = 1", ".txt", "the file's name must end in .toml or .json."),
    ],
)
def test_a_file_that_is_no_document_is_one_sentence(content, suffix, sentence, written):
    path = written(content, suffix)
    assert refusal("--network", path).startswith(f"{path}: {sentence}")


def test_so_is_a_file_that_is_not_there(tmp_path):
    missing, folder = tmp_path / "a.toml", tmp_path / "b.json"
    folder.mkdir()
    assert refusal("--network", missing) == f"{missing}: {UNREAD}: No such file or directory."
    assert refusal("--network", folder).startswith(f"{folder}: {UNREAD}: ")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--task", "xor"], "--task must be one of article, AND, OR, NAND, XOR, not 'xor'."),
        (["--eta", "nan"], "--eta must be a finite number such as 0.5, not nan."),
        (["--rounds", "-1"], "--rounds must be 0 or more, not -1."),
        (["--batch", "0"], "--batch must be 1 or more, not 0."),
        (["--seed", "-1"], "--seed must be 0 or more, not -1."),
        (["--hidden", "0"], "--hidden must be 1 or more, not 0."),
        (["--hidden", "10001"], "--hidden must be 10000 at most, not 10001."),
        (["--loss", "none"], "--loss must be one of squared, cross-entropy, not 'none'."),
        (["--network", "a.toml", "--hidden", "2"], "--hidden goes with a task; a network file has"),
    ],
)
def test_an_option_that_is_wrong_is_named(words, sentence):
    assert refusal(*words).startswith(sentence)


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """Whether a file with these bytes is refused in one sentence, and nothing else is printed."""
    folder = tmp_path_factory.mktemp("any")

    def run(data, suffix):
        path = folder / f"any{suffix}"
        path.write_bytes(data)
        with redirect_stdout(StringIO()) as said, redirect_stderr(StringIO()) as refusal:
            code = command.main(["train", "--network", str(path), "--rounds", "0"])
        sentence = refusal.getvalue()
        one = sentence.startswith(f"{path}: ") and sentence.endswith(".\n")
        return code == 1 and not said.getvalue() and one and sentence.count("\n") == 1

    return run


either = pytest.mark.parametrize("suffix", [".toml", ".json"])
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
NESTED = st.lists(st.lists(st.floats() | st.integers() | st.booleans(), max_size=3), max_size=3)
LAYER = st.fixed_dictionaries({}, optional={f: NESTED | VALUES for f in ("W", "b", "squash")})
ANY = {field: NESTED | VALUES | st.lists(LAYER) for field in network_file.FIELDS if field != "eta"}


@either
@given(text=st.text())
def test_any_text_as_a_file_is_one_sentence(text, suffix, refused):
    assert refused(text.encode(), suffix)


@either
@given(data=st.binary())
def test_so_are_any_bytes(data, suffix, refused):
    assert refused(data, suffix)


@given(fields=st.fixed_dictionaries({"eta": st.booleans()}, optional=ANY))
def test_so_are_any_values_with_one_that_is_wrong(fields, refused):
    assert refused(json.dumps(fields).encode(), ".json")
