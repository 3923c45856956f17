"""A top hat: a tall straight crown of silk, flat on top, a narrow curled brim and a band."""

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

WORDS = ("top hat",)
EXAMPLE = "A magician in a top hat and a tuxedo stands on a stage"
MATERIALS = ("silk", "felt", "wool", "leather")
COLOR = "black"
COVERS = ("head",)
LAYER = 9

CUT = Brimmed(brim=0.050, sides=0.020, front=0.008, over=0.085, taper=0.010)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A top hat on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "top_hat")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.48)
    stiff = bone_weights(body, head=1.0)
    sewing.add("", from_shape(brimmed(it, CUT), stiff), stuff, subdivide=1)
    band = rings(hat_band(it, ((0.001, 0.002), (0.034, 0.0012), (0.036, -0.003))), caps=False)
    sewing.add("band", from_shape(band, stiff), sewing.stuff(toned(color, 0.35), "silk", "band"))
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.012 * it.size)
    return sewing.piece()
