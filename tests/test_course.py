"""Animals and vehicles do several things in turn: they come to a stop where they should, feet stay where they were set down, nothing
jumps, and what happens at a time does not depend on the take."""

from __future__ import annotations

import importlib

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from filmwright.content import course
from filmwright.content.animals._anatomy import gait, routine
from filmwright.content.animals._anatomy.skeleton import skeleton
from filmwright.content.course import Deed
from filmwright.content.kinds import Performance
from filmwright.content.stageable import stageable
from filmwright.reading.read import read
from filmwright.spec.shot import Action, Member
from filmwright.staging.courses import deeds_of

F64 = NDArray[np.float64]
FPS = 60


def flat(x: F64, y: F64) -> F64:
    return 0.0 * x


def planned(name: str, deeds: tuple[str, ...], lasts_s: float = 5.0) -> course.Course:
    speeds = importlib.import_module(f"filmwright.content.animals.{name}").SPEEDS
    flies = "take_off" in speeds
    asked = [Deed(kind, speeds.get(kind, 0.0), flies) for kind in deeds]
    return course.planned(course.within(asked, lasts_s, course.MOST_M), lasts_s, heavy=False)


def performed(turns: course.Course, frames: int = 5 * FPS, start_s: float = 0.0) -> Performance:
    path = np.array([[0.0, 0.0, 0.0], [0.0, 40.0, 0.0]])
    return Performance(frames, FPS, path, 0.0, flat, course=turns, high_m=2.0, start_s=start_s)


IN_TURN = [
    ("dog", ("run", "sit")),
    ("horse", ("gallop", "graze")),
    ("cow", ("graze", "walk")),
    ("cat", ("walk", "sniff", "run")),
    ("dog", ("sit", "walk", "bark")),
    ("elephant", ("walk", "eat")),
    ("horse", ("walk", "gallop")),
]


@pytest.mark.parametrize(("name", "deeds"), IN_TURN)
def test_a_foot_that_is_down_stays_there_while_deeds_change(name: str, deeds: tuple[str, ...]) -> None:
    module = importlib.import_module(f"filmwright.content.animals.{name}")
    skel = skeleton(module.FORM)
    motion = routine.moved(module.FORM, skel, performed(planned(name, deeds)), gait.GALLOP, 0.1)
    for bone, at in (("forefoot_r", "fetlock_r"), ("hindfoot_l", "pastern_l"), ("forefoot_l", "fetlock_l")):
        k, rest = motion.bones.index(bone), skel.joints[at]
        way = Rotation.from_quat(motion.rotations[:, k], scalar_first=True).apply(rest) + motion.locations[:, k]
        low = way[:, 2] < rest[2] + 0.008 * module.FORM.height_m
        slid = np.linalg.norm(np.diff(way[:, :2], axis=0), axis=1)[low[1:] & low[:-1]] * FPS
        assert slid.max(initial=0.0) < 0.5 * max(turn.speed_m_s for turn in performed(planned(name, deeds)).course), (
            bone
        )
        assert np.quantile(slid, 0.97) < (0.15 if "gallop" not in deeds[1:] else 0.4), (
            bone
        )  # a gait goes over into another


@pytest.mark.parametrize(
    ("name", "deeds"), [*IN_TURN[:3], ("sparrow", ("stand", "take_off", "fly")), ("eagle", ("land", "look_around"))]
)
def test_it_does_the_same_at_a_time_whatever_the_take(name: str, deeds: tuple[str, ...]) -> None:
    module = importlib.import_module(f"filmwright.content.animals.{name}")
    turns = planned(name, deeds)
    member = Member(
        id=f"{name}-1", kind=name, action=Action(kind=deeds[0]), then=tuple(Action(kind=d) for d in deeds[1:])
    )
    thing = module.build(module.vary(np.random.default_rng(7), member))
    whole = module.move(thing, Action(kind=deeds[0]), performed(turns, 200))
    later = module.move(thing, Action(kind=deeds[0]), performed(turns, 80, 120 / FPS))
    assert np.allclose(whole.root[120:], later.root, atol=1e-6)
    assert np.allclose(whole.locations[120:], later.locations, atol=2e-3)


def test_it_has_gone_as_far_as_its_speed_says_and_stops() -> None:
    turns = planned("dog", ("run", "sit"))
    t = np.linspace(0.0, 5.0, 5001)
    assert np.allclose(np.gradient(course.gone(turns, t), t)[1:-1], course.speed(turns, t)[1:-1], atol=1e-2)
    assert course.speed(turns, t)[-1] == 0.0


def test_what_takes_off_leaves_the_ground_and_what_lands_comes_down() -> None:
    up, down = planned("eagle", ("stand", "take_off", "fly")), planned("eagle", ("fly", "land", "stand"))
    t = np.linspace(0.0, 5.0, 50)
    assert course.high(up, t)[0] == 0.0 and course.high(up, t)[-1] == pytest.approx(1.0)
    assert course.high(down, t)[0] == pytest.approx(1.0) and course.high(down, t)[-1] == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("A dog runs to its owner and sits down", ["run", "sit"]),
        ("A horse gallops and then stops to graze", ["gallop", "graze"]),
        ("A cow grazes and then walks away", ["graze", "walk"]),
        ("A car drives up and stops", ["drive", "stand"]),
        ("A cat jumps onto the sofa and sleeps", ["jump", "sleep"]),
        ("A bird takes off and flies away", ["take_off", "fly"]),
        ("A dog sits and barks", ["bark"]),
    ],
)
def test_deeds_of_animals_and_vehicles_are_staged_in_turn(prompt: str, kinds: list[str]) -> None:
    film, _ = read(prompt)
    staged = stageable(film.shots[0], film.seed)
    member = staged.shot.cast[0]
    assert [a.kind for a in (member.action, *member.then) if a is not None] == kinds
    assert not [gap for gap in staged.gaps if gap.path.startswith(("cast.0.action", "cast.0.then"))]


def test_one_deed_on_the_ground_needs_no_course() -> None:
    dog = importlib.import_module("filmwright.content.animals.dog")
    assert deeds_of(Member(id="dog-1", kind="dog", action=Action(kind="run")), dog) == ()
