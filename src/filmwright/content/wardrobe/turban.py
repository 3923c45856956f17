"""A turban: cloth wound round the head in overlapping bands that cross over the brow, with a pleated middle."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, Head, head, ring
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.scene.shapes import Shape, outward, rings
from filmwright.spec.shot import Garment

WORDS = ("turban",)
EXAMPLE = "A man in a red turban stands in a market"
MATERIALS = ("cotton", "silk", "wool")
COLOR = "orange"
COVERS = ("head",)
LAYER = 9

BANDS = 6  # wound one over the other on each side; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A turban on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "turban")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.40)
    stiff = bone_weights(body, head=1.0)
    base = it.radius + 0.8 * HAIR_M * it.size
    sewing.add("", from_shape(_core(it, base), stiff), stuff, subdivide=1)
    for number in range(2 * BANDS):
        sewing.add(f"band {number}", from_shape(_band(it, base, number), stiff), stuff, subdivide=1)
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.020 * it.size)
    return sewing.piece()


def _core(it: Head, base: F64) -> Shape:
    """What is seen between the bands on top: a low dome of cloth."""
    tall = it.top - it.line + 0.052 * it.size
    rows = []
    for t in np.linspace(0, 1, 12):
        out = (base + 0.012 * it.size) * (np.cos(t * np.pi / 2) ** 0.62 if t < 1 else 0.02)
        ridge = 0.0025 * it.size * np.cos(9 * np.cos(ANGLE) * out / 0.1) * np.sin(np.pi * t)
        rows.append(ring(it.center, np.maximum(out + ridge, 0.002), it.line + tall * np.sin(t * np.pi / 2) ** 0.9))
    return rings(np.array(rows), caps=True)


def _band(it: Head, base: F64, number: int) -> Shape:
    """One band: a soft roll round the head, low behind and high over the other side of the brow."""
    size = it.size
    side = 1.0 if number % 2 else -1.0
    k = number // 2
    share = k / (BANDS - 1)
    ahead = np.clip(-np.sin(ANGLE), 0, 1)
    tilt = side * np.cos(ANGLE) * (0.010 + 0.012 * share) * size + 0.010 * size * ahead**2 * (1 - share)
    level = it.line + (0.012 + 0.074 * share) * size + tilt - 0.012 * size * np.clip(np.sin(ANGLE), 0, 1) * (1 - share)
    out = (0.018 + 0.018 * np.sin(np.pi * (0.25 + 0.6 * share)) - 0.030 * share**3 + 0.0016 * number) * size
    turn = np.linspace(0, 2 * np.pi, 13)[:-1]
    rows = []
    for a in turn:
        crease = 0.0016 * size * np.cos(5 * a + 3 * ANGLE + number)
        radius = base * (1 - 0.16 * share**2) + out * 0.5 + (0.011 * size + crease) * np.cos(a) - 0.004 * size
        rows.append(ring(it.center, radius, level + 0.0165 * size * np.sin(a)))
    return outward(rings(np.array(rows), closed=True))
