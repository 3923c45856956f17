"""A watch on the left wrist: a round case with its face, on a strap."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import bone_weights, compact_skin, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_plate import tube
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.scene.shapes import lathe
from filmwright.spec.shot import Garment

WORDS = ("watch", "wristwatch")
EXAMPLE = "A man in a t-shirt with a gold watch sits in a café"
MATERIALS = ("leather", "metal", "gold", "rubber")
COLOR = "dark_brown"
LAYER = 0
WITH = (("t_shirt", "white"),)  # a cuff would hide it
STIFF = True
LARGE = 1.2  # a large one, 44 mm across: it is to be seen; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A watch on a body's wrist."""
    fit = measure(body)
    s = fit.scale
    large = s * LARGE
    metal = garment.material in ("metal", "gold") or garment.color in ("gold", "silver")
    color, material = fabric(garment, COLOR, MATERIALS)
    if metal and garment.material is None:
        material = "gold" if garment.color == "gold" else "metal"
    sewing = Sewing(fit, "watch")
    ground = Surface(fit, compact_skin(body, fit.arm + fit.hand > 0.5))
    bones = ("lowerarm_l", "hand_l")
    carried = {"lowerarm_l": 0.7, "hand_l": 0.3}
    strap = tube(
        ground, bones, ((0.885, 0.0012), (0.889, 0.0030), (0.927, 0.0030), (0.931, 0.0012)), carried, thickness=0.0015
    )
    sewing.add("", strap, sewing.stuff(color, material))
    elbow, wrist = fit.head_of(bones[0]), fit.head_of(bones[1])
    axis = (wrist - elbow) / np.linalg.norm(wrist - elbow)
    center = elbow + (wrist - elbow) * 0.908
    # The face looks away from the palm: outward and up at rest.
    out = np.array([1.0, -0.15, 0.35])
    out -= axis * (out @ axis)
    out /= np.linalg.norm(out)
    reach = float(
        ((ground.cloth.points - center) @ out)[np.abs((ground.cloth.points - center) @ axis) < 0.01 * s].max()
    )
    frame = np.column_stack([axis, np.cross(out, axis), out])
    case = lathe(
        np.array(
            [(0.0, -0.002), (0.0185, -0.002), (0.0200, 0.002), (0.0200, 0.007), (0.0175, 0.0095), (0.0170, 0.0085)]
        )
        * large,
        sides=32,
    )
    stiff = bone_weights(body, **carried)
    at = center + out * reach
    rim = (0.80, 0.58, 0.20) if material == "gold" or garment.color == "gold" else (0.66, 0.66, 0.67)
    sewing.add("case", from_shape(case.turned(frame).moved(at), stiff), sewing.metal(rim, "case"))
    dial = lathe(np.array([(0.0, 0.0086), (0.0168, 0.0086)]) * large, sides=32, caps=False)
    sewing.add(
        "dial", from_shape(dial.turned(frame).moved(at), stiff), sewing.stuff((0.72, 0.71, 0.68), "ceramic", "dial")
    )
    hands = [
        from_shape(
            lathe(np.array([(0.0, 0.0), (0.0012, 0.0), (0.0012, 0.0006), (0.0, 0.0006)]) * large, sides=8)
            .turned(frame)
            .moved(at + out * 0.0088 * large),
            stiff,
        )
    ]
    sewing.add("pin", hands, sewing.stuff((0.02, 0.02, 0.02), "plastic", "pin"))
    return sewing.piece()
