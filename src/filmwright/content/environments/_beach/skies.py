"""Light over open water: the times of day, told for a place where half the picture is sky.

Over land little more than the horizon's glow is seen; here the whole climb of color has to fit between the horizon and
the top of the frame, less bright, and a low sun or moon stands in the picture. All chosen by eye.
"""

from __future__ import annotations

import math

from filmwright import registry
from filmwright.content.kinds import HeroLamp, Outdoors, Sunlight

_CLIMB = 0.55  # the sky's colors climb this much faster than over land
_HAZE_M = 1700.0

# Azimuth of the sun (or moon), clockwise from +Y: low ones are in the picture over the sea, high ones stand behind the
# camera's shoulder, where water shows its own color.
_AZIMUTH = {
    "golden_hour": -0.47,
    "dawn": -0.50,
    "dusk": -0.47,
    "blue_hour": -0.47,
    "night": -0.44,
    "morning": -1.45,
    "afternoon": -1.3,
    "noon": -1.9,
}
# The hero stands against a bright sky and a low sun: the lamps that follow him are that much stronger.
_RIM, _FILL = 1.8, 2.4
_DISC = ("golden_hour", "dawn", "dusk", "night")
_SUNSET = (
    (-1.0, (0.20, 0.16, 0.16)),
    (0.0, (0.85, 0.27, 0.055)),
    (0.05, (0.74, 0.26, 0.07)),
    (0.12, (0.52, 0.24, 0.13)),
    (0.24, (0.24, 0.19, 0.26)),
    (0.5, (0.09, 0.15, 0.33)),
    (1.0, (0.05, 0.09, 0.22)),
)
_AFTERGLOW = (
    (-1.0, (0.05, 0.06, 0.10)),
    (0.0, (0.26, 0.15, 0.12)),
    (0.03, (0.17, 0.14, 0.18)),
    (0.09, (0.075, 0.11, 0.23)),
    (0.25, (0.035, 0.075, 0.21)),
    (1.0, (0.02, 0.05, 0.17)),
)


def outdoors(time: str, view_yaw_rad: float, clouds: float) -> Outdoors:
    """The clear daylight of the beach at a time of day."""
    return Outdoors(
        sunlight(time),
        sun_azimuth_rad=_AZIMUTH[time],
        haze_m=_HAZE_M,
        view_yaw_rad=view_yaw_rad,
        clouds=clouds,
        disc=time in _DISC,
        under_cloud=registry.find("filmwright.content.times", time).SUN,
    )


def hero_lamps(lamps: tuple[HeroLamp, ...]) -> tuple[HeroLamp, ...]:
    """The lamps that follow the hero, strong enough for somebody seen against the glitter of the sea."""
    gain = {"hero_rim": _RIM, "hero_fill": _FILL}
    return tuple(lamp._replace(power_w=lamp.power_w * gain.get(lamp.name, 1.0)) for lamp in lamps)


def sunlight(time: str) -> Sunlight:
    """The sun of a time of day as it is over the sea."""
    sun: Sunlight = registry.find("filmwright.content.times", time).SUN
    if time == "golden_hour":
        return sun._replace(
            elevation_rad=math.radians(6.0),
            gradient=_SUNSET,
            glow_color=(0.60, 0.22, 0.05),
            irradiance=6.0,
            haze_color=(0.80, 0.46, 0.34),
        )
    if time == "blue_hour":
        return sun._replace(gradient=_AFTERGLOW, glow_color=(0.10, 0.04, 0.01))
    steep = tuple((s * _CLIMB if 0 < s < 1 else s, c) for s, c in sun.gradient)
    if time == "night":
        return sun._replace(
            elevation_rad=math.radians(7.5), gradient=steep, sky_strength=0.62, haze_strength=0.2, irradiance=0.9
        )
    low = time in ("dawn", "dusk")
    return sun._replace(
        gradient=steep,
        sky_strength=0.66 if low else 0.72,
        glow_color=(0.5 * sun.glow_color[0], 0.5 * sun.glow_color[1], 0.5 * sun.glow_color[2]),
        haze_strength=sun.haze_strength * (0.8 if low else 0.85),
        irradiance=sun.irradiance * (1.5 if low else 1.15),
        elevation_rad=math.radians(4.5) if low else sun.elevation_rad,
    )
