"""A column of smoke that rises behind what is near, billows and leans with the wind."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from filmwright.content import atmosphere
from filmwright.content.kinds import Setting
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Expr, Material, attribute, mix, noise, op, remap
from filmwright.scene.shapes import grid
from filmwright.values import Color

WORDS = ("smoke plume", "column of smoke")
EXAMPLE = "A column of smoke rises over a meadow"
ALSO = ("smoke",)
"""Marks of a place that it is as well."""

AWAY_M, ASIDE_RAD = 95.0, 0.06  # how far it rises from the mark, and how far from the middle of the picture; chosen
HIGH_M, FOOT_M, TOP_M = 56.0, 2.0, 12.0  # its height and its half width below and above; chosen
RISES = 0.045  # of its height a second; chosen: 2.5 m/s
GREY = 0.24  # share of the light that falls on it which it throws back; of wood smoke; chosen


def show(setting: Setting, *, seed: int = 0) -> Setting:
    """The set with smoke in the distance, on one side of the picture. A place without daylight of its own has none."""
    if setting.outdoors is None or not setting.marks:
        return setting
    mark = setting.marks[0]
    side = 1.0 if seed % 2 else -1.0
    yaw = mark.view_yaw_rad + side * ASIDE_RAD
    foot = np.array([mark.position[0] - math.sin(yaw) * AWAY_M, mark.position[1] + math.cos(yaw) * AWAY_M])
    low = float(setting.ground(foot[:1], foot[1:])[0])
    across = np.array([math.cos(yaw), math.sin(yaw), 0.0])
    made = grid(np.linspace(-1, 1, 13), np.linspace(0, 1, 25))
    s, t = made.points[:, 0], made.points[:, 1]
    wide = FOOT_M + (TOP_M - FOOT_M) * t
    lean = side * 0.22 * HIGH_M * t**1.6
    points = np.array([*foot, low]) + (s * wide + lean)[:, None] * across + (t * HIGH_M)[:, None] * [0.0, 0.0, 1.0]
    node = Mesh(
        name="smoke_plume",
        points=points,
        faces=made.faces,
        materials=("smoke_plume",),
        point_data={"place": np.column_stack([s * wide, t * HIGH_M, t])},
        hidden_from=("shadow", "diffuse"),
    )
    material = _smoke(atmosphere.ambient(setting.outdoors), _sunlit(setting))
    return replace(setting, nodes=(*setting.nodes, node), materials=setting.materials | {"smoke_plume": material})


def _sunlit(setting: Setting) -> Color:
    """Radiance of the side of the smoke that the sun shines on."""
    lamp = next((n for n in setting.nodes if n.type == "lamp" and n.name == atmosphere.SUN_NAME), None)
    power = lamp.power_w * 0.5 / math.pi if lamp is not None else 0.0
    r, g, b = lamp.color if lamp is not None else (0.0, 0.0, 0.0)
    return (r * power, g * power, b * power)


def _smoke(sky: Color, sun: Color) -> Material:
    """Puffs that climb and turn over, dark in their folds and lit on one side; thin at the edges and gone at the top."""
    place, now = attribute("place"), op("time")
    x, y, t = op("x", place), op("y", place), op("z", place)
    size = 0.75 - t * 0.45  # puffs grow as they rise
    climb = now * (RISES * HIGH_M)

    def puffs(dx: float, dy: float) -> Expr:
        at = op("combine", (x + dx) * size, (y + dy - climb) * size * 0.8, now * 0.12)
        return noise(at, scale=0.55, detail=4.0, roughness=0.52, distortion=0.35)

    body, lit = puffs(0.0, 0.0), puffs(-0.35, 0.3)
    folds = remap(body - lit, -0.10, 0.10)
    dark: Color = (GREY * 0.55 * sky[0], GREY * 0.55 * sky[1], GREY * 0.6 * sky[2])
    bright: Color = (GREY * (sky[0] + sun[0]), GREY * (sky[1] + sun[1]), GREY * (sky[2] + sun[2]))
    edge = op("abs", x) / (t * (TOP_M - FOOT_M) + FOOT_M)
    thick = remap(body - edge * edge * 0.42, 0.22, 0.42, smooth=True)
    fade = remap(t, 0.0, 0.04) * remap(t, 0.35, 1.0, 1.0, 0.0, smooth=True)
    return Material(
        model="emission", emission=mix(dark, bright, folds), alpha=thick * fade * 0.93, haze=True, preview=bright
    )
