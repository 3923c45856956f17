"""A chef's hat: a tall starched band and a pleated crown that puffs out over it."""

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

WORDS = ("chef's hat", "toque")
EXAMPLE = "A chef in a white chef's hat cooks in a kitchen"
MATERIALS = ("cotton", "silk", "wool")
COLOR = "white"
COVERS = ("head",)
LAYER = 9


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A chef's hat on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "chef_hat")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.46)
    stiff = bone_weights(body, head=1.0)
    size, base = it.size, it.radius + HAIR_M * it.size
    pleat = np.cos(16 * (ANGLE + 0.1 * np.sin(3 * ANGLE)))
    lean = np.sin(ANGLE + 0.6)
    profile = ((0.0, -0.002), (-0.002, 0.002), (0.020, 0.0045), (0.085, 0.006), (0.094, 0.007), (0.104, 0.020), (0.128, 0.036),
               (0.156, 0.042), (0.180, 0.034), (0.197, 0.012), (0.203, -0.020), (0.200, -0.055))  # fmt: skip
    rows = []
    for up, out in profile:
        full = np.clip((up - 0.088) / 0.03, 0, 1)
        wave = (0.0055 * pleat + 0.006 * np.sin(2 * ANGLE + 1.0)) * full
        sag = 0.012 * full * lean
        radius = np.maximum(base + (out + wave) * size, 0.004 * size)
        rows.append(ring(it.center, radius, it.line + (up - sag * np.clip((up - 0.10) / 0.1, 0, 1)) * size))
    sewing.add("", from_shape(rings(np.array(rows), caps=True), stiff), stuff, subdivide=1)
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.012 * size)
    return sewing.piece()
