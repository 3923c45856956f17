"""What is not flesh under one skin, each a finer mesh of its own: ears, eyes with lids, bare noses, hooves, claws, horns, tails."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from filmwright.content.animals._anatomy.field import Frame, unit
from filmwright.content.animals._anatomy.flesh import TOES, sole_m
from filmwright.content.animals._anatomy.form import Ear, Eye, Form
from filmwright.content.animals._anatomy.skeleton import SIDES, Skeleton, head_frame
from filmwright.scene.shade import Material, coords, mix, noise
from filmwright.scene.shapes import F64, Shape, ball, curve, join, rings, sweep

_GLINT = (0.34, 0.42)  # where the light stands in an eye: to the outside and up, in radii; chosen


class Part(NamedTuple):
    """A mesh of one material, its points moved by bones: weights (n, bones)."""

    name: str
    shape: Shape
    material: str
    weights: F64


def rigid(skel: Skeleton, bone: str, count: int) -> F64:
    """Weights of `count` points that one bone moves."""
    out = np.zeros((count, len(skel.bones)))
    out[:, list(skel.bones).index(bone)] = 1.0
    return out


def joined(name: str, material: str, skel: Skeleton, pieces: Sequence[tuple[Shape, str]]) -> Part:
    """Pieces that are rigid on a bone each, as one part."""
    made = [(outward(s), bone) for s, bone in pieces]
    shares = np.concatenate([rigid(skel, bone, len(s.points)) for s, bone in made])
    return Part(name, join(s for s, _ in made), material, shares)


def outward(item: Shape) -> Shape:
    """A closed shape with its faces turned to the outside."""
    f = item.faces
    triangles = np.concatenate([f[:, :3], f[f[:, 3] >= 0][:, [0, 2, 3]]])
    a, b, c = (item.points[triangles[:, k]] - item.points.mean(0) for k in range(3))
    if float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum()) >= 0:
        return item
    return item._replace(faces=np.where(f[:, 3:] >= 0, f[:, ::-1], f[:, [2, 1, 0, 3]]))


def sided(item: Shape, sign: float) -> Shape:
    """A shape of the right half, or its mirror image on the left."""
    return item if sign > 0 else item.mirrored(0)


def ears(form: Form, skel: Skeleton) -> Part:
    """Both ears: cupped leaves; attribute `inner` is 1 in the hollow."""
    frame, length = head_frame(skel.joints), form.head * form.height_m
    right = _leaf(form.ear, frame, length)
    return joined("ears", "coat", skel, [(sided(right, sign), f"ear_{side}") for side, sign in SIDES])


def _leaf(ear: Ear, frame: Frame, length: float) -> Shape:
    steps, wide = 16, 11
    rows = curve(np.column_stack([ear.path, ear.half]), steps)
    middle = np.array([frame.at(u, x, z, length) for u, x, z in rows[:, :3]])
    half = np.maximum(rows[:, 3], 0.002) * length
    u, x, z = ear.hollow
    hollow = frame.at(u, x, z, 1.0) - frame.origin
    t = np.linspace(-1, 1, wide)
    edge = np.sqrt(np.maximum(1 - t**2, 0))
    along = unit(np.gradient(middle, axis=0))
    levels = []
    for k in range(steps):
        normal = unit(hollow - along[k] * (hollow @ along[k]))
        side = np.cross(normal, along[k])
        bowl = middle[k] + np.outer(half[k] * t, side) + np.outer(ear.cup * half[k] * (t**2 - 0.5), normal)
        thick = ear.thick * length * min(1.0, 0.25 + 2.5 * half[k] / length)
        back = bowl - np.outer(thick * (0.2 + 0.8 * edge), normal)
        levels.append(np.concatenate([bowl, back[::-1]]))
    inner = np.tile(np.r_[np.clip(1.5 * edge, 0, 1), np.zeros(wide)], steps)
    made = rings(np.array(levels))
    return made.with_data("inner", np.r_[inner, 0.0, 0.0])


def eyes(form: Form, skel: Skeleton) -> tuple[Part, Part]:
    """Both eyeballs and both pairs of lids."""
    frame, length = head_frame(skel.joints), form.head * form.height_m
    eye = form.eye
    center, radius = frame.at(eye.u, eye.x, eye.z, length), eye.radius * length
    gaze = frame_of_gaze(eye, frame)
    balls, lids = _eyeball(eye, gaze, center, radius), _lids(eye, gaze, center, radius)
    return (
        joined("eyes", "eye", skel, [(sided(balls, sign), "head") for _, sign in SIDES]),
        joined("lids", "lid", skel, [(sided(lids, sign), "head") for _, sign in SIDES]),
    )


def frame_of_gaze(eye: Eye, head: Frame) -> Frame:
    """The axes of the right eye: forward along its gaze, right towards the outer corner."""
    world_up = np.array([0.0, 0.0, 1.0])
    side = math.sqrt(1 - eye.front**2)
    level = unit(np.array([0.0, head.forward[1], 0.35 * head.forward[2]]))
    gaze = unit(eye.front * level + side * head.right)
    across = unit(np.cross(gaze, world_up))
    return Frame(head.origin, gaze, across, np.cross(across, gaze))


def _dome(gaze: Frame, center: F64, radius: F64 | float, polar: F64, around: int) -> F64:
    """Rings (levels, around, 3) on a sphere at polar angles (levels,) or (levels, around) from the gaze."""
    turn = np.arange(around) * 2 * math.pi / around
    p = np.broadcast_to(polar if polar.ndim == 2 else polar[:, None], (len(polar), around))
    r = np.broadcast_to(np.asarray(radius, float), p.shape)
    local = np.stack([np.cos(p), np.sin(p) * np.cos(turn), np.sin(p) * np.sin(turn)], -1) * r[..., None]
    return np.asarray(center + local @ np.stack([gaze.forward, gaze.right, gaze.up]))


def _eyeball(eye: Eye, gaze: Frame, center: F64, radius: float) -> Shape:
    polar = np.r_[np.linspace(0.02, 1.0, 14), np.linspace(1.1, 2.4, 8)]
    made = rings(_dome(gaze, center, radius, polar, 28))
    q = (made.points - center) @ np.stack([gaze.forward, gaze.right, gaze.up]).T / radius
    pupil = np.hypot(q[:, 1] / eye.pupil[0], q[:, 2] / eye.pupil[1]) + np.where(q[:, 0] < 0, 9.0, 0.0)
    iris = np.hypot(q[:, 1], q[:, 2]) + np.where(q[:, 0] < 0, 9.0, 0.0)
    glint = np.hypot(q[:, 1] - _GLINT[0] * 0.8, q[:, 2] - _GLINT[1] * 0.8) + np.where(q[:, 0] < 0, 9.0, 0.0)
    return made.with_data("pupil", pupil).with_data("iris", iris).with_data("glint", glint)


def _lids(eye: Eye, gaze: Frame, center: F64, radius: float) -> Shape:
    """Skin round an almond-shaped opening; attribute `rim` is 1 at its dark edge."""
    around = 32
    turn = np.arange(around) * 2 * math.pi / around
    wide, tall = 0.98, 0.98 * eye.open
    almond = 1 / np.hypot(np.cos(turn) / wide, np.sin(turn) / tall)
    share = np.array([0.0, 0.02, 0.25, 0.6, 1.0])
    polar = almond + share[:, None] * (2.3 - almond)
    lift = np.array([0.985, 1.075, 1.12, 1.10, 1.0]) * radius
    made = rings(_dome(gaze, center, lift[:, None], polar, around), caps=False)
    return made.with_data("rim", np.repeat([1.0, 1.0, 0.25, 0.0, 0.0], around))


def nose(form: Form, skel: Skeleton) -> Part | None:
    """The bare nose of those that have one: a rounded triangle with two nostrils."""
    if form.nose is None:
        return None
    u, z, half = form.nose
    frame, length = head_frame(skel.joints), form.head * form.height_m
    t = np.linspace(0.06, math.pi - 0.06, 12)
    turn = np.arange(24) * 2 * math.pi / 24
    levels = []
    for a in t:
        x = np.sin(a) * np.cos(turn)
        up = np.sin(a) * np.sin(turn)
        # Broad above, narrow below.
        wide = half * (1 + 0.30 * up) * x
        tall = 0.70 * half * up - 0.10 * half * (1 - up**2)
        levels.append(
            np.stack(
                [frame.at(u + 0.55 * half * math.cos(a), w, z + v, length) for w, v in zip(wide, tall, strict=True)]
            )
        )
    pieces = [(rings(np.array(levels)).with_data("hole", 0.0), "head")]
    for _, sign in SIDES:
        hole = ball([0.24 * half * length, 0.30 * half * length, 0.17 * half * length], sides=12, levels=8)
        turned = hole.points @ np.stack([frame.right, frame.forward, frame.up])
        at = frame.at(u + 0.36 * half, sign * 0.48 * half, z - 0.04 * half, length)
        pieces.append((hole._replace(points=turned + at).with_data("hole", 1.0), "head"))
    return joined("nose", "nose", skel, pieces)


def feet(form: Form, skel: Skeleton) -> Part | None:
    """Claws of paws, hooves, the nails of pillars."""
    pieces: list[tuple[Shape, str]] = []
    for side, sign in SIDES:
        for joint, bone, share in (("fetlock_r", "forefoot", form.fore_foot), ("pastern_r", "hindfoot", 0.94)):
            for item in _foot(form, skel.joints[joint], share):
                pieces.append((sided(item, sign), f"{bone}_{side}"))
    names = {"paw": "claws", "hoof": "hooves", "cloven": "hooves", "pillar": "nails"}
    return joined(names[form.foot], "horn" if form.foot == "pillar" else "hoof", skel, pieces)


def _foot(form: Form, ankle: F64, share: float) -> list[Shape]:
    length, width = form.foot_size[0] * form.height_m * share, form.foot_size[1] * form.height_m * share
    x, y, z = ankle
    if form.foot == "paw":
        floor = sole_m(form, z)
        claws = [_claw(x + across * width, y + (ahead + 0.17) * length, z - floor, width) for across, ahead in TOES]
        return [claw.moved((0.0, 0.0, floor)) for claw in claws]
    if form.foot == "pillar":
        nail = ball([0.11 * width, 0.05 * width, 0.10 * width], sides=12, levels=8)
        turns = (-0.75, -0.25, 0.25, 0.75)
        return [
            nail.moved([x + 0.50 * width * math.sin(a), y + 0.08 * length + 0.53 * width * math.cos(a), 0.10 * width])
            for a in turns
        ]
    if form.foot == "hoof":
        return [_hoof(x, y, z, length, width, 1.0)]
    return [_hoof(x + s * 0.29 * width, y, z, length, width, 0.56) for s in (-1, 1)]


def _claw(x: float, y: float, z: float, width: float) -> Shape:
    path = [(x, y, 0.52 * z), (x, y + 0.10 * width, 0.34 * z), (x, y + 0.15 * width, 0.10 * z)]
    return sweep(path, [0.065 * width, 0.05 * width, 0.012 * width], sides=8)


def _hoof(x: float, y: float, z: float, length: float, width: float, narrow: float) -> Shape:
    turn = np.arange(24) * 2 * math.pi / 24
    levels = []
    for high, ahead, wide, deep in (
        (0.0, 0.40, 0.58, 0.68),
        (0.06, 0.40, 0.60, 0.70),
        (0.55, 0.26, 0.51, 0.56),
        (0.80, 0.20, 0.46, 0.50),
        (0.88, 0.18, 0.38, 0.42),
    ):
        ring = [narrow * wide * width * np.cos(turn), deep * width * np.sin(turn)]
        levels.append(np.column_stack([x + ring[0], y + ahead * length + ring[1], np.full(24, high * z)]))
    return rings(np.array(levels))


def horns(
    form: Form,
    skel: Skeleton,
    path: ArrayLike,
    radii: ArrayLike,
    *,
    name: str = "horns",
    material: str = "horn",
    ridges: float = 0.0,
) -> Part:
    """A pair of horns, antlers' beams, tusks or ossicones: the right one along path (u, x, z), in head lengths. `ridges` is how deep the
    rings round it are, as a share of the radius."""
    frame, length = head_frame(skel.joints), form.head * form.height_m
    p = np.asarray(path, float)
    rows = curve(np.column_stack([p, np.broadcast_to(np.asarray(radii, float), (len(p),))]), 40)
    points = np.array([frame.at(u, x, z, length) for u, x, z in rows[:, :3]])
    r = rows[:, 3] * length
    if ridges:
        r = r * (1 + ridges * np.sin(np.arange(40) * 2.1))
    right = sweep(points, np.maximum(r, 1e-4), sides=14)
    return joined(name, material, skel, [(sided(right, sign), "head") for _, sign in SIDES])


def tail(form: Form, skel: Skeleton) -> Part:
    """The tail, its root deep in the rump; attribute `along` runs from 0 at the root to 1 at the tip."""
    h = form.height_m
    rows = np.array(form.tail.rows)
    first = rows[0] + (rows[0] - rows[1]) * [0.6, 0.6, 0.0]
    count = 8 * len(rows)
    fine = curve(np.vstack([first, rows]), count)
    points = np.column_stack([np.zeros(count), fine[:, 0], fine[:, 1]]) * h
    sides = 14
    made = sweep(points, np.maximum(fine[:, 2] * h, 0.001), sides=sides)
    along = np.linspace(-1.0, len(rows) - 1.0, count)
    share = np.zeros((count, len(skel.bones)))
    names = list(skel.bones)
    chain = [names.index("pelvis"), *(names.index(f"tail_{k}") for k in range(len(rows) - 1))]
    place = np.clip(along + 0.5, 0, len(chain) - 1.001)
    low = place.astype(int)
    for k in range(count):
        share[k, chain[low[k]]] += 1 - (place[k] - low[k])
        share[k, chain[min(low[k] + 1, len(chain) - 1)]] += place[k] - low[k]
    ringed = np.repeat(share, sides, axis=0)
    shares = np.vstack([ringed, share[:1], share[-1:]])
    part = np.r_[np.repeat(np.clip(along / (len(rows) - 1), 0, 1), sides), 0.0, 1.0]
    return Part("tail", outward(made.with_data("along", part)), "coat", shares)


def whiskers(form: Form, skel: Skeleton, hairs: Sequence[tuple[float, float, float, float, float, float]]) -> Part:
    """Stiff hairs of the lip on both sides: each from (u, x, z) by (du, dx, dz), drooping a little."""
    frame, length = head_frame(skel.joints), form.head * form.height_m
    pieces = []
    for u, x, z, du, dx, dz in hairs:
        t = np.linspace(0, 1, 7)
        path = np.array(
            [frame.at(u + du * a * (1 - 1.4 * a), x + dx * a, z + dz * a - 0.10 * a * a, length) for a in t]
        )
        hair = sweep(path, length * np.linspace(0.0055, 0.002, 7), sides=5)
        pieces += [(sided(hair, sign), "head") for _, sign in SIDES]
    return joined("whiskers", "whisker", skel, pieces)


def locks(
    name: str,
    material: str,
    skel: Skeleton,
    roots: ArrayLike,
    falls: ArrayLike,
    lengths: ArrayLike,
    *,
    width: float,
    seed: int,
    weights: F64,
) -> Part:
    """Long hair as tapered locks: from roots (n, 3), falling along `falls` (n, 3), so long each (n,), `width` metres wide at the root;
    weights (n, bones) of their roots."""
    rng = np.random.default_rng(seed)
    root, fall, long = np.asarray(roots, float), np.asarray(falls, float), np.asarray(lengths, float)
    pieces, shares = [], []
    profile = np.array([0.7, 1.0, 0.95, 0.8, 0.55, 0.12])
    t = np.linspace(0, 1, 6)
    for k in range(len(root)):
        swing = 0.10 * rng.normal(size=3) * long[k]
        down = np.array([0.0, 0.0, -1.0])
        path = root[k] + np.outer(t * long[k], unit(fall[k])) * (1 - 0.35 * t[:, None])
        path = path + np.outer(0.45 * t**2 * long[k], down) + np.outer(t**2, swing)
        made = outward(sweep(path, width * profile * rng.uniform(0.7, 1.2), sides=7, flat=0.5))
        pieces.append(made)
        shares.append(np.tile(weights[k], (len(made.points), 1)))
    return Part(name, join(pieces), material, np.concatenate(shares))


def ivory() -> Material:
    """Tusks."""
    return Material(
        color=mix((0.72, 0.64, 0.50), (0.60, 0.50, 0.36), noise(coords("rest"), scale=6.0)), roughness=0.28, coat=0.3
    )


def whisker() -> Material:
    """Stiff white hairs."""
    return Material(color=(0.85, 0.83, 0.80), roughness=0.4)
