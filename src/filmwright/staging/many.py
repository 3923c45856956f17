"""All who are in a shot beside its cast: the extras of its crowds, the animals of its herds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from filmwright.content.kinds import Mark, Setting
from filmwright.scene.lens import lens_at
from filmwright.scene.nodes import Camera, Image, Mesh, Node
from filmwright.scene.shade import Material
from filmwright.spec.shot import Shot
from filmwright.staging.blocking import Seen
from filmwright.staging.cast import Cast
from filmwright.staging.clock import Clock
from filmwright.staging.extras import NAME, stage_extras
from filmwright.staging.headcount import crowds, herds
from filmwright.staging.herds import stage_herd
from filmwright.staging.room import room_round

GLANCES = 7  # frames at which it is seen to that nobody meets anybody; chosen
WIDEST_M = 3.0  # of a thing of the cast, half as much is kept clear round it at the most; chosen


class Many(NamedTuple):
    """Nodes, materials and images of all of them; ids for the Stage's cast beyond its own; notes for the ledger."""

    nodes: tuple[Node, ...] = ()
    materials: Mapping[str, Material] = {}
    images: Mapping[str, Image] = {}
    ids: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def stage_many(
    shot: Shot,
    setting: Setting,
    mark: Mark,
    camera: Camera,
    people: Cast,
    clock: Clock,
    size: tuple[int, int],
    *,
    seed: int,
    cache: Path | None = None,
) -> Many:
    """The crowds and herds of a shot, where the camera sees them. camera: of the frames shown; people: the cast in all frames the
    clock knows."""
    crowd, animals = crowds(shot.cast), herds(shot.cast)
    if not crowd and not animals:
        return Many()
    seen = _seen(shot, camera, people, clock, size)
    room = room_round(setting, mark)
    made = Many()
    if crowd:
        extras = stage_extras(crowd, shot, setting, mark, room, seen, camera, clock, seed=seed, cache=cache)
        made = Many(extras.nodes, extras.materials, {}, (NAME,) if extras.people else (), _short(extras.people, crowd))
    for member, count in animals:
        herd = stage_herd(member, count, setting, mark, room, seen, clock, seed=seed, cache=cache)
        notes = _short(herd.animals if herd is not None else 0, ((member, count),))
        made = made._replace(notes=(*made.notes, *notes))
        if herd is not None:
            made = made._replace(
                nodes=(*made.nodes, *herd.nodes),
                materials={**made.materials, **herd.materials},
                images={**made.images, **herd.images},
            )
    return made


def _short(count: int, wanted: tuple[tuple[object, int], ...]) -> tuple[str, ...]:
    """A note if there was no room for all."""
    total = sum(n for _, n in wanted)
    return (f"there is room for {count} more, not for {total}",) if count < total else ()


def _seen(shot: Shot, camera: Camera, people: Cast, clock: Clock, size: tuple[int, int]) -> Seen:
    """What those beside the cast must keep clear of."""
    frames = np.unique(np.linspace(0, clock.frames - 1, GLANCES).astype(int))
    rows = frames - clock.known.start
    first = shot.camera.focus if shot.camera.focus in people.eyes else next(iter(people.eyes))
    wide = _widths(people)
    return Seen(
        (frames - clock.planned.start) * clock.pace / clock.fps,
        tuple(lens_at(camera, int(frame), size) for frame in frames),
        tuple(
            (np.asarray(people.eyes[name], float)[rows, :2], wide.get(name, 0.0))
            for name in sorted(people.eyes, key=lambda name: name != first)
        ),
        size,
    )


def _widths(people: Cast) -> dict[str, float]:
    """Half how wide each thing of the cast is, all round, in metres."""
    found: dict[str, float] = {}
    for node in people.nodes:
        if isinstance(node, Mesh) and node.cast is not None and node.cast not in people.people and len(node.points):
            half = float(np.linalg.norm(np.ptp(np.asarray(node.points, float)[:, :2], axis=0)) / 2)
            found[node.cast] = max(found.get(node.cast, 0.0), min(half, WIDEST_M))
    return found
