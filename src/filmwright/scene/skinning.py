"""Points moved by shapes, and by the bones of a rig."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from filmwright.scene.nodes import Rig, Shapes, Skin

F64 = NDArray[np.float64]


def shaped(points: NDArray[Any], shapes: Shapes, frame: int) -> F64:
    """Points (n, 3) of a mesh, or strands (s, j, 3), in the form their shapes have at a frame; after the last, as in the last."""
    weights = np.asarray(shapes.weights, float)[min(frame, len(shapes.weights) - 1)]
    used = np.nonzero(np.abs(weights) > 1e-5)[0]
    out = np.array(points, float)
    move = np.tensordot(weights[used], np.asarray(shapes.deltas)[used].astype(float), 1)
    out[shapes.rows] += move[:, None] if out.ndim > move.ndim else move
    return out


def posed(points: F64, skin: Skin, rig: Rig, frame: int) -> F64:
    """Points (n, 3) of a mesh at a frame, each moved by its bones in the shares of its weights."""
    w, v = np.asarray(rig.rotations[frame], float)[:, 0], np.asarray(rig.rotations[frame], float)[:, 1:]
    turn = np.zeros((len(w), 3, 4))
    x, y, z = v.T
    turn[:, 0, :3] = np.stack([1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)], 1)
    turn[:, 1, :3] = np.stack([2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)], 1)
    turn[:, 2, :3] = np.stack([2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)], 1)
    turn[:, :, 3] = rig.locations[frame]
    mixed = np.zeros((len(points), 3, 4))
    for k in range(skin.bones.shape[1]):
        mixed += np.asarray(skin.weights[:, k, None, None], float) * turn[skin.bones[:, k]]
    return np.asarray(np.einsum("nij,nj->ni", mixed[:, :, :3], np.asarray(points, float)) + mixed[:, :, 3])


def posed_strands(points: F64, skin: Skin, rig: Rig, frame: int) -> F64:
    """Strands (s, k, 3) at a frame, each moved whole by the bones of its root (skin: (s, 4)). Dual quaternions are blended, as Blender
    does for meshes that keep their volume, so that hair stays on the skin it grows from. Source: Kavan et al., "Skinning with dual
    quaternions", 2007."""
    bones = np.asarray(skin.bones, int)
    share = np.asarray(skin.weights, float)
    real = np.asarray(rig.rotations[frame], float)[bones]
    place = np.asarray(rig.locations[frame], float)[bones]
    # Quaternions of opposite sign turn alike; all are taken on the side of the first.
    sign = np.where((real * real[:, :1]).sum(-1, keepdims=True) < 0, -1.0, 1.0)
    real = real * sign
    dual = 0.5 * _times(np.concatenate([np.zeros((*place.shape[:-1], 1)), place], -1), real)
    q, d = ((share[..., None] * v).sum(1) for v in (real, dual))
    length = np.maximum(np.linalg.norm(q, axis=-1, keepdims=True), 1e-12)
    q, d = q / length, d / length
    moved = 2 * _times(d, q * [1.0, -1.0, -1.0, -1.0])[:, 1:]
    w, v = q[:, None, :1], q[:, None, 1:]
    x = np.asarray(points, float)
    return np.asarray(x + 2 * np.cross(v, np.cross(v, x) + w * x) + moved[:, None])


def _times(a: F64, b: F64) -> F64:
    """Products of quaternions (…, 4), w first."""
    w, v, t, u = a[..., :1], a[..., 1:], b[..., :1], b[..., 1:]
    return np.concatenate([w * t - (v * u).sum(-1, keepdims=True), w * u + t * v + np.cross(v, u)], -1)
