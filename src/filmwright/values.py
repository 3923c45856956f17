"""Small values every room shares: units, colors at the edge, names that are nearly right.

Inside the program lengths are metres, angles radians, times seconds, Z is up and color is linear RGB; sRGB exists only at
the edges (a person's "#aa3322", a PNG).
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable

Color = tuple[float, float, float]


def linear(srgb: Color | str) -> Color:
    """Linear RGB of an sRGB color given as three numbers in 0..1 or as "#rrggbb". Source: IEC 61966-2-1."""
    if isinstance(srgb, str):
        text = srgb.lstrip("#")
        srgb = (int(text[0:2], 16) / 255, int(text[2:4], 16) / 255, int(text[4:6], 16) / 255)
    r, g, b = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in srgb)
    return (r, g, b)


def srgb(color: Color) -> Color:
    """sRGB in 0..1 of a linear color, clipped. Source: IEC 61966-2-1."""
    r, g, b = (
        x * 12.92 if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055 for x in (min(max(c, 0.0), 1.0) for c in color)
    )
    return (r, g, b)


def nearest(name: str, known: Iterable[str], count: int = 3) -> list[str]:
    """The known names most like `name`, best first; empty when nothing is close."""
    return difflib.get_close_matches(name, list(known), n=count, cutoff=0.5)


def digest(*parts: bytes) -> str:
    """A 16-digit content hash of the parts in order (BLAKE2b)."""
    h = hashlib.blake2b(digest_size=8)
    for part in parts:
        h.update(len(part).to_bytes(8, "little"))
        h.update(part)
    return h.hexdigest()
