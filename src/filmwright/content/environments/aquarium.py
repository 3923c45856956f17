"""An aquarium: a dark hall before one huge pane, behind it blue water over corals with schools of fish, visitors dark against it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from filmwright.content import things
from filmwright.content.environments import _passers
from filmwright.content.environments._reef import light
from filmwright.content.environments._room import furnish, lamps
from filmwright.content.environments._room.plan import Light, Plan
from filmwright.content.environments._room.tank import DEEP_M, Tank
from filmwright.content.environments._street.crowd import Lie
from filmwright.content.kinds import HeroLamp, Setting
from filmwright.scene.nodes import Lamp, Node, Pose
from filmwright.scene.shade import Material, coords, op, remap
from filmwright.scene.shapes import box, join, shape
from filmwright.spec.shot import Shot

WORDS = ("aquarium",)
EXAMPLE = "A woman in a white dress stands in an aquarium"
TIMES = ("noon", "morning", "afternoon", "night", "dawn", "dusk", "golden_hour", "blue_hour")
WEATHERS = furnish.WEATHERS
FEATURES = ("water", "reflections", "windows", "floor", "ceiling", "shadows")
LANDMARKS = ("fish",)

HALF_M, HIGH_M = 4.8, 4.9
PANE_Y_M, PANE_HALF_M, SILL_M, HEAD_M = 3.6, 4.3, 0.38, 4.25
_BLUE = (0.16, 0.52, 1.0)

PLAN = Plan(
    half_m=HALF_M,
    back_m=PANE_Y_M + DEEP_M + 0.4,
    height_m=HIGH_M,
    wall="#1c2430",
    floor="linoleum",
    floor_color="#1b222c",
    windows=(),
    skirting=False,
    lamps=(),
    inside=Light((1.0, 1.0, 1.0), 0.0, 0.5, (0.20, 0.34, 0.62), 0.05, (0.0, 0.0, 0.0), 0.0, 0.0, 0.25),
    stand=(0.55, 0.9),
    back_off_m=5.6,
    eye_m=1.4,
)
_VISITORS = ((-2.55, 2.75, 0.15), (-1.95, 2.9, -0.1), (2.75, 2.6, 0.2), (3.35, 2.45, -0.1))
_CHILD = (-2.22, 3.0)


def vary(rng: np.random.Generator, shot: Shot) -> furnish.Params:
    """The hall a shot asks for."""
    return furnish.vary(rng, shot, TIMES)


def build(params: furnish.Params) -> Setting:
    """The hall of these parameters."""
    hall = furnish.build(PLAN, params)
    tank = Tank(PANE_Y_M, PANE_HALF_M, HEAD_M + 0.35, params.seed)
    return replace(
        hall,
        nodes=(*hall.nodes, *tank.still(), *_front(), *_visitors(params.seed), *_light()),
        materials=hall.materials | tank.materials() | _materials() | _passers.materials(),
        images=hall.images | {"caustics": light.caustics(params.seed)},
        obstacles=np.concatenate([hall.obstacles, [(x, PANE_Y_M, 0.5) for x in np.arange(-HALF_M, HALF_M, 0.6)]]),
        moving=tank.fish,
        hero_lamps=(
            HeroLamp("tank", 2.75, 0.25, 3.0, 2.2, 90.0, (0.35, 0.68, 1.0)),
            HeroLamp("fill", -0.7, 0.35, 3.0, 1.6, 42.0, (0.66, 0.82, 1.0)),
        ),
    )


def _front() -> list[Node]:
    """The wall round the pane, its steel seams and the rail before it, and the light that plays on the floor."""
    y, w = PANE_Y_M, HALF_M
    wall = [
        box((2 * w, 0.30, SILL_M), center=(0, y, SILL_M / 2), bevel=0.02),
        box((2 * w, 0.30, HIGH_M - HEAD_M), center=(0, y, (HIGH_M + HEAD_M) / 2), bevel=0.02),
    ]
    wall += [
        box((w - PANE_HALF_M, 0.30, HIGH_M), center=(s * (w + PANE_HALF_M) / 2, y, HIGH_M / 2), bevel=0.02)
        for s in (-1, 1)
    ]
    seams = [box((0.035, 0.10, HEAD_M - SILL_M), center=(x, y, (HEAD_M + SILL_M) / 2)) for x in (-1.45, 1.45)]
    sheet = shape([(-w, -3.0, 0.004), (w, -3.0, 0.004), (w, y - 0.15, 0.004), (-w, y - 0.15, 0.004)], [[0, 1, 2, 3]])
    return [
        things.mesh("aquarium wall", join(wall), "aquarium wall"),
        things.mesh("aquarium seams", join(seams), "aquarium seams"),
        things.mesh("aquarium caustics", sheet, "aquarium caustics").model_copy(
            update={"hidden_from": ("shadow", "diffuse", "glossy", "transmission")}
        ),
    ]


def _visitors(seed: int) -> list[Node]:
    """A family and a couple who stand before the pane, looking in."""
    rng = np.random.default_rng([seed, 62])
    who = _passers.standers(rng, _passers.SUMMER, _VISITORS)
    (child,) = _passers.standers(rng, _passers.SUMMER, ((*_CHILD, 0.1),))
    lie = Lie(lambda y: 0.0 * np.asarray(y), lambda x, y: 0.0 * np.asarray(x))
    return _passers.still([*who, child._replace(scale=0.62)], lie)


def _light() -> tuple[Lamp, ...]:
    """What comes out of the tank into the hall."""
    out = lamps.towards(np.array([0.0, -1.0, -0.25]))
    glow = Lamp(
        name="tank glow", kind="area", power_w=210.0, color=_BLUE, size_m=(2 * PANE_HALF_M, HEAD_M - SILL_M),
        pose=Pose(location=(0.0, PANE_Y_M - 0.18, (HEAD_M + SILL_M) / 2), rotation=out),
    )  # fmt: skip
    return (glow,)


def _materials() -> dict[str, Material]:
    fade = remap(op("y", coords()), -2.6, PANE_Y_M, 0.0, 1.0)
    net = op("pow", light.resting() * 2.2, 2.0) * op("pow", fade, 2.2)
    return {
        "aquarium wall": things.made_of("lacquer", (0.035, 0.045, 0.06)).model_copy(update={"haze": False}),
        "aquarium seams": things.made_of("metal", (0.05, 0.07, 0.09)).model_copy(update={"haze": False}),
        "aquarium caustics": Material(
            model="glow", emission=(0.10, 0.42, 0.85), emission_strength=net * 0.06, haze=False, preview=(0.0, 0.1, 0.2)
        ),
    }
