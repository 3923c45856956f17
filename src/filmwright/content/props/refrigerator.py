"""A refrigerator: a tall door over a freezer drawer, bar handles, a note and magnets on it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.materials._weave import toned
from filmwright.content.props import _parts
from filmwright.scene.shapes import Shape, box, join, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("refrigerator", "fridge")
EXAMPLE = "A refrigerator in a studio"
COLOR = "#c3c7cb"
MATERIALS = ("metal", "lacquer", "plastic")
HOME = ("kitchen", "studio")
WIDTH_M, DEPTH_M, HEIGHT_M = 0.76, 0.70, 1.78
_DOOR_M, _PLINTH_M, _SPLIT_M = 0.065, 0.075, 0.66  # thickness of the doors; lower edge, and where the two doors meet


class Params(NamedTuple):
    """One refrigerator: its doors' material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A refrigerator of steel, or enamelled in the color asked for."""
    usual = "metal" if member.color in (None, "silver", "gray", "light_gray") else "lacquer"
    return Params(member.material or usual, things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The refrigerator, its doors in front (+Y)."""
    w, d, h = WIDTH_M, DEPTH_M, HEIGHT_M
    front_y = d / 2 - _DOOR_M
    body = box(
        (w, d - _DOOR_M - 0.012, h - _PLINTH_M), center=(0, -_DOOR_M / 2 - 0.006, (h + _PLINTH_M) / 2), bevel=0.008
    )
    gasket = box((w - 0.03, 0.014, h - _PLINTH_M - 0.03), center=(0, front_y - 0.006, (h + _PLINTH_M) / 2))
    gap = 0.010
    half = (w - gap) / 2
    doors, handles = [], []
    for side in (-1, 1):
        doors.append(
            _door(half, h - _SPLIT_M - gap / 2).moved((side * (half + gap) / 2, front_y, (h + _SPLIT_M + gap / 2) / 2))
        )
        handles.append(_handle(0.78).moved((side * 0.052, d / 2, 1.17)))
    doors.append(_door(w, _SPLIT_M - _PLINTH_M - gap / 2).moved((0, front_y, (_SPLIT_M + _PLINTH_M - gap / 2) / 2)))
    handles.append(_handle(0.56, upright=False).moved((0, d / 2, _SPLIT_M - 0.085)))
    hinges = [
        box((0.09, 0.10, 0.018), center=(x * (w / 2 - 0.06), front_y - 0.0, h + 0.006), bevel=0.005) for x in (-1, 1)
    ]
    plinth = box((w - 0.06, d - 0.14, 0.06), center=(0, -0.03, 0.045))
    feet = [
        _parts.disc(0.022, 0.03).moved((x * (w / 2 - 0.06), y, 0))
        for x in (-1, 1)
        for y in (-d / 2 + 0.06, front_y - 0.03)
    ]
    niche, lit, chrome = _dispenser(-half / 2 - gap / 2)
    paper, magnets, ink = _notes(half / 2 + gap / 2)
    dark = join([gasket, plinth, *feet, *hinges, niche, ink])
    shell = things.made_of(
        "lacquer" if params.material == "metal" else params.material,
        toned(params.color, 0.55) if params.material == "metal" else params.color,
    )
    thing = Thing(
        nodes=(
            things.mesh("refrigerator body", body, "shell"),
            things.mesh("refrigerator doors", join(doors), "door"),
            things.mesh("refrigerator handles", join([*handles, chrome]), "handle"),
            things.mesh("refrigerator dark", dark, "dark"),
            things.mesh("refrigerator display", lit, "display"),
            things.mesh("refrigerator note", paper, "paper"),
            things.mesh("refrigerator magnets", magnets, "magnet", "magnet 2", "magnet 3"),
        ),
        materials={
            "shell": shell,
            "door": things.made_of(params.material, params.color),
            "handle": _parts.plain("chrome", "#b9bcc0"),
            "dark": _parts.plain("plastic", "#1c1d1f"),
            "display": _parts.glow("#a9d8ff", 1.6),
            "paper": _parts.plain("paper", "#f0e7a8"),
            "magnet": _parts.plain("plastic", "#c23a2e"),
            "magnet 2": _parts.plain("plastic", "#2f6fb2"),
            "magnet 3": _parts.plain("plastic", "#d9a72c"),
        },
        view_rad=0.5,
        top=(0.0, 0.0, h),
    )
    return things.scaled(thing, params.size)


def _door(width: float, height: float) -> Shape:
    """A door round the origin, its inner side at y = 0."""
    return _parts.front(_parts.slab(width, height, _DOOR_M, radius=0.012, bevel=0.012))


def _handle(length: float, upright: bool = True) -> Shape:
    """A bar on two posts, along z or along x, from the door at y = 0."""
    half, out = length / 2, 0.052
    bar = sweep([(0, out, -half), (0, out, half)], 0.0125, sides=18)
    posts = [sweep([(0, -0.004, z), (0, out, z)], 0.009, sides=14) for z in (-half + 0.05, half - 0.05)]
    made = join([bar, *posts])
    return made if upright else made.turned(np.array([[0, 0, 1.0], [0, 1, 0], [-1, 0, 0]]))


def _dispenser(x: float) -> tuple[Shape, Shape, Shape]:
    """The niche for water and ice in the door at x (mirrored for who stands before it): niche, lit figures, spout."""
    y, z = DEPTH_M / 2, 1.22
    plate = _parts.front(_parts.slab(0.20, 0.36, 0.004, radius=0.012, bevel=0.002), y, z).moved((-x, 0, 0))
    figures = _parts.front(
        [_parts.lettering("4", 0.03, (-0.04, 0.14)), _parts.lettering("-18", 0.03, (0.04, 0.14))], y + 0.0052, z
    )
    rim = _parts.front(_parts.frame(0.155, 0.22, 0.006, 0.006, radius=0.01), y + 0.003, z - 0.045).moved((-x, 0, 0))
    spout = sweep([(-x, y - 0.01, z + 0.03), (-x, y + 0.018, z + 0.03), (-x, y + 0.022, z + 0.0)], 0.012, sides=12)
    tray = box((0.14, 0.02, 0.006), center=(-x, y + 0.012, z - 0.145), bevel=0.002)
    return plate, figures.moved((-x, 0, 0)), join([rim, spout, tray])


def _notes(x: float) -> tuple[Shape, Shape, Shape]:
    """A note held by a magnet, with two more beside it: paper, magnets, its lines of writing."""
    y, z = DEPTH_M / 2 + 0.0015, 1.34
    paper = _parts.front(_parts.slab(0.10, 0.13, 0.0006, radius=0.002, bevel=0.0002), y, z).moved((-x - 0.03, 0, 0))
    lines = [
        _parts.ribbon([(-0.036, v), (0.01, v + 0.001), (0.034 - 0.3 * abs(v), v)], 0.003, 0.0012)
        for v in np.linspace(0.03, -0.045, 6)
    ]
    writing = _parts.front(lines, y, z).moved((-x - 0.03, 0, 0))
    spots = ((0.0, 0.052, 0), (0.085, 0.03, 1), (0.10, -0.055, 2))
    magnets = [
        _parts.front(_parts.disc(0.014, 0.007, bevel=0.003), y, z + dz).moved((-x - 0.03 - dx, 0, 0)).painted(s)
        for dx, dz, s in spots
    ]
    return paper, join(magnets), writing
