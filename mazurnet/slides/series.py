"""The series: every lesson as a deck, an index page, and on demand a PDF of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import nbformat
from tqdm import tqdm

from mazurnet import files
from mazurnet.slides import cut, deck_file, printer

INDEX = "index.html"
EXAMPLE = "notebooks/04_updates.ipynb"
STYLE = Path(__file__).with_name("index.css")


class Deck(NamedTuple):
    """A lesson cut into slides: the name of its file, the slides, the page."""

    name: str
    slides: Sequence[cut.Slide]
    html: bytes


def export(lessons: Sequence[Path], folder: Path, with_pdf: bool = False) -> list[Path]:
    """Write the decks of lessons and their index into a folder; returns the files.

    Decks that are there from an earlier time are replaced, anything else is not. Raises OSError,
    in a sentence: FileExistsError where the folder holds something else under one of the names,
    FileNotFoundError where a PDF is wanted and no browser is there.
    """
    browser = printer.browser() if with_pdf else ""
    names = [_name(lesson) for lesson in lessons]
    if len({name.lower() for name in names}) < len(names):
        raise ValueError("Two of the lessons have the same name: give one of them another.")
    ends = (".html", ".pdf") if with_pdf else (".html",)
    wanted = [INDEX, *(f"{name}{end}" for name in names for end in ends)]
    foreign = [name for name in wanted if not _is_ours(folder / name)]
    files.refuse_to_overwrite(folder, dict.fromkeys(foreign))
    contents: dict[str, bytes] = {}
    decks = []
    for lesson in tqdm(lessons, desc="decks", leave=False, disable=None):  # None: only on a screen
        decks.append(deck := deck_of(lesson))
        contents[f"{deck.name}.html"] = deck.html
        if with_pdf:
            paper = deck_file.paper(deck.slides).encode(errors="replace")
            contents[f"{deck.name}.pdf"] = printer.pdf(paper, len(deck.slides), browser)
    contents[INDEX] = index(decks, with_pdf).encode()
    folder.mkdir(parents=True, exist_ok=True)
    return files.write(folder, contents, again=True)


def deck_of(lesson: Path) -> Deck:
    """The deck of a lesson. Raises OSError or ValueError, in a sentence, for what is no lesson."""
    try:
        notebook = nbformat.read(lesson, as_version=4)
        nbformat.validate(notebook)
    except FileNotFoundError:
        raise FileNotFoundError(f"{lesson} is not there: name a file such as {EXAMPLE}.") from None
    except OSError as failed:
        raise OSError(f"{lesson} cannot be read: {failed.strerror}.") from None
    except (ValueError, AttributeError, nbformat.ValidationError):  # whatever nbformat says of it
        raise ValueError(f"{lesson} is not a notebook: name a file such as {EXAMPLE}.") from None
    slides = cut.slides(notebook)
    return Deck(_name(lesson), slides, deck_file.deck(slides).encode(errors="replace"))


def index(decks: Sequence[Deck], with_pdf: bool = False) -> str:
    """A page that lists the decks."""
    rows = "\n".join(map(_row, decks, [with_pdf] * len(decks)))
    body = f"""<h1>Backpropagation, digit by digit</h1>
<p>One deck a lesson. Each is a file that needs no network: take what you need with you.
In a deck: → goes on, ← goes back, S shows what is said, F fills the screen, Esc shows all.</p>
<ol start="0">
{rows}
</ol>
<p>The network and its numbers are Matt Mazur's:
<a href="https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/">A Step by Step
Backpropagation Example</a>, 2015. Text and pictures: CC BY 4.0.</p>"""
    return deck_file.document(
        "Backpropagation, digit by digit", body, STYLE.read_text(encoding="utf-8")
    )


def _name(lesson: Path) -> str:
    return f"{lesson.stem}.slides"


def _row(deck: Deck, with_pdf: bool) -> str:
    first, *_ = deck.slides
    aims = next((part.html for part in first.parts if part.kind == "aims"), "")
    paper = f' · <a href="{quote(deck.name)}.pdf">PDF</a>' if with_pdf else ""
    title = deck_file.typeset(first.title)
    return (
        f'<li><h2><a href="{quote(deck.name)}.html">{title}</a></h2>{deck_file.typeset(aims)}'
        f"<p>{len(deck.slides)} slides{paper}</p></li>"
    )


def _is_ours(file: Path) -> bool:
    """Whether we have written a file; of a PDF the deck beside it tells."""
    page_of_it = file.with_suffix(".html")
    return page_of_it.is_file() and deck_file.MADE_BY in page_of_it.read_text(
        "utf-8", errors="replace"
    )
