"""A fireplace: a mantelpiece about a hearth of brick, logs burning on their irons."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _fire, _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Bump, Material, coords, mix, op, remap
from filmwright.scene.shade import noise as grain
from filmwright.scene.shapes import Shape, ball, box, curve, join, lathe, sweep
from filmwright.spec.shot import Member

WORDS = ("fireplace", "fire place")
EXAMPLE = "A fireplace in a studio"
COLOR = "#e6e0d3"
MATERIALS = ("lacquer", "stone", "wood")
HOME = ("living_room", "studio")
WIDTH_M, HEIGHT_M, DEPTH_M = 1.36, 1.16, 0.40  # of the mantelpiece; usual ones are 1.2 to 1.5 m wide
OPENING_M, ARCH_M = 0.80, 0.74  # width and height of the fire's opening


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The fireplace somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The fireplace, burning, its front along +Y."""
    rng = np.random.default_rng(params.seed)
    logs = join([_log(k, rng) for k in range(5)])
    flames = join([_flame(k, rng) for k in range(9)])
    round_bed = lathe([(0.0, 0.0), (0.30, 0.0), (0.24, 0.03), (0.12, 0.055), (0.0, 0.06)], sides=40, caps=False)
    bed = round_bed._replace(points=round_bed.points * [1.0, 0.45, 1.0] + [0.0, -0.02, 0.05])
    thing = Thing(
        nodes=(
            things.mesh("fireplace mantel", _mantel(), "mantel"),
            things.mesh("fireplace bricks", _bricks(), "brick"),
            things.mesh("fireplace hearth", box((WIDTH_M, 0.36, 0.05), center=(0, 0.38, 0.025), bevel=0.006), "hearth"),
            things.mesh("fireplace irons", _irons(), "iron"),
            things.mesh("fireplace logs", logs, "log", sharp_rad=0.9),
            things.mesh("fireplace embers", bed, "embers", sharp_rad=None),
            things.mesh("fireplace flames", flames, "flame", sharp_rad=None, shadow=False),
            things.mesh("fireplace candlesticks", _candlesticks(), "brass"),
            things.mesh("fireplace candles", _candles(), "wax"),
        ),
        materials={
            "mantel": things.made_of(params.material, params.color),
            "brick": _sooty(),
            "hearth": _parts.plain("stone", "#4b4744"),
            "iron": _parts.plain("metal", "#1c1b1a"),
            "log": _fire.charred(),
            "embers": _fire.embers(),
            "flame": _fire.flames(),
            "brass": _parts.plain("gold", "#a9803c"),
            "wax": _parts.plain("plastic", "#efe6d2"),
        },
        view_rad=0.25,
        top=(0.0, 0.05, HEIGHT_M),
        lamps=(things.lamp("fire light", (0.0, 0.16, 0.36), 70.0, (1.0, 0.44, 0.15), size_m=0.3, flicker=0.30),),
    )
    return things.scaled(thing, params.size)


def _mantel() -> Shape:
    """Two pilasters with base and capital, a lintel with a panel, the shelf on a cornice, slips beside the opening."""
    front = DEPTH_M / 2
    side = (WIDTH_M - 0.10 - OPENING_M) / 2
    parts = []
    for x in (-(OPENING_M + side) / 2, (OPENING_M + side) / 2):
        parts.append(box((side, DEPTH_M - 0.02, 1.0), center=(x, -0.01, 0.5), bevel=0.004))
        parts.append(box((side + 0.03, 0.05, 0.14), center=(x, front - 0.01, 0.07), bevel=0.006))
        parts.append(box((side - 0.06, 0.025, 0.66), center=(x, front - 0.006, 0.52), bevel=0.008))
        parts.append(box((side + 0.03, 0.045, 0.06), center=(x, front - 0.006, 0.93), bevel=0.008))
    high = 1.06 - ARCH_M
    parts.append(box((OPENING_M + 0.02, DEPTH_M - 0.04, high), center=(0, -0.02, ARCH_M + high / 2), bevel=0.004))
    parts.append(box((OPENING_M - 0.10, 0.02, high - 0.12), center=(0, front - 0.034, ARCH_M + high / 2), bevel=0.008))
    parts.append(box((WIDTH_M - 0.04, DEPTH_M + 0.02, 0.05), center=(0, 0.0, 1.075), bevel=0.012))
    parts.append(box((WIDTH_M + 0.10, DEPTH_M + 0.10, 0.045), center=(0, 0.02, HEIGHT_M - 0.0225), bevel=0.010))
    return join(parts)


def _bricks() -> Shape:
    """Back, sides, floor and roof of the firebox."""
    back, deep = -DEPTH_M / 2, DEPTH_M - 0.03
    half = OPENING_M / 2
    return join(
        [
            box((OPENING_M, 0.03, ARCH_M), center=(0, back + 0.015, ARCH_M / 2)),
            *(box((0.03, deep, ARCH_M), center=(x, -0.02, ARCH_M / 2)) for x in (-half + 0.014, half - 0.014)),
            box((OPENING_M, deep, 0.05), center=(0, -0.02, 0.025)),
            box((OPENING_M, deep, 0.03), center=(0, -0.02, ARCH_M - 0.015)),
        ]
    )


def _irons() -> Shape:
    """Two firedogs that the logs lie on."""
    parts = []
    for x in (-0.19, 0.19):
        parts.append(sweep([(x, -0.13, 0.13), (x, 0.10, 0.13)], 0.010, sides=8))
        parts.append(sweep([(x, 0.10, 0.05), (x, 0.10, 0.25)], 0.012, sides=8))
        parts.append(ball(0.022, center=(x, 0.10, 0.265), sides=14, levels=10))
        parts.append(sweep([(x, -0.12, 0.05), (x, -0.12, 0.13)], 0.010, sides=8))
    return join(parts)


def _log(k: int, rng: np.random.Generator) -> Shape:
    """A log across the irons: three below, two on them."""
    y, z = ((-0.10, 0.18), (-0.02, 0.18), (0.055, 0.175), (-0.06, 0.255), (0.02, 0.25))[k]
    half, lean = float(rng.uniform(0.24, 0.30)), float(rng.uniform(-0.03, 0.03))
    path = curve(
        [(-half, y - lean, z), (0.0, y + 0.01, z + float(rng.uniform(-0.008, 0.012))), (half, y + lean, z)], 16
    )
    return sweep(path, np.linspace(0.048, 0.040, 16) * float(rng.uniform(0.85, 1.1)), sides=18)


def _flame(k: int, rng: np.random.Generator) -> Shape:
    """One of the tongues over the logs."""
    x = (k - 4) * 0.062 + float(rng.uniform(-0.02, 0.02))
    high = float(rng.uniform(0.24, 0.36)) + 0.16 * math.exp(-((x / 0.13) ** 2))
    return _fire.tongue((x, float(rng.uniform(-0.07, 0.05)), 0.17), high, float(rng.uniform(0.055, 0.085)), k)


def _candlesticks() -> Shape:
    profile = [
        (0.04, 0.0),
        (0.042, 0.006),
        (0.014, 0.018),
        (0.010, 0.09),
        (0.018, 0.10),
        (0.009, 0.112),
        (0.016, 0.125),
    ]
    return join([lathe(profile, sides=28).moved((x, 0.02, HEIGHT_M)) for x in (-0.52, -0.42, 0.54)])


def _candles() -> Shape:
    tall = {-0.52: 0.20, -0.42: 0.13, 0.54: 0.17}
    return join(
        [
            lathe([(0.011, 0.0), (0.011, h), (0.004, h + 0.002)], sides=20).moved((x, 0.02, HEIGHT_M + 0.122))
            for x, h in tall.items()
        ]
    )


def _sooty() -> Material:
    """Brickwork black with soot above the fire."""
    rest = coords("rest")
    across = op("add", op("x", rest), op("y", rest))
    wall = op("combine", across, op("z", rest), 0.0)
    size = {"mortar": 0.010, "width": 0.21, "height": 0.072}
    brick = op("brick", wall, (0.20, 0.085, 0.05), (0.13, 0.06, 0.04), (0.07, 0.062, 0.056), 1.0, **size)
    rough = grain(rest, scale=9.0, detail=4.0)
    soot = remap(op("z", rest) + (rough - 0.5) * 0.35, 0.12, 0.62)
    return Material(
        color=mix(brick, (0.012, 0.011, 0.011), soot),
        roughness=0.93,
        specular=0.15,
        bumps=(Bump(height=rough, strength=0.5, distance_m=0.006),),
        preview=(0.06, 0.04, 0.035),
    )
