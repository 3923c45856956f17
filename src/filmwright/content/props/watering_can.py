"""A watering can: a can with a long spout and its rose, a handle over the top; for who waters with water running out."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, curve, join, sweep
from filmwright.spec.shot import Member

WORDS = ("watering can",)
EXAMPLE = "A green watering can in a studio"
COLOR = "#4f7d4a"
MATERIALS = ("lacquer", "metal", "plastic")
HOME = ("studio",)
GRIP = ("hang",)
HANDLE = (0.0, -0.025, 0.305)
ROSE = np.array([0.0, 0.345, 0.275])  # the middle of its rose
POUR_RAD = 0.50  # how far it is tipped when it pours; chosen
_FALL_M = 0.62  # how far the water falls


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The can somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who waters plants has water running out of it."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The can, its spout in front (+Y)."""
    body = forms.vessel([(0.095, 0.0), (0.100, 0.006), (0.100, 0.195), (0.094, 0.205)], 0.003, floor=0.008).moved(
        (0, -0.03, 0)
    )
    hoops = [forms.hoop(0.1005, 0.0022, (0, -0.03, z)) for z in (0.022, 0.180)]
    lid = forms.loft([(-0.095, 0.09, 0.205, 0.001), (-0.03, 0.094, 0.206, 0.014), (0.0, 0.088, 0.205, 0.002)], axis="y")
    spout = forms.pipe(
        [(0, 0.055, 0.045), (0, 0.12, 0.085), (0, 0.23, 0.185), (0, 0.315, 0.252)],
        [0.024, 0.020, 0.014, 0.012],
        count=50,
        sides=18,
    )
    brace = forms.rod((0, 0.050, 0.185), (0, 0.215, 0.178), 0.004, sides=10)
    way = np.array([0.0, 0.78, 0.62])
    rose = forms.turned([(0.012, -0.025), (0.034, 0.012), (0.036, 0.016), (0.033, 0.019), (0.001, 0.021)], sides=40)
    rose = rose.turned(_along(way)).moved(ROSE - 0.016 * way)
    handle = forms.pipe(
        [
            (0, 0.045, 0.195),
            (0, 0.035, 0.275),
            (0, -0.02, 0.306),
            (0, -0.09, 0.285),
            (0, -0.150, 0.20),
            (0, -0.128, 0.09),
        ],
        [0.008, 0.0095, 0.0105, 0.0095, 0.0085, 0.008],
        count=60,
        sides=14,
    )
    nodes = [
        things.mesh("can body", join([body, *hoops, lid]), "paint", sharp_rad=0.8),
        things.mesh("can spout", join([spout, brace, rose]), "paint", sharp_rad=0.8),
        things.mesh("can handle", handle, "handle", sharp_rad=None),
    ]
    materials = {
        "paint": things.made_of(params.material, params.color),
        "handle": _parts.plain("wood", "#9a6b3e"),
    }
    if params.action == "water_plants":
        nodes.append(things.mesh("can water", _water(), "water", sharp_rad=None))
        materials["water"] = Material(
            color=(0.80, 0.88, 0.93), roughness=0.08, specular=0.6, alpha=0.62, coat=0.6, preview=(0.8, 0.9, 1.0)
        )
    thing = Thing(nodes=tuple(nodes), materials=materials, view_rad=1.1, grip=HANDLE)
    return things.scaled(thing, params.size)


def _along(way: F64) -> F64:
    """The turn that brings +Z to a direction in the plane of y and z."""
    a = np.arctan2(way[1], way[2])
    return np.array([[1.0, 0.0, 0.0], [0.0, np.cos(a), np.sin(a)], [0.0, -np.sin(a), np.cos(a)]])


def _water() -> Shape:
    """Thin jets out of the rose, as they fall while the can is tipped: down is turned with it."""
    rng = np.random.default_rng(3)
    c, s = np.cos(POUR_RAD), np.sin(POUR_RAD)
    down, ahead = np.array([0.0, s, -c]), np.array([0.0, c, s])  # of the world, in the can's space
    made = []
    for _ in range(34):
        a, r = rng.uniform(0, 6.28), 0.030 * np.sqrt(rng.uniform(0, 1))
        start = ROSE + [r * np.cos(a), 0.62 * r * np.sin(a), -0.78 * r * np.sin(a)]
        out_m = rng.uniform(0.10, 0.19) * (1 + 4.0 * r)
        aside = 2.2 * r * np.cos(a)
        f = np.linspace(rng.uniform(0.0, 0.08), rng.uniform(0.86, 1.0), 14)
        path = (
            start
            + np.outer(f, [aside, 0, 0])
            + np.outer(f * (1.25 - 0.25 * f), ahead * out_m)
            + np.outer(_FALL_M * f**2, down)
        )
        made.append(sweep(curve(path, 22), np.linspace(0.0013, 0.0022, 22), sides=6))
    return join(made)
