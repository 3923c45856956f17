"""`python -m filmwright.blender.modelled FILE OUT.npz UP`: a 3D file as arrays, read by Blender's own importers.

What is in the picture of the file at rest is joined into triangles in metres as the importers give them, Z up, with the materials'
Principled BSDF as numbers and images. OUT.npz is what models/geometry.py loads; if nothing can be read, OUT.error says why.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import bpy
import numpy as np

MOST_FACES = 200_000  # of a model: more than can be seen of a thing; chosen
MOST_PIXELS = 1024  # on a side of a texture; chosen
_SOCKETS = {
    "color": "Base Color",
    "roughness": "Roughness",
    "metallic": "Metallic",
    "alpha": "Alpha",
    "emission": "Emission Color",
}
_CHANNELS = {"Red": "r", "Green": "g", "Blue": "b", "Alpha": "a"}


class Unreadable(Exception):
    """Why a file is no model."""


def opened(file: Path, up: str) -> None:
    """Bring what is in a file into an empty scene. Raises RuntimeError or Unreadable."""
    kind, path = file.suffix.lower(), str(file)
    if kind == ".blend":
        bpy.ops.wm.open_mainfile(filepath=path, load_ui=False, use_scripts=False)
        return
    bpy.ops.wm.read_factory_settings(use_empty=True)
    if kind in (".glb", ".gltf"):
        bpy.ops.import_scene.gltf(filepath=path, merge_vertices=True)
    elif kind == ".obj":
        y_up = {"up_axis": "Y", "forward_axis": "NEGATIVE_Z"}
        z_up = {"up_axis": "Z", "forward_axis": "Y"}
        bpy.ops.wm.obj_import(filepath=path, **(y_up if up == "y" else z_up))
    else:
        bpy.ops.wm.usd_import(filepath=path)


def arrays() -> dict[str, Any]:
    """All surfaces of the scene as arrays, and an index of its materials. Raises Unreadable if there are none."""
    _thinned()
    points, faces, slots, uvs = [], [], [], []
    materials: list[Any] = []
    count = 0
    for instance in bpy.context.evaluated_depsgraph_get().object_instances:
        item = instance.object
        if item.type not in ("MESH", "CURVE", "SURFACE", "META", "FONT") or item.original.hide_render:
            continue
        mesh = item.to_mesh()
        if mesh is None or not len(mesh.vertices):
            continue
        matrix = np.array(instance.matrix_world)
        own, triangles, uv, slot = _mesh(mesh)
        if not len(triangles):
            continue
        placed = own @ matrix[:3, :3].T + matrix[:3, 3]
        if np.linalg.det(matrix[:3, :3]) < 0:
            triangles, uv = triangles[:, ::-1], uv[:, ::-1]
        used = [m.material for m in item.original.material_slots] or [None]
        number = np.array([_number(materials, m) for m in used])
        points.append(placed)
        faces.append(triangles + count)
        uvs.append(uv)
        slots.append(number[np.minimum(slot, len(number) - 1)])
        count += len(placed)
        item.to_mesh_clear()
    if not points:
        raise Unreadable("there is no surface in it")
    whole = np.concatenate(points)
    if not np.isfinite(whole).all():
        raise Unreadable("its points are no numbers")
    images: list[Any] = []
    surfaces = [_surface(m, images) for m in materials]
    return {
        "points": whole.astype(np.float32),
        "faces": np.concatenate(faces).astype(np.int32),
        "slots": np.concatenate(slots).astype(np.int32),
        "uv": np.concatenate(uvs).astype(np.float32),
        "index": np.frombuffer(
            json.dumps({"surfaces": surfaces, "images": [i.name for i in images]}).encode(), np.uint8
        ),
        **{f"image/{n}": _pixels(image) for n, image in enumerate(images)},
    }


def _thinned() -> None:
    """Leave as many faces as can be seen."""
    meshes = [o for o in bpy.context.scene.objects if o.type == "MESH" and not o.hide_render]
    count = sum(len(o.data.polygons) for o in meshes)
    if count > MOST_FACES:
        for item in meshes:
            item.modifiers.new("fewer", "DECIMATE").ratio = MOST_FACES / count


def _mesh(mesh: Any) -> tuple[Any, Any, Any, Any]:
    """Points (n, 3), triangles (f, 3), uv (f, 3, 2) and material slots (f,) of a mesh."""
    points = np.empty(3 * len(mesh.vertices), np.float32)
    mesh.vertices.foreach_get("co", points)
    mesh.calc_loop_triangles()
    count = len(mesh.loop_triangles)
    triangles, corners, slot = np.empty(3 * count, np.int32), np.empty(3 * count, np.int32), np.empty(count, np.int32)
    mesh.loop_triangles.foreach_get("vertices", triangles)
    mesh.loop_triangles.foreach_get("loops", corners)
    mesh.loop_triangles.foreach_get("material_index", slot)
    uv = np.zeros((count, 3, 2), np.float32)
    layer = mesh.uv_layers.active
    if layer is not None and len(layer.uv) == len(mesh.loops):
        flat = np.empty(2 * len(mesh.loops), np.float32)
        layer.uv.foreach_get("vector", flat)
        uv = flat.reshape(-1, 2)[corners].reshape(count, 3, 2)
    return points.reshape(-1, 3).astype(np.float64), triangles.reshape(-1, 3), uv, slot


def _number(materials: list[Any], material: Any) -> int:
    if material not in materials:
        materials.append(material)
    return materials.index(material)


def _surface(material: Any, images: list[Any]) -> dict[str, Any]:
    """A material as models.geometry.Surface has it."""
    made: dict[str, Any] = {
        "name": material.name if material is not None else "",
        "color": (0.6, 0.6, 0.6), "roughness": 0.6, "metallic": 0.0, "alpha": 1.0, "transmission": 0.0,
        "emission": (0.0, 0.0, 0.0), "emission_strength": 0.0, "ior": 1.45, "textures": {},
    }  # fmt: skip
    tree = material.node_tree if material is not None and material.use_nodes else None
    node = next((n for n in tree.nodes if n.type == "BSDF_PRINCIPLED"), None) if tree is not None else None
    if node is None:
        if material is not None:
            made["color"] = tuple(material.diffuse_color)[:3]
        return made
    for key, socket in (*_SOCKETS.items(), ("transmission", "Transmission Weight")):
        value = node.inputs[socket].default_value
        made[key] = tuple(value)[:3] if hasattr(value, "__len__") else float(value)
        found = _texture(node.inputs[socket])
        if isinstance(found, tuple) and found[0] is not None:
            image, channel = found
            if image not in images:
                images.append(image)
            made["textures"][key] = (image.name, channel)
        elif isinstance(found, list):
            made[key] = tuple(found) if key in ("color", "emission") else sum(found) / 3
    made["emission_strength"] = float(node.inputs["Emission Strength"].default_value)
    made["ior"] = float(node.inputs["IOR"].default_value)
    return made


def _texture(socket: Any, channel: str = "rgb", depth: int = 0) -> tuple[Any, str] | list[float] | None:
    """The image a socket is fed from, and the channel of it; a constant color; or nothing."""
    if not socket.is_linked or depth > 8:
        return None
    link = socket.links[0]
    node = link.from_node
    if node.type == "TEX_IMAGE":
        image = node.image
        if image is None or not image.size[0]:
            return None
        return image, "a" if link.from_socket.name == "Alpha" else channel
    if node.type == "RGB":
        return list(node.outputs[0].default_value)[:3]
    if node.type in ("SEPARATE_COLOR", "SEPRGB"):
        channel = _CHANNELS.get(link.from_socket.name, channel)
    for other in node.inputs:
        found = _texture(other, channel, depth + 1)
        if found is not None:
            return found
    return None


def _pixels(image: Any) -> Any:
    """The pixels (h, w, 4) uint8 of an image, none of its sides longer than MOST_PIXELS."""
    width, height = image.size
    if max(width, height) > MOST_PIXELS:
        factor = MOST_PIXELS / max(width, height)
        image.scale(max(1, round(width * factor)), max(1, round(height * factor)))
        width, height = image.size
    flat = np.empty(width * height * image.channels, np.float32)
    image.pixels.foreach_get(flat)
    pixels = flat.reshape(height, width, image.channels)
    if image.channels < 4:
        rest = np.ones((height, width, 4), np.float32)
        rest[..., : image.channels] = pixels
        rest[..., 1:3] = pixels[..., :1] if image.channels < 3 else rest[..., 1:3]
        pixels = rest
    return np.uint8(np.clip(pixels * 255 + 0.5, 0, 255))


def main() -> None:
    """Read, write, leave."""
    file, out, up = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    code = 0
    try:
        opened(file, up)
        np.savez(out, **arrays())
    except Exception as e:
        lines = [line for line in str(e).splitlines() if line.strip()] or [type(e).__name__]
        out.with_suffix(".error").write_text(lines[-1].removeprefix("Error: ").strip().rstrip("."), encoding="utf-8")
        code = 2
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
