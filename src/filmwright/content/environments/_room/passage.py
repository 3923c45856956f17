"""What the walls of a corridor are fitted with: doors in their frames, a handrail, a board, wall lamps, swing doors at its end, the sign
over them."""

from __future__ import annotations

import math

import numpy as np

from filmwright.content import colors, things
from filmwright.content.environments._room.dining import Parts
from filmwright.content.environments._room.plan import Fitting
from filmwright.content.props import _parts
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, curve, join, lathe, rotation, sweep

_STEEL = (0.55, 0.56, 0.57)


def passage_door(f: Fitting, rng: np.random.Generator) -> Parts:
    """A flush door in a steel frame with a slit of glass, a lever, a kick plate and its number beside it."""
    half, high = f.width / 2, f.height
    leaf = box((f.width - 0.03, 0.05, high - 0.02), center=(0, -0.035, high / 2), bevel=0.004)
    pane = box((0.16, 0.012, 0.78), center=(half - 0.24, -0.062, high - 0.62), bevel=0.004)
    trim = [
        box((0.03, 0.02, 0.86), center=(half - 0.24 + s * 0.095, -0.066, high - 0.62), bevel=0.004) for s in (-1, 1)
    ]
    trim += [
        box((0.22, 0.02, 0.03), center=(half - 0.24, -0.066, high - 0.62 + s * 0.415), bevel=0.004) for s in (-1, 1)
    ]
    frame = [
        box((0.085, 0.13, high + 0.06), center=(s * (half + 0.03), -0.05, high / 2 + 0.02), bevel=0.008)
        for s in (-1, 1)
    ]
    frame.append(box((f.width + 0.15, 0.13, 0.085), center=(0, -0.05, high + 0.03), bevel=0.008))
    metal = [box((f.width - 0.12, 0.008, 0.26), center=(0, -0.062, 0.17), bevel=0.003)]
    metal += [
        lathe([(0.026, 0), (0.026, 0.012), (0.001, 0.013)], sides=20).turned(rotation(x=math.pi / 2)).moved((half - 0.10, -0.06, 1.05)),
        sweep(curve([(half - 0.10, -0.06, 1.05), (half - 0.10, -0.115, 1.05), (half - 0.14, -0.12, 1.05), (half - 0.23, -0.12, 1.05)], 18),
              0.011, sides=8),
    ]  # fmt: skip
    plate = box((0.15, 0.012, 0.15), center=(-half - 0.22, -0.008, 1.56), bevel=0.004)
    number = _parts.lettering(str(100 + int(rng.integers(1, 60))), 0.055, (-half - 0.22, 0.0), width=0.009)
    return {
        "leaf": (join([leaf]), things.made_of("lacquer", colors.resolve(f.color))),
        "pane": (pane, _parts.dark_glass()),
        "frame": (join([*frame, *trim]), things.made_of("lacquer", (0.34, 0.37, 0.38))),
        "metal": (join(metal), things.made_of("metal", _STEEL)),
        "plate": (plate, things.made_of("plastic", (0.05, 0.16, 0.26))),
        "number": (_upright(number, -0.0155, 1.56), things.made_of("plastic", (0.75, 0.75, 0.74))),
    }


def _upright(drawn: Shape, y: float, z: float) -> Shape:
    """Something drawn in x and y set upright to be read from -Y."""
    return drawn.turned(rotation(x=math.pi / 2)).moved((0.0, y, z))


def wooden_door(f: Fitting, rng: np.random.Generator) -> Parts:
    """A paneled door of dark wood in its architrave, a brass knob and number."""
    half, high = f.width / 2, f.height
    leaf = [box((f.width - 0.02, 0.05, high - 0.01), center=(0, -0.02, high / 2), bevel=0.004)]
    for x in (-half / 2 + 0.02, half / 2 - 0.02):
        for z0, z1 in ((0.18, 0.86), (1.02, high - 0.16)):
            leaf.append(box((half - 0.15, 0.03, z1 - z0), center=(x, -0.05, (z0 + z1) / 2), bevel=0.014))
    case = [
        box((0.13, 0.09, high + 0.08), center=(s * (half + 0.06), -0.04, high / 2 + 0.03), bevel=0.02) for s in (-1, 1)
    ]
    case.append(box((f.width + 0.36, 0.11, 0.15), center=(0, -0.05, high + 0.10), bevel=0.02))
    knob = lathe(
        [(0.024, 0.0), (0.012, 0.02), (0.012, 0.045), (0.030, 0.065), (0.026, 0.088), (0.001, 0.094)], sides=20
    )
    brass = [knob.turned(rotation(x=math.pi / 2)).moved((half - 0.09, -0.045, 1.02))]
    number = _parts.lettering(str(200 + int(rng.integers(1, 48))), 0.07, (0.0, 0.0), width=0.012)
    wood = things.made_of("wood", colors.resolve(f.color))
    return {
        "leaf": (join(leaf), wood),
        "case": (join(case), wood),
        "brass": (join([*brass, _upright(number, -0.068, high - 0.36)]), things.made_of("metal", (0.60, 0.42, 0.16))),
    }


def handrail(f: Fitting, rng: np.random.Generator) -> Parts:
    """A rail along the wall at hand's height, and a band that beds do not damage below."""
    rail = sweep([(-f.width / 2, -0.075, 0.92), (f.width / 2, -0.075, 0.92)], 0.024, sides=12)
    flat = box((f.width, 0.03, 0.15), center=(0, -0.085, 0.92), bevel=0.012)
    holds = [
        box((0.05, 0.08, 0.05), center=(float(x), -0.04, 0.92), bevel=0.01)
        for x in np.arange(-f.width / 2 + 0.1, f.width / 2, 0.9)
    ]
    band = box((f.width, 0.018, 0.20), center=(0, -0.01, 0.28), bevel=0.006)
    return {
        "rail": (join([rail, flat]), things.made_of("lacquer", (0.30, 0.17, 0.08))),
        "holds": (join(holds), things.made_of("metal", _STEEL)),
        "band": (band, things.made_of("plastic", colors.resolve(f.color))),
    }


def swing_doors(f: Fitting, rng: np.random.Generator) -> Parts:
    """Two doors with round-cornered windows, bright behind, across the end of a corridor."""
    half, high = f.width / 2, f.height
    leaves, glass, metal = [], [], []
    for s in (-1, 1):
        x = s * half / 2
        leaves.append(box((half - 0.012, 0.05, high - 0.01), center=(x, -0.05, high / 2), bevel=0.006))
        glass.append(box((0.34, 0.012, 0.74), center=(x, -0.077, 1.52), bevel=0.03))
        metal.append(box((half - 0.10, 0.008, 0.30), center=(x, -0.077, 0.22), bevel=0.003))
        metal.append(box((0.11, 0.010, 0.30), center=(s * 0.11, -0.078, 1.06), bevel=0.01))
    case = [box((0.10, 0.14, high + 0.1), center=(s * (half + 0.05), -0.05, high / 2), bevel=0.01) for s in (-1, 1)]
    case.append(box((f.width + 0.2, 0.14, 0.10), center=(0, -0.05, high + 0.05), bevel=0.01))
    bright = Material(model="emission", emission=(0.86, 0.95, 1.0), emission_strength=1.5, preview=(0.85, 0.93, 1.0))
    return {
        "leaves": (join(leaves), things.made_of("lacquer", colors.resolve(f.color))),
        "glass": (join(glass), bright),
        "metal": (join(metal), things.made_of("metal", _STEEL)),
        "case": (join(case), things.made_of("lacquer", (0.34, 0.37, 0.38))),
    }


def exit_sign(f: Fitting, rng: np.random.Generator) -> Parts:
    """A green sign that hangs across a corridor and glows."""
    z = f.height
    case = box((0.46, 0.05, 0.21), center=(0, -0.30, z), bevel=0.012)
    rods = [sweep([(x, -0.30, z + 0.1), (x, -0.30, z + 0.45)], 0.008, sides=6) for x in (-0.17, 0.17)]
    face = box((0.42, 0.004, 0.17), center=(0, -0.327, z), bevel=0.002)
    word = _upright(_parts.lettering("EXIT", 0.105, (0.0, 0.0), width=0.018), -0.331, z)
    green = Material(model="emission", emission=(0.01, 0.42, 0.13), emission_strength=1.1, preview=(0.02, 0.45, 0.15))
    white = Material(model="emission", emission=(0.85, 1.0, 0.88), emission_strength=1.4, preview=(0.85, 1.0, 0.9))
    return {
        "case": (join([case, *rods]), things.made_of("lacquer", (0.5, 0.5, 0.5))),
        "face": (face, green),
        "word": (word, white),
    }


def notice_board(f: Fitting, rng: np.random.Generator) -> Parts:
    """A cork board in its frame, sheets pinned to it."""
    w, h, z = f.width, 0.82, 1.50
    board = box((w, 0.02, h), center=(0, -0.012, z))
    frame = [box((w + 0.05, 0.035, 0.035), center=(0, -0.018, z + s * h / 2), bevel=0.006) for s in (-1, 1)]
    frame += [box((0.035, 0.035, h + 0.03), center=(s * w / 2, -0.018, z), bevel=0.006) for s in (-1, 1)]
    sheets: dict[int, list[Shape]] = {0: [], 1: [], 2: []}
    for k, x in enumerate(np.arange(-w / 2 + 0.17, w / 2 - 0.1, 0.27)):
        for row in (-1, 1):
            tilt = rotation(y=float(rng.normal(0, 0.03)))
            sheet = (
                box((0.21, 0.002, 0.297))
                .turned(tilt)
                .moved((float(x), -0.024, z + row * 0.19 + float(rng.normal(0, 0.01))))
            )
            sheets[int(rng.integers(3)) if k else 0].append(sheet)
    paper = ((0.70, 0.69, 0.66), (0.66, 0.60, 0.36), (0.40, 0.56, 0.66))
    return {
        "board": (board, things.made_of("wood", (0.36, 0.22, 0.11))),
        "frame": (join(frame), things.made_of("metal", _STEEL)),
        **{f"sheets {k}": (join(made), things.made_of("paper", paper[k])) for k, made in sheets.items() if made},
    }


def sconces(f: Fitting, rng: np.random.Generator) -> Parts:
    """Wall lamps at even distances along a wall: brass arms that hold shades lit from within."""
    arms, shades = [], []
    for x in np.linspace(-f.width / 2, f.width / 2, max(2, round(f.width / 3.0))):
        arms.append(box((0.10, 0.025, 0.16), center=(float(x), -0.012, 1.72), bevel=0.01))
        arms.append(sweep(curve([(x, -0.02, 1.70), (x, -0.11, 1.66), (x, -0.14, 1.74)], 14), 0.010, sides=8))
        shades.append(lathe([(0.085, 0.0), (0.052, 0.16)], sides=24, caps=False).moved((float(x), -0.14, 1.74)))
    glow = Material(
        color=(0.75, 0.66, 0.52),
        roughness=0.7,
        emission=(1.0, 0.66, 0.34),
        emission_strength=2.6,
        preview=(1.0, 0.8, 0.55),
    )
    return {"arms": (join(arms), things.made_of("metal", (0.55, 0.39, 0.15))), "shades": (join(shades), glow)}


def wainscot(f: Fitting, rng: np.random.Generator) -> Parts:
    """A paneled base of painted wood along a wall, as high as the fitting says, with a rail on it."""
    rail = [
        box((f.width, 0.05, 0.07), center=(0, -0.02, f.height), bevel=0.012),
        box((f.width, 0.035, 0.18), center=(0, -0.015, 0.09), bevel=0.01),
    ]
    body = box((f.width, 0.016, f.height), center=(0, -0.006, f.height / 2))
    fields = [
        box((0.60, 0.014, f.height - 0.42), center=(float(x), -0.016, f.height / 2 + 0.05), bevel=0.006)
        for x in np.arange(-f.width / 2 + 0.4, f.width / 2 - 0.3, 0.78)
    ]
    return {"wood": (join([body, *rail, *fields]), things.made_of("lacquer", colors.resolve(f.color)))}
