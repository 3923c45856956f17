"""An octopus: a soft mantle, raised eyes, and eight arms with suckers that creep and curl."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied, waves
from filmwright.content.animals._anatomy.field import ball, solid, ticks, tube
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._swimming import chains, shapes, skin, spine
from filmwright.content.animals._swimming.chains import Chain
from filmwright.content.figure.pose import about, apply
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Bump, Material, attribute, coords, noise, voronoi
from filmwright.scene.shapes import Shape, curve, join, lathe, point_normals, sweep
from filmwright.spec.shot import Action, Member
from filmwright.values import Color

WORDS = ("octopus",)
EXAMPLE = "An octopus on a coral reef"
COLOR = "#b5502c"
HOME = ("underwater", "studio")
SPEEDS = {"swim": 0.35, "walk": 0.25, "run": 0.6}
ACTIONS = ("stand", "look_around", "eat")

_FACE_M = 0.42
_LIFT_M = 0.0
_SEGMENTS = 7
_HEAD_M = 0.17  # height of the middle of the head, where the arms begin


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Brick red."""
    return quadruped.chosen(rng, member, COLOR)


def build(params: Params) -> Thing:
    """The octopus."""
    bones = _bones()
    body = _body()
    rigid = np.zeros((len(body.points), len(bones)))
    back = np.clip((-body.points[:, 1] - 0.06) / 0.16, 0, 1)
    rigid[:, 0], rigid[:, 1] = 1 - back, back
    nodes: list[Mesh] = [things.mesh("body", body, "skin", sharp_rad=None, weights=rigid)]
    for chain in _chains():
        arm, along = _arm(chain)
        nodes.append(
            things.mesh(chain.name, arm, "skin", sharp_rad=None, weights=chains.weights(bones, chain, arm, along))
        )
        cups, where = _suckers(chain)
        nodes.append(
            things.mesh(
                f"{chain.name} suckers",
                cups,
                "sucker",
                sharp_rad=None,
                weights=chains.weights(bones, chain, cups, where),
            )
        )
    eyes = shapes.eyes(np.array([0.066, 0.052, 0.290]), 0.026, (1.0, 0.55, 0.15))
    fixed = np.zeros((len(eyes.points), len(bones)))
    fixed[:, 0] = 1.0
    nodes.append(things.mesh("eyes", eyes, "eye", sharp_rad=None, weights=fixed))
    thing = Thing(
        nodes=tuple(nodes),
        materials=_materials(params.color),
        bones=bones,
        view_rad=0.55,
        face=(0.0, 0.02, 0.26),
        face_m=_FACE_M,
        lift_m=_LIFT_M,
    )
    return things.scaled(thing, params.size)


def _bones() -> tuple[str, ...]:
    return ("head", "mantle", *(bone for chain in _chains() for bone in chain.bones))


def _chains() -> tuple[Chain, ...]:
    """Eight arms, spread on the ground, their ends turned up or aside."""
    out = []
    for k in range(8):
        turn = (k + 0.5) * math.pi / 4
        way = np.array([math.cos(turn), math.sin(turn), 0.0])
        side = np.array([-way[1], way[0], 0.0])
        spin = 1.0 if k % 2 else -1.0
        s = np.linspace(0, 1, 24)
        out_m = 0.07 + 0.50 * s - 0.16 * s**3
        aside = spin * (0.10 * s**2 + 0.16 * s**4)
        up = 0.14 * np.exp(-6.0 * s) + 0.030 + 0.10 * np.clip(s - 0.72, 0, 1) ** 1.2 * (1.0 + 0.8 * (k % 3))
        line = np.outer(out_m, way) + np.outer(aside, side) + np.outer(up, [0.0, 0.0, 1.0])
        points = curve(line, _SEGMENTS + 1)
        out.append(
            Chain(f"arm{k}", points, "head", side, np.array([0.0, 0.0, 1.0]), (0.05, 0.13), (1.3, 1.05), 0.8, 1.9 * k)
        )
    return tuple(out)


def _line(chain: Chain, count: int) -> F64:
    return curve(chain.points, count)


def _arm(chain: Chain) -> tuple[Shape, F64]:
    count, sides = 48, 18
    s = np.linspace(0, 1, count)
    made = sweep(_line(chain, count), 0.043 * (1 - s) ** 0.85 + 0.004, sides=sides)
    return made.with_data("low", _low(made)), np.r_[np.repeat(s, sides), 0.0, 1.0]


def _low(made: Shape) -> F64:
    return np.clip(-point_normals(made.points, made.faces)[:, 2], 0, 1)


def _suckers(chain: Chain) -> tuple[Shape, F64]:
    """Two rows of cups under an arm; where its end turns up they show."""
    count = 26
    line = _line(chain, 200)
    pieces, where = [], []
    for k in range(count):
        s = 0.08 + 0.88 * (k / count) ** 0.9
        i = int(s * 199)
        radius = 0.043 * (1 - s) ** 0.85 + 0.004
        along = line[min(i + 2, 199)] - line[max(i - 2, 0)]
        along /= np.linalg.norm(along)
        side = np.cross(along, [0.0, 0.0, 1.0])
        side /= max(float(np.linalg.norm(side)), 1e-6)
        down = np.cross(along, side)
        down = down if down[2] < 0 else -down
        r = 0.34 * radius
        cup = lathe(
            [(0.1 * r, 0.2 * r), (0.55 * r, 0.25 * r), (r, 0.7 * r), (0.95 * r, 0.1 * r), (0.6 * r, -0.4 * r)], sides=10
        )
        for sign in (-1.0, 1.0):
            axis = down + 0.45 * sign * side
            axis /= np.linalg.norm(axis)
            first = np.cross(axis, along)
            first /= np.linalg.norm(first)
            frame = np.stack([first, np.cross(axis, first), axis], 1)
            piece = cup.turned(frame).moved(line[i] + 0.92 * radius * axis + 0.5 * sign * r * along)
            pieces.append(piece)
            where.append(np.full(len(piece.points), s))
    return join(pieces), np.concatenate(where)


def _body() -> Shape:
    """Mantle, head, brows and the web between the roots of the arms, as one skin."""
    blobs = [
        tube(
            [(0, -0.04, 0.24), (0, -0.14, 0.32), (0, -0.26, 0.35)], [0.060, 0.098, 0.072], [0.062, 0.092, 0.066], 0.03
        ),
        ball([0, 0.0, 0.22], [0.085, 0.080, 0.080], 0.05),
        ball([0.058, 0.045, 0.285], [0.042, 0.034, 0.036], 0.03),
        ball([0, 0.0, 0.13], [0.115, 0.115, 0.075], 0.05),
    ]
    for chain in _chains():
        root = chain.points[:2]
        if root[0, 0] > 0:
            blobs.append(tube(np.vstack([[0.0, 0.0, 0.16], root]), [0.05, 0.048, 0.038], [0.05, 0.048, 0.038], 0.05))
    step = 0.0062
    low = np.min([b.low for b in blobs], axis=0) - 4 * step
    high = np.max([b.high for b in blobs], axis=0) + 4 * step
    axes = (
        ticks(step / 2, float(high[0]), step),
        ticks(float(low[1]), float(high[1]), step),
        ticks(float(low[2]), float(high[2]), step),
    )
    made = solid(blobs, axes)
    grain = 0.004 * waves(made.points, 26.0, 4, 3)
    points = made.points + point_normals(made.points, made.faces) * grain[:, None]
    made = made._replace(points=points)
    return made.with_data("low", 0.5 * _low(made))


def _materials(color: Color) -> dict[str, Material]:
    rest = coords("rest")
    mottled = noise(rest, scale=16.0, detail=4.0)
    warts = voronoi(rest, scale=70.0, feature="SMOOTH_F1")
    hide = painted(
        varied(color, 9.0, 0.35),
        (shaded(color, 0.40), mottled * 0.9),
        (shaded(color, 2.0), attribute("low")),
    )
    return {
        "skin": Material(
            color=hide, roughness=0.42, specular=0.45, coat=0.2, coat_roughness=0.3,
            bumps=(
                Bump(height=warts * -1.0, strength=0.6, distance_m=0.006),
                Bump(height=mottled, strength=0.35, distance_m=0.012),
            ),
        ),
        "sucker": Material(color=(0.72, 0.55, 0.46), roughness=0.4, specular=0.4),
        "eye": skin.eye((0.62, 0.42, 0.10), pupil_rad=0.42, iris_rad=0.95),
    }  # fmt: skip


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """It breathes, its arms creep; on its way it goes on them."""
    size = thing.face_m / _FACE_M
    t = performance.times_s
    place, facing = spine.way(performance, 0.9 * size)
    breath = np.sin(2 * math.pi * t / 2.6)
    head = about("x", 1.5 * np.sin(2 * math.pi * t / 3.9)) @ about("z", 3.0 * np.sin(2 * math.pi * t / 5.3))
    middle = np.array([0.0, 0.0, _HEAD_M]) * size
    lift = np.outer(0.008 * size * breath, [0.0, 0.0, 1.0])
    turns, places = {"head": head}, {"head": middle + lift - apply(head, middle)}
    pivot = np.array([0.0, -0.05, 0.25]) * size
    turns["mantle"] = head @ about("x", 4.0 * breath)
    places["mantle"] = apply(head, pivot) + places["head"] - apply(turns["mantle"], pivot)
    turns["base"], places["base"] = np.broadcast_to(np.eye(3), head.shape), np.zeros((len(t), 3))
    quick = 2.2 if performance.speed_m_s else 1.0
    arms = [
        c._replace(parent="base", points=c.points * size, rate=(c.rate[0] * quick, c.rate[1] * quick))
        for c in _chains()
    ]
    chains.place_on(arms, turns, places, t)
    return chains.in_world(thing.bones, turns, places, place, facing)
