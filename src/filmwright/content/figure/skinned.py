"""Parts of the body's own mesh as nodes: the points they use, and the four strongest bones of each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from filmwright.content.figure.body import F64, Body
from filmwright.scene.nodes import Mesh, Skin

RIG = "RIG"  # placeholder in Skin.rig, see person.attach (garments use the same)


def strongest(weights: NDArray[np.float32]) -> Skin:
    """A Skin of the placeholder rig from weights (n, B): the four strongest bones of each point, summing to 1."""
    order = np.argpartition(-weights, 3, axis=1)[:, :4]
    best = np.maximum(np.take_along_axis(weights, order, axis=1), 0.0)
    best = best / np.maximum(best.sum(1, keepdims=True), 1e-9)
    return Skin(rig=RIG, bones=order.astype(np.int32), weights=best)


def part(name: str, body: Body, group: str, keep: NDArray[np.bool_], material: str, *, subdivide: int = 0) -> Mesh:
    """The kept faces (f,) of a group of the body as a skinned mesh with UVs; `rest` holds its points at rest."""
    faces = body.faces[group][keep]
    used, numbers = np.unique(faces, return_inverse=True)
    points: F64 = body.points[used]
    return Mesh(
        name=name,
        points=points,
        faces=numbers.reshape(faces.shape),
        materials=(material,),
        point_data={"rest": points},
        uv=body.corner_uv[group][keep],
        subdivide=subdivide,
        skin=strongest(body.weights[used]),
    )
