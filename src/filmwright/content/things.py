"""What makers of animals, vehicles and props share: shapes as meshes that know their points at rest, colors and materials as a
member asks for them, and the box a Thing fills."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from filmwright import registry
from filmwright.content import colors
from filmwright.content.figure.skinned import strongest
from filmwright.content.kinds import F64, Ride, Thing
from filmwright.scene.nodes import Array, Lamp, Mesh, Node, Pose, Skin, Vector
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, outward
from filmwright.spec.shot import Member
from filmwright.values import Color

MATERIALS = "filmwright.content.materials"
SIZES = {
    "tiny": 0.5,
    "small": 0.75,
    "large": 1.35,
    "huge": 1.8,
}  # of a member said to be that, against the usual; chosen
SHARP_RAD = math.radians(35.0)


class Asked(NamedTuple):
    """What a member says of itself: linear color, material, size against the usual; a seed for what nobody says; and the action it is
    handled in, if one handles it."""

    color: Color
    material: str
    size: float
    seed: int
    action: str = ""


def asked(rng: np.random.Generator, member: Member, color: str, materials: tuple[str, ...] = ("",)) -> Asked:
    """What is to be made of a member; where it is silent in this color and the first of these materials."""
    return Asked(color_of(member, color), member.material or materials[0], size_of(member), int(rng.integers(1000)))


def mesh(
    name: str,
    shape: Shape,
    *materials: str,
    sharp_rad: float | None = SHARP_RAD,
    subdivide: int = 0,
    weights: F64 | None = None,
    shadow: bool = True,
) -> Mesh:
    """A Shape as a Mesh of these materials, by the shape's slots; closed parts look outward, its attributes and `rest` ride along.
    weights (n, bones): it is skinned to the Thing's bones. Edges sharper than `sharp_rad` stay sharp.
    Without a `shadow` it does not stand in the way of a lamp within it."""
    shape = outward(shape)
    data: dict[str, Array] = {"rest": shape.points, **shape.data}
    skin: Skin | None = strongest(np.asarray(weights, np.float32)) if weights is not None else None
    return Mesh(
        name=name,
        points=shape.points,
        faces=shape.faces,
        materials=materials,
        material_index=shape.slot if len(materials) > 1 else None,
        sharp_angle_rad=sharp_rad,
        point_data=data,
        subdivide=subdivide,
        skin=skin,
        hidden_from=() if shadow else ("shadow",),
    )


def color_of(member: Member, usual: str) -> Color:
    """Linear color of a member: as the text says, else the usual (a name of content/colors or "#rrggbb")."""
    return colors.resolve(member.color or usual, where=f"{member.id}.color")


def size_of(member: Member) -> float:
    """How large a member is against the usual of its kind."""
    return SIZES.get(member.size or "", 1.0)


def made_of(material: str, color: Color) -> Material:
    """A material of the table in a color. Raises UnknownName."""
    built: Material = registry.find(MATERIALS, material, where="material").build(color)
    return built


def box(nodes: Iterable[Node]) -> tuple[F64, F64]:
    """Lowest and highest corner (3,) of what can be seen of nodes at rest."""
    points = np.concatenate(
        [np.asarray(n.points, float).reshape(-1, 3) for n in nodes if isinstance(n, Mesh) and n.visible]
    )
    return points.min(axis=0), points.max(axis=0)


def centered(nodes: tuple[Mesh, ...]) -> tuple[Mesh, ...]:
    """The meshes moved so that they stand on z = 0 with the middle of their footprint at the origin."""
    low, high = box(nodes)
    shift = np.array([(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, low[2]])
    return tuple(n.model_copy(update={"points": (np.asarray(n.points) - shift).astype(np.float32)}) for n in nodes)


def point(at: F64) -> Vector:
    """Three numbers as a value that can be compared."""
    return (float(at[0]), float(at[1]), float(at[2]))


def scaled(thing: Thing, factor: float) -> Thing:
    """The Thing so many times as large, its materials as fine as before."""
    if factor == 1.0:
        return thing
    return Thing(
        nodes=tuple(_scaled(node, factor) for node in thing.nodes),
        materials=thing.materials,
        images=thing.images,
        joints=tuple(j._replace(pivot=_times(j.pivot, factor), radius_m=j.radius_m * factor) for j in thing.joints),
        bones=thing.bones,
        view_rad=thing.view_rad,
        face=_times(thing.face, factor) if thing.face else None,
        face_m=thing.face_m * factor,
        top=_times(thing.top, factor) if thing.top else None,
        hollow=_times(thing.hollow, factor) if thing.hollow else None,
        lift_m=thing.lift_m * factor,
        grip=_times(thing.grip, factor) if thing.grip else None,
        sits=tuple((*_times((x, y, z), factor), yaw) for x, y, z, yaw in thing.sits),
        decks=tuple(_times(deck, factor) for deck in thing.decks),
        ride=_ridden(thing.ride, factor) if thing.ride else None,
        lamps=tuple(_brighter(lamp, factor) for lamp in thing.lamps),
        handles=thing.handles,
    )


def lamp(name: str, at: Vector, power_w: float, color: Color, *, size_m: float, flicker: float = 0.0) -> Lamp:
    """A light at a place in a Thing that shines all round."""
    return Lamp(
        name=name,
        kind="point",
        power_w=power_w,
        color=color,
        size_m=(size_m, size_m),
        pose=Pose(location=at),
        flicker=flicker,
    )


def _brighter(lamp: Lamp, factor: float) -> Lamp:
    """The lamp of a Thing so many times as large: a fire grows in area."""
    pose = lamp.pose.model_copy(update={"location": _times(lamp.pose.location, factor)})
    size_m = (lamp.size_m[0] * factor, lamp.size_m[1] * factor)
    return lamp.model_copy(update={"pose": pose, "power_w": lamp.power_w * factor**2, "size_m": size_m})


def _ridden(ride: Ride, factor: float) -> Ride:
    left, right = (_times(foot, factor) for foot in ride.feet)
    hands = (_times(ride.hands[0], factor), _times(ride.hands[1], factor)) if ride.hands else None
    return ride._replace(seat=_times(ride.seat, factor), feet=(left, right), hands=hands)


def _times(point: tuple[float, float, float], factor: float) -> tuple[float, float, float]:
    return (point[0] * factor, point[1] * factor, point[2] * factor)


def _scaled(node: Node, factor: float) -> Node:
    if isinstance(node, Mesh):
        return node.model_copy(update={"points": (np.asarray(node.points) * factor).astype(np.float32)})
    if node.type == "strands":
        change = {
            "points": np.asarray(node.points) * np.float32(factor),
            "radii": np.asarray(node.radii) * np.float32(factor),
        }
        return node.model_copy(update=change)
    return node
