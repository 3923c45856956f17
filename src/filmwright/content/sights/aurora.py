"""The northern lights: curtains of green and violet light across the sky of the night, folded, rayed, drifting."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from filmwright.content.kinds import Setting
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Expr, Material, attribute, mix, noise, op, ramp, remap
from filmwright.scene.shapes import grid

WORDS = ("aurora",)
EXAMPLE = "A snowy valley under the northern lights"
ALSO = ("northern_lights",)

TIMES = ("night", "blue_hour", "dusk")

AWAY_M = 2400.0  # how far the nearest curtain hangs; chosen: behind every hill of a set, before the end of what the lens sees
CURTAINS = ((-0.75, 0.80, 0.15, 0.52, 1.0), (-0.95, 0.35, 0.24, 0.68, 0.55), (-0.05, 1.00, 0.30, 0.72, 0.4))
"""Each from one side of the view to the other (rad), from its hem up (rad over the horizon), and how bright it is; by eye."""
BRIGHT = 0.42  # radiance at exposure 0 where it is brightest; by eye
GREEN, TEAL, VIOLET = (0.16, 1.0, 0.36), (0.10, 0.62, 0.50), (0.42, 0.14, 0.62)  # lines of oxygen and nitrogen; by eye


def show(setting: Setting, *, seed: int = 0) -> Setting:
    """The set with northern lights in the part of its sky that the camera looks at. A place without a sky of its own has none."""
    if setting.outdoors is None or not setting.marks:
        return setting
    mark = setting.marks[0]
    nodes = tuple(_curtain(f"aurora {n}", n, mark.position, mark.view_yaw_rad, seed) for n in range(len(CURTAINS)))
    materials = {
        f"aurora {n}": _light(BRIGHT * curtain[4] * 2.0**-setting.exposure.stops, seed + 7 * n)
        for n, curtain in enumerate(CURTAINS)
    }
    return replace(setting, nodes=(*setting.nodes, *nodes), materials=setting.materials | materials)


def _curtain(name: str, n: int, at: tuple[float, float, float], view_yaw_rad: float, seed: int) -> Mesh:
    """One curtain: a wall of light whose foot winds over the sky."""
    left, right, low, high, _ = CURTAINS[n]
    side = 1.0 if seed % 2 else -1.0
    made = grid(np.linspace(0, 1, 241), np.linspace(0, 1, 17))
    u, t = made.points[:, 0], made.points[:, 1]
    phase = 1.7 * n + 0.9 * (seed % 11)
    yaw = view_yaw_rad - side * (left + (right - left) * u + 0.055 * np.sin(11.0 * u + phase))
    away = AWAY_M * (1.0 + 0.12 * n + 0.16 * np.sin(11.0 * u + phase + 1.2) + 0.05 * np.sin(27.0 * u + phase))
    hem = low + 0.10 * (u - 0.5) + 0.035 * np.sin(7.0 * u + phase) + 0.012 * np.sin(23.0 * u)
    up = hem + (high - low) * t * (0.75 + 0.25 * np.sin(5.0 * u + phase))
    points = np.column_stack([
        at[0] - away * np.sin(yaw), at[1] + away * np.cos(yaw), at[2] + AWAY_M * np.tan(up)
    ])  # fmt: skip
    return Mesh(
        name=name,
        points=points,
        faces=made.faces,
        materials=(name,),
        point_data={"place": np.column_stack([u * (right - left) * 10.0, t, u])},
        hidden_from=("shadow", "diffuse"),
    )


def _light(strength: float, seed: int) -> Material:
    """Rays that drift along the curtain: brightest just over its hem, green there and violet where it fades."""
    place, now = attribute("place"), op("time")
    x, t, u = op("x", place), op("y", place), op("z", place)

    def streaks(scale: float, drift: float, detail: float) -> Expr:
        return noise(
            op("combine", x * scale + (now * drift + 3.1 * seed), t * 0.25, now * 0.06), scale=1.0, detail=detail
        )

    rays = remap(streaks(9.0, 0.10, 3.0), 0.30, 0.75, 0.35, 1.0, smooth=True)
    folds = remap(streaks(0.9, 0.05, 1.0), 0.30, 0.70, 0.15, 1.0, smooth=True)
    hem = remap(t, 0.0, 0.10, smooth=True)
    top = remap(t, 0.06, 1.0, 1.0, 0.0)
    ends = remap(u, 0.0, 0.22, smooth=True) * remap(u, 0.78, 1.0, 1.0, 0.0, smooth=True)
    color = ramp(t + (1.0 - rays) * 0.15, (0.0, GREEN), (0.30, GREEN), (0.62, TEAL), (1.0, VIOLET))
    return Material(
        model="glow",
        emission=mix((0.0, 0.0, 0.0), color, hem * top * top * rays * folds * ends),
        emission_strength=strength,
        haze=False,
        preview=tuple(0.5 * c for c in GREEN),
    )
