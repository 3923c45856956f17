"""Strands: guides grown over a head, interpolated to thousands, bound to the head bone, colored by melanin or years."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from filmwright.content.colors import resolve
from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.complexion import HAIR, WHITE_STRAND, HairColor
from filmwright.content.kinds import Piece
from filmwright.scene.nodes import Strands
from filmwright.scene.shade import Material
from filmwright.values import Color

_GROWN = {"grey": "gray", "blonde": "blond", "ginger": "red", "silver": "white", "light_gray": "white"}


def _is_grown(name: str | None) -> bool:
    return name is None or _GROWN.get(name, name) in HAIR


def undyed(name: str | None) -> str | None:
    """The color in which brows and stubble grow on somebody with hair of that color: dyes do not reach them."""
    return name if _is_grown(name) else "dark_brown"


def hair_color(name: str | None) -> HairColor:
    """How hair of that color name reflects. Names that no head grows (blue, pink) are dyes. Raises UnknownName."""
    if _is_grown(name):
        return HAIR["brown" if name is None else _GROWN.get(name, name)]
    assert name is not None
    r, g, b = resolve(name, where="hair.color")
    return HairColor((0.8 * r + 0.004, 0.8 * g + 0.004, 0.8 * b + 0.004))


def hair_material(color: Color, roughness: float = 0.46) -> Material:
    """Strands of one color: a plain surface, for light is followed over so few bounces that the hair model, which colors by
    passing through many strands, stays gray (seen)."""
    return Material(color=color, roughness=roughness, specular=0.18, preview=color)


# No head has one color: shares of strands and the factors on theirs. Chosen.
_TINTS = ((0.42, 1.0), (0.33, 0.66), (0.25, 1.38))


def piece(name: str, strands: list[tuple[F64, F64]], color: HairColor, rng: np.random.Generator) -> Piece:
    """Strands on the head bone: a list of (points (s, k, 3), radii (k,)). Lighter, darker and white strands become nodes of
    their own; locks keep together in tint, not strands."""
    nodes: list[Strands] = []
    materials: dict[str, Material] = {}
    for index, (points, radii) in enumerate(strands):
        tint = _tint_of(points[:, 0], rng)
        white = rng.random(len(points)) < color.white
        for number, (_, factor) in enumerate(_TINTS):
            _add(nodes, materials, f"{name} {'abc'[number]}", index, points[~white & (tint == number)], radii,
                 hair_material(_scaled(color.color, factor)))  # fmt: skip
        _add(nodes, materials, f"{name} white", index, points[white], radii, hair_material(WHITE_STRAND, 0.5))
    return Piece(nodes=tuple(nodes), materials=materials, on_bone={n.name: "head" for n in nodes})


def _add(
    nodes: list[Strands],
    materials: dict[str, Material],
    name: str,
    index: int,
    points: F64,
    radii: F64,
    material: Material,
) -> None:
    if len(points):
        nodes.append(Strands(name=f"{name} {index}", points=points, radii=radii, material=name))
        materials[name] = material


def _tint_of(roots: F64, rng: np.random.Generator) -> NDArray[np.int64]:
    """Which tint (n,) each strand has: neighbors mostly the same, as locks are."""
    seeds = roots[rng.choice(len(roots), min(90, len(roots)), replace=False)]
    lock = cKDTree(seeds).query(roots + rng.normal(0, 0.004, roots.shape))[1]
    of_lock = rng.choice(len(_TINTS), len(seeds), p=[share for share, _ in _TINTS])
    return np.asarray(of_lock[lock])


def _scaled(color: Color, factor: float) -> Color:
    r, g, b = (min(c * factor, 1.0) for c in color)
    return (r, g, b)


def filled(guides: F64, points: F64, rng: np.random.Generator, *, clump: float, share: float = 0.5) -> F64:
    """Strands (n, k, 3) rooted at `points` (n, 3), each a mix of its two nearest guides (g, k, 3). clump 0..1: how much
    they close in on the nearest one towards the tip."""
    near = np.asarray(cKDTree(guides[:, 0]).query(points, k=2)[1])
    weight = rng.random((len(points), 1, 1)) * share
    relative = guides - guides[:, :1]
    mixed = relative[near[:, 0]] * (1 - weight) + relative[near[:, 1]] * weight
    t = np.linspace(0, 1, guides.shape[1])[None, :, None]
    offset = (points - guides[near[:, 0], 0])[:, None]
    return np.asarray(points[:, None] + mixed - offset * t * clump)


def shortened(strands: F64, rng: np.random.Generator, low: float, high: float) -> F64:
    """Each strand cut to a share low..high of its length, so that tips do not end in a line. (s, k, 3)."""
    return cut(strands, rng.uniform(low, high, (len(strands), 1))[:, 0])


def cut(strands: F64, share: F64) -> F64:
    """Strands (s, k, 3) cut to a share (s,) of their length, with as many points."""
    return between(strands, np.zeros(len(strands)), share)


def between(strands: F64, start: F64, end: F64) -> F64:
    """What of strands (s, k, 3) is between two shares (s,) of their length, with as many points."""
    n, k = strands.shape[:2]
    t = np.linspace(0, 1, k)[None]
    at = (start[:, None] + t * (end - start)[:, None]) * (k - 1)
    i = np.minimum(at.astype(int), k - 2)
    f = (at - i)[..., None]
    row = np.arange(n)[:, None]
    return np.asarray(strands[row, i] * (1 - f) + strands[row, i + 1] * f)


def taper(radius_m: float, count: int, tip: float = 0.35) -> F64:
    """Radii (count,) from the root to a tip of `tip` of the radius."""
    return np.linspace(radius_m, radius_m * tip, count)


def flyaways(strands: F64, rng: np.random.Generator, count: int, amount_m: float) -> F64:
    """A few strands (count, k, 3) that have left the rest: what breaks the outline of a head."""
    chosen = strands[rng.choice(len(strands), min(count, len(strands)), replace=False)]
    n, k = chosen.shape[:2]
    t = np.linspace(0, 1, k)[None, :, None]
    out = chosen - chosen[:, :1].mean(0, keepdims=True)
    out = out / np.maximum(np.linalg.norm(out, axis=2, keepdims=True), 1e-9)
    drift = out * rng.uniform(0.1, 1, (n, 1, 1)) + rng.normal(0, 0.5, (n, 1, 3))
    return np.asarray(chosen + drift * amount_m * np.sin(t * 3.1 * rng.uniform(0.5, 1.6, (n, 1, 1))))


LEAST_M = 0.02  # what hangs out from under a hat by less is left out; chosen
PRESSED_M = 0.010  # how much nearer to the head hair is where it comes out from under a hat; chosen


def tucked(hair: Piece, body: Body, covered: NDArray[np.bool_], top_z: float) -> Piece:
    """The hair as it is under a hat, which hides the head where it is `covered` above `top_z`: what grows there is seen from the hat's
    rim down, if it hangs out, and what grows below ends at the rim."""
    hatted = covered & (body.points[:, 2] > top_z)
    if not hatted.any():
        return hair
    tree = cKDTree(body.points[:13380])
    rim = float(body.points[hatted, 2].min())
    middle = body.points[hatted, :2].mean(0)
    nodes = []
    for node in hair.nodes:
        assert isinstance(node, Strands)
        points = np.asarray(node.points, float)
        _, nearest = tree.query(points[:, 0])
        points, kept = _out_of_the_hat(points, hatted[nearest], rim, middle)
        if kept.any():
            radii = node.radii[kept] if node.radii.ndim == 2 else node.radii
            nodes.append(node.model_copy(update={"points": points[kept], "radii": radii}))
    names = [n.name for n in nodes]
    swings = {name: hair.swings[name] for name in names if name in hair.swings}
    return Piece(nodes=tuple(nodes), materials=hair.materials, on_bone=dict.fromkeys(names, "head"), swings=swings)


def _out_of_the_hat(points: F64, under: NDArray[np.bool_], rim: float, middle: F64) -> tuple[F64, NDArray[np.bool_]]:
    """Strands (s, k, 3) without what is over a hat's rim, and which of them are left; `under`: those that grow under it."""
    count = points.shape[1] - 1
    above = points[..., 2] > rim - 0.004
    rises = above & ~under[:, None]
    end = np.where(rises.any(1), np.maximum(rises.argmax(1) - 1, 0), count) / count
    last = count - above[:, ::-1].argmax(1)  # the last point over the rim
    start = np.where(under & above.any(1), np.minimum(last + 1, count), 0) / count
    out = between(points, start, np.maximum(end, start))
    long = np.linalg.norm(np.diff(out, axis=1), axis=2).sum(1)
    near = PRESSED_M * np.exp((out[..., 2] - rim) / 0.03) * under[:, None]
    away = out[..., :2] - middle
    out[..., :2] -= away / np.maximum(np.linalg.norm(away, axis=2, keepdims=True), 1e-9) * near[..., None]
    return out, np.where(under, long > LEAST_M, long > 0.0008)
