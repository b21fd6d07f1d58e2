"""One environment, said three times: pyproject.toml, environment.yml, requirements.lock."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
README = ROOT / "README.md"

IN_CONDA = {"matplotlib": "matplotlib-base"}  # the same library, without a desktop toolkit


def requirements(*extras):
    """What the project needs, with these extras; an extra that names the project is opened."""
    lines = [*PROJECT["dependencies"]]
    for extra in extras:
        lines += PROJECT["optional-dependencies"][extra]
    found = [Requirement(line) for line in lines]
    inner = {extra for r in found if r.name == PROJECT["name"] for extra in r.extras}
    own = [r for r in found if r.name != PROJECT["name"]]
    return own + [r for r in requirements(*inner) if r not in own] if inner else own


def locked():
    """Every locked version, by name; a package may have one for each range of Pythons."""
    versions = {}
    for name, version in re.findall(r"^([\w.-]+)==([\w.+!-]+)", LOCK, re.MULTILINE):
        versions.setdefault(canonicalize_name(name), []).append(version)
    return versions


def test_conda_and_pip_ask_for_the_same():
    python, pip, *specs, last = CONDA
    assert python == f"python {PROJECT['requires-python']}"
    assert pip == "pip"
    assert last == {"pip": ["--editable ."]}
    ranges = {name: set(bounds.split(",")) for name, bounds in map(str.split, specs)}
    wanted = {
        IN_CONDA.get(r.name, r.name): set(map(str, r.specifier)) for r in requirements("test")
    }
    assert ranges == wanted


@pytest.mark.parametrize("spec", [spec for spec in CONDA if isinstance(spec, str)])
def test_conda_can_read_every_line(spec):
    rattler = pytest.importorskip(
        "rattler", reason="py-rattler, which reads as conda does, is CI's"
    )
    parsed = rattler.MatchSpec(spec, strict=True)
    assert parsed.name.normalized == spec.split()[0]


@pytest.mark.parametrize("requirement", requirements("ci"), ids=lambda r: r.name)
def test_what_is_asked_for_is_locked_inside_its_range(requirement):
    versions = locked()[canonicalize_name(requirement.name)]
    assert [v for v in versions if v not in requirement.specifier] == []


def test_every_locked_version_has_hashes():
    heads = re.findall(r"^[^\s#].*", LOCK, re.MULTILINE)
    hashed = re.findall(r"^[\w.-]+==[^\\\n]+\\\n    --hash=sha256:[0-9a-f]{64}", LOCK, re.MULTILINE)
    assert len(heads) == len(hashed) > 50


def test_the_lock_names_no_place():
    assert not re.search(r"://|@ |--(index|find|trusted|extra-index)|\.(org|com|io|net)\b", LOCK)


@pytest.mark.parametrize(
    "command",
    [
        r"pip install -e \.",  # to read
        r"<!-- test -->\s*```\w*\n[^\n]*pytest\n```",  # to test, as .ci/run finds it
    ],
)
def test_the_readme_has_both_commands(command):
    assert re.search(command, README.read_text(encoding="utf-8"))
