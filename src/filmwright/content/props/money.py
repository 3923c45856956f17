"""Money: bundles of banknotes with paper bands, loose notes beside; in the hand of who counts it a bunch."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.materials._weave import toned
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, box, join, rings, rotation
from filmwright.spec.shot import Member

WORDS = ("money", "cash")
EXAMPLE = "Money in a studio"
COLOR = "#7f9a6a"
MATERIALS = ("paper",)
HOME = ("tabletop", "studio")
STANDS = "table"
GRIP = ("carry",)
WIDE_M, TALL_M = 0.066, 0.148  # a banknote stood on end
_BUNCH = 9


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The money somebody asked for: the color of its notes."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who counts it has a bunch of notes, one apart, and a bundle less."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """Three bundles and loose notes. Counted: a bunch about the origin, standing on end, faces to the front, and a single note whose
    foot is the origin."""
    notes: dict[str, list[Shape]] = {"paper": [], "print": [], "band": []}
    nodes = []
    if params.action == "count_money":
        for k in range(_BUNCH):
            turn = rotation(y=-0.16 + 0.036 * k, x=-0.012 * k)
            _stand(notes, turn, np.array([0.0, -0.0011 * k, 0.0]))
        single: dict[str, list[Shape]] = {"paper": [], "print": []}
        _stand(single, np.eye(3), np.zeros(3))
        nodes += [things.mesh(f"money single {name}", join(parts), name) for name, parts in single.items()]
    else:
        flat = rotation(x=-np.pi / 2)
        for x, y, z, a in ((-0.05, 0.02, 0.0, 0.1), (0.035, 0.03, 0.0, -0.15), (-0.005, 0.02, 0.017, 0.3)):
            turn = rotation(z=a + np.pi / 2)
            notes["paper"].append(
                box((TALL_M, WIDE_M, 0.016), center=(0, 0, 0.008), bevel=0.0008).turned(rotation(z=a)).moved((x, y, z))
            )
            notes["band"].append(
                box((0.036, WIDE_M + 0.0012, 0.0168), center=(0, 0, 0.008)).turned(rotation(z=a)).moved((x, y, z))
            )
            notes["print"].append(
                _print().moved((0, 0, -TALL_M / 2 - 0.02)).turned(flat).turned(turn).moved((x, y, z + 0.0163))
            )
        for k in range(4):
            _lay(notes, 0.4 * k - 0.3, np.array([0.06 * k - 0.08, -0.09, 0.0008 + 0.0008 * k]))
    nodes += [things.mesh(f"money {name}", join(parts), name) for name, parts in notes.items() if parts]
    materials = {
        "paper": things.made_of(params.material, toned(params.color, 1.35)),
        "print": things.made_of(params.material, toned(params.color, 0.38)),
        "band": _parts.plain("paper", "#d9c48a"),
    }
    used = {name for node in nodes for name in node.materials}
    thing = Thing(nodes=tuple(nodes), materials={k: v for k, v in materials.items() if k in used}, view_rad=0.3)
    return things.scaled(thing, params.size)


def _stand(made: dict[str, list[Shape]], turn: F64, at: F64) -> None:
    """A note that stands on its end, its face to +Y."""
    bent = _sheet().turned(turn).moved(at)
    made["paper"].append(bent)
    made["print"].append(_print().moved((0, 0.0005, 0)).turned(turn).moved(at))
    made["print"].append(_print().turned(rotation(z=np.pi)).moved((0, -0.0009, 0)).turned(turn).moved(at))


def _lay(made: dict[str, list[Shape]], yaw: float, at: F64) -> None:
    """A note lying on the table."""
    down = rotation(z=yaw) @ rotation(x=-np.pi / 2)
    made["paper"].append(_sheet().moved((0, 0, -TALL_M / 2)).turned(down).moved(at))
    made["print"].append(_print().moved((0, 0.0005, -TALL_M / 2)).turned(down).moved(at))


def _sheet() -> Shape:
    """A note on end from z = 0 up, its face to +Y."""
    return box((WIDE_M, 0.0004, TALL_M), center=(0, 0, TALL_M / 2))


def _print() -> Shape:
    """What is printed on it: a frame, a head in an oval, figures in the corners."""
    a = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    oval = np.column_stack([0.019 * np.cos(a), 0 * a, 0.026 * np.sin(a)])
    rows = [oval, 0.86 * oval]
    ring = rings(np.array(rows), caps=False)
    head = rings(
        np.array([k * np.column_stack([0.009 * np.cos(a), 0 * a, 0.011 * np.sin(a)]) for k in (1.0, 0.5, 0.01)]),
        caps=False,
    )
    body = rings(
        np.array([k * np.column_stack([0.014 * np.cos(a), 0 * a, 0.007 * np.sin(a)]) for k in (1.0, 0.5, 0.01)]),
        caps=False,
    )
    middle = [
        ring.moved((0, 0, TALL_M / 2)),
        head.moved((0, 0, TALL_M / 2 + 0.006)),
        body.moved((0, 0, TALL_M / 2 - 0.014)),
    ]
    w, t = WIDE_M / 2 - 0.004, TALL_M - 0.008
    bars = [box((0.0012, 0.0001, t - 0.004), center=(s * w, 0, TALL_M / 2)) for s in (-1, 1)]
    bars += [box((2 * w, 0.0001, 0.0012), center=(0, 0, z)) for z in (0.006, TALL_M - 0.006)]
    figures = [
        _parts.front(_parts.lettering("50", 0.010, (0, 0), width=0.0016), 0.0, 0.0).moved((s * 0.019, 0, z))
        for s in (-1, 1)
        for z in (0.018, TALL_M - 0.018)
    ]
    return join([*middle, *bars, *figures])
