"""Painting a face: color from blood and melanin, height from pores and wrinkles, shine from oil.

Color is tone x exp(-blood (.22, 1, .8) - melanin (.75, 1.15, 1.5)), each placed in face coordinates, so one recipe fits
every face. Strengths were chosen on the portraits that held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from filmwright.content.colors import resolve
from filmwright.content.figure import paint, wrinkles
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.complexion import darkness
from filmwright.content.figure.face import (
    BROW_A0,
    BROW_A1,
    Face,
    along,
    brow_line,
    brow_thickness,
    bump,
    lid_lines,
)  # fmt: skip
from filmwright.content.figure.paint import F32, band, soft_step
from filmwright.values import linear

if TYPE_CHECKING:
    from filmwright.content.figure.person import PersonParams

WIDTH, HEIGHT = 768, 1024  # texels: a face is 500 pixels tall in the closest shot
LIPSTICK = 0.9  # how well lipstick covers; chosen by eye
_BLOOD = np.array([0.22, 1.0, 0.80], np.float32)
_MELANIN = np.array([0.75, 1.15, 1.50], np.float32)


class Painting:
    """What is painted, one (h, w) or (h, w, 3) map each: color (linear), height in millimetres, roughness, oil, cover (0
    beyond the face's part of the skin)."""

    def __init__(self, color: F32, height: F32, roughness: F32, oil: F32, cover: F32) -> None:
        self.color, self.height, self.roughness, self.oil, self.cover = color, height, roughness, oil, cover


@dataclass(frozen=True)
class _Canvas:
    """The face window: positions (h, w, 3) of the skin, face coordinates a, b, and where the face's front is."""

    face: Face
    at: F32
    a: F32
    b: F32
    on: NDArray[np.bool_]
    front: NDArray[np.bool_]
    mouth_b: float
    nose_b: float

    def near(self, spot: ArrayLike, width: float) -> F32:
        """A Gaussian round a point of space, its width in units of u."""
        d2 = ((self.at - np.asarray(spot, np.float32)) ** 2).sum(-1)
        return np.asarray(np.exp(-d2 / np.float32((width * self.face.u) ** 2)), np.float32)

    def both(self, a: float, b: float, width: float) -> F32:
        """The same on both halves of the face, on the skin at face coordinates (±a, b)."""
        spots, _ = self.face.surface([a, -a], [b, b])
        return self.near(spots[0], width) + self.near(spots[1], width)


def _canvas(body: Body, face: Face) -> _Canvas:
    grid = paint.texels(WIDTH, HEIGHT)
    at = grid.spread(body.points)
    a, b = (c.astype(np.float32) for c in face.coordinates(at.astype(np.float64)))
    front = grid.on & (at[..., 1] < face.middle[1] + 0.8 * face.u)
    mouth_b = float((face.mouth[2] - face.middle[2]) / face.u)
    nose_b = float((face.nose[2] - face.middle[2]) / face.u)
    return _Canvas(face, at, a, b, grid.on, front, mouth_b, nose_b)


def paint_face(
    body: Body, face: Face, params: PersonParams, *, scalp: F64 | None, scalp_color: F64, lash: float
) -> Painting:
    """The Painting of one face. scalp: how thickly hair grows at every body point (19158,), None when there is none."""
    rng = np.random.default_rng([params.seed, 1])
    canvas = _canvas(body, face)
    grid = paint.texels(WIDTH, HEIGHT)
    shape = (HEIGHT, WIDTH)
    lips = paint.window_mask("lips", WIDTH, HEIGHT) * canvas.front
    lips = np.clip(lips + 0.18 * band(rng, shape, 1.2, 4) * (lips > 0.03) * (lips < 0.97), 0, 1)
    coarse = [_space_noise(canvas, scale, rng) for scale in (55, 160, 420)]
    zones = _zones(canvas)
    lids = paint.window_mask("eyelids", WIDTH, HEIGHT)
    ears = paint.window_mask("ears", WIDTH, HEIGHT)
    blood, melanin = _pigments(canvas, params, zones, lids, ears, coarse, rng)
    k = wrinkles.years(params.age_years)
    if params.age_years > 50:  # broken veins
        blood += (
            0.25 * k * np.clip(band(rng, shape, 1.0, 3) - 1.3, 0, 1) * np.clip(zones["cheek"] + zones["nose"], 0, 1)
        )
    tone = np.array(params.tone, np.float32)
    color = tone * np.exp(-blood[..., None] * _BLOOD - melanin[..., None] * _MELANIN)
    color = _lips(color, lips, params, coarse[2])
    color = _hairs(color, canvas, params, scalp if scalp is None else grid.spread(scalp), scalp_color, lips, rng)
    color = _lash_roots(color, canvas, lash + 0.25 * params.makeup)
    if params.makeup:
        lid = (zones["eye"] < 0.16) * soft_step(canvas.b, 0.02, 0.12) * bump(np.maximum(zones["eye"], 0), 0.11)
        color = color * (1 - 0.35 * params.makeup * lid[..., None] * np.array([0.7, 0.9, 0.9], np.float32))
    furrow = wrinkles.drawn(canvas.a, canvas.b, canvas.front, wrinkles.lines(params.age_years, rng, canvas.mouth_b))
    color = color * np.exp(-np.clip(furrow, 0, 1)[..., None] * np.array([0.14, 0.30, 0.30], np.float32) * (0.4 + k))
    height = _height(canvas, zones, lips, furrow, coarse, k, rng)
    oil, roughness = _shine(canvas, zones, lips, coarse, k, rng)
    return Painting(np.clip(color, 0.004, 0.95).astype(np.float32), height, roughness, oil, _cover(canvas))


def _space_noise(canvas: _Canvas, scale: float, rng: np.random.Generator) -> F32:
    half = paint.noise_in_space(canvas.at[::2, ::2], scale, rng)
    return np.repeat(np.repeat(half, 2, 0), 2, 1) if scale > 200 else paint.enlarged(half, canvas.a.shape)


def _zones(canvas: _Canvas) -> dict[str, F32]:
    """Named parts of the face as soft masks; "eye" is the distance from the nearer eyeball in units of u."""
    face = canvas.face
    distance = [np.sqrt(((canvas.at - e.astype(np.float32)) ** 2).sum(-1)) for e in (face.eye_l, face.eye_r)]
    return {
        "cheek": canvas.both(0.66, 0.55 * canvas.mouth_b, 0.42),
        "nose": canvas.near(face.nose, 0.30),
        "wings": canvas.both(0.24, canvas.nose_b - 0.02, 0.14),
        "chin": canvas.near(face.surface(0.0, canvas.mouth_b - 0.5)[0][0], 0.28),
        "socket": canvas.both(0.46, -0.30, 0.20) + 0.8 * canvas.both(0.22, -0.08, 0.16),
        "light": canvas.both(0.80, -0.42, 0.2),
        "eye": (np.minimum(*distance) - face.eye_radius_m).astype(np.float32) / np.float32(face.u),
    }


def _pigments(
    canvas: _Canvas, params: PersonParams, zones: dict[str, F32], lids: F32, ears: F32, coarse: list[F32],
    rng: np.random.Generator,
) -> tuple[F32, F32]:  # fmt: skip
    """Blood and melanin over the skin's even tone."""
    n1, n2, n3 = coarse
    k, dark = wrinkles.years(params.age_years), darkness(params.tone)
    cheek, nose = zones["cheek"], zones["nose"]
    rosy = 1.15 if params.age_years < 13 else 1.0
    blood = params.flush * rosy * (
        0.20 * cheek * (1 + 0.5 * n1) + 0.22 * nose + 0.18 * zones["wings"] + 0.12 * zones["chin"] + 0.35 * ears
    )  # fmt: skip
    blood = blood + 0.05 * n1 + 0.045 * n2 + 0.03 * n3 + 0.10 * lids + 0.10 * zones["socket"]
    blood += 0.24 * bump(np.maximum(zones["eye"], 0), 0.035) * (zones["eye"] < 0.3)  # more looks ill
    melanin = 0.05 * n1 + 0.05 * n2 + (0.11 + 0.12 * k + 0.18 * dark) * zones["socket"] + 0.10 * lids
    melanin = melanin - 0.05 * zones["light"] + (0.10 + 0.1 * dark) * bump(canvas.b - 1.0, 0.5) * dark
    shape = canvas.a.shape
    spots = ((params.freckles, 1500, 1.4, True), (float(soft_step(params.age_years, 45, 75)) * 0.55, 200, 3.8, False))
    for strength, count, size, sunny in (*spots, (0.25, 60, 1.2, False)):  # freckles, age spots, moles
        if strength <= 0.02:
            continue
        seeds = np.zeros(shape, np.float32)
        seeds.ravel()[rng.integers(0, seeds.size, count)] = rng.uniform(0.3, 1, count)
        spot = np.clip(paint.blurred(seeds, size) * 2 * np.pi * size * size * 1.3, 0, 1)
        where = np.clip(cheek + nose + 0.25, 0, 1) if sunny else 1.0
        melanin = melanin + strength * 0.5 * spot * where * soft_step(n1 + 0.6, 0.0, 0.9)
    return blood.astype(np.float32), melanin.astype(np.float32)


def _lips(color: F32, lips: F32, params: PersonParams, fine: F32) -> F32:
    tone = np.array(params.tone)
    natural = tone * (np.array([0.70, 0.40, 0.42]) if darkness(params.tone) < 0.5 else np.array([0.78, 0.58, 0.62]))
    if params.gender > 0.5 or params.age_years < 15:
        natural = 0.6 * natural + 0.4 * tone * np.array([0.85, 0.68, 0.66])
    stick = next((g for g in params.wardrobe if g.kind == "lipstick"), None)
    share = params.makeup if stick is None else LIPSTICK
    pigment = np.array(linear((0.62, 0.22, 0.24)) if stick is None else resolve(stick.color or "crimson"))
    painted = natural * (1 - share) + pigment * share * _depth(params)
    weight = 0.85 * soft_step(lips, 0.15, 0.75)[..., None]
    return np.asarray(color * (1 - weight) + painted * (1 + 0.10 * fine[..., None]) * weight, np.float32)


def _depth(params: PersonParams) -> float:
    """Lip color on dark skin is deeper."""
    return 1.0 - 0.5 * darkness(params.tone)


def _hairs(
    color: F32, canvas: _Canvas, params: PersonParams, scalp: F32 | None, scalp_color: F64, lips: F32,
    rng: np.random.Generator,
) -> F32:  # fmt: skip
    """What hair leaves on the skin: stubble, the shade under the brows, the scalp under the hair."""
    if params.stubble:
        grain = np.clip(band(rng, lips.shape, 0.6, 1.6), -1, 1)
        shade = params.stubble * beard_area(canvas.face, canvas.at) * (1 - lips) * (0.85 + 0.3 * grain)
        color = color * (1 - shade[..., None] * np.array([0.40, 0.36, 0.32], np.float32))
    brow = 0.36 * brow_area(canvas.face, canvas.at, 0.08) * canvas.front
    color = color * (1 - brow[..., None]) + brow[..., None] * scalp_color * 0.8
    if scalp is not None:
        cover: F32 = np.asarray(0.78 * scalp[..., None], np.float32)
        color = color * (1 - cover) + scalp_color * 0.6 * cover
    return np.asarray(color, np.float32)


def _lash_roots(color: F32, canvas: _Canvas, strength: float) -> F32:
    for side in "lr":
        for line, width, share in zip(lid_lines(canvas.face, side), (0.00095, 0.0006), (0.75, 0.30)):
            q = along(line, np.linspace(0, 1, 50)).astype(np.float32)
            low, high = q.min(0) - 0.003, q.max(0) + 0.003
            near = np.nonzero(canvas.on & ((canvas.at > low) & (canvas.at < high)).all(-1))
            d = np.linalg.norm(canvas.at[near][:, None] - q[None], axis=-1).min(1)
            color[near] *= 1 - min(strength, 1.0) * share * bump(d, width)[:, None] * np.array([0.85, 0.9, 0.95])
    return color


def _height(
    canvas: _Canvas,
    zones: dict[str, F32],
    lips: F32,
    furrow: F32,
    coarse: list[F32],
    k: float,
    rng: np.random.Generator,
) -> F32:
    """Millimetres over the mesh: pores, fine grain, wrinkles, the folds of the lips."""
    shape = canvas.a.shape
    _, n2, n3 = coarse
    where = 0.45 + zones["nose"] + 0.8 * zones["wings"] + 0.6 * zones["cheek"] + 0.3 * bump(canvas.b - 0.8, 0.5)
    pores = -np.clip(band(rng, shape, 0.8, 2.2) - 0.7, 0, 2) * 0.050 * np.clip(where, 0, 1.5) * (1 + 0.8 * k)
    fine = band(rng, shape, 1.3, 5) * 0.014 + n3 * 0.015
    crepe = k * band(rng, shape, 1.6, 4) * 0.03 * np.clip(bump(zones["eye"], 0.45) + 0.35, 0, 1)
    folds = np.sin(canvas.a * 150 + 3 * n2 + 1.5 * coarse[0]) * 0.5 + np.sin(canvas.a * 77 + 4 * n2)
    out = (pores + fine) * (1 - lips) - furrow * 1.3 * (0.35 + 0.65 * k) + crepe + lips * folds * (0.030 + 0.02 * k)
    return np.asarray(out, np.float32)


def _shine(
    canvas: _Canvas, zones: dict[str, F32], lips: F32, coarse: list[F32], k: float, rng: np.random.Generator
) -> tuple[F32, F32]:
    """Oil 0..1 and roughness: the T-zone shines, lips most."""
    wet = soft_step(lips, 0.3, 0.8)
    forehead = bump(canvas.a, 0.35) * soft_step(canvas.b, 0.35, 0.7)
    oil = 0.9 * zones["nose"] + 0.55 * forehead + 0.35 * zones["cheek"] + 0.25 * zones["chin"] + 0.5 * wet
    oil = np.clip(oil, 0, 1) * (1 - 0.35 * k)
    rough = (
        0.56 - 0.13 * oil - 0.16 * wet + 0.05 * coarse[1] - 0.10 * bump(np.maximum(zones["eye"], 0), 0.04) + 0.05 * k
    )
    rough = rough + 0.03 * band(rng, lips.shape, 0.8, 2.5)
    return oil.astype(np.float32), np.clip(rough, 0.2, 0.8).astype(np.float32)


def _cover(canvas: _Canvas) -> F32:
    """1 inside the painted window, fading at the edges it shares with the rest of the skin."""
    rows, columns = np.arange(HEIGHT)[:, None], np.arange(WIDTH)[None]
    edge = soft_step(columns, 0, 20) * soft_step(rows, 0, 20) * soft_step(HEIGHT - rows, 0, 20)
    return np.asarray(canvas.on * edge, np.float32)


def brow_area(face: Face, points: ArrayLike, thickness: float) -> F64:
    """Where brows grow at points (..., 3), 0..1."""
    p = np.asarray(points)
    a, b = face.coordinates(p)
    q = (np.abs(a) - BROW_A0) / (BROW_A1 - BROW_A0)
    _, line = brow_line(np.clip(q, 0, 1))
    inside = bump((b - line) / brow_thickness(q, thickness), 1.0)
    return np.asarray(inside * soft_step(q, -0.08, 0.1) * (1 - soft_step(q, 0.92, 1.06)))


def beard_area(face: Face, points: ArrayLike) -> F64:
    """Where a beard grows at points (..., 3), 0..1: jaw, chin, moustache. Chosen on a portrait."""
    p = np.asarray(points)
    a = np.abs(p[..., 0]) / face.u
    b = (p[..., 2] - face.mouth[2]) / face.u
    y = (p[..., 1] - face.middle[1]) / face.u
    line = 0.10 + 0.42 * soft_step(a, 0.62, 1.05) + 0.9 * soft_step(a, 1.05, 1.25)
    jaw = (1 - soft_step((b - line) / 0.22, -0.45, 0.55)) * soft_step(a, 0.36, 0.50)
    chin = 1 - soft_step(b, -0.22, -0.12)
    moustache = (1 - soft_step(b, 0.26, 0.36)) * soft_step(b, 0.06, 0.14) * (1 - soft_step(a, 0.50, 0.62))
    edge = (1 - soft_step(y, 1.05, 1.35)) * soft_step(b, -1.25, -0.85)
    return np.asarray(np.clip(np.maximum(np.maximum(jaw, chin), moustache), 0, 1) * edge)
