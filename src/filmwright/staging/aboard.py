"""Somebody who stands on board: they move as on firm ground, and with the deck under them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.kinds import F64, Ground, Mark, Motion
from filmwright.staging import place
from filmwright.staging.actor import Actor
from filmwright.staging.place import Offset

LENS_M, LENS_HIGH_M = 5.0, 1.5  # about where somebody finds the lens: before them, over the deck; chosen


class Deck(NamedTuple):
    """A place on board in metres of the vessel at rest, and where the vessel is (F, 3) and how it is turned (F,)."""

    at: F64
    origin: F64
    turns: Rotation
    yaws: F64

    @property
    def ground(self) -> Ground:
        """The deck as the ground of who knows the vessel alone."""
        return lambda x, y: 0.0 * x + self.at[2]

    def spot(self, facing_yaw_rad: float) -> place.Spot:
        """Where somebody stands on board who faces a way of the world as the shot begins."""
        return place.Spot(self.at[None], facing_yaw_rad - float(self.yaws[0]), 0.0)

    def seen_by(self, mark: Mark) -> F64:
        """Where somebody on board sees a lens (3,) before them as the shot begins, in metres of the vessel."""
        away = self.turns[0].inv().apply(-LENS_M * place.direction(mark.view_yaw_rad))
        return np.asarray(self.at + away + [0.0, 0.0, LENS_HIGH_M])

    def carried(self, motion: Motion) -> Motion:
        """The Motion of somebody on board in the world: it goes, turns and tilts with the vessel."""
        frames, bones = motion.locations.shape[:2]
        quats = self.turns.as_quat(scalar_first=True)

        def moved(points: F64) -> F64:
            return np.asarray(self.turns.apply(points) + self.origin)

        def turned(rotations: F64) -> F64:
            return np.asarray(
                (self.turns * Rotation.from_quat(rotations, scalar_first=True)).as_quat(scalar_first=True)
            )

        every = Rotation.from_quat(np.repeat(quats, bones, axis=0), scalar_first=True)
        own = Rotation.from_quat(motion.rotations.reshape(-1, 4), scalar_first=True)
        places = every.apply(motion.locations.reshape(-1, 3)).reshape(frames, bones, 3) + self.origin[:, None]
        return Motion(
            motion.bones,
            places,
            (every * own).as_quat(scalar_first=True).reshape(frames, bones, 4),
            moved(motion.root),
            motion.facing_yaw_rad + self.yaws,
            motion.forms,
            {name: (moved(at), turned(turn)) for name, (at, turn) in motion.loose.items()},
        )


def deck_of(offset: Offset, before: Mapping[str, Actor], taken: int) -> Deck | None:
    """The deck somebody stands on who is on or in a vessel that has one and that nobody rides: the next after `taken`."""
    other = before.get(offset.tied.to) if offset.tied is not None else None
    if other is None or offset.tied is None or offset.tied.kind not in ("on", "inside"):
        return None
    if other.thing is None or not other.thing.decks:
        return None
    turns = other.turns if other.turns is not None else Rotation.from_euler("z", other.yaws[:, None])
    at = np.asarray(other.thing.decks[taken % len(other.thing.decks)], float)
    return Deck(at, other.origin, turns, other.yaws)
