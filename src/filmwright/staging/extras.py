"""The extras of a shot: the people of a crowd beside the cast, each with looks of their own, doing what the text says."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import numpy as np

from filmwright import registry
from filmwright.content.deeds import posture_of
from filmwright.content.figure import extra as figures
from filmwright.content.figure import outfit
from filmwright.content.figure.complexion import COMPLEXIONS
from filmwright.content.figure.extra import Extra
from filmwright.content.figure.person import PersonParams
from filmwright.content.kinds import F64, Mark, Motion, Performance, Setting
from filmwright.content.offers import facts
from filmwright.scene.nodes import Camera, Mesh, Node, Rig, Skin
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, join, rotation
from filmwright.spec.shot import Action, Member, Shot
from filmwright.staging import memo, place, turning
from filmwright.staging.blocking import Berth, Seen, Way, blocked
from filmwright.staging.chance import random_for
from filmwright.staging.clock import Clock
from filmwright.staging.detail import face_px
from filmwright.staging.performing import SEAT_SHARE
from filmwright.staging.room import Room

LOOKS = 7  # different people that all extras of a shot are; chosen
COARSE_PX = 14  # a face smaller than this is as good on the coarser form; chosen by eye
SIZES = (0.955, 1.045)  # how tall extras of one body are against it; chosen
AGES = ("adult", "young", "adult", "middle_aged", "young", "old", "adult", "middle_aged", "young")
BUILDS = ("average", "slim", "heavy", "average", "tall", "average", "short", "muscular", "average")
IN_RANKS = ("march",)
IDLE = ("stand",)
LOOKS_ON = "look_around"  # what watching is staged as: a crowd that does it has its eyes on what there is to see
PERFORMS = ("sing", "dance", "bow", "give_award", "do_boxing", "do_tai_chi", "play_")
"""Beginnings of what the subject does that a crowd looks at."""
AMONG = {
    "cheer": ("cheer", "cheer", "clap", "wave"),
    "clap": ("clap", "clap", "clap", "cheer"),
    "stand": ("stand", "stand", "look_around", "talk"),
}
"""What those of a crowd do of which it is said that they do something, so that not all do the same; chosen."""
NAME = "extras"
SEAT_WOOD = "extras seat"


class Extras(NamedTuple):
    """Nodes and materials of a crowd, and how many it is of."""

    nodes: tuple[Node, ...] = ()
    materials: Mapping[str, Material] = {}
    people: int = 0


class Role(NamedTuple):
    """One extra: who it is of, which look and how tall against it, where, and what it does."""

    member: Member
    look: int
    size: float
    berth: Berth
    action: Action
    rng: np.random.Generator


def stage_extras(
    wanted: Sequence[tuple[Member, int]],
    shot: Shot,
    setting: Setting,
    mark: Mark,
    room: Room,
    seen: Seen,
    camera: Camera,
    clock: Clock,
    *,
    seed: int,
    cache: Path | None = None,
) -> Extras:
    """So many people of each of these members beside the cast, as one mesh on one rig. camera: of the frames shown."""
    hero = shot.cast[0]
    own = any(member.id == hero.id for member, _ in wanted)
    aim = seen.lenses[0].center[:2].astype(float) if own or not seen.cast else seen.cast[0][0].mean(0)
    rng = random_for(seed, "extras", shot.place.kind)
    total = sum(count for _, count in wanted)
    action = wanted[0][0].action or Action(kind="stand")
    action = action if _done(action) else Action(kind="stand")
    looks = {m.id: _looks(shot, m, round(LOOKS * n / total) or 1, cache) for m, n in wanted}
    speed = _pace(action if posture_of(action.kind) == "walk" else Action(kind="walk"), looks[wanted[0][0].id][0][1])
    way = _way(
        action, own=own, shown=hero.action is not None and hero.action.kind.startswith(PERFORMS), street=mark.lane
    )
    berths = blocked(way, total, room, mark, seen, aim, rng, speed_m_s=speed)
    deal = rng.permutation(np.repeat(np.arange(len(wanted)), [n for _, n in wanted]))
    roles = []
    for k, berth in enumerate(berths):
        member = wanted[int(deal[k])][0]
        mine = random_for(seed, "extra", member.id, str(k))
        look, size = int(mine.integers(len(looks[member.id]))), float(mine.uniform(*SIZES))
        roles.append(Role(member, look, size, berth, _deed(action, berth, mine), mine))
    return _assembled(roles, looks, setting, camera, clock, seen.size, aim) if roles else Extras()


def _way(action: Action, *, own: bool, shown: bool, street: bool) -> Way:
    """How a crowd that does something is spread. own: it is what the shot is about; shown: its subject is looked at; street: people
    pass where it is."""
    if action.kind in IN_RANKS:
        return "ranks"
    if posture_of(action.kind) == "walk":
        return "walk"
    if own and action.kind in IDLE:
        return "mill" if street else "gather"
    return "face" if shown or action.kind not in IDLE else "mill"


def _done(action: Action) -> bool:
    """Whether extras can do something: with empty hands, and on their own feet or a seat."""
    return (
        action.take is None
        and posture_of(action.kind) != "ride"
        and not facts("action", action.kind, "USES")
        and not facts("action", action.kind, "ONLY_IN")
    )


def _deed(action: Action, berth: Berth, rng: np.random.Generator) -> Action:
    """What one of a crowd does at its berth."""
    if berth.speed_m_s:
        return action if posture_of(action.kind) == "walk" else Action(kind="walk")
    if berth.talks:
        return Action(kind="talk" if rng.random() < 0.45 else "stand")
    if posture_of(action.kind) == "walk" or action.kind == LOOKS_ON:
        return Action(kind="stand")
    among = AMONG.get(action.kind, (action.kind,))
    return action.model_copy(update={"kind": among[int(rng.integers(len(among)))]})


def _pace(action: Action, extra: Extra) -> float:
    """How fast one goes."""
    return float(_module(action).pace(extra.body, action.manner))


def _module(action: Action) -> ModuleType:
    return registry.find("filmwright.content.actions", action.kind, where="action")


def _looks(shot: Shot, member: Member, count: int, cache: Path | None) -> list[tuple[PersonParams, Extra]]:
    """Different people of a member's kind. They are the same in every film, so that they are built once; their colors are not."""
    kind = registry.find("filmwright.content.people", member.kind, where=f"{member.id}.kind")
    made = []
    for k in range(count):
        grown = None if member.kind in ("girl", "boy") else AGES[k % len(AGES)]
        told: dict[str, object] = {
            "age": member.age or grown,
            "build": member.build or BUILDS[(3 * k + 1) % len(BUILDS)],
        }
        params = kind.vary(
            random_for(0, "extra", member.kind, str(k)),
            member.model_copy(update=told | {"holds": (), "relation": None}),
            climate=outfit.climate_of(shot),
        )
        extra: Extra = memo.kept(cache, "extras", params, partial(figures.build, params))
        made.append((params, extra))
    return made


def _colors(role: Role, params: PersonParams) -> dict[str, tuple[float, float, float]]:
    """Colors of one extra's own: of clothes the text gives no color, of hair and skin."""
    told = {g.kind for g in role.member.wardrobe if g.color is not None}
    colors = outfit.everyday_colors([g.kind for g in params.wardrobe if g.kind not in told], role.rng)
    tone = np.array(COMPLEXIONS[params.complexion].tone) * role.rng.uniform(0.88, 1.1)
    colors[figures.SKIN] = (float(tone[0]), float(tone[1]), float(tone[2]))
    return colors


def _assembled(
    roles: Sequence[Role],
    looks: Mapping[str, list[tuple[PersonParams, Extra]]],
    setting: Setting,
    camera: Camera,
    clock: Clock,
    size: tuple[int, int],
    aim: F64,
) -> Extras:
    """The extras as one mesh on one rig, and what they sit on."""
    points, faces, paint, index, bones, weights = [], [], [], [], [], []
    locations, rotations, names, seats = [], [], list[str](), []
    first = 0
    for k, role in enumerate(roles):
        params, extra = looks[role.member.id][role.look]
        motion = _motion(role, extra, setting, clock, aim)
        place_of = np.asarray(motion.locations, float) + [0.0, 0.0, extra.sole_m]
        eyes = motion.root + [0.0, 0.0, 0.93 * extra.body.height_m]
        form = extra.forms[0 if face_px(role.size * eyes, camera, size[0]) > COARSE_PX else 1]
        used, slots = np.unique(form.bones, return_inverse=True)
        points.append(role.size * form.points)
        faces.append(form.faces + first)
        paint.append(figures.colored(extra, form, _colors(role, params)))
        materials = list(figures.MATERIALS)
        index.append(np.array([materials.index(part.material) for part in extra.parts])[form.part[form.faces[:, 0]]])
        bones.append(slots.reshape(form.bones.shape) + len(names))
        weights.append(form.weights)
        locations.append(role.size * place_of[:, used])
        rotations.append(motion.rotations[:, used])
        names += [f"{k} {extra.body.bones[b]}" for b in used]
        first += len(form.points)
        if _sits(role.action):
            seats.append(_stool(role, extra, setting))
    tri = np.concatenate(faces)
    rig = f"{NAME} rig"
    nodes: list[Node] = [
        Rig(
            name=rig,
            bones=tuple(names),
            locations=np.concatenate(locations, 1),
            rotations=np.concatenate(rotations, 1),
            cast=NAME,
        ),
        Mesh(
            name=NAME,
            points=np.concatenate(points),
            faces=np.column_stack([tri, np.full(len(tri), -1)]),
            materials=tuple(figures.MATERIALS),
            material_index=np.concatenate(index),
            point_data={"paint": np.concatenate(paint)},
            skin=Skin(rig=rig, bones=np.concatenate(bones), weights=np.concatenate(weights)),
            cast=NAME,
        ),
    ]
    materials_made = dict(figures.MATERIALS)
    if seats:
        stools = join(seats)
        nodes.append(
            Mesh(
                name="extras seats",
                points=stools.points,
                faces=stools.faces,
                materials=(SEAT_WOOD,),
                smooth=False,
            )
        )
        materials_made[SEAT_WOOD] = Material(color=(0.16, 0.10, 0.06), roughness=0.6, preview=(0.16, 0.10, 0.06))
    return Extras(tuple(nodes), materials_made, len(roles))


def _sits(action: Action) -> bool:
    return posture_of(action.kind) == "sit"


def _motion(role: Role, extra: Extra, setting: Setting, clock: Clock, aim: F64) -> Motion:
    """How one extra moves in the frames shown, at the size of its body: all lengths of the set are so much smaller for it."""
    berth, size, module = role.berth, role.size, _module(role.action)

    def ground(x: F64, y: F64) -> F64:
        return np.asarray(setting.ground(x * size, y * size)) / size

    own_s = float(role.rng.uniform(1.0, 7.0)) if not berth.speed_m_s else 0.0
    start_s = -clock.planned.start * clock.pace / clock.fps
    act = Performance(
        frames=clock.frames,
        fps=clock.fps,
        path=_stays(berth, setting, size),
        facing_yaw_rad=berth.facing_yaw_rad,
        ground=ground,
        manner=role.action.manner,
        seat_m=SEAT_SHARE * extra.body.height_m,
        look_at=_looks_at(berth, role, setting, size, aim),
        phase=float(role.rng.uniform(0, 6)),
        start_s=start_s + own_s,
        pace=clock.pace,
        seated=_sits(role.action),
        sole_m=extra.sole_m,
    )
    if berth.speed_m_s:
        path, begin = _goes(berth, setting, size, start_s, clock)
        phase = 0.0 if role.action.kind in IN_RANKS else act.phase
        act = act._replace(path=path, begin=begin, speed_m_s=berth.speed_m_s / size, phase=phase, look_at=None)
    motion: Motion = module.build(extra.body, act)
    if clock.period is not None and not berth.speed_m_s:
        before = act._replace(start_s=act.start_s - clock.period * clock.pace / clock.fps)
        motion = turning.repeated(motion, module.build(extra.body, before), extra.body, clock.period, clock.fps)
    return motion


def _looks_at(berth: Berth, role: Role, setting: Setting, size: float, aim: F64) -> tuple[float, float, float]:
    """What an extra who stays has an eye on, in its own measure: whom it talks to, or what all look at."""
    spot = aim if not berth.talks else np.array([berth.x, berth.y]) + place.direction(berth.facing_yaw_rad)[:2]
    high = place.height(setting.ground, float(spot[0]), float(spot[1])) + 1.5
    return (float(spot[0]) / size, float(spot[1]) / size, high / size)


def _stays(berth: Berth, setting: Setting, size: float) -> F64:
    return np.array([[berth.x, berth.y, place.height(setting.ground, berth.x, berth.y)]]) / size


def _goes(berth: Berth, setting: Setting, size: float, start_s: float, clock: Clock) -> tuple[F64, int]:
    """The way (m, 3) of one who walks, and which of its points it is at at time 0."""
    lasts_s = clock.frames * clock.pace / clock.fps
    before = math.ceil((max(0.0, -start_s) * berth.speed_m_s + place.LEADS_IN_M) / place.APART_M)
    after = math.ceil((max(0.0, start_s + lasts_s) * berth.speed_m_s + 2.0) / place.APART_M)
    along = (place.APART_M * np.arange(-before, after + 1, dtype=float))[:, None]
    points = np.asarray(np.array([berth.x, berth.y]) + along * place.direction(berth.facing_yaw_rad)[:2], float)
    high = np.asarray(setting.ground(points[:, 0], points[:, 1]), float)
    return np.asarray(np.column_stack([points, high]) / size, float), before


def _stool(role: Role, extra: Extra, setting: Setting) -> Shape:
    """What an extra sits on: a plain stool."""
    high = role.size * SEAT_SHARE * extra.body.height_m
    legs = [
        box((0.04, 0.04, high - 0.04), center=(x, y, (high - 0.04) / 2)) for x in (-0.16, 0.16) for y in (-0.15, 0.15)
    ]
    stool = join([box((0.40, 0.36, 0.04), center=(0.0, 0.0, high - 0.02)), *legs])
    back = -0.08 * place.direction(role.berth.facing_yaw_rad)
    x, y = role.berth.x + back[0], role.berth.y + back[1]
    return stool.turned(rotation(z=role.berth.facing_yaw_rad)).moved((x, y, place.height(setting.ground, x, y)))
