"""Playing cards: a pack, its upper cards fanned out; in the hand of who plays a fan."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import Shape, box, join, rings, rotation
from filmwright.spec.shot import Member

WORDS = ("playing cards", "deck of cards", "card deck")
EXAMPLE = "Playing cards in a studio"
COLOR = "#a81f24"
MATERIALS = ("paper", "plastic")
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
WIDE_M, TALL_M = 0.063, 0.088  # poker cards
FAN = 7


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The cards somebody asked for: the color of their backs."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who plays holds a fan, and one more card."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """A pack lying, five cards drawn out of it face up. Played: a fan about the origin, upright, faces to the front, and a single card
    whose foot is the origin."""
    made: dict[str, list[Shape]] = {"card": [], "back": [], "red": [], "black": []}
    nodes: list[Mesh] = []
    if params.action == "play_cards":
        for k in range(FAN):
            _add(made, k, rotation(y=-0.52 + 1.04 * k / (FAN - 1)), (0.0, -0.0009 * k, 0.0))
        single: dict[str, list[Shape]] = {"card": [], "back": [], "red": [], "black": []}
        _add(single, 9, np.eye(3), (0.0, 0.0, 0.0))
        nodes += [things.mesh(f"cards single {name}", join(parts), name) for name, parts in single.items() if parts]
    else:
        made["card"].append(box((WIDE_M, TALL_M, 0.015), center=(-0.05, 0.0, 0.0075), bevel=0.001))
        made["back"].append(box((WIDE_M - 0.006, TALL_M - 0.006, 0.0004), center=(-0.05, 0.0, 0.0152)))
        for k in range(5):
            lying = rotation(z=0.5 - 0.25 * k) @ rotation(x=np.pi / 2)
            _add(made, k, lying, (0.075 + 0.004 * k, 0.05, 0.001 + 0.0006 * k))
    nodes += [things.mesh(f"cards {name}", join(parts), name) for name, parts in made.items() if parts]
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "card": _parts.plain(params.material, "#f6f4ee"),
            "back": things.made_of(params.material, params.color),
            "red": _parts.plain("paper", "#c01820"),
            "black": _parts.plain("paper", "#141416"),
        },
        view_rad=0.3,
    )
    return things.scaled(thing, params.size)


def _add(made: dict[str, list[Shape]], k: int, turn: F64, at: tuple[float, float, float]) -> None:
    """A card of the k-th rank, its foot at the origin, its face to +Y, turned and moved."""
    up = TALL_M / 2 + 0.020
    ink = "red" if k % 2 else "black"
    card = box((WIDE_M, 0.0006, TALL_M), center=(0, 0, up))
    back = box((WIDE_M - 0.006, 0.0002, TALL_M - 0.006), center=(0, -0.0004, up))
    signs = [_pip(k % 4).moved((x, 0.0006, up + z)) for x, z in _pips(k % 9 + 1)]
    for s in (-1, 1):
        rank = _parts.front(_parts.lettering("A23456789"[k % 9], 0.010, (0, 0), width=0.0014), 0.0006, 0.0)
        rank = rank if s > 0 else rank.turned(rotation(y=np.pi))
        signs.append(rank.moved((s * (WIDE_M / 2 - 0.0075), 0.0006, up + s * (TALL_M / 2 - 0.010))))
    for name, item in (("card", card), ("back", back), (ink, join(signs))):
        made[name].append(item.turned(turn).moved(at))


def _pips(count: int) -> F64:
    """Where the signs of a card are."""
    n = min(count, 6)
    rows = {
        1: [(0, 0)],
        2: [(0, 1), (0, -1)],
        3: [(0, 1), (0, 0), (0, -1)],
        4: [(-1, 1), (1, 1), (-1, -1), (1, -1)],
        5: [(-1, 1), (1, 1), (-1, -1), (1, -1), (0, 0)],
    }
    found = rows.get(n, [(-1, 1), (1, 1), (-1, 0), (1, 0), (-1, -1), (1, -1)])
    return np.asarray(found, float) * [0.012, 0.026]


def _pip(suit: int) -> Shape:
    """A heart, a spade, a diamond or a club, upright, facing +Y."""
    a = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    if suit % 2:
        o = np.column_stack(
            [0.0052 * np.sin(a) ** 3, 0.0045 * np.cos(a) - 0.0016 * np.cos(2 * a) - 0.0007 * np.cos(3 * a)]
        )
        o = (
            o
            if suit == 1
            else np.column_stack(
                [
                    0.0046 * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 1.8,
                    0.0062 * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 1.8,
                ]
            )
        )
    else:
        o = np.column_stack(
            [0.0050 * np.sin(a) ** 3, -(0.0045 * np.cos(a) - 0.0016 * np.cos(2 * a) - 0.0007 * np.cos(3 * a))]
        )
    rows = [np.column_stack([k * o[:, 0], np.zeros(36), k * o[:, 1]]) for k in (1.0, 0.5, 0.01)]
    return rings(np.array(rows)[:, ::-1], caps=False)
