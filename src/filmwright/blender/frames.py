"""Rendering frames into a folder, each whole or not at all.

`000012.png` is the picture (sRGB after the film's tone curve, 16 bits), `000012.exr` its passes: linear color, depth,
normal, motion vectors, object index. The picture is put in place last: a frame whose PNG exists is complete.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import bpy

from filmwright.blender.build import Built, update
from filmwright.errors import CannotWrite
from filmwright.scene.job import RenderJob


def passes_on(scene: Any) -> None:
    """Ask for the passes that ride beside the picture."""
    layer = scene.view_layers[0]
    layer.use_pass_z = layer.use_pass_normal = layer.use_pass_vector = layer.use_pass_object_index = True


def sweep(folder: Path) -> None:
    """Make the folder, without what a killed worker left half written."""
    folder.mkdir(parents=True, exist_ok=True)
    for part in folder.glob(".*.part.*"):
        part.unlink(missing_ok=True)


def _save(scene: Any, path: Path, kind: str) -> None:
    settings = scene.render.image_settings
    if kind == "exr":
        settings.file_format, settings.color_depth, settings.exr_codec = "OPEN_EXR_MULTILAYER", "16", "ZIP"
    else:
        settings.file_format, settings.color_mode, settings.color_depth = "PNG", "RGB", "16"
        settings.compression = 15
    part = path.with_name(f".{path.stem}.{os.getpid()}.part{path.suffix}")
    try:
        bpy.data.images["Render Result"].save_render(str(part), scene=scene)
        if not part.exists() or not _whole(part, kind):
            raise OSError("the file is not whole")
        os.replace(part, path)
    except (OSError, RuntimeError) as e:
        part.unlink(missing_ok=True)
        raise CannotWrite(f"A frame could not be written: {e}", where=path.name) from e


def _whole(path: Path, kind: str) -> bool:
    """A PNG ends with IEND; an EXR must at least carry its magic number and some pixels."""
    with path.open("rb") as file:
        if kind == "exr":
            return file.read(4) == b"\x76\x2f\x31\x01" and path.stat().st_size > 1024
        file.seek(-12, os.SEEK_END)
        return file.read(12)[4:8] == b"IEND"


def render(built: Built, job: RenderJob, frame: int) -> float:
    """Render one frame into the job's folder; the seconds it took. Raises CannotWrite."""
    scene, folder = built.scene, Path(job.frames_folder)
    start = time.perf_counter()
    scene.cycles.seed = (built.stage.seed * 7919 + frame * 104729) % 2147483647 if job.moving_seed else built.stage.seed
    update(built, frame)
    bpy.ops.render.render()
    if job.passes:
        _save(scene, folder / f"{frame:06d}.exr", "exr")
    _save(scene, folder / f"{frame:06d}.png", "png")
    return time.perf_counter() - start
