"""What lies on the table of somebody who works at it, by action: paper, cups, books, stacks of clothes. Points are over the table's top."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _food, _parts, _soft, knife, rose, tulip, vase, watermelon
from filmwright.content.things import Asked
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, box, curve, join, rings, rotation, sweep

NEAR_Y = 0.31  # the table's edge before who works at it (props/table.py)
PAPER = (-0.03, 0.165, 12.0)  # a sheet: left of the middle, ahead of the edge, turned by so many degrees
BOARD = (0.0, 0.17)  # a chopping board
VASE, VASE_M = (0.05, 0.20), 0.27  # a vase, and how high it is
PILE = (0.0, 0.20)  # the garment that is being folded


class Laid(NamedTuple):
    """What lies there, and whether a chair stands at the table."""

    nodes: tuple[Mesh, ...] = ()
    materials: dict[str, Material] = {}
    seat: bool = True


def laid(work: str, seed: int) -> Laid:
    """What an action takes on its table; nothing but a chair for those that bring it themselves."""
    maker = _MAKERS.get(work)
    return maker(seed) if maker is not None else Laid()


def spot(left_m: float, ahead_m: float, up_m: float = 0.0) -> F64:
    """A point on the table that is so far to the left of who works there, and ahead of the edge."""
    return np.array([left_m, NEAR_Y - ahead_m, up_m])


def on_paper(right_m: F64 | float, up_m: F64 | float) -> F64:
    """Points of the sheet, right and up of its middle as who writes sees it."""
    turned = np.radians(PAPER[2])
    middle = spot(PAPER[0], PAPER[1], 0.002)
    right = np.array([-np.cos(turned), -np.sin(turned), 0.0])
    up = np.array([np.sin(turned), -np.cos(turned), 0.0])
    return np.asarray(middle + np.multiply.outer(right_m, right) + np.multiply.outer(up_m, up))


def _sheet() -> Shape:
    """A sheet of A4 with one under it."""
    under = box((0.21, 0.297, 0.0008), center=(0, 0, 0.0004)).turned(rotation(z=0.05))
    upper = box((0.21, 0.297, 0.0008), center=(0, 0, 0.0013))
    return join([under, upper]).turned(rotation(z=np.radians(PAPER[2]))).moved(spot(PAPER[0], PAPER[1]))


def _stroke(points: F64, width: float) -> Shape:
    """A line of ink through points of the sheet (n, 2)."""
    path = on_paper(points[:, 0], points[:, 1])
    return _parts.ribbon(path[:, :2], width, 0.0022)


def _write(seed: int) -> Laid:
    """A sheet with lines of handwriting, two books, a cup."""
    rng = np.random.default_rng(seed)
    lines = []
    for row in range(9):
        up = 0.118 - 0.013 * row
        x = -0.085
        end = 0.085 if row % 4 != 3 else 0.02
        while x < end:
            long = rng.uniform(0.010, 0.028)
            t = np.linspace(0.0, 1.0, 16)
            wave = 0.0016 * np.sin(2 * np.pi * t * long / 0.005 + rng.uniform(0, 6))
            lines.append(_stroke(np.column_stack([x + long * t, up + wave]), 0.0009))
            x += long + 0.006
    cup, tea = _cup(spot(0.30, 0.30))
    books = [
        box((0.16, 0.23, 0.030), center=(0, 0, 0.015), bevel=0.003).turned(rotation(z=0.2)).moved(spot(-0.34, 0.36)),
        box((0.14, 0.20, 0.022), center=(0, 0, 0.041), bevel=0.003).turned(rotation(z=-0.1)).moved(spot(-0.33, 0.36)),
    ]
    return Laid(
        (
            things.mesh("laid paper", _sheet(), "paper"),
            things.mesh("laid ink", join(lines), "ink"),
            things.mesh("laid cup", cup, "china", sharp_rad=None),
            things.mesh("laid tea", tea, "tea"),
            *(things.mesh(f"laid book {k}", b, f"cover {k}") for k, b in enumerate(books)),
        ),
        {
            "paper": _parts.plain("paper", "#f4f1e8"),
            "ink": _parts.plain("paper", "#1c2a5e"),
            "china": _parts.plain("ceramic", "#e9e4d8"),
            "tea": _food.glaze((0.10, 0.035, 0.01)),
            "cover 0": _parts.plain("cotton", "#7a2a25"),
            "cover 1": _parts.plain("cotton", "#2d4a4a"),
        },
    )


def _cup(at: F64) -> tuple[Shape, Shape]:
    """A mug, and what is in it."""
    mug = forms.vessel([(0.030, 0.0), (0.038, 0.006), (0.040, 0.05), (0.041, 0.092)], 0.004, floor=0.008)
    ear = sweep(
        curve([(0.038, 0, 0.075), (0.066, 0, 0.070), (0.066, 0, 0.030), (0.039, 0, 0.022)], 20), 0.005, sides=10
    )
    return join([mug, ear]).moved(at), forms.turned([(0.0365, 0.0), (0.001, 0.0004)], at + [0, 0, 0.080])


def _draw(seed: int) -> Laid:
    """A sheet with a drawn face of a cat half done, pencils and a rubber beside it."""
    t = np.linspace(0, 2 * np.pi, 40)
    head = np.column_stack([0.052 * np.cos(t), 0.020 + 0.046 * np.sin(t)])
    ears = [np.array([(s * 0.046, 0.042), (s * 0.048, 0.088), (s * 0.020, 0.064)]) for s in (-1, 1)]
    eyes = [np.column_stack([s * 0.020 + 0.007 * np.cos(t), 0.030 + 0.009 * np.sin(t)]) for s in (-1, 1)]
    mouth = [np.column_stack([s * 0.008 + 0.008 * np.cos(t[20:]), 0.004 + 0.006 * np.sin(t[20:])]) for s in (-1, 1)]
    hairs = [np.array([(s * 0.014, 0.010), (s * 0.062, 0.010 + d)]) for s in (-1, 1) for d in (-0.012, 0.0, 0.012)]
    back = np.column_stack([-0.010 - 0.055 * np.sin(t[:20]), -0.070 + 0.045 * np.cos(t[:20])])
    lines = [_stroke(np.asarray(p), 0.0016) for p in (head, *ears, *eyes, *mouth, *hairs, back)]
    shades = ("#c23b2e", "#2e6fb0", "#e0a92e", "#3f8a4a")
    pencils = [
        forms.rod((0, 0, 0.0038), (0.0, 0.165, 0.0038), 0.0036, sides=6)
        .turned(rotation(z=0.5 + 0.22 * k))
        .moved(spot(0.34 - 0.022 * k, 0.32))
        for k in range(4)
    ]
    rubber = box((0.045, 0.02, 0.012), center=spot(0.16, 0.10, 0.006), bevel=0.003)
    return Laid(
        (
            things.mesh("laid paper", _sheet(), "paper"),
            things.mesh("laid drawing", join(lines), "lead"),
            things.mesh("laid rubber", rubber, "rubber"),
            *(things.mesh(f"laid pencil {k}", p, f"pencil {k}") for k, p in enumerate(pencils)),
        ),
        {
            "paper": _parts.plain("paper", "#f4f1e8"),
            "lead": _parts.plain("paper", "#2b2b2e"),
            "rubber": _parts.plain("rubber", "#e7b7ae"),
            **{f"pencil {k}": _parts.plain("lacquer", c) for k, c in enumerate(shades)},
        },
    )


def _with_cup(seed: int) -> Laid:
    """A cup beside what is there anyway."""
    cup, tea = _cup(spot(0.36, 0.22))
    return Laid(
        (things.mesh("laid cup", cup, "china", sharp_rad=None), things.mesh("laid tea", tea, "tea")),
        {"china": _parts.plain("ceramic", "#d9603c"), "tea": _food.glaze((0.06, 0.025, 0.01))},
    )


def _chop(seed: int) -> Laid:
    """A board with a carrot half cut to slices, and a bowl of vegetables."""
    rng = np.random.default_rng(seed)
    middle = spot(*BOARD)
    board = _parts.board((0.40, 0.26, 0.022), middle + [0, 0, 0.011], bevel=0.006)
    carrot = forms.turned(
        [(0.001, -0.03), (0.014, -0.028), (0.0175, 0.0), (0.019, 0.09), (0.014, 0.102), (0.001, 0.104)], axis="x"
    ).moved(middle + [0.03, 0.0, 0.041])
    slices = []
    for k in range(13):
        at = middle + [-0.055 - 0.010 * k + rng.uniform(-0.003, 0.003), rng.uniform(-0.04, 0.04), 0.025]
        flat = forms.turned([(0.017, 0.0), (0.0175, 0.002), (0.017, 0.004), (0.001, 0.0042)])
        slices.append(flat.turned(rotation(y=rng.uniform(-0.5, 0.5), x=rng.uniform(-0.5, 0.5))).moved(at))
    greens = [
        ball(0.016, center=(0, 0, 0), sides=14, levels=9)
        .scaled((1.0, 1.0, 0.8))
        .moved(middle + [0.215 + 0.014 * np.cos(a), 0.014 * np.sin(a) - 0.0, 0.050])
        for a in np.linspace(0, 5, 5)
    ]
    bowl = forms.vessel([(0.05, 0.0), (0.085, 0.03), (0.105, 0.075)], 0.004, floor=0.008).moved(spot(0.33, 0.36))
    tomatoes = [
        ball((0.034, 0.034, 0.030), center=spot(0.33, 0.36) + at, sides=24, levels=16)
        for at in ([-0.038, 0.0, 0.070], [0.036, 0.018, 0.072], [0.006, -0.042, 0.071], [0.004, 0.006, 0.096])
    ]
    return Laid(
        (
            things.mesh("laid board", board, "board"),
            things.mesh("laid carrot", join([carrot, *slices]), "carrot", sharp_rad=0.9),
            things.mesh("laid greens", join(greens), "green", sharp_rad=None),
            things.mesh("laid bowl", bowl, "china", sharp_rad=None),
            things.mesh("laid tomatoes", join(tomatoes), "tomato", sharp_rad=None),
        ),
        {
            "board": _parts.plain("wood", "#c99a62"),
            "carrot": _food.skin((0.85, 0.26, 0.03), (0.78, 0.20, 0.02)),
            "green": _food.skin((0.10, 0.28, 0.04)),
            "china": _parts.plain("ceramic", "#3f6f8f"),
            "tomato": _food.skin((0.62, 0.03, 0.015), shine=0.6),
        },
        seat=False,
    )


STONE_M = (0.075, 0.23, 0.034)
"""A whetstone, wide, long and high; it lies on the board's place."""


def _whetstone(seed: int) -> Laid:
    """A whetstone on a cloth, its grain finer below, a knife waiting beside it and a bowl of water."""
    wide, long, high = STONE_M
    middle = spot(*BOARD)
    cloth = box((0.20, 0.30, 0.006), center=middle + [0, 0, 0.003], bevel=0.002)
    under = box((wide, long, 0.5 * high), center=middle + [0, 0, 0.006 + 0.25 * high], bevel=0.002)
    upper = box((wide, long, 0.5 * high), center=middle + [0, 0, 0.006 + 0.75 * high], bevel=0.002)
    other = knife.build(knife.Params((0.03, 0.015, 0.008), "wood", 1.0, seed))
    turned = rotation(z=0.5)
    bowl = forms.vessel([(0.04, 0.0), (0.065, 0.025), (0.078, 0.055)], 0.004, floor=0.008).moved(spot(0.30, 0.38))
    water = forms.turned([(0.072, 0.0), (0.001, 0.0002)], spot(0.30, 0.38) + [0, 0, 0.045])
    return Laid(
        (
            things.mesh("laid cloth", cloth, "cloth"),
            things.mesh("laid stone", under, "stone"),
            things.mesh("laid fine stone", upper, "fine stone"),
            things.mesh("laid bowl", bowl, "china", sharp_rad=None),
            things.mesh("laid water", water, "water"),
            *(
                node.model_copy(
                    update={
                        "name": f"laid {node.name}",
                        "points": (np.asarray(node.points, float) @ turned.T + spot(0.24, 0.20)).astype(np.float32),
                    }
                )
                for node in other.nodes
                if isinstance(node, Mesh)
            ),
        ),
        {
            "cloth": _parts.plain("cotton", "#3d5a80"),
            "stone": _parts.plain("stone", "#8d3f2b"),
            "fine stone": _parts.plain("stone", "#d9cfb8"),
            "china": _parts.plain("ceramic", "#e7e3da"),
            "water": _food.glaze((0.45, 0.52, 0.55)),
            **other.materials,
        },
        seat=False,
    )


def _melon(seed: int) -> Laid:
    """A board with half a watermelon lying on it, a slice beside, and another half behind."""
    middle = spot(*BOARD)
    board = _parts.board((0.52, 0.30, 0.022), middle + [0, 0, 0.011], bevel=0.006)
    fruit = watermelon.build(Asked((0.62, 0.035, 0.03), "", 0.86, seed))
    nodes = [things.mesh("laid board", board, "board")]
    for name, turn, at in (("near", 2.75, middle + [-0.03, 0.0, 0.022]), ("far", 3.5, spot(0.44, 0.36))):
        for node in fruit.nodes:
            if isinstance(node, Mesh):
                points = np.asarray(node.points, float) @ rotation(z=turn).T + at
                nodes.append(
                    node.model_copy(update={"name": f"laid {name} {node.name}", "points": points.astype(np.float32)})
                )
    return Laid(tuple(nodes), {"board": _parts.plain("wood", "#c99a62"), **fruit.materials}, seat=False)


def folded(width: float, depth: float, thick: float, seed: int) -> Shape:
    """A garment folded to a flat bundle, its fold in front."""
    made = _soft.cushion((width, depth, thick), plump_m=0.25 * thick, edge_m=0.48 * thick, corner_m=0.02)
    p = made.points
    layer = 0.0016 * np.sin(p[:, 2] / thick * 14.0 + seed) * (np.abs(p[:, 1]) > 0.44 * depth)
    return made._replace(points=p + np.column_stack([0 * layer, layer, 0 * layer])).moved((0, 0, thick / 2))


def _fold(seed: int) -> Laid:
    """Two piles of folded clothes, and a shirt that is being folded in the middle."""
    colors = ("#b8433a", "#e3ddcd", "#39618f", "#d7a43c", "#5b7c5a", "#8a8f98", "#c98aa0")
    nodes: list[Mesh] = []
    for pile, (left, count) in enumerate(((0.335, 4), (-0.335, 3))):
        up = 0.0
        for k in range(count):
            made = folded(0.235 - 0.006 * k, 0.29 - 0.008 * k, 0.034, seed + k).turned(rotation(z=0.06 * (-1) ** k))
            name = (pile * 4 + k) % 7
            nodes.append(things.mesh(f"laid fold {pile} {k}", made.moved(spot(left, 0.25, up)), f"cloth {name}"))
            up += 0.035
    body = folded(0.33, 0.30, 0.026, seed).moved(spot(*PILE))
    sleeves = [
        folded(0.10, 0.24, 0.016, seed + s).turned(rotation(z=0.10 * s)).moved(spot(0.11 * s, 0.21, 0.024))
        for s in (-1, 1)
    ]
    collar = [
        sweep(
            curve([(s * 0.012, -0.145, 0.034), (s * 0.045, -0.128, 0.042), (s * 0.062, -0.148, 0.036)], 14),
            0.012,
            sides=10,
            flat=0.55,
        ).moved(spot(*PILE))
        for s in (-1, 1)
    ]
    nodes.append(things.mesh("laid shirt", join([body, *sleeves, *collar]), "shirt", sharp_rad=None))
    return Laid(
        tuple(nodes),
        {f"cloth {k}": _parts.plain("cotton", c) for k, c in enumerate(colors)}
        | {"shirt": _parts.plain("cotton", "#9fc3dd")},
        seat=False,
    )


def _bouquet_room(seed: int) -> Laid:
    """Cut stems and leaves left over on the table."""
    rng = np.random.default_rng(seed)
    stems = [
        forms.rod((0, 0, 0.003), (0.0, rng.uniform(0.06, 0.14), 0.003), 0.0022, sides=6)
        .turned(rotation(z=rng.uniform(0, 6)))
        .moved(spot(rng.uniform(-0.36, 0.36), rng.uniform(0.08, 0.34)))
        for _ in range(14)
    ]
    leaves = []
    for _ in range(16):
        long = rng.uniform(0.022, 0.04)
        v = np.linspace(0, 1, 9)
        half = 0.28 * long * np.sin(np.pi * v**0.8)
        rows = [
            np.column_stack([s * half, long * v, 0.003 + 0.006 * np.abs(s) * np.sin(np.pi * v)])
            for s in (-1.0, 0.0, 1.0)
        ]
        leaf = rings(np.array(rows), around=False, caps=False)
        leaves.append(
            leaf.turned(rotation(z=rng.uniform(0, 6))).moved(spot(rng.uniform(-0.4, 0.4), rng.uniform(0.06, 0.36)))
        )
    nodes = [things.mesh("laid stems", join(stems), "stem"), things.mesh("laid leaves", join(leaves), "leaf")]
    materials = {"stem": _food.skin((0.10, 0.22, 0.04)), "leaf": _food.skin((0.05, 0.17, 0.03))}
    foot = spot(*VASE)
    parts = [_borrowed(vase.build(vase.Params("ceramic", (0.16, 0.27, 0.40), 0, 0.9)), "vase", np.eye(3), foot)]
    colors_ = (
        (0.62, 0.05, 0.09),
        (0.86, 0.42, 0.06),
        (0.75, 0.20, 0.36),
        (0.86, 0.66, 0.10),
        (0.50, 0.08, 0.32),
        (0.85, 0.80, 0.72),
    )
    for k, color in enumerate(colors_):
        lean = rotation(x=0.42).T if k else np.eye(3)
        turn = rotation(z=1.05 * k + 0.3) @ lean
        maker = rose if k % 2 else tulip
        stalk = maker.build(Asked(color, "", 0.92, seed + k))
        parts.append(_borrowed(stalk, f"flower {k}", turn, foot + [0.0, 0.0, VASE_M - 0.16] + turn @ [0.0, 0.0, -0.02]))
    # One lies there still.
    parts.append(
        _borrowed(
            tulip.build(Asked((0.75, 0.20, 0.36), "", 0.9, seed)),
            "last",
            rotation(z=1.9) @ rotation(x=1.5),
            spot(-0.33, 0.16, 0.045),
        )
    )
    for part in parts:
        nodes += part.nodes
        materials |= part.materials
    return Laid(tuple(nodes), materials, seat=False)


def _borrowed(thing: Thing, name: str, turn: F64, at: F64) -> Laid:
    """The meshes of another prop, turned and moved, under names of their own."""
    nodes = tuple(
        node.model_copy(
            update={
                "name": f"laid {name} {node.name}",
                "points": (np.asarray(node.points, float) @ turn.T + at).astype(np.float32),
                "materials": tuple(f"{name} {m}" for m in node.materials),
            }
        )
        for node in thing.nodes
        if isinstance(node, Mesh)
    )
    return Laid(nodes, {f"{name} {k}": m for k, m in thing.materials.items()})


def _bread(seed: int) -> Laid:
    """Bread on a small plate."""
    at = spot(0.27, 0.24)
    plate = forms.turned(
        [(0.05, 0.0), (0.053, 0.003), (0.082, 0.010), (0.083, 0.012), (0.053, 0.006), (0.001, 0.005)], at
    )
    bread = [
        _soft.cushion((0.09, 0.06, 0.018), plump_m=0.004, edge_m=0.008, corner_m=0.03)
        .turned(rotation(z=0.4 + k, y=0.25 * k))
        .moved(at + [0.01 * k, 0.0, 0.018 + 0.017 * k])
        for k in range(2)
    ]
    return Laid(
        (
            things.mesh("laid plate", plate, "china", sharp_rad=0.9),
            things.mesh("laid bread", join(bread), "bread", sharp_rad=None),
        ),
        {
            "china": _parts.plain("ceramic", "#f0ede4"),
            "bread": _food.crumb((0.62, 0.38, 0.16), (0.42, 0.20, 0.06)),
        },
    )


_MAKERS: dict[str, Callable[[int], Laid]] = {
    "write": _write,
    "draw": _draw,
    "use_computer": _with_cup,
    "chop": _chop,
    "cut_watermelon": _melon,
    "sharpen_knives": _whetstone,
    "fold_clothes": _fold,
    "arrange_flowers": _bouquet_room,
    "eat_soup": _bread,
}
