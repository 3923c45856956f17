"""Daylight for every set under the sky: from a time of day to sky, sun, haze, exposure and the hero's own lamps.

How an environment uses it::

    sun = registry.find("filmwright.content.times", params.time).SUN
    outdoors = Outdoors(sun, sun_azimuth_rad=1.0, haze_m=420.0, view_yaw_rad=mark.view_yaw_rad)
    light = daylight(outdoors)
    Setting(nodes=(*my_nodes, *light.nodes), world=light.world, haze=light.haze, exposure=light.exposure,
            hero_lamps=light.hero_lamps, outdoors=outdoors, ...)

`light.nodes` is one sun Lamp called "sun" (a moon at night). The set need not think of weather: `relit(setting, cover)`,
which the weathers call, puts the light of a grey or misty day in the place of the clear one.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from filmwright.content.kinds import Cover, HeroLamp, Outdoors, Setting
from filmwright.scene.nodes import Exposure, Gradient, Haze, Lamp, Pose, Quaternion, Sky, World
from filmwright.values import Color

CLEAR = Cover()
SUN_NAME = "sun"
_SKY_MEAN: Color = (0.42, 0.62, 1.0)  # color of the physical sky averaged over the dome at strength 1; by eye
_LUMINANCE = (0.2126, 0.7152, 0.0722)  # of linear RGB; source: Rec. ITU-R BT.709
_READABLE = 2.5  # W/m² on a face that shows it well at exposure 0; chosen by eye
DRIFT = 0.02  # of the clouds on their ceiling (scene/clouds), a second: the wind of a fair day twice over, or nobody saw it; chosen
_LAMP_M = 6.0  # distance of the hero's lamps; chosen


class Daylight(NamedTuple):
    """The light of one outdoor place at one time: put each part in the Setting's field of that name."""

    world: World
    nodes: tuple[Lamp, ...]
    haze: Haze
    exposure: Exposure
    hero_lamps: tuple[HeroLamp, ...]


def daylight(outdoors: Outdoors, cover: Cover = CLEAR) -> Daylight:
    """Sky, sun lamp, aerial haze, exposure and hero lamps of a place at its time of day, under a cover of weather."""
    if cover.cloud > 0.5 and outdoors.under_cloud is not None:
        outdoors = outdoors._replace(sun=outdoors.under_cloud)
    exposure = Exposure(stops=outdoors.sun.exposure_stops + cover.stops + outdoors.stops)
    return Daylight(
        world=_world(outdoors, cover),
        nodes=(_sun_lamp(outdoors, cover),),
        haze=_haze(outdoors, cover),
        exposure=exposure,
        hero_lamps=_hero_lamps(outdoors, cover),
    )


def relit(setting: Setting, cover: Cover) -> Setting:
    """The same set under another sky. A set with light of its own only sees less far; a room stays as it is."""
    if setting.outdoors is None:
        if setting.indoors or setting.haze is None:
            return setting
        nearer = {"distance_m": min(setting.haze.distance_m, cover.haze_m)}
        return replace(setting, haze=setting.haze.model_copy(update=nearer))
    light = daylight(setting.outdoors, cover)
    others = tuple(n for n in setting.nodes if n.name != SUN_NAME)
    return replace(
        setting,
        nodes=(*others, *light.nodes),
        world=light.world,
        haze=light.haze,
        exposure=light.exposure.model_copy(update={"look": setting.exposure.look, "bloom": setting.exposure.bloom}),
        hero_lamps=light.hero_lamps,
    )


def ambient(outdoors: Outdoors, cover: Cover = CLEAR) -> Color:
    """Mean radiance of the sky: the color of things lit by it from all sides, such as falling snow or mist."""
    clear = _sky_mean(outdoors)
    cloud = _cloud(outdoors, cover)
    return _blend(clear, cloud, cover.cloud)


def falling_color(setting: Setting, cover: Cover, brightness: float) -> Color:
    """Radiance of what falls through the air of a set: like the sky that lights it, or its haze where it has no daylight."""
    if setting.outdoors is not None:
        return _scaled(ambient(setting.outdoors, cover), brightness)
    if setting.air_light is not None:
        return setting.air_light
    return _scaled(setting.haze.color, setting.haze.strength * 2.0) if setting.haze else (0.2, 0.2, 0.2)


def luminance(color: Color) -> float:
    """Brightness of a linear color."""
    return sum(w * c for w, c in zip(_LUMINANCE, color, strict=True))


def heading(azimuth_rad: float, elevation_rad: float) -> tuple[float, float, float]:
    """Unit vector towards a light at azimuth (0: +Y, clockwise from above) and elevation."""
    flat = math.cos(elevation_rad)
    return (flat * math.sin(azimuth_rad), flat * math.cos(azimuth_rad), math.sin(elevation_rad))


def _sun_lamp(outdoors: Outdoors, cover: Cover) -> Lamp:
    sun = outdoors.sun
    return Lamp(
        name=SUN_NAME,
        kind="sun",
        power_w=sun.irradiance * cover.sun,
        color=_blend(sun.color, _grey(sun.color), cover.cloud * 0.7),
        angle_rad=cover.sun_angle_rad,
        pose=Pose(rotation=facing_away(outdoors.sun_azimuth_rad, sun.elevation_rad)),
    )


def facing_away(azimuth_rad: float, elevation_rad: float) -> Quaternion:
    """Rotation of a lamp that stands in that direction and shines (its -Z) on the origin: tilt about X, then turn about Z."""
    tilt, turn = math.pi / 2 - elevation_rad, math.pi - azimuth_rad
    # -Z tilted by +t about X points to (0, sin t, -cos t); turned by `turn` about Z it points away from the azimuth.
    ct, st, cz, sz = math.cos(tilt / 2), math.sin(tilt / 2), math.cos(turn / 2), math.sin(turn / 2)
    return (ct * cz, st * cz, st * sz, ct * sz)


def _world(outdoors: Outdoors, cover: Cover) -> World:
    sun = outdoors.sun
    cloud = _cloud(outdoors, cover)
    if cover.cloud == 0 and not sun.gradient:
        return Sky(
            sun_elevation_rad=sun.elevation_rad,
            sun_azimuth_rad=outdoors.sun_azimuth_rad,
            dust=sun.sky_dust,
            strength=sun.sky_strength,
            clouds=cover.clouds or 0.0,
            cloud_color=_scaled(cloud, 2.4),
            cloud_drift=_drift(outdoors, cover),
        )
    clear = sun.gradient or tuple((s, _scaled(_SKY_MEAN, sun.sky_strength)) for s in (-1.0, 0.0, 1.0))
    # An even cover is a little brighter overhead than at the horizon (the standard overcast sky is 3:1; snow and mist
    # below fill the horizon, so less here; chosen).
    stops = tuple(
        (s, _blend(_scaled(c, sun.sky_strength), _scaled(cloud, 0.94 + 0.12 * max(s, 0.0)), cover.cloud))
        for s, c in clear
    )
    left = 1.0 - cover.cloud
    torn = cover.cloud > 0.3 and cover.clouds is not None
    shaded, lit = (_scaled(cloud, 1.0 - cover.dark), _scaled(cloud, 1.06)) if torn else _cloud_colors(outdoors)
    return Gradient(
        stops=stops,
        glow_color=_scaled(sun.glow_color, left),
        glow_elevation_rad=sun.elevation_rad,
        glow_azimuth_rad=outdoors.sun_azimuth_rad,
        glow_angle_rad=outdoors.glow_rad,
        stars=sun.stars * left,
        clouds=_clouds(outdoors, cover),
        cloud_drift=_drift(outdoors, cover),
        cloud_color=shaded,
        cloud_lit_color=lit,
        disc_color=_scaled(_blend(sun.color, (1.0, 1.0, 1.0), 0.08), 2.6 * left * cover.sun)
        if outdoors.disc
        else (0, 0, 0),
    )


def _clouds(outdoors: Outdoors, cover: Cover) -> float:
    """The share of the sky that single clouds cover: an even cover has none but its own."""
    if cover.clouds is None:
        return outdoors.clouds if cover.cloud < 0.3 else 0.0
    return max(outdoors.clouds, cover.clouds) if cover.cloud < 0.3 else cover.clouds


def _drift(outdoors: Outdoors, cover: Cover) -> tuple[float, float]:
    """How fast single clouds go, across the view and a little towards the lens: slowly, and driven in a storm."""
    across, along = DRIFT * cover.drive, -0.3 * DRIFT * cover.drive
    c, s = math.cos(outdoors.view_yaw_rad), math.sin(outdoors.view_yaw_rad)
    return (c * across - s * along, s * across + c * along)


def _cloud_colors(outdoors: Outdoors) -> tuple[Color, Color]:
    """Color of single clouds in a clear sky, in their thick and where the sun lights them: mauve and gold when it is low,
    light grey and white when it is high. By eye."""
    sun = outdoors.sun
    sines = [s for s, _ in sun.gradient] or [0.0]
    colors = [c for _, c in sun.gradient] or [_SKY_MEAN]
    low, rim = (_scaled(_at(s, sines, colors), sun.sky_strength) for s in (0.2, 0.0))
    high = min(max(sun.elevation_rad / 0.6, 0.0), 1.0)
    lit = _scaled(_blend(sun.color, (1.0, 1.0, 1.0), 0.25), (1.8 + 1.2 * high) * luminance(rim))
    return _blend(_scaled(low, 0.72), _scaled(_grey(lit), 0.72), 0.8 * high), lit


def _at(sine: float, sines: list[float], colors: list[Color]) -> Color:
    """Color of a painted sky at the sine of an elevation."""
    r, g, b = (float(np.interp(sine, sines, [c[k] for c in colors])) for k in range(3))
    return (r, g, b)


def _haze(outdoors: Outdoors, cover: Cover) -> Haze:
    sun = outdoors.sun
    clear = _scaled(sun.haze_color, sun.haze_strength)
    color = _blend(clear, _scaled(_cloud(outdoors, cover), 0.94), cover.cloud)
    return Haze(color=color, distance_m=min(outdoors.haze_m, cover.haze_m), start_m=cover.haze_start_m)


def _hero_lamps(outdoors: Outdoors, cover: Cover) -> tuple[HeroLamp, ...]:
    """A rim from the sun's side and a soft fill from the camera's other side, just strong enough that a face reads."""
    sun = outdoors.sun
    wanted = _READABLE / 2 ** (sun.exposure_stops + cover.stops + outdoors.stops)
    sky = ambient(outdoors, cover)
    fill = min(max(wanted - math.pi * luminance(sky), 0.12 * wanted), 0.5 * wanted)
    rim = max(0.55 * sun.irradiance * luminance(sun.color) * cover.sun, 0.35 * wanted)
    # The sun's direction seen from the camera: 0 behind the hero, positive to camera right.
    side = math.remainder(outdoors.sun_azimuth_rad + outdoors.view_yaw_rad, 2 * math.pi)
    right = 1.0 if side >= 0 else -1.0
    rim_azimuth = right * min(max(math.pi - abs(side), 1.75), 2.6)
    fill_tint = _blend(_tint(sky), (1.0, 1.0, 1.0), 0.5)
    rim_tint = _blend(_tint(sun.color), _tint(sky), cover.cloud)
    return (
        HeroLamp("hero_rim", rim_azimuth, 0.55, _LAMP_M, 1.6, _power(rim), rim_tint),
        HeroLamp("hero_fill", -right * 0.6, 0.45, _LAMP_M, 3.5, _power(fill), fill_tint),
    )


def _power(irradiance: float) -> float:
    """Watts of an area lamp whose light arrives with `irradiance` at _LAMP_M: a flat source gives P / (pi d²) on its axis."""
    return irradiance * math.pi * _LAMP_M**2


def _cloud(outdoors: Outdoors, cover: Cover) -> Color:
    """Radiance of an even cloud cover: a share of all the daylight above it, almost without color."""
    sun = outdoors.sun
    sky = _sky_mean(outdoors)
    direct = sun.irradiance * math.sin(max(sun.elevation_rad, 0.0)) / math.pi
    total: Color = tuple(s + direct * c for s, c in zip(sky, sun.color, strict=True))  # type: ignore[assignment]
    return _scaled(_blend(total, _grey(total), cover.grey), cover.brightness)


def _sky_mean(outdoors: Outdoors) -> Color:
    """Mean radiance of the clear sky as a level surface sees it (weighted by the sine of elevation)."""
    sun = outdoors.sun
    if not sun.gradient:
        return _scaled(_SKY_MEAN, sun.sky_strength)
    sines = np.array([s for s, _ in sun.gradient])
    colors = np.array([c for _, c in sun.gradient])
    at = np.linspace(0.0, 1.0, 65)
    weight = at / at.sum()
    mean = [float(np.interp(at, sines, colors[:, k]) @ weight) * sun.sky_strength for k in range(3)]
    return (mean[0], mean[1], mean[2])


def _blend(a: Color, b: Color, share: float) -> Color:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def _scaled(color: Color, factor: float) -> Color:
    return (color[0] * factor, color[1] * factor, color[2] * factor)


def _grey(color: Color) -> Color:
    """A cool grey as bright as the color."""
    level = luminance(color)
    return (level * 0.96, level * 1.0, level * 1.07)


def _tint(color: Color) -> Color:
    """The color with its brightest channel at 1."""
    top = max(*color, 1e-9)
    return _scaled(color, 1.0 / top)
