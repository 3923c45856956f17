"""A beret: soft and round, pulled over to one side, with its little tail on top."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, head, ring
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.scene.shapes import rings
from filmwright.spec.shot import Garment

WORDS = ("beret",)
EXAMPLE = "A painter in a black beret and a striped sweater stands in Paris"
MATERIALS = ("felt", "wool", "knit", "leather", "cotton")
COLOR = "black"
COVERS = ("head",)
LAYER = 9


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A beret on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "beret")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.52)
    stiff = bone_weights(body, head=1.0)
    size, base = it.size, it.radius + HAIR_M * it.size
    tall = it.top - it.line + 0.010 * size
    lean = np.cos(ANGLE - 0.5)  # towards the left and a little back
    rows = []
    profile = ((0.0, -0.003, 0.0), (-0.003, 0.001, 0.0), (0.016, 0.002, 0.05), (0.030, 0.018, 0.4), (0.046, 0.034, 0.9),
               (0.060, 0.032, 1.0), (0.074, 0.010, 0.9), (0.082, -0.030, 0.6), (0.084, -0.070, 0.3),
               (0.096, -0.076, 0.2), (0.098, -0.080, 0.2))  # fmt: skip
    for up, out, soft in profile:
        radius = np.maximum(base + (out + 0.024 * soft * lean) * size, 0.0028 * size)
        sag = (0.030 * lean + 0.004 * np.sin(3 * ANGLE)) * soft * size
        rows.append(ring(it.center + np.array([0.010, 0.006]) * soft * size, radius, it.line + up / 0.084 * tall - sag))
    sewing.add("", from_shape(rings(np.array(rows), caps=True), stiff), stuff, subdivide=1)
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.014 * size)
    return sewing.piece()
