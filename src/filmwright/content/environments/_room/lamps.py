"""The lamps of a room: what is seen of them, and their light."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.plan import Fixture, Light, Plan
from filmwright.content.kinds import F64
from filmwright.scene.nodes import Lamp, Node, Pose, Quaternion, Ray
from filmwright.scene.shade import Material, attribute, op
from filmwright.scene.shapes import Shape, ball, box, join, lathe, rings, rotation, sweep
from filmwright.values import Color

SEEN: tuple[Ray, ...] = ("diffuse", "shadow")  # a glowing thing is only to be seen: its light is a lamp's
ONLY_SEEN: tuple[Ray, ...] = ("diffuse", "glossy", "transmission", "shadow")
BULB_M = 0.05  # radius of a bulb
LIT_W = 18.0  # a shade lit by so many watts is as bright as its material says; chosen
CONE_RAD = math.radians(26.0)  # of a spot on a stage


def build(plan: Plan, hour: Light) -> tuple[tuple[Node, ...], dict[str, Material]]:
    """All lamps of a plan at an hour, and their materials."""
    nodes: list[Node] = []
    materials: dict[str, Material] = {}
    for index, fixture in enumerate(plan.lamps):
        watts = hour.lamp_w if fixture.power_w is None else fixture.power_w
        for part, (shape, material, hidden) in _seen(fixture, plan.height_m, watts).items():
            name = f"lamp {index} {part}"
            nodes.append(things.mesh(name, shape, name).model_copy(update={"hidden_from": hidden}))
            materials[name] = material.model_copy(update={"haze": False})
        if watts > 0:
            nodes.append(_light(fixture, f"lamp {index}", plan.height_m, watts))
    return tuple(nodes), materials


Part = tuple[Shape, Material, tuple[Ray, ...]]


def _seen(f: Fixture, height_m: float, watts: float) -> dict[str, Part]:
    """The parts of a fixture: shape, material, and the rays it is hidden from."""
    top, z = (*f.at, height_m), height_m - f.drop_m
    cord = sweep([top, (*f.at, z)], 0.005, sides=6)
    wire = Material(color=(0.01, 0.01, 0.01), roughness=0.6, preview=(0.02, 0.02, 0.02))
    enamel = things.made_of("lacquer", colors.resolve(f.color))
    here = (*f.at, z)
    if f.kind == "shade":
        shade = Material(
            color=(0.75, 0.70, 0.62), roughness=0.7, emission=(1.0, 0.72, 0.42),
            emission_strength=min(watts / LIT_W, 3.0), preview=(0.8, 0.75, 0.65),
        )  # fmt: skip
        return {"shade": (_bell().moved(here), shade, SEEN), "cord": (cord, wire, ())}
    if f.kind == "dome":
        return {
            "dome": (_dome(0.0).moved(here), enamel, SEEN),
            "lining": (_dome(0.004).moved(here), _glowing(f.light, 0.9 if watts else 0.0), SEEN),
            "bulb": (ball(BULB_M, center=(*f.at, z - 0.13)), _glowing(f.light, 7.0 if watts else 0.2), SEEN),
            "cord": (cord, wire, ()),
        }
    if f.kind == "globe":
        return {
            "globe": (ball(0.13, center=(*f.at, z - 0.13), sides=32, levels=18), _glowing(f.light, 2.2 if watts else 0.3), SEEN),
            "cap": (lathe([(0.03, z), (0.045, z - 0.02), (0.05, z - 0.035)], sides=24).moved((*f.at, 0.0)), enamel, ()),
            "cord": (cord, wire, ()),
        }  # fmt: skip
    if f.kind == "tube":
        turn = rotation(z=f.yaw_rad)
        tray = join(
            [
                box((f.length_m + 0.06, 0.16, 0.05), center=(0, 0, 0.03), bevel=0.008),
                *[sweep([(s * f.length_m * 0.35, 0, 0.05), (s * f.length_m * 0.35, 0, f.drop_m)], 0.004) for s in (-1, 1)],
            ]
        )  # fmt: skip
        tubes = join(
            sweep([(-f.length_m / 2, y, -0.012), (f.length_m / 2, y, -0.012)], 0.016, sides=10) for y in (-0.04, 0.04)
        )
        return {
            "tray": (tray.turned(turn).moved(here), things.made_of("lacquer", (0.78, 0.79, 0.78)), SEEN),
            "tubes": (tubes.turned(turn).moved(here), _glowing(f.light, 5.0 if watts else 0.3), SEEN),
        }
    if f.kind == "spot":
        aim = np.asarray(f.aim) - here
        turn = _turned(aim)
        can = lathe(
            [(0.03, 0.20), (0.085, 0.19), (0.095, 0.0), (0.125, -0.16), (0.118, -0.16), (0.085, -0.01)], sides=28, caps=False
        )  # fmt: skip
        return {
            "can": (can.turned(turn).moved(here), enamel, SEEN),
            "lens": (lathe([(0.001, -0.05), (0.09, -0.05)], sides=28, caps=False).turned(turn).moved(here), _glowing(f.light, 9.0), SEEN),
            "yoke": (cord, wire, ()),
            "beam": (_beam(float(np.linalg.norm(aim))).turned(turn).moved(here), _haze(f.light), ONLY_SEEN),
        }  # fmt: skip
    return {}


def _glowing(light: Color, strength: float) -> Material:
    return Material(model="emission", emission=light, emission_strength=strength, preview=light)


def _bell() -> Shape:
    """A spun shade, open below."""
    profile = [(0.03, 0.0), (0.11, -0.02), (0.19, -0.13), (0.215, -0.21), (0.21, -0.212), (0.185, -0.13), (0.10, -0.03)]
    return lathe(profile[::-1], sides=32, caps=False)


def _dome(inset_m: float) -> Shape:
    """A metal pendant, or its lining, `inset_m` inside it."""
    a = np.linspace(0.12, math.pi / 2, 12)
    rows = [(0.17 * math.sin(t) - inset_m, -0.16 * (1 - math.cos(t)) - inset_m * math.cos(t)) for t in a]
    neck = [] if inset_m else [(0.018, 0.03), (0.020, 0.004)]
    return lathe([*neck, *rows, (0.172 - inset_m, -0.185)][::-1], sides=36, caps=False)


def _beam(length_m: float) -> Shape:
    """The air a spot lights: a cone towards -Z, "along" it 0..1."""
    t = np.linspace(0.0, 1.0, 24)
    a = np.arange(48) * 2 * math.pi / 48
    r = 0.10 + t * length_m * math.tan(CONE_RAD * 0.42)
    stack = np.stack(
        [np.outer(r, np.cos(a)), np.outer(r, np.sin(a)), np.repeat(-0.06 - t[:, None] * length_m, 48, axis=1)], -1
    )
    return rings(stack, caps=False).with_data("along", np.repeat(t, 48))


def _haze(light: Color) -> Material:
    """Light in hazy air: strongest where one looks through the middle of the cone, fading away from the lamp."""
    through = op("sub", 1.0, op("facing", 0.5))
    fade = op("pow", op("sub", 1.0, op("x", attribute("along"))), 1.6)
    return Material(
        model="glow", emission=light, emission_strength=op("pow", through, 2.2) * fade * 0.22, preview=light
    )


def _light(f: Fixture, name: str, height_m: float, watts: float) -> Lamp:
    z = height_m - f.drop_m
    if f.kind == "tube":
        turn: Quaternion = (math.cos(f.yaw_rad / 2), 0.0, 0.0, math.sin(f.yaw_rad / 2))
        return Lamp(
            name=name, kind="area", power_w=watts, color=f.light, size_m=(f.length_m, 0.12),
            pose=Pose(location=(*f.at, z - 0.04), rotation=turn),
        )  # fmt: skip
    if f.kind == "spot":
        return Lamp(
            name=name, kind="spot", power_w=watts, color=f.light, size_m=(0.16, 0.16), angle_rad=CONE_RAD,
            pose=Pose(location=(*f.at, z), rotation=towards(np.asarray(f.aim) - (*f.at, z))),
        )  # fmt: skip
    low = {"shade": 0.25, "dome": 0.20, "globe": 0.13, "flame": 0.0}[f.kind]
    size = {"shade": 0.24, "dome": 0.14, "globe": 0.24, "flame": 0.03}[f.kind]
    return Lamp(
        name=name, kind="point", power_w=watts, color=f.light, size_m=(size, size), pose=Pose(location=(*f.at, z - low))
    )


def _turned(aim: F64) -> F64:
    """A rotation (3, 3) that brings -Z to the direction `aim`."""
    back = -aim / np.linalg.norm(aim)
    side = np.cross([0.0, 1.0, 0.0] if abs(back[1]) < 0.95 else [1.0, 0.0, 0.0], back)
    side /= np.linalg.norm(side)
    return np.column_stack([side, np.cross(back, side), back])


def towards(aim: F64) -> Quaternion:
    """The rotation of a lamp that shines along `aim`."""
    x, y, z = aim / np.linalg.norm(aim)
    yaw, tilt = math.atan2(y, x) - math.pi / 2, math.acos(max(-1.0, min(1.0, -z)))
    c, s, ct, st = math.cos(yaw / 2), math.sin(yaw / 2), math.cos(tilt / 2), math.sin(tilt / 2)
    return (c * ct, c * st, s * st, s * ct)
