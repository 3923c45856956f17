"""Opening Blender: an empty scene with the render settings of a job."""

from __future__ import annotations

import os
from typing import Any

import bpy

from filmwright.scene.job import RenderJob
from filmwright.scene.stage import Stage

_LOOKS = {
    "base": "None",
    "very_low": "AgX - Very Low Contrast",
    "low": "AgX - Low Contrast",
    "medium_low": "AgX - Medium Low Contrast",
    "medium_high": "AgX - Medium High Contrast",
    "high": "AgX - High Contrast",
    "very_high": "AgX - Very High Contrast",
    "punchy": "AgX - Punchy",
}


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
    view = scene.view_settings
    view.view_transform, view.exposure = "AgX", stage.exposure.stops
    view.look = _LOOKS[stage.exposure.look]
    scene.render.film_transparent = False
    if job.device == "auto" and graphics_device() is not None:
        cycles.device = "GPU"
    if job.factory:
        return
    render.use_persistent_data = True
    render.threads_mode, render.threads = "FIXED", os.cpu_count() or 1
    transport = stage.transport
    cycles.samples, cycles.use_adaptive_sampling = job.samples, job.samples > 16
    cycles.max_bounces = max(transport.diffuse, transport.glossy, transport.transmission)
    cycles.diffuse_bounces, cycles.glossy_bounces = transport.diffuse, transport.glossy
    cycles.transmission_bounces, cycles.transparent_max_bounces = transport.transmission, transport.transparent
    cycles.sample_clamp_indirect = transport.clamp
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    cycles.denoising_prefilter, cycles.denoising_quality = transport.guides.upper(), "BALANCED"
    cycles.use_animated_seed = False
    if stage.exposure.bloom > 0:
        _bloom(scene, stage.exposure.bloom)


def _bloom(scene: Any, strength: float) -> None:
    """Light spilling round bright things, in the compositor."""
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    layers, glare, output = (tree.nodes.new(f"CompositorNode{k}") for k in ("RLayers", "Glare", "Composite"))
    glare.glare_type, glare.quality = "BLOOM", "HIGH"
    for name, value in (
        ("Threshold", 0.9),
        ("Smoothness", 0.4),
        ("Strength", strength),
        ("Size", 0.55),
        ("Maximum", 12.0),
    ):
        if name in glare.inputs:
            glare.inputs[name].default_value = value
    tree.links.new(layers.outputs["Image"], glare.inputs["Image"])
    tree.links.new(glare.outputs["Image"], output.inputs[0])
