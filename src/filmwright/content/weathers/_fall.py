"""What falls from the sky, put into a set: rain and snow of every strength."""

from __future__ import annotations

from dataclasses import replace

from filmwright.content import atmosphere
from filmwright.content.kinds import Cover, Setting
from filmwright.content.weathers import _wet
from filmwright.scene.fall import Fall
from filmwright.scene.nodes import Native
from filmwright.scene.shade import Material
from filmwright.values import Color

WIND_M_S = {None: 0.5, "still": 0.1, "breeze": 1.0, "strong": 3.5}  # sideways, at eye level among trees; chosen
DENSITY = {"light": 0.4, None: 1.0, "heavy": 2.2}
"""How many drops or flakes are in the air; chosen."""


def rained(setting: Setting, cover: Cover, *, wind: str | None, strength: str | None, seed: int) -> Setting:
    """The set wet under a cover, with rain in its air that the wind slants: fine and slow if light, in long streaks if heavy."""
    many = DENSITY.get(strength, 1.0)
    side = 1.4 * WIND_M_S.get(wind, 0.5)
    falls_m_s = {"light": 5.0, "heavy": 9.0}.get(
        strength or "", 8.0
    )  # of drops of 1.5, 2.5 and 3.5 mm; Gunn and Kinzer 1949
    thick = {"light": 0.7, "heavy": 1.0}.get(strength or "", 1.0)
    near = Fall(
        amount=round(1200 * many), box_m=10.0, velocity_m_s=(side, -0.2 * side, -falls_m_s), small_m=0.0012 * thick,
        large_m=0.002 * thick, shutter_s=1 / 40, clear_m=1.2, thin_rad=0.0007 * thick, seed=seed,
    )  # fmt: skip
    far = near._replace(
        amount=round(6000 * many), box_m=30.0, small_m=0.002 * thick, large_m=0.004 * thick, clear_m=4.5,
        thin_rad=0.0009 * thick, seed=seed + 1,
    )  # fmt: skip
    color = atmosphere.falling_color(setting, cover, 1.3)
    wet = _wet.wetted(atmosphere.relit(setting, cover))
    return with_fall(wet, "raindrops", (near, far), color=color, alpha=0.36 if strength == "heavy" else 0.42)


def snowed(setting: Setting, cover: Cover, *, wind: str | None, strength: str | None, seed: int) -> Setting:
    """The set under a cover, with snow in its air that the wind drives sideways: a few flakes if light, a blizzard if heavy."""
    many = DENSITY.get(strength, 1.0)
    side = WIND_M_S.get(wind, 0.5)
    near = Fall(
        amount=round(3200 * many), box_m=11.0, velocity_m_s=(side, -0.3 * side, -1.1), swirl_m=0.16, small_m=0.006, large_m=0.013,
        clear_m=2.2, thin_rad=0.001, seed=seed,
    )  # fmt: skip
    far = near._replace(
        amount=round(15000 * many),
        box_m=38.0,
        small_m=0.012,
        large_m=0.022,
        clear_m=5.0,
        thin_rad=0.0011,
        seed=seed + 1,
    )
    if strength == "heavy":  # a wind of a blizzard draws flakes out to streaks
        near, far = (fall._replace(shutter_s=1 / 30, swirl_m=0.3) for fall in (near, far))
    color = atmosphere.falling_color(setting, cover, 1.25)
    return with_fall(atmosphere.relit(setting, cover), "snowflakes", (near, far), color=color)


def with_fall(setting: Setting, name: str, falls: tuple[Fall, ...], *, color: Color, alpha: float = 1.0) -> Setting:
    """The set with particles of `color` (radiance) in its air, one node for each Fall. Rooms stay dry."""
    if setting.indoors:
        return setting
    material = Material(model="emission", emission=color, alpha=alpha, haze=False, preview=color)
    nodes = tuple(
        Native(name=f"{name}_{k}", kind="snowfall", params=dict(fall._asdict()), materials=(name,), everywhere=True)
        for k, fall in enumerate(falls)
    )
    return replace(setting, nodes=(*setting.nodes, *nodes), materials=setting.materials | {name: material})
