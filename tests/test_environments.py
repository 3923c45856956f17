"""What every place under the sky must be: the same every time, walkable, clear before the lens, lit by its hour, and cheap."""

from __future__ import annotations

import json
import math
import time
from functools import cache

import numpy as np
import pytest

from filmwright import registry
from filmwright.content.kinds import Setting
from filmwright.content.offers import facts
from filmwright.scene.nodes import Instances, Mesh
from filmwright.spec.shot import Light, Place, Shot, Weather

PLACES = (
    "bund",
    "seine",
    "train_station",
    "highway",
    "bridge",
    "rooftop",
    "volcano",
    "meadow",
    "city_street",
    "forest",
    "jungle",
    "desert",
    "savanna",
    "mountain",
    "lake",
    "park",
    "canyon",
    "farmyard",
    "river",
    "mars",
    "village",
    "alley",
    "castle",
    "harbor",
    "waterfall",
    "market",
    "western_town",
    "gas_station",
    "marsh",
    "parking_lot",
    "construction_site",
    "vineyard",
    "greenhouse",
    "salt_flat",
    "ski_slope",
    "campsite",
    "stadium",
    "cemetery",
    "amusement_park",
    "temple",
    "canal",
    "runway",
    "rugged_coast",
    "arctic",
    "bamboo_forest",
    "tropical_island",
    "wheat_field",
)
BUILD_S = 6.0  # of processor time
MOST_FACES = 1_500_000  # of all meshes, each prototype once
MOST_COPIES = 60_000
TIMES_OF_DAY = ("morning", "noon", "golden_hour", "night")


def shot(place: str, hour: str | None = None, **words: str) -> Shot:
    return Shot(
        place=Place(kind=place, season=words.get("season")),
        light=Light(time=hour or facts("place", place, "TIMES")[0]),
        weather=Weather(kind=words.get("weather", "clear")),
    )


def built(place: str, hour: str | None = None, seed: int = 7, **words: str) -> Setting:
    module = registry.find("filmwright.content.environments", place)
    made: Setting = module.build(module.vary(np.random.default_rng(seed), shot(place, hour, **words)))
    return made


@cache
def usual(place: str) -> Setting:
    return built(place)


def view_of(yaw_rad: float) -> np.ndarray:
    return np.array([-math.sin(yaw_rad), math.cos(yaw_rad)])


def gaps(points: np.ndarray, obstacles: np.ndarray) -> np.ndarray:
    """Metres from each of the points (n, 2) to the nearest obstacle's edge."""
    if not len(obstacles):
        return np.full(len(points), np.inf)
    return (np.linalg.norm(points[:, None] - obstacles[None, :, :2], axis=2) - obstacles[:, 2]).min(axis=1)


@pytest.mark.parametrize("place", PLACES)
def test_the_same_seed_builds_the_same_place_quickly(place: str) -> None:
    start = time.process_time()
    again = built(place)
    assert time.process_time() - start < BUILD_S
    documents = [
        json.dumps([n.model_dump(mode="json", context={"arrays": {}}) for n in s.nodes]) for s in (usual(place), again)
    ]
    assert documents[0] == documents[1]


@pytest.mark.parametrize("place", PLACES)
def test_another_seed_builds_another_place(place: str) -> None:
    module = registry.find("filmwright.content.environments", place)
    assert module.vary(np.random.default_rng(1), shot(place)) != module.vary(np.random.default_rng(2), shot(place))


@pytest.mark.parametrize("place", PLACES)
def test_every_mark_stands_on_the_ground(place: str) -> None:
    setting = usual(place)
    for mark in setting.marks:
        x, y, z = mark.position
        if mark.kind == "water":
            assert setting.water is not None
            times = np.linspace(0.0, 60.0, 80)
            surface = setting.water(np.full((80, 1), x), np.full((80, 1), y), times)
            assert abs(float(surface.mean()) - z) < 0.05 * float(np.ptp(surface)) + 1e-4
        else:
            assert abs(float(setting.ground(np.array([x]), np.array([y]))[0]) - z) < 1e-4


@pytest.mark.parametrize("place", PLACES)
def test_the_ground_under_the_cast_is_where_it_is_seen(place: str) -> None:
    """No foot sinks in or floats: points of the visible ground near the path lie where the set says the ground is."""
    setting = usual(place)
    path = np.asarray(setting.marks[0].path)
    checked = 0
    for node in setting.nodes:
        if isinstance(node, Mesh) and node.visible and node.name in ("ground", "sand", "damp sand"):
            points = np.asarray(node.points, float)
            near = np.linalg.norm(points[:, None, :2] - path[None], axis=2).min(axis=1) < 1.5
            if near.any():
                np.testing.assert_allclose(setting.ground(points[near, 0], points[near, 1]), points[near, 2], atol=5e-3)
                checked += int(near.sum())
    assert checked > 50


@pytest.mark.parametrize("place", PLACES)
def test_one_can_walk_15_metres_or_more_towards_the_camera(place: str) -> None:
    setting = usual(place)
    mark = setting.marks[0]
    path = np.asarray(mark.path)
    assert np.linalg.norm(np.diff(path, axis=0), axis=1).sum() >= 15
    assert (path[-1] - path[0]) @ view_of(mark.view_yaw_rad) < -12
    assert np.linalg.norm(path - np.asarray(mark.position[:2]), axis=1).min() < 0.6
    assert gaps(path, setting.obstacles).min() > 0.5
    t = np.linspace(0, len(path) - 1, 40 * len(path))
    fine = np.stack([np.interp(t, np.arange(len(path)), path[:, k]) for k in (0, 1)], 1)
    rise = np.abs(np.diff(setting.ground(fine[:, 0], fine[:, 1])))
    going = np.linalg.norm(np.diff(fine, axis=0), axis=1)
    assert (rise / going).max() < 0.45
    assert rise.max() < 0.05  # no step


@pytest.mark.parametrize("place", PLACES)
def test_nothing_stands_between_the_camera_and_the_mark(place: str) -> None:
    setting = usual(place)
    for mark in setting.marks:
        away = np.linspace(0.0, mark.back_m, 60)[:, None] * view_of(mark.view_yaw_rad)
        assert gaps(np.asarray(mark.position[:2]) - away, setting.obstacles).min() > 0.4
        assert gaps(np.asarray([mark.position[:2]]), setting.obstacles).min() > min(mark.radius_m, 2.0)


@pytest.mark.parametrize("place", PLACES)
def test_the_camera_stands_above_the_ground_all_the_way_back(place: str) -> None:
    """No hill hides the hero from a lens at eye level."""
    setting = usual(place)
    mark = setting.marks[0]
    far = np.linspace(0.0, mark.back_m, 40)
    points = np.asarray(mark.position[:2]) - far[:, None] * view_of(mark.view_yaw_rad)
    ground = setting.ground(points[:, 0], points[:, 1])
    eye, chest = ground[-1] + 1.4, mark.position[2] + 1.1
    assert (ground < chest + (eye - chest) * far / far[-1]).all()


@pytest.mark.parametrize("place", PLACES)
def test_all_materials_and_images_are_there(place: str) -> None:
    for setting in (usual(place), built(place, "golden_hour", season="winter")):
        names = {n for node in setting.nodes for n in getattr(node, "materials", ())}
        assert names <= set(setting.materials)
        said = json.dumps({k: m.model_dump(mode="json") for k, m in setting.materials.items()})
        for image in setting.images:
            assert f'"{image}"' in said, f"no material shows {image}"
        prototypes = {p for node in setting.nodes if isinstance(node, Instances) for p in node.prototypes}
        assert prototypes <= {n.name for n in setting.nodes if isinstance(n, Mesh)}
        assert len({n.name for n in setting.nodes}) == len(setting.nodes)


@pytest.mark.parametrize("place", PLACES)
def test_every_hour_has_its_own_light(place: str) -> None:
    hours = [h for h in TIMES_OF_DAY if h in facts("place", place, "TIMES")]
    suns = [built(place, hour).outdoors for hour in hours]
    assert all(s is not None for s in suns)
    assert len(set(suns)) == len(hours) >= 3


@pytest.mark.parametrize("place", PLACES)
def test_every_weather_can_come_over_it(place: str) -> None:
    setting = usual(place)
    weathers = facts("place", place, "WEATHERS")
    assert weathers[0] == "clear" and "overcast" in weathers
    for name in weathers:
        changed: Setting = registry.find("filmwright.content.weathers", name).change(setting)
        assert changed.world is not None
        assert (changed.world != setting.world) == (name != "clear")


@pytest.mark.parametrize("place", PLACES)
def test_it_is_cheap_enough(place: str) -> None:
    nodes = usual(place).nodes
    assert sum(len(n.faces) for n in nodes if isinstance(n, Mesh)) < MOST_FACES
    assert sum(len(n.points) for n in nodes if isinstance(n, Instances)) < MOST_COPIES


@pytest.mark.parametrize("place", PLACES)
def test_foreground_middle_and_background_are_there(place: str) -> None:
    """Things stand near, at some distance and far off before the camera."""
    setting = usual(place)
    mark = setting.marks[0]
    eye = np.asarray(mark.position[:2]) - 12 * view_of(mark.view_yaw_rad)
    points = np.concatenate(
        [np.asarray(n.points, float)[:, :2] for n in setting.nodes
         if isinstance(n, Instances) or (isinstance(n, Mesh) and n.visible)]
    )  # fmt: skip
    away = points - eye
    ahead = away[(away @ view_of(mark.view_yaw_rad)) > 0.85 * np.linalg.norm(away, axis=1)]
    far = np.linalg.norm(ahead, axis=1)
    assert (far < 15).any() and ((far > 15) & (far < 80)).any() and (far > 80).any()
