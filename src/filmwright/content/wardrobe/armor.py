"""A knight's armor: breastplate and back with a ridge, lames over hips and shoulders, plates on arms and legs, gauntlets and pointed
shoes of steel, over mail."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import (
    garment_feet,
    garment_folds,
    garment_parts,
    garment_plate,
    garment_shell,
    garment_tight,
)
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth, bone_weights
from filmwright.content.figure.garment_cut import loops, smooth
from filmwright.content.figure.garment_fit import Fit, measure, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.wardrobe import gloves
from filmwright.scene.shade import Bump, Material, coords, noise, op
from filmwright.spec.shot import Garment
from filmwright.values import Color

WORDS = ("armor", "plate armor")
EXAMPLE = "A knight in shining armor stands in a forest"
MATERIALS = ("metal", "gold", "chrome", "leather")
COLOR = "silver"
COVERS = ("upper", "lower", "feet", "outer", "warm", "neck")
LAYER = 6

SOLE_M = 0.012
STEEL: Color = (0.37, 0.38, 0.40)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A suit of armor on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "armor")
    steel = steel_of(sewing, color if garment.color else STEEL, material)
    mail = mail_of(sewing)
    under = garment_tight.second_skin(fit, 0.008, arms=True, legs=True)
    under = garment_tight.neck_opening(fit, under, above=0.045, tilt=0.20)
    sewing.hidden = (body.points[:, 2] < fit.neck + 0.012 * s) | (fit.hand > 0.5)
    ground = Surface(fit, under)
    chest = _cuirass(fit)
    sewing.add("", plate_of(chest, 0.004 * s), steel, sharp_angle_rad=0.9)
    sewing.shell(under, mail, thickness=0.003, depth=0.01, part="mail")
    sewing.add("fauld", plate_of(_fauld(fit), 0.003 * s), steel, sharp_angle_rad=0.7)
    around = Surface(fit, chest)
    neck = garment_shell.hem_loop(chest, low=False)
    sewing.add("gorget", _gorget(around, neck), steel)
    plates: list[Cloth | None] = []
    for side in "lr":
        plates += [*_arm(ground, side), *_leg(ground, side)]
    sewing.add("plates", plates, steel, sharp_angle_rad=0.7)
    leather = sewing.stuff((0.045, 0.026, 0.016), "leather", "belt")
    sewing.add("belt", garment_parts.belt(around, fit.waist + 0.012 * s, width=0.034, gap=0.004), leather)
    sewing.add("gauntlets", _hands(fit), steel)
    _shoes(sewing, fit, steel)
    return sewing.piece(sole_m=SOLE_M * s)


def steel_of(sewing: Sewing, color: Color, material: str = "metal") -> str:
    """The name of the stuff its plates are of: polished, worn and a little dented."""
    if material == "leather":
        return sewing.stuff(color, material)
    worn = noise(coords("rest"), scale=9, detail=4)
    dents = noise(coords("rest"), scale=34, detail=2)
    name = f"{sewing.name} steel"
    sewing.materials[name] = Material(
        color=color,
        metallic=1.0,
        roughness=0.24 + worn * 0.30,
        bumps=(Bump(height=dents, distance_m=0.0012),),
        preview=color,
    )
    return name


def mail_of(sewing: Sewing) -> str:
    """Rings of iron: dark, with their relief."""
    x, z = op("x", coords("rest")), op("z", coords("rest"))
    links = op("sin", x * 785.0) * op("sin", z * 785.0)
    name = f"{sewing.name} mail"
    iron = (0.16, 0.165, 0.175)
    sewing.materials[name] = Material(
        color=iron, metallic=0.9, roughness=0.46, bumps=(Bump(height=links, distance_m=0.0016),), preview=iron
    )
    return name


def plate_of(cloth: Cloth, thickness_m: float) -> Cloth:
    """A plate with its thickness: its edges go inside."""
    inner = cloth.points - cloth.normals() * thickness_m
    n = len(cloth.points)
    back = np.where(
        cloth.faces[:, 3:] >= 0,
        cloth.faces[:, ::-1] + n,
        np.column_stack([cloth.faces[:, [2, 1, 0]] + n, cloth.faces[:, 3]]),
    )
    out = Cloth(
        np.concatenate([cloth.points, inner]), np.concatenate([cloth.faces, back]), np.concatenate([cloth.weights] * 2)
    )
    walls = []
    for loop in loops(cloth.faces):
        nxt = np.roll(loop, -1)
        walls.append(np.stack([loop, nxt, nxt + n, loop + n], -1))
    return out._replace(faces=np.concatenate([out.faces, *walls]))


def _cuirass(fit: Fit) -> Cloth:
    """Breast and back: stiff, smooth, with a keel down the front."""
    s = fit.scale
    top = garment_shell.bodice(
        fit, ease=0.030, hem_z=fit.waist - 0.005 * s, sleeve=-1.0, neck=0.006, neck_tilt=0.10, looseness=0.55, drape=22
    )
    top = garment_tight.armholes(fit, top, 0.006)
    p = top.points
    ahead = np.clip(-top.normals()[:, 1], 0, 1)
    low = float(p[:, 2].min())
    t = np.clip((p[:, 2] - low) / (fit.neck - low), 0, 1)
    # The breast swells out over the waist, with a ridge down its middle.
    swell = ahead * np.sin(np.pi * np.clip(t * 1.05, 0, 1)) ** 0.8 * 0.020 * s
    keel = ahead**2 * 0.012 * s * np.exp(-np.abs(p[:, 0]) / (0.030 * s)) * np.clip(1.4 * (1 - t), 0, 1)
    points = smooth(p + np.column_stack([0 * swell, -(swell + keel), 0 * swell]), top.faces, 2, 0.3)
    share = np.clip((t - 0.1) / 0.5, 0, 1)[:, None]
    stiff = bone_weights(fit.body, spine_03=1.0) * share + bone_weights(fit.body, spine_02=1.0) * (1 - share)
    return Cloth(fit.pushed_out(points, 0.014 * s), top.faces, stiff)


def _fauld(fit: Fit) -> Cloth:
    """Lames round the hips, each over the next one below."""
    s = fit.scale
    ring = garment_shell.waist_ring(fit, fit.waist + 0.035 * s, ease=0.026)
    whole = garment_shell.skirt(
        fit,
        ring,
        hem_z=fit.crotch - 0.035 * s,
        ease=0.026,
        flare=0.045,
        flutes=0.0,
        follow=0.9,
        row_m=0.0065,
        cling=0.0,
    )
    top = float(whole.points[:, 2].max())
    lame = (top - whole.points[:, 2]) / (0.050 * s)
    out = (lame % 1.0) * 0.0062 * s
    return whole._replace(points=whole.points + whole.normals() * out[:, None])


def _gorget(ground: Surface, neck: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[Cloth | None]:
    """Two rings of plate round the neck."""
    fit, s = ground.fit, ground.fit.scale
    p = ground.cloth.points[neck]
    up = np.array([0.0, 0.0, 1.0])
    middle = p.mean(0)
    out = p - middle
    out[:, 2] = 0
    made: list[Cloth | None] = []
    for low, high, wide, narrow in ((-0.030, 0.018, 1.10, 0.96), (0.010, 0.050, 0.98, 0.86)):
        rows = [
            p + up * (low + (high - low) * t) * s + out * (wide + (narrow - wide) * t - 1.0)
            for t in (0.0, 0.3, 0.65, 1.0)
        ]
        rows = [0.5 * r + 0.25 * (np.roll(r, 1, 0) + np.roll(r, -1, 0)) for r in rows]
        closed = [np.vstack([r, r[:1]]) for r in rows]
        made.append(
            garment_parts.slab_free(ground, np.array(closed), 0.003 * s)._replace(
                weights=_fixed(fit, 2 * 4 * (len(p) + 1))
            )
        )
    return made


def _fixed(fit: Fit, count: int) -> F64:
    return np.repeat(bone_weights(fit.body, spine_03=0.6, neck_01=0.4)[None], count, 0)


def _arm(ground: Surface, side: str) -> list[Cloth]:
    """Shoulder lames, upper arm, elbow cup, forearm."""
    fit = ground.fit
    upper, lower = f"upperarm_{side}", f"lowerarm_{side}"
    bones, fore = (upper, lower), (lower, f"hand_{side}")
    made = [
        garment_plate.tube(ground, bones, profile, carried, lift=lift)
        for profile, carried, lift in (
            (((0.34, 0.010), (0.42, 0.012), (0.60, 0.012), (0.76, 0.010), (0.79, 0.013)), {upper: 1.0}, 0.0),
            (((0.26, 0.022), (0.32, 0.020), (0.42, 0.017), (0.45, 0.019)), {upper: 1.0}, 0.002),
            (
                ((0.13, 0.030), (0.22, 0.029), (0.33, 0.024), (0.36, 0.026)),
                {upper: 0.8, f"clavicle_{side}": 0.2},
                0.004,
            ),
        )
    ]
    made.append(
        garment_plate.tube(
            ground, fore, ((0.17, 0.014), (0.20, 0.011), (0.45, 0.012), (0.80, 0.010), (0.90, 0.013)), {lower: 1.0}
        )
    )
    shoulder, elbow = fit.head_of(upper), fit.head_of(lower)
    way = (elbow - shoulder) / np.linalg.norm(elbow - shoulder)
    out = np.array([0.72 * np.sign(shoulder[0]), 0.0, 0.70])
    made.append(
        garment_plate.cup(
            ground, shoulder + way * 0.020 * fit.scale + np.array([0, 0.004, 0.0]) * fit.scale,
            np.array([0.088, 0.092, 0.086]), out, {upper: 0.55, f"clavicle_{side}": 0.45}, ridge=0.006,
        )
    )  # fmt: skip
    made.append(
        garment_plate.cup(
            ground, elbow + np.array([0.0, 0.010, 0.0]) * fit.scale, np.array([0.058, 0.060, 0.058]),
            np.array([0.35 * np.sign(elbow[0]), 1.0, 0.15]), {upper: 0.5, lower: 0.5}, ridge=0.008,
        )
    )  # fmt: skip
    return made


def _leg(ground: Surface, side: str) -> list[Cloth]:
    """Thigh, knee cup, shin."""
    fit = ground.fit
    thigh, calf = f"thigh_{side}", f"calf_{side}"
    made = [
        garment_plate.tube(
            ground,
            (thigh, calf),
            ((0.40, 0.012), (0.43, 0.010), (0.62, 0.011), (0.84, 0.009), (0.88, 0.012)),
            {thigh: 1.0},
        ),
        garment_plate.tube(
            ground,
            (calf, f"foot_{side}"),
            ((0.10, 0.014), (0.14, 0.010), (0.35, 0.011), (0.75, 0.010), (0.96, 0.012)),
            {calf: 1.0},
        ),
    ]
    knee = fit.head_of(calf)
    made.append(
        garment_plate.cup(
            ground, knee + np.array([0.0, -0.022, 0.006]) * fit.scale, np.array([0.078, 0.070, 0.062]),
            np.array([0.12 * np.sign(knee[0]), -1.0, 0.0]), {thigh: 0.5, calf: 0.5}, ridge=0.010,
        )
    )  # fmt: skip
    return made


def _hands(fit: Fit) -> Cloth:
    """Gauntlets: the hands in steel."""
    s = fit.scale
    hands = gloves.hands_of(fit, 0.0050)
    return hands._replace(points=smooth(hands.points, hands.faces, 2, 0.4) + hands.normals() * 0.001 * s)


def _shoes(sewing: Sewing, fit: Fit, steel: str) -> None:
    """Shoes of steel in lames, a little pointed."""
    s = fit.scale
    upper = garment_feet.upper(fit, ease=0.010, top_z=fit.ankle + 0.06 * s, toe=0.040)
    along = np.zeros(len(upper.points))
    for side in "lr":
        mine = side_of(upper.points, side)
        heel = fit.head_of(f"foot_{side}")
        along = np.where(mine, (heel[1] - upper.points[:, 1]) / (0.030 * s), along)
    height = ((along % 1.0) - 0.5) * 0.005 * s * np.clip(along, 0, 1) * (upper.points[:, 2] > 0.02 * s)
    shoe = garment_folds.displaced(fit, upper, height, gap=0.005)
    sewing.add("sabatons", shoe, steel)
    sewing.hides_feet(below_z=fit.ankle + 0.03 * s)
    dark = sewing.stuff((0.03, 0.026, 0.022), "leather", "soles")
    soles = [
        garment_feet.sole(fit, garment_feet.outline(fit, shoe, side), side, thickness=SOLE_M, heel=0.2, welt=0.003)
        for side in "lr"
    ]
    sewing.add("soles", soles, dark, sharp_angle_rad=0.7)
