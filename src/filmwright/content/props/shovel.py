"""A digging spade: an ash shaft with a handle across its end, a steel blade."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.kinds import Thing
from filmwright.content.props import _food, _parts
from filmwright.content.things import Asked
from filmwright.scene.shapes import Shape, ball, curve, join, sweep
from filmwright.spec.shot import Member

WORDS = ("shovel", "spade")
EXAMPLE = "A shovel in a studio"
COLOR = "#b98a52"
MATERIALS = ("wood", "lacquer")
HOME = ("studio",)
GRIP = ("up",)
LENGTH_M = 1.10
_BLADE_M = 0.30


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The spade somebody asked for: the color of its shaft."""
    return things.asked(rng, member, COLOR, MATERIALS)


def held(params: Asked, action: str) -> Asked:
    """Who digs has earth on the blade, and a heap of it."""
    return params._replace(action=action)


def build(params: Asked) -> Thing:
    """The spade standing on its blade, the hollow side of it to the front."""
    shaft = forms.pipe([(0, 0.004, 0.27), (0, -0.004, 0.42), (0, 0, 0.70), (0, 0, LENGTH_M - 0.09)], 0.0165, sides=18)
    grip = forms.rod((-0.052, 0, LENGTH_M), (0.052, 0, LENGTH_M), 0.0145, sides=18)
    arms = [
        sweep(
            curve(
                [
                    (0, 0, LENGTH_M - 0.10),
                    (s * 0.020, 0, LENGTH_M - 0.075),
                    (s * 0.048, 0, LENGTH_M - 0.03),
                    (s * 0.050, 0, LENGTH_M),
                ],
                14,
            ),
            0.0105,
            sides=12,
        )
        for s in (-1, 1)
    ]
    socket = forms.turned([(0.012, 0.24), (0.0165, 0.26), (0.0195, 0.30), (0.0195, 0.41), (0.0175, 0.415)], sides=24)
    nodes = [
        things.mesh("shovel shaft", _parts.grained(join([shaft, grip, *arms]), 2), "shaft", sharp_rad=None),
        things.mesh("shovel blade", join([_blade(), socket]), "steel", sharp_rad=0.8),
    ]
    materials = {
        "shaft": things.made_of(params.material, params.color),
        "steel": _parts.plain("metal", "#6f7479"),
    }
    if params.action == "dig":
        nodes += [
            things.mesh(
                "shovel load",
                _clods(params.seed, 26, (0.075, 0.03, 0.10)).moved((0, 0.035, 0.13)),
                "earth",
                sharp_rad=None,
            ),
            things.mesh("shovel heap", _heap(params.seed), "earth", sharp_rad=None),
            things.mesh("shovel hole", _hole(), "dark earth", sharp_rad=None),
        ]
        materials["earth"] = _food.crumb((0.085, 0.050, 0.028), (0.028, 0.016, 0.009), scale=60.0, depth_m=0.006)
        materials["dark earth"] = _food.crumb((0.030, 0.018, 0.010), (0.012, 0.007, 0.004), scale=60.0, depth_m=0.006)
    thing = Thing(nodes=tuple(nodes), materials=materials, view_rad=0.4, grip=(0.0, 0.0, 0.74))
    return things.scaled(thing, params.size)


def _blade() -> Shape:
    """The blade, a little hollow in front, its foot edges turned over."""
    rows = []
    for z in np.linspace(0.0, _BLADE_M, 18):
        half = 0.088 + 0.008 * z / _BLADE_M
        half *= 1.0 if z > 0.04 else 0.80 + 0.20 * np.sqrt(z / 0.04)
        x = np.linspace(-half, half, 17)
        y = -0.012 * np.cos(np.pi * x / (2 * half)) + 0.022 * (1 - z / _BLADE_M) ** 2
        rows.append(np.column_stack([x, y, np.full(17, z)]))
    front = forms.sheet(rows)
    back = front._replace(faces=front.faces[:, ::-1], points=front.points - [0, 0.003, 0])
    edges = [forms.rod((s * 0.022, -0.008, _BLADE_M), (s * 0.096, 0.0, _BLADE_M), 0.006, sides=10) for s in (-1, 1)]
    return join([front, back, *edges])


def _clods(seed: int, count: int, half: tuple[float, float, float]) -> Shape:
    """Lumps of earth close together about the origin."""
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        r = float(rng.uniform(0.016, 0.034))
        at = rng.uniform(-1, 1, 3) * half
        made.append(_food.lumpy(ball(r, sides=14, levels=9), 0.18 * r, 90.0, int(rng.integers(99))).moved(at))
    return join(made)


def _heap(seed: int) -> Shape:
    """A heap of dug earth about the origin, on the ground."""
    mound = forms.turned([(0.42, -0.02), (0.36, 0.03), (0.25, 0.115), (0.12, 0.185), (0.001, 0.215)], sides=40)
    mound = _food.lumpy(mound, 0.016, 14.0, seed)
    rng = np.random.default_rng(seed + 1)
    lumps = []
    for _ in range(110):
        a, r = rng.uniform(0, 6.28), 0.44 * np.sqrt(rng.uniform(0.02, 1))
        high = 0.215 * (1 - r / 0.42) if r < 0.42 else 0.0
        size = float(rng.uniform(0.012, 0.036))
        lumps.append(
            _food.lumpy(ball(size, sides=12, levels=8), 0.2 * size, 90.0, int(rng.integers(99))).moved(
                (r * np.cos(a), r * np.sin(a), high)
            )
        )
    return join([mound, *lumps])


def _hole() -> Shape:
    """Bare broken ground where the blade goes in."""
    a = np.linspace(0, 2 * np.pi, 44, endpoint=False)
    ragged = 1 + 0.10 * np.sin(5 * a + 1) + 0.06 * np.sin(11 * a)
    patch = np.array(
        [
            np.column_stack([k * 0.30 * ragged * np.cos(a), k * 0.22 * ragged * np.sin(a), np.full(44, z)])
            for k, z in ((1.0, -0.01), (0.92, 0.012), (0.6, 0.010), (0.01, 0.006))
        ]
    )
    rim = []
    rng = np.random.default_rng(5)
    for k in range(60):
        turn = 2 * np.pi * k / 60
        size = float(rng.uniform(0.012, 0.03))
        at = (0.29 * np.cos(turn) * rng.uniform(0.85, 1.1), 0.215 * np.sin(turn) * rng.uniform(0.85, 1.1), 0.008)
        rim.append(_food.lumpy(ball(size, sides=12, levels=8), 0.2 * size, 90.0, k).moved(at))
    return join([forms.sheet(np.concatenate([patch, patch[:, :1]], axis=1)), *rim])
