"""A beanie: a knitted cap, its edge folded up in ribs; a bobble on a child's."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, dome, head, ring, unrolled
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.scene.noise import value
from filmwright.scene.shapes import ball, rings
from filmwright.spec.shot import Garment

WORDS = ("beanie", "woolly hat")
EXAMPLE = "A woman in a red beanie and a blue coat walks through the snow"
MATERIALS = ("knit", "wool", "cotton")
COLOR = "dark_gray"
COVERS = ("head",)
LAYER = 9


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A beanie on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "beanie")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.33)
    stiff, seed = bone_weights(body, head=1.0), seed_of(rng)
    size, base, rows = it.size, it.radius + 0.8 * HAIR_M * it.size, 14
    tall = it.top - it.line + 0.022 * size
    t = np.linspace(0, 1, rows)[:, None]
    slack = 2 * value(np.cos(ANGLE) * 2 + 9 + 0 * t, np.sin(ANGLE) * 2 + 4 * t, seed) - 1
    cap = rings(dome(it, base, tall, full=0.62, slack=0.004 * size * np.sin(np.pi * t) * slack), caps=True)
    sewing.add("", from_shape(cap, stiff), stuff, uv=unrolled(cap.faces, rows, size, tall))
    fold = [(-0.012, 0.001), (-0.014, 0.006), (0.005, 0.008), (0.030, 0.0075), (0.034, 0.005), (0.034, -0.002)]
    cuff = rings(np.array([ring(it.center, base + out * size, it.line + z * size) for z, out in fold]), caps=False)
    uv = unrolled(cuff.faces, len(fold), size, 0.06 * size)
    sewing.add("fold", from_shape(cuff, stiff), stuff, uv=uv, data={"rib": np.ones(len(cuff.points))})
    if body.age_years < 14:
        top = (it.center[0], it.center[1] + 0.014 * size, it.line + tall + 0.016 * size)
        sewing.add("bobble", from_shape(ball(0.024 * size, sides=16, levels=10).moved(top), stiff), stuff)
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.012 * size)
    return sewing.piece()
