"""A football goal: white posts and bar, a net that hangs behind them."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, join, sweep
from filmwright.spec.shot import Member

WORDS = ("goal net", "soccer goal", "football goal")
EXAMPLE = "A football goal in a meadow"
COLOR = "#eeeeec"
HOME = ("meadow", "park", "studio")
WIDE_M, HIGH_M, DEEP_M = 3.0, 2.0, 1.1  # of a goal for small fields
_POST_M, _MESH_M = 0.045, 0.14


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The goal somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The goal, its mouth to the front."""
    w, front, back = WIDE_M / 2, DEEP_M / 2, -DEEP_M / 2
    top_back = front - 0.55
    frame = [sweep([(s * w, front, 0.0), (s * w, front, HIGH_M)], _POST_M, sides=20) for s in (-1, 1)]
    frame.append(sweep([(-w - _POST_M, front, HIGH_M), (w + _POST_M, front, HIGH_M)], _POST_M, sides=20))
    stays = []
    for s in (-1, 1):
        stays.append(
            sweep([(s * w, front, HIGH_M), (s * w, top_back, HIGH_M - 0.02), (s * w, back, 0.03)], 0.02, sides=10)
        )
        stays.append(sweep([(s * w, front, 0.03), (s * w, back, 0.03)], 0.02, sides=10))
    stays.append(sweep([(-w, back, 0.03), (w, back, 0.03)], 0.02, sides=10))
    thing = Thing(
        nodes=(
            things.mesh("goal frame", join(frame), "post"),
            things.mesh("goal stays", join(stays), "stay"),
            things.mesh("goal net", _net(w, front, back, top_back), "net"),
        ),
        materials={
            "post": things.made_of("lacquer", params.color),
            "stay": things.made_of("metal", (0.42, 0.43, 0.44)),
            "net": things.made_of("cotton", (0.78, 0.78, 0.76)),
        },
        view_rad=0.6,
    )
    return things.scaled(thing, params.size)


def _net(w: float, front: float, back: float, top_back: float) -> Shape:
    """Cords in squares over the top, down the back and along both sides; they sag a little."""
    line = np.array([[front, HIGH_M], [top_back, HIGH_M - 0.02], [back, 0.03]])
    reach = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    at = np.linspace(0, reach[-1], int(reach[-1] / _MESH_M) + 1)
    y, z = (np.interp(at, reach, line[:, k]) for k in (0, 1))
    sag = 0.07 * np.sin(np.pi * at / reach[-1])
    xs = np.linspace(-w, w, int(2 * w / _MESH_M) + 1)
    cords = [_cord(np.column_stack([np.full(len(y), x), y - 0.6 * sag, z - 0.4 * sag])) for x in xs]
    for v, u, low in zip(y, z, sag):
        bow = 0.05 * np.sin(np.pi * (xs + w) / (2 * w))
        cords.append(_cord(np.column_stack([xs, v - 0.6 * low - bow, u - 0.4 * low + 0 * xs])))
    for s in (-1.0, 1.0):
        for high in np.arange(0.03, HIGH_M, _MESH_M):
            end = np.interp(high, [0.03, HIGH_M - 0.02], [back, top_back])
            cords.append(
                _cord(
                    np.array(
                        [[s * w, front, high], [s * (w + 0.03), (front + end) / 2, high - 0.02], [s * w, end, high]]
                    )
                )
            )
        for v in np.arange(back + _MESH_M, front, _MESH_M):
            top = HIGH_M if v > top_back else float(np.interp(v, [back, top_back], [0.03, HIGH_M - 0.02]))
            cords.append(_cord(np.array([[s * w, v, 0.03], [s * (w + 0.03), v, top / 2], [s * w, v, top]])))
    return join(cords)


def _cord(line: F64) -> Shape:
    return sweep(line, 0.0028, sides=4)
