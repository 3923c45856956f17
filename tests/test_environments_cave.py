"""The cave: it can be walked through, its pool lies still, its light comes in at the mouth and goes with the day."""

from __future__ import annotations

from functools import cache

import numpy as np

from filmwright.content.environments import cave
from filmwright.content.environments._cavern.rock import POOL, POOL_Z, Hall
from filmwright.content.kinds import Setting
from filmwright.scene.nodes import Lamp, Mesh
from filmwright.spec.shot import Light, Member, Place, Shot


@cache
def built(hour: str = "noon", *kinds: str) -> Setting:
    cast = [Member(id=f"{kind}-1", kind=kind) for kind in kinds]
    shot = Shot(place=Place(kind="cave"), light=Light(time=hour), cast=cast)
    return cave.build(cave.vary(np.random.default_rng(7), shot))


def test_the_way_through_the_cave_is_level_and_free() -> None:
    setting = built()
    mark = setting.marks[0]
    path = np.asarray(mark.path)
    gaps = np.linalg.norm(path[:, None] - setting.obstacles[None, :, :2], axis=2) - setting.obstacles[:, 2]
    assert gaps.min() > 0.5
    z = setting.ground(path[:, 0], path[:, 1])
    assert np.abs(np.diff(z)).max() < 0.3
    assert np.ptp(path[:, 1]) > 15


def test_nothing_hangs_into_the_way() -> None:
    """Whoever walks here keeps their head: 2.1 m are free over the path."""
    setting = built()
    vault = next(n for n in setting.nodes if isinstance(n, Mesh) and n.name == "vault")
    points = np.asarray(vault.points, float)
    for x, y in setting.marks[0].path:
        near = points[np.hypot(points[:, 0] - x, points[:, 1] - y) < 1.2]
        over = near[near[:, 2] > 0.5]
        assert not len(over) or over[:, 2].min() > 2.1


def test_the_pool_lies_over_its_floor() -> None:
    assert Hall(7).height(np.array([POOL[0]]), np.array([POOL[1]]))[0] < POOL_Z - 0.5
    setting = built()
    assert setting.water is not None
    afloat = next(m for m in setting.marks if m.kind == "water")
    assert afloat.position[2] == setting.water(np.array([[0.0]]), np.array([[0.0]]), np.zeros(1))[0, 0]


def test_less_light_comes_in_at_night() -> None:
    day, night = (
        next(n for n in built(hour).nodes if isinstance(n, Lamp) and n.name == "mouth light")
        for hour in ("noon", "night")
    )
    assert night.power_w < 0.1 * day.power_w


def test_a_lantern_in_the_cast_is_the_only_one() -> None:
    assert any("lantern" in n.name for n in built().nodes)
    assert not any("lantern" in n.name for n in built("noon", "lantern").nodes)
