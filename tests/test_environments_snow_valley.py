"""The pine valley: it is a place one can walk, film and recognize, and it stays cheap to draw."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from filmwright import registry
from filmwright.content.environments import _conifer, _ground_cover, snow_valley
from filmwright.content.environments._terrain import Land
from filmwright.content.kinds import Setting
from filmwright.scene.nodes import Instances, Mesh
from filmwright.spec.shot import Light, Place, Shot, Weather


def shot(
    *, season: str | None = None, ground: str | None = None, weather: str = "clear", time_: str = "golden_hour"
) -> Shot:
    return Shot(
        place=Place(kind="snow_valley", season=season, ground=ground),
        light=Light(time=time_),
        weather=Weather(kind=weather),
    )


def valley(seed: int = 7, **words: str) -> Setting:
    return snow_valley.build(snow_valley.vary(np.random.default_rng(seed), shot(**words)))


@pytest.fixture(scope="module")
def winter() -> Setting:
    return valley()


def trees_of(setting: Setting) -> np.ndarray:
    """x, y, scale of every tree that is seen."""
    groups = [
        n for n in setting.nodes if isinstance(n, Instances) and n.name in ("trees_near", "trees_mid", "trees_far")
    ]
    return np.concatenate([np.column_stack([g.points[:, :2], g.scales]) for g in groups])


def distance_to(points: np.ndarray, line: np.ndarray) -> np.ndarray:
    return np.linalg.norm(points[:, None] - line[None], axis=2).min(axis=1)


def test_the_same_params_build_the_same_valley() -> None:
    params = snow_valley.Params(seed=11)
    documents = [
        json.dumps([n.model_dump(mode="json", context={"arrays": {}}) for n in snow_valley.build(params).nodes])
        for _ in range(2)
    ]
    assert documents[0] == documents[1]


def test_another_seed_plants_another_forest(winter: Setting) -> None:
    assert len(trees_of(valley(8))) != len(trees_of(winter))


def test_no_bough_reaches_the_path(winter: Setting) -> None:
    (mark,) = winter.marks
    path = np.asarray(mark.path)
    trees = trees_of(winter)
    reach = _conifer.REACH * _conifer.HEIGHT_M * trees[:, 2]
    assert (distance_to(trees[:, :2], path) - reach).min() > 2.0


def test_no_tree_and_no_boulder_stands_between_lens_and_hero(winter: Setting) -> None:
    (mark,) = winter.marks
    view = np.array([-math.sin(mark.view_yaw_rad), math.cos(mark.view_yaw_rad)])
    axis = np.asarray(mark.position[:2]) - np.linspace(0, mark.back_m, 60)[:, None] * view
    trees = trees_of(winter)
    assert (distance_to(trees[:, :2], axis) - _conifer.REACH * 12 * trees[:, 2]).min() > 1.0
    assert (distance_to(winter.obstacles[:, :2], axis) - winter.obstacles[:, 2]).min() > 1.0


def test_one_can_walk_at_least_25_m_towards_the_camera(winter: Setting) -> None:
    (mark,) = winter.marks
    path = np.asarray(mark.path)
    assert np.linalg.norm(np.diff(path, axis=0), axis=1).sum() > 25
    assert distance_to(np.array([mark.position[:2]]), path)[0] < 0.1
    view = np.array([-math.sin(mark.view_yaw_rad), math.cos(mark.view_yaw_rad)])
    assert (path[-1] - path[0]) @ view < -25


def test_the_path_is_smooth_enough_to_walk(winter: Setting) -> None:
    path = np.asarray(winter.marks[0].path)
    heights = winter.ground(path[:, 0], path[:, 1])
    assert np.abs(np.diff(heights)).max() < 0.35  # metres a metre


def test_the_ground_under_the_hero_is_where_the_mesh_is(winter: Setting) -> None:
    (ground,) = [n for n in winter.nodes if n.name == "ground"]
    points = np.asarray(ground.points)
    near = points[np.abs(points[:, 1] - snow_valley.MARK_Y_M) < 6]
    np.testing.assert_allclose(winter.ground(near[:, 0], near[:, 1]), near[:, 2], atol=1e-3)


def test_the_mountain_stands_over_the_trees_and_inside_the_frame(winter: Setting) -> None:
    (mark,) = winter.marks
    (mountain,) = [n for n in winter.nodes if n.name == "mountain"]
    eye = np.asarray(mark.position) + [0, -8, 1.5]
    away = np.asarray(mountain.points) - eye
    turn = np.arctan2(-away[:, 0], away[:, 1]) - mark.view_yaw_rad
    rise = np.degrees(np.arctan2(away[:, 2], np.hypot(away[:, 0], away[:, 1])))[np.abs(turn) < 0.2].max()
    assert 8 < rise < 16  # a 35 mm lens held level sees 16 degrees up


def test_the_low_sun_reaches_the_path(winter: Setting) -> None:
    """At golden hour part of the path lies in the sun and part in the shadow of trees."""
    assert winter.outdoors is not None
    azimuth, elevation = winter.outdoors.sun_azimuth_rad, winter.outdoors.sun.elevation_rad
    to_sun = np.array([math.sin(azimuth), math.cos(azimuth)])
    trees = trees_of(winter)
    lit = []
    for point in np.asarray(winter.marks[0].path)[30:60]:  # from 32 m to 2 m up the valley
        base = float(winter.ground(*point.reshape(2, 1))[0])
        away = trees[:, :2] - point
        along = away @ to_sun
        aside = np.abs(away @ np.array([to_sun[1], -to_sun[0]]))
        foot = winter.ground(trees[:, 0], trees[:, 1])
        ray = base + along * math.tan(elevation) - foot
        left = 1 - ray / (_conifer.HEIGHT_M * trees[:, 2])
        lit.append(not ((along > 0) & (left > 0) & (aside < _conifer.REACH * 12 * trees[:, 2] * left * 0.7)).any())
    assert 0.25 < np.mean(lit) < 0.95


def test_far_trees_cost_a_fraction_of_near_ones() -> None:
    faces = {
        detail: len(_conifer.conifer(1, detail, needle=(0.03, 0.06, 0.03), snow=1.0).faces)  # type: ignore[arg-type]
        for detail in ("near", "double", "mid", "far")
    }
    assert faces["double"] < faces["near"] / 5
    assert faces["mid"] < faces["near"] / 5
    assert faces["far"] < 120


def test_a_forest_has_few_trees_nobody_sees(winter: Setting) -> None:
    assert 250 < len(trees_of(winter)) < 1200


def test_light_finds_only_the_doubles_of_near_trees(winter: Setting) -> None:
    hidden = {
        n.name.rsplit("_", 1)[0]: n.hidden_from for n in winter.nodes if isinstance(n, Mesh) and "conifer" in n.name
    }
    assert "shadow" in hidden["conifer_near"]
    assert "camera" in hidden["conifer_double"]
    groups = {n.name: n for n in winter.nodes if isinstance(n, Instances)}
    np.testing.assert_array_equal(groups["trees_near"].points, groups["trees_double"].points)


def test_snow_lies_on_a_boulder_as_one_cap() -> None:
    stone = _ground_cover.boulder(2, snow=1.0)
    snow, height = stone.data["snow"], stone.points[:, 2]
    assert snow.max() > 0.95
    assert height[snow > 0.6].min() > height[snow < 0.1].mean()
    edge = np.mean((snow > 0.2) & (snow < 0.8))
    assert edge < 0.25  # an edge, not blotches


def test_the_season_follows_the_words() -> None:
    def season(**words: str) -> str:
        return snow_valley.vary(np.random.default_rng(1), shot(**words)).season

    assert season() == "winter"
    assert season(season="summer") == "summer"
    assert season(weather="rain") == "autumn"
    assert season(weather="rain", ground="snow") == "winter"
    assert season(weather="snowfall") == "winter"


def test_summer_has_no_snow_near_the_camera() -> None:
    green = valley(season="summer")
    prototypes = [n for n in green.nodes if isinstance(n, Mesh) and "snow" in n.point_data]
    assert prototypes
    assert max(float(np.max(n.point_data["snow"])) for n in prototypes) == 0
    _, g, b = green.materials["ground"].preview_color
    assert g > b


def test_every_time_of_day_has_its_own_sun_over_the_valley() -> None:
    assert set(snow_valley.TIMES) == set(registry.names("filmwright.content.times"))
    assert len({snow_valley.sky_of(time) for time in snow_valley.TIMES}) == len(snow_valley.TIMES)


def test_the_path_is_trodden_into_the_snow() -> None:
    land = Land(seed=3)
    y = np.linspace(0, 40, 30)
    middle = land.height(land.path_x(y), y)
    beside = (land.height(land.path_x(y) + 0.85, y) + land.height(land.path_x(y) - 0.85, y)) / 2
    assert (beside - middle).mean() > 0.08
