"""What food and tableware share: soft skins with speckles, crusts, glazes; a plate; leaves."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from filmwright.content.kinds import F64
from filmwright.scene import noise as grain
from filmwright.scene.shade import Bump, Expr, Material, attribute, coords, mix, noise, remap, voronoi
from filmwright.scene.shapes import Shape, lathe, shape
from filmwright.values import Color

HOME = ("tabletop", "studio")


def skin(
    color: Color,
    other: Color | None = None,
    *,
    scale: float = 30.0,
    speckle: Color | None = None,
    speckles: float = 90.0,
    roughness: float = 0.35,
    soft: float = 0.12,
    relief_m: float = 0.0006,
    shine: float = 0.0,
) -> Material:
    """The skin or flesh of fruit: two colors that go over into each other, speckles, a little light below the surface."""
    rest = coords("rest")
    patches = noise(rest, scale=scale, detail=4, roughness=0.6)
    base: Expr = mix(color, other or tuple_times(color, 0.75), remap(patches, 0.35, 0.65))
    if speckle is not None:
        base = mix(speckle, base, remap(voronoi(rest, scale=speckles), 0.12, 0.22))
    return Material(
        color=base,
        roughness=roughness,
        specular=0.4,
        coat=shine,
        coat_roughness=0.12,
        subsurface=soft,
        subsurface_radius=(1.0, 0.5, 0.3),
        subsurface_scale_m=0.006,
        bumps=(Bump(height=noise(rest, scale=240, detail=3), strength=0.35, distance_m=relief_m),),
        preview=color,
    )


def crumb(
    color: Color, dark: Color, *, scale: float = 160.0, depth_m: float = 0.002, roughness: float = 0.9
) -> Material:
    """Bread, cake and crust: pores and crumbs."""
    rest = coords("rest")
    pores = noise(rest, scale=scale, detail=5, roughness=0.7)
    broad = noise(rest, scale=scale / 8, detail=3)
    return Material(
        color=mix(dark, color, remap(pores * 0.6 + broad * 0.4, 0.35, 0.62)),
        roughness=roughness,
        specular=0.2,
        bumps=(Bump(height=pores, strength=0.8, distance_m=depth_m),),
        preview=color,
    )


def toasted(pale: Color, brown: Color, *, name: str = "toast") -> Material:
    """A baked crust, brown where the point attribute `name` is 1."""
    rest = coords("rest")
    fine = noise(rest, scale=120, detail=5)
    share = remap(attribute_number(name) + (fine - 0.5) * 0.5, 0.2, 0.8)
    return Material(
        color=mix(pale, brown, share),
        roughness=0.6,
        specular=0.3,
        bumps=(Bump(height=fine, strength=0.4, distance_m=0.0012),),
        preview=brown,
    )


def glaze(color: Color, *, roughness: float = 0.18) -> Material:
    """Icing, sauce, jam: smooth and wet."""
    rest = coords("rest")
    return Material(
        color=mix(color, tuple_times(color, 0.85), noise(rest, scale=25, detail=3)),
        roughness=roughness,
        specular=0.5,
        coat=0.6,
        coat_roughness=0.08,
        bumps=(Bump(height=noise(rest, scale=45, detail=2), strength=0.2, distance_m=0.001),),
        preview=color,
    )


def attribute_number(name: str) -> Expr:
    """A point attribute that is a number."""
    return attribute(name).model_copy(update={"params": {"name": name, "number": True}})


def tuple_times(color: Color, factor: float) -> Color:
    """A color darker or lighter."""
    return (min(1.0, color[0] * factor), min(1.0, color[1] * factor), min(1.0, color[2] * factor))


def plate(radius: float, *, rim: float = 0.3, height: float = 0.018) -> Shape:
    """A plate round the origin, its rim rising."""
    r, flat = radius, radius * (1 - rim)
    up = [
        (0.001, 0.004),
        (flat * 0.96, 0.0045),
        (flat, 0.006),
        (r - 0.012, height - 0.003),
        (r - 0.002, height),
        (r, height - 0.001),
    ]
    under = [
        (r - 0.001, height - 0.004),
        (flat, 0.002),
        (flat * 0.78, 0.0),
        (flat * 0.72, 0.0),
        (flat * 0.7, 0.0015),
        (0.001, 0.0015),
    ]
    return lathe(np.array([*up, *under])[::-1], sides=72, caps=False)


def lumpy(item: Shape, amount_m: float, scale: float, seed: int) -> Shape:
    """The shape with bumps of `amount_m`, along the way from its middle."""
    p = item.points
    middle = p.mean(axis=0)
    d = (p - middle) / np.maximum(np.linalg.norm(p - middle, axis=1, keepdims=True), 1e-9)
    q = p * scale + 7.3 * seed
    wave = grain.fractal(q[:, 0] + 0.7 * q[:, 2], q[:, 1] - 0.6 * q[:, 2], 3, seed=seed % 16)
    return item._replace(points=p + d * (amount_m * wave)[:, None])


def bent(item: Shape, radius: float) -> Shape:
    """A shape that lies along x, bent upwards at both ends round a circle of `radius` in the xz plane."""
    p = item.points
    a = p[:, 0] / radius
    r = radius - p[:, 2]
    return item._replace(points=np.column_stack([r * np.sin(a), p[:, 1], radius - r * np.cos(a)]))


def pieces(rng: np.random.Generator, count: int, radius: float) -> F64:
    """Places (count, 2) spread over a disc without crowding."""
    k = np.arange(count)
    r = radius * np.sqrt((k + 0.5) / count)
    a = k * math.pi * (3 - math.sqrt(5)) + rng.uniform(0, 6.28)
    return np.asarray(np.column_stack([r * np.cos(a), r * np.sin(a)]) + rng.normal(0, radius * 0.04, (count, 2)))


def upward(item: Shape) -> Shape:
    """A sheet with its faces turned to look up."""
    p, f = item.points, item.faces
    a, b, c = (p[f[:, k]] for k in range(3))
    up = np.cross(b - a, c - a)[:, 2].sum()
    return item if up >= 0 else item._replace(faces=np.where(f[:, 3:] >= 0, f[:, ::-1], f[:, [2, 1, 0, 3]]))


def superround(
    rows: Sequence[tuple[float, float, float]], *, sides: int = 40, power: float = 2.4, flat: float = 1.0
) -> Shape:
    """Rings along x of (x, radius, z of the middle): a loaf, a sausage; power over 2 makes sections squarer, flat lowers them."""
    t = np.linspace(0, 2 * math.pi, sides, endpoint=False)
    c, s = np.cos(t), np.sin(t)
    y, z = np.sign(c) * np.abs(c) ** (2 / power), np.sign(s) * np.abs(s) ** (2 / power)
    points, n = [], sides
    for x, r, middle in rows:
        points.append(np.column_stack([np.full(n, x), r * y, middle + flat * r * z]))
    p = np.concatenate(points)
    m = len(rows)
    i, j = np.arange(m - 1)[:, None], np.arange(n)[None]
    faces = np.stack(
        np.broadcast_arrays(i * n + j, i * n + (j + 1) % n, (i + 1) * n + (j + 1) % n, (i + 1) * n + j), -1
    ).reshape(-1, 4)
    return shape(p, faces)
