"""A flag on its pole, waving in the wind."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Bump, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, ball, box, join
from filmwright.spec.shot import Action, Member
from filmwright.values import Color

WORDS = ("flag", "banner flag")
EXAMPLE = "A red flag in a meadow"
COLOR = "red"
MATERIALS = ("silk", "cotton")
HOME = ("meadow", "studio")
ACTIONS = ("wave", "stand")
GRIP = ("up",)
LONG_M, HIGH_M, POLE_M = 1.5, 1.0, 3.6
_COLUMNS = 22
_POLE_X = -0.55  # where the pole stands, so that flag and pole together have the origin in their middle
BONES = ("pole", *(f"cloth {k}" for k in range(_COLUMNS)))


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The flag somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The flag, its cloth hanging out to the right (+X) of the pole."""
    xs, zs = np.linspace(0.035, LONG_M, 67), np.linspace(POLE_M - 0.12 - HIGH_M, POLE_M - 0.12, 31)
    cloth = forms.sheet([np.column_stack([xs, np.zeros(67), np.full(67, z)]) for z in zs]).moved((_POLE_X, 0, 0))
    at = np.clip(((cloth.points[:, 0] - _POLE_X) / LONG_M) * (_COLUMNS - 1), 0, _COLUMNS - 1.0001)
    low = at.astype(int)
    weights = np.zeros((len(at), len(BONES)))
    rows = np.arange(len(at))
    weights[rows, 1 + low] = 1 - (at - low)
    weights[rows, 2 + low] = at - low
    pole = forms.rod((0, 0, 0), (0, 0, POLE_M), (0.026, 0.019))
    knob = ball(0.048, center=(0, 0, POLE_M + 0.035), sides=24, levels=14)
    foot = [
        box((0.34, 0.34, 0.05), center=(0, 0, 0.025), bevel=0.012),
        forms.turned([(0.06, 0.05), (0.055, 0.22), (0.035, 0.24)]),
    ]
    rope = [
        forms.rod((0.032, 0.012, z), (0.03, 0.012, z + HIGH_M / 4), 0.004, sides=6)
        for z in (POLE_M - 0.12 - HIGH_M, POLE_M - 0.4)
    ]
    hooks = [forms.hoop(0.026, 0.005, (0, 0, z)) for z in (POLE_M - 0.15, POLE_M - 0.10 - HIGH_M)]

    def fixed(name: str, items: list[Shape], material: str) -> Mesh:
        item = join(items).moved((_POLE_X, 0, 0))
        held = np.zeros((len(item.points), len(BONES)))
        held[:, 0] = 1.0
        return things.mesh(f"flag {name}", item, material, weights=held)

    thing = Thing(
        nodes=(
            things.mesh("flag cloth", cloth, "cloth", sharp_rad=None, weights=weights),
            fixed("pole", [pole, *foot], "pole"),
            fixed("knob", [knob, *hooks], "gold"),
            fixed("rope", rope, "rope"),
        ),
        materials={
            "cloth": _cloth(params.color, params.material),
            "pole": _parts.plain("lacquer", "#d9d7d0"),
            "gold": _parts.plain("gold", "#c8c8c8"),
            "rope": _parts.plain("cotton", "#b9ad94"),
        },
        bones=BONES,
        view_rad=0.0,
        grip=(_POLE_X, 0.0, 0.9),
    )
    return things.scaled(thing, params.size)


def _cloth(color: Color, material: str) -> Material:
    """Bunting with a hem; the light shines through."""
    made = things.made_of(material, color)
    rest = coords("rest")
    hem = remap(op("x", rest), _POLE_X + LONG_M - 0.035, _POLE_X + LONG_M - 0.03)
    weave = noise(rest, scale=300.0, detail=2)
    deep: Color = (0.8 * color[0], 0.8 * color[1], 0.8 * color[2])
    return made.model_copy(
        update={
            "color": mix(color, deep, hem),
            "translucent": 0.4,
            "roughness": 0.7,
            "bumps": (Bump(height=weave, strength=0.15, distance_m=0.001),),
        }
    )


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """Waves run along the cloth, larger towards its free end; it sags and lifts with the gusts."""
    t = performance.times_s
    low, high = things.box(thing.nodes)
    size = float(high[2] - low[2]) / (POLE_M + 0.083)
    frames = len(t)
    c, s = math.cos(performance.facing_yaw_rad), math.sin(performance.facing_yaw_rad)
    place = np.tile(np.asarray(performance.path, float)[0], (frames, 1))
    x = np.linspace(0, LONG_M, _COLUMNS)
    share = x / LONG_M
    gust = 0.5 + 0.5 * np.sin(2 * math.pi * t / 5.3 + 1.0)
    wide = (0.10 + 0.05 * gust)[:, None] * share**0.8
    phase = 2 * math.pi * (x[None] / 0.92 - 1.15 * t[:, None])
    y = wide * np.sin(phase) + 0.35 * wide * np.sin(1.9 * phase + 1.0)
    slope = np.gradient(y, x, axis=1)
    along = np.concatenate(
        [
            np.zeros((frames, 1)),
            np.cumsum(np.diff(x) / np.sqrt(1 + (0.5 * (slope[:, 1:] + slope[:, :-1])) ** 2), axis=1),
        ],
        axis=1,
    )
    sag = -(0.17 - 0.10 * gust)[:, None] * share**2 + 0.02 * np.sin(phase * 0.5) * share
    turn = np.arctan(slope)
    rest = x + _POLE_X
    local = np.stack([_POLE_X + along - np.cos(turn) * rest, y - np.sin(turn) * rest, sag], -1) * size
    locations = np.zeros((frames, len(BONES), 3))
    rotations = np.zeros((frames, len(BONES), 4))
    whole = performance.facing_yaw_rad
    rotations[:, 0, 0], rotations[:, 0, 3] = math.cos(whole / 2), math.sin(whole / 2)
    locations[:, 0] = place
    rotations[:, 1:, 0], rotations[:, 1:, 3] = np.cos((turn + whole) / 2), np.sin((turn + whole) / 2)
    locations[:, 1:] = place[:, None] + _about_z(local, c, s)
    return Motion(BONES, locations, rotations, place, np.full(frames, whole))


def _about_z(points: F64, c: float, s: float) -> F64:
    """Points turned about the z axis."""
    return np.stack(
        [c * points[..., 0] - s * points[..., 1], s * points[..., 0] + c * points[..., 1], points[..., 2]], -1
    )
