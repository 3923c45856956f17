"""Lettering: lines of text in Blender's own font, which draws kana and kanji, as one mesh.

params: bodies (list of strings), style "fill" (flat letters) or "tube" (outlines as round tubes), tube_radius (of the
letter size), depth_m (flat letters raised by so much; 0 by default).
arrays, one row a line: center (n, 3), right (n, 3) the reader's right, up (n, 3), size_m (n,), limit_m (n,) the longest it
may become, vertical (n,) 0 or 1: letters below each other. Arrays named data_<name> become the point attribute <name>.
Letters stand centered on `center`, their face towards right x up.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import bpy
import numpy as np
from numpy.typing import NDArray

from filmwright.blender.build import Built, set_attribute, set_mesh
from filmwright.scene.nodes import Native

F32 = NDArray[np.float32]

WIDE_FROM = 0x2FFF  # kana, kanji and full-width signs are set on a square
BASELINE = 0.36  # how far the middle of a letter stands over its baseline, of its size
LEADING = 1.06  # from one letter to the next below it, of its size


class Glyph(NamedTuple):
    """One letter of size 1: points (n, 3), triangles (m, 3), and how far the next one stands to the right."""

    points: F32
    triangles: NDArray[np.int32]
    advance: float


def glyph(character: str, style: str, tube_radius: float, depth: float) -> Glyph:
    """A letter of Blender's font. Spaces have no points."""
    curve: Any = bpy.data.curves.new("glyph", "FONT")
    curve.body, curve.size, curve.resolution_u = character, 1.0, 2
    if style == "tube":
        curve.fill_mode, curve.bevel_depth, curve.bevel_resolution, curve.offset = "NONE", tube_radius, 0, -0.02
    else:
        curve.extrude = depth / 2
    item = bpy.data.objects.new("glyph", curve)
    mesh = item.to_mesh()
    points = np.empty(len(mesh.vertices) * 3, np.float32)
    mesh.vertices.foreach_get("co", points)
    mesh.calc_loop_triangles()
    triangles = np.empty(len(mesh.loop_triangles) * 3, np.int32)
    mesh.loop_triangles.foreach_get("vertices", triangles)
    item.to_mesh_clear()
    bpy.data.objects.remove(item)
    bpy.data.curves.remove(curve)
    points = points.reshape(-1, 3)
    if not len(points):
        return Glyph(points, triangles.reshape(-1, 3), 0.35)
    low, high = float(points[:, 0].min()), float(points[:, 0].max())
    # a wide letter keeps its own side bearings; the others get a little air
    return Glyph(points, triangles.reshape(-1, 3), high + low if ord(character) > WIDE_FROM else high + 0.09)


def layout(glyphs: list[Glyph], vertical: bool, limit: float) -> tuple[float, NDArray[np.float64]]:
    """Scale that makes a line no longer than `limit` letter sizes, and where each letter's origin goes (n, 2), in letter
    sizes before that scale."""
    advance = np.array([g.advance for g in glyphs])
    length = len(glyphs) * LEADING if vertical else float(advance.sum())
    fit = min(1.0, limit / max(length, 1e-6))
    if vertical:
        down = length / 2 - LEADING * np.arange(len(glyphs)) - 0.92
        return fit, np.column_stack([-advance / 2, down])
    across = np.concatenate([[0.0], np.cumsum(advance)[:-1]]) - length / 2
    return fit, np.column_stack([across, np.full(len(glyphs), -BASELINE)])


def make(node: Native, built: Built) -> list[Any]:
    """All lines of the node as one object."""
    style, radius = str(node.params["style"]), float(node.params.get("tube_radius", 0.024))
    depth = float(node.params.get("depth_m", 0.0))
    bodies: list[str] = list(node.params["bodies"])
    table = {c: glyph(c, style, radius, depth) for c in sorted(set("".join(bodies)))}
    a = node.arrays
    points, triangles, line_of = [], [], []
    count = 0
    for index, body in enumerate(bodies):
        size = float(a["size_m"][index])
        glyphs = [table[c] for c in body]
        fit, origins = layout(glyphs, bool(a["vertical"][index]), float(a["limit_m"][index]) / size)
        right, up = a["right"][index], a["up"][index]
        frame = np.stack([right, up, np.cross(right, up)])
        for letter, origin in zip(glyphs, origins, strict=True):
            local = letter.points.copy()
            local[:, :2] += origin
            points.append(a["center"][index] + (local * size * fit) @ frame)
            triangles.append(letter.triangles + count)
            line_of.append(np.full(len(local), index))
            count += len(local)
    faces = np.concatenate(triangles)
    data = bpy.data.meshes.new(node.name)
    set_mesh(data, np.concatenate(points), np.column_stack([faces, np.full(len(faces), -1)]))
    data.update(calc_edges=True)
    for name, values in a.items():
        if name.startswith("data_"):
            set_attribute(data, name.removeprefix("data_"), np.asarray(values)[np.concatenate(line_of)])
    data.materials.append(built.materials[node.materials[0]])
    return [built.link(bpy.data.objects.new(node.name, data))]
