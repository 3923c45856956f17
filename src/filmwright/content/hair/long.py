"""Long hair, parted, falling over the shoulders; "medium" ends at the neck."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.fall import STEPS, grown, swing
from filmwright.content.figure.locks import swinging
from filmwright.content.figure.scalp import hairline, roots
from filmwright.content.figure.strands import filled, flyaways, hair_color, piece, shortened, taper
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Hair

WORDS = ("long hair", "loose hair")
EXAMPLE = "A young woman with long blond hair walks on the beach"

_LENGTH_M = {"long": 0.40, "medium": 0.23, "short": 0.15}  # of a strand from the crown, on a body of 1.7 m; chosen


def build(body: Body, hair: Hair, rng: np.random.Generator) -> Piece:
    """Long hair on a head."""
    face = landmarks(body)
    scale = body.height_m / 1.7
    length = _LENGTH_M.get(hair.length or "long", 0.40) * max(scale, 0.8)
    line = hairline(body)._replace(front=0.43)
    part = float(rng.choice([-1, 1])) * 0.018
    start, away = roots(body, face, line, 800, rng)
    guides = grown(body, face, start, away, length, part)
    points, _ = roots(body, face, line, 10500, rng)
    strands = filled(guides, points, rng, clump=0.45)
    t = np.linspace(0, 1, STEPS)[None, :, None]
    phase = rng.uniform(0, 6.28, (len(strands), 1, 1))
    wave = 0.0045 * np.sin(t * 15 + 0.35 * phase) * t
    strands = strands + wave * np.array([1.0, 0.6, 0.0]) + rng.normal(0, 1, (len(strands), 1, 3)) * t * 0.0032
    strands = shortened(strands, rng, 0.80, 1.0)
    thin = flyaways(strands, rng, 260, 0.011)
    parts = [(strands, taper(0.00030, STEPS)), (thin, taper(0.00007, STEPS))]
    return swinging(piece("hair", parts, hair_color(hair.color), rng), swing(body, face, length))
