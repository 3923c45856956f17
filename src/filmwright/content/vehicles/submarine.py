"""A submarine at the surface: a long round hull, its tower with periscopes and planes, a wooden deck, a screw."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Joint, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.content.vehicles import _coach
from filmwright.scene.shade import Bump, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, join, rings, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("submarine",)
EXAMPLE = "A submarine"
COLOR = "dark_gray"
HOME = ("ocean", "harbor", "lake", "beach")
DRAFT_M = 1.2
SPEEDS = {"sail": 3.0, "move": 3.0, "swim": 3.0, "float": 0.5, "dive": 2.0}
LONG_M, RADIUS_M = 26.0, 1.75
_AXIS_M = 0.35  # height of the hull's axis over the water


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The submarine somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The submarine, most of its hull under z = 0."""
    z, r = _AXIS_M, RADIUS_M
    hull = forms.loft(
        [
            (13.0, 0.12, z, 0.12),
            (12.7, 0.75, z, 0.75),
            (11.8, 1.32, z, 1.32),
            (10.0, 1.66, z, 1.66),
            (7.0, r, z, r),
            (-4.0, r, z, r),
            (-8.0, 1.35, z + 0.1, 1.38),
            (-11.0, 0.72, z + 0.2, 0.75),
            (-12.8, 0.20, z + 0.25, 0.22),
        ],
        count=120,
        sides=72,
    )
    deck = forms.loft(
        [
            (9.5, 0.25, z + 1.58, 0.10),
            (8.5, 0.62, z + 1.68, 0.16),
            (0.0, 0.72, z + 1.74, 0.18),
            (-6.0, 0.62, z + 1.62, 0.16),
            (-8.0, 0.20, z + 1.34, 0.10),
        ],
        power=4.5,
    )
    tower = _tower(z)
    masts = [
        forms.rod((0, 1.9, z + 4.2), (0, 1.9, z + 6.2), (0.10, 0.08)),
        forms.rod((0, 1.2, z + 4.2), (0, 1.2, z + 5.5), 0.13),
        forms.rod((0.15, 0.5, z + 4.2), (0.15, 0.5, z + 5.1), 0.06),
    ]
    masts += [
        box((0.16, 0.22, 0.24), center=(0, 1.95, z + 6.25), bevel=0.04),
        forms.rod((0.15, 0.5, z + 5.1), (0.15, 0.5, z + 7.0), 0.015),
        forms.turned([(0.20, 0), (0.24, 0.1), (0.18, 0.32), (0.001, 0.38)], (0, 1.2, z + 5.4)),
    ]
    planes = [box((1.9, 1.1, 0.11), center=(s * 1.4, 1.9, z + 3.0), bevel=0.045) for s in (-1, 1)]
    planes += [box((2.2, 1.1, 0.12), center=(s * 1.3, -11.2, z + 0.2), bevel=0.05) for s in (-1, 1)]
    rudder = [box((0.14, 1.25, 2.6), center=(0, -11.6, z + 1.2), bevel=0.06)]
    rails = []
    for s in (-1.0, 1.0):
        line = [(s * 0.60, y, z + 1.86) for y in np.linspace(8.2, -6.0, 10)]
        rails += [forms.rod(p, np.array(p) + [0, 0, 0.75], 0.018, sides=6) for p in line]
        rails.append(forms.pipe([np.array(p) + [0, 0, 0.74] for p in line], 0.012, count=40, sides=6))
    hatch = [
        forms.turned([(0.42, 0.0), (0.42, 0.10), (0.36, 0.15), (0.001, 0.17)], (0, 6.2, z + 1.86)),
        forms.hoop(0.14, 0.02, (0, 6.2, z + 2.08)),
    ]
    ports = [
        forms.turned([(0.13, -0.05), (0.12, 0.03), (0.001, 0.04)], (s * 0.56, y, z + 3.5), axis="x")
        for s in (1,)
        for y in (2.6, 2.2)
    ]
    slots = [
        box((0.03, 0.55, 0.14), center=(s * _side(0.95, r), y, z + 0.95), bevel=0.02)
        for s in (-1, 1)
        for y in np.arange(8.0, -5.5, -1.25)
    ]
    screw = join(
        [_screw_blade().turned(rotation(y=2 * math.pi * k / 5)) for k in range(5)]
        + [forms.turned([(0.24, 0.35), (0.22, -0.1), (0.10, -0.35), (0.001, -0.42)], axis="y")]
    )
    lamps = [
        forms.turned([(0.10, 0), (0.09, 0.12), (0.001, 0.15)], (0, 3.35, z + 4.0)),
    ]
    nodes = (
        things.mesh("submarine hull", hull, "hull", sharp_rad=None),
        things.mesh("submarine tower", join([tower, *planes, *rudder]), "upper", sharp_rad=0.6),
        things.mesh("submarine deck", _parts.grained(deck, 1), "deck"),
        things.mesh("submarine masts", join([*masts, *rails, *hatch]), "metal"),
        things.mesh("submarine slots", join([*slots]), "black"),
        things.mesh("submarine ports", forms.sides_of(ports), "glass"),
        things.mesh("submarine screw", screw.moved((0, -12.95, z + 0.25)), "brass"),
        things.mesh("submarine lamp", join(lamps), "white lamp"),
    )
    thing = Thing(
        nodes=nodes,
        materials={
            "hull": _plated(params.color),
            "upper": _plated(params.color, low=False),
            "deck": _parts.plain("wood", "#4a3a2c"),
            "metal": _parts.plain("metal", "#5c5f63"),
            "black": _parts.plain("rubber", "#0c0c0d"),
            "brass": _parts.plain("gold", "#c8c8c8"),
            **_coach.trims(),
        },
        joints=(Joint(("submarine screw",), (0.0, -12.95, z + 0.25), (0.0, 1.0, 0.0), "spin", rate=5.0),),
        view_rad=1.0,
    )
    return things.scaled(thing, params.size)


def _side(up: float, r: float) -> float:
    """Half width of the hull at a height over its axis."""
    return math.sqrt(max(r * r - up * up, 0.01))


def _tower(z: float) -> Shape:
    """The tower, drop-shaped seen from above."""
    a = np.linspace(0, 2 * math.pi, 64, endpoint=False)
    y = 0.75 + 2.35 * np.cos(a)
    x = 0.62 * np.sin(a) * (1.0 + 0.35 * np.cos(a)) ** 0.8
    rows = []
    for up, k in ((1.5, 1.03), (2.0, 1.0), (4.05, 0.95), (4.2, 0.90), (4.24, 0.80), (4.24, 0.3)):
        rows.append(np.column_stack([x * k, 0.9 + (y - 0.9) * k, np.full(64, z + up)]))
    return rings(np.array(rows))


def _screw_blade() -> Shape:
    """A broad blade of the screw, twisted."""
    rows = []
    for f in np.linspace(0, 1, 8):
        wide = 0.34 * math.sin(math.pi * (0.18 + 0.78 * f)) ** 0.7
        pitch = 1.1 - 0.5 * f
        u = np.array([0.0, -1.0, 1.0, 0.0])
        t = np.array([0.02, 0.0, 0.0, -0.02])
        x = u * wide * math.cos(pitch) - t * math.sin(pitch)
        y = u * wide * math.sin(pitch) + t * math.cos(pitch)
        order = [1, 0, 2, 3]
        rows.append(np.column_stack([x, y, np.full(4, 0.18 + 0.72 * f)])[order])
    return rings(np.array(rows))


def _plated(color: Color, *, low: bool = True) -> Material:
    """Painted steel with weld seams and streaks; below the water red."""
    rest = coords("rest")
    streak = noise(op("vmul", rest, (3.0, 3.0, 0.4)), scale=1.0, detail=5)
    seam = remap(op("abs", op("fract", op("y", rest) / 2.1) - 0.5), 0.488, 0.497)
    deep: Color = (0.5 * color[0], 0.5 * color[1], 0.5 * color[2])
    base = mix(deep, color, remap(streak, 0.3, 0.6))
    if low:
        base = mix((0.16, 0.025, 0.018), base, remap(op("z", rest) + streak * 0.1, 0.12, 0.20))
    return Material(
        color=mix(base, (0.02, 0.02, 0.02), seam * 0.6),
        roughness=0.38 + streak * 0.2,
        specular=0.5,
        coat=0.25,
        coat_roughness=0.2,
        bumps=(Bump(height=streak - seam, strength=0.2, distance_m=0.01),),
        preview=color,
    )
