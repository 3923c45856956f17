"""Chains of bones for what trails or creeps: tentacles and arms. Rest points are in metres; all is a function of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.figure.pose import about, about_axis, apply
from filmwright.content.kinds import F64, Motion
from filmwright.scene.shapes import Shape


class Chain(NamedTuple):
    """Bones from point to point (k + 1, 3), the first hanging on `parent`; they curl about `curl` and sway about `sway` (unit vectors):
    by `reach` radians each bone, `rate` radians a second, every bone `lag` radians behind the one before, from `phase` on."""

    name: str
    points: F64
    parent: str
    curl: F64
    sway: F64
    reach: tuple[float, float]
    rate: tuple[float, float]
    lag: float
    phase: float

    @property
    def bones(self) -> tuple[str, ...]:
        return tuple(f"{self.name}_{k}" for k in range(len(self.points) - 1))


def place_on(chains: Sequence[Chain], turns: dict[str, F64], places: dict[str, F64], t: F64) -> None:
    """Add the turns (F, 3, 3) and places (F, 3) of all chains to those of their parents."""
    for chain in chains:
        parent = chain.parent
        for k, bone in enumerate(chain.bones):
            grown = (k + 1) / len(chain.bones)
            bend = chain.reach[0] * (0.4 + 0.6 * grown) * np.sin(chain.rate[0] * t - chain.lag * k + chain.phase)
            aside = chain.reach[1] * grown * np.sin(chain.rate[1] * t - 0.8 * chain.lag * k + 1.7 * chain.phase)
            local = about_axis(chain.curl, np.degrees(bend)) @ about_axis(chain.sway, np.degrees(aside))
            pivot = chain.points[k]
            turns[bone] = turns[parent] @ local
            places[bone] = apply(turns[parent], pivot) + places[parent] - apply(turns[bone], pivot)
            parent = bone


def weights(bones: Sequence[str], chain: Chain, item: Shape, along: F64) -> F64:
    """How much each bone moves the points of a tube along a chain; `along` (n,) is 0 at its root, 1 at its tip."""
    names = list(bones)
    own = [names.index(chain.parent), *(names.index(b) for b in chain.bones)]
    place = np.clip(along * len(chain.bones) + 0.5, 0, len(own) - 1.001)
    low = place.astype(int)
    out = np.zeros((len(item.points), len(names)))
    rows = np.arange(len(low))
    order = np.array(own)
    out[rows, order[low]] = 1 - (place - low)
    out[rows, order[low + 1]] += place - low
    return out


def in_world(bones: Sequence[str], turns: dict[str, F64], places: dict[str, F64], place: F64, facing: F64) -> Motion:
    """The Motion of bones given in the animal's own axes, standing at `place` (F, 3) and facing `facing` (F,)."""
    world = about("z", np.degrees(facing))
    rotations = [Rotation.from_matrix(world @ turns[n]).as_quat(scalar_first=True) for n in bones]
    locations = [apply(world, places[n]) + place for n in bones]
    return Motion(tuple(bones), np.stack(locations, 1), np.stack(rotations, 1), place, facing)
