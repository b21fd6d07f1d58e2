"""The series: every lesson as a deck, an index page, and on demand a PDF of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import nbformat
from tqdm import tqdm

from mazurnet import files
from mazurnet.display.html import Markup, filled
from mazurnet.slides import cut, deck_file, printer
from mazurnet.slides.slide import Slide

INDEX = "index.html"
NAME_A_LESSON = "name a file such as notebooks/04_updates.ipynb."
INDEX_TEMPLATE = Path(__file__).with_name("index.html.j2")
INDEX_STYLE = Path(__file__).with_name("index.css")
SERIES = "Backpropagation, digit by digit"


class Deck(NamedTuple):
    """A lesson cut into slides: the name of its file, the slides, the page."""

    name: str
    slides: Sequence[Slide]
    html: bytes

    @property
    def title(self) -> Markup:
        """What the lesson is called."""
        return self.slides[0].title

    @property
    def aims(self) -> Markup:
        """What a reader will be able to do after it, and how long it takes."""
        aims = (part.html for part in self.slides[0].parts if part.kind == "aims")
        return next(aims, Markup(""))


def export(lessons: Sequence[Path], folder: Path, with_pdf: bool = False) -> list[Path]:
    """Write the decks of lessons and their index into a folder; returns the files.

    Decks that are there from an earlier time are replaced, anything else is not. Raises OSError,
    in a sentence: FileExistsError where the folder holds something else under one of the names,
    FileNotFoundError where a PDF is wanted and no browser is there.
    """
    browser = printer.browser() if with_pdf else ""
    names = [_deck_name(lesson) for lesson in lessons]
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
        raise FileNotFoundError(f"{lesson} is not there: {NAME_A_LESSON}") from None
    except OSError as failed:
        raise OSError(f"{lesson} cannot be read: {failed.strerror}.") from None
    except (ValueError, AttributeError, nbformat.ValidationError):  # whatever nbformat says of it
        raise ValueError(f"{lesson} is not a notebook: {NAME_A_LESSON}") from None
    slides = cut.slides(notebook)
    return Deck(_deck_name(lesson), slides, deck_file.deck(slides).encode(errors="replace"))


def index(decks: Sequence[Deck], with_pdf: bool = False) -> str:
    """A page that lists the decks."""
    body = filled(
        INDEX_TEMPLATE, title=SERIES, decks=decks, with_pdf=with_pdf, typeset=deck_file.typeset
    )
    return deck_file.standalone(SERIES, body, INDEX_STYLE.read_text(encoding="utf-8"))


def _deck_name(lesson: Path) -> str:
    return f"{lesson.stem}.slides"


def _is_ours(file: Path) -> bool:
    """Whether we have written a file; of a PDF the deck beside it tells."""
    deck = file.with_suffix(".html")
    return deck.is_file() and deck_file.MADE_BY in deck.read_text("utf-8", errors="replace")
