"""Water that an elephant throws over itself: handfuls of drops, each with a bone of its own, that fly from the tip of its trunk."""

from __future__ import annotations

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.animals._anatomy import deeds
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.field import unit
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.skeleton import Skeleton
from filmwright.content.figure.pose import about, apply
from filmwright.content.kinds import Motion, Performance
from filmwright.scene.shade import Material
from filmwright.scene.shapes import ball, join

COUNT = 16
BONES = tuple(f"drops_{k}" for k in range(COUNT))
_EACH = 46  # drops in a handful; chosen
_FLIES_S = 0.95
_FALL = 9.81


def part(form: Form, skel: Skeleton) -> Part:
    """All the drops, round the origin of their bones."""
    rng = np.random.default_rng(3)
    h = form.height_m
    names = (*skel.bones, *BONES)
    pieces, shares = [], []
    for k in range(COUNT):
        for _ in range(_EACH):
            spot = rng.normal(size=3) * [0.045, 0.055, 0.045] * h
            made = ball(float(rng.uniform(0.0040, 0.0095)) * h, center=spot, sides=8, levels=6)
            share = np.zeros((len(made.points), len(names)))
            share[:, len(skel.bones) + k] = 1.0
            pieces.append(made)
            shares.append(share)
    return Part("drops", join(pieces), "water", np.concatenate(shares))


def water() -> Material:
    """Drops in the light: bright and smooth."""
    return Material(
        color=(0.80, 0.88, 0.94),
        roughness=0.08,
        specular=0.8,
        alpha=0.9,
        emission=(0.7, 0.8, 0.9),
        emission_strength=0.45,
    )


def with_drops(form: Form, skel: Skeleton, motion: Motion, performance: Performance) -> Motion:
    """The motion, and that of the drops: one handful after the other leaves the trunk, backwards and up, and falls on the back; those
    that wait are out of sight in the body."""
    t = deeds.times(performance)
    h = form.height_m
    trunk = max((n for n in skel.bones if n.startswith("trunk_")), key=lambda n: int(n[6:]))
    end = skel.joints[skel.bones[trunk].end]
    index = motion.bones.index(trunk)
    turned = Rotation.from_quat(motion.rotations[:, index], scalar_first=True).as_matrix()
    tip = apply(turned, end) + motion.locations[:, index]
    way = unit(apply(turned, end - skel.joints[skel.bones[trunk].start]))
    yaw = about("z", np.degrees(motion.facing_yaw_rad))
    hidden = apply(yaw, np.array([0.0, 0.0, 0.65 * h])) + motion.root
    locations, rotations = [], []
    for k in range(COUNT):
        u = (t / _FLIES_S + k / COUNT) % 1.0
        late = u * _FLIES_S
        speed = (1.05 + 0.25 * ((k * 0.618) % 1.0)) * np.sqrt(h)
        aside = 0.5 * (((k * 0.382) % 1.0) - 0.5)
        cast = speed * way * 1.3 + apply(yaw, np.array([aside, -2.3, 0.9])) * np.sqrt(h)
        at = tip + cast * late[:, None] - np.outer(0.5 * _FALL * late**2, [0.0, 0.0, 1.0])
        low = at[:, 2] < motion.root[:, 2] + 0.02 * h
        out = (deeds.raised(t) > 0.85) & ~low
        locations.append(np.where(out[:, None], at, hidden))
        rotations.append(np.tile([1.0, 0.0, 0.0, 0.0], (len(t), 1)))
    return Motion(
        (*motion.bones, *BONES),
        np.concatenate([motion.locations, np.stack(locations, 1)], axis=1),
        np.concatenate([motion.rotations, np.stack(rotations, 1)], axis=1),
        motion.root,
        motion.facing_yaw_rad,
    )
