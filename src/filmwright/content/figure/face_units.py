"""What a face can do: lids, brows, cheeks, lips and jaw as shapes of the skin, and what rides on it: lashes, brows, a beard.

Source of the shapes: the face units of the body data (bodydata.py), named there as in face tracking; scaled to each face by the
distance between its eyes. Linear, but for the lids, which go round the eyeball instead of through it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from filmwright import bodydata
from filmwright.bodydata import BODY_POINTS
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.eyes import surface_m
from filmwright.content.figure.face import Face
from filmwright.scene.nodes import Shapes, Strands

_BOTH = {
    "wide": "eyeWide",
    "squint": "eyeSquint",
    "brow_down": "browDown",
    "brow_up": "browOuterUp",
    "cheek": "cheekSquint",
    "sneer": "noseSneer",
    "smile": "mouthSmile",
    "frown": "mouthFrown",
    "stretch": "mouthStretch",
    "press": "mouthPress",
    "dimple": "mouthDimple",
    "upper_up": "mouthUpperUp",
    "lower_down": "mouthLowerDown",
    "lids_down": "eyeLookDown",
    "lids_up": "eyeLookUp",
}
# unit -> the targets it is made of
TARGETS: dict[str, tuple[str, ...]] = {
    **{unit: (f"{name}Left", f"{name}Right") for unit, name in _BOTH.items()},
    "blink_l": ("eyeBlinkLeft",),
    "blink_r": ("eyeBlinkRight",),
    "cheek_l": ("cheekSquintLeft",),
    "smile_l": ("mouthSmileLeft",),
    "inner_up": ("browInnerUp",),
    "jaw": ("jawOpen",),
    "jaw_ahead": ("jawForward",),
    "puff": ("cheekPuff",),
    "pucker": ("mouthPucker",),
    "funnel": ("mouthFunnel",),
    "roll_lower": ("mouthRollLower",),
    "roll_upper": ("mouthRollUpper",),
    "chin_up": ("mouthShrugLower",),
    "lips_up": ("mouthShrugUpper",),
}
HALFWAY = {"blink_l": "halfway_l", "blink_r": "halfway_r"}
"""The unit that goes with a lid's: how much farther from the eyeball than on a straight way it is when half closed."""
UNITS = (*TARGETS, *HALFWAY.values())

_CLEAR_M = 0.0006  # between an eyeball and the inside of its lid; chosen
_PUSHED_M = 0.0035  # how far round a point that is pushed out its neighbors go with it; chosen
_LASH_TURN = math.radians(48)  # by which upper lashes come down with their lid; by eye


@dataclass(frozen=True, eq=False)
class FaceUnits:
    """The units of one face: `rows` (k,) the points of the body (helpers too) that any of them moves, `deltas` (U, k, 3); `scale`:
    its size against the base mesh's."""

    rows: np.ndarray[tuple[int], np.dtype[np.int64]]
    deltas: F64
    scale: float

    def on_points(self, numbers: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Shapes:
        """The shapes of a mesh whose points are these of the body."""
        place = np.full(bodydata.POINTS, -1)
        place[self.rows] = np.arange(len(self.rows))
        mine = np.nonzero(place[numbers] >= 0)[0]
        return _at_rest(mine, self.deltas[:, place[numbers][mine]])

    def on_strands(self, body: Body, strands: Strands) -> Strands:
        """Strands that ride on the face: each goes with the skin under its root."""
        moves = self.under(body, np.asarray(strands.points, float)[:, 0])
        return strands.model_copy(update={"shapes": _at_rest(np.arange(len(strands.points)), moves)})

    def under(self, body: Body, points: F64) -> F64:
        """How far the units move the skin at points (n, 3) near it: (U, n, 3)."""
        skin = self.rows < BODY_POINTS
        distance, near = (np.asarray(v) for v in cKDTree(body.points[self.rows[skin]]).query(points, k=4))
        share = 1 / np.maximum(distance, 2e-4) ** 2
        # Beyond the moved points nothing moves.
        share = share / share.sum(1, keepdims=True) * np.clip(2 - distance[:, :1] / 0.006, 0, 1)
        moves = self.deltas[:, skin][:, near]
        return np.asarray((moves * share[None, ..., None]).sum(2))


def _at_rest(rows: np.ndarray[tuple[int], np.dtype[np.int64]], deltas: F64) -> Shapes:
    return Shapes(units=UNITS, rows=rows, deltas=deltas, weights=np.zeros((1, len(UNITS))))


def of(body: Body, face: Face) -> FaceUnits:
    """The units of a face."""
    data = bodydata.load()
    eyes = [data.points[slice(*data.groups[f"helper-{s}-eye"])] for s in "lr"]
    middles = [(e.max(0) + e.min(0)) / 2 for e in eyes]
    scale = face.u / float(middles[0][0] - middles[1][0])
    whole = np.zeros((len(UNITS), bodydata.POINTS, 3))
    for number, unit in enumerate(TARGETS):
        for name in TARGETS[unit]:
            rows, delta = data.target(f"face/{name}")
            whole[number, rows] += scale * delta
    for unit, half in HALFWAY.items():
        eye = face.eye_l if unit.endswith("l") else face.eye_r
        closed = whole[UNITS.index(unit)]
        closed += _pushed(body, closed, eye, face.eye_radius_m, 1.0)
        whole[UNITS.index(half)] = _pushed(body, closed, eye, face.eye_radius_m, 0.5)
    # Eyeballs are our own; the helpers' are never seen.
    for side in "lr":
        whole[:, slice(*data.groups[f"helper-{side}-eye"])] = 0.0
    rows = np.nonzero((np.abs(whole) > 2e-5).any((0, 2)))[0]
    return FaceUnits(rows, whole[:, rows], scale)


def _pushed(body: Body, delta: F64, eye: F64, radius: float, share: float) -> F64:
    """What brings the lid's points out of the eyeball when they have gone a share of their way."""
    out = np.zeros_like(delta)
    from_eye = body.points - eye
    start = np.linalg.norm(from_eye, axis=1)
    lid = np.nonzero((np.linalg.norm(delta, axis=1) > 5e-4) & (start < 1.9 * radius) & (from_eye[:, 1] < 0))[0]
    lid = lid[start[lid] > surface_m(from_eye[lid], radius) - 0.0005]  # the rest is behind the ball as it is
    at = from_eye[lid] + share * delta[lid]
    far = np.linalg.norm(at, axis=1)
    need = np.maximum(surface_m(at, radius) + _CLEAR_M - far, 0.0)
    between = np.linalg.norm(at[:, None] - at[None], axis=-1)
    # The outside of a lid goes with its inside, or the lid would turn inside out.
    push = (need[None] * np.exp(-((between / _PUSHED_M) ** 2))).max(1)
    out[lid] = at / far[:, None] * push[:, None]
    return out


def on_lashes(units: FaceUnits, body: Body, strands: Strands) -> Strands:
    """Lashes ride on the lids' margins, and those of an upper lid turn down with it."""
    points = np.asarray(strands.points, float)
    moves = np.repeat(units.under(body, points[:, 0])[:, :, None], points.shape[1], axis=2)
    upper = points[:, -1, 2] > points[:, 0, 2]
    c, s = math.cos(_LASH_TURN), math.sin(_LASH_TURN)
    turn = np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
    reach = points - points[:, :1]
    for unit, sign in (("blink_l", 1.0), ("blink_r", -1.0)):
        mine = upper & (points[:, 0, 0] * sign > 0)
        moves[UNITS.index(unit), mine] += (reach[mine] @ turn.T) - reach[mine]
    return strands.model_copy(update={"shapes": _at_rest(np.arange(len(points)), moves)})


def on_line(units: FaceUnits, body: Body, strands: Strands) -> Strands:
    """A line along the lids' margins: each of its points goes with the skin under it."""
    points = np.asarray(strands.points, float)
    moves = units.under(body, points.reshape(-1, 3)).reshape(len(UNITS), *points.shape)
    return strands.model_copy(update={"shapes": _at_rest(np.arange(len(points)), moves)})
