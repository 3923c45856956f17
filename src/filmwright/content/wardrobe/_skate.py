"""Skates: a boot laced over the ankle and what is under it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from filmwright.content.figure import garment_feet, garment_parts
from filmwright.content.figure.body import F64
from filmwright.content.figure.garment import Cloth, from_shape
from filmwright.content.figure.garment_fit import Fit
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing
from filmwright.scene.shapes import Shape

_HIGH_M = 0.10  # of the shaft over the ankle, at scale 1; chosen
_PLATE_M = 0.014  # thickness of the sole over what is under it


def boots(sewing: Sewing, skin: str, trim: str) -> dict[str, F64]:
    """A pair of boots with laces, trim at the rim and a sole put on the table; the outline (n, 2) of each sole, by side."""
    fit = sewing.fit
    s = fit.scale
    top = fit.ankle + _HIGH_M * s
    shaft = garment_feet.upper(
        fit, ease=0.009, top_z=top, toe=0.012, widths=((fit.ankle + 0.02 * s, 0.048), (top, 0.056))
    )
    sewing.shell(shaft, skin, thickness=0.005, depth=0.04)
    sewing.hides(shaft, margin=0.02, reach=0.05)
    sewing.hides_feet(below_z=fit.ankle)
    ground = Surface(fit, shaft)
    rims = garment_feet.tops(shaft)
    sewing.add("rims", [garment_parts.band(ground, rim, 0.016, gap=0.001, thickness=0.004) for rim in rims], trim)
    outlines = {side: garment_feet.outline(fit, shaft, side) for side in "lr"}
    soles = [garment_feet.sole(fit, outlines[side], side, thickness=_PLATE_M, heel=0.02, welt=0.003) for side in "lr"]
    sewing.add("plates", soles, trim, sharp_angle_rad=0.7)
    return outlines


def under(fit: Fit, outlines: dict[str, F64], make: Callable[[float, float, float], Shape]) -> list[Cloth]:
    """What `make(length_m, sign, scale)` makes under each foot, rigid with it: it gives a Shape along y, the toe towards -y, the middle of
    the sole at the origin, under it."""
    bones, made = fit.body.bones, []
    for side, sign in (("l", 1.0), ("r", -1.0)):
        line = outlines[side]
        heel, toe = line[np.argmax(line[:, 1])], line[np.argmin(line[:, 1])]
        length = float(np.linalg.norm(heel - toe))
        middle, yaw = (heel + toe) / 2, np.arctan2(*(heel - toe))
        c, sn = np.cos(-yaw), np.sin(-yaw)
        shape = make(length, sign, fit.scale).turned(np.array([[c, -sn, 0], [sn, c, 0], [0, 0, 1]]))
        shape = shape.moved((middle[0], middle[1], -_PLATE_M * fit.scale))
        weights = np.zeros((len(shape.points), len(bones)))
        weights[:, bones.index(f"foot_{side}")] = 1.0
        made.append(from_shape(shape, weights))
    return made


def lift_m(fit: Fit, under_m: float) -> float:
    """How far boots lift the body whose runners are `under_m` high at scale 1."""
    return (_PLATE_M + under_m) * fit.scale
