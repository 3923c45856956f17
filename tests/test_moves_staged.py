"""Camera words on the real content: who is seen from where, and what is sharp."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from filmwright.engines.sketch import mesh_points, seen_from, to_pixels
from filmwright.reading.edit import apply
from filmwright.reading.read import read
from filmwright.scene.lens import is_locked, refocused
from filmwright.scene.nodes import Camera, Mesh, Rig
from filmwright.scene.stage import Stage
from filmwright.staging.stage import Staged, stage_shot

ONE = "A woman in a red coat stands on the beach in the morning"
TWO = "A man in a gray sweater and a woman in a red dress stand on the beach in the morning"
WALK = "A woman in a red coat walks on the beach in the morning"


@cache
def staged(prompt: str, *edits: str) -> Staged:
    film, _ = read(prompt, seconds=1.0)
    return stage_shot(apply(film, list(edits)) if edits else film, 0)


def points(stage: Stage, member: int, frame: int) -> np.ndarray:
    rigs = {n.name: n for n in stage.nodes if isinstance(n, Rig)}
    parts = [mesh_points(n, rigs, frame) for n in stage.nodes if isinstance(n, Mesh) and n.cast == stage.cast[member]]
    return np.concatenate(parts)


def in_frame(stage: Stage, member: int) -> tuple[np.ndarray, np.ndarray]:
    """A member at the middle frame: (n, 2) in the picture, 0..1, x right, y down; and how far each point is, in metres."""
    frame = stage.frames // 2
    local = seen_from(stage.camera, frame, points(stage, member, frame))
    return to_pixels(stage.camera, frame, stage.size, local) / stage.size, -local[:, 2]


def test_a_two_shot_shows_both_faces_and_neither_s_feet() -> None:
    stage = staged(TWO, "shots.0.camera.size=two_shot").stage
    for member in (0, 1):
        seen, _ = in_frame(stage, member)
        assert seen[:, 0].min() > 0 and seen[:, 0].max() < 1
        assert 0 < seen[:, 1].min() < 0.4 and seen[:, 1].max() > 1
    (first, _), (second, _) = in_frame(stage, 0), in_frame(stage, 1)
    assert abs((first[:, 0].mean() + second[:, 0].mean()) / 2 - 0.5) < 0.08


def test_over_the_shoulder_the_second_is_near_at_the_edge_with_the_back_to_the_lens() -> None:
    stage = staged(TWO, "shots.0.camera.size=over_the_shoulder").stage
    (hero, hero_m), (other, other_m) = in_frame(stage, 0), in_frame(stage, 1)
    assert np.median(other_m) < np.median(hero_m) - 0.8
    assert (other[:, 0] < 0.5).mean() > 0.9, "the shoulder is at the left edge"
    hero_head = hero[hero[:, 1] < np.quantile(hero[:, 1], 0.1)]
    assert 0.45 < np.median(hero_head[:, 0]) < 0.8 and hero_head[:, 1].min() > 0


@pytest.mark.parametrize("size", ["two_shot", "over_the_shoulder"])
def test_a_size_for_two_says_so_when_there_is_nobody_else(size: str) -> None:
    assert any("nobody else" in note for note in staged(ONE, f"shots.0.camera.size={size}").notes)


def test_who_is_followed_shows_the_back_and_who_is_led_the_face() -> None:
    for move, sign in (("follow", 1), ("lead", -1)):
        stage = staged(WALK, f"shots.0.camera.move={move}").stage
        eyes = np.asarray(stage.camera.locations, float)
        body = np.stack([points(stage, 0, f).mean(axis=0) for f in (0, stage.frames - 1)])
        gone = (body[1] - body[0])[:2]
        assert np.linalg.norm((eyes[-1] - eyes[0])[:2] - gone) < 0.3 * np.linalg.norm(gone)
        assert sign * float((body[0] - eyes[0])[:2] @ gone) > 0


def test_the_camera_goes_before_whoever_is_followed_and_seen_close() -> None:
    """A close-up is of a face: it is not taken from behind."""
    stage = staged(WALK, "shots.0.camera.move=follow", "shots.0.camera.size=close_up").stage
    body = np.stack([points(stage, 0, f).mean(axis=0) for f in (0, stage.frames - 1)])
    assert float((body[0] - np.asarray(stage.camera.locations[0], float))[:2] @ (body[1] - body[0])[:2]) < 0


@pytest.mark.parametrize(("angle", "below"), [("low", 0.75), ("worms_eye", 0.35)])
def test_a_worm_s_eye_is_lower_than_a_low_angle(angle: str, below: float) -> None:
    stage = staged(ONE, f"shots.0.camera.angle={angle}", "shots.0.camera.size=full").stage
    feet = points(stage, 0, 0)[:, 2].min()
    assert float(stage.camera.locations[0][2]) - feet < below


def test_an_insert_shows_hands_and_no_face() -> None:
    stage = staged(ONE, "shots.0.camera.size=insert").stage
    seen, _ = in_frame(stage, 0)
    assert seen[:, 1].min() < -0.5 and seen[:, 1].max() > 1.5


def test_focus_lies_on_whom_the_camera_names() -> None:
    film, _ = read(TWO, seconds=1.0)
    second = film.shots[0].cast[1].id
    edits = ("shots.0.camera.size=over_the_shoulder", f"shots.0.camera.focus={second}")
    near, far = staged(TWO, *edits).stage.camera, staged(TWO, edits[0]).stage.camera
    assert float(near.focus_m[0]) < float(far.focus_m[0]) - 0.8


def test_a_focus_pull_goes_to_the_subject_from_whoever_else_there_is() -> None:
    camera = staged(TWO, "shots.0.camera.size=over_the_shoulder", "shots.0.camera.move=rack_focus").stage.camera
    assert 0.4 < float(camera.focus_m[0]) < 1.2 < float(camera.focus_m[-1])


def test_a_focus_pull_that_cannot_show_is_said_to_be_so() -> None:
    notes = staged(ONE, "shots.0.camera.move=rack_focus", "shots.0.camera.size=wide").notes
    assert any("focus hardly shows" in note for note in notes)
    assert not staged(ONE, "shots.0.camera.move=rack_focus").notes


def test_focus_finds_the_view_of_an_empty_place() -> None:
    """With nobody there it must not end on the air where somebody would stand close."""
    staged_view = staged("a snowy valley, racking focus")
    focus = staged_view.stage.camera.focus_m
    assert float(focus[0]) < 2 and float(focus[-1]) > 6 and not staged_view.notes


def test_a_camera_that_stands_but_pulls_focus_is_not_locked() -> None:
    """Or the blur of one frame would be carried into all the others."""
    still, pulled = staged(ONE).stage.camera, staged(ONE, "shots.0.camera.move=rack_focus").stage.camera
    assert is_locked(still)
    assert not is_locked(pulled)
    assert refocused(pulled, 0, len(pulled.focus_m) - 1) > 0.01
    assert refocused(pulled, 0, 1) < 0.002


def test_with_everything_sharp_focus_is_nobody_s_concern() -> None:
    camera = Camera(
        locations=np.zeros((2, 3)),
        rotations=np.tile([1.0, 0.0, 0.0, 0.0], (2, 1)),
        focal_mm=np.full(2, 50.0),
        focus_m=np.array([1.0, 30.0]),
    )
    assert is_locked(camera)
