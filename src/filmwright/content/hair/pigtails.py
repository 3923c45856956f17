"""Hair parted down the middle and tied at both sides."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.locks import (
    STEPS,
    band,
    combed,
    hanging,
    pulled_back,
    rooted,
    scale_of,
    short_hairs,
    swinging,
    tail,
    tie_at,
    together,
)
from filmwright.content.figure.pose import unit
from filmwright.content.figure.scalp import Hairline, Obstacle, head_center, roots
from filmwright.content.figure.strands import flyaways, hair_color, piece, shortened, taper
from filmwright.content.kinds import Piece, Swing
from filmwright.spec.shot import Hair

WORDS = ("pigtails", "twin tails")
EXAMPLE = "A girl with red pigtails smiles in a park"

_LENGTH_M = {"short": 0.13, "medium": 0.19, "long": 0.30}  # of a tail, on a body of 1.7 m; chosen
_BANDS = ("pink", "red", "yellow", "turquoise", "white")
_KNOTS = 16


def line(body: Body) -> Hairline:
    """Where hair grows that is combed back."""
    return pulled_back(body)


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """Two tails, one behind each ear."""
    face, scale = landmarks(body), scale_of(body)
    obstacle = Obstacle(body, face)
    points, _ = roots(body, face, line(body), 9500, rng)
    points = points[np.abs(points[:, 0]) > 0.0016 * scale]  # the parting
    length = _LENGTH_M.get(hair.length or "medium", 0.19) * scale
    color, tied = hair_color(hair.color), str(rng.choice(_BANDS))
    high = float(rng.uniform(0.02, 0.32))
    made = []
    for side in (1.0, -1.0):
        way = unit(np.array([side * 0.80, 0.62, high]))
        tie = tie_at(face, way, obstacle)
        own = combed(points[points[:, 0] * side > 0], head_center(face), tie, obstacle, rng)
        fall = hanging(tie + way * 0.004, way + [0.35 * side, 0.0, 0.15], length, obstacle, 0.022 * scale, _KNOTS)
        t = np.linspace(0, 1, _KNOTS)
        thick = 0.023 * scale * np.interp(t, [0, 0.08, 0.35, 0.7, 1], [0.45, 0.55, 1.0, 0.95, 0.35])
        hung = shortened(tail(fall, thick, 2200, rng, wave_m=0.004), rng, 0.75, 1.0)
        swing = Swing(
            pivot=(float(tie[0]), float(tie[1]), float(tie[2])), length_m=max(0.7 * length, 0.08), most_rad=0.6,
            away=(side, 0.0), hang=0.8,
        )  # fmt: skip
        fine, radii = short_hairs(body, face, line(body), tie, obstacle, rng, 800)
        fine = fine[fine[:, 0, 0] * side > 0]
        lies = [(own, rooted(0.00027, STEPS)), (fine, radii), (flyaways(own, rng, 200, 0.011), taper(0.00006, STEPS))]
        made += [
            piece("hair", lies, color, rng),
            swinging(piece("hair", [(hung, taper(0.00030, _KNOTS))], color, rng), swing),
            band(fall[1], fall[2] - fall[0], 0.0115 * scale, tied, rng),
        ]
    return together(*made)
