"""Fur: strands that grow from the skin, combed along the bones away from the nose, in clumps, and follow the rig as their roots do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content.animals._anatomy.coat import Where, waves
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.field import unit
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.skeleton import Skeleton, head_frame
from filmwright.content.figure.skinned import strongest
from filmwright.scene.nodes import Strands
from filmwright.scene.shapes import F64, point_normals

_POINTS = 5  # of a strand; chosen
_UNDER = 0.45  # share of short hairs that fill the coat; chosen


class Fur(NamedTuple):
    """Length and radius of the hair on the trunk, in heights, how many hairs, how much longer or shorter it is where (a factor (n,) on
    the usual), and how far it stands off (0: lies flat)."""

    length: float
    radius: float
    hairs: int
    longer: Callable[[Where], F64] | None = None
    lift: float = 0.35


def strands(
    form: Form,
    skel: Skeleton,
    fur: Fur,
    grounds: Sequence[tuple[Part, Where]],
    masks: Callable[[Where], dict[str, F64]],
) -> list[Strands]:
    """The fur on some meshes, one node for each; hairs by area and by how fine the part is."""
    wanted = [_density(form, part, at) for part, at in grounds]
    total = sum(float(d.sum()) for d in wanted)
    made = []
    for n, ((part, at), density) in enumerate(zip(grounds, wanted)):
        count = int(fur.hairs * density.sum() / total)
        if count > 20:
            made.append(_grown(form, skel, fur, part, at, masks, density, count, np.random.default_rng(n)))
    return made


def _triangles(part: Part) -> NDArray[np.int64]:
    f = part.shape.faces
    return np.concatenate([f[:, :3], f[f[:, 3] >= 0][:, [0, 2, 3]]])


def _density(form: Form, part: Part, at: Where) -> F64:
    """Hairs for each triangle (t,), in no unit: area, more where the form is fine, none on bare skin."""
    corners = _triangles(part)
    p = part.shape.points
    area = np.linalg.norm(np.cross(p[corners[:, 1]] - p[corners[:, 0]], p[corners[:, 2]] - p[corners[:, 0]]), axis=1)
    eye = form.eye
    from_eye = np.sqrt((at.u - eye.u) ** 2 + (at.hx - eye.x) ** 2 + (at.hz - eye.z) ** 2)
    bare = (from_eye < 1.35 * eye.radius) | (at.inner > 0.3)
    if form.nose is not None:
        u, z, half = form.nose
        bare |= np.sqrt((at.u - u) ** 2 + at.hx**2 + (at.hz - z) ** 2) < 1.25 * half
    # Inside the open mouth.
    bare |= (
        (at.ear == 0)
        & (form.jaw_deg > 0)
        & (at.u > 0.5)
        & (np.abs(at.hz + 0.20) < 0.07)
        & (at.hx < 0.11)
        & (at.head > 0.5)
    )
    fine = 1 + 2.2 * at.head + 0.6 * at.tail + 0.5 * at.shin
    return np.asarray(area * np.where(bare, 0.0, fine)[corners].min(1))


def _length(form: Form, fur: Fur, at: Where) -> F64:
    """Length of the hair (n,) in metres."""
    muzzle = at.head * np.clip((at.u - 0.5) / 0.25, 0, 1) * (1 - at.ear)
    usual = (
        (1 - 0.45 * at.head) * (1 - 0.60 * muzzle) * (1 - 0.55 * at.shin) * (1 - 0.6 * at.foot) * (1 - 0.45 * at.ear)
    )
    longer = fur.longer(at) if fur.longer is not None else np.ones(len(at.x))
    return np.asarray(fur.length * form.height_m * usual * longer)


def _comb(form: Form, skel: Skeleton, part: Part, at: Where, points: F64, weights: F64) -> F64:
    """Which way the hair lies (n, 3): along the bones away from the nose, and down the flanks."""
    ways = []
    for name, bone in skel.bones.items():
        way = unit(skel.joints[bone.end] - skel.joints[bone.start])
        ways.append(-way if name.startswith(("neck", "head", "chest", "trunk")) else way)
    way = weights @ np.array(ways)
    h = form.height_m
    frame = head_frame(skel.joints)
    nose = frame.at(1.0, 0.0, 0.02, form.head * h)
    way = way + (at.head * (1 - at.ear))[:, None] * unit(points - nose) * 1.3
    down = 0.55 * at.trunk + 0.5 * at.neck + 0.3 * at.tail + 0.2 * at.leg
    way = way - np.outer(down, [0.0, 0.0, 1.0])
    return np.asarray(way + 0.18 * np.stack([waves(points / h, 14, 20 + k, 2) for k in range(3)], 1))


def _grown(
    form: Form,
    skel: Skeleton,
    fur: Fur,
    part: Part,
    at: Where,
    masks: Callable[[Where], dict[str, F64]],
    density: F64,
    count: int,
    rng: np.random.Generator,
) -> Strands:
    corners = _triangles(part)
    chosen = corners[rng.choice(len(corners), count, p=density / density.sum())]
    share = rng.dirichlet((1.0, 1.0, 1.0), count)

    def on(values: F64) -> F64:
        return np.asarray(np.einsum("nk,nk...->n...", share, values[chosen]))

    points, weights = on(part.shape.points), on(part.weights)
    normal = unit(on(point_normals(part.shape.points, part.shape.faces)))
    here = Where(*(on(v) for v in at))
    data = {name: on(np.clip(values, 0, 1)) for name, values in masks(at).items()}
    way = _comb(form, skel, part, here, points, weights) + 0.12 * rng.normal(size=points.shape)
    flat = unit(way - normal * (way * normal).sum(1, keepdims=True))
    under = rng.random(count) < _UNDER
    length = on(_length(form, fur, at)) * np.where(under, 0.55, 1.0) * rng.uniform(0.65, 1.15, count)
    lines = _bent(form, fur, points, normal, flat, under, length)
    lines = _clumped(form, fur, points, lines, under, rng)
    lines += 0.03 * length[:, None, None] * np.linspace(0, 1, _POINTS)[None, :, None] * rng.normal(size=lines.shape)
    radii = fur.radius * form.height_m * np.array([1.0, 1.0, 0.85, 0.6, 0.12])
    return Strands(
        name=f"fur {part.name}",
        points=lines.astype(np.float32),
        radii=radii.astype(np.float32),
        material="fur",
        root_data={"rest": points, **data},
        skin=strongest(weights.astype(np.float32)),
    )


def _bent(form: Form, fur: Fur, points: F64, normal: F64, flat: F64, under: NDArray[np.bool_], length: F64) -> F64:
    """Hairs (n, k, 3) that rise from the skin and bend over."""
    lift = np.where(under, 1.25, 1.0)[:, None] * fur.lift
    first = unit(flat + 1.6 * lift * normal)
    sag = np.clip(length / form.height_m / 0.05, 0, 1.4)[:, None]
    last = unit(flat + 0.25 * lift * normal - 0.5 * sag * np.array([0.0, 0.0, 1.0]))
    t = np.linspace(0, 1, _POINTS)[None, :, None]
    way = first[:, None] * (t - 0.5 * t * t) + last[:, None] * 0.5 * t * t
    # The root is a little under the skin.
    return np.asarray(points[:, None] - 0.08 * length[:, None, None] * normal[:, None] + length[:, None, None] * way)


def _clumped(form: Form, fur: Fur, points: F64, lines: F64, under: NDArray[np.bool_], rng: np.random.Generator) -> F64:
    """Tips drawn together in small cells."""
    cell = form.height_m * float(np.clip(0.7 * fur.length, 0.012, 0.05))
    key = np.floor(points / cell + 0.35 * rng.normal(size=points.shape)).astype(np.int64)
    _, owner = np.unique((key * [73856093, 19349663, 83492791]).sum(1), return_inverse=True)
    counts = np.bincount(owner)
    mean = np.stack(
        [np.stack([np.bincount(owner, lines[:, k, c]) / counts for c in range(3)], 1) for k in range(_POINTS)], 1
    )[owner]
    t = np.linspace(0, 1, _POINTS)[None, :, None]
    return np.asarray(lines + (mean - lines) * 0.55 * t**1.6 * np.where(under, 0.4, 1.0)[:, None, None])
