"""`python -m mazurnet train` trains to the article's figures, and hands over what it reached."""

import json
import os
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path
from threading import Event

import numpy as np
import oracle
import pytest

from mazurnet import descent, network
from mazurnet.arrays import matrices
from mazurnet.arrays.layers import Layer, random_layers
from mazurnet.published import Figure
from mazurnet.symbols import E_total
from mazurnet.terminal import commands as command
from mazurnet.terminal import inspection, options, recipe, train_command, training_run

TRAIN = [sys.executable, "-m", "mazurnet", "train"]
LONG = ["--rounds", "1000000"]  # long enough, and a test that fails still ends
BEYOND = {  # weights that leave the range, and how many rounds are left of them
    "seen in E_total": ([[1.0]], [[3.0]], "identity", 10, 200),
    "hidden by the squash": ([[1e10]], [[0.0]], "logistic", 1e300, 0),
}


@pytest.fixture
def train(capsys):
    """The exit code of a training, what it printed, and what it said beside that."""

    def run(*words):
        code = command.main(["train", *map(str, words)])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def start():
    """Start a training as a process of its own, which Ctrl-C can reach; it ends with the test."""
    started = []

    def run(*words, **streams):
        if sys.platform == "win32":
            pytest.skip("Windows lets no process press Ctrl-C in another")
        how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True} | streams
        how["env"] = {**os.environ, "PYTHONUNBUFFERED": ""}  # held back, as it is for a reader
        # A shell's background job ignores Ctrl-C, and hands that on to what it starts.
        how["preexec_fn"] = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)
        process = subprocess.Popen([*TRAIN, *map(str, words)], **how)
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()


@pytest.fixture
def network_file(tmp_path):
    """The path of a network file with these fields."""

    def write(**fields):
        path = tmp_path / "net.json"
        path.write_text(json.dumps(fields), encoding="utf-8")
        return path

    return write


def runaway(network_file, inputs, targets, squash, eta, rounds=1000):
    layers = [{"W": [[0.0]], "b": [0.0], "squash": squash}]
    return network_file(inputs=inputs, targets=targets, layers=layers, eta=eta, rounds=rounds)


def no_constant(name):
    raise AssertionError(f"{name} is no JSON")


def parsed(text):
    return json.loads(text, parse_constant=no_constant)


def test_the_articles_rounds_are_printed_with_nine_decimals():
    ran = subprocess.run(TRAIN, capture_output=True, text=True, check=True)
    lines = [line.split(" ") for line in ran.stdout.splitlines()]
    assert [n for n, _ in lines] == [str(n) for n in range(10_001)]
    errors = dict(lines)
    exact = oracle.EXACT["E_total_after"]
    assert [n for n in exact if not Figure(errors[n], "").is_rounding_of(exact[n])] == []
    assert (errors["0"], errors["1"]) == ("0.298371109", "0.291027774")
    assert errors["10000"] == "0.000035102"
    assert ran.stderr == ""


def test_the_document_has_the_errors_of_the_derived_code(train):
    code, printed, said = train("--json", "--rounds", 1000)
    found, theirs = parsed(printed), descent.train(network.given, 0.5, 1000)
    assert (code, said, printed.count("\n")) == (0, "", 1)
    assert found["E_total"] == pytest.approx(theirs[E_total], rel=1e-12, abs=0)
    assert (found["task"], found["network"]) == ("article", None)
    assert (found["rounds"], found["rounds_asked"], found["stopped"]) == (1000, 1000, False)
    weights = [w for layer in found["layers"] for row in layer["W"] for w in row]
    end = theirs.at(1000)
    assert weights == pytest.approx([end[w] for w in network.weights()], rel=1e-12, abs=0)
    assert [layer["b"] for layer in found["layers"]] == [[0.35, 0.35], [0.6, 0.6]]


def test_it_trains_as_it_was_asked_to(train, network_file):
    layers = random_layers((2, 3, 1), ("tanh", "logistic"), seed=5)
    rows = {"inputs": [[0, 1], [1, 1], [1, 0]], "targets": [[1], [0], [1]]}
    file = network_file(**rows, widths=[2, 3, 1], squashes=["tanh", "logistic"], seed=5)
    how = ["--eta", 0.7, "--rounds", 9, "--loss", "cross-entropy", "--biases", "--batch", 2]
    found = parsed(train("--network", file, "--json", *how)[1])
    wanted = list(
        matrices.train(*rows.values(), layers, 0.7, 9, "cross-entropy", True, batch=2, seed=5)
    )
    assert found["E_total"] == [E for E, _ in wanted]
    outputs = matrices.forward(rows["inputs"], wanted[-1][1])[-1]
    assert found["outputs"] == outputs.tolist()
    assert [layer["squash"] for layer in found["layers"]] == ["tanh", "logistic"]
    assert found["network"] == str(file)


def test_a_file_gets_the_document_and_the_terminal_the_lines(train, tmp_path):
    file = tmp_path / "result.json"
    code, printed, said = train("--rounds", 3, "--to", file)
    assert (code, said) == (0, f"Written: {file}\n")
    assert file.read_text() == train("--rounds", 3, "--json")[1]
    assert len(printed.splitlines()) == 4
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("taken.json", "{} is already there: move it away, or name another place after --to."),
        ("missing/result.json", "{} cannot be written: "),
        ("taken.json/result.json", "{} cannot be written: "),
        ("n" * 300, "{} cannot be written: "),
    ],
)
def test_what_cannot_be_written_is_refused_before_training(
    name, sentence, train, tmp_path, monkeypatch
):
    monkeypatch.setattr(
        training_run, "trained", lambda *_, **__: pytest.fail("it has been trained")
    )
    (tmp_path / "taken.json").write_text("mine")
    file = tmp_path / name
    code, printed, said = train("--to", file)
    assert (code, printed, said.count("\n")) == (1, "", 1)
    assert said.startswith(sentence.format(file))
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


def test_what_can_no_longer_be_written_is_printed(train, tmp_path, monkeypatch):
    def full(path, data):
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    file = tmp_path / "result.json"
    code, printed, said = train("--rounds", 3, "--to", file)
    sentence = f"{file} cannot be written: No space left on device. So it is printed instead.\n"
    assert (code, said) == (1, sentence)
    assert parsed(printed.splitlines()[-1])["rounds"] == 3
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("case", BEYOND)
def test_a_network_that_runs_away_ends_with_its_last_finite_round(case, train, network_file):
    *numbers, most = BEYOND[case]
    code, printed, said = train("--network", runaway(network_file, *numbers), "--json")
    found = parsed(printed)
    last = found["rounds"]
    assert code == 0
    assert last <= most
    assert len(found["E_total"]) == last + 1
    assert said == f"The network ran away: round {last} is the last whose numbers are finite.\n"


def test_so_large_that_no_round_is_left_is_one_sentence(train, network_file):
    file = runaway(network_file, [[1.0]], [[1e200]], "identity", 1)
    code, printed, said = train("--network", file, "--json")
    sentence = "Even in round 0 there are numbers beyond the floating-point range.\n"
    assert (code, printed, said) == (1, "", sentence)


def test_ctrl_c_keeps_what_was_reached(start, tmp_path):
    file = tmp_path / "result.json"
    process = start(*LONG, "--to", file)
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    lines = [first.rstrip(), *process.stdout.read().splitlines()]
    said = process.stderr.read()
    found = parsed(file.read_text())
    assert process.wait() == 130
    assert said == f"Written: {file}\nStopped at round {found['rounds']} of 1000000.\n"
    assert found["stopped"] is True
    assert lines[-1] == f"{found['rounds']} {found['E_total'][-1]:.9f}"
    assert len(lines) == len(found["E_total"]) == found["rounds"] + 1
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_terminal_shows_a_bar_beside_the_document_and_ctrl_c_ends_both(start, tmp_path):
    import pty

    ours, theirs = pty.openpty()
    printed = tmp_path / "printed.json"
    with printed.open("w") as out:  # not a pipe that nobody reads: it would fill up, and wait
        process = start(*LONG, "--json", stdout=out, stderr=theirs)
    os.close(theirs)
    shown = b""
    while b"training:" not in shown:
        shown += os.read(ours, 1000)  # an error once the process has ended
    process.send_signal(signal.SIGINT)
    assert process.wait() == 130
    rest = os.read(ours, 100_000)
    os.close(ours)
    found = parsed(printed.read_text())
    assert found["stopped"] is True
    assert rest.endswith(f"Stopped at round {found['rounds']} of 1000000.\r\n".encode())


class Terminal(StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("out", "err", "words", "bar"),
    [
        (Terminal, Terminal, ["--json"], True),
        (StringIO, Terminal, ["--json"], True),
        (StringIO, Terminal, [], True),
        (Terminal, Terminal, [], False),
        (StringIO, StringIO, ["--json"], False),
        (StringIO, StringIO, [], False),
    ],
)
def test_the_bar_is_for_a_terminal_where_no_lines_go_by(out, err, words, bar, monkeypatch):
    monkeypatch.setattr(training_run, "BAR_DELAY", 0)
    monkeypatch.setattr("sys.stdout", out())
    monkeypatch.setattr("sys.stderr", err())
    assert command.main(["train", "--rounds", "5", *words]) == 0
    assert ("training:" in sys.stderr.getvalue()) is bar
    assert "training:" not in sys.stdout.getvalue()


def test_a_second_ctrl_c_does_not_wait():
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), training_run.stopping() as stop:
        signal.raise_signal(signal.SIGINT)
        assert stop.is_set()
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_it_is_a_clean_stop_before_the_first_round_too(train, monkeypatch):
    def interrupted(asked):
        raise KeyboardInterrupt

    monkeypatch.setattr(train_command, "as_asked", interrupted)
    assert train() == (130, "", "Stopped.\n")


def test_whoever_reads_may_go(start):
    process = start(*LONG)
    assert process.stdout.readline() == "0 0.298371109\n"
    process.stdout.close()
    assert process.wait() == 0
    assert process.stderr.read() == ""


def test_a_file_is_written_to_the_end_for_all_that(start, tmp_path):
    file = tmp_path / "result.json"
    process = start("--rounds", 20_000, "--to", file)
    process.stdout.readline()
    process.stdout.close()
    assert process.wait() == 0
    assert process.stderr.read() == f"Written: {file}\n"
    assert parsed(file.read_text())["rounds"] == 20_000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
@pytest.mark.parametrize("words", [[], ["--json"], ["--inspect"]])
def test_an_output_that_is_full_is_one_sentence(words, start):
    with open("/dev/full", "w") as full:
        process = start("--rounds", 3, *words, stdout=full)
    assert process.wait() == 1
    assert process.stderr.read() == "The output cannot be written: No space left on device.\n"


def inspected(*words):
    asked, _ = options.parsed(["train", *words])
    what = recipe.recipe(vars(asked))
    *_, (_, layers) = matrices.train(*what[2:])
    return list(inspection.lines(what, layers))


def test_an_inspection_has_every_number_of_the_article():
    lines = inspected("--rounds", "0")
    figures = [" ".join(line.split()) for line in lines]
    assert figures[:4] == [
        "layer 1, logistic",
        "neuron weight 1 weight 2 bias",
        "1 0.150000000 0.200000000 0.350000000",
        "2 0.250000000 0.300000000 0.350000000",
    ]
    assert figures[10:] == [
        "example 1",
        "inputs 0.050000000 0.100000000",
        "layer 1 outputs 0.593269992 0.596884378",
        "layer 2 outputs 0.751365070 0.772928465",
        "targets 0.010000000 0.990000000",
        "errors 0.274811083 0.023560026",
        "their sum 0.298371109",
        "",
        "E_total 0.298371109",
    ]


def test_its_columns_stand_below_one_another():
    block = []
    for line in inspected("--task", "XOR", "--hidden", "12", "--seed", "1", "--eta", "100"):
        if line.startswith("  "):
            block += [{n for n, letter in enumerate(line) if letter == "."}]
        elif block:
            longest = max(block, key=len)
            assert longest
            assert all(points <= longest for points in block)
            block = []


@pytest.mark.parametrize("squash", ["logistic", "softmax"])
def test_errors_are_those_of_the_loss(squash, network_file):
    fields = {"inputs": [[1], [2]], "targets": [[0, 1], [1, 0]], "widths": [1, 2]}
    file = network_file(**fields, squashes=squash, loss="cross-entropy", rounds=3)
    lines = [line.split() for line in inspected("--network", str(file))]
    each = [
        float(line[-1]) for line in lines if line[:1] == ["error"] or line[:2] == ["their", "sum"]
    ]
    assert len(each) == 2
    assert sum(each) == pytest.approx(float(lines[-1][1]), abs=2e-9)
    parts = [float(cell) for line in lines if line[:1] == ["errors"] for cell in line[1:]]
    assert len(parts) == (4 if squash == "logistic" else 0)
    assert not parts or sum(parts) == pytest.approx(sum(each), abs=4e-9)


def test_an_inspection_follows_the_lines(train):
    _, printed, _ = train("--rounds", 1, "--inspect")
    assert printed.startswith("0 0.298371109\n1 0.291027774\nlayer 1, logistic\n")
    assert printed.endswith("\nE_total 0.291027774\n")


def test_a_refusal_is_one_sentence_and_no_document(train):
    assert train("--task", "xor", "--json") == (
        1,
        "",
        "--task must be one of article, AND, OR, NAND, XOR, not 'xor'.\n",
    )


def test_a_mistyped_option_is_refused_and_an_empty_task_too(capsys):
    with pytest.raises(SystemExit):
        command.main(["train", "--etta", "5"])
    assert command.main(["train", "--task", "", "--rounds", "0"]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("--task must be one of article")


@pytest.mark.skipif(os.name == "nt", reason="a shell closes the streams")
def test_with_standard_output_closed_a_file_is_written_or_a_sentence_said(tmp_path):
    def run(words):
        line = f'"{sys.executable}" -m mazurnet train --rounds 2 {words}'
        return subprocess.run(["sh", "-c", line], capture_output=True, text=True)

    alone = run(">&-")
    assert (alone.returncode, alone.stderr) == (
        1, "There is nowhere to print to: name a file after --to.\n"
    )  # fmt: skip
    file = tmp_path / "result.json"
    assert run(f'--to "{file}" >&-').returncode == 0
    assert json.loads(file.read_text())["rounds"] == 2
    quiet = run(f'--json --to "{tmp_path / "again.json"}" 2>&-')
    assert json.loads(quiet.stdout)["rounds"] == 2


def test_of_outputs_with_unlike_biases_each_has_its_own_error():
    layers = random_layers((2, 2, 2), seed=3)
    layers = (layers[0], layers[1]._replace(b=np.array([2.0, -3.0])))
    what = recipe.recipe(vars(options.parsed(["train"])[0]))._replace(layers=layers)
    rows = [line.split() for line in inspection.lines(what, layers) if line]
    told = {name: numbers for name, *numbers in rows}
    outs, targets = matrices.forward(what.inputs, layers)[-1][0], what.targets[0]
    wanted = [f"{(t - o) ** 2 / 2:.9f}" for t, o in zip(targets, outs, strict=True)]
    assert told["errors"] == wanted


def test_a_bias_that_leaves_the_range_ends_the_training_though_the_squash_hides_it():
    layers = (Layer(np.zeros((1, 1)), np.array([1.7e308]), "identity"), Layer([[0.0]], [0.0]))
    what = recipe.recipe(vars(options.parsed(["train"])[0]))
    how = {"inputs": np.ones((1, 1)), "targets": np.array([[0.5]]), "eta": 1.0, "rounds": 3}
    steps = [(0.1, layers), (0.1, (layers[0]._replace(b=np.array([np.inf])), layers[1]))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matrices, "train", lambda *_, **__: iter(steps))
        reached = training_run.trained(
            what._replace(layers=layers, **how), Event(), lambda *_: None
        )
    assert reached.rounds == 0
    assert np.isfinite(reached.layers[0].b).all()


def test_a_name_that_points_nowhere_is_taken_all_the_same(train, tmp_path):
    (tmp_path / "result.json").symlink_to("gone")
    code, out, said = train("--rounds", 1, "--to", tmp_path / "result.json")
    assert (code, out) == (1, "")
    assert "is already there" in said
