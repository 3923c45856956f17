"""A hard-shell suitcase on four wheels, its handle drawn out."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.scene.shapes import Shape, arrayed, box, join, lathe, rings, rotation, rounded_rectangle, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("suitcase", "trolley case")
EXAMPLE = "An orange suitcase"
COLOR = "orange"
MATERIALS = ("plastic", "leather", "metal")
HOME = ("studio",)
GRIP = ("hang",)


class Params(NamedTuple):
    """One suitcase: height and width of its shell in metres, color, what it is made of, how far the handle is out (0..1)."""

    height_m: float
    width_m: float
    color: Color
    material: str
    handle: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A cabin or a hold case."""
    height = float(rng.uniform(0.56, 0.66)) * things.size_of(member)
    return Params(
        height,
        height * 0.68,
        things.color_of(member, COLOR),
        member.material or MATERIALS[0],
        float(rng.uniform(0.7, 1.0)),
    )


def build(params: Params) -> Thing:
    """The suitcase: its broad side is its front."""
    h, w, color, material, out = params
    d, foot = 0.40 * w, 0.055
    shell = join([_half(w, d, h, +1), _half(w, d, h, -1)]).moved((0, 0, foot + h / 2))
    trim = [_band(w + 0.004, d * 0.055, h + 0.004, 0.05).moved((0, 0, foot + h / 2))]
    corners = [(x, y) for x in (-w / 2 + 0.06, w / 2 - 0.06) for y in (-d / 2 + 0.05, d / 2 - 0.05)]
    wheels = join([_wheel().turned(rotation(z=0.4 * k)).moved((x, y, 0)) for k, (x, y) in enumerate(corners)])
    forks = join([box((0.05, 0.05, 0.03), center=(x, y, foot - 0.008), bevel=0.008) for x, y in corners])
    top = foot + h
    rods = [
        sweep([(x, -d * 0.30, top - 0.02), (x, -d * 0.30, top + 0.36 * out)], 0.008, sides=10)
        for x in (-w * 0.22, w * 0.22)
    ]
    grip = sweep(
        [(-w * 0.25, -d * 0.3, top + 0.36 * out), (w * 0.25, -d * 0.3, top + 0.36 * out)], 0.016, sides=12, flat=0.8
    )
    carry = sweep(
        [
            (-0.10, 0.05, top),
            (-0.09, 0.05, top + 0.028),
            (0, 0.05, top + 0.036),
            (0.09, 0.05, top + 0.028),
            (0.10, 0.05, top),
        ],
        0.011,
        sides=10,
    )
    side = sweep(
        [
            (w / 2, 0, foot + h * 0.38),
            (w / 2 + 0.03, 0, foot + h * 0.41),
            (w / 2 + 0.034, 0, foot + h * 0.5),
            (w / 2 + 0.03, 0, foot + h * 0.59),
            (w / 2, 0, foot + h * 0.62),
        ],
        0.011,
        sides=10,
    )
    lock = box((0.075, 0.02, 0.03), center=(0.0, d / 2 * 0.25, top + 0.004), bevel=0.005)
    badge = box((0.07, 0.006, 0.018), center=(0.0, d / 2 + 0.002, foot + h * 0.86), bevel=0.002)
    black = join([*trim, wheels, forks, grip, carry, side])
    return Thing(
        nodes=(
            things.mesh("suitcase shell", shell, "shell", sharp_rad=math.radians(50)),
            things.mesh("suitcase trim", black, "black"),
            things.mesh("suitcase metal", join([*rods, lock, badge]), "metal"),
        ),
        materials={
            "shell": things.made_of(material, color),
            "black": things.made_of("plastic", (0.018, 0.018, 0.02)),
            "metal": things.made_of("metal", (0.55, 0.56, 0.58)),
        },
        view_rad=0.55,
        top=(0.0, 0.1, top),
    )


def _half(w: float, d: float, h: float, side: int) -> Shape:
    """One of the two shells, ribbed, on the +Y (1) or -Y (-1) side of the seam."""
    levels = []
    for y, inset in ((0.0, 0.0), (0.30, 0.0), (0.40, 0.008), (0.47, 0.03), (0.50, 0.06)):
        outline = rounded_rectangle(w - 2 * inset, h - 2 * inset, 0.075 - 0.5 * inset, per_corner=7)
        levels.append(np.column_stack([outline[:, 0], np.full(len(outline), y * d), outline[:, 1]]))
    made = rings(np.array(levels)[::-1], caps=False)
    xs = np.linspace(-w / 2 + 0.075, w / 2 - 0.075, 61)
    zs = np.linspace(-h / 2 + 0.075, h / 2 - 0.075, 9)
    ribs = 0.006 * np.clip(2.2 * np.sin(xs / (w - 0.15) * 2 * math.pi * 6.0), -1, 1)
    fade = np.clip(np.minimum(zs + h / 2 - 0.075, h / 2 - 0.075 - zs) / 0.04, 0, 1)
    face = [np.column_stack([xs, 0.5 * d + ribs * f, np.full(len(xs), z)]) for z, f in zip(zs, fade)]
    plate = rings(np.array(face), around=False, caps=False)
    rim = rounded_rectangle(w - 0.12, h - 0.12, 0.045, per_corner=7)
    lip = rounded_rectangle(w - 0.15, h - 0.15, 0.002, per_corner=7)
    border = rings(
        np.array(
            [
                np.column_stack([rim[:, 0], np.full(len(rim), 0.5 * d), rim[:, 1]]),
                np.column_stack([lip[:, 0], np.full(len(lip), 0.5 * d), lip[:, 1]]),
            ]
        )[::-1],
        caps=False,
    )
    whole = join([made, plate, border])
    return whole if side > 0 else whole.mirrored(1)


def _band(w: float, d: float, h: float, radius: float) -> Shape:
    """The zip that runs round the seam."""
    outline = rounded_rectangle(w, h, radius + 0.028, per_corner=8)
    path = np.column_stack([outline[:, 0], np.zeros(len(outline)), outline[:, 1]])
    return sweep(path, d / 2, sides=8, closed=True, flat=1.0)


def _wheel() -> Shape:
    """A double castor."""
    tread = lathe(
        [(0.004, -0.01), (0.02, -0.01), (0.024, -0.006), (0.024, 0.006), (0.02, 0.01), (0.004, 0.01)], sides=24
    )
    one = tread.turned(rotation(y=math.pi / 2)).moved((0, 0, 0.024))
    return arrayed(one, [((-0.014, 0, 0), 0.0), ((0.014, 0, 0), 0.0)])
