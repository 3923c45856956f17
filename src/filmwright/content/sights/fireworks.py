"""Fireworks: shells that rise before the camera and burst into falling stars of many colors."""

from __future__ import annotations

from dataclasses import replace

from filmwright.content.kinds import Setting
from filmwright.scene.fireworks import Display
from filmwright.scene.nodes import Native
from filmwright.scene.shade import Material, attribute

WORDS = ("fireworks",)
EXAMPLE = "Fireworks over a castle at night"

TIMES = ("night", "blue_hour", "dusk")

BRIGHT = 13.0  # radiance of a star at exposure 0; by eye


def show(setting: Setting, *, seed: int = 0) -> Setting:
    """The set with fireworks in its sky, on the side that the camera looks to."""
    display = Display(seed=seed, view_yaw_rad=setting.marks[0].view_yaw_rad if setting.marks else 0.0)
    node = Native(name="fireworks", kind="fireworks", params=display._asdict(), materials=("firework_star",), goes=True)
    star = Material(
        model="emission",
        emission=attribute("tint"),
        emission_strength=BRIGHT * 2.0**-setting.exposure.stops,
        haze=False,
        preview=(1.0, 0.7, 0.4),
    )
    return replace(setting, nodes=(*setting.nodes, node), materials=setting.materials | {"firework_star": star})
