"""A drum kit: bass drum, snare, three toms, hi-hat, two cymbals, a stool behind."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _drums, _parts
from filmwright.content.props._drums import Drum
from filmwright.scene.nodes import Mesh, Vector
from filmwright.scene.shapes import Shape, box, join, rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("drum kit", "drum set", "drums")
EXAMPLE = "A drum kit in a studio"
COLOR = "#8e1519"
MATERIALS = ("lacquer", "wood", "metal")
HOME = ("stage", "studio")


_SEAT = np.array([0.03, -1.02, 0.55])  # the stool, before the kit is moved to the middle of its footprint
_HEADS = {
    "snare": (0.46, -0.50, 0.695),
    "left tom": (-0.19, -0.05, 0.86),
    "right tom": (0.19, -0.05, 0.88),
    "floor tom": (-0.58, -0.42, 0.58),
    "hi-hat": (0.86, -0.50, 0.95),
}
"""Middles of what is struck, before the kit is moved; z on the skins."""
STICK_M = 0.406  # a stick of the usual 16 inches


class Params(NamedTuple):
    """One kit: linear color and material of its shells, its size against the usual, and whether it is played."""

    color: Color
    material: str
    size: float
    played: bool = False


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The drum kit somebody asked for."""
    return Params(*things.asked(rng, member, COLOR, MATERIALS)[:3])


def held(params: Params, action: str) -> Params:
    """Who plays has two sticks."""
    return params._replace(played=True, size=1.0) if action == "play_drums" else params


def struck(name: str) -> F64:
    """The middle of a drum or a cymbal (3,) as the drummer has it: to the right of, ahead of and above the stool's foot."""
    return np.asarray(np.asarray(_HEADS[name], float) - [_SEAT[0], _SEAT[1], 0.0])


def seat_m() -> float:
    """Height of the stool."""
    return float(_SEAT[2])


def build(params: Params) -> Thing:
    """The kit as an audience sees it, the bass drum ahead. Sticks lie along +Y from the origin, their tips in front."""
    bass = _drums.drum(0.28, 0.42, 10).placed(rotation(x=-math.pi / 2), (0, -0.10, 0.295))
    drums: list[Drum] = [
        bass,
        _drums.drum(0.155, 0.22).placed(rotation(x=-0.28, y=-0.12), (-0.19, -0.02, 0.66)),
        _drums.drum(0.168, 0.24).placed(rotation(x=-0.28, y=0.12), (0.19, -0.02, 0.66)),
        _drums.drum(0.205, 0.38).placed(np.eye(3), (-0.58, -0.42, 0.20)),
        _drums.drum(0.180, 0.145).placed(rotation(x=0.08), (0.46, -0.50, 0.55)),
    ]
    metal: list[Shape] = [d.metal for d in drums]
    for x in (-0.19, 0.19):
        metal.append(forms.pipe([(x * 0.3, 0.02, 0.55), (x * 0.4, 0.02, 0.72), (x * 0.75, 0.0, 0.76)], 0.012))
    for k in range(3):
        a = 2.1 * k + 0.4
        metal.append(
            forms.rod(
                (-0.58 + 0.215 * math.cos(a), -0.42 + 0.215 * math.sin(a), 0.0),
                (-0.58 + 0.215 * math.cos(a), -0.42 + 0.215 * math.sin(a), 0.42),
                0.008,
            )
        )
    metal += [forms.rod((s * 0.25, 0.12, 0.18), (s * 0.40, 0.22, 0.0), 0.010) for s in (-1, 1)]
    metal.append(_drums.tripod(0.54, 0.26).moved((0.46, -0.50, 0)))
    brass = []
    for x, y, z, r, tilt in ((-0.62, 0.02, 1.24, 0.245, (-0.28, 0.18)), (0.70, -0.02, 1.20, 0.22, (-0.25, -0.2))):
        metal.append(_drums.tripod(z + 0.03, 0.30).moved((x, y, 0)))
        brass.append(_drums.cymbal(r).turned(rotation(x=tilt[0], y=tilt[1])).moved((x, y, z)))
        metal.append(forms.turned([(0.012, 0), (0.010, 0.02), (0.001, 0.024)], (x, y, z + 0.03)))
    metal.append(_drums.tripod(0.98, 0.26).moved((0.86, -0.50, 0)))
    brass += [
        _drums.cymbal(0.178).moved((0.86, -0.50, 0.93)),
        _drums.cymbal(0.178).mirrored(2).moved((0.86, -0.50, 0.925)),
    ]
    seat = [
        forms.turned([(0.155, 0.0), (0.165, 0.02), (0.165, 0.06), (0.15, 0.085), (0.001, 0.09)], (0.03, -1.02, 0.46))
    ]
    metal.append(_drums.tripod(0.47, 0.24).moved((0.03, -1.02, 0)))
    pedal = [
        box((0.09, 0.26, 0.015), center=(0.03, -0.36, 0.03), bevel=0.006),
        forms.rod((0.03, -0.24, 0.03), (0.03, -0.16, 0.24), 0.007),
    ]
    band = forms.turned(
        [(0.292, 0.0), (0.300, 0.006), (0.300, 0.034), (0.292, 0.040), (0.262, 0.040), (0.262, 0.0)],
        (0, 0.295, 0.295),
        axis="y",
        sides=72,
    )
    badge = forms.turned([(0.085, 0.0), (0.085, 0.0012), (0.001, 0.0014)], (0, 0.3265, 0.295), axis="y", sides=48)
    ring = [forms.hoop(r, 0.003, (0, 0.3275, 0.295), axis="y", flat=0.3) for r in (0.085, 0.20)]
    letters = _parts.front(_parts.lettering("ROCK", 0.055, (0, 0), width=0.010), 0.329, 0.295)
    carpet = box((2.1, 1.9, 0.008), center=(0.08, -0.40, 0.002), bevel=0.002)
    nodes = things.centered(
        (
            things.mesh("kit shells", join([*(d.shell for d in drums), band]), "shell"),
            things.mesh("kit heads", join(d.head for d in drums), "skin"),
            things.mesh("kit chrome", join([*metal, *pedal]), "chrome"),
            things.mesh("kit cymbals", join(brass), "brass", sharp_rad=None),
            things.mesh("kit dark", join([*seat, *ring, letters]), "black"),
            things.mesh("kit badge", badge, "badge"),
            things.mesh("kit carpet", carpet, "carpet"),
        )
    )
    if params.played:
        nodes += tuple(things.mesh(f"kit stick {side}", _stick(), "stick", sharp_rad=None) for side in ("l", "r"))
    thing = Thing(
        nodes=nodes,
        materials={
            "shell": things.made_of(params.material, params.color),
            "skin": _parts.plain("paper", "#e9e6de"),
            "chrome": _parts.plain("chrome", "#c8c8c8"),
            "brass": _parts.plain("gold", "#c8c8c8"),
            "black": _parts.plain("leather", "#151516"),
            "badge": _parts.plain("paper", "#d9b45a"),
            "stick": _parts.plain("wood", "#d9b57c"),
            "carpet": _parts.plain("wool", "#4a3a34"),
        },
        view_rad=0.22,
        sits=((*_sat(nodes), 0.0),),
    )
    return things.scaled(thing, params.size)


def _sat(nodes: tuple[Mesh, ...]) -> Vector:
    """Where the drummer sits, once the kit is moved to the middle of its footprint."""
    seat = next(np.asarray(node.points) for node in nodes if node.name == "kit dark")
    low = seat[seat[:, 1] < seat[:, 1].min() + 0.35]
    middle = (low.min(axis=0) + low.max(axis=0)) / 2
    return (float(middle[0]), float(middle[1]), float(_SEAT[2]))


def _stick() -> Shape:
    """A drum stick with its tip."""
    rows = [
        (0.001, 0.0),
        (0.0072, 0.004),
        (0.0074, 0.25),
        (0.0040, 0.385),
        (0.0032, 0.391),
        (0.0052, 0.398),
        (0.0008, STICK_M),
    ]
    return forms.turned(rows, axis="y", sides=16, caps=False)
