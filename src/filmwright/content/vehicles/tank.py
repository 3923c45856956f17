"""A battle tank: tracks over road wheels, a sloped hull, a turret with its long gun."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.content.vehicles import _coach
from filmwright.scene.shade import Bump, Material, coords, mix, noise, remap
from filmwright.scene.shapes import Shape, box, join, rings
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("tank", "battle tank", "army tank")
EXAMPLE = "A tank in a desert"
COLOR = "olive"
HOME = ("desert", "field", "studio")
SPEEDS = {"drive": 4.0, "move": 4.0, "slow_down": 2.5}
_TRACK_X, _TRACK_WIDE_M = 1.42, 0.56


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The tank somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The tank, its gun ahead."""
    hull = _prism([(3.35, 0.95), (2.9, 1.32), (-3.15, 1.38), (-3.25, 0.95), (-2.9, 0.50), (2.75, 0.50)], 1.05)
    deck = _prism([(3.15, 1.10), (2.2, 1.42), (-3.1, 1.44), (-3.2, 1.12)], 1.72)
    turret = _turret()
    gun = forms.turned(
        [
            (0.10, 0.0),
            (0.105, 1.9),
            (0.15, 1.9),
            (0.15, 2.6),
            (0.095, 2.6),
            (0.085, 4.3),
            (0.12, 4.3),
            (0.12, 4.52),
            (0.055, 4.52),
            (0.05, 4.2),
        ],
        (0, 1.45, 1.95),
        axis="y",
    )
    mantlet = forms.loft(
        [(1.0, 0.50, 1.92, 0.30), (1.45, 0.44, 1.94, 0.27), (1.7, 0.24, 1.95, 0.2), (1.75, 0.18, 1.95, 0.16)], power=3.5
    )
    cupola = [
        forms.turned([(0.42, 0), (0.42, 0.14), (0.36, 0.20), (0.001, 0.22)], (0.52, -0.45, 2.32)),
        forms.turned([(0.34, 0), (0.34, 0.06), (0.001, 0.08)], (-0.5, -0.55, 2.32)),
    ]
    machine_gun = [
        forms.rod((0.52, -0.25, 2.75), (0.52, 0.75, 2.80), 0.025),
        box((0.10, 0.42, 0.12), center=(0.52, -0.30, 2.75), bevel=0.02),
        forms.rod((0.52, -0.3, 2.5), (0.52, -0.3, 2.72), 0.03),
    ]
    aerial = [forms.rod((s * 0.9, -1.5, 2.2), (s * 0.9, -1.75, 4.1), (0.014, 0.005), sides=6) for s in (-1,)]
    stowage = [
        box((1.7, 0.42, 0.40), center=(0, -1.95, 2.05), bevel=0.05),
        box((0.32, 0.9, 0.28), center=(1.45, -1.9, 1.56), bevel=0.04),
        box((0.32, 1.2, 0.28), center=(-1.45, -1.2, 1.56), bevel=0.04),
    ]
    smoke = [
        forms.rod(
            (s * (1.10 + 0.03 * k), 0.75 + 0.16 * k, 2.0),
            (s * (1.26 + 0.03 * k), 0.88 + 0.16 * k, 2.18),
            0.05,
            sides=10,
        )
        for s in (-1, 1)
        for k in range(3)
    ]
    skirts = [
        box((0.05, 1.02, 0.42), center=(s * (_TRACK_X + 0.32), y, 1.10), bevel=0.02)
        for s in (-1, 1)
        for y in (2.1, 1.02, -0.06, -1.14, -2.22)
    ]
    lamps = [forms.turned([(0.11, 0), (0.09, 0.04), (0.001, 0.05)], (s * 1.2, 3.02, 1.22), axis="y") for s in (-1, 1)]
    hooks = [forms.hoop(0.10, 0.028, (s * 0.7, 3.28, 0.85), axis="x") for s in (-1, 1)]
    louvers = [box((1.6, 0.05, 0.03), center=(0, -2.9 + 0.16 * k, 1.455), bevel=0.01) for k in range(8)]
    tracks, wheels = [], []
    for s in (-1.0, 1.0):
        links, road = _running_gear(s)
        tracks.append(links)
        wheels.append(road)
    nodes = (
        things.mesh("tank hull", join([hull, deck, *skirts]), "armor", sharp_rad=0.4),
        things.mesh("tank turret", join([turret, mantlet, *cupola, *stowage]), "armor", sharp_rad=0.5),
        things.mesh("tank gun", gun, "armor"),
        things.mesh("tank wheels", join(wheels), "armor"),
        things.mesh("tank steel", join([*machine_gun, *aerial, *smoke, *hooks, *louvers]), "steel"),
        things.mesh("tank tracks", join(tracks), "track"),
        things.mesh("tank lamps", join(lamps), "white lamp"),
    )
    thing = Thing(
        nodes=nodes,
        materials={
            "armor": _camouflage(params.color),
            "steel": _parts.plain("metal", "#2b2c2e"),
            "track": _parts.plain("metal", "#3a3633"),
            **_coach.trims(),
        },
        view_rad=0.80,
        top=(0.0, -0.3, 2.4),
    )
    return things.scaled(thing, params.size)


def _prism(side: list[tuple[float, float]], half: float) -> Shape:
    """A body as wide as twice `half` whose side view is a polygon of (y, z), its edges broken."""
    c = np.array(side, float)
    mid = c.mean(axis=0)
    rows = []
    for x, k in ((-half, 0.985), (-half + 0.03, 1.0), (half - 0.03, 1.0), (half, 0.985)):
        q = mid + (c - mid) * k
        rows.append(np.column_stack([np.full(len(q), x), q]))
    return rings(np.array(rows))


def _turret() -> Shape:
    """The turret: broad, its cheeks sloping back."""
    plan = np.array(
        [
            (0.55, 1.55),
            (-0.55, 1.55),
            (-1.28, 0.55),
            (-1.22, -1.0),
            (-0.85, -1.75),
            (0.85, -1.75),
            (1.22, -1.0),
            (1.28, 0.55),
        ]
    )
    rows = []
    for z, k in ((1.42, 0.92), (1.60, 1.0), (1.72, 1.0), (2.28, 0.78), (2.34, 0.72)):
        rows.append(np.column_stack([plan * k + [0, -0.1 * (1 - k)], np.full(8, z)]))
    return rings(np.array(rows))


def _running_gear(side: float) -> tuple[Shape, Shape]:
    """A track's links, and the wheels it runs on."""
    x = side * _TRACK_X
    line = _track_line()
    step = np.roll(line, -1, 0) - line
    reach = np.concatenate([[0.0], np.cumsum(np.linalg.norm(step, axis=1))])
    closed = np.vstack([line, line[:1]])
    count = 92
    link = join(
        [
            box((_TRACK_WIDE_M, 0.125, 0.045), bevel=0.012),
            box((_TRACK_WIDE_M * 0.9, 0.035, 0.085), bevel=0.012),
            box((0.07, 0.06, 0.14), center=(0, 0, 0.05), bevel=0.015),
        ]
    )
    links = []
    for k in range(count):
        at = reach[-1] * k / count
        y, z = (float(np.interp(at, reach, closed[:, i])) for i in range(2))
        y2, z2 = (float(np.interp((at + 0.05) % reach[-1], reach, closed[:, i])) for i in range(2))
        a = math.atan2(z2 - z, y2 - y)
        turn = np.array([[1, 0, 0], [0, math.cos(a), -math.sin(a)], [0, math.sin(a), math.cos(a)]])
        links.append(link.turned(turn).moved((x, y, z)))
    wheels = []
    for y in np.linspace(2.05, -2.25, 6):
        wheels.append(_road_wheel(0.36, side).moved((x, y, 0.44)))
    wheels += [_road_wheel(0.34, side).moved((x, 2.95, 0.80)), _road_wheel(0.34, side).moved((x, -2.98, 0.82))]
    return join(links), join(wheels)


def _track_line() -> F64:
    """The way of a track (n, 2) of y and z, round its wheels."""

    def arc(y: float, z: float, r: float, low: float, high: float) -> F64:
        a = np.radians(np.linspace(low, high, 14))
        return np.column_stack([y + r * np.cos(a), z + r * np.sin(a)])

    return np.concatenate(
        [
            arc(-2.98, 0.82, 0.40, 90, 235),
            arc(-2.25, 0.44, 0.40, 235, 270),
            arc(2.05, 0.44, 0.40, 270, 305),
            arc(2.95, 0.80, 0.40, 305, 450),
        ]
    )


def _road_wheel(r: float, side: float) -> Shape:
    """A road wheel with its rubber rim and hub."""
    half = 0.20
    disc = forms.turned(
        [
            (r * 0.98, -half),
            (r, -half + 0.02),
            (r, half - 0.02),
            (r * 0.98, half),
            (r * 0.80, half),
            (r * 0.76, half * 0.55),
            (r * 0.34, half * 0.75),
            (r * 0.30, half * 1.05),
            (0.001, half * 1.1),
        ],
        axis="x",
    )
    bolts = forms.ring_of(box((0.05, 0.035, 0.035), center=(half * 0.72, r * 0.52, 0), bevel=0.008), 8, axis="x")
    made = join([disc, bolts])
    return made if side > 0 else made.mirrored(0)


def _camouflage(color: Color) -> Material:
    """Matte paint in three tones with dust low down and scratches."""
    rest = coords("rest")
    patch = noise(rest, scale=0.55, detail=2, distortion=0.6)
    dust = remap(noise(rest, scale=3.0, detail=6), 0.42, 0.75)
    dark: Color = (0.35 * color[0], 0.40 * color[1], 0.45 * color[2])
    brown: Color = (0.5 * color[0] + 0.04, 0.5 * color[1] + 0.022, 0.5 * color[2] + 0.012)
    base = mix(
        mix(dark, color, remap(patch, 0.44, 0.46)),
        brown,
        remap(noise(rest, scale=0.7, detail=2, distortion=0.5), 0.60, 0.62),
    )
    return Material(
        color=mix(base, (0.30, 0.24, 0.16), dust * 0.35),
        roughness=0.72,
        specular=0.3,
        bumps=(Bump(height=dust, strength=0.3, distance_m=0.006),),
        preview=color,
    )
