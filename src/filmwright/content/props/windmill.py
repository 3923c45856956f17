"""A windmill of the old kind: a whitewashed tower, a thatched cap, a gallery, four lattice sails that turn."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Joint, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, join, lathe, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("windmill", "wind mill", "dutch windmill")
EXAMPLE = "A windmill in a meadow"
COLOR = "#e4ddcd"
HOME = ("field", "meadow", "studio")
_HUB = (0.0, 2.75, 9.4)
_SIDES = 8


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The windmill somebody asked for: the color of its walls."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The windmill, 15 m to the tip of its upper sail."""
    tower = lathe([(2.75, 0.0), (2.70, 0.3), (1.72, 8.3), (1.72, 8.35)], sides=_SIDES).turned(rotation(z=math.pi / 8))
    plinth = lathe([(2.95, 0.0), (2.95, 0.7), (2.80, 0.85)], sides=_SIDES).turned(rotation(z=math.pi / 8))
    cap = forms.loft(
        [
            (-2.15, 0.30, 8.9, 0.45),
            (-1.9, 1.15, 9.1, 0.85),
            (-0.8, 1.85, 9.25, 1.05),
            (0.6, 1.85, 9.25, 1.10),
            (1.75, 1.25, 9.15, 0.95),
            (2.0, 0.6, 9.0, 0.7),
        ],
        power=2.3,
    )
    keep = cap.points[:, 2] < 8.30
    cap = cap._replace(points=np.where(keep[:, None] & np.array([False, False, True]), 8.30, cap.points))
    shaft = forms.rod((0, 1.5, 9.35), (0, 2.95, 9.4), 0.19)
    gallery, rails = [], []
    for k in range(16):
        a0, a1 = 2 * math.pi * k / 16, 2 * math.pi * (k + 1) / 16
        p, q = (np.array([math.cos(a), math.sin(a), 0.0]) for a in (a0, a1))
        gallery.append(
            forms.wall(p * 2.1 + [0, 0, 3.5], q * 2.1 + [0, 0, 3.5], q * 3.35 + [0, 0, 3.5], p * 3.35 + [0, 0, 3.5])
        )
        rails += [
            forms.rod(p * 3.3 + [0, 0, 3.45], p * 3.3 + [0, 0, 4.4], 0.045, sides=8),
            *[forms.rod(p * 3.3 + [0, 0, z], q * 3.3 + [0, 0, z], 0.035, sides=6) for z in (4.38, 3.95)],
        ]
        rails.append(forms.rod(p * 3.2 + [0, 0, 3.45], p * 2.35 + [0, 0, 2.4], 0.07, sides=6))
    gallery.append(forms.turned([(3.38, 3.42), (3.38, 3.52), (2.0, 3.52), (2.0, 3.42)], sides=16))
    windows, frames = [], []
    for z, side in ((1.95, 0), (5.6, 0), (7.1, 0), (5.2, 1), (5.2, -1), (1.8, 1), (1.8, -1)):
        turn = rotation(z=-side * math.pi / 4)
        out = (2.70 - (z - 0.3) / 8.0 * 0.98) * math.cos(math.pi / 8)
        tilt = rotation(x=math.atan(0.98 / 8.0))
        windows.append(box((0.50, 0.05, 0.74), bevel=0.01).turned(tilt).moved((0, out, z)).turned(turn))
        frames += [
            box((w, 0.09, h), center=(x, 0, d), bevel=0.015).turned(tilt).moved((0, out + 0.01, z)).turned(turn)
            for w, h, x, d in (
                (0.62, 0.07, 0, 0.39),
                (0.62, 0.07, 0, -0.39),
                (0.07, 0.85, 0.29, 0),
                (0.07, 0.85, -0.29, 0),
                (0.035, 0.75, 0, 0),
                (0.5, 0.035, 0, 0),
            )
        ]
    door_y = 2.70 * math.cos(math.pi / 8) - 0.02
    door = _parts.grained(box((0.95, 0.10, 1.9), center=(0, door_y, 0.95), bevel=0.02), 2).turned(
        rotation(z=math.pi / 4)
    )
    tail = [forms.rod((s * 0.8, -1.5, 8.9), (s * 0.15, -4.6, 3.9), 0.07, sides=8) for s in (-1, 1)]
    sails, cloth = _sails(params.seed)
    nodes = (
        things.mesh("windmill tower", tower, "wall", sharp_rad=0.3),
        things.mesh("windmill plinth", plinth, "brick", sharp_rad=0.3),
        things.mesh("windmill cap", cap, "thatch", sharp_rad=None),
        things.mesh("windmill gallery", join([*gallery, *rails, *tail, shaft]), "timber"),
        things.mesh("windmill windows", join(windows), "glass"),
        things.mesh("windmill frames", join(frames), "white"),
        things.mesh("windmill door", door, "door"),
        things.mesh("windmill sails", sails, "timber"),
        things.mesh("windmill cloth", cloth, "cloth"),
    )
    thing = Thing(
        nodes=nodes,
        materials={
            "wall": _plaster(params.color),
            "brick": _bricks(),
            "thatch": _thatch(),
            "timber": _parts.plain("wood", "#5a4230"),
            "white": _parts.plain("lacquer", "#e6e3da"),
            "glass": Material(color=(0.02, 0.025, 0.03), roughness=0.08, specular=0.6, preview=(0.03, 0.03, 0.04)),
            "door": _parts.plain("lacquer", "#2c5a42"),
            "cloth": _parts.plain("cotton", "#ded5c0").model_copy(update={"translucent": 0.3}),
        },
        joints=(Joint(("windmill sails", "windmill cloth"), _HUB, (0.0, 1.0, 0.0), "spin", rate=0.9),),
        view_rad=0.45,
    )
    return things.scaled(thing, params.size)


def _sails(seed: int) -> tuple[Shape, Shape]:
    """Four sails of lattice round the hub, sailcloth on a part of each."""
    wood, cloth = [], []
    for k in range(4):
        turn = rotation(y=math.pi / 2 * k + 0.45)
        arm = [forms.rod((0, 0, 0), (0, 0.05, 6.1), (0.13, 0.07), sides=8)]
        for x in (0.10, 0.42, 0.75, 1.08):
            arm.append(forms.rod((x, 0.02 + 0.10 * x, 1.1), (x, 0.05 + 0.10 * x, 6.0), 0.026, sides=6))
        for z in np.linspace(1.1, 6.0, 15):
            arm.append(forms.rod((-0.14, 0.0, z), (1.10, 0.13, z), 0.024, sides=6))
        arm.append(box((0.26, 0.03, 4.8), center=(-0.16, 0.02, 3.6), bevel=0.01))
        u, v = np.linspace(0.06, 1.06, 8), np.linspace(1.15, 5.9, 26)
        rows = [np.column_stack([u, 0.06 + 0.10 * u + 0.05 * np.sin(math.pi * (u - 0.06)), np.full(8, z)]) for z in v]
        cloth.append(forms.sheet(rows).turned(turn))
        wood += [a.turned(turn) for a in arm]
    wood.append(forms.turned([(0.34, -0.25), (0.36, 0.18), (0.20, 0.32), (0.001, 0.36)], axis="y", sides=20))
    return join(wood).moved(_HUB), join(cloth).moved(_HUB)


def _plaster(color: Color) -> Material:
    """Whitewash, stained from the weather."""
    rest = coords("rest")
    stain = noise(op("vmul", rest, (1.0, 1.0, 0.25)), scale=1.4, detail=6)
    grit = noise(rest, scale=24.0, detail=4)
    dirty: Color = (0.62 * color[0], 0.58 * color[1], 0.50 * color[2])
    return Material(
        color=mix(color, dirty, remap(stain, 0.48, 0.75)),
        roughness=0.9,
        specular=0.15,
        bumps=(Bump(height=grit, strength=0.5, distance_m=0.02),),
        preview=color,
    )


def _bricks() -> Material:
    """Courses of red brick."""
    rest = coords("rest")
    along = op("add", op("x", rest), op("y", rest))
    row = op("floor", op("z", rest) / 0.09)
    joint = op(
        "max",
        remap(op("abs", op("fract", op("z", rest) / 0.09) - 0.5), 0.40, 0.46),
        remap(op("abs", op("fract", along / 0.26 + row * 0.5) - 0.5), 0.45, 0.48),
    )
    tone = op("white_noise", op("combine", op("floor", along / 0.26 + row * 0.5), row, 0.0))
    return Material(
        color=mix(mix((0.20, 0.06, 0.035), (0.34, 0.12, 0.06), tone), (0.42, 0.38, 0.33), joint),
        roughness=0.88,
        specular=0.2,
        bumps=(Bump(height=joint * -1.0, strength=0.6, distance_m=0.01),),
        preview=(0.27, 0.09, 0.05),
    )


def _thatch() -> Material:
    """Weathered reed that runs down the cap."""
    rest = coords("rest")
    reeds = noise(op("vmul", rest, (5.0, 26.0, 5.0)), scale=1.0, detail=5)
    return Material(
        color=mix((0.10, 0.075, 0.045), (0.33, 0.26, 0.16), reeds),
        roughness=0.95,
        specular=0.1,
        bumps=(Bump(height=reeds, strength=0.8, distance_m=0.05),),
        preview=(0.24, 0.18, 0.11),
    )
