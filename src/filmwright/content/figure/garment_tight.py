"""What lies on the skin like a second one: swimsuits, leggings, leotards. Cut from the base mesh's own tights."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_shell
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_cut import cut
from filmwright.content.figure.garment_fit import ARM, HAND, LEG, Fit, side_of


def second_skin(fit: Fit, ease: float, *, arms: bool, legs: bool, above_z: float = -1.0) -> Cloth:
    """The whole body from neck to wrists and ankles, `ease` metres (scale 1) off the skin; without arms or legs it keeps a little of
    them to be cut. Nothing below `above_z` (metres) is kept."""
    s, z = fit.scale, fit.body.points[:, 2]
    keep = z > above_z - 0.03 * s
    if not arms:
        keep &= fit.arm + fit.hand < 0.9
    if not legs:
        keep &= z > fit.crotch - 0.10 * s
    cloth = garment_shell.tights(fit, np.full(len(z), ease * s), keep=keep & (fit.foot < 0.95), drape=1)
    return garment_shell.settled(fit, cloth, ease * s, rounds=1)


def neck_opening(fit: Fit, cloth: Cloth, *, above: float, tilt: float, wide: float = 0.14) -> Cloth:
    """Cut round the neck: `above` its joint in metres at scale 1, lower in front by tilt."""
    s = fit.scale
    rim = np.array([0.0, fit.head_of("neck_01")[1], fit.neck + above * s])
    up = np.array([0.0, -tilt, 1.0])
    near = (cloth.points[:, 2] > fit.neck - 0.22 * s) & (np.abs(cloth.points[:, 0]) < wide * s)
    return cut(cloth, (cloth.points - rim) @ (up / np.linalg.norm(up)), near)


def armholes(fit: Fit, cloth: Cloth, inset: float) -> Cloth:
    """Cut off at the shoulders, `inset` metres (scale 1) inside the joint, in planes that lean in below."""
    s = fit.scale
    for side, sign in (("l", 1.0), ("r", -1.0)):
        joint = fit.head_of(f"upperarm_{side}")
        p = cloth.points
        out = sign * p[:, 0] - (np.abs(joint[0]) - inset * s)
        dip = np.clip((joint[2] - 0.095 * s - p[:, 2]) / (0.04 * s), 0, 3) * 0.05 * s
        cloth = cut(cloth, out - dip, (sign * p[:, 0] > 0.05 * s) & (p[:, 2] > joint[2] - 0.17 * s))
    return cloth


def sleeves(fit: Fit, cloth: Cloth, end: float) -> Cloth:
    """Both sleeves cut off at `end`: 0..1 along the forearm, -1..0 along the upper arm."""
    for side in "lr":
        shoulder, elbow, wrist = (fit.head_of(f"{bone}_{side}") for bone in ("upperarm", "lowerarm", "hand"))
        a, b, t = (elbow, wrist, end) if end >= 0 else (shoulder, elbow, 1 + end)
        axis = (b - a) / np.linalg.norm(b - a)
        mine = (fit.share(cloth, *ARM, *HAND) > 0.5) & side_of(cloth.points, side)
        cloth = cut(cloth, (cloth.points - (a + (b - a) * t)) @ axis, mine)
    return cloth


def leg_openings(fit: Fit, cloth: Cloth, *, rise: float, low: float = 0.016) -> Cloth:
    """Cut off at the legs: `low` under the crotch there (metres at scale 1), rising outward by `rise` metres a metre in front, by half
    as much behind, where the seat stays covered."""
    s, p = fit.scale, cloth.points
    back = p[:, 1] > fit.trunk.middle(p[:, 2])[:, 1]
    slope = np.where(back, 0.35 * rise, rise)
    line = fit.crotch - low * s + slope * np.maximum(np.abs(p[:, 0]) - 0.035 * s, 0)
    legs = fit.share(cloth, *LEG) > 0.02
    return cut(cloth, line - p[:, 2], legs | (p[:, 2] < fit.hip))
