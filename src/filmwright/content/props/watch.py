"""A wristwatch standing on its closed strap: a steel case, a dial with hands that go, a crown."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _dial, _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, box, curve, join, rings
from filmwright.spec.shot import Member

WORDS = ("watch", "wristwatch", "wrist watch")
EXAMPLE = "A watch in a studio"
COLOR = "#5b3018"
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
_R_M = 0.0195


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The watch somebody asked for: the color of its strap."""
    asked = member.color if member.color not in ("gold", "silver") else None
    return things.asked(rng, member.model_copy(update={"color": asked}), COLOR)


def build(params: Asked) -> Thing:
    """The watch, its dial to the front and a little up; the strap is its own stand."""
    z, y = 0.034, 0.026
    face = _dial.dial("watch", _R_M * 0.93, y + 0.0042, z)
    case = forms.turned(
        [
            (_R_M * 0.9, -0.004),
            (_R_M * 1.05, -0.003),
            (_R_M * 1.08, 0.0),
            (_R_M * 1.06, 0.003),
            (_R_M * 1.05, 0.0055),
            (_R_M * 0.985, 0.0064),
            (_R_M * 0.955, 0.0052),
            (_R_M * 0.95, 0.0036),
            (0.001, 0.0036),
        ],
        (0, y, z),
        axis="y",
        sides=80,
    )
    crystal = forms.turned(
        [(_R_M * 0.955, 0.0057), (_R_M * 0.7, 0.0064), (0.001, 0.0068)], (0, y, z), axis="y", sides=64, caps=False
    )
    crown = (
        forms.turned(
            [(0.0020, 0.0), (0.0034, 0.0004), (0.0034, 0.0032), (0.0028, 0.0038), (0.001, 0.0038)], axis="x", sides=20
        )
        .mirrored(0)
        .moved((-_R_M * 1.075, y, z))
    )
    ridges = [
        box(
            (0.003, 0.0007, 0.0007), center=(-_R_M * 1.075 - 0.0019, y + 0.0034 * math.cos(a), z + 0.0034 * math.sin(a))
        )
        for a in np.arange(18) * math.pi / 9
    ]
    pushers = [
        forms.rod(
            (-_R_M * 1.0 * math.cos(t), y, z + s * _R_M * math.sin(t)),
            (-(_R_M * 1.19) * math.cos(t), y, z + s * _R_M * 1.19 * math.sin(t)),
            0.0017,
        )
        for s, t in ((1, 0.55), (-1, 0.55))
    ]
    lugs = [
        forms.pipe(
            [
                (sx * 0.0115, y, z + sz * 0.0165),
                (sx * 0.0115, y - 0.0005, z + sz * 0.0215),
                (sx * 0.0115, y - 0.004, z + sz * 0.0255),
            ],
            [0.0026, 0.0022, 0.0018],
            sides=12,
        )
        for sx in (-1, 1)
        for sz in (-1, 1)
    ]
    strap, seams = _strap(y, z)
    subs = [
        forms.turned([(0.0043, 0.0), (0.0043, 0.0001)], (x, y + 0.0047, zz), axis="y", sides=36)
        for x, zz in ((0, z - 0.0085), (0.0085, z), (-0.0085, z))
    ]
    small = [
        forms.hoop(0.0043, 0.00018, (x, y + 0.0048, zz), axis="y")
        for x, zz in ((0, z - 0.0085), (0.0085, z), (-0.0085, z))
    ]
    thing = Thing(
        nodes=(
            things.mesh("watch case", join([case, crown, *ridges, *pushers, *lugs]), "steel", sharp_rad=0.6),
            things.mesh("watch plate", join([face.plate, *subs]), "dial"),
            things.mesh("watch print", join([face.print, *small]), "ink"),
            things.mesh("watch hour", face.hour, "ink"),
            things.mesh("watch minute", face.minute, "ink"),
            things.mesh("watch second", face.second, "red"),
            things.mesh("watch crystal", crystal, "glass", sharp_rad=None),
            things.mesh("watch strap", strap, "strap", sharp_rad=0.8),
            things.mesh("watch seams", join(seams), "thread"),
        ),
        materials={
            "steel": _parts.plain("chrome", "#c8c8c8"),
            "dial": _parts.plain("paper", "#f0ede4"),
            "ink": _parts.plain("plastic", "#15161a"),
            "red": _parts.plain("plastic", "#b0201c"),
            "glass": things.made_of("glass", (0.97, 0.98, 0.98)),
            "strap": things.made_of("leather", params.color),
            "thread": _parts.plain("cotton", "#d8c8a4"),
        },
        joints=face.joints,
        view_rad=0.35,
        face=(0.0, y, z),
        face_m=0.06,
    )
    return things.scaled(thing, params.size)


def _path(y: float, z: float) -> F64:
    """The way of the strap (n, 2) of y and z, from the upper lugs round to the lower ones."""
    line = [
        (y - 0.003, z + 0.025),
        (y - 0.012, z + 0.031),
        (y - 0.032, z + 0.026),
        (y - 0.050, z + 0.004),
        (y - 0.048, z - 0.020),
        (y - 0.030, z - 0.0318),
        (y - 0.010, z - 0.0315),
        (y - 0.003, z - 0.025),
    ]
    return curve(np.array(line), 70)


def _strap(y: float, z: float) -> tuple[Shape, list[Shape]]:
    """The strap with its stitching and buckle."""
    line = _path(y, z)
    half = np.interp(np.linspace(0, 1, 70), [0, 0.5, 1], [0.0105, 0.0085, 0.0105])
    t = np.gradient(line, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    n = np.column_stack([-t[:, 1], t[:, 0]])
    stack = []
    for p, o, h in zip(line, n, half):
        ring = [
            (-h, -0.0006),
            (-h * 0.9, -0.0014),
            (h * 0.9, -0.0014),
            (h, -0.0006),
            (h, 0.0006),
            (h * 0.9, 0.0014),
            (-h * 0.9, 0.0014),
            (-h, 0.0006),
        ]
        stack.append([(x, p[0] + d * o[0], p[1] + d * o[1]) for x, d in ring])
    seams = []
    for s in (-1.0, 1.0):
        for side in (-1.0, 1.0):
            for k in range(2, 66, 2):
                a, b = (
                    np.array(
                        [
                            s * (half[j] - 0.0016),
                            line[j, 0] + side * 0.0015 * n[j, 0],
                            line[j, 1] + side * 0.0015 * n[j, 1],
                        ]
                    )
                    for j in (k, k + 1)
                )
                seams.append(forms.rod(a, b, 0.00028, sides=5))
    return rings(np.array(stack)), seams
