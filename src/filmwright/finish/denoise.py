"""Intel Open Image Denoise on arrays."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pyoidn

from filmwright.finish.read import F32, Mask
from filmwright.scene.tiles import Window

_QUALITY = {
    "fast": pyoidn.OIDN_QUALITY_FAST,
    "balanced": pyoidn.OIDN_QUALITY_BALANCED,
    "high": pyoidn.OIDN_QUALITY_HIGH,
}
CONTEXT_PX = 24  # a denoised part sees this much around it: a seam differs by less than the noise that is left (measured)
_OVERHEAD_PX = 6000  # what a run of the filter costs beside its pixels, in pixels: 8 ms of CPU (measured)
_STEP = 8  # pixels between two places where a picture may be parted
_ONE_AT_A_TIME = threading.Lock()  # the device is shared; its filters are not made for several threads at once


def denoised(color: F32, albedo: F32, normal: F32, *, quality: str, clean_guides: bool = False) -> F32:
    """Linear color (H, W, 3) without its noise, guided by albedo and normals of the same shape. `quality`: "fast", "balanced"
    or "high". `clean_guides`: the guides hold no noise (see `guides_denoised`): what they show is kept."""
    with _ONE_AT_A_TIME:
        images = {pyoidn.OIDN_IMAGE_COLOR: color, **_guides(albedo, normal)}
        return _filtered(images, quality, hdr=True, clean_aux=clean_guides)


def guides_denoised(albedo: F32, normal: F32, *, quality: str) -> tuple[F32, F32]:
    """Albedo and normals (H, W, 3) that are noisy themselves (depth of field, few samples) without their noise."""
    with _ONE_AT_A_TIME:
        clean = [_filtered({name: image}, quality) for name, image in _guides(albedo, normal).items()]
    return clean[0], clean[1]


def only_where(mask: Mask, images: tuple[F32, ...], cleaned: Callable[..., tuple[F32, ...]]) -> tuple[F32, ...]:
    """The images (H, W, 3), the first of them as `cleaned(*images)` makes them where the mask (H, W) says, and about as they were elsewhere. What lies
    between the parts of a long shadow, or between a person and their mirror image, costs nothing."""
    out = tuple(image.copy() for image in images)
    height, width = mask.shape
    for left, top, right, bottom in patches(mask):
        x, y = max(0, left - CONTEXT_PX), max(0, top - CONTEXT_PX)
        around = np.s_[y : min(height, bottom + CONTEXT_PX), x : min(width, right + CONTEXT_PX)]
        for image, clean in zip(out, cleaned(*(image[around] for image in images))):
            image[top:bottom, left:right] = clean[top - y : bottom - y, left - x : right - x]
    return out


def patches(mask: Mask) -> list[Window]:
    """Rectangles that hold all of a mask (H, W) and do not meet: as many as make denoising them, each with its surroundings, cheaper
    than denoising the one that holds them all."""
    height, width = mask.shape
    sums = np.zeros((height + 1, width + 1), np.int64)
    sums[1:, 1:] = mask.cumsum(0, dtype=np.int64).cumsum(1)

    def shrunk(box: Window) -> Window | None:
        left, top, right, bottom = box
        rows = np.nonzero(np.diff(sums[top : bottom + 1, right] - sums[top : bottom + 1, left]))[0]
        columns = np.nonzero(np.diff(sums[bottom, left : right + 1] - sums[top, left : right + 1]))[0]
        if not len(rows):
            return None
        return left + int(columns[0]), top + int(rows[0]), left + int(columns[-1]) + 1, top + int(rows[-1]) + 1

    def cost(box: Window) -> float:
        left, top, right, bottom = box
        wide = min(width, right + CONTEXT_PX) - max(0, left - CONTEXT_PX)
        tall = min(height, bottom + CONTEXT_PX) - max(0, top - CONTEXT_PX)
        return wide * tall + _OVERHEAD_PX

    def parted(box: Window) -> list[Window]:
        left, top, right, bottom = box
        best, halves = cost(box), None
        cuts = [((left, top, x, bottom), (x, top, right, bottom)) for x in range(left + _STEP, right, _STEP)]
        cuts += [((left, top, right, y), (left, y, right, bottom)) for y in range(top + _STEP, bottom, _STEP)]
        for one, other in cuts:
            small = [part for part in (shrunk(one), shrunk(other)) if part is not None]
            if (total := sum(map(cost, small))) < best:
                best, halves = total, small
        return [box] if halves is None else [part for half in halves for part in parted(half)]

    whole = shrunk((0, 0, width, height))
    return [] if whole is None else parted(whole)


def _guides(albedo: F32, normal: F32) -> dict[str, F32]:
    return {
        pyoidn.OIDN_IMAGE_ALBEDO: np.clip(albedo, 0.0, 1.0),
        pyoidn.OIDN_IMAGE_NORMAL: np.clip(normal, -1.0, 1.0),
    }


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
