"""A microwave oven: a dark window in its door, a bar to pull it by, a lit clock over rows of buttons."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import Thing
from filmwright.content.props import _parts
from filmwright.scene.shade import Bump, Material, attribute, mix, op, remap, voronoi
from filmwright.scene.shapes import Shape, box, join, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("microwave", "microwave oven")
EXAMPLE = "A microwave in a studio"
COLOR = "#c3c7cb"
MATERIALS = ("metal", "lacquer", "plastic")
HOME = ("tabletop", "studio")
STANDS = "table"
WIDTH_M, DEPTH_M, HEIGHT_M = 0.51, 0.36, 0.295
_PANEL_M = 0.115  # width of the panel with the buttons


class Params(NamedTuple):
    """One microwave oven: its case's material and linear color, its size against the usual."""

    material: str
    color: Color
    size: float


def vary(rng: np.random.Generator, member: Member) -> Params:
    """A microwave oven of steel, or enamelled in the color asked for."""
    usual = "metal" if member.color in (None, "silver", "gray", "light_gray") else "lacquer"
    return Params(member.material or usual, things.color_of(member, COLOR), things.size_of(member))


def build(params: Params) -> Thing:
    """The oven, its door in front (+Y)."""
    w, d, h, foot = WIDTH_M, DEPTH_M, HEIGHT_M, 0.012
    middle = foot + h / 2
    body = box((w, d - 0.03, h), center=(0, -0.015, middle), bevel=0.006)
    vents = [
        box((0.004, 0.075, 0.004), center=(s * w / 2, -0.06, middle + 0.1 - 0.012 * k), bevel=0.001)
        for s in (-1, 1)
        for k in range(9)
    ]
    feet = [_parts.disc(0.014, foot + 0.002).moved((x, y, 0)) for x in (-0.2, 0.2) for y in (-0.12, 0.12)]
    door_w = w - _PANEL_M - 0.004
    door_x = -(w - door_w) / 2
    at = d / 2 - 0.03
    door = _parts.frame(door_w, h - 0.004, 0.042, 0.030, radius=0.008, bevel=0.004).moved((door_x, 0, 0))
    glass = _window(door_w - 0.08, h - 0.084).moved((door_x, 0, 0.024))
    panel = _parts.slab(_PANEL_M, h - 0.004, 0.029, radius=0.008, bevel=0.004).moved(((w - _PANEL_M) / 2, 0, 0))
    handle_x = door_x + door_w / 2 - 0.020
    bar = sweep([(handle_x, -0.105, 0.058), (handle_x, 0.105, 0.058)], 0.0075, sides=16)
    posts = [sweep([(handle_x, v, 0.02), (handle_x, v, 0.058)], 0.006, sides=12) for v in (-0.09, 0.09)]
    keys, marks, dial, display, digits = _buttons()
    shift = ((w - _PANEL_M) / 2, 0, 0.029)

    def face(*items: Shape) -> Shape:
        return _parts.front(items, at, middle)

    thing = Thing(
        nodes=(
            things.mesh("microwave case", join([body, face(door)]), "case"),
            things.mesh("microwave panel", face(panel), "dark"),
            things.mesh("microwave window", face(glass), "window"),
            things.mesh("microwave handle", face(bar, *posts, dial.moved(shift)), "chrome"),
            things.mesh("microwave keys", face(keys.moved(shift)), "key"),
            things.mesh("microwave marks", face(marks.moved(shift)), "ink"),
            things.mesh("microwave display", face(display.moved(shift)), "glass"),
            things.mesh("microwave clock", face(digits.moved(shift)), "clock"),
            things.mesh("microwave dark", join([*feet, *vents]), "dark"),
        ),
        materials={
            "case": things.made_of(params.material, params.color),
            "dark": _parts.plain("plastic", "#202123"),
            "window": _mesh_glass(),
            "chrome": _parts.plain("chrome", "#c8c8c8"),
            "key": _parts.plain("plastic", "#4a4c50"),
            "ink": _parts.plain("plastic", "#e8e8e8"),
            "glass": _parts.dark_glass(),
            "clock": _parts.glow("#5dffb0", 2.2),
        },
        view_rad=0.42,
        top=(0.0, 0.0, foot + h),
    )
    return things.scaled(thing, params.size)


def _window(width: float, height: float) -> Shape:
    """The pane of the door; its data "screen" is the place on it in metres."""
    made = _parts.slab(width, height, 0.003, radius=0.012, bevel=0.001)
    return made.with_data("screen", made.points)


def _mesh_glass() -> Material:
    """Dark glass over a metal sheet with rows of holes, a little light of the cavity behind it."""
    place = attribute("screen")
    holes = remap(voronoi(place, scale=260.0, randomness=0.0), 0.30, 0.36)
    x, y = op("abs", op("x", place)), op("abs", op("y", place))
    inside = remap(op("max", x - 0.140, y - 0.082), -0.002, 0.002, 1.0, 0.0)
    sheet = mix((0.012, 0.012, 0.013), (0.055, 0.054, 0.052), holes)
    return Material(
        color=mix((0.008, 0.008, 0.009), sheet, inside),
        roughness=0.07,
        specular=0.5,
        coat=0.4,
        bumps=(Bump(height=holes, strength=0.0, distance_m=0.0001),),
        preview=(0.03, 0.03, 0.03),
    )


def _buttons() -> tuple[Shape, Shape, Shape, Shape, Shape]:
    """The panel's face round (0, 0): keys, the figures on them, a dial, the display and its digits."""
    keys, marks = [], []
    for k, text in enumerate(("1", "2", "3", "4", "5", "6", "7", "8", "9", "-", "0", "+")):
        x, y = (k % 3 - 1) * 0.030, 0.052 - (k // 3) * 0.026
        keys.append(_parts.slab(0.025, 0.019, 0.0022, radius=0.004, bevel=0.0008).moved((x, y, 0)))
        marks.append(_parts.lettering(text, 0.0095, (x, y), lift=0.0026))
    keys += [
        _parts.slab(0.040, 0.019, 0.0022, radius=0.004, bevel=0.0008).moved((x, -0.108, 0)) for x in (-0.0225, 0.0225)
    ]
    stop, start = (
        _parts.ribbon([(-0.026, -0.108), (-0.019, -0.108)], 0.007, 0.0026),
        _parts.ribbon([(0.018, -0.108), (0.028, -0.108)], 0.004, 0.0026),
    )
    display = _parts.slab(0.092, 0.040, 0.0015, radius=0.004, bevel=0.0006).moved((0, 0.108, 0))
    digits = _parts.lettering("12:30", 0.021, (0, 0.108), width=0.0028, lift=0.002)
    dial = _parts.knob(0.017, 0.012, 0.6).moved((0, -0.073, 0))
    return join(keys), join([*marks, stop, start]), dial, display, digits
