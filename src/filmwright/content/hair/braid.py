"""Hair combed back and plaited into one braid, down the back or over a shoulder."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.locks import (
    STEPS,
    band,
    combed,
    hanging,
    plait,
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
from filmwright.content.figure.strands import flyaways, hair_color, piece, taper
from filmwright.content.kinds import Piece, Swing
from filmwright.spec.shot import Hair

WORDS = ("braid", "plait")
EXAMPLE = "A young woman with a long red braid walks in a forest"

_LENGTH_M = {"short": 0.22, "medium": 0.32, "long": 0.44}  # of the plait, on a body of 1.7 m; chosen
_BANDS = ("black", "brown", "crimson", "white")
_KNOTS, _END = 38, 12
_LOCK_M = 0.052  # along the braid from one lock's crossing to its next, against the braid's thickness; chosen by eye


def line(body: Body) -> Hairline:
    """Where hair grows that is combed back."""
    return pulled_back(body)


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """A braid on a head."""
    face, scale = landmarks(body), scale_of(body)
    obstacle = Obstacle(body, face)
    points, _ = roots(body, face, line(body), 9000, rng)
    side = float(rng.choice([-1.0, 0.0, 1.0])) * (body.age_years > 12)
    way = unit(np.array([0.45 * side, 1.0, -0.42]))
    tie = tie_at(face, way, obstacle)
    strands = combed(points, head_center(face), tie, obstacle, rng)
    length = _LENGTH_M.get(hair.length or "medium", 0.32) * scale
    before = np.array([1.3 * side, -0.75, 0.0]) * abs(side)  # over the shoulder
    fall = hanging(
        tie + way * 0.012 * scale, way * 0.25 + [0.0, 0.0, -1.0] + before, length, obstacle, 0.022 * scale, _KNOTS
    )
    t = np.linspace(0, 1, _KNOTS)
    thick = 0.026 * scale * np.interp(t, [0, 0.08, 0.3, 1], [0.7, 0.95, 1.0, 0.55])
    locks = plait(fall, thick, 2400, length / (_LOCK_M * scale * 2.2), rng)
    tip = hanging(fall[-1], fall[-1] - fall[-2], 0.06 * scale, obstacle, 0.016 * scale, _END)
    end = tail(tip, np.interp(np.linspace(0, 1, _END), [0, 0.4, 1], [0.45, 0.85, 0.3]) * thick[-1], 700, rng)
    color = hair_color(hair.color)
    loose = [
        (locks, taper(0.00032, _KNOTS, 0.8)),
        (end, taper(0.00028, _END)),
        (flyaways(locks, rng, 160, 0.007), taper(0.00006, _KNOTS)),
    ]
    lies = [
        (strands, rooted(0.00027, STEPS)),
        short_hairs(body, face, line(body), tie, obstacle, rng),
        (flyaways(strands, rng, 420, 0.012), taper(0.00006, STEPS)),
    ]
    back = (float(0.55 * side), 1.0 - abs(float(side)) * 2.0)
    swing = Swing(
        pivot=(float(tie[0]), float(tie[1]), float(tie[2])), length_m=0.7 * length, most_rad=0.22, away=back, hang=0.5
    )
    return together(
        piece("hair", lies, color, rng),
        swinging(piece("hair", loose, color, rng), swing),
        swinging(band(fall[-1], tip[1] - fall[-3], 0.62 * float(thick[-1]), str(rng.choice(_BANDS)), rng), swing),
    )
