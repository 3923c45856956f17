"""Three juggling balls, each sewn of bright and pale panels."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shade import attribute, mix, remap
from filmwright.scene.shapes import ball
from filmwright.spec.shot import Member

WORDS = ("juggling balls",)
EXAMPLE = "Three juggling balls in a studio"
COLOR = "#e03a1e"
MATERIALS = ("leather", "cotton")
HOME = ("studio",)
RADIUS_M = 0.036
_OTHERS = ((0.03, 0.16, 0.62), (0.80, 0.50, 0.02))


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The balls somebody asked for: the color of the first."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Whoever juggles has each at the origin."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The balls side by side."""
    nodes, made = [], {}
    spots = ((0.0, 0.0), (0.082, 0.012), (0.038, 0.074))
    for k, color in enumerate((params.color, *_OTHERS)):
        one = ball(RADIUS_M, center=(0, 0, RADIUS_M), sides=48, levels=32)
        turn = np.arctan2(one.points[:, 1], one.points[:, 0])
        one = one.with_data("panel", np.sin(2 * turn))
        x, y = (0.0, 0.0) if params.action else spots[k]
        nodes.append(things.mesh(f"juggling ball {k}", one.moved((x, y, 0)), f"skin {k}", sharp_rad=None))
        base = things.made_of(params.material, color)
        pale = remap(attribute("panel"), -0.02, 0.02)
        made[f"skin {k}"] = base.model_copy(update={"color": mix(color, (0.80, 0.78, 0.72), pale), "preview": color})
    thing = Thing(nodes=tuple(nodes), materials=made, view_rad=0.3)
    return things.scaled(thing, params.size if not params.action else 1.0)
