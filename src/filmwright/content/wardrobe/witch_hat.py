"""A pointed hat: a wide brim and a tall crown whose tip bends over, with a band and a buckle. Witches wear it, and wizards."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, Head, hat_band, head, ring
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.scene.shapes import Shape, box, rings
from filmwright.spec.shot import Garment

WORDS = ("witch hat", "wizard hat")
EXAMPLE = "A wizard in a blue robe and a wizard hat stands in a forest"
MATERIALS = ("felt", "wool", "cotton", "leather", "silk")
COLOR = "black"
COVERS = ("head",)
LAYER = 9

TALL_M = 0.34  # of the crown over the head at size 1; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A pointed hat on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "witch_hat")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.46)
    stiff = bone_weights(body, head=1.0)
    sewing.add("", from_shape(_hat(it), stiff), stuff, subdivide=1)
    band = rings(hat_band(it, ((0.002, 0.003), (0.030, -0.002), (0.032, -0.008))), caps=False)
    sewing.add("band", from_shape(band, stiff), sewing.stuff(toned(color, 0.35), "leather", "band"))
    front = it.center[1] - it.radius[3 * len(it.radius) // 4] - (HAIR_M + 0.004) * it.size
    buckle = box((0.040 * it.size, 0.007 * it.size, 0.036 * it.size), bevel=0.002)
    at = (it.center[0], front, it.line + 0.016 * it.size)
    sewing.add("buckle", from_shape(buckle.moved(at), stiff), sewing.metal((0.60, 0.45, 0.17), "buckle"))
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.012 * it.size)
    return sewing.piece()


def _hat(it: Head) -> Shape:
    """Brim and crown in one, from the brim's underside out and up to the tip."""
    size, base = it.size, it.radius + HAIR_M * it.size
    wide: F64 = (0.125 + 0.012 * np.sin(3 * ANGLE + 0.6)) * size
    curl = (-0.014 * np.abs(np.sin(ANGLE)) + 0.018 * np.abs(np.cos(ANGLE)) + 0.007 * np.sin(3 * ANGLE + 1.2)) * size
    rows = [
        ring(it.center, base + wide * t, it.line + curl * t**1.5 - 0.003 * size) for t in (0.0, 0.3, 0.65, 0.95, 1.0)
    ]
    rows += [
        ring(it.center, base + wide * t, it.line + curl * t**1.5 + 0.002 * size) for t in (1.01, 0.95, 0.65, 0.3, 0.04)
    ]
    tall = it.top - it.line + TALL_M * size
    for t in (0.04, 0.10, 0.2, 0.32, 0.42, 0.46, 0.58, 0.70, 0.74, 0.86, 0.95, 1.0):
        narrow = max(1 - t, 0.012) ** 0.92
        # It sags in two folds and its tip bends back and to the side.
        fold = 1 + 0.10 * np.exp(-(((t - 0.43) / 0.045) ** 2)) + 0.14 * np.exp(-(((t - 0.72) / 0.04) ** 2))
        bend = np.array([0.075 * t**3.2, 0.095 * t**2.6]) * size
        lift = tall * (t - 0.07 * t**6) + 0.010 * size * np.sin(ANGLE + 0.5) * t
        rows.append(ring(it.center + bend, base * narrow * fold, it.line + lift))
    return rings(np.array(rows), caps=True)
