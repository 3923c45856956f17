"""Which tiles of the picture moving things touch at a frame: themselves, the shadows they throw and, on a wet ground, their
mirror images. All else looks as in a neighboring frame, but for the camera's own motion."""

from __future__ import annotations

from typing import Any, NamedTuple

import bpy
import numpy as np
from mathutils.bvhtree import BVHTree
from numpy.typing import NDArray

from filmwright.blender.build import Built
from filmwright.scene.lens import Lens, lens_at
from filmwright.scene.nodes import Lamp, Mesh, Native, Strands
from filmwright.scene.tiles import TILE, Tiles, grid, grown

F32 = NDArray[np.float32]
I32 = NDArray[np.int32]

FAINT = 0.08  # a lamp with a smaller share of the light on the hero throws no shadow one would see; chosen
STRETCHED = 1.3  # a rough wet ground draws mirror images out to the viewer; by eye
BLURRED = 3  # and blurs them by so many tiles; by eye
REACH_M = 40.0  # shadows are followed this far
PROBES = 24  # rays from each lamp past the mover that tell how high the ground lies where its shadow falls
BROAD_M = 8.0  # a still mesh this long and wide may be ground
NEAR_M = 0.05  # what is nearer to the lens than this is not drawn


class Light(NamedTuple):
    """A lamp: the direction (3,) its light goes in, or, if `local`, the place it comes from."""

    value: F32
    local: bool

    def going(self, points: F32) -> F32:
        """Unit directions (n, 3) in which its light goes on past points."""
        away = points - self.value if self.local else np.broadcast_to(self.value, points.shape)
        return np.asarray(away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-6), np.float32)


def moving_tiles(built: Built, frame: int, size: tuple[int, int]) -> Tiles:
    """The tiles for the frame the scene stands at (see build.update), for a picture of `size`."""
    lens = lens_at(built.stage.camera, frame, size)
    tiles = np.zeros(grid(size), bool)
    going = [node for node in built.stage.nodes if _goes(node)]
    parts = [part for node in going for part in _surfaces(built, node)]
    if not parts:
        return tiles
    for points, faces in parts:
        _mark(tiles, points, faces, lens, size)
    solid = [part for node, part in zip(going, parts) if len(part[1]) and _shades(node)]
    lowest = min((float(points[:, 2].min()) for points, _ in solid), default=0.0)
    for light in _lights(built, solid):
        heights, ground = _ground_under(built, solid, light, lowest)
        for points, faces in solid:
            fallen = _shadow(points, light, np.interp(points[:, 2], heights, ground).astype(np.float32))
            _mark(tiles, fallen, faces, lens, size)
    if built.stage.transport.mirror:
        below = np.zeros_like(tiles)
        for points, faces in solid:
            _mark(below, points * [1, 1, -STRETCHED] + [0, 0, (1 + STRETCHED) * lowest], faces, lens, size)
        tiles |= grown(below, BLURRED)
    return grown(tiles, 1)


def _goes(node: object) -> bool:
    """Whether a node moves by a track or a rig, or says so. What other Natives and time-dependent materials change is found by object
    index."""
    if isinstance(node, Native):
        return node.goes
    if isinstance(node, Mesh):
        return node.visible and (node.track is not None or node.skin is not None)
    return isinstance(node, Strands) and (node.track is not None or node.skin is not None)


def _shades(node: object) -> bool:
    """Whether a node throws a shadow, and is seen in a wet ground."""
    return not isinstance(node, Native) and not (isinstance(node, Mesh) and "shadow" in node.hidden_from)


def _surfaces(built: Built, node: Any) -> list[tuple[F32, I32]]:
    """World points and faces of a node as it is now; strands have points only."""
    item = built.objects[node.name]
    matrix = np.array(item.matrix_world, np.float32)
    if isinstance(node, Strands):
        # Fur on a rig is read where it was put for this frame (build.update).
        points = np.empty(node.points.size, np.float32)
        item.data.attributes["position"].data.foreach_get("vector", points)
        points = points.reshape(node.points.shape)[:, ::3].reshape(-1, 3)
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


def _lights(built: Built, solid: list[tuple[F32, I32]]) -> list[Light]:
    """The lamps that throw a shadow one can see."""
    if not solid:
        return []
    middle = np.mean([points.mean(axis=0) for points, _ in solid], axis=0)
    found: list[tuple[float, Light]] = []
    for node in built.stage.nodes:
        if not isinstance(node, Lamp) or node.only or node.portal:
            continue
        matrix = np.array(built.objects[node.name].matrix_world, np.float32)
        if node.kind == "sun":
            found.append((node.power_w, Light(-matrix[:3, 2], False)))
        else:
            reach = max(0.5, float(np.linalg.norm(matrix[:3, 3] - middle)))
            found.append((node.power_w / (4 * np.pi * reach * reach), Light(matrix[:3, 3], True)))
    whole = sum(share for share, _ in found)
    return [light for share, light in found if share > FAINT * whole]


def _ground_under(built: Built, solid: list[tuple[F32, I32]], light: Light, lowest: float) -> tuple[F32, F32]:
    """How high the ground lies where the shadows of points of a height fall: heights (n,), rising, and ground (n,)."""
    points = np.concatenate([points for points, _ in solid])
    order = np.argsort(points[:, 2])
    probes = points[order[np.linspace(0, len(order) - 1, PROBES).astype(int)]]
    found = []
    for probe, going in zip(probes, light.going(probes)):
        hits = [tree.ray_cast(probe.tolist(), going.tolist(), REACH_M)[0] for tree in _grounds(built)]
        below = [hit.z for hit in hits if hit is not None]
        found.append(max(below) if below else lowest)
    return probes[:, 2], np.array(found, np.float32)


def _grounds(built: Built) -> list[Any]:
    """Search trees of what a shadow may fall on: the broad still meshes of the set."""
    if built.grounds is None:
        built.grounds = []
        depsgraph = bpy.context.evaluated_depsgraph_get()
        for node in built.stage.nodes:
            if not isinstance(node, Mesh) or not node.visible or _goes(node) or node.cast is not None:
                continue
            if (np.ptp(node.points[:, :2], axis=0) * node.pose.scale[:2] > BROAD_M).all():
                built.grounds.append(BVHTree.FromObject(built.objects[node.name], depsgraph))
    return built.grounds


def _shadow(points: F32, light: Light, ground: F32) -> F32:
    """Where the shadows of points (n, 3) fall on a ground of their own height (n,); no farther than REACH_M from the point."""
    going = light.going(points)
    fall = np.minimum(going[:, 2], -1e-3)
    far = np.clip((ground - points[:, 2]) / fall, 0.0, REACH_M)
    return np.asarray(points + going * far[:, None], np.float32)


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
