"""Storms: when lightning strikes, that its light is told of and no other frame's, and that words for weather are understood."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from filmwright import registry
from filmwright.content import atmosphere
from filmwright.content.kinds import Outdoors, Setting
from filmwright.content.stageable import stageable
from filmwright.reading.read import read
from filmwright.scene import clouds, lightning
from filmwright.scene.frames import Frames
from filmwright.scene.lightning import Strikes
from filmwright.scene.nodes import Camera, Exposure, Native
from filmwright.scene.shade import Material
from filmwright.spec.shot import Light, Place, Shot, Weather

STORM = Strikes(seed=3, view_yaw_rad=0.4)
TIMES = np.arange(0, 12, 1 / 24)


def meadow() -> Setting:
    sun = registry.find("filmwright.content.times", "afternoon").SUN
    place = Outdoors(sun, 1.2, 800.0, 0.4)
    light = atmosphere.daylight(place)
    return Setting(
        nodes=light.nodes, materials={"ground": Material()}, world=light.world, ground=lambda x, y: np.zeros_like(x), marks=(),
        haze=light.haze, exposure=light.exposure, outdoors=place,
    )  # fmt: skip


def stormy(setting: Setting) -> Native:
    changed = registry.find("filmwright.content.weathers", "storm").change(setting, seed=3)
    (node,) = [n for n in changed.nodes if isinstance(n, Native) and n.kind == "lightning"]
    return node


def test_it_flashes_in_every_shot_and_is_dark_most_of_the_time() -> None:
    lit = np.array([lightning.now(STORM, float(t))[0] for t in TIMES])
    assert lit[TIMES <= 2.0].max() > 0.9
    assert 0.02 < (lit > 0).mean() < 0.3


def test_one_stroke_lights_one_to_three_frames() -> None:
    (stroke, *_) = lightning.strokes(STORM, 4)
    lit = [lightning.now(STORM, stroke.at_s + k / 24)[0] for k in range(4)]
    assert lit[0] == 1.0
    assert lit[0] >= lit[1] > lit[2] > lit[3]
    before = lightning.now(STORM, stroke.at_s - 0.3)[0]
    assert before == 0.0


def test_a_flash_depends_on_its_time_alone() -> None:
    assert lightning.now(STORM, 1.99) == lightning.now(Strikes(seed=3, view_yaw_rad=0.4), 1.99)
    assert [s.at_s for s in lightning.strokes(STORM, 5)] != [s.at_s for s in lightning.strokes(Strikes(seed=4), 5)]


def test_bolts_strike_before_the_camera_from_the_cloud_to_the_ground() -> None:
    ahead = np.array([-np.sin(0.4), np.cos(0.4), 0.0])
    for bolt in range(4):
        points = lightning.channel(STORM, bolt).points
        assert points[:, 2].min() < 5 and points[:, 2].max() > 300
        foot = lightning.foot(STORM, bolt)
        assert foot @ ahead / np.linalg.norm(foot) > np.cos(STORM.spread_rad) - 1e-6


def test_a_storm_brings_lightning_that_every_frame_is_told_of() -> None:
    node = stormy(meadow())
    assert node.everywhere
    lit = lightning.levels([node], [float(t) for t in TIMES])
    assert max(lit) > 0.9 and min(lit) == 0.0
    assert lightning.from_params(node.params).view_yaw_rad == 0.4


def test_a_lit_frame_lends_its_light_to_no_dark_one() -> None:
    camera = Camera(
        locations=np.zeros((3, 3)),
        rotations=np.tile([1.0, 0, 0, 0], (3, 1)),
        focal_mm=np.full(3, 35.0),
        focus_m=np.full(3, 5.0),
    )
    frames = Frames(Path(), 3, 24, (64, 36), camera, Exposure(), lit=(0.0, 1.0, 0.0))
    assert frames.alike(0, 2)
    assert not frames.alike(0, 1)


def test_a_storm_is_shown_where_rain_is_and_before_the_windows_of_rooms() -> None:
    def given(place: str) -> str:
        return stageable(
            Shot(place=Place(kind=place), light=Light(time="noon"), weather=Weather(kind="storm")), 0
        ).shot.weather.kind

    assert given("meadow") == given("village") == "storm"
    assert given("living_room") == "storm", "it flashes behind its windows"
    assert given("desert") == "overcast"


def test_clouds_go_with_the_wind_and_come_back_against_it() -> None:
    way = np.array([[0.3, 0.9, 0.3], [-0.5, 0.8, 0.05], [0.1, 0.9, -0.2]], np.float32)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    gone = clouds.drifted(way, (0.2, 0.0))
    assert (gone[:2, 0] > way[:2, 0]).all()
    np.testing.assert_allclose(gone[2], way[2])
    np.testing.assert_allclose(np.linalg.norm(gone, axis=1), 1.0, atol=1e-5)
    np.testing.assert_allclose(clouds.drifted(gone, (-0.2, 0.0)), way, atol=1e-4)


@pytest.mark.parametrize(
    ("words", "kind", "strength"),
    [
        ("A meadow in a thunderstorm", "storm", None),
        ("A lighthouse in heavy rain and lightning", "storm", None),
        ("A village in heavy rain", "rain", "heavy"),
        ("A village in light rain", "rain", "light"),
        ("A village in a drizzle", "rain", "light"),
        ("A blizzard in the mountains", "snowfall", "heavy"),
        ("Mist over a lake", "fog", "light"),
        ("Dense fog in a forest", "fog", "heavy"),
        ("A blue sky with scattered clouds over a meadow", "overcast", "light"),
        ("A cloudy day at the harbor", "overcast", None),
        ("A castle under moving clouds", "overcast", "light"),
        ("Eine Frau geht im Nieselregen durch den Park", "rain", "light"),
        ("Ein Gewitter über dem Hafen", "storm", None),
        ("Une femme marche sous une pluie battante dans un village", "rain", "heavy"),
        ("Una mujer camina bajo la llovizna en el parque", "rain", "light"),
    ],
)
def test_words_for_weather_say_what_falls_and_how_hard(words: str, kind: str, strength: str | None) -> None:
    weather = read(words)[0].shots[0].weather
    assert (weather.kind, weather.strength) == (kind, strength)


def test_a_windy_day_is_clear_with_a_strong_wind() -> None:
    weather = read("A windy day on a meadow")[0].shots[0].weather
    assert (weather.kind, weather.wind) == ("clear", "strong")
