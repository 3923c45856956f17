"""A dragonfly: a long thin abdomen, four clear wings with dark veins, eyes that meet on top of its head."""

from __future__ import annotations

import numpy as np

from filmwright.content import things
from filmwright.content.animals import _small
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._small import Hinge
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.scene.shade import Material, attribute, coords, mapping, mix, remap, voronoi
from filmwright.scene.shapes import Shape, ball, join, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("dragonfly",)
EXAMPLE = "A dragonfly by a lake"
COLOR = "#2f7f8f"
HOME = ("lake", "river", "garden", "meadow")
SPEEDS = {"fly": 0.8}
ACTIONS = ("stand", "look_around", "hover")

_LENGTH_M = 0.12
HINGES = (
    Hinge("fore", (0.006, 0.020, 0.0085), (0.0, -1.0, 0.0), 0.42, 9.0, 0.10),
    Hinge("hind", (0.006, 0.010, 0.0085), (0.0, -1.0, 0.0), 0.42, 9.0, 0.06, late=0.3),
    Hinge("legs", (0.004, 0.016, -0.004), (1.0, 0.0, 0.0), 0.05, 0.6, 0.0),
)
_FORE = ((-10, 0.012), (-4, 0.055), (2, 0.075), (8, 0.080), (13, 0.070), (18, 0.020))
_HIND = ((-34, 0.012), (-26, 0.048), (-16, 0.070), (-8, 0.077), (-1, 0.068), (5, 0.018))


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Blue, green or red."""
    return quadruped.chosen(rng, member, COLOR, "#3f7a2c", "#a02a1c")


def build(params: Params) -> Thing:
    """The dragonfly, larger than life."""
    color = params.color
    shell = painted(varied(color, 160.0, 0.15), ((0.010, 0.010, 0.012), attribute("band")))
    cells = voronoi(mapping(coords("rest"), scale=(1.0, 2.2, 1.0)), scale=210.0, feature="DISTANCE_TO_EDGE")
    vein = remap(cells, 0.03, 0.09, 1.0, 0.0)
    nodes = [_small.part(HINGES, "body", _body(), "shell"), _small.part(HINGES, "eyes", _eyes(), "eye")]
    nodes += _small.pair(HINGES, "fore", _small.leaf(_FORE, center=(0.006, 0.020, 0.0085), dome=0.02), "wing")
    nodes += _small.pair(HINGES, "hind", _small.leaf(_HIND, center=(0.006, 0.010, 0.0085), dome=0.02), "wing")
    nodes += _small.pair(HINGES, "legs", _legs(), "dark")
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "shell": Material(color=shell, roughness=0.25, specular=0.6, coat=0.5),
            "eye": Material(
                color=mix(shaded(color, 0.6), shaded(color, 1.6), attribute("up")), roughness=0.12, coat=1.0
            ),
            "dark": Material(color=(0.012, 0.011, 0.011), roughness=0.5),
            "wing": Material(
                color=mix((0.80, 0.85, 0.88), (0.03, 0.025, 0.02), vein),
                roughness=0.12,
                specular=0.8,
                alpha=0.22 + vein * 0.6,
            ),
        },
        bones=_small.bones(HINGES),
        view_rad=0.85,
        face=(0.0, 0.03, 0.004),
        face_m=0.06,
        lift_m=0.55,
    )
    return things.scaled(thing, params.size)


def _body() -> Shape:
    """Head, chest, and the abdomen in ten rings; attribute `band` where it is dark."""
    t = np.linspace(0, 1, 60)
    radius = np.interp(
        t, (0, 0.06, 0.16, 0.30, 0.80, 0.93, 1.0), (0.0038, 0.0052, 0.0040, 0.0030, 0.0034, 0.0036, 0.0012)
    )
    radius = radius * (1 - 0.10 * (np.abs((10 * t) % 1.0 - 0.0) < 0.12))
    path = np.column_stack([0 * t, 0.004 - 0.082 * t, 0.002 + 0.004 * np.sin(2.2 * t)])
    abdomen = sweep(path, radius, sides=20)
    place = np.r_[np.repeat(t, 20), 0.0, 1.0]
    abdomen = abdomen.with_data("band", np.clip((np.abs((10 * place) % 1.0 - 0.5) - 0.32) * 10, 0, 1))
    chest = ball(np.array([0.0078, 0.0130, 0.0098]), center=(0, 0.016, 0.002), sides=30, levels=20)
    stripes = np.clip((np.sin(420.0 * chest.points[:, 1] + 180.0 * chest.points[:, 2]) - 0.55) * 4, 0, 1)
    head = ball(np.array([0.0062, 0.0042, 0.0050]), center=(0, 0.033, 0.001), sides=20, levels=14)
    return join([abdomen, chest.with_data("band", stripes), head.with_data("band", np.full(len(head.points), 0.5))])


def _eyes() -> Shape:
    made = join(
        ball(np.array([0.0056, 0.0062, 0.0066]), center=(s * 0.0050, 0.0345, 0.0035), sides=24, levels=16)
        for s in (-1, 1)
    )
    return made.with_data("up", np.clip((made.points[:, 2] + 0.002) / 0.012, 0, 1))


def _legs() -> Shape:
    """The three right legs, drawn up under the chest."""
    rows = ((0.026, 0.012), (0.020, 0.006), (0.014, -0.004))
    return join(
        sweep(
            [(0.004, y, -0.005), (0.010, y + 0.5 * a, -0.010), (0.007, y + a, -0.018), (0.004, y + 1.2 * a, -0.022)],
            [0.0009, 0.0009, 0.0007, 0.0003],
            sides=7,
        )
        for y, a in rows
    )


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does: it hovers, or flies on."""
    size = thing.face_m / 0.06
    return _small.moved(HINGES, size, performance, length_m=_LENGTH_M * size, drift_m=0.03 * size)
