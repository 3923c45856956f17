"""A tutu: a bodice with straps, layers of tulle standing out from the hips, pale tights and satin shoes with ribbons."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure import garment_feet, garment_parts, garment_tight
from filmwright.content.figure.body import Body
from filmwright.content.figure.garment import F64, Cloth
from filmwright.content.figure.garment_cut import cut, loops
from filmwright.content.figure.garment_fit import Fit, measure
from filmwright.content.figure.garment_parts import Surface
from filmwright.content.figure.garment_sew import Sewing, fabric, seed_of
from filmwright.content.kinds import Piece
from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Material
from filmwright.scene.shapes import rings
from filmwright.spec.shot import Garment
from filmwright.values import Color

WORDS = ("tutu",)
EXAMPLE = "A ballerina in a white tutu dances on a stage"
MATERIALS = ("silk", "cotton")
COLOR = "white"
COVERS = ("upper", "lower", "feet", "warm")
LAYER = 2
SNUG = True

SOLE_M = 0.004
_PINK: Color = (0.62, 0.40, 0.36)


def build(body: Body, garment: Garment, rng: np.random.Generator) -> Piece:
    """A tutu on a body."""
    fit = measure(body)
    s = fit.scale
    color, material = fabric(garment, COLOR, MATERIALS)
    sewing = Sewing(fit, "tutu", skirted=True)
    cloth = sewing.stuff(color, material)
    bodice = garment_tight.second_skin(fit, 0.0055, arms=False, legs=False)
    bodice = garment_tight.armholes(fit, bodice, 0.050)
    bodice = garment_tight.neck_opening(fit, bodice, above=-0.058, tilt=0.52, wide=0.088)
    bodice = garment_tight.leg_openings(fit, bodice, rise=0.25)
    sewing.shell(bodice, cloth, thickness=0.002, depth=0.008)
    sewing.hides(bodice, margin=0.014, reach=0.05)
    ground = Surface(fit, bodice)
    satin = sewing.stuff(toned(color, 0.72), "silk", "trim")
    edges = [
        garment_parts.band(ground, loop, 0.010, gap=0.0004, thickness=0.0015, rows=3)
        for loop in loops(bodice.faces)
        if bodice.points[loop, 2].mean() > fit.waist
    ]
    sewing.add(
        "trim",
        [*edges, garment_parts.belt(ground, fit.hip + 0.050 * s, width=0.020, gap=0.002, thickness=0.002)],
        satin,
    )
    pale = tuple(0.25 * c + 0.70 for c in color)
    sewing.materials["tutu tulle"] = Material(
        color=color, roughness=0.9, specular=0.1, translucent=0.45, alpha=0.62, preview=(pale[0], pale[1], pale[2])
    )
    seed = seed_of(rng)
    for layer in range(5):
        sewing.add(f"tulle {layer}", _layer(fit, layer, seed), "tutu tulle")
    tights = garment_tight.second_skin(fit, 0.0026, arms=False, legs=True)
    tights = cut(tights, tights.points[:, 2] - fit.hip - 0.02 * s)
    sewing.add(
        "tights", cut(tights, fit.ankle - 0.03 * s - tights.points[:, 2]), sewing.stuff(_PINK, "cotton", "tights")
    )
    legs = (body.points[:, 2] < fit.hip - 0.01 * s) & (fit.arm + fit.hand < 0.3)
    sewing.hidden = legs if sewing.hidden is None else sewing.hidden | legs
    _shoes(sewing, fit)
    return sewing.piece(sole_m=SOLE_M * s)


def _layer(fit: Fit, layer: int, seed: int) -> Cloth:
    """One layer of tulle: a frilled ring that stands out from the hips, each a little lower and smaller than the one above."""
    s = fit.scale
    turn = np.linspace(0, 2 * np.pi, 288, endpoint=False)
    level = fit.hip + (0.045 - 0.013 * layer) * s
    z0 = np.full(len(turn), level)
    middle = fit.trunk.middle(z0)
    start: F64 = fit.trunk.at(z0, turn) + 0.008 * s
    rng = np.random.default_rng([seed, layer])
    wide = (0.245 - 0.022 * layer) * s
    phase = rng.uniform(0, 6.28, 3)
    frill = np.cos(36 * turn + phase[0] + 1.2 * np.sin(5 * turn + phase[1])) + 0.5 * np.cos(23 * turn + phase[2])
    rows = []
    for t in np.linspace(0, 1, 9):
        out = start + wide * t
        droop = (0.050 + 0.030 * layer) * t**1.8 + 0.006 * np.sin(3 * turn + phase[1]) * t
        z = level + (0.012 * np.sin(np.pi * t) - droop + 0.009 * frill * t) * s
        rows.append(np.column_stack([middle + out[:, None] * np.column_stack([np.cos(turn), np.sin(turn)]), z]))
    item = rings(np.array(rows), caps=False)
    _, index = fit.lower.query(item.points, k=12)
    near = np.asarray(fit.body.weights, float)[fit.lower_points[index]].mean(1)
    pelvis = np.zeros(near.shape[1])
    pelvis[fit.body.bones.index("pelvis")] = 1.0
    share = np.repeat(np.linspace(0, 1, 9), len(turn))[:, None] ** 0.5
    return Cloth(item.points, item.faces, near * (1 - share) + pelvis * share)


def _shoes(sewing: Sewing, fit: Fit) -> None:
    """Satin shoes: soft, thin-soled, ribbons round the ankle."""
    s = fit.scale
    satin = sewing.stuff((0.66, 0.38, 0.34), "silk", "shoes")
    upper = garment_feet.upper(fit, ease=0.0055, top_z=fit.ankle - 0.006 * s, toe=0.010)
    sewing.add("shoes", upper, satin)
    sewing.hides_feet(below_z=fit.ankle)
    soles = [
        garment_feet.sole(fit, garment_feet.outline(fit, upper, side), side, thickness=SOLE_M, heel=0.3, welt=0.001)
        for side in "lr"
    ]
    sewing.add("soles", soles, sewing.stuff((0.30, 0.20, 0.15), "leather", "soles"))
