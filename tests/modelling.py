"""`python tests/modelling.py FOLDER`: the phone booth of tests/test_models.py in every format that can be read, made by Blender.

It is 0.9 m wide, 0.8 m long and 2.4 m high; its door, with a knob, looks to -Y. Red paint, a glass door, a roof with a texture
that is light on the left, and one light, one camera and one hidden cube that belong in no picture.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import bpy
import numpy as np


def material(name: str, color: tuple[float, float, float], **numbers: float) -> Any:
    """A Principled material."""
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    node = made.node_tree.nodes["Principled BSDF"]
    node.inputs["Base Color"].default_value = (*color, 1.0)
    for socket, value in numbers.items():
        node.inputs[socket.replace("_", " ")].default_value = value
    return made


def textured(name: str) -> Any:
    """A material with an image that is white on its left half and black on its right."""
    made = material(name, (0.5, 0.5, 0.5))
    image = bpy.data.images.new("roof", 32, 16, alpha=True)
    pixels = np.zeros((16, 32, 4), np.float32)
    pixels[:, :16, :3], pixels[..., 3] = 1.0, 1.0
    image.pixels.foreach_set(pixels.ravel())
    image.file_format = "PNG"
    image.pack()
    node = made.node_tree.nodes.new("ShaderNodeTexImage")
    node.image = image
    made.node_tree.links.new(node.outputs["Color"], made.node_tree.nodes["Principled BSDF"].inputs["Base Color"])
    return made


def block(name: str, low: tuple[float, float, float], high: tuple[float, float, float], of: Any) -> Any:
    """A box between two corners."""
    a, b = np.array(low), np.array(high)
    bpy.ops.mesh.primitive_cube_add(size=1.0, location=(a + b) / 2, scale=b - a)
    made = bpy.context.active_object
    made.name = name
    made.data.materials.append(of)
    return made


def main() -> None:
    """Model it and save it everywhere."""
    folder = Path(sys.argv[1])
    bpy.ops.wm.read_factory_settings(use_empty=True)
    red = material("Red", (0.6, 0.02, 0.02), Roughness=0.3)
    block("case", (-0.45, -0.36, 0.0), (0.45, 0.4, 2.3), red)
    block(
        "door",
        (-0.35, -0.4, 0.2),
        (0.35, -0.36, 2.1),
        material("Glass", (1, 1, 1), Transmission_Weight=1.0, Roughness=0.0),
    )
    block("knob", (0.2, -0.4, 1.0), (0.3, -0.398, 1.1), material("Brass", (0.7, 0.5, 0.1), Metallic=1.0, Roughness=0.2))
    block("roof", (-0.45, -0.4, 2.3), (0.45, 0.4, 2.4), textured("Roof"))
    hidden = block("hidden", (-5, -5, -5), (5, 5, 5), red)
    hidden.hide_render = hidden.hide_viewport = True
    bpy.ops.object.light_add(type="POINT", location=(0, 0, 3))
    bpy.ops.object.camera_add(location=(0, -5, 1))
    bpy.ops.export_scene.gltf(filepath=str(folder / "booth.glb"), export_format="GLB", use_visible=True)
    separate = folder / "gltf_booth"
    separate.mkdir()
    bpy.ops.export_scene.gltf(filepath=str(separate / "scene.gltf"), export_format="GLTF_SEPARATE", use_visible=True)
    bpy.ops.wm.usd_export(filepath=str(folder / "booth.usdc"), visible_objects_only=True)
    bpy.ops.object.select_all(action="DESELECT")
    for item in bpy.context.view_layer.objects:
        if item.type == "MESH" and not item.hide_viewport:
            item.select_set(True)
    bpy.ops.wm.obj_export(filepath=str(folder / "booth.obj"), export_selected_objects=True)
    bpy.ops.wm.save_as_mainfile(filepath=str(folder / "booth.blend"))
    os._exit(0)


if __name__ == "__main__":
    main()
