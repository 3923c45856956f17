"""A firefighter's helmet: a ridged shell with a brim that falls long behind, a shield in front."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, Head, head, ring
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.wardrobe import helmet
from filmwright.scene.shapes import Shape, extrude, outward, rings, rotation
from filmwright.spec.shot import Garment

WORDS = ("firefighter helmet", "fire helmet")
EXAMPLE = "A firefighter in a firefighter helmet stands in the street"
MATERIALS = ("plastic", "leather", "metal", "lacquer")
COLOR = "red"
COVERS = ("head",)
LAYER = 9
STIFF = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A firefighter's helmet on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "firefighter_helmet")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.36)
    stiff = bone_weights(body, head=1.0)
    base = it.radius + 1.6 * HAIR_M * it.size
    sewing.add("", from_shape(_shell(it, base), stiff), stuff, subdivide=1)
    shield = np.array([(-0.034, 0.012), (0.034, 0.012), (0.040, 0.060), (0.0, 0.088), (-0.040, 0.060)]) * it.size
    plate = extrude(shield, 0.006 * it.size).turned(rotation(x=np.pi / 2 - 0.28))
    front = it.center[1] - base[3 * len(base) // 4]
    gold = sewing.metal((0.72, 0.55, 0.20), "shield")
    sewing.add(
        "shield",
        from_shape(plate.moved((it.center[0], front - 0.004 * it.size, it.line + 0.016 * it.size)), stiff),
        gold,
    )
    dark = sewing.stuff((0.02, 0.02, 0.022), "rubber", "strap")
    sewing.add("strap", from_shape(helmet.strap(body, it, base), stiff), dark)
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.014 * it.size)
    return sewing.piece()


def _shell(it: Head, base: F64) -> Shape:
    """Brim and shell in one: six ridges and a comb from front to back."""
    size = it.size
    back, ahead = np.clip(np.sin(ANGLE), 0, 1), np.clip(-np.sin(ANGLE), 0, 1)
    wide: F64 = (0.028 + 0.014 * ahead + 0.062 * back**2) * size
    fall = -(0.006 + 0.040 * back**2 + 0.004 * ahead) * size
    rows = [ring(it.center, base + wide * t, it.line + fall * t**1.2 - 0.004 * size) for t in (0.0, 0.5, 0.96, 1.0)]
    rows += [ring(it.center, base + wide * t, it.line + fall * t**1.2 + 0.003 * size) for t in (1.0, 0.96, 0.5, 0.06)]
    tall = it.top - it.line + 0.040 * size
    comb = np.exp(-((np.cos(ANGLE) / 0.10) ** 2))
    ribs = np.exp(-((np.abs((6 * ANGLE / np.pi) % 2 - 1) / 0.22) ** 2)) * 0.005
    for t in np.linspace(0.05, 1, 13):
        out = base * (np.cos(t * np.pi / 2) ** 0.60 if t < 1 else 0.02)
        out = out + size * ribs * np.sin(np.pi * t)
        up = it.line + tall * np.sin(t * np.pi / 2) ** 0.95 + 0.012 * size * comb * np.sin(np.pi * t) ** 0.6
        rows.append(ring(it.center, out, up))
    return outward(rings(np.array(rows), caps=True))
