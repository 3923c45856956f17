"""Soup in a deep plate on a flat one, herbs on it, a spoon beside; in the hand of who eats it."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _cutlery, _food, _parts, spoon
from filmwright.content.things import Asked
from filmwright.scene.nodes import Mesh
from filmwright.scene.shapes import ball, join, rotation
from filmwright.spec.shot import Member

WORDS = ("soup", "bowl of soup", "plate of soup")
EXAMPLE = "A bowl of soup in a studio"
COLOR = "#d9822b"
MATERIALS = ("ceramic",)
HOME = _food.HOME
STANDS = "table"
LEVEL_M = 0.046  # of the soup over the table


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The soup somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who eats it has the spoon in the hand: it lies along +Y from the origin."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The plates with the soup."""
    under = forms.turned([(0.07, 0.0), (0.075, 0.003), (0.128, 0.014), (0.130, 0.017), (0.076, 0.007), (0.001, 0.006)])
    deep = forms.vessel([(0.045, 0.008), (0.07, 0.016), (0.092, 0.050), (0.112, 0.057)], 0.0035, floor=0.014)
    soup = forms.turned([(0.0868, 0.0), (0.05, 0.0004), (0.001, 0.0006)], (0, 0, LEVEL_M), sides=72)
    rng = np.random.default_rng(params.seed)
    herbs = [
        ball((0.0042, 0.0030, 0.0010), sides=8, levels=6)
        .turned(rotation(z=float(rng.uniform(0, 6))))
        .moved((0.07 * r * np.cos(a), 0.07 * r * np.sin(a), LEVEL_M + 0.001))
        for a, r in rng.uniform((0, 0.1), (6.28, 1.0), (30, 2))
    ]
    swirl = forms.pipe(
        [(0.05 * f * np.cos(7 * f), 0.05 * f * np.sin(7 * f), LEVEL_M + 0.0007) for f in np.linspace(0.2, 1.0, 12)],
        0.0028,
        count=60,
    )
    own = spoon.build(spoon.Params(params.color, "metal", 1.0, 0))
    eats = params.action == "eat_soup"
    nodes = [
        things.mesh("soup plates", join([under, deep]), "china", sharp_rad=0.9),
        things.mesh("soup", soup, "soup", sharp_rad=None),
        things.mesh("soup herbs", join(herbs), "herb", sharp_rad=None),
        things.mesh("soup cream", swirl, "cream", sharp_rad=None),
    ]
    for node in own.nodes:
        assert isinstance(node, Mesh)
        points = np.asarray(node.points, float)
        points = points if eats else points @ rotation(z=0.2).T + [0.17, 0.0, 0.0]
        nodes.append(node.model_copy(update={"name": "soup spoon", "points": points.astype(np.float32)}))
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "china": _parts.plain("ceramic", "#f0ede4"),
            "soup": _food.glaze(params.color),
            "herb": _food.skin((0.06, 0.20, 0.03)),
            "cream": _food.glaze((0.86, 0.80, 0.66)),
            "metal": _cutlery.polished("metal", (0.75, 0.75, 0.74)),
        },
        view_rad=0.0,
        top=(0.0, 0.0, LEVEL_M),
    )
    return things.scaled(thing, params.size)
