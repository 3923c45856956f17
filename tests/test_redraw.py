"""Looks that redraw the picture: what each hand does, and that it does not boil."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from filmwright import registry
from filmwright.content.kinds import Hand
from filmwright.content.offers import offered
from filmwright.finish.grade import graded
from filmwright.finish.redraw import redrawn
from filmwright.spec.shot import Look

HANDS = {
    name: hand
    for name in offered("style")
    if (hand := getattr(registry.find("filmwright.content.looks", name), "HAND", None)) is not None
}


def scene(shift: float = 0.0, size: tuple[int, int] = (160, 90)) -> np.ndarray:
    """A sky, a field, a round red thing and some texture that moves with them; shifted to the right by pixels."""
    width, height = size
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x = x - shift
    picture = np.where((y < 0.45 * height)[..., None], np.array([0.45, 0.65, 0.9]), np.array([0.35, 0.5, 0.22])).astype(
        np.float32
    )
    picture *= (0.9 + 0.1 * np.sin(0.35 * x) * np.sin(0.28 * y + 0.1 * x))[..., None].astype(np.float32)
    inside = (x - 0.5 * width) ** 2 + (y - 0.55 * height) ** 2 < (0.22 * height) ** 2
    picture[inside] = (0.8, 0.12, 0.1)
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.6), np.float32)


@pytest.mark.parametrize("name", sorted(HANDS))
def test_a_hand_changes_the_picture_and_keeps_what_is_in_it(name: str) -> None:
    before = scene()
    after = redrawn(before, HANDS[name])
    assert after.shape == before.shape and after.dtype == np.float32
    assert after.min() >= 0.0 and after.max() <= 1.0
    assert np.abs(after - before).mean() > 0.004, "it is seen"
    middle, corner = after[45:55, 75:85].mean((0, 1)), after[8:20, 40:60].mean((0, 1))
    if name != "pencil_sketch":
        assert middle[0] > middle[2] + 0.1, "what is red is still red"
        assert corner[2] > corner[0], "the sky is still blue"


@pytest.mark.parametrize("name", sorted(HANDS))
def test_a_hand_draws_the_same_picture_the_same_way(name: str) -> None:
    assert np.array_equal(redrawn(scene(), HANDS[name]), redrawn(scene(), HANDS[name]))


@pytest.mark.parametrize("name", sorted(n for n in HANDS if n != "pixel_art"))
def test_a_hand_does_not_boil(name: str) -> None:
    """When the picture moves by a third of a pixel the drawn one changes little more than the picture itself does."""
    one, two = scene(), scene(0.33)
    own = float(np.abs(two - one).mean())
    drawn = float(np.abs(redrawn(two, HANDS[name]) - redrawn(one, HANDS[name])).mean())
    assert drawn < 3.0 * own + 0.002


def test_pixels_are_square_and_even() -> None:
    drawn = redrawn(scene(size=(320, 180)), Hand(pixels=80))
    blocks = drawn.reshape(45, 4, 80, 4, 3)
    assert np.abs(blocks - blocks[:, :1, :, :1]).max() < 1e-6


def test_pictures_are_held_by_a_hand_that_animates_on_twos() -> None:
    shown = list(graded([scene(float(k)) for k in range(4)], Look(style="stop_motion"), seed=1))
    assert np.abs(shown[0].astype(int) - shown[1]).max() <= 0
    assert np.abs(shown[1].astype(int) - shown[2]).mean() > 0.1


def test_a_sepia_print_is_brown_and_a_noir_has_no_color() -> None:
    sepia = next(graded([scene()], Look(style="sepia"), seed=1)).astype(int)
    assert (sepia[..., 0] > sepia[..., 2] + 15).mean() > 0.95
    noir = next(graded([scene()], Look(style="film_noir"), seed=1)).astype(int)
    assert np.ptp(noir, axis=-1).max() <= 2
