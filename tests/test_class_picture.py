"""The picture for the wall: the length of each bar, its colour, and what is said beside it."""

from itertools import combinations

import pytest
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.text import Text

from mazurnet.classroom import class_picture
from mazurnet.classroom.marking import Tally, counted
from mazurnet.display import style
from mazurnet.feedback.page_of_working import STEPS
from mazurnet.feedback.slips import SLIPS

SINGLE_SLIPS = [slip for slip in SLIPS.values() if len(slip.parts) < 2]
LONGEST_SLIP = max(SINGLE_SLIPS, key=lambda slip: len((slip.parts or (slip,))[0].what))


def made_up_tally(step, slipped, students, slip=LONGEST_SLIP):
    slips = ((slip, max(1, slipped - 1)),) if slipped else ()
    return Tally(step, students, students - slipped, slipped, 0, slips)


CLASSES = {  # what the steps look like, and how many students there are
    "no slips": ([made_up_tally(step, 0, 30) for step in STEPS], 30),
    "all in one step": ([made_up_tally(s, 30 if s == STEPS[5] else 0, 30) for s in STEPS], 30),
    "all in all": ([made_up_tally(step, 300, 300) for step in STEPS], 300),
    "one student": ([made_up_tally(s, int(s == STEPS[0]), 1) for s in STEPS], 1),
    "some": ([made_up_tally(step, 7 * n % 31, 31) for n, step in enumerate(STEPS)], 31),
    "no answers": ([Tally(step, 0, 0, 0, 0, ()) for step in STEPS], 2),
}


@pytest.fixture(params=CLASSES.values(), ids=CLASSES)
def drawn(request):
    tallies, students = request.param
    return class_picture.slips_by_step(tallies, students), tallies, students


def artist(picture, gid):
    artists = [a for a in picture.figure.findobj(Artist) if a.get_gid() == gid]
    assert len(artists) < 2
    return artists[0] if artists else None


def test_each_bar_is_as_long_as_the_students_are_many(drawn):
    picture, tallies, students = drawn
    for tally in tallies:
        bar, whole = (artist(picture, f"{name} {tally.step.title}") for name in ("bar", "class"))
        if not tally.answered:
            assert bar is None
            assert artist(picture, f"none {tally.step.title}").get_text() == "no answers"
            continue
        assert bar.get_width() / whole.get_width() == pytest.approx(tally.slipped / students)
        assert artist(picture, f"number {tally.step.title}").get_text() == str(tally.slipped)
        assert (artist(picture, f"slip {tally.step.title}") is None) == (tally.slipped == 0)


def test_rule_20_a_bar_has_the_colour_of_its_pass_and_the_caption_says_it_again():
    picture = class_picture.slips_by_step(*CLASSES["some"])
    hues = {1: style.FORWARD, 2: style.BACKWARD, 3: style.BACKWARD, 4: style.UPDATE}
    for step in STEPS:
        bar = artist(picture, f"bar {step.title}")
        assert to_hex(bar.get_facecolor()).upper() == hues[step.lesson].upper()
    for name, hue in class_picture.HUE_OF_PASS.items():
        assert artist(picture, f"caption {name}").get_color() == hue


def test_rule_21_no_two_labels_meet_and_nothing_is_under_12_points(drawn):
    picture, _, _ = drawn
    renderer = FigureCanvasAgg(picture.figure).get_renderer()
    texts = [t for t in picture.figure.findobj(Text) if t.get_text().strip()]
    assert min(text.get_fontsize() for text in texts) >= style.SMALL
    boxes = {text: text.get_window_extent(renderer) for text in texts}
    for one, other in combinations(texts, 2):
        assert not boxes[one].overlaps(boxes[other]), (one.get_text(), other.get_text())
    sheet = picture.figure.bbox
    assert all(sheet.x0 <= b.x0 and b.x1 <= sheet.x1 for b in boxes.values())
    assert all(sheet.y0 <= b.y0 and b.y1 <= sheet.y1 for b in boxes.values())


def test_a_slip_takes_two_lines_at_most():
    assert max(len(class_picture.slip_in_lines(slip, 299, 300)) for slip in SINGLE_SLIPS) == 2


def test_rule_22_the_text_alternative_is_made_from_the_data(drawn):
    picture, tallies, students = drawn
    assert counted(students, "student") in picture.alt
    for tally in tallies:
        assert (f"{tally.step.title} {tally.slipped} (" in picture.alt) == (tally.slipped > 0)
    assert ("by step: none." in picture.alt) == (not any(t.slipped for t in tallies))
    assert ("Nobody answered" in picture.alt) == any(not t.answered for t in tallies)


def test_the_picture_has_no_title_and_a_key_along_the_foot(drawn):
    picture, _, students = drawn
    assert picture.figure.get_suptitle() == "" and picture.figure.axes[0].get_title() == ""
    assert artist(picture, "key").get_text().startswith(counted(students, "student"))


def test_the_same_class_gives_the_same_picture():
    one, other = (class_picture.slips_by_step(*CLASSES["some"]) for _ in range(2))
    assert one.svg() == other.svg() and one.png() == other.png()
