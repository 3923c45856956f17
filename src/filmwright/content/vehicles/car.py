"""A car: a four-door sedan."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Joint, Thing
from filmwright.content.vehicles import _body, _cockpit, _wheels
from filmwright.content.vehicles._body import SEDAN, Skin
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, ball, box, join, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("car", "automobile", "sedan")
EXAMPLE = "A red car on a city street"
COLOR = "dark_red"
HOME = ("city_street", "neon_street")
SPEEDS = {
    "drive": 8.0,
    "move": 5.0,
    "drive_car": 8.0,
    "accelerate": 9.0,
    "slow_down": 5.0,
    "turn_corner": 5.0,
    "race_car": 12.0,
    "wait_in_traffic": 0.6,
}


CARRIES = ("drive_car", "drive")
_SEEN_THROUGH = 0.82  # of the light behind its windows; chosen: they mirror the street a little


class Params(NamedTuple):
    """One car: its color, how large it is against the usual, and whether somebody drives it."""

    color: Color
    scale: float = 1.0
    driven: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The car somebody asked for."""
    return Params(things.color_of(member, COLOR), things.size_of(member), is_driven(member))


def is_driven(member: Member) -> bool:
    """Whether somebody sits at the wheel: one sees into it then."""
    return member.action is not None and member.action.to is not None


def build(params: Params) -> Thing:
    """The car."""
    return things.scaled(sedan(params.color, driven=params.driven), params.scale)


def sedan(
    color: Color,
    extra: tuple[Mesh, ...] = (),
    materials: dict[str, Material] | None = None,
    *,
    driven: bool = False,
) -> Thing:
    """The sedan in a color, with what a taxi or a police car carries besides; one that is driven has windows one sees through, and
    inside seats, a dashboard and a steering wheel."""
    body = _body.skin(SEDAN)
    inside = _cockpit.inside() if driven else ()
    within = _cockpit.materials() if driven else {}
    lips, wells = _body.arches(body)
    wheel = _wheels.wheel(SEDAN.wheel_m, 0.215, rim=0.70)
    nodes = [
        things.mesh("car hull", _cockpit.opened(_painted(body.hull)) if driven else _painted(body.hull), "paint"),
        things.mesh("car cabin", _glazed(body.cabin), "glazing" if driven else "paint"),
        things.mesh("car arches", _body.masked(lips), "paint"),
        things.mesh("car wells", wells, "dark"),
        things.mesh("car lines", _lines(body), "dark"),
        things.mesh("car mirrors", _body.masked(_mirrors()), "paint"),
        things.mesh("car handles", _handles(body), "rim"),
        things.mesh("car plates", _plates(), "plate"),
        *inside,
        *extra,
    ]
    joints: list[Joint] = []
    for name, y in zip(("front wheel", "rear wheel"), SEDAN.axles):
        meshes, own = _wheels.axle(f"car {name}", wheel, SEDAN.track_m, y, SEDAN.wheel_m)
        nodes += meshes
        joints += own
    return Thing(
        nodes=tuple(nodes),
        materials={
            "paint": _body.paint(color),
            **({"glazing": _body.paint(color, clear=_SEEN_THROUGH)} if driven else {}),
            **within,
            "plate": things.made_of("plastic", (0.62, 0.62, 0.6)),
            **_wheels.materials(),
            **(materials or {}),
        },
        joints=tuple(joints),
        view_rad=0.72,
        top=(0.0, -0.45, 1.44),
        sits=((-0.36, -0.1, 0.42, 0.0),),
        ride=_cockpit.ride(),
    )


def _painted(hull: Shape) -> Shape:
    """The hull with lamps, grille and bumpers."""
    p = hull.points
    x, y, z = np.abs(p[:, 0]), p[:, 1], p[:, 2]
    front, rear = np.where(y > 1.6, 0.0, 1.0), np.where(y < -1.6, 0.0, 1.0)
    face = np.column_stack([x, z])
    lamp = np.maximum(
        _body.polygon(
            np.column_stack([x + 0.45 * (2.2 - y), z]), ((0.44, 0.545), (0.86, 0.585), (0.90, 0.70), (0.50, 0.655))
        ),
        front,
    )
    grille = np.maximum(_body.oval(face, (0.0, 0.50), (0.46, 0.095), 4.0), front)
    intake = np.maximum(_body.oval(face, (0.0, 0.315), (0.62, 0.05), 4.0), front)
    side_intake = np.maximum(_body.oval(face, (0.68, 0.40), (0.10, 0.06), 3.0), front)
    ring = np.maximum(np.abs(_body.oval(face, (0.0, 0.50), (0.47, 0.105), 4.0)) - 0.010, front)
    bars = np.maximum(np.abs(((z - 0.50) / 0.034) % 1.0 - 0.5) * 0.034 - 0.0045, grille)
    tail = np.maximum(
        _body.polygon(
            np.column_stack([x - 0.35 * (y + 2.2), z]), ((0.44, 0.79), (0.80, 0.80), (0.80, 0.90), (0.42, 0.885))
        ),
        rear,
    )
    bumper = np.maximum(_body.oval(face, (0.0, 0.34), (0.70, 0.09), 4.0), rear)
    sill = z - 0.235
    trim = np.minimum.reduce([grille, intake, side_intake, bumper, sill])
    return _body.masked(hull, lamp=lamp, tail=tail, trim=trim, chrome=np.minimum(ring, bars))


def _glazed(cabin: Shape) -> Shape:
    """The cabin with its windows, their pillars and rubber."""
    p = cabin.points
    x, y, z = np.abs(p[:, 0]), p[:, 1], p[:, 2]
    side = np.column_stack([y, z])
    waist = 0.985
    doors = [
        ((0.52, waist), (0.30, 1.16), (0.04, 1.335), (-0.21, 1.362), (-0.21, waist)),
        ((-0.30, waist), (-0.30, 1.365), (-0.72, 1.362), (-1.02, 1.32), (-1.10, waist)),
        ((-1.17, waist + 0.03), (-1.10, 1.285), (-1.20, 1.25), (-1.42, 1.10), (-1.46, waist + 0.03)),
    ]
    inner = 0.59 + 0.21 * np.clip((1.43 - z) / 0.45, 0, 1)  # how far out the corner pillars stand at a height
    beside = np.minimum.reduce([_body.polygon(side, d) for d in doors])
    beside = np.maximum(beside, inner - 0.05 - x)
    screen = np.maximum.reduce([x - inner + 0.075, 0.16 - y, 0.99 - z - 0.05 * x])
    behind = np.maximum.reduce([x - inner + 0.085, y + 1.06, 1.055 - z])
    glass = np.minimum.reduce([beside, screen, behind])
    return _body.masked(cabin, glass=glass, trim=np.maximum(np.abs(glass - 0.011) - 0.011, -1.0))


def _lines(body: Skin) -> Shape:
    """The gaps round doors, bonnet and boot."""
    front = [(0.80, 0.33), (0.86, 0.62), (0.70, 0.89)]
    middle = [(-0.25, 0.30), (-0.25, 0.92)]
    rear = [(-0.92, 0.33), (-1.02, 0.60), (-1.08, 0.94)]
    low = [(0.80, 0.33), (-0.25, 0.30), (-0.92, 0.33)]
    made = [_body.along_side(body, line, side) for side in (-1.0, 1.0) for line in (front, middle, rear, low)]
    made += [_over(body, side) for side in (-1.0, 1.0)]
    return join(made)


def _over(body: Skin, side: float) -> Shape:
    """The gap beside the bonnet, from the lamp to the windscreen."""
    ys = np.linspace(2.02, 1.02, 24)
    path = np.array([(side * 0.80 * body.side(float(y), 0.66), y, 0.0) for y in ys])
    hull = body.hull.points
    near = hull[(hull[:, 0] * side > 0) & (hull[:, 2] > 0.6)]
    for row in path:
        row[2] = near[np.argmin(((near[:, :2] - row[:2]) ** 2).sum(axis=1)), 2]
    return sweep(path, 0.0035, sides=5)


def _mirrors() -> Shape:
    made = []
    for side in (-1.0, 1.0):
        shell = ball((0.105, 0.055, 0.065), center=(side * 0.985, 0.60, 1.045), sides=20, levels=12)
        made += [shell, sweep([(side * 0.85, 0.57, 0.965), (side * 0.93, 0.59, 1.01)], 0.020, sides=8, flat=0.6)]
    return join(made)


def _handles(body: Skin) -> Shape:
    made = []
    for side in (-1.0, 1.0):
        for y in (-0.12, -0.94):
            x = side * (body.side(y, 0.83) + 0.012)
            made.append(box((0.016, 0.17, 0.024), center=(x, y, 0.83), bevel=0.007))
    return join(made)


def _plates() -> Shape:
    return join(
        [
            box((0.46, 0.012, 0.10), center=(0, 2.285, 0.41), bevel=0.003),
            box((0.46, 0.012, 0.10), center=(0, -2.29, 0.62), bevel=0.003),
        ]
    )
