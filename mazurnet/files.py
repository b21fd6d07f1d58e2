"""Files written whole: all of them or none, and none unasked in the place of another.

What fails or is interrupted on the way leaves the folder as it was.
"""

from collections.abc import Iterable, Mapping
from os.path import lexists
from pathlib import Path
from tempfile import TemporaryDirectory

ASIDE = ".mazurnet-"  # how the name of a folder begins that is there for a moment


def write(folder: Path, files: Mapping[str, bytes], again: bool = False) -> list[Path]:
    """Write files by name into a folder; returns them.

    Each is first written aside, on the same disk, so that a name appears only when its file is
    whole. Raises OSError where one cannot be written, FileExistsError where a name is taken,
    unless they are written `again`.
    """
    with TemporaryDirectory(dir=folder, prefix=ASIDE) as aside:
        new, old = Path(aside, "new"), Path(aside, "old")
        new.mkdir()
        old.mkdir()
        for name, content in files.items():
            (new / name).write_bytes(content)
        if not again:  # once more: it took a while, and somebody may have been quicker
            refuse_to_overwrite(folder, files)
        try:
            return [_put(name, folder, new, old) for name in files]
        except BaseException:
            for name in files:
                _take_back(name, folder, new, old)
            raise


def _put(name: str, folder: Path, new: Path, old: Path) -> Path:
    if lexists(folder / name):
        (folder / name).replace(old / name)
    return (new / name).replace(folder / name)


def _take_back(name: str, folder: Path, new: Path, old: Path) -> None:
    if not lexists(new / name):
        (folder / name).unlink()
    if lexists(old / name):
        (old / name).replace(folder / name)


def rehearse(folder: Path, names: Iterable[str]) -> None:
    """Write nothing, so that what would fail is found before long work and not after it.

    Raises OSError as `write` would.
    """
    names = list(names)
    refuse_to_overwrite(folder, names)
    with TemporaryDirectory(dir=folder, prefix=ASIDE) as aside:
        for name in names:
            (Path(aside) / name).touch()


def refuse_to_overwrite(folder: Path, names: Iterable[str]) -> None:
    """Raises FileExistsError, in a sentence, if one of the names is taken."""
    for path in (folder / name for name in names):
        if lexists(path):
            raise FileExistsError(
                f"{path} is already there: move it away, or name another place after --to."
            )
