"""A knight's helmet: a pointed steel bascinet, its visor raised over the brow, over a coif of mail that falls on the shoulders."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coif
from filmwright.content.figure.body import Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.garment import F64, Cloth, bone_weights, from_shape
from filmwright.content.figure.garment_cut import cut
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.content.wardrobe import armor
from filmwright.scene.shapes import Shape, ball, join, outward, rings
from filmwright.spec.shot import Garment

WORDS = ("knight's helmet",)
EXAMPLE = "A knight in armor and a knight's helmet stands in a castle"
MATERIALS = ("metal", "gold", "chrome")
COLOR = "silver"
COVERS = ("head", "hair")
LAYER = 9
STIFF = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A knight's helmet on a body's head."""
    fit = measure(body)
    s = fit.scale
    color, _ = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "knight_helmet")
    steel = armor.steel_of(sewing, color if garment.color else armor.STEEL)
    mail = armor.mail_of(sewing)
    coif = garment_coif.around_head(fit, gap=0.010, low_z=fit.neck - 0.020 * s)
    coif = garment_coif.face_opening(body, fit, coif, brow=0.95, chin=0.55, wide=1.00)
    coif = garment_coif.drawn_in(body, fit, coif)
    dome = _dome(body, fit)
    stiff = bone_weights(body, head=1.0)
    sewing.add("", armor.plate_of(dome._replace(weights=np.repeat(stiff[None], len(dome.points), 0)), 0.003 * s), steel)
    sewing.shell(coif, mail, thickness=0.003, depth=0.010, part="coif")
    sewing.add("visor", from_shape(_visor(body, fit, dome), stiff), steel, sharp_angle_rad=0.7)
    sewing.add("pivots", from_shape(_pivots(body, dome), stiff), sewing.metal((0.60, 0.44, 0.16), "pivots"))
    sewing.hidden = garment_coif.enclosed(fit, fit.neck)
    return sewing.piece()


def _dome(body: Body, fit: Fit) -> Cloth:
    """The skull of the helmet, down to the jaw at the sides and to the nape, open before the face."""
    face, s = landmarks(body), fit.scale
    whole = garment_coif.around_head(fit, gap=0.024, low_z=fit.neck + 0.035 * s, peak=0.055, back=0.006)
    opened = garment_coif.face_opening(body, fit, whole, brow=0.78, chin=3.2, wide=1.12)
    p = opened.points
    low = float(face.mouth[2]) - 0.25 * face.u
    back = np.clip((p[:, 1] - fit.head_of("head")[1]) / (0.06 * s), 0, 1)
    return cut(opened, low - 0.030 * s * back - p[:, 2])


def _ring_at(dome: Cloth, z: float) -> tuple[F64, F64]:
    """Middle (2,) and half widths (2,) of the dome at a height."""
    near = dome.points[np.abs(dome.points[:, 2] - z) < 0.014]
    low, high = near[:, :2].min(0), near[:, :2].max(0)
    return (low + high) / 2, (high - low) / 2


def _visor(body: Body, fit: Fit, dome: Cloth) -> Shape:
    """The visor turned up: a curved plate with a slit that stands over the brow like a peak."""
    s, face = fit.scale, landmarks(body)
    brow = float(body.marks["eyes"]) + 0.95 * face.u
    center, half = _ring_at(dome, brow)
    turn = np.linspace(-1.25, 1.25, 41)
    rows = []
    for t, gap in (
        (0.0, 0.006),
        (0.25, 0.016),
        (0.42, 0.022),
        (0.44, 0.017),
        (0.50, 0.017),
        (0.52, 0.024),
        (0.75, 0.026),
        (1.0, 0.018),
    ):
        rise = (0.012 + 0.088 * t) * s
        beak = 0.040 * s * t * np.exp(-((turn / 0.35) ** 2))
        lean = 0.030 * s * t
        x = center[0] + np.sin(turn) * (half[0] + gap * s)
        y = center[1] - np.cos(turn) * (half[1] + gap * s + lean) - beak
        rows.append(np.column_stack([x, y, brow + rise * np.cos(turn * 0.72) - 0.010 * s * (1 - np.cos(turn))]))
    outer = np.array(rows)
    inner = outer * 1.0
    inner[..., 1] += 0.004 * s
    inner[..., 2] -= 0.002 * s
    return outward(rings(np.concatenate([outer, inner[::-1]]).transpose(1, 0, 2)))


def _pivots(body: Body, dome: Cloth) -> Shape:
    """The two bolts the visor turns on."""
    face = landmarks(body)
    z = float(body.marks["eyes"]) + 0.9 * face.u
    center, half = _ring_at(dome, z)
    size = 0.16 * face.u
    one = ball((0.6 * size, size, size), sides=16, levels=8)
    return join([one.moved((center[0] + side * (half[0] + 0.004), center[1] - 0.25 * half[1], z)) for side in (1, -1)])
