"""Riders: on what the text says, going as it goes, hands and feet where it has them."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content import offers
from filmwright.content.figure import morph
from filmwright.content.kinds import Carrier, Performance, Thing
from filmwright.content.mounted import carried_by, is_riding
from filmwright.content.offers import offered
from filmwright.content.stageable import stageable
from filmwright.engines.sketch import mesh_points
from filmwright.reading.read import read
from filmwright.scene.nodes import Mesh, Rig
from filmwright.scene.stage import Stage
from filmwright.spec.shot import Action, Member, Shot
from filmwright.staging.stage import stage_shot

MOUNTS = [kind for kind in offered("thing") if carried_by(kind)]


def shot_of(prompt: str) -> Shot:
    film, _ = read(prompt)
    return stageable(film.shots[0], film.seed).shot


@cache
def staged(prompt: str) -> Stage:
    return stage_shot(read(prompt, seconds=1.0)[0], 0).stage


def box_of(stage: Stage, start: str, frame: int) -> tuple[np.ndarray, np.ndarray]:
    """The box round the meshes whose names begin so."""
    rigs = {n.name: n for n in stage.nodes if isinstance(n, Rig)}
    parts = [mesh_points(n, rigs, frame) for n in stage.nodes if isinstance(n, Mesh) and n.name.startswith(start)]
    points = np.concatenate(parts)
    return points.min(axis=0), points.max(axis=0)


@pytest.mark.parametrize(
    ("prompt", "rider", "does", "mount", "goes"),
    [
        ("A man rides a red bicycle in the park", "man-1", "ride_bicycle", "bicycle-1", "ride_bicycle"),
        ("A person is riding a bike", "person-1", "ride_bicycle", "bicycle-901", "ride_bicycle"),
        ("A girl rides a unicorn", "girl-1", "ride", "unicorn-1", "walk"),
        ("A boy sits on an elephant", "boy-1", "ride_elephant", "elephant-1", "walk"),
        ("A cowboy gallops on a horse across the desert", "cowboy-1", "ride_horse", "horse-1", "gallop"),
        ("A woman on a motorcycle", "woman-1", "ride_motorcycle", "motorcycle-1", "ride_motorcycle"),
        ("A man skateboards down the street", "man-1", "skateboard", "skateboard-901", "skateboard"),
    ],
)
def test_who_rides_is_on_a_mount_that_goes(prompt: str, rider: str, does: str, mount: str, goes: str) -> None:
    cast = {m.id: m for m in shot_of(prompt).cast}
    one, other = cast[rider], cast[mount]
    assert one.action is not None and one.action.kind == does
    assert one.relation is not None and (one.relation.kind, one.relation.to) == ("on", mount)
    assert other.action is not None and other.action.kind == goes


def test_only_people_ride_and_only_what_is_ridden() -> None:
    for prompt in ("A bird on a bicycle", "A man stands beside a horse"):
        assert not any(m.action is not None and is_riding(m.action.kind) for m in shot_of(prompt).cast), prompt


def test_as_many_riders_have_as_many_mounts() -> None:
    stage = staged("Two women ride bicycles in a meadow")
    frame = stage.frames // 2
    for rider, mount in (("woman-1 ", "bicycle-901 "), ("woman-201 ", "bicycle-1101 ")):
        low, high = box_of(stage, rider, frame)
        under, _ = box_of(stage, mount, frame)
        assert np.linalg.norm(((low + high) / 2 - under)[:2]) < 1.6 and low[2] > under[2] + 0.05


@pytest.mark.parametrize("prompt", ["A woman rides a bicycle in a meadow", "A woman rides a horse in a meadow"])
def test_rider_and_mount_go_together(prompt: str) -> None:
    stage = staged(prompt)
    mount = "bicycle-901 " if "bicycle" in prompt else "horse-901 "
    gaps = []
    for frame in (0, stage.frames - 1):
        (a, b), (c, d) = box_of(stage, "woman-1 ", frame), box_of(stage, mount, frame)
        gaps.append((a + b) / 2 - (c + d) / 2)
    first, last = box_of(stage, mount, 0)[0], box_of(stage, mount, stage.frames - 1)[0]
    assert np.linalg.norm((last - first)[:2]) > 0.5, "it goes"
    assert np.linalg.norm((gaps[1] - gaps[0])[:2]) < 0.12, "and carries its rider"


def mount_of(kind: str) -> Thing:
    module = registry.find(offers.package_of("thing", kind), kind)
    member = Member(id=f"{kind}-1", kind=kind, action=Action(kind="walk", to="woman-1"))
    made: Thing = module.build(module.vary(np.random.default_rng(1), member))
    return made


@pytest.mark.parametrize("who", ["woman", "man"])
@pytest.mark.parametrize("kind", MOUNTS)
def test_hands_and_feet_are_where_the_mount_has_them(kind: str, who: str) -> None:
    ride = mount_of(kind).ride
    assert ride is not None, f"{kind} says that it carries somebody, and not how"
    tile = lambda point: np.tile(np.asarray(point, float), (24, 1))  # noqa: E731
    hands = (tile(ride.hands[0]), tile(ride.hands[1])) if ride.hands else None
    carrier = Carrier(
        tile(ride.seat), np.zeros(24), hands, (tile(ride.feet[0]), tile(ride.feet[1])), ride.way, ride.lean_rad
    )
    body = morph.body(0, 30, 1.68) if who == "woman" else morph.body(1, 35, 1.80)
    module = registry.find("filmwright.content.actions", carried_by(kind)[0])
    motion = module.build(body, Performance(24, 24, tile(ride.seat), 0.0, lambda x, y: 0.0 * x, carrier=carrier))

    def at(bone: str, point: np.ndarray) -> np.ndarray:
        k = motion.bones.index(bone)
        turned = Rotation.from_quat(motion.rotations[:, k], scalar_first=True).apply(point)
        return np.asarray(turned + motion.locations[:, k])

    for side, foot in zip("l" if ride.way == "pushing" else "lr", carrier.feet):
        ball = at(f"foot_{side}", body.heads[f"ball_{side}"])
        assert np.linalg.norm(ball - foot, axis=1).max() < 0.10, f"{side} foot"
    for side, hand in zip("lr", hands or ()):
        knuckle = at(f"hand_{side}", body.heads[f"middle_01_{side}"])
        assert np.linalg.norm(knuckle - hand, axis=1).max() < 0.10, f"{side} hand"
    if ride.way == "astride":
        hip = at("thigh_l", body.heads["thigh_l"])
        assert abs((hip - carrier.seat)[:, 2]).max() < 0.2, "it sits on the seat"
    low = min(float(at(f"foot_{s}", body.heads[f"ball_{s}"])[:, 2].min()) for s in "lr")
    assert low > (0.0 if ride.way == "pushing" else 0.02), "no foot drags on the ground"
