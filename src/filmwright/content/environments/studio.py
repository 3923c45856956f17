"""A photographer's studio: a seamless backdrop that runs down a wall and out over the floor, under one large soft light."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import colors
from filmwright.content.atmosphere import facing_away
from filmwright.content.kinds import F64, HeroLamp, Mark, Setting
from filmwright.content.things import mesh
from filmwright.scene.nodes import Exposure, Gradient, Lamp, Mesh, Pose, Transport
from filmwright.scene.shade import Bump, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import rings
from filmwright.spec.shot import Shot
from filmwright.values import Color

WORDS = ("studio", "photo studio", "cyclorama", "plain background", "seamless background")
EXAMPLE = "An orange suitcase in a studio"
TIMES = ("morning", "noon", "afternoon", "golden_hour", "dusk", "blue_hour", "night", "dawn")
WEATHERS = ("clear",)
FEATURES = ("floor", "shadows")
ALSO: tuple[str, ...] = ()

_PAPERS = ("#d9d3c7", "#b9c4c6", "#d8c3b4", "#aeb9a6", "#c7b7c4", "#9fb0be")  # muted rolls of paper; chosen
_COLORED = 0.35  # a subject's own color is set against its opposite, this saturated; chosen


class Params(NamedTuple):
    """The paper's linear color, and how bright the backdrop is against the subject (1: bright, 0: dark)."""

    paper: Color
    key: float = 1.0


def vary(rng: np.random.Generator, shot: Shot) -> Params:
    """Paper that the subject stands out against."""
    said = next((m.color for m in shot.cast if m.color is not None), None)
    papers = [colors.resolve(p) for p in _PAPERS]
    pick = papers[int(rng.integers(len(papers)))]
    if said is not None:
        own = np.array(colors.resolve(said))
        pick = max(papers, key=lambda p: float(np.abs(_hue(np.array(p)) - _hue(own)).sum()))
    return Params(pick, 0.25 if shot.light.time in ("night", "blue_hour", "dusk") else 1.0)


def _hue(color: F64) -> F64:
    return np.asarray(color / max(float(color.sum()), 1e-6) + 0.4 * float(color.mean()))


def _floor(x: F64, y: F64) -> F64:
    """The floor is level."""
    return np.zeros_like(x, dtype=float)


def build(params: Params) -> Setting:
    """The studio; everything stands at its middle."""
    return Setting(
        nodes=(_paper(), *_lights(params)),
        materials={"backdrop": _backdrop(params.paper)},
        world=Gradient(
            stops=((-1.0, (0.3, 0.3, 0.3)), (0.0, (0.55, 0.55, 0.56)), (1.0, (0.9, 0.92, 0.95))),
            strength=0.30 * params.key,
        ),
        ground=_floor,
        marks=(
            Mark(
                position=(0.0, 0.0, 0.0),
                view_yaw_rad=0.0,
                back_m=30.0,
                path=((-1.5, 4.0), (0.0, 0.0), (1.5, -4.0)),
                radius_m=6.0,
            ),
        ),
        exposure=Exposure(stops=0.9, look="medium_high", bloom=0.05),
        hero_lamps=(HeroLamp("rim", 2.5, 0.6, 4.0, 1.2, 120.0, (1.0, 0.97, 0.93)),),
        transport=Transport(guides="fast"),
        f_stop=4.0,
        lens_mm=50.0,
        view_fall_rad=0.5,
        move_limits_m=(2.0, 3.0, 1.5),
        indoors=True,
    )


def _paper() -> Mesh:
    """Floor, sweep and wall in one sheet, far behind for large things."""
    far, rise, high, turn = 16.0, 6.0, 22.0, 24
    ys = [(-40.0, 0.0), (far - rise, 0.0)]
    ys += [
        (far - rise + rise * math.sin(a), rise * (1 - math.cos(a))) for a in np.linspace(0, math.pi / 2, turn)[1:]
    ] + [(far, high)]
    xs = np.linspace(-40.0, 40.0, 9)
    sheet = rings(np.array([[(x, y, z) for x in xs] for y, z in ys]), around=False, caps=False)
    return mesh("backdrop", sheet, "backdrop", sharp_rad=None)


def _backdrop(paper: Color) -> Material:
    fibers = noise(coords(), scale=3.0, detail=6)
    depth = remap(op("y", coords()), -2.0, 14.0, 1.0, 0.62, smooth=True)  # the light falls off towards the wall
    return Material(
        color=op(
            "cmul",
            mix(paper, (0.94 * paper[0], 0.94 * paper[1], 0.94 * paper[2]), fibers),
            op("combine", depth, depth, depth),
        ),
        roughness=0.72,
        specular=0.35,
        bumps=(Bump(height=fibers, strength=0.05, distance_m=0.002),),
        haze=False,
        preview=paper,
    )


def _lights(params: Params) -> tuple[Lamp, ...]:
    """A soft box from the left and above, and a strip from the right behind."""
    return (
        Lamp(
            name="soft box", kind="sun", power_w=2.6, color=(1.0, 0.96, 0.9), angle_rad=math.radians(26),
            pose=Pose(rotation=facing_away(math.pi + 0.85, 0.82)),
        ),
        Lamp(
            name="strip", kind="sun", power_w=0.55, color=(0.85, 0.92, 1.0), angle_rad=math.radians(16),
            pose=Pose(rotation=facing_away(math.pi - 2.35, 0.5)),
        ),
    )  # fmt: skip
