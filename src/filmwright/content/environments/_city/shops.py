"""The ground floors: shop windows between painted pilasters, with a fascia, a name and an awning; a house door in one bay."""

from __future__ import annotations

import numpy as np

from filmwright.content.environments._city.masonry import Facade, Masonry, Shop
from filmwright.scene.nodes import Native
from filmwright.values import Color

_PAINTS: tuple[Color, ...] = (
    (0.012, 0.030, 0.022), (0.018, 0.026, 0.055), (0.080, 0.012, 0.012), (0.020, 0.019, 0.018), (0.115, 0.060, 0.022),
    (0.045, 0.075, 0.080), (0.30, 0.27, 0.22),
)  # fmt: skip
_CLOTHS: tuple[tuple[Color, Color], ...] = (
    ((0.42, 0.045, 0.03), (0.72, 0.68, 0.60)), ((0.03, 0.10, 0.06), (0.70, 0.67, 0.58)), ((0.03, 0.05, 0.14), (0.03, 0.05, 0.14)),
    ((0.55, 0.30, 0.06), (0.70, 0.66, 0.56)), ((0.30, 0.05, 0.07), (0.30, 0.05, 0.07)), ((0.48, 0.44, 0.36), (0.48, 0.44, 0.36)),
)  # fmt: skip
NAMES = (
    "BOULANGERIE", "CAFÉ CENTRAL", "LIBRAIRIE", "FLEURS", "BISTRO", "PHARMACIE", "ATELIER", "OPTIK", "GALERIE", "VINTAGE",
    "TRATTORIA", "ANTIK", "TABAC", "MODE", "PATISSERIE", "HOTEL", "COIFFEUR", "RECORDS",
)  # fmt: skip
_INSIDE: tuple[Color, ...] = ((1.0, 0.52, 0.17), (1.0, 0.62, 0.28), (1.0, 0.76, 0.50), (0.85, 0.92, 1.0))


def shopfront(
    masonry: Masonry,
    rng: np.random.Generator,
    facade: Facade,
    width: float,
    bays: int,
    high: float,
    wall: Color,
    *,
    far: bool,
) -> None:
    """The ground floor of one house: one to three shops and a door."""
    bay = (width - 0.5) / bays
    masonry.box(facade, "wall", (0.0, -0.24, high - 0.55), (width, 0.0, high), wall)
    masonry.boxes(facade, "wall", np.array([(0.0, -0.24, 0.0), (width - 0.25, -0.24, 0.0)]),
                  np.array([(0.25, 0.04, high - 0.5), (width, 0.04, high - 0.5)]), wall)  # fmt: skip
    door = int(rng.integers(bays))
    _door(masonry, rng, facade, 0.25 + bay * door, bay, high, wall)
    for first, last in ((0, door), (door + 1, bays)):
        if last > first:
            _shop(masonry, rng, facade, 0.25 + bay * first, bay * (last - first), last - first, high, far=far)


def _door(
    masonry: Masonry, rng: np.random.Generator, facade: Facade, u: float, wide: float, high: float, wall: Color
) -> None:
    paint = _PAINTS[int(rng.integers(4))]
    left, right = u + wide / 2 - 0.75, u + wide / 2 + 0.75
    masonry.boxes(facade, "wall", np.array([(u, -0.24, 0.0), (right, -0.24, 0.0), (left, -0.24, 3.05)]),
                  np.array([(left, 0.02, high - 0.5), (u + wide, 0.02, high - 0.5), (right, 0.02, high - 0.5)]), wall)  # fmt: skip
    masonry.box(facade, "paint", (left, -0.3, 0.13), (right, -0.16, 2.6), paint)
    masonry.box(
        facade, "paint", (u + wide / 2 - 0.02, -0.16, 0.13), (u + wide / 2 + 0.02, -0.13, 2.6), (0.01, 0.01, 0.01)
    )
    pane = [[(right, -0.18, 2.62), (left, -0.18, 2.62), (left, -0.18, 3.05), (right, -0.18, 3.05)]]
    masonry.panes(facade, "window", np.array(pane), np.array([[0.03, 0.03, 0.03]]), np.array([[0.9, 0.6, 0.3]]))


def _shop(
    masonry: Masonry,
    rng: np.random.Generator,
    facade: Facade,
    u: float,
    wide: float,
    panes: int,
    high: float,
    *,
    far: bool,
) -> None:
    paint = _PAINTS[int(rng.integers(len(_PAINTS)))]
    end, head = u + wide, high - 0.62
    masonry.box(facade, "paint", (u, -0.2, 0.13), (end, 0.06, 0.62), paint)
    masonry.box(facade, "paint", (u, -0.2, head - 0.55), (end, 0.16, head), paint)
    masonry.box(facade, "paint", (u - 0.02, -0.2, head), (end + 0.02, 0.24, head + 0.08), paint)
    at = np.linspace(u, end, panes + 1)
    posts = np.clip(at - 0.06, u, end - 0.12)
    n = len(posts)
    masonry.boxes(facade, "paint", np.column_stack([posts, np.full(n, -0.2), np.full(n, 0.6)]),
                  np.column_stack([posts + 0.12, np.full(n, 0.06), np.full(n, head - 0.5)]), paint)  # fmt: skip
    glow = np.asarray(_INSIDE[int(rng.choice(4, p=(0.35, 0.35, 0.2, 0.1)))]) * rng.uniform(0.8, 1.5)
    open_late = rng.random() < 0.8
    corners, tints = [], []
    for a, b in zip(at[:-1] + 0.06, at[1:] - 0.06, strict=True):
        tilt = rng.normal(0, 0.004, 2)
        corners.append(
            [
                (b, -0.1 + tilt[0], 0.62),
                (a, -0.1, 0.62),
                (a, -0.1 + tilt[1], head - 0.55),
                (b, -0.1 + tilt.sum(), head - 0.55),
            ]
        )
        tints.append((0.05, 0.042, 0.035))
    lits = np.tile(glow * (1.0 if open_late else 0.05), (len(corners), 1))
    masonry.panes(facade, "shop_window", np.array(corners), np.array(tints), lits)
    masonry.shops.append(Shop(facade.side, facade.start_m + u + wide / 2, wide, head - 0.275))
    if rng.random() < 0.62:
        _awning(masonry, rng, facade, u + 0.05, end - 0.05, head - 0.5, far=far)


def _awning(
    masonry: Masonry, rng: np.random.Generator, facade: Facade, u: float, end: float, head: float, *, far: bool
) -> None:
    """A slanted cloth with a valance, striped or plain."""
    pair = _CLOTHS[int(rng.integers(len(_CLOTHS)))]
    out, drop = float(rng.uniform(1.1, 1.6)), float(rng.uniform(0.55, 0.8))
    strips = max(1, round((end - u) / (0.5 if far else 0.3)))
    edges = np.linspace(u, end, strips + 1)
    cloth, colors = [], []
    for k in range(strips):
        a, b = float(edges[k]), float(edges[k + 1])
        top, low = head, head - drop
        cloth.append([(b, out, low), (a, out, low), (a, 0.12, top), (b, 0.12, top)])
        cloth.append([(b, out, low - 0.22), (a, out, low - 0.22), (a, out, low), (b, out, low)])
        colors += [pair[k % 2]] * 2
    masonry.panes(facade, "cloth", np.array(cloth), np.array(colors), np.zeros((len(cloth), 3)))
    masonry.box(facade, "iron", (u, out - 0.03, head - drop - 0.02), (end, out, head - drop + 0.02), (0.3, 0.3, 0.3))


def lettering(rng: np.random.Generator, shops: list[Shop], wall_m: float) -> Native:
    """The names over the shops, as flat golden letters."""
    order = rng.permutation(len(NAMES))
    sides = np.array([float(shop.side) for shop in shops])
    n = len(shops)
    return Native(
        name="names",
        kind="text",
        params={"bodies": [NAMES[int(order[k % len(NAMES)])] for k in range(n)], "style": "fill"},
        arrays={
            "center": np.array([(s.side * (wall_m - 0.18), s.y_m, s.high_m) for s in shops]),
            "right": np.column_stack([np.zeros(n), -sides, np.zeros(n)]),
            "up": np.tile([0.0, 0.0, 1.0], (n, 1)),
            "size_m": np.full(n, 0.40),
            "limit_m": np.array([max(s.wide_m - 0.6, 0.8) for s in shops]),
            "vertical": np.zeros(n),
        },
        materials=("letters",),
    )
