"""A spacesuit: thick cloth that folds in rings at the joints, gloves, overshoes, life support on the back, a helmet with a gold visor."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from filmwright.content.figure import garment_feet, garment_folds, garment_helmet, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth, Mask, bone_weights, from_shape
from filmwright.content.figure.garment_cut import compact, cut, refine, smooth, strip
from filmwright.content.figure.garment_fit import ARM, HAND, LEG, Fit, measure, side_of
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.scene.noise import value
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, box, curve, join, outward, sweep
from filmwright.spec.shot import Garment
from filmwright.values import Color

WORDS = ("spacesuit", "space suit", "astronaut suit")
EXAMPLE = "An astronaut in a white spacesuit walks on the moon"
MATERIALS = ("cotton", "leather")
COLOR = "white"
LAYER = 8
WHOLE = True  # from head to foot: nothing that is worn with it shows
COVERS = ("upper", "lower", "feet", "outer")

SOLE_M = 0.042
_EASE_M = 0.035
_NECK_M = 0.128  # radius of the ring of the helmet
_TILT_RAD = 0.20  # it lies lower in front
# Least radius along arm and leg, by the share of the way from shoulder to wrist and by height; metres at scale 1. Chosen.
_ARM = ((0.0, 0.086), (0.25, 0.081), (0.5, 0.073), (0.75, 0.065), (1.0, 0.055))
_THIGH, _KNEE, _SHIN = 0.115, 0.100, 0.080
_BLUE: Color = (0.030, 0.085, 0.215)
_RED: Color = (0.36, 0.03, 0.025)
_GRAY: Color = (0.16, 0.175, 0.19)
_PALE: Color = (0.36, 0.37, 0.38)
_ALLOY: Color = (0.62, 0.63, 0.65)
_GOLD: Color = (0.95, 0.60, 0.20)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A spacesuit on a body."""
    fit = measure(body)
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "spacesuit")
    cloth = sewing.stuff(color, material)
    surface = _suit(fit, seed_of(rng))
    sewing.shell(surface, cloth, thickness=0.006, depth=0.03)
    ground = Surface(fit, surface)
    _bands(sewing, ground, cloth)
    _hands(sewing, fit, ground)
    _feet(sewing, fit, cloth)
    _life_support(sewing, ground, color)
    _headgear(sewing, fit, color)
    sewing.hidden = np.ones(len(body.points), bool)
    return sewing.piece(sole_m=SOLE_M * fit.scale)


def _suit(fit: Fit, seed: int) -> Cloth:
    """The cloth from neck to wrists and ankles, in folds."""
    s = fit.scale
    cloth = garment_shell.tights(fit, np.full(len(fit.body.points), _EASE_M * s), keep=fit.foot < 0.9, drape=12)
    cloth = garment_shell.settled(fit, cloth, 0.8 * _EASE_M * s)
    cloth = _hung(fit, cloth)
    cloth = garment_shell.shoulders(fit, cloth, 0.5 * _EASE_M * s)
    cloth = _filled_arms(fit, cloth)
    widths = ((fit.crotch - 0.10 * s, _THIGH), (fit.knee, _KNEE), (fit.ankle + 0.09 * s, _SHIN))
    cloth = garment_shell.widen_legs(fit, cloth, widths)
    for side in "lr":
        elbow, wrist = fit.head_of(f"lowerarm_{side}"), fit.head_of(f"hand_{side}")
        cloth = cut(cloth, (cloth.points - wrist) @ _unit(wrist - elbow), _arm(fit, cloth, side))
    cloth = cut(cloth, fit.ankle + 0.105 * s - cloth.points[:, 2], cloth.points[:, 2] < fit.knee)
    cloth = refine(_yoke(fit, cloth))
    height = garment_folds.waves(fit, cloth, 0.0068, seed=seed, long=0.12, wide=0.06)
    height += garment_folds.bends(fit, cloth, 0.0070, seed=seed)
    height += garment_folds.sleeves(fit, cloth, 0.0095, seed=seed)
    height += garment_folds.gather(fit, cloth, fit.waist, 0.006, seed=seed, count=18)
    for side in "lr":
        height += _bellows(fit, cloth, side, ("upperarm", "lowerarm", "hand"), (0.16, 0.52), seed)
        height += _bellows(fit, cloth, side, ("thigh", "calf", "foot"), (0.17, 0.50, 0.80), seed)
    return garment_folds.displaced(fit, cloth, height * _free(fit, cloth), gap=0.012)


def _hung(fit: Fit, cloth: Cloth) -> Cloth:
    """The trunk let down straight from chest to hips; the legs stay as they are."""
    s = fit.scale
    fallen = garment_shell.hang(fit, cloth, 0.75, _EASE_M * s)
    share = np.clip((cloth.points[:, 2] - fit.hip) / (0.10 * s), 0, 1)[:, None]
    return cloth._replace(points=cloth.points + share * (fallen.points - cloth.points))


def _unit(vector: F64) -> F64:
    return np.asarray(vector / np.maximum(np.linalg.norm(vector, axis=-1, keepdims=True), 1e-9))


def _arm(fit: Fit, cloth: Cloth, side: str) -> Mask:
    return np.asarray((fit.share(cloth, *ARM, *HAND) > 0.5) & side_of(cloth.points, side))


def _along(points: F64, joints: Sequence[F64]) -> tuple[F64, F64]:
    """How far along the line through the joints each point (n, 3) lies, as a share, and the place on the line next to it."""
    lengths = [float(np.linalg.norm(b - a)) for a, b in pairwise(joints)]
    best, share, place = np.full(len(points), np.inf), np.zeros(len(points)), np.zeros_like(points)
    gone = 0.0
    for a, b, length in zip(joints, joints[1:], lengths, strict=False):
        t = np.clip((points - a) @ (b - a) / length**2, 0.0, 1.0)
        near = a + t[:, None] * (b - a)
        far = np.linalg.norm(points - near, axis=1)
        mine = far < best
        best = np.where(mine, far, best)
        share = np.where(mine, (gone + t * length) / sum(lengths), share)
        place = np.where(mine[:, None], near, place)
        gone += length
    return share, place


def _filled_arms(fit: Fit, cloth: Cloth) -> Cloth:
    """The sleeves blown up to their least radius, as what holds air is."""
    points = cloth.points.copy()
    for side in "lr":
        joints = [fit.head_of(f"{bone}_{side}") for bone in ("upperarm", "lowerarm", "hand")]
        mine = side_of(points, side) & (fit.share(cloth, *ARM, *HAND) > 0.02)
        share, place = _along(points, joints)
        out = points - place
        radius = np.linalg.norm(out, axis=1)
        wanted = np.interp(share, *np.array(_ARM).T) * fit.scale
        amount = np.clip(1.5 * fit.share(cloth, *ARM, *HAND) - 0.2, 0, 1) * mine
        grown = radius + np.maximum(wanted - radius, 0) * amount
        points = place + out * (grown / np.maximum(radius, 1e-6))[:, None]
    return cloth._replace(points=smooth(points, cloth.faces, 3, 0.4))


def _ring_center(fit: Fit) -> F64:
    """Where the middle of the neck ring is."""
    it = garment_helmet.helmet(fit)
    return np.array([0.0, it.center[1] + 0.012 * fit.scale, it.center[2] - 0.128 * it.size])


def _neck_weights(fit: Fit) -> F64:
    return bone_weights(fit.body, spine_03=0.55, neck_01=0.45)


def _yoke(fit: Fit, cloth: Cloth) -> Cloth:
    """The cloth cut round the neck, its edge drawn to the ring of the helmet."""
    s, middle = fit.scale, _ring_center(fit)
    up = np.array([0.0, -np.tan(0.30), 1.0])
    base = np.array([0.0, middle[1], middle[2] - 0.030 * s])
    near = (cloth.points[:, 2] > fit.neck - 0.2 * s) & (np.hypot(cloth.points[:, 0], cloth.points[:, 1]) < 0.17 * s)
    cloth = cut(cloth, (cloth.points - base) @ _unit(up), near)
    loop = garment_shell.hem_loop(cloth, low=False)
    start = cloth.points[loop]
    turn = np.arctan2(start[:, 1] - middle[1], start[:, 0])
    end = np.column_stack([0.97 * _NECK_M * s * np.cos(turn), 0.97 * _NECK_M * s * np.sin(turn), np.zeros(len(turn))])
    end[:, 2] = end[:, 1] * np.tan(_TILT_RAD)
    end += middle
    ring = _neck_weights(fit)
    t = np.linspace(0, 1, 5)[1:, None, None]
    rows = start[None] * (1 - t) + end[None] * t
    weights = np.asarray(cloth.weights[loop][None] * (1 - t) + ring[None, None] * t, float)
    return strip(cloth, loop, rows, weights)


def _free(fit: Fit, cloth: Cloth) -> F64:
    """0 at the neck ring and in the overshoes, where the cloth is drawn tight, 1 a hand away from them."""
    far = np.linalg.norm(cloth.points - _ring_center(fit), axis=1) / fit.scale
    over = (cloth.points[:, 2] - fit.ankle) / fit.scale
    return np.asarray(np.clip((far - 0.13) / 0.08, 0, 1) * np.clip((over - 0.14) / 0.06, 0, 1))


def _bellows(fit: Fit, cloth: Cloth, side: str, bones: tuple[str, str, str], at: tuple[float, ...], seed: int) -> F64:
    """Rings (n,) of cloth round a limb at shares `at` of its length, metres: where a suit full of air is let bend."""
    s = fit.scale
    joints = [fit.head_of(f"{bone}_{side}") for bone in bones]
    length = sum(float(np.linalg.norm(b - a)) for a, b in pairwise(joints))
    limb = (*ARM, *HAND) if bones[0] == "upperarm" else LEG
    mine = np.clip(2 * fit.share(cloth, *limb) - 0.4, 0, 1) * side_of(cloth.points, side)
    share, place = _along(cloth.points, joints)
    out = cloth.points - place
    turn = np.arctan2(out[:, 1], out[:, 0])
    wander = 0.5 * value(np.cos(turn) * 1.3 + 4, np.sin(turn) * 1.3 + share * 7, seed + len(bones[0]))
    ridge = np.abs(np.sin(np.pi * (share * length / (0.036 * s) + wander))) ** 0.7
    reach = sum(np.exp(-(((share - a) * length / (0.085 * s)) ** 2)) for a in at)
    return np.asarray(0.0135 * s * (ridge - 0.6) * reach * mine)


def _ring(
    ground: Surface, bones: tuple[str, str], at: float, width: float, *, gap: float = 0.003, thickness: float = 0.003
) -> Cloth:
    """A band round a limb at a share of the way from one joint to the next; width, gap, thickness in metres at scale 1."""
    fit, s = ground.fit, ground.fit.scale
    start, end = (fit.head_of(bone) for bone in bones)
    axis = _unit(end - start)
    across = _unit(np.cross(axis, [0.0, 1.0, 0.0]))
    other = np.cross(axis, across)
    d = ground.cloth.points - start
    along = d @ axis
    middle = at * float(np.linalg.norm(end - start))
    limb = (*ARM, *HAND) if "arm" in bones[0] else LEG
    mine = (fit.share(ground.cloth, *limb) > 0.4) & side_of(ground.cloth.points, bones[0][-1])
    mine &= np.abs(along - middle) < (0.5 * width + 0.03) * s
    d, along = d[mine], along[mine]
    turn, radius = np.arctan2(d @ other, d @ across), np.hypot(d @ other, d @ across)
    angles = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    apart = (angles[:, None] - turn[None] + np.pi) % (2 * np.pi) - np.pi
    rows = []
    for level in middle + np.linspace(-0.5, 0.5, 5) * width * s:
        kernel = np.exp(-((apart / 0.13) ** 2) - ((along - level)[None] / (0.014 * s)) ** 2) + 1e-12
        reach = (kernel * radius).sum(1) / kernel.sum(1) + gap * s
        way = np.cos(angles)[:, None] * across + np.sin(angles)[:, None] * other
        rows.append(start + axis * level + way * reach[:, None])
    return garment_parts.slab(ground, np.array(rows), thickness * s, around=True, sunk_m=(gap + 0.004) * s)


def _bands(sewing: Sewing, ground: Surface, cloth: str) -> None:
    """Stripes on arms and thighs, the locks of the gloves, a belt."""
    blue = sewing.stuff(_BLUE, "cotton", "stripes")
    arms = [_ring(ground, (f"upperarm_{side}", f"lowerarm_{side}"), 0.60, 0.034) for side in "lr"]
    legs = [_ring(ground, (f"thigh_{side}", f"calf_{side}"), 0.56, 0.040) for side in "lr"]
    sewing.add("stripes", [*arms, *legs], blue)
    locks = [
        _ring(ground, (f"lowerarm_{side}", f"hand_{side}"), 0.74, 0.020, gap=0.004, thickness=0.006) for side in "lr"
    ]
    sewing.add("locks", locks, sewing.metal(_BLUE, "locks"))
    belt = garment_parts.belt(ground, ground.fit.waist - 0.02 * ground.fit.scale, width=0.045, gap=0.006)
    sewing.add("belt", belt, sewing.stuff(_PALE, "cotton", "straps"))


def _hands(sewing: Sewing, fit: Fit, ground: Surface) -> None:
    """Gloves: the hands grown thick, fingertips of rubber, gauntlets over the sleeves."""
    s, body = fit.scale, fit.body
    hand = np.zeros(len(body.points), bool)
    for side in "lr":
        elbow, wrist = fit.head_of(f"lowerarm_{side}"), fit.head_of(f"hand_{side}")
        beyond = (body.points - wrist) @ _unit(wrist - elbow) > -0.03 * s
        hand |= beyond & side_of(body.points, side) & (fit.arm + fit.hand > 0.5)
    faces = body.faces["body"]
    skin = compact(Cloth(body.points, faces, np.asarray(body.weights, float)), hand[faces].all(1))
    thick = skin._replace(points=smooth(skin.points, skin.faces, 3, 0.5) + skin.normals() * 0.0075 * s)
    thick = thick._replace(points=smooth(thick.points, thick.faces, 2, 0.4))
    sewing.add("gloves", thick, sewing.stuff(_PALE, "cotton", "gloves"), subdivide=1)
    tips = fit.share(thick, *(f"{finger}_03" for finger in HAND[1:])) > 0.6
    caps = compact(
        thick._replace(points=thick.points + thick.normals() * 0.0014 * s),
        np.where(thick.faces >= 0, tips[thick.faces], True).all(1),
    )
    sewing.add("fingertips", caps, sewing.stuff(_GRAY, "rubber", "soles"))
    cuffs = [
        _ring(ground, (f"lowerarm_{side}", f"hand_{side}"), 0.92, 0.085, gap=0.004, thickness=0.005) for side in "lr"
    ]
    sewing.add("gauntlets", cuffs, sewing.stuff(_PALE, "cotton", "gloves"))


def _feet(sewing: Sewing, fit: Fit, cloth: str) -> None:
    """Overshoes with their straps and ribbed soles."""
    s = fit.scale
    top = fit.ankle + 0.15 * s
    widths = ((fit.ankle + 0.02 * s, 0.072), (fit.ankle + 0.08 * s, 0.090), (top, 0.104))
    shoe = garment_feet.upper(fit, ease=0.019, top_z=top, widths=widths, toe=0.022)
    shoe = garment_folds.displaced(
        fit, shoe, garment_folds.bends(fit, shoe, 0.004, seed=3, joints=("foot",)), gap=0.006
    )
    sewing.add("overshoes", shoe, cloth, uv=None)
    ground = Surface(fit, shoe)
    gray = sewing.stuff(_GRAY, "rubber", "soles")
    rims = [garment_parts.band(ground, rim, 0.03, gap=0.005, thickness=0.004) for rim in garment_feet.tops(shoe)]
    sewing.add("shoe rims", rims, sewing.stuff(_PALE, "cotton", "straps"))
    soles = [
        garment_feet.sole(fit, garment_feet.outline(fit, shoe, side), side, thickness=SOLE_M, heel=0.3, welt=0.008)
        for side in "lr"
    ]
    sewing.add("soles", soles, gray, sharp_angle_rad=0.7)


def _life_support(sewing: Sewing, ground: Surface, color: Color) -> None:
    """The pack on the back, the control unit on the chest, hoses between them."""
    fit, s = ground.fit, ground.fit.scale
    stiff = bone_weights(fit.body, spine_03=1.0)
    top, low = fit.neck + 0.085 * s, fit.waist - 0.035 * s
    back = float(
        ground.face(np.array([0.0, 0.1 * s, -0.1 * s]), np.full(3, fit.neck - 0.20 * s), back=True)[:, 1].max()
    )
    pack = sewing.stuff(toned(color, 0.94), "cotton", "pack")
    deep, high = 0.19 * s, top - low
    main = box((0.43 * s, deep, high * 0.74), bevel=0.022 * s).moved((0, back + 0.40 * deep, low + high * 0.37))
    upper = box((0.40 * s, 0.86 * deep, high * 0.235), bevel=0.020 * s).moved(
        (0, back + 0.37 * deep, low + high * 0.875)
    )
    sewing.add("pack", from_shape(join([main, upper]), stiff), pack)
    seam = box((0.405 * s, 0.80 * deep, 0.05 * s), bevel=0.004 * s).moved((0, back + 0.37 * deep, low + high * 0.75))
    vents = [
        box((0.12 * s, 0.012 * s, 0.010 * s), bevel=0.002 * s).moved(
            (side * 0.10 * s, back + 0.90 * deep, low + high * (0.12 + 0.045 * k))
        )
        for side in (1, -1)
        for k in range(4)
    ]
    gray = sewing.stuff(_GRAY, "plastic", "gray parts")
    sewing.add("pack seam", from_shape(join([seam, *vents]), stiff), gray)
    _chest(sewing, ground, stiff, pack, gray)


def _chest(sewing: Sewing, ground: Surface, stiff: F64, pack: str, gray: str) -> None:
    """The control unit, its knobs, the connectors below it and the hoses from there to the pack."""
    fit, s = ground.fit, ground.fit.scale
    level = fit.neck - 0.235 * s
    ahead = float(ground.face(np.array([0.0, 0.08 * s, -0.08 * s]), np.full(3, level))[:, 1].min())
    unit = box((0.235 * s, 0.085 * s, 0.135 * s), bevel=0.012 * s).moved((0, ahead - 0.024 * s, level))
    sewing.add("control unit", from_shape(unit, stiff), pack)
    panel = box((0.195 * s, 0.008 * s, 0.055 * s), bevel=0.003 * s).moved((0, ahead - 0.068 * s, level - 0.022 * s))
    knobs = [
        box((0.020 * s, 0.03 * s, 0.018 * s), bevel=0.004 * s).moved((x * s, ahead - 0.03 * s, level + 0.072 * s))
        for x in (-0.075, -0.03, 0.03, 0.075)
    ]
    sewing.add("controls", from_shape(join([panel, *knobs]), stiff), gray)
    places = ground.face(np.array([-0.115, 0.115, -0.065, 0.065]) * s, np.full(4, level - 0.125 * s))
    sewing.add(
        "connectors blue",
        garment_parts.buttons(ground, places[[0, 3]], 0.021, lift=0.012),
        sewing.metal(_BLUE, "blue connectors"),
    )
    sewing.add(
        "connectors red",
        garment_parts.buttons(ground, places[[1, 2]], 0.021, lift=0.012),
        sewing.metal(_RED, "red connectors"),
    )
    hoses = [_hose(ground, place, 1.0 if place[0] > 0 else -1.0, level) for place in places[:2]]
    sewing.add("hoses", hoses, gray)
    patch = ground.face(np.array([0.125 * s]), np.array([fit.neck - 0.125 * s]))
    sewing.add(
        "patch", garment_parts.buttons(ground, patch, 0.034, lift=0.003), sewing.stuff(_BLUE, "cotton", "stripes")
    )


def _hose(ground: Surface, start: F64, side: float, level: float) -> Cloth:
    """A hose from a connector round the flank to the pack."""
    fit, s = ground.fit, ground.fit.scale
    turns = -np.pi / 2 + side * np.linspace(0.75, 2.5, 5)
    points = [start + np.array([0.0, -0.03 * s, 0.0])]
    for turn, rise in zip(turns, (-0.015, -0.035, -0.04, -0.02, 0.02)):
        z = float(start[2]) + rise * s
        reach = float(ground.girth(z, np.array([turn]))[0]) + 0.016 * s
        middle = fit.trunk.middle(np.array([z]))[0]
        points.append(np.array([middle[0] + reach * np.cos(turn), middle[1] + reach * np.sin(turn), z]))
    tube = sweep(curve(np.array(points), 48), 0.0125 * s, sides=12)
    return Cloth(tube.points, tube.faces, ground.weights(tube.points))


def _headgear(sewing: Sewing, fit: Fit, color: Color) -> None:
    """The helmet and the ring it locks on."""
    it = garment_helmet.helmet(fit)
    carried = bone_weights(fit.body, head=0.6, neck_01=0.4)
    shell = sewing.stuff(color, "plastic", "shell")
    gold = "spacesuit visor"
    sewing.materials[gold] = Material(color=_GOLD, metallic=1.0, roughness=0.07, preview=_GOLD)
    gray = sewing.stuff(_GRAY, "plastic", "gray parts")

    def put(part: str, item: Shape, material: str, weights: F64 = carried) -> None:
        sewing.add(part, from_shape(outward(item), weights), material)

    put("visor", garment_helmet.visor(it), gold)
    put("helmet", garment_helmet.shell(it), shell)
    put("visor rim", garment_helmet.rim(it), gray)
    put("pivots", garment_helmet.pivots(it), shell)
    ring = garment_helmet.collar(_ring_center(fit), _NECK_M * fit.scale * 1.06, fit.scale, _TILT_RAD)
    put("neck ring", ring, sewing.metal(_ALLOY, "neck ring"), _neck_weights(fit))
