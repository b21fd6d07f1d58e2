"""Bugs made on purpose: each is put into a copy of the project, and some test must notice it.

    python tools/mutants.py              tries every mutant of tools/mutants.toml
    python tools/mutants.py NAME ...     tries these
    python tools/mutants.py --list       tries none, says what each breaks

Tests that cover a mutant run as the README's command runs them; where they notice nothing, what
only CI runs comes next: tests in a browser, lessons executed again. A mutant that nobody notices
is a test that is missing, unless the list says why it is known.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

ROOT = Path(__file__).resolve().parent.parent
LIST = Path(__file__).with_name("mutants.toml")
SECONDS = 900  # tests that run longer hang, and so have noticed
PYTEST = ("-m", "pytest", "-x", "-q", "-p", "no:nbval", "-o", "addopts=", "-p", "no:cacheprovider")

SUITE, CI, NOBODY = "the README's suite", "CI's other stages", "nobody"
IN_A_BROWSER = {SUITE: "later", CI: "required"}  # what MAZURNET_BROWSER says


class Refused(Exception):
    """What cannot be tried, and why, in one sentence."""


@dataclass(frozen=True, eq=False)
class Mutant:
    """One text of one file replaced by another, what that breaks, and the tests that cover it.

    `ci` are tests in a browser and lessons; `known` says why it may go unnoticed, if it may.
    """

    name: str
    file: str
    old: str
    new: str
    breaks: str
    suite: Sequence[str] = ()
    ci: Sequence[str] = ()
    known: str = ""

    @property
    def room(self) -> str:
        """The part of the package it is in: a folder, or the mathematics beside them."""
        _, *folders, _ = Path(self.file).parts
        return folders[0] if folders else "the mathematics"

    def applied(self, text: str) -> str:
        """The text of the file with the bug in it. Raises Refused where it cannot be put in."""
        if (places := text.count(self.old)) != 1:
            raise Refused(f"{self.name}: its old text stands {places} times in {self.file}.")
        mutated = text.replace(self.old, self.new)
        if self.file.endswith(".py"):
            try:
                compile(mutated, self.file, "exec")
            except SyntaxError:
                raise Refused(f"{self.name}: {self.file} would be no Python at all.") from None
        return mutated


class Copy:
    """The project in a folder of its own, where a mutant can live for as long as its tests run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._green: set[tuple[str, str]] = set()  # stages and tests that pass without a mutant
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
        for name in filter(None, listed.split("\0")):
            if (ROOT / name).is_file():  # and not deleted a moment ago
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, folder / name)
        where = "import mazurnet; print(mazurnet.__file__)"
        told = self._python("-c", where, stage=SUITE, inside="tests").stdout.strip()
        if not Path(told).is_relative_to(folder):
            raise Refused(f"The tests would import {told}, not the copy.")

    def check(self, stage: str, tests: Iterable[str]) -> None:
        """Raises Refused unless these tests pass as long as there is no mutant."""
        unknown = sorted({test for test in tests if (stage, test) not in self._green})
        if failure := self._failure(stage, unknown):
            raise Refused(f"Without any mutant, {stage} fails: {failure}")
        self._green |= {(stage, test) for test in unknown}

    def noticed_by(self, mutant: Mutant) -> str:
        """The first stage in which a test fails because of the mutant."""
        file = self.folder / mutant.file
        source = file.read_text(encoding="utf-8")
        for stage, tests in ((SUITE, mutant.suite), (CI, mutant.ci)):
            self.check(stage, tests)
            try:
                file.write_text(mutant.applied(source), encoding="utf-8", newline="\n")
                if self._failure(stage, tests):
                    return stage
            finally:
                file.write_text(source, encoding="utf-8", newline="\n")
        return NOBODY

    def _failure(self, stage: str, tests: Sequence[str]) -> str:
        """What is said last by tests and lessons of which one fails; nothing where all pass."""
        lessons = [test for test in tests if test.endswith(".ipynb")]
        modules = [test for test in tests if test not in lessons]
        runs = (
            [*PYTEST, *modules] if modules else [],
            ["tools/execute.py", "--check", *lessons] if lessons else [],
        )
        for arguments in filter(None, runs):
            try:
                ended = self._python(*arguments, stage=stage)
            except subprocess.TimeoutExpired:
                return f"it takes longer than {SECONDS} seconds."
            if ended.returncode != 0:
                return (ended.stdout + ended.stderr).strip()[-500:]
        return ""

    def _python(
        self, *arguments: str, stage: str, inside: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """This interpreter with the copy's package: it comes before an installed one."""
        alone = {"PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder / inside,
            env={**os.environ, **alone, "MAZURNET_BROWSER": IN_A_BROWSER[stage]},
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )


def mutants(names: Sequence[str] = ()) -> list[Mutant]:
    """Those of the list that bear these names, or all. Raises Refused for one that cannot be."""
    listed = [Mutant(**fields) for fields in tomllib.loads(LIST.read_text("utf-8"))["mutant"]]
    by_name = {mutant.name: mutant for mutant in listed}
    if len(by_name) < len(listed):
        raise Refused("Two mutants have the same name.")
    if unknown := [name for name in names if name not in by_name]:
        raise Refused(f"There is no mutant called {unknown[0]}.")
    wanted = [by_name[name] for name in names] or listed
    for mutant in wanted:
        mutant.applied((ROOT / mutant.file).read_text(encoding="utf-8"))
        for test in (*mutant.suite, *mutant.ci):
            if not (ROOT / test).is_file():
                raise Refused(f"{mutant.name}: {test} is not there.")
    return wanted


def tried(wanted: Sequence[Mutant]) -> dict[Mutant, str]:
    """Each mutant, and who noticed it. Raises Refused if tests fail without any."""
    noticed: dict[Mutant, str] = {}
    with TemporaryDirectory(prefix="mutants-") as folder:
        copy = Copy(Path(folder).resolve())
        copy.check(SUITE, [test for mutant in wanted for test in mutant.suite])
        for mutant in wanted:
            begun = monotonic()
            noticed[mutant] = copy.noticed_by(mutant)
            took = monotonic() - begun
            print(f"{mutant.name}: noticed by {noticed[mutant]} ({took:.0f} s)", flush=True)
    return noticed


def summary(noticed: dict[Mutant, str]) -> list[str]:
    """Rooms and numbers of mutants in columns, then the mutants that nobody noticed."""
    stages = (SUITE, CI, NOBODY)
    counts = Counter((mutant.room, stage) for mutant, stage in noticed.items())
    rooms = dict.fromkeys(mutant.room for mutant in noticed)
    rows = {room: [counts[room, stage] for stage in stages] for room in rooms}
    rows["all"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    lines = [f"{'':16} {'mutants':>8}" + "".join(f"{stage:>20}" for stage in stages)]
    for room, numbers in rows.items():
        lines.append(f"{room:16} {sum(numbers):>8}" + "".join(f"{n:>20}" for n in numbers))
    alive = [mutant for mutant, stage in noticed.items() if stage == NOBODY]
    lines += [f"Nobody noticed {one.name}: {one.breaks}. {one.known}".rstrip() for one in alive]
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the mutants named, or all. Returns 1 if one goes unnoticed, 2 if none can be tried."""
    parser = argparse.ArgumentParser(description="Put bugs in, and see which tests notice them.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="default: all of the list")
    parser.add_argument("--list", action="store_true", help="say what each breaks, and try none")
    asked = parser.parse_args(arguments)
    try:
        wanted = mutants(asked.names)
        if asked.list:
            print("\n".join(f"{one.name} ({one.file}): {one.breaks}" for one in wanted))
            return 0
        noticed = tried(wanted)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    print("\n".join(["", *summary(noticed)]))
    return int(any(stage == NOBODY and not one.known for one, stage in noticed.items()))


if __name__ == "__main__":
    raise SystemExit(main())
