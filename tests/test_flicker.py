"""Fire: it gives light, its light comes and goes with time, and only where it falls."""

from __future__ import annotations

import numpy as np
import pytest

from filmwright import registry
from filmwright.content.kinds import Thing
from filmwright.finish.flicker import flickering
from filmwright.scene import flicker
from filmwright.scene.lens import Lens
from filmwright.scene.nodes import Lamp
from filmwright.spec.shot import Member

TIMES = np.arange(48) / 24


def burning(kind: str) -> Thing:
    module = registry.find("filmwright.content.props", kind)
    thing: Thing = module.build(module.vary(np.random.default_rng(0), Member(id=f"{kind}-1", kind=kind)))
    return thing


@pytest.mark.parametrize("kind", ["campfire", "candle", "lantern"])
def test_what_burns_gives_light_that_flickers(kind: str) -> None:
    thing = burning(kind)
    assert thing.lamps
    (fire,) = flicker.fires(thing.lamps, TIMES)
    assert fire.power_w > 0
    assert np.ptp(fire.change) > 0.3 * thing.lamps[0].flicker
    assert np.abs(fire.change).max() <= thing.lamps[0].flicker


def test_nothing_within_a_flame_shades_its_lamp() -> None:
    for kind in ("candle", "campfire"):
        (flame,) = [n for n in burning(kind).nodes if n.name.endswith(("flame", "flames"))]
        assert "shadow" in flame.hidden_from  # type: ignore[union-attr]


def test_a_steady_lamp_does_not_flicker() -> None:
    assert flicker.fires([Lamp(name="bulb", kind="point", power_w=10.0)], TIMES) == ()


def test_the_light_of_a_fire_changes_what_is_near_it_and_leaves_the_far() -> None:
    lens = Lens(np.eye(3, dtype=np.float32), np.zeros(3, np.float32), 40.0, 16.0, 9.0)
    fire = flicker.Fire(np.tile(np.float32([0, 0, -4]), (2, 1)), 150.0, np.float32([0.3, -0.3]))
    color = np.full((18, 32, 3), 0.2, np.float32)
    depth = np.full((18, 32), 4.0, np.float32)
    depth[:, 24:] = 1e5
    bright, dark = (flickering(color, depth, lens, (fire,), k, 1.0) for k in (0, 1))
    assert bright[9, 16, 0] > 1.2 * 0.2 and dark[9, 16, 0] < 0.8 * 0.2
    np.testing.assert_allclose(bright[:, 26:], 0.2, rtol=1e-4)
    assert flickering(color, depth, lens, (), 0, 1.0) is color
