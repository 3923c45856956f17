"""A spaceship hovering: a flat pointed hull with panels, swept wings, a dark cockpit, engines that glow blue."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.content.vehicles import _coach
from filmwright.scene.shade import Bump, Expr, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, join, rings
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("spaceship", "starship", "spacecraft", "space ship")
EXAMPLE = "A spaceship in a desert"
COLOR = "light_gray"
HOME = ("space", "desert", "studio")
SPEEDS = {"fly": 12.0, "move": 8.0, "float": 1.0, "take_off": 6.0, "land": 3.0}


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The spaceship somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The spaceship, 15 m long."""
    z = 2.0
    hull = forms.loft(
        [(8.0, 0.05, z - 0.15, 0.04), (7.4, 0.42, z - 0.08, 0.22), (5.5, 0.95, z + 0.05, 0.52), (3.0, 1.45, z + 0.15, 0.80), (0.0, 1.85, z + 0.2, 0.98),
         (-3.0, 1.95, z + 0.2, 1.0), (-5.2, 1.75, z + 0.2, 0.92), (-6.0, 1.55, z + 0.2, 0.80)],
        power=2.7, count=140, sides=80,
    )  # fmt: skip
    canopy = forms.loft([(5.0, 0.10, z + 0.50, 0.04), (4.3, 0.46, z + 0.66, 0.22), (3.2, 0.66, z + 0.88, 0.36), (2.0, 0.66, z + 1.0, 0.38), (0.8, 0.40, z + 1.08, 0.24), (0.1, 0.10, z + 1.06, 0.06)], power=2.2)
    frame = [forms.hoop(1.0, 0.035, axis="y").scaled((k, 1, h)).moved((0, y, m)) for y, k, h, m in ((3.75, 0.57, 0.31, z + 0.77), (2.6, 0.69, 0.40, z + 0.95), (1.5, 0.57, 0.34, z + 1.04))]
    wing = _slab([(1.4, 1.6), (1.5, -5.2), (6.6, -6.4), (7.0, -5.2), (6.4, -3.4)], z - 0.05, 0.30, lift=-0.75)
    tips = _slab([(6.35, -2.2), (6.35, -6.9), (6.9, -6.9), (6.9, -2.2)], z - 0.80, 0.42, lift=0.0)
    fin = _fin(z)
    pods, glow, dark = [], [], []
    for x, size in ((0.0, 0.72), (1.15, 0.52)):
        for s in (-1.0, 1.0) if x else (1.0,):
            pods.append(forms.turned([(size * 0.8, 2.2), (size, 1.2), (size * 1.05, 0.2), (size * 0.92, -0.55), (size * 0.84, -0.55), (size * 0.80, 0.1)], (s * x, -6.0, z + 0.25), axis="y"))
            glow.append(forms.turned([(size * 0.80, -0.35), (size * 0.5, -0.25), (0.001, -0.22)], (s * x, -6.0, z + 0.25), axis="y"))
    guns = [forms.rod((s * 6.62, -2.4, z - 0.80), (s * 6.62, 0.4, z - 0.80), (0.12, 0.07)) for s in (-1, 1)]
    greebles = []
    rng = np.random.default_rng(params.seed)
    for _ in range(70):
        x, y = rng.uniform(0.2, 1.5), rng.uniform(-5.4, 0.2)
        size = rng.uniform(0.10, 0.5, 3) * [1.0, 1.5, 0.35]
        top = z + 0.2 + 0.97 * max(1 - (x / 1.9) ** 2.7, 0.0) ** (1 / 2.7)
        greebles.append(box(size, center=(x, y, top), bevel=0.02))
    pipes = [forms.pipe([(0.5, 0.0, z + 1.12), (0.62, -1.5, z + 1.2), (0.5, -3.0, z + 1.2), (0.75, -5.2, z + 1.05)], 0.06)]
    vents = [box((0.05, 1.1, 0.10), center=(1.82, -0.6 - 1.5 * k, z + 0.35), bevel=0.02) for k in range(3)]
    dark += [forms.sides_of([*vents, *pipes]), *guns, *frame]
    stripes = [box((0.9, 1.6, 0.012), center=(3.6, -3.9, z - 0.05), bevel=0.004)]
    legs = []
    for x, y in ((0.0, 4.4), (1.3, -3.6), (-1.3, -3.6)):
        legs += [forms.rod((x, y, 0.10), (x, y + 0.2, z - 0.4), 0.10), forms.turned([(0.34, 0.0), (0.30, 0.08), (0.12, 0.14)], (x, y, 0.0))]
    runs = [forms.turned([(0.10, 0.0), (0.06, 0.08), (0.001, 0.10)], (s * 6.62, -2.1, z - 0.38)) for s in (-1, 1)]
    plain = _panels(params.color)
    nodes = (
        things.mesh("spaceship hull", hull, "hull", sharp_rad=None),
        things.mesh("spaceship wings", join([forms.sides_of([wing, tips]), fin, *greebles, forms.sides_of(greebles[:0])]), "hull"),
        things.mesh("spaceship left details", join(greebles).mirrored(0), "hull"),
        things.mesh("spaceship canopy", canopy, "glass", sharp_rad=None),
        things.mesh("spaceship engines", join([*pods, *legs]), "metal"),
        things.mesh("spaceship glow", join(glow), "glow"),
        things.mesh("spaceship dark", join(dark), "dark"),
        things.mesh("spaceship marks", forms.sides_of([*stripes, _slab([(1.9, -0.6), (1.9, -1.4), (6.2, -4.2), (6.3, -3.7)], z - 0.05, 0.33, lift=-0.70)]), "mark"),
        things.mesh("spaceship lights", join(runs), "red lamp"),
    )
    thing = Thing(
        nodes=nodes,
        materials={
            "hull": plain,
            "glass": _coach.glass(),
            "metal": _parts.plain("metal", "#6e7176"),
            "glow": _parts.glow("#6fc3ff", 7.0),
            "dark": things.made_of("lacquer", (0.03, 0.03, 0.034)),
            "mark": things.made_of("lacquer", (0.45, 0.07, 0.03)),
            **_coach.trims(),
        },
        view_rad=0.70,
        lift_m=0.9,
    )
    return things.scaled(thing, params.size)


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


def _fin(z: float) -> Shape:
    """Two canted fins on the stern."""
    side = np.array([(-2.6, 0.0), (-4.9, 1.9), (-6.0, 2.1), (-5.7, 0.0)])
    mid = side.mean(axis=0)
    rows = []
    for x, k in ((-0.02, 0.9), (-0.10, 1.0), (0.10, 1.0), (0.02, 0.9)):
        q = mid + (side - mid) * k
        rows.append(np.column_stack([x + 1.15 + 0.30 * q[:, 1], q[:, 0], z + 0.9 + q[:, 1]]))
    return forms.sides_of([rings(np.array(rows))])


def _cells(size: float, shift: Color) -> Expr:
    """0..1 for each plate of a grid of plates over the hull."""
    rest = op("vadd", coords("rest"), shift)
    return op("white_noise", op("combine", op("floor", op("x", rest) / size), op("floor", op("y", rest) / (1.6 * size)), op("floor", op("z", rest) / (2 * size))))


def _panels(color: Color) -> Material:
    """Painted plates of slightly different gray with seams between them, and soot."""
    rest = coords("rest")
    tone = _cells(0.62, (0.0, 0.3, 0.1)) * 0.6 + _cells(0.31, (0.11, 0.0, 0.05)) * 0.4
    seam = op("max", *[remap(op("abs", op("fract", axis) - 0.5), 0.478, 0.49) for axis in (op("x", rest) / 0.62, op("y", rest) / 0.992)])
    soot = remap(noise(rest, scale=0.8, detail=5), 0.5, 0.8)
    deep: Color = (0.55 * color[0], 0.56 * color[1], 0.58 * color[2])
    base = mix(deep, color, tone * 0.55 + 0.45)
    base = mix(base, (0.05, 0.05, 0.055), op("max", seam * 0.75, soot * 0.35))
    return Material(color=base, roughness=0.42 + tone * 0.15, metallic=0.25, specular=0.5, bumps=(Bump(height=seam * -1.0 + tone * 0.3, strength=0.5, distance_m=0.02),), preview=color)
