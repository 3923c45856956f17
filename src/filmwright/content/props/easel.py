"""A painter's easel: three beech legs, a tray with brushes, a canvas begun in broad strokes."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from filmwright.content import things
from filmwright.content.kinds import F64, Thing
from filmwright.content.props import _parts, _screens
from filmwright.scene.shade import Bump, Material, attribute, coords, image, noise, op
from filmwright.scene.shapes import Shape, box, join, lathe, rotation, sweep
from filmwright.spec.shot import Member
from filmwright.values import Color

WORDS = ("easel",)
EXAMPLE = "An easel in a studio"
COLOR = "#a9794a"
MATERIALS = ("wood", "lacquer", "metal")
HOME = ("art_studio", "studio")
CANVAS_M = (0.74, 0.92)  # width and height
TRAY_M, MAST_M = 0.78, 1.86
LEAN_RAD = 0.16


class Params(NamedTuple):
    """One easel: its frame's material and linear color, its size against the usual, and what is painted."""

    material: str
    color: Color
    size: float
    seed: int


def vary(rng: np.random.Generator, member: Member) -> Params:
    """The easel somebody asked for."""
    material, color = _parts.painted_wood(member, COLOR)
    return Params(material, color, things.size_of(member), int(rng.integers(97)))


def build(params: Params) -> Thing:
    """The easel, its canvas in front."""
    wood = [_post((s * 0.36, 0.26, 0.0), (s * 0.05, -0.03, MAST_M), s) for s in (-1.0, 1.0)]
    wood.append(_post((0.0, -0.56, 0.0), (0.0, -0.07, MAST_M - 0.12), 5.0))
    lean = rotation(x=LEAN_RAD)
    foot = np.array([0.0, 0.145, TRAY_M])
    tray = _parts.board((0.86, 0.10, 0.024), (0, 0.02, -0.012), bevel=0.004)
    lip = _parts.board((0.86, 0.014, 0.034), (0, 0.068, 0.006), bevel=0.004)
    bar = _parts.board((0.62, 0.024, 0.05), (0, -0.03, -0.30), offset=2.0)
    clamp = _parts.board((0.09, 0.075, 0.035), (0, -0.005, CANVAS_M[1] + 0.02), bevel=0.005)
    mast = _parts.board((0.045, 0.022, 1.15), (0, -0.036, 0.50), offset=4.0)
    wood += [s.turned(lean).moved(foot) for s in (tray, lip, bar, clamp, mast)]
    w, h = CANVAS_M
    frame = box((w, 0.024, h), center=(0, -0.002, h / 2), bevel=0.003).turned(lean).moved(foot)
    painted = _parts.front(_screens.pane(w - 0.004, h - 0.004)).moved((0, 0.0115, h / 2)).turned(lean).moved(foot)
    brushes, bristles = [], []
    for k, x in enumerate((-0.30, -0.25, 0.21, 0.29)):
        a = np.array([x, 0.035, 0.008]) + [0.0, 0.0, 0.003 * k]
        b = a + np.array([0.19 * (-1) ** k, 0.012, 0.004])
        brushes.append(sweep(np.array([a, b]) @ lean.T + foot, [0.0045, 0.003], sides=8))
        bristles.append(sweep(np.array([b, b + (b - a) * 0.16]) @ lean.T + foot, [0.005, 0.002], sides=8))
    nuts = lathe([(0.001, 0.0), (0.02, 0.0), (0.02, 0.014), (0.008, 0.02), (0.001, 0.02)], sides=16, caps=False)
    nut = nuts.turned(rotation(x=-math.pi / 2)).moved((0, -0.03, -0.30)).turned(lean).moved(foot)
    thing = Thing(
        nodes=(
            things.mesh("easel frame", join(wood), "frame"),
            things.mesh("easel canvas", frame, "canvas"),
            things.mesh("easel painting", painted, "painting"),
            things.mesh("easel brushes", join(brushes), "handles", sharp_rad=None),
            things.mesh("easel bristles", join([*bristles, nut]), "bristles"),
        ),
        materials={
            "frame": things.made_of(params.material, params.color),
            "canvas": _parts.plain("cotton", "#d9d3c4"),
            "painting": _paint(),
            "handles": _parts.plain("lacquer", "#8a2a1c"),
            "bristles": _parts.plain("metal", "#6b5a44"),
        },
        images={"easel picture": _screens.encoded(_begun(params.seed))},
        view_rad=0.45,
        face=(0.0, 0.1, TRAY_M + CANVAS_M[1] / 2),
        face_m=1.1,
    )
    return things.scaled(thing, params.size)


def _post(foot: tuple[float, float, float], top: tuple[float, float, float], offset: float) -> Shape:
    return _parts.leg(top, foot, (0.034, 0.040), radius=0.12, offset=offset)


def _begun(seed: int) -> F64:
    """An evening lake in dabs of a broad brush, the canvas still white at its rim, (h, w, 3) sRGB."""
    w, h = 296, 368
    rng = np.random.default_rng(seed)
    motif = _screens.lake(w, h)
    if seed % 2:  # another hour of the day, seen from the other shore
        motif = motif[:, ::-1, [1, 0, 2]]
    v, u = np.mgrid[0:h, 0:w].astype(float)
    picture = np.empty((h, w, 3))
    picture[:] = (0.90, 0.88, 0.82)
    picture += (rng.random((h, w, 1)) - 0.5) * 0.03
    for k in range(2400):
        x, y = float(rng.uniform(0, w)), float(rng.uniform(0, h))
        rim = min(x / w, 1 - x / w, y / h, 1 - y / h)
        if rim < 0.03 + 0.09 * float(rng.random()):
            continue
        half, thick = (19.0, 6.0) if k < 1100 else (9.0, 3.2)
        a = float(rng.normal(0.15 if y < 0.36 * h else 0.7, 0.35))
        x0, x1, y0, y1 = (int(c) for c in (max(x - 21, 0), min(x + 22, w), max(y - 21, 0), min(y + 22, h)))
        du, dv = u[y0:y1, x0:x1] - x, v[y0:y1, x0:x1] - y
        along, across = du * math.cos(a) + dv * math.sin(a), dv * math.cos(a) - du * math.sin(a)
        hairs = 0.75 + 0.25 * np.sin(across * 2.2 + k)
        inside = (np.clip(1.4 - (along / half) ** 2 - (across / thick) ** 2, 0, 1) * hairs)[..., None]
        color = np.clip(
            motif[min(int(y), h - 1), min(int(x), w - 1)] * (1.0 + rng.normal(0, 0.07)) + rng.normal(0, 0.03, 3), 0, 1
        )
        picture[y0:y1, x0:x1] = picture[y0:y1, x0:x1] * (1 - inside) + color * inside
    return np.clip(picture, 0, 1)


def _paint() -> Material:
    """Oil paint that stands off the cloth."""
    strokes = noise(coords("rest"), scale=70.0, detail=3, distortion=1.5)
    tone = op("x", image("easel picture", attribute("screen")))
    return Material(
        color=image("easel picture", attribute("screen")), roughness=0.42, specular=0.4,
        bumps=(Bump(height=strokes * 0.6 + tone * 0.4, strength=0.5, distance_m=0.002),), preview=(0.5, 0.4, 0.4),
    )  # fmt: skip
