"""A backpack: a rounded bag high on the back with a lid, a front pocket, side pockets, and straps over both shoulders."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth, bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.content.materials._weave import toned
from filmwright.scene.shapes import Shape, box, curve, join, outward, rings
from filmwright.spec.shot import Garment

WORDS = ("backpack", "rucksack")
EXAMPLE = "A boy with a red backpack walks down the street"
MATERIALS = ("cotton", "leather", "denim", "plastic")
COLOR = "navy"
PATTERNS = _pattern.NAMES
LAYER = 9
SEEN_FROM = ("behind",)

EASE_M = 0.030  # over a jacket; chosen


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A backpack on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "backpack", garment.pattern)
    cloth = sewing.stuff(color, material)
    coat = garment_shell.bodice(
        fit, ease=EASE_M, hem_z=fit.hip, sleeve=-0.5, neck=0.01, neck_tilt=0.3, looseness=0.9, drape=10
    )
    ground = Surface(fit, coat)
    stiff = bone_weights(fit.body, spine_03=0.7, spine_02=0.3)
    top, low = fit.neck - 0.035 * s, fit.waist - 0.030 * s
    back = float(ground.face(np.array([0.0, 0.08, -0.08]) * s, np.full(3, 0.5 * (top + low)), back=True)[:, 1].max())
    sewing.add(
        "", from_shape(_bag((0.29 * s, 0.135 * s, top - low), (0.0, back + 0.062 * s, low)), stiff), cloth, subdivide=1
    )
    pocket = _bag((0.225 * s, 0.065 * s, 0.46 * (top - low)), (0.0, back + 0.140 * s, low + 0.02 * s))
    sides = [
        _bag((0.050 * s, 0.085 * s, 0.36 * (top - low)), (side * 0.150 * s, back + 0.06 * s, low + 0.015 * s))
        for side in (1, -1)
    ]
    sewing.add("pockets", from_shape(join([pocket, *sides]), stiff), cloth, subdivide=1)
    dark = sewing.stuff(toned(color, 0.35), "cotton", "webbing")
    zips = [
        box((0.19 * s, 0.008 * s, 0.010 * s), bevel=0.003 * s).moved((0, back + 0.170 * s, low + 0.38 * (top - low))),
        box((0.010 * s, 0.020 * s, 0.050 * s), bevel=0.003 * s).moved((0, back + 0.02 * s, top + 0.012 * s)),
    ]
    sewing.add("zips", from_shape(join(zips), stiff), dark)
    sewing.add("straps", [_strap(ground, side, top, low, back) for side in (1.0, -1.0)], dark)
    return sewing.piece()


def _bag(size: tuple[float, float, float], at: tuple[float, float, float]) -> Shape:
    """A stuffed bag (width, depth, height) whose foot's middle is at a point: rounded, fuller below."""
    turn = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    rows = []
    for t, full in (
        (0.0, 0.55),
        (0.02, 0.84),
        (0.10, 0.98),
        (0.35, 1.02),
        (0.65, 0.97),
        (0.85, 0.88),
        (0.96, 0.70),
        (1.0, 0.40),
    ):
        shape = (np.abs(np.cos(turn)) ** 3.2 + np.abs(np.sin(turn)) ** 3.2) ** (-1 / 3.2)
        x, y = 0.5 * size[0] * full * shape * np.cos(turn), 0.5 * size[1] * full * shape * np.sin(turn)
        rows.append(np.column_stack([at[0] + x, at[1] + y, np.full(len(turn), at[2] + size[2] * t)]))
    return outward(rings(np.array(rows), caps=True))


def _strap(ground: Surface, side: float, top: float, low: float, back: float) -> Cloth:
    """A padded strap from the top of the bag over the shoulder, down the chest and back under the arm."""
    fit, s = ground.fit, ground.fit.scale
    shoulder = fit.head_of("clavicle_l")
    level = float(fit.head_of("upperarm_l")[2])
    front = ground.face(
        side * np.array([0.088, 0.098, 0.112]) * s, np.array([level + 0.005 * s, level - 0.08 * s, level - 0.16 * s])
    )
    flank = ground.face(np.array([side * 0.150 * s]), np.array([low + 0.11 * s]))[0]
    points: F64 = np.array(
        [
            (side * 0.060 * s, back + 0.02 * s, top - 0.01 * s),
            (side * 0.072 * s, shoulder[1] + 0.045 * s, top + 0.055 * s),
            (side * 0.082 * s, shoulder[1] - 0.020 * s, top + 0.050 * s),
            *front,
            (flank[0], flank[1] + 0.02 * s, flank[2]),
            (side * 0.150 * s, back + 0.01 * s, low + 0.05 * s),
        ]
    )
    line = curve(points, 60)
    line = ground.lifted(line, 0.006 * s, only_up=True)
    for _ in range(3):
        line[1:-1] = 0.5 * line[1:-1] + 0.25 * (line[2:] + line[:-2])
    out = ground.normal(line)
    along = np.gradient(line, axis=0)
    wide = np.cross(out, along)
    wide /= np.maximum(np.linalg.norm(wide, axis=1, keepdims=True), 1e-9)
    breadth = np.interp(np.linspace(0, 1, len(line)), [0, 0.6, 0.7, 1], [0.028, 0.026, 0.012, 0.012]) * s
    grid = np.array([line + wide * (k * breadth)[:, None] for k in (-1.0, -0.4, 0.4, 1.0)])
    return garment_parts.slab(ground, grid, 0.007 * s, sunk_m=0.004 * s)
