"""The sketch engine: a small numpy renderer of the same Stage. Flat colors, one sun, haze; one to two seconds a frame of a rich set."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from filmwright.engines.base import Crew, Emit, Session, Take
from filmwright.errors import CannotWrite
from filmwright.events import FrameDone
from filmwright.scene import waves
from filmwright.scene.frames import Record, Request, checksum, picture, put_record
from filmwright.scene.nodes import (
    Camera,
    Gradient,
    Instances,
    Mesh,
    Native,
    Panorama,
    Pose,
    Rig,
    Strands,
    Track,
    Vector,
)
from filmwright.scene.skinning import posed_strands, shaped
from filmwright.scene.stage import Stage
from filmwright.settings import Settings

F64 = NDArray[np.float64]
BUDGET = 60_000  # faces drawn of one mesh; of a finer one only every n-th, enlarged
NEAR_M = 0.1
_SHORTEST_PX = 0.35


class Polygons(NamedTuple):
    """World-space quads (n, 4, 3) with their linear color (n, 3) and whether light falls on them (n,)."""

    corners: F64
    colors: F64
    lit: NDArray[np.bool_]


class Sketch:
    """Painter's algorithm over every face, far to near."""

    light = False

    def crew(self, settings: Settings, emit: Emit) -> AbstractContextManager[Crew]:
        """A crew in this very process."""
        return nullcontext(SketchCrew(emit))


class SketchCrew:
    """Draws in this process: there is nothing to start and nothing to end."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit

    def ready(self) -> None:
        """Drawing starts at once anyway."""

    def open(self, take: Take) -> AbstractContextManager[Session]:
        """Get ready to draw a shot."""
        return nullcontext(SketchSession(take, self._emit))


class SketchSession:
    """One shot: what stands still is laid out once. Pictures are drawn whole and at the Stage's full size."""

    def __init__(self, take: Take, emit: Emit) -> None:
        self._take = take
        self._emit = emit
        self._standing: Polygons | None = None

    def render(self, requests: Sequence[Request]) -> None:
        """Draw a picture for each request. Raises CannotWrite."""
        for request in requests:
            start = time.perf_counter()
            if self._standing is None:
                self._standing = _still(self._take.stage)
            drawn = draw(self._take.stage, request.frame, self._standing)
            seconds = self._write(request.frame, drawn, start)
            self._emit(FrameDone(frame=request.frame, seconds=seconds))

    def _write(self, frame: int, drawn: NDArray[np.uint8], start: float) -> float:
        """Put the picture and then its record on disk; the seconds since `start`."""
        folder, size = self._take.folder, self._take.stage.size
        path = picture(folder, frame)
        part = path.with_name(f".{path.stem}.{os.getpid()}.part.png")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            Image.fromarray(drawn).save(part, format="PNG")
            os.replace(part, path)
            length, crc = checksum(path)
            seconds = round(time.perf_counter() - start, 3)
            record = Record(
                frame=frame, kind="picture", size=size, window=(0, 0, *size), seconds=seconds, length=length, crc=crc
            )
            put_record(folder, record)
        except OSError as e:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise CannotWrite(f"A frame could not be written: {e.strerror}", where=str(path)) from e
        return seconds


def rotated(quaternion: NDArray[Any], points: NDArray[Any]) -> F64:
    """Points (…, 3) turned by quaternions (…, 4) (w, x, y, z) that broadcast against them."""
    w, v = quaternion[..., :1], quaternion[..., 1:]
    return np.asarray(points + 2 * np.cross(v, np.cross(v, points) + w * points), float)


def _posed(points: NDArray[Any], pose: Pose, track: Track | None, frame: int) -> F64:
    if track is not None:
        return np.asarray(rotated(track.rotations[frame], points) + track.locations[frame])
    return np.asarray(rotated(np.array(pose.rotation), points * np.array(pose.scale)) + np.array(pose.location))


def mesh_points(node: Mesh, rigs: dict[str, Rig], frame: int) -> F64:
    """A mesh's points (n, 3) in the world at a frame: skinned (linear blend), placed or as they are."""
    points = node.points if node.shapes is None else shaped(node.points, node.shapes, frame)
    if node.skin is None:
        return _posed(points, node.pose, node.track, frame)
    rig = rigs[node.skin.rig]
    total = np.zeros(points.shape)
    for k in range(node.skin.bones.shape[1]):
        bone = node.skin.bones[:, k]
        moved = rotated(rig.rotations[frame][bone], points) + rig.locations[frame][bone]
        total += node.skin.weights[:, k : k + 1] * moved
    return total


def _faces(points: F64, faces: NDArray[np.int32]) -> F64:
    step = max(1, len(faces) // BUDGET)
    picked = faces[::step]
    last = np.where(picked[:, 3] >= 0, picked[:, 3], picked[:, 2])
    corners = points[np.column_stack([picked[:, :3], last])]
    if step > 1:
        middle = corners.mean(axis=1, keepdims=True)
        corners = middle + (corners - middle) * step**0.5
    return np.asarray(corners)


def _mesh(stage: Stage, node: Mesh, points: F64) -> Polygons:
    corners = _faces(points, node.faces)
    step = max(1, len(node.faces) // BUDGET)
    slots = np.zeros(len(node.faces), int) if node.material_index is None else node.material_index.astype(int)
    looks = [stage.materials[m] for m in node.materials]
    table = np.array([m.preview_color for m in looks])
    lit = np.array([m.model in ("principled", "hair") for m in looks])
    picked = np.minimum(slots[::step], len(looks) - 1)
    return Polygons(corners, table[picked], lit[picked])


def _instances(stage: Stage, node: Instances, meshes: dict[str, Mesh]) -> Polygons:
    """Each copy as an upright diamond of its prototype's size and main color."""
    corners, colors = [], []
    for index, name in enumerate(node.prototypes):
        proto = meshes[name]
        low, high = proto.points.min(axis=0), proto.points.max(axis=0)
        color = stage.materials[proto.materials[0]].preview_color
        chosen = node.choice == index
        at, scale = node.points[chosen], node.scales[chosen][:, None]
        wide = float(max(high[0] - low[0], high[1] - low[1])) / 2
        for side in (np.array([1.0, 0, 0]), np.array([0, 1.0, 0])):
            base = at + scale * [0, 0, low[2]]
            tip = at + scale * [0, 0, high[2]]
            shoulder = at + scale * [0, 0, low[2] + 0.2 * (high[2] - low[2])]
            corners.append(np.stack([base, shoulder + scale * wide * side, tip, shoulder - scale * wide * side], 1))
            colors.append(np.tile(color, (len(at), 1)))
    return Polygons(np.concatenate(corners), np.concatenate(colors), np.ones(sum(map(len, colors)), bool))


def _strands(stage: Stage, node: Strands, rigs: dict[str, Rig], frame: int) -> Polygons:
    """A share of the strands as ribbons."""
    step = max(1, len(node.points) // 1500)
    if node.skin is None:
        points = node.points if node.shapes is None else shaped(node.points, node.shapes, frame)
        points = _posed(points[::step], Pose(), node.track, frame)
    else:
        points = posed_strands(node.points, node.skin, rigs[node.skin.rig], frame)[::step]
    thick = 0.006 * step**0.25
    a, b = points[:, :-1].reshape(-1, 3), points[:, 1:].reshape(-1, 3)
    side = np.array([thick, 0.0, 0.0])
    corners = np.stack([a - side, a + side, b + side, b - side], 1)
    color = stage.materials[node.material].preview_color
    return Polygons(corners, np.tile(color, (len(corners), 1)), np.ones(len(corners), bool))


def _sea(stage: Stage, node: Native, frame: int) -> Polygons:
    """A moving sea on half its grid: foam, wet sand, and water the color of its depth under the sky low down."""
    thin = {k: v[::2] for k, v in node.arrays.items() if k in ("seaward_m", "along_m", "shore_x_m")}
    thin["bed_m"] = node.arrays["bed_m"][::2, ::2]
    sea = waves.from_node(node.model_copy(update={"arrays": thin}))
    now = waves.sea_at(sea, float(node.params["start_s"]) + stage.time_s(frame))
    rows, columns = sea.x.shape
    at = np.arange(rows * columns).reshape(rows, columns)
    there = node.arrays["material_index"].reshape(len(node.arrays["along_m"]) - 1, -1)
    there = there[::2, ::2][: rows - 1, : columns - 1]
    faces = np.stack([at[:-1, :-1], at[:-1, 1:], at[1:, 1:], at[1:, :-1]], -1)[there >= 0]
    depth, foam, dark = (v[faces].mean(axis=1)[:, None] for v in (now.depth, now.foam, now.dark))
    sand, deep = (np.array(stage.materials[m].preview_color) for m in node.materials[:2])
    sky = _sky_colors(stage, np.array([0.1]))[0]
    water = deep * 0.5 + sky * 0.5
    wet = np.clip(depth / 0.05, 0, 1)
    colors = (sand * (2.6 - 1.6 * dark)) * (1 - wet) + water * wet
    colors = colors * (1 - foam) + 0.8 * foam
    return Polygons(now.points[faces].astype(float), colors, (wet[:, 0] < 0.5) | (foam[:, 0] > 0.4))


def _moves(node: object) -> bool:
    return getattr(node, "track", None) is not None or getattr(node, "skin", None) is not None


def _still(stage: Stage) -> Polygons:
    """Everything that does not move, once for all frames."""
    meshes = {n.name: n for n in stage.nodes if isinstance(n, Mesh)}
    parts = [
        _mesh(stage, n, mesh_points(n, {}, 0)) for n in meshes.values() if n.visible and not _moves(n) and len(n.faces)
    ]
    parts += [_instances(stage, n, meshes) for n in stage.nodes if isinstance(n, Instances) and len(n.points)]
    return _joined(parts)


def _joined(parts: list[Polygons]) -> Polygons:
    if not parts:
        return Polygons(np.zeros((0, 4, 3)), np.zeros((0, 3)), np.zeros(0, bool))
    return Polygons(*(np.concatenate([p[k] for p in parts]) for k in range(3)))


def _moving(stage: Stage, frame: int) -> Polygons:
    rigs = {n.name: n for n in stage.nodes if isinstance(n, Rig)}
    parts = [
        _mesh(stage, n, mesh_points(n, rigs, frame))
        for n in stage.nodes
        if isinstance(n, Mesh) and n.visible and _moves(n) and len(n.faces)
    ]
    parts += [_strands(stage, n, rigs, frame) for n in stage.nodes if isinstance(n, Strands)]
    parts += [_sea(stage, n, frame) for n in stage.nodes if isinstance(n, Native) and n.kind == "sea"]
    return _joined(parts)


def draw(stage: Stage, frame: int, still: Polygons | None = None) -> NDArray[np.uint8]:
    """One frame, (H, W, 3) sRGB uint8."""
    width, height = stage.size
    canvas = _sky(stage, frame)
    scene = _joined([still if still is not None else _still(stage), _moving(stage, frame)])
    eye = np.asarray(stage.camera.locations[frame], float)
    local = seen_from(stage.camera, frame, scene.corners)
    depth = -local[..., 2]
    pixels = to_pixels(stage.camera, frame, stage.size, local)
    low, high = pixels.min(axis=1), pixels.max(axis=1)
    front = depth.min(axis=1) > NEAR_M
    seen = front & (high > 0).all(axis=1) & (low < (width, height)).all(axis=1)
    seen &= (high - low).max(axis=1) > _SHORTEST_PX
    cut = ~front & (depth.max(axis=1) > NEAR_M)
    order = np.nonzero(seen | cut)[0]
    order = order[np.argsort(-depth[order].max(axis=1))]
    colors = (_display(_shaded(stage, scene, order, eye)) * 255).round().astype(int).tolist()
    whole = _fixed(pixels[order])
    for n, index in enumerate(order):
        shape = whole[n] if front[index] else _fixed(to_pixels(stage.camera, frame, stage.size, clipped(local[index])))
        cv2.fillConvexPoly(canvas, shape, colors[n], lineType=cv2.LINE_AA, shift=4)
    return canvas


def _fixed(pixels: F64) -> NDArray[np.int32]:
    """Pixels in sixteenths, as cv2 takes them."""
    return np.asarray(np.clip(pixels * 16, -(2**20), 2**20).astype(np.int32))


def seen_from(camera: Camera, frame: int, points: F64) -> F64:
    """World points (…, 3) in the camera's own axes: x right, y up, looking along -z."""
    turn = np.asarray(camera.rotations[frame], float) * [1, -1, -1, -1]
    return rotated(turn, points - np.asarray(camera.locations[frame], float))


def to_pixels(camera: Camera, frame: int, size: tuple[int, int], local: F64) -> F64:
    """Pixels (…, 2), x right and y down, of points (…, 3) in the camera's axes."""
    width, height = size
    scale = float(camera.focal_mm[frame]) / camera.sensor_mm * width
    depth = np.maximum(-local[..., 2:], 1e-6)
    return np.asarray(np.array([width / 2, height / 2]) + local[..., :2] / depth * [scale, -scale])


def clipped(corners: F64) -> F64:
    """The part (k, 3) of a polygon that lies beyond NEAR_M of the camera. Source: Sutherland and Hodgman 1974."""
    kept = []
    for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        inside, next_inside = -a[2] > NEAR_M, -b[2] > NEAR_M
        if inside:
            kept.append(a)
        if inside != next_inside:
            t = (-NEAR_M - a[2]) / (b[2] - a[2])
            kept.append(a + t * (b - a))
    return np.array(kept)


def _shaded(stage: Stage, scene: Polygons, order: NDArray[np.intp], eye: F64) -> F64:
    """Linear colors (n, 3): sun and sky on lit faces, then haze."""
    corners, colors, lit = scene.corners[order], scene.colors[order], scene.lit[order]
    normal = np.cross(corners[:, 2] - corners[:, 0], corners[:, 3] - corners[:, 1])
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
    view = eye - corners.mean(axis=1)
    normal *= np.where((normal * view).sum(axis=1, keepdims=True) < 0, -1, 1)
    light = np.full((len(order), 3), 0.35) + 0.3 * np.clip(normal[:, 2:], 0, 1)
    for lamp in stage.nodes:
        if lamp.type == "lamp" and lamp.kind == "sun":
            towards = rotated(np.array(lamp.pose.rotation), np.array([0.0, 0.0, 1.0]))
            strength = np.clip(normal @ towards, 0, 1)[:, None] * lamp.power_w / np.pi
            light = light + 0.6 * strength * np.array(lamp.color)
    shaded = np.where(lit[:, None], colors * light, colors)
    if stage.haze is not None:
        past = np.maximum(np.linalg.norm(view, axis=1) - stage.haze.start_m, 0)
        veil = (1 - np.exp(-past / stage.haze.distance_m))[:, None]
        shaded = shaded * (1 - veil) + veil * np.array(stage.haze.color) * stage.haze.strength
    return np.asarray(shaded * 2.0 ** (0.5 * stage.exposure.stops))


def _display(linear: F64) -> F64:
    """sRGB 0..1 with a soft shoulder."""
    x = np.clip(linear, 0, None)
    mapped = x / (1 + 0.35 * x)
    return np.asarray(np.clip(np.where(mapped <= 0.0031308, mapped * 12.92, 1.055 * mapped ** (1 / 2.4) - 0.055), 0, 1))


def _sky(stage: Stage, frame: int) -> NDArray[np.uint8]:
    """The background by elevation."""
    width, height = stage.size
    scale = width * float(stage.camera.focal_mm[frame]) / stage.camera.sensor_mm
    rows = (height / 2 - np.arange(height) - 0.5) / scale
    rays = np.column_stack([np.zeros(height), rows, -np.ones(height)])
    rays = rotated(np.asarray(stage.camera.rotations[frame], float), rays)
    up = rays[:, 2] / np.linalg.norm(rays, axis=1)
    line = _display(_sky_colors(stage, up))
    return np.ascontiguousarray(np.repeat((line * 255).astype(np.uint8)[:, None], width, axis=1))


def _sky_colors(stage: Stage, up: F64) -> F64:
    world = stage.world
    if isinstance(world, Gradient):
        places = np.array([z for z, _ in world.stops])
        table = np.array([c for _, c in world.stops])
        return np.stack([np.interp(up, places, table[:, k]) for k in range(3)], 1) * world.strength
    if isinstance(world, Panorama):
        return np.tile(np.array(world.tint) * 0.3 * world.strength, (len(up), 1))
    low: Vector = stage.haze.color if stage.haze is not None else (0.7, 0.75, 0.8)
    high = np.array([0.25, 0.42, 0.75]) * np.array(world.tint) * min(1.0, world.strength * 3)
    share = np.clip(up / 0.6, 0, 1)[:, None]
    return np.asarray(np.array(low) * (1 - share) + high * share)


ENGINE = Sketch()
