"""A cowboy hat: a wide brim rolled up at the sides, a tall crown creased and pinched, a leather band."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import Brimmed, brimmed, hat_band, head
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.scene.shapes import rings
from filmwright.spec.shot import Garment

WORDS = ("cowboy hat", "stetson")
EXAMPLE = "A man in a brown cowboy hat and a denim jacket stands in the desert"
MATERIALS = ("felt", "leather", "straw")
COLOR = "tan"
COVERS = ("head",)
LAYER = 9

CUT = Brimmed(brim=0.092, sides=0.052, front=0.018, over=0.045, crease=0.036, pinch=0.026, taper=0.034)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A cowboy hat on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "cowboy_hat")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.42)
    stiff = bone_weights(body, head=1.0)
    made = brimmed(it, CUT)
    sewing.add("", from_shape(made, stiff), stuff, subdivide=1)
    band = rings(hat_band(it, ((0.0, 0.002), (0.015, 0.0022), (0.017, -0.004))), caps=False)
    sewing.add("band", from_shape(band, stiff), sewing.stuff(toned(color, 0.22), "leather", "band"))
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.012 * it.size)
    return sewing.piece()
