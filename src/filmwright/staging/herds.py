"""Herds, flocks and swarms: animals beyond those of the cast, coarser, without fur, each on its own way."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from filmwright.content import things as content_things
from filmwright.content.figure.coarse import coarse
from filmwright.content.figure.person import named
from filmwright.content.kinds import F64, Mark, Motion, Performance, Setting, Thing
from filmwright.scene.nodes import Image, Mesh, Node, Rig, Skin
from filmwright.scene.shade import Material
from filmwright.spec.shot import Action, Member
from filmwright.staging import place, things
from filmwright.staging.blocking import Berth, Seen, blocked
from filmwright.staging.chance import random_for
from filmwright.staging.clock import Clock
from filmwright.staging.room import Room

COARSE_SHARE = 1 / 60  # of an animal's length: how far apart the points of its surface stay; chosen
SIZES = (0.86, 1.08)  # how large others of a herd are against the first; chosen
ALOFT = ("fly", "soar", "glide", "hover", "swim")
HIGH_M = (-0.5, 4.5)  # how much higher than the first others of a flock fly; chosen
SPARE_M = 0.25  # between two of a herd at the most, and no more than their own size; chosen


class Herd(NamedTuple):
    """Nodes, materials and images of the animals of one member beyond the cast, and how many there are."""

    nodes: tuple[Node, ...]
    materials: dict[str, Material]
    images: dict[str, Image]
    animals: int


def stage_herd(
    member: Member,
    count: int,
    setting: Setting,
    mark: Mark,
    room: Room,
    seen: Seen,
    clock: Clock,
    *,
    seed: int,
    cache: Path | None = None,
) -> Herd | None:
    """`count` more animals like a member's first; None if there is room for none. room: where they can be."""
    module = things.module_of(member)
    thing = things.built(member, random_for(seed, "thing", member.id), cache)
    low, high = content_things.box(thing.nodes)
    wide, long = (high - low)[:2]
    action = member.action or Action(kind="stand")
    speeds = getattr(module, "SPEEDS", {})
    speed = float(speeds.get(action.kind, 0.0)) * {"slow": 0.5, "fast": 1.6, "brisk": 1.3}.get(action.manner or "", 1.0)
    aloft = action.kind in ALOFT or thing.lift_m > 0
    if aloft:
        room = room._replace(free=np.ones_like(room.free))
    rng = random_for(seed, "herd", member.id)
    yaw = mark.view_yaw_rad + math.pi + thing.view_rad
    berths = blocked(
        "herd",
        count,
        room,
        mark,
        seen,
        place.direction(yaw)[:2],
        rng,
        speed_m_s=speed,
        apart_m=0.62 * math.hypot(wide, long) + min(SPARE_M, 0.5 * long),
    )
    if not berths:
        return None
    motions = []
    others = [name for name in ("eat", "graze", "look_around", "stand") if name in getattr(module, "ACTIONS", ())]
    for berth in berths:
        size = float(rng.uniform(*SIZES))
        own = (
            action
            if speed or action.kind != "stand" or not others
            else Action(kind=others[int(rng.integers(len(others)))])
        )
        rise = float(rng.uniform(*HIGH_M)) * min(1.0, 4 * float(np.max(high - low))) if aloft else 0.0
        motions.append((size, _motion(module.move, thing, own, berth, size, rise, speed, setting, clock, rng)))
    return Herd(
        _gathered(member, thing, motions, clock),
        named(thing.materials, f"{member.id} herd "),
        {f"{member.id} herd {name}": image for name, image in thing.images.items()},
        len(berths),
    )


def _motion(
    move: Callable[[Thing, Action, Performance], Motion],
    thing: Thing,
    action: Action,
    berth: Berth,
    size: float,
    rise: float,
    speed: float,
    setting: Setting,
    clock: Clock,
    rng: np.random.Generator,
) -> Motion:
    """How one of a herd moves in the frames shown, in the measure of the first's body."""

    def ground(x: F64, y: F64) -> F64:
        return (np.asarray(setting.ground(x * size, y * size)) + rise) / size

    start_s = -clock.planned.start * clock.pace / clock.fps
    path, begin = np.array([[berth.x, berth.y, 0.0]]) / size, 0
    if speed:
        lasts_s = clock.frames * clock.pace / clock.fps
        before = math.ceil((max(0.0, -start_s) * speed + 2.0) / place.APART_M)
        after = math.ceil((max(0.0, start_s + lasts_s) * speed + 4.0) / place.APART_M)
        along = place.APART_M * np.arange(-before, after + 1)[:, None]
        way = (np.array([berth.x, berth.y]) + along * place.direction(berth.facing_yaw_rad)[:2]) / size
        path, begin = np.column_stack([way, ground(way[:, 0], way[:, 1])]), before
    else:
        start_s += float(rng.uniform(1.0, 9.0))
        path[0, 2] = float(ground(path[:, 0], path[:, 1])[0])
    act = Performance(
        frames=clock.frames,
        fps=clock.fps,
        path=path,
        facing_yaw_rad=berth.facing_yaw_rad,
        ground=ground,
        manner=action.manner,
        speed_m_s=speed / size if speed else None,
        begin=begin,
        start_s=start_s,
        pace=clock.pace,
        phase=float(rng.random()),
    )
    return move(thing, action, act)


def _gathered(member: Member, thing: Thing, motions: list[tuple[float, Motion]], clock: Clock) -> tuple[Node, ...]:
    """All of them: a rig with everybody's bones, and a mesh for each of the thing's own."""
    low, high = content_things.box(thing.nodes)
    apart = COARSE_SHARE * float(np.max(high - low))
    rig = f"{member.id} herd rig"
    first = motions[0][1]
    bones = len(first.bones)
    sizes = np.array([size for size, _ in motions])
    locations = [size * (motion.locations + [0.0, 0.0, thing.lift_m]) for size, motion in motions]
    nodes: list[Node] = [
        Rig(
            name=rig,
            bones=tuple(f"{k} {bone}" for k in range(len(motions)) for bone in first.bones),
            locations=np.concatenate(locations, 1),
            rotations=np.concatenate([motion.rotations for _, motion in motions], 1),
            cast=member.id,
        )
    ]
    for node in thing.nodes:
        if not isinstance(node, Mesh) or not node.visible or node.skin is None:
            continue
        one = _coarser(node, apart)
        if one is None:
            continue
        many, size = len(motions), len(one.points)
        assert one.skin is not None
        faces = np.asarray(one.faces)[None] + size * np.arange(many)[:, None, None]
        faces = np.where(np.asarray(one.faces)[None] < 0, -1, faces).reshape(-1, 4)
        nodes.append(
            one.model_copy(
                update={
                    "name": f"{member.id} herd {node.name}",
                    "points": (sizes[:, None, None] * np.asarray(one.points)[None]).reshape(-1, 3),
                    "faces": faces,
                    "materials": tuple(f"{member.id} herd {name}" for name in node.materials),
                    "material_index": None if one.material_index is None else np.tile(one.material_index, many),
                    "point_data": {k: np.tile(v, (many,) + (1,) * (v.ndim - 1)) for k, v in one.point_data.items()},
                    "corner_data": {},
                    "uv": None if one.uv is None else np.tile(one.uv, (many, 1, 1)),
                    "skin": Skin(
                        rig=rig,
                        bones=(np.asarray(one.skin.bones)[None] + bones * np.arange(many)[:, None, None]).reshape(
                            -1, one.skin.bones.shape[1]
                        ),
                        weights=np.tile(one.skin.weights, (many, 1)),
                    ),
                    "subdivide": 0,
                    "smooth_deform": 0,
                    "cast": member.id,
                }
            )
        )
    return tuple(nodes)


def _coarser(node: Mesh, apart: float) -> Mesh | None:
    """A mesh with its points so far apart; None if that leaves nothing of it. What carries an image keeps its points, and so does
    what has few."""
    if node.uv is not None or len(node.points) < 300:
        return node
    points, faces = np.asarray(node.points, float), np.asarray(node.faces, np.int64)
    slots = np.zeros(len(faces), np.int64) if node.material_index is None else np.asarray(node.material_index, np.int64)
    kept_all, tri_all, slot_all, count = [], [], [], 0
    finer = min(apart, float(np.max(np.ptp(points, axis=0))) / 6)
    for slot in np.unique(slots):
        kept, tri = coarse(points, faces[slots == slot], finer)
        kept_all.append(kept)
        tri_all.append(tri + count)
        slot_all.append(np.full(len(tri), slot))
        count += len(kept)
    kept, tri = np.concatenate(kept_all), np.concatenate(tri_all)
    if len(tri) < 2:
        return None
    assert node.skin is not None
    return node.model_copy(
        update={
            "points": points[kept],
            "faces": np.column_stack([tri, np.full(len(tri), -1)]),
            "material_index": None if node.material_index is None else np.concatenate(slot_all),
            "point_data": {name: np.asarray(values)[kept] for name, values in node.point_data.items()},
            "skin": node.skin.model_copy(update={"bones": node.skin.bones[kept], "weights": node.skin.weights[kept]}),
        }
    )
