"""The light of fires as it comes and goes, put into a finished frame.

Fires were rendered as steady lamps. How much of a pixel's light is theirs follows from how far the surface is from them, against the
light a set is exposed for; so much of it goes up and down. What a fire does not reach, and the sky, stay as they are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from filmwright.finish.read import F32
from filmwright.scene.flicker import Fire
from filmwright.scene.lens import Lens

AMBIENT = (
    1.4  # irradiance in W/m² beside the fire's, at exposure 0, in a picture that is neither dark nor bright; chosen
)
NEAR_M = 0.12  # nothing is nearer to the middle of a fire; chosen


def flickering(color: F32, depth: F32, lens: Lens, fires: Sequence[Fire], frame: int, stops: float) -> F32:
    """A linear picture (H, W, 3) of known depth with its fires as bright as they are in a frame."""
    if not fires:
        return color
    height, width = depth.shape
    x = np.arange(width, dtype=np.float32)[None, :] + np.float32(0.5)
    y = np.arange(height, dtype=np.float32)[:, None] + np.float32(0.5)
    points = lens.unproject(x + np.zeros_like(depth), y + np.zeros_like(depth), depth)
    lights = [_irradiance(points, fire.places[frame], fire.power_w) for fire in fires]
    whole = sum(lights) + np.float32(AMBIENT * 2.0**-stops)
    change = sum(light * fire.change[frame] for light, fire in zip(lights, fires))
    return np.asarray(color * (1.0 + change / whole)[..., None], np.float32)


def _irradiance(points: F32, place: F32, power_w: float) -> F32:
    """W/m² (H, W) of a point lamp on surfaces that face it."""
    away = points - place
    square = np.maximum((away * away).sum(axis=-1), np.float32(NEAR_M**2))
    return np.asarray(power_w / (4 * math.pi) / square, np.float32)
