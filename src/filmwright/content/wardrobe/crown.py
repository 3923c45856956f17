"""A crown: a gold band with points that end in pearls, set with stones."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, Head, head
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, join, rings
from filmwright.spec.shot import Garment

WORDS = ("crown", "tiara")
EXAMPLE = "A king in a golden crown and a red cloak sits in a castle hall"
MATERIALS = ("gold", "metal", "chrome")
COLOR = "gold"
COVERS = ("head",)
LAYER = 9
STIFF = True

POINTS = 8
STONES = ((0.42, 0.010, 0.022), (0.012, 0.075, 0.30), (0.42, 0.010, 0.022), (0.010, 0.20, 0.075))


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A crown on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "crown")
    gold = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.60)
    stiff = bone_weights(body, head=1.0)
    base = it.radius + 1.15 * HAIR_M * it.size
    sewing.add("", from_shape(_band(it, base), stiff), gold, sharp_angle_rad=0.7)
    rims = [_rim(it, base, z) for z in (0.004, 0.026)]
    sewing.add("rims", from_shape(join(rims), stiff), gold)
    pearls = sewing.stuff((0.72, 0.70, 0.66), "ceramic", "pearls")
    sewing.add("pearls", from_shape(_tips(it, base), stiff), pearls)
    for number, stone in enumerate(STONES):
        name = f"stones {number}"
        sewing.materials[f"crown {name}"] = Material(
            color=stone, roughness=0.06, specular=0.9, coat=1.0, coat_roughness=0.02, preview=stone
        )
        sewing.add(name, from_shape(_stones(it, base, number), stiff), f"crown {name}")
    return sewing.piece()


def _height(angle: F64) -> F64:
    """Height of the upper edge over the band's foot at angles, metres at size 1: slender points, low between them."""
    t = np.abs(((angle + np.pi / 2) * POINTS / (2 * np.pi) + 0.5) % 1.0 - 0.5) * 2  # 0 at a point, 1 between two
    return np.asarray(0.032 + 0.036 * np.clip(1 - t / 0.92, 0, 1) ** 1.6)


def _at(it: Head, base: F64, angle: F64, out: float, up: F64) -> F64:
    """Points (n, 3) at angles, `out` metres outside the base and `up` over the line; a crown widens upwards."""
    radius = np.interp(angle % (2 * np.pi), np.append(ANGLE, 2 * np.pi), np.append(base, base[0]))
    radius = radius + out * it.size + 0.16 * np.maximum(up, 0)
    xy = it.center + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return np.column_stack([xy, it.line + up])


def _band(it: Head, base: F64) -> Shape:
    """The band and its points in one sheet with an inside."""
    angle = np.linspace(0, 2 * np.pi, 32 * POINTS, endpoint=False)
    top = _height(angle) * it.size
    outside = [_at(it, base, angle, 0.002, top * share) for share in (0.0, 0.3, 0.6, 0.85, 1.0)]
    inside = [_at(it, base, angle, -0.0005, top * share) for share in (1.0, 0.6, 0.0)]
    return rings(np.array([*outside, *inside]), closed=True)


def _rim(it: Head, base: F64, z: float) -> Shape:
    """A rounded bead all round the band."""
    angle = np.linspace(0, 2 * np.pi, 96, endpoint=False)
    turn = np.linspace(0, 2 * np.pi, 9)[:-1]
    stack = [
        _at(it, base, angle, 0.0025 + 0.0024 * np.cos(a), np.full(len(angle), (z + 0.0024 * np.sin(a)) * it.size))
        for a in turn
    ]
    return rings(np.array(stack), closed=True)


def _tips(it: Head, base: F64) -> Shape:
    """A pearl on every point."""
    angle = -np.pi / 2 + np.arange(POINTS) * 2 * np.pi / POINTS
    at = _at(it, base, angle, 0.001, _height(angle) * it.size + 0.004 * it.size)
    return join([ball(0.0055 * it.size, sides=16, levels=10).moved(p) for p in at])


def _stones(it: Head, base: F64, number: int) -> Shape:
    """The stones of one color: every fourth of those round the band."""
    turns = np.arange(number, 2 * POINTS, len(STONES))
    angle = -np.pi / 2 + turns * np.pi / POINTS
    at = _at(it, base, angle, 0.003, np.full(len(angle), 0.0155 * it.size))
    size = np.where(turns % 2 == 0, 0.0065, 0.0042) * it.size
    return join([ball(r, sides=10, levels=6).scaled((1, 1, 1.15)).moved(p) for r, p in zip(size, at, strict=True)])
