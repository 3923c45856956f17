"""An ice-cream cone: three scoops in a waffle cone, a wafer and a cherry; in a stand."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food, _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, attribute, mix, op, remap
from filmwright.scene.shapes import Shape, ball, join, lathe, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("ice cream", "ice cream cone", "gelato")
EXAMPLE = "An ice cream in a studio"
COLOR = "#e79aa8"
HOME = ("beach", "studio")
GRIP = ("up", "carry")
_MOUTH_M, _CONE_M = 0.033, 0.125  # radius of the cone's mouth, its height
_LOW_M = 0.012


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The ice cream somebody asked for; its front scoop has the color."""
    return things.asked(rng, member, COLOR)


def held(params: Asked, action: str) -> Asked:
    """Who eats it has it without its stand."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The cone, held upright by a ring on three legs."""
    top = _LOW_M + _CONE_M
    cone = _cone()
    scoops = [
        _scoop(0.034, params.seed + k).moved(at)
        for k, at in enumerate(
            ((-0.019, -0.010, top + 0.020), (0.020, -0.012, top + 0.019), (0.001, 0.004, top + 0.058))
        )
    ]
    wafer = [
        forms.turned([(0.006, 0), (0.006, 0.075), (0.0045, 0.075), (0.0045, 0.005)], sides=18)
        .turned(rotation(y=0.45, x=0.2))
        .moved((0.018, -0.010, top + 0.060))
    ]
    cherry = ball((0.0105, 0.0105, 0.0098), center=(-0.003, 0.010, top + 0.099), sides=28, levels=16)
    twig = forms.pipe(
        [(-0.003, 0.010, top + 0.106), (-0.001, 0.010, top + 0.122), (0.008, 0.012, top + 0.136)], 0.0008, sides=6
    )
    rng = np.random.default_rng(params.seed)
    crumbs: dict[int, list[Shape]] = {0: [], 1: []}
    for k in range(46):
        a, b = rng.uniform(0, 2 * math.pi), rng.uniform(0.3, 1.35)
        way = np.array([math.cos(a) * math.cos(b), math.sin(a) * math.cos(b), math.sin(b)])
        at = np.array([0.001, 0.004, top + 0.058]) + way * 0.0350
        crumbs[k % 2].append(
            forms.rod((-0.003, 0, 0), (0.003, 0, 0), 0.0009, sides=6)
            .turned(rotation(z=rng.uniform(0, 3), y=rng.uniform(-0.5, 0.5)))
            .moved(at)
        )
    ring_z = _LOW_M + 0.088
    stand = [forms.hoop(0.0275, 0.0018, (0, 0, ring_z))]
    for k in range(3):
        a = 2 * math.pi * k / 3 + 0.5
        c, s = math.cos(a), math.sin(a)
        stand.append(
            forms.pipe(
                [(0.0275 * c, 0.0275 * s, ring_z), (0.034 * c, 0.034 * s, 0.06), (0.044 * c, 0.044 * s, 0.002)],
                0.0016,
                sides=8,
            )
        )
    stand.append(forms.hoop(0.044, 0.0018, (0, 0, 0.002)))
    thing = Thing(
        nodes=(
            things.mesh("cone", cone, "waffle", sharp_rad=None),
            *(things.mesh(f"scoop {k}", item, f"ice {k}", sharp_rad=None) for k, item in enumerate(scoops)),
            things.mesh("wafer", join(wafer), "wafer"),
            things.mesh("cherry", cherry, "cherry", sharp_rad=None),
            things.mesh("twig", twig, "twig"),
            things.mesh("sprinkles red", join(crumbs[0]), "red"),
            things.mesh("sprinkles blue", join(crumbs[1]), "blue"),
            *(() if params.action == "eat" else (things.mesh("cone stand", join(stand), "steel"),)),
        ),
        materials={
            "waffle": _waffle(),
            "ice 0": _ice(colors.resolve("#6b4226")),
            "ice 1": _ice(colors.resolve("#f0e3b8")),
            "ice 2": _ice(params.color),
            "wafer": _food.crumb((0.52, 0.30, 0.11), (0.30, 0.14, 0.04)),
            "cherry": _food.glaze((0.42, 0.008, 0.012)),
            "twig": _food.skin((0.12, 0.16, 0.03)),
            "red": _food.glaze((0.7, 0.03, 0.05)),
            "blue": _food.glaze((0.9, 0.65, 0.05)),
            "steel": _parts.plain("chrome", "#c0c0c0"),
        },
        view_rad=0.0,
        grip=(0.0, 0.0, 0.07),
    )
    return things.scaled(thing, params.size)


def _cone() -> Shape:
    """A rolled waffle. Point data "waffle": turns round it, height."""
    rows = [(0.002, 0.0), *[(0.002 + (_MOUTH_M - 0.002) * f, _CONE_M * f) for f in np.linspace(0.06, 1, 30)]]
    outside = lathe([(r, _LOW_M + z) for r, z in rows], sides=96, caps=False)
    rim = forms.hoop(_MOUTH_M, 0.0016, (0, 0, _LOW_M + _CONE_M))
    p = outside.points
    marks = np.column_stack(
        [np.arctan2(p[:, 1], p[:, 0]) / (2 * math.pi), (p[:, 2] - _LOW_M) / _CONE_M, np.zeros(len(p))]
    )
    return join([outside.with_data("waffle", marks), rim.with_data("waffle", (0.1, 0.97, 0.0))])


def _waffle() -> Material:
    """Crossed ridges over a baked crust."""
    mark = attribute("waffle")
    turn, up = op("x", mark), op("y", mark)
    lines = op("max", *[remap(op("abs", op("fract", turn * 14.0 + up * k) - 0.5), 0.36, 0.46) for k in (9.0, -9.0)])
    return Material(
        color=mix((0.30, 0.125, 0.03), (0.66, 0.37, 0.12), lines),
        roughness=0.7,
        specular=0.25,
        bumps=(Bump(height=lines, strength=1.0, distance_m=0.003),),
        preview=(0.55, 0.3, 0.1),
    )


def _scoop(radius: float, seed: int) -> Shape:
    """A scoop with its ragged skirt."""
    body = _food.lumpy(ball(radius, sides=72, levels=44), 0.0011, 130.0, seed)
    p = body.points
    low = np.clip((-p[:, 2] / radius - 0.30) / 0.25, 0, 1) * np.clip((p[:, 2] / radius + 0.95) / 0.25, 0, 1)
    a = np.arctan2(p[:, 1], p[:, 0])
    ragged = 1 + low * (0.14 + 0.08 * np.sin(7 * a + seed) + 0.05 * np.sin(17 * a + 2 * seed))
    return body._replace(points=p * np.column_stack([ragged, ragged, np.ones(len(p))]))


def _ice(color: Color) -> Material:
    """Ice cream: matte, with the pulled grain of the scoop."""
    made = _food.crumb(
        color, (0.72 * color[0], 0.70 * color[1], 0.68 * color[2]), scale=220.0, depth_m=0.0012, roughness=0.5
    )
    return made.model_copy(
        update={"subsurface": 0.25, "subsurface_radius": (1.0, 0.7, 0.5), "subsurface_scale_m": 0.006}
    )
