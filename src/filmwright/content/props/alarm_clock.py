"""A twin-bell alarm clock: a round face, two bells and a hammer on top, a bow to lift it by, two feet."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _dial, _parts
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, curve, join, lathe, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("alarm clock", "twin bell alarm clock")
EXAMPLE = "A red alarm clock in a studio"
COLOR = "turquoise"
MATERIALS = ("lacquer", "metal", "gold", "chrome", "plastic")
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
RADIUS_M, DEEP_M = 0.055, 0.045


class Params(NamedTuple):
    """One alarm clock: its case's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """An alarm clock."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The alarm clock, its face in front (+Y)."""
    r, foot = RADIUS_M, 0.020
    z = r + foot
    profile = [
        (0.0, -DEEP_M), (0.80 * r, -DEEP_M), (0.93 * r, -DEEP_M + 0.006), (0.97 * r, -DEEP_M + 0.014), (0.97 * r, -0.010), (r, -0.007),
        (r, 0.004), (0.96 * r, 0.008), (0.90 * r, 0.004), (0.89 * r, -0.006), (0.0, -0.006),
    ]  # fmt: skip
    case = _parts.front(lathe(profile, sides=80, caps=False), 0.0, z)
    face = _dial.dial("clock", 0.885 * r, -0.0058, z, hour=10.15)
    middle = np.array([0.0, -DEEP_M / 2 + 0.004, z])
    bells, bright = [], []
    for s in (-1, 1):
        tilt = rotation(y=0.62 * s)
        dome = lathe(
            [(0.0255, 0.0), (0.0262, 0.002), (0.0235, 0.012), (0.016, 0.0185), (0.006, 0.0215), (0.0, 0.0218)],
            sides=40,
            caps=False,
        )
        bells.append(dome.moved((0, 0, r + 0.010)).turned(tilt).moved(middle))
        bright.append(sweep([(0, 0, r - 0.004), (0, 0, r + 0.034)], 0.0026, sides=10).turned(tilt).moved(middle))
        bright.append(ball(0.0042, center=(0, 0, r + 0.034), sides=14, levels=8).turned(tilt).moved(middle))
        leg = rotation(y=(math.pi - 0.55) * s)
        bright.append(
            sweep([(0, 0, r - 0.003), (0, 0, r + 0.016)], [0.005, 0.0038], sides=12).turned(leg).moved(middle)
        )
        bright.append(ball(0.0058, center=leg @ np.array([0, 0, r + 0.018]) + middle, sides=16, levels=10))
    bright.append(sweep([middle + [0, 0, r - 0.002], middle + [0, 0, r + 0.026]], 0.0016, sides=8))
    bright.append(
        lathe([(0.0055, -0.009), (0.006, -0.007), (0.006, 0.007), (0.0055, 0.009)], sides=18)
        .turned(rotation(y=math.pi / 2))
        .moved(middle + [0, 0, r + 0.027])
    )
    ends = [(-0.052, 0, 0.0725), (-0.046, 0, 0.102), (0.0, 0, 0.120), (0.046, 0, 0.102), (0.052, 0, 0.0725)]
    bow = curve(ends, 30)
    bright.append(sweep(bow + middle, 0.0022, sides=10))
    low = min(float(part.points[:, 2].min()) for part in bright)

    def down(item: Shape) -> Shape:
        return item.moved((0, 0, -low))

    joints = tuple(j._replace(pivot=(j.pivot[0], j.pivot[1], j.pivot[2] - low)) for j in face.joints)
    thing = Thing(
        nodes=(
            things.mesh("clock case", down(join([case, *bells])), "case", sharp_rad=0.9),
            things.mesh("clock metal", down(join(bright)), "chrome", sharp_rad=0.9),
            things.mesh("clock face", down(face.plate), "face"),
            things.mesh("clock print", down(face.print), "ink"),
            things.mesh("clock hour", down(face.hour), "ink"),
            things.mesh("clock minute", down(face.minute), "ink"),
            things.mesh("clock second", down(face.second), "red"),
        ),
        materials={
            "case": things.made_of(params.material, params.color),
            "chrome": _parts.plain("chrome", "#c8c8c8"),
            "face": Material(color=(0.83, 0.81, 0.75), roughness=0.55, specular=0.3, preview=(0.83, 0.81, 0.75)),
            "ink": Material(color=(0.012, 0.012, 0.013), roughness=0.4, specular=0.4, preview=(0.01, 0.01, 0.01)),
            "red": Material(color=(0.52, 0.02, 0.015), roughness=0.35, specular=0.4, preview=(0.5, 0.02, 0.015)),
        },
        joints=joints,
        view_rad=0.3,
    )
    return things.scaled(thing, params.size)
