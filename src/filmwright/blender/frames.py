"""Rendering one requested frame into a folder: first its light (scene/frames.py), then the record that makes it complete."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import bpy
import numpy as np

from filmwright.blender.build import Built, set_mesh, update
from filmwright.blender.influence import moving_tiles
from filmwright.errors import CannotWrite
from filmwright.scene.frames import Record, Request, checksum, light, put_record
from filmwright.scene.job import RenderJob, rendered_size
from filmwright.scene.lens import lens_at
from filmwright.scene.tiles import TILE, Tiles, Window, border, pack, unpack, window

BLIND = "blind"  # the sheet before the lens that spares tiles nobody asked for
BLIND_M = 0.07  # its distance where everything is sharp; with depth of field it hangs in the plane of focus
SMALL = ((0.04, 3), (0.14, 2))  # parts below so large a share of the picture, and times the samples they get; chosen


def passes_on(scene: Any) -> None:
    """Ask for what finishing needs besides the color: depth, object index, the denoiser's guides."""
    layer = scene.view_layers[0]
    layer.use_pass_z = layer.use_pass_object_index = True
    layer.cycles.denoising_store_passes = True


def sweep(folder: Path) -> None:
    """Make the folder, without what a killed worker left half written."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in folder.glob(".*.part.*"):
        part.unlink(missing_ok=True)


def render(built: Built, job: RenderJob, request: Request) -> Record:
    """Render one frame, or the part of it that is asked for, and record it. Raises CannotWrite."""
    start = time.perf_counter()
    scene, frame, folder = built.scene, request.frame, Path(job.frames_folder)
    size = rendered_size(built.stage.size, job.scale)
    scene.cycles.seed = (built.stage.seed * 7919 + frame * 104729) % 2147483647
    update(built, frame)
    moving = moving_tiles(built, frame, size)
    wanted: Tiles | None = None
    if request.extra is not None:
        wanted = moving | unpack(request.extra, size)
        if not wanted.any():
            wanted[0, 0] = True  # a frame has at least one tile, so that there is a file to speak of
        if wanted.all():
            wanted = None
    if not job.factory:
        samples = request.samples if wanted is None else request.samples * times_for(float(wanted.mean()))
        scene.cycles.samples = samples
        scene.cycles.use_adaptive_sampling = samples > 16
    part: Window = (0, 0, *size) if wanted is None else (window(wanted, size) or (0, 0, *size))
    _frame_in(scene, part, size)
    _blind(built, frame, wanted, part, size)
    scene.update_tag()  # without it Cycles' persistent data keeps the samples and the seed of the last frame
    bpy.ops.render.render()
    _save_light(scene, folder, frame)
    length, crc = checksum(light(folder, frame))
    record = Record(
        frame=frame,
        kind="light",
        size=size,
        window=part,
        tiles=None if wanted is None else pack(wanted),
        moving=pack(moving),
        samples=request.samples,
        seconds=round(time.perf_counter() - start, 3),
        length=length,
        crc=crc,
    )
    try:
        put_record(folder, record)
    except OSError as e:
        raise CannotWrite(f"A frame could not be written: {e}", where=light(folder, frame).name) from e
    return record


def times_for(share: float) -> int:
    """How many times the samples a part of the picture gets that is so small a share of it: there they cost little, and what is small is
    fine in itself (a face, a coat of fur), where the denoiser finds least to hold on to."""
    return next((times for most, times in SMALL if share < most), 1)


def _frame_in(scene: Any, part: Window, size: tuple[int, int]) -> None:
    render = scene.render
    render.use_border = render.use_crop_to_border = part != (0, 0, *size)
    render.border_min_x, render.border_max_x, render.border_min_y, render.border_max_y = border(part, size)


def _blind(built: Built, frame: int, wanted: Tiles | None, part: Window, size: tuple[int, int]) -> None:
    """Hang black tiles over what is not wanted inside the window: camera rays end there at once."""
    item = built.objects.get(BLIND)
    if item is None:
        item = built.objects[BLIND] = _sheet(built)
    left, top, right, bottom = part
    if wanted is not None:
        block = np.zeros_like(wanted)
        block[top // TILE : -(-bottom // TILE), left // TILE : -(-right // TILE)] = True
        block &= ~wanted
    item.hide_render = wanted is None or not block.any()
    if wanted is None or item.hide_render:
        return
    rows, columns = np.nonzero(block)
    x = (np.stack([columns, columns + 1, columns + 1, columns], 1) * TILE).astype(np.float32)
    y = (np.stack([rows + 1, rows + 1, rows, rows], 1) * TILE).astype(np.float32)
    camera = built.stage.camera
    depth = np.float32(camera.focus_m[frame]) if camera.f_stop > 0 else np.float32(BLIND_M)
    points = lens_at(camera, frame, size).unproject(x, y, np.full_like(x, depth)).reshape(-1, 3)
    old, data = item.data, bpy.data.meshes.new(BLIND)
    set_mesh(data, points, np.arange(len(points), dtype=np.int32).reshape(-1, 4))
    data.materials.append(old.materials[0])
    data.update(calc_edges=True)
    item.data = data
    bpy.data.meshes.remove(old)


def _sheet(built: Built) -> Any:
    material = bpy.data.materials.new(BLIND)
    material.use_nodes = True
    tree = material.node_tree
    tree.nodes.clear()
    black, output = tree.nodes.new("ShaderNodeEmission"), tree.nodes.new("ShaderNodeOutputMaterial")
    black.inputs[0].default_value = (0.0, 0.0, 0.0, 1.0)
    tree.links.new(black.outputs[0], output.inputs[0])
    data = bpy.data.meshes.new(BLIND)
    data.materials.append(material)
    item = built.link(bpy.data.objects.new(BLIND, data))
    for ray in ("diffuse", "glossy", "transmission", "shadow", "volume_scatter"):
        setattr(item, f"visible_{ray}", False)
    return item


def _save_light(scene: Any, folder: Path, frame: int) -> None:
    settings = scene.render.image_settings
    settings.file_format, settings.color_depth, settings.exr_codec = "OPEN_EXR_MULTILAYER", "16", "ZIP"
    path = light(folder, frame)
    part = path.with_name(f".{path.stem}.{os.getpid()}.part{path.suffix}")
    try:
        bpy.data.images["Render Result"].save_render(str(part), scene=scene)
        if not part.exists() or not _whole(part):
            raise OSError("the file is not whole")
        os.replace(part, path)
    except (OSError, RuntimeError) as e:
        part.unlink(missing_ok=True)
        raise CannotWrite(f"A frame could not be written: {e}", where=path.name) from e


def _whole(path: Path) -> bool:
    """Whether a file carries EXR's magic number and some pixels: Blender does not always say that the disk was full."""
    with path.open("rb") as file:
        return file.read(4) == b"\x76\x2f\x31\x01" and path.stat().st_size > 1024
