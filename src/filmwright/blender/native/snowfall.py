"""Falling particles round the lens: params are the fields of `scene.fall.Fall`, the first material colors them.

They are seen by the camera alone: they throw no shadow and no light, so they cost almost nothing.
"""

from __future__ import annotations

from typing import Any

import bpy
import numpy as np

from filmwright.blender.build import Built, set_mesh
from filmwright.scene import fall
from filmwright.scene.nodes import Native


def make(node: Native, built: Built) -> list[Any]:
    """All particles as one mesh object, as they are in frame 0."""
    falling = fall.from_node(node)
    data = bpy.data.meshes.new(node.name)
    set_mesh(data, _points(falling, 0, built), fall.faces(falling.amount))
    data.materials.append(built.materials[node.materials[0]])
    data.update(calc_edges=True)
    item = built.link(bpy.data.objects.new(node.name, data))
    for ray in ("diffuse", "glossy", "transmission", "shadow", "volume_scatter"):
        setattr(item, f"visible_{ray}", False)
    return [item]


def update(node: Native, objects: list[Any], frame: int, built: Built) -> None:
    """Let them fall to a frame."""
    data = objects[0].data
    data.vertices.foreach_set("co", _points(fall.from_node(node), frame, built).astype(np.float32).ravel())
    data.update()


def _points(falling: fall.Fall, frame: int, built: Built) -> Any:
    eye = np.asarray(built.stage.camera.locations[frame], float)
    return fall.outlines(falling, built.stage.time_s(frame), eye).reshape(-1, 3)
