"""Plates of steel on a body: tubes round a limb in overlapping lames, cups over its joints. Each plate is stiff, on one bone or two."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.figure.garment import F64, Cloth, bone_weights, from_shape
from filmwright.content.figure.garment_fit import ARM, HAND, LEG, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.scene.shapes import outward, rings

AROUND = 40
_TURN = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)


def tube(
    ground: Surface,
    bones: tuple[str, str],
    profile: Sequence[tuple[float, float]],
    carried: dict[str, float],
    *,
    thickness: float = 0.003,
    lift: float = 0.0,
) -> Cloth:
    """A plate round a limb between two joints: profile gives (share of the way, metres at scale 1 off the cloth below), outside and
    then back inside `thickness` under it. carried: shares of the bones it is fixed to. lift: how much
    further out it lies above than below."""
    fit, s = ground.fit, ground.fit.scale
    start, end = (fit.head_of(bone) for bone in bones)
    length = float(np.linalg.norm(end - start))
    axis = (end - start) / length
    across = np.cross(axis, [0.0, 1.0, 0.0])
    across /= np.linalg.norm(across)
    other = np.cross(axis, across)
    d = ground.cloth.points - start
    along = d @ axis
    limb = (*ARM, *HAND) if "arm" in bones[0] else LEG
    mine = (fit.share(ground.cloth, *limb) > 0.35) & side_of(ground.cloth.points, bones[0][-1])
    d, along = d[mine], along[mine]
    turn, radius = np.arctan2(d @ other, d @ across), np.hypot(d @ other, d @ across)
    apart = (_TURN[:, None] - turn[None] + np.pi) % (2 * np.pi) - np.pi
    up = (np.cos(_TURN)[:, None] * across + np.sin(_TURN)[:, None] * other)[:, 2]
    outer, inner = [], []
    for share, gap in profile:
        level = share * length
        kernel = np.exp(-((apart / 0.16) ** 2) - ((along - level)[None] / (0.022 * s)) ** 2) + 1e-12
        reach = (kernel * radius).sum(1) / kernel.sum(1)
        reach = np.maximum(0.5 * (reach + np.median(reach)), reach) + (gap + lift * np.clip(up, 0, 1)) * s
        way = np.cos(_TURN)[:, None] * across + np.sin(_TURN)[:, None] * other
        outer.append(start + axis * level + way * reach[:, None])
        inner.append(start + axis * level + way * (reach - thickness * s)[:, None])
    item = outward(rings(np.array([*outer, *inner[::-1]]), closed=True))
    return from_shape(item, bone_weights(fit.body, **carried))


def cup(ground: Surface, center: F64, size: F64, out: F64, carried: dict[str, float], *, ridge: float = 0.0) -> Cloth:
    """A cup over a joint: half an ellipsoid (3,) of `size` metres at scale 1 (along, across, out) that opens towards the body; `out` is
    the direction it faces, its long side runs down as far as it can. ridge: height of a keel down its middle."""
    s = ground.fit.scale
    out = out / np.linalg.norm(out)
    down = np.array([0.0, 0.0, -1.0]) - out * (np.array([0.0, 0.0, -1.0]) @ out)
    down /= np.linalg.norm(down)
    side = np.cross(out, down)
    turn = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    rows = []
    for t, inset in ((-0.12, 1.0), (0.05, 1.04), (0.14, 1.0), (0.35, 1.0), (0.6, 1.0), (0.85, 1.0), (1.0, 1.0)):
        flat = np.cos(np.clip(t, 0, 1) * np.pi / 2) * inset if t < 1 else 0.02
        along, across = size[0] * flat * np.cos(turn), size[1] * flat * np.sin(turn)
        high = size[2] * np.sin(t * np.pi / 2) + ridge * np.exp(-((across / (0.2 * size[1])) ** 2)) * np.clip(t, 0, 1)
        rows.append(
            center
            + s * (along[:, None] * down + across[:, None] * side + np.broadcast_to(high, along.shape)[:, None] * out)
        )
    return from_shape(outward(rings(np.array(rows), caps=True)), bone_weights(ground.fit.body, **carried))
