"""Market stalls: a frame of posts under a striped cloth, boards that rise in steps, crates heaped with goods, price cards, bulbs."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

import numpy as np

from filmwright.content.environments import _planting
from filmwright.content.environments._city.masonry import times
from filmwright.content.environments._market import goods
from filmwright.content.environments._town.fabric import Fabric
from filmwright.content.environments._town.plots import Plot
from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.nodes import Instances, Native, Node
from filmwright.scene.shapes import Shape
from filmwright.values import Color

Trade = Literal["fruit", "greens", "flowers", "bread", "spices"]
DEEP_M = 2.3  # from the back of a stall to the front of its counter
LIGHT: Color = (1.0, 0.66, 0.34)
_CRATE = (0.56, 0.38, 0.13)  # width, depth, height of a crate
_TIERS = ((2.08, 0.60), (1.68, 0.78), (1.28, 0.96))  # where the middles of the steps are, how high they lie
_TILT_RAD = 0.20  # of the crates, towards the buyers
_EAVE_M, _RIDGE_M, _OUT_M = 2.28, 2.85, 0.75
_WOOD: Color = (0.30, 0.20, 0.11)
_IRON: Color = (0.10, 0.10, 0.10)
_CREAM: Color = (0.74, 0.69, 0.56)
_CLOTHS: tuple[tuple[Color, Color], ...] = (
    ((0.56, 0.035, 0.03), _CREAM), ((0.03, 0.20, 0.10), _CREAM), ((0.04, 0.13, 0.36), _CREAM), ((0.70, 0.33, 0.03), _CREAM),
    (_CREAM, _CREAM), ((0.62, 0.06, 0.04), (0.62, 0.06, 0.04)), ((0.05, 0.22, 0.13), (0.05, 0.22, 0.13)), ((0.60, 0.44, 0.10), _CREAM),
)  # fmt: skip
_SKIRTS: tuple[Color, ...] = (
    (0.05, 0.16, 0.08),
    (0.40, 0.32, 0.20),
    (0.55, 0.50, 0.40),
    (0.30, 0.05, 0.04),
    (0.10, 0.13, 0.20),
)
_PRICES = ("1,20", "1,80", "2,50", "2,90", "3,20", "3,90", "0,90", "4,50")


class Stall(NamedTuple):
    """One stall: the frame it stands in (w = 0 at its back, out towards the lane), what it sells, its cloth, whether both sides of its
    roof slope."""

    plot: Plot
    trade: Trade
    cloth: int
    gable: bool
    near: bool


class Spread:
    """Where pieces of each kind lie, gathered over all stalls."""

    def __init__(self) -> None:
        self.at: dict[str, list[F64]] = {}
        self.turns: dict[str, list[F64]] = {}
        self.cards: list[tuple[Plot, float, float, float, str]] = []
        self.bulbs: list[tuple[float, float, float]] = []

    def lay(self, name: str, points: F64, turns: F64) -> None:
        """Pieces at points (n, 3) in the world, turned by Euler angles (n, 3)."""
        self.at.setdefault(name, []).append(points)
        self.turns.setdefault(name, []).append(turns)


def build(fabric: Fabric, spread: Spread, stall: Stall) -> None:
    """A whole stall."""
    _frame(fabric, stall)
    if stall.gable:
        _tent(fabric, stall)
    else:
        _awning(fabric, stall)
    _bulb(fabric, spread, stall)
    if stall.trade in ("flowers", "spices"):
        _stands(fabric, spread, stall)
    else:
        _counter(fabric, stall)
        _crates(fabric, spread, stall)
    x, y, _ = stall.plot.place(stall.plot.wide_m / 2, 1.3, 0.0)
    for du in (-0.9, 0.0, 0.9):
        fabric.obstacles.append((x, y + du, 1.05))


def _frame(fabric: Fabric, stall: Stall) -> None:
    wide = stall.plot.wide_m
    for u in (0.04, wide - 0.04):
        for w, top in ((0.06, _RIDGE_M - 0.02), (DEEP_M - 0.06, _EAVE_M + 0.16)):
            fabric.box(stall.plot, "timber", (u - 0.03, w - 0.03, 0.0), (u + 0.03, w + 0.03, top), _WOOD)
        rail = shapes.sweep([(u, 0.0, _RIDGE_M), (u, DEEP_M + _OUT_M, _EAVE_M)], 0.018, sides=5)
        fabric.put(stall.plot, "iron", rail, _IRON)
    for w, z in ((0.06, _RIDGE_M - 0.04), (DEEP_M - 0.06, _EAVE_M + 0.14)):
        fabric.box(stall.plot, "timber", (0.0, w - 0.022, z - 0.03), (wide, w + 0.022, z + 0.03), _WOOD)


def _sheet(fabric: Fabric, stall: Stall, line: F64, sag_m: float) -> None:
    """Cloth in stripes along u, its section the line (n, 2) of w and z; it sags between the rails at its ends."""
    wide, pair = stall.plot.wide_m + 0.16, _CLOTHS[stall.cloth % len(_CLOTHS)]
    strips = max(4, 2 * round(wide / 0.62))
    edges = np.linspace(-0.08, wide - 0.08, strips + 1)
    hang = sag_m * (1 - (2 * (edges - edges[0]) / wide - 1) ** 2)
    steps = np.sin(np.linspace(0, math.pi, len(line)))
    for k in range(strips):
        quads = []
        for i in range(len(line) - 1):
            corner = [
                (edges[k + a], line[i + b, 0], line[i + b, 1] - hang[k + a] * steps[i + b])
                for a, b in ((1, 1), (0, 1), (0, 0), (1, 0))
            ]
            quads.append(corner)
        n = len(quads)
        fabric.masonry.panes(stall.plot, "cloth", np.array(quads), np.tile(pair[k % 2], (n, 1)), np.zeros((n, 3)))
        if fabric.snow:
            over = np.array(quads) + [0, 0, 0.05]
            fabric.masonry.panes(stall.plot, "snow", over, np.full((n, 3), 0.85), np.zeros((n, 3)))


def _valance(fabric: Fabric, stall: Stall, w: float, z: float) -> None:
    """A scalloped edge that hangs down along the eave."""
    wide, pair = stall.plot.wide_m + 0.16, _CLOTHS[stall.cloth % len(_CLOTHS)]
    strips = max(4, 2 * round(wide / 0.62))
    edges = np.linspace(-0.08, wide - 0.08, strips + 1)
    for k in range(strips):
        a, b = edges[k], edges[k + 1]
        bow = np.linspace(0, math.pi, 7)
        low = np.column_stack([(a + b) / 2 - (b - a) / 2 * np.cos(bow), np.full(7, w), z - 0.13 - 0.07 * np.sin(bow)])
        quads = [[low[j + 1], low[j], (low[j][0], w, z), (low[j + 1][0], w, z)] for j in range(6)]
        fabric.masonry.panes(stall.plot, "cloth", np.array(quads), np.tile(pair[k % 2], (6, 1)), np.zeros((6, 3)))


def _awning(fabric: Fabric, stall: Stall) -> None:
    """One slope towards the lane."""
    w = np.linspace(-0.05, DEEP_M + _OUT_M, 6)
    z = _RIDGE_M + 0.02 + (_EAVE_M - _RIDGE_M) * (w + 0.05) / (w[-1] + 0.05)
    _sheet(fabric, stall, np.column_stack([w, z]), 0.11)
    _valance(fabric, stall, float(w[-1]), float(z[-1]))


def _tent(fabric: Fabric, stall: Stall) -> None:
    """Two slopes from a ridge along the lane."""
    middle = (DEEP_M + _OUT_M) / 2
    w = np.array([-0.15, middle / 2, middle, 1.5 * middle, DEEP_M + _OUT_M])
    z = np.array([_EAVE_M, _EAVE_M + 0.42, _RIDGE_M + 0.28, _EAVE_M + 0.42, _EAVE_M])
    _sheet(fabric, stall, np.column_stack([w, z]), 0.06)
    _valance(fabric, stall, float(w[-1]), _EAVE_M)


def _bulb(fabric: Fabric, spread: Spread, stall: Stall) -> None:
    """A bulb under a tin shade over the goods."""
    u, w, z = stall.plot.wide_m / 2, DEEP_M - 0.45, _EAVE_M - 0.22
    fabric.put(stall.plot, "iron", shapes.sweep([(u, w, z + 0.05), (u, w, _EAVE_M + 0.3)], 0.005, sides=4), _IRON)
    shade = shapes.lathe([(0.15, 0.02), (0.07, 0.10), (0.025, 0.12)], sides=14, caps=False).moved((u, w, z))
    fabric.put(stall.plot, "iron", shade, (0.05, 0.10, 0.08))
    fabric.put(
        stall.plot,
        "lantern",
        shapes.ball(0.04, center=(u, w, z + 0.03), sides=10, levels=7),
        (0.7, 0.66, 0.55),
        lit=LIGHT,
    )
    spread.bulbs.append(stall.plot.place(u, w, z - 0.06))


def _counter(fabric: Fabric, stall: Stall) -> None:
    """Boards in steps, hung with cloth in front."""
    wide, plot, rng = stall.plot.wide_m, stall.plot, fabric.rng
    for w, z in _TIERS:
        fabric.box(plot, "timber", (0.0, w - 0.22, z - 0.035), (wide, w + 0.22, z), _WOOD)
        for u in (0.1, wide / 2, wide - 0.1):
            fabric.box(plot, "timber", (u - 0.025, w - 0.15, 0.0), (u + 0.025, w - 0.1, z - 0.03), _WOOD)
    front, color = _TIERS[0][0] + 0.225, _SKIRTS[int(rng.integers(len(_SKIRTS)))]
    along = np.linspace(0.0, wide, 60)
    fold = 0.022 * np.sin(along * 17 + rng.uniform(0, 6)) + 0.012 * np.sin(along * 41)
    rows = [
        np.column_stack([along, front + fold * share, np.full(60, z)])
        for share, z in ((0.1, 0.6), (0.6, 0.4), (1.3, 0.03))
    ]
    fabric.put(plot, "cloth", shapes.rings(np.array(rows), around=False, caps=False), color)
    for k in range(int(rng.integers(2, 5))):  # empty crates at the back
        turn = shapes.rotation(z=float(rng.normal(0, 0.1)))
        fabric.put(
            plot, "timber", crate().turned(turn).moved((0.4 + 0.6 * (k % 2), 0.45, 0.14 * (k // 2))), (0.42, 0.30, 0.17)
        )


def crate() -> Shape:
    """A fruit crate of thin slats, its floor at z = 0."""
    w, d, h = _CRATE
    parts = [shapes.box((w, d, 0.008), center=(0, 0, 0.004))]
    for s in (-1, 1):
        for z, tall in ((0.035, 0.05), (0.095, 0.05)):
            parts.append(shapes.box((w, 0.008, tall), center=(0, s * d / 2, z)))
        parts.append(shapes.box((0.014, d, h), center=(s * w / 2, 0, h / 2)))
        parts += [
            shapes.box((0.03, 0.022, h + 0.012), center=(s * (w / 2 - 0.02), t * (d / 2 - 0.012), h / 2))
            for t in (-1, 1)
        ]
    return shapes.join(parts)


def _crates(fabric: Fabric, spread: Spread, stall: Stall) -> None:
    """Crates side by side on every step, each full of one kind; price cards in front of most."""
    rng, plot = fabric.rng, stall.plot
    names = {"fruit": goods.FRUIT, "greens": goods.GREENS, "bread": ("bread", "cheese")}[stall.trade]
    order = list(rng.permutation(len(names)))
    count = int((plot.wide_m - 0.04) / (_CRATE[0] + 0.012))
    pitch = plot.wide_m / count
    tilt = shapes.rotation(x=-_TILT_RAD)
    box = crate().turned(tilt)
    k = 0
    for w, z in _TIERS:
        for column in range(count):
            name = names[order[k % len(order)]]
            k += 1 if rng.random() < 0.8 else 0  # the same kind twice, now and then
            ware, u = goods.WARES[name], pitch * (column + 0.5)
            at = np.array([u, w, z + 0.035])
            if not ware.tray:
                fabric.put(plot, "timber", box.moved(at), times((0.46, 0.33, 0.18), float(rng.uniform(0.7, 1.2))))
            local, turns = goods.heaped(ware, (_CRATE[0] - 0.05, _CRATE[1] - 0.03), rng)
            lift = 0.0 if ware.tray else 0.055
            points = plot.placed((local + [0, 0, lift]) @ tilt.T + at)
            spread.lay(name, points, turns + [0.0, 0.0, plot.yaw_rad])
            if stall.near and rng.random() < 0.75:
                _card(
                    fabric,
                    spread,
                    plot,
                    (u, w + _CRATE[1] / 2 - 0.02, z + 0.13),
                    _PRICES[int(rng.integers(len(_PRICES)))],
                )


def _card(fabric: Fabric, spread: Spread, plot: Plot, at: tuple[float, float, float], price: str) -> None:
    u, w, z = at
    dark = fabric.rng.random() < 0.5
    fabric.box(
        plot,
        "paint",
        (u - 0.075, w - 0.003, z),
        (u + 0.075, w + 0.003, z + 0.10),
        (0.02, 0.02, 0.02) if dark else (0.75, 0.72, 0.62),
    )
    spread.cards.append((plot, u, w + 0.006, z + 0.05, price if dark else f"*{price}"))


def _stands(fabric: Fabric, spread: Spread, stall: Stall) -> None:
    """Buckets of flowers, or sacks of spices, in rows that rise towards the back."""
    rng, plot, name = fabric.rng, stall.plot, "flowers" if stall.trade == "flowers" else "spices"
    step = 0.44 if name == "flowers" else 0.50
    count = int(plot.wide_m / step)
    spots = []
    for row, (w, z) in enumerate(((2.35, 0.0), (1.88, 0.22), (1.40, 0.46))):
        if z:
            fabric.box(plot, "timber", (0.0, w - 0.24, z - 0.03), (plot.wide_m, w + 0.22, z), _WOOD)
            fabric.box(plot, "timber", (0.02, w + 0.16, 0.0), (plot.wide_m - 0.02, w + 0.19, z - 0.03), _WOOD)
        u = (np.arange(count) + 0.5) * plot.wide_m / count
        spots.append(np.column_stack([u, np.full(count, w) + rng.normal(0, 0.02, count), np.full(count, z)]))
        if row == 0 and name == "spices":
            for k in range(count):
                _card(fabric, spread, plot, (float(u[k]), w + 0.02, 0.50), _PRICES[int(rng.integers(len(_PRICES)))])
    local = np.concatenate(spots)
    turns = np.column_stack([np.zeros((len(local), 2)), rng.random(len(local)) * 6.28])
    spread.lay(name, plot.placed(local), turns)


def strings(fabric: Fabric, ys: F64, half_m: float, high_m: float) -> None:
    """Strings of bulbs across the lane."""
    for y in ys:
        x = np.linspace(-half_m, half_m, 13)
        z = high_m - 0.42 * (1 - (x / half_m) ** 2)
        line = np.column_stack([x, np.full(13, y) + 0.25 * np.sin(x), z])
        fabric.masonry.add("iron", shapes.sweep(line, 0.006, sides=4), _IRON)
        for spot in line[1:-1]:
            cap = shapes.lathe([(0.016, 0.0), (0.018, -0.04)], sides=6, caps=False)
            fabric.masonry.add("iron", cap.moved(spot), _IRON)
            bulb = shapes.ball((0.036, 0.036, 0.046), center=spot - [0, 0, 0.075], sides=8, levels=6)
            fabric.masonry.add("lantern", bulb, (0.72, 0.66, 0.52), lit=LIGHT)


def wares(spread: Spread, rng: np.random.Generator) -> list[Node]:
    """All goods, as copies of a few pieces of each kind."""
    nodes: list[Node] = []
    makers = {
        **{name: ware.make for name, ware in goods.WARES.items()},
        "flowers": goods.bouquet,
        "spices": goods.spices,
    }
    for name in sorted(spread.at):
        kinds = 6 if name in ("flowers", "spices") else 3
        made = [
            _planting.node(
                f"{name} {k}",
                makers[name](rng, k),
                "flowers" if name == "flowers" else "goods",
                smooth=True,
                visible=False,
            )
            for k in range(kinds)
        ]
        points, turns = np.concatenate(spread.at[name]), np.concatenate(spread.turns[name])
        nodes += [
            *made,
            Instances(
                name=f"all {name}",
                prototypes=tuple(m.name for m in made),
                points=points,
                choice=rng.integers(0, kinds, len(points)),
                scales=rng.uniform(0.9, 1.1, len(points)),
                rotations=turns,
            ),
        ]
    return nodes


def prices(spread: Spread) -> list[Native]:
    """What is written on the cards: white on black ones, black on white ones."""
    nodes = []
    for name, material, chosen in (
        ("white prices", "chalk", [c for c in spread.cards if not c[4].startswith("*")]),
        ("black prices", "ink", [c for c in spread.cards if c[4].startswith("*")]),
    ):
        if chosen:
            nodes.append(
                Native(
                    name=name, kind="text", params={"bodies": [c[4].lstrip("*") for c in chosen], "style": "fill"},
                    arrays={
                        "center": np.array([plot.place(u, w, z) for plot, u, w, z, _ in chosen]),
                        "right": np.array([(-math.cos(c[0].yaw_rad), -math.sin(c[0].yaw_rad), 0.0) for c in chosen]),
                        "up": np.tile([0.0, 0.0, 1.0], (len(chosen), 1)), "size_m": np.full(len(chosen), 0.062),
                        "limit_m": np.full(len(chosen), 0.14), "vertical": np.zeros(len(chosen)),
                    },
                    materials=(material,),
                )
            )  # fmt: skip
    return nodes
