"""A shopping cart: a basket of steel wire on a frame with four wheels and a colored handle."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Joint, Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("shopping cart", "shopping trolley")
EXAMPLE = "A shopping cart in a supermarket"
COLOR = "#c21f26"
HOME = ("supermarket", "studio")
HANDLE_M = (-0.50, 1.03)  # where the handle is: ahead of the middle, and up
_WHEEL_M = 0.062


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The cart somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The cart, its front ahead and its handle at the back."""
    top = _frame(0.92, 0.27, 0.48, -0.42)
    low = _frame(0.50, 0.17, 0.40, -0.30)
    wires = [_loop(top, 0.0055), _loop(low, 0.0055)]
    for share in (0.2, 0.4, 0.6, 0.8):
        wires.append(_loop(low + (top - low) * share, 0.0028))
    count = 44
    for k in range(count):
        a, b = (_along(ring, k / count) for ring in (low, top))
        wires.append(sweep([a, b], 0.0026, sides=5))
    xs = np.linspace(-0.15, 0.15, 7)
    wires += [sweep([(x, -0.30, 0.50), (x, 0.40, 0.50)], 0.0026, sides=5) for x in xs]
    wires += [sweep([(-0.17, y, 0.50), (0.17, y, 0.50)], 0.0026, sides=5) for y in np.linspace(-0.26, 0.36, 9)]
    tubes = []
    for s in (-1.0, 1.0):
        back, up = HANDLE_M
        line = [
            (s * 0.24, 0.40, 0.13),
            (s * 0.26, -0.34, 0.16),
            (s * 0.265, -0.40, 0.30),
            (s * 0.27, -0.42, 0.92),
            (s * 0.27, back, up),
        ]
        tubes.append(sweep(curve(line, 50), 0.0125, sides=12))
        tubes.append(sweep([(s * 0.25, 0.20, 0.14), (s * 0.20, 0.28, 0.50)], 0.009, sides=10))
    tubes += [sweep([(-0.24, y, z), (0.24, y, z)], 0.009, sides=10) for y, z in ((0.38, 0.13), (-0.34, 0.165))]
    tray = [sweep([(x, -0.33, 0.165), (x, 0.37, 0.135)], 0.004, sides=6) for x in np.linspace(-0.2, 0.2, 9)]
    handle = sweep([(-0.27, *HANDLE_M), (0.27, *HANDLE_M)], 0.0155, sides=18)
    ends = [
        box((0.05, 0.06, 0.07), center=(s * 0.27, HANDLE_M[0] + 0.005, HANDLE_M[1] - 0.012), bevel=0.014)
        for s in (-1, 1)
    ]
    seat = box((0.34, 0.012, 0.16), center=(0, -0.385, 0.80), bevel=0.005)
    spots = [(s * 0.24, y) for s in (-1.0, 1.0) for y in (-0.34, 0.38)]
    wheels = [_wheel().moved((x, y, _WHEEL_M)) for x, y in spots]
    forks = [box((0.042, 0.05, 0.075), center=(x, y, 0.105), bevel=0.010) for x, y in spots]
    nodes = (
        things.mesh("cart wires", join([*wires, *tray]), "steel", sharp_rad=None),
        things.mesh("cart frame", join(tubes), "steel", sharp_rad=None),
        things.mesh("cart handle", join([handle, *ends, seat]), "handle"),
        things.mesh("cart forks", join(forks), "dark"),
        *[things.mesh(f"cart wheel {k}", wheel, "wheel") for k, wheel in enumerate(wheels)],
    )
    joints = tuple(Joint((f"cart wheel {k}",), (x, y, _WHEEL_M), radius_m=_WHEEL_M) for k, (x, y) in enumerate(spots))
    thing = Thing(
        nodes=nodes,
        materials={
            "steel": things.made_of("chrome", (0.60, 0.61, 0.63)),
            "handle": things.made_of("plastic", params.color),
            "dark": things.made_of("plastic", (0.05, 0.05, 0.055)),
            "wheel": things.made_of("rubber", (0.10, 0.10, 0.11)),
        },
        joints=joints,
        view_rad=0.9,
        hollow=(0.0, 0.05, 0.51),
    )
    return things.scaled(thing, params.size)


def _frame(up: float, half: float, ahead: float, back: float) -> F64:
    """The corners of a rim of the basket: higher at its back, narrower at its front."""
    return np.array(
        [(-half, back, up + 0.06), (half, back, up + 0.06), (half * 0.86, ahead, up), (-half * 0.86, ahead, up)]
    )


def _loop(corners: F64, radius: float) -> Shape:
    return sweep(np.array([_along(corners, k / 48) for k in range(48)]), radius, sides=6, closed=True)


def _along(corners: F64, share: float) -> F64:
    """A point of a closed line of corners, by the share of its length that lies before it."""
    closed = np.concatenate([corners, corners[:1]])
    reach = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))]
    return np.array([np.interp(share * reach[-1], reach, closed[:, k]) for k in range(3)])


def _wheel() -> Shape:
    rows = [
        (0.006, -0.014),
        (0.045, -0.014),
        (0.058, -0.012),
        (_WHEEL_M, 0.0),
        (0.058, 0.012),
        (0.045, 0.014),
        (0.006, 0.014),
    ]
    return lathe(rows, sides=28).turned(rotation(y=math.pi / 2))
