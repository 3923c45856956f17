"""A golf club and a ball: a driver with a rubber grip, a slim shaft and a round dark head."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, ball, join, lathe, rings, rotation, sweep
from filmwright.spec.shot import Member

WORDS = ("golf club",)
EXAMPLE = "A golf club in a studio"
COLOR = "#23262b"
HOME = ("meadow", "studio")
GRIP = ("carry",)
LENGTH_M = 1.10  # from the sole to the end of the grip
_BALL_M = 0.02134  # radius, by the rules


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The club somebody asked for."""
    return things.asked(rng, member, COLOR)


def held(params: Asked, action: str) -> Asked:
    """Whoever plays with it has it upright, its ball at the origin."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The club standing on its head, leaning, a ball before it; played, along z with its face to +y and the ball on a tee at the
    origin."""
    played = params.action == "play_golf"
    shaft = sweep([(0, 0, 0.05), (0, 0, LENGTH_M - 0.24)], [0.0042, 0.0072], sides=12)
    grip = lathe(
        [
            (0.0, LENGTH_M - 0.27),
            (0.0095, LENGTH_M - 0.27),
            (0.0105, LENGTH_M - 0.2),
            (0.0135, LENGTH_M - 0.02),
            (0.0130, LENGTH_M),
            (0.0, LENGTH_M),
        ],
        sides=18,
    )
    hosel = lathe([(0.0, 0.02), (0.008, 0.02), (0.0075, 0.075), (0.0, 0.08)], sides=14)
    head, face = _head()
    lean = rotation() if played else rotation(y=0.42, x=0.10)
    one = ball(_BALL_M, center=(0, 0, 0.045 if played else _BALL_M), sides=36, levels=22)
    tee = lathe([(0.0, 0.0), (0.003, 0.0), (0.003, 0.018), (0.006, 0.026), (0.0, 0.024)], sides=12)
    aside = np.zeros(3) if played else np.array([-0.10, 0.16, 0.0])
    parts = {
        "golf club shaft": (join([shaft, hosel]), "steel"),
        "golf club grip": (grip, "rubber"),
        "golf club head": (head, "head"),
        "golf club face": (face, "steel"),
    }
    turned = {name: (made.turned(lean), skin) for name, (made, skin) in parts.items()}
    low = 0.0 if played else min(float(made.points[:, 2].min()) for made, _ in turned.values())
    balls = join([one, tee]) if played else one
    nodes = (
        *[things.mesh(name, made.moved((0, 0, -low)), skin) for name, (made, skin) in turned.items()],
        things.mesh("golf ball", balls.moved(aside), "ball", sharp_rad=None),
    )
    made = {
        "steel": things.made_of("chrome", (0.6, 0.61, 0.63)),
        "rubber": things.made_of("rubber", (0.02, 0.02, 0.022)),
        "head": things.made_of("lacquer", params.color),
        "ball": things.made_of("plastic", (0.84, 0.84, 0.82)),
    }
    return things.scaled(Thing(nodes=nodes, materials=made, view_rad=0.4, grip=(0, 0, LENGTH_M - 0.12)), params.size)


def _head() -> tuple[Shape, Shape]:
    """A driver's head, its toe away from the shaft along +x and its face to +y, and the plate of its face."""
    a = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    rows = []
    for z, k in ((0.004, 0.55), (0.010, 0.84), (0.024, 1.0), (0.040, 0.92), (0.052, 0.62), (0.057, 0.2)):
        x = 0.035 + 0.058 * k * np.cos(a)
        y = np.minimum(-0.035 + 0.052 * k * np.sin(a), 0.014 - 0.08 * (z - 0.02) ** 2)
        rows.append(np.column_stack([x, y, np.full(40, z)]))
    return rings(np.array(rows)), sweep(
        [(0.0, 0.0152, 0.026), (0.075, 0.0152, 0.026)], [0.014, 0.013], sides=14, flat=0.12
    )
