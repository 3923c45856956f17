"""A moving sea: the grid of a beach, laid anew for every frame by `scene.waves`.

Arrays: seaward_m (nx,), along_m (ny,), shore_x_m (ny,), bed_m (ny, nx), material_index (one a cell, rows first; -1 where
there is no face) and any further (ny·nx,) numbers, which become point attributes. Params: the fields of `waves.SeaState`
and start_s, the sea's time when that of the Stage is 0. Point attributes written each frame: depth (metres of water over the sand), foam,
shine and dark (0..1, see `waves.SeaFrame`).
"""

from __future__ import annotations

from typing import Any

import bpy
import numpy as np

from filmwright.blender.build import Built, set_attribute, set_mesh
from filmwright.scene import shapes, waves
from filmwright.scene.nodes import Native

_GRID = ("seaward_m", "along_m", "shore_x_m", "bed_m", "material_index")
_CHANGING = ("depth", "foam", "shine", "dark")


def make(node: Native, built: Built) -> list[Any]:
    """The sea as one mesh object."""
    sea = waves.from_node(node)
    now = waves.sea_at(sea, float(node.params["start_s"]) + built.stage.time_s(0))
    rows, columns = sea.x.shape
    # grid() faces up when columns run to +X; here they run seaward, to -X, so rows are read backwards
    material = np.asarray(node.arrays["material_index"])
    faces = shapes.grid(np.arange(columns), np.arange(rows)).faces[material >= 0, ::-1]
    data = bpy.data.meshes.new(node.name)
    set_mesh(data, now.points, faces)
    for name in node.materials:
        data.materials.append(built.materials[name])
    data.polygons.foreach_set("material_index", np.ascontiguousarray(material[material >= 0], np.int32))
    data.polygons.foreach_set("use_smooth", np.ones(len(faces), bool))
    data.update(calc_edges=True)
    for name, values in node.arrays.items():
        if name not in _GRID:
            set_attribute(data, name, values)
    for name in _CHANGING:
        set_attribute(data, name, getattr(now, name))
    item = built.link(bpy.data.objects.new(node.name, data))
    _PREPARED[node.name] = sea
    return [item]


_PREPARED: dict[str, waves.Sea] = {}  # one process renders one Stage, so a sea lives as long as its object


def update(node: Native, objects: list[Any], frame: int, built: Built) -> None:
    """Move the sea to a frame."""
    now = waves.sea_at(_PREPARED[node.name], float(node.params["start_s"]) + built.stage.time_s(frame))
    data = objects[0].data
    data.vertices.foreach_set("co", now.points.ravel())
    for name in _CHANGING:
        data.attributes[name].data.foreach_set("value", getattr(now, name))
    data.update()
