"""An apron: a bib over the chest with a strap round the neck, a front to the knee with a pocket, tied behind with a bow."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth, from_shape
from filmwright.content.figure.garment_cut import cut
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.scene.shapes import curve, join, sweep
from filmwright.spec.shot import Garment

WORDS = ("apron",)
EXAMPLE = "A man in a white apron stands in a kitchen"
MATERIALS = ("cotton", "leather", "denim", "silk", "wool", "rubber")
COLOR = "white"
PATTERNS = _pattern.NAMES
LAYER = 8

EASE_M = 0.024  # over a shirt; what is thicker pushes it out (garment_layers); chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """An apron on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "apron", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    whole = _whole(fit, seed_of(rng))
    front = _front(fit, whole)
    sewing.shell(front, cloth, thickness=0.002, depth=0.012)
    ground, around = Surface(fit, front), Surface(fit, whole)
    sewing.add("pocket", _pocket(ground), cloth)
    sewing.add("strap", _strap(around, _bib_top(fit)), cloth)
    band = garment_parts.belt(around, fit.waist + 0.008 * s, width=0.026, gap=0.004, thickness=0.002)
    sewing.add("ties", [band, _bow(around)], cloth)
    return sewing.piece()


def _bib_top(fit: Fit) -> float:
    return float(fit.head_of("upperarm_l")[2]) - 0.035 * fit.scale


def _whole(fit: Fit, seed: int) -> Cloth:
    """What the apron is cut from: a smock that goes all round."""
    s = fit.scale
    top = garment_shell.bodice(
        fit, ease=EASE_M, hem_z=fit.waist, sleeve=-1.0, neck=0.012, neck_tilt=0.3, looseness=0.75, drape=11
    )
    whole = garment_shell.skirt(
        fit, top, hem_z=fit.knee + 0.03 * s, ease=0.026, flare=0.030, flutes=0.012, seed=seed, follow=0.85
    )
    height = garment_folds.waves(fit, whole, 0.0035, seed=seed, wide=0.09, long=0.3)
    height += garment_folds.gather(fit, whole, fit.waist + 0.008 * s, 0.003, seed=seed)
    return garment_folds.displaced(fit, whole, height, gap=0.016)


def _front(fit: Fit, whole: Cloth) -> Cloth:
    """The part of it that is left: in front, narrow above the waist."""
    s = fit.scale
    cloth = cut(whole, whole.points[:, 2] - _bib_top(fit))
    p = cloth.points
    side = p[:, 1] - fit.trunk.middle(p[:, 2])[:, 1] - 0.012 * s
    cloth = cut(cloth, side)
    p = cloth.points
    t = np.clip((p[:, 2] - fit.waist - 0.02 * s) / (_bib_top(fit) - fit.waist - 0.02 * s), 0, 1)
    half = (0.20 - 0.105 * np.sqrt(np.clip(t / 0.55, 0, 1)) * (1 - 0.15 * t)) * s
    return cut(cloth, np.abs(p[:, 0]) - half, p[:, 2] > fit.waist)


def _pocket(ground: Surface) -> Cloth:
    """A wide patch pocket below the waist."""
    s, top = ground.fit.scale, ground.fit.waist - 0.075 * ground.fit.scale

    def outline(u: F64, v: F64) -> tuple[F64, F64]:
        return (u - 0.5) * 0.19 * s, top - (0.125 * v * (1 - 0.05 * (2 * u - 1) ** 8)) * s

    return garment_parts.panel(ground, outline, (8, 12), gap=0.0015, thickness=0.002)


def _strap(around: Surface, top_z: float) -> list[Cloth | None]:
    """The strap from the bib's corners over the shoulders and round the neck, flat on what is below."""
    fit, s = around.fit, around.fit.scale
    bones = fit.head_of("neck_01")
    x = np.array([0.074, 0.078, 0.074, 0.066, 0.052, 0.028, 0.0]) * s
    z = np.array([top_z - 0.012 * s, top_z + 0.035 * s, fit.neck - 0.022 * s, fit.neck + 0.012 * s, fit.neck + 0.022 * s,
                  fit.neck + 0.020 * s, fit.neck + 0.018 * s])  # fmt: skip
    front = around.face(x[:3], z[:3])
    y = np.array([*front[:, 1], bones[1] - 0.020 * s, bones[1] + 0.030 * s, bones[1] + 0.060 * s, bones[1] + 0.066 * s])
    half = np.column_stack([x, y, z])
    line = curve(np.concatenate([half, (half * [-1, 1, 1])[::-1][1:]]), 60)
    out = around.normal(line)
    along = np.gradient(line, axis=0)
    wide = np.cross(out, along)
    wide /= np.maximum(np.linalg.norm(wide, axis=1, keepdims=True), 1e-9)
    grid = np.array([line + wide * k * 0.011 * s for k in (-1.0, 0.0, 1.0)])
    flat = around.lifted(grid.reshape(-1, 3), 0.002 * s, only_up=True)
    return [garment_parts.slab(around, flat.reshape(grid.shape), 0.002 * s)]


def _bow(around: Surface) -> Cloth:
    """The bow at the small of the back: two loops and two ends."""
    s = around.fit.scale
    at = around.face(np.array([0.0]), np.array([around.fit.waist + 0.008 * s]), back=True)[0]
    parts = []
    for side in (1.0, -1.0):
        loop = [(0, 0, 0), (0.045, 0.016, 0.022), (0.085, 0.020, 0.006), (0.060, 0.018, -0.022), (0, 0.004, 0)]
        end = [(0, 0.004, 0), (0.022, 0.014, -0.05), (0.034, 0.016, -0.12), (0.040, 0.018, -0.19)]
        for line in (loop, end):
            path = curve(np.array(line, float) * [side * s, s, s] + at + [0, 0.004 * s, 0], 20)
            parts.append(sweep(path, 0.012 * s, sides=8, flat=0.16))
    return from_shape(join(parts), around.weights(at[None])[0])
