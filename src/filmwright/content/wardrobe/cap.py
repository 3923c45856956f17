"""A baseball cap: six panels with their seams and a button on top, a curved visor."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, Head, dome, hat_band, head
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.scene.shapes import Shape, ball, outward, rings
from filmwright.spec.shot import Garment

WORDS = ("baseball cap",)
EXAMPLE = "A boy in a red cap and a white t-shirt runs in a park"
MATERIALS = ("cotton", "denim", "wool", "leather", "felt")
COLOR = "navy"
COVERS = ("head",)
LAYER = 9

VISOR_M = 0.072  # how far it stands out in front at size 1; chosen
HALF_RAD = 1.12  # how far it reaches round to each side; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A cap on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "cap")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.34)
    stiff = bone_weights(body, head=1.0)
    size, base, rows = it.size, it.radius + HAIR_M * it.size, 18
    tall = it.top - it.line + 0.012 * size
    t = np.linspace(0, 1, rows)[:, None]
    # A panel bulges between its two seams.
    panel = np.abs(np.sin(3 * (ANGLE + np.pi / 2)))[None] ** 0.5
    front = np.clip(-np.sin(ANGLE), 0, 1)[None]
    slack = size * (
        0.0035 * (panel - 0.7) * np.sin(np.pi * np.clip(t + 0.12, 0, 1)) + 0.008 * front * np.sin(np.pi * t)
    )
    crown = rings(dome(it, base, tall, full=0.60, rows=rows, back_m=0.006, slack=slack), caps=True)
    sewing.add("", from_shape(crown, stiff), stuff, subdivide=1)
    band = rings(
        hat_band(it, ((-0.001, -0.004), (-0.003, 0.0), (0.000, 0.0018), (0.016, 0.0012), (0.018, -0.003))), caps=False
    )
    sewing.add("band", from_shape(band, stiff), stuff)
    sewing.add("visor", from_shape(_visor(it, base), stiff), stuff, subdivide=1)
    button = ball((0.008 * size, 0.008 * size, 0.005 * size), sides=14, levels=8)
    top = (it.center[0], it.center[1] + 0.006 * size, it.line + tall + 0.001 * size)
    sewing.add("button", from_shape(button.moved(top), stiff), sewing.stuff(toned(color, 0.8), material, "button"))
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.014 * size)
    return sewing.piece()


def _visor(it: Head, base: F64) -> Shape:
    """The visor: a stiff sheet out of the front of the band, arched from side to side."""
    size = it.size
    turn = np.linspace(-HALF_RAD, HALF_RAD, 29)
    angle = turn - np.pi / 2
    root = np.interp(angle % (2 * np.pi), np.append(ANGLE, 2 * np.pi), np.append(base, base[0]))
    reach = VISOR_M * size * np.cos(turn / HALF_RAD * np.pi / 2) ** 0.62
    across = turn / HALF_RAD
    rows = []
    profile = (
        (0.0, 0.000),
        (0.3, 0.001),
        (0.65, 0.001),
        (0.95, 0.0005),
        (1.0, -0.0012),
        (0.95, -0.003),
        (0.6, -0.003),
        (0.0, -0.003),
    )
    for share, up in profile:
        radius = root + reach * share - 0.004 * size * (share == 0)
        droop = (0.022 * across**2 + 0.016 * share**1.3) * size
        xy = it.center + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        rows.append(np.column_stack([xy, it.line + 0.008 * size - droop + up * size]))
    return outward(rings(np.array(rows).transpose(1, 0, 2)))
