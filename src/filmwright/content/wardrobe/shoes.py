"""Low shoes: laced leather with a heel, or canvas trainers with a white sole."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content.figure import garment_cut, garment_feet, garment_parts
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import measure, nearest, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.spec.shot import Garment

WORDS = ("shoes", "shoe", "loafers")
EXAMPLE = "A man in gray trousers and brown leather shoes walks down a street"
MATERIALS = ("leather", "cotton", "rubber", "felt")
COLOR = "dark_brown"
COVERS = ("feet",)
LAYER = 1
STIFF = True  # no cloth presses it in


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A pair of shoes on a body."""
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(measure(body), "shoes")
    sporty = material != "leather" or color[1] > 0.35
    _, thick = pair(sewing, sewing.stuff(color, material), sporty=sporty)
    return sewing.piece(sole_m=thick)


def pair(sewing: Sewing, skin: str, *, sporty: bool, thick: float | None = None) -> tuple[Surface, float]:
    """A pair put on the table: leather with a heel, or sporty with a pale sole `thick` (scale 1); its upper as ground for what is sewn
    on, and how far the soles lift the body in metres."""
    fit = sewing.fit
    s = fit.scale
    whole = garment_feet.upper(fit, ease=0.007, top_z=fit.ankle + 0.05 * s, toe=0.014)
    # The rim dips at the sides, below the ankle bones, and rises over the instep and the heel.
    p = whole.points
    away = np.zeros(len(p))
    for side in "lr":
        foot = fit.head_of(f"foot_{side}")
        away = np.where(side_of(p, side), (p[:, 1] - foot[1]) / (0.05 * s), away)
    rim = fit.ankle + (0.000 + 0.014 * np.clip(np.abs(away) - 0.2, 0, 1)) * s
    upper = garment_cut.cut(whole, p[:, 2] - rim)
    sewing.shell(upper, skin, thickness=0.004, depth=0.02)
    sewing.hides(upper, margin=0.008, reach=0.04)
    sewing.hides_feet(below_z=fit.ankle - 0.016 * s)
    ground = Surface(fit, upper)
    collar = [
        garment_parts.band(ground, loop, 0.010, gap=0.001, thickness=0.0025, rows=4)
        for loop in garment_feet.tops(upper)
    ]
    sewing.add("rims", collar, skin)
    lace = sewing.stuff((0.60, 0.58, 0.54) if sporty else (0.03, 0.022, 0.018), "cotton", "laces")
    sewing.add("laces", [b for side in "lr" for b in _laces(ground, side)], lace)
    caps = [_cap(ground, side) for side in "lr"]
    pale = (0.62, 0.61, 0.58)
    sewing.add("caps", caps, sewing.stuff(pale, "rubber", "toe caps") if sporty else skin)
    thick = thick or (0.026 if sporty else 0.020)
    sole = sewing.stuff(pale if sporty else (0.035, 0.026, 0.02), "rubber", "soles")
    soles = [
        garment_feet.sole(
            fit,
            garment_feet.outline(fit, upper, side),
            side,
            thickness=thick,
            heel=0.05 if sporty else 0.27,
            welt=0.004,
        )
        for side in "lr"
    ]
    sewing.add("soles", soles, sole, sharp_angle_rad=0.7)
    return ground, thick * s


def _over(ground: Surface, side: str, x: F64, y: F64) -> F64:
    """Points (…, 3) of the upper's top side at x, y."""
    seen = side_of(ground.cloth.points, side) & (ground.normals[:, 2] > 0.2)
    p = ground.cloth.points[seen]
    flat = np.column_stack([x.ravel(), y.ravel()])
    distance, index = nearest(cKDTree(p[:, :2]), flat, 3)
    share = 1 / (distance + 1e-4)
    z = (p[index, 2] * share).sum(1) / share.sum(1)
    return np.column_stack([flat, z]).reshape(*x.shape, 3)


def _laces(ground: Surface, side: str) -> list[Cloth | None]:
    """Four laces across the instep."""
    fit, s = ground.fit, ground.fit.scale
    foot, ball = fit.head_of(f"foot_{side}"), fit.head_of(f"ball_{side}")
    out: list[Cloth | None] = []
    for k in range(4):
        t = 0.42 + 0.14 * k
        u, v = np.meshgrid(np.linspace(-1, 1, 9), np.linspace(-1, 1, 3))
        x = foot[0] * (1 - t) + ball[0] * t + u * 0.019 * s
        y = foot[1] * (1 - t) + ball[1] * t + v * 0.0035 * s + 0.004 * s * np.abs(u) * (-1) ** k
        grid = _over(ground, side, x, y)
        lifted = ground.lifted(grid.reshape(-1, 3), 0.002 * s).reshape(grid.shape)
        out.append(garment_parts.slab(ground, lifted, 0.002 * s))
    return out


def _cap(ground: Surface, side: str) -> Cloth:
    """A second layer over the toes."""
    s = ground.fit.scale
    near = side_of(ground.cloth.points, side)
    p = ground.cloth.points[near]
    toe = p[np.argmin(p[:, 1])]
    center = np.array([toe[0], toe[1] + 0.045 * s])
    turn, v = np.meshgrid(np.linspace(-0.95, 0.95, 11) * np.pi / 2, np.linspace(0.25, 1, 5))
    x = center[0] + np.sin(turn) * 0.036 * s * v
    y = center[1] - np.cos(turn) * 0.036 * s * v
    grid = _over(ground, side, x, y)
    lifted = ground.lifted(grid.reshape(-1, 3), 0.001 * s).reshape(grid.shape)
    return garment_parts.slab(ground, lifted, 0.002 * s)
