"""A piece of cloth while it is being sewn, and how it becomes a Mesh of a Piece.

Cloth is a surface in the body's rest space whose points carry the weights of the rig, so that whatever is cut, subdivided or
added keeps following the bones. The tools are in `garment_cut` (cut, refine, smooth, hem), `garment_fit` (the body's
measures), `garment_shell` (bodices, legs, skirts), `garment_folds` and `garment_parts` (collars, buttons, belts, pockets).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content.figure.body import Body
from filmwright.scene.nodes import Mesh, Skin
from filmwright.scene.shapes import Shape, point_normals

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]
Mask = NDArray[np.bool_]

RIG = "RIG"  # placeholder in Skin.rig: the person who wears the garment puts the name of their rig there


class Cloth(NamedTuple):
    """points (n, 3) metres, faces (f, 4) wound outward (-1 in the last column: a triangle), weights (n, B) of the rig's
    bones, rows sum to 1."""

    points: F64
    faces: I64
    weights: F64

    def normals(self) -> F64:
        """Unit normals (n, 3), outward."""
        return point_normals(self.points, self.faces)


def join(cloths: list[Cloth]) -> Cloth:
    """Several pieces as one surface (not welded)."""
    starts = np.cumsum([0] + [len(c.points) for c in cloths[:-1]])
    faces = [np.where(c.faces >= 0, c.faces + s, -1) for c, s in zip(cloths, starts, strict=True)]
    return Cloth(
        np.concatenate([c.points for c in cloths]), np.concatenate(faces), np.concatenate([c.weights for c in cloths])
    )


def from_shape(item: Shape, weights: F64) -> Cloth:
    """A Shape as cloth: `weights` (n, B) one row a point, or (B,) the same for all (a stiff thing such as a button)."""
    rows = np.broadcast_to(weights, (len(item.points), weights.shape[-1]))
    return Cloth(item.points, item.faces, np.array(rows))


def skin_of(weights: F64) -> Skin:
    """The four strongest bones of each point as a Skin of the placeholder rig; weights (n, B)."""
    order = np.argpartition(-weights, 3, axis=1)[:, :4]
    strongest = np.take_along_axis(weights, order, axis=1)
    strongest = np.maximum(strongest, 0.0)
    strongest /= np.maximum(strongest.sum(1, keepdims=True), 1e-9)
    return Skin(rig=RIG, bones=order.astype(np.int32), weights=strongest)


def to_mesh(
    name: str,
    cloth: Cloth,
    material: str,
    *,
    data: dict[str, F64] | None = None,
    uv: F64 | None = None,
    sharp_angle_rad: float | None = None,
    subdivide: int = 0,
) -> Mesh:
    """A skinned mesh node. It carries `rest` (its points at rest), which cloth textures are laid on."""
    return Mesh(
        name=name,
        points=cloth.points,
        faces=cloth.faces,
        materials=(material,),
        point_data={"rest": cloth.points, **(data or {})},
        uv=uv,
        sharp_angle_rad=sharp_angle_rad,
        subdivide=subdivide,
        skin=skin_of(cloth.weights),
    )


def bone_weights(body: Body, **shares: float) -> F64:
    """A row of weights (B,) from bone names: `bone_weights(body, head=1.0)`."""
    row = np.zeros(len(body.bones))
    for name, share in shares.items():
        row[body.bones.index(name)] = share
    return row


def compact_skin(body: Body, part: Mask) -> Cloth:
    """The part (19158,) of a body's skin as a surface."""
    faces = body.faces["body"]
    faces = faces[part[faces].all(1)]
    used = np.unique(faces[faces >= 0])
    place = np.full(len(body.points) + 1, -1, np.int64)
    place[used] = np.arange(len(used))
    return Cloth(body.points[used], place[faces], np.asarray(body.weights[used], float))
