"""An open treasure chest: iron-bound wood with a rounded lid, heaped with gold coins, gems and pearls."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, box, grid, join, rings, rotation
from filmwright.spec.shot import Member

WORDS = ("treasure chest", "pirate chest", "treasure")
EXAMPLE = "A treasure chest on a beach"
COLOR = "#6a4022"
MATERIALS = ("wood", "metal")
HOME = ("beach", "studio")
W_M, D_M, H_M = 0.72, 0.44, 0.36


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The chest somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The chest, its lid thrown back."""
    rng = np.random.default_rng(params.seed)
    wood = [*_planks()]
    lid, bands = _lid()
    iron = [*_irons()]
    coins, gems = _hoard(rng)
    names = ("ruby", "emerald", "sapphire")
    thing = Thing(
        nodes=(
            things.mesh("chest wood", join(wood), "wood"),
            things.mesh("chest lid", lid, "wood", sharp_rad=0.5),
            things.mesh("chest iron", join([*iron, bands]), "iron"),
            things.mesh("chest lock", join(_lock()), "brass"),
            things.mesh("chest coins", coins, "gold"),
            *(things.mesh(f"chest {name}", join(gems[k]), name, sharp_rad=0.2) for k, name in enumerate(names)),
            things.mesh("chest pearls", join(gems[3]), "pearl", sharp_rad=None),
        ),
        materials={
            "wood": things.made_of(params.material, params.color),
            "iron": _parts.plain("metal", "#3c3a38"),
            "brass": _parts.plain("gold", "#8f7a4a"),
            "gold": _parts.plain("gold", "#c8c8c8"),
            "ruby": _gem("#b00a24"),
            "emerald": _gem("#0a8a4a"),
            "sapphire": _gem("#123fb8"),
            "pearl": _parts.plain("ceramic", "#efe9df"),
        },
        view_rad=0.42,
        top=(0.0, 0.0, H_M + 0.12),
    )
    return things.scaled(thing, params.size)


def _gem(hex_color: str) -> Material:
    """A cut stone."""
    c = colors.resolve(hex_color)
    return Material(
        color=c,
        roughness=0.05,
        specular=0.9,
        coat=1.0,
        coat_roughness=0.02,
        emission=c,
        emission_strength=0.25,
        preview=c,
    )


def _planks() -> list[Shape]:
    """The box, open above, of planks."""
    made = []
    for k in range(4):
        z = H_M / 4 * (k + 0.5)
        size = H_M / 4 - 0.003
        made += [_parts.board((W_M, 0.022, size), (0, s * (D_M / 2 - 0.011), z), offset=3.0 * k + s) for s in (-1, 1)]
        made += [
            _parts.board((0.022, D_M - 0.04, size), (s * (W_M / 2 - 0.011), 0, z), offset=5.0 * k + s) for s in (-1, 1)
        ]
    made.append(_parts.board((W_M - 0.03, D_M - 0.03, 0.02), (0, 0, 0.02)))
    return made


def _irons() -> list[Shape]:
    """Bands over the box, corner plates, rivets and handles."""
    made = []
    for x in (-W_M / 2 + 0.03, -0.13, 0.13, W_M / 2 - 0.03):
        made += [box((0.05, 0.008, H_M), center=(x, s * (D_M / 2 + 0.003), H_M / 2), bevel=0.003) for s in (-1, 1)]
        made += [
            forms.turned([(0.008, 0), (0.006, 0.005), (0.001, 0.007)], (x, D_M / 2 + 0.007, z), axis="y", sides=12)
            for z in (0.04, 0.14, 0.24, 0.32)
        ]
    made += [
        box((0.008, 0.05, H_M), center=(s * (W_M / 2 + 0.003), y, H_M / 2), bevel=0.003)
        for s in (-1, 1)
        for y in (-D_M / 2 + 0.03, D_M / 2 - 0.03)
    ]
    made += [
        box((W_M + 0.012, 0.010, 0.035), center=(0, s * (D_M / 2 + 0.003), H_M - 0.016), bevel=0.003) for s in (-1, 1)
    ]
    for s in (-1.0, 1.0):
        x = s * (W_M / 2 + 0.012)
        made.append(
            forms.pipe(
                [
                    (x, -0.07, 0.24),
                    (x + s * 0.03, -0.06, 0.21),
                    (x + s * 0.035, 0.0, 0.195),
                    (x + s * 0.03, 0.06, 0.21),
                    (x, 0.07, 0.24),
                ],
                0.009,
            )
        )
    return made


def _lid() -> tuple[Shape, Shape]:
    """The rounded lid, opened about its hinge at the back, and its bands."""
    a = np.linspace(0, math.pi, 25)
    r = D_M / 2

    def arch(x0: float, x1: float, out: float, *, wall: float) -> Shape:
        rows = []
        for x in (x0, x1):
            outer = np.column_stack([np.full(25, x), (r + out) * np.cos(a), 0.72 * (r + out) * np.sin(a)])
            inner = np.column_stack(
                [np.full(25, x), (r + out - wall) * np.cos(a[::-1]), 0.72 * (r + out - wall) * np.sin(a[::-1])]
            )
            rows.append(np.concatenate([outer, inner]))
        return rings(np.array(rows))

    shell = arch(-W_M / 2, W_M / 2, 0.0, wall=0.022)
    ends = [
        rings(
            np.array(
                [
                    np.column_stack([np.full(25, x), r * np.cos(a), 0.72 * r * np.sin(a)]),
                    np.column_stack([np.full(25, x + 0.02), r * np.cos(a), 0.72 * r * np.sin(a)]),
                ]
            )
        )
        for x in (-W_M / 2, W_M / 2 - 0.02)
    ]
    bands = join(
        [arch(x - 0.025, x + 0.025, 0.007, wall=0.008) for x in (-W_M / 2 + 0.03, -0.13, 0.13, W_M / 2 - 0.03)]
    )
    open_ = rotation(x=1.22)
    hinge = np.array([0.0, -D_M / 2, H_M])

    def opened(item: Shape) -> Shape:
        return item.moved((0, r, 0)).turned(open_).moved(hinge)

    return opened(_parts.grained(join([shell, *ends]), 0)), opened(bands)


def _lock() -> list[Shape]:
    """The lock plate with its keyhole rim."""
    y = D_M / 2 + 0.008
    plate = forms.plate(
        [(-0.06, 0.0), (-0.055, -0.09), (0, -0.13), (0.055, -0.09), (0.06, 0.0), (0.05, 0.02), (-0.05, 0.02)],
        0.010,
        bevel=0.003,
    )
    return [plate.moved((0, y, H_M - 0.03)), forms.hoop(0.016, 0.005, (0, y + 0.011, H_M - 0.075), axis="y")]


def _hoard(rng: np.random.Generator) -> tuple[Shape, list[list[Shape]]]:
    """Coins heaped up to over the rim, some fallen before the chest; gems and pearls among them."""
    coin = forms.turned(
        [
            (0.001, -0.0016),
            (0.0165, -0.0016),
            (0.0175, -0.0022),
            (0.020, -0.0018),
            (0.020, 0.0018),
            (0.0175, 0.0022),
            (0.0165, 0.0016),
            (0.001, 0.0016),
        ],
        sides=18,
    )
    made: list[Shape] = []
    gems: list[list[Shape]] = [[], [], [], []]

    def top(x: float, y: float) -> float:
        return H_M - 0.055 + 0.15 * max(0.0, 1 - (x / 0.36) ** 2) * max(0.0, 1 - (y / 0.235) ** 2)

    for _ in range(620):
        x, y = rng.uniform(-0.325, 0.325), rng.uniform(-0.185, 0.185)
        pose = rotation(x=rng.normal(0, 0.45), y=rng.normal(0, 0.45), z=rng.uniform(0, 6))
        made.append(coin.turned(pose).moved((x, y, top(x, y) + rng.uniform(-0.012, 0.006))))
    xs, ys = np.linspace(-0.335, 0.335, 24), np.linspace(-0.195, 0.195, 16)
    made.append(grid(xs, ys, np.array([[top(x, y) - 0.012 for x in xs] for y in ys])))
    for k in range(34):
        x, y = rng.normal(0, 0.22), D_M / 2 + 0.06 + abs(rng.normal(0, 0.07))
        flat = rng.uniform() < 0.85
        pose = rotation(x=rng.normal(0, 0.06) if flat else 1.3, z=rng.uniform(0, 6))
        made.append(coin.turned(pose).moved((x, y, 0.003 + 0.003 * (k % 2) if flat else 0.019)))
    for k in range(30):
        x, y = rng.uniform(-0.28, 0.28), rng.uniform(-0.10, 0.18)
        size = rng.uniform(0.012, 0.024)
        cut = forms.turned([(0.001, -1.0), (1.0, 0.05), (1.0, 0.15), (0.62, 0.5), (0.001, 0.5)], sides=8).scaled(size)
        gems[k % 3].append(
            cut.turned(rotation(x=rng.normal(0, 0.5), y=rng.normal(0, 0.5))).moved((x, y, top(x, y) + 0.012))
        )
    s = np.linspace(0, 1, 46)
    for f in s:
        x, y = -0.20 + 0.30 * f + 0.03 * math.sin(9 * f), 0.05 + 0.19 * f
        hangs = H_M + 0.012 - 0.9 * (f - 0.82)
        gems[3].append(
            ball(
                0.0085,
                center=(x, min(y, D_M / 2 + 0.012), hangs if f > 0.82 else top(x, y) + 0.012),
                sides=12,
                levels=8,
            )
        )
    return join(made), gems
