"""A soldier's helmet: a deep smooth shell that comes down over ears and nape, with a chin strap; in camouflage where no color is asked."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, Head, head, ring
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials._pattern import patterned
from filmwright.content.wardrobe import helmet
from filmwright.scene.shapes import Shape, rings
from filmwright.spec.shot import Garment

WORDS = ("combat helmet", "army helmet")
EXAMPLE = "A soldier in uniform and a combat helmet stands in a field"
MATERIALS = ("cotton", "metal", "plastic")
COLOR = "olive"
COVERS = ("head",)
LAYER = 9
STIFF = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A soldier's helmet on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "combat_helmet")
    stuff = sewing.stuff(color, material)
    if garment.color is None and garment.material is None:
        sewing.materials[stuff] = patterned(sewing.materials[stuff], color, "camouflage", "across")
    it = head(sewing.fit, line=0.34)
    stiff = bone_weights(body, head=1.0)
    base = it.radius + 1.6 * HAIR_M * it.size
    sewing.add("", from_shape(_shell(it, base), stiff), stuff, subdivide=1)
    dark = sewing.stuff((0.03, 0.032, 0.022), "rubber", "strap")
    sewing.add("strap", from_shape(helmet.strap(body, it, base), stiff), dark)
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.014 * it.size)
    return sewing.piece()


def _shell(it: Head, base: F64) -> Shape:
    """The shell: its edge cut back over the face, down over the ears."""
    size = it.size
    side, ahead, back = np.abs(np.cos(ANGLE)), np.clip(-np.sin(ANGLE), 0, 1), np.clip(np.sin(ANGLE), 0, 1)
    foot: F64 = (0.006 * ahead - 0.048 * side**1.5 * (1 - 0.6 * ahead) - 0.052 * back**1.2) * size
    tall = it.top - it.line + 0.034 * size
    rows = []
    for t, out, up in ((0.0, 0.004, -0.001), (0.0, 0.014, 0.0), (0.02, 0.012, 0.004)):
        rows.append(ring(it.center, base + out * size, it.line + foot * (1 - t) + up * size))
    for t in np.linspace(0.06, 1, 14):
        radius = (base + 0.009 * size * (1 - t) ** 2) * (np.cos(t * np.pi / 2) ** 0.56 if t < 1 else 0.02)
        rows.append(ring(it.center, radius, it.line + foot + (tall - foot) * np.sin(t * np.pi / 2) ** 0.95))
    return rings(np.array(rows), caps=True)
