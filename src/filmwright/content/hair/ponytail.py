"""Hair combed back and tied; what is tied hangs behind as a tail."""

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

WORDS = ("ponytail", "pony tail", "horsetail")
EXAMPLE = "A woman with a blond ponytail runs in a park"

_LENGTH_M = {"short": 0.20, "medium": 0.30, "long": 0.40}  # of the tail, on a body of 1.7 m; chosen
_BANDS = ("black", "navy", "crimson", "teal", "brown")
_KNOTS = 18


def line(body: Body) -> Hairline:
    """Where hair grows that is combed back."""
    return pulled_back(body)


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """A ponytail on a head."""
    face, scale = landmarks(body), scale_of(body)
    obstacle = Obstacle(body, face)
    points, _ = roots(body, face, line(body), 9500, rng)
    high = float(rng.uniform(0.20, 0.60))  # sine of where it is tied: level with the eyes .. at the crown
    way = unit(np.array([0.0, 1.0, high]))
    tie = tie_at(face, way, obstacle)
    strands = combed(points, head_center(face), tie, obstacle, rng)
    length = _LENGTH_M.get(hair.length or "medium", 0.30) * scale
    fall = hanging(tie + way * 0.004, way + [0.0, 0.35, 0.25], length, obstacle, 0.020 * scale, _KNOTS)
    t = np.linspace(0, 1, _KNOTS)
    thick = 0.027 * scale * np.interp(t, [0, 0.06, 0.25, 0.6, 1], [0.45, 0.55, 1.0, 1.0, 0.45])
    hung = shortened(tail(fall, thick, 4200, rng, wave_m=0.003), rng, 0.78, 1.0)
    color = hair_color(hair.color)
    loose = [(hung, taper(0.00030, _KNOTS)), (flyaways(hung, rng, 120, 0.012), taper(0.00007, _KNOTS))]
    lies = [
        (strands, rooted(0.00027, STEPS)),
        short_hairs(body, face, line(body), tie, obstacle, rng),
        (flyaways(strands, rng, 420, 0.012), taper(0.00006, STEPS)),
    ]
    swing = Swing(
        pivot=(float(tie[0]), float(tie[1]), float(tie[2])),
        length_m=0.7 * length,
        most_rad=0.55,
        away=(0.0, 1.0),
        hang=0.8,
    )
    return together(
        piece("hair", lies, color, rng),
        swinging(piece("hair", loose, color, rng), swing),
        band(fall[1], fall[2] - fall[0], 0.013 * scale, str(rng.choice(_BANDS)), rng),
    )
