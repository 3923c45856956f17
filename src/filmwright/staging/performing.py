"""A person of the cast in the shot: how it moves, what its face does, what it holds."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import ModuleType

import numpy as np

from filmwright import registry
from filmwright.content import things as content_things
from filmwright.content.deeds import phases
from filmwright.content.figure import person as figure
from filmwright.content.figure.body import Body
from filmwright.content.figure.countenance import Countenance, countenance, towards
from filmwright.content.figure.expressions import expression
from filmwright.content.kinds import F64, Carrier, Hold, Mark, Motion, Performance, Setting, Thing
from filmwright.content.offers import facts
from filmwright.content.props import wood_log
from filmwright.scene.nodes import Mesh, Node, Pose
from filmwright.scene.shade import Material
from filmwright.spec.shot import Action, Member, Shot
from filmwright.staging import aboard, holding, pairs, place, plan, score, seats, things, turning
from filmwright.staging.actor import Actor
from filmwright.staging.chance import random_for
from filmwright.staging.clock import Clock
from filmwright.staging.frame import Subject
from filmwright.staging.postures import (
    GOES,
    bears_behind,
    deed,
    face_to_face,
    posture,
    seen_from,
)
from filmwright.staging.role import Role, built, module_of
from filmwright.staging.seen import eyes_at_rest, subject_of

SEAT_SHARE = (
    0.262  # height of a seat that lets the feet rest, against the sitter's; about that of the hollow of the knee
)
BACKPACKED_RAD = math.radians(68)  # how far who has something on their back is turned from the lens; chosen
MEETING_RAD = math.radians(
    58
)  # how far two who talk to each other are turned from the lens: both faces are seen; chosen


def played(
    shot: Shot,
    member: Member,
    setting: Setting,
    mark: Mark,
    offset: place.Offset,
    index: int,
    clock: Clock,
    seat: place.Spot | None,
    carrier: Carrier | None,
    deck: aboard.Deck | None,
    holds: list[tuple[Member, Thing]],
    met: place.Offset | None,
    person: figure.Person,
    with_: pairs.With | None,
    *,
    seed: int,
) -> tuple[Actor, Subject, str | None, dict[str, Actor]]:
    """A person of the cast, the index-th, as an actor and as the camera's subject; what had to be bent; and what the person holds."""
    shown = seen_from(shot) or None
    turned = math.pi if face_to_face(shot) and index == 1 else shown
    handled = _handled(member, holds)
    deck = deck if carrier is None and with_ is None and _keeps_standing(member, mark) else None
    spot, whole, face, note, key_share = _motion(
        member, person, setting, mark, offset, index, clock, turned, seat, carrier, deck, handled, met, with_, seed=seed
    )
    if deck is not None:
        whole = deck.carried(whole)
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


def _keeps_standing(member: Member, mark: Mark) -> bool:
    """Whether somebody stands where they are all the time, whatever they do there."""
    done = plan.steps_of(phases(member))
    deeds = [module_of(phase.base) for phase in done]
    return (
        posture(member, mark) == "stand"
        and not any(phase.goes for phase in done)
        and all(deed.POSTURE == "stand" and not getattr(deed, "LIES", False) for deed in deeds)
    )


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
    deck: aboard.Deck | None,
    handled: dict[str, tuple[Thing | None, Thing | None]],
    met: place.Offset | None,
    with_: pairs.With | None,
    *,
    seed: int,
) -> tuple[place.Spot, Motion, Countenance, str | None, float]:
    """Where a member begins, how it moves and what its face does through all the frames the clock knows; what had to be bent; and at
    which share of the shot it is where the camera looks for it. `turned`: how far it is turned from the lens, if not as it is seen best;
    `deck`: what it stands on, in whose own metres the motion then is;
    `handled`: by action, what that handles, and what goes with it; `met`: where the other stands whom it turns to; `with_`: with whom it
    does what takes two."""
    action = member.action or Action(kind="stand")
    module, sits = deed(member), posture(member, mark) == "sit"
    done = plan.steps_of(phases(member))
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
        usual = BACKPACKED_RAD if bears_behind(member) else place.THREE_QUARTERS_RAD
        turn = getattr(module, "TURN_RAD", usual)
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
        if deck is not None:
            spot, setting = deck.spot(spot.facing_yaw_rad), replace(setting, ground=deck.ground)
        if not spot.seated:
            spot = spot._replace(seat_m=SEAT_SHARE * person.body.height_m)
    eye = np.asarray(mark.position, float) - 5.0 * place.direction(mark.view_yaw_rad) + [0.0, 0.0, 1.5]
    if met is not None:
        seen = with_.person if with_ is not None else person
        eye = place.aside_of(mark, met.right_m, met.back_m) + [0.0, 0.0, float(eyes_at_rest(seen)[2])]
    if deck is not None:
        eye = deck.seen_by(mark)
    look_at = None if turned is not None else (float(eye[0]), float(eye[1]), float(eye[2]))
    role = Role(
        person.body, spot, setting, mark, (right_m, back_m), handled, look_at, 0.37 * index, person.sole_m, partner
    )
    if len(done) > 1:
        parts = plan.planned(role, done, clock)
        found = plan.key_share(parts, clock.planned_s)
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
    motion = built(person.body, done[0], performance, role)
    face = _face(
        member, person, motion, performance.times_s, look_at, pace, clock, seed, pairs.aloud(module, performance)
    )
    if clock.period is not None and module.POSTURE not in GOES:
        before = performance._replace(start_s=start_s - clock.period * pace / clock.fps)
        earlier = built(person.body, done[0], before, role)
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
    deeds = [module_of(action, where=f"{member.id}.action") for action in done]
    spots: F64 | None = None
    if len(phases(member)) == 1 and any(getattr(deed, "EYES", None) == "hands" for deed in deeds):
        spots = np.mean([seats.on_bone(motion, b, person.body.tails[b]) for b in ("hand_l", "hand_r")], axis=0)
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
