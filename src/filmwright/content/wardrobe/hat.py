"""A hat of felt: brim, creased crown, a ribbon with a flat bow. Of knit or wool it is a beanie."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth, bone_weights, from_shape, join
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import HAIR_M, Brimmed, Head, brimmed, hat_band, head
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.content.wardrobe import beanie
from filmwright.scene.shapes import box, rings
from filmwright.spec.shot import Garment

WORDS = ("hat", "fedora")
EXAMPLE = "An old man in a brown hat and a gray coat walks through the fog"
MATERIALS = ("felt", "wool", "knit", "leather", "cotton")
COLOR = "brown"
COVERS = ("head",)
LAYER = 9

CUT = Brimmed(brim=0.064, sides=0.018, front=0.012, over=0.022, crease=0.026, pinch=0.020)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A hat on a body's head."""
    if garment.material in ("knit", "wool"):
        return beanie.build(body, garment, rng)
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "hat")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit)
    stiff = bone_weights(body, head=1.0)
    sewing.add("", from_shape(brimmed(it, CUT), stiff), stuff, subdivide=1)
    sewing.add("ribbon", _ribbon(it, stiff), sewing.stuff(toned(color, 0.25), "silk", "ribbon"))
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.012 * it.size)
    return sewing.piece()


def _ribbon(it: Head, stiff: F64) -> Cloth:
    """The band round the crown with a flat bow at the left."""
    size = it.size
    band = rings(hat_band(it, ((0.0, 0.002), (0.024, 0.0015), (0.026, -0.002))), caps=False)
    x = it.center[0] + it.radius[0] + (HAIR_M + 0.0055) * size
    bow = box((0.004 * size, 0.030 * size, 0.024 * size), bevel=0.0015).moved((x, it.center[1], it.line + 0.014 * size))
    return join([from_shape(band, stiff), from_shape(bow, stiff)])
