"""A mask over nose and mouth: pleated cloth with loops round the ears."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import Body
from filmwright.content.figure.face import landmarks
from filmwright.content.figure.garment import bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_sew import Sewing, fabric
from filmwright.content.kinds import Piece
from filmwright.scene.shapes import curve, join, outward, rings, sweep
from filmwright.spec.shot import Garment

WORDS = ("face mask", "surgical mask")
EXAMPLE = "A nurse in a face mask stands in a hospital"
MATERIALS = ("cotton", "silk")
COLOR = "light_blue"
LAYER = 10
STIFF = True


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A mask on a body's face."""
    fit = measure(body)
    face = landmarks(body)
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "face_mask")
    u = face.u
    # From the bridge of the nose to under the chin, over what stands out below it.
    a, b = np.meshgrid(np.linspace(-0.98, 0.98, 33), np.linspace(-0.42, -1.98, 19))
    narrow = 1 - 0.16 * np.clip((-1.2 - b) / 0.8, 0, 1) ** 2 - 0.22 * np.clip((b + 0.75) / 0.35, 0, 1)
    points, _ = face.surface(a * narrow, b)
    grid = points.reshape(*a.shape, 3)
    # Cloth spans hollows: no point lies behind the straight line between those beside it.
    y = grid[..., 1]
    for _ in range(60):
        spread = y.copy()
        spread[1:-1] = np.minimum(y[1:-1], 0.5 * (y[2:] + y[:-2]))
        spread[:, 1:-1] = np.minimum(spread[:, 1:-1], 0.5 * (spread[:, 2:] + spread[:, :-2]))
        y = spread
    edge = np.minimum(np.abs(np.abs(a) - 0.98), 0.3) / 0.3
    pleat = 0.0035 * np.sin((b + 0.42) * 2 * np.pi / 0.36) * edge
    grid[..., 1] = y - (0.055 + 0.10 * edge) * 0.06 * u / 0.06 - pleat
    inner = grid + np.array([0.0, 0.0020, 0.0])
    item = outward(rings(np.concatenate([grid, inner[::-1]]), closed=True, around=False, caps=False))
    stiff = bone_weights(body, head=1.0)
    sewing.add("", from_shape(item, stiff), sewing.stuff(color, material))
    ears = fit.head_of("head")
    loops = []
    for side in (0, -1):
        top, low = grid[2, side], grid[-4, side]
        sign = np.sign(top[0])
        behind = np.array([sign * 1.16 * u, ears[1] + 0.022 * fit.scale, float(body.marks["eyes"]) - 0.35 * u])
        line = curve(
            np.array(
                [
                    top,
                    0.5 * (top + behind) + [sign * 0.010, 0, 0],
                    behind,
                    0.5 * (low + behind) + [sign * 0.012, 0, 0.004],
                    low,
                ]
            ),
            24,
        )
        loops.append(sweep(line, 0.0011, sides=6))
    sewing.add("loops", from_shape(join(loops), stiff), sewing.stuff((0.7, 0.7, 0.69), "cotton", "loops"))
    return sewing.piece()
