"""The cast of a shot as bodies that move: chosen, built, walked to their marks."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path
from typing import NamedTuple

import numpy as np

from filmwright import registry
from filmwright.content import contact
from filmwright.content.camera import SIZES
from filmwright.content.figure import outfit
from filmwright.content.figure import person as figure
from filmwright.content.kinds import F64, Mark, Motion, Performance, Setting
from filmwright.content.props import log
from filmwright.scene.nodes import Image, Mesh, Node
from filmwright.scene.shade import Material
from filmwright.spec.shot import Action, Member, Shot
from filmwright.staging import memo, place, turning
from filmwright.staging.clock import Clock
from filmwright.staging.frame import Subject

SEAT_SHARE = (
    0.262  # height of a seat that lets the feet rest, against the sitter's; about that of the hollow of the knee
)
FACES_FROM = 0.6  # sizes that begin over this share of the body's height are of the face; chosen
CROWD = 6  # people one shot can hold before a frame costs too much; chosen


class Cast(NamedTuple):
    """Everybody's nodes and materials, the hero as the camera's subject, ids in order, notes for the ledger, and where everybody's
    eyes are every frame: id -> (F, 3). Hero and eyes are for all the frames the clock knows, nodes for those of the take."""

    nodes: tuple[Node, ...]
    materials: dict[str, Material]
    images: dict[str, Image]
    hero: Subject
    ids: tuple[str, ...]
    notes: tuple[str, ...]
    eyes: dict[str, F64]


def random_for(seed: int, *what: str) -> np.random.Generator:
    """A generator that depends on the film's seed and on what it is for, so that one word changed leaves the rest alone."""
    text = "/".join((str(seed), *what)).encode()
    return np.random.default_rng(int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "little"))


def individuals(cast: tuple[Member, ...]) -> tuple[Member, ...]:
    """The cast with every count spelled out as members of their own, at most CROWD of them."""
    people: list[Member] = []
    for member in cast:
        for k in range(member.count):
            own = (
                member.id
                if k == 0
                else f"{member.id.rsplit('-', 1)[0]}-{100 * (k + 1) + int(member.id.rsplit('-', 1)[1])}"
            )
            people.append(member.model_copy(update={"id": own, "count": 1}))
    return tuple(people[:CROWD])


def posture(member: Member) -> str:
    """How the member's action holds the body: walk, stand or sit."""
    action = member.action or Action(kind="stand")
    kind: str = registry.find("filmwright.content.actions", action.kind, where=f"{member.id}.action").POSTURE
    return kind


def stage_cast(shot: Shot, setting: Setting, mark: Mark, *, seed: int, clock: Clock, cache: Path | None = None) -> Cast:
    """Build and move the whole cast of a shot. `cache`: where built people are kept."""
    cast = individuals(shot.cast)
    notes = []
    asked = sum(m.count for m in shot.cast)
    if asked > len(cast):
        notes.append(f"{len(cast)} of {asked} people are staged")
    nodes: list[Node] = []
    materials: dict[str, Material] = {}
    images: dict[str, Image] = {}
    hero: Subject | None = None
    eyes: dict[str, F64] = {}
    mark = place.away(mark) if _followed(shot) else mark
    facing = _face_to_face(shot)
    for index, (member, (right_m, back_m)) in enumerate(zip(cast, place.offsets(cast, face_to_face=facing))):
        person = _person(shot, member, seed, cache)
        back_turned = facing and index == 1
        spot, whole, note = _motion(member, person, setting, mark, right_m, back_m, index, clock, back_turned)
        notes += [note] if note else []
        motion = turning.part(whole, clock.shown)
        if posture(member) == "sit" and not spot.seated:
            seat, made = _seat(shot, spot, seed, index)
            nodes.append(seat)
            materials |= made
        nodes += figure.attach(person, motion, member.id, f"{member.id} ")
        materials |= figure.named(person.materials, f"{member.id} ")
        images |= {f"{member.id} {k}": v for k, v in person.images.items()}
        if setting.contact_shade > 0:
            nodes.append(contact.shadow(f"{member.id} contact", motion.root))
            materials["contact shadow"] = contact.material(setting.contact_shade)
        eyes[member.id] = _carried(whole, "head", _eyes(person))
        if index == 0:
            key_share = place.lines_up_at(mark) if posture(member) == "walk" else 0.5
            hero = _subject(person, whole, clock.share(key_share))
    assert hero is not None
    return Cast(tuple(nodes), materials, images, hero, tuple(m.id for m in cast), tuple(notes), eyes)


def _followed(shot: Shot) -> bool:
    """Whether the camera goes behind the hero: it follows, and nothing asks to see the face."""
    if shot.camera.move != "follow" or posture(shot.cast[0]) != "walk" or shot.cast[0].expression is not None:
        return False
    return shot.camera.size is None or SIZES[shot.camera.size].bottom < FACES_FROM


def _face_to_face(shot: Shot) -> bool:
    """Whether the hero is seen over the shoulder of the second of the cast, who stays and whom the text puts nowhere else."""
    if shot.camera.size != "over_the_shoulder" or len(shot.cast) < 2:
        return False
    return shot.cast[1].relation is None and all(posture(member) == "stand" for member in shot.cast[:2])


def _person(shot: Shot, member: Member, seed: int, cache: Path | None) -> figure.Person:
    kind = registry.find("filmwright.content.people", member.kind, where=f"{member.id}.kind")
    params = kind.vary(random_for(seed, "person", member.id), member, climate=outfit.climate_of(shot))
    person: figure.Person = memo.kept(cache, f"people/{member.kind}", params, lambda: kind.build(params))
    return person


def _eyes(person: figure.Person) -> F64:
    """Between the eyes (3,), at rest."""
    return np.asarray((person.body.spots["eye_l"] + person.body.spots["eye_r"]) / 2)


def _motion(
    member: Member,
    person: figure.Person,
    setting: Setting,
    mark: Mark,
    right_m: float,
    back_m: float,
    index: int,
    clock: Clock,
    back_turned: bool,
) -> tuple[place.Spot, Motion, str | None]:
    """Where a member begins and how it moves through all the frames the clock knows; and what had to be bent."""
    action = member.action or Action(kind="stand")
    module = registry.find("filmwright.content.actions", action.kind, where=f"{member.id}.action")
    speed, note, begin = None, None, 0
    pace, start_s = clock.pace, clock.time_s(clock.known.start)
    if module.POSTURE == "walk":
        speed = float(module.pace(person.body, action.manner))
        line = place.line_through(mark)
        pace = _unhurried(clock, speed, line)
        if pace < clock.pace:
            note = f"{member.id} walks {pace:.2g} times as fast, not {clock.pace:g} times, and so stays in the picture"
        towards = place.direction(mark.view_yaw_rad)[:2] @ (line[-1] - line[0]) < 0
        known, planned, step_m = clock.known, clock.planned, speed * pace / clock.fps
        path, begin = place.walk(
            setting,
            mark,
            step_m * len(planned),
            right_m if towards else -right_m,
            back_m,
            before_m=step_m * (planned.start - known.start),
            after_m=step_m * (known.stop - planned.stop),
        )
        facing = place.yaw_of(np.append(path[begin + 1, :2] - path[begin, :2], 0.0))
        spot = place.Spot(path, facing, 0.0)
        start_s = (known.start - planned.start) * pace / clock.fps
    else:
        turn = math.pi if back_turned else place.THREE_QUARTERS_RAD * (1 if index % 2 == 0 else -1)
        spot = place.stay(setting, mark, right_m, back_m, turn=turn, sitting=module.POSTURE == "sit")
        if not spot.seated:
            spot = spot._replace(seat_m=SEAT_SHARE * person.body.height_m)
    eye = np.asarray(mark.position, float) - 5.0 * place.direction(mark.view_yaw_rad) + [0.0, 0.0, 1.5]
    performance = Performance(
        frames=len(clock.known),
        fps=clock.fps,
        path=spot.path,
        facing_yaw_rad=spot.facing_yaw_rad,
        ground=setting.ground,
        manner=action.manner,
        speed_m_s=speed,
        seat_m=spot.seat_m,
        look_at=None if back_turned else (float(eye[0]), float(eye[1]), float(eye[2])),
        phase=0.37 * index,
        begin=begin,
        start_s=start_s,
        pace=pace,
    )
    motion = module.build(person.body, performance)
    if clock.period is not None and module.POSTURE != "walk":
        before = performance._replace(start_s=start_s - clock.period * pace / clock.fps)
        motion = turning.repeated(motion, module.build(person.body, before), person.body, clock.period, clock.fps)
    return spot, motion, note


def _unhurried(clock: Clock, speed_m_s: float, line: F64) -> float:
    """How fast time runs for somebody who walks: in a time lapse no faster than that he crosses the set once."""
    usual_m = speed_m_s * len(clock.planned) / clock.fps
    return min(clock.pace, max(place.length(line), usual_m) / usual_m)


def _seat(shot: Shot, spot: place.Spot, seed: int, index: int) -> tuple[Mesh, dict[str, Material]]:
    """A trunk under somebody, the index-th of the cast, who sits where the set has no seat."""
    mesh, materials = log.build(
        spot.seat_m, bleached=shot.place.kind == "beach", snowy=shot.place.season == "winter", seed=seed
    )
    back = 0.08 * place.direction(spot.facing_yaw_rad)
    at = spot.path[0] - back
    seat = log.posed(mesh, (float(at[0]), float(at[1]), float(at[2])), spot.facing_yaw_rad)
    return seat.model_copy(update={"name": seat.name if index == 0 else f"{seat.name} {index + 1}"}), materials


def _subject(person: figure.Person, motion: Motion, key: int) -> Subject:
    """The hero as the camera sees him: feet, head and eyes every frame."""
    body = person.body
    eyes = _eyes(person)
    top = np.array([0.0, eyes[1] + 0.07, body.marks["top"]])
    yaw = motion.facing_yaw_rad[key]
    return Subject(
        feet=motion.root,
        top=_carried(motion, "head", top),
        eyes=_carried(motion, "head", eyes),
        facing=place.direction(float(yaw)),
        height_m=body.height_m,
        key=key,
    )


def _carried(motion: Motion, bone: str, point: F64) -> F64:
    """A rest point (3,) carried by one bone, every frame (F, 3)."""
    index = motion.bones.index(bone)
    w, v = motion.rotations[:, index, :1], motion.rotations[:, index, 1:]
    turned = point + 2 * np.cross(v, np.cross(v, np.broadcast_to(point, v.shape)) + w * point)
    return np.asarray(turned + motion.locations[:, index])
