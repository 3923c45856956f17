"""The reef: the same every time, a clear lane to swim along, corals of many forms, and schools that pass by as time tells."""

from __future__ import annotations

import json

import numpy as np

from filmwright.content.environments import underwater
from filmwright.content.environments._reef import light
from filmwright.content.kinds import Setting
from filmwright.scene.nodes import Instances, Mesh, Rig
from filmwright.spec.shot import Light, Place, Shot


def built(seed: int = 7, hour: str = "noon") -> Setting:
    shot = Shot(place=Place(kind="underwater"), light=Light(time=hour))
    return underwater.build(underwater.vary(np.random.default_rng(seed), shot))


REEF = built()


def test_the_same_seed_builds_the_same_reef() -> None:
    one, two = (
        json.dumps([n.model_dump(mode="json", context={"arrays": {}}) for n in s.nodes]) for s in (REEF, built())
    )
    assert one == two


def test_nothing_stands_in_the_lane() -> None:
    mark = REEF.marks[0]
    path = np.asarray(mark.path)
    gaps = np.linalg.norm(path[:, None] - REEF.obstacles[None, :, :2], axis=2) - REEF.obstacles[:, 2]
    assert gaps.min() > 0.5
    x, y, z = mark.position
    assert abs(float(REEF.ground(np.array([x]), np.array([y]))[0]) - z) < 1e-4


def test_corals_of_many_forms_stand_on_the_ground() -> None:
    grown = [n for n in REEF.nodes if isinstance(n, Instances) and n.name != "specks"]
    assert len(grown) >= 9
    for node in grown:
        ground = REEF.ground(node.points[:, 0].astype(float), node.points[:, 1].astype(float))
        assert (np.abs(node.points[:, 2] - ground) < 0.12).all(), node.name
    names = {n for node in REEF.nodes for n in getattr(node, "materials", ())}
    assert names <= set(REEF.materials)
    assert sum(len(n.faces) for n in REEF.nodes if isinstance(n, Mesh)) < 1_500_000


def test_hours_differ_in_light() -> None:
    assert len({built(hour=h).world.model_dump_json() for h in ("noon", "golden_hour", "night")}) == 3


def test_schools_swim_by_as_time_tells() -> None:
    assert REEF.moving is not None
    times = np.arange(24) / 24
    whole, later = REEF.moving(times, 4.0), REEF.moving(times[12:], 4.0)
    for a, b in zip(whole, later):
        if isinstance(a, Rig) and isinstance(b, Rig):
            assert np.allclose(a.locations[12:], b.locations, atol=1e-5)
            gone = np.linalg.norm(a.locations[-1, ::2] - a.locations[0, ::2], axis=1)
            assert 0.03 < np.median(gone) < 2.0
            ground = REEF.ground(a.locations[0, ::2, 0].astype(float), a.locations[0, ::2, 1].astype(float))
            assert (a.locations[0, ::2, 2] > ground).mean() > 0.9, "no fish swims through the ground"


def test_caustics_gather_the_light_of_their_surroundings() -> None:
    net = light.caustics(3).pixels[..., 0] / 255.0
    assert 0.18 < net.mean() < 0.30
    assert net.max() > 0.8 and np.median(net) < net.mean()
    assert np.abs(net[0] - net[-1]).mean() < 0.06, "the tile is seamless"
