"""Sunbeams as one additive card behind what is in focus, computed anew for every frame: a volume without its noise.

The air before the card counts as clear: beams in front of a face only wash it out, and the lens would blur their edges into
halos. params: plane_x, inside_x, strength, color, near_m, reach_m (see scene/shafts.py); arrays: sun, openings, bars. The
material reads the attribute "light".
"""

from __future__ import annotations

from typing import Any

import bpy
import numpy as np
from mathutils.bvhtree import BVHTree
from numpy.typing import NDArray

from filmwright.blender.build import Built, set_attribute, set_mesh
from filmwright.scene.nodes import Mesh, Native
from filmwright.scene.shafts import Shafts, scattered

F64 = NDArray[np.float64]
_COLUMNS, _ROWS = 113, 65  # chosen: fine enough for soft light, and the card's blur by the lens hides the rest
_MARGIN = 1.08  # the card is larger than the frame, for what the lens's blur draws in from outside
_FAR_M = 12.0
_STEP_M = 0.1  # in such steps, so that it hangs still while somebody only breathes
_BEHIND_M = 0.45  # the card hangs this far behind the focus: past shoulders and chair backs; chosen


def make(node: Native, built: Built) -> list[Any]:
    """The card, still empty; `update` fills it."""
    data = bpy.data.meshes.new(node.name)
    for name in node.materials:
        data.materials.append(built.materials[name])
    item = built.link(bpy.data.objects.new(node.name, data))
    for ray in ("diffuse", "glossy", "transmission", "shadow"):
        setattr(item, f"visible_{ray}", False)
    _SOLID[node.name] = _set_tree(built)
    _SEEN.pop(node.name, None)
    return [item]


_SOLID: dict[str, BVHTree] = {}
_SEEN: dict[str, F64] = {}  # the corners of the card as it hangs: a camera that stands still sees the same beams in every frame


def update(node: Native, objects: list[Any], frame: int, built: Built) -> None:
    """Hang the card before the camera of this frame and paint the beams on it."""
    near, reach = float(node.params["near_m"]), float(node.params["reach_m"])
    if built.stage.cast:
        behind = float(built.stage.camera.focus_m[frame]) + _BEHIND_M
        near = max(near, np.ceil(behind / _STEP_M) * _STEP_M)
    rays, eye, corners = _rays(built, near)
    if node.name in _SEEN and np.array_equal(_SEEN[node.name], corners):
        return
    _SEEN[node.name] = corners
    length = np.linalg.norm(rays, axis=1)
    depth = _depths(eye, rays, _SOLID[node.name])
    shafts = Shafts(
        float(node.params["plane_x"]),
        float(node.params["inside_x"]),
        np.asarray(node.arrays["sun"], float),
        np.asarray(node.arrays["openings"], float),
        np.asarray(node.arrays["bars"], float),
    )
    light = scattered(eye, rays / length[:, None], depth, shafts, near_m=near * length, reach_m=reach).reshape(
        _ROWS, _COLUMNS
    )
    for axis in (0, 1):  # a soft look, and no stair steps at the edges of things
        light = (np.roll(light, 1, axis) + 2 * light + np.roll(light, -1, axis)) / 4
    color = light.reshape(-1, 1) * np.asarray(node.params["color"], float) * float(node.params["strength"])
    data = objects[0].data
    data.clear_geometry()
    index = np.arange(_ROWS * _COLUMNS).reshape(_ROWS, _COLUMNS)
    faces = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], -1).reshape(-1, 4)
    set_mesh(data, corners, faces)
    set_attribute(data, "light", color)
    data.update(calc_edges=True)


def _rays(built: Built, distance: float) -> tuple[F64, F64, F64]:
    """Directions (n, 3) of depth 1 along the lens axis through the card's points, the eye (3,), and the points at `distance`."""
    scene = built.scene
    camera = scene.camera
    matrix = np.array(camera.matrix_world)
    half = camera.data.sensor_width / 2 / camera.data.lens * _MARGIN
    tall = half * scene.render.resolution_y / scene.render.resolution_x
    x, y = np.meshgrid(np.linspace(-half, half, _COLUMNS), np.linspace(-tall, tall, _ROWS))
    rays = np.stack([x, y, -np.ones_like(x)], -1).reshape(-1, 3) @ matrix[:3, :3].T
    eye = matrix[:3, 3]
    return rays, eye, eye + rays * distance


def _depths(eye: F64, rays: F64, tree: BVHTree) -> F64:
    """Distance in metres along each ray to the nearest surface of the set."""
    start = eye.tolist()
    hits = [tree.ray_cast(start, ray)[3] for ray in rays.tolist()]
    return np.array([_FAR_M if h is None else h for h in hits])


def _set_tree(built: Built) -> BVHTree:
    points: list[F64] = []
    faces: list[NDArray[np.int64]] = []
    base = 0
    for node in built.stage.nodes:
        if isinstance(node, Mesh) and node.baked and node.visible:
            points.append(np.asarray(node.points))
            faces.append(np.where(node.faces >= 0, node.faces + base, -1))
            base += len(node.points)
    all_faces = np.concatenate(faces)
    quads = all_faces[all_faces[:, 3] >= 0].tolist() + all_faces[all_faces[:, 3] < 0][:, :3].tolist()
    return BVHTree.FromPolygons(np.concatenate(points).tolist(), quads)
