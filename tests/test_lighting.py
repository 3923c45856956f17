"""Light of a kind, over that of the hour: every kind of it lights every set, and a storm is seen through windows."""

from __future__ import annotations

import math

import numpy as np
import pytest

from filmwright.content import lighting
from filmwright.content.stageable import stageable
from filmwright.reading.read import read
from filmwright.scene import lightning
from filmwright.scene.nodes import Lamp
from filmwright.scene.shade import changes
from filmwright.staging.stage import build_set


@pytest.mark.parametrize("quality", lighting.QUALITIES)
@pytest.mark.parametrize("place", ["beach", "bedroom"])
def test_every_kind_of_light_lights_a_set(place: str, quality: str) -> None:
    shot = stageable(read(f"A woman stands in a {place}")[0].shots[0], 7).shot
    changed = lighting.change(build_set(shot, 7), quality)
    assert changed.hero_lamps and all(lamp.power_w > 0 for lamp in changed.hero_lamps)
    assert changed.world.strength > 0


def test_backlight_comes_from_where_the_camera_looks() -> None:
    shot = stageable(read("A woman stands on the beach, backlit")[0].shots[0], 7).shot
    setting = build_set(shot, 7)
    (sun,) = [n for n in setting.nodes if isinstance(n, Lamp) and n.name == "sun"]
    w, x, y, z = sun.pose.rotation
    shines = -np.array([2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)])
    assert setting.outdoors is not None
    yaw = setting.outdoors.view_yaw_rad
    ahead = np.array([-math.sin(yaw), math.cos(yaw), 0.0])
    assert shines @ ahead < -0.5


def test_a_storm_flashes_through_windows() -> None:
    shot = stageable(read("A woman stands in a bedroom in a thunderstorm at night")[0].shots[0], 7).shot
    assert shot.weather.kind == "storm"
    setting = build_set(shot, 7)
    assert changes(setting.materials["outlook"])
    assert max(lightning.levels(setting.nodes, np.arange(0, 4, 1 / 48).tolist())) > 0.5
    assert float(np.asarray(setting.images["flashes"].pixels)[..., 0].max()) > 0.5
