"""Daylight and weather: what makes a time of day and a weather recognizable, measured on the data, and particles in the air."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from filmwright import registry
from filmwright.content import atmosphere
from filmwright.content.kinds import Cover, Outdoors, Setting, Sunlight
from filmwright.scene import fall
from filmwright.scene.nodes import Exposure, Gradient, Haze, Lamp, Native, Sky
from filmwright.scene.shade import Material

TIMES = registry.names("filmwright.content.times")
WEATHERS = registry.names("filmwright.content.weathers")


def sun_of(time: str) -> Sunlight:
    sun: Sunlight = registry.find("filmwright.content.times", time).SUN
    return sun


def outdoors(time: str = "golden_hour", *, azimuth: float = 1.2, view_yaw: float = 0.0) -> Outdoors:
    return Outdoors(sun_of(time), azimuth, 800.0, view_yaw)


def meadow(time: str = "golden_hour") -> Setting:
    """A level field of snow: the least an outdoor set can be."""
    place = outdoors(time)
    light = atmosphere.daylight(place)
    return Setting(
        nodes=light.nodes,
        materials={"ground": Material(color=(0.8, 0.8, 0.8), specular=0.0), "sign": Material(model="emission")},
        world=light.world,
        ground=lambda x, y: np.zeros_like(x),
        marks=(),
        haze=light.haze,
        exposure=light.exposure,
        hero_lamps=light.hero_lamps,
        outdoors=place,
    )


def changed(setting: Setting, weather: str, **more: object) -> Setting:
    result: Setting = registry.find("filmwright.content.weathers", weather).change(setting, **more)
    return result


def sun_lamp(setting: Setting) -> Lamp:
    (lamp,) = [n for n in setting.nodes if isinstance(n, Lamp)]
    return lamp


def test_there_are_eight_times_of_day_and_six_weathers() -> None:
    assert set(TIMES) == {"dawn", "morning", "noon", "afternoon", "golden_hour", "dusk", "blue_hour", "night"}
    assert set(WEATHERS) == {"clear", "overcast", "fog", "snowfall", "rain", "storm"}


def test_the_sun_climbs_to_noon_and_sinks_to_dusk() -> None:
    day = [sun_of(t).elevation_rad for t in ("dawn", "morning", "noon")]
    evening = [sun_of(t).elevation_rad for t in ("noon", "afternoon", "golden_hour", "dusk")]
    assert day == sorted(day)
    assert evening == sorted(evening, reverse=True)


def test_golden_light_is_warm_and_moonlight_is_blue() -> None:
    warm, cold = sun_of("golden_hour").color, sun_of("night").color
    assert warm[0] > 3 * warm[2]
    assert cold[2] > 1.3 * cold[0]


def test_the_sun_lamp_shines_away_from_where_the_sun_stands() -> None:
    for azimuth in (-2.0, 0.0, 1.2, 3.0):
        place = outdoors(azimuth=azimuth)
        w, x, y, z = atmosphere.daylight(place).nodes[0].pose.rotation
        shines = -np.array([2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)])
        np.testing.assert_allclose(shines, -np.array(atmosphere.heading(azimuth, place.sun.elevation_rad)), atol=1e-6)


def test_the_rim_light_comes_from_the_side_of_the_sun() -> None:
    for azimuth, right in ((1.2, True), (-1.2, False)):
        rim, fill = atmosphere.daylight(outdoors(azimuth=azimuth)).hero_lamps
        assert (rim.azimuth_rad > 0) is right
        assert (fill.azimuth_rad < 0) is right
        assert abs(rim.azimuth_rad) > math.pi / 2  # from behind the hero


def test_the_side_of_the_rim_is_seen_from_the_camera() -> None:
    turned = atmosphere.daylight(outdoors(azimuth=1.2, view_yaw=-math.pi / 2)).hero_lamps[0]
    assert turned.azimuth_rad < 0  # a camera that looks along +X has this sun on its left


@pytest.mark.parametrize("time", TIMES)
def test_a_face_gets_enough_light_at_any_time(time: str) -> None:
    light = atmosphere.daylight(outdoors(time))
    arriving = sum(lamp.power_w / (math.pi * lamp.distance_m**2) for lamp in light.hero_lamps)
    assert arriving * 2**light.exposure.stops > 0.6


@pytest.mark.parametrize("time", TIMES)
def test_under_clouds_the_sun_is_weak_and_wide_and_the_sky_even(time: str) -> None:
    clear, grey = meadow(time), changed(meadow(time), "overcast")
    assert sun_lamp(grey).power_w < 0.2 * sun_lamp(clear).power_w
    assert sun_lamp(grey).angle_rad > 0.5
    assert isinstance(grey.world, Gradient)
    levels = [atmosphere.luminance(c) for _, c in grey.world.stops]
    assert max(levels) < 1.25 * min(levels)
    assert grey.world.stars == 0


@pytest.mark.parametrize("time", TIMES)
def test_in_fog_the_far_land_and_the_sky_behind_it_are_one_color(time: str) -> None:
    foggy = changed(meadow(time), "fog")
    assert foggy.haze is not None
    assert isinstance(foggy.world, Gradient)
    assert foggy.haze.distance_m < 60
    horizon = min(foggy.world.stops, key=lambda stop: abs(stop[0]))[1]
    np.testing.assert_allclose(foggy.haze.color, horizon, rtol=0.08)


def test_a_cloudy_night_stays_darker_and_bluer_than_a_cloudy_noon() -> None:
    night, noon = (atmosphere.ambient(outdoors(t), Cover(cloud=1.0)) for t in ("night", "noon"))
    assert atmosphere.luminance(night) < 0.25 * atmosphere.luminance(noon)
    assert night[2] / night[0] > noon[2] / noon[0]


def test_weather_keeps_the_sets_own_look_and_marks() -> None:
    dressed = replace(meadow(), exposure=Exposure(stops=0.1, look="punchy", bloom=0.3))
    snowy = changed(dressed, "snowfall")
    assert snowy.exposure.look == "punchy"
    assert snowy.exposure.bloom == 0.3


def test_it_neither_snows_nor_rains_in_a_room() -> None:
    room = replace(meadow(), indoors=True, outdoors=None)
    for weather in ("snowfall", "rain", "storm"):
        for strength in (None, "light", "heavy"):
            assert not [n for n in changed(room, weather, strength=strength).nodes if isinstance(n, Native)]


@pytest.mark.parametrize("weather", ["rain", "snowfall"])
def test_the_heavier_it_falls_the_more_is_in_the_air_and_the_less_far_one_sees(weather: str) -> None:
    def told(strength: str | None) -> tuple[int, float]:
        made = changed(meadow(), weather, strength=strength)
        assert made.haze is not None
        return sum(fall.from_node(n).amount for n in made.nodes if isinstance(n, Native)), made.haze.distance_m

    (few, far), (some, nearer), (many, nearest) = told("light"), told(None), told("heavy")
    assert few < some < many
    assert far > nearer > nearest


def test_single_clouds_leave_the_sun_and_heavy_ones_take_it() -> None:
    fair, grey, dark = (changed(meadow("noon"), "overcast", strength=s) for s in ("light", None, "heavy"))
    assert sun_lamp(fair).power_w > 0.8 * sun_lamp(meadow("noon")).power_w
    assert isinstance(fair.world, Gradient | Sky)
    assert fair.world.clouds > 0.5
    assert isinstance(dark.world, Gradient) and isinstance(grey.world, Gradient)
    assert atmosphere.luminance(dark.world.cloud_color) < atmosphere.luminance(grey.world.cloud_color)


def test_a_set_lit_by_its_own_lamps_keeps_its_sky_but_sees_less_far() -> None:
    street = replace(meadow("night"), outdoors=None, haze=Haze(color=(0.1, 0.1, 0.2), distance_m=300.0))
    rainy = changed(street, "rain")
    assert rainy.world == street.world
    assert rainy.haze is not None
    assert rainy.haze.distance_m < 300
    assert any(isinstance(n, Native) for n in rainy.nodes)


def test_rain_darkens_the_ground_and_lays_a_shine_on_it() -> None:
    dry, wet = meadow(), changed(meadow(), "rain")
    assert atmosphere.luminance(wet.materials["ground"].preview_color) < atmosphere.luminance(
        dry.materials["ground"].preview_color
    )
    assert wet.materials["ground"].specular == 0.5
    assert wet.materials["sign"] == dry.materials["sign"]


def test_a_strong_wind_drives_the_snow_sideways() -> None:
    def slant(wind: str) -> float:
        flakes = [n for n in changed(meadow(), "snowfall", wind=wind).nodes if isinstance(n, Native)]
        x, _, z = fall.from_node(flakes[0]).velocity_m_s
        return abs(x / z)

    assert slant("strong") > 4 * slant("still")


SNOW = fall.Fall(amount=400, box_m=10.0, velocity_m_s=(0.5, 0.0, -1.0), swirl_m=0.1, seed=3)


def test_flakes_are_round_the_eye_wherever_it_is() -> None:
    for eye in ([0.0, 0.0, 1.5], [120.3, -40.0, 7.0]):
        place, _ = fall.places(SNOW, 2.0, np.array(eye))
        assert np.abs(place - eye).max() <= 5.0 + 1e-9


def test_flakes_hang_in_the_world_when_the_eye_moves() -> None:
    a, _ = fall.places(SNOW, 1.0, np.array([0.0, 0.0, 1.5]))
    b, _ = fall.places(SNOW, 1.0, np.array([0.3, 0.0, 1.5]))
    still = np.linalg.norm(a - b, axis=1) < 1e-6
    assert still.mean() > 0.9  # only those that left the box on one side came in on the other


def test_flakes_fall_between_frames_as_fast_as_they_should() -> None:
    eye = np.zeros(3)
    a, _ = fall.places(SNOW, 1.0, eye)
    b, _ = fall.places(SNOW, 1.0 + 1 / 24, eye)
    drop = (b - a)[:, 2]
    inside = np.abs(drop) < 1
    assert drop[inside].mean() == pytest.approx(-1 / 24, rel=0.05)


def test_no_flake_covers_the_lens() -> None:
    shape = fall.outlines(SNOW, 0.7, np.zeros(3))
    size = np.linalg.norm(shape - shape.mean(axis=1, keepdims=True), axis=2).max(axis=1)
    distance = np.linalg.norm(shape.mean(axis=1), axis=1)
    assert size[distance < 0.9].max(initial=0.0) < 1e-6


def test_fast_rain_is_drawn_as_streaks_along_its_fall() -> None:
    rain = SNOW._replace(velocity_m_s=(0.0, 0.0, -8.0), swirl_m=0.0, small_m=0.001, large_m=0.002)
    shape = fall.outlines(rain, 0.0, np.zeros(3))
    span = np.ptp(shape, axis=1)
    drawn = span[:, 2] > 0
    assert (span[drawn, 2] > 8 * np.hypot(span[drawn, 0], span[drawn, 1])).all()
