"""An upright vacuum cleaner: a handle on a tube, a dust cup, a wide head on rollers."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import box, join, rotation
from filmwright.spec.shot import Member

WORDS = ("vacuum cleaner", "vacuum")
EXAMPLE = "A vacuum cleaner in a studio"
COLOR = "#b52c30"
MATERIALS = ("plastic", "lacquer", "metal")
HOME = ("studio",)
GRIP = ("up",)
LENGTH_M = 1.14
_LEANS_RAD = 0.50  # of the tube while somebody vacuums


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The cleaner somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who vacuums has its tube leaning back, its head flat on the floor."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The cleaner upright on its head, the head's mouth to the front (+Y). Its tube goes along +Z from the origin."""
    head = forms.loft(
        [
            (-0.150, 0.040, 0.034, 0.028),
            (-0.135, 0.058, 0.036, 0.034),
            (0.135, 0.058, 0.036, 0.034),
            (0.150, 0.040, 0.034, 0.028),
        ],
        axis="x",
        power=4.0,
    )
    rollers = [
        forms.turned(
            [(0.004, -0.012), (0.020, -0.010), (0.020, 0.010), (0.004, 0.012)], (s * 0.125, -0.073, 0.020), axis="x"
        )
        for s in (-1, 1)
    ]
    bumper = box((0.290, 0.010, 0.020), center=(0, 0.059, 0.022), bevel=0.004)
    flat = rotation(x=-_LEANS_RAD) if params.action == "vacuum" else np.eye(3)
    head, bumper, *rollers = (part.moved((0, 0.045, 0)).turned(flat) for part in (head, bumper, *rollers))
    joint = forms.rod((0, 0.0, 0.045), (0, 0.0, 0.16), (0.030, 0.024))
    body = forms.loft(
        [
            (0.15, 0.035, -0.01, 0.040),
            (0.19, 0.064, -0.01, 0.066),
            (0.30, 0.068, -0.012, 0.072),
            (0.52, 0.064, -0.012, 0.066),
            (0.60, 0.036, -0.006, 0.040),
        ],
        axis="z",
        power=2.6,
    )
    cup = forms.turned([(0.050, 0.26), (0.053, 0.27), (0.053, 0.46), (0.050, 0.47)], (0, 0.034, 0), sides=48)
    dust = forms.turned([(0.046, 0.268), (0.046, 0.33), (0.001, 0.35)], (0, 0.034, 0), sides=40)
    band = forms.hoop(0.0545, 0.004, (0, 0.034, 0.465))
    tube = forms.rod((0, -0.006, 0.58), (0, 0, LENGTH_M - 0.16), 0.0135)
    grip = forms.pipe(
        [(0, 0, LENGTH_M - 0.17), (0, 0.0, LENGTH_M - 0.06), (0, -0.012, LENGTH_M)],
        [0.015, 0.0165, 0.0155],
        count=30,
        sides=16,
    )
    cable = forms.pipe(
        [
            (0, -0.072, 0.40),
            (0.01, -0.10, 0.36),
            (0.03, -0.085, 0.62),
            (0.022, -0.02, 0.86),
            (0.012, -0.018, LENGTH_M - 0.14),
        ],
        0.0036,
        count=60,
    )
    thing = Thing(
        nodes=(
            things.mesh("vacuum shell", join([head, body]), "shell", sharp_rad=None),
            things.mesh("vacuum dark", join([*rollers, bumper, joint, grip, band]), "dark"),
            things.mesh("vacuum dust", dust, "dust", sharp_rad=None),
            things.mesh("vacuum cup", cup, "glass"),
            things.mesh("vacuum tube", tube, "steel"),
            things.mesh("vacuum cable", cable, "dark", sharp_rad=None),
        ),
        materials={
            "shell": things.made_of(params.material, params.color),
            "dark": _parts.plain("plastic", "#26272a"),
            "dust": _parts.plain("felt", "#8d857a"),
            "glass": things.made_of("glass", (0.8, 0.82, 0.85)),
            "steel": _parts.plain("metal", "#b9bcc0"),
        },
        view_rad=0.5,
        grip=(0.0, 0.0, LENGTH_M - 0.10),
    )
    return things.scaled(thing, params.size)
