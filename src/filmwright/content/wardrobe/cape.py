"""A cape: over the shoulders and down the back to the calves in deep flutes, with a turned collar, closed by a clasp and chain."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_folds, garment_parts, garment_shell
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import I64, Cloth, from_shape
from filmwright.content.figure.garment_cut import cut
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials import _pattern
from filmwright.scene.shapes import curve, sweep
from filmwright.spec.shot import Garment

WORDS = ("cape",)
EXAMPLE = "A woman in a red cape and a black dress stands in the snow"
MATERIALS = ("wool", "silk", "cotton", "felt", "leather")
COLOR = "dark_red"
PATTERNS = _pattern.NAMES
LAYER = 9
FLOWING = True  # it gives way to wide skirts below it

DRAG = {"silk": 0.14, "cotton": 0.11, "leather": 0.05}  # radians it trails at a metre a second; others 0.09. Chosen.
GOLD = (0.72, 0.50, 0.18)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A cape on a body."""
    fit = measure(body)
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "cape", garment.pattern, skirted=True)
    cloth = sewing.stuff(color, material)
    whole = hanging(fit, seed_of(rng), 0.5 * (fit.knee + fit.ankle), follow=0.2)
    neck = garment_shell.hem_loop(whole, low=False)
    around = Surface(fit, whole)
    sewing.shell(behind(fit, whole), cloth, thickness=0.004, depth=0.05)
    sewing.lets_flow(fit.neck - 0.10 * fit.scale, drag=DRAG.get(material, 0.09))
    collar = garment_parts.collar(
        around, neck, stand=0.028, fall=lambda a: 0.060 - 0.012 * np.cos(a), gap=0.006, opening_rad=0.42, roll=0.009
    )
    sewing.add("collar", collar, cloth)
    clasp(sewing, around, neck, sewing.metal(GOLD, "clasp"))
    return sewing.piece()


def hanging(fit: Fit, seed: int, hem_z: float, *, flutes: float = 0.085, follow: float = 0.55) -> Cloth:
    """What a cape is cut from: cloth that hangs from the shoulders all round down to `hem_z` (metres). `follow`: the share of the
    thighs' swing it takes; much of it would draw a cape that trails under whoever runs."""
    s = fit.scale
    top = garment_shell.bodice(
        fit,
        ease=0.034,
        hem_z=fit.waist + 0.05 * s,
        sleeve=-0.80,
        neck=0.030,
        neck_tilt=0.25,
        looseness=1.0,
        drape=14,
    )
    whole = garment_shell.skirt(fit, top, hem_z=hem_z, ease=0.050, flare=0.10, flutes=flutes, seed=seed, follow=follow)
    height = garment_folds.waves(fit, whole, 0.009, seed=seed, wide=0.06, long=0.5)
    return garment_folds.displaced(fit, whole, height, gap=0.026)


def behind(fit: Fit, whole: Cloth, forward: float = 0.0) -> Cloth:
    """The part of it that lies on the shoulders and hangs behind the arms, `forward` metres (scale 1) further to the front."""
    s, p = fit.scale, whole.points
    shoulder = float(fit.head_of("upperarm_l")[2])
    middle = fit.trunk.middle(np.minimum(p[:, 2], shoulder - 0.10 * s))[:, 1]
    t = np.clip((p[:, 2] - shoulder + 0.10 * s) / (0.15 * s), 0, 1)
    edge = middle + (0.020 - forward * (1 - t) - 0.13 * t**1.4) * s
    return cut(whole, edge - p[:, 1])


def clasp(sewing: Sewing, around: Surface, neck: I64, gold: str) -> None:
    """A clasp on each side of the neck and the chain between them."""
    s = sewing.fit.scale
    rim = around.cloth.points[neck]
    front = rim[:, 1].min()
    x = np.array([1.0, -1.0]) * 0.050 * s
    z = float(rim[np.argmin(rim[:, 1]), 2])
    places = around.face(x, np.full(2, z + 0.002 * s))
    places[:, 1] = np.minimum(places[:, 1], front + 0.03 * s)
    sewing.add("clasp", garment_parts.buttons(around, places, 0.015, lift=0.010, flat=False), gold)
    middle = places.mean(0) + np.array([0.0, -0.012, -0.014]) * s
    chain = sweep(curve(np.array([places[0], middle, places[1]]) - [0, 0.008 * s, 0], 14), 0.0028 * s, sides=8)
    sewing.add("chain", from_shape(chain, around.weights(middle[None])[0]), gold)
