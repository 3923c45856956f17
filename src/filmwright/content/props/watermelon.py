"""Half a watermelon and a wedge of it: striped rind, red flesh, black seeds."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _food
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, ball, join, rings, rotation
from filmwright.spec.shot import Member

WORDS = ("watermelon",)
EXAMPLE = "A watermelon in a studio"
COLOR = "#d9303a"
HOME = _food.HOME
GRIP = ("carry",)
_R_M, _LONG_M = 0.125, 0.155


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The watermelon somebody asked for: the color of its flesh."""
    asked = member.color if member.color not in ("green", "dark_green", "light_green") else None
    return things.asked(rng, member.model_copy(update={"color": asked}), COLOR)


def held(params: Asked, action: str) -> Asked:
    """Who eats has the wedge alone."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The half, its cut to the front, and the wedge before it."""
    rng = np.random.default_rng(params.seed)
    rind, flesh, seeds = _half(rng)
    back = rotation(x=-0.30)
    rind, flesh, seeds = (part.turned(back).moved((-0.035, -0.03, 0.0)) for part in (rind, flesh, seeds))
    low = float(rind.points[:, 2].min())
    rind, flesh, seeds = (part.moved((0, 0, -low)) for part in (rind, flesh, seeds))
    w_rind, w_flesh, w_seeds = _wedge(rng)
    if params.action != "eat":
        pose = rotation(z=0.45)
        w_rind, w_flesh, w_seeds = (part.turned(pose).moved((0.13, 0.075, 0.0)) for part in (w_rind, w_flesh, w_seeds))
        w_rind, w_flesh, w_seeds = join([rind, w_rind]), join([flesh, w_flesh]), join([seeds, w_seeds])
    red = params.color
    thing = Thing(
        nodes=(
            things.mesh("melon rind", w_rind, "rind", sharp_rad=None),
            things.mesh("melon flesh", w_flesh, "flesh", "white", "green", sharp_rad=0.5),
            things.mesh("melon seeds", w_seeds, "seed", sharp_rad=None),
        ),
        materials={
            "rind": _rind(),
            "flesh": _food.crumb(
                red, _food.tuple_times(red, 0.75), scale=110.0, depth_m=0.0014, roughness=0.32
            ).model_copy(update={"coat": 0.4, "subsurface": 0.2}),
            "white": _food.skin((0.74, 0.78, 0.52), (0.68, 0.70, 0.46), scale=60, roughness=0.35),
            "green": _food.skin((0.22, 0.38, 0.08), roughness=0.4),
            "seed": _food.glaze((0.012, 0.008, 0.006)),
        },
        view_rad=0.1,
    )
    return things.scaled(thing, params.size)


def _slot(share: F64) -> NDArray[np.int64]:
    """0 flesh, 1 the white, 2 the green edge, by the share of the radius."""
    return np.asarray(np.where(share > 0.975, 2, np.where(share > 0.90, 1, 0)), np.int64)


def _half(rng: np.random.Generator) -> tuple[Shape, Shape, Shape]:
    """Half a melon about the origin, its cut facing +Y, its long axis along X."""
    a = np.linspace(0, 2 * math.pi, 96, endpoint=False)
    stack = []
    for t in np.linspace(0.0, math.pi / 2 - 0.01, 30):
        stack.append(
            np.column_stack(
                [_LONG_M * math.cos(t) * np.cos(a), np.full(96, -_R_M * math.sin(t)), _R_M * math.cos(t) * np.sin(a)]
            )
        )
    shell = rings(np.array(stack))
    rows = [
        np.column_stack([_LONG_M * k * np.cos(a), np.full(96, 0.0008), _R_M * k * np.sin(a)])
        for k in (1.0, 0.985, 0.97, 0.935, 0.905, 0.88, 0.6, 0.3, 0.02)
    ]
    cut = rings(np.array(rows), caps=False)
    cut = forms.slotted(cut, lambda m: _slot(np.hypot(m[:, 0] / _LONG_M, m[:, 2] / _R_M)))
    pips = []
    for _ in range(64):
        s, turn = rng.uniform(0.38, 0.80), rng.uniform(0, 2 * math.pi)
        pips.append(
            ball((0.0023, 0.0011, 0.0042), sides=10, levels=8)
            .turned(rotation(y=math.pi / 2 - turn + rng.uniform(-0.3, 0.3)))
            .moved((_LONG_M * s * math.cos(turn), 0.0012, _R_M * s * math.sin(turn)))
        )
    return shell, cut, join(pips)


def _wedge(rng: np.random.Generator) -> tuple[Shape, Shape, Shape]:
    """A slice like a half moon lying on its rind, 3 cm thick, its faces along Y."""
    r, thick = _R_M, 0.032
    a = np.linspace(math.pi, 2 * math.pi, 50)
    arc = np.column_stack([np.cos(a), np.sin(a)])
    rind = forms.sheet(
        [np.column_stack([r * arc[:, 0], np.full(50, y), r + r * arc[:, 1]]) for y in (-thick / 2, thick / 2)]
    )
    faces = []
    for y in (-thick / 2, thick / 2):
        rows = [
            np.column_stack([r * k * arc[:, 0], np.full(50, y), r + r * k * arc[:, 1]])
            for k in (1.0, 0.985, 0.97, 0.935, 0.905, 0.88, 0.5, 0.01)
        ]
        faces.append(forms.slotted(forms.sheet(rows), lambda m: _slot(np.hypot(m[:, 0], m[:, 2] - r) / r)))
    x = np.array([-1.0, -0.985, -0.97, -0.935, -0.905, 0.0, 0.905, 0.935, 0.97, 0.985, 1.0]) * r
    top = forms.sheet([np.column_stack([x, np.full(len(x), y), np.full(len(x), r)]) for y in (-thick / 2, thick / 2)])
    faces.append(forms.slotted(top, lambda m: _slot(np.abs(m[:, 0]) / r)))
    pips = []
    for y in (-thick / 2 - 0.0004, thick / 2 + 0.0004):
        for _ in range(16):
            s, turn = rng.uniform(0.35, 0.8), rng.uniform(math.pi + 0.15, 2 * math.pi - 0.15)
            pips.append(
                ball((0.0023, 0.0011, 0.0042), sides=10, levels=8)
                .turned(rotation(y=math.pi / 2 - turn))
                .moved((r * s * math.cos(turn), y, r + r * s * math.sin(turn)))
            )
    return rind, join(faces), join(pips)


def _rind() -> Material:
    """Dark green with ragged paler stripes from end to end."""
    rest = coords("rest")
    wobble = noise(rest, scale=28.0, detail=4)
    around = op("atan2", op("z", rest) - 0.12, op("y", rest) + 0.03)
    stripe = op("abs", op("sin", around * 6.5 + (wobble - 0.5) * 2.4))
    return Material(
        color=mix((0.26, 0.40, 0.12), (0.018, 0.075, 0.018), remap(stripe, 0.35, 0.62)),
        roughness=0.28,
        specular=0.5,
        coat=0.4,
        coat_roughness=0.12,
        bumps=(Bump(height=wobble, strength=0.1, distance_m=0.001),),
        preview=(0.06, 0.18, 0.04),
    )
