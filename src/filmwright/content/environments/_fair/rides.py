"""The rides of a fairground: a ferris wheel, a carousel with galloping horses, a roller coaster. Point attributes: `tint` the color, `lit`
what shines after dark. Wheel and carousel turn; what stands of them is given apart from what moves."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from filmwright.content import forms
from filmwright.content.kinds import F64
from filmwright.scene import shapes
from filmwright.scene.nodes import Mesh, Node, Track
from filmwright.scene.shapes import Shape
from filmwright.values import Color

MATERIAL = "fair"
WHEEL = (16.5, 106.0, 16.6)  # its hub
WHEEL_YAW_RAD = 0.1  # how far it is turned from facing down the promenade
RADIUS_M = 14.2
CABINS = 20
WHEEL_RAD_S = 0.11  # a turn in 57 s; chosen
CAROUSEL = (-11.2, 24.5, 0.0)
DECK_M = 0.55
DECK_RADIUS_M = 5.0
CAROUSEL_RAD_S = 0.42  # four turns a minute, as real ones go
HORSES = ((4.15, 12), (2.75, 8))  # radius and number of the horses in a ring
WHITE: Color = (0.70, 0.68, 0.62)
GOLD: Color = (0.52, 0.33, 0.07)
STEEL: Color = (0.36, 0.38, 0.40)
WARM: Color = (1.0, 0.62, 0.26)
PAINTS: tuple[Color, ...] = (
    (0.55, 0.035, 0.03), (0.66, 0.36, 0.02), (0.03, 0.24, 0.12), (0.03, 0.16, 0.46), (0.36, 0.05, 0.30), (0.02, 0.34, 0.42),
)  # fmt: skip
_LIGHTS: tuple[Color, ...] = ((1.0, 0.20, 0.10), (1.0, 0.62, 0.18), (0.25, 0.75, 1.0), (0.95, 0.25, 0.75))


def of(part: Shape, tint: Color, lit: Color = (0.0, 0.0, 0.0)) -> Shape:
    """A part in one color."""
    n = len(part.points)
    return part._replace(data={"tint": np.tile(tint, (n, 1)), "lit": np.tile(lit, (n, 1))})


def dimmed(color: Color, share: float) -> Color:
    """A color or a light, so much of it."""
    return (share * color[0], share * color[1], share * color[2])


def bulbs(points: F64, radius: float, lits: F64 | Color = WARM) -> Shape:
    """Bulbs at points (n, 3), all of one light or each of its own (n, 3)."""
    one = shapes.ball(radius, sides=6, levels=4)
    n, k = len(points), len(one.points)
    made = shapes.shape(
        (one.points[None] + points[:, None]).reshape(-1, 3),
        (one.faces[None] + (np.arange(n) * k)[:, None, None] * (one.faces[None] >= 0)).reshape(-1, 4),
    )
    light = np.repeat(np.broadcast_to(np.asarray(lits, float), (n, 3)), k, axis=0)
    return made.with_data("tint", 0.35 + 0.4 * light).with_data("lit", light)


def canopy(rim: F64, apex: tuple[float, float, float], pair: tuple[Color, Color], *, hollow: float = 0.14) -> Shape:
    """A tent roof in stripes of two colors from a rim (n, 3), n even, up to its apex; `hollow` is how much it sags between."""
    top = np.asarray(apex, float)
    t = np.linspace(0.0, 1.0, 7)
    sag = hollow * np.sin(math.pi * t) * (top[2] - rim[:, 2].mean())
    quads, tints = [], []
    for k in range(len(rim)):
        a, b = rim[k], rim[(k + 1) % len(rim)]
        left, right = a + (top - a) * t[:, None], b + (top - b) * t[:, None]
        left[:, 2] -= sag
        right[:, 2] -= sag
        for i in range(len(t) - 1):
            quads.append([left[i], right[i], right[i + 1], left[i + 1]])
            tints.append(pair[k % 2])
        middle = (a + b) / 2 - (0, 0, 0.30)
        low_a, low_b = a - (0, 0, 0.16), b - (0, 0, 0.16)  # the scallop of the valance
        quads.append([low_a, middle, middle, low_b])
        quads.append([a, low_a, low_b, b])
        tints += [pair[(k + 1) % 2]] * 2
    points = np.array(quads).reshape(-1, 3)
    made = shapes.shape(points, np.arange(len(points)).reshape(-1, 4))
    return made.with_data("tint", np.repeat(np.array(tints), 4, axis=0)).with_data("lit", (0.0, 0.0, 0.0))


def ring(count: int, radius: float, z: float = 0.0, *, start: float = 0.0) -> F64:
    """Points (count, 3) round the z axis."""
    a = start + 2 * math.pi * np.arange(count) / count
    return np.column_stack([radius * np.cos(a), radius * np.sin(a), np.full(count, z)])


@cache
def _wheel() -> Shape:
    """The part that turns, about the y axis through the origin: two rims braced to each other, spokes, lamps along both."""
    parts = []
    half = 1.05
    turn = 2 * math.pi * np.arange(CABINS) / CABINS
    way = np.column_stack([np.cos(turn), np.zeros(CABINS), np.sin(turn)])
    for y in (-half, half):
        for radius, tube in ((RADIUS_M, 0.15), (RADIUS_M - 1.7, 0.10)):
            parts.append(of(forms.hoop(radius, tube, (0, y, 0), axis="y"), WHITE))
        for k in range(CABINS):
            inner, outer = way[k] * 0.7 + (0, 1.5 * y, 0), way[k] * RADIUS_M + (0, y, 0)
            parts.append(of(forms.rod(inner, outer, 0.055, sides=6), WHITE))
            after = way[(k + 1) % CABINS]
            parts.append(
                of(forms.rod(way[k] * RADIUS_M + (0, y, 0), after * (RADIUS_M - 1.7) + (0, y, 0), 0.05, sides=5), WHITE)
            )
    for k in range(CABINS):
        parts.append(
            of(forms.rod(way[k] * RADIUS_M - (0, half, 0), way[k] * RADIUS_M + (0, half, 0), 0.07, sides=6), STEEL)
        )
    parts.append(
        of(
            forms.turned(
                [(1.1, -2.0), (1.1, -1.5), (0.7, -1.4), (0.7, 1.4), (1.1, 1.5), (1.1, 2.0)], axis="y", sides=20
            ),
            PAINTS[0],
        )
    )
    for count, radius, color in ((80, RADIUS_M + 0.02, 1), (60, RADIUS_M - 1.7, 0)):
        a = 2 * math.pi * np.arange(count) / count
        at = np.column_stack([radius * np.cos(a), np.full(count, -half - 0.2), radius * np.sin(a)])
        parts.append(bulbs(at, 0.16, _LIGHTS[color]))
    for k in range(CABINS):
        share = np.linspace(0.12, 0.80, 9)[:, None]
        at = way[k] * RADIUS_M * share + (0, -half - 0.35, 0)
        parts.append(bulbs(at, 0.13, _LIGHTS[2 + k % 2]))
    star = np.concatenate([ring(10, r, start=s) for r, s in ((1.5, 0.0), (2.1, 0.3))])
    parts.append(bulbs(np.column_stack([star[:, 0], np.full(20, -2.1), star[:, 1]]), 0.2, _LIGHTS[1]))
    return shapes.join(parts)


@cache
def _cabin(paint: int, riders: int) -> Shape:
    """A gondola that hangs from the origin: a bowl with a seat, posts, a round roof, and who rides in it."""
    tint = PAINTS[paint]
    bowl = forms.turned(
        [(0.25, -2.35), (0.82, -2.25), (1.02, -1.85), (1.06, -1.45), (0.98, -1.42), (0.9, -1.8)], sides=16, caps=False
    )
    band = forms.turned([(1.075, -1.62), (1.085, -1.46)], sides=16, caps=False)
    roof = forms.turned([(1.12, -0.34), (1.16, -0.28), (0.7, -0.05), (0.12, 0.1), (0.01, 0.12)], sides=16)
    posts = [forms.rod((*p[:2], -1.5), (*p[:2], -0.3), 0.03, sides=5) for p in ring(4, 0.96, start=0.4)]
    parts = [
        of(bowl, tint),
        of(band, WHITE),
        of(roof, tint),
        of(shapes.join(posts), WHITE),
        bulbs(ring(8, 1.12, -0.36), 0.06),
    ]
    for k in range(riders):
        x = (-0.35, 0.38)[k]
        coat = PAINTS[(paint + 2 + k) % len(PAINTS)]
        parts.append(of(shapes.ball((0.24, 0.18, 0.42), center=(x, -0.35, -1.42), sides=10, levels=7), coat))
        parts.append(
            of(shapes.ball((0.11, 0.12, 0.15), center=(x, -0.37, -0.90), sides=9, levels=7), (0.42, 0.25, 0.17))
        )
        parts.append(
            of(shapes.ball((0.12, 0.125, 0.10), center=(x, -0.34, -0.83), sides=9, levels=6), (0.05, 0.03, 0.02))
        )
    return shapes.join(parts)


def wheel_stand() -> Shape:
    """The legs of the wheel, its platform with the stair, a fence and a booth, in the world."""
    parts = []
    high = WHEEL[2]
    for y in (-2.3, 2.3):
        for s in (-1, 1):
            parts.append(of(forms.rod((s * 8.2, 1.9 * y, -high), (s * 0.3, y, 0.2), (0.42, 0.26), sides=12), PAINTS[3]))
            parts.append(
                of(forms.rod((s * 8.2, 1.9 * y, -high), (s * 8.2, 1.9 * y, -high + 0.5), 0.8, sides=12), STEEL)
            )
        parts.append(of(forms.rod((-4.7, 1.5 * y, -7.8), (4.7, 1.5 * y, -7.8), 0.15, sides=8), PAINTS[3]))
    parts.append(of(forms.rod((0, -2.7, 0), (0, 2.7, 0), 0.4, sides=14), STEEL))
    deck = shapes.box((13.0, 6.0, 0.5), center=(0, -1.0, -high + 0.25), bevel=0.03)
    parts.append(of(deck, (0.20, 0.17, 0.14)))
    panel = shapes.box((13.0, 0.08, 0.9), center=(0, -4.04, -high + 0.5), bevel=0.02)
    parts.append(of(panel, PAINTS[0]))
    x = np.linspace(-6.3, 6.3, 32)
    parts.append(bulbs(np.column_stack([x, np.full(32, -4.14), np.full(32, -high + 0.5)]), 0.09))
    return shapes.join(parts).turned(shapes.rotation(z=WHEEL_YAW_RAD)).moved(WHEEL)


@cache
def _horse(paint: int) -> Shape:
    """A galloping wooden horse, its belly at the origin, looking along +Y, with saddle, bridle and its brass pole."""
    coat: Color = ((0.68, 0.65, 0.58), (0.66, 0.60, 0.50), (0.10, 0.06, 0.04), (0.45, 0.30, 0.16))[paint % 4]
    cloth, mane = PAINTS[paint % len(PAINTS)], ((0.60, 0.45, 0.16), (0.12, 0.07, 0.04), (0.7, 0.66, 0.55))[paint % 3]
    rows = [
        (-0.56, 0.06, 0.22, 0.08), (-0.45, 0.18, 0.22, 0.20), (-0.1, 0.17, 0.17, 0.19), (0.25, 0.19, 0.21, 0.22),
        (0.45, 0.12, 0.27, 0.16),
    ]  # fmt: skip
    body = forms.loft(rows, count=16, sides=14)
    neck = forms.pipe([(0, 0.34, 0.26), (0, 0.52, 0.52), (0, 0.64, 0.78)], (0.17, 0.12, 0.085), count=10, sides=10)
    head = forms.pipe([(0, 0.60, 0.82), (0, 0.74, 0.74), (0, 0.92, 0.56)], (0.08, 0.10, 0.055), count=8, sides=10)
    strides = (
        (1, 0.34, 0.34, 0.24, -0.44),
        (-1, 0.34, 0.24, 0.5, -0.34),
        (1, -0.42, -0.14, -0.46, -0.42),
        (-1, -0.42, -0.02, -0.36, -0.5),
    )
    legs = [
        forms.pipe(
            [(s * 0.11, y, 0.16), (s * 0.12, y + a, -0.18), (s * 0.12, y + b, c)],
            (0.095, 0.05, 0.04),
            count=10,
            sides=7,
        )
        for s, y, a, b, c in strides
    ]
    crest = forms.pipe([(0, 0.62, 0.90), (0, 0.42, 0.66), (0, 0.24, 0.40)], (0.04, 0.075, 0.05), count=8, sides=7)
    tail = forms.pipe([(0, -0.54, 0.28), (0, -0.80, 0.22), (0, -0.88, -0.16)], (0.04, 0.09, 0.02), count=9, sides=7)
    rug = forms.turned([(0.19, -0.24), (0.205, 0.0), (0.195, 0.22)], (0, 0.0, 0.185), axis="y", sides=14, caps=False)
    saddle = shapes.ball((0.13, 0.25, 0.08), center=(0, 0.0, 0.41), sides=12, levels=6)
    breast = forms.hoop(0.19, 0.018, (0, 0.28, 0.22), axis="y")
    pole = forms.rod((0, 0.08, -1.1), (0, 0.08, 2.5), 0.028, sides=8)
    return shapes.join(
        [of(shapes.join([body, neck, head, *legs]), coat), of(shapes.join([crest, tail]), mane), of(rug, cloth),
         of(saddle, (0.25, 0.03, 0.02)), of(shapes.join([breast, pole]), GOLD)]
    )  # fmt: skip


@cache
def _turntable() -> Shape:
    """The part of the carousel that turns, but for the horses: deck, painted middle with mirrors, striped roof with its lit boards."""
    parts = [
        of(
            forms.turned([(0.1, 0.3), (DECK_RADIUS_M, 0.3), (DECK_RADIUS_M, DECK_M), (0.1, DECK_M)], sides=48),
            (0.24, 0.13, 0.06),
        )
    ]
    parts.append(
        of(
            forms.turned([(DECK_RADIUS_M + 0.02, 0.31), (DECK_RADIUS_M + 0.02, DECK_M - 0.03)], sides=48, caps=False),
            PAINTS[0],
        )
    )
    eave = 4.1
    for k in range(12):
        a, b = 2 * math.pi * k / 12, 2 * math.pi * (k + 1) / 12
        for low, high, tint in (
            (DECK_M, 1.4, PAINTS[0]),
            (1.4, 3.1, (0.42, 0.50, 0.55) if k % 2 else WHITE),
            (3.1, eave, PAINTS[0]),
        ):
            quad = [(1.5 * math.cos(t), 1.5 * math.sin(t), z) for t, z in ((a, low), (b, low), (b, high), (a, high))]
            parts.append(of(shapes.shape(quad, [[0, 1, 2, 3]]), tint, dimmed(WARM, 0.25)))
        parts.append(
            of(
                forms.rod(
                    (1.52 * math.cos(a), 1.52 * math.sin(a), DECK_M),
                    (1.52 * math.cos(a), 1.52 * math.sin(a), eave),
                    0.05,
                    sides=6,
                ),
                GOLD,
            )
        )
    ceiling = forms.turned([(1.4, eave - 0.02), (DECK_RADIUS_M + 0.2, eave)], sides=48, caps=False)
    parts.append(of(ceiling, (0.62, 0.55, 0.42), dimmed(WARM, 0.12)))
    for radius, count in ((2.0, 24), (3.4, 36), (4.9, 48)):
        parts.append(bulbs(ring(count, radius, eave - 0.06), 0.055))
    boards = 24
    for k in range(boards):  # the rounding boards, each with its arched top
        a, b = 2 * math.pi * k / boards, 2 * math.pi * (k + 1) / boards
        out, outline = (
            DECK_RADIUS_M + 0.28,
            [(0.0, -0.25), (1.0, -0.25), (1.0, 0.55), (0.75, 0.80), (0.5, 0.90), (0.25, 0.80), (0.0, 0.55)],
        )
        for lift, tint, shrink in ((0.0, GOLD, 1.0), (0.03, PAINTS[3] if k % 2 else PAINTS[0], 0.84)):
            turns = [(a + (b - a) * (0.5 + (u - 0.5) * shrink), eave + 0.3 + (v - 0.3) * shrink) for u, v in outline]
            quad = [((out + lift) * math.cos(t), (out + lift) * math.sin(t), z) for t, z in turns]
            middle = np.mean(quad, axis=0)
            fan = shapes.shape([*quad, middle], [[i, (i + 1) % 7, 7] for i in range(7)])
            parts.append(of(fan, tint))
    rim = ring(boards * 3, DECK_RADIUS_M + 0.36, eave + 0.02)
    parts.append(bulbs(rim, 0.06))
    tops = ring(boards, DECK_RADIUS_M + 0.34, eave + 1.18, start=math.pi / boards)
    parts.append(bulbs(tops, 0.09))
    parts.append(canopy(ring(boards, DECK_RADIUS_M + 0.2, eave + 0.85), (0, 0, 7.4), (PAINTS[0], WHITE)))
    parts.append(of(forms.turned([(0.12, 7.3), (0.3, 7.6), (0.1, 7.9), (0.03, 8.6)], sides=10), GOLD))
    ribs = ring(boards, DECK_RADIUS_M + 0.1, eave + 0.90)
    for k in range(0, boards, 3):
        share = np.linspace(0.04, 0.9, 9)[:, None]
        line = ribs[k] + (np.array([0, 0, 7.4]) - ribs[k]) * share
        line[:, 2] -= 0.14 * np.sin(math.pi * share[:, 0]) * 2.4 - 0.06
        parts.append(bulbs(line, 0.07))
    pennant = shapes.shape([(0, 0, 8.6), (0, 0, 8.2), (0.8, 0, 8.4)], [[0, 1, 2]])
    parts.append(of(pennant, PAINTS[1]))
    return shapes.join(parts)


def carousel_stand() -> Shape:
    """The plinth of the carousel with its step, in the world."""
    step = forms.turned(
        [
            (DECK_RADIUS_M + 0.9, 0.0),
            (DECK_RADIUS_M + 0.9, 0.18),
            (DECK_RADIUS_M + 0.1, 0.2),
            (DECK_RADIUS_M + 0.1, 0.3),
        ],
        sides=48,
    )
    return of(step, (0.26, 0.20, 0.14)).moved(CAROUSEL)


def coaster() -> Shape:
    """A roller coaster over the trees behind the carousel: two rails on ties, carried by white posts."""
    line = shapes.curve(
        [(-84, 122, 8), (-70, 128, 28), (-56, 132, 31), (-46, 134, 15), (-37, 134, 6), (-28, 133, 16), (-19, 132, 21), (-10, 131, 11),
         (0, 131, 6), (11, 136, 13), (26, 142, 17), (42, 144, 10), (56, 142, 15), (74, 138, 7)], 260,
    )  # fmt: skip
    side = np.array([0.0, 0.62, 0.0])
    parts = [of(shapes.sweep(line + s * side, 0.13, sides=6), PAINTS[0]) for s in (-1, 1)]
    parts.append(of(shapes.sweep(line - (0, 0, 0.55), 0.22, sides=6), PAINTS[0]))
    for p in line[::4]:
        parts.append(of(forms.rod(p - side, p + side, 0.06, sides=4), STEEL))
    for p in line[::10]:
        parts.append(of(forms.rod((p[0], p[1] - 1.2, 0), p - (0, 0, 0.6), 0.14, sides=6), WHITE))
        parts.append(of(forms.rod((p[0], p[1] + 2.4, 0), p - (0, 0, 0.6), 0.12, sides=6), WHITE))
    parts.append(bulbs(line[::5] - (0, 0.8, 0), 0.16, _LIGHTS[1]))
    return shapes.join(parts)


def _turn(axis: str, angle: F64) -> F64:
    """Quaternions (F, 4) of turns about y or z."""
    still = np.zeros_like(angle)
    c, s = np.cos(angle / 2), np.sin(angle / 2)
    return np.column_stack([c, still, s, still] if axis == "y" else [c, still, still, s])


def _moves(name: str, made: Shape, at: F64, rotations: F64) -> Mesh:
    return Mesh(
        name=name, points=made.points, faces=made.faces, materials=(MATERIAL,), point_data=dict(made.data), smooth=True,
        sharp_angle_rad=0.6, track=Track(locations=at, rotations=rotations),
    )  # fmt: skip


def moving(seed: int, times_s: F64) -> tuple[Node, ...]:
    """Wheel and carousel at times (F,)."""
    rng = np.random.default_rng([seed, 71])
    frames = len(times_s)
    hub = np.tile(np.asarray(WHEEL, float), (frames, 1))
    c, s = math.cos(WHEEL_YAW_RAD / 2), math.sin(WHEEL_YAW_RAD / 2)
    spin = _turn("y", WHEEL_RAD_S * times_s)
    turned = np.column_stack([c * spin[:, 0], -s * spin[:, 2], c * spin[:, 2], s * spin[:, 0]])  # yaw after the spin
    nodes: list[Node] = [_moves("wheel", _wheel(), hub, turned)]
    upright = np.tile([c, 0.0, 0.0, s], (frames, 1))
    for k in range(CABINS):
        angle = 2 * math.pi * k / CABINS - WHEEL_RAD_S * times_s  # a turn about y takes x to -z
        out = RADIUS_M * np.cos(angle)
        at = hub + np.column_stack(
            [out * math.cos(WHEEL_YAW_RAD), out * math.sin(WHEEL_YAW_RAD), RADIUS_M * np.sin(angle)]
        )
        nodes.append(_moves(f"cabin {k}", _cabin(k % len(PAINTS), int(rng.choice(3, p=(0.3, 0.2, 0.5)))), at, upright))
    middle = np.tile(np.asarray(CAROUSEL, float), (frames, 1))
    nodes.append(_moves("carousel", _turntable(), middle, _turn("z", CAROUSEL_RAD_S * times_s)))
    for lane, (radius, count) in enumerate(HORSES):
        for k in range(count):
            angle = 2 * math.pi * (k + 0.5 * lane) / count + CAROUSEL_RAD_S * times_s
            bob = DECK_M + 0.95 + 0.24 * np.sin(2.1 * times_s + 1.9 * k + lane)
            at = middle + np.column_stack([radius * np.cos(angle), radius * np.sin(angle), bob])
            nodes.append(_moves(f"horse {lane} {k}", _horse((5 * k + 3 * lane) % 12), at, _turn("z", angle)))
    return tuple(nodes)
