"""Sunglasses: a broad frame and dark lenses that mirror what is before them."""

from __future__ import annotations

import numpy as np

from filmwright.content.colors import resolve
from filmwright.content.figure import spectacles
from filmwright.content.figure.body import Body
from filmwright.content.kinds import Piece
from filmwright.content.things import made_of
from filmwright.scene.shade import Material
from filmwright.spec.shot import Garment

WORDS = ("sunglasses", "dark glasses", "shades")
EXAMPLE = "A woman in a red dress and sunglasses walks on the beach"
MATERIALS = ("plastic", "metal")
COLOR = "black"
LAYER = 10
STIFF = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """Sunglasses on a body's face."""
    lens = Material(
        color=(0.012, 0.011, 0.012),
        roughness=0.05,
        specular=0.9,
        coat=1.0,
        coat_roughness=0.02,
        preview=(0.02, 0.02, 0.02),
    )
    frame = made_of(garment.material or MATERIALS[0], resolve(garment.color or COLOR))
    return spectacles.build(body, "sunglasses", outline=np.array([0.5, 0.43, 2.8]), rim=0.042, frame=frame, lens=lens)
