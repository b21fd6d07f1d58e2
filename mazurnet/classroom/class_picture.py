"""The classroom: one picture for the wall, of the steps in which students slipped."""

from collections.abc import Sequence
from textwrap import wrap

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from mazurnet.classroom.tally import Tally
from mazurnet.display import style
from mazurnet.display.style import (
    BACKWARD,
    FORWARD,
    INK,
    LARGE,
    NORMAL,
    QUIET,
    SMALL,
    UPDATE,
    Picture,
)
from mazurnet.feedback.page_of_working import Step
from mazurnet.feedback.slips import Slip

PASSES = {"forward →": FORWARD, "← backward": BACKWARD, "step": UPDATE}
PASS_OF_LESSON = {1: "forward →", 2: "← backward", 3: "← backward", 4: "step"}
CLASS = "#E6E6E6"  # the whole class, behind each bar

ROW, TOP = 40, 12  # pixels
BAR, WIDTH, HEIGHT = 296, 216, 24  # where the bars start, how long the whole class is, how thick
WORDS, LETTERS = 572, 42  # where the slip in words starts, and how many letters fit in a line


@rc_context(style.SETTINGS)
def slips_by_step(tallies: Sequence[Tally], students: int) -> Picture:
    """How many of the students slipped in each step, and the commonest slip there in words."""
    figure, axes = style.blank_figure()
    for place, tally in enumerate(tallies):
        _row(axes, TOP + ROW * (place + 0.5), tally, students)
    for name, hue in PASSES.items():
        places = [n for n, t in enumerate(tallies) if PASS_OF_LESSON[t.step.lesson] == name]
        first, last = TOP + ROW * places[0] + 5, TOP + ROW * (places[-1] + 1) - 5
        axes.plot([36, 36], [first, last], color=hue, linewidth=2)
        axes.text(19, (first + last) / 2, name, color=hue, rotation=90, ha="center", va="center",
                  size=NORMAL, gid=f"caption {name}")  # fmt: skip
    axes.text(48, 516, _key(tallies, students), color=QUIET, size=SMALL, va="center", gid="key")
    return Picture(figure, _alt(tallies, students))


def hue(step: Step) -> str:
    """The colour of a step: that of the pass to which its lesson belongs."""
    return PASSES[PASS_OF_LESSON[step.lesson]]


def words(slip: Slip, made: int, slipped: int) -> list[str]:
    """A slip in a line or two, and how many made it if not all did who slipped there."""
    clause = slip.parts[0].clause if slip.parts else slip.clause
    number = f"{made} of them: " if made < slipped else ""
    text = f"{number}{clause}"
    least = len(text) // len(wrap(text, LETTERS))  # lines of equal length, no word left alone
    return min((wrap(text, n) for n in range(least, LETTERS + 1)), key=len)


def _row(axes: Axes, y: float, tally: Tally, students: int) -> None:
    title, told = tally.step.title, tally.answered or tally.slipped
    axes.text(48, y, title, va="center_baseline", size=NORMAL, color=INK if told else QUIET)
    if not told:
        axes.text(BAR, y, "no answers", va="center", size=SMALL, color=QUIET, gid=f"none {title}")
        return
    length = WIDTH * tally.slipped / students
    for name, width, fill in (("class", WIDTH, CLASS), ("bar", length, hue(tally.step))):
        corner = (BAR, y - HEIGHT / 2)
        axes.add_patch(
            Rectangle(corner, width, HEIGHT, color=fill, linewidth=0, gid=f"{name} {title}")
        )
    weight, colour = ("bold", hue(tally.step)) if tally.slipped else ("normal", INK)
    axes.text(BAR + length + 6, y, str(tally.slipped), va="center_baseline", size=LARGE - 3,
              weight=weight, color=colour, gid=f"number {title}")  # fmt: skip
    if tally.slips:
        slip, made = tally.slips[0]
        axes.text(WORDS, y, "\n".join(words(slip, made, tally.slipped)), va="center", size=SMALL,
                  linespacing=0.95, gid=f"slip {title}")  # fmt: skip


def _key(tallies: Sequence[Tally], students: int) -> str:
    if not any(tally.slipped for tally in tallies):
        return f"{counted(students)} · no slip that we know in any step"
    return (
        f"{counted(students)} · grey: all of them · in colour: how many slipped in this step, "
        "and the commonest slip"
    )


def _alt(tallies: Sequence[Tally], students: int) -> str:
    told = [
        f"{tally.step.title} {tally.slipped} ({' '.join(words(*tally.slips[0], tally.slipped))})"
        for tally in tallies
        if tally.slips
    ]
    silent = [tally.step.title for tally in tallies if not tally.answered and not tally.slipped]
    said = f"{'; '.join(told)}; no other" if told else "none"
    nobody = f" Nobody answered {', '.join(silent)}." if silent else ""
    return f"Slips of {counted(students)}, by step: {said}.{nobody}"


def counted(students: int) -> str:
    """A number of students in words: 1 student, 30 students."""
    return f"{students} student{'s' * (students != 1)}"
