"""Words and colors of the street. All chosen; emission stays low, because AgX turns brighter reds pink or white."""

from __future__ import annotations

from typing import Literal

import numpy as np

from filmwright.content.environments._street.canvas import dim
from filmwright.values import Color

Kind = Literal["food", "bar", "shop", "cafe", "arcade", "konbini", "any"]

# Common signs, from everyday words: bar, noodles, grilled meat, tea room, sushi, hotel, books, night market …
VERTICAL: dict[Kind, tuple[str, ...]] = {
    "food": ("居酒屋", "ラーメン", "焼肉", "寿司", "串焼", "うどん", "焼鳥", "天ぷら"),
    "bar": ("酒場", "夜市", "銀河", "月光", "星空", "カラオケ", "麻雀"),
    "shop": ("本屋", "眼鏡", "質屋", "薬局", "電気", "花屋", "時計"),
    "cafe": ("喫茶", "珈琲", "純喫茶", "甘味"),
    "arcade": ("遊戯", "カラオケ", "麻雀", "占い"),
    "konbini": ("酒", "切手", "薬"),
    "any": ("ホテル", "占い", "旅館", "劇場", "星空", "月光", "夜市", "喫茶", "酒場"),
}
HORIZONTAL: dict[Kind, tuple[str, ...]] = {
    "food": ("らーめん", "RAMEN", "SUSHI", "焼鳥", "うどん", "酒と肴", "DINER"),
    "bar": ("BAR", "CLUB", "JAZZ", "KARAOKE", "夜空", "NEON"),
    "shop": ("月の屋", "OPEN", "古書", "RECORDS", "カメラ"),
    "cafe": ("CAFE LUNA", "COFFEE", "純喫茶", "TEA ROOM"),
    "arcade": ("ARCADE", "GAME", "ゲーム"),
    "konbini": ("24H MART", "OPEN 24"),
    "any": ("HOTEL", "TOKIO", "24H", "STUDIO"),
}

# panel, letters
SIGNS: tuple[tuple[Color, Color], ...] = (
    ((1.15, 0.80, 0.45), (0.16, 0.004, 0.002)),
    ((1.05, 0.74, 0.46), (0.006, 0.006, 0.008)),
    ((0.95, 0.022, 0.012), (2.4, 1.7, 0.95)),
    ((1.05, 0.25, 0.012), (0.03, 0.003, 0.0)),
    ((1.25, 0.50, 0.06), (0.12, 0.004, 0.002)),
    ((0.75, 0.014, 0.10), (2.3, 1.6, 1.5)),
    ((0.010, 0.26, 0.30), (1.9, 2.1, 1.8)),
    ((0.025, 0.06, 0.55), (2.0, 1.8, 1.5)),
    ((0.015, 0.20, 0.045), (2.0, 1.9, 1.0)),
    ((1.05, 0.11, 0.008), (2.4, 1.9, 0.9)),
)
_SHARE = np.array([3, 2, 3.2, 2.6, 3, 2.6, 2.8, 1.8, 1.2, 2.4])
SHARE = _SHARE / _SHARE.sum()

RED, PINK, AMBER, CYAN, ORANGE, VIOLET = (
    (5.0, 0.22, 0.10),
    (5.0, 0.14, 0.95),
    (5.2, 1.35, 0.10),
    (0.12, 2.3, 3.2),
    (5.2, 0.55, 0.06),
    (1.5, 0.22, 4.6),
)
GREEN: Color = (0.25, 3.4, 0.5)
NEON: tuple[Color, ...] = (RED, PINK, AMBER, CYAN, ORANGE, VIOLET)

WALLS: tuple[Color, ...] = (
    (0.30, 0.27, 0.24),
    (0.22, 0.20, 0.19),
    (0.34, 0.30, 0.25),
    (0.24, 0.16, 0.12),
    (0.16, 0.17, 0.19),
    (0.27, 0.20, 0.15),
    (0.38, 0.35, 0.31),
    (0.30, 0.14, 0.10),
)
WARM: Color = (1.05, 0.52, 0.19)
COOL: Color = (0.42, 0.62, 0.70)
PALE: Color = (0.80, 0.84, 0.78)

DARK_METAL: Color = (0.05, 0.05, 0.055)


def pick(rng: np.random.Generator, items: tuple[Color, ...]) -> Color:
    """One of the colors."""
    return items[int(rng.integers(len(items)))]


def sign_colors(rng: np.random.Generator) -> tuple[Color, Color]:
    """Panel and letters of one light box."""
    return SIGNS[int(rng.choice(len(SIGNS), p=SHARE))]


def word(rng: np.random.Generator, table: dict[Kind, tuple[str, ...]], kind: Kind, longest: int = 99) -> str:
    """A word for a kind of house."""
    words = [w for w in (*table[kind], *table["any"]) if len(w) <= longest]
    return words[int(rng.integers(len(words)))]


def faint(neon: Color) -> Color:
    """The dark panel behind a neon tube of this color."""
    return dim(neon, 0.012)
