"""Light of a kind that the text asks for, over that of the hour and the weather: soft, hard, dramatic, from behind, of a studio, a spot."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from filmwright.content.atmosphere import SUN_NAME, facing_away
from filmwright.content.kinds import HeroLamp, Setting
from filmwright.scene.nodes import Lamp, Node, Sky
from filmwright.values import Color

BEHIND_RAD = 0.42  # how far beside the line of sight a sun stands that lights from behind; chosen
WARM: Color = (1.0, 0.50, 0.20)  # of a fire
LAMP: Color = (1.0, 0.72, 0.45)  # of a filament
MAGENTA: Color = (1.0, 0.12, 0.62)
CYAN: Color = (0.10, 0.62, 1.0)


def change(setting: Setting, quality: str | None) -> Setting:
    """The set in light of a quality, one of QUALITIES; as it is if the text asks for none. Where the set's light is baked only the
    hero's own lamps change."""
    return setting if quality is None else QUALITIES[quality](setting)


def _soft(setting: Setting) -> Setting:
    return _around(_sun(setting, angle_rad=0.35, share=0.6), 1.2, size=2.2)


def _hard(setting: Setting) -> Setting:
    return _around(_sun(setting, angle_rad=0.005, share=1.2), 0.7, size=0.4)


def _dramatic(setting: Setting) -> Setting:
    """One light from the side and deep shadows."""
    key = _key(setting)
    side = key._replace(
        azimuth_rad=math.copysign(1.15, key.azimuth_rad), power_w=2.4 * key.power_w, size_m=0.7 * key.size_m
    )
    return _around(replace(setting, hero_lamps=(side, _rim(key, 0.7))), 0.5, stops=-0.1)


def _low_key(setting: Setting) -> Setting:
    key = _key(setting)
    return _around(
        replace(setting, hero_lamps=(key._replace(power_w=0.8 * key.power_w), _rim(key, 0.4))), 0.45, stops=-0.45
    )


def _high_key(setting: Setting) -> Setting:
    return _around(setting, 1.5, size=1.8, stops=0.35)


def _backlight(setting: Setting) -> Setting:
    """The sun before the lens where there is one, and a rim of light about the hero."""
    key = _key(setting)
    return _from_behind(
        replace(setting, hero_lamps=(*(_dimmed(lamp, 0.8) for lamp in setting.hero_lamps), _rim(key, 5.0)))
    )


def _rim_light(setting: Setting) -> Setting:
    return replace(setting, hero_lamps=(*setting.hero_lamps, _rim(_key(setting), 2.2)))


def _studio(setting: Setting) -> Setting:
    """Key, fill and a light on the hair."""
    key = _key(setting)
    power = _at(key, 3.0)
    three = (
        HeroLamp("key", -0.75, 0.60, 3.0, 1.4, 1.1 * power, (1.0, 0.97, 0.93)),
        HeroLamp("fill", 0.85, 0.30, 3.4, 2.0, 0.45 * power, (0.96, 0.98, 1.0)),
        HeroLamp("hair", 2.7, 0.85, 3.0, 0.6, 1.2 * power, (1.0, 0.98, 0.95)),
    )
    return _around(replace(setting, hero_lamps=three), 0.75)


def _spot(setting: Setting) -> Setting:
    """A beam from high up in front; all else goes dark."""
    power = _at(_key(setting), 4.0)
    beam = HeroLamp("spot", 0.25, 1.05, 4.0, 0.35, 2.2 * power, (1.0, 0.97, 0.90))
    return _around(
        replace(setting, hero_lamps=(beam, HeroLamp("spot behind", 2.9, 1.1, 4.0, 0.4, 0.9 * power, beam.color))), 0.4
    )


def _neon(setting: Setting) -> Setting:
    power = _at(_key(setting), 2.5)
    tubes = (
        HeroLamp("neon left", -1.2, 0.25, 2.5, 0.8, 1.1 * power, MAGENTA),
        HeroLamp("neon right", 1.25, 0.30, 2.5, 0.8, 1.3 * power, CYAN),
    )
    return _around(replace(setting, hero_lamps=tubes), 0.55)


def _fire(setting: Setting) -> Setting:
    power = _at(_key(setting), 2.0)
    return _around(replace(setting, hero_lamps=(HeroLamp("fire", 0.7, -0.1, 2.0, 0.6, 1.2 * power, WARM),)), 0.55)


def _practical(setting: Setting) -> Setting:
    power = _at(_key(setting), 2.2)
    return _around(
        replace(setting, hero_lamps=(HeroLamp("lamp", 0.8, 0.6, 2.2, 0.5, power, LAMP), *setting.hero_lamps)), 0.7
    )


def _natural(setting: Setting) -> Setting:
    """Light as the place has it."""
    return setting


QUALITIES: dict[str, Callable[[Setting], Setting]] = {
    "soft": _soft, "hard": _hard, "dramatic": _dramatic, "low_key": _low_key, "high_key": _high_key, "backlight": _backlight,
    "rim": _rim_light, "studio": _studio, "spot": _spot, "neon": _neon, "fire": _fire, "practical": _practical, "natural": _natural,
}  # fmt: skip
"""What light there is, by name. Factors by eye."""


def _key(setting: Setting) -> HeroLamp:
    """The hero's strongest lamp, as it reaches the hero; one of the day where a set has none."""
    usual = HeroLamp("key", -0.8, 0.6, 3.0, 1.0, 60.0, (1.0, 0.97, 0.92))
    return max(setting.hero_lamps, key=lambda lamp: lamp.power_w / lamp.distance_m**2, default=usual)


def _at(lamp: HeroLamp, distance_m: float) -> float:
    """Watts of a lamp that lights as much from so far."""
    return lamp.power_w * (distance_m / lamp.distance_m) ** 2


def _rim(key: HeroLamp, share: float) -> HeroLamp:
    """A lamp behind the hero, on the other side than the key."""
    return HeroLamp("rim", math.copysign(2.55, -key.azimuth_rad), 0.55, 3.5, 0.5, share * _at(key, 3.5), key.color)


def _dimmed(lamp: HeroLamp, share: float) -> HeroLamp:
    return lamp._replace(power_w=share * lamp.power_w)


def _around(setting: Setting, share: float, *, size: float = 1.0, stops: float = 0.0) -> Setting:
    """The set with so much of the light that comes from all around, its hero's lamps so many times as large."""
    lamps = tuple(lamp._replace(size_m=size * lamp.size_m) for lamp in setting.hero_lamps)
    changed = replace(setting, hero_lamps=lamps)
    if setting.bake is not None:
        return changed
    return replace(
        changed,
        world=setting.world.model_copy(update={"strength": share * setting.world.strength}),
        exposure=setting.exposure.model_copy(update={"stops": setting.exposure.stops + stops}),
    )


def _sun(setting: Setting, *, angle_rad: float, share: float) -> Setting:
    """The set with its sun as wide and so many times as bright."""

    def changed(node: Node) -> Node:
        if not isinstance(node, Lamp) or node.kind != "sun":
            return node
        return node.model_copy(update={"angle_rad": angle_rad, "power_w": share * node.power_w})

    return setting if setting.bake is not None else replace(setting, nodes=tuple(changed(n) for n in setting.nodes))


def _from_behind(setting: Setting) -> Setting:
    """A set under the sky with its sun on the side that the camera looks to."""
    if setting.outdoors is None or setting.bake is not None:
        return setting
    azimuth = BEHIND_RAD - setting.outdoors.view_yaw_rad
    elevation = setting.outdoors.sun.elevation_rad
    pose = {"rotation": facing_away(azimuth, elevation)}
    nodes = tuple(
        n.model_copy(update={"pose": n.pose.model_copy(update=pose)})
        if isinstance(n, Lamp) and n.name == SUN_NAME
        else n
        for n in setting.nodes
    )
    world = setting.world
    if isinstance(world, Sky):
        world = world.model_copy(update={"sun_azimuth_rad": azimuth})
    return replace(setting, nodes=nodes, world=world)
