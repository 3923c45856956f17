"""A body measured for clothes: heights, which points are arms and legs, how far the trunk and each leg reach outward.

The lengths of every garment are chosen for a body of 1.7 m and multiplied by `scale`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, I64, Cloth, Mask
from filmwright.scene.shapes import point_normals

SKIN_POINTS = 13380  # the first points of the base mesh are the skin; the rest are helpers. Source: its vertex groups
ANGLES = 64  # directions of an envelope; chosen
REFERENCE_M = 1.7

ARM = ("upperarm", "lowerarm")
HAND = ("hand", "index", "middle", "ring", "pinky", "thumb")
LEG = ("thigh", "calf", "foot", "ball")


@dataclass(frozen=True)
class Reach:
    """How far a limb or trunk reaches from its axis: `radius` (m, ANGLES) at axis points `levels` (m,) (heights, rising),
    `center` (m, 2) of the axis in the plane."""

    levels: F64
    center: F64
    radius: F64

    def middle(self, z: F64) -> F64:
        """The axis (n, 2) at heights z (n,)."""
        return np.column_stack([np.interp(z, self.levels, self.center[:, k]) for k in (0, 1)])

    def at(self, z: F64, angle: F64) -> F64:
        """Reach in metres at heights z and angles (from +X towards +Y), arrays of one shape."""
        row = np.clip(np.interp(z, self.levels, np.arange(len(self.levels))), 0, len(self.levels) - 1.001)
        column = (angle / (2 * np.pi) * ANGLES) % ANGLES
        i, j = row.astype(int), column.astype(int) % ANGLES
        s, t = row - i, column - np.floor(column)
        k, r = (j + 1) % ANGLES, self.radius
        near, far = r[i, j] * (1 - t) + r[i, k] * t, r[i + 1, j] * (1 - t) + r[i + 1, k] * t
        return np.asarray(near * (1 - s) + far * s)

    def hanging(self, slope: float) -> Reach:
        """The line cloth takes that hangs from what is above: it falls in by `slope` metres a metre at most."""
        out = self.radius.copy()
        for i in range(len(out) - 2, -1, -1):
            out[i] = np.maximum(out[i], out[i + 1] - slope * (self.levels[i + 1] - self.levels[i]))
        return Reach(self.levels, self.center, out)


@dataclass(frozen=True)
class Fit:
    """A body's measures. Heights in metres; arm, hand, leg, foot, head (19158,): share of those bones in each point.
    tree: all skin points; lower: those of trunk and legs, whose numbers are `lower_points`."""

    body: Body
    scale: float
    waist: float
    hip: float
    crotch: float
    knee: float
    ankle: float
    neck: float
    arm: F64
    hand: F64
    leg: F64
    foot: F64
    head: F64
    skin_normals: F64
    tree: cKDTree
    lower: cKDTree
    lower_points: I64
    trunk: Reach
    shins: dict[str, Reach]

    def columns(self, *starts: str) -> list[int]:
        """Numbers of the bones whose names start so."""
        return [k for k, name in enumerate(self.body.bones) if name.startswith(starts)]

    def share(self, cloth: Cloth, *starts: str) -> F64:
        """How much each point of a cloth follows the bones that start so (n,)."""
        return np.asarray(cloth.weights[:, self.columns(*starts)].sum(1))

    def head_of(self, bone: str) -> F64:
        """Joint (3,) where a bone starts."""
        return np.asarray(self.body.heads[bone], float)

    def outside(self, points: F64) -> F64:
        """Signed distance (n,) of points to the skin, metres, positive outside (plane of the three nearest skin points)."""
        distance, index = nearest(self.tree, points, 3)
        away = points[:, None] - self.body.points[index]
        signed = (away * self.skin_normals[index]).sum(-1)
        weight = 1 / (distance + 1e-4)
        return np.asarray((signed * weight).sum(1) / weight.sum(1))

    def pushed_out(self, points: F64, gap: float | F64) -> F64:
        """Points (n, 3) moved so that none is nearer than `gap` to the skin."""
        _, index = self.tree.query(points)
        normal = self.skin_normals[index]
        depth = ((points - self.body.points[index]) * normal).sum(1)
        return np.asarray(points + normal * np.maximum(gap - depth, 0)[:, None])


@lru_cache(maxsize=16)
def measure(body: Body) -> Fit:
    """The Fit of a body."""
    bones = body.bones

    def share(*starts: str) -> F64:
        columns = [k for k, name in enumerate(bones) if name.startswith(starts)]
        return np.asarray(body.weights[:, columns].sum(1), float)

    scale = body.height_m / REFERENCE_M
    arm, hand, leg, head = share(*ARM), share(*HAND), share(*LEG), share("head")
    skin = body.points[:SKIN_POINTS]
    normals = point_normals(skin, body.faces["body"])
    skirt = np.unique(body.faces["helper-skirt"])
    hip = float(body.heads["thigh_l"][2])
    lower_points = np.flatnonzero((arm + hand + head)[:SKIN_POINTS] < 0.3)
    trunk_points = skin[lower_points]
    levels = np.arange(0.0, float(body.heads["neck_01"][2]), 0.02 * scale)
    shins = {}
    for side, sign in (("l", 1.0), ("r", -1.0)):
        mine = (leg[:SKIN_POINTS] > 0.5) & (skin[:, 0] * sign > 0.0)
        shins[side] = reach(skin[mine], levels[levels < hip], 0.018 * scale)
    inner = skin[(np.abs(skin[:, 0]) < 0.012 * scale) & (skin[:, 2] > 0.6 * hip) & (skin[:, 2] < hip + 0.05 * scale)]
    return Fit(
        body=body,
        scale=scale,
        waist=float(body.points[skirt, 2].max()) - 0.015 * scale,
        hip=hip,
        crotch=float(inner[:, 2].min()) if len(inner) else hip - 0.06 * scale,
        knee=float(body.heads["calf_l"][2]),
        ankle=float(body.heads["foot_l"][2]),
        neck=float(body.heads["neck_01"][2]),
        arm=arm,
        hand=hand,
        leg=leg,
        foot=share("foot", "ball"),
        head=head,
        skin_normals=normals,
        tree=cKDTree(skin),
        lower=cKDTree(trunk_points),
        lower_points=lower_points,
        trunk=reach(trunk_points, levels, 0.02 * scale),
        shins=shins,
    )


def nearest(tree: cKDTree, points: F64, count: int) -> tuple[F64, I64]:
    """Distances (n, count) and numbers (n, count) of the tree's points nearest to each of `points` (n, 3)."""
    distance, index = tree.query(points, k=np.arange(1, count + 1))
    return np.asarray(distance, float), np.asarray(index, np.int64)


def reach(points: F64, levels: F64, band_m: float) -> Reach:
    """How far points reach at each level: the convex outline of those within `band_m`, seen from its middle."""
    turn = np.arange(ANGLES) * 2 * np.pi / ANGLES
    direction = np.stack([np.cos(turn), np.sin(turn)])
    order = np.argsort(points[:, 2])
    p = points[order]
    low = np.searchsorted(p[:, 2], levels - band_m)
    high = np.searchsorted(p[:, 2], levels + band_m)
    filled: list[int] = []
    support, center = np.zeros((len(levels), ANGLES)), np.zeros((len(levels), 2))
    for i in range(len(levels)):
        xy = p[low[i] : high[i], :2]
        if len(xy) < 4:
            continue
        filled.append(i)
        center[i] = (xy.max(0) + xy.min(0)) / 2
        support[i] = (xy @ direction).max(0)
    rows = np.array(filled)
    kernel = np.array([0.25, 0.5, 0.25])
    c = center[rows]
    for _ in range(3):
        padded = np.concatenate([c[:1], c, c[-1:]])
        c = sum(kernel[k] * padded[k : k + len(c)] for k in range(3))
    support = support[rows] - c @ direction
    # From the support function to the distance along each direction: the nearest of all tangent lines.
    cosine = np.cos(turn[:, None] - turn[None])
    lines = np.where(cosine > 0.1, support[:, :, None] / np.maximum(cosine, 0.1), np.inf)
    return Reach(levels[rows], np.asarray(c), np.asarray(lines.min(1)))


def side_of(points: F64, side: str) -> Mask:
    """Which points are on the left ("l", +X) or right side."""
    return np.asarray(points[:, 0] > 0 if side == "l" else points[:, 0] < 0)
