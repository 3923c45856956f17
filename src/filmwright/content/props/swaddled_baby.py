"""A baby asleep, swaddled in a blanket to the chin, a knitted cap on its head."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.figure import face_units, morph
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import landmarks
from filmwright.content.kinds import Thing
from filmwright.scene import noise
from filmwright.scene.shade import Material, attribute, mix
from filmwright.scene.shapes import Shape, point_normals, rings, shape, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("swaddled baby",)
EXAMPLE = "A swaddled baby in a studio"
COLOR = "cream"
MATERIALS = ("cotton", "wool")
HOME = ("studio",)

_AGE_YEARS, _SIZE = 1.0, 0.80  # the body its head is of, and how much smaller that of a newborn is; chosen
_ROLL_RAD = 0.85  # how far the face is turned from up to its right side, where it is seen; chosen
_TONES: tuple[Color, ...] = ((0.58, 0.34, 0.25), (0.40, 0.21, 0.13), (0.20, 0.095, 0.055))
_SKIN = 13380  # the first so many points of a body are skin


class Params(NamedTuple):
    """One baby: linear color and material of its blanket, size, linear color of its skin."""

    color: Color
    material: str
    size: float
    tone: Color
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A baby in a blanket of the color that is asked for."""
    tone = _TONES[int(rng.choice(3, p=(0.5, 0.3, 0.2)))]
    return Params(
        things.color_of(member, COLOR), member.material or MATERIALS[0], things.size_of(member), tone, int(rng.integers(1000))
    )  # fmt: skip


def build(params: Params) -> Thing:
    """The baby on its back, its head in front (+Y), its face turned to its right."""
    head, cap = _head()
    blanket = _blanket(params.seed)
    t = np.linspace(0, 2 * np.pi, 49)[:-1]
    collar = np.column_stack([0.064 * np.cos(t), -0.010 + 0.010 * np.sin(3 * t), 0.062 + 0.058 * np.sin(t)])
    roll = sweep(collar, 0.021, sides=12, closed=True)
    skin = Material(
        color=mix(params.tone, (0.50, 0.15, 0.12), attribute("red")),
        roughness=0.5, specular=0.35, subsurface=1.0, subsurface_radius=(3.6, 1.4, 0.7), subsurface_scale_m=0.0009,
        preview=params.tone,
    )  # fmt: skip
    thing = Thing(
        nodes=(
            things.mesh("baby head", head, "skin", sharp_rad=None, subdivide=1),
            things.mesh("baby cap", cap, "cap", sharp_rad=None, subdivide=1),
            things.mesh("baby blanket", blanket, "blanket", sharp_rad=None),
            things.mesh("baby collar", roll, "blanket", sharp_rad=None),
        ),
        materials={
            "skin": skin,
            "cap": things.made_of("wool", (0.30, 0.42, 0.55)),
            "blanket": things.made_of(params.material, params.color),
        },
        view_rad=1.3,
        top=(0.0, -0.12, 0.14),
    )
    return things.scaled(thing, params.size)


def _head() -> tuple[Shape, Shape]:
    """The head, its eyes shut, and the cap on it."""
    body = morph.body(0.5, _AGE_YEARS)
    face = landmarks(body)
    units = face_units.of(body, face)
    points = body.points.copy()
    for unit in ("blink_l", "blink_r"):
        points[units.rows] += units.deltas[face_units.UNITS.index(unit)]
    weight = body.weights[:_SKIN, [body.bones.index(b) for b in ("head", "neck_01")]].sum(axis=1)
    faces = body.faces["body"]
    faces = faces[(faces < _SKIN).all(axis=1)]
    normals = point_normals(points[:_SKIN], faces)
    x, y, z = ((points[:_SKIN] - face.middle) / face.u).T
    cheeks = np.exp(-(((np.abs(x) - 0.80) / 0.40) ** 2) - ((z + 0.75) / 0.40) ** 2) * (y < 1.5)
    red = np.clip(np.maximum(0.65 * face.lips, 0.30 * cheeks), 0, 1)
    # From the brow down to the nape.
    under_cap = z > 0.62 - 0.42 * np.clip(y, -1.0, 4.0)
    made = []
    for chosen, off_m in ((weight > 0.5, 0.0), (under_cap & (weight > 0.5), 0.0075)):
        kept = faces[chosen[faces].all(axis=1)]
        rows = np.unique(kept)
        number = np.full(_SKIN, -1)
        number[rows] = np.arange(len(rows))
        part = shape(_laid(points[rows] + off_m * normals[rows], body), number[kept])
        made.append(part._replace(data={"red": red[rows].astype(np.float32)}))
    return made[0], made[1]


def _laid(points: F64, body: Body) -> F64:
    """Points of the upright head as it lies: its crown ahead (+Y), its face up and turned to the right side."""
    at = (points - body.heads["neck_01"]) * _SIZE
    out = np.array([np.sin(_ROLL_RAD), 0.0, np.cos(_ROLL_RAD)])
    ahead = np.array([0.0, 1.0, 0.0])
    return np.asarray(at @ np.stack([np.cross(ahead, out), -out, ahead]) + [0.0, 0.0, 0.072])


def _blanket(seed: int) -> Shape:
    """The bundle from the chin to the feet, creased round, the fold of its last corner across it."""
    ys = np.linspace(-0.40, 0.012, 56)
    turn = np.linspace(0, 2 * np.pi, 73)[:-1]
    share = np.clip((ys + 0.40) / 0.412, 0, 1)
    ends = np.sqrt(np.clip(1 - ((0.5 - np.minimum(share / 0.22, 1) * 0.5) / 0.5) ** 2, 0.03, 1))
    wide = (0.062 + 0.040 * np.sin(np.pi * np.clip(share * 0.85 + 0.12, 0, 1))) * ends
    high = (0.052 + 0.026 * np.sin(np.pi * np.clip(share * 0.85 + 0.12, 0, 1))) * ends
    x = wide[:, None] * np.cos(turn)
    z = 0.072 + high[:, None] * np.sin(turn)
    y = np.broadcast_to(ys[:, None], x.shape)
    at = np.stack([x, y, z], -1)
    crease = noise.fractal(9.0 * (x + z) + 5.0, 26.0 * y + 40.0, 4, seed=seed) - 0.5
    flap = 1 / (1 + np.exp(-(y + 0.20 + 1.3 * x) / 0.004))  # the corner that is laid over it
    off = 0.006 * crease + 0.006 * flap
    at = at + off[..., None] * np.stack([np.cos(turn), 0 * turn, np.sin(turn)], -1)
    return rings(at)
