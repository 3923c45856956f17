"""What is under what: which points a cloth hides, and several garments worn together without one poking through another."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, I64, Cloth, Mask
from filmwright.content.figure.garment_cut import compact, faces_corners, smooth
from filmwright.content.figure.garment_fit import Fit, measure, nearest, side_of
from filmwright.content.kinds import Piece
from filmwright.registry import find
from filmwright.scene.nodes import Mesh, Shapes, Skin
from filmwright.spec.shot import Garment

WARDROBE = "filmwright.content.wardrobe"
CLOSE_M, FLOWING_M = (
    0.042,
    0.15,
)  # how far cloth gives way to what is below it, at scale 1: sewn to fit, or hanging free; chosen


class Cover(NamedTuple):
    """A cloth as something that hides what is behind it: its points, normals, and which points are near its edges."""

    points: F64
    normals: F64
    tree: cKDTree
    border: cKDTree | None
    to_border: F64


def cover(cloth: Cloth) -> Cover:
    """The Cover of a cloth."""
    edge = edge_points(cloth)
    border = cKDTree(edge) if len(edge) else None
    far = nearest(border, cloth.points, 1)[0][:, 0] if border is not None else np.full(len(cloth.points), np.inf)
    return Cover(cloth.points, cloth.normals(), cKDTree(cloth.points), border, far)


def edge_points(cloth: Cloth) -> F64:
    """Points (k, 3) on the open edges of a cloth."""
    a, b = faces_corners(cloth.faces)
    size = len(cloth.points)
    border = ~np.isin(a * size + b, b * size + a)
    return np.asarray(cloth.points[np.unique(np.concatenate([a[border], b[border]]))])


def concealed(points: F64, behind: Cover, *, margin_m: float, reach_m: float, slack_m: float = 0.004) -> Mask:
    """Which points (n, 3) lie behind a cover: within `reach_m` of it on its inner side (or no more than `slack_m` before it)
    and at least `margin_m` from its edges, so that nobody sees into the gap."""
    distance, index = behind.tree.query(points, distance_upper_bound=reach_m)
    near = np.isfinite(distance)
    index = np.where(near, index, 0)
    before = ((points - behind.points[index]) * behind.normals[index]).sum(1)
    hidden = near & (before < slack_m) & (behind.to_border[index] > margin_m)
    if behind.border is not None:
        hidden &= np.isinf(behind.border.query(points, distance_upper_bound=margin_m)[0])
    return np.asarray(hidden)


def wear(body: Body, garments: tuple[Garment, ...], seed: int) -> tuple[Piece, ...]:
    """The garments built on a body, from the skin outward, with what the outer ones hide cut away from the inner ones. One that
    covers all of a body (WHOLE) is all that is seen. Raises UnknownName for a garment or material that is not in the wardrobe."""
    fit = measure(body)
    modules = [find(WARDROBE, g.kind, where="wardrobe") for g in garments]
    cloth = [k for k, module in enumerate(modules) if not getattr(module, "PAINT", False)]
    cloth = [k for k in cloth if getattr(modules[k], "WHOLE", False)][:1] or cloth
    garments, modules = tuple(garments[k] for k in cloth), [modules[k] for k in cloth]
    order = sorted(range(len(garments)), key=lambda k: modules[k].LAYER)
    pieces = [modules[k].build(body, garments[k], np.random.default_rng([seed, k])) for k in order]
    worn = [modules[k] for k in order]
    covers: list[Cover | None] = []
    for k, piece in enumerate(pieces):
        if not any(getattr(worn[k], name, False) for name in ("SNUG", "STIFF")):
            far_m = (FLOWING_M if getattr(worn[k], "FLOWING", False) else CLOSE_M) * fit.scale
            pieces[k] = _over(piece, [c for c in covers if c is not None], 0.006 * fit.scale, far_m)
        covers.append(_cover_of(pieces[k]))
    return tuple(
        _under(
            fit, piece, worn[k], [(m, c) for m, c in zip(worn[k + 1 :], covers[k + 1 :], strict=True) if c is not None]
        )
        for k, piece in enumerate(pieces)
    )


def _over(piece: Piece, below: list[Cover], gap_m: float, far_m: float) -> Piece:
    """The piece pushed out, by `far_m` at most, to lie `gap_m` over what is worn below it (a sweater's hem over the skirt it meets)."""
    nodes = []
    for node in piece.nodes:
        if isinstance(node, Mesh):
            points = np.asarray(node.points, float)
            faces = np.asarray(node.faces, np.int64)
            for surface in below:
                points = points + _clearance(points, faces, surface, gap_m, far_m)
            node = node.model_copy(update={"points": points.astype(np.float32)})
        nodes.append(node)
    return replace(piece, nodes=tuple(nodes))


def _clearance(points: F64, faces: I64, surface: Cover, gap_m: float, far_m: float) -> F64:
    """How to move points (n, 3) so that they lie `gap_m` before a cover, evened out over the mesh."""
    distance, index = nearest(surface.tree, points, 1)
    place = np.minimum(index[:, 0], len(surface.points) - 1)
    normal = surface.normals[place]
    before = ((points - surface.points[place]) * normal).sum(1)
    # Beyond this reach it is another part of the body (an arm beside the hip).
    near = (distance[:, 0] < far_m) & ((surface.to_border[place] > gap_m) | (far_m > 0.1))
    out = normal * np.where(near, np.clip(gap_m - before, 0, far_m), 0.0)[:, None]
    return smooth(out, faces, 2, 0.5) if out.any() else out


def _cover_of(piece: Piece) -> Cover | None:
    """The main surface of a piece (its first node), or None if it hides nothing."""
    main = piece.nodes[0]
    if not isinstance(main, Mesh) or piece.covered is None:
        return None
    faces = np.asarray(main.faces, np.int64)
    if "lip" in main.point_data:
        lip = main.point_data["lip"] > 0.5
        faces = faces[~np.where(faces >= 0, lip[faces], False).any(1)]
    points = np.asarray(main.points, float)
    return cover(compact(Cloth(points, faces, np.zeros((len(points), 1)))))


def _under(fit: Fit, piece: Piece, module: ModuleType, above: list[tuple[ModuleType, Cover]]) -> Piece:
    if getattr(module, "STIFF", False):
        return piece
    nodes = list(piece.nodes)
    for outer, surface in above:
        tucked = getattr(outer, "TAKES_LEGS", False) and getattr(module, "LEGS", False)
        snug = getattr(outer, "SNUG", False)
        nodes = [
            kept
            for node in nodes
            if (
                kept := _trimmed(fit, node, surface, tucked, snug, part=node.name != piece.nodes[0].name)
                if isinstance(node, Mesh) and node.skin
                else node
            )
            is not None
        ]
    return replace(piece, nodes=tuple(nodes))


def _trimmed(fit: Fit, node: Mesh, surface: Cover, tucked: bool, snug: bool, *, part: bool) -> Mesh | None:
    """A mesh without the faces hidden under a cover; what stays near it is pressed below. None if nothing stays.
    A part (a buckle, a flap) stands further out than the cloth it is on; into a snug waist nobody sees."""
    s = fit.scale
    points = np.asarray(node.points, float)
    if tucked:
        points, hidden = _tucked(fit, points, surface)
    else:
        hidden = concealed(
            points,
            surface,
            margin_m=(0.010 if snug else 0.025) * s,
            reach_m=0.14 * s,
            slack_m=(0.045 if part else 0.022) * s,
        )
        moved = _pressed(points, surface, s) - points
        # What is sewn on goes under as one: a collar keeps its line where it goes in below a jacket.
        points = points + (smooth(moved, np.asarray(node.faces, np.int64), 6, 0.5) if part and moved.any() else moved)
    corner = np.where(node.faces >= 0, hidden[node.faces], True)
    return subset(node.model_copy(update={"points": points.astype(np.float32)}), ~corner.all(1))


def _pressed(points: F64, surface: Cover, scale: float) -> F64:
    """Points that lie just before the cover, moved 6 mm behind it; hidden ones too, for a face may reach from them into the open."""
    distance, index = surface.tree.query(points, distance_upper_bound=0.04 * scale)
    near = np.isfinite(distance)
    index = np.where(near, index, 0)
    before = ((points - surface.points[index]) * surface.normals[index]).sum(1)
    move = near & (surface.to_border[index] > 0.004 * scale) & (before > -0.006 * scale) & (before < 0.03 * scale)
    return np.asarray(points - surface.normals[index] * np.where(move, before + 0.006 * scale, 0)[:, None])


def _tucked(fit: Fit, points: F64, shafts: Cover) -> tuple[F64, Mask]:
    """Trouser legs put into shafts: what is below their rims is hidden, what is just above narrows into them."""
    s, out = fit.scale, points.copy()
    hidden = np.zeros(len(points), bool)
    for side in "lr":
        p = shafts.points[side_of(shafts.points, side)]
        top = float(p[:, 2].max())
        rim = p[p[:, 2] > top - 0.03 * s]
        line = fit.shins[side]
        room = float(np.median(np.linalg.norm(rim[:, :2] - line.middle(rim[:, 2]), axis=1))) - 0.007 * s
        mine = side_of(points, side)
        hidden |= mine & (points[:, 2] < top - 0.035 * s)
        middle = line.middle(points[:, 2])
        away = points[:, :2] - middle
        radius = np.linalg.norm(away, axis=1)
        t = np.clip((points[:, 2] - top) / (0.10 * s), 0, 1)
        most = room + (np.maximum(radius, room) - room) * (t * t * (3 - 2 * t)) + 0.010 * s * np.sin(np.pi * t)
        narrower = np.minimum(radius, most)
        low = mine & (points[:, 2] < top + 0.10 * s)
        out[low, :2] = (middle + away * (narrower / np.maximum(radius, 1e-6))[:, None])[low]
    return out, hidden


def subset(node: Mesh, keep: Mask) -> Mesh | None:
    """The mesh with only the faces in `keep` (f,) and the points they use; None if none is left."""
    if keep.all():
        return node
    if not keep.any():
        return None
    faces = node.faces[keep]
    used = np.unique(faces[faces >= 0])
    place = np.full(len(node.points) + 1, -1, np.int32)
    place[used] = np.arange(len(used))
    skin = node.skin
    return node.model_copy(
        update={
            "points": node.points[used],
            "faces": place[faces],
            "point_data": {k: v[used] for k, v in node.point_data.items()},
            "corner_data": {k: v[keep] for k, v in node.corner_data.items()},
            "uv": None if node.uv is None else node.uv[keep],
            "material_index": None if node.material_index is None else node.material_index[keep],
            "shapes": None if node.shapes is None else _fewer(node.shapes, place),
            "skin": None if skin is None else Skin(rig=skin.rig, bones=skin.bones[used], weights=skin.weights[used]),
        }
    )


def _fewer(shapes: Shapes, place: NDArray[np.int32]) -> Shapes:
    """Shapes of a mesh whose points have gone to `place` (-1: nowhere)."""
    at = place[np.asarray(shapes.rows, int)]
    kept = at >= 0
    return shapes.model_copy(update={"rows": at[kept], "deltas": np.asarray(shapes.deltas)[:, kept]})
