"""Which tiles of the picture moving things touch at a frame: themselves, the shadows they throw and, on a wet ground, their
mirror images. All else looks as in a neighboring frame, but for the camera's own motion."""

from __future__ import annotations

from typing import Any

import bpy
import numpy as np
from numpy.typing import NDArray

from filmwright.blender.build import Built
from filmwright.scene.lens import Lens, lens_at
from filmwright.scene.nodes import Lamp, Mesh, Strands
from filmwright.scene.tiles import TILE, Tiles, grid, grown

F32 = NDArray[np.float32]
I32 = NDArray[np.int32]

FAINT = 0.08  # a lamp with a smaller share of the light on the hero throws no shadow one would see; chosen
GROUND_M = (-0.3, 0.2)  # the ground may lie this much below or above the feet where a shadow falls; chosen
REACH_M = 40.0  # shadows are followed this far
NEAR_M = 0.05  # what is nearer to the lens than this is not drawn


def moving_tiles(built: Built, frame: int, size: tuple[int, int]) -> Tiles:
    """The tiles for the frame the scene stands at (see build.update), for a picture of `size`."""
    lens = lens_at(built.stage.camera, frame, size)
    tiles = np.zeros(grid(size), bool)
    parts = [part for node in built.stage.nodes if _goes(node) for part in _surfaces(built, node)]
    if not parts:
        return tiles
    for points, faces in parts:
        _mark(tiles, points, faces, lens, size)
    solid = [(points, faces) for points, faces in parts if len(faces)]
    lowest = min((float(points[:, 2].min()) for points, _ in solid), default=0.0)
    for away in _lights(built, frame, solid):
        for height in GROUND_M:
            for points, faces in solid:
                _mark(tiles, _shadow(points, away, lowest + height), faces, lens, size)
    if built.stage.transport.mirror:
        for points, faces in solid:
            _mark(tiles, points * [1, 1, -1] + [0, 0, 2 * lowest], faces, lens, size)
    return grown(tiles, 1)


def _goes(node: object) -> bool:
    """Whether a node moves by a track or a rig. What Natives and time-dependent materials change is found by object index."""
    if isinstance(node, Mesh):
        return node.visible and (node.track is not None or node.skin is not None)
    return isinstance(node, Strands) and node.track is not None


def _surfaces(built: Built, node: Any) -> list[tuple[F32, I32]]:
    """World points and faces of a node as it is now; strands have points only."""
    item = built.objects[node.name]
    matrix = np.array(item.matrix_world, np.float32)
    if isinstance(node, Strands):
        points = np.asarray(node.points, np.float32)[:, ::3].reshape(-1, 3)
        return [(points @ matrix[:3, :3].T + matrix[:3, 3], np.zeros((0, 4), np.int32))]
    seen = item.evaluated_get(bpy.context.evaluated_depsgraph_get())
    data = seen.to_mesh()
    count = len(data.vertices)
    points = np.empty(count * 3, np.float32)
    data.vertices.foreach_get("co", points)
    points = points.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3]
    data.calc_loop_triangles()
    faces = np.empty(len(data.loop_triangles) * 3, np.int32)
    data.loop_triangles.foreach_get("vertices", faces)
    seen.to_mesh_clear()
    return [(points, faces.reshape(-1, 3))]


def _lights(built: Built, frame: int, solid: list[tuple[F32, I32]]) -> list[tuple[F32, float]]:
    """For each lamp that throws a shadow one can see: (direction the light goes in, 0) or (its place, 1)."""
    if not solid:
        return []
    middle = np.mean([points.mean(axis=0) for points, _ in solid], axis=0)
    found: list[tuple[float, tuple[F32, float]]] = []
    for node in built.stage.nodes:
        if not isinstance(node, Lamp) or node.only or node.portal:
            continue
        matrix = np.array(built.objects[node.name].matrix_world, np.float32)
        if node.kind == "sun":
            found.append((node.power_w, (-matrix[:3, 2], 0.0)))
        else:
            reach = max(0.5, float(np.linalg.norm(matrix[:3, 3] - middle)))
            found.append((node.power_w / (4 * np.pi * reach * reach), (matrix[:3, 3], 1.0)))
    whole = sum(share for share, _ in found)
    return [light for share, light in found if share > FAINT * whole]


def _shadow(points: F32, light: tuple[F32, float], ground_m: float) -> F32:
    """Where the shadows of points fall on a level ground; no farther than REACH_M from the point."""
    place, local = light
    going = points - place if local else np.broadcast_to(place, points.shape)
    fall = np.minimum(going[:, 2], -1e-3)
    steps = np.clip((ground_m - points[:, 2]) / fall, 0.0, None)
    far = np.linalg.norm(going, axis=1) * steps
    steps = np.where(far > REACH_M, steps * REACH_M / np.maximum(far, 1e-6), steps)
    return np.asarray(points + going * steps[:, None], np.float32)


def _mark(tiles: Tiles, points: NDArray[Any], faces: I32, lens: Lens, size: tuple[int, int]) -> None:
    """Mark the tiles that the faces (or, without faces, the points) cover on the picture, box by box."""
    x, y, depth = lens.project(points)
    ok = depth > NEAR_M
    column = np.floor(np.clip(x, -1e5, 1e5) / TILE).astype(np.int32)
    row = np.floor(np.clip(y, -1e5, 1e5) / TILE).astype(np.int32)
    rows, columns = tiles.shape
    if not len(faces):
        inside = ok & (column >= 0) & (row >= 0) & (column < columns) & (row < rows)
        tiles[row[inside], column[inside]] = True
        return
    kept = faces[ok[faces].all(axis=1)]
    low_c, high_c = _ends(column[kept])
    low_r, high_r = _ends(row[kept])
    seen = (high_c >= 0) & (high_r >= 0) & (low_c < columns) & (low_r < rows)
    left, right = np.clip(low_c[seen], 0, columns - 1), np.clip(high_c[seen], 0, columns - 1) + 1
    top, bottom = np.clip(low_r[seen], 0, rows - 1), np.clip(high_r[seen], 0, rows - 1) + 1
    # how many boxes lie over a tile: corners counted up and down, then summed along both axes
    wide = columns + 1
    counts = np.zeros((rows + 1) * wide, np.int64)
    for r, c, step in ((top, left, 1), (bottom, right, 1), (top, right, -1), (bottom, left, -1)):
        counts += step * np.bincount(r * wide + c, minlength=len(counts))
    tiles |= counts.reshape(rows + 1, wide).cumsum(axis=0).cumsum(axis=1)[:-1, :-1] > 0


def _ends(values: I32) -> tuple[I32, I32]:
    """The least and the greatest of each three, faster than a reduction over so short an axis."""
    a, b, c = values[:, 0], values[:, 1], values[:, 2]
    return np.minimum(np.minimum(a, b), c), np.maximum(np.maximum(a, b), c)
