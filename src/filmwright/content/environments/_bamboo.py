"""Bamboo: tall culms with their nodes, thin branches that arch from these, sprays of narrow leaves. All stand on z = 0, of 12 m, and
carry the color of every point as `tint`; the culm is slot 1."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

import numpy as np

from filmwright.scene import shapes
from filmwright.scene.shapes import F64, Shape
from filmwright.values import Color

Detail = Literal["near", "mid", "far", "double"]
HEIGHT_M = 12.0
LEAVES, CULM = 0, 1


class _Degree(NamedTuple):
    """What a degree of detail has: sides of a culm, leaves, their length and width in metres, whether nodes and branches are shaped."""

    sides: int
    leaves: int
    long_m: float
    wide_m: float
    nodes: bool


_DEGREES: dict[str, _Degree] = {
    "near": _Degree(12, 2200, 0.17, 0.028, True),
    "mid": _Degree(7, 1100, 0.25, 0.044, True),
    "far": _Degree(4, 300, 0.46, 0.085, False),
    "double": _Degree(4, 190, 0.50, 0.11, False),
}


def culm(seed: int, detail: Detail, *, stem: Color, leaf: Color, radius_m: float = 0.052) -> Shape:
    """One culm with its crown; the upper third leans out and nods."""
    rng = np.random.default_rng([seed, 331])
    turn, nod = rng.uniform(0, 2 * math.pi), rng.uniform(0.5, 2.1)
    way = np.array([math.cos(turn), math.sin(turn), 0.0])
    bend = rng.normal(0, 0.12)

    def spine(z: F64) -> F64:
        t = np.clip(z / HEIGHT_M, 0, 1)
        side = np.array([-way[1], way[0], 0.0])
        return np.asarray(
            (nod * t**3)[..., None] * way
            + (bend * np.sin(3.0 * t))[..., None] * side
            + (z - 0.12 * nod * t**6 * HEIGHT_M / 4)[..., None] * np.array([0.0, 0.0, 1.0])
        )

    nodes = _nodes(rng)
    degree = _DEGREES[detail]
    wood = _stem(spine, nodes, degree, stem, radius_m)
    roots, tips = _branches(rng, spine, nodes)
    parts = [wood]
    if degree.nodes:
        few = slice(None) if detail == "near" else slice(None, None, 3)
        parts += [
            shapes.sweep(np.array([a, (a + b) / 2 + [0, 0, 0.10 * np.linalg.norm(b - a)], b]), (0.008, 0.005, 0.002), sides=3, caps=False)
            .painted(CULM).with_data("tint", np.asarray(stem) * 0.9)
            for a, b in zip(roots[few], tips[few], strict=True)
        ]  # fmt: skip
    parts.append(_foliage(rng, roots, tips, degree, leaf))
    return shapes.join(parts)


def spray(seed: int, *, stem: Color, leaf: Color, reach_m: float = 1.1) -> Shape:
    """A low shoot of a few arching twigs full of leaves, about `reach_m` high."""
    rng = np.random.default_rng([seed, 337])
    turn = rng.uniform(0, 2 * math.pi, 7)
    tips = (
        np.column_stack([np.cos(turn), np.sin(turn), rng.uniform(0.7, 1.5, 7)])
        * rng.uniform(0.5, 0.9, 7)[:, None]
        * reach_m
    )
    roots = tips * np.array([0.08, 0.08, 0.0])
    twigs = [
        shapes.sweep(np.array([a, 0.45 * (a + b) + [0, 0, 0.18 * reach_m], b]), (0.006, 0.005, 0.002), sides=4, caps=False)
        .painted(CULM).with_data("tint", stem)
        for a, b in zip(roots, tips, strict=True)
    ]  # fmt: skip
    return shapes.join([*twigs, _foliage(rng, roots, tips, _Degree(4, 170, 0.17, 0.030, True), leaf)])


def _nodes(rng: np.random.Generator) -> F64:
    """Heights of the nodes: close together at the foot and at the top."""
    at = [0.10]
    while at[-1] < HEIGHT_M - 0.25:
        t = at[-1] / HEIGHT_M
        at.append(at[-1] + (0.13 + 0.30 * math.sin(math.pi * min(0.08 + t, 1.0) ** 0.8)) * rng.uniform(0.94, 1.06))
    return np.array(at[:-1])


def _stem(spine: object, nodes: F64, degree: _Degree, stem: Color, radius_m: float) -> Shape:
    """The culm: a pale band of bloom under every node, a dark line on its ridge."""
    if degree.nodes:
        offsets, swell, light = (-0.075, -0.018, 0.0, 0.020), (1.0, 1.0, 1.09, 0.985), (1.0, 1.9, 0.42, 0.92)
        z = np.concatenate([[-0.1], (nodes[:, None] + np.array(offsets)).ravel(), [HEIGHT_M]])
        fat = np.concatenate([[1.05], np.tile(swell, len(nodes)), [1.0]])
        shine = np.concatenate([[0.6], np.tile(light, len(nodes)), [1.0]])
    else:
        z = np.linspace(-0.1, HEIGHT_M, 12)
        fat = shine = np.ones(12)
    t = np.clip(z / HEIGHT_M, 0, 1)
    radius = radius_m * (1.0 - 0.86 * t**1.35) * fat
    made = shapes.sweep(spine(z), radius, sides=degree.sides, caps=False)  # type: ignore[operator]
    pale = np.asarray(stem)[None] * (0.80 + 0.35 * t)[:, None]
    bloom = np.clip(shine - 1.0, 0, 1)[:, None]
    tint = pale * np.minimum(shine, 1.0)[:, None] * (1 - 0.6 * bloom) + bloom * 0.6 * np.array([0.42, 0.47, 0.33])
    return made.painted(CULM).with_data("tint", np.repeat(tint, degree.sides, axis=0))


def _branches(rng: np.random.Generator, spine: object, nodes: F64) -> tuple[F64, F64]:
    """Where branches leave the culm and where they end (n, 3): two at every node from a third of the height on."""
    high = nodes[nodes > HEIGHT_M * rng.uniform(0.24, 0.42)]
    at = np.repeat(high, 2)
    turn = np.repeat(rng.uniform(0, 2 * math.pi) + math.pi * np.arange(len(high)), 2)
    turn = turn + np.tile([-0.5, 0.5], len(high)) + rng.normal(0, 0.25, len(at))
    t = at / HEIGHT_M
    long = (0.55 + 1.5 * np.sin(math.pi * np.clip((t - 0.25) / 0.8, 0, 1)) ** 0.8) * rng.uniform(0.6, 1.1, len(at))
    rise = rng.uniform(0.15, 0.75, len(at)) - 0.35 * t
    out = np.column_stack([np.cos(turn), np.sin(turn), rise]) * long[:, None]
    roots = spine(at)  # type: ignore[operator]
    return roots, roots + out


def _foliage(rng: np.random.Generator, roots: F64, tips: F64, degree: _Degree, leaf: Color) -> Shape:
    """Narrow leaves in bunches along the outer part of the branches; they hang."""
    n = degree.leaves
    bunch = rng.integers(0, len(roots) * 5, n)
    index, share = bunch // 5, 0.40 + 0.15 * (bunch % 5)
    middle = roots[index] + (tips - roots)[index] * share[:, None]
    reach = np.linalg.norm((tips - roots)[index], axis=1)
    middle = (
        middle
        + rng.normal(0, 0.09, (n, 3)) * np.sqrt(reach)[:, None]
        + np.array([0.0, 0.0, 0.09]) * (1 - share)[:, None]
    )
    along = (
        (tips - roots)[index] / np.maximum(reach, 1e-6)[:, None]
        + rng.normal(0, 0.75, (n, 3))
        - np.array([0.0, 0.0, 0.75])
    )
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(along, rng.normal(size=(n, 3)) + np.array([0.0, 0.0, 0.6]))
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    long = (degree.long_m * rng.uniform(0.7, 1.25, n))[:, None]
    wide = (degree.wide_m * rng.uniform(0.8, 1.2, n))[:, None]
    belly, half = middle + along * 0.35 * long, side * 0.5 * wide
    corners = np.stack([middle, belly + half, middle + along * long, belly - half], 1)
    shade = rng.uniform(0.6, 1.35, (n, 1)) * (1.0 + 0.25 * rng.normal(0, 0.4, (n, 1)))
    yellow = (rng.random((n, 1)) < 0.08) * np.array([0.16, 0.08, 0.0])
    tint = np.asarray(leaf)[None] * np.clip(shade, 0.4, 1.6) + yellow
    made = shapes.shape(corners.reshape(-1, 3), np.arange(4 * n).reshape(-1, 4), LEAVES)
    return made.with_data("tint", np.repeat(tint, 4, axis=0))
