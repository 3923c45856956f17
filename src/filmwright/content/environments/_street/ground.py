"""The road, its kerbs and pavements. What is painted or laid on them is in the materials (surfaces.py), which read the
street's own coordinates: panel = (metres across from the middle, metres along, 0)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from filmwright.content.environments._street.canvas import HALF_M, KERB_HEIGHT_M, KERB_M, Canvas, bend
from filmwright.scene.shapes import grid, lathe

F64 = NDArray[np.float64]

MANHOLES = ((0.9, 10.9), (-1.2, 18.0), (1.4, 27.0), (-0.6, 3.2))
ASPHALT, PAVING, IRON = (0.030, 0.030, 0.033), (0.085, 0.080, 0.076), (0.045, 0.042, 0.04)


def height(x: F64, y: F64) -> F64:
    """Height of the ground: the pavement stands a kerb over the road."""
    return np.where(np.abs(np.asarray(x) - bend(y)) >= KERB_M, KERB_HEIGHT_M, 0.0)


def stations(start_m: float, end_m: float) -> F64:
    """Where the ground is cut across: closely near the camera, wider far away."""
    near = np.arange(start_m, 30, 0.45)
    return np.concatenate([near, np.arange(30, 75, 1.0), np.arange(75, end_m, 3.0)])


def ribbon(canvas: Canvas, surface: str, y: F64, across: F64, z: F64, paint: tuple[float, float, float]) -> None:
    """A strip along the street with the cross-section across (n,), z (n,), rising to the right so that it faces up."""
    sheet = grid(
        np.broadcast_to(across, (len(y), len(across))) + bend(y)[:, None], y, np.broadcast_to(z, (len(y), len(z)))
    )
    panel = np.zeros((len(sheet.points), 3))
    panel[:, 0] = np.tile(across, len(y))
    panel[:, 1] = sheet.points[:, 1]
    canvas.shape(surface, sheet, paint, panel=panel)


def ground(canvas: Canvas, start_m: float, end_m: float) -> None:
    """Road, kerbs, pavements and iron covers from start to end."""
    y = stations(start_m, end_m)
    road = np.linspace(-KERB_M, KERB_M, 16)
    ribbon(canvas, "road", y, road, np.zeros(16), ASPHALT)
    inner, outer = KERB_M, HALF_M + 0.7
    for side in (-1, 1):
        top: F64 = np.sort(float(side) * np.concatenate([[inner, inner + 0.18], np.linspace(inner + 0.6, outer, 5)]))
        ribbon(canvas, "pave", y, top, np.full(7, KERB_HEIGHT_M), PAVING)
        face = np.array([0.0, KERB_HEIGHT_M]) if side > 0 else np.array([KERB_HEIGHT_M, 0.0])
        ribbon(
            canvas,
            "pave",
            y,
            np.array([inner, inner + 1e-3]) if side > 0 else -np.array([inner + 1e-3, inner]),
            face,
            PAVING,
        )
    for x, at in MANHOLES:
        cover = lathe([(0.34, 0.002), (0.33, 0.008), (0.28, 0.008), (0.27, 0.004), (0.0, 0.004)], sides=24, caps=False)
        item = cover.moved((x + float(bend(at)), at, 0))
        panel = np.column_stack([np.full(len(item.points), 9.0), item.points[:, 1], np.zeros(len(item.points))])
        canvas.shape("road", item, IRON, panel=panel)
