"""Lashes and brows: strands on the head bone that go with the skin of the face."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.complexion import HAIR, WHITE_STRAND
from filmwright.content.figure.face import Face, along, brow_line, brow_thickness, lid_lines
from filmwright.content.figure.face_units import FaceUnits, on_lashes, on_line
from filmwright.content.figure.paint import soft_step
from filmwright.content.figure.pose import unit
from filmwright.content.figure.strands import hair_color, hair_material, undyed
from filmwright.content.kinds import Piece
from filmwright.scene.nodes import Strands
from filmwright.scene.shade import Material

if TYPE_CHECKING:
    from filmwright.content.figure.person import PersonParams

_LASH_M = 0.00013  # radius at the root
_BROW_M = 0.00006


def build(body: Body, face: Face, units: FaceUnits, params: PersonParams) -> Piece:
    """Lashes, the dark line of their roots (scattering washes out a painted one), and brows."""
    rng = np.random.default_rng([params.seed, 2])
    strength = (1.0 if params.gender < 0.5 else 0.6) * (0.55 if params.age_years > 60 else 1.0)
    scale = body.height_m / 1.7 if params.age_years < 15 else 1.0
    lashes, roots = _lashes(face, strength, rng, 0.75 + 0.25 * scale)
    brows = _brows(face, params, rng)
    lash = Strands(
        name="lashes", points=lashes, radii=np.array([1, 0.95, 0.8, 0.6, 0.35, 0.1]) * _LASH_M, material="lash"
    )
    line = Strands(
        name="lash line",
        points=roots,
        radii=np.sin(np.linspace(0.25, 2.9, roots.shape[1])) * (0.00012 + 0.00020 * strength),
        material="lash",
    )
    nodes = [on_lashes(units, body, lash), on_line(units, body, line)]
    color = hair_color(undyed(params.hair.color))
    gray = color.white * (0.6 if params.age_years < 75 else 0.85)
    white = rng.random(len(brows)) < gray
    # Brows are darker than the head's hair, blond ones most.
    dark = tuple(0.55 * c for c in (color.color if color.white < 0.8 else HAIR["gray"].color))
    materials = {
        "lash": Material(color=(0.012, 0.008, 0.006), roughness=0.6, preview=(0.02, 0.015, 0.01)),
        "brow": hair_material((dark[0], dark[1], dark[2]), 0.4),
    }
    radii = np.array([1, 0.95, 0.8, 0.55, 0.15]) * _BROW_M
    for mask, name in ((~white, "brow"), (white, "brow white")):
        if mask.any():
            brow = Strands(name=name, points=brows[mask], radii=radii, material=name)
            nodes.append(units.on_strands(body, brow))
    if white.any():
        materials["brow white"] = hair_material(WHITE_STRAND, 0.4)
    return Piece(nodes=tuple(nodes), materials=materials, on_bone={n.name: "head" for n in nodes})


def _lashes(face: Face, strength: float, rng: np.random.Generator, size: float) -> tuple[F64, F64]:
    """Lashes (n, 6, 3) of both eyes, and the root lines (2, 20, 3) of the upper lids."""
    t = np.linspace(0, 1, 6)[:, None]
    lashes, roots = [], []
    for side, sign in (("l", 1.0), ("r", -1.0)):
        eye = face.eye_l if side == "l" else face.eye_r
        upper, lower = lid_lines(face, side)
        # The subdivided lid lies a little outside the coarse one the line was found on.
        upper = upper + unit(upper - eye) * 0.0006 - [0, 0, 0.0009]
        lower = lower + unit(lower - eye) * 0.0006 + [0, 0, 0.0004]
        outer_last = upper[-1, 0] * sign > upper[0, 0] * sign
        for line, count, length, up in (
            (upper, int(105 * (0.6 + 0.4 * strength)), 0.0076 * (0.72 + 0.28 * strength) * size, 1.0),
            (lower, int(34 * (0.5 + 0.5 * strength)), 0.0040 * size, -1.0),
        ):
            share = 0.04 + 0.93 * (np.arange(count) + rng.uniform(0.1, 0.9, count)) / count
            share = share + 0.35 / count * np.sin(share * count * 2.1)
            p = along(line, np.clip(share, 0, 1))
            outwards = (p[:, 0] - eye[0]) / (0.8 * face.eye_radius_m)
            way = unit(p - eye) * 0.75 + np.column_stack(
                [0.55 * outwards, np.full(count, -0.35), np.full(count, 0.30 * up)]
            )
            way = unit(way + rng.normal(0, 0.10, (count, 3)))
            towards_outer = share if outer_last else 1 - share
            reach = length * rng.uniform(0.65, 1.05, count) * (0.62 + 0.45 * soft_step(towards_outer, 0, 0.8))
            curl = np.array([0.0, 0.0, up])
            bent = 0.55 * t[None] ** 2 * curl - 0.12 * t[None] * (1 - t[None]) * curl
            lashes.append(p[:, None] + (way[:, None] * t[None] + bent) * reach[:, None, None])
        roots.append(along(upper, np.linspace(0.05, 0.98, 20)) - [0, 0, 0.0003])
    return np.concatenate(lashes), np.array(roots)


def _brows(face: Face, params: PersonParams, rng: np.random.Generator) -> F64:
    """Hairs (n, 5, 3) of both brows: upright at the inner end, lying outward further on."""
    female, old = params.gender < 0.5, params.age_years > 60
    count = 300 if female else 380
    if params.age_years < 13:
        count = 230
    length = (0.0072 if female else 0.0085) * (1.15 if old else 1.0)
    t = np.linspace(0, 1, 5)
    out = []
    for sign in (1.0, -1.0):
        q = rng.beta(1.15, 1.25, count)
        a, b = brow_line(q)
        v = np.clip(rng.normal(0, 0.55, count), -1.2, 1.2)
        p, normal = face.surface(sign * a, b + v * brow_thickness(q, brow_full(params)))
        up = (1.0 - 1.35 * soft_step(q, 0, 0.55)) - 0.35 * v * soft_step(q, 0.2, 0.5)
        way = np.column_stack([sign * (0.35 + 0.8 * soft_step(q, 0, 0.4)), np.full(count, 0.1), up])
        way = way + rng.normal(0, 0.20 if old else 0.13, (count, 3))
        way = unit(way - normal * (way * normal).sum(1, keepdims=True))
        reach = length * rng.uniform(0.6, 1.1, count) * (1 - 0.35 * q)
        bend = np.array([sign * 0.25, 0.0, -0.25])
        rise = normal[:, None] * (t * (1.1 - t))[None, :, None] * 0.35
        hair = way[:, None] * t[None, :, None] + (t * t)[None, :, None] * bend + rise
        out.append(p[:, None] + hair * reach[:, None, None])
    return np.concatenate(out)


def brow_full(params: PersonParams) -> float:
    """Half thickness of somebody's brows, in units of u."""
    return 0.068 if params.gender < 0.5 else 0.085
