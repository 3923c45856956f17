"""A sari: a fitted blouse with short sleeves, cloth wrapped to the floor with pleats in front, its end drawn across the chest over the
left shoulder and hanging down the back, a golden border."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_gown, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.scene.noise import value
from filmwright.spec.shot import Garment

WORDS = ("sari",)
EXAMPLE = "A woman in a red sari walks through a market"
MATERIALS = ("silk", "cotton")
COLOR = "crimson"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "lower", "warm", "neck")
WITH = (("sandals", "brown"),)
LAYER = 3

_GOLD = (0.62, 0.42, 0.11)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A sari on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "sari", garment.pattern, skirted=True)
    silk = sewing.stuff(color, material)
    seed = seed_of(rng)
    shape = garment_gown.Cut(
        sleeve=-0.52,
        neck=-0.012,
        tilt=0.60,
        wide=0.003,
        hem=fit.ankle - 0.015 * s,
        flare=0.055,
        flutes=0.018,
        gathered=0.003,
        follow=0.85,
    )
    surface = _pleated(fit, garment_gown.gown(fit, shape, seed))
    sewing.shell(surface, silk, thickness=0.002, depth=0.03)
    sewing.hides(surface, margin=0.05, reach=0.24)
    ground = Surface(fit, surface)
    gold = sewing.stuff(_GOLD, "silk", "border")
    hem = garment_shell.hem_loop(surface)
    sewing.add("border", [garment_parts.band(ground, hem, 0.055, gap=0.001, thickness=0.0012)], gold)
    trims = [
        garment_parts.band(ground, end, 0.022, gap=0.0006, thickness=0.0014, rows=4) for end in sleeve_ends(ground)
    ]
    sewing.add("trims", trims, gold)
    drape, borders = _drape(fit, seed)
    sewing.add("drape", drape, silk)
    sewing.add("drape border", borders, gold)
    return sewing.piece()


def _pleated(fit: Fit, cloth: Cloth) -> Cloth:
    """The skirt with deep pleats in front of the left leg."""
    s, p = fit.scale, cloth.points
    down = np.clip((fit.waist - 0.03 * s - p[:, 2]) / (0.12 * s), 0, 1)
    front = np.clip((fit.trunk.middle(p[:, 2])[:, 1] - p[:, 1]) / (0.06 * s), 0, 1)
    near = np.exp(-(((p[:, 0] - 0.020 * s) / (0.075 * s)) ** 4))
    fold = 0.5 - 0.5 * np.cos(2 * np.pi * (p[:, 0] / s) / 0.024)
    return garment_folds.displaced(fit, cloth, 0.016 * s * fold * near * front * down, gap=0.004)


def _drape(fit: Fit, seed: int) -> tuple[list[Cloth], list[Cloth]]:
    """The end of the cloth: a broad band from the right hip over the chest and the left shoulder, then straight down behind;
    and its borders."""
    s = fit.scale
    coat = garment_shell.bodice(
        fit, ease=0.016, hem_z=fit.hip, sleeve=-0.55, neck=0.02, neck_tilt=0.3, looseness=0.35, drape=9
    )
    ground = Surface(fit, coat)
    shoulder = fit.head_of("upperarm_l")
    level = float(shoulder[2])
    v: F64
    u: F64
    v, u = np.meshgrid(np.linspace(0, 1, 40), np.linspace(-0.5, 0.5, 13), indexing="ij")
    # Across the front: from low on the right to the left shoulder, broad below and gathered above.
    x0, z0 = -0.155 * s, fit.waist - 0.045 * s
    x1, z1 = 0.105 * s, level + 0.045 * s
    along = np.array([x1 - x0, z1 - z0])
    length = float(np.linalg.norm(along))
    along /= length
    across = np.array([-along[1], along[0]])
    wide = (0.235 - 0.135 * v) * s
    x = x0 + along[0] * length * v + across[0] * wide * u
    z = z0 + along[1] * length * v + across[1] * wide * u
    x = np.clip(x, -0.165 * s, 0.14 * s)
    front = ground.face(x, z)
    pleat = 0.0035 * s * np.cos(2 * np.pi * 5 * (u + 0.06 * value(3 * v, 2 * u + 5, seed))) * np.clip(0.3 + v, 0, 1)
    flat = ground.lifted(front.reshape(-1, 3), (0.007 * s + pleat).ravel())
    front = flat.reshape(front.shape)
    made = [garment_parts.slab(ground, front, 0.002 * s)]
    # Over the shoulder and down the back to the knee.
    t, w = np.meshgrid(np.linspace(0, 1, 44), np.linspace(-0.5, 0.5, 13), indexing="ij")
    breadth = (0.100 + 0.16 * np.clip(t * 1.4, 0, 1)) * s
    top = np.array([0.100 * s, fit.head_of("neck_01")[1] + 0.004 * s, level + 0.082 * s])
    over = np.clip(t / 0.16, 0, 1)
    fall = np.clip((t - 0.16) / 0.84, 0, 1)
    low = fit.knee + 0.02 * s
    start_y = float(ground.face(np.array([0.100 * s]), np.array([z1]))[0, 1]) - 0.006 * s
    back_z = level - 0.02 * s
    back_y = float(ground.face(np.array([0.09 * s]), np.array([back_z]), back=True)[0, 1]) + 0.012 * s
    y = np.where(
        fall > 0, back_y + 0.05 * s * np.sin(np.pi * np.clip(fall * 0.6, 0, 1)), start_y + (back_y - start_y) * over
    )
    arch = np.sin(np.pi * over)
    zz = np.where(
        fall > 0, back_z + (low - back_z) * fall, z1 + (back_z - z1) * over + (top[2] - 0.5 * (z1 + back_z)) * arch
    )
    xx = 0.098 * s + w * breadth + 0.012 * s * fall
    ripple = 0.008 * s * np.cos(2 * np.pi * 5 * w + 2.0 * fall) * np.clip(2 * fall, 0.15, 1)
    hang = np.stack([xx, y + ripple, zz], -1)
    pts = hang.reshape(-1, 3)
    close = ground.lifted(pts, 0.008 * s, only_up=True)
    hang = np.where((pts[:, 2] > fit.hip)[:, None], close, pts).reshape(hang.shape)
    made.append(garment_parts.slab_free(ground, hang, 0.002 * s))
    out = np.array([0.0, -0.0035, 0.001]) * s
    borders = [
        garment_parts.slab_free(ground, front[:, part] + out, 0.002 * s) for part in (slice(0, 3), slice(-3, None))
    ]
    for part in (hang[:, :3], hang[:, -3:], hang[-7:]):
        borders.append(garment_parts.slab_free(ground, part, 0.006 * s))
    return made, borders
