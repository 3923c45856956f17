"""A spaceship hovering: a broad hull of plates with a dark cockpit dome, two great engine pods on arms, lit windows."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.content.vehicles import _coach
from filmwright.scene.shade import Bump, Expr, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, join, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("spaceship", "starship", "spacecraft", "space ship")
EXAMPLE = "A spaceship in a desert"
COLOR = "light_gray"
HOME = ("outer_space", "desert", "studio")
SPEEDS = {"fly": 12.0, "move": 8.0, "float": 1.0, "take_off": 2.0, "land": 2.0}
CLIMBS = ("straight",)
CEILING_M = (5.0,)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The spaceship somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The spaceship, 12 m long, hovering."""
    z = 2.1
    hull = forms.loft(
        [
            (6.2, 0.30, z - 0.05, 0.10),
            (5.9, 0.85, z, 0.30),
            (4.6, 1.45, z + 0.08, 0.62),
            (2.4, 1.95, z + 0.15, 0.92),
            (-1.0, 2.25, z + 0.2, 1.1),
            (-3.6, 2.2, z + 0.2, 1.1),
            (-4.6, 1.9, z + 0.2, 0.95),
        ],
        power=3.4,
        count=120,
        sides=88,
    )
    dome = forms.loft(
        [
            (4.3, 0.30, z + 0.62, 0.05),
            (3.7, 0.82, z + 0.78, 0.30),
            (2.5, 1.05, z + 1.05, 0.48),
            (1.2, 0.9, z + 1.15, 0.42),
            (0.5, 0.35, z + 1.14, 0.16),
        ],
        power=2.3,
    )
    ribs = [
        forms.hoop(1.0, 0.03, axis="y").scaled((k, 1, h)).moved((0, y, m))
        for y, k, h, m in ((3.4, 0.91, 0.36, z + 0.85), (2.4, 1.07, 0.49, z + 1.06), (1.4, 0.96, 0.45, z + 1.14))
    ]
    arms = [_slab([(1.6, 0.4), (1.6, -3.6), (4.4, -3.4), (4.4, -0.9)], z + 0.15, 0.42, lift=0.35)]
    pods, glow = [], []
    for s in (-1.0, 1.0):
        at = (s * 5.0, -1.6, z + 0.5)
        pods.append(
            forms.turned(
                [
                    (0.62, -2.75),
                    (0.80, -2.5),
                    (0.95, -1.2),
                    (1.0, 0.4),
                    (0.94, 1.7),
                    (0.80, 2.15),
                    (0.68, 2.15),
                    (0.62, 1.6),
                ],
                at,
                axis="y",
                sides=56,
            )
        )
        pods += [
            forms.hoop(r, 0.05, (at[0], at[1] + y, at[2]), axis="y")
            for r, y in ((0.96, -1.2), (1.01, 0.3), (0.96, 1.5))
        ]
        glow.append(forms.turned([(0.68, 1.75), (0.3, 1.95), (0.001, 2.0)], at, axis="y"))
        glow.append(forms.turned([(0.64, -2.72), (0.3, -2.9), (0.001, -2.95)], at, axis="y"))
    for x in (-0.95, 0.0, 0.95):
        pods.append(forms.turned([(0.40, -1.1), (0.52, -0.9), (0.42, 0.0)], (x, -4.5, z + 0.2), axis="y"))
        glow.append(forms.turned([(0.40, -1.0), (0.001, -1.05)], (x, -4.5, z + 0.2), axis="y"))
    band = _band(z)
    dish = [
        forms.turned([(0.06, 0.0), (0.05, 0.35)], (-1.0, -2.4, z + 1.2)),
        forms.turned([(0.05, 0.0), (0.35, 0.08), (0.52, 0.22), (0.50, 0.23), (0.33, 0.10), (0.001, 0.03)])
        .turned(rotation(x=-0.9))
        .moved((-1.0, -2.3, z + 1.5)),
    ]
    mast = [
        forms.rod((1.1, -2.9, z + 1.1), (1.1, -3.2, z + 2.3), (0.05, 0.015)),
        forms.turned([(0.03, 0.0), (0.07, 0.04), (0.001, 0.10)], (1.1, -3.2, z + 2.26)),
    ]
    rng = np.random.default_rng(params.seed)
    greebles = []
    for _ in range(60):
        x, y = float(rng.uniform(0.25, 1.7)), float(rng.uniform(-4.2, -0.2))
        size = rng.uniform(0.10, 0.42, 3) * [1.0, 1.4, 0.30]
        top = z + 0.2 + 1.09 * max(1 - (x / 2.25) ** 3.4, 0.0) ** (1 / 3.4)
        greebles.append(box(size, center=(x if rng.uniform() < 0.5 else -x, y, top), bevel=0.02))
    vents = [box((0.06, 0.9, 0.10), center=(2.18, -0.6 - 1.2 * k, z - 0.25), bevel=0.02) for k in range(3)]
    legs = []
    for x, y in ((0.0, 3.9), (1.5, -3.0), (-1.5, -3.0)):
        legs += [
            forms.rod((x, y, 0.10), (x, y - 0.1, z - 0.5), 0.13),
            forms.rod((x, y - 0.5, z - 0.7), (x, y, 0.7), 0.06),
            forms.turned([(0.48, 0.0), (0.44, 0.09), (0.16, 0.18)], (x, y, 0.0)),
        ]
    stripes = [_slab([(2.4, -0.9), (2.4, -1.3), (4.2, -1.5), (4.2, -1.2)], z + 0.23, 0.44, lift=0.22)]
    nodes = (
        things.mesh("spaceship hull", hull, "hull", sharp_rad=None),
        things.mesh("spaceship arms", join([forms.sides_of(arms), *greebles]), "hull"),
        things.mesh("spaceship pods", join(pods), "hull", sharp_rad=0.6),
        things.mesh("spaceship dome", dome, "glass", sharp_rad=None),
        things.mesh("spaceship metal", join([*legs, *dish, *mast]), "metal"),
        things.mesh("spaceship glow", join([*glow, band]), "glow"),
        things.mesh("spaceship dark", join([forms.sides_of(vents), *ribs]), "dark"),
        things.mesh("spaceship marks", forms.sides_of(stripes), "mark"),
    )
    thing = Thing(
        nodes=nodes,
        materials={
            "hull": _panels(params.color),
            "glass": _coach.glass(),
            "metal": _parts.plain("metal", "#6e7176"),
            "glow": _parts.glow("#6fc3ff", 6.0),
            "dark": things.made_of("lacquer", (0.03, 0.03, 0.034)),
            "mark": things.made_of("lacquer", (0.55, 0.09, 0.03)),
        },
        view_rad=0.62,
        lift_m=1.3,
    )
    return things.scaled(thing, params.size)


def _band(z: float) -> Shape:
    """A strip of lit windows along both sides of the hull."""
    made = []
    for y in np.arange(3.2, -3.6, -0.62):
        half = float(np.interp(y, [-3.6, -1.0, 2.4, 4.6], [2.2, 2.25, 1.95, 1.45]))
        made += [box((0.06, 0.36, 0.13), center=(s * (half - 0.005), y, z + 0.28), bevel=0.025) for s in (-1, 1)]
    return join(made)


def _slab(corners: list[tuple[float, float]], z: float, thick: float, *, lift: float) -> Shape:
    """A wing seen from above, its outer end `lift` higher than its root, sharp at its edges."""
    c = np.array(corners, float)
    mid = c.mean(axis=0)
    up = z + lift * (c[:, 0] - c[:, 0].min()) / max(float(np.ptp(c[:, 0])), 1e-6) if lift else np.full(len(c), z)
    rows = []
    for k, h in ((0.86, -0.5), (1.0, -0.06), (1.0, 0.06), (0.86, 0.5)):
        q = mid + (c - mid) * k
        rows.append(np.column_stack([q, up + h * thick]))
    return rings(np.array(rows))


def _cells(size: float, shift: Color) -> Expr:
    """0..1 for each plate of a grid of plates over the hull."""
    rest = op("vadd", coords("rest"), shift)
    return op(
        "white_noise",
        op(
            "combine",
            op("floor", op("x", rest) / size),
            op("floor", op("y", rest) / (1.6 * size)),
            op("floor", op("z", rest) / (2 * size)),
        ),
    )


def _panels(color: Color) -> Material:
    """Painted plates of slightly different gray with seams between them, and soot."""
    rest = coords("rest")
    tone = _cells(0.62, (0.0, 0.3, 0.1)) * 0.6 + _cells(0.31, (0.11, 0.0, 0.05)) * 0.4
    seam = op(
        "max",
        *[
            remap(op("abs", op("fract", axis) - 0.5), 0.478, 0.49)
            for axis in (op("x", rest) / 0.62, op("y", rest) / 0.992)
        ],
    )
    soot = remap(noise(rest, scale=0.8, detail=5), 0.5, 0.8)
    deep: Color = (0.55 * color[0], 0.56 * color[1], 0.58 * color[2])
    base = mix(deep, color, tone * 0.55 + 0.45)
    base = mix(base, (0.05, 0.05, 0.055), op("max", seam * 0.75, soot * 0.35))
    return Material(
        color=base,
        roughness=0.42 + tone * 0.15,
        metallic=0.25,
        specular=0.5,
        bumps=(Bump(height=seam * -1.0 + tone * 0.3, strength=0.5, distance_m=0.02),),
        preview=color,
    )
