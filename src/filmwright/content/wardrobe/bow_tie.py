"""A bow tie: two loops and a knot at the collar of a shirt."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.scene.shapes import box, join, outward, rings
from filmwright.spec.shot import Garment

WORDS = ("bow tie",)
EXAMPLE = "A waiter in a white shirt and a black bow tie stands in a café"
MATERIALS = ("silk", "wool", "cotton")
COLOR = "black"
COVERS = ("neck",)
WITH = (("shirt", "white"),)
LAYER = 3

# Across a wing at distances from the middle: half its height, how thick; metres at scale 1. Chosen.
_WING = (
    (0.004, 0.009, 0.007),
    (0.016, 0.014, 0.010),
    (0.036, 0.021, 0.010),
    (0.052, 0.023, 0.007),
    (0.055, 0.020, 0.002),
)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A bow tie on a body, as it sits on a shirt."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "bow_tie")
    shirt = garment_shell.bodice(fit, ease=0.009, hem_z=fit.hip, neck=0.016, neck_tilt=0.42, looseness=0.7, drape=6)
    ground = Surface(fit, shirt)
    rim = shirt.points[garment_shell.hem_loop(shirt, low=False)]
    front = rim[np.argmin(rim[:, 1])]
    at = np.array([0.0, front[1] - 0.016 * s, front[2] + 0.001 * s])
    wings = []
    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    for side in (1.0, -1.0):
        rows = []
        for out, high, deep in _WING:
            crease = 0.0016 * np.cos(3 * turn) * (0.06 - out) / 0.06
            y = 0.10 * out + (deep + crease) * np.sin(turn)
            rows.append(at + np.column_stack([np.full(len(turn), side * out), y, high * np.cos(turn)]) * s)
        wings.append(outward(rings(np.array(rows), caps=True)))
    knot = box((0.019 * s, 0.022 * s, 0.021 * s), bevel=0.006 * s).moved(at)
    sewing.add("", from_shape(join([*wings, knot]), ground.weights(at[None])[0]), sewing.stuff(color, material))
    return sewing.piece()
