"""A shoulder bag: on the left hip, its strap across the chest from the right shoulder, with a flap and a clasp."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.scene.shapes import box, curve
from filmwright.spec.shot import Garment

WORDS = ("bag", "handbag", "purse")
EXAMPLE = "A woman in a blue dress and a brown shoulder bag walks down the street"
MATERIALS = ("leather", "cotton", "denim", "straw", "silk")
COLOR = "brown"
LAYER = 9

EASE_M = 0.030  # over a coat; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A shoulder bag on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "bag")
    hide = sewing.stuff(color, material)
    coat = garment_shell.bodice(
        fit, ease=EASE_M, hem_z=fit.waist, sleeve=-0.8, neck=0.01, neck_tilt=0.3, looseness=0.9, drape=10
    )
    coat = garment_shell.skirt(fit, coat, hem_z=fit.crotch - 0.10 * s, ease=EASE_M, flare=0.0, follow=0.4, cling=0.05)
    ground = Surface(fit, coat)
    stiff = bone_weights(fit.body, pelvis=1.0)
    z = fit.hip - 0.045 * s
    turn = np.array([0.10])  # just behind the left side: clear of the arm that swings
    out = float(ground.girth(z, turn)[0]) + 0.040 * s
    middle = fit.trunk.middle(np.array([z]))[0]
    at = np.array([middle[0] + out * np.cos(turn[0]), middle[1] + out * np.sin(turn[0]), z])
    body_of = box((0.070 * s, 0.25 * s, 0.185 * s), bevel=0.022 * s)
    flap = box((0.012 * s, 0.255 * s, 0.115 * s), bevel=0.005 * s).moved((0.036 * s, 0.0, 0.036 * s))
    sewing.add("", from_shape(body_of.moved(at), stiff), hide, subdivide=1)
    sewing.add("flap", from_shape(flap.moved(at), stiff), sewing.stuff(toned(color, 0.86), material, "flap"))
    clasp = box((0.010 * s, 0.034 * s, 0.026 * s), bevel=0.003 * s).moved(at + np.array([0.043, 0.0, -0.012]) * s)
    sewing.add("clasp", from_shape(clasp, stiff), sewing.metal((0.66, 0.52, 0.26), "clasp"))
    sewing.add("strap", _strap(ground, at), sewing.stuff(toned(color, 0.7), "leather", "strap"))
    return sewing.piece()


def _strap(ground: Surface, at: F64) -> Cloth:
    """The strap: from the bag up across the chest over the right shoulder and down the back."""
    fit, s = ground.fit, ground.fit.scale
    level = float(fit.head_of("upperarm_l")[2])
    front_x = np.array([0.145, 0.085, 0.010, -0.060]) * s
    front_z = np.array([fit.waist - 0.02 * s, fit.waist + 0.10 * s, level - 0.10 * s, level + 0.020 * s])
    front, back = ground.face(front_x, front_z), ground.face(front_x, front_z, back=True)
    shoulder = np.array([-0.078 * s, fit.head_of("neck_01")[1] + 0.010 * s, level + 0.085 * s])
    ends = at + np.array([[0.0, -0.115, 0.09], [0.0, 0.115, 0.09]]) * s
    line = curve(np.vstack([ends[:1], front, shoulder[None], back[::-1], ends[1:]]), 90)
    line = ground.lifted(line, 0.004 * s, only_up=True)
    for _ in range(3):
        line[1:-1] = 0.5 * line[1:-1] + 0.25 * (line[2:] + line[:-2])
    out = ground.normal(line)
    wide = np.cross(out, np.gradient(line, axis=0))
    wide /= np.maximum(np.linalg.norm(wide, axis=1, keepdims=True), 1e-9)
    grid = np.array([line + wide * k * 0.014 * s for k in (-1.0, 0.0, 1.0)])
    return garment_parts.slab(ground, grid, 0.003 * s, sunk_m=0.003 * s)
