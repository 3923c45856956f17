"""Gloves over every finger, with a band at the wrist."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_parts
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_cut import compact, cut, loops, smooth
from filmwright.content.figure.garment_fit import SKIN_POINTS, Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.scene.shapes import point_normals
from filmwright.spec.shot import Garment

WORDS = ("gloves", "mittens")
EXAMPLE = "A woman in a gray coat and red gloves waves in the snow"
MATERIALS = ("leather", "wool", "knit", "cotton", "rubber", "silk")
COLOR = "black"
LAYER = 0  # every sleeve goes over them
STIFF = True

EASE = {"knit": 0.0030, "wool": 0.0030}  # thickness over the skin, metres at scale 1; others 2 mm. Chosen.


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A pair of gloves on a body's hands."""
    fit = measure(body)
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "gloves")
    stuff = sewing.stuff(color, material)
    hands = hands_of(fit, EASE.get(material, 0.002))
    sewing.add("", hands, stuff, subdivide=1)
    ground = Surface(fit, hands)
    rims = [loop for loop in loops(hands.faces) if len(loop) > 8]
    cuffs = [garment_parts.band(ground, rim, 0.040, gap=0.001, thickness=0.0025) for rim in rims]
    ribbed = material in ("knit", "wool")
    for index, cuff in enumerate(cuffs):
        data = {"rib": np.ones(len(cuff.points))} if ribbed else None
        sewing.add(f"cuff {index}", cuff, stuff, uv=sewing.weave(cuff), data=data)
    covered = np.zeros(len(body.points), bool)
    covered[:SKIN_POINTS] = fit.hand[:SKIN_POINTS] > 0.35
    sewing.hidden = covered
    return sewing.piece()


def hands_of(fit: Fit, ease: float) -> Cloth:
    """Both hands to above the wrist, grown by `ease` metres at scale 1."""
    body, s = fit.body, fit.scale
    skin, faces = body.points[:SKIN_POINTS], body.faces["body"]
    near = (fit.hand[:SKIN_POINTS] > 0.02) | (fit.arm[:SKIN_POINTS] > 0.5)
    whole = Cloth(skin, faces, np.asarray(body.weights[:SKIN_POINTS], float))
    thick = smooth(point_normals(skin, faces), faces, 2, 0.5) * ease * s
    hands = compact(whole._replace(points=skin + thick), near[faces].all(1))
    for side in "lr":
        elbow, wrist = fit.head_of(f"lowerarm_{side}"), fit.head_of(f"hand_{side}")
        axis = (elbow - wrist) / np.linalg.norm(elbow - wrist)
        mine = (hands.points[:, 0] > 0) == (side == "l")
        hands = cut(hands, (hands.points - wrist) @ axis - 0.055 * s, mine)
    return hands
