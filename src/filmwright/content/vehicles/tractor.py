"""A farm tractor: tall ribbed rear wheels, a long bonnet with its grille, an exhaust stack, a cab of glass."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Joint, Thing
from filmwright.content.things import Asked
from filmwright.content.vehicles import _coach, _wheels
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import Shape, box, join, rotation
from filmwright.spec.shot import Member

WORDS = ("tractor", "farm tractor")
EXAMPLE = "A red tractor in a meadow"
COLOR = "#b02a1c"
HOME = ("field", "farmyard", "meadow", "studio")
SPEEDS = {"drive": 3.5, "move": 3.0, "slow_down": 2.0}
_REAR, _FRONT = (0.84, -0.95), (0.50, 1.35)  # radius and y of the wheels


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The tractor somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The tractor on its wheels."""
    hood = forms.loft(
        [
            (1.86, 0.26, 1.14, 0.24),
            (1.80, 0.33, 1.16, 0.30),
            (1.55, 0.36, 1.18, 0.33),
            (0.6, 0.37, 1.22, 0.36),
            (0.10, 0.37, 1.25, 0.39),
        ],
        power=4.2,
    )
    belly = [
        box((0.42, 2.5, 0.36), center=(0, 0.6, 0.80), bevel=0.06),
        box((0.60, 0.9, 0.55), center=(0, -0.8, 0.86), bevel=0.08),
    ]
    grille = [box((0.40, 0.03, 0.022), center=(0, 1.865, 0.98 + 0.05 * k), bevel=0.008) for k in range(7)]
    vents = [
        box((0.012, 0.50, 0.02), center=(s * 0.372, 0.95, 1.10 + 0.055 * k), bevel=0.005)
        for s in (-1, 1)
        for k in range(5)
    ]
    stack = [
        forms.pipe([(0.27, 1.05, 1.5), (0.27, 1.05, 1.75), (0.27, 1.05, 2.25), (0.27, 1.02, 2.42)], 0.035),
        forms.rod((0.27, 1.05, 1.62), (0.27, 1.05, 2.02), 0.065),
    ]
    air = [
        forms.rod((-0.26, 0.75, 1.55), (-0.26, 0.75, 1.78), 0.04),
        forms.turned([(0.09, 0), (0.10, 0.06), (0.06, 0.10), (0.001, 0.11)], (-0.26, 0.75, 1.78)),
    ]
    guards = [_guard(s) for s in (-1.0, 1.0)]
    floor = box((1.5, 1.3, 0.06), center=(0, -0.55, 1.02), bevel=0.02)
    posts = [
        forms.rod((s * 0.66, y0, 1.05), (s * 0.60, y1, 2.52), 0.035, sides=10)
        for s in (-1, 1)
        for y0, y1 in ((0.08, -0.02), (-1.20, -1.18))
    ]
    roof = forms.loft(
        [
            (0.22, 0.60, 2.56, 0.05),
            (0.12, 0.72, 2.58, 0.085),
            (-0.6, 0.74, 2.60, 0.10),
            (-1.30, 0.72, 2.58, 0.085),
            (-1.38, 0.60, 2.56, 0.05),
        ],
        power=3.5,
    )
    panes = [
        forms.wall((s * 0.655, 0.04, 1.30), (s * 0.655, -1.18, 1.55), (s * 0.602, -1.17, 2.5), (s * 0.602, -0.02, 2.5))
        for s in (-1, 1)
    ]
    panes += [forms.wall((-0.64, 0.07, 1.30), (0.64, 0.07, 1.30), (0.60, -0.01, 2.5), (-0.60, -0.01, 2.5))]
    panes += [forms.wall((-0.64, -1.19, 1.5), (0.64, -1.19, 1.5), (0.60, -1.18, 2.5), (-0.60, -1.18, 2.5))]
    seat = [
        box((0.46, 0.42, 0.12), center=(0, -0.75, 1.28), bevel=0.05),
        box((0.46, 0.12, 0.50), center=(0, -0.98, 1.56), bevel=0.05),
    ]
    wheel = [
        forms.hoop(0.17, 0.016),
        forms.rod((0, 0, -0.02), (0, 0, -0.42), 0.02),
        *[forms.rod((0, 0, -0.01), (0.17 * math.cos(a), 0.17 * math.sin(a), 0), 0.01) for a in (0.5, 2.6, 4.7)],
    ]
    steering = join(wheel).turned(rotation(x=0.6)).moved((0, -0.20, 1.68))
    lamps = [
        forms.turned([(0.10, 0), (0.085, 0.03), (0.001, 0.045)], (s * 0.22, 1.84, 1.34), axis="y") for s in (-1, 1)
    ]
    lamps += [forms.turned([(0.07, 0), (0.06, 0.03), (0.001, 0.04)], (s * 0.5, 0.22, 2.58), axis="y") for s in (-1, 1)]
    steps = [box((0.22, 0.34, 0.04), center=(s * 0.60, 0.22, z), bevel=0.012) for s in (-1, 1) for z in (0.55, 0.80)]
    axles = [forms.rod((-0.85, y, r), (0.85, y, r), 0.09) for r, y in (_REAR, _FRONT)]
    beacon = forms.turned([(0.06, 0), (0.06, 0.08), (0.03, 0.12), (0.001, 0.125)], (-0.5, -1.15, 2.68))
    nodes: list[Mesh] = [
        things.mesh("tractor hood", join([hood, *guards, roof]), "paint", sharp_rad=0.6),
        things.mesh(
            "tractor frame",
            join([*belly, *grille, *vents, floor, *posts, *steps, *axles, steering, *seat, *air]),
            "dark",
        ),
        things.mesh("tractor exhaust", join(stack), "chrome"),
        things.mesh("tractor glass", join(panes), "pane"),
        things.mesh("tractor lamps", join(lamps), "white lamp"),
        things.mesh("tractor beacon", beacon, "amber lamp"),
    ]
    joints: list[Joint] = []
    for name, (radius, y), wide, track in (("rear", _REAR, 0.46, 0.86), ("front", _FRONT, 0.30, 0.74)):
        meshes, own = _wheels.axle(f"tractor {name} wheel", _ribbed(radius, wide), track, y, radius)
        nodes += meshes
        joints += own
    rim = (0.80, 0.55, 0.06) if params.color[1] < 0.5 else (0.6, 0.6, 0.6)
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "paint": things.made_of("lacquer", params.color),
            "dark": things.made_of("lacquer", (0.022, 0.022, 0.024)),
            "chrome": things.made_of("chrome", (0.7, 0.7, 0.7)),
            "pane": things.made_of("glass", (0.8, 0.85, 0.85)),
            **_coach.trims(),
            **(_wheels.materials() | {"rim": things.made_of("lacquer", rim)}),
        },
        joints=tuple(joints),
        view_rad=0.85,
        sits=((0.0, -0.72, 1.36, 0.0),),
    )
    return things.scaled(thing, params.size)


def _ribbed(radius: float, wide: float) -> Shape:
    """A tractor's wheel: the tire with slanting bars on its tread."""
    bare = _wheels.wheel(radius * 0.955, wide, rim=0.58, solid=True)
    bar = box((0.055, wide * 0.62, 0.075), bevel=0.015, slot=_wheels.TIRE)
    bars = []
    count = 22
    for k in range(count):
        for s in (-1.0, 1.0):
            item = (
                bar.turned(rotation(x=math.pi / 2))
                .turned(rotation(x=s * 0.75))
                .moved((radius * 0.962, 0, s * wide * 0.25))
            )
            bars.append(item.turned(rotation(z=2 * math.pi * (k + (0.5 if s > 0 else 0.0)) / count)))
    return join([bare, join(bars).turned(rotation(y=math.pi / 2))])


def _guard(side: float) -> Shape:
    """The fender over a rear wheel."""
    r, y = _REAR
    a = np.linspace(0.05, 2.5, 30)
    rows = []
    for x, k in ((0.64, r + 0.07), (0.66, r + 0.10), (1.10, r + 0.10), (1.12, r + 0.05)):
        rows.append(np.column_stack([np.full(30, side * x), y + k * np.cos(a), r + k * np.sin(a)]))
    inner = np.column_stack([np.full(30, side * 0.64), y + 0.3 * np.cos(a), r + 0.3 * np.sin(a)])
    return forms.sheet([inner, *rows])
