"""The light of a street's signs on its walls and ground: one color for every face corner of the baked meshes.

The Stage's Bake carries the lights (arrays position, facing, color, area) and the ambient light (params sky, street,
fade_m); params occluders names the meshes that throw shadows. Shadow rays go through mathutils' BVH.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from mathutils.bvhtree import BVHTree
from numpy.typing import NDArray

from filmwright.blender.build import Built
from filmwright.scene.nodes import Bake, Mesh
from filmwright.scene.sign_light import Ambient, Blocked, Lights, irradiance, merged

F64 = NDArray[np.float64]

INSET = 0.06  # points are drawn towards the middle of their faces, so that edges do not shadow themselves (chosen)
LIFT_M = 0.04


def occlusion(meshes: list[Mesh]) -> Blocked:
    """A test of shadow rays against the given meshes."""
    points: list[Any] = []
    faces: list[tuple[int, ...]] = []
    for mesh in meshes:
        start = len(points)
        points.extend(mesh.points.tolist())
        faces.extend(tuple(i + start for i in face if i >= 0) for face in mesh.faces.tolist())
    tree = BVHTree.FromPolygons(points, faces)
    cast = tree.ray_cast

    def blocked(origins: F64, ways: F64, distances: F64) -> NDArray[np.bool_]:
        rows = zip(origins.tolist(), ways.tolist(), distances.tolist(), strict=True)
        return np.array([d > 0 and cast(o, w, d)[0] is not None for o, w, d in rows], bool)

    return blocked


def samples(mesh: Mesh) -> tuple[F64, F64]:
    """For every point of a mesh, where its light is measured (n, 3) and the normal there (n, 3)."""
    points, faces = mesh.points.astype(np.float64), mesh.faces
    last = np.where(faces[:, 3] < 0, faces[:, 2], faces[:, 3])
    quad = np.column_stack([faces[:, :3], last])
    normal = np.cross(points[quad[:, 2]] - points[quad[:, 0]], points[quad[:, 3]] - points[quad[:, 1]])
    triangle = faces[:, 3] < 0
    a, b, c = (points[faces[triangle, k]] for k in range(3))
    normal[triangle] = np.cross(b - a, c - a)
    center = points[quad].mean(1)
    flat, each = quad.ravel(), np.repeat(np.arange(len(quad)), 4)
    n = len(points)
    count = np.maximum(np.bincount(flat, minlength=n), 1)[:, None]
    normals = np.stack([np.bincount(flat, normal[each, k], n) for k in range(3)], -1)
    normals = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    middle = np.stack([np.bincount(flat, center[each, k], n) for k in range(3)], -1) / count
    where: F64 = points + (middle - points) * INSET + normals * LIFT_M
    return where, np.asarray(normals, np.float64)


def bake(built: Built) -> dict[str, NDArray[np.float32]]:
    """Mesh name -> color (f, 4, 3) of the light at each corner."""
    stage = built.stage
    recipe = stage.bake
    assert isinstance(recipe, Bake)
    meshes = [n for n in stage.nodes if isinstance(n, Mesh) and n.baked and len(n.faces)]
    a = {k: v.astype(np.float64) for k, v in recipe.arrays.items()}
    lights = merged(Lights(a["position"], a["facing"], a["color"], a["area"]))
    ambient = Ambient(*(recipe.params[k] for k in ("sky", "street", "fade_m")))
    blocked = occlusion([m for m in meshes if m.name in recipe.params["occluders"]])
    out: dict[str, NDArray[np.float32]] = {}
    for mesh in meshes:
        where, normals = samples(mesh)
        # faces that meet at a corner without sharing its point share its light
        key = np.round(np.column_stack([where * 12, normals * 3])).astype(np.int64)
        _, first, back = np.unique(key, axis=0, return_index=True, return_inverse=True)
        shadowed = blocked if mesh.name not in recipe.params["unshadowed"] else None
        light = irradiance(where[first], normals[first], lights, ambient, shadowed)[back.ravel()]
        out[mesh.name] = light[mesh.faces].astype(np.float32)
    return out
