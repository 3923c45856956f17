"""A peaked cap: a round flat top wider than its band, a badge in front, a shining visor. Police, officers and captains wear it."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, Head, hat_band, head, ring
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.scene.shapes import Shape, ball, outward, rings
from filmwright.spec.shot import Garment

WORDS = ("peaked cap", "police cap")
EXAMPLE = "A police officer in a peaked cap stands in the street"
MATERIALS = ("wool", "cotton", "leather", "felt")
COLOR = "navy"
COVERS = ("head",)
LAYER = 9

HALF_RAD = 1.0  # how far the visor reaches round to each side; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A peaked cap on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "peaked_cap")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.40)
    stiff = bone_weights(body, head=1.0)
    size, base = it.size, it.radius + HAIR_M * it.size
    ahead = np.clip(-np.sin(ANGLE), 0, 1)
    rows = []
    profile = ((0.0, -0.002), (0.001, 0.002), (0.030, 0.003), (0.036, 0.006), (0.056, 0.026), (0.066, 0.031), (0.072, 0.024),
               (0.076, -0.005), (0.076, -0.045))  # fmt: skip
    tall = (it.top - it.line + 0.012 * size) / (0.076 * size)
    for up, out in profile:
        stand = up * max(tall, 1.0) * (1 + 0.22 * ahead * np.clip((up - 0.03) / 0.03, 0, 1))
        rows.append(ring(it.center, np.maximum(base + out * size, 0.003), it.line + stand * size))
    sewing.add("", from_shape(rings(np.array(rows), caps=True), stiff), stuff, subdivide=1)
    band = rings(hat_band(it, ((-0.001, -0.002), (0.0, 0.0020), (0.030, 0.0028), (0.032, -0.002))), caps=False)
    sewing.add("band", from_shape(band, stiff), sewing.stuff(toned(color, 0.45), "wool", "band"))
    black = sewing.stuff((0.010, 0.010, 0.012), "lacquer", "visor")
    sewing.add("visor", from_shape(_visor(it, base), stiff), black, subdivide=1)
    metal = sewing.metal((0.66, 0.60, 0.42), "badge")
    front = it.center[1] - base[3 * len(base) // 4] - 0.006 * size
    badge = ball((0.017 * size, 0.004 * size, 0.021 * size), sides=16, levels=8)
    sewing.add(
        "badge", from_shape(badge.moved((it.center[0], front - 0.006 * size, it.line + 0.042 * size)), stiff), metal
    )
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.012 * size)
    return sewing.piece()


def _visor(it: Head, base: F64) -> Shape:
    """The visor: short, steep, arched from side to side."""
    size = it.size
    turn = np.linspace(-HALF_RAD, HALF_RAD, 25)
    angle = turn - np.pi / 2
    root = np.interp(angle % (2 * np.pi), np.append(ANGLE, 2 * np.pi), np.append(base, base[0]))
    reach = 0.050 * size * np.cos(turn / HALF_RAD * np.pi / 2) ** 0.6
    rows = []
    for share, up in (
        (0.0, 0.0),
        (0.5, 0.001),
        (0.95, 0.0005),
        (1.0, -0.0012),
        (0.95, -0.003),
        (0.5, -0.0025),
        (0.0, -0.003),
    ):
        radius = root + reach * share
        droop = (0.010 * (turn / HALF_RAD) ** 2 + 0.026 * share**1.2) * size
        xy = it.center + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        rows.append(np.column_stack([xy, it.line + 0.003 * size - droop + up * size]))
    return outward(rings(np.array(rows).transpose(1, 0, 2)))
