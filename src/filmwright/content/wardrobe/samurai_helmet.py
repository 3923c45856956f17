"""A samurai's helmet: a ribbed bowl with a peak, a neck guard in flared rows, its sides turned back, a golden crest like horns."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_head import ANGLE, HAIR_M, Head, head, ring
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.wardrobe import helmet
from filmwright.scene.shapes import Shape, curve, join, outward, rings, sweep
from filmwright.spec.shot import Garment

WORDS = ("samurai helmet", "kabuto")
EXAMPLE = "A samurai in samurai armor and a samurai helmet stands in a forest"
MATERIALS = ("leather", "lacquer", "metal")
COLOR = "black"
COVERS = ("head",)
LAYER = 9
STIFF = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A samurai's helmet on a body's head."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "samurai_helmet")
    stuff = sewing.stuff(color, material)
    it = head(sewing.fit, line=0.40)
    stiff = bone_weights(body, head=1.0)
    base = it.radius + 1.6 * HAIR_M * it.size
    sewing.add("", from_shape(_bowl(it, base), stiff), stuff, subdivide=1)
    sewing.add("neck guard", from_shape(join([_guard(it, base, k) for k in range(4)]), stiff), stuff)
    cord = sewing.stuff((0.30, 0.020, 0.016), "silk", "lacing")
    sewing.add("lacing", from_shape(join([_edge(it, base, k) for k in range(4)]), stiff), cord)
    sewing.add("crest", from_shape(_crest(it, base), stiff), sewing.metal((0.78, 0.55, 0.16), "crest"))
    sewing.add("strap", from_shape(helmet.strap(body, it, base), stiff), cord)
    sewing.hidden = it.skin & (body.points[:, 2] > it.line + 0.014 * it.size)
    return sewing.piece()


def _bowl(it: Head, base: F64) -> Shape:
    """The bowl, its ribs running up to the crown, and the peak over the brow."""
    size = it.size
    ahead = np.clip(-np.sin(ANGLE), 0, 1)
    wide: F64 = (0.006 + 0.042 * ahead**1.6) * size
    rows = [
        ring(it.center, base + wide * t, it.line - 0.022 * size * ahead**2 * t - 0.003 * size) for t in (0.0, 0.6, 1.0)
    ]
    rows += [
        ring(it.center, base + wide * t, it.line - 0.022 * size * ahead**2 * t + 0.002 * size) for t in (1.0, 0.6, 0.08)
    ]
    tall = it.top - it.line + 0.036 * size
    ribs = np.abs(np.cos(12 * ANGLE)) ** 6 * 0.0030
    for t in np.linspace(0.05, 1, 12):
        out = base * (np.cos(t * np.pi / 2) ** 0.62 if t < 1 else 0.03) + size * ribs * np.sin(np.pi * t)
        rows.append(ring(it.center, out, it.line + tall * np.sin(t * np.pi / 2) ** 0.95))
    return outward(rings(np.array(rows), caps=True))


def _line(it: Head, base: F64, row: int, t: float) -> F64:
    """Points (k, 3) round the back of the neck guard: its row, t 0..1 down it; the front third is left free."""
    turn = np.linspace(-2.05, 2.05, 45) + np.pi / 2
    root = np.interp(turn % (2 * np.pi), np.append(ANGLE, 2 * np.pi), np.append(base, base[0]))
    share = (row + t) / 4
    out = root + (0.010 + 0.056 * share + 0.006 * t) * it.size
    z = it.line + (0.004 - 0.105 * share) * it.size
    xy = it.center + out[:, None] * np.column_stack([np.cos(turn), np.sin(turn)])
    return np.column_stack([xy, np.full(len(turn), z)])


def _guard(it: Head, base: F64, row: int) -> Shape:
    """One row of the neck guard."""
    outer = [_line(it, base, row, t) for t in (0.0, 0.5, 1.08)]
    inner = [line - np.array([0.0, 0.0, 0.004 * it.size]) for line in outer]
    return outward(rings(np.array([*outer, *inner[::-1]]).transpose(1, 0, 2)))


def _edge(it: Head, base: F64, row: int) -> Shape:
    """The lacing along the foot of a row."""
    return sweep(_line(it, base, row, 1.0) + np.array([0.0, 0.0, 0.003 * it.size]), 0.0035 * it.size, sides=6)


def _crest(it: Head, base: F64) -> Shape:
    """Two flat horns that rise from the brow, and the disc between them."""
    size = it.size
    front = it.center[1] - base[3 * len(base) // 4] - 0.010 * size
    foot = np.array([it.center[0], front, it.line + 0.030 * size])
    horns = []
    for side in (1.0, -1.0):
        way = (
            np.array([(0.008, 0.0, 0.0), (0.048, -0.010, 0.030), (0.082, -0.008, 0.085), (0.088, 0.004, 0.150)]) * size
        )
        path = curve(foot + way * [side, 1, 1], 24)
        horns.append(sweep(path, np.linspace(0.013, 0.003, 24) * size, sides=8, flat=0.25))
    disc = ring(np.array([0.0, 0.0]), np.full(len(ANGLE), 0.020 * size), 0.0)
    front_of = np.column_stack(
        [foot[0] + disc[:, 0], np.full(len(ANGLE), foot[1] - 0.006 * size), foot[2] + disc[:, 1]]
    )
    plate = outward(rings(np.array([front_of, front_of + [0, 0.006 * size, 0]]), caps=True))
    return join([*horns, plate])
