"""What a slip is: a change of the page of working, told in a sentence or two."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property

from sympy import Expr, Symbol

from mazurnet.feedback import page_of_working
from mazurnet.feedback.page_of_working import Page

Change = Callable[[Page], Page]


@dataclass(frozen=True, eq=False)
class Told:
    """A slip in words: `told` says what is done wrong, `look` where to look again, if anywhere.

    `lesson` is the lesson that treats it.
    """

    name: str
    lesson: int
    told: str
    look: str

    @property
    def what(self) -> str:
        """What is done wrong, without the full stop."""
        return self.told.removesuffix(".")

    @property
    def clause(self) -> str:
        """What is done wrong, as the second half of a sentence."""
        return self.what[0].lower() + self.what[1:]

    @property
    def sentences(self) -> str:
        """What is done wrong, and where to look again."""
        return f"{self.told} {self.look}".strip()

    def __repr__(self) -> str:
        return self.what


@dataclass(frozen=True, eq=False, repr=False)
class Slip(Told):
    """One slip: a function that takes a page of working and gives the lines it changes.

    `parts` are the slips of which it is made, if it is more than one. One that `rounds` only
    shortens numbers: the rule itself is right.
    """

    change: Change
    parts: tuple["Slip", ...] = ()
    rounds: bool = False

    @cached_property
    def page(self) -> dict[Symbol, Expr]:
        """The whole page of working as it comes out with this slip in it."""
        true = page_of_working.true_page()
        return {**true, **self.change(true)}

    @cached_property
    def changed(self) -> frozenset[Symbol]:
        """The lines that are worked out wrongly; those below them only use wrong numbers."""
        true = page_of_working.true_page()
        return frozenset(q for q, formula in self.page.items() if formula != true[q])

    def outside(self, lines: Collection[Symbol]) -> frozenset[Symbol]:
        """The lines of the page that it changes and that are not among these."""
        return (self.changed & set(page_of_working.LINES)) - set(lines)


SLIPS: dict[str, Slip] = {}


def _listed(slip: Slip) -> Slip:
    SLIPS[slip.name] = slip
    return slip


def slip(lesson: int, told: str, look: str = "", rounds: bool = False) -> Callable[[Change], Slip]:
    """A function that changes a page becomes a slip of that lesson, and joins the list."""

    def as_slip(change: Change) -> Slip:
        return _listed(Slip(change.__name__, lesson, told, look, change, rounds=rounds))

    return as_slip


def together(first: Slip, then: Slip) -> Slip:
    """Two slips made on the same page, the second on what the first has left; joins the list."""

    def change(page: Page) -> Page:
        once = {**page, **first.change(page)}
        return {**once, **then.change(once)}

    name = f"{first.name}_and_{then.name}"
    told = f"{first.what}, and {then.clause}."
    return _listed(Slip(name, max(first.lesson, then.lesson), told, "", change, (first, then)))


def again(first: Slip) -> Slip:
    """A slip of the forward pass that is made in the second forward pass as well."""

    def change(page: Page) -> Page:
        changed = {**page, **first.change(page)}
        equations = {q: changed[q] for q in page_of_working.equations}
        return {**changed, **page_of_working.second_pass(equations)}

    told = f"{first.what}, and again after the step."
    return _listed(Slip(f"{first.name}_again", 4, told, first.look, change, (first,)))
