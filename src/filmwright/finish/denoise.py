"""Intel Open Image Denoise on arrays."""

from __future__ import annotations

import numpy as np
import pyoidn

from filmwright.finish.read import F32


def denoised(color: F32, albedo: F32, normal: F32, *, quality: str) -> F32:
    """Linear color (H, W, 3) without its noise, guided by albedo and normals of the same shape. `quality`: "fast", "balanced"
    or "high"."""
    made = pyoidn.denoise(color, np.clip(albedo, 0.0, 1.0), np.clip(normal, -1.0, 1.0), hdr=True, quality=quality)
    return np.asarray(made, np.float32)
