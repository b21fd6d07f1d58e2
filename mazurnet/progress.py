"""Progress: a bar in the notebook that fills while a training goes on."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from IPython.display import display
from ipywidgets import IntProgress, Layout

from mazurnet import door

Round = TypeVar("Round")


class Bar(IntProgress):
    """A bar for so many rounds. A saved lesson shows it full."""

    def __repr__(self) -> str:
        return f"A bar that fills in {self.max:,} rounds."

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        label = f"{self.max:,} rounds, all trained"
        full = f'<progress value="1" max="1" aria-label="{label}"></progress>'
        return super()._repr_mimebundle_(**kwargs) | {"text/html": full}


def watched(history: Iterable[Round], rounds: int) -> Iterator[Round]:
    """The rounds of a training as they come, from round 0, under a bar that fills. Lesson 09.

    Raises TypeError or ValueError unless `rounds` is a whole number above 0.
    """
    bar = Bar(max=door.count(rounds, "rounds", least=1), layout=Layout(width="min(100%, 640px)"))
    display(bar)
    return _moving(bar, history)


def _moving(bar: Bar, history: Iterable[Round]) -> Iterator[Round]:
    for done, one in enumerate(history):
        if done * 100 // bar.max != bar.value * 100 // bar.max:  # a hundred moves are smooth
            bar.value = done
        yield one
