"""Spectacles: a thin frame and clear lenses."""

from __future__ import annotations

import numpy as np

from filmwright.content.colors import resolve
from filmwright.content.figure import spectacles
from filmwright.content.figure.body import Body
from filmwright.content.kinds import Piece
from filmwright.content.things import made_of
from filmwright.spec.shot import Garment

WORDS = ("glasses", "spectacles", "eyeglasses")
EXAMPLE = "An old man in glasses and a gray sweater sits in a cafe"
MATERIALS = ("plastic", "metal", "gold")
COLOR = "dark_brown"
LAYER = 10
STIFF = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """Spectacles on a body's face."""
    frame = made_of(garment.material or MATERIALS[0], resolve(garment.color or COLOR))
    lens = made_of("glass", (0.9, 0.9, 0.9))
    return spectacles.build(body, "glasses", outline=np.array([0.45, 0.38, 2.4]), rim=0.017, frame=frame, lens=lens)
