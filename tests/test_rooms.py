"""What every furnished room must be: all it names exists, its lamps hang inside, and there is room where people stand."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from filmwright import registry
from filmwright.content import offers
from filmwright.content.environments._room import fittings, furnish, lamps
from filmwright.content.environments._room.plan import Plan
from filmwright.content.kinds import Setting
from filmwright.scene.nodes import Lamp, Mesh
from filmwright.spec.shot import Light, Place, Shot

PACKAGE = "filmwright.content.environments"
ROOMS = tuple(name for name in registry.names(PACKAGE) if hasattr(registry.find(PACKAGE, name), "PLAN"))


def plan_of(room: str) -> Plan:
    plan: Plan = registry.find(PACKAGE, room).PLAN
    return plan


@cache
def built(room: str, hour: str | None = None) -> Setting:
    module = registry.find(PACKAGE, room)
    shot = Shot(place=Place(kind=room), light=Light(time=hour or module.TIMES[0]))
    made: Setting = module.build(module.vary(np.random.default_rng(7), shot))
    return made


@pytest.mark.parametrize("room", ROOMS)
def test_everything_a_plan_names_can_be_made(room: str) -> None:
    plan = plan_of(room)
    assert {f.kind for f in plan.fittings} <= set(fittings.MAKERS)
    assert {p.prop for p in plan.pieces} <= set(offers.offered("thing"))
    assert set(registry.find(PACKAGE, room).TIMES) <= set(furnish.HOURS)


@pytest.mark.parametrize("room", ROOMS)
def test_every_material_and_picture_of_a_room_is_there(room: str) -> None:
    setting = built(room)
    used = {name for node in setting.nodes if isinstance(node, Mesh) for name in node.materials}
    assert used <= set(setting.materials)
    names = [node.name for node in setting.nodes]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("room", ROOMS)
def test_the_lamps_of_a_room_hang_inside_it(room: str) -> None:
    plan = plan_of(room)
    for node in built(room).nodes:
        if isinstance(node, Lamp) and node.kind != "sun":
            x, y, z = node.pose.location
            assert abs(x) < plan.half_m
            assert y < plan.back_m
            assert 0.3 < z < plan.height_m


@pytest.mark.parametrize("room", ROOMS)
def test_nobody_stands_in_the_furniture(room: str) -> None:
    setting = built(room)
    mark = setting.marks[0]
    away = np.linalg.norm(setting.obstacles[:, :2] - np.asarray(mark.position[:2]), axis=1) - setting.obstacles[:, 2]
    assert away.min() > 0.12
    ground = setting.ground(np.array([mark.position[0]]), np.array([mark.position[1]]))
    assert ground[0] == pytest.approx(mark.position[2])


def test_a_lamp_that_shines_on_something_looks_at_it() -> None:
    """The rotation of a spot brings its axis, -Z, to where it is aimed."""
    for aim in ([0.3, 0.2, -1.0], [-1.0, 2.0, -0.5], [0.0, 0.0, -1.0]):
        w, x, y, z = lamps.towards(np.asarray(aim))
        axis = -np.array([2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)])
        np.testing.assert_allclose(axis, np.asarray(aim) / np.linalg.norm(aim), atol=1e-6)
