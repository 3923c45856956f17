"""Fireworks: params are the fields of `scene.fireworks.Display`; the first material reads the attribute "tint"."""

from __future__ import annotations

from typing import Any

import bpy
import numpy as np

from filmwright.blender.build import Built, set_attribute, set_mesh
from filmwright.scene import fireworks
from filmwright.scene.nodes import Native


def make(node: Native, built: Built) -> list[Any]:
    """All stars as one mesh object, seen by the camera and in mirrors."""
    data = bpy.data.meshes.new(node.name)
    data.materials.append(built.materials[node.materials[0]])
    item = built.link(bpy.data.objects.new(node.name, data))
    for ray in ("diffuse", "transmission", "shadow", "volume_scatter"):
        setattr(item, f"visible_{ray}", False)
    update(node, [item], 0, built)
    return [item]


def update(node: Native, objects: list[Any], frame: int, built: Built) -> None:
    """Put the stars where they are in a frame."""
    made = fireworks.at(fireworks.from_params(node.params), built.stage.time_s(frame))
    data = objects[0].data
    data.clear_geometry()
    set_mesh(data, np.asarray(made.points), np.asarray(made.faces))
    set_attribute(data, "tint", np.asarray(made.data["tint"]))
    data.update(calc_edges=True)
