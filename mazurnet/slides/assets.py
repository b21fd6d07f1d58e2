"""What a deck carries with it: reveal.js and fonts, out of packages that are installed."""

from base64 import b64encode
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter, load_font, save_font

REVEAL = "_static/revealjs"
SANS = f"{REVEAL}/dist/theme/fonts/source-sans-pro/source-sans-pro"
LATIN = {chr(code) for code in range(0x20, 0x7F)}
CREDIT = (
    "reveal.js by Hakim El Hattab and contributors (MIT); Source Sans Pro by Adobe, STIX Two Math "
    "by the STIX Fonts Project (SIL Open Font License 1.1); DejaVu Sans Mono (Bitstream Vera)"
)


class Face(NamedTuple):
    """A font face: its family, weight and style in CSS, and the package and file it is in."""

    family: str
    weight: int
    style: str
    package: str
    file: str


FACES = (
    Face("Deck Sans", 400, "normal", "sphinx_revealjs", f"{SANS}-regular.ttf"),
    Face("Deck Sans", 400, "italic", "sphinx_revealjs", f"{SANS}-italic.ttf"),
    Face("Deck Sans", 600, "normal", "sphinx_revealjs", f"{SANS}-semibold.ttf"),
    Face("Deck Math", 400, "normal", "ziamath", "fonts/STIXTwoMath-Regular.ttf"),
    Face("Deck Mono", 400, "normal", "matplotlib", "mpl-data/fonts/ttf/DejaVuSansMono.ttf"),
)


def reveal(file: str) -> str:
    """A file of reveal.js, such as dist/reveal.css. Raises FileNotFoundError if it is missing."""
    return file_of("sphinx_revealjs", f"{REVEAL}/{file}").read_text(encoding="utf-8")


def file_of(package: str, file: str) -> Path:
    """A file of an installed package, which is not imported.

    Raises FileNotFoundError, with what to install, if the package or the file is not there.
    """
    spec = find_spec(package)
    path = Path(spec.origin).parent / file if spec and spec.origin else None
    if path is None or not path.is_file():
        name = package.replace("_", "-")
        raise FileNotFoundError(f"Slides need {file} of {name}: install it with pip install {name}")
    return path


def fonts(text: str) -> str:
    """Every face as CSS, with just the letters of a text, and Latin ones, inside."""
    letters = "".join(sorted(LATIN.union(text.encode(errors="ignore").decode())))
    return "\n".join(
        f"@font-face {{ font-family: '{face.family}'; font-weight: {face.weight}; "
        f"font-style: {face.style}; src: url(data:font/woff;base64,{_woff(face, letters)}) }}"
        for face in FACES
    )


@cache
def _woff(face: Face, letters: str) -> str:
    options = Options(flavor="woff", drop_tables=["FFTM", "webf", "DSIG"], notdef_outline=True)
    file, part = BytesIO(), Subsetter(options)
    with load_font(str(file_of(face.package, face.file)), options) as font:
        part.populate(text=letters)
        part.subset(font)
        save_font(font, file, options)
    return b64encode(file.getvalue()).decode()
