"""A sky whose clouds drift is carried between frames along their way, and none of its pixels from where the set stands before it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from filmwright.finish import carry
from filmwright.finish.inbetween import Memory, held
from filmwright.finish.read import F32, SKY_M
from filmwright.scene.clouds import CEILING
from filmwright.scene.frames import MOVING, QUICK
from filmwright.scene.lens import Lens

WIDE, HIGH = 96, 54


def lens(clouds: tuple[float, float]) -> Lens:
    """A camera that looks along +Y, a little up."""
    c, s = np.cos(0.2), np.sin(0.2)
    axes = np.array([[1, 0, 0], [0, -s, c], [0, -c, -s]], np.float32)
    return Lens(axes, np.zeros(3, np.float32), 90.0, WIDE / 2, HIGH / 2, clouds)


def sky(seen: Lens) -> F32:
    """A picture of clouds: stripes on the ceiling, which have drifted as far as the lens says."""
    x, y = np.meshgrid(np.arange(WIDE, dtype=np.float32) + 0.5, np.arange(HIGH, dtype=np.float32) + 0.5)
    rays = seen.unproject(x, y, np.ones_like(x))
    rays /= np.linalg.norm(rays, axis=-1, keepdims=True)
    p = rays[..., 0] / (np.maximum(rays[..., 2], 0) + CEILING) - seen.clouds[0]
    return np.repeat((0.5 + 0.5 * np.sin(5.0 * p))[..., None], 3, axis=2).astype(np.float32)


def depth() -> NDArray[np.float32]:
    return np.full((HIGH, WIDE), np.float32(SKY_M))


def test_clouds_are_fetched_from_where_they_stood() -> None:
    now, then = lens((0.30, 0.0)), lens((0.22, 0.0))
    carried = carry.fetch(sky(then), carry.look_up(depth(), now, depth(), then, None))
    inside = np.s_[4:30, 30:-4]
    still = np.abs(sky(then) - sky(now))[inside].mean()
    assert np.abs(carried - sky(now))[inside].mean() < 0.1 * still


def test_no_cloud_is_fetched_from_behind_a_tower() -> None:
    now, then = lens((0.30, 0.0)), lens((0.22, 0.0))
    key = depth()
    key[:, 40:50] = 30.0
    seen = carry.look_up(depth(), now, key, then, None)
    column, row = np.floor(seen.x).astype(int), np.clip(np.floor(seen.y).astype(int), 0, HIGH - 1)
    followed = np.abs(seen.x - np.arange(WIDE)) > 0.05
    assert followed.mean() > 0.3
    assert (key[row, np.clip(column, 0, WIDE - 1)][followed] > 1000).all()


def test_rain_is_not_held_to_the_picture_before_as_waves_are() -> None:
    rng = np.random.default_rng(0)
    color = rng.random((20, 20, 3)).astype(np.float32)
    memory = Memory(np.full_like(color, 0.5), np.ones((20, 20), np.float32))
    rain, waves = (np.full((20, 20), n, np.float32) for n in (QUICK, MOVING))
    np.testing.assert_array_equal(held(color, rain, memory), color)
    assert np.abs(held(color, waves, memory) - color).mean() > 0.05
