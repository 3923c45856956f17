"""Where a point of cloth lies on its own weave: metres around the limb or trunk (u) and along it (v), for knit and twill."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import ARM, HAND, LEG, Fit, side_of

# Girth of each chart: its radius in metres at scale 1, so that a metre of u is a metre of cloth there. Chosen.
_RADIUS = {"trunk": 0.155, "arm": 0.058, "leg": 0.082}


def weave(fit: Fit, cloth: Cloth, *, legs: bool = True) -> F64:
    """Corner coordinates (f, 4, 2) in metres. legs=False: what hangs round both legs is one piece (a skirt)."""
    u, v = np.zeros((2, len(cloth.points)))
    part = np.zeros(len(cloth.points), int)
    angle = np.zeros(len(cloth.points))
    radius = np.full(len(cloth.points), _RADIUS["trunk"] * fit.scale)
    middle = fit.trunk.middle(cloth.points[:, 2])
    out = cloth.points[:, :2] - middle
    angle[:] = np.arctan2(out[:, 1], out[:, 0])
    v[:] = cloth.points[:, 2]
    arm, leg = fit.share(cloth, *ARM, *HAND), fit.share(cloth, *LEG)
    chart = 1
    limbs = ((("upperarm", "hand"), arm, "arm"), (("thigh", "foot"), leg, "leg"))
    for bones, share, name in limbs if legs else limbs[:1]:
        for side in "lr":
            mine = (share > 0.5) & side_of(cloth.points, side)
            start, end = fit.head_of(f"{bones[0]}_{side}"), fit.head_of(f"{bones[1]}_{side}")
            axis = (end - start) / np.linalg.norm(end - start)
            across = np.cross(axis, [0.0, 1.0, 0.0])
            across /= np.linalg.norm(across)
            d = cloth.points[mine] - start
            v[mine] = d @ axis
            angle[mine] = np.arctan2(d @ np.cross(across, axis), d @ across)
            radius[mine] = _RADIUS[name] * fit.scale
            part[mine] = chart
            chart += 1
    u = angle * radius
    corner = np.where(cloth.faces >= 0, cloth.faces, cloth.faces[:, :1])
    first = corner[:, :1]
    # A face belongs to the chart of its first corner; others are unrolled to within half a turn of it.
    r = radius[first]
    du = u[corner] - u[first]
    du = du - np.round(du / (2 * np.pi * r)) * 2 * np.pi * r
    same = part[corner] == part[first]
    du = np.where(same, du, 0.0)
    dv = np.where(same, v[corner], v[first])
    return np.stack([u[first] + du, dv], -1)
