"""A coach of the old days: a curved body with doors and windows, four spoked wheels, lamps, the coachman's box, gilded edges."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Joint, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.content.vehicles import _coach
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import Shape, ball, box, join, rings
from filmwright.spec.shot import Member

WORDS = ("carriage", "horse carriage", "horse drawn carriage", "stagecoach")
EXAMPLE = "A carriage in a park"
COLOR = "burgundy"
HOME = ("park", "meadow", "studio")
SPEEDS = {"drive": 3.0, "move": 3.0, "roll": 2.0}
_WHEELS = (("rear", 0.66, -1.15), ("front", 0.52, 1.35))  # name, radius, y


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The carriage somebody asked for."""
    return things.asked(rng, member, COLOR)


def build(params: Asked) -> Thing:
    """The carriage without its horses, the pole lowered to the ground."""
    body, roof = _body()
    edges, panes, frames = [], [], []
    for s in (-1.0, 1.0):
        for y, wide in ((0.0, 0.46), (0.60, 0.28), (-0.60, 0.28)):
            x = s * (_half(1.72) + 0.005)
            panes.append(box((0.02, wide, 0.50), center=(x, y, 1.72), bevel=0.06))
            frames.append(box((0.016, wide + 0.07, 0.57), center=(x - s * 0.006, y, 1.72), bevel=0.075))
        for y in (-0.31, 0.31):
            edges.append(
                forms.pipe([(s * (_half(z) + 0.012), y, z) for z in (0.82, 1.05, 1.3, 1.6, 2.02)], 0.013, sides=6)
            )
        edges.append(forms.pipe([(s * (_half(1.36) + 0.014), y, 1.36) for y in (-0.86, 0.0, 0.86)], 0.016, sides=6))
        frames.append(
            forms.turned([(0.16, 0.0), (0.15, 0.02), (0.001, 0.025)], (s * (_half(1.1) + 0.005), 0, 1.12), axis="x")
        )
    crest = [ball(0.055, center=(x, y, 2.26 + 0.05), sides=16, levels=10) for x in (-0.56, 0.56) for y in (-0.78, 0.78)]
    crown = [
        forms.turned([(0.10, 0.0), (0.12, 0.05), (0.06, 0.12), (0.11, 0.22), (0.03, 0.30), (0.001, 0.33)], (0, 0, 2.36))
    ]
    springs = []
    for s in (-1.0, 1.0):
        springs.append(
            forms.pipe(
                [(s * 0.50, -1.75, 0.70), (s * 0.50, -1.55, 1.35), (s * 0.5, -1.15, 1.25), (s * 0.5, -0.85, 0.85)],
                0.032,
            )
        )
        springs.append(
            forms.pipe(
                [(s * 0.46, 1.65, 0.75), (s * 0.46, 1.50, 1.30), (s * 0.46, 1.2, 1.2), (s * 0.46, 0.85, 0.85)], 0.032
            )
        )
    perch = [
        forms.rod((0, -1.75, 0.62), (0, 1.75, 0.62), 0.055),
        *[forms.rod((-0.78, y, r), (0.78, y, r), 0.045) for _, r, y in _WHEELS],
    ]
    perch += [box((1.1, 0.10, 0.10), center=(0, y, 0.70), bevel=0.02) for y in (-1.15, 1.35)]
    pole = forms.pipe([(0, 1.5, 0.62), (0, 2.3, 0.52), (0, 3.1, 0.38), (0, 3.9, 0.10)], 0.04)
    yoke = [forms.rod((-0.6, 2.0, 0.56), (0.6, 2.0, 0.56), 0.03)]
    footboard = [
        box((0.95, 0.36, 0.04), center=(0, 1.72, 1.10), bevel=0.012).turned(np.eye(3)),
        box((0.95, 0.04, 0.40), center=(0, 1.92, 1.28), bevel=0.012),
    ]
    seat_box = [box((0.95, 0.50, 0.55), center=(0, 1.22, 1.30), bevel=0.04)]
    cushion = [
        box((0.92, 0.46, 0.12), center=(0, 1.22, 1.63), bevel=0.05),
        box((0.92, 0.10, 0.30), center=(0, 1.0, 1.82), bevel=0.04),
    ]
    lanterns, lights = [], []
    for s in (-1.0, 1.0):
        at = np.array([s * 0.80, 0.90, 1.55])
        lights.append(box((0.12, 0.12, 0.20), center=at, bevel=0.02))
        lanterns += [
            forms.turned([(0.10, 0.10), (0.11, 0.12), (0.04, 0.20), (0.05, 0.26), (0.001, 0.28)], at, sides=6),
            forms.turned([(0.001, -0.22), (0.03, -0.18), (0.10, -0.10), (0.09, -0.09)], at, sides=6),
        ]
        lanterns += [
            forms.rod(at + [0.06 * i, 0.06 * j, -0.1], at + [0.06 * i, 0.06 * j, 0.1], 0.009, sides=6)
            for i in (-1, 1)
            for j in (-1, 1)
        ]
        lanterns.append(forms.rod(at, at - [s * 0.14, 0, 0], 0.015))
    steps = [box((0.16, 0.34, 0.025), center=(s * 0.80, 0, 0.62), bevel=0.01) for s in (-1, 1)]
    steps += [forms.rod((s * 0.62, y, 0.85), (s * 0.80, y, 0.62), 0.012) for s in (-1, 1) for y in (-0.12, 0.12)]
    handles = [box((0.03, 0.10, 0.03), center=(s * (_half(1.45) + 0.03), 0.22, 1.42), bevel=0.01) for s in (-1, 1)]
    nodes: list[Mesh] = [
        things.mesh("carriage body", join([body, *seat_box]), "paint", sharp_rad=0.9),
        things.mesh("carriage roof", join([roof, *footboard]), "dark", sharp_rad=0.7),
        things.mesh("carriage gilding", join([*edges, *frames, *crest, *crown, *lanterns, *handles]), "gold"),
        things.mesh("carriage panes", join(panes), "glass"),
        things.mesh("carriage lights", join(lights), "light"),
        things.mesh("carriage springs", join([*springs, *steps]), "iron"),
        things.mesh("carriage perch", join([*perch, pole, *yoke]), "wood"),
        things.mesh("carriage cushion", join(cushion), "leather"),
    ]
    joints: list[Joint] = []
    for name, r, y in _WHEELS:
        for side, word in ((1.0, "right"), (-1.0, "left")):
            node = f"carriage {name} wheel {word}"
            nodes.append(things.mesh(node, _wheel(r).moved((side * 0.82, y, r)), "spokes", "iron", "gold"))
            joints.append(Joint((node,), (side * 0.82, y, r), radius_m=r))
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "paint": things.made_of("lacquer", params.color),
            "dark": things.made_of("lacquer", (0.014, 0.012, 0.012)),
            "gold": _parts.plain("gold", "#c8c8c8"),
            "glass": _coach.glass(),
            "light": _parts.glow("#ffc878", 3.0),
            "iron": _parts.plain("lacquer", "#1a1a1b"),
            "wood": _parts.plain("wood", "#4a2a16"),
            "leather": _parts.plain("leather", "#3a1f14"),
            "spokes": things.made_of("lacquer", params.color),
        },
        joints=tuple(joints),
        view_rad=1.1,
        sits=((0.0, 1.22, 1.70, 0.0),),
    )
    return things.scaled(thing, params.size)


def _half(z: float) -> float:
    """Half width of the body at a height: a tumblehome that draws in below."""
    return float(np.interp(z, [0.72, 0.82, 1.0, 1.3, 1.7, 2.1, 2.2], [0.36, 0.46, 0.56, 0.64, 0.67, 0.65, 0.62]))


def _body() -> tuple[Shape, Shape]:
    """The body, rounded below like a boat, and its roof."""

    def ring(z: float, inset: float = 0.0) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        half = _half(z) - inset
        long = float(np.interp(z, [0.72, 0.82, 1.0, 1.3, 1.7, 2.2], [0.30, 0.55, 0.76, 0.88, 0.93, 0.92])) - inset
        a = np.linspace(0, 2 * math.pi, 72, endpoint=False)
        c, s = np.cos(a), np.sin(a)
        x, y = half * np.sign(c) * np.abs(c) ** 0.28, long * np.sign(s) * np.abs(s) ** 0.28
        return np.column_stack([x, y, np.full(72, z)])

    body = rings(np.array([ring(z) for z in np.concatenate([[0.72], np.linspace(0.76, 2.2, 26)])]))
    roof = rings(
        np.array(
            [
                ring(2.18, -0.06),
                ring(2.2, -0.07) + [0, 0, 0.03],
                ring(2.2, 0.02) + [0, 0, 0.09],
                ring(2.2, 0.2) + [0, 0, 0.15],
                ring(2.2, 0.45) + [0, 0, 0.17],
            ]
        )
    )
    return body, roof


def _wheel(r: float) -> Shape:
    """A wooden wheel of twelve spokes round the X axis: spokes and felloe, iron tire, gilded hub."""
    felloe = forms.along(forms.hoop(r - 0.045, 0.034, flat=1.1), "x")
    tire = forms.turned(
        [(r - 0.012, -0.032), (r, -0.028), (r, 0.028), (r - 0.012, 0.032), (r - 0.014, 0.0)], axis="x", slot=1
    )
    spoke = forms.rod((0, 0, 0.08), (0, 0, r - 0.05), (0.024, 0.017), sides=10)
    hub = forms.turned(
        [(0.05, -0.13), (0.085, -0.08), (0.09, 0.08), (0.055, 0.13), (0.05, 0.16), (0.001, 0.17)], axis="x", slot=2
    )
    hub = join([hub, hub.mirrored(0)])
    return join([felloe, forms.ring_of(spoke, 12, axis="x"), tire, hub])
