"""A pirate's hat: three sides of the brim turned up against a low crown, edged with gold braid."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, Head, head, ring
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.scene.shapes import rings, sweep
from filmwright.spec.shot import Garment

WORDS = ("pirate hat", "tricorn")
EXAMPLE = "A pirate in a pirate hat and a red coat stands on a beach"
MATERIALS = ("felt", "leather", "wool")
COLOR = "black"
COVERS = ("head",)
LAYER = 9


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A pirate's hat on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "pirate_hat")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.46)
    stiff = bone_weights(body, head=1.0)
    size, base = it.size, it.radius + HAIR_M * it.size
    low = [ring(it.center, *_brim(it, base, t, -0.003)) for t in np.linspace(0, 1, 8)]
    up = [ring(it.center, *_brim(it, base, t, 0.002)) for t in np.linspace(1, 0.03, 8)]
    crown = []
    tall = it.top - it.line + 0.022 * size
    for t in (0.04, 0.25, 0.5, 0.75, 0.92, 1.0):
        crown.append(
            ring(it.center, base * max(np.cos(t * np.pi / 2), 0.02) ** 0.40, it.line + tall * np.sin(t * np.pi / 2))
        )
    sewing.add("", from_shape(rings(np.array([*low, *up, *crown]), caps=True), stiff), stuff, subdivide=1)
    edge = ring(it.center, *_brim(it, base, 1.0, 0.0))
    braid = sweep(np.vstack([edge, edge[:1]]), 0.0048 * size, sides=8)
    sewing.add("braid", from_shape(braid, stiff), sewing.metal((0.62, 0.44, 0.14), "braid"))
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.012 * size)
    return sewing.piece()


def _brim(it: Head, base: F64, t: float, off: float) -> tuple[F64, F64]:
    """Radius and height (ANGLES,) of the brim, t 0..1 of the way out: flat at the three corners, turned up between them; `off`
    metres (size 1) to its upper side."""
    size = it.size
    corner = (0.5 + 0.5 * np.cos(3 * (ANGLE + np.pi / 2))) ** 1.6  # 1 in front and at both sides behind
    turn = (1 - corner) * 1.42 * np.clip(1.5 * t, 0, 1)
    wide = (0.100 + 0.030 * corner) * size * t
    out = wide * np.cos(0.72 * turn) - off * size * np.sin(turn)
    rise = wide * np.sin(turn) + off * size * np.cos(turn) + 0.012 * size * corner * t**2
    return base + np.maximum(out, 0.004 * size * (t > 0)), it.line + rise
