"""A light helicopter in the air: glazed nose, skids, tail boom, both rotors turning."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Joint, Thing
from filmwright.content.things import Asked
from filmwright.content.vehicles import _body, _coach
from filmwright.scene.shapes import Shape, box, join, rings
from filmwright.spec.shot import Member

WORDS = ("helicopter", "chopper")
EXAMPLE = "A helicopter over a meadow"
COLOR = "red"
HOME = ("meadow", "city_street", "studio")
SPEEDS = {"fly": 6.0, "move": 8.0, "take_off": 1.0, "land": 1.5}
CLIMBS = ("straight",)
CEILING_M = (5.0,)
_HUB = (0.0, 0.15, 2.86)
_TAIL = (0.22, -5.75, 2.25)


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The helicopter somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The helicopter; its rotors turn as fast as an eye can follow."""
    cabin = forms.loft(
        [(2.75, 0.05, 1.05, 0.05), (2.62, 0.38, 1.06, 0.34), (2.2, 0.62, 1.14, 0.60), (1.5, 0.76, 1.27, 0.80), (0.5, 0.80, 1.36, 0.88),
         (-0.5, 0.78, 1.42, 0.86), (-1.4, 0.55, 1.60, 0.60), (-2.1, 0.30, 1.78, 0.34), (-2.5, 0.24, 1.84, 0.26)],
        power=2.5, count=220, sides=120,
    )  # fmt: skip
    p = cabin.points
    x, y, z = np.abs(p[:, 0]), p[:, 1], p[:, 2]
    side = np.column_stack([y, z])
    nose = np.maximum.reduce(
        [1.02 - z - 0.16 * np.clip(y - 1.2, 0, 2), 1.28 - y - 0.30 * (z - 1.0), z - 1.98, 0.035 - x]
    )
    doors = np.minimum(
        _body.polygon(side, ((0.30, 1.20), (1.14, 1.20), (1.02, 1.95), (0.30, 1.98))),
        _body.polygon(side, ((-0.72, 1.24), (0.18, 1.20), (0.18, 1.98), (-0.55, 1.96))),
    )
    doors = np.maximum(doors, 0.35 - x)
    band = np.maximum(np.abs(z - 0.92 - 0.05 * (y - 1.0)) - 0.055, 0.3 - x)
    hull = _body.masked(cabin, glass=np.minimum(nose, doors), chrome=band)
    boom = forms.loft(
        [(-2.3, 0.26, 1.83, 0.27), (-4.0, 0.17, 1.98, 0.18), (-5.6, 0.10, 2.12, 0.11), (-5.95, 0.03, 2.16, 0.05)]
    )
    fin = _fin()
    stabilizer = box((1.9, 0.46, 0.045), center=(0, -4.6, 2.04), bevel=0.02)
    caps = [box((0.04, 0.62, 0.52), center=(s * 0.95, -4.66, 2.06), bevel=0.018) for s in (-1, 1)]
    fairing = forms.loft(
        [
            (1.05, 0.10, 2.18, 0.04),
            (0.7, 0.34, 2.28, 0.18),
            (0.0, 0.42, 2.34, 0.26),
            (-0.9, 0.36, 2.28, 0.24),
            (-1.5, 0.12, 2.10, 0.12),
        ],
        power=2.8,
    )
    exhaust = forms.turned([(0.11, -0.3), (0.13, 0.22), (0.11, 0.22), (0.09, 0.0)], (0, -1.42, 2.30), axis="y").turned(
        np.eye(3)
    )
    mast = forms.rod((0, 0.15, 2.5), (0, 0.15, 2.86), (0.075, 0.055))
    skids = []
    for s in (-1.0, 1.0):
        skids.append(
            forms.pipe(
                [(s * 1.05, -1.5, 0.045), (s * 1.05, 0.5, 0.045), (s * 1.05, 1.7, 0.05), (s * 1.05, 2.15, 0.28)], 0.045
            )
        )
        skids += [
            forms.pipe([(0, q, 0.62), (s * 0.55, q, 0.58), (s * 0.95, q, 0.30), (s * 1.05, q, 0.05)], 0.036)
            for q in (1.1, -0.8)
        ]
    seams = [
        forms.pipe([(s * 0.806, q, 0.75), (s * 0.815, q, 1.2), (s * 0.79, q, 1.75), (s * 0.60, q, 2.1)], 0.006, sides=5)
        for s in (-1, 1)
        for q in (0.24, -0.75)
    ]
    rotor = join([_blade(4.9, 0.30).turned(_quarter(k)) for k in range(3)] + [_hub()]).moved(_HUB)
    tail = join(
        [
            box((0.025, 0.13, 0.80), center=(0, 0, 0.46), bevel=0.01),
            box((0.025, 0.13, 0.80), center=(0, 0, -0.46), bevel=0.01),
            forms.rod((-0.14, 0, 0), (0.05, 0, 0), 0.05),
        ]
    ).moved(_TAIL)
    lamp = [forms.turned([(0.0, 0.10), (0.06, 0.06), (0.08, 0.0)], (0, 2.35, 0.62), axis="y")]
    beacon = [forms.turned([(0.06, 0), (0.05, 0.08), (0.001, 0.11)], (0, -5.75, 3.02))]
    nodes = (
        things.mesh("helicopter cabin", hull, "paint", sharp_rad=None),
        things.mesh("helicopter boom", _body.masked(join([boom, fin, fairing, *caps])), "paint"),
        things.mesh("helicopter dark", join([*skids, mast, stabilizer, exhaust, *seams]), "dark"),
        things.mesh("helicopter rotor", rotor, "blade", "tip"),
        things.mesh("helicopter tail rotor", tail, "blade"),
        things.mesh("helicopter lamp", join(lamp), "white lamp"),
        things.mesh("helicopter beacon", join(beacon), "red lamp"),
    )
    thing = Thing(
        nodes=nodes,
        materials={
            "paint": _body.paint(params.color),
            "dark": things.made_of("lacquer", (0.03, 0.03, 0.033)),
            "blade": things.made_of("plastic", (0.05, 0.05, 0.055)),
            "tip": things.made_of("plastic", (0.75, 0.5, 0.05)),
            **_coach.trims(),
        },
        joints=(
            Joint(("helicopter rotor",), _HUB, (0.0, 0.0, 1.0), "spin", rate=19.0),
            Joint(("helicopter tail rotor",), _TAIL, (1.0, 0.0, 0.0), "spin", rate=31.0),
        ),
        view_rad=0.95,
        lift_m=2.2,
        sits=((0.35, 1.0, 0.75, 0.0),),
    )
    return things.scaled(thing, params.size)


def _quarter(k: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """A third of a turn, k times."""
    a = 2 * math.pi * k / 3 + 0.5
    return np.array([[math.cos(a), -math.sin(a), 0], [math.sin(a), math.cos(a), 0], [0, 0, 1.0]])


def _blade(long: float, wide: float) -> Shape:
    """A rotor blade along +X, a little bent down by its weight, with a yellow tip (slot 1)."""
    xs = np.array([0.25, 0.7, long * 0.5, long * 0.92, long * 0.921, long])
    rows = []
    for x in xs:
        sag, half = -0.028 * (x / long) ** 2 * long, wide / 2 if x > 0.5 else 0.06
        rows.append([(x, half, sag + 0.01), (x, 0.3 * half, sag + 0.035), (x, -half, sag), (x, 0.0, sag - 0.012)])
    made = rings(np.array(rows))
    return forms.slotted(made, lambda m: (m[:, 0] > long * 0.9205).astype(np.int64))


def _hub() -> Shape:
    """The rotor head."""
    arms = [box((0.62, 0.10, 0.07), center=(0.3, 0, 0), bevel=0.02).turned(_quarter(k)) for k in range(3)]
    return join([*arms, forms.turned([(0.14, -0.08), (0.16, 0.02), (0.08, 0.12), (0.001, 0.14)])])


def _fin() -> Shape:
    """The upright fin at the end of the boom."""
    side = np.array(
        [(-5.1, 2.12), (-5.65, 2.98), (-6.0, 3.02), (-5.95, 2.2), (-6.05, 1.62), (-5.75, 1.62), (-5.35, 2.02)]
    )
    mid = side.mean(axis=0)
    rows = []
    for x, k in ((-0.03, 0.94), (-0.035, 1.0), (0.035, 1.0), (0.03, 0.94)):
        q = mid + (side - mid) * k
        rows.append(np.column_stack([np.full(len(q), x), q]))
    return rings(np.array(rows))
