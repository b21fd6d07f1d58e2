"""Handwritten digits: what is dark in the numbers is dark in the picture."""

import numpy as np
import pytest
from matplotlib.colors import to_hex

from mazurnet.display import digit_images, style
from mazurnet.feedback.bugs.batch_step import digits

DIGIT = np.zeros((8, 8))
DIGIT[0, 0], DIGIT[7, 3], DIGIT[4, 4] = 1, 0.5, 0.1


def inked(picture):
    """The lower left corner of every square, by its shade."""
    patches = picture.figure.axes[0].patches
    corners = (patch.get_path().vertices.reshape(-1, 5, 2)[:, 0] for patch in patches)
    return {to_hex(p.get_facecolor()): c for p, c in zip(patches, corners, strict=True)}


def test_a_pixel_is_drawn_in_its_place_and_shade():
    found = inked(digit_images.captioned([DIGIT.ravel()], ["says 3"]))
    side = digit_images.SIDE / 8
    ((x, y),) = found[style.INK]
    assert [tuple(corner) for corner in found["#a0a0a0"]] == [(x + 3 * side, y + 7 * side)]
    assert len(found) == 2  # a tenth is paper


def test_captions_are_told():
    learn, _ = digits()
    picture = digit_images.captioned(learn.images[:2], ["says 9\nshould 5", "says 1\nshould 1"])
    assert picture.alt == "2 handwritten digits. says 9 should 5; says 1 should 1."


@pytest.mark.parametrize("shape", [(1, 63), (13, 64)])
def test_other_images_are_refused(shape):
    with pytest.raises(ValueError, match=r"^images must be 12 at most, each a row of as many"):
        digit_images.captioned(np.zeros(shape), ["?"] * shape[0])


def test_a_caption_too_few_is_refused():
    with pytest.raises(ValueError, match=r"^captions must be 2, one for each image, not 1\.$"):
        digit_images.captioned(np.zeros((2, 64)), ["?"])


def test_every_fifth_digit_is_held_out_and_none_is_used_twice():
    learn, held_out = digits()
    assert learn.images.shape == (1437, 64)
    assert held_out.images.shape == (360, 64)
    assert (learn.targets.sum(axis=1) == 1).all()
    assert held_out.targets[:2].argmax(axis=1).tolist() == [0, 5]
    assert 0 <= learn.images.min() < learn.images.max() == 1


def test_twelve_digits_stand_in_two_rows_of_six_each_with_its_caption():
    picture = digit_images.captioned([DIGIT.ravel()] * 12, [f"says {n}" for n in range(12)])
    axes = picture.figure.axes[0]
    assert [text.get_text() for text in axes.texts] == [f"says {n}" for n in range(12)]
    places = [text.get_position() for text in axes.texts]
    assert len({x for x, _ in places}) == 6
    assert len({y for _, y in places}) == 2
    squares = inked(picture)[style.INK]
    assert len({(x, y) for x, y in squares}) == 12
    assert min(x for x, _ in places) > 0 and max(x for x, _ in places) < 960
    assert max(y for _, y in places) < 500


def test_a_pixel_is_a_square_that_leaves_no_gap():
    (patch, _) = digit_images.captioned([DIGIT.ravel()], ["?"]).figure.axes[0].patches
    box = patch.get_path().get_extents()
    assert (box.width, box.height) == (digit_images.SIDE / 8, digit_images.SIDE / 8)


@pytest.mark.parametrize(("ink", "shade"), [(0.2, "#d0d0d0"), (0.4, "#a0a0a0"), (0.9, style.INK)])
def test_a_shade_is_the_nearest_of_four(ink, shade):
    digit = np.zeros(64)
    digit[9] = ink
    assert [*inked(digit_images.captioned([digit], ["?"]))] == [shade]
