"""Samples of neighboring frames gathered into one, then denoised once.

Every rendered frame holds a few light samples a pixel. What stands still was sampled by its neighbors too: their samples
are carried over, each into the one pixel it belongs to, and averaged before the denoiser sees them. A sample counts by its
parallax: how many pixels the surfaces around the target pixel lie from where the sample was taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from filmwright.finish import carry
from filmwright.finish.denoise import denoised, guides_denoised
from filmwright.finish.read import F32, SKY_M, Light, Mask, near_cast
from filmwright.scene.lens import Lens, same

PARALLAX_PX = 0.8  # a sample this far from where it should be counts for 0.6; from the notes' measurements


class Source(NamedTuple):
    """A whole frame's light, the lens it was seen by, and the pixels that belong to this moment alone."""

    light: Light
    lens: Lens
    moving: Mask


class Clean(NamedTuple):
    """A whole frame free of noise: color and guides (H, W, 3) linear, depth (H, W), the lens, the pixels that belong to this moment
    alone, and those where people are."""

    frame: int
    color: F32
    albedo: F32
    normal: F32
    depth: F32
    lens: Lens
    moving: Mask
    cast: Mask


def gathered(source: Source, others: Sequence[Source], *, quality: str, clean_guides: bool) -> Clean:
    """The frame with the samples of the others carried into it, denoised. Their samples a pixel weigh them. `clean_guides`: the
    guides are noisy themselves and are denoised first."""
    light = source.light
    total = float(light.record.samples)
    weight = np.full(light.depth.shape, total, np.float32)
    sums = [plane * total for plane in (light.color, light.albedo, light.normal)]
    if others:
        low, high = _span(light.depth)
        free = ~source.moving
        for other in others:
            seen, trust = _matched(source, other, low, high)
            if source.lens.clouds != other.lens.clouds:
                trust = trust * (light.depth < SKY_M / 2)  # a sky is free of noise, and its clouds have moved on
            trust = trust * free * np.float32(other.light.record.samples)
            weight += trust
            for k, plane in enumerate((other.light.color, other.light.albedo, other.light.normal)):
                sums[k] = sums[k] + carry.nearest(plane, seen) * trust[..., None]
    color, albedo, normal = (np.ascontiguousarray(s / weight[..., None], np.float32) for s in sums)
    if clean_guides:
        albedo, normal = guides_denoised(albedo, normal, quality=quality)
    clean = denoised(color, albedo, normal, quality=quality, clean_guides=clean_guides)
    return Clean(
        light.record.frame, clean, albedo, normal, light.depth, source.lens, source.moving, near_cast(light.owner)
    )


def _span(depth: F32) -> tuple[F32, F32]:
    """The nearest and the farthest depth in each pixel's 3 by 3 neighborhood."""
    square = np.ones((3, 3), np.uint8)
    return np.asarray(cv2.erode(depth, square), np.float32), np.asarray(cv2.dilate(depth, square), np.float32)


def _matched(source: Source, other: Source, low: F32, high: F32) -> tuple[carry.Seen, F32]:
    """Where the source's pixels lie in another frame, and what a sample from there is worth, 0..1."""
    depth = source.light.depth
    if same(source.lens, other.lens):
        y, x = np.indices(depth.shape, dtype=np.float32)
        return carry.Seen(x, y, depth, np.ones_like(depth), other.moving), np.asarray(~other.moving, np.float32)
    seen = carry.look_up(depth, source.lens, other.light.depth, other.lens, other.moving)
    spread = np.zeros_like(depth)
    ends = []
    for surface in (low, high):
        u, v, _ = carry.across(surface, source.lens, other.lens)
        ends.append((u - 0.5, v - 0.5))
        spread = np.maximum(spread, (ends[-1][0] - seen.x) ** 2 + (ends[-1][1] - seen.y) ** 2)
    spread = np.maximum(spread, (ends[0][0] - ends[1][0]) ** 2 + (ends[0][1] - ends[1][1]) ** 2)
    near = np.exp(spread * np.float32(-0.5 / PARALLAX_PX**2))
    return seen, np.asarray(seen.trust * near, np.float32)
