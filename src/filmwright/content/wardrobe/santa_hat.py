"""Santa's hat: a soft cone that falls over to one side, white fur round its edge and a white bobble at its tip."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, Head, head
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.scene.noise import value
from filmwright.scene.shapes import Shape, ball, curve, outward, rings
from filmwright.spec.shot import Garment

WORDS = ("santa hat",)
EXAMPLE = "An old man with a white beard in a santa hat stands in the snow"
MATERIALS = ("felt", "wool", "cotton", "knit")
COLOR = "red"
COVERS = ("head",)
LAYER = 9


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """Santa's hat on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "santa_hat")
    it = head(sewing.fit, line=0.42)
    stiff = bone_weights(body, head=1.0)
    size, base = it.size, it.radius + HAIR_M * it.size
    tip = it.center + np.array([0.150, 0.035]) * size
    line = curve(
        np.array(
            [
                (*it.center, it.line),
                (*it.center, it.line + 0.08 * size),
                (it.center[0] + 0.02 * size, it.center[1] + 0.02 * size, it.top + 0.045 * size),
                (it.center[0] + 0.095 * size, it.center[1] + 0.035 * size, it.top + 0.040 * size),
                (*tip, it.top - 0.060 * size),
            ]
        ),
        20,
    )
    sewing.add("", from_shape(_cone(base, line), stiff), sewing.stuff(color, material), subdivide=1)
    seed = seed_of(rng)
    fur = sewing.stuff((0.80, 0.79, 0.77), "wool", "fur")
    sewing.add("fur", from_shape(_fur(it, base, seed), stiff), fur)
    bobble = ball(0.024 * size, sides=24, levels=16)
    rough = 0.006 * size * value(bobble.points[:, 0] / (0.005 * size), bobble.points[:, 2] / (0.005 * size), seed)
    puffed = bobble.points * (1 + (rough / (0.024 * size)))[:, None]
    sewing.add("bobble", from_shape(bobble._replace(points=puffed).moved(line[-1] - [0, 0, 0.016 * size]), stiff), fur)
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.016 * size)
    return sewing.piece()


def _cone(base: F64, line: F64) -> Shape:
    """The soft cone along its bent middle line: level at the head, across the line where it falls over."""
    rows = []
    way = np.gradient(line, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    for k, (at, ahead) in enumerate(zip(line, way, strict=True)):
        t = k / (len(line) - 1)
        radius = (
            base * np.clip(1 - t**1.4 * 0.97, 0.02, 1) * (1 + 0.06 * np.sin(9 * t + ANGLE) * np.clip(4 * t - 1, 0, 1))
        )
        across = np.cross([0.0, 1.0, 0.0], ahead)
        across /= np.linalg.norm(across)
        other = np.cross(ahead, across)
        rows.append(at + radius[:, None] * (np.cos(ANGLE)[:, None] * across + np.sin(ANGLE)[:, None] * other))
    return rings(np.array(rows), caps=True)


def _fur(it: Head, base: F64, seed: int) -> Shape:
    """The roll of fur round the edge."""
    size = it.size
    fine = np.linspace(0, 2 * np.pi, 5 * len(ANGLE), endpoint=False)
    radius = np.interp(fine, np.append(ANGLE, 2 * np.pi), np.append(base, base[0]))
    rows = []
    for a in np.linspace(0, 2 * np.pi, 17)[:-1]:
        rough = 0.007 * size * (value(40 * np.cos(fine) + 9 * np.cos(a), 40 * np.sin(fine) + 9 * np.sin(a), seed) - 0.3)
        out = radius + 0.006 * size + (0.013 * size + rough) * np.cos(a)
        xy = it.center + out[:, None] * np.column_stack([np.cos(fine), np.sin(fine)])
        rows.append(np.column_stack([xy, it.line + 0.010 * size + (0.022 * size + rough) * np.sin(a)]))
    return outward(rings(np.array(rows), closed=True))
