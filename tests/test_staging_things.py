"""Things among the cast: where they stand, how the camera sees them, what hands hold."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from scipy.interpolate import LinearNDInterpolator
from scipy.spatial.transform import Rotation

from filmwright.content.stageable import stageable
from filmwright.engines.sketch import mesh_points, seen_from, to_pixels
from filmwright.reading.read import read
from filmwright.scene.nodes import Mesh, Rig
from filmwright.scene.stage import Stage
from filmwright.spec.film import Film
from filmwright.staging.stage import stage_shot


@cache
def film(prompt: str, size: tuple[int, int] = (640, 360)) -> Film:
    return read(prompt, seconds=1.0, size=size)[0]


@cache
def staged(prompt: str) -> Stage:
    return stage_shot(film(prompt), 0).stage


def points_of(stage: Stage, member: str, frame: int) -> np.ndarray:
    """World points (n, 3) of a member's meshes at a frame."""
    rigs = {n.name: n for n in stage.nodes if isinstance(n, Rig)}
    parts = [mesh_points(n, rigs, frame) for n in stage.nodes if isinstance(n, Mesh) and n.cast == member]
    return np.concatenate(parts)


def seen(stage: Stage, member: str, frame: int | None = None) -> np.ndarray:
    """Where a member is in the picture: (n, 2) in 0..1, x right, y down."""
    frame = stage.frames // 2 if frame is None else frame
    local = seen_from(stage.camera, frame, points_of(stage, member, frame))
    return np.asarray(to_pixels(stage.camera, frame, stage.size, local) / stage.size)


def test_a_thing_alone_stands_in_the_middle_and_fills_a_good_part_of_the_picture() -> None:
    at = seen(staged("an orange suitcase"), "suitcase-1")
    low, high = at.min(axis=0), at.max(axis=0)
    assert low.min() > 0.03 and high.max() < 0.97, "it is whole"
    assert (high - low).max() > 0.5
    assert abs((low + high)[0] / 2 - 0.5) < 0.12


@pytest.mark.parametrize("size", ["wide shot", "medium shot", "close-up"])
def test_the_size_of_a_shot_says_how_large_a_thing_is(size: str) -> None:
    shares = {"wide shot": (0.2, 0.5), "medium shot": (0.55, 0.95), "close-up": (0.95, 1.7)}
    at = seen(staged(f"{size} of an orange suitcase in a studio"), "suitcase-1")
    low, high = shares[size]
    assert low < np.ptp(at[:, 1]) < high


@pytest.mark.parametrize("word", ["left", "right"])
def test_left_is_left_in_the_picture(word: str) -> None:
    stage = staged(f"a blue suitcase on the {word} of an orange suitcase")
    one, other = (seen(stage, name) for name in ("suitcase-1", "suitcase-2"))
    if word == "left":
        assert one[:, 0].max() < other[:, 0].min(), "and they stand apart"
    else:
        assert one[:, 0].min() > other[:, 0].max()


def test_what_is_on_something_rests_on_it() -> None:
    stage = staged("a blue suitcase on top of an orange suitcase")
    over, under = points_of(stage, "suitcase-1", 0), points_of(stage, "suitcase-2", 0)
    shell = next(n for n in stage.nodes if isinstance(n, Mesh) and n.name == "suitcase-2 suitcase shell")
    assert over[:, 2].min() == pytest.approx(float(shell.points[:, 2].max()), abs=0.02)
    assert np.linalg.norm((over.mean(axis=0) - under.mean(axis=0))[:2]) < 0.3


def test_a_thing_beside_somebody_stands_on_the_ground_in_the_picture() -> None:
    stage = staged("A woman in a red coat stands beside an orange suitcase on the beach")
    at = seen(stage, "suitcase-1")
    assert at.min() > 0 and at.max() < 1, "whole"
    assert np.ptp(seen(stage, "woman-1")[:, 1]) > 1.3 * np.ptp(at[:, 1]), "sizes are true to each other"


@pytest.mark.parametrize(
    "prompt", ["A woman walks on the beach holding a suitcase", "A man stands with a suitcase in his hand"]
)
def test_what_somebody_holds_goes_with_the_hand(prompt: str) -> None:
    stage = staged(prompt)
    who = stage.cast[0]
    rig = next(n for n in stage.nodes if isinstance(n, Rig) and n.cast == who)
    hand = rig.bones.index("hand_r")
    held = [points_of(stage, "suitcase-1", f) for f in (0, stage.frames - 1)]
    moved = held[1].mean(axis=0) - held[0].mean(axis=0)
    at = [
        Rotation.from_quat(rig.rotations[f, hand], scalar_first=True).apply([-0.6, 0.0, 0.9]) + rig.locations[f, hand]
        for f in (0, stage.frames - 1)
    ]
    assert np.linalg.norm(moved - (at[1] - at[0])) < 0.25
    assert held[0][:, 2].min() > -0.25, "it does not sink into the ground"


def test_a_crowd_of_things_is_staged_and_said() -> None:
    shot = stageable(film("Five suitcases in a studio").shots[0], 7).shot
    assert shot.cast[0].count == 5
    stage = staged("Five suitcases in a studio")
    boxes = [seen(stage, name) for name in stage.cast]
    assert len(boxes) == 5
    middles = sorted(float(b[:, 0].mean()) for b in boxes)
    assert min(b - a for a, b in pairwise(middles)) > 0.05, "none hides another"
    assert all(b.min() > 0 and b.max() < 1 for b in boxes)


def test_a_thing_that_stays_needs_no_track_and_so_is_carried_between_frames() -> None:
    stage = staged("an orange suitcase")
    assert all(n.track is None for n in stage.nodes if isinstance(n, Mesh) and n.cast == "suitcase-1")


@pytest.mark.parametrize(
    ("prompt", "thing"),
    [("A woman milks a cow", "cow"), ("A man watches TV in a living room", "tv")],
)
def test_what_a_deed_cannot_be_thought_without_is_in_the_picture_and_said_to_stand_in(prompt: str, thing: str) -> None:
    made, ledger = read(prompt, seconds=1.0, size=(320, 180))
    shot = stageable(made.shots[0], made.seed).shot
    assert [m.kind for m in shot.cast].count(thing) == 1
    assert all(m.kind != thing for m in made.shots[0].cast), "the Film holds what the text says, no more"
    said = [e.reason for e in ledger.having("approximated")]
    assert any(reason and f"shown with a {thing}" in reason for reason in said)


def test_who_is_on_the_phone_holds_it() -> None:
    made, _ = read("A woman talks on the phone on a city street", seconds=1.0)
    shot = stageable(made.shots[0], made.seed).shot
    woman, phone = shot.cast
    assert phone.kind == "cell_phone" and woman.holds == (phone.id,)


def test_a_bed_in_a_bedroom_is_the_only_one() -> None:
    stage = staged("A bed in a bedroom")
    assert not [n for n in stage.nodes if n.name.startswith("furniture") and " bed" in n.name]
    assert [n for n in stage.nodes if isinstance(n, Mesh) and n.cast == "bed-1"]


def test_something_that_drives_comes_nearer_with_its_wheels_turning_and_stops_before_the_lens() -> None:
    stage = staged("A red car drives down a city street, static shot")
    near = [
        float(np.linalg.norm(points_of(stage, "car-1", f).mean(axis=0) - np.asarray(stage.camera.locations[f])))
        for f in (0, stage.frames - 1)
    ]
    assert near[1] < near[0] - 2 and near[1] > 3.5
    wheel = next(n for n in stage.nodes if isinstance(n, Mesh) and n.name.endswith("front wheel left"))
    hull = next(n for n in stage.nodes if isinstance(n, Mesh) and n.name.endswith("car hull"))
    assert wheel.track is not None and hull.track is not None
    turned = np.abs((np.asarray(wheel.track.rotations)[0] * np.asarray(wheel.track.rotations)[5]).sum())
    stood = np.abs((np.asarray(hull.track.rotations)[0] * np.asarray(hull.track.rotations)[5]).sum())
    assert turned < 0.99 < stood


@pytest.mark.parametrize("text, always", [
    ("A golden retriever runs on the beach", True), ("A golden retriever runs on the beach, static shot", False),
])  # fmt: skip
def test_an_animal_that_runs_is_in_the_picture_all_the_time_unless_the_camera_has_to_stand(
    text: str, always: bool
) -> None:
    stage = stage_shot(read(text, seconds=4.0, size=(640, 360))[0], 0).stage
    middles = [seen(stage, stage.cast[0], frame).mean(axis=0) for frame in (0, stage.frames // 3, stage.frames - 1)]
    assert all(0 < x < 1 and 0 < y < 1 for x, y in middles) == always


def test_who_stands_under_northern_lights_has_sky_above() -> None:
    stage = staged("A woman looks at the northern lights in a snowy forest")
    assert [n for n in stage.nodes if n.name.startswith("aurora")]
    points = seen(stage, stage.cast[0])
    assert points[:, 1].min() > 0.38 and points[:, 1].max() < 0.97, "there is room for the sky"


@pytest.mark.parametrize(
    ("prompt", "who"),
    [
        ("a pirate stands on a ship", "pirate"),
        ("a pirate stands on the deck of a ship", "pirate"),
        ("a man waves on a boat", "man"),
    ],
)
def test_who_is_on_a_vessel_stands_on_its_deck_all_the_time_and_is_in_the_picture(prompt: str, who: str) -> None:
    stage = staged(prompt)
    planks = next(
        n for n in stage.nodes if isinstance(n, Mesh) and n.name.endswith(("ship planks", "boat deck")) and n.cast
    )
    rigs = {n.name: n for n in stage.nodes if isinstance(n, Rig)}
    for frame in range(stage.frames):
        body = points_of(stage, f"{who}-1", frame)
        sole = body[body[:, 2].argmin()]
        deck = mesh_points(planks, rigs, frame)
        over = deck[: len(deck) // 2]  # the rest is the underside
        high = float(LinearNDInterpolator(over[:, :2], over[:, 2])(*sole[:2]))
        assert abs(sole[2] - high) < 0.05, (frame, sole[2] - high)
    tall = np.ptp(seen(stage, f"{who}-1")[:, 1])
    assert 0.35 < tall < 0.65
