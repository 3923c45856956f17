"""A snake: a long patterned body that goes in curves over the ground, its head a little raised, a forked tongue."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._swimming import shapes, skin, spine
from filmwright.content.animals._swimming.spine import Swim
from filmwright.content.figure.pose import smooth_step
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.shade import Bump, Material, attribute, coords, mapping, remap, voronoi
from filmwright.scene.shapes import Shape, join, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("snake",)
EXAMPLE = "A snake in the desert"
COLOR = "#8a7340"
HOME = ("desert", "jungle", "savanna", "meadow")
SPEEDS = {"walk": 0.25, "run": 0.6}
ACTIONS = ("stand", "look_around")

SWIM = Swim(
    length_m=1.7, axis=0.0165, stations=tuple(float(y) for y in np.linspace(0.455, -0.47, 26)), amplitude=(0.045, 0.165), waves=1.9,
    beats=(0.22, 0.55), speed_m_s=0.25, lift_m=0.0, bob=0.0,
)  # fmt: skip
_FACE = 0.10
_BODY = (
    (0.5000, 0.014, 0.0030, 0.0030, 0.0030), (0.4960, 0.014, 0.0085, 0.0062, 0.0050), (0.4850, 0.0135, 0.0130, 0.0092, 0.0078),
    (0.4700, 0.0120, 0.0155, 0.0100, 0.0095), (0.4560, 0.0090, 0.0130, 0.0092, 0.0095), (0.4420, 0.0050, 0.0098, 0.0090, 0.0095),
    (0.4000, 0.0, 0.0118, 0.0118, 0.0118), (0.2500, 0.0, 0.0150, 0.0155, 0.0155), (0.0500, 0.0, 0.0165, 0.0170, 0.0160),
    (-0.1500, -0.0005, 0.0155, 0.0160, 0.0155), (-0.3200, -0.0035, 0.0115, 0.0120, 0.0120), (-0.4300, -0.0095, 0.0062, 0.0065, 0.0065),
    (-0.5000, -0.0145, 0.0012, 0.0012, 0.0012),
)  # fmt: skip


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Sandy or olive, with dark diamonds."""
    return quadruped.chosen(rng, member, COLOR, "#6d6a35")


def build(params: Params) -> Thing:
    """The snake."""
    size, length, color = params.size, SWIM.length_m, params.color
    rest = coords("rest")
    scales = voronoi(
        mapping(rest, scale=(1.0, 0.62, 1.0)), scale=190.0 / length, feature="DISTANCE_TO_EDGE", randomness=0.45
    )
    tone = painted(
        varied(color, 10.0, 0.15),
        (shaded(color, 1.7), attribute("edge")),
        (shaded(color, 0.16), attribute("diamond")),
        ((0.62, 0.56, 0.42), attribute("belly")),
        (shaded(color, 0.12), attribute("line")),
        (shaded(color, 0.45), remap(scales, 0.05, 0.0) * 0.6),
    )
    body = shapes.painted(shapes.hull(_BODY, count=420, sides=36, power=2.05), _masks)
    nodes = [spine.part(SWIM, size, "body", body, "scales")]
    at = shapes.surface(_BODY, 0.4755, 0.42) - np.array([0.0016, 0.0, 0.0])
    nodes.append(spine.part(SWIM, size, "eyes", shapes.eyes(at, 0.0030, (1.0, 0.45, 0.25)), "eye"))
    nodes.append(spine.part(SWIM, size, "tongue", _tongue(), "tongue", "spine_0"))
    return Thing(
        nodes=tuple(nodes),
        materials={
            "scales": Material(
                color=tone,
                roughness=0.38,
                specular=0.45,
                bumps=(Bump(height=remap(scales, 0.0, 0.2), strength=0.5, distance_m=0.003),),
            ),
            "eye": skin.eye((0.55, 0.36, 0.05), pupil_rad=0.45, iris_rad=1.1),
            "tongue": Material(color=(0.05, 0.012, 0.014), roughness=0.4),
        },
        bones=SWIM.bones,
        view_rad=0.9,
        face=(0.0, 0.475 * length * size, (SWIM.axis + 0.012) * length * size),
        face_m=_FACE * length * size,
        lift_m=0.0,
    )


def _masks(p: F64, u: F64, v: F64) -> dict[str, F64]:
    """Diamonds along the back with pale edges, a stripe through the eye."""
    cycle = np.abs(((v + 0.5) * 21.0) % 1.0 - 0.5) * 2  # 0 in the middle of a diamond, 1 between two
    wide = 0.95 - 0.90 * cycle
    across = 1 - np.clip(u, -1, 1)
    on = (v < 0.43) & (v > -0.44)
    diamond = (1 - smooth_step(across - wide, -0.06, 0.02)) * on
    edge = (1 - smooth_step(across - wide, 0.10, 0.18)) * on * (1 - diamond)
    stripe = (
        (1 - smooth_step(np.abs(u - 0.30 - 4.0 * (0.47 - v)), 0.10, 0.22))
        * smooth_step(v, 0.435, 0.445)
        * (1 - smooth_step(v, 0.486, 0.49))
    )
    return {"diamond": 0.9 * diamond, "edge": 0.7 * edge, "belly": smooth_step(-u, 0.45, 0.75), "line": 0.8 * stripe}


def _tongue() -> Shape:
    pieces = [sweep([(0, 0.496, 0.011), (0, 0.515, 0.0105)], 0.0009, sides=6)]
    for sign in (-1, 1):
        pieces.append(
            sweep(
                [(0, 0.515, 0.0105), (sign * 0.003, 0.524, 0.0115), (sign * 0.006, 0.531, 0.0135)],
                [0.0007, 0.0005, 0.0002],
                sides=6,
            )
        )
    return join(pieces)


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does."""
    return spine.moved(SWIM, spine.size_of(SWIM, thing, _FACE), performance)
