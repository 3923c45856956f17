"""What hangs in the air: sunbeams (a Native, made anew for every frame), dust motes in them, rain on the panes, and the sun
that shines through leaves."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from filmwright.content.environments._cafe.light import Hour, unit
from filmwright.content.environments._cafe.pieces import Pile, panel
from filmwright.content.environments._cafe.plan import HEAD, LEFT, SILL, WINDOWS
from filmwright.content.environments._cafe.shell import glazing_bars
from filmwright.scene.nodes import Native
from filmwright.scene.shafts import Shafts, sunlit
from filmwright.scene.shapes import shape

F64 = NDArray[np.float64]
LACE_TOP = 1.10  # the sun comes in over the curtains


def shafts(light: Hour) -> Shafts:
    """The sun through the windows as openings in the plane of the panes."""
    openings = np.array([(a + 0.07, b - 0.07, LACE_TOP, HEAD - 0.07) for a, b in WINDOWS])
    return Shafts(
        plane_x=LEFT - 0.17, inside_x=LEFT, sun=unit(light.sun_travel), openings=openings, bars=glazing_bars()
    )


def beams(light: Hour) -> Native:
    """The node of the beams."""
    s = shafts(light)
    return Native(
        name="cafe beams",
        kind="beams",
        params={
            "plane_x": s.plane_x, "inside_x": s.inside_x, "strength": light.beams, "color": list(light.sun_color),
            "near_m": 1.0, "reach_m": 2.6,
        },
        arrays={"sun": s.sun, "openings": s.openings, "bars": s.bars},
        materials=("cafe beams",),
    )  # fmt: skip


def dust(pile: Pile, rng: np.random.Generator, light: Hour) -> None:
    """Motes in the beams: tiny diamonds that face down the room."""
    sun = unit(light.sun_travel)
    for a, b in WINDOWS[2:]:  # those before the camera
        count = 130
        start = np.stack([np.full(count, LEFT), rng.uniform(a, b, count), rng.uniform(1.2, HEAD, count)], -1)
        p = start + sun * rng.uniform(0.1, 4.2, (count, 1))
        p = p[p[:, 2] > 0.3]
        r = rng.uniform(0.0006, 0.0015, (len(p), 1))
        x, z = np.array([1.0, 0, 0]), np.array([0, 0, 1.0])
        points = np.stack([p - x * r, p - z * r, p + x * r, p + z * r], 1).reshape(-1, 3)
        quads = np.arange(len(points)).reshape(-1, 4)
        pile.put("dust", shape(points, quads), np.asarray(light.sun_color) * 0.05 * light.sun)


def rain(pile: Pile) -> None:
    """Sheets just behind the panes that carry drops and falling rain."""
    for a, b in WINDOWS:
        pile.put("rain", panel((LEFT - 0.21, a, SILL), (0, b - a, 0), (0, 0, HEAD - SILL)), (0.85, 0.93, 1.0))


def glow_in_leaves(points: F64, light: Hour) -> F64:
    """Light (n,) that shines through leaves at `points`: a share of the sun where it reaches them."""
    return sunlit(points, shafts(light)) * light.sun * 0.055
