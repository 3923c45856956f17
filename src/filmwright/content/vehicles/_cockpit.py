"""The inside of a car one sees into: seats, dashboard, steering wheel, and how somebody sits at it."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Ride
from filmwright.content.props import _soft
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, join, rotation

_SIDE_M = 0.36  # of each front seat from the middle
_WHEEL = np.array([-_SIDE_M, 0.27, 0.945])
_LEANS_RAD = 1.05  # of the wheel's axis from the upright; usual of passenger cars
_HAND_M = 0.178


def opened(hull: Shape) -> Shape:
    """The hull without what closes it under the windows."""
    corners = np.where(hull.faces >= 0, hull.faces, hull.faces[:, :1])
    x, y, z = hull.points[corners].mean(axis=1).T
    gone = (np.abs(x) < 0.76) & (y < 0.86) & (y > -1.72) & (z > 0.80)
    return hull._replace(faces=hull.faces[~gone], slot=hull.slot[~gone])


def inside() -> tuple[Mesh, ...]:
    """What is seen through the windows."""
    lining = [box((0.02, 2.5, 0.66), center=(s * 0.775, -0.42, 0.60), bevel=0.008) for s in (-1, 1)]
    lining += [
        box((1.56, 2.5, 0.02), center=(0, -0.42, 0.27)),
        box((1.50, 0.50, 0.03), center=(0, -1.62, 0.93), bevel=0.01),
    ]
    dash = forms.loft(
        [(-0.74, 0.10, 0.86, 0.09), (-0.5, 0.17, 0.87, 0.105), (0.0, 0.18, 0.86, 0.10), (0.74, 0.10, 0.86, 0.09)],
        axis="x",
        power=3.0,
    )
    hood = box((0.34, 0.16, 0.05), center=(-_SIDE_M, 0.56, 0.985), bevel=0.02)
    seats = [part.moved((x, 0, 0)) for x in (-_SIDE_M, _SIDE_M) for part in _seat()]
    bench = [
        _soft.cushion((1.26, 0.48, 0.16), plump_m=0.02, edge_m=0.03, corner_m=0.05).moved((0, -1.02, 0.40)),
        _soft.cushion((1.26, 0.60, 0.14), plump_m=0.02, edge_m=0.03, corner_m=0.05)
        .turned(rotation(x=1.36))
        .moved((0, -1.30, 0.70)),
    ]
    return (
        things.mesh("car lining", join([*lining, dash.moved((0, 0.66, 0)), hood]), "lining"),
        things.mesh("car seats", join([*seats, *bench]), "seat", sharp_rad=None),
        things.mesh("car steering wheel", _wheel(), "wheel", sharp_rad=None),
    )


def materials() -> dict[str, Material]:
    """Those of the inside."""
    return {
        "lining": things.made_of("plastic", (0.055, 0.054, 0.053)),
        "seat": things.made_of("leather", (0.20, 0.15, 0.105)),
        "wheel": things.made_of("leather", (0.022, 0.021, 0.021)),
    }


def ride() -> Ride:
    """Somebody at the wheel, both hands on it, leaning back a little."""
    y, z = float(_WHEEL[1]) - 0.01, float(_WHEEL[2]) + 0.03
    return Ride(
        seat=(-_SIDE_M, -0.16, 0.425),
        feet=((-_SIDE_M - 0.10, 0.62, 0.30), (-_SIDE_M + 0.09, 0.64, 0.30)),
        hands=((-_SIDE_M - _HAND_M, y, z), (-_SIDE_M + _HAND_M, y, z)),
        lean_rad=-0.16,
    )


def _wheel() -> Shape:
    """Rim, spokes, hub and column."""
    parts = [forms.hoop(0.182, 0.0145)]
    parts += [
        forms.rod((0, 0, -0.02), (0.178 * np.cos(a), 0.178 * np.sin(a), 0.0), (0.022, 0.012), sides=10)
        for a in (0.15, np.pi - 0.15, -np.pi / 2)
    ]
    parts.append(forms.turned([(0.001, -0.045), (0.055, -0.04), (0.060, -0.01), (0.050, 0.008), (0.001, 0.012)]))
    parts.append(forms.rod((0, 0, -0.36), (0, 0, -0.03), 0.030))
    return join(parts).turned(rotation(x=_LEANS_RAD)).moved(_WHEEL)


def _seat() -> list[Shape]:
    """A front seat with its head rest, in the middle of the car."""
    return [
        _soft.cushion((0.50, 0.52, 0.15), plump_m=0.02, edge_m=0.03, corner_m=0.06)
        .turned(rotation(x=0.10))
        .moved((0, -0.08, 0.36)),
        _soft.cushion((0.48, 0.62, 0.11), plump_m=0.02, edge_m=0.03, corner_m=0.07)
        .turned(rotation(x=1.32))
        .moved((0, -0.44, 0.68)),
        _soft.cushion((0.26, 0.18, 0.09), plump_m=0.02, edge_m=0.03, corner_m=0.05)
        .turned(rotation(x=1.36))
        .moved((0, -0.535, 1.09)),
    ]
