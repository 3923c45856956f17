"""The parts of a thing in their places: skinned to its bones, turning about their joints, standing still; and its lamps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from scipy.spatial.transform import Rotation

from filmwright.content.figure import skinned
from filmwright.content.kinds import F64, Joint
from filmwright.scene.nodes import Lamp, Mesh, Node, Pose, Strands, Track
from filmwright.staging.clock import Clock


class Apart(NamedTuple):
    """Where a part of a thing is that does not go with it (F, 3), and how it is turned."""

    spots: F64
    turns: Rotation


def placed(
    node: Node,
    joint: Joint | None,
    prefix: str,
    cast: str,
    spots: F64,
    turns: Rotation,
    gone_m: F64,
    clock: Clock,
    still: bool,
    forms: Mapping[str, F64],
) -> Node:
    """A part of a thing in its place, under the member's name. forms: how much there is of its shapes, in the frames shown."""
    name = f"{prefix}{node.name}"
    assert isinstance(node, Mesh | Strands), f"{node.name}: a thing is made of meshes and strands"
    change: dict[str, object] = {"name": name, "cast": cast}
    if isinstance(node, Mesh):
        change["materials"] = tuple(f"{prefix}{m}" for m in node.materials)
    else:
        change["material"] = f"{prefix}{node.material}"
    if node.shapes is not None:
        units = node.shapes.units
        weights = np.stack([forms.get(unit, np.zeros(len(spots))) for unit in units], axis=1)
        change["shapes"] = node.shapes.model_copy(update={"weights": weights.astype(np.float32)})
    if node.skin is not None:
        assert node.skin.rig == skinned.RIG
        return node.model_copy(update=change | {"skin": node.skin.model_copy(update={"rig": f"{prefix}rig"})})
    spot = spots[0]
    if isinstance(node, Strands) and still:
        points = turns[0].apply(np.asarray(node.points, float).reshape(-1, 3)) + spot
        return node.model_copy(update=change | {"points": points.reshape(node.points.shape).astype(np.float32)})
    if isinstance(node, Mesh) and still and (joint is None or joint.kind == "roll"):
        x, y, z, w = turns[0].as_quat()
        change["pose"] = Pose(
            location=(float(spot[0]), float(spot[1]), float(spot[2])), rotation=(float(w), float(x), float(y), float(z))
        )
        return node.model_copy(update=change)
    locations, rotations = spots, turns
    if joint is not None:
        locations, rotations = turned(joint, spots, turns, gone_m, clock)
    change["track"] = Track(locations=locations, rotations=rotations.as_quat(scalar_first=True))
    return node.model_copy(update=change)


def lamp_at(lamp: Lamp, prefix: str, spots: F64, turns: Rotation, still: bool) -> Lamp:
    """A light of a thing in its place, under the member's name."""
    places = spots + turns.apply(np.asarray(lamp.pose.location, float))
    change: dict[str, object] = {"name": f"{prefix}{lamp.name}"}
    if still:
        x, y, z = (float(v) for v in places[0])
        return lamp.model_copy(update=change | {"pose": Pose(location=(x, y, z))})
    track = Track(locations=places, rotations=np.tile([1.0, 0.0, 0.0, 0.0], (len(places), 1)))
    return lamp.model_copy(update=change | {"pose": Pose(), "track": track})


def turned(joint: Joint, spots: F64, turns: Rotation, gone_m: F64, clock: Clock) -> tuple[F64, Rotation]:
    """Where a part with a joint is (F, 3), and how it is turned."""
    pivot = np.asarray(joint.pivot, float)
    own = Rotation.from_rotvec(_angle(joint, gone_m, clock)[:, None] * np.asarray(joint.axis, float))
    rotations = turns * own
    return np.asarray(spots + turns.apply(pivot) - rotations.apply(pivot)), rotations


def _angle(joint: Joint, gone_m: F64, clock: Clock) -> F64:
    """How far (F,) a joint has turned, in radians; a wheel with its axle to the right rolls forward by turning negatively about it."""
    if joint.kind == "roll":
        return np.asarray(-gone_m / joint.radius_m)
    at_s = clock.start_s + np.arange(len(gone_m)) * clock.pace / clock.fps
    if joint.kind == "spin":
        return np.asarray(joint.rate * at_s)
    return np.asarray(joint.reach_rad * np.sin(joint.rate * at_s))
