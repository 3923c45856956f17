"""Skin: the body's surface where no cloth hides it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from filmwright.content.figure.body import Body
from filmwright.content.figure.face import Face
from filmwright.content.figure.skinned import part
from filmwright.content.kinds import Piece
from filmwright.scene.shade import Material, coords, mix, noise
from filmwright.values import Color

if TYPE_CHECKING:
    from filmwright.content.figure.person import PersonParams


def build(body: Body, face: Face, params: PersonParams, covered: NDArray[np.bool_]) -> Piece:
    """The skin of the body without the faces whose points are all covered."""
    keep = ~covered[body.faces["body"]].all(1)
    mesh = part("skin", body, "body", keep, "skin", subdivide=1)
    return Piece(nodes=(mesh,), materials={"skin": _material(params.tone)})


def _material(tone: Color) -> Material:
    mottle = noise(coords("rest"), scale=45.0, detail=4)
    low, high = _times(tone, (0.93, 0.84, 0.82)), _times(tone, (1.05, 1.08, 1.10))
    return Material(
        color=mix(low, high, mottle),
        roughness=0.56,
        specular=0.42,
        ior=1.42,
        subsurface=1.0,
        subsurface_radius=(3.6, 1.4, 0.7),
        subsurface_scale_m=0.0009,
        preview=tone,
    )


def _times(a: Color, b: Color) -> Color:
    return (min(a[0] * b[0], 1.0), min(a[1] * b[1], 1.0), min(a[2] * b[2], 1.0))
