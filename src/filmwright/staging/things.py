"""Animals, vehicles and props of the cast: built, set down where the text says, and moved."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType, ModuleType

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright import registry
from filmwright.content import course, offers, things
from filmwright.content.figure import person as figure
from filmwright.content.figure import skinned
from filmwright.content.kinds import F64, HELD, Mark, Motion, Performance, Setting, Thing
from filmwright.scene.nodes import Mesh, Node, Rig, Vector
from filmwright.scene.skinning import posed_strands
from filmwright.spec.shot import Action, Member
from filmwright.staging import courses, memo, place, turning
from filmwright.staging.actor import Actor
from filmwright.staging.clock import Clock
from filmwright.staging.holding import Held
from filmwright.staging.parts import Apart, lamp_at, placed
from filmwright.staging.place import Extent, Offset

BELOW_M = 0.03  # how far something hangs over what it is above, at the least; chosen
ROOM = {"play": 1.5}  # how far those reach who do that, against their length; chosen
CROSSES_M = 13.0  # as far as something travels in a shot: the set is no longer; chosen
SEATED_RAD = 0.85  # how far an animal on a seat is turned from the lens at the most; chosen
DRAWN_UP_RAD = (
    0.14  # how far a vehicle that stands on a road is turned out of its lane, so that its side is seen; chosen
)
ARRIVES_AT = 0.92  # share of its way at which it is at the mark, before it comes too near to the lens; chosen


def module_of(member: Member) -> ModuleType:
    """The content that makes a thing. Raises UnknownName."""
    return registry.find(offers.package_of("thing", member.kind), member.kind, where=f"{member.id}.kind")


def built(member: Member, rng: np.random.Generator, cache: Path | None, *, held_for: str | None = None) -> Thing:
    """The thing a member is, in the size the text gives it; `held_for`: as it is in the hands of somebody who does that."""
    module = module_of(member)
    params = module.vary(rng, member)
    if held_for is not None and hasattr(module, "held"):
        params = module.held(params, held_for)
    made: Thing = memo.kept(cache, f"things/{member.kind}", params, lambda: module.build(params))
    return made


def extent(thing: Thing, turn_rad: float, action: Action | None = None) -> Extent:
    """How far a thing reaches as the camera sees it, its front turned so far from the lens, and how much room it needs to do that."""
    low, high = things.box(thing.nodes)
    if thing.bones and action is not None and action.kind in ROOM:
        room_m = ROOM[action.kind] * float((high - low)[:2].max()) / 2
        return Extent(room_m, room_m)
    half = np.maximum(-low[:2], high[:2])
    c, s = abs(math.cos(turn_rad)), abs(math.sin(turn_rad))
    return Extent(float(half[0] * c + half[1] * s), float(half[0] * s + half[1] * c))


def staged(
    member: Member,
    thing: Thing,
    setting: Setting,
    mark: Mark,
    offset: Offset,
    before: Mapping[str, Actor],
    clock: Clock,
    *,
    using: Thing | None = None,
) -> Actor:
    """The thing at its place in the set, or on its way through it. `before`: who was set down already; `using`: what it handles."""
    speed = _speed(member)
    in_turn = bool(courses.deeds_of(member, module_of(member)))
    if speed is not None and offset.tied is None and not in_turn:
        return _travelling(member, thing, setting, mark, offset, speed, clock)
    yaw = mark.view_yaw_rad + math.pi + thing.view_rad
    if mark.kind == "track":  # what runs on rails can only stand along them
        yaw = _along(mark)
    elif mark.lane and "drive" in getattr(module_of(member), "SPEEDS", {}):
        yaw = _along(mark) + math.copysign(min(abs(thing.view_rad), DRAWN_UP_RAD), thing.view_rad)
    spot = place.aside_of(mark, offset.right_m, offset.back_m)
    other = before.get(offset.tied.to) if offset.tied is not None else None
    if offset.tied is not None and other is not None:
        spot = _tied(offset.tied.kind, thing, other)
    elif mark.kind == "seat" and _sits(member) and offset.right_m == 0 and offset.back_m == 0:
        spot[2] += mark.seat_m
        yaw = _towards(mark, mark.facing_yaw_rad) if mark.facing_yaw_rad is not None else yaw
    else:
        spot[:2] = place.clear_of(spot[None, :2], setting.obstacles)[0]
        if mark.kind != "surface":
            spot[2] = place.height(setting.ground, spot[0], spot[1])
        spot[2] += 0.0 if in_turn else thing.lift_m
    plan = courses.planned(
        member, module_of(member), thing, setting, mark, spot, yaw, clock,
        tied=other is not None, aside=(offset.right_m, offset.back_m),
    )  # fmt: skip
    if plan is not None:
        return _coursing(member, thing, setting, mark, plan, clock)
    frames = len(clock.known)
    spots, yaws = np.tile(spot, (frames, 1)), np.full(frames, yaw)
    turns = None
    eye = np.asarray(mark.position, float) - 5.0 * place.direction(mark.view_yaw_rad)
    lens = (float(eye[0]), float(eye[1]), float(eye[2]) + 1.2)
    if offset.tied is None and _floats(member, mark, setting):
        spots, turns = _afloat(member, thing, spots, yaws, clock, setting)
    return _posed(member, thing, spots, yaws, np.zeros(frames), clock, setting, turns=turns, using=using, look_at=lens)


def _along(mark: Mark) -> float:
    """The way along a mark's line."""
    line = place.line_through(mark)
    nearest = int(np.linalg.norm(line[:-1] - np.asarray(mark.position[:2]), axis=1).argmin())
    return place.yaw_of(np.append(line[nearest + 1] - line[nearest], 0.0))


def _towards(mark: Mark, yaw_rad: float) -> float:
    """A way to face, turned to the camera until the face is seen."""
    lens = mark.view_yaw_rad + math.pi
    off = (yaw_rad - lens + math.pi) % (2 * math.pi) - math.pi
    return lens + max(-SEATED_RAD, min(SEATED_RAD, off))


def _sits(member: Member) -> bool:
    """Whether a thing does what it does on a seat."""
    return member.action is not None and member.action.kind in getattr(module_of(member), "SEATED", ())


def with_held(
    member: Member,
    thing: Thing,
    holds: Sequence[tuple[Member, Thing]],
    setting: Setting,
    mark: Mark,
    offset: Offset,
    before: Mapping[str, Actor],
    clock: Clock,
) -> dict[str, Actor]:
    """The thing at its place, by its id, and what it handles, as large as it is for it."""
    kind = member.action.kind if member.action is not None else ""
    taken = [(own, things.scaled(held, thing.handles.get(kind, 1.0))) for own, held in holds]
    using = next((held for _, held in taken), None)
    actor = staged(member, thing, setting, mark, offset, before, clock, using=using)
    out = {member.id: actor}
    for own, held in taken:
        motion = actor.motion
        if motion is None or motion.bones[-1] != HELD:
            continue
        spots = motion.locations[:, -1] + [0.0, 0.0, thing.lift_m]
        turns = Rotation.from_quat(motion.rotations[:, -1], scalar_first=True)
        out[own.id] = carried(own, held, Held(motion, spots, turns), clock, setting)
    return out


def carried(
    member: Member, thing: Thing, taken: Held, clock: Clock, setting: Setting, parts: Mapping[str, Held] | None = None
) -> Actor:
    """The thing as it goes with a hand, every known frame. parts: nodes of it that go another way, such as a violin's bow."""
    ahead = taken.turns.apply([0.0, 1.0, 0.0])
    yaws = np.arctan2(-ahead[:, 0], ahead[:, 1])
    gone_m = np.zeros(len(taken.spots))
    return _posed(
        member, thing, taken.spots, yaws, gone_m, clock, setting, speed=0.0, turns=taken.turns, parts=parts or {},
        borne=taken.borne,
    )  # fmt: skip


def _speed(member: Member) -> float | None:
    """How fast the member goes through the set, in m/s; None if it stays."""
    if member.action is None:
        return None
    speeds: Mapping[str, float] = getattr(module_of(member), "SPEEDS", {})
    factor = {"slow": 0.5, "fast": 1.6, "brisk": 1.3}.get(member.action.manner or "", 1.0)
    found = speeds.get(member.action.kind)
    return None if found is None else found * factor


def _tied(kind: str, thing: Thing, other: Actor) -> F64:
    """Where the thing's origin is on, above, under or inside of another."""
    low, high = other.low[0], other.high[0]
    middle = (low + high) / 2
    own_low, own_high = things.box(thing.nodes)
    base = other.thing
    turned = Rotation.from_euler("z", other.yaws[0])
    origin = other.origin[0]
    if kind == "on":
        top = (
            origin + turned.apply(base.top)
            if base is not None and base.top is not None
            else np.array([*middle[:2], high[2]])
        )
        return np.asarray(top - [0.0, 0.0, own_low[2]])
    if kind == "above":
        return np.array([middle[0], middle[1], high[2] + max(BELOW_M, 0.35 * (own_high - own_low)[2]) - own_low[2]])
    if kind == "inside" and base is not None and base.hollow is not None:
        return np.asarray(origin + turned.apply(base.hollow) - [0.0, 0.0, own_low[2]])
    return np.array([middle[0], middle[1], low[2] - own_low[2]])


def _travelling(
    member: Member, thing: Thing, setting: Setting, mark: Mark, offset: Offset, speed: float, clock: Clock
) -> Actor:
    """The thing on its way along the mark's line."""
    pace = clock.pace
    length_m = speed * pace * len(clock.planned) / clock.fps
    factor = min(1.0, CROSSES_M / max(length_m, 1e-6))
    step_m = speed * pace * factor / clock.fps
    known, planned = clock.known, clock.planned
    path, begin = place.walk(
        setting,
        mark,
        step_m * len(planned),
        -offset.right_m,
        offset.back_m,
        before_m=step_m * (planned.start - known.start),
        after_m=step_m * (known.stop - planned.stop),
        at=ARRIVES_AT,
    )
    steps = np.linalg.norm(np.diff(path[:, :2], axis=0), axis=1)
    reach = np.concatenate([[0.0], np.cumsum(steps)])
    gone = (np.arange(len(known)) + known.start - planned.start) * step_m
    at = reach[begin] + gone
    spots = np.stack([np.interp(at, reach, path[:, k]) for k in range(3)], 1)
    ahead = np.stack([np.interp(at + 0.5, reach, path[:, k]) for k in range(2)], 1) - spots[:, :2]
    yaws = np.unwrap(np.arctan2(-ahead[:, 0], ahead[:, 1]))
    spots[:, 2] = setting.ground(spots[:, 0], spots[:, 1]) + thing.lift_m
    turns = None
    if _floats(member, mark, setting):
        spots, turns = _afloat(member, thing, spots, yaws, clock, setting)
    return _posed(
        member, thing, spots, yaws, gone, clock, setting, path=path, begin=begin, speed=speed * factor, turns=turns
    )


def _coursing(member: Member, thing: Thing, setting: Setting, mark: Mark, plan: courses.Plan, clock: Clock) -> Actor:
    """The thing as it does one thing after the other."""
    known, planned = clock.known, clock.planned
    times_s = (np.arange(len(known)) + known.start - planned.start) * clock.pace / clock.fps
    steps = np.linalg.norm(np.diff(plan.path[:, :2], axis=0), axis=1)
    reach = np.concatenate([[0.0], np.cumsum(steps)])
    gone = course.gone(plan.course, times_s)
    at = reach[plan.begin] + gone
    spots = np.stack([np.interp(at, reach, plan.path[:, k]) for k in range(3)], 1)
    near_m = max(0.5, 0.1 * float(np.ptp(things.box(thing.nodes), axis=0)[1]))
    ahead = np.stack([np.interp(at + near_m, reach, plan.path[:, k]) for k in range(2)], 1) - spots[:, :2]
    yaws = np.unwrap(np.arctan2(-ahead[:, 0], ahead[:, 1]))
    high = plan.high_m * course.high(plan.course, times_s)
    if plan.high_m:
        thing = replace(thing, lift_m=0.0)
    turns = None
    if _floats(member, mark, setting):
        spots, turns = _afloat(member, thing, spots, yaws, clock, setting)
    elif not thing.bones:
        spots = spots + np.column_stack([0 * high, 0 * high, high + thing.lift_m])
        pitch = _nose_up(member, high, gone, times_s)
        turns = Rotation.from_euler("ZX", np.column_stack([yaws, pitch]))
    actor = _posed(
        member,
        thing,
        spots,
        yaws,
        gone,
        clock,
        setting,
        path=plan.path,
        begin=plan.begin,
        speed=0.0,
        turns=turns,
        plan=plan,
        parts=_left_behind(member, spots, yaws, high),
    )
    key = clock.share(0.0) + round(plan.key_s * clock.fps / clock.pace)
    key = min(max(key, 0), len(known) - 1)
    first, last = (clock.share(0.0) + round(at * clock.fps / clock.pace) for at in plan.shown_s)
    if last > first:
        rows = slice(max(0, first), max(last, first) + 1)
        low, top = actor.low.copy(), actor.high.copy()
        low[key], top[key] = actor.low[rows].min(axis=0), actor.high[rows].max(axis=0)
        actor = actor._replace(low=low, high=top)
    return actor._replace(key=key)


def _left_behind(member: Member, spots: F64, yaws: F64, high: F64) -> dict[str, Apart]:
    """The parts of a thing that stay where they are while it rises, by name: a rocket's pad."""
    names = getattr(module_of(member), "STAYS", ())
    where = np.tile(spots[0] - [0.0, 0.0, high[0]], (len(spots), 1))
    turned_ = Rotation.from_euler("z", np.full((len(spots), 1), yaws[0]))
    return {name: Apart(where, turned_) for name in names}


def _nose_up(member: Member, high: F64, gone: F64, times_s: F64) -> F64:
    """How far what flies along its nose is tipped up (F,) as it climbs."""
    if getattr(module_of(member), "CLIMBS", ("",))[0] != "nose" or len(times_s) < 2:
        return np.zeros(len(times_s))
    climb = np.gradient(high, times_s) / np.maximum(np.gradient(gone, times_s), 0.5)
    return np.asarray(np.clip(1.15 * np.arctan(climb), -0.12, 0.30))


def _floats(member: Member, mark: Mark, setting: Setting) -> bool:
    """Whether a member lies on the water of its mark."""
    return mark.kind == "water" and setting.water is not None and hasattr(module_of(member), "DRAFT_M")


def _afloat(
    member: Member, thing: Thing, spots: F64, yaws: F64, clock: Clock, setting: Setting
) -> tuple[F64, Rotation]:
    """The spots (F, 3) as the water lifts them, and how it tilts what floats there: the level that fits best all along the hull."""
    assert setting.water is not None
    low, high = things.box(thing.nodes)
    across, along = (np.array([-0.35, 0.0, 0.35]) * (high - low)[0], np.linspace(-0.4, 0.4, 5) * (high - low)[1])
    x, y = (a.ravel() for a in np.meshgrid(across, along))
    c, s = np.cos(yaws)[:, None], np.sin(yaws)[:, None]
    times_s = np.array([clock.time_s(frame) for frame in clock.known])
    level = setting.water(spots[:, :1] + c * x - s * y, spots[:, 1:2] + s * x + c * y, times_s)
    pitch, roll = np.arctan(level @ y / (y @ y)), np.arctan(level @ x / (x @ x))
    draft_m = float(module_of(member).DRAFT_M) * things.size_of(member)
    lifted = np.column_stack([spots[:, :2], level.mean(axis=1) - draft_m])
    return lifted, Rotation.from_euler("ZXY", np.column_stack([yaws, pitch, -roll]))


def _posed(
    member: Member,
    thing: Thing,
    spots: F64,
    yaws: F64,
    gone_m: F64,
    clock: Clock,
    setting: Setting,
    *,
    path: F64 | None = None,
    begin: int = 0,
    speed: float | None = None,
    turns: Rotation | None = None,
    using: Thing | None = None,
    look_at: Vector | None = None,
    parts: Mapping[str, Held | Apart] = MappingProxyType({}),
    plan: courses.Plan | None = None,
    borne: bool = False,
) -> Actor:
    """The thing at `spots` (F, 3), facing `yaws` (F,) or turned by `turns`, after the way `gone_m` (F,). `borne`: somebody carries it."""
    shown = clock.shown
    prefix = f"{member.id} "
    low, high = things.box(thing.nodes)
    if borne and turns is not None:
        motion = _borne(member, thing, spots, turns, clock, setting)
    else:
        motion = _moved(member, thing, spots, yaws, clock, setting, path, begin, speed, using, look_at, plan)
    if motion is not None:
        spots = motion.root + [0.0, 0.0, thing.lift_m]
        yaws = motion.facing_yaw_rad
    turns = Rotation.from_euler("z", yaws[:, None]) if turns is None else turns
    corners = np.array([[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])])
    if speed is None:
        seen = [np.asarray(n.points, float).reshape(-1, 3) for n in thing.nodes if isinstance(n, Mesh) and n.visible]
        corners = turns[0].inv().apply(_ends(turns[0].apply(np.concatenate(seen))))
    reach = np.stack([turns.apply(c) for c in corners])
    if speed is None and motion is not None:  # as it stands in a few of the frames
        few = sorted({0, len(spots) // 4, len(spots) // 2, 3 * len(spots) // 4, len(spots) - 1})
        ends = np.stack([_ends(_as_posed(thing, motion, frame) - motion.root[frame]) for frame in few])
        reach = np.tile(np.stack([ends[:, 0].min(axis=0), ends[:, 1].max(axis=0)])[:, None], (1, len(spots), 1))
    middle = np.array([*((low + high) / 2)[:2], (low[2] + high[2]) / 2])
    nodes: list[Node] = []
    forms = {unit: values[shown] for unit, values in motion.forms.items()} if motion is not None else {}
    if motion is not None:
        lift = motion.locations[shown] + [0.0, 0.0, thing.lift_m]
        nodes.append(
            Rig(
                name=f"{prefix}rig",
                bones=motion.bones,
                locations=lift,
                rotations=motion.rotations[shown],
                cast=member.id,
            )
        )
    still = speed is None and len(spots) > 0 and bool((np.ptp(spots, axis=0) < 1e-6).all())
    for node in thing.nodes:
        joint = next((j for j in thing.joints if node.name in j.nodes), None)
        own = parts.get(node.name)
        at, turn = (own.spots, own.turns) if own is not None else (spots, turns)
        nodes.append(placed(node, joint, prefix, member.id, at[shown], turn[shown], gone_m[shown], clock, still, forms))
    nodes += [lamp_at(lamp, prefix, spots[shown], turns[shown], still) for lamp in thing.lamps]
    lowest, highest = spots + reach.min(axis=0), spots + reach.max(axis=0)
    if speed is None and not still:  # it stays in a place larger than it is
        lowest = np.tile(lowest.min(axis=0), (len(spots), 1))
        highest = np.tile(highest.max(axis=0), (len(spots), 1))
    focus = np.asarray(thing.face) if thing.face is not None else middle
    return Actor(
        nodes=tuple(nodes),
        materials=figure.named(thing.materials, prefix),
        images={f"{prefix}{k}": v for k, v in thing.images.items()},
        low=lowest,
        high=highest,
        origin=spots,
        eyes=spots + turns.apply(focus),
        facing=place.direction(float(yaws[len(yaws) // 2])),
        face_m=thing.face_m if thing.face is not None else 0.0,
        thing=thing,
        yaws=yaws,
        gone_m=gone_m,
        motion=motion,
        turns=turns,
    )


def _as_posed(thing: Thing, motion: Motion, frame: int) -> F64:
    """Every eighth point of the meshes of a thing, as its bones have them in a frame."""
    rig = Rig(
        name=skinned.RIG, bones=motion.bones, locations=motion.locations[[frame]], rotations=motion.rotations[[frame]]
    )
    out = []
    for node in thing.nodes:
        if isinstance(node, Mesh) and node.visible and node.skin is not None:
            points, skin = node.points[::8, None], node.skin
            few = skin.model_copy(update={"bones": skin.bones[::8], "weights": skin.weights[::8]})
            out.append(posed_strands(points, few, rig, 0)[:, 0])
    return np.asarray(np.concatenate(out), float)


def _ends(points: F64) -> F64:
    """The corners (2, 3) of the upright box round points (n, 3)."""
    return np.stack([points.min(axis=0), points.max(axis=0)])


def _moved(
    member: Member,
    thing: Thing,
    spots: F64,
    yaws: F64,
    clock: Clock,
    setting: Setting,
    path: F64 | None,
    begin: int,
    speed: float | None,
    using: Thing | None,
    look_at: Vector | None,
    plan: courses.Plan | None = None,
) -> Motion | None:
    """What a thing with bones does; None if it has none."""
    if not thing.bones:
        return None
    module = module_of(member)
    known, planned = clock.known, clock.planned
    performance = Performance(
        frames=len(known),
        fps=clock.fps,
        path=path if path is not None else spots[:1],
        facing_yaw_rad=float(yaws[0]),
        ground=setting.ground,
        manner=member.action.manner if member.action is not None else None,
        speed_m_s=speed,
        begin=begin,
        start_s=(known.start - planned.start) * clock.pace / clock.fps
        if path is not None
        else clock.time_s(known.start),
        pace=clock.pace,
        phase=_phase(member),
        using=using,
        look_at=look_at,
    )
    if plan is not None:
        perch = None if plan.perch is None else things.point(plan.perch)
        performance = performance._replace(course=plan.course, high_m=plan.high_m, perch=perch)
    motion: Motion = module.move(thing, member.action or Action(kind="stand"), performance)
    return motion


def _phase(member: Member) -> float:
    """How far a member is ahead of others of its kind, 0..1: no two of a herd step as one. The first is not."""
    number = int(member.id.rsplit("-", 1)[1])
    return (0.618 * (number // 100)) % 1.0


def _borne(member: Member, thing: Thing, spots: F64, turns: Rotation, clock: Clock, setting: Setting) -> Motion | None:
    """What a thing with bones does that somebody carries: it lies where it is held; None if it has none."""
    at_rest = member.model_copy(update={"action": Action(kind="lie")})
    level = replace(setting, ground=lambda x, y: 0.0 * x)
    nowhere = np.zeros_like(spots)
    motion = _moved(at_rest, thing, nowhere, nowhere[:, 0], clock, level, None, 0, 0.0, None, None)
    if motion is None:
        return None
    frames, bones = motion.locations.shape[:2]
    each = Rotation.from_quat(np.repeat(turns.as_quat(), bones, axis=0))
    locations = each.apply(motion.locations.reshape(-1, 3)).reshape(frames, bones, 3) + spots[:, None]
    own = each * turning.rotation(motion.rotations.reshape(-1, 4))
    rotations = own.as_quat(scalar_first=True).reshape(frames, bones, 4)
    return replace(motion, locations=locations, rotations=rotations, root=spots)
