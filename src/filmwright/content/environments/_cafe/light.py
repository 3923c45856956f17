"""The café's light by hour and weather: sky and sun through the windows, globe lamps, and what the hero is lit with.

Numbers chosen by eye. A hero lamp's azimuth is seen from the hero, camera right positive: the windows are at camera left.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content.environments._cafe.outside import Street
from filmwright.content.environments._cafe.plan import BACK, HEAD, LEFT, PENDANTS, SILL, WINDOWS
from filmwright.content.kinds import HeroLamp
from filmwright.scene.nodes import Bake, Exposure, Gradient, Lamp, Pose, Quaternion, Transport
from filmwright.values import Color

F64 = NDArray[np.float64]

TIMES = ("morning", "dawn", "noon", "afternoon", "golden_hour", "dusk", "blue_hour", "night")
WEATHERS = ("clear", "overcast", "rain")
DAYLIGHT = ("dawn", "morning", "noon", "afternoon", "golden_hour")

LAMP_COLOR: Color = (1.0, 0.66, 0.36)


class Hour(NamedTuple):
    """The light of an hour. `sun_travel` is the way sunlight goes (into the room is +X), `sun` its irradiance; `sky` radiance
    overhead and `low` below the horizon (light from the pavement) are multiplied by `strength` for what they give the room and
    by `seen` for what the camera sees; lamps give `lamp_w` watts each and glow `glow` times white; `beams` is the light the air
    scatters; `key` and `warm` are watts of the hero's window light and of the lamps' share."""

    sun_travel: tuple[float, float, float]
    sun: float
    sun_color: Color
    sky: Color
    low: Color
    strength: float
    seen: float
    street: Street
    lamp_w: float
    glow: float
    stops: float
    beams: float
    key: float
    key_color: Color
    warm: float
    rim: float
    rim_color: Color


_DAY_AIR: Color = (1.55, 1.55, 1.50)
_BACKLIT = (0.72, -0.66, -0.46)  # low, from ahead and left: what it strikes is rimmed with light

HOURS: dict[str, Hour] = {
    "morning": Hour(
        _BACKLIT, 17.0, (1.0, 0.83, 0.62), (0.74, 0.90, 1.06), (0.36, 0.33, 0.29), 11.0, 2.0,
        Street(1.15, (1.0, 0.98, 0.94), _DAY_AIR), 7.0, 1.0, 0.25, 0.042, 80.0, (0.92, 0.97, 1.0), 8.0, 22.0, (1.0, 0.88, 0.72),
    ),
    "dawn": Hour(
        (0.84, -0.36, -0.26), 7.0, (1.0, 0.66, 0.44), (0.62, 0.70, 0.92), (0.26, 0.22, 0.24), 5.0, 1.2,
        Street(0.62, (0.92, 0.90, 1.0), (1.15, 0.88, 0.80), 0.35, 0.25, 0.2), 12.0, 1.3, 0.45, 0.05, 52.0, (0.86, 0.90, 1.0),
        16.0, 18.0, (1.0, 0.72, 0.5),
    ),
    "noon": Hour(
        (0.46, -0.20, -0.86), 20.0, (1.0, 0.95, 0.86), (0.78, 0.92, 1.05), (0.46, 0.44, 0.40), 13.0, 2.3,
        Street(1.45, (1.0, 1.0, 0.98), (1.6, 1.65, 1.65)), 3.0, 0.8, 0.05, 0.03, 80.0, (0.95, 0.98, 1.0), 6.0, 12.0,
        (1.0, 0.95, 0.88),
    ),
    "afternoon": Hour(
        (0.66, -0.40, -0.62), 18.0, (1.0, 0.88, 0.70), (0.74, 0.89, 1.04), (0.42, 0.38, 0.32), 11.0, 2.0,
        Street(1.3, (1.0, 0.98, 0.93), (1.6, 1.55, 1.42)), 4.0, 0.9, 0.2, 0.045, 78.0, (0.96, 0.97, 1.0), 8.0, 22.0,
        (1.0, 0.88, 0.70),
    ),
    "golden_hour": Hour(
        (0.80, -0.70, -0.33), 14.0, (1.0, 0.62, 0.30), (0.70, 0.78, 0.98), (0.40, 0.28, 0.19), 7.0, 1.6,
        Street(1.0, (1.12, 0.90, 0.66), (1.75, 1.18, 0.66), 0.1, 0.0, 1.2), 12.0, 1.2, 0.35, 0.07, 62.0, (1.0, 0.86, 0.70),
        12.0, 28.0, (1.0, 0.62, 0.32),
    ),
    "dusk": Hour(
        _BACKLIT, 0.0, (1.0, 0.6, 0.4), (0.50, 0.56, 0.88), (0.22, 0.19, 0.24), 2.4, 0.75,
        Street(0.34, (0.88, 0.86, 1.08), (0.78, 0.55, 0.62), 0.7, 0.8, 0.0), 30.0, 1.7, 0.55, 0.0, 36.0, (0.66, 0.76, 1.0),
        28.0, 20.0, (1.0, 0.66, 0.38),
    ),
    "blue_hour": Hour(
        _BACKLIT, 0.0, (1.0, 0.6, 0.4), (0.26, 0.40, 0.90), (0.11, 0.13, 0.22), 1.6, 0.42,
        Street(0.17, (0.70, 0.84, 1.25), (0.20, 0.30, 0.62), 0.9, 1.0, 0.0), 36.0, 1.8, 0.60, 0.0, 24.0, (0.46, 0.62, 1.0),
        36.0, 22.0, (1.0, 0.66, 0.38),
    ),
    "night": Hour(
        _BACKLIT, 0.0, (1.0, 0.6, 0.4), (0.05, 0.09, 0.22), (0.05, 0.05, 0.06), 0.8, 0.07,
        Street(0.10, (0.72, 0.86, 1.25), (0.035, 0.06, 0.14), 0.95, 1.0, 0.0), 38.0, 1.9, 0.60, 0.0, 26.0, (1.0, 0.80, 0.58),
        40.0, 26.0, (1.0, 0.66, 0.38),
    ),
}  # fmt: skip


def hour(time: str, weather: str) -> Hour:
    """The light of a time of day under a weather: clouds take the sun and the color away, rain some of the light too."""
    clear = HOURS[time]
    if weather == "clear":
        return clear
    rain = weather == "rain"
    dim = 0.62 if rain else 0.9
    sky = _grayed(clear.sky, 0.75)
    street = clear.street._replace(
        level=clear.street.level * (0.46 if rain else 0.62),
        tint=_grayed(clear.street.tint, 0.8),
        air=_scaled(_grayed(clear.street.air, 0.85), 0.5 if rain else 0.72),
        leaf_sun=0.0,
        lit=min(1.0, clear.street.lit + (0.45 if rain else 0.15)),
        lamp=clear.street.lamp + (0.25 if rain else 0.0),
        wet=1.0 if rain else 0.0,
    )
    day = time in DAYLIGHT
    return clear._replace(
        sun=0.0, beams=0.0, sky=sky, low=_grayed(clear.low, 0.7), strength=clear.strength * dim, seen=clear.seen * dim * 0.55,
        street=street, lamp_w=max(clear.lamp_w, 14.0 if rain else 10.0) if day else clear.lamp_w,
        glow=max(clear.glow, 1.4), stops=clear.stops + ((0.45 if rain else 0.25) if day else 0.05),
        key=clear.key * (0.62 if rain else 0.72) if day else clear.key, key_color=_grayed(clear.key_color, 0.3),
        warm=clear.warm + (3.0 if day else 0.0), rim=clear.rim * 0.5, rim_color=(1.0, 0.74, 0.48),
    )  # fmt: skip


def _grayed(color: Color, share: float) -> Color:
    gray = 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]
    r, g, b = (c + (gray - c) * share for c in color)
    return (r, g, b)


def _scaled(color: Color, by: float) -> Color:
    return (color[0] * by, color[1] * by, color[2] * by)


def unit(vector: tuple[float, float, float]) -> F64:
    """A vector of length 1."""
    v = np.asarray(vector, float)
    return np.asarray(v / np.linalg.norm(v))


def _facing(direction: F64) -> Quaternion:
    """The rotation that carries -Z onto a unit direction (not straight up)."""
    axis = np.cross((0.0, 0.0, -1.0), direction)
    w = 1.0 - direction[2]
    q = np.array([w, *axis])
    q = q / np.linalg.norm(q)
    return (float(q[0]), float(q[1]), float(q[2]), float(q[3]))


def sun_lamps(light: Hour) -> tuple[Lamp, ...]:
    """The sun, if it shines in: direct light only, what it does after the first surface is baked."""
    if light.sun <= 0:
        return ()
    pose = Pose(location=(-6.0, 4.0, 6.0), rotation=_facing(unit(light.sun_travel)))
    sun = Lamp(
        name="cafe sun", kind="sun", power_w=light.sun, color=light.sun_color, angle_rad=math.radians(0.8), pose=pose,
        diffuse_bounces=False,
    )  # fmt: skip
    return (sun,)


def world(light: Hour) -> Gradient:
    """The sky in the strength that lights the room (see Transport.world_seen for what is seen of it)."""
    middle = tuple((a + b) / 2 for a, b in zip(light.low, light.sky, strict=True))
    stops = (
        (-1.0, light.low),
        (-0.10, light.low),
        (0.12, (middle[0], middle[1], middle[2])),
        (0.35, light.sky),
        (1.0, light.sky),
    )
    return Gradient(stops=stops, strength=light.strength)


def transport(light: Hour) -> Transport:
    """Direct sun, mirrors and panes are followed; everything else is in the bake."""
    return Transport(
        diffuse=0, glossy=1, transmission=1, transparent=24, clamp=3.0, world_diffuse=False, world_sampling=False,
        world_seen=light.seen / light.strength,
    )  # fmt: skip


def bake(light: Hour, focus: F64, *, samples: int) -> Bake:
    """Sky through the windows, globe lamps and a glow under the shelves; `focus` rows (x, y, z, radius) get fine probes."""
    lamps = [(*p, *LAMP_COLOR, light.lamp_w, 0.12) for p in PENDANTS]
    shelves = [(x, BACK - 0.22, z) for x in (0.5, 1.2, 1.9, 2.6) for z in (1.76, 2.16)]
    lamps += [(*p, 1.0, 0.66, 0.34, 1.0 + 0.05 * light.lamp_w, 0.05) for p in shelves]
    portals = [
        ((LEFT - 0.31, a, SILL), (0.0, b - a, 0.0), (0.0, 0.0, HEAD - SILL)) for a, b in WINDOWS
    ]  # origin, sides; they face into the room
    return Bake(
        method="probes",
        params={"samples": samples, "bounces": 4},
        arrays={"lamps": np.array(lamps), "portals": np.array(portals), "focus": focus},
    )


def hero_lamps(light: Hour) -> tuple[HeroLamp, ...]:
    """A large soft window at camera left, the room's bounce from the right, a rim from the windows behind, the globes above."""
    deg = math.radians
    room: Color = (1.0, 0.88, 0.74)
    lamps = (
        HeroLamp("window", deg(-62), deg(20), 2.2, 1.5, light.key, light.key_color),
        HeroLamp("room", deg(48), deg(8), 2.6, 2.2, 0.16 * light.key + 0.3 * light.warm, room),
        HeroLamp("rim", deg(-150), deg(28), 2.3, 0.7, light.rim, light.rim_color),
        HeroLamp("globes", deg(25), deg(62), 1.9, 0.8, light.warm, LAMP_COLOR),
    )
    return tuple(lamp for lamp in lamps if lamp.power_w > 0)


def exposure(light: Hour) -> Exposure:
    """AgX with contrast: an interior by window light must not look washed."""
    return Exposure(stops=light.stops, look="medium_high", bloom=0.08)
