"""The options: what may follow `python -m mazurnet`, and what it is good for."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

CURRENT_FOLDER = "the current one if unsaid"


def parsed(words: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """What is asked for, and further words that only JupyterLab knows.

    Raises SystemExit, after a sentence, for a command line that asks for nothing we have.
    """
    words = list(words)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words.insert(0, "lessons")
    parser = argparse.ArgumentParser(
        prog="python -m mazurnet", description="Backpropagation, worked through with real numbers."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for add in (_add_lessons, _add_worksheet, _add_mark, _add_slides, _add_train):
        add(commands)
    asked, further = parser.parse_known_args(words)
    if further and asked.command != "lessons":
        commands.choices[asked.command].error(f"unrecognized arguments: {' '.join(further)}")
    return asked, further


def _add_lessons(commands: Any) -> None:
    commands.add_parser(
        "lessons",
        help="open the lessons in JupyterLab; what is asked for when nothing is",
        description="Open the lessons in JupyterLab. Further options, such as --no-browser or "
        "--port 9999, go to JupyterLab as they are.",
    )


def _add_worksheet(commands: Any) -> None:
    worksheet = commands.add_parser(
        "worksheet",
        help="write a worksheet with fresh numbers and its key, to print",
        description="Write a worksheet and its answer key, to print. The number of a sheet stands "
        "on it, and brings the same sheet again. For a class: a sheet for each student, each with "
        "other numbers, the keys, and a blank table to type the answers into.",
    )
    worksheet.add_argument(
        "--seed", type=int, default=1, metavar="NUMBER", help="the first or only sheet; 1 if unsaid"
    )
    worksheet.add_argument(
        "--class", type=int, dest="students", metavar="STUDENTS", help="so many sheets, not one"
    )
    worksheet.add_argument("--to", type=Path, default=Path(), metavar="FOLDER", help=CURRENT_FOLDER)


def _add_mark(commands: Any) -> None:
    marking = commands.add_parser(
        "mark",
        help="mark a class's answers, and say which step is misunderstood by how many",
        description="Mark the answers of a class: a CSV file whose first line names the columns "
        "student, sheet, quantity and answer. Beside it come the same rows with their verdicts, a "
        "page for the teacher and a picture for the wall.",
    )
    marking.add_argument("answers", help="the file, such as answers.csv")
    marking.add_argument(
        "--sheet-column", default="sheet", metavar="NAME", help="the column that names the sheet"
    )
    unnamed = marking.add_mutually_exclusive_group()
    number = "the sheet of all answers that name none"
    unnamed.add_argument("--sheet", type=_sheet, metavar="N", help=number)
    article = "answers that name no sheet are on the article's numbers"
    unnamed.add_argument("--article", action="store_true", help=article)


def _sheet(word: str) -> int:
    if not word.isdecimal():
        raise argparse.ArgumentTypeError(f"a sheet is a whole number such as 12, not {word}")
    return int(word)


def _add_slides(commands: Any) -> None:
    slides = commands.add_parser(
        "slides",
        help="write every lesson as a deck of slides that needs no network, and an index page",
        description="Write lessons as decks of slides, each one file that needs no network, and "
        "an index page. Those of an earlier time are replaced.",
    )
    slides.add_argument(
        "lessons", nargs="*", type=Path, metavar="LESSON", help="notebooks; every lesson if unsaid"
    )
    slides.add_argument(
        "--to", type=Path, default=Path("slides"), metavar="FOLDER", help="slides if unsaid"
    )
    slides.add_argument("--pdf", action="store_true", help="a PDF of each, too, a page a slide")


def _add_train(commands: Any) -> None:
    train = commands.add_parser(
        "train",
        help="train the article's network, a task or a network of your own",
        description="Train a network and print E_total round by round, from round 0, before any "
        "training. Options outweigh what a network file says. Ctrl-C stops after the round at "
        "hand and keeps what was reached.",
    )
    what = train.add_mutually_exclusive_group()
    tasks = "article, AND, OR, NAND or XOR; article if unsaid"
    what.add_argument("--task", metavar="NAME", help=tasks)
    file = "a TOML or JSON file such as docs/xor.toml, which explains its fields"
    what.add_argument("--network", metavar="FILE", help=file)
    number = {"type": int, "metavar": "NUMBER"}
    train.add_argument("--rounds", **number, help="10000 if unsaid")
    train.add_argument("--eta", type=float, metavar="NUMBER", help="the step; 0.5 if unsaid")
    both, learn = argparse.BooleanOptionalAction, "biases learn; frozen, as in the article, if not"
    train.add_argument("--biases", action=both, help=learn)
    train.add_argument("--batch", **number, help="examples in a step; all if unsaid")
    train.add_argument("--seed", **number, help="draws the order of examples and random weights")
    train.add_argument("--hidden", **number, help="hidden neurons, with random weights, for a task")
    train.add_argument("--loss", metavar="NAME", help="squared or cross-entropy; squared if unsaid")
    output = train.add_mutually_exclusive_group()
    output.add_argument("--inspect", action="store_true", help="print all values at the end, too")
    output.add_argument("--json", action="store_true", help="print one JSON document instead")
    train.add_argument("--to", type=Path, metavar="FILE", help="write that document to a file, too")
