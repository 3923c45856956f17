"""The look: grade, vignette, grain and bars, in display space."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType

import cv2
import numpy as np
from numpy.typing import NDArray

from filmwright import concepts, registry
from filmwright.content.kinds import Grade, Hand
from filmwright.finish.read import F32
from filmwright.finish.redraw import redrawn
from filmwright.spec.shot import Look

_LOOKS = "filmwright.content.looks"
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)  # Rec. ITU-R BT.709


def grades(look: Look) -> tuple[Grade, ...]:
    """The grades of a look: its style, then its grade by name. Raises UnknownName."""
    return tuple(module.GRADE for module in _modules(look))


def _modules(look: Look) -> tuple[ModuleType, ...]:
    """What a style or grade that has no content of its own is shown as is the nearest that has, as in content/stageable.py."""
    shown = registry.names(_LOOKS)
    wanted = [("style", look.style)] + ([("grade", look.grade)] if look.grade and look.grade != look.style else [])
    known = concepts.parents("style")
    near = [(f, concepts.nearest("style", name, shown) if name in known else name) for f, name in wanted]
    return tuple(registry.find(_LOOKS, name, where=f"look.{field}") for field, name in near if name is not None)


def hands(look: Look) -> tuple[Hand, ...]:
    """The hands that redraw the pictures of a look, in order."""
    return tuple(hand for hand in (getattr(module, "HAND", None) for module in _modules(look)) if hand is not None)


def graded(pictures: Iterable[F32], look: Look, seed: int, first: int = 0) -> Iterator[NDArray[np.uint8]]:
    """Pictures (H, W, 3) sRGB 0..1 as they will be seen, uint8, dithered so that skies do not band. `first` is the number of
    the first one: grain depends on it."""
    chain, drawn = grades(look), hands(look)
    hold = max((hand.hold for hand in drawn), default=1)
    held: F32 | None = None
    for number, picture in enumerate(pictures, first):
        if held is not None and number % hold:
            picture = held
        else:
            for hand in drawn:
                picture = redrawn(picture, hand)
        held = picture
        rng = np.random.default_rng((seed, number - number % hold))
        for grade in chain:
            picture = apply(picture, grade, rng)
        if look.grain > 0:
            picture = _grained(picture, look.grain, rng)
        if look.aspect_bars is not None:
            picture = _barred(picture, look.aspect_bars)
        dither = rng.random(picture.shape, dtype=np.float32)
        yield (np.clip(picture, 0, 1) * 255 + dither * 0.999).astype(np.uint16).clip(0, 255).astype(np.uint8)


def apply(picture: F32, grade: Grade, rng: np.random.Generator) -> F32:
    """One grade on one picture."""
    out = picture * np.array(grade.gain, np.float32) + np.array(grade.lift, np.float32) * (1 - picture)
    out = np.power(np.clip(out, 0, None), 1 / np.array(grade.gamma, np.float32))
    out = 0.5 + (out - 0.5) * np.float32(grade.contrast)
    gray = (out @ _LUMINANCE)[..., None]
    out = np.asarray(
        (gray + (out - gray) * np.float32(grade.saturation)) * np.array(grade.tone, np.float32), np.float32
    )
    if grade.vignette > 0:
        height, width = out.shape[:2]
        y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
        out = out * (1 - grade.vignette * 0.5 * np.clip(x * x + y * y - 0.4, 0, None))[..., None]
    return _grained(out, grade.grain, rng) if grade.grain > 0 else np.asarray(out, np.float32)


def _grained(picture: F32, strength: float, rng: np.random.Generator) -> F32:
    """Film grain: soft monochrome noise, strongest in the middle tones."""
    height, width = picture.shape[:2]
    noise = cv2.GaussianBlur(rng.standard_normal((height, width), dtype=np.float32), (0, 0), 0.7) * 2.2
    gray = picture @ _LUMINANCE
    amount = strength * 0.09 * (0.35 + 2.6 * np.clip(gray * (1 - gray), 0, 0.25))
    return np.asarray(picture + (noise * amount)[..., None], np.float32)


def _barred(picture: F32, aspect: float) -> F32:
    """Black above and below so that the picture has the aspect asked for."""
    height, width = picture.shape[:2]
    bar = max(0, round((height - width / aspect) / 2))
    out = picture.copy()
    out[:bar] = 0
    out[height - bar :] = 0
    return out
