"""A straw hat: braided straw sewn round and round, a broad wavy brim, a round crown with a ribbon."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import Brimmed, brimmed, hat_band, head, unrolled
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.scene.shapes import rings
from filmwright.spec.shot import Garment

WORDS = ("straw hat", "sun hat")
EXAMPLE = "A woman in a straw hat and a white dress walks along the beach"
MATERIALS = ("straw", "felt", "cotton")
COLOR = "light_yellow"
COVERS = ("head",)
LAYER = 9

CUT = Brimmed(brim=0.098, sides=0.004, front=0.014, over=0.026, taper=0.040, round=1.0, wave=0.0035)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A straw hat on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "straw_hat")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.42)
    stiff = bone_weights(body, head=1.0)
    made = brimmed(it, CUT)
    sewing.add("", from_shape(made, stiff), stuff, uv=unrolled(made.faces, 18, it.size, 0.36 * it.size), subdivide=1)
    band = rings(hat_band(it, ((0.0, 0.002), (0.030, 0.0005), (0.032, -0.004))), caps=False)
    sewing.add("band", from_shape(band, stiff), sewing.stuff((0.035, 0.028, 0.024), "silk", "band"))
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.012 * it.size)
    return sewing.piece()
