"""The materials of a model as ours."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np

from filmwright.content.kinds import F64
from filmwright.models import Model
from filmwright.models.geometry import Geometry, Surface, Texture
from filmwright.scene.shade import Expr, Material, Value, cmul, coords, op
from filmwright.values import Color, linear, srgb

ALIKE = 0.2  # distance in sRGB up to which a surface has a color already; chosen
LUMINANCE = (0.2126, 0.7152, 0.0722)  # Source: Rec. 709
BRIGHTEST = 1.8  # times as bright as its mean a painted texture is at the most; chosen
_PART: dict[str, Literal["x", "y", "z"]] = {"r": "x", "g": "y", "b": "z"}
WEAKEST = 0.02  # emission that is worth keeping; chosen


def colored(read: Geometry) -> frozenset[str]:
    """The images that are colors, not data."""
    return frozenset(t.image for s in read.surfaces for key, t in s.textures.items() if key in ("color", "emission"))


def painted(model: Model, read: Geometry, seen: F64) -> int | None:
    """The surface that takes the color the text gives: the one that is said to, else the largest that can be seen; `seen` (s,) is
    their area."""
    named = [n for n, s in enumerate(read.surfaces) if model.said.paint is not None and s.name == model.said.paint]
    solid = np.array([s.transmission < 0.5 and (s.alpha > 0.5 or "alpha" in s.textures) for s in read.surfaces])
    area = np.where(solid, seen, 0.0)
    return named[0] if named else int(area.argmax()) if area.max() > 0 else None


def material(read: Geometry, surface: Surface, color: Color | None) -> Material:
    """A surface as a Material; painted in `color` if one is given and it is not of that color."""
    own: Value = surface.color
    mean, texture = surface.color, surface.textures.get("color")
    if texture is not None:
        own, mean = _image(texture), _mean(read, texture)
    if color is not None and math.dist(srgb(mean), srgb(color)) > ALIKE:
        own = _tinted(own, mean, color) if texture is not None else color
    if surface.transmission > 0.5 and texture is None:
        return Material(
            model="glass", color=tuple(0.5 + 0.5 * c for c in surface.color), roughness=0.0, ior=surface.ior
        )
    glows = max(surface.emission) * surface.emission_strength > WEAKEST
    alpha = _of(surface, "alpha", surface.alpha)
    return Material(
        color=own,
        roughness=_of(surface, "roughness", surface.roughness),
        metallic=_of(surface, "metallic", surface.metallic),
        alpha=alpha,
        emission=_of(surface, "emission", surface.emission) if glows else (0.0, 0.0, 0.0),
        emission_strength=surface.emission_strength if glows else 1.0,
        preview=color if color is not None else mean,
    )


def _of(surface: Surface, key: str, constant: Value) -> Value:
    """A number or color of a surface: from its texture, if it has one."""
    texture = surface.textures.get(key)
    if texture is None:
        return constant
    if key == "emission":
        return _image(texture)
    if texture.channel == "a":
        return _image(texture, "image_alpha")
    return op(_PART[texture.channel], _image(texture)) if texture.channel in _PART else _light(_image(texture))


def _image(texture: Texture, of: Literal["image", "image_alpha"] = "image") -> Expr:
    return Expr(op=of, args=(coords("uv"),), params={"name": texture.image, "extension": "REPEAT"})


def _light(color: Value) -> Expr:
    return op("dot", color, LUMINANCE)


def _mean(read: Geometry, texture: Texture) -> Color:
    """The mean linear color of an image, of what is not transparent."""
    pixels = read.images[texture.image].reshape(-1, 4)[:: max(1, read.images[texture.image].size // 40_000)] / 255
    weight = pixels[:, 3:] + 1e-6
    r, g, b = (pixels[:, :3] * weight).sum(axis=0) / weight.sum()
    return linear((float(r), float(g), float(b)))


def _tinted(own: Value, mean: Color, color: Color) -> Expr:
    """A texture's light and dark in another color."""
    light = sum(w * c for w, c in zip(LUMINANCE, mean))
    share = op("min", _light(own) * (1.0 / max(light, 1e-3)), BRIGHTEST)
    return cmul(color, op("combine", share, share, share))
