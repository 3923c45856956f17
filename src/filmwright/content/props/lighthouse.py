"""A lighthouse: a banded tower on its rock, a gallery, a glass lantern with a lamp that turns, a red dome, the keeper's house."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Joint, Thing
from filmwright.content.props import _food, _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, ball, box, curve, join, lathe, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("lighthouse", "light house")
EXAMPLE = "A lighthouse on a beach"
COLOR = "#b3211f"
HOME = ("coast", "beach", "studio")
_ROCK_M, _TOWER_M = 1.6, 15.0


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The lighthouse somebody asked for: the color of its bands, with white."""
    asked = member.color if member.color != "white" else None
    return things.asked(rng, member.model_copy(update={"color": asked}), COLOR)


def build(params: Asked) -> Thing:
    """The lighthouse, 20 m tall."""
    low, top = _ROCK_M, _ROCK_M + _TOWER_M
    z = np.linspace(low, top, 121)
    f = (z - low) / _TOWER_M
    r = 2.05 - 0.85 * f + 0.55 * np.exp(-f * 14)
    tower = lathe(np.column_stack([r, z]), sides=64)
    tower = forms.slotted(tower, lambda m: (np.floor((m[:, 2] - low) / _TOWER_M * 5 - 1e-6).astype(np.int64) + 1) % 2)
    gallery = [
        forms.turned(
            [
                (1.22, top - 0.75),
                (1.35, top - 0.55),
                (1.75, top - 0.1),
                (1.95, top),
                (1.95, top + 0.16),
                (0.5, top + 0.16),
            ]
        )
    ]
    rails = []
    for k in range(20):
        a = 2 * math.pi * k / 20
        rails.append(
            forms.rod(
                (1.86 * math.cos(a), 1.86 * math.sin(a), top + 0.14),
                (1.86 * math.cos(a), 1.86 * math.sin(a), top + 1.15),
                0.028,
                sides=8,
            )
        )
    rails += [forms.hoop(1.86, 0.03, (0, 0, top + h)) for h in (0.5, 0.82, 1.15)]
    base = forms.turned(
        [(1.02, top + 0.1), (1.02, top + 0.75), (1.10, top + 0.80), (1.10, top + 0.88), (0.4, top + 0.88)], sides=12
    )
    glass = lathe([(0.98, top + 0.85), (0.98, top + 2.55)], sides=12, caps=False)
    bars = [
        forms.rod(
            (0.99 * math.cos(a), 0.99 * math.sin(a), top + 0.85),
            (0.99 * math.cos(a), 0.99 * math.sin(a), top + 2.55),
            0.035,
            sides=6,
        )
        for a in np.arange(12) * math.pi / 6
    ]
    bars += [forms.hoop(0.985, 0.03, (0, 0, top + 1.7))]
    dome = lathe(
        [
            (1.22, top + 2.50),
            (1.22, top + 2.60),
            (1.12, top + 2.66),
            (0.98, top + 3.05),
            (0.62, top + 3.45),
            (0.16, top + 3.62),
            (0.13, top + 3.85),
            (0.20, top + 3.95),
            (0.001, top + 4.12),
        ],
        sides=48,
    )
    vane = [
        forms.rod((0, 0, top + 4.05), (0, 0, top + 4.9), 0.022, sides=8),
        box((0.5, 0.02, 0.18), center=(0.12, 0, top + 4.75), bevel=0.004),
    ]
    lens = join(
        [
            ball((0.42, 0.42, 0.62), center=(0, 0, top + 1.68), sides=28, levels=20),
            *[
                forms.turned([(0.30, 0), (0.22, 0.14), (0.001, 0.18)], (0, s * 0.34, top + 1.68), axis="y")
                if s > 0
                else forms.turned([(0.30, 0), (0.22, 0.14), (0.001, 0.18)], (0, 0.34, top + 1.68), axis="y").mirrored(1)
                for s in (1, -1)
            ],
        ]
    )
    windows, frames = [], []
    for k, up in enumerate((3.0, 6.4, 9.6, 12.6)):
        turn = 0.9 * (k - 1.5) * 0.55
        out = float(np.interp(low + up, z, r))
        pose = rotation(z=turn)
        windows.append(
            forms.plate(
                [(-0.26, -0.42), (0.26, -0.42), (0.26, 0.30), (0.18, 0.46), (0, 0.52), (-0.18, 0.46), (-0.26, 0.30)],
                0.06,
            )
            .moved((0, out - 0.05, low + up))
            .turned(pose)
        )
        frames.append(
            forms.plate(
                [(-0.35, -0.52), (0.35, -0.52), (0.35, 0.34), (0.25, 0.55), (0, 0.63), (-0.25, 0.55), (-0.35, 0.34)],
                0.06,
                bevel=0.02,
            )
            .moved((0, out - 0.075, low + up))
            .turned(pose)
        )
    door = forms.plate(
        [(-0.55, 0), (0.55, 0), (0.55, 1.5), (0.38, 1.86), (0, 2.02), (-0.38, 1.86), (-0.55, 1.5)], 0.08, bevel=0.02
    ).moved((0, 2.48, low + 0.1))
    porch = forms.plate(
        [(-0.75, 0), (0.75, 0), (0.75, 1.58), (0.5, 2.05), (0, 2.25), (-0.5, 2.05), (-0.75, 1.58)], 0.35, bevel=0.04
    ).moved((0, 2.16, low + 0.05))
    steps = [box((1.6, 0.4, 0.2), center=(0, 2.9 + 0.3 * k, low + 0.0 - 0.18 * k), bevel=0.03) for k in range(5)]
    house, roof, panes, trim = _house(low)
    nodes = (
        things.mesh("lighthouse tower", tower, "white", "paint", sharp_rad=0.6),
        things.mesh("lighthouse gallery", join([*gallery, base, *frames, porch]), "white"),
        things.mesh("lighthouse rails", join([*rails, *bars, *vane]), "iron"),
        things.mesh("lighthouse glass", glass, "pane"),
        things.mesh("lighthouse dome", dome, "paint", sharp_rad=0.6),
        things.mesh("lighthouse lamp", lens, "lamp", sharp_rad=None),
        things.mesh("lighthouse windows", join([*windows, *panes]), "dark"),
        things.mesh("lighthouse door", join([door, *trim]), "paint"),
        things.mesh("lighthouse house", house, "white"),
        things.mesh("lighthouse roof", roof, "tiles"),
        things.mesh("lighthouse steps", join(steps), "stone"),
        things.mesh("lighthouse rock", _rock(params.seed), "rock", sharp_rad=None),
    )
    thing = Thing(
        nodes=nodes,
        materials={
            "white": _painted((0.72, 0.71, 0.67)),
            "paint": _painted(params.color),
            "iron": _parts.plain("lacquer", "#2b2d30"),
            "pane": things.made_of("glass", (0.8, 0.85, 0.85)),
            "lamp": _parts.glow("#ffe6a8", 9.0),
            "dark": Material(color=(0.02, 0.025, 0.03), roughness=0.08, specular=0.6, preview=(0.03, 0.03, 0.04)),
            "tiles": things.made_of("stone", (0.24, 0.085, 0.05)),
            "stone": _parts.plain("stone", "#8a857c"),
            "rock": _stone(),
        },
        joints=(Joint(("lighthouse lamp",), (0.0, 0.0, top + 1.68), (0.0, 0.0, 1.0), "spin", rate=0.9),),
        view_rad=0.25,
    )
    return things.scaled(thing, params.size)


def _house(low: float) -> tuple[Shape, Shape, list[Shape], list[Shape]]:
    """The keeper's house to the left of the tower: walls, roof, windows, a door and chimney."""
    x0, x1, y, h, ridge = -6.6, -2.4, 1.6, 2.4, 3.9
    walls = box((x1 - x0, 2 * y, h), center=((x0 + x1) / 2, 0, low + h / 2 - 0.1))
    gables = [
        rings(
            np.array(
                [[(x + d, -y, low + h - 0.1), (x + d, y, low + h - 0.1), (x + d, 0, low + ridge)] for d in (0.0, 0.06)]
            )
        )
        for x in (x0, x1 - 0.06)
    ]
    slopes = []
    for s in (-1.0, 1.0):
        a, b = np.array([0, s * (y + 0.35), low + h - 0.45]), np.array([0, 0, low + ridge + 0.08])
        slopes.append(
            rings(
                np.array(
                    [[a + [x, 0, 0], b + [x, 0, 0], b + [x, 0, 0.12], a + [x, 0, 0.12]] for x in (x0 - 0.3, x1 + 0.2)]
                )
            )
        )
    panes = [box((0.7, 0.06, 0.85), center=(x, y + 0.01, low + 1.35), bevel=0.02) for x in (-5.6, -3.2)]
    door = box((0.85, 0.06, 1.75), center=(-4.4, y + 0.01, low + 0.85), bevel=0.02)
    chimney = box((0.5, 0.5, 1.3), center=(-5.6, 0, low + ridge + 0.35), bevel=0.03)
    return join([walls, *gables, chimney]), join(slopes), panes, [door]


def _rock(seed: int) -> Shape:
    """The outcrop it stands on, flat above."""
    rows = np.array([(8.4, -0.3), (8.0, 0.35), (7.3, 0.9), (6.6, 1.35), (5.4, 1.58), (3.0, 1.64), (0.05, 1.66)])
    fine = curve(rows, 30)
    item = lathe(fine, sides=96).scaled((1.0, 0.62, 1.0)).moved((-1.6, 0.4, 0))
    lumpy = _food.lumpy(item, 0.5, 0.6, seed)
    lumpy = _food.lumpy(lumpy, 0.16, 2.2, seed + 1)
    p = lumpy.points
    flat = np.clip((p[:, 2] - 1.2) / 0.25, 0, 1)
    p[:, 2] = p[:, 2] * (1 - flat) + np.minimum(p[:, 2], _ROCK_M + 0.04) * flat
    return lumpy._replace(points=p)


def _painted(color: Color) -> Material:
    """Masonry paint, streaked below ledges."""
    rest = coords("rest")
    streak = noise(op("vmul", rest, (2.5, 2.5, 0.22)), scale=1.0, detail=6)
    grit = noise(rest, scale=30.0, detail=3)
    dirty: Color = (0.62 * color[0] + 0.02, 0.60 * color[1] + 0.012, 0.56 * color[2] + 0.008)
    return Material(
        color=mix(color, dirty, remap(streak, 0.52, 0.78)),
        roughness=0.62,
        specular=0.35,
        bumps=(Bump(height=grit, strength=0.35, distance_m=0.012),),
        preview=color,
    )


def _stone() -> Material:
    """Gray rock with cracks, grass where it is level."""
    rest = coords("rest")
    patch = noise(rest, scale=0.9, detail=7, roughness=0.65)
    level = remap(op("z", op("normal")) + (patch - 0.5) * 0.5, 0.80, 0.92)
    rock = mix((0.09, 0.085, 0.078), (0.33, 0.31, 0.28), patch)
    return Material(
        color=mix(rock, mix((0.05, 0.09, 0.02), (0.14, 0.19, 0.05), noise(rest, scale=9.0, detail=3)), level),
        roughness=0.95,
        specular=0.15,
        bumps=(Bump(height=patch, strength=1.0, distance_m=0.25),),
        preview=(0.2, 0.19, 0.17),
    )
