"""Two cheerleader's pompoms: balls of shiny strips in two colors."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.things import Asked
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, lathe, shape
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("pompoms", "pom poms")
EXAMPLE = "Two pompoms in a studio"
COLOR = "#d81e3c"
HOME = ("gym", "studio")
_RADIUS_M = 0.17
_STRIPS = 360


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The pompoms somebody asked for."""
    return things.asked(rng, member, COLOR)


def held(params: Asked, action: str) -> Asked:
    """Whoever cheers has one in each hand, their handles at the origin."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The pompoms side by side on the ground; held, both round the origin."""
    nodes = []
    for side, name in ((-1.0, "left"), (1.0, "right")):
        rng = np.random.default_rng((params.seed, int(side > 0)))
        at = np.zeros(3) if params.action else np.array([side * 0.20, 0.0, 0.80 * _RADIUS_M])
        dark, light = _strips(rng, _STRIPS), _strips(rng, _STRIPS // 3)
        flat = None if params.action else -at[2] + 0.002
        nodes += [
            things.mesh(f"pompom {name}", _laid(dark, flat).moved(at), "strip", sharp_rad=None),
            things.mesh(f"pompom {name} light", _laid(light, flat).moved(at), "light", sharp_rad=None),
            things.mesh(f"pompom {name} handle", _handle().moved(at), "handle"),
        ]
    made = {
        "strip": _shiny(params.color),
        "light": _shiny((0.80, 0.80, 0.78)),
        "handle": things.made_of("plastic", (0.03, 0.03, 0.032)),
    }
    return things.scaled(Thing(nodes=tuple(nodes), materials=made, view_rad=0.2), params.size)


def _shiny(color: Color) -> Material:
    return things.made_of("plastic", color).model_copy(update={"roughness": 0.28})


def _strips(rng: np.random.Generator, count: int) -> Shape:
    """Strips that go out from the middle all round and hang over at their ends, seen from both sides."""
    z = rng.uniform(-1, 1, count)
    a = rng.uniform(0, 2 * math.pi, count)
    way = np.column_stack([np.sqrt(1 - z * z) * np.cos(a), np.sqrt(1 - z * z) * np.sin(a), z])
    side = np.cross(way, rng.normal(size=(count, 3)))
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    length = _RADIUS_M * rng.uniform(0.80, 1.12, count)
    bend = rng.normal(0, 0.13, (count, 3)) + np.array([0.0, 0.0, -0.22])
    rows: list[F64] = []
    for share in np.linspace(0.08, 1.0, 5):
        middle = way * (length * share)[:, None] + bend * (length * share**2)[:, None]
        half = 0.0055 * side
        rows.append(np.stack([middle - half, middle + half], 1))
    points = np.stack(rows, 1).reshape(count, -1, 3)  # (count, 5·2, 3)
    quads = np.array([[2 * k, 2 * k + 1, 2 * k + 3, 2 * k + 2] for k in range(4)])
    faces = (np.arange(count)[:, None, None] * 10 + quads).reshape(-1, 4)
    return shape(points.reshape(-1, 3), faces)


def _laid(strips: Shape, floor: float | None) -> Shape:
    """The strips, none of them under the floor they lie on."""
    if floor is None:
        return strips
    points = strips.points.copy()
    points[:, 2] = np.maximum(points[:, 2], floor)
    return strips._replace(points=points)


def _handle() -> Shape:
    return lathe([(0.0, -0.055), (0.012, -0.05), (0.013, 0.0), (0.012, 0.05), (0.0, 0.055)], sides=16)
