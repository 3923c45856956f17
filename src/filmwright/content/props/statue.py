"""A statue: somebody in a long coat and hat, cast in bronze or cut in stone, on a pedestal with steps."""

from __future__ import annotations

import numpy as np

from filmwright.content import forms, things
from filmwright.content.actions import stand
from filmwright.content.figure import person as figure
from filmwright.content.kinds import F64, Performance, Thing
from filmwright.content.people import man
from filmwright.content.props import _parts
from filmwright.content.things import Asked
from filmwright.scene.nodes import Mesh, Rig
from filmwright.scene.shade import Bump, Material, coords, mix, noise, op, remap
from filmwright.scene.shapes import Shape, box, join
from filmwright.spec.shot import Garment, Member
from filmwright.values import Color

WORDS = ("statue", "monument", "sculpture")
EXAMPLE = "A statue in a park"
COLOR = "#5d7f6c"
MATERIALS = ("metal", "stone", "gold", "wood")
HOME = ("plaza", "park", "studio")
PEDESTAL_M, LARGER = 1.55, 1.25  # height of the pedestal; how much larger than life the figure is
_WARDROBE = (
    Garment(kind="coat"),
    Garment(kind="shirt"),
    Garment(kind="trousers"),
    Garment(kind="boots"),
    Garment(kind="hat"),
)
_STOOD_S = 2.0


def vary(rng: np.random.Generator, member: Member) -> Asked:
    """The statue somebody asked for."""
    return things.asked(rng, member, COLOR, MATERIALS)


def build(params: Asked) -> Thing:
    """The statue on its pedestal, facing ahead."""
    parts = [
        box((2.3, 2.3, 0.16), center=(0, 0, 0.08), bevel=0.02),
        box((1.9, 1.9, 0.16), center=(0, 0, 0.24), bevel=0.02),
        box((1.42, 1.42, 0.14), center=(0, 0, 0.39), bevel=0.03),
        box((1.20, 1.20, 0.84), center=(0, 0, 0.87), bevel=0.015),
        box((1.36, 1.36, 0.10), center=(0, 0, 1.33), bevel=0.03),
        box((1.26, 1.26, 0.14), center=(0, 0, PEDESTAL_M - 0.09), bevel=0.02),
    ]
    plaque = box((0.62, 0.03, 0.34), center=(0, 0.61, 0.90), bevel=0.008)
    letters = [
        _parts.front(_parts.lettering(text, size, (0, 0), width=size * 0.14), 0.627, z)
        for text, size, z in (("TO THE", 0.05, 0.985), ("DREAMERS", 0.07, 0.90), ("1902", 0.05, 0.815))
    ]
    foot = forms.turned([(0.40, 0.0), (0.42, 0.02), (0.40, 0.06), (0.001, 0.06)], (0, 0, PEDESTAL_M - 0.03), sides=40)
    shape = _figure(params.seed)
    thing = Thing(
        nodes=(
            things.mesh("statue figure", shape, "figure", sharp_rad=1.0),
            things.mesh("statue foot", foot, "figure"),
            things.mesh("statue pedestal", join(parts), "stone"),
            things.mesh("statue plaque", plaque, "plaque"),
            things.mesh("statue letters", join(letters), "gold"),
        ),
        materials={
            "figure": _bronze(params.color)
            if params.material == "metal"
            else things.made_of(params.material, params.color),
            "stone": _parts.plain("stone", "#a39c8f"),
            "plaque": _parts.plain("metal", "#3a3128"),
            "gold": _parts.plain("gold", "#c8c8c8"),
        },
        view_rad=0.35,
        face=(0.0, 0.1, PEDESTAL_M + 1.62 * LARGER),
        face_m=0.6,
    )
    return things.scaled(thing, params.size)


def _figure(seed: int) -> Shape:
    """Somebody dressed, as he stands for a moment, all of one piece."""
    asked = Member(id="statue-1", kind="man", wardrobe=_WARDROBE)
    built = man.build(man.vary(np.random.default_rng(seed), asked).model_copy(update={"molded": True}))
    still = Performance(
        frames=1,
        fps=24,
        path=np.zeros((1, 3)),
        facing_yaw_rad=0.0,
        ground=lambda x, y: np.zeros_like(x, dtype=float),
        start_s=_STOOD_S,
    )
    nodes = figure.attach(built, stand.build(built.body, still), asked.id, "")
    rig = next(n for n in nodes if isinstance(n, Rig))
    made = []
    for node in nodes:
        if not isinstance(node, Mesh) or not node.visible:
            continue
        faces = np.asarray(node.faces, np.int64)
        made.append(Shape(_posed(node, rig), faces, np.zeros(len(faces), np.int64)))
    whole = join(made)
    low = float(whole.points[:, 2].min())
    return whole.moved((0, 0, -low)).scaled(LARGER).moved((0, 0, PEDESTAL_M + 0.02))


def _posed(node: Mesh, rig: Rig) -> F64:
    """The points (n, 3) of a mesh as its rig or its track poses it."""
    points = np.asarray(node.points, float)
    if node.skin is None:
        if node.track is None:
            return points
        return np.asarray(_turned(np.asarray(node.track.rotations[0], float), points) + node.track.locations[0])
    total: F64 = np.zeros(points.shape)
    for k in range(node.skin.bones.shape[1]):
        bone = node.skin.bones[:, k]
        moved = _turned(np.asarray(rig.rotations[0], float)[bone], points) + rig.locations[0][bone]
        total += node.skin.weights[:, k : k + 1] * moved
    return total


def _turned(quaternion: F64, points: F64) -> F64:
    """Points (n, 3) turned by quaternions (w, x, y, z)."""
    w, v = quaternion[..., :1], quaternion[..., 1:]
    return np.asarray(points + 2 * np.cross(v, np.cross(v, points) + w * points), float)


def _bronze(color: Color) -> Material:
    """Old bronze: brown where hands and rain rub it, green where rain stays."""
    rest = coords("rest")
    broad = noise(rest, scale=2.4, detail=6, roughness=0.62)
    run = noise(op("vmul", rest, (7.0, 7.0, 0.7)), scale=1.0, detail=5)
    green = remap(run * 0.6 + broad * 0.5, 0.46, 0.66)
    return Material(
        color=mix((0.11, 0.062, 0.03), color, green),
        metallic=remap(green, 0.0, 1.0, 0.9, 0.15),
        roughness=remap(green, 0.0, 1.0, 0.36, 0.75),
        specular=0.5,
        bumps=(Bump(height=broad, strength=0.2, distance_m=0.01),),
        preview=color,
    )
