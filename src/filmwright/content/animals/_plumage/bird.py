"""A bird: its skin, feathers, beak, eyes and legs as a Thing."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.animals._anatomy.coat import waves
from filmwright.content.animals._anatomy.features import outward
from filmwright.content.animals._anatomy.field import Blob, ball, solid, ticks, tube, unit
from filmwright.content.animals._anatomy.quadruped import TAKES_OFF, Params
from filmwright.content.animals._plumage.deeds import BONES
from filmwright.content.animals._plumage.feathers import folded, spread, tail
from filmwright.content.animals._plumage.form import Beak, Bird
from filmwright.content.animals._plumage.routine import FOLDED_AWAY, SPREAD_AWAY
from filmwright.content.kinds import F64, Thing
from filmwright.scene.nodes import Mesh, Shapes
from filmwright.scene.shade import Bump, Material, Value, attribute, coords, mapping, mix, noise, remap, voronoi
from filmwright.scene.shapes import Shape, join, point_normals, rings, sweep
from filmwright.scene.shapes import ball as sphere
from filmwright.values import Color

_GRAIN = 110.0  # grid points in a height; chosen
_ALOFT_M = 3.2  # how high a bird a meter tall flies over what it passes; chosen so that it stays in the picture


_PARTS = {"body": 0, "tail": 2, "crest": 3, "fan": 4}


class Spot(NamedTuple):
    """Where a point of a bird is: x, y, z in heights; 0..1 how much it looks down, up; `part` body, wing, tail, crest or fan as 0 to 4;
    `along` a feather from its root, `edge` to its rim; ahead and up from the head's middle in head radii."""

    x: F64
    y: F64
    z: F64
    under: F64
    back: F64
    part: int
    along: F64
    edge: F64
    ahead: F64
    above: F64

    def cloud(self, scale: float, seed: int = 0) -> F64:
        """Smooth noise -1..1."""
        return waves(np.column_stack([self.x, self.y, self.z]), scale, seed)


class Plumage(NamedTuple):
    """masks: point attributes from a Spot; color reads them; beak and legs have one color each; `gloss` 0..1 of the feathers."""

    masks: Callable[[Spot], dict[str, F64]]
    color: Value
    beak: Color
    legs: Color
    comb: Color = (0.45, 0.02, 0.015)
    gloss: float = 0.0


More = tuple[str, Shape, str]
"""What only one kind has, of feathers: its name ("crest" or "fan"), its Shape in heights, and the bone it goes with."""


def build(form: Bird, plumage: Plumage, params: Params, more: Sequence[More] = ()) -> Thing:
    """The Thing of a bird in its plumage: standing, or in the air with its wings spread."""
    h = form.height_m * params.size
    both = params.doing == TAKES_OFF
    right = [_leg(form)] if params.flying and not both else [_leg(form), folded(form)]
    parts: list[tuple[str, Shape, str, F64]] = []
    body = _skin(form)
    parts.append(("body", body, "feathers", _body_weights(form, body.points)))
    for (name, material), item in zip((("leg", "legs"), ("wing", "feathers")), right):
        for side, made in (("r", item), ("l", item.mirrored(0))):
            parts.append((f"{name} {side}", made, material, _rigid(f"{name}_{side}", len(made.points))))
    if params.flying:
        arm, hand = spread(form)
        for name, item in (("wing", arm), ("hand", hand)):
            for side, made in (("r", item), ("l", item.mirrored(0))):
                part = f"spread {name}" if both else name
                parts.append((f"{part} {side}", made, "feathers", _rigid(f"{name}_{side}", len(made.points))))
    fan = tail(form)
    parts.append(("tail", fan, "feathers", _rigid("tail", len(fan.points))))
    parts += [(name, item, "feathers", _rigid(bone, len(item.points))) for name, item, bone in more]
    beak = _beak(form.beak)
    parts.append(("beak", beak, "beak", _rigid("head", len(beak.points))))
    eyes = _eyes(form)
    parts.append(("eyes", eyes, "eye", _rigid("head", len(eyes.points))))
    if form.comb:
        comb = _comb(form)
        parts.append(("comb", comb, "comb", _rigid("head", len(comb.points))))
    nodes = tuple(_node(form, plumage, h, *part) for part in parts)
    nodes = tuple(_drawn_in(form, node, h) for node in nodes) if both else nodes
    y, z, r = form.head
    return Thing(
        nodes=nodes,
        materials=_materials(form, plumage),
        bones=BONES,
        view_rad=form.view_rad,
        face=(0.0, (y + 0.4 * r) * h, z * h),
        face_m=4.2 * r * h,
        lift_m=_ALOFT_M * math.sqrt(h) if params.flying else 0.0,
    )


def _drawn_in(form: Bird, node: Mesh, h: float) -> Mesh:
    """A wing of a bird that is seen with its wings folded and spread: it can draw in to the shoulder."""
    name, _, side = node.name.rpartition(" ")
    unit = {"wing": FOLDED_AWAY, "spread wing": SPREAD_AWAY, "spread hand": SPREAD_AWAY}.get(name)
    if unit is None:
        return node
    out = (1.0 if side == "r" else -1.0) * 0.4 * form.wing.off[0]
    deltas = np.array([out, *form.wing.shoulder]) * h - np.asarray(node.points, float)
    rows = np.arange(len(node.points))
    shapes = Shapes(units=(unit,), rows=rows, deltas=deltas[None].astype(np.float32), weights=np.zeros((1, 1)))
    return node.model_copy(update={"shapes": shapes})


def size_of(form: Bird, thing: Thing) -> float:
    """How many times as large as its form a Thing was built."""
    return thing.face_m / (4.2 * form.head[2] * form.height_m)


def _node(form: Bird, plumage: Plumage, h: float, name: str, item: Shape, material: str, weights: F64) -> Mesh:
    if material == "feathers":
        part = _PARTS.get(name, 1)
        for key, values in plumage.masks(_spot(form, item, part)).items():
            item = item.with_data(key, np.clip(values, 0, 1))
    return things.mesh(name, item.scaled(h), material, sharp_rad=None, weights=weights)


def _spot(form: Bird, item: Shape, part: int) -> Spot:
    p, normal = item.points, point_normals(item.points, item.faces)
    y, z, r = form.head
    zero = np.zeros(len(p))
    return Spot(
        p[:, 0], p[:, 1], p[:, 2], np.clip(-normal[:, 2], 0, 1), np.clip(normal[:, 2], 0, 1), part,
        item.data.get("along", zero), item.data.get("edge", zero), (p[:, 1] - y) / r, (p[:, 2] - z) / r,
    )  # fmt: skip


def _rigid(bone: str, count: int) -> F64:
    out = np.zeros((count, len(BONES)))
    out[:, BONES.index(bone)] = 1.0
    return out


def _body_weights(form: Bird, points: F64) -> F64:
    """Body, neck and head by nearness to the head."""
    y, z, r = form.head
    d = np.linalg.norm((points - [0.0, y, z]) / [1.3, 1.0, 1.0], axis=1) / r
    head = np.clip((2.3 - d) / 1.2, 0, 1)
    head = head * head * (3 - 2 * head)
    out = np.zeros((len(points), len(BONES)))
    out[:, BONES.index("head")], out[:, BONES.index("body")] = head, 1 - head
    return out


def _skin(form: Bird) -> Shape:
    rows = np.array(form.body)
    path = np.column_stack([np.zeros(len(rows)), rows[:, :2]])
    blobs: list[Blob] = [tube(path, rows[:, 2], rows[:, 3], 0.02, steps=110)]
    y, z, r = form.head
    blobs.append(ball([0.0, y, z], [r * form.stretch, 0.94 * r, r], 0.09))
    root = form.beak.root
    blobs.append(ball([0.0, root[0] - 0.02, root[1]], np.array([0.5, 0.42, 0.45]) * r, 0.08))
    hip, heel = form.leg[0], form.leg[1]
    t = form.thigh
    blobs.append(
        tube(
            [
                [0.8 * form.leg_x, hip[0], hip[1] + 0.5 * t],
                [form.leg_x, 0.6 * hip[0] + 0.4 * heel[0], 0.5 * (hip[1] + heel[1])],
                [form.leg_x, *heel],
            ],
            [1.1 * t, 0.7 * t, 0.25 * t],
            [1.3 * t, 0.8 * t, 0.25 * t],
            0.05,
        )
    )
    blobs += [ball(m[:3], (m[4], m[3], m[5]), 0.05) for m in form.masses]
    step = 1 / _GRAIN
    low = np.min([b.low for b in blobs], axis=0) - 4 * step
    high = np.max([b.high for b in blobs], axis=0) + 4 * step
    axes = (
        ticks(step / 2, float(high[0]), step),
        ticks(float(low[1]), float(high[1]), step),
        ticks(float(low[2]), float(high[2]), step),
    )
    return solid(blobs, axes)


def _beak(beak: Beak) -> Shape:
    """Upper and lower half."""
    (yr, zr), (yt, zt) = beak.root, beak.tip
    t = np.linspace(0, 1, 12)
    turn = np.arange(16) * 2 * math.pi / 16
    pieces = []
    for upper in (True, False):
        share = 1.0 if upper else 0.88
        taper = np.sqrt(np.maximum(1 - t**1.6, 0)) if beak.flat > 0 else 1 - t**1.25
        wide = beak.half[0] * np.maximum(taper * (1 - beak.flat) + beak.flat * np.sqrt(np.maximum(1 - t**6, 0)), 0.03)
        tall = beak.half[1] * np.maximum((1 - beak.flat) * taper + beak.flat * (1 - 0.72 * t), 0.05)
        bend = beak.hook * (yt - yr) * t**2.5 if upper else 0.0 * t
        levels = []
        for k in range(len(t)):
            up = np.sin(turn) * (tall[k] if upper else 0.55 * tall[k])
            up = np.where(np.sin(turn) * (1 if upper else -1) < 0, 0.12 * up, up)
            y = yr + (yt - yr) * share * t[k] + 0 * turn
            z = zr + (zt - zr) * share * t[k] - bend[k] + up - (0.0 if upper else 0.10 * beak.half[1])
            levels.append(np.column_stack([wide[k] * (1.0 if upper else 0.85) * np.cos(turn), y, z]))
        pieces.append(outward(rings(np.array(levels))))
    return join(pieces)


def _eyes(form: Bird) -> Shape:
    y, z, r = form.head
    ahead, above, radius, _ = form.eye
    pieces = []
    for sign in (1.0, -1.0):
        side = math.sqrt(max(1 - (ahead / form.stretch) ** 2 - above**2, 0.1)) * 0.94
        center = np.array([sign * (side - 0.25 * radius) * r, y + ahead * r, z + above * r])
        gaze = unit([sign * side, 0.85 * ahead + 0.05, 0.06])
        made = sphere(radius * r, sides=24, levels=16)
        q = made.points / (radius * r)
        from_gaze = np.arccos(np.clip(q @ gaze, -1, 1))
        up = unit(np.array([0.0, 0.0, 1.0]) - gaze * gaze[2])
        across = np.cross(up, gaze)
        glint = np.hypot(q @ across - 0.25, q @ up - 0.42) + np.where(q @ gaze < 0, 9.0, 0.0)
        pieces.append(made.moved(center).with_data("turned", from_gaze).with_data("glint", glint))
    return join(pieces)


def _leg(form: Bird) -> Shape:
    """The bare right leg: shank, three toes ahead and one behind, with claws; or a web."""
    x, r, toe = form.leg_x, form.leg_r, form.toe
    _, heel, foot = form.leg
    ground = 0.75 * r
    pieces = [
        sweep(
            [(x, *heel), (x, 0.5 * (heel[0] + foot[0]), 0.5 * (heel[1] + foot[1])), (x, foot[0], ground + r)],
            [1.25 * r, r, 1.1 * r],
            sides=10,
        )
    ]
    for turn, long in ((-0.42, 0.85), (0.0, 1.0), (0.42, 0.85), (math.pi, 0.55)):
        s, c = math.sin(turn) * toe * long, math.cos(turn) * toe * long
        line = [
            (x, foot[0], ground + 0.5 * r),
            (x + 0.5 * s, foot[0] + 0.5 * c, ground + 0.5 * r),
            (x + 0.9 * s, foot[0] + 0.9 * c, ground),
            (x + 1.08 * s, foot[0] + 1.08 * c, 0.25 * ground),
        ]
        pieces.append(sweep(line, [0.9 * r, 0.85 * r, 0.7 * r, 0.1 * r], sides=8))
    if form.web:
        fan = np.linspace(-0.42, 0.42, 9)
        reach = toe * (0.80 + 0.06 * np.cos(fan / 0.42 * 2 * math.pi))
        rim = np.column_stack([x + np.sin(fan) * reach, foot[0] + np.cos(fan) * reach])
        lines = [
            np.column_stack([rim * f + np.array([x, foot[0]]) * (1 - f), np.full(9, z)])
            for f in (0.02, 1.0)
            for z in (ground,)
        ]
        top, low = np.array(lines), np.array(lines) - [0, 0, 0.5 * ground]
        pieces.append(outward(rings(np.concatenate([np.concatenate([top, low[:, ::-1]], axis=1)]))))
    return join(outward(p) for p in pieces)


def _comb(form: Bird) -> Shape:
    """Comb and wattles of a hen."""
    y, z, r = form.head
    pieces = [
        sphere(
            np.array([0.10, 0.26, 0.42]) * r,
            center=(0.0, y + (0.75 - 0.42 * k) * r, z + (0.92 + 0.10 * math.sin(1 + k)) * r),
            sides=12,
            levels=8,
        )
        for k in range(5)
    ]
    root = form.beak.root
    pieces += [
        sphere(
            np.array([0.14, 0.20, 0.40]) * r,
            center=(s * 0.22 * r, root[0] - 0.05 * r, root[1] - 0.62 * r),
            sides=12,
            levels=8,
        )
        for s in (-1, 1)
    ]
    return join(pieces)


def _materials(form: Bird, plumage: Plumage) -> dict[str, Material]:
    rest = coords("rest")
    h = form.height_m
    scales = voronoi(mapping(rest, scale=(1.0, 0.6, 0.8)), scale=34 / h, feature="SMOOTH_F1")
    barbs = noise(mapping(rest, scale=(1.0, 0.25, 1.0)), scale=150 / h, detail=3.0)
    iris = form.eye[3]
    eye = mix(
        mix((0.003, 0.003, 0.003), iris, remap(attribute("turned"), 0.62, 0.70)),
        (0.01, 0.008, 0.007),
        remap(attribute("turned"), 1.05, 1.15),
    )
    glint = remap(attribute("glint"), 0.24, 0.18)
    return {
        "feathers": Material(
            color=mix(plumage.color, (0.0, 0.0, 0.0), remap(attribute("edge"), 0.55, 1.0) * 0.25),
            roughness=0.62 - 0.24 * plumage.gloss,
            specular=0.25 + 0.5 * plumage.gloss,
            sheen=0.25,
            bumps=(
                Bump(height=scales * -1.0, strength=0.35, distance_m=0.012 * h),
                Bump(height=barbs, strength=0.35, distance_m=0.004 * h),
            ),
        ),
        "beak": Material(color=plumage.beak, roughness=0.35, coat=0.3),
        "legs": Material(color=plumage.legs, roughness=0.55, bumps=(_relief(voronoi(rest, scale=90 / h), h),)),
        "eye": Material(
            color=mix(eye, (0.95, 0.95, 0.95), glint), roughness=0.1, coat=0.8, coat_roughness=0.02,
            emission=(0.8, 0.85, 0.9), emission_strength=glint * 0.35,
        ),
        "comb": Material(color=plumage.comb, roughness=0.5, bumps=(_relief(noise(rest, scale=120 / h), h),)),
    }  # fmt: skip


def _relief(height: Value, height_m: float) -> Bump:
    return Bump(height=height, strength=0.45, distance_m=0.005 * height_m)
