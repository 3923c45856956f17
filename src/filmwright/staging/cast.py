"""The cast of a shot: chosen, built, brought to their marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from filmwright import registry
from filmwright.content import contact
from filmwright.content.figure import outfit
from filmwright.content.figure import person as figure
from filmwright.content.kinds import F64, Mark, Setting
from filmwright.content.stageable import AT_THE_WHEEL
from filmwright.content.together import is_person
from filmwright.scene.nodes import Image, Mesh, Node
from filmwright.scene.shade import Material
from filmwright.spec.shot import Member, Shot
from filmwright.staging import aboard, memo, pairs, place, seats, things
from filmwright.staging.actor import Actor
from filmwright.staging.chance import random_for
from filmwright.staging.clock import Clock
from filmwright.staging.frame import Subject
from filmwright.staging.headcount import crowds, herds, individuals
from filmwright.staging.performing import played
from filmwright.staging.postures import (
    deed,
    face_to_face,
    followed,
    seen_from,
    shows_back,
    walks,
)
from filmwright.staging.seen import framed, of_two

BACK_RAD = 2.0  # who is turned this far from the lens goes away from it; chosen
AT_WHEEL_SIZES = (
    "medium",
    "medium_close_up",
    "close_up",
    "extreme_close_up",
)  # of who is in a car, not of the car; chosen
HANDS = 2


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


def stage_cast(shot: Shot, setting: Setting, mark: Mark, *, seed: int, clock: Clock, cache: Path | None = None) -> Cast:
    """Build and move the whole cast of a shot. `cache`: where what was built is kept."""
    cast = pairs.parted(individuals(shot.cast))
    notes = []
    asked = sum(m.count for m in shot.cast) - sum(count for _, count in (*crowds(shot.cast), *herds(shot.cast)))
    if asked > len(cast):
        notes.append(f"{len(cast)} of {asked} are staged")
    mark = place.away(mark) if followed(shot) or shows_back(shot) or seen_from(shot) > BACK_RAD else mark
    facing = face_to_face(shot)
    deeds = {name: m.action.kind if m.action is not None else "stand" for m in cast for name in m.holds[:HANDS]}
    made = {
        m.id: things.built(m, random_for(seed, "thing", m.id), cache, held_for=deeds.get(m.id))
        for m in cast
        if not is_person(m.kind)
    }
    turned = seen_from(shot)
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
        lies = getattr(deed(member), "LIES", False)
        seat, carrier = (
            (seats.bed_of if lies else seats.seat_of)(offset, actors),
            seats.carrier_of(offset, actors, clock),
        )
        fellows = [o for o in free if o.id in subjects and offsets[o.id].tied == offset.tied]
        deck = aboard.deck_of(offset, actors, len(fellows))
        tie = ties.get(member.id)
        met = _met(member, cast, offsets)
        actor, subject, note, things_held = played(
            shot,
            member,
            setting,
            mark,
            offset,
            cast.index(member),
            clock,
            seat,
            carrier,
            deck,
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
            aboard=_aboard(own, offsets, actors),
            perched=own in offsets and offsets[own].tied is not None,
            at_wheel=shot.camera.size in AT_WHEEL_SIZES
            and (
                _aboard(own, offsets, actors)
                or any(m.id == own and m.action is not None and m.action.kind in AT_THE_WHEEL for m in cast)
            ),
        ),
        tuple(m.id for m in cast),
        tuple(notes),
        {m.id: actors[m.id].eyes for m in cast},
        tuple(m.id for m in cast if m.id not in made),
    )


def _aboard(name: str, offsets: Mapping[str, place.Offset], actors: Mapping[str, Actor]) -> bool:
    """Whether somebody, not a thing, is on a deck."""
    return name in offsets and actors[name].thing is None and aboard.deck_of(offsets[name], actors, 0) is not None


def _met(member: Member, cast: tuple[Member, ...], offsets: Mapping[str, place.Offset]) -> place.Offset | None:
    """Where the other of two stands whom somebody's action turns to; None if it turns to nobody."""
    others = [m for m in cast if is_person(m.kind) and m.id != member.id and m.id in offsets]
    if len(others) != 1 or not getattr(deed(member), "MEETS", False) or walks(others[0]):
        return None
    return offsets[others[0].id]


def _index(cast: tuple[Member, ...], name: str) -> int:
    return next(n for n, member in enumerate(cast) if member.id == name)


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


def _person(shot: Shot, member: Member, seed: int, cache: Path | None) -> figure.Person:
    kind = registry.find("filmwright.content.people", member.kind, where=f"{member.id}.kind")
    params = kind.vary(random_for(seed, "person", member.id), member, climate=outfit.climate_of(shot))
    person: figure.Person = memo.kept(cache, f"people/{member.kind}", params, lambda: kind.build(params))
    return person
