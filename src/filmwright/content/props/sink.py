"""A bathroom sink: a ceramic basin on its column, a chrome faucet, drain and overflow."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("sink", "washbasin", "bathroom sink")
EXAMPLE = "A white sink in a studio"
COLOR = "white"
MATERIALS = ("ceramic", "stone", "metal", "gold")
HOME = ("studio",)
WIDTH_M, DEPTH_M, RIM_M = 0.60, 0.48, 0.85


class Params(NamedTuple):
    """One sink: material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float
    cabinet: bool = False
    runs: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A sink."""
    return Params(member.material or MATERIALS[0], things.color_of(member, COLOR), things.size_of(member))


def held(params: Params, action: str) -> Params:
    """Who washes dishes stands at one in a kitchen cabinet; water runs for who washes."""
    return params._replace(cabinet=action == "wash_dishes", runs=True, size=1.0)


def build(params: Params) -> Thing:
    """The sink, the wall behind it at -Y."""
    drain = [
        _parts.disc(0.027, 0.004, bevel=0.002).moved((0, 0.02, RIM_M - 0.138)),
        _parts.disc(0.02, 0.009, bevel=0.004).moved((0, 0.02, RIM_M - 0.138)),
    ]
    overflow = _parts.front(_parts.frame(0.03, 0.03, 0.004, 0.003, radius=0.015), -0.105, RIM_M - 0.045)
    hole = _parts.front(_parts.disc(0.011, 0.001), -0.106, RIM_M - 0.045)
    thing = Thing(
        nodes=(
            things.mesh("sink basin", _basin(), "ceramic", sharp_rad=1.0),
            *(_cabinet() if params.cabinet else (things.mesh("sink column", _column(), "ceramic", sharp_rad=0.9),)),
            things.mesh("sink faucet", join([_faucet(), *drain, overflow]), "chrome"),
            things.mesh("sink hole", hole, "dark"),
            *((things.mesh("sink water", _water(), "water", sharp_rad=None),) if params.runs else ()),
        ),
        materials={
            "ceramic": things.made_of(params.material, params.color),
            "chrome": _parts.plain("chrome", "#c8c8c8"),
            "dark": _parts.plain("plastic", "#101010"),
            **({"water": _running()} if params.runs else {}),
            **(
                {"front": _parts.plain("lacquer", "#5f7f78"), "top": _parts.plain("wood", "#a8743c")}
                if params.cabinet
                else {}
            ),
        },
        view_rad=0.45,
        hollow=(0.0, 0.02, RIM_M - 0.135),
    )
    return things.scaled(thing, params.size)


def _outline(width: float, depth: float, square: float, count: int = 88) -> F64:
    """A superellipse (count, 2), straight behind: square 2 is an ellipse, more is nearer to a rectangle."""
    a = np.linspace(0, 2 * math.pi, count, endpoint=False)
    c, s = np.cos(a), np.sin(a)
    back = np.where(s < 0, square + 3.5, square)
    return np.column_stack(
        [width / 2 * np.sign(c) * np.abs(c) ** (2 / back), depth / 2 * np.sign(s) * np.abs(s) ** (2 / back)]
    )


def _basin() -> Shape:
    """Underside, rim, deck and bowl in one; the bowl lies towards the front."""
    w, d = WIDTH_M, DEPTH_M
    rows = [  # width, depth, z, squareness, shift along y
        (0.17, 0.19, -0.20, 2.4, -0.02), (0.30, 0.28, -0.175, 2.4, -0.01), (0.46, 0.38, -0.12, 2.6, 0.0), (0.565, 0.455, -0.055, 2.9, 0.0),
        (w - 0.008, d - 0.006, -0.03, 3.0, 0.0), (w, d, -0.015, 3.0, 0.0), (w, d, -0.006, 3.0, 0.0), (w - 0.006, d - 0.006, 0.0, 3.0, 0.0),
        (w - 0.03, d - 0.03, 0.0005, 3.0, 0.0), (0.515, 0.355, -0.004, 2.5, 0.035), (0.495, 0.335, -0.010, 2.4, 0.035),
        (0.47, 0.31, -0.045, 2.3, 0.034), (0.41, 0.26, -0.095, 2.2, 0.03), (0.28, 0.18, -0.130, 2.0, 0.024),
        (0.12, 0.09, -0.142, 2.0, 0.02),
        (0.04, 0.04, -0.145, 2.0, 0.02),
    ]  # fmt: skip
    fine = np.concatenate([curve(np.array(rows[:5]), 20)[:-1], np.array(rows[4:9]), curve(np.array(rows[9:]), 26)])
    stack = []
    for width, depth, z, square, shift in fine:
        o = _outline(width, depth, float(square))
        blend = 0.0
        stack.append(np.column_stack([o[:, 0], o[:, 1] + shift + blend, np.full(len(o), RIM_M + z)]))
    return rings(np.array(stack))


def _column() -> Shape:
    """The pedestal."""
    rows = [
        (0.245, 0.235, 0.0),
        (0.24, 0.23, 0.03),
        (0.20, 0.19, 0.06),
        (0.165, 0.16, 0.16),
        (0.15, 0.15, 0.36),
        (0.165, 0.17, 0.58),
        (0.20, 0.21, 0.67),
    ]
    stack = []
    for w, d, z in curve(np.array(rows), 40):
        o = _outline(w, d, 2.6)
        stack.append(np.column_stack([o[:, 0], o[:, 1] - 0.03, np.full(len(o), max(z, 0.0))]))
    return rings(np.array(stack))


def _faucet() -> Shape:
    """A mixer tap with a bent spout and two cross handles."""
    y, z = -0.178, RIM_M
    foot = box((0.20, 0.052, 0.014), center=(0, y, z + 0.006), bevel=0.006)
    neck = lathe([(0.022, 0.0), (0.020, 0.012), (0.015, 0.02), (0.0145, 0.05)], sides=24).moved((0, y, z + 0.012))
    arc = [
        (0, y, z + 0.05),
        (0, y, z + 0.13),
        (0, y + 0.025, z + 0.175),
        (0, y + 0.075, z + 0.185),
        (0, y + 0.118, z + 0.155),
        (0, y + 0.128, z + 0.115),
    ]
    spout = sweep(curve(arc, 40), 0.0125, sides=18)
    tip = lathe([(0.0145, 0.0), (0.0150, 0.003), (0.0150, 0.016), (0.013, 0.018)], sides=24).moved(
        (0, y + 0.129, z + 0.100)
    )
    handles = []
    for x in (-0.075, 0.075):
        handles.append(
            lathe(
                [(0.022, 0.0), (0.021, 0.008), (0.0135, 0.014), (0.012, 0.045), (0.015, 0.05), (0.013, 0.058)], sides=24
            ).moved((x, y, z + 0.012))
        )
        for a in (0.4, 0.4 + math.pi / 2):
            c, s = 0.027 * math.cos(a), 0.027 * math.sin(a)
            handles.append(sweep([(x - c, y - s, z + 0.064), (x + c, y + s, z + 0.064)], [0.0062, 0.0062], sides=10))
    return join([foot, neck, spout, tip, *handles])


def _water() -> Shape:
    """Water from the tap into the basin, thinning as it falls."""
    z = np.linspace(RIM_M + 0.101, RIM_M - 0.125, 24)
    fall = (z[0] - z) / (z[0] - z[-1])
    path = np.column_stack([0.0006 * np.sin(40 * fall), np.full(24, -0.049), z])
    return sweep(path, 0.0068 - 0.0026 * fall + 0.0005 * np.sin(60 * fall), sides=14)


def _running() -> Material:
    """Clear water."""
    return Material(
        color=(0.80, 0.88, 0.93), roughness=0.05, specular=0.6, alpha=0.55, coat=0.8, preview=(0.8, 0.9, 1.0)
    )


def _cabinet() -> tuple[Mesh, ...]:
    """A kitchen cabinet round the basin: doors in front, a wooden top, on it a rack with plates."""
    w, d, top = 1.30, 0.58, RIM_M - 0.012
    body = [box((w, d - 0.04, top - 0.14), center=(0, -0.02, (top - 0.04) / 2 + 0.05), bevel=0.003)]
    body += [box((w, d - 0.12, 0.10), center=(0, -0.04, 0.05))]
    doors = [
        box((w / 2 - 0.012, 0.02, top - 0.20), center=(s * w / 4, d / 2 - 0.03, (top + 0.06) / 2), bevel=0.004)
        for s in (-1, 1)
    ]
    side = (w - WIDTH_M) / 2 + 0.03
    slabs = [_parts.board((side, d, 0.036), (s * (w - side) / 2, 0, top - 0.006), bevel=0.004) for s in (-1, 1)]
    slabs += [
        _parts.board((WIDTH_M - 0.05, 0.09, 0.036), (0, s * (d - 0.09) / 2, top - 0.006), bevel=0.004) for s in (-1, 1)
    ]
    knobs = [
        sweep([(s * 0.05, d / 2 - 0.005, top - 0.16), (s * 0.05, d / 2 - 0.005, top - 0.30)], 0.006, sides=10)
        for s in (-1, 1)
    ]
    plates = [
        lathe([(0.001, 0.0), (0.075, 0.0), (0.118, 0.014), (0.119, 0.017), (0.075, 0.005), (0.001, 0.004)], sides=56)
        .turned(rotation(y=1.32))
        .moved((-0.58 + 0.038 * k, 0.02, top + 0.125))
        for k in range(6)
    ]
    wires = [
        sweep([(-0.60 + 0.038 * k, s * 0.10, top + 0.02), (-0.585 + 0.038 * k, s * 0.10, top + 0.11)], 0.0025, sides=6)
        for k in range(8)
        for s in (-1, 1)
    ]
    wires += [sweep([(-0.62, s * 0.10, top + 0.02), (-0.32, s * 0.10, top + 0.02)], 0.003, sides=6) for s in (-1, 1)]
    return (
        things.mesh("sink cabinet", join([*body, *doors]), "front"),
        things.mesh("sink top", join(slabs), "top"),
        things.mesh("sink plates", join(plates), "ceramic", sharp_rad=None),
        things.mesh("sink rack", join([*knobs, *wires]), "chrome"),
    )
