"""Light as film shows it: bloom, exposure and Blender's AgX tone curve, by OpenColorIO with the configuration Blender ships."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import PyOpenColorIO

from filmwright.errors import NotInstalled
from filmwright.finish.read import F32
from filmwright.scene.nodes import Exposure

_LOOKS = {
    "base": "",
    "very_low": "AgX - Very Low Contrast",
    "low": "AgX - Low Contrast",
    "medium_low": "AgX - Medium Low Contrast",
    "medium_high": "AgX - Medium High Contrast",
    "high": "AgX - High Contrast",
    "very_high": "AgX - Very High Contrast",
    "punchy": "AgX - Punchy",
}
BLOOM_FROM, BLOOM_MOST = 0.9, 12.0  # radiance that begins to spill, and the most of it that does
COARSE_PX = 3.0  # a halo's radius in the picture it is blurred in is about this
_HALOS = (
    (0.004, 0.45),
    (0.012, 0.33),
    (0.035, 0.22),
)  # (radius as a share of the width, weight); by eye against Blender's


def developed(linear: F32, exposure: Exposure) -> F32:
    """Scene-linear color (H, W, 3) as sRGB 0..1. Raises NotInstalled without Blender's color configuration."""
    if exposure.bloom > 0:
        linear = _bloomed(linear, exposure.bloom)
    out = np.ascontiguousarray(linear * np.float32(2.0**exposure.stops), np.float32)
    _curve(exposure.look)(out)
    return np.clip(out, 0.0, 1.0)


def _bloomed(linear: F32, strength: float) -> F32:
    """Light spilling round bright things."""
    peak = linear.max(axis=-1, keepdims=True)
    over = np.clip(peak - BLOOM_FROM, 0, None)
    bright = linear * np.minimum(over, BLOOM_MOST) / np.maximum(peak, 1e-6)
    halo = np.zeros_like(linear)
    height, width = linear.shape[:2]
    for radius, weight in _HALOS:
        step = max(1, int(radius * width / COARSE_PX))  # a wide halo is smooth: a small picture holds it
        small = cv2.resize(bright, (-(-width // step), -(-height // step)), interpolation=cv2.INTER_AREA)
        spilled = cv2.GaussianBlur(small, (0, 0), radius * small.shape[1])
        halo += weight * cv2.resize(spilled, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(linear + strength * halo, np.float32)


@lru_cache(maxsize=8)
def _curve(look: str) -> Callable[[F32], None]:
    """A function that develops an array in place."""
    config = PyOpenColorIO.Config.CreateFromFile(str(_config()))
    pipeline = PyOpenColorIO.LegacyViewingPipeline()
    pipeline.setDisplayViewTransform(PyOpenColorIO.DisplayViewTransform(src="scene_linear", display="sRGB", view="AgX"))
    pipeline.setLooksOverrideEnabled(True)
    pipeline.setLooksOverride(_LOOKS[look])
    processor = pipeline.getProcessor(config).getDefaultCPUProcessor()

    def apply(image: F32) -> None:
        processor.applyRGB(image)

    return apply


def _config() -> Path:
    """The color configuration in the installed Blender package, found without importing it."""
    spec = importlib.util.find_spec("bpy")
    found = (
        sorted(Path(spec.origin).parent.glob("*/datafiles/colormanagement/config.ocio")) if spec and spec.origin else []
    )
    if not found:
        raise NotInstalled("Blender's color configuration is not here", hint="Run `make setup`.")
    return found[-1]
