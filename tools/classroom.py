"""A class played through: sheets written, answered with slips mixed in, marked, and its picture.

python tools/classroom.py docs/pictures        writes class.png
"""

import argparse
import csv
from collections.abc import Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import student

from mazurnet.classroom.worksheet import ASKED_LINES
from mazurnet.feedback import fresh_numbers, outcomes
from mazurnet.feedback.slips import SLIPS
from mazurnet.terminal.commands import main as mazurnet

STUDENTS = 30
ASKED_NAMES = [line.name for line in ASKED_LINES]
TIMES_MADE: Mapping[str, int] = {  # how many of thirty make each slip
    "forgot_b1": 2,
    "plus_in_the_exponent": 3,
    "hidden_not_squashed": 1,
    "forgot_the_half": 4,
    "forgot_the_output_slope": 7,
    "turned_the_difference": 4,
    "forgot_out_h": 3,
    "only_through_o1": 11,
    "weights_already_moved": 2,
    "forgot_the_hidden_slope": 5,
    "other_input": 2,
    "forgot_eta": 3,
    "added_the_gradient": 6,
}


def plays() -> list[dict[str, str]]:
    """For each student the lines in which slips are made, and the slips."""
    draws = Random(30)
    made: list[dict[str, str]] = [{} for _ in range(STUDENTS)]
    for slip, times in TIMES_MADE.items():
        for one in draws.sample(made, times):
            one |= {q.name: slip for q in SLIPS[slip].changed if q.name not in one}
    return made


def fill_in(path: Path) -> None:
    """Type every student's answers into the empty table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    answers = {
        str(n): student.answers(
            outcomes.outcomes(fresh_numbers.fresh(n)).known, slips, lines=ASKED_NAMES
        )
        for n, slips in enumerate(plays(), start=1)
    }
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, rows[0].keys())
        table.writeheader()
        table.writerows(row | {"answer": answers[row["sheet"]][row["quantity"]]} for row in rows)


def main() -> None:
    """Write the sheets, fill in the answers, mark them, keep the picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        mazurnet(["worksheet", "--class", str(STUDENTS), "--to", folder])
        fill_in(Path(folder) / "answers.csv")
        mazurnet(["mark", str(Path(folder) / "answers.csv")])
        picture = (Path(folder) / "answers-marked.png").read_bytes()
    (options.folder / "class.png").write_bytes(picture)


if __name__ == "__main__":
    main()
