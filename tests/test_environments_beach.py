"""The beach as data: it is the same every time, its parts fit, and the hero stands where the sea does not reach."""

from __future__ import annotations

import math

import numpy as np
import pytest

from filmwright.content.environments import beach
from filmwright.content.environments._beach import things, tiles
from filmwright.content.environments._beach.shore import SWASH_M, WASHED_M, Shore
from filmwright.content.kinds import Setting
from filmwright.content.weathers import fog
from filmwright.engines import sketch
from filmwright.scene import waves
from filmwright.scene.nodes import Camera, Gradient, Instances, Mesh, Native
from filmwright.scene.shade import changes
from filmwright.scene.stage import Stage
from filmwright.spec.shot import Light, Place, Shot, Weather

HALF_FIELD = math.atan(18 / 35)  # of a 35 mm lens on a 36 mm sensor


def shot(time: str = "golden_hour", wind: str | None = None) -> Shot:
    return Shot(place=Place(kind="beach"), light=Light(time=time), weather=Weather(wind=wind))


@pytest.fixture(scope="module")
def sunset() -> Setting:
    return beach.build(beach.Params())


def node(setting: Setting, name: str) -> Mesh | Native:
    found = next(n for n in setting.nodes if n.name == name)
    assert isinstance(found, Mesh | Native)
    return found


def test_the_same_seed_gives_the_same_beach(sunset: Setting) -> None:
    again = beach.build(beach.Params())
    for a, b in zip(sunset.nodes, again.nodes, strict=True):
        assert a.name == b.name
        if isinstance(a, Mesh | Instances) and isinstance(b, Mesh | Instances):
            np.testing.assert_array_equal(a.points, b.points)
    np.testing.assert_array_equal(sunset.images["foam"].pixels, again.images["foam"].pixels)


def test_another_seed_gives_another_beach() -> None:
    assert beach.vary(np.random.default_rng(1), shot()) != beach.vary(np.random.default_rng(2), shot())


def test_wind_raises_the_sea() -> None:
    still, strong = (beach.vary(np.random.default_rng(3), shot(wind=w)) for w in ("still", "strong"))
    assert strong.swell_m > still.swell_m
    assert strong.chop_m > 2 * still.chop_m


@pytest.mark.parametrize("time", beach.TIMES)
def test_every_time_of_day_has_a_sky(time: str) -> None:
    outdoors = beach.skies.outdoors(time, 0.2, 0.5)
    assert outdoors.sun.gradient
    stops = [s for s, _ in outdoors.sun.gradient]
    assert stops == sorted(stops) and stops[0] == -1 and stops[-1] == 1


def test_a_low_sun_stands_in_the_picture_over_the_sea(sunset: Setting) -> None:
    outdoors, mark = sunset.outdoors, sunset.marks[0]
    assert outdoors is not None
    left = -outdoors.sun_azimuth_rad - mark.view_yaw_rad
    assert 0.1 < left < HALF_FIELD
    assert isinstance(sunset.world, Gradient) and max(sunset.world.disc_color) > 1


def test_a_high_sun_does_not(sunset: Setting) -> None:
    noon = beach.skies.outdoors("noon", beach._VIEW_YAW, 0.5)
    assert abs(-noon.sun_azimuth_rad - noon.view_yaw_rad) > 2 * HALF_FIELD


def test_the_hero_stands_on_the_ground_above_the_waves(sunset: Setting) -> None:
    mark = sunset.marks[0]
    x, y, _ = (np.array([v]) for v in mark.position)
    assert abs(float(sunset.ground(x, y)[0]) - mark.position[2]) < 1e-6
    sea = waves.from_node(node(sunset, "sea"))  # type: ignore[arg-type]
    shore = Shore(beach.Params().seed, beach.Params().dune_m)
    reach = waves.runup(sea, np.arange(0, 60, 0.5)).max()
    assert reach < float(shore.up(x, y)[0])
    assert reach > 0.5 * SWASH_M


def test_one_can_walk_far_towards_the_camera(sunset: Setting) -> None:
    mark = sunset.marks[0]
    path = np.array(mark.path)
    assert np.linalg.norm(np.diff(path, axis=0), axis=1).sum() >= 25
    view = np.array([-math.sin(mark.view_yaw_rad), math.cos(mark.view_yaw_rad)])
    assert (path[-1] - path[0]) @ view < -20
    gaps = np.linalg.norm(path[:, None] - sunset.obstacles[None, :, :2], axis=-1) - sunset.obstacles[None, :, 2]
    assert gaps.min() > 1.0


def test_the_path_has_no_steps(sunset: Setting) -> None:
    path = np.array(sunset.marks[0].path)
    fine = np.stack([np.interp(np.linspace(0, len(path) - 1, 600), np.arange(len(path)), path[:, k]) for k in (0, 1)])
    assert np.abs(np.diff(sunset.ground(fine[0], fine[1]))).max() < 0.03


def test_the_sea_the_damp_and_the_dry_sand_share_their_rims(sunset: Setting) -> None:
    """No gap and no overlap: the last points of one sheet are the first of the next, at every time."""
    water = node(sunset, "sea")
    sea = waves.from_node(water)  # type: ignore[arg-type]
    rows, columns = sea.x.shape
    wet = waves.sea_at(sea, 12.3).points.reshape(rows, columns, 3)
    there = water.arrays["material_index"].reshape(rows - 1, -1) >= 0  # type: ignore[union-attr]
    first = int(np.argmax(there[0]))
    assert first > 0 and not there[:, :first].any() and there[:, first:].all()
    damp, dry = (node(sunset, name) for name in ("damp sand", "sand"))
    assert isinstance(damp, Mesh) and isinstance(dry, Mesh)
    between, above = (sheet.points.reshape(rows, -1, 3) for sheet in (damp, dry))
    np.testing.assert_allclose(wet[:, first], between[:, 0], atol=2e-3)
    np.testing.assert_allclose(between[:, -1], above[:, 0], atol=2e-3)


def test_the_swash_never_reaches_the_sand_that_does_not_change(sunset: Setting) -> None:
    water, damp = node(sunset, "sea"), node(sunset, "damp sand")
    assert isinstance(water, Native) and isinstance(damp, Mesh)
    for seed, swell_m in ((1, 1.0), (2, 2.0), (3, 1.4)):
        sea = waves.from_node(water.model_copy(update={"params": {**water.params, "seed": seed, "swell_m": swell_m}}))
        still = sea.seaward <= -WASHED_M
        for time in np.arange(0.0, 40.0, 1.7):
            now = waves.sea_at(sea, float(time))
            for name in ("depth", "foam", "shine", "dark"):
                assert not getattr(now, name).reshape(sea.x.shape)[:, still].any()
                assert not damp.point_data[name].any()
    assert not any(changes(sunset.materials[m]) for m in damp.materials)


def test_sand_darkens_towards_the_water(sunset: Setting) -> None:
    shore = Shore(3, 4.0)
    y = np.linspace(-20, 20, 50)
    low, high = (shore.damp(shore.waterline(y) + up, y) for up in (4.0, 12.0))
    assert low.min() > 0.5
    assert high.max() == 0


def test_every_node_finds_its_materials_and_prototypes(sunset: Setting) -> None:
    meshes = {n.name for n in sunset.nodes if isinstance(n, Mesh)}
    for n in sunset.nodes:
        for material in getattr(n, "materials", ()):
            assert material in sunset.materials
        if isinstance(n, Instances):
            assert set(n.prototypes) <= meshes


def test_the_grass_grows_on_the_dunes_only(sunset: Setting) -> None:
    shore = Shore(beach.Params().seed, beach.Params().dune_m)
    for name in ("marram", "marram far"):
        tufts = next(n for n in sunset.nodes if n.name == name)
        assert isinstance(tufts, Instances)
        assert len(tufts.points) > 200
        assert shore.up(tufts.points[:, 0], tufts.points[:, 1]).min() > 10


def test_the_tiles_meet_at_their_edges() -> None:
    for picture in (tiles.sand(1), tiles.foam(1)):
        p = picture.pixels[..., :3].astype(float)
        for axis in (0, 1):
            inside = np.abs(np.diff(p, axis=axis)).mean()
            across = np.abs(np.take(p, 0, axis) - np.take(p, -1, axis)).mean()
            assert across < 2 * inside + 1


def test_footprints_are_pressed_in_not_out() -> None:
    prints = things.footprints(np.random.default_rng(0), 3.4, 20.0, 0.02)
    assert (prints < 0.25).mean() > 0.005
    assert prints.max() < 0.7


def test_fog_over_the_sunset_is_not_darkness(sunset: Setting) -> None:
    misty = fog.change(sunset)
    assert isinstance(misty.world, Gradient)
    assert misty.world.clouds == 0 and max(misty.world.disc_color) < 1
    level = max(misty.world.stops[1][1]) * 2**misty.exposure.stops
    assert level > 0.3


def test_the_sketch_shows_the_sea_moving(sunset: Setting) -> None:
    sea = node(sunset, "sea")
    camera = Camera(
        locations=np.tile([8.0, -8.0, 2.2], (30, 1)),
        rotations=np.tile([math.cos(math.pi / 4), math.sin(math.pi / 4), 0.0, 0.0], (30, 1)),  # level, towards +Y
        focal_mm=np.full(30, 28.0),
        focus_m=np.full(30, 8.0),
    )
    stage = Stage(
        size=(96, 54),
        fps=24,
        frames=30,
        nodes=(sea,),
        materials=sunset.materials,
        world=sunset.world,
        haze=sunset.haze,
        camera=camera,
    )
    first, later = (sketch.draw(stage, frame).astype(int) for frame in (0, 29))
    sky, water = slice(0, 20), slice(30, 54)
    assert np.abs(later - first)[sky].max() == 0
    assert np.abs(later - first)[water].mean() > 1
