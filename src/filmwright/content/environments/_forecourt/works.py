"""A canopy on columns, islands with pumps, a shop with a glass front, a price sign. Parts go to the masonry by material, standing in
the world; `lit` is what of them shines after dark."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.environments._city.masonry import Masonry, times
from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.nodes import Native, Node
from filmwright.values import Color

WHITE: Color = (0.62, 0.62, 0.60)
STEEL: Color = (0.34, 0.35, 0.36)
DARK: Color = (0.02, 0.021, 0.023)
TUBE: Color = (0.92, 0.97, 1.0)
CANOPY = (-7.4, 7.8, 6.6, 16.4, 4.9, 5.95)  # from x to x, from y to y, its underside and its top
ISLANDS_X = (-3.5, 3.9)
PUMPS_Y = (9.6, 13.2)
ISLAND_Y = (8.0, 14.8)
SHOP = (-9.0, 9.4, 25.5, 34.0, 4.1)  # from x to x, from y to y, its height
TOTEM = (-10.6, 13.0)


class Brand(NamedTuple):
    """The name of the station and its two colors."""

    name: str
    first: Color
    second: Color


BRANDS = (
    Brand("ORION", (0.55, 0.02, 0.02), (0.72, 0.42, 0.02)),
    Brand("PETRAL", (0.02, 0.12, 0.42), (0.60, 0.03, 0.03)),
    Brand("SUNWAY", (0.02, 0.22, 0.10), (0.74, 0.50, 0.03)),
    Brand("ROUTE 9", (0.66, 0.20, 0.01), (0.03, 0.05, 0.14)),
)


class Words:
    """Lines of lettering, gathered by material."""

    def __init__(self) -> None:
        self._lines: dict[str, list[tuple[str, F64, F64, float, float]]] = {}

    def write(
        self, material: str, text: str, at: tuple[float, float, float], size_m: float, limit_m: float,
        right: tuple[float, float, float] = (1.0, 0.0, 0.0),
    ) -> None:  # fmt: skip
        """A line of text centered on a place, read along `right`."""
        self._lines.setdefault(material, []).append((text, np.array(at), np.array(right), size_m, limit_m))

    def nodes(self) -> list[Node]:
        """One node a material."""
        return [
            Native(
                name=f"words {material}",
                kind="text",
                params={"bodies": [line[0] for line in lines], "style": "fill"},
                arrays={
                    "center": np.array([line[1] for line in lines]),
                    "right": np.array([line[2] for line in lines]),
                    "up": np.tile([0.0, 0.0, 1.0], (len(lines), 1)),
                    "size_m": np.array([line[3] for line in lines]),
                    "limit_m": np.array([line[4] for line in lines]),
                    "vertical": np.zeros(len(lines)),
                },
                materials=(material,),
            )
            for material, lines in self._lines.items()
        ]


def block(
    masonry: Masonry, material: str, low: tuple[float, float, float], high: tuple[float, float, float], tint: Color,
    *, bevel: float = 0.0, lit: Color = (0.0, 0.0, 0.0),
) -> None:  # fmt: skip
    """A block from its low to its high corner."""
    a, b = np.array(low), np.array(high)
    masonry.add(material, shapes.box(b - a, center=(a + b) / 2, bevel=bevel), tint, lit=lit)


def canopy(masonry: Masonry, words: Words, brand: Brand) -> list[tuple[float, float, float]]:
    """The roof over the pumps with its bands of color and its lights; where these are."""
    x0, x1, y0, y1, low, high = CANOPY
    block(masonry, "panel", (x0 + 0.1, y0 + 0.1, low), (x1 - 0.1, y1 - 0.1, high - 0.1), WHITE)
    for a, b in (
        ((x0, y0, low - 0.06), (x1, y0 + 0.12, high)), ((x0, y1 - 0.12, low - 0.06), (x1, y1, high)),
        ((x0, y0, low - 0.06), (x0 + 0.12, y1, high)), ((x1 - 0.12, y0, low - 0.06), (x1, y1, high)),
    ):  # fmt: skip
        block(masonry, "band", a, b, WHITE, lit=(0.75, 0.78, 0.80))
    s = 0.012
    for z0, z1, color in ((low - 0.06, low + 0.40, brand.first), (low + 0.46, low + 0.56, brand.second)):
        lit = times(color, 1.6)
        block(masonry, "band", (x0 - s, y0 - s, z0), (x1 + s, y1 + s, z1), color, lit=lit)
    block(masonry, "panel", (x0 + 0.2, y0 + 0.2, low - 0.08), (x1 - 0.2, y1 - 0.2, low - 0.07), (0.66, 0.66, 0.65))
    words.write("white letters", brand.name, ((x0 + x1) / 2 - 3.6, y0 - 0.02, low + 0.17), 0.40, 4.0)
    words.write("color letters", brand.name, (x1 - 2.6, y0 - 0.02, low + 0.80), 0.34, 3.0)
    lights = []
    for x in (-5.4, -1.5, 2.0, 5.8):
        for y in (8.4, 11.4, 14.4):
            masonry.add("lamp", shapes.box((0.55, 0.55, 0.03), center=(x, y, low - 0.09)), (0.75, 0.75, 0.74), lit=TUBE)
            masonry.add("metal", shapes.box((0.66, 0.66, 0.02), center=(x, y, low - 0.076)), STEEL)
            lights.append((x, y, low - 0.14))
    for x in ISLANDS_X:
        for y in (sum(PUMPS_Y) / 2,):
            masonry.add("panel", shapes.box((0.42, 0.42, low), center=(x, y, low / 2), bevel=0.03), WHITE)
            block(masonry, "band", (x - 0.225, y - 0.225, 2.2), (x + 0.225, y + 0.225, 3.4), brand.first)
    return lights


def islands(masonry: Masonry, words: Words, brand: Brand) -> F64:
    """Raised islands with two pumps each, bollards and bins; what of them stands in the way (n, 3)."""
    blocked = []
    for number, x in enumerate(ISLANDS_X):
        a, b = ISLAND_Y
        outline = shapes.rounded_rectangle(1.3, b - a, 0.6, 6)
        masonry.add("curb", shapes.extrude(outline, 0.16, bevel=0.03).moved((x, (a + b) / 2, 0.0)), (0.40, 0.39, 0.36))
        edge = shapes.extrude(outline * 1.012, 0.09).moved((x, (a + b) / 2, 0.0))
        masonry.add("paint", edge, (0.62, 0.44, 0.03))
        for k, y in enumerate(PUMPS_Y):
            _pump(masonry, words, brand, x, y, 2 * number + k + 1)
        for y in (a + 0.25, b - 0.25):
            for d in (-0.45, 0.45):
                post = shapes.lathe([(0.055, 0.1), (0.055, 1.05), (0.04, 1.09), (0.001, 1.1)], sides=12)
                masonry.add("paint", post.moved((x + d, y, 0.0)), (0.66, 0.48, 0.03))
        bin_y = (PUMPS_Y[0] + PUMPS_Y[1]) / 2 + 0.75
        masonry.add("plastic", shapes.box((0.42, 0.42, 0.95), center=(x, bin_y, 0.62), bevel=0.05), (0.05, 0.06, 0.065))
        masonry.add("plastic", shapes.box((0.16, 0.3, 0.32), center=(x, bin_y, 1.25), bevel=0.03), (0.03, 0.13, 0.32))
        blocked += [(x, float(y), 0.95) for y in np.arange(a, b + 0.1, 0.8)]
    return np.array(blocked)


def _pump(masonry: Masonry, words: Words, brand: Brand, x: float, y: float, number: int) -> None:
    """A dispenser with a face to both lanes: screen, keys, three nozzles on hoses, its number on top."""
    base = 0.16
    masonry.add("panel", shapes.box((0.52, 1.05, 1.02), center=(x, y, base + 0.53), bevel=0.03), WHITE)
    masonry.add("plastic", shapes.box((0.56, 1.12, 0.10), center=(x, y, base + 0.06), bevel=0.02), DARK)
    masonry.add("plastic", shapes.box((0.50, 1.0, 0.62), center=(x, y, base + 1.36), bevel=0.04), (0.05, 0.052, 0.056))
    lit = times(brand.first, 1.5)
    masonry.add("band", shapes.box((0.54, 1.14, 0.34), center=(x, y, base + 1.86), bevel=0.05), brand.first, lit=lit)
    masonry.add("band", shapes.box((0.545, 1.05, 0.10), center=(x, y, base + 0.98), bevel=0.01), brand.second)
    for side in (-1, 1):
        face = x + side * 0.262
        right = (0.0, -float(side), 0.0)
        words.write("white letters", str(number), (face + side * 0.014, y + 0.38, base + 1.86), 0.24, 0.4, right)
        words.write("white letters", brand.name, (face + side * 0.014, y - 0.12, base + 1.86), 0.15, 0.62, right)
        block(
            masonry, "screen", (face - 0.01, y - 0.34, base + 1.3), (face + 0.01, y + 0.1, base + 1.58), (0.04, 0.06, 0.07),
            lit=(0.30, 0.42, 0.40),
        )  # fmt: skip
        for k in range(4):
            block(
                masonry, "paint", (face - 0.008, y + 0.2, base + 1.25 + 0.08 * k), (face + 0.012, y + 0.4, base + 1.30 + 0.08 * k),
                (0.3, 0.3, 0.3),
            )  # fmt: skip
        for k, color in enumerate(((0.02, 0.20, 0.05), (0.02, 0.02, 0.02), (0.50, 0.03, 0.02))):
            at_y = y - 0.36 + 0.36 * k
            block(
                masonry,
                "plastic",
                (face - 0.02, at_y - 0.09, base + 0.52),
                (face + 0.03, at_y + 0.09, base + 0.9),
                DARK,
            )
            grip = shapes.sweep(
                [(face + side * 0.05, at_y, base + 0.86), (face + side * 0.08, at_y, base + 0.72), (face + side * 0.06, at_y, base + 0.56)],
                [0.02, 0.032, 0.018], sides=8,
            )  # fmt: skip
            masonry.add("plastic", grip, color)
            out = face + side * (0.16 + 0.03 * k)
            hose = shapes.curve(
                [
                    (face + side * 0.07, at_y, base + 0.84), (out, at_y + 0.03, base + 0.60), (out + side * 0.02, at_y + 0.07, base + 0.28),
                    (out - side * 0.02, at_y + 0.11, base + 0.55), (face, at_y + 0.12, base + 1.18),
                ],
                22,
            )  # fmt: skip
            masonry.add("plastic", shapes.sweep(hose, 0.014, sides=7), (0.015, 0.015, 0.016))


def shop(masonry: Masonry, words: Words, brand: Brand, rng: np.random.Generator) -> F64:
    """The shop behind the pumps: an open front (mart.py is inside), a band with its name, an ice chest; what blocks the way (n, 3)."""
    x0, x1, y0, y1, high = SHOP
    shell: Color = (0.56, 0.53, 0.47)
    block(masonry, "wall", (x0, 31.7, 0.0), (x1, y1, high), shell)
    block(masonry, "wall", (x0, y0 + 0.35, 3.1), (x1, 31.7, high), shell)
    for a, b in ((x0, x0 + 0.2), (x1 - 0.2, x1)):
        block(masonry, "wall", (a, y0 + 0.35, 0.0), (b, 31.7, 3.1), shell)
    block(masonry, "wall", (x0, y0, 0.0), (x0 + 2.6, y0 + 0.4, 3.1), (0.40, 0.23, 0.16))
    block(masonry, "wall", (x1 - 2.2, y0, 0.0), (x1, y0 + 0.4, 3.1), (0.40, 0.23, 0.16))
    block(masonry, "panel", (x0 - 0.1, y0 - 0.9, 3.1), (x1 + 0.1, y0 + 0.4, high + 0.1), WHITE)
    lit = times(brand.first, 1.3)
    block(masonry, "band", (x0 - 0.11, y0 - 0.912, 3.22), (x1 + 0.11, y0 - 0.8, 3.92), brand.first, lit=lit)
    block(masonry, "band", (x0 - 0.115, y0 - 0.916, 3.12), (x1 + 0.115, y0 - 0.8, 3.2), brand.second)
    words.write("white letters", "FOOD MART", (0.2, y0 - 0.93, 3.57), 0.52, 6.0)
    left, right = x0 + 2.6, x1 - 2.2
    block(masonry, "wall", (left, y0 - 0.02, 0.0), (right, y0 + 0.3, 0.36), (0.40, 0.23, 0.16))
    for x in np.linspace(left, right, 10):
        block(masonry, "metal", (x - 0.03, y0 - 0.03, 0.35), (x + 0.03, y0 + 0.1, 3.1), STEEL)
    block(masonry, "metal", (left, y0 - 0.03, 2.42), (right, y0 + 0.1, 2.48), STEEL)
    for x in (-0.62, 0.02, 1.0):  # the door
        block(masonry, "metal", (x - 0.04, y0 - 0.05, 0.0), (x + 0.04, y0 + 0.09, 2.45), STEEL)
    posters: tuple[Color, ...] = (
        (0.60, 0.04, 0.03),
        (0.70, 0.50, 0.04),
        (0.04, 0.20, 0.45),
        (0.10, 0.34, 0.08),
        (0.62, 0.60, 0.55),
    )
    for k, x in enumerate((left + 0.55, left + 1.9, right - 2.0, right - 0.7)):
        color = posters[int(rng.integers(5))]
        glow = times(color, 0.25)
        block(
            masonry, "poster", (x - 0.42, y0 + 0.03, 1.1 + 0.2 * (k % 2)), (x + 0.42, y0 + 0.06, 2.1), color, lit=glow
        )
    words.write("neon", "OPEN", (1.9, y0 + 0.02, 2.1), 0.34, 1.2)
    block(masonry, "panel", (x0 + 0.5, y0 - 0.85, 0.0), (x0 + 2.3, y0 - 0.05, 1.75), WHITE)
    words.write("color letters", "ICE", (x0 + 1.4, y0 - 0.87, 1.25), 0.42, 1.5)
    block(
        masonry,
        "glow",
        (x1 - 1.9, y0 - 0.75, 0.05),
        (x1 - 1.0, y0 - 0.02, 1.9),
        (0.45, 0.02, 0.02),
        lit=(0.55, 0.03, 0.03),
    )
    block(masonry, "panel", (x0 - 0.05, y0 + 0.3, high), (x1 + 0.05, y1, high + 0.12), (0.30, 0.30, 0.29))
    for x in (-5.0, 3.5):
        block(masonry, "metal", (x, y0 + 3.0, high + 0.1), (x + 1.6, y0 + 4.4, high + 1.0), STEEL)
    return np.array([(x, y0, 1.2) for x in np.arange(x0, x1 + 0.1, 1.0)])


def totem(masonry: Masonry, words: Words, brand: Brand) -> None:
    """The price sign on its two posts."""
    x, y = TOTEM
    for d in (-0.85, 0.85):
        masonry.add("metal", shapes.box((0.2, 0.2, 3.2), center=(x + d, y, 1.6)), STEEL)
    masonry.add("panel", shapes.box((2.5, 0.36, 4.3), center=(x, y, 5.2), bevel=0.06), WHITE)
    lit = times(brand.first, 1.8)
    masonry.add("band", shapes.box((2.3, 0.4, 1.25), center=(x, y, 6.55), bevel=0.04), brand.first, lit=lit)
    words.write("white letters", brand.name, (x, y - 0.215, 6.55), 0.55, 2.1)
    for k, (kind, price) in enumerate((("REGULAR", "3.49"), ("PLUS", "3.79"), ("DIESEL", "3.95"))):
        z = 5.45 - 0.82 * k
        masonry.add(
            "screen",
            shapes.box((2.3, 0.4, 0.74), center=(x, y, z), bevel=0.02),
            (0.015, 0.016, 0.018),
            lit=(0.01, 0.01, 0.01),
        )
        words.write("white letters", kind, (x - 0.58, y - 0.215, z), 0.22, 1.05)
        words.write("digits", price, (x + 0.52, y - 0.215, z), 0.5, 1.2)
