"""A helmet: a smooth shell with a ridge and a peak, padded below, held by a strap under the chin."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.garment import F64, bone_weights, from_shape
from filmwright.content.figure.garment_fit import SKIN_POINTS, measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, Head, head, ring
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.scene.shapes import Shape, curve, outward, rings, sweep
from filmwright.spec.shot import Garment

WORDS = ("helmet", "hard hat")
EXAMPLE = "A man in a yellow helmet and a gray jacket stands in the street"
MATERIALS = ("plastic", "metal", "lacquer", "leather", "chrome", "gold")
COLOR = "white"
COVERS = ("head",)
LAYER = 9
STIFF = True

ROWS = 16


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A helmet on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "helmet")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.32)
    stiff = bone_weights(body, head=1.0)
    base = it.radius + 1.5 * HAIR_M * it.size
    sewing.add("", from_shape(_shell(it, base), stiff), stuff, subdivide=1)
    sewing.add("peak", from_shape(_peak(it, base), stiff), stuff, subdivide=1)
    dark = sewing.stuff((0.02, 0.02, 0.022), "rubber", "edge")
    sewing.add("edge", from_shape(_edge(it, base), stiff), dark)
    sewing.add("strap", from_shape(strap(body, it, base), stiff), dark)
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.014 * it.size)
    return sewing.piece()


def _foot(it: Head) -> F64:
    """Height (ANGLES,) of the shell's edge over the line: lower behind and at the sides than over the brow, metres."""
    back = np.clip(np.sin(ANGLE), 0, 1)
    return np.asarray((-0.006 - 0.030 * back**0.8 - 0.006 * np.abs(np.cos(ANGLE)) ** 2) * it.size)


def _shell(it: Head, base: F64) -> Shape:
    """The shell, three low ridges running back over it."""
    tall = it.top - it.line + 0.030 * it.size
    foot = _foot(it)
    rows = []
    for t in np.linspace(0, 1, ROWS):
        out = base * (np.cos(t * np.pi / 2) ** 0.62 if t < 1 else 0.02)
        x = out * np.cos(ANGLE)
        ridge = sum(np.exp(-(((x - at) / (0.0075 * it.size)) ** 2)) for at in np.array([-0.034, 0.0, 0.034]) * it.size)
        up = (
            foot + (tall - foot) * np.sin(t * np.pi / 2) ** 0.92 + 0.0045 * it.size * ridge * np.clip(3 * t - 0.9, 0, 1)
        )
        rows.append(ring(it.center, out, it.line + up))
    return rings(np.array(rows), caps=True)


def _edge(it: Head, base: F64) -> Shape:
    """The rubber bead round the edge of the shell."""
    foot = it.line + _foot(it)
    turn = np.linspace(0, 2 * np.pi, 9)[:-1]
    size = 0.0034 * it.size
    return outward(
        rings(np.array([ring(it.center, base + size * np.cos(a), foot + size * np.sin(a)) for a in turn]), closed=True)
    )


def _peak(it: Head, base: F64) -> Shape:
    """A short peak in front."""
    turn = np.linspace(-1.15, 1.15, 25)
    angle = turn - np.pi / 2
    root = np.interp(angle % (2 * np.pi), np.append(ANGLE, 2 * np.pi), np.append(base, base[0]))
    reach = 0.036 * it.size * np.cos(turn / 1.15 * np.pi / 2) ** 0.7
    rows = []
    for share, up in (
        (0.0, 0.002),
        (0.5, 0.002),
        (0.95, 0.001),
        (1.0, -0.001),
        (0.95, -0.003),
        (0.5, -0.002),
        (0.0, -0.002),
    ):
        radius = root + reach * share - 0.003 * it.size
        xy = it.center + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        droop = (0.008 * (turn / 1.15) ** 2 + 0.012 * share**1.4) * it.size
        rows.append(np.column_stack([xy, it.line + (up + 0.001) * it.size - droop]))
    return outward(rings(np.array(rows).transpose(1, 0, 2)))


def strap(body: Body, it: Head, base: F64) -> Shape:
    """The strap from both sides before the ears round under the chin."""
    face = landmarks(body)
    skin = body.points[:SKIN_POINTS]
    near = skin[
        (np.abs(skin[:, 0]) < 0.2 * face.u) & (skin[:, 2] < face.mouth[2]) & (skin[:, 2] > face.mouth[2] - 1.2 * face.u)
    ]
    chin = near[np.argmin(near[:, 2] * 0.8 + near[:, 1] * 0.6)]
    half = []
    for share in np.linspace(0, 1, 12):
        turn = share * np.pi / 2
        x = np.cos(turn) * 1.02 * float(base[0] - 0.010 * it.size)
        z = it.line - 0.012 * it.size - (it.line - 0.012 * it.size - chin[2] + 0.006 * it.size) * np.sin(turn) ** 1.2
        y = it.center[1] - 0.020 * it.size + (chin[1] + 0.016 * it.size - it.center[1] + 0.020 * it.size) * share**1.5
        half.append((x, y, z))
    line = np.array(half)
    level = skin[(skin[:, 2] < it.line) & (skin[:, 2] > chin[2] - 0.02) & (np.abs(skin[:, 1] - chin[1]) < 0.16)]
    for k, (_, y, z) in enumerate(line):
        beside = level[(np.abs(level[:, 2] - z) < 0.010) & (np.abs(level[:, 1] - y) < 0.012) & (level[:, 0] > 0)]
        if len(beside):
            line[k, 0] = beside[:, 0].max() + 0.003
    whole = np.concatenate([line, (line * [-1, 1, 1])[::-1][1:]])
    return sweep(curve(whole, 60), 0.006 * it.size, sides=8, flat=0.35)
