"""A samurai's armor: rows of laced lacquer scales round the chest, boards over the upper arms, hanging plates round the hips, guards on
forearms and shins, over dark cloth with wide trousers."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_legwear, garment_parts, garment_plate, garment_shell, garment_tight
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth, bone_weights
from filmwright.content.figure.garment_cut import cut
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.content.wardrobe.armor import plate_of
from filmwright.spec.shot import Garment
from filmwright.values import Color

WORDS = ("samurai armor",)
EXAMPLE = "A samurai in samurai armor stands in a bamboo forest"
MATERIALS = ("leather", "lacquer", "metal")
COLOR = "black"
COVERS = ("upper", "lower", "outer", "warm", "neck")
WITH = (("sandals", "dark_brown"),)
LAYER = 6

ROW_M = 0.034  # height of a row of scales at scale 1; chosen
_LACING: Color = (0.30, 0.020, 0.016)
_INDIGO: Color = (0.020, 0.026, 0.050)
_LEGS = garment_legwear.Cut(ease=0.020, thigh=0.118, knee=0.112, hem=0.070, crease=0.0, folds=0.006)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A samurai's armor on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "samurai_armor")
    scales = sewing.stuff(color, material)
    cords = sewing.stuff(_LACING, "silk", "lacing")
    chest = _cuirass(fit)
    sewing.add("", plate_of(chest, 0.004 * s), scales, sharp_angle_rad=0.6)
    around = Surface(fit, chest)
    under = garment_tight.second_skin(fit, 0.012, arms=True, legs=False)
    under = garment_tight.neck_opening(fit, under, above=0.016, tilt=0.36)
    under = cut(under, fit.hip - under.points[:, 2], under.points[:, 2] < fit.waist)
    dark = sewing.stuff(_INDIGO, "cotton", "cloth")
    sewing.add("coat", under, dark)
    seed = seed_of(rng)
    legs = garment_legwear.legwear(fit, _LEGS, fit.waist - 0.01 * s, seed, hem_z=fit.knee - 0.20 * s)
    sewing.add("trousers", legs, dark)
    ground = Surface(fit, under)
    lower = Surface(fit, garment_tight.second_skin(fit, 0.010, arms=False, legs=True))
    boards, plates = [], []
    for side in "lr":
        boards.append(_board(around, ground, side))
        fore, shin = (f"lowerarm_{side}", f"hand_{side}"), (f"calf_{side}", f"foot_{side}")
        plates.append(garment_plate.tube(ground, fore, ((0.22, 0.006), (0.5, 0.008), (0.93, 0.006)), {fore[0]: 1.0}))
        plates.append(garment_plate.tube(lower, shin, ((0.16, 0.010), (0.5, 0.012), (0.97, 0.008)), {shin[0]: 1.0}))
    sewing.add("boards", boards, scales, sharp_angle_rad=0.6)
    sewing.add("guards", plates, scales)
    skirt = _hip_plates(fit)
    sewing.add("hips", [plate_of(part, 0.003 * s) for part in skirt], scales, sharp_angle_rad=0.6)
    laces = [garment_parts.belt(around, z, width=0.007, gap=0.003, thickness=0.002) for z in _rows(chest)]
    sewing.add("lacing", laces, cords)
    sash = garment_parts.belt(around, float(chest.points[:, 2].min()) + 0.018 * s, width=0.045, gap=0.005)
    sewing.add("sash", sash, sewing.stuff(toned(_LACING, 1.3), "silk", "sash"))
    sewing.hidden = (body.points[:, 2] < fit.neck - 0.01 * s) & (fit.hand < 0.4) & (fit.foot < 0.4)
    return sewing.piece()


def _stepped(cloth: Cloth, top_z: float, row_m: float, out_m: float) -> Cloth:
    """Rows of scales: each stands out over the one below it."""
    step = ((top_z - cloth.points[:, 2]) / row_m) % 1.0
    return cloth._replace(points=cloth.points + cloth.normals() * (out_m * step)[:, None])


def _rows(chest: Cloth) -> list[float]:
    """Heights where the rows of the chest are laced."""
    top, low = float(chest.points[:, 2].max()), float(chest.points[:, 2].min())
    return [z for z in np.arange(top - 0.10, low + 0.03, -ROW_M) if z > low]


def _cuirass(fit: Fit) -> Cloth:
    """Breast and back in rows."""
    s = fit.scale
    top = garment_shell.bodice(
        fit, ease=0.030, hem_z=fit.waist - 0.03 * s, sleeve=-1.0, neck=-0.012, neck_tilt=0.16, looseness=0.95, drape=22
    )
    top = garment_tight.armholes(fit, top, 0.016)
    top = _stepped(top, float(top.points[:, 2].max()), ROW_M * s, 0.006 * s)
    stiff = bone_weights(fit.body, spine_03=0.6, spine_02=0.4)
    return Cloth(fit.pushed_out(top.points, 0.016 * s), top.faces, np.repeat(stiff[None], len(top.points), 0))


def _board(around: Surface, ground: Surface, side: str) -> Cloth:
    """The board of scales that hangs from a shoulder over the outside of the upper arm."""
    fit, s = ground.fit, ground.fit.scale
    shoulder, elbow = fit.head_of(f"upperarm_{side}"), fit.head_of(f"lowerarm_{side}")
    way = (elbow - shoulder) / np.linalg.norm(elbow - shoulder)
    sign = np.sign(shoulder[0])
    out = np.array([0.62 * sign, 0.0, 0.78])
    out -= way * (out @ way)
    out /= np.linalg.norm(out)
    across = np.cross(way, out)
    v, u = np.meshgrid(np.linspace(0, 1, 49), np.linspace(-0.5, 0.5, 11), indexing="ij")
    step = (v * 6.0) % 1.0
    high = (0.078 - 0.055 * (2 * u) ** 2 * 0.8 + 0.007 * step) * s
    along = (-0.012 + 0.215 * v) * s
    grid = shoulder + way * along[..., None] + across * (u * 0.20 * s)[..., None] + out * high[..., None]
    sheet = garment_parts.slab_free(ground, grid, 0.004 * s)
    stiff = bone_weights(fit.body, **{f"upperarm_{side}": 0.85, f"clavicle_{side}": 0.15})
    return sheet._replace(weights=np.repeat(stiff[None], len(sheet.points), 0))


def _hip_plates(fit: Fit) -> list[Cloth]:
    """Seven hanging plates round the hips, a gap between each two."""
    s = fit.scale
    ring = garment_shell.waist_ring(fit, fit.waist - 0.005 * s, ease=0.034)
    whole = garment_shell.skirt(
        fit, ring, hem_z=fit.crotch - 0.165 * s, ease=0.034, flare=0.060, flutes=0.0, follow=0.9, row_m=0.0055
    )
    whole = _stepped(whole, float(whole.points[:, 2].max()), ROW_M * s, 0.006 * s)
    made = []
    p = whole.points
    middle = fit.trunk.middle(p[:, 2])
    turn = np.arctan2(p[:, 0] - middle[:, 0], -(p[:, 1] - middle[:, 1]))
    for k in range(7):
        center = 2 * np.pi * k / 7
        off = np.abs((turn - center + np.pi) % (2 * np.pi) - np.pi)
        low = np.clip((fit.waist - 0.03 * s - p[:, 2]) / (0.05 * s), 0, 1)
        made.append(cut(whole, off - (np.pi / 7 - 0.045 * low)))
    return made
