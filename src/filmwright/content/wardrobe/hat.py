"""A hat: brimmed felt with a creased crown and a ribbon, or a knitted cap with a folded rib."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, Head, head, ring
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.scene.noise import value
from filmwright.scene.shapes import ball, box, rings
from filmwright.spec.shot import Garment

WORDS = ("hat", "cap", "beanie", "fedora", "woolly hat", "sun hat")
EXAMPLE = "An old man in a brown hat and a gray coat walks through the fog"
MATERIALS = ("felt", "wool", "knit", "leather", "cotton")
COLOR = "brown"
LAYER = 9

HAIR_M = 0.013  # room for hair below; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A hat on a body's head."""
    fit = measure(body)
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "hat")
    stuff = sewing.stuff(color, material)
    knitted = material in ("knit", "wool")
    it = head(fit, line=0.42 if knitted else 0.5)
    stiff = bone_weights(body, head=1.0)
    if knitted:
        _cap(sewing, it, stuff, stiff, child=body.age_years < 14, seed=seed_of(rng))
    else:
        _brimmed(sewing, it, stuff, stiff)
        ribbon = sewing.stuff(toned(color, 0.25), "silk", "ribbon")
        sewing.add("ribbon", _ribbon(it, stiff), ribbon)
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.012 * it.size)
    return sewing.piece()


def _brimmed(sewing: Sewing, it: Head, stuff: str, stiff: F64) -> None:
    """Crown and brim in one: up the crown's outside, from the brim's underside."""
    size, base = it.size, it.radius + HAIR_M * it.size
    front = np.clip(-np.sin(ANGLE), 0, 1)
    sides = np.abs(np.cos(ANGLE))
    curl = (0.018 * sides**2 - 0.012 * front**2 - 0.004) * size
    rows = []
    for share, drop in ((0.0, 0.0), (0.35, 0.2), (0.7, 0.55), (0.95, 0.93), (1.0, 1.0)):
        rows.append(ring(it.center, base + 0.062 * size * share, it.line + curl * drop - 0.0035 * size))
    for share, drop in ((1.01, 1.0), (0.95, 0.95), (0.7, 0.58), (0.35, 0.23), (0.05, 0.03)):
        rows.append(ring(it.center, base + 0.062 * size * share, it.line + curl * drop + 0.0015 * size))
    tall = it.top - it.line + 0.022 * size
    crease = 0.026 * size * np.clip(1.0 - (np.cos(ANGLE) / 0.75) ** 2, 0, 1)
    for level, inset in ((0.08, 0.0), (0.3, 0.002), (0.55, 0.006), (0.78, 0.013), (0.92, 0.022), (1.0, 0.036)):
        pinch = 0.020 * size * level**2 * np.exp(-(((np.abs(np.cos(ANGLE)) - 0.55) / 0.28) ** 2)) * front
        rows.append(ring(it.center, base - inset * size - pinch, it.line + tall * level + 0.010 * size * level * front))
    rim = rows[-1]
    middle = rim[:, :2].mean(0)
    for share, sink in ((0.7, 0.5), (0.35, 1.0)):
        xy = middle + (rim[:, :2] - middle) * share
        rows.append(np.column_stack([xy, rim[:, 2] - crease * sink * 0.6 - 0.010 * size * sink]))
    item = rings(np.array(rows), caps=True)
    sewing.add("", from_shape(item, stiff), stuff, subdivide=1)


def _ribbon(it: Head, stiff: F64) -> Cloth:
    """The band round the crown with a flat bow at the left."""
    size, base = it.size, it.radius + (HAIR_M + 0.0025) * it.size
    levels = ((-0.5, 0.002), (0.0, 0.004), (0.024, 0.003), (0.026, -0.004))
    stack = [
        ring(it.center, base + inset * size * 0.5, it.line + z * size + (0.002 * size if z < 0 else 0))
        for z, inset in levels[1:]
    ]
    band = rings(np.array(stack), caps=False)
    side = it.center + np.array([base[0] + 0.003 * size, 0.0])
    bow = box((0.004 * size, 0.030 * size, 0.024 * size), bevel=0.0015).moved(
        (side[0], side[1], it.line + 0.014 * size)
    )
    first, second = from_shape(band, stiff), from_shape(bow, stiff)
    shift = np.where(second.faces >= 0, second.faces + len(first.points), -1)
    return Cloth(
        np.concatenate([first.points, second.points]),
        np.concatenate([first.faces, shift]),
        np.concatenate([first.weights, second.weights]),
    )


def _cap(sewing: Sewing, it: Head, stuff: str, stiff: F64, *, child: bool, seed: int) -> None:
    """A knitted cap: a dome over the head, its edge folded up; a bobble for children."""
    size, base = it.size, it.radius + HAIR_M * it.size * 0.8
    tall = it.top - it.line + 0.022 * size
    rows, around = [], ANGLE / (2 * np.pi) * 0.56 * size
    for t in np.linspace(0, 1, 14):
        shape = np.cos(t * np.pi / 2) ** 0.62 if t < 1 else 0.02
        slack = (
            0.004 * size * np.sin(np.pi * t) * (2 * value(np.cos(ANGLE) * 2 + 9, np.sin(ANGLE) * 2 + 4 * t, seed) - 1)
        )
        back = 0.014 * size * t**2
        center = it.center + np.array([0.0, back])
        rows.append(ring(center, base * shape + slack, it.line + tall * np.sin(t * np.pi / 2) ** 0.9))
    dome = rings(np.array(rows), caps=True)
    uv = _dome_uv(dome.faces, len(rows), around, tall)
    sewing.add("", from_shape(dome, stiff), stuff, uv=uv)
    fold = [(-0.012, 0.001), (-0.014, 0.006), (0.005, 0.008), (0.030, 0.0075), (0.034, 0.005), (0.034, -0.002)]
    stack = [ring(it.center, base + out * size, it.line + z * size) for z, out in fold]
    cuff = rings(np.array(stack), caps=False)
    sewing.add(
        "fold",
        from_shape(cuff, stiff),
        stuff,
        uv=_dome_uv(cuff.faces, len(stack), around, 0.06 * size),
        data={"rib": np.ones(len(cuff.points))},
    )
    if child:
        bobble = ball(0.024 * size, sides=16, levels=10).moved(
            (it.center[0], it.center[1] + 0.014 * size, it.line + tall + 0.016 * size)
        )
        sewing.add("bobble", from_shape(bobble, stiff), stuff)


def _dome_uv(faces: np.ndarray[tuple[int, int], np.dtype[np.int64]], rows: int, around: F64, tall: float) -> F64:
    """Corner coordinates of a stack of rings, unrolled at the seam: metres around and up."""
    n = len(around)
    corner = np.where(faces >= 0, faces, faces[:, :1])
    on_ring = corner < rows * n
    u = np.where(on_ring, around[corner % n], 0.0)
    v = np.where(on_ring, corner // n, rows - 1) / max(rows - 1, 1) * tall
    span = around[1] * n
    u = u + np.where(u - u[:, :1] < -span / 2, span, 0.0) - np.where(u - u[:, :1] > span / 2, span, 0.0)
    return np.stack([u, v], -1)
