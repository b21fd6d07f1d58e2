"""What a worksheet asks for: these lines of the page of working, and how much of each it shows.

Marking and the blank table for a class's answers read the same list.
"""

from sympy import Expr, Symbol

from mazurnet.feedback import page_of_working
from mazurnet.feedback.page_of_working import LINES
from mazurnet.symbols import new, weights

DIGITS_ON_SHEET = 4  # significant ones in a result
FORMULA, HALF, NAME = "its formula", "half its formula", "its name"

# Lines of one kind are worked out alike: the first shows how, the second half of it.
KINDS = tuple(
    tuple(map(Symbol, names.split()))
    for names in (
        "net_h1 net_h2 net_o1 net_o2",
        "out_h1 out_h2 out_o1 out_o2",
        "E_o1 E_o2",
        "E_total",
        "dE_dout_o1",
        "dout_dnet_o1",
        "delta_o1 delta_o2",
        "dE_dw5 dE_dw6 dE_dw7 dE_dw8 dE_dw1 dE_dw2 dE_dw3 dE_dw4",
        "dE_dout_h1 dE_dout_h2",
        "delta_h1 delta_h2",
        " ".join(str(new(w)) for w in weights),
        "E_total_new",
    )
)
_SHOWN = {
    line: (FORMULA, HALF, NAME)[min(place, 2)] for kind in KINDS for place, line in enumerate(kind)
}
ASKED_LINES = tuple(line for line in LINES if line in _SHOWN)


def how_much(line: Symbol) -> str:
    """How much of an asked line is printed: FORMULA, HALF of it, or the NAME alone."""
    return _SHOWN[line]


def formula_on_sheet(line: Symbol) -> Expr:
    """An asked line in given numbers and other asked lines: shares and slopes are opened.

    Lessons 01 to 04 build it.
    """
    page = page_of_working.true_page()
    unasked = {q for q in page[line].free_symbols if q in LINES and q not in _SHOWN}
    return page[line].xreplace({q: page[q] for q in unasked})
