"""Tailoring: fronts cut open in a V, lapels that roll out of them, a collar that meets them in a notch, welts and flaps."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_cut import cut
from filmwright.content.figure.garment_fit import Fit, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.values import Color


class Front(NamedTuple):
    """Where a front opens, metres: the V runs from `apex` up to `gorge`, `half` wide there on each side; below `away` the edges
    part again towards the hem by `spread`."""

    apex: float
    gorge: float
    half: float
    away: float
    spread: float

    def edge(self, z: F64) -> F64:
        """Half the width of the V at heights z."""
        t = np.clip((z - self.apex) / (self.gorge - self.apex), 0, 1.6)
        return np.asarray(self.half * (0.85 * t + 0.15 * t**2))


def opened(fit: Fit, cloth: Cloth, front: Front, low_z: float) -> Cloth:
    """The cloth with the V cut out of its front, and its lower front corners cut round."""
    s = fit.scale
    p = cloth.points
    near = (p[:, 1] < fit.trunk.middle(p[:, 2])[:, 1] - 0.02 * s) & (np.abs(p[:, 0]) < front.half + 0.05 * s)
    near &= garment_shell.trunk_mask(fit, cloth)
    cloth = cut(cloth, front.edge(p[:, 2]) - np.abs(p[:, 0]) - 1e-4, near & (p[:, 2] > front.apex - 0.02 * s))
    if front.spread <= 0:
        return cloth
    p = cloth.points
    near = (p[:, 1] < fit.trunk.middle(p[:, 2])[:, 1]) & (np.abs(p[:, 0]) < front.spread + 0.05 * s)
    t = np.clip((front.away - p[:, 2]) / (front.away - low_z), 0, 1.5)
    return cut(cloth, front.spread * t**2.2 - np.abs(p[:, 0]) - 1e-4, near & (p[:, 2] < front.away))


def lapel(ground: Surface, front: Front, side: int, *, width: float, peak: float = 0.0) -> Cloth:
    """One lapel, `width` metres (scale 1) across at the notch: flat on the chest, rolled at the edge it turns out of; peak: how
    far its tip points up."""
    s = ground.fit.scale
    v, u = np.meshgrid(np.linspace(0, 1, 16), np.linspace(0, 1, 7), indexing="ij")
    z = front.apex + (front.gorge - front.apex) * v
    wide = width * s * np.sin(np.pi / 2 * np.clip(v * 1.02, 0, 1)) ** 0.85
    x = front.edge(z) + wide * u - 0.002 * s
    z = z + (peak * u * s - 0.014 * s * u) * v**3
    grid = ground.face(side * x, z)
    roll = 0.004 + 0.006 * np.exp(-((u / 0.22) ** 2)) * np.clip(v * 4, 0, 1)
    flat = ground.lifted(grid.reshape(-1, 3), (roll * s).ravel())
    return garment_parts.slab(ground, flat.reshape(grid.shape), 0.0028 * s, sunk_m=0.004 * s)


def overlap(ground: Surface, top_z: float, low_z: float, *, reach: float = 0.045) -> Cloth:
    """The front edge that lies over the other one, a hand right of the middle; its far side runs into the cloth."""
    s = ground.fit.scale
    v, u = np.meshgrid(np.linspace(0, 1, 12), np.linspace(0, 1, 5), indexing="ij")
    grid = ground.face((-0.014 + reach * u) * s, top_z + (low_z - top_z) * v)
    gap = (0.0032 - 0.0072 * u**1.5) * s
    flat = ground.lifted(grid.reshape(-1, 3), gap.ravel())
    return garment_parts.slab(ground, flat.reshape(grid.shape), 0.0024 * s)


def flap(
    ground: Surface, side: int, z: float, *, near: float = 0.062, width: float = 0.105, deep: float = 0.046
) -> Cloth:
    """A pocket flap that slants a little, its lower corners round."""
    s = ground.fit.scale
    return garment_parts.panel(
        ground,
        lambda u, v: (
            side * (near + width * u) * s,
            z + (0.012 * u - deep * v * (1 - 0.16 * (2 * u - 1) ** 6)) * s,
        ),
        (5, 10),
        gap=0.004,
        thickness=0.003,
    )


def welt(
    ground: Surface, side: int, z: float, *, near: float = 0.058, width: float = 0.080, deep: float = 0.020
) -> Cloth:
    """The slanting welt of a breast pocket."""
    s = ground.fit.scale
    return garment_parts.panel(
        ground,
        lambda u, v: (side * (near + width * u) * s, z + (0.012 * u - deep * v) * s),
        (4, 7),
        gap=0.002,
        thickness=0.0024,
    )


def suit_jacket(sewing: Sewing, cloth: str, buttons: str, seed: int, *, satin: str | None = None) -> Piece:
    """A single-breasted jacket with two buttons. cloth, buttons, satin: names of its materials; lapels are of satin if there is
    any."""
    fit = sewing.fit
    s, man = fit.scale, fit.body.gender > 0.5
    low = fit.hip - (0.085 if man else 0.045) * s
    chest = fit.head_of("upperarm_l")[2]
    front = Front(
        apex=fit.waist + 0.035 * s,
        gorge=fit.neck - 0.028 * s,
        half=0.064 * s,
        away=fit.waist - 0.075 * s,
        spread=0.050 * s,
    )
    surface = opened(fit, _jacket_body(fit, low, 0.55 if man else 0.22, seed), front, low)
    sewing.shell(surface, cloth, thickness=0.004, depth=0.018)
    sewing.hides(surface, margin=0.05, reach=0.11)
    ground = Surface(fit, surface)
    neck = garment_shell.hem_loop(surface, low=False)
    collar = garment_parts.collar(
        ground,
        neck,
        stand=0.016,
        fall=lambda a: 0.046 + 0.004 * np.cos(a),
        gap=0.005,
        opening_rad=0.02,
        thickness=0.003,
        roll=0.006,
        above_z=front.gorge - 0.006 * s,
    )
    shown = satin or cloth
    sewing.add("collar", collar, shown)
    sewing.add("lapels", [lapel(ground, front, side, width=0.078 if man else 0.066) for side in (1, -1)], shown)
    sewing.add("overlap", overlap(ground, front.apex + 0.002 * s, front.away - 0.01 * s), cloth)
    sewing.add("flaps", [flap(ground, side, fit.waist - 0.075 * s) for side in (1, -1)], cloth)
    sewing.add("welt", welt(ground, 1, chest - 0.070 * s), cloth)
    heights = np.array([front.apex - 0.018 * s, front.away + 0.004 * s])
    places = ground.face(np.full(2, 0.004 * s), heights)
    sewing.add("buttons", garment_parts.buttons(ground, places, 0.0100, lift=0.0085), buttons)
    sewing.add("cuff buttons", _cuff_buttons(ground), buttons)
    return sewing.piece()


def _jacket_body(fit: Fit, low_z: float, loose: float, seed: int) -> Cloth:
    top = garment_shell.bodice(
        fit,
        ease=0.024,
        hem_z=fit.waist,
        sleeve=0.94,
        neck=0.010,
        neck_tilt=0.28,
        looseness=loose,
        sleeve_ease=0.001,
        drape=11,
    )
    surface = garment_shell.skirt(
        fit, top, hem_z=low_z, ease=0.021, flare=0.010, seed=seed, follow=0.35, cling=0.02, row_m=0.018
    )
    # Canvas holds the front of a jacket flat: what folds there are is shallow.
    height = garment_folds.waves(fit, surface, 0.0022, seed=seed, wide=0.08, long=0.25)
    height += garment_folds.bends(fit, surface, 0.0045, seed=seed, joints=("lowerarm",))
    height += garment_folds.sleeves(fit, surface, 0.0045, seed=seed)
    return garment_folds.displaced(fit, surface, height, gap=0.014)


def _cuff_buttons(ground: Surface) -> Cloth | None:
    """Three small buttons on the outer back of each sleeve, above its edge."""
    fit, s = ground.fit, ground.fit.scale
    places = []
    for loop in sleeve_ends(ground):
        rim = ground.cloth.points[loop]
        side = "l" if rim[:, 0].mean() > 0 else "r"
        axis = fit.head_of(f"lowerarm_{side}") - fit.head_of(f"hand_{side}")
        axis /= np.linalg.norm(axis)
        mine = np.flatnonzero(side_of(ground.cloth.points, side) & ~ground.trunk)
        start = rim[np.argmax(rim[:, 1] + 0.4 * np.abs(rim[:, 0]))]
        for k in range(3):
            at = start + axis * (0.022 + 0.017 * k) * s
            places.append(ground.cloth.points[mine[np.argmin(np.linalg.norm(ground.cloth.points[mine] - at, axis=1))]])
    return garment_parts.buttons(ground, np.array(places), 0.0062, lift=0.003) if places else None


def horn(color: Color) -> Color:
    """The color of buttons on cloth of a color: dark, of its hue."""
    return (0.35 * color[0] + 0.010, 0.35 * color[1] + 0.008, 0.35 * color[2] + 0.007)
