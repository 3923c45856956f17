"""Intel Open Image Denoise on arrays."""

from __future__ import annotations

import threading
from functools import lru_cache

import numpy as np
import pyoidn

from filmwright.finish.read import F32

_QUALITY = {
    "fast": pyoidn.OIDN_QUALITY_FAST,
    "balanced": pyoidn.OIDN_QUALITY_BALANCED,
    "high": pyoidn.OIDN_QUALITY_HIGH,
}
_ONE_AT_A_TIME = threading.Lock()  # the device is shared; its filters are not made for several threads at once


def denoised(color: F32, albedo: F32, normal: F32, *, quality: str, clean_guides: bool = False) -> F32:
    """Linear color (H, W, 3) without its noise, guided by albedo and normals of the same shape. `quality`: "fast", "balanced"
    or "high". `clean_guides`: the guides are noisy themselves (depth of field, few samples) and are denoised first."""
    albedo, normal = np.clip(albedo, 0.0, 1.0), np.clip(normal, -1.0, 1.0)
    with _ONE_AT_A_TIME:
        if clean_guides:
            albedo = _filtered({pyoidn.OIDN_IMAGE_ALBEDO: albedo}, quality)
            normal = _filtered({pyoidn.OIDN_IMAGE_NORMAL: normal}, quality)
        images = {pyoidn.OIDN_IMAGE_COLOR: color, pyoidn.OIDN_IMAGE_ALBEDO: albedo, pyoidn.OIDN_IMAGE_NORMAL: normal}
        return _filtered(images, quality, hdr=True, clean_aux=clean_guides)


@lru_cache(maxsize=1)
def _device() -> pyoidn.Device:
    device = pyoidn.Device()
    device.commit()
    return device


def _filtered(images: dict[str, F32], quality: str, **flags: bool) -> F32:
    """One run of the ray-tracing filter over the images; the color's (or the only guide's) clean version."""
    held = {name: np.ascontiguousarray(image, np.float32) for name, image in images.items()}
    out = np.empty_like(next(iter(held.values())))
    run = pyoidn.Filter(_device(), pyoidn.OIDN_FILTER_TYPE_RT)
    try:
        for name, image in held.items():
            run.set_image(name, image, pyoidn.OIDN_FORMAT_FLOAT3)
        run.set_image(pyoidn.OIDN_IMAGE_OUTPUT, out, pyoidn.OIDN_FORMAT_FLOAT3)
        for name, value in flags.items():
            run.set_bool({"hdr": "hdr", "clean_aux": "cleanAux"}[name], value)
        run.set_quality(_QUALITY[quality])
        run.commit()
        run.execute()
    finally:
        run.release()
    return out
