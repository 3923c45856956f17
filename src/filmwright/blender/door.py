"""Opening Blender: an empty scene with the render settings of a job."""

from __future__ import annotations

import os
from typing import Any

import bpy

from filmwright.scene.job import RenderJob
from filmwright.scene.stage import Stage


def open_scene() -> Any:
    """An empty scene; every handle from before is dead."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    return bpy.context.scene


def graphics_device() -> str | None:
    """The GPU interface Blender can use here ("OPTIX", …), already switched on, or None."""
    preferences = bpy.context.preferences.addons["cycles"].preferences
    for kind in ("OPTIX", "CUDA", "HIP", "METAL", "ONEAPI"):
        try:
            preferences.compute_device_type = kind
        except TypeError:
            continue
        preferences.get_devices()
        found = [d for d in preferences.devices if d.type == kind]
        if found:
            for device in preferences.devices:
                device.use = device.type == kind
            return kind
    return None


def configure(scene: Any, stage: Stage, job: RenderJob) -> None:
    """Render settings for a job. The measured choices are in ARCHITECTURE.md, "Few samples"."""
    render, cycles = scene.render, scene.cycles
    render.engine = "CYCLES"
    render.resolution_x, render.resolution_y = stage.size
    render.resolution_percentage = max(1, round(100 * job.scale))
    scene.render.film_transparent = False
    if job.device == "auto" and graphics_device() is not None:
        cycles.device = "GPU"
    if job.factory:
        return
    render.use_persistent_data = True
    render.threads_mode, render.threads = "FIXED", job.threads or os.cpu_count() or 1
    transport = stage.transport
    cycles.max_bounces = max(transport.diffuse, transport.glossy, transport.transmission)
    cycles.diffuse_bounces, cycles.glossy_bounces = transport.diffuse, transport.glossy
    cycles.transmission_bounces, cycles.transparent_max_bounces = transport.transmission, transport.transparent
    cycles.sample_clamp_indirect = transport.clamp
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.use_denoising = False  # finish/ denoises, after it has gathered the samples of neighboring frames
    cycles.use_animated_seed = False
