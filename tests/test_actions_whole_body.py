"""Deeds of the whole body: what holds it up stays where it is, and it is where it is said to be."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from filmwright.content.actions import crawl, shake_hands, sleep, squat
from filmwright.content.figure import morph
from filmwright.content.figure.body import F64, Body
from filmwright.content.kinds import Motion, Performance
from filmwright.content.stageable import stageable
from filmwright.reading.read import read

BODIES = {"woman": (0, 30, 1.66), "old man": (1, 74, 1.72), "girl": (0, 7, 1.22)}


def flat(x: F64, y: F64) -> F64:
    return 0.0 * x


def at(body: Body, motion: Motion, bone: str) -> F64:
    """Where the joint of a bone is, every frame."""
    k = motion.bones.index(bone)
    turned = Rotation.from_quat(motion.rotations[:, k], scalar_first=True)
    return np.asarray(turned.apply(body.heads[bone]) + motion.locations[:, k])


@pytest.mark.parametrize("who", list(BODIES))
def test_a_crawler_rests_on_hands_and_knees_that_do_not_slide(who: str) -> None:
    body = morph.body(*BODIES[who])
    line = np.array([[0.0, 0.0], [0.0, -9.0]])
    motion = crawl.build(body, Performance(96, 24, line, 0.0, flat))
    for bone in ("hand_l", "hand_r", "calf_l", "calf_r"):
        joint = at(body, motion, bone)
        steps = np.linalg.norm(np.diff(joint[:, :2], axis=0), axis=1)
        rests = np.sort(steps)[: int(0.5 * len(steps))]
        assert rests.max() < 0.012, f"{bone} slides"
        assert 0.0 < joint[:, 2].min() < 0.09
    assert at(body, motion, "head")[:, 2].min() > 0.2 * body.height_m
    assert np.linalg.norm(motion.root[-1] - motion.root[0]) > 1.0 * body.height_m / 1.7


@pytest.mark.parametrize("who", list(BODIES))
def test_a_sleeper_lies_on_the_ground_or_on_a_bed(who: str) -> None:
    body = morph.body(*BODIES[who])
    for seated, high in ((False, 0.0), (True, 0.6)):
        motion = sleep.build(body, Performance(24, 24, np.zeros((1, 2)), 0.0, flat, seat_m=0.6, seated=seated))
        for bone in ("thigh_l", "spine_02", "upperarm_r", "head"):
            joint = at(body, motion, bone)[:, 2] - high
            assert joint.min() > 0.0 and joint.max() < 0.2 * body.height_m


def test_thighs_are_level_at_the_bottom_of_a_squat() -> None:
    body = morph.body(*BODIES["woman"])
    motion = squat.build(body, Performance(72, 24, np.zeros((1, 2)), 0.0, flat))
    drop = at(body, motion, "thigh_l")[:, 2] - at(body, motion, "calf_l")[:, 2]
    assert abs(drop.min()) < 0.08 and drop.max() > 0.3


def test_two_who_shake_hands_meet_half_way() -> None:
    meet, palms = {"woman": (-0.42, -0.5), "old man": (0.42, 0.5)}, []
    for who, (x, yaw) in meet.items():
        body = morph.body(*BODIES[who])
        spot, other = np.array([[x, 0.0]]), (-x, 0.0, 1.6)
        motion = shake_hands.build(body, Performance(72, 24, spot, np.pi + yaw * -1.0, flat, look_at=other))
        palms.append((at(body, motion, "middle_01_r") + at(body, motion, "hand_r"))[30:] / 2)
    assert np.linalg.norm(palms[0] - palms[1], axis=1).max() < 0.16
    assert abs(palms[0][:, 0]).max() < 0.14


def test_both_of_two_shake_hands() -> None:
    film, _ = read("A woman shakes hands with a man")
    deeds = [m.action.kind for m in stageable(film.shots[0], film.seed).shot.cast if m.action is not None]
    assert deeds == ["shake_hands", "shake_hands"]


def test_nobody_swims_on_land_and_the_sea_is_entered() -> None:
    for prompt, deed, place in (
        ("A man swims in the ocean", "swim", "underwater"),
        ("A woman swims underwater", "swim", "underwater"),
        ("A man swims in an office", None, "office"),
    ):
        film, _ = read(prompt)
        shot = stageable(film.shots[0], film.seed).shot
        action = shot.cast[0].action
        assert (action.kind if action is not None else None) == deed and shot.place.kind == place


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("A man sleeps in a bed", "sleep"),
        ("A woman lies on the beach", "sleep"),
        ("A soldier marches", "march"),
        ("A woman jogs in a park", "jog"),
        ("A baby crawls", "crawl"),
        ("a person is squatting", "squat"),
        ("a person is shaking hands", "shake_hands"),
        ("a person is shaking head", "shake_head"),
        ("a person is air drumming", "air_drum"),
        ("a person is doing tai chi", "do_tai_chi"),
        ("a person is bending back", "bend_back"),
        ("A crowd member celebrates", "cheer"),
    ],
)
def test_deeds_are_staged_as_they_are(prompt: str, kind: str) -> None:
    film, _ = read(prompt)
    staged = stageable(film.shots[0], film.seed)
    person = next(m for m in staged.shot.cast if m.action is not None)
    assert person.action is not None and person.action.kind == kind
