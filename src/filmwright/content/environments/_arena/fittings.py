"""What stands on the track and over it: hurdles, a goal, benches, a scoreboard, masts with floodlights, the numbers of the lanes."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import forms
from filmwright.content.environments._arena import oval
from filmwright.content.environments._arena.oval import CENTER, LANE_M, LANES, PITCH, RADIUS_M
from filmwright.content.props import _parts
from filmwright.scene import shapes
from filmwright.scene.shapes import Shape

START_LINE_Y = -5.0
MASTS = np.array([(24.0, -30.0), (24.0, 100.0), (-107.0, -30.0), (-107.0, 100.0)])
MAST_M = 52.0
_WHITE = (0.72, 0.72, 0.70)


def lane_x(lane: int) -> float:
    """x of the middle of a lane of the home straight, 1 the innermost."""
    return CENTER[0] + RADIUS_M + (lane - 0.5) * LANE_M


def numbers() -> Shape:
    """The number of every lane, painted behind the start, to be read by who stands before it."""
    made = [
        _parts.lettering(str(k), 0.85, (lane_x(k), START_LINE_Y - 1.0), width=0.11, lift=0.004) for k in range(1, LANES + 1)
    ] + [_parts.lettering(str(k), 0.85, (lane_x(k), 16.0), width=0.11, lift=0.004) for k in range(1, LANES + 1)]  # fmt: skip
    return shapes.join(made).with_data("tint", _WHITE)


def hurdle() -> Shape:
    """A hurdle on the origin; who comes from +Y runs against it."""
    bar = shapes.box((1.2, 0.022, 0.07), center=(0, 0, 0.965), bevel=0.006).with_data("tint", _WHITE)
    bands = [
        shapes.box((0.225, 0.025, 0.072), center=(x, 0, 0.965)).with_data("tint", (0.02, 0.02, 0.022))
        for x in (-0.48, 0.0, 0.48)
    ]
    steel = []
    for s in (-1, 1):
        steel.append(forms.rod((s * 0.56, 0, 0.02), (s * 0.56, 0, 0.96), 0.014, sides=8))
        steel.append(forms.rod((s * 0.56, -0.02, 0.025), (s * 0.56, 0.68, 0.025), 0.018, sides=8))
    steel.append(forms.rod((-0.56, 0.0, 0.03), (0.56, 0.0, 0.03), 0.013, sides=8))
    return shapes.join([bar, *bands, shapes.join(steel).with_data("tint", (0.50, 0.51, 0.52))])


def goal() -> Shape:
    """A goal with its net, its opening towards -Y."""
    posts = [forms.rod((s * 3.66, 0, 0), (s * 3.66, 0, 2.44), 0.06, sides=10) for s in (-1, 1)]
    posts.append(forms.rod((-3.72, 0, 2.44), (3.72, 0, 2.44), 0.06, sides=10))
    cords = []
    for x in np.linspace(-3.66, 3.66, 30):
        cords.append(forms.pipe([(x, 0.0, 2.44), (x, 0.9, 2.3), (x, 1.9, 0.05)], 0.008, count=8, sides=3))
    for t in np.linspace(0.0, 1.0, 11):
        y, z = 0.9 * min(2 * t, 1) + 1.0 * max(2 * t - 1, 0), 2.44 - 0.14 * min(2 * t, 1) - 2.25 * max(2 * t - 1, 0)
        cords.append(forms.rod((-3.66, y, z), (3.66, y, z), 0.008, sides=3))
    return shapes.join(
        [shapes.join(posts).with_data("tint", _WHITE), shapes.join(cords).with_data("tint", (0.6, 0.6, 0.6))]
    )


def goals() -> Shape:
    """Both goals on the pitch."""
    x, y = CENTER
    far = goal().moved((x, y + PITCH[1], 0))
    near = goal().turned(shapes.rotation(z=math.pi)).moved((x, y - PITCH[1], 0))
    return shapes.join([far, near])


def bench() -> Shape:
    """A bench for who waits, its front towards +Y; one sits 0.45 m high."""
    seat = shapes.box((2.4, 0.42, 0.05), center=(0, 0.0, 0.43), bevel=0.012).with_data("tint", (0.03, 0.12, 0.36))
    back = shapes.box((2.4, 0.05, 0.34), center=(0, -0.25, 0.72), bevel=0.012).with_data("tint", (0.03, 0.12, 0.36))
    legs = [shapes.box((0.06, 0.40, 0.41), center=(x, 0, 0.205), bevel=0.01) for x in (-0.95, 0.95)]
    legs += [shapes.box((0.06, 0.05, 0.9), center=(x, -0.25, 0.45), bevel=0.01) for x in (-0.95, 0.95)]
    return shapes.join([seat, back, shapes.join(legs).with_data("tint", (0.4, 0.41, 0.42))])


def blocks() -> Shape:
    """Starting blocks on the origin for who runs along -Y."""
    rail = shapes.box((0.08, 0.9, 0.04), center=(0, 0.2, 0.03), bevel=0.008).with_data("tint", (0.45, 0.46, 0.47))
    pads = [
        shapes.box((0.13, 0.05, 0.20), bevel=0.012)
        .turned(shapes.rotation(x=-0.6))
        .moved((s * 0.11, 0.1 + 0.3 * (s > 0), 0.12))
        for s in (-1, 1)
    ]
    return shapes.join([rail, shapes.join(pads).with_data("tint", (0.55, 0.03, 0.02))])


def scoreboard(y: float, z: float) -> tuple[Shape, Shape]:
    """A board that looks down the home straight (-Y): its case, and what shines on it."""
    x = CENTER[0] + 26.0
    case = shapes.box((19.0, 1.0, 8.4), center=(x, y, z), bevel=0.1).with_data("tint", (0.014, 0.015, 0.018))
    lines = [("100 M", 1.5, -6.2, 2.5), ("9 87", 2.6, 4.2, 1.9)]
    lines += [
        (f"{lane}   9 {hundredths}", 0.85, 0.0, -0.55 - 1.15 * k)
        for k, (lane, hundredths) in enumerate(((4, 87), (5, 93), (3, 98)))
    ]
    text = [_parts.lettering(words, high, (u, v), width=0.14 * high) for words, high, u, v in lines]
    board = _parts.front(shapes.join(text)).turned(shapes.rotation(z=math.pi)).moved((x, y - 0.53, z))
    return case, board


def masts() -> tuple[Shape, Shape]:
    """Masts at the corners and the panes of their lamps, which look at the middle of the pitch."""
    steel, panes = [], []
    for x, y in MASTS:
        yaw = math.atan2(-(CENTER[0] - x), CENTER[1] - y)
        turn = shapes.rotation(z=yaw)
        legs = [forms.rod((s * 1.1, 0, 0), (s * 0.5, 0, MAST_M), 0.16, sides=6) for s in (-1, 1)]
        braces = [
            forms.rod((s * (1.1 - 0.6 * h / MAST_M), 0, h), (-s * (1.1 - 0.6 * (h + 4) / MAST_M), 0, h + 4), 0.06, sides=4)
            for h in np.arange(0.0, MAST_M - 5, 4.0) for s in (-1, 1)
        ]  # fmt: skip
        panel = shapes.box((7.4, 0.25, 5.2), center=(0, 0.1, MAST_M), bevel=0.05)
        steel.append(shapes.join([*legs, *braces, panel]).turned(turn).moved((x, y, 0)))
        lamps = [
            shapes.box((0.82, 0.1, 0.72), center=(u, 0.3, MAST_M + v), bevel=0.03)
            for u in np.linspace(-3.1, 3.1, 7) for v in np.linspace(-1.95, 1.95, 5)
        ]  # fmt: skip
        panes.append(shapes.join(lamps).turned(turn).moved((x, y, 0)))
    return shapes.join(steel).with_data("tint", (0.36, 0.37, 0.38)), shapes.join(panes)


def kerb() -> Shape:
    """The raised edge of the innermost lane."""
    line = oval.ring(RADIUS_M - 0.12, 260)
    return shapes.sweep(np.column_stack([line, np.full(260, 0.03)]), 0.05, sides=5).with_data(
        "tint", (0.66, 0.66, 0.65)
    )


def mat() -> Shape:
    """The mat and the bar of the high jump, on the pitch's corner."""
    block = shapes.box((6.0, 4.0, 0.7), center=(0, 0, 0.36), bevel=0.08).with_data("tint", (0.02, 0.10, 0.36))
    top = shapes.box((5.9, 3.9, 0.04), center=(0, 0, 0.73), bevel=0.02).with_data("tint", (0.05, 0.22, 0.55))
    posts = [forms.rod((s * 2.1, -2.35, 0), (s * 2.1, -2.35, 2.2), 0.03, sides=8) for s in (-1, 1)]
    bar = forms.rod((-2.1, -2.35, 1.95), (2.1, -2.35, 1.95), 0.018, sides=8).with_data("tint", (0.7, 0.25, 0.02))
    return shapes.join([block, top, shapes.join(posts).with_data("tint", _WHITE), bar])
