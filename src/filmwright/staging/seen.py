"""What of the cast the camera is about: a person from head to foot, an animal, or a box round them all."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from filmwright.content.camera import PARTS
from filmwright.content.figure import person as figure
from filmwright.content.figure.body import Body
from filmwright.content.figure.face import landmarks
from filmwright.content.kinds import F64, Mark, Motion
from filmwright.staging import place, seats, things
from filmwright.staging.actor import Actor
from filmwright.staging.clock import Clock
from filmwright.staging.frame import Subject

LIES = 0.5  # a body whose head is no higher than so much of its height is framed by its middle; chosen
AROUND, PERCHED = (
    1.5,
    2.2,
)  # lengths and heights of an animal round it that are framed of what it is on; chosen
GROWN_M, APART_SHARE = 1.7, 0.7  # whose parts content/camera measures; how much of a pair's distance is framed; chosen
DECK_HIGH, DECK_WIDE, DECK_UNDER = 1.4, 1.9, 0.2  # heights of somebody on a deck that are framed round them; chosen
BESIDE_M = 1.7  # a thing up to this large stands beside somebody without being framed for; chosen


def framed(
    hero: Subject | None,
    own: str,
    actors: Mapping[str, Actor],
    clock: Clock,
    mark: Mark,
    handled: frozenset[str],
    *,
    aboard: bool,
    perched: bool,
    at_wheel: bool = False,
) -> Subject:
    """What the camera is about: the hero, if the others are no larger than that they stand beside somebody, or `handled` by
    somebody; else all of them, with what a close-up shows of the one in focus. `perched`: that is an animal on or in something, of
    which no more is framed than what is around it; `aboard`: the hero stands on a deck, of which what is round them is
    framed; `at_wheel`: the hero is seen by themselves in what they drive."""
    large = [
        a
        for name, a in actors.items()
        if a.thing is not None
        and name not in handled
        and np.ptp(np.stack([a.low[0], a.high[0]]), axis=0).max() > BESIDE_M
    ]
    lead = actors[own]
    arrives = clock.share(things.ARRIVES_AT) if lead.key is None else lead.key
    key = hero.key if hero is not None else arrives
    if hero is not None and at_wheel:
        return hero
    if hero is not None and aboard:
        return _on_deck(hero, lead)
    if hero is not None and not large:
        beside = any(a.thing is not None and name not in handled for name, a in actors.items())
        return _as_tall(hero) if beside else hero
    low = np.min([a.low[key] for a in actors.values()], axis=0)
    high = np.max([a.high[key] for a in actors.values()], axis=0)
    if perched and lead.face_m:
        own_low, own_high = lead.low[key], lead.high[key]
        around = np.array([AROUND, AROUND, PERCHED]) * (own_high - own_low) / 2
        low = np.maximum(low, (own_low + own_high) / 2 - around)
        high = np.minimum(high, (own_low + own_high) / 2 + around)
    gone = lead.low - lead.low[key]
    middle = (low + high) / 2
    feet = np.array([middle[0], middle[1], low[2]]) + gone
    return Subject(
        feet=feet,
        top=feet + [0.0, 0.0, high[2] - low[2]],
        eyes=middle + gone,
        facing=lead.facing,
        height_m=float(high[2] - low[2]),
        key=key,
        box=_as_viewed(high - low, mark),
        face=lead.eyes if lead.face_m else None,
        face_m=lead.face_m,
    )


def _on_deck(hero: Subject, lead: Actor) -> Subject:
    """Somebody on a vessel, with as much of it round them as makes them stand in half of the picture's height."""
    feet = hero.feet - [0.0, 0.0, DECK_UNDER * hero.height_m]
    tall = DECK_HIGH * hero.height_m
    return Subject(
        feet=feet,
        top=feet + [0.0, 0.0, tall],
        eyes=feet + [0.0, 0.0, tall / 2],
        facing=hero.facing,
        height_m=tall,
        key=hero.key,
        box=np.array([DECK_WIDE, 0.4, DECK_HIGH]) * hero.height_m,
        face=lead.eyes,
    )


def of_two(one: Subject, two: Subject) -> Subject:
    """Two who do something together, as one subject: as tall as they are there: less than they stand if both kneel or sit."""
    feet, eyes = (one.feet + two.feet) / 2, (one.eyes + two.eyes) / 2
    top = (one.top + two.top) / 2
    top[:, 2] = np.maximum(one.top[:, 2], two.top[:, 2])
    towards = one.facing + two.facing
    far = float(np.linalg.norm(towards))
    facing = towards / far if far > 0.1 else one.facing
    height_m = min(max(one.height_m, two.height_m), float((top - feet)[one.key, 2]))
    return one._replace(feet=feet, top=top, eyes=eyes, facing=facing, height_m=height_m)


def _as_viewed(size: F64, mark: Mark) -> F64:
    """How much of an upright box (3,) along the axes of the set lies across the view, along it, and in height."""
    ahead = np.abs(place.direction(mark.view_yaw_rad))
    return np.array([size[0] * ahead[1] + size[1] * ahead[0], size[0] * ahead[0] + size[1] * ahead[1], size[2]])


def _as_tall(hero: Subject) -> Subject:
    """Somebody who sits framed as if standing, so that what is beside is in the picture."""
    high = np.maximum(hero.top[:, 2], hero.feet[:, 2] + hero.height_m)
    return hero._replace(top=np.column_stack([hero.top[:, :2], high]))


def subject_of(person: figure.Person, motion: Motion, key: int) -> Subject:
    """The hero as the camera sees him: feet, head and eyes every frame."""
    body = person.body
    eyes = eyes_at_rest(person)
    top = np.array([0.0, eyes[1] + 0.07, body.marks["top"]])
    yaw = motion.facing_yaw_rad[key]
    tops, looks = seats.on_bone(motion, "head", top), seats.on_bone(motion, "head", eyes)
    if tops[key, 2] - motion.root[key, 2] < LIES * body.height_m:
        looks = np.column_stack([_middle(motion, body)[:, :2], looks[:, 2]])
    return Subject(
        feet=motion.root,
        top=tops,
        eyes=looks,
        facing=place.direction(float(yaw)),
        height_m=body.height_m,
        key=key,
        parts=_parts(person, motion),
    )


def _parts(person: figure.Person, motion: Motion) -> dict[str, F64]:
    """Where what a close-up may be of is, every frame."""
    body, face = person.body, landmarks(person.body)
    ahead = np.array([0.0, -face.eye_radius_m, 0.0])
    found = {
        f"eye {side}": seats.on_bone(motion, "head", at + ahead) for side, at in (("l", face.eye_l), ("r", face.eye_r))
    }
    for side in "lr":
        found[f"mouth {side}"] = seats.on_bone(motion, "head", face.mouth)
        found[f"hand {side}"] = seats.on_bone(motion, f"hand_{side}", body.heads[f"middle_01_{side}"])
        sole = body.heads[f"foot_{side}"]
        toe = body.heads[f"ball_{side}"]
        found[f"foot {side}"] = seats.on_bone(motion, f"foot_{side}", (sole + toe) / 2)
    # Shoes lift the body off where its motion has it: of an eye that is half a picture.
    return {name: rows + [0.0, 0.0, person.sole_m] for name, rows in found.items()}


def of_part(subject: Subject, name: str | None, mark: Mark) -> Subject:
    """What a close-up shows of a part of somebody: of one of a pair the one nearer to the camera. The subject itself if there is none
    of that name."""
    part = PARTS.get(name or "")
    if part is None or subject.parts is None:
        return subject
    left, right = (subject.parts[f"{part.at} {side}"] for side in "lr")
    nearer = left if (left - right)[subject.key] @ place.direction(mark.view_yaw_rad) < 0 else right
    middle = (left + right) / 2 if part.both else nearer
    apart_m = float(np.linalg.norm((left - right)[subject.key])) if part.both else 0.0
    tall_m = max(part.tall_m * subject.height_m / GROWN_M, APART_SHARE * apart_m)
    half = np.array([0.0, 0.0, tall_m / 2])
    return subject._replace(
        feet=middle - half,
        top=middle + half,
        eyes=middle,
        height_m=tall_m,
        box=np.full(3, tall_m),
        face=middle,
        face_m=-1.0,
    )


def _middle(motion: Motion, body: Body) -> F64:
    """The middle of a body that lies (F, 3); for one that is upright, above its feet."""
    head = seats.on_bone(motion, "head", body.heads["head"])
    return np.asarray((head + seats.on_bone(motion, "foot_l", body.heads["foot_l"])) / 2)


def eyes_at_rest(person: figure.Person) -> F64:
    """Between the eyes (3,), at rest."""
    return np.asarray((person.body.spots["eye_l"] + person.body.spots["eye_r"]) / 2)
