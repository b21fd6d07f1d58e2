"""The class's picture: one for the wall, of the steps in which students slipped."""

from collections.abc import Sequence
from textwrap import wrap

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from mazurnet.classroom.marking import Tally, counted
from mazurnet.display import style
from mazurnet.display.picture import Picture, blank_figure
from mazurnet.display.style import BACKWARD, FORWARD, INK, LARGE, NORMAL, QUIET, SMALL, UPDATE
from mazurnet.feedback.page_of_working import Step
from mazurnet.feedback.slips import Slip

HUE_OF_PASS = {"forward →": FORWARD, "← backward": BACKWARD, "step": UPDATE}
PASS_OF_LESSON = {1: "forward →", 2: "← backward", 3: "← backward", 4: "step"}
WHOLE_CLASS_GREY = "#E6E6E6"  # behind each bar

FIRST_ROW, ROW_HEIGHT = 12, 40  # pixels, as all below
BARS_START, WHOLE_CLASS_LENGTH, BAR_THICKNESS = 296, 216, 24
SLIPS_START = 572  # where the slips in words start
LETTERS_IN_LINE = 42  # of these words


@rc_context(style.SETTINGS)
def slips_by_step(tallies: Sequence[Tally], students: int) -> Picture:
    """How many of the students slipped in each step, and the commonest slip there in words."""
    figure, axes = blank_figure()
    for place, tally in enumerate(tallies):
        _row(axes, FIRST_ROW + ROW_HEIGHT * (place + 0.5), tally, students)
    for caption, hue in HUE_OF_PASS.items():
        places = [n for n, t in enumerate(tallies) if PASS_OF_LESSON[t.step.lesson] == caption]
        top = FIRST_ROW + ROW_HEIGHT * places[0] + 5
        foot = FIRST_ROW + ROW_HEIGHT * (places[-1] + 1) - 5
        axes.plot([36, 36], [top, foot], color=hue, linewidth=2)
        axes.text(19, (top + foot) / 2, caption, color=hue, rotation=90, ha="center", va="center",
                  size=NORMAL, gid=f"caption {caption}")  # fmt: skip
    axes.text(48, 516, _key(tallies, students), color=QUIET, size=SMALL, va="center", gid="key")
    return Picture(figure, _alt(tallies, students))


def hue_of_step(step: Step) -> str:
    """The colour of a step: that of the pass to which its lesson belongs."""
    return HUE_OF_PASS[PASS_OF_LESSON[step.lesson]]


def slip_in_lines(slip: Slip, made: int, slipped: int) -> list[str]:
    """A slip in a line or two, and how many made it if not all did who slipped there."""
    clause = slip.parts[0].clause if slip.parts else slip.clause
    told = f"{made} of them: {clause}" if made < slipped else clause
    least = len(told) // len(wrap(told, LETTERS_IN_LINE))  # lines of equal length, no word alone
    return min((wrap(told, n) for n in range(least, LETTERS_IN_LINE + 1)), key=len)


def _row(axes: Axes, y: float, tally: Tally, students: int) -> None:
    title, silent = tally.step.title, not tally.answered and not tally.slipped
    axes.text(48, y, title, va="center_baseline", size=NORMAL, color=QUIET if silent else INK)
    if silent:
        axes.text(BARS_START, y, "no answers", va="center", size=SMALL, color=QUIET,
                  gid=f"none {title}")  # fmt: skip
    else:
        _bar(axes, y, tally, students)
    if tally.slips:
        commonest, made = tally.slips[0]
        lines = slip_in_lines(commonest, made, tally.slipped)
        axes.text(SLIPS_START, y, "\n".join(lines), va="center", size=SMALL, linespacing=0.95,
                  gid=f"slip {title}")  # fmt: skip


def _bar(axes: Axes, y: float, tally: Tally, students: int) -> None:
    """Who slipped in front of the whole class, and how many they are."""
    title, hue = tally.step.title, hue_of_step(tally.step)
    slipped = WHOLE_CLASS_LENGTH * tally.slipped / students
    corner = (BARS_START, y - BAR_THICKNESS / 2)
    for length, fill, gid in (
        (WHOLE_CLASS_LENGTH, WHOLE_CLASS_GREY, f"class {title}"),
        (slipped, hue, f"bar {title}"),
    ):
        axes.add_patch(Rectangle(corner, length, BAR_THICKNESS, color=fill, linewidth=0, gid=gid))
    weight, colour = ("bold", hue) if tally.slipped else ("normal", INK)
    axes.text(BARS_START + slipped + 6, y, str(tally.slipped), va="center_baseline",
              size=LARGE - 3, weight=weight, color=colour, gid=f"number {title}")  # fmt: skip


def _key(tallies: Sequence[Tally], students: int) -> str:
    the_class = counted(students, "student")
    if not any(tally.slipped for tally in tallies):
        return f"{the_class} · no slip that we know in any step"
    return (
        f"{the_class} · grey: all of them · in colour: how many slipped in this step, "
        "and the commonest slip"
    )


def _alt(tallies: Sequence[Tally], students: int) -> str:
    slips = [
        f"{tally.step.title} {tally.slipped} "
        f"({' '.join(slip_in_lines(*tally.slips[0], tally.slipped))})"
        for tally in tallies
        if tally.slips
    ]
    silent = [tally.step.title for tally in tallies if not tally.answered and not tally.slipped]
    said = f"{'; '.join(slips)}; no other" if slips else "none"
    nobody = f" Nobody answered {', '.join(silent)}." if silent else ""
    return f"Slips of {counted(students, 'student')}, by step: {said}.{nobody}"
