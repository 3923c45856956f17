"""A chef's jacket: double-breasted, a standing collar, turned-back cuffs, two rows of knotted buttons; the trousers are checked."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_coats, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of, sleeve_ends
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.spec.shot import Garment

WORDS = ("chef's jacket",)
EXAMPLE = "A chef in a white chef's jacket and a chef's hat cooks in a kitchen"
MATERIALS = ("cotton", "wool", "silk")
COLOR = "white"
PATTERNS = _pattern.NAMES
COVERS = ("upper", "outer", "neck")
WITH = (("trousers", "black"), ("shoes", "black"))
LAYER = 5


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A chef's jacket on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "chef_jacket", garment.pattern)
    cloth = sewing.stuff(color, material)
    cut = garment_coats.Cut(
        ease=0.019, hem=fit.hip - 0.055 * s, neck=0.036, tilt=0.28, sleeve=0.96, wide=0.005, loose=0.7, flare=0.004,
        flutes=0.0, follow=0.35, cling=0.05, folds=0.0045,
    )  # fmt: skip
    surface = garment_coats.cloth_of(fit, cut, seed_of(rng))
    sewing.shell(surface, cloth, thickness=0.004, depth=0.03)
    sewing.hides(surface, margin=0.05, reach=0.11)
    ground = Surface(fit, surface)
    neck, hem = garment_shell.hem_loop(surface, low=False), garment_shell.hem_loop(surface)
    rim = surface.points[neck]
    top, low = float(rim[np.argmin(rim[:, 1]), 2]), float(surface.points[hem, 2].max())
    sewing.add("collar", _stand(ground, neck), cloth)
    sewing.add("front", _front(ground, top, low), cloth)
    turned = [garment_parts.band(ground, e, 0.075, gap=0.002, thickness=0.003) for e in sleeve_ends(ground)]
    sewing.add("cuffs", turned, cloth)
    light = color[1] > 0.25
    knots = sewing.stuff((0.018, 0.018, 0.020) if light else (0.62, 0.61, 0.58), "cotton", "buttons")
    heights = np.linspace(top - 0.060 * s, fit.waist - 0.055 * s, 5)
    sewing.add("buttons", garment_coats.button_rows(ground, heights, 0.120, 0.0095, lift=0.009), knots)
    return sewing.piece()


def _stand(ground: Surface, neck: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Cloth:
    """The collar: a band that stands up round the neck and does not quite meet in front."""
    s = ground.fit.scale
    order, _ = garment_parts.from_front(ground, neck, 0.12)
    p = ground.cloth.points[order]
    out = p - p.mean(0)
    out[:, 2] = 0
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    rows = [
        p + np.array([0.0, 0.0, up * s]) + out * away * s
        for up, away in ((-0.010, 0.006), (0.006, 0.004), (0.022, 0.001), (0.036, 0.0))
    ]
    return garment_parts.slab_free(ground, np.array(rows), 0.004 * s)


def _front(ground: Surface, top_z: float, low_z: float) -> Cloth:
    """The front that is laid over: broad above, both its rows of buttons on it."""
    s = ground.fit.scale
    v, u = np.meshgrid(np.linspace(0, 1, 22), np.linspace(0, 1, 8), indexing="ij")
    left = -0.088 + 0.014 * v - 0.004 * (1 - v)
    grid = ground.face(
        (left + (0.014 - left) * u) * s,
        top_z - 0.006 * s + (low_z + 0.004 * s - top_z) * v - 0.030 * s * (1 - u) * (1 - v) ** 6,
    )
    gap = (0.0040 - 0.0078 * u**2) * s
    flat = ground.lifted(grid.reshape(-1, 3), gap.ravel())
    return garment_parts.slab(ground, flat.reshape(grid.shape), 0.003 * s)
