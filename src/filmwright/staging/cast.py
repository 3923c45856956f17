"""The cast of a shot: chosen, built, brought to their marks."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import numpy as np

from filmwright import registry
from filmwright.content import contact
from filmwright.content import things as content_things
from filmwright.content.camera import ANGLES, SIZES
from filmwright.content.deeds import phases
from filmwright.content.figure import outfit
from filmwright.content.figure import person as figure
from filmwright.content.figure.body import Body
from filmwright.content.figure.countenance import Countenance, countenance, towards
from filmwright.content.figure.expressions import expression
from filmwright.content.kinds import F64, Carrier, Hold, Mark, Motion, Performance, Setting, Thing
from filmwright.content.offers import facts
from filmwright.content.props import wood_log
from filmwright.content.stageable import AT_THE_WHEEL
from filmwright.content.together import is_person
from filmwright.scene.nodes import Image, Mesh, Node, Pose
from filmwright.scene.shade import Material
from filmwright.spec.shot import Action, Member, Shot
from filmwright.staging import holding, memo, pairs, place, score, things, turning
from filmwright.staging.clock import Clock
from filmwright.staging.frame import Subject
from filmwright.staging.headcount import crowds, herds, individuals
from filmwright.staging.seen import eyes_at_rest, framed, of_two, subject_of
from filmwright.staging.things import Actor

SEAT_SHARE = (
    0.262  # height of a seat that lets the feet rest, against the sitter's; about that of the hollow of the knee
)
FACES_FROM = 0.6  # sizes that begin over this share of the body's height are of the face; chosen
BACK_RAD = 2.0  # who is turned this far from the lens goes away from it; chosen
AT_WHEEL_SIZES = (
    "medium",
    "medium_close_up",
    "close_up",
    "extreme_close_up",
)  # of who is in a car, not of the car; chosen
HANDS = 2
GOES = ("walk", "ride")  # postures of those who are on their way
MEETING_RAD = math.radians(
    58
)  # how far two who talk to each other are turned from the lens: both faces are seen; chosen


class Cast(NamedTuple):
    """Everybody's nodes and materials, the hero as the camera's subject, ids in order, notes for the ledger, and where the eyes of
    the people are, or the middle of things, every frame: id -> (F, 3); `people`: ids of those who have eyes. Hero and eyes are
    for all the frames the clock knows, nodes for those of the take."""

    nodes: tuple[Node, ...]
    materials: dict[str, Material]
    images: dict[str, Image]
    hero: Subject
    ids: tuple[str, ...]
    notes: tuple[str, ...]
    eyes: dict[str, F64]
    people: tuple[str, ...]


def random_for(seed: int, *what: str) -> np.random.Generator:
    """A generator that depends on the film's seed and on what it is for, so that one word changed leaves the rest alone."""
    text = "/".join((str(seed), *what)).encode()
    return np.random.default_rng(int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "little"))


def posture(member: Member, mark: Mark | None = None) -> str:
    """How the member's actions hold the body at a mark: walk, stand, sit or ride; things stand. Of several in turn it is "sit" if
    one is done on a seat, "walk" if all take the body on."""
    if not is_person(member.kind):
        return "stand"
    done = phases(member)
    if any(phase.sits for phase in done):
        return "sit"
    if len(done) > 1:
        return "walk" if all(phase.goes for phase in done) else "stand"
    module = _deed(member)
    kind: str = module.POSTURE
    seated = getattr(module, "SEATED", ())
    return "sit" if "offered" in seated and mark is not None and mark.kind == "seat" else kind


def _deed(member: Member) -> ModuleType:
    """The action of somebody, or the first of several. Raises BadInput for a take that cannot be used."""
    action = member.action or Action(kind="stand")
    return score.module_of(action, where=f"{member.id}.action")


def stands_on(member: Member) -> str:
    """The kind of mark a member looks for: a thing that stays on tables a surface, one that floats water, one that
    runs on rails a track, somebody who sits a seat."""
    if not is_person(member.kind):
        module = things.module_of(member)
        if hasattr(module, "DRAFT_M"):
            return "water"
        if member.action is not None and member.action.kind in getattr(module, "SEATED", ()):
            return "seat"
        return {"table": "surface", "track": "track"}.get(getattr(module, "STANDS", "ground"), "stand")
    likes = len(phases(member)) == 1 and "offered" in getattr(_deed(member), "SEATED", ())
    return "seat" if likes or posture(member) == "sit" else "stand"


def under_all(member: Member, cast: tuple[Member, ...]) -> Member:
    """Who carries a member: what it is on or in, and what that is on; itself if nothing does."""
    seen = [member]
    while member.relation is not None and member.relation.kind in place.STACKED:
        to = member.relation.to
        member = next((m for m in cast if m.id == to), member)
        if member in seen:
            break
        seen.append(member)
    return member


def stage_cast(shot: Shot, setting: Setting, mark: Mark, *, seed: int, clock: Clock, cache: Path | None = None) -> Cast:
    """Build and move the whole cast of a shot. `cache`: where what was built is kept."""
    cast = pairs.parted(individuals(shot.cast))
    notes = []
    asked = sum(m.count for m in shot.cast) - sum(count for _, count in (*crowds(shot.cast), *herds(shot.cast)))
    if asked > len(cast):
        notes.append(f"{len(cast)} of {asked} are staged")
    mark = place.away(mark) if _followed(shot) or _seen_from(shot) > BACK_RAD else mark
    facing = _face_to_face(shot)
    deeds = {name: m.action.kind if m.action is not None else "stand" for m in cast for name in m.holds[:HANDS]}
    made = {
        m.id: things.built(m, random_for(seed, "thing", m.id), cache, held_for=deeds.get(m.id))
        for m in cast
        if not is_person(m.kind)
    }
    turned = _seen_from(shot)
    if turned and cast[0].id in made:
        made[cast[0].id] = replace(made[cast[0].id], view_rad=turned)
    acting = {m.id: m.action for m in cast}
    extents = {name: things.extent(thing, thing.view_rad, acting[name]) for name, thing in made.items()}
    in_hand = {name: m.id for m in cast for name in m.holds[:HANDS]}
    free = tuple(m for m in cast if m.id not in in_hand)
    offsets = dict(zip((m.id for m in free), place.offsets(free, _only(extents, free), face_to_face=facing)))
    people = {m.id: _person(shot, m, seed, cache) for m in free if m.id not in made}
    ties, offsets = pairs.met(pairs.ties(free), offsets, {name: person.body for name, person in people.items()})
    subjects: dict[str, Subject] = {}
    actors: dict[str, Actor] = {}
    for member in place.carriers_first(free):
        offset = offsets[member.id]
        holds = [(m, made[m.id]) for m in cast if in_hand.get(m.id) == member.id]
        if member.id in made:
            actors |= things.with_held(member, made[member.id], holds[:1], setting, mark, offset, actors, clock)
            continue
        lies = getattr(_deed(member), "LIES", False)
        seat, carrier = (
            (things.bed_of if lies else things.seat_of)(offset, actors),
            things.carrier_of(offset, actors, clock),
        )
        tie = ties.get(member.id)
        met = _met(member, cast, offsets)
        actor, subject, note, things_held = _played(
            shot,
            member,
            setting,
            mark,
            offset,
            cast.index(member),
            clock,
            seat,
            carrier,
            holds,
            met,
            people[member.id],
            None
            if tie is None
            else pairs.With(
                tie, people[tie.other], offsets[tie.other], ties[tie.other].turn_rad, 0.37 * _index(cast, tie.other)
            ),
            seed=seed,
        )
        notes += [note] if note else []
        actors |= {member.id: actor, **things_held}
        subjects[member.id] = subject
    hero = subjects.get(cast[0].id)
    if hero is not None and cast[0].id in ties:
        hero = of_two(hero, subjects[ties[cast[0].id].other])
    nodes = [node for actor in actors.values() for node in actor.nodes]
    materials = {k: v for actor in actors.values() for k, v in actor.materials.items()}
    if setting.contact_shade > 0:
        nodes += [
            shade
            for name, actor in actors.items()
            if name in offsets and offsets[name].tied is None
            for shade in _shades(name, actor, clock)
        ]
        materials["contact shadow"] = contact.material(setting.contact_shade)
    own = next((m.id for m in cast if m.id == shot.camera.focus), cast[0].id)
    return Cast(
        tuple(nodes),
        materials,
        {k: v for actor in actors.values() for k, v in actor.images.items()},
        framed(
            hero,
            own,
            actors,
            clock,
            mark,
            frozenset(in_hand),
            perched=own in offsets and offsets[own].tied is not None,
            at_wheel=shot.camera.size in AT_WHEEL_SIZES
            and any(m.id == own and m.action is not None and m.action.kind in AT_THE_WHEEL for m in cast),
        ),
        tuple(m.id for m in cast),
        tuple(notes),
        {m.id: actors[m.id].eyes for m in cast},
        tuple(m.id for m in cast if m.id not in made),
    )


def _met(member: Member, cast: tuple[Member, ...], offsets: Mapping[str, place.Offset]) -> place.Offset | None:
    """Where the other of two stands whom somebody's action turns to; None if it turns to nobody."""
    others = [m for m in cast if is_person(m.kind) and m.id != member.id and m.id in offsets]
    if len(others) != 1 or not getattr(_deed(member), "MEETS", False) or _walks(others[0]):
        return None
    return offsets[others[0].id]


def _index(cast: tuple[Member, ...], name: str) -> int:
    return next(n for n, member in enumerate(cast) if member.id == name)


def _walks(member: Member) -> bool:
    return posture(member) == "walk"


def _only(extents: dict[str, place.Extent], cast: tuple[Member, ...]) -> dict[str, place.Extent]:
    """The extents of those who are in a cast."""
    return {m.id: extents[m.id] for m in cast if m.id in extents}


def _shades(name: str, actor: Actor, clock: Clock) -> list[Mesh]:
    """The patches of shadow under a member in a set whose ground cannot be darkened by who stands on it."""
    feet = (actor.low + actor.high) / 2 * [1.0, 1.0, 0.0] + actor.low * [0.0, 0.0, 1.0]
    if actor.thing is None:
        return [contact.shadow(f"{name} contact", feet[clock.shown])]
    half = float(np.abs(actor.high - actor.low)[0, :2].mean()) / 2
    return (
        [contact.shadow(f"{name} contact", feet[clock.shown], radius_m=1.25 * half)] if actor.thing.lift_m < 0.3 else []
    )


def _played(
    shot: Shot,
    member: Member,
    setting: Setting,
    mark: Mark,
    offset: place.Offset,
    index: int,
    clock: Clock,
    seat: place.Spot | None,
    carrier: Carrier | None,
    holds: list[tuple[Member, Thing]],
    met: place.Offset | None,
    person: figure.Person,
    with_: pairs.With | None,
    *,
    seed: int,
) -> tuple[Actor, Subject, str | None, dict[str, Actor]]:
    """A person of the cast, the index-th, as an actor and as the camera's subject; what had to be bent; and what the person holds."""
    shown = _seen_from(shot) or None
    turned = math.pi if _face_to_face(shot) and index == 1 else shown
    handled = _handled(member, holds)
    spot, whole, face, note, key_share = _motion(
        member, person, setting, mark, offset, index, clock, turned, seat, carrier, handled, met, with_, seed=seed
    )
    in_hands: dict[str, Actor] = {}
    # What a deed handles is in the first hand.
    for side, (own, thing) in zip(("r", "l"), sorted(holds, key=lambda held: _deed_with(held[1], handled) is None)):
        handler = _deed_with(thing, handled)
        apart: dict[str, Hold] = {}
        if handler is not None:
            deed, way = handler
            hold = way(person.body, thing)
            taken = holding.handled(whole, hold, person.sole_m)
            thing = content_things.scaled(thing, hold.size)
            apart = deed.hold_parts(person.body, thing) if hasattr(deed, "hold_parts") else {}
        else:
            taken = holding.held(person.body, whole, thing, things.module_of(own).GRIP[0], side, person.sole_m)
        whole = taken.motion
        parts = {node: holding.handled(whole, part, person.sole_m) for node, part in apart.items()}
        in_hands[own.id] = things.carried(own, thing, taken, clock, setting, parts)
    nodes: list[Node] = []
    materials: dict[str, Material] = {}
    if posture(member, mark) == "sit" and not spot.seated:
        trunk, materials = _seat(shot, spot, seed, index)
        nodes.append(trunk)
    period = None if posture(member, mark) in GOES else clock.period
    nodes += figure.attach(
        person,
        whole,
        member.id,
        f"{member.id} ",
        face.rows(clock.shown),
        step_s=clock.pace / clock.fps,
        shown=clock.shown,
        period=period,
    )
    materials |= figure.named(person.materials, f"{member.id} ")
    subject = subject_of(person, whole, clock.share(key_share))
    if len(phases(member)) > 1:
        # Who sits and gets up, or the other way round, is seen whole all the time.
        tall = float((subject.top - subject.feet)[:, 2].max())
        subject = subject._replace(top=np.column_stack([subject.top[:, :2], subject.feet[:, 2] + tall]))
    half = np.array([place.PERSON.side_m, place.PERSON.side_m, 0.0])
    actor = Actor(
        nodes=tuple(nodes),
        materials=materials,
        images={f"{member.id} {k}": v for k, v in person.images.items()},
        low=subject.feet - half,
        high=np.column_stack([subject.feet[:, :2] + half[:2], subject.top[:, 2]]),
        origin=subject.feet,
        eyes=subject.eyes,
        facing=subject.facing,
    )
    return actor, subject, note, in_hands


def _handled(member: Member, holds: list[tuple[Member, Thing]]) -> dict[str, tuple[Thing | None, Thing | None]]:
    """By the name of each action of somebody the thing it handles, of those held, and what goes with that."""
    left, made = list(holds), {}
    for action in (a for phase in phases(member) for a in phase.actions):
        found: list[Thing | None] = []
        for kinds in (facts("action", action.kind, "USES"), facts("action", action.kind, "WITH")):
            taken = next((held for held in left if held[0].kind in kinds), None)
            left = [held for held in left if held is not taken]
            found.append(taken[1] if taken is not None else None)
        made[action.kind] = (found[0], found[1])
    return made


def _deed_with(
    thing: Thing, handled: Mapping[str, tuple[Thing | None, Thing | None]]
) -> tuple[ModuleType, Callable[[Body, Thing], Hold]] | None:
    """The action that handles a thing, and how it holds it; None if none does."""
    for kind, (using, other) in handled.items():
        if thing is using or thing is other:
            module = registry.find("filmwright.content.actions", kind, where="action")
            return module, module.hold if thing is using else module.hold_other
    return None


def _followed(shot: Shot) -> bool:
    """Whether the camera goes behind the hero: it follows, and nothing asks to see the face."""
    if shot.camera.move != "follow" or posture(shot.cast[0]) not in GOES or shot.cast[0].expression is not None:
        return False
    return shot.camera.size is None or SIZES[shot.camera.size].bottom < FACES_FROM


def _seen_from(shot: Shot) -> float:
    """How far the subject is turned from the lens because the text says from where it is seen; 0 if it does not."""
    return ANGLES[shot.camera.angle].turn_rad


def _face_to_face(shot: Shot) -> bool:
    """Whether the hero is seen over the shoulder of the second of the cast, who stays and whom the text puts nowhere else."""
    if shot.camera.size != "over_the_shoulder" or len(shot.cast) < 2:
        return False
    two = shot.cast[:2]
    stay = all(posture(m) == "stand" and not (is_person(m.kind) and len(phases(m)) > 1) for m in two)
    return shot.cast[1].relation is None and stay


def _person(shot: Shot, member: Member, seed: int, cache: Path | None) -> figure.Person:
    kind = registry.find("filmwright.content.people", member.kind, where=f"{member.id}.kind")
    params = kind.vary(random_for(seed, "person", member.id), member, climate=outfit.climate_of(shot))
    person: figure.Person = memo.kept(cache, f"people/{member.kind}", params, lambda: kind.build(params))
    return person


def _motion(
    member: Member,
    person: figure.Person,
    setting: Setting,
    mark: Mark,
    offset: place.Offset,
    index: int,
    clock: Clock,
    turned: float | None,
    seat: place.Spot | None,
    carrier: Carrier | None,
    handled: dict[str, tuple[Thing | None, Thing | None]],
    met: place.Offset | None,
    with_: pairs.With | None,
    *,
    seed: int,
) -> tuple[place.Spot, Motion, Countenance, str | None, float]:
    """Where a member begins, how it moves and what its face does through all the frames the clock knows; what had to be bent; and at
    which share of the shot it is where the camera looks for it. `turned`: how far it is turned from the lens, if not as it is seen best;
    `handled`: by action, what that handles, and what goes with it; `met`: where the other stands whom it turns to; `with_`: with whom it
    does what takes two."""
    action = member.action or Action(kind="stand")
    module, sits = _deed(member), posture(member, mark) == "sit"
    done = score.steps_of(phases(member))
    goes = len(done) == 1 and module.POSTURE == "walk"
    key_share = {"walk": place.lines_up_at(mark), "ride": things.ARRIVES_AT}.get(posture(member), 0.5)
    right_m, back_m = offset.right_m, offset.back_m
    speed, note, begin, partner = None, None, 0, None
    pace, start_s = clock.pace, clock.time_s(clock.known.start)
    if goes:
        speed = float(module.pace(person.body, action.manner))
        if with_ is not None:
            speed = min(speed, float(module.pace(with_.person.body, action.manner)))
        line = place.line_through(mark)
        pace = _unhurried(clock, speed, line)
        if pace < clock.pace:
            note = f"{member.id} walks {pace:.2g} times as fast, not {clock.pace:g} times, and so stays in the picture"
        towards = place.direction(mark.view_yaw_rad)[:2] @ (line[-1] - line[0]) < 0
        known, planned, step_m = clock.known, clock.planned, speed * pace / clock.fps
        key_share = place.lines_up_at(mark, step_m * len(planned))

        def way(own: place.Offset) -> tuple[place.Spot, int]:
            path, begin = place.walk(
                setting,
                mark,
                step_m * len(planned),
                own.right_m if towards else -own.right_m,
                own.back_m,
                at=key_share,
                before_m=step_m * (planned.start - known.start),
                after_m=step_m * (known.stop - planned.stop),
            )
            return place.Spot(path, place.yaw_of(np.append(path[begin + 1, :2] - path[begin, :2], 0.0)), 0.0), begin

        spot, begin = way(offset)
        if with_ is not None:
            other, other_begin = way(with_.offset)
            partner = with_.partner(other, other_begin)
        start_s = (known.start - planned.start) * pace / clock.fps
    elif carrier is not None:
        spot = place.Spot(carrier.seat, float(carrier.yaw_rad[0]), 0.0, True)
    else:
        turn = getattr(module, "TURN_RAD", place.THREE_QUARTERS_RAD)
        turn *= 1 if index % 2 == 0 or any(other is not None for _, other in handled.values()) else -1
        turn = math.copysign(MEETING_RAD, met.right_m - right_m) if met is not None else turn
        turn = turn if turned is None else turned
        turn = with_.tie.turn_rad if with_ is not None else turn
        spot = place.stay(setting, mark, right_m, back_m, turn=turn, sitting=sits)
        if with_ is not None:
            other = place.stay(setting, mark, *with_.offset[:2], turn=with_.turn_rad, sitting=False)
            partner = with_.partner(other)
            met = with_.offset
        lies = getattr(module, "LIES", False)
        spot = seat if seat is not None and (sits or lies) else spot
        if not spot.seated:
            spot = spot._replace(seat_m=SEAT_SHARE * person.body.height_m)
    eye = np.asarray(mark.position, float) - 5.0 * place.direction(mark.view_yaw_rad) + [0.0, 0.0, 1.5]
    if met is not None:
        seen = with_.person if with_ is not None else person
        eye = place.aside_of(mark, met.right_m, met.back_m) + [0.0, 0.0, float(eyes_at_rest(seen)[2])]
    look_at = None if turned is not None else (float(eye[0]), float(eye[1]), float(eye[2]))
    role = score.Role(
        person.body, spot, setting, mark, (right_m, back_m), handled, look_at, 0.37 * index, person.sole_m, partner
    )
    if len(done) > 1:
        parts = score.planned(role, done, clock)
        found = score.key_share(parts, clock.planned_s)
        motion = score.played(role, parts, clock)
        face = _face(member, person, motion, score.times_of(clock), look_at, clock.pace, clock, seed)
        return spot, motion, face, note, key_share if found is None else found
    performance = Performance(
        frames=len(clock.known),
        fps=clock.fps,
        path=spot.path,
        facing_yaw_rad=spot.facing_yaw_rad,
        ground=setting.ground,
        manner=action.manner,
        speed_m_s=speed,
        seat_m=spot.seat_m,
        look_at=look_at,
        phase=0.37 * index,
        begin=begin,
        start_s=start_s,
        pace=pace,
        carrier=carrier,
        seated=sits or spot.seated,
        sole_m=person.sole_m,
        partner=partner,
    )
    motion = score.built(person.body, done[0], performance, role)
    face = _face(
        member, person, motion, performance.times_s, look_at, pace, clock, seed, pairs.aloud(module, performance)
    )
    if clock.period is not None and module.POSTURE not in GOES:
        before = performance._replace(start_s=start_s - clock.period * pace / clock.fps)
        earlier = score.built(person.body, done[0], before, role)
        past = _face(member, person, earlier, before.times_s, look_at, pace, clock, seed, pairs.aloud(module, before))
        face = turning.repeated_face(face, past, clock.period, clock.fps)
        motion = turning.repeated(motion, earlier, person.body, clock.period, clock.fps)
    return spot, motion, face, note, key_share


def _face(
    member: Member,
    person: figure.Person,
    motion: Motion,
    times_s: F64,
    look_at: tuple[float, float, float] | None,
    pace: float,
    clock: Clock,
    seed: int,
    aloud: F64 | None = None,
) -> Countenance:
    """What somebody's face does at times (F,); `aloud` (F,): how much the mouth speaks then. Raises UnknownName for an expression
    no face has."""
    done = [action for phase in phases(member) for action in phase.actions]
    deeds = [score.module_of(action, where=f"{member.id}.action") for action in done]
    spots: F64 | None = None
    if len(phases(member)) == 1 and any(getattr(deed, "EYES", None) == "hands" for deed in deeds):
        spots = np.mean([things.on_bone(motion, b, person.body.tails[b]) for b in ("hand_l", "hand_r")], axis=0)
    elif look_at is not None:
        spots = np.array(look_at)
    return countenance(
        times_s,
        expression(member.expression or "neutral"),
        seed=int(random_for(seed, "face", member.id).integers(2**31)),
        towards_rad=None if spots is None else towards(person.body, motion, spots),
        mouth=next((deed.MOUTH for deed in deeds if hasattr(deed, "MOUTH")), None),
        aloud=aloud,
        taken_s=float(times_s[min(clock.share(0.5), len(times_s) - 1)]),
        pace=pace,
        blinking=any(action.kind == "blink" for action in done),
    )


def _unhurried(clock: Clock, speed_m_s: float, line: F64) -> float:
    """How fast time runs for somebody who walks: in a time lapse no faster than that he crosses the set once."""
    usual_m = speed_m_s * len(clock.planned) / clock.fps
    return min(clock.pace, max(place.length(line), usual_m) / usual_m)


def _seat(shot: Shot, spot: place.Spot, seed: int, index: int) -> tuple[Mesh, dict[str, Material]]:
    """A trunk under somebody, the index-th of the cast, who sits where the set has no seat."""
    made = wood_log.build(wood_log.Params(spot.seat_m, shot.place.kind == "beach", shot.place.season == "winter", seed))
    trunk = made.nodes[0]
    assert isinstance(trunk, Mesh)
    x, y, z = spot.path[0] - 0.08 * place.direction(spot.facing_yaw_rad)
    half = spot.facing_yaw_rad / 2
    pose = Pose(location=(float(x), float(y), float(z)), rotation=(math.cos(half), 0.0, 0.0, math.sin(half)))
    return trunk.model_copy(update={"name": "log" if index == 0 else f"log {index + 1}", "pose": pose}), made.materials
