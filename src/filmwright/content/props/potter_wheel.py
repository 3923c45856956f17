"""A potter's wheel: a turning disc in a tray on a frame; for who throws, with the pot on it and a stool."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Joint, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, noise, op
from filmwright.scene.shapes import box, join
from filmwright.spec.shot import Member

WORDS = ("potter's wheel", "pottery wheel")
EXAMPLE = "A potter's wheel in a studio"
COLOR = "#7b6a5a"
MATERIALS = ("metal", "wood", "lacquer")
HOME = ("studio",)
DISC_M, SEAT_M, SIT_M = 0.56, 0.47, 0.56  # heights of disc and stool, and how far apart their middles are
_POT = (
    (0.052, 0.0),
    (0.066, 0.012),
    (0.084, 0.055),
    (0.089, 0.095),
    (0.078, 0.135),
    (0.066, 0.160),
    (0.070, 0.178),
    (0.078, 0.186),
)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The wheel somebody asked for: the color of its frame."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who throws a pot sits at it on a stool."""
    return params._replace(action=action)


def pot(share: float) -> F64:
    """The pot's side (radius, height over the disc) at a share of its height."""
    rows = np.asarray(_POT)
    high = share * rows[-1, 1]
    return np.array([np.interp(high, rows[:, 1], rows[:, 0]), high])


def build(params: Asked) -> Thing:
    """The wheel, the side where one sits in front (+Y); its disc turns."""
    top = DISC_M
    tray = forms.turned(
        [
            (0.12, top - 0.055),
            (0.30, top - 0.055),
            (0.315, top - 0.04),
            (0.315, top + 0.035),
            (0.305, top + 0.04),
            (0.300, top + 0.03),
            (0.295, top - 0.045),
            (0.12, top - 0.045),
        ],
        sides=64,
    )
    legs = [
        _parts.leg((x * 0.20, y * 0.20, top - 0.05), (x * 0.26, y * 0.26, 0.0), (0.05, 0.042))
        for x in (-1, 1)
        for y in (-1, 1)
    ]
    motor = box((0.26, 0.26, 0.20), center=(0, 0, 0.30), bevel=0.02)
    shaft = forms.rod((0, 0, 0.36), (0, 0, top - 0.02), 0.022)
    disc = forms.turned(
        [
            (0.02, top - 0.018),
            (0.150, top - 0.018),
            (0.153, top - 0.014),
            (0.153, top - 0.002),
            (0.150, top),
            (0.001, top),
        ],
        sides=64,
    )
    base = [forms.turned([(0.115, top), (0.118, top + 0.012), (0.001, top + 0.013)], sides=48)]
    vase = forms.vessel(_POT, 0.007, floor=0.014, sides=96).moved((0, 0, top + 0.010))
    marks = [
        forms.hoop(pot(f)[0] + 0.0002, 0.0011, (0, 0, top + 0.010 + pot(f)[1]), flat=1.4)
        for f in np.linspace(0.1, 0.92, 11)
    ]
    blob = forms.loft([(-0.03, 0.012, 0, 0.010), (0.0, 0.024, 0, 0.012), (0.03, 0.010, 0, 0.008)], axis="x").moved(
        (0.125, 0.0, top + 0.006)
    )
    nodes = [
        things.mesh("wheel frame", join([*legs, motor]), "frame"),
        things.mesh("wheel tray", tray, "tray"),
        things.mesh("wheel disc", join([disc, shaft]), "steel"),
        things.mesh("wheel clay", join([vase, *base, *marks, blob]), "clay", sharp_rad=None),
    ]
    materials = {
        "frame": things.made_of(params.material, params.color),
        "tray": _parts.plain("plastic", "#c9c3b6"),
        "steel": _parts.plain("metal", "#8b8d90"),
        "clay": _clay(),
    }
    if params.action == "make_pottery":
        seat = forms.turned(
            [
                (0.155, SEAT_M - 0.045),
                (0.165, SEAT_M - 0.04),
                (0.165, SEAT_M - 0.012),
                (0.150, SEAT_M),
                (0.001, SEAT_M),
            ],
            sides=48,
        )
        stool = [_parts.grained(seat, 0)]
        stool += [
            _parts.leg((x * 0.10, y * 0.10, SEAT_M - 0.04), (x * 0.155, y * 0.155, 0), (0.042, 0.03))
            for x in (-1, 1)
            for y in (-1, 1)
        ]
        nodes.append(things.mesh("wheel stool", join(stool).moved((0, SIT_M, 0)), "stool"))
        materials["stool"] = _parts.plain("wood", "#9a6b3e")
    thing = Thing(
        nodes=tuple(nodes),
        materials=materials,
        joints=(
            Joint(
                nodes=("wheel disc", "wheel clay"), pivot=(0.0, 0.0, top), axis=(0.0, 0.0, 1.0), kind="spin", rate=9.0
            ),
        ),
        view_rad=0.4,
        top=(0.0, 0.0, top + 0.2),
    )
    return things.scaled(thing, params.size)


def _clay() -> Material:
    """Wet clay, in fine rings."""
    rest = coords("rest")
    patch = noise(rest, scale=40.0, detail=3)
    return Material(
        color=mix((0.36, 0.17, 0.085), (0.27, 0.12, 0.06), patch),
        roughness=0.32,
        specular=0.45,
        coat=0.35,
        coat_roughness=0.2,
        bumps=(Bump(height=op("sin", op("z", rest) * 1100.0), strength=0.25, distance_m=0.0008),),
        preview=(0.36, 0.18, 0.1),
    )
