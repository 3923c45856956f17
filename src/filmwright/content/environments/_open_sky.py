"""Daylight over open land: the times of day told for a place with a wide sky.

Among trees or houses little more than the horizon's glow is seen; here the whole climb of color has to fit between the horizon and
the top of the frame. All chosen by eye.
"""

from __future__ import annotations

import math

from filmwright.content.kinds import Outdoors, Sunlight
from filmwright.registry import find

_CLIMB = 0.5  # the sky's colors climb this much faster than among trees
_LOW_CLIMB = 0.72  # the warm band over a low sun reaches higher
_LOW = ("dawn", "dusk", "golden_hour")


def sunlight(time: str) -> Sunlight:
    """The sun of a time of day as it is over open land. Raises UnknownName."""
    sun: Sunlight = find("filmwright.content.times", time, where="light.time").SUN
    steep = tuple((s * _CLIMB if 0 < s < 1 else s, c) for s, c in sun.gradient)
    if time == "night":
        return sun._replace(gradient=steep, sky_strength=0.5, haze_strength=0.6 * sun.haze_strength)
    if time in _LOW:
        climb = tuple((s * _LOW_CLIMB if 0 < s < 1 else s, c) for s, c in sun.gradient)
        return sun._replace(gradient=climb, sky_strength=0.62, elevation_rad=min(sun.elevation_rad, math.radians(7.0)))
    return sun._replace(gradient=steep, sky_strength=0.86, elevation_rad=max(sun.elevation_rad, math.radians(24.0)))


def outdoors(
    time: str,
    sun_azimuth_rad: float,
    haze_m: float,
    view_yaw_rad: float,
    *,
    clouds: float,
    stops: float = 0.0,
    disc: bool = False,
) -> Outdoors:
    """The clear daylight of a wide place. Raises UnknownName."""
    return Outdoors(
        sunlight(time),
        sun_azimuth_rad,
        haze_m,
        view_yaw_rad,
        clouds=clouds,
        disc=disc,
        stops=stops,
        under_cloud=find("filmwright.content.times", time).SUN,
    )
