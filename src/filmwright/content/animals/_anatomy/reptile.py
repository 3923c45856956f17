"""What reptiles have: teeth along both jaws, spikes along the back, scales."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from filmwright.content.animals._anatomy.features import Part, joined, sided
from filmwright.content.animals._anatomy.flesh import jaw_frame
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.skeleton import SIDES, Skeleton, head_frame
from filmwright.scene.shade import Bump, Material, Value, cmul, coords, mapping, mix, noise, remap, voronoi
from filmwright.scene.shapes import F64, Shape, curve, sweep


def teeth(
    form: Form,
    skel: Skeleton,
    *,
    upper: tuple[float, float, int] = (0.46, 0.965, 11),
    lower: tuple[float, float, int] = (0.24, 0.67, 8),
    tall: tuple[float, float] = (0.085, 0.065),
    wide: float = 0.019,
) -> list[Part]:
    """Cones along both jaws: from where to where (in head lengths) and how many, and how tall those above and below are."""
    frame, length = head_frame(skel.joints), form.head * form.height_m
    skull, jaw = np.array(form.skull), np.array(form.jaw)
    pieces: list[tuple[Shape, str]] = []
    for axes, rows, (low, high, count), down in (
        (frame, skull, upper, True),
        (jaw_frame(form, skel), jaw, lower, False),
    ):
        for k, u in enumerate(np.linspace(low, high, count)):
            half = float(np.interp(u, rows[:, 0], rows[:, 3])) * (0.80 if down else 0.86)
            z = float(np.interp(u, rows[:, 0], rows[:, 2 if down else 1])) + (0.02 if down else -0.02)
            reach = tall[0 if down else 1] * (0.75 + 0.35 * ((k * 0.618) % 1.0)) * (-1 if down else 1)
            line = [axes.at(u + 0.02 * t, half, z + reach * t, length) for t in (0.0, 0.5, 1.0)]
            tooth = sweep(line, length * wide * np.array([1.0, 0.74, 0.1]), sides=8)
            pieces += [(sided(tooth, sign), "head") for _, sign in SIDES]
    return [joined("teeth", "tooth", skel, pieces)]


def spikes(
    form: Form,
    skel: Skeleton,
    tall: Sequence[float],
    count: int,
    *,
    material: str = "horn",
    first: float = 0.0,
    thin: float = 0.32,
) -> list[Part]:
    """Flat spikes along the middle of the back from the head to the tip of the tail, as tall (heights, evenly along) as said. `first`:
    where they begin, as a share of the whole way."""
    neck = [(y, z + 0.92 * deep) for y, z, _, deep in reversed(form.neck[1:])]
    torso = [(y, top) for y, top, _, _ in reversed(form.torso[2:-3])]
    tail = [(y, z + 0.9 * r) for y, z, r in form.tail.rows]
    line = curve(np.array([*neck, *torso, *tail]), 240)
    reach = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    pieces: list[tuple[Shape, str]] = []
    names = [n for n in skel.bones if n in ("pelvis", "chest", "neck_a", "neck_b") or n.startswith("tail_")]
    h = form.height_m
    for k, at in enumerate(np.linspace(first, 0.985, count)):
        place = at * reach[-1]
        y, z = (float(np.interp(place, reach, line[:, a])) for a in (0, 1))
        back = np.array([float(np.interp(place + 0.04, reach, line[:, a])) for a in (0, 1)]) - [y, z]
        back = back / max(float(np.linalg.norm(back)), 1e-9)
        out = np.array([back[1], -back[0]])
        out = out if out[1] > 0 or abs(back[1]) > 0.9 else -out
        size = float(np.interp(at, np.linspace(0, 1, len(tall)), tall)) * (0.85 + 0.3 * ((k * 0.618) % 1.0))
        root = np.array([y, z]) - 0.25 * size * out
        path = [root + size * (1.15 * t * out + 0.55 * t * t * back) for t in (0.0, 0.4, 0.75, 1.05)]
        points = np.array([[0.0, a, b] for a, b in path]) * h
        widths = size * h * np.array([0.42, 0.30, 0.17, 0.02])
        spike = sweep(points, widths, sides=10, flat=thin)
        pieces.append((spike, min(names, key=lambda n: _apart(skel, n, np.array([0.0, y, z]) * h))))
    return [joined("spikes", material, skel, pieces)]


def _apart(skel: Skeleton, bone: str, point: F64) -> float:
    """How far a point is from a bone."""
    a, b = skel.joints[skel.bones[bone].start], skel.joints[skel.bones[bone].end]
    t = float(np.clip((point - a) @ (b - a) / max(float((b - a) @ (b - a)), 1e-9), 0.0, 1.0))
    return float(np.linalg.norm(point - a - t * (b - a)))


def scales(color: Value, height_m: float, *, fine: float = 34.0, gloss: float = 0.4) -> Material:
    """Scaly skin: `fine` scales to a height."""
    rest = coords("rest")
    warped = mapping(rest, scale=(1.0, 1.0, 1.25))
    edge = voronoi(warped, scale=fine / height_m, feature="DISTANCE_TO_EDGE")
    small = voronoi(warped, scale=3.1 * fine / height_m, feature="DISTANCE_TO_EDGE")
    plate = remap(edge, 0.0, 0.22, 0.0, 1.0, smooth=True)
    patch = noise(rest, scale=5.0 / height_m, detail=3.0)
    tone = mix(
        cmul(color, (0.42, 0.40, 0.40)), mix(color, cmul(color, (1.5, 1.45, 1.3)), remap(patch, 0.4, 0.75)), plate
    )
    return Material(
        color=tone,
        roughness=0.72 - 0.45 * gloss,
        specular=0.35 + 0.2 * gloss,
        bumps=(
            Bump(height=plate, strength=0.9, distance_m=0.012 * height_m),
            Bump(height=remap(small, 0.0, 0.2), strength=0.35, distance_m=0.004 * height_m),
        ),
    )
