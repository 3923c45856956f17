"""What falls from the sky, put into a set."""

from __future__ import annotations

from dataclasses import replace

from filmwright.content.kinds import Setting
from filmwright.scene.fall import Fall
from filmwright.scene.nodes import Native
from filmwright.scene.shade import Material
from filmwright.values import Color

WIND_M_S = {None: 0.5, "still": 0.1, "breeze": 1.0, "strong": 3.5}  # sideways, at eye level among trees; chosen


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
