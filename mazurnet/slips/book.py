"""What a slip is: a change of the page of working, told in a sentence or two."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property

from sympy import Expr, Symbol

from mazurnet import working
from mazurnet.working import Page

Change = Callable[[Page], Page]


@dataclass(frozen=True, eq=False)
class Told:
    """A slip as it is told: what is done wrong, and where to look again.

    `lesson` is the lesson that treats it.
    """

    name: str
    told: str
    lesson: int

    @property
    def what(self) -> str:
        """What is done wrong: the first sentence, without its full stop."""
        return self.told.partition(". ")[0].rstrip(".")

    @property
    def clause(self) -> str:
        """What is done wrong, as the second half of a sentence."""
        return self.what[0].lower() + self.what[1:]

    @property
    def look(self) -> str:
        """Where to look again: the rest, if there is any."""
        return self.told.partition(". ")[2]

    def __repr__(self) -> str:
        return self.what


@dataclass(frozen=True, eq=False, repr=False)
class Slip(Told):
    """One slip: a function that takes a page of working and gives the lines it changes.

    `parts` are the slips of which it is made, if it is more than one.
    """

    change: Change
    parts: tuple["Slip", ...] = ()

    @property
    def rounds(self) -> bool:
        """Whether it only shortens numbers: the rule itself is right."""
        return self.name.startswith(("rounded", "cut"))

    @cached_property
    def page(self) -> dict[Symbol, Expr]:
        """The whole page of working as it comes out with this slip in it."""
        true = working.true_page()
        return {**true, **self.change(true)}

    @cached_property
    def changed(self) -> frozenset[Symbol]:
        """The lines that are worked out wrongly; those below them only use wrong numbers."""
        true = working.true_page()
        return frozenset(q for q, formula in self.page.items() if formula != true[q])

    def outside(self, lines: Collection[Symbol]) -> frozenset[Symbol]:
        """The lines of the page that it changes and that are not among these."""
        return (self.changed & set(working.LINES)) - set(lines)


SLIPS: dict[str, Slip] = {}


def slip(lesson: int) -> Callable[[Change], Slip]:
    """A function with a docstring becomes a slip of that lesson, and joins the list."""

    def listed(change: Change) -> Slip:
        told = " ".join(change.__doc__.split())
        SLIPS[change.__name__] = found = Slip(change.__name__, told, lesson, change)
        return found

    return listed


def both(first: Slip, then: Slip) -> Slip:
    """Two slips made on the same page, the second on what the first has left; joins the list."""

    def change(page: Page) -> Page:
        once = {**page, **first.change(page)}
        return {**once, **then.change(once)}

    name = f"{first.name}_and_{then.name}"
    told = f"{first.what}, and {then.clause}."
    SLIPS[name] = found = Slip(name, told, max(first.lesson, then.lesson), change, (first, then))
    return found


def again(first: Slip) -> Slip:
    """A slip of the forward pass that is made in the second forward pass as well."""

    def change(page: Page) -> Page:
        changed = {**page, **first.change(page)}
        return {**changed, **working.second_pass({q: changed[q] for q in working.equations})}

    name = f"{first.name}_again"
    told = f"{first.what}, and again after the step. {first.look}".strip()
    SLIPS[name] = found = Slip(name, told, 4, change, (first,))
    return found
