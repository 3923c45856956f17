"""A bridal veil: fine tulle gathered at the crown of the head, falling in folds behind the shoulders to the waist."""

from __future__ import annotations

import numpy as np

from filmwright.content.colors import resolve
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth, bone_weights, from_shape
from filmwright.content.figure.garment_cut import smooth
from filmwright.content.figure.garment_fit import Fit, measure, nearest
from filmwright.content.figure.garment_head import HAIR_M, Head, head
from filmwright.content.figure.garment_sew import Sewing, seed_of
from filmwright.content.kinds import Piece
from filmwright.scene.noise import value
from filmwright.scene.shade import Material, coords, noise
from filmwright.scene.shapes import Shape, ball, join, rings
from filmwright.spec.shot import Garment

WORDS = ("veil", "bridal veil")
EXAMPLE = "A woman in a white dress and a veil stands in a park"
MATERIALS = ("silk",)
COLOR = "white"
COVERS = ("head",)
LAYER = 10

ROWS, COLUMNS = 34, 49
WIDE_RAD = (1.62, 1.22)  # how far it reaches round to each side at the crown and below the shoulders; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A veil on a body's head."""
    fit = measure(body)
    color = resolve(garment.color or COLOR)
    sewing = Sewing(fit, "veil")
    # Tulle is seen through; where it lies in folds less is.
    sewing.materials["veil tulle"] = Material(
        color=color,
        roughness=0.9,
        specular=0.1,
        translucent=0.35,
        alpha=noise(coords("rest"), scale=28, detail=2) * 0.4 + 0.30,
        preview=color,
    )
    it = head(fit, line=0.62)
    sewing.add("", _tulle(fit, it, seed_of(rng)), "veil tulle")
    pearls = sewing.stuff((0.72, 0.70, 0.66), "ceramic", "comb")
    sewing.add("comb", from_shape(_comb(it), bone_weights(body, head=1.0)), pearls)
    return sewing.piece()


def _around(it: Head, angle: F64) -> F64:
    """Reach of the head at angles from its back."""
    turn = np.arange(len(it.radius)) * 2 * np.pi / len(it.radius)
    return np.interp((angle + np.pi / 2) % (2 * np.pi), np.append(turn, 2 * np.pi), np.append(it.radius, it.radius[0]))


def _comb(it: Head) -> Shape:
    """A row of pearls over the crown."""
    t = np.linspace(-1.15, 1.15, 17)
    x = it.center[0] + np.sin(t) * 0.9 * it.radius.min()
    z = it.line + (it.top - it.line + (HAIR_M + 0.004) * it.size) * np.cos(t) ** 0.75
    y = np.full(len(t), it.center[1] + 0.012 * it.size)
    return join([ball(0.0052 * it.size, sides=12, levels=8).moved(p) for p in np.column_stack([x, y, z])])


def _tulle(fit: Fit, it: Head, seed: int) -> Cloth:
    """The sheet: over the back of the head, then down behind the shoulders."""
    s = fit.scale
    t: F64
    u: F64
    t, u = np.meshgrid(np.linspace(0, 1, ROWS), np.linspace(-1, 1, COLUMNS), indexing="ij")
    over = np.clip(t / 0.22, 0, 1)  # 0 at the comb .. 1 where it leaves the head
    fall = np.clip((t - 0.22) / 0.78, 0, 1)
    angle = u * (WIDE_RAD[0] + (WIDE_RAD[1] - WIDE_RAD[0]) * np.clip(fall * 2.2, 0, 1))
    reach = _around(it, angle) + (HAIR_M + 0.018) * it.size  # over full hair
    bend = over * np.pi / 2
    radius = reach * np.sin(bend) ** 0.8 + (0.085 + 0.055 * fall) * s * np.clip(fall * 4, 0, 1)
    top, leave = it.top + (HAIR_M + 0.006) * it.size, it.line - 0.02 * it.size
    low = fit.waist + 0.02 * s
    z = np.where(fall > 0, leave + (low - leave) * fall, leave + (top - leave) * np.cos(bend))
    fold = np.cos(13 * u + 3 * value(2.5 * u + 9, 2 * t, seed)) * (0.004 + 0.013 * fall) * s
    radius = radius + fold * np.clip(2 * over - 0.6, 0, 1)
    back = it.center[1] + 0.010 * it.size + 0.030 * s * fall
    points = np.stack([it.center[0] + np.sin(angle) * radius, back + np.cos(angle) * radius, z], -1).reshape(-1, 3)
    points = fit.pushed_out(points, 0.028 * s)
    item = rings(points.reshape(ROWS, COLUMNS, 3), caps=False, around=False)
    points = smooth(points, item.faces, 3, 0.4)
    _, index = nearest(fit.lower, points, 30)
    hanging = np.asarray(fit.body.weights, float)[fit.lower_points[index]].mean(1)
    stiff = bone_weights(fit.body, head=1.0)
    share = np.clip((points[:, 2] - fit.neck + 0.02 * s) / (0.14 * s), 0, 1)[:, None]
    share = share**2 * (3 - 2 * share)
    return Cloth(points, item.faces, stiff[None] * share + hanging * (1 - share))
