"""A snail: a spiral shell on a moist foot, two long horns with the eyes, two short ones."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import things
from filmwright.content.animals import _small
from filmwright.content.animals._anatomy import quadruped
from filmwright.content.animals._anatomy.coat import painted, shaded, varied
from filmwright.content.animals._anatomy.quadruped import Params
from filmwright.content.animals._small import Hinge
from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.scene.shade import Bump, Material, attribute, coords, mapping, noise, voronoi
from filmwright.scene.shapes import Shape, ball, curve, join, rings, sweep
from filmwright.spec.shot import Action, Member

WORDS = ("snail",)
EXAMPLE = "A snail in a garden"
COLOR = "#8a5a2c"
HOME = ("garden", "meadow", "forest", "park")
SPEEDS = {"walk": 0.03, "run": 0.05}
ACTIONS = ("stand", "look_around")

HINGES = (
    Hinge("horn", (0.008, 0.060, 0.030), (0.3, 0.0, 1.0), 0.14, 0.23, 0.0, apart=0.3),
    Hinge("feeler", (0.006, 0.068, 0.012), (1.0, 0.0, 0.0), 0.20, 0.5, 0.0, apart=0.4),
)
_TURNS, _SHELL_M = 3.4, 0.044  # of the spiral; the radius of its last turn; chosen


def vary(rng: np.random.Generator, member: Member) -> Params:
    """Its shell brown, yellow or pink."""
    return quadruped.chosen(rng, member, COLOR, "#a8853a")


def build(params: Params) -> Thing:
    """The snail, larger than life."""
    color = params.color
    shell = painted(
        varied(color, 60.0, 0.2), (shaded(color, 0.30), attribute("band")), (shaded(color, 1.7), attribute("lip"))
    )
    rest = coords("rest")
    warts = voronoi(mapping(rest, scale=(1.0, 0.7, 1.0)), scale=330.0)
    growth = noise(mapping(rest, scale=(1.0, 1.0, 1.0)), scale=300.0, detail=2.0)
    nodes = [_small.part(HINGES, "foot", _foot(), "flesh"), _small.part(HINGES, "shell", _shell(), "shell")]
    nodes += _small.pair(HINGES, "horn", _horn((0.008, 0.060, 0.030), (0.010, 0.026, 0.036), 0.0022), "flesh")
    nodes += _small.pair(HINGES, "feeler", _horn((0.006, 0.068, 0.012), (0.004, 0.014, -0.004), 0.0016), "flesh")
    thing = Thing(
        nodes=tuple(nodes),
        materials={
            "shell": Material(color=shell, roughness=0.28, coat=0.6, coat_roughness=0.15,
            bumps=(Bump(height=growth, strength=0.25, distance_m=0.001),)),
            "flesh": Material(
                color=painted(varied((0.30, 0.22, 0.14), 90.0, 0.25), ((0.02, 0.015, 0.012), attribute("eye"))), roughness=0.3, coat=0.7,
                coat_roughness=0.2, bumps=(Bump(height=warts, strength=0.7, distance_m=0.0016),),
            ),
        },
        bones=_small.bones(HINGES),
        view_rad=1.15,
        face=(0.0, 0.05, 0.03),
        face_m=0.11,
    )  # fmt: skip
    return things.scaled(thing, params.size)


def _foot() -> Shape:
    """The body from the tip of its foot to the raised head."""
    rows = np.array([
        (-0.095, 0.002, 0.003, 0.002), (-0.070, 0.006, 0.011, 0.006), (-0.030, 0.011, 0.016, 0.011), (0.010, 0.013, 0.017, 0.013),
        (0.038, 0.014, 0.015, 0.014), (0.056, 0.018, 0.013, 0.014), (0.067, 0.021, 0.010, 0.011), (0.072, 0.021, 0.004, 0.004),
    ])  # fmt: skip
    t = curve(rows, 80)
    turn = np.linspace(0, 2 * math.pi, 40, endpoint=False)
    stack = []
    for y, z, wide, tall in t:
        x, up = wide * np.cos(turn), z + tall * np.sin(turn)
        # The sole lies flat and frills out at its rim.
        sole = y < 0.052
        frill = 1.0 + (0.22 * np.exp(-((np.sin(turn) + 0.75) ** 2) / 0.06) if sole else 0.0)
        low = 0.0008 if sole else -1.0
        stack.append(np.column_stack([x * frill, np.full(40, y), np.maximum(up, low)]))
    made = rings(np.array(stack))
    return made.with_data("eye", np.zeros(len(made.points)))


def _horn(start: tuple[float, float, float], way: tuple[float, float, float], radius: float) -> Shape:
    """A feeler of the right side, a knob at its end."""
    a, w = np.array(start), np.array(way)
    line = np.array([a - 0.15 * w, a + 0.5 * w + [0.001, 0, 0.001], a + w])
    stalk = sweep(line, [1.5 * radius, radius, 0.8 * radius], sides=12)
    knob = ball(1.35 * radius, center=tuple(a + w), sides=14, levels=10)
    return join(
        [stalk.with_data("eye", np.zeros(len(stalk.points))), knob.with_data("eye", np.full(len(knob.points), 0.9))]
    )


def _shell() -> Shape:
    """A tube wound up in a spiral that leans to the left, growing with every turn; attributes `band` and `lip`."""
    t = np.linspace(0.0, 1.0, 220)
    angle = 2 * math.pi * _TURNS * (t - 1.0) - 0.9
    grow = np.exp(2.05 * (t - 1.0))
    radius = 0.0225 * grow + 0.0004
    reach = (_SHELL_M - 0.0225) * grow
    aside = 0.020 * (1 - grow)
    middle = np.column_stack([0.004 - aside, -0.012 + reach * np.cos(angle), 0.056 + reach * np.sin(angle)])
    along = np.gradient(middle, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.array([1.0, 0.0, 0.0])
    out = np.cross(along, side)
    turn = np.linspace(0, 2 * math.pi, 36, endpoint=False)
    stack = middle[:, None] + radius[:, None, None] * (
        1.08 * np.cos(turn)[None, :, None] * side + np.sin(turn)[None, :, None] * out[:, None, :]
    )
    made = rings(stack)
    around = np.r_[np.tile(np.sin(turn), len(t)), 0.0, 0.0]
    place = np.r_[np.repeat(t, 36), 0.0, 1.0]
    band = 0.8 * (np.exp(-(((around - 0.55) / 0.10) ** 2)) + np.exp(-(((around + 0.05) / 0.13) ** 2)))
    streak = 0.35 * (np.sin(170.0 * place) > 0.6)
    return made.with_data("band", np.clip(band + streak, 0, 1)).with_data("lip", np.clip((place - 0.975) * 40, 0, 1))


def move(thing: Thing, action: Action, performance: Performance) -> Motion:
    """What it does: it glides on, its horns feeling about."""
    size = thing.face_m / 0.11
    return _small.moved(HINGES, size, performance, length_m=0.17 * size)
