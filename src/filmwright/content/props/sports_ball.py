"""A football of white hexagons and black pentagons."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props._food import attribute_number
from filmwright.scene.shade import Material, mix, remap
from filmwright.scene.shapes import Shape, ball, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("football", "soccer ball", "ball")
EXAMPLE = "A sports ball"
COLOR = "white"
MATERIALS = ("leather", "rubber", "plastic")
HOME = ("meadow", "studio")
GRIP = ("carry",)


class Params(NamedTuple):
    """One football: color of the hexagons, material, size."""

    color: Color
    material: str
    scale: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The football somebody asked for."""
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), int(rng.integers(1000))
    )


def build(params: Params) -> Thing:
    """The ball: an icosahedron's corners cut off, blown up to a sphere, its seams sunk."""
    r = 0.11
    points = ball(1.0, sides=200, levels=120).points
    faces = ball(1.0, sides=200, levels=120).faces
    corners = _icosahedron()
    near = points @ corners.T
    order = np.sort(np.arccos(np.clip(near, -1, 1)), axis=1)
    pent = 0.3455  # angle from a pentagon's middle to its edge; the truncated icosahedron's, in radians
    middle = _hexagons(corners)
    hexa = np.sort(np.arccos(np.clip(points @ middle.T, -1, 1)), axis=1)
    edge_pent = order[:, 0] - pent
    seam_hex = (hexa[:, 1] - hexa[:, 0]) * 0.62
    seam = np.where(edge_pent > 0, np.minimum(np.abs(edge_pent), seam_hex), np.abs(edge_pent))
    sunk = np.exp(-((seam / 0.016) ** 2))
    made = Shape(points * (r * (1 - 0.022 * sunk))[:, None], faces, np.zeros(len(faces), np.int64)).moved(
        (0, 0, r * 0.99)
    )
    made = made.with_data("black", np.clip(0.5 - edge_pent / 0.02, 0, 1)).with_data("seam", sunk)
    thing = Thing(
        nodes=(things.mesh("ball", made, "skin", sharp_rad=None),), materials={"skin": _skin(params)}, view_rad=0.3
    )
    return things.scaled(thing, params.scale)


def _skin(params: Params) -> Material:
    base = things.made_of(params.material, params.color)
    black, seam = attribute_number("black"), attribute_number("seam")
    panels = mix(params.color, (0.012, 0.012, 0.013), remap(black, 0.4, 0.6))
    return base.model_copy(
        update={
            "color": mix(panels, (0.02, 0.02, 0.02), remap(seam, 0.6, 0.95, 0.0, 0.8)),
            "coat": 0.3,
            "coat_roughness": 0.2,
        }
    )


def _icosahedron() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Its twelve corners, unit vectors, tipped a little."""
    g = (1 + math.sqrt(5)) / 2
    rows = [(0, a, b * g) for a in (-1, 1) for b in (-1, 1)]
    p = np.array([np.roll(row, k) for row in rows for k in range(3)], float)
    p = p / np.linalg.norm(p, axis=1, keepdims=True)
    return np.asarray(p @ (rotation(x=0.5) @ rotation(z=0.4)).T)


def _hexagons(
    corners: np.ndarray[tuple[int, int], np.dtype[np.float64]],
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """The middles of the twenty faces."""
    out = []
    for i in range(12):
        for j in range(i):
            for k in range(j):
                a, b, c = corners[i], corners[j], corners[k]
                if min(a @ b, b @ c, a @ c) > 0.4:
                    m = a + b + c
                    out.append(m / np.linalg.norm(m))
    return np.array(out)
