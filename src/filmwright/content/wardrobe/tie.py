"""A necktie: a knot at the collar and a blade down to the belt, over a shirt."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.scene.shapes import outward, rings, rounded_rectangle
from filmwright.spec.shot import Garment

WORDS = ("necktie",)
EXAMPLE = "A man in a white shirt and a red tie sits in an office"
MATERIALS = ("silk", "wool", "knit", "cotton", "leather")
COLOR = "burgundy"
PATTERNS = _pattern.NAMES
COVERS = ("neck",)
WITH = (("shirt", "white"),)
LAYER = 3

LIFT_M = 0.013  # over the front of the shirt, its placket and buttons; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A tie on a body, as it lies on a shirt."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "tie", garment.pattern, stripes="across")
    silk = sewing.stuff(color, material)
    shirt = garment_shell.bodice(fit, ease=0.009, hem_z=fit.hip, neck=0.016, neck_tilt=0.42, looseness=0.7, drape=6)
    ground = Surface(fit, shirt)
    neck = shirt.points[garment_shell.hem_loop(shirt, low=False)]
    front = neck[np.argmin(neck[:, 1])]
    knot_z = float(front[2]) - 0.004 * s
    tip_z = fit.waist - 0.050 * s
    blade, knot = parts(ground, knot_z, tip_z)
    sewing.add("", blade, silk)
    sewing.add("knot", knot, silk)
    return sewing.piece()


def parts(ground: Surface, knot_z: float, tip_z: float) -> tuple[Cloth, Cloth]:
    """Blade and knot of a tie on a shirt: its knot at one height, its tip at another, in metres."""
    return _blade(ground, knot_z - 0.012 * ground.fit.scale, tip_z), _knot(ground, knot_z)


def _blade(ground: Surface, top_z: float, tip_z: float) -> Cloth:
    """The blade: narrow below the knot with a dimple, wide above its pointed tip."""
    s = ground.fit.scale
    v, u = np.meshgrid(np.linspace(0, 1, 30), np.linspace(-1, 1, 9), indexing="ij")
    half = (0.0135 + 0.0265 * np.clip(v / 0.93, 0, 1) ** 0.85) * s
    z = top_z + (tip_z - top_z) * np.minimum(v, 1.0) + 0.034 * s * np.abs(u) * np.clip((v - 0.86) / 0.14, 0, 1)
    x = half * u
    grid = ground.face(x, z)
    dimple = 0.006 * np.exp(-((u / 0.30) ** 2)) * np.clip(1 - v / 0.16, 0, 1)
    gap = (LIFT_M + 0.004 - dimple + 0.0025 * (1 - u**2)) * s
    flat = ground.lifted(grid.reshape(-1, 3), gap.ravel())
    return garment_parts.slab(ground, flat.reshape(grid.shape), 0.003 * s, sunk_m=0.008 * s)


def _knot(ground: Surface, z: float) -> Cloth:
    """The knot: a soft wedge, wider above, a little to one side as tied by hand."""
    s = ground.fit.scale
    at = ground.face(np.array([0.0]), np.array([z]))[0]
    rows: list[F64] = []
    for up, wide, deep, out in (
        (0.021, 0.030, 0.012, -0.004), (0.018, 0.037, 0.018, -0.006), (0.004, 0.034, 0.021, -0.009),
        (-0.012, 0.026, 0.019, -0.010), (-0.020, 0.021, 0.013, -0.009),
    ):  # fmt: skip
        ring = rounded_rectangle(wide * s, deep * s, 0.45 * deep * s)
        slant = 0.10 * ring[:, 0]
        rows.append(
            np.column_stack([at[0] + ring[:, 0], at[1] + ring[:, 1] + (out - 0.006) * s, at[2] + up * s + slant])
        )
    return from_shape(outward(rings(np.array(rows))), ground.weights(at[None])[0])
