"""A pizza with tomato, cheese, salami, olives and basil, one slice drawn out."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food
from filmwright.content.props._foliage import green, leaf
from filmwright.scene.shade import Bump, Material, coords, mix, noise, remap
from filmwright.scene.shapes import Shape, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("pizza",)
EXAMPLE = "A pizza"
COLOR = "red"
HOME = ("tabletop", "studio")
GRIP = ("carry",)
STANDS = "table"
CUT_RAD = 1.1  # where the middle of the slice that is drawn out lies


class Params(NamedTuple):
    """One pizza: color of its sauce, size."""

    color: Color
    scale: float
    seed: int
    eaten: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The pizza somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), int(rng.integers(1000)))


def held(params: Params, action: str) -> Params:
    """Who eats has one slice, its tip behind (-Y)."""
    return params._replace(eaten=action == "eat")


def build(params: Params) -> Thing:
    """The pizza on a wooden board, one slice a little apart."""
    rng = np.random.default_rng(params.seed)
    parts: dict[str, list[Shape]] = {"crust": [], "sauce": [], "cheese": [], "salami": [], "olive": [], "basil": []}
    _base(parts, rng)
    for x, y in _food.pieces(rng, 13, 0.105):
        parts["salami"].append(_salami(rng).moved((x, y, 0.0135)))
    for x, y in _food.pieces(rng, 15, 0.115):
        ring = sweep(_circle(0.0062), 0.0027, sides=8, closed=True).turned(
            rotation(x=float(rng.normal(0, 0.25)), z=1.0)
        )
        parts["olive"].append(ring.moved((x + 0.012, y - 0.008, 0.0165)))
    for x, y in _food.pieces(rng, 7, 0.09):
        a = float(rng.uniform(0, 6.28))
        parts["basil"].append(
            leaf(np.array([x, y, 0.0155]), np.array([math.cos(a), math.sin(a), 0.35]), 0.034, 0.020, droop=0.7)
        )
    cut = {k: _slice(join(v)) if params.eaten else _drawn_out(join(v)) for k, v in parts.items()}
    nodes = [
        things.mesh(f"pizza {k}", s, k, sharp_rad=None if k in ("crust", "cheese", "sauce") else math.radians(40))
        for k, s in cut.items()
        if len(s.faces)
    ]
    board = lathe(
        [(0.001, 0.0), (0.185, 0.0), (0.188, 0.003), (0.188, 0.010), (0.185, 0.0125), (0.001, 0.0125)],
        sides=72,
        caps=False,
    )
    nodes = [
        n.model_copy(update={"points": (np.asarray(n.points) + np.array([0, 0, 0.0125])).astype(np.float32)})
        for n in nodes
    ]
    if not params.eaten:
        nodes.append(things.mesh("pizza board", board, "board"))
    made = {
        "crust": _food.toasted((0.70, 0.50, 0.26), (0.26, 0.11, 0.035)),
        "sauce": _food.glaze(_food.tuple_times(params.color, 0.8), roughness=0.35),
        "cheese": _cheese(),
        "salami": _food.skin(
            (0.36, 0.045, 0.03),
            (0.24, 0.03, 0.02),
            scale=200,
            speckle=(0.62, 0.35, 0.26),
            speckles=330.0,
            roughness=0.35,
        ),
        "olive": _food.glaze((0.02, 0.018, 0.02), roughness=0.25),
        "basil": green((0.015, 0.07, 0.01), (0.06, 0.2, 0.03)),
        "board": things.made_of("wood", (0.33, 0.19, 0.09)),
    }
    made = {name: made[name] for node in nodes for name in node.materials}
    shown = things.centered(tuple(nodes)) if params.eaten else tuple(nodes)
    return things.scaled(Thing(nodes=shown, materials=made, top=(0, 0, 0.03)), params.scale)


def _circle(r: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    a = np.arange(20) * 2 * math.pi / 20
    return np.column_stack([r * np.cos(a), r * np.sin(a), np.zeros(20)])


def _base(parts: dict[str, list[Shape]], rng: np.random.Generator) -> None:
    """Dough with a blistered rim, sauce to its edge, melted cheese in patches over it."""
    profile = [
        (0.001, 0.0),
        (0.150, 0.0),
        (0.160, 0.003),
        (0.165, 0.010),
        (0.162, 0.018),
        (0.154, 0.0215),
        (0.146, 0.0185),
        (0.139, 0.0115),
        (0.001, 0.0105),
    ]
    dough = _food.lumpy(lathe(profile, sides=140, caps=False), 0.0022, 34.0, 3)
    p = dough.points
    reach = np.linalg.norm(p[:, :2], axis=1)
    blister = np.clip(
        0.9 * np.sin(9 * np.arctan2(p[:, 1], p[:, 0]) + 2) * np.sin(23 * np.arctan2(p[:, 1], p[:, 0])) + 0.2, 0, 1
    )
    parts["crust"].append(
        dough.with_data(
            "toast",
            np.clip(0.35 + blister, 0, 1)
            * np.clip((reach - 0.14) / 0.01, 0, 1)
            * np.clip((p[:, 2] - 0.006) / 0.01, 0, 1),
        )
    )
    parts["sauce"].append(_sheet(0.1415, 0.0128, 0.0009, rng, 4.0))
    parts["cheese"].append(_sheet(0.133, 0.0131, 0.0030, rng, 9.0))


def _sheet(radius: float, z: float, rise: float, rng: np.random.Generator, ragged: float) -> Shape:
    a = np.linspace(0, 2 * math.pi, 150, endpoint=False)
    edge = radius * (1 + 0.035 * np.sin(ragged * a + 1) + 0.02 * np.sin(3.3 * ragged * a))
    rows = []
    for s in np.linspace(1.0, 0.02, 46):
        r = edge * s
        x, y = r * np.cos(a), r * np.sin(a)
        wave = np.sin(95 * x + 3) * np.sin(88 * y + 1) + 0.6 * np.sin(190 * x + 60 * y) + 0.5 * np.sin(41 * x - 170 * y)
        rows.append(np.column_stack([x, y, z + rise * (0.35 + 0.4 * wave) * np.clip((1 - s) / 0.04, 0, 1)]))
    return rings(np.array(rows), caps=False)


def _salami(rng: np.random.Generator) -> Shape:
    r = 0.0165 * float(rng.uniform(0.9, 1.08))
    cup = 0.0022
    made = lathe(
        [
            (0.001, 0.0015),
            (r * 0.7, 0.0018),
            (r, 0.0018 + cup),
            (r * 1.01, 0.0024 + cup),
            (r * 0.72, 0.0036),
            (0.001, 0.0032),
        ],
        sides=28,
        caps=False,
    )
    return made.turned(rotation(x=float(rng.normal(0, 0.07)), y=float(rng.normal(0, 0.07))))


def _within(item: Shape) -> NDArray[np.bool_]:
    """Which faces lie in the slice."""
    middle = item.points[np.where(item.faces >= 0, item.faces, item.faces[:, :1])].mean(axis=1)
    angle = np.arctan2(middle[:, 1], middle[:, 0])
    return np.asarray(np.abs(np.arctan2(np.sin(angle - CUT_RAD), np.cos(angle - CUT_RAD))) < math.pi / 8)


def _slice(item: Shape) -> Shape:
    """One eighth, its crust ahead (+Y), what is not on it left out."""
    inside = _within(item)
    faces = item.faces[inside]
    used, where = np.unique(faces, return_inverse=True)
    used, where = (used[1:], where - 1) if len(used) and used[0] < 0 else (used, where)
    data = {name: values[used] for name, values in item.data.items()}
    cut = item._replace(points=item.points[used], faces=where.reshape(faces.shape), slot=item.slot[inside], data=data)
    return cut.turned(rotation(z=math.pi / 2 - CUT_RAD))


def _drawn_out(item: Shape) -> Shape:
    """One eighth moved outwards; faces over the cuts are left out."""
    inside = _within(item)
    out = [item._replace(faces=item.faces[~inside], slot=item.slot[~inside])]
    if inside.any():
        slice_ = item._replace(faces=item.faces[inside], slot=item.slot[inside])
        out.append(slice_.moved((0.030 * math.cos(CUT_RAD), 0.030 * math.sin(CUT_RAD), 0.0)))
    return join(out)


def _cheese() -> Material:
    rest = coords("rest")
    broad, fine = noise(rest, scale=34, detail=4), noise(rest, scale=120, detail=4)
    pale = mix((0.80, 0.62, 0.30), (0.86, 0.74, 0.46), broad)
    browned = mix(pale, (0.42, 0.18, 0.05), remap(fine, 0.60, 0.72))
    return Material(
        color=mix((0.48, 0.07, 0.03), browned, remap(broad, 0.36, 0.44)),
        roughness=0.36,
        specular=0.4,
        coat=0.2,
        subsurface=0.1,
        subsurface_scale_m=0.003,
        bumps=(Bump(height=fine, strength=0.4, distance_m=0.0015),),
        preview=(0.8, 0.6, 0.3),
    )
