"""Parts that furniture and appliances share: faces drawn as they are seen, grain that runs along a board, pen-stroke lettering, knobs."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from filmwright.content import colors, things
from filmwright.content.kinds import F64
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rings, rounded_rectangle
from filmwright.spec.shot import Member
from filmwright.values import Color

_FRONT = np.array([[-1.0, 0, 0], [0, 0, 1], [0, 1, 0]])
_WOODS = (None, "brown", "dark_brown", "light_brown", "tan", "beige")

# Letters as strokes "x,y x,y" parted by "/", in tenths of their height, on a baseline at 0; drawn for labels and dials.
_STROKES: dict[str, tuple[float, str]] = {
    "0": (6, "3,0 5.6,2 5.6,8 3,10 .4,8 .4,2 3,0"),
    "1": (4, ".8,8 2.6,10 2.6,0"),
    "2": (6, ".5,8 2,10 4.6,9.6 5.4,7.4 .4,0/.4,0 5.6,0"),
    "3": (6, ".5,9 3,10 5.2,8 3,5.4 5.6,3 3.4,0 .4,1"),
    "4": (6, "4.4,0 4.4,10/4.4,10 .3,3/.3,3 5.8,3"),
    "5": (6, "5.2,10 1,10/1,10 .7,5.6/.7,5.6 3.4,6.4 5.5,4 4.4,.6 .4,.6"),
    "6": (6, "5,9.6 1.6,7.4 .4,3 2,0 5,.6 5.4,4 3,6 .6,4"),
    "7": (6, ".4,10 5.6,10/5.6,10 2.2,0"),
    "8": (6, "3,5.4 .8,7.6 3,10 5.2,7.6 3,5.4 .3,2.6 3,0 5.7,2.6 3,5.4"),
    "9": (6, "1,.4 4.4,2.6 5.6,7 4,10 1,9.4 .6,6 3,4 5.4,6"),
    ":": (2.6, "1.2,2.4 1.2,3.2/1.2,6.4 1.2,7.2"),
    "+": (6, "3,2 3,8/0,5 6,5"),
    "-": (6, "0.4,5 5.6,5"),
    " ": (4, ""),
    "A": (7, "0,0 3.5,10/3.5,10 7,0/1.2,3.6 5.8,3.6"),
    "B": (6.4, ".6,10 .6,0/.6,10 3,10/.6,5.3 3.2,5.3/.6,0 3.2,0/3,10 5.2,9 5.2,6.3 3.2,5.3 5.8,4 5.8,1.2 3.2,0"),
    "C": (7, "6.6,8 4,10 .8,8 .4,4 2,.6 4.6,0 6.6,2"),
    "D": (7, ".6,10 .6,0/.6,10 3,10/.6,0 3,0/3,10 6,8 6.6,5 6,2 3,0"),
    "E": (6, "5.4,10 .6,10/.6,10 .6,0/.6,0 5.6,0/.6,5.2 4.6,5.2"),
    "F": (6, "5.4,10 .6,10/.6,10 .6,0/.6,5.2 4.6,5.2"),
    "G": (7.2, "6.6,8 4,10 .8,8 .4,4 2,.6 4.6,0 6.6,1.6 6.6,4.6/6.6,4.6 4.2,4.6"),
    "H": (7, ".6,10 .6,0/6.4,10 6.4,0/.6,5.2 6.4,5.2"),
    "I": (2.4, "1.2,10 1.2,0"),
    "J": (5.4, "4.6,10 4.6,2.6 3.6,.4 2,0 .4,1.4"),
    "K": (6.4, ".6,10 .6,0/5.8,10 .6,4.4/2.4,6.2 6.2,0"),
    "L": (6, ".6,10 .6,0/.6,0 5.6,0"),
    "M": (8.4, ".6,0 .6,10/.6,10 4.2,2.6/4.2,2.6 7.8,10/7.8,10 7.8,0"),
    "N": (7.2, ".6,0 .6,10/.6,10 6.6,0/6.6,0 6.6,10"),
    "O": (7.6, "3.8,10 .9,8 .4,5 .9,2 3.8,0 6.7,2 7.2,5 6.7,8 3.8,10"),
    "P": (6, ".6,10 .6,0/.6,10 3,10/.6,4.6 3,4.6/3,10 5.4,8.8 5.4,5.8 3,4.6"),
    "Q": (7.6, "3.8,10 .9,8 .4,5 .9,2 3.8,0 6.7,2 7.2,5 6.7,8 3.8,10/4.6,2.6 7.2,-.6"),
    "R": (6.4, ".6,10 .6,0/.6,10 3,10/.6,4.8 3,4.8/3,10 5.4,8.8 5.4,6 3,4.8/3.2,4.8 6.2,0"),
    "S": (6, "5.4,8.6 3.4,10 .9,9 1,6.4 3,5.2 5,3.8 5.2,1.4 3,0 .5,1.3"),
    "T": (6.4, "0,10 6.4,10/3.2,10 3.2,0"),
    "U": (7, ".6,10 .6,3 1.6,.6 3.5,0 5.4,.6 6.4,3 6.4,10"),
    "V": (7, "0,10 3.5,0/3.5,0 7,10"),
    "W": (9.4, "0,10 2.4,0/2.4,0 4.7,8/4.7,8 7,0/7,0 9.4,10"),
    "X": (6.6, "0,0 6.6,10/0,10 6.6,0"),
    "Y": (6.8, "0,10 3.4,4.8/6.8,10 3.4,4.8/3.4,4.8 3.4,0"),
    "Z": (6.2, ".4,10 5.8,10/5.8,10 .4,0/.4,0 5.8,0"),
}  # fmt: skip


def front(shapes: Shape | Iterable[Shape], y: float = 0.0, z: float = 0.0) -> Shape:
    """A face drawn as somebody before it sees it (x to their right, y up, z towards them), set upright looking along +Y."""
    drawn = shapes if isinstance(shapes, Shape) else join(shapes)
    return drawn.turned(_FRONT).moved((0.0, y, z))


def grained(item: Shape, axis: int, offset: float = 0.0) -> Shape:
    """The shape with its wood grain along an axis, its own stretch of the trunk at `offset`."""
    order = {0: (0, 1, 2), 1: (1, 2, 0), 2: (2, 0, 1)}[axis]
    return item.with_data("rest", item.points[:, order] + [1.7 * offset, 0.13 * offset, 0.071 * offset])


def board(
    size: ArrayLike, center: ArrayLike, *, axis: int | None = None, bevel: float = 0.003, offset: float = 0.0
) -> Shape:
    """A board, its grain along its longest side unless an axis is given."""
    sides = np.asarray(size, float)
    made = box(sides, center=center, bevel=bevel)
    return grained(made, int(sides.argmax()) if axis is None else axis, offset + 3.0 * float(np.sum(center)))


def leg(
    top: ArrayLike, foot: ArrayLike, thick: tuple[float, float], *, radius: float = 0.3, offset: float = 0.0
) -> Shape:
    """A tapered square leg with rounded corners from its upper end to its foot, its grain along it. radius: share of its side."""
    a, b = np.asarray(top, float), np.asarray(foot, float)
    stack = []
    for f in (0.0, 0.015, 0.5, 0.985, 1.0):
        side = thick[1] + (thick[0] - thick[1]) * f
        side *= 0.88 if f in (0.0, 1.0) else 1.0
        outline = rounded_rectangle(side, side, radius * side, per_corner=4)
        stack.append(np.column_stack([outline, np.zeros(len(outline))]) + b + (a - b) * f)
    return grained(rings(np.array(stack)), 2, offset)


def painted_wood(member: Member, usual: str) -> tuple[str, Color]:
    """What furniture of wood is made of and its linear color: brown ones are oiled wood, others are painted."""
    color = things.color_of(member, usual)
    return member.material or ("wood" if member.color in _WOODS else "lacquer"), color


def plain(material: str, hex_color: str) -> Material:
    """A material in a color "#rrggbb"."""
    return things.made_of(material, colors.resolve(hex_color))


def ribbon(path: ArrayLike, width: float, lift: float = 0.0) -> Shape:
    """A flat line (n, 2) of a width in the plane z = lift, facing +Z."""
    p = np.asarray(path, float)
    t = np.gradient(p, axis=0)
    t = t / np.maximum(np.linalg.norm(t, axis=1, keepdims=True), 1e-12)
    side = np.column_stack([-t[:, 1], t[:, 0]]) * width / 2
    p = np.vstack([p[:1] - t[:1] * width / 2, p[1:-1], p[-1:] + t[-1:] * width / 2]) if len(p) > 1 else p
    rows = np.stack([p + side, p - side], 1)
    return rings(np.dstack([rows, np.full(rows.shape[:2], lift)]), around=False, caps=False)


def lettering(
    text: str, height: float, at: tuple[float, float], *, width: float | None = None, lift: float = 0.0
) -> Shape:
    """Figures and capitals as pen strokes `height` tall, their middle at `at` in the plane z = lift, to be read from +Z."""
    step = 0.16 * height
    wide = sum(_STROKES[c][0] / 10 * height for c in text) + step * (len(text) - 1)
    x, out = at[0] - wide / 2, []
    for c in text:
        room, strokes = _STROKES[c]
        for stroke in filter(None, strokes.split("/")):
            line = np.array([[float(v) for v in p.split(",")] for p in stroke.split()]) * height / 10
            smooth = curve(line, 8 * len(line)) if len(line) > 2 else line
            out.append(ribbon(smooth + [x, at[1] - height / 2], width or 0.11 * height, lift))
        x += room / 10 * height + step
    return join(out)


def disc(radius: float, height: float, *, bevel: float = 0.002, sides: int = 40) -> Shape:
    """A flat cylinder from z = 0 up with a rounded upper edge."""
    b = min(bevel, height / 2, radius / 2)
    arc = [(radius - b + b * math.cos(a), height - b + b * math.sin(a)) for a in np.linspace(0, math.pi / 2, 4)]
    return lathe([(radius, 0.0), *arc], sides=sides)


def knob(radius: float, height: float, turn_rad: float = 0.0) -> Shape:
    """A turning knob from z = 0 up, fluted, with a raised bar across that points `turn_rad` from up."""
    a = np.linspace(0, 2 * math.pi, 72, endpoint=False)
    flute = 1 + 0.02 * np.cos(24 * a)
    levels = [(1.12, 0.0), (1.12, 0.12), (1.0, 0.16), (0.97, 0.92), (0.9, 1.0)]
    stack = [
        np.column_stack([r * radius * np.cos(a) * flute, r * radius * np.sin(a) * flute, np.full(72, z * height)])
        for r, z in levels
    ]
    bar = box((0.18 * radius, 1.75 * radius, 0.5 * height), center=(0, 0, 1.1 * height), bevel=0.06 * radius)
    c, s = math.cos(turn_rad), math.sin(turn_rad)
    return join([rings(np.array(stack)), bar]).turned(np.array([[c, s, 0], [-s, c, 0], [0, 0, 1.0]]))


def slab(
    width: float, height: float, thick: float, *, radius: float, bevel: float = 0.002, per_corner: int = 8
) -> Shape:
    """A plate with rounded corners in the xy plane, from z = 0 up, its upper edge rounded."""
    b = min(bevel, thick * 0.49)
    arc = [(b * (1 - math.cos(a)), thick - b + b * math.sin(a)) for a in np.linspace(0, math.pi / 2, 4)]
    stack = []
    held = [(b + min(0.4 * b, 0.1 * min(width, height)), thick)]  # keeps the face flat where it is shaded
    for inset, z in [(0.0, 0.0), *arc, *held]:
        o = rounded_rectangle(width - 2 * inset, height - 2 * inset, max(radius - inset, 1e-4), per_corner=per_corner)
        stack.append(np.column_stack([o, np.full(len(o), z)]))
    return rings(np.array(stack))


def frame(width: float, height: float, border: float, thick: float, *, radius: float, bevel: float = 0.002) -> Shape:
    """A rim round an opening, in the xy plane from z = 0 up: its outer size, how wide its border is."""
    rows: list[F64] = []
    for inset, z in (
        (0.0, 0.0), (0.0, thick - bevel), (0.3 * bevel, thick - 0.3 * bevel), (bevel, thick), (min(1.4 * bevel, 0.5 * border), thick),
        (border - bevel, thick), (border, thick - bevel), (border, 0.0),
    ):  # fmt: skip
        o = rounded_rectangle(width - 2 * inset, height - 2 * inset, max(radius - inset, 0.001), per_corner=6)
        rows.append(np.column_stack([o, np.full(len(o), z)]))
    return rings(np.array(rows), closed=True)


def glow(hex_color: str, strength: float = 1.0) -> Material:
    """A lamp or a lit display in a color "#rrggbb"."""
    color = colors.resolve(hex_color)
    return Material(model="emission", emission=color, emission_strength=strength, haze=False, preview=color)


def dark_glass() -> Material:
    """Black glass as oven doors and hobs have it."""
    return Material(color=(0.006, 0.006, 0.007), roughness=0.06, specular=0.55, coat=0.5, preview=(0.02, 0.02, 0.02))
