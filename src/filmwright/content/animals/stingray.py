"""A ray: a flat diamond that flaps its wide fins, eyes on top, a tail like a whip."""

from __future__ import annotations

import numpy as np

from filmwright.content import course, things
from filmwright.content.animals import _small
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._small import Hinge
from filmwright.content.figure.pose import smooth_step
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import Bump, Material, attribute, coords, remap, voronoi
from filmwright.scene.shapes import Shape, ball, join, rings, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("stingray",)
EXAMPLE = "A stingray under water"
COLOR = "#7d6a4c"
HOME = ("underwater", "studio")
SPEEDS = {"swim": 0.8, "walk": 0.6, "run": 1.4}
ACTIONS = ("stand", "look_around", "eat")

_LIFT_M = 1.0
HINGES = (
    Hinge("fin", (0.13, 0.0, 0.0), (0.0, -1.0, 0.0), 0.36, 0.55, 0.02),
    Hinge("tip", (0.36, -0.04, 0.0), (0.0, -1.0, 0.0), 0.34, 0.55, 0.0, late=0.16),
)
_OUTLINE = (
    (0.46, 0.012),
    (0.42, 0.10),
    (0.32, 0.24),
    (0.18, 0.42),
    (0.04, 0.585),
    (-0.04, 0.60),
    (-0.14, 0.47),
    (-0.28, 0.28),
    (-0.38, 0.15),
    (-0.43, 0.05),
)
"""Half width of the disc (metres) from nose to tail."""


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Sandy or gray."""
    return quadruped.chosen(rng, member, COLOR, "#5f6468")


def build(params: Params) -> Thing:
    """The ray."""
    color = params.color
    spots = voronoi(coords("rest"), scale=16.0)
    skin = painted(
        varied(color, 9.0, 0.25), (shaded(color, 1.8), remap(spots, 0.22, 0.10) * attribute("back") * 0.6),
        ((0.72, 0.69, 0.64), attribute("belly")), ((0.015, 0.012, 0.010), attribute("dark")),
    )  # fmt: skip
    body = _disc()
    names = _small.bones(HINGES)
    nodes = [
        things.mesh("disc", body, "skin", sharp_rad=None, weights=_weights(body, names)),
        _small.part(HINGES, "eyes", _eyes(), "eye"),
        _small.part(HINGES, "tail", _tail(), "skin"),
    ]
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "skin": Material(
                color=skin,
                roughness=0.45,
                specular=0.4,
                coat=0.2,
                bumps=(Bump(height=spots, strength=0.12, distance_m=0.006),),
            ),
            "eye": Material(color=(0.02, 0.016, 0.012), roughness=0.1, coat=1.0),
        },
        bones=names,
        view_rad=0.75,
        face=(0.0, 0.30, 0.03),
        face_m=0.5,
        lift_m=_LIFT_M,
    )
    return things.scaled(thing, params.size)


def _disc() -> Shape:
    """Back and belly of the flat body; attributes `back`, `belly`, `dark` (gill slits, mouth)."""
    rows = np.array(_OUTLINE)
    ys = np.linspace(rows[0, 0], rows[-1, 0], 90)
    half = np.interp(-ys, -rows[:, 0], rows[:, 1])
    half = np.convolve(np.pad(half, 3, mode="edge"), np.ones(7) / 7, mode="valid")
    across = np.sin(np.linspace(-np.pi / 2, np.pi / 2, 61))
    stack = []
    for y, w in zip(ys, half):
        x = w * across
        inner = np.exp(-((x / 0.15) ** 2)) * np.exp(-(((y - 0.06) / 0.28) ** 2))
        edge = np.sqrt(np.maximum(1 - across**2, 0.0))
        top = 0.012 * edge + 0.085 * inner * edge
        low = -0.010 * edge - 0.030 * inner * edge
        back = 0.06 * (np.abs(x) / 0.6) ** 1.5  # the fins sweep back
        stack.append(
            np.concatenate(
                [np.column_stack([x, y - back, top]), np.column_stack([x[::-1], (y - back)[::-1], low[::-1]])]
            )
        )
    made = rings(np.array(stack)[::-1])
    count = len(ys)
    upper = np.r_[np.tile(np.r_[np.ones(61), np.zeros(61)], count), 1.0, 1.0]
    p = made.points
    slits = np.zeros(len(p))
    for k in range(5):
        slits += np.exp(-(((p[:, 1] - 0.10 + 0.035 * k) / 0.006) ** 2)) * (
            np.abs(np.abs(p[:, 0]) - 0.085 + 0.006 * k) < 0.018
        )
    return (
        made.with_data("back", upper)
        .with_data("belly", 1.0 - upper)
        .with_data("dark", np.clip(slits * (1 - upper), 0, 1))
    )


def _weights(item: Shape, names: tuple[str, ...]) -> F64:
    """How much each bone moves each point: softly from the middle to the fins and to their tips."""
    x = item.points[:, 0]
    out = np.zeros((len(x), len(names)))
    fin, tip = smooth_step(np.abs(x), 0.06, 0.30), smooth_step(np.abs(x), 0.26, 0.56)
    out[:, 0] = 1 - fin
    for side, own in (("r", x >= 0), ("l", x < 0)):
        out[own, names.index(f"fin_{side}")] = (fin * (1 - tip))[own]
        out[own, names.index(f"tip_{side}")] = (fin * tip)[own]
    return out


def _eyes() -> Shape:
    return join(ball((0.022, 0.026, 0.020), center=(s * 0.085, 0.21, 0.062), sides=20, levels=14) for s in (-1, 1))


def _plain(item: Shape) -> Shape:
    return (
        item.with_data("back", np.ones(len(item.points)))
        .with_data("belly", np.zeros(len(item.points)))
        .with_data("dark", np.zeros(len(item.points)))
    )


def _tail() -> Shape:
    """The whip, its sting, and the humps the eyes sit in."""
    t = np.linspace(0, 1, 60)
    whip = sweep(
        np.column_stack([0.03 * np.sin(4 * t) * t, -0.40 - 0.85 * t, 0.012 + 0.02 * np.sin(2.5 * t)]),
        0.026 * (1 - t) ** 0.8 + 0.0015,
        sides=14,
    )
    sting = sweep([(0.004, -0.66, 0.030), (0.006, -0.76, 0.045)], [0.006, 0.001], sides=8)
    humps = [ball((0.036, 0.05, 0.030), center=(s * 0.080, 0.20, 0.045), sides=20, levels=14) for s in (-1, 1)]
    return join(_plain(m) for m in (whip, sting, *humps))


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does: it flaps on, or hangs over the ground with slow beats."""
    size = thing.face_m / 0.5
    speed = (
        float(course.speed(performance.course, performance.times_s).max())
        if performance.course
        else (performance.speed_m_s or 0.0)
    )
    return _small.moved(
        HINGES, size, performance, length_m=0.9 * size, drift_m=0.015 * size, busy=1.0 if speed else 0.55
    )
