"""Eyes: a ball with a recessed, painted iris under a wet cornea. They go with the head and turn with the gaze."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from filmwright.content.figure.body import F64
from filmwright.content.figure.face import Face, bump
from filmwright.content.figure.paint import F32, band, soft_step
from filmwright.content.kinds import Piece
from filmwright.scene.nodes import Image, Mesh
from filmwright.scene.shade import Material, image
from filmwright.values import Color, linear

_IRIS = 0.45  # radius of the iris in radii of the ball: 5.9 mm of 12; textbook
_PUPIL = 0.34  # of the iris; chosen, a room's light
_PALE = 0.30  # mean albedo of skin from which the white of the eye is as white as it gets; chosen
_SIZE = 320  # pixels of the painting; an iris is 20 pixels wide in a close-up of 640
_CAP = math.asin(0.52)  # where the cornea leaves the ball


def build(face: Face, color: Color, age_years: float, seed: int, tone: Color) -> Piece:
    """Both eyes, looking straight ahead. `color`: sRGB of the iris; `tone`: linear albedo of the skin round them."""
    painted = Image(pixels=_painting(np.random.default_rng([seed, 3]), color, age_years, tone))
    nodes = []
    for side, center in (("l", face.eye_l), ("r", face.eye_r)):
        nodes.append(_globe(f"eye {side}", center, face.eye_radius_m, _ball_profile, "eye"))
        nodes.append(_globe(f"cornea {side}", center, face.eye_radius_m, _cornea_profile, "cornea"))
    materials = {
        "eye": Material(color=image("eye"), roughness=0.5, specular=0.1, preview=(0.4, 0.37, 0.34)),
        # Fresnel over straight-through light: no caustics, no noise
        "cornea": Material(model="glass", color=(1.0, 1.0, 1.0), roughness=0.03, ior=1.376),
    }
    centers = {f"{part} {side}": c for side, c in (("l", face.eye_l), ("r", face.eye_r)) for part in ("eye", "cornea")}
    return Piece(
        nodes=tuple(nodes),
        materials=materials,
        images={"eye": painted},
        on_bone={n.name: "head" for n in nodes},
        gazing={name: (float(c[0]), float(c[1]), float(c[2])) for name, c in centers.items()},
    )


def _ball_profile(r: float) -> F64:
    """Rows (radius, depth towards the front) from the middle of the iris to behind the lids; the iris is a shallow bowl."""
    edge = math.asin(_IRIS)
    angle = np.r_[np.linspace(0, edge, 9), np.linspace(edge + 0.02, 2.0, 18)]
    radius = 0.985 * r * np.sin(angle)
    bowl = -0.0004 * (1 - (np.sin(angle) / _IRIS) ** 2)
    depth = np.where(angle <= edge, 0.985 * r * math.cos(edge) + bowl, 0.985 * r * np.cos(angle))
    return np.column_stack([radius, depth])


def _cornea_profile(r: float) -> F64:
    angle = np.r_[np.linspace(0, _CAP, 8), np.linspace(_CAP + 0.03, 2.0, 16)]
    curve = 0.66 * r  # 7.9 mm, textbook
    center = r * math.cos(_CAP) - math.sqrt(curve**2 - (r * math.sin(_CAP)) ** 2)
    across = r * np.sin(angle)
    cap = center + np.sqrt(np.maximum(curve**2 - across**2, 0))
    return np.column_stack([1.002 * across, np.where(angle <= _CAP, cap, 1.002 * r * np.cos(angle))])


def surface_m(ways: F64, r: float) -> F64:
    """How far the front of an eyeball of radius r is from its middle, in directions (n, 3) from there, with the cornea ahead."""
    away = np.arccos(np.clip(-ways[:, 1] / np.maximum(np.linalg.norm(ways, axis=1), 1e-9), -1, 1))
    curve = 0.66 * r
    center = r * math.cos(_CAP) - math.sqrt(curve**2 - (r * math.sin(_CAP)) ** 2)
    side = np.minimum(center * np.sin(away), curve)
    cap = center * np.cos(away) + np.sqrt(curve**2 - side**2)
    return np.asarray(np.where(away < _CAP, np.maximum(cap, r), r))


def _globe(name: str, center: F64, r: float, profile: Callable[[float], F64], material: str) -> Mesh:
    """A profile turned about the axis of sight (-Y). uv: front view of the ball."""
    rows = profile(r)
    sides = 32
    turn = np.arange(sides) / sides * 2 * math.pi
    x = rows[:, :1] * np.cos(turn)
    z = rows[:, :1] * np.sin(turn)
    points = np.stack([x, np.broadcast_to(-rows[:, 1:], x.shape), z], -1).reshape(-1, 3)
    i, j = np.meshgrid(np.arange(len(rows) - 1), np.arange(sides), indexing="ij")
    following = (j + 1) % sides
    # Wound so that the normals look out: an inward cornea shows white crescents.
    faces = np.stack(
        [i * sides + j, (i + 1) * sides + j, (i + 1) * sides + following, i * sides + following], -1
    ).reshape(-1, 4)
    uv = points[faces][..., [0, 2]] / (2 * r) + 0.5
    hidden = ("shadow", "diffuse") if material == "cornea" else ()
    return Mesh(name=name, points=points + center, faces=faces, materials=(material,), uv=uv, hidden_from=hidden)


def _painting(rng: np.random.Generator, color: Color, age_years: float, tone: Color) -> NDArray[np.uint8]:
    """The front view of an eyeball, (n, n, 4) uint8: white with veins, fibrous iris, dark limbus, pupil, the lid's shade."""
    n = _SIZE
    y, x = np.mgrid[0:n, 0:n] / (n - 1) * 2 - 1
    r = np.hypot(x, y)
    q = r / _IRIS
    turn = np.arctan2(y, x) / (2 * math.pi) % 1
    fibre = 0.5 * _polar(rng, turn, q, 180, 3) + 0.35 * _polar(rng, turn, q, 90, 4) + 0.3 * _polar(rng, turn, q, 37, 3)
    iris = np.array(linear(color)) * (0.85 + 0.34 * fibre)[..., None]
    collar = bump(q - 0.50, 0.10) + 0.5 * bump(q - 0.42, 0.06)
    iris = iris * (1 + 0.55 * collar[..., None] * (np.array([1.5, 1.05, 0.6]) - 0.6))
    iris = iris * (1 - 0.82 * soft_step(q, 0.78, 0.99))[..., None]
    iris = (
        iris
        * ((0.55 + 0.45 * soft_step(q, _PUPIL, _PUPIL + 0.2)) * soft_step(q, _PUPIL - 0.03, _PUPIL + 0.03))[..., None]
    )
    vein = np.clip(band(rng, (n, n), 0.7, 5) - 1.2, 0, 1) * soft_step(r, 0.6, 0.95)
    yellow = 1 - 0.10 * float(soft_step(age_years, 40, 75)) * np.array([0.0, 0.3, 1.0])
    # Pigment of dark skin is in its eyes as well, and what stands round them throws less light into them.
    dark = 1 - min(1.0, sum(tone) / 3 / _PALE)
    white = np.array([0.52, 0.485, 0.45]) * yellow * (1 - dark * np.array([0.38, 0.43, 0.50]))
    white = white * np.exp(
        -soft_step(r, 0.55, 1.0)[..., None] * [0.25, 0.62, 0.62] - vein[..., None] * [0.05, 0.35, 0.35]
    )
    edge = soft_step(q, 0.93, 1.06)[..., None]
    shade = 1 - 0.55 * soft_step(y + 0.12 * x * x, 0.18, 0.52)[..., None]
    return to_srgb8(np.clip((iris * (1 - edge) + white * edge) * shade, 0.002, 0.9))


def _polar(rng: np.random.Generator, turn: F64, q: F64, around: int, out: int) -> F64:
    """Noise over angle and radius: `around` by `out` cells, smooth between."""
    table = rng.normal(0, 1, (out + 2, around))
    i, j = turn * around, np.clip(q, 0, 1) * out
    i0, j0 = i.astype(int), j.astype(int)
    f, e = i - i0, j - j0

    def cell(jj: NDArray[np.int64], ii: NDArray[np.int64]) -> F64:
        return np.asarray(table[jj, ii % around])

    low = cell(j0, i0) * (1 - f) + cell(j0, i0 + 1) * f
    high = cell(j0 + 1, i0) * (1 - f) + cell(j0 + 1, i0 + 1) * f
    return np.asarray(low * (1 - e) + high * e)


def to_srgb8(color: F64 | F32, alpha: F64 | F32 | None = None) -> NDArray[np.uint8]:
    """Linear colors (h, w, 3) as sRGB pixels (h, w, 4) uint8. Source: IEC 61966-2-1."""
    curved = np.where(color <= 0.0031308, color * 12.92, 1.055 * np.maximum(color, 1e-9) ** (1 / 2.4) - 0.055)
    opaque = np.ones(color.shape[:2]) if alpha is None else alpha
    return np.asarray(np.dstack([curved, opaque]) * 255 + 0.5).astype(np.uint8)
