"""Animals move as they should: feet stay where they are put, what happens at a time does not depend on the take, fur stays on the skin."""

from __future__ import annotations

import importlib
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from filmwright.content import things
from filmwright.content.animals._anatomy import playing
from filmwright.content.animals._anatomy.skeleton import skeleton
from filmwright.content.kinds import HELD, Motion, Performance, Thing
from filmwright.scene.nodes import Mesh, Rig, Strands
from filmwright.scene.skinning import posed_strands
from filmwright.spec.shot import Action, Member

F64 = NDArray[np.float64]
FPS = 60


def made(name: str, action: str | None = None) -> tuple[ModuleType, Thing]:
    module = importlib.import_module(f"filmwright.content.animals.{name}")
    member = Member(id=f"{name}-1", kind=name, action=Action(kind=action) if action else None)
    return module, module.build(module.vary(np.random.default_rng(7), member))


def flat(x: F64, y: F64) -> F64:
    return np.zeros_like(x)


def straight(speed: float | None, frames: int = 2 * FPS, start_s: float = 0.0) -> Performance:
    line = np.array([[0.0, 0.0, 0.0], [0.0, 40.0, 0.0]])
    path = line if speed else line[:1]
    return Performance(frames, FPS, path, 0.0, flat, speed_m_s=speed, start_s=start_s)


def joint(motion: Motion, bone: str, point: F64) -> F64:
    """Where a point at rest is, moved by a bone (F, 3)."""
    k = motion.bones.index(bone)
    return np.asarray(
        Rotation.from_quat(motion.rotations[:, k], scalar_first=True).apply(point) + motion.locations[:, k]
    )


@pytest.mark.parametrize(
    ("name", "gait", "duty"), [("dog", "walk", 0.64), ("horse", "gallop", 0.21), ("elephant", "walk", 0.64)]
)
def test_a_foot_that_stands_does_not_slide(name: str, gait: str, duty: float) -> None:
    module, thing = made(name)
    speed = module.SPEEDS[gait]
    motion = module.move(thing, Action(kind=gait), straight(speed))
    form = module.quadruped.built_from(module.FORM, thing)
    joints = skeleton(form).joints
    for bone, at in (("forefoot_r", "fetlock_r"), ("hindfoot_l", "pastern_l")):
        way = joint(motion, bone, joints[at])
        still = np.linalg.norm(np.diff(way, axis=0), axis=1) * FPS < 0.04 * speed
        assert still.mean() > duty - 0.14, f"{bone} stands {still.mean():.2f} of the time"
        assert way[:, 2].min() > 0.5 * joints[at][2], "no foot goes into the ground"


@pytest.mark.parametrize(
    ("name", "action"),
    [
        ("cat", "walk"),
        ("cow", "graze"),
        ("cat", "sit"),
        ("lion", "lie"),
        ("bird", "walk"),
        ("eagle", "fly"),
        ("dog", "stand"),
    ],
)
def test_what_an_animal_does_at_a_time_does_not_depend_on_the_take(name: str, action: str) -> None:
    module, thing = made(name, action)
    speed = module.SPEEDS.get(action)
    whole = module.move(thing, Action(kind=action), straight(speed, frames=40))
    later = module.move(thing, Action(kind=action), straight(speed, frames=20, start_s=20 / FPS))
    assert np.allclose(whole.root[20:], later.root, atol=1e-6)
    assert np.allclose(whole.locations[20:], later.locations, atol=2e-3)


def test_a_grazing_cow_has_its_mouth_at_the_ground() -> None:
    module, thing = made("cow")
    motion = module.move(thing, Action(kind="graze"), straight(None, frames=10))
    nose = skeleton(module.FORM).joints["nose"]
    assert joint(motion, "head", nose)[:, 2].max() < 0.12 * module.FORM.height_m


def test_fur_stays_on_the_skin_it_grows_from() -> None:
    module, thing = made("fox")
    motion = module.move(thing, Action(kind="walk"), straight(module.SPEEDS["walk"], frames=10))
    rig = Rig(name="rig", bones=motion.bones, locations=motion.locations, rotations=motion.rotations)
    fur = next(n for n in thing.nodes if isinstance(n, Strands))
    body = next(n for n in thing.nodes if isinstance(n, Mesh) and n.name == "body")
    assert fur.skin is not None and body.skin is not None
    moved = posed_strands(fur.points, fur.skin, rig, 7)
    skin = posed_strands(body.points[:, None], body.skin, rig, 7)[:, 0]
    before = nearest(fur.points[::40, 0], body.points)
    after = nearest(moved[::40, 0], skin)
    assert np.abs(after - before).max() < 0.02 * module.FORM.height_m
    assert np.allclose(
        np.linalg.norm(np.diff(moved, axis=1), axis=-1), np.linalg.norm(np.diff(fur.points, axis=1), axis=-1), atol=1e-5
    )


def nearest(points: F64, cloud: F64) -> F64:
    """Distance (n,) of each point to the nearest of a cloud."""
    return np.array([np.linalg.norm(cloud - p, axis=1).min() for p in points])


def test_a_bird_in_the_air_has_its_wings_spread() -> None:
    _, standing = made("eagle")
    _, flying = made("eagle", "fly")
    tips, folded = (float(np.abs(things.box(t.nodes)).max(axis=0)[0]) for t in (flying, standing))
    assert tips > 2 * folded and flying.lift_m > 1.0 and standing.lift_m == 0.0


def test_a_panda_lifts_its_cup_to_its_mouth_and_never_lets_go_of_it() -> None:
    module, thing = made("panda", "drink_coffee")
    cup = importlib.import_module("filmwright.content.props.cup")
    using = cup.build(cup.held(cup.vary(np.random.default_rng(1), Member(id="cup-1", kind="cup")), "drink_coffee"))
    using = things.scaled(using, thing.handles["drink_coffee"])
    motion = module.move(thing, Action(kind="drink_coffee"), straight(None, frames=5 * FPS)._replace(using=using))
    joints = skeleton(module.quadruped.built_from(module.FORM, thing)).joints
    assert motion.bones == (*thing.bones, HELD)
    low, high = things.box(using.nodes)
    middle, mouth = joint(motion, HELD, (low + high) / 2), joint(motion, "head", joints["nose"])
    away = np.linalg.norm(middle - mouth, axis=1)
    assert away.min() < 0.22 and np.ptp(middle[:, 2]) > 0.08
    for side in "rl":
        paw = joint(motion, f"forefoot_{side}", joints[f"toe_{side}"])
        assert np.ptp(np.linalg.norm(paw - middle, axis=1)) < 0.06, "the paws go with the cup"


def test_a_dog_at_play_is_back_where_it_began_and_stays_near() -> None:
    module, thing = made("dog", "play")
    period = round(playing.PERIOD_S * FPS)
    motion = module.move(thing, Action(kind="play"), straight(None, frames=period + 1))
    assert np.allclose(motion.root[0], motion.root[-1], atol=1e-6)
    assert np.linalg.norm(motion.root[:, :2], axis=1).max() < 0.8


def test_the_young_have_large_heads_on_short_legs() -> None:
    module = importlib.import_module("filmwright.content.animals.dog")
    grown, young = (
        module.build(module.vary(np.random.default_rng(7), Member(id="dog-1", kind="dog", age=age)))
        for age in (None, "child")
    )
    assert young.top is not None and grown.top is not None
    assert young.top[2] < 0.6 * grown.top[2]
    assert young.face_m / young.top[2] > 1.25 * grown.face_m / grown.top[2]
