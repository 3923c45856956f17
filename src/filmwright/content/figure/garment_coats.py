"""What is cut long and loose: coats, gowns, robes; and what is sewn on them: patch pockets, shoulder straps, a girdle of cord."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import Fit, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.scene.shapes import curve, sweep


class Cut(NamedTuple):
    """How it is cut, metres at scale 1: ease off the skin; hem, its height in metres, not scaled; neck, tilt, sleeve, wide, loose as a
    bodice has them; flare, flutes, follow, cling as a skirt has them; folds: their depth; bell: how far the sleeves widen."""

    ease: float
    hem: float
    neck: float = 0.030
    tilt: float = 0.26
    sleeve: float = 0.99
    wide: float = 0.004
    loose: float = 0.7
    flare: float = 0.04
    flutes: float = 0.012
    follow: float = 0.85
    cling: float = 0.0
    folds: float = 0.004
    bell: float = 0.0


def cloth_of(fit: Fit, cut: Cut, seed: int) -> Cloth:
    """The garment without its parts."""
    top = garment_shell.bodice(
        fit,
        ease=cut.ease,
        hem_z=fit.waist,
        sleeve=cut.sleeve,
        neck=cut.neck,
        neck_tilt=cut.tilt,
        looseness=cut.loose,
        sleeve_ease=cut.wide,
        drape=10,
    )
    if cut.bell > 0:
        top = bell_sleeves(fit, top, cut.bell)
    whole = garment_shell.skirt(
        fit,
        top,
        hem_z=cut.hem,
        ease=0.85 * cut.ease,
        flare=cut.flare,
        flutes=cut.flutes,
        seed=seed,
        follow=cut.follow,
        cling=cut.cling,
    )
    height = garment_folds.waves(fit, whole, cut.folds, seed=seed, wide=0.08, long=0.25)
    if cut.sleeve > 0:
        height += garment_folds.bends(fit, whole, 0.9 * cut.folds, seed=seed, joints=("lowerarm",))
        height += garment_folds.sleeves(fit, whole, cut.folds, seed=seed)
    return garment_folds.displaced(fit, whole, height, gap=0.55 * cut.ease)


def bell_sleeves(fit: Fit, cloth: Cloth, deep: float, ahead: float = 0.028) -> Cloth:
    """Sleeves widened backward by `deep`, and a little forward, towards the hand: so they hang flat beside the body when arms come
    down. Metres at scale 1."""
    s, points = fit.scale, cloth.points.copy()
    for side in "lr":
        shoulder, elbow, wrist = (fit.head_of(f"{bone}_{side}") for bone in ("upperarm", "lowerarm", "hand"))
        axis = (wrist - shoulder) / np.linalg.norm(wrist - shoulder)
        share = np.clip(2 * fit.share(cloth, "upperarm", "lowerarm", "hand") - 0.8, 0, 1) * side_of(points, side)
        d = points - shoulder
        along = np.clip((d @ axis) / float((wrist - shoulder) @ axis), 0, 1)
        bend = float((elbow - shoulder) @ axis) / float((wrist - shoulder) @ axis)
        bone = np.stack([np.interp(along, [0, bend, 1], [shoulder[k], elbow[k], wrist[k]]) for k in range(3)], -1)
        off = points - bone
        off -= (off @ axis)[:, None] * axis
        back = off[:, 1] / np.maximum(np.linalg.norm(off, axis=1), 1e-6)
        grow = share * np.clip((along - 0.22) / 0.5, 0, 1) ** 1.1
        points[:, 1] += grow * s * np.where(back > 0, deep, -ahead) * np.abs(back) ** 0.8
    return cloth._replace(points=points)


def patch_pocket(
    ground: Surface, side: int, top_z: float, *, near: float, width: float, deep: float, flap: float = 0.0
) -> list[Cloth]:
    """A pocket sewn on the front at one side, `near` metres from the middle, and its flap if it has one; metres at scale 1."""
    s = ground.fit.scale

    def bag(u: F64, v: F64) -> tuple[F64, F64]:
        return side * (near + width * u) * s, top_z - deep * v * (1 - 0.06 * (2 * u - 1) ** 8) * s

    def lid(u: F64, v: F64) -> tuple[F64, F64]:
        x = side * (near - 0.003 + (width + 0.006) * u) * s
        return x, top_z + (0.006 - flap * v * (1 - 0.18 * (2 * u - 1) ** 6)) * s

    made = [garment_parts.panel(ground, bag, (9, 9), gap=0.0015, thickness=0.0022)]
    if flap > 0:
        made.append(garment_parts.panel(ground, lid, (5, 9), gap=0.0045, thickness=0.0026))
    return made


def shoulder_straps(ground: Surface, *, width: float = 0.040) -> list[Cloth | None]:
    """A strap of cloth along each shoulder from the collar to the sleeve; width in metres at scale 1."""
    fit, s = ground.fit, ground.fit.scale
    made: list[Cloth | None] = []
    for side, sign in (("l", 1.0), ("r", -1.0)):
        end = fit.head_of(f"upperarm_{side}")
        neck = fit.head_of("neck_01")
        v, u = np.meshgrid(np.linspace(0, 1, 14), np.linspace(-0.5, 0.5, 5), indexing="ij")
        x = sign * (0.066 * s + (abs(float(end[0])) - 0.046 * s) * v)
        y = neck[1] + (end[1] - neck[1]) * v + 0.006 * s + u * width * s * (1 - 0.25 * (1 - v))
        top = ground.cloth.points[(ground.normals[:, 2] > 0.25) & (sign * ground.cloth.points[:, 0] > 0)]
        z = np.empty(x.shape)
        for at in np.ndindex(x.shape):
            far = np.hypot(top[:, 0] - x[at], top[:, 1] - y[at])
            near = np.argpartition(far, 4)[:4]
            z[at] = np.average(top[near, 2], weights=1 / (far[near] + 1e-4))
        grid = np.stack([x, y, z], -1)
        flat = ground.lifted(grid.reshape(-1, 3), 0.003 * s)
        made.append(garment_parts.slab(ground, flat.reshape(grid.shape), 0.003 * s))
    return made


def button_rows(ground: Surface, heights: F64, apart: float, radius: float, *, lift: float = 0.006) -> Cloth | None:
    """Buttons in two columns `apart` from each other (metres at scale 1) at heights in metres."""
    x = np.repeat(np.array([-0.5, 0.5]) * apart * ground.fit.scale, len(heights))
    return garment_parts.buttons(ground, ground.face(x, np.tile(heights, 2)), radius, lift=lift)


def girdle(ground: Surface, z: float, thick: float, *, hang: float = 0.36) -> list[Cloth | None]:
    """A cord round the waist at height z (metres), knotted in front left of the middle, its two ends hanging `hang`; its radius
    `thick` and hang in metres at scale 1."""
    fit, s = ground.fit, ground.fit.scale
    turn = np.linspace(0, 2 * np.pi, 73)[:-1]
    middle = fit.trunk.middle(np.full(len(turn), z))
    radius = ground.girth(z, turn) + 0.8 * thick * s
    around = np.column_stack([middle + radius[:, None] * np.column_stack([np.cos(turn), np.sin(turn)]), z + 0 * turn])
    made: list[Cloth | None] = []
    for shift in (0.0, -1.7 * thick * s):
        line = around + [0.0, 0.0, shift]
        item = sweep(np.vstack([line, line[:1]]), thick * s, sides=8)
        made.append(Cloth(item.points, item.faces, ground.weights(item.points)))
    at = ground.face(np.array([0.045 * s]), np.array([z]))[0]
    for side, more in ((-1.0, 0.0), (1.0, 0.07)):
        t = np.linspace(0, 1, 14)
        x = at[0] + side * (0.010 + 0.012 * t) * s
        low = z - (hang + more) * t * s
        line = ground.face(x, low)
        line[:, 1] -= 1.3 * thick * s
        wide = np.full(len(t), thick) * s
        wide[-3:] *= (1.5, 1.8, 1.3)
        item = sweep(line, wide, sides=8)
        made.append(Cloth(item.points, item.faces, ground.weights(item.points)))
    knot = sweep(
        curve(at + np.array([[-0.018, -0.008, 0.004], [0.0, -0.020, 0.0], [0.018, -0.008, -0.006]]) * s, 10),
        1.7 * thick * s,
        sides=10,
    )
    made.append(Cloth(knot.points, knot.faces, ground.weights(knot.points)))
    return made
