"""Shot → Stage: the set, the cast, the camera and the hero's light in one renderer-neutral scene."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from pydantic import BaseModel

from filmwright import registry
from filmwright.content import lighting, offers, snow
from filmwright.content.kinds import F64, HeroLamp, Mark, Setting
from filmwright.content.moves import _rig
from filmwright.content.stageable import AT_THE_WHEEL, stageable
from filmwright.content.together import is_person
from filmwright.scene.nodes import Lamp, Node, Track
from filmwright.scene.stage import Stage, check_stage
from filmwright.spec.film import Film, frame_counts
from filmwright.spec.shot import Shot
from filmwright.staging import cast as casting
from filmwright.staging import detail, memo, place
from filmwright.staging.chance import random_for
from filmwright.staging.clock import clock_of
from filmwright.staging.frame import CLOSE, Subject, about_the_sky
from filmwright.staging.many import Many, stage_many
from filmwright.staging.postures import stands_on, under_all
from filmwright.staging.seen import of_part
from filmwright.staging.span import framed


class Staged(NamedTuple):
    """A shot, staged, and what had to be bent to make it fit, in words for the ledger; the side of the picture its subject stands on
    (-1 left, +1 right, 0 the middle)."""

    stage: Stage
    notes: tuple[str, ...]
    side: float = 0.0


def stage_shot(film: Film, index: int, cache: Path | None = None) -> Staged:
    """Stage one shot of a film. The set depends on the film's seed and its place, each member on the seed and its id: so they
    stay the same from shot to shot. `cache` is a folder where built people and sets are kept: the Stage is the same with and
    without it. Raises UnknownName for a name no content has."""
    shot = stageable(film.shots[index], film.seed).shot
    frames = frame_counts(film)[index]
    clock = clock_of(shot, frames, film.fps)
    setting = build_set(shot, film.seed, cache)
    hero = shot.cast[0] if shot.cast else None
    mark = place.choose_mark(setting, stands_on(under_all(hero, shot.cast)) if hero else "stand")
    if hero is not None:
        people = casting.stage_cast(shot, setting, mark, seed=film.seed, clock=clock, cache=cache)
        subject = of_part(people.hero, shot.camera.part, mark)
    else:
        people = None
        subject = nobody(setting, mark, len(clock.known), high=about_the_sky(shot))
    width, height = film.size
    eyes = people.eyes if people else None
    side = side_before(film, index, cache)
    seen, key_eye = framed(shot, setting, mark, subject, clock, width / height, seed=film.seed, eyes=eyes, side=side)
    many = Many()
    if people is not None:
        many = stage_many(shot, setting, mark, seen.camera, people, clock, film.size, seed=film.seed, cache=cache)
        people = people._replace(eyes={name: rows[clock.shown] for name, rows in people.eyes.items()})
        people = detail.as_seen(people, seen.camera, width)
    # Where all light is baked, nothing else lights a crowd.
    lit = (*_lit(shot, people.ids), *(many.ids if setting.bake is not None else ())) if people else ()
    lamps = hero_lamps(_for_the_face(setting.hero_lamps, shot), subject, key_eye, clock.shown, lit)
    moving: tuple[Node, ...] = ()
    if setting.moving is not None:
        times_s = (np.arange(frames) - clock.planned.start) * clock.pace / clock.fps
        moving = setting.moving(times_s, clock.planned_s)
    stage = Stage(
        size=film.size,
        fps=film.fps,
        frames=frames,
        seed=film.seed,
        nodes=(*setting.nodes, *moving, *(people.nodes if people else ()), *many.nodes, *lamps),
        materials=setting.materials | (people.materials if people else {}) | dict(many.materials),
        images=setting.images | (people.images if people else {}) | dict(many.images),
        world=setting.world,
        haze=setting.haze,
        camera=seen.camera,
        exposure=setting.exposure,
        transport=setting.transport,
        bake=setting.bake,
        cast=(*people.ids, *many.ids) if people else (),
        start_s=clock.start_s,
        pace=clock.pace,
    )
    check_stage(stage)
    return Staged(stage, (*seen.notes, *(people.notes if people else ()), *many.notes), seen.side)


def side_before(film: Film, index: int, cache: Path | None) -> float | None:
    """The side of the picture on which the subject of the shot before stands, if that goes over into this one, or into the one that
    this goes on with, by a match cut."""
    while index and _goes_on(film.shots[index - 1], film.shots[index]):
        index -= 1
    into = film.shots[index - 1].into if index else None
    return stage_shot(film, index - 1, cache).side if into is not None and into.kind == "match_cut" else None


def _goes_on(shot: Shot, following: Shot) -> bool:
    """Whether the following shot goes on with what was planned for this one, from where this ends."""
    ends_s = shot.start_s + shot.seconds * shot.pace
    return following.span_s is not None and shot.into is None and abs(ends_s - following.start_s) < 1e-6


def build_set(shot: Shot, seed: int, cache: Path | None = None) -> Setting:
    """The place of a shot under its light and weather. `cache`: where built sets are kept."""
    environment = registry.find("filmwright.content.environments", shot.place.kind, where="place.kind")
    known = shot.weather.kind in offers.facts("place", shot.place.kind, "WEATHERS")
    like = () if known else offers.facts("weather", shot.weather.kind, "LIKE")
    made_for = shot.model_copy(
        update={"weather": shot.weather.model_copy(update={"kind": next(iter(like), shot.weather.kind)})}
    )
    rng = random_for(seed, "set", shot.place.kind)
    setting = _built(shot.place.kind, environment.vary(rng, made_for), cache)
    if snow.lies(shot):
        setting = snow.lying(setting)
    weather = registry.find("filmwright.content.weathers", shot.weather.kind, where="weather.kind")
    changed: Setting = weather.change(setting, wind=shot.weather.wind, strength=shot.weather.strength, seed=seed)
    own = offers.facts("place", shot.place.kind, "FEATURES")
    for sight in sorted(
        {offers.sights()[name] for name in shot.place.features if name in offers.sights() and name not in own}
    ):
        changed = registry.find(offers.SIGHTS, sight).show(changed, seed=seed)
    return lighting.change(changed, shot.light.quality)


SKYWARD_M = 2.6  # so high over its mark a place is looked at for what is in its sky; chosen


@lru_cache(maxsize=2)
def _built(kind: str, params: BaseModel, cache: Path | None) -> Setting:
    """The set of these parameters; shots that follow each other in one place build it once."""
    environment = registry.find("filmwright.content.environments", kind)
    setting: Setting = memo.kept(cache, f"environments/{kind}", params, lambda: environment.build(params))
    return setting


def nobody(setting: Setting, mark: Mark, frames: int, *, high: bool = False) -> Subject:
    """An empty place seen as if somebody of 1.7 m stood on its mark, or `high` over it, for what is in its sky."""
    feet = np.tile(np.asarray(mark.position, float) + [0.0, 0.0, SKYWARD_M if high else 0.0], (frames, 1))
    return Subject(
        feet=feet,
        top=feet + [0, 0, 1.7],
        eyes=feet + [0, 0, 1.6],
        facing=-place.direction(mark.view_yaw_rad),
        height_m=1.7,
        key=frames // 2,
    )


def _lit(shot: Shot, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Who of the cast the hero's lamps light: of those in a car nothing but the people, for its roof hangs before the lamps."""
    driving = any(m.action is not None and m.action.kind in AT_THE_WHEEL for m in shot.cast)
    people = tuple(m.id for m in shot.cast if is_person(m.kind))
    return tuple(name for name in ids if name in people) if driving else ids


LOW_SUNS = ("dawn", "golden_hour", "dusk", "blue_hour")
FACE_FILL, FRONT_RAD = 2.6, 1.0  # so much more light on a face in a close-up, from lamps so near the camera; by eye


def _for_the_face(lamps: tuple[HeroLamp, ...], shot: Shot) -> tuple[HeroLamp, ...]:
    """The set's lamps for the hero; in a close-up of somebody under a low sun those before the face are stronger, as a reflector
    would make them: the rim that draws a whole figure against the light leaves a face dark."""
    faces = shot.camera.size in CLOSE and any(is_person(m.kind) for m in shot.cast)
    if not faces or shot.light.time not in LOW_SUNS:
        return lamps
    return tuple(
        lamp._replace(power_w=FACE_FILL * lamp.power_w) if abs(lamp.azimuth_rad) < FRONT_RAD else lamp for lamp in lamps
    )


def hero_lamps(
    lamps: tuple[HeroLamp, ...], subject: Subject, key_eye: F64, shown: slice, only: tuple[str, ...]
) -> tuple[Lamp, ...]:
    """The set's lamps for the hero, as lights that go with the subject in the frames shown and touch nobody but the cast. key_eye:
    where the camera is (3,) at the subject's key frame."""
    if not only:
        return ()
    chest = (subject.feet + subject.top) / 2 + [0.0, 0.0, 0.25]
    towards = key_eye - chest[subject.key]
    base = math.atan2(float(towards[1]), float(towards[0]))
    chest = chest[shown]
    made = []
    for lamp in lamps:
        angle = base + lamp.azimuth_rad  # seen from the hero, camera right is counter-clockwise
        flat = math.cos(lamp.elevation_rad)
        offset = lamp.distance_m * np.array(
            [math.cos(angle) * flat, math.sin(angle) * flat, math.sin(lamp.elevation_rad)]
        )
        locations = chest + offset
        forward = np.tile(-offset / lamp.distance_m, (len(chest), 1))
        made.append(
            Lamp(
                name=f"hero {lamp.name}",
                kind="disk",
                power_w=lamp.power_w,
                color=lamp.color,
                size_m=(lamp.size_m, lamp.size_m),
                track=Track(locations=locations, rotations=_rig.looking(forward)),
                only=only,
                diffuse_bounces=False,  # or a red coat lit by them would stain the snow
            )
        )
    return tuple(made)
