"""Where on an animal a point is, as numbers that coats are written in, and the materials of coats, eyes, noses, horn and hooves."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.skeleton import Skeleton, head_frame
from filmwright.content.figure.pose import smooth_step
from filmwright.scene.shade import Bump, Material, Value, attribute, cmul, coords, mapping, mix, noise, remap, voronoi
from filmwright.scene.shapes import F64, Shape, point_normals
from filmwright.values import Color


class Where(NamedTuple):
    """Arrays (n,). x, y, z in heights; u, hx (distance from the middle), hz in head lengths; 0..1 how much a point belongs to head,
    neck, trunk, tail, legs, lower legs, feet; 0..1 how much it looks down, up, back and ahead; `inner`: in the hollow of an ear;
    `ear`: on one; `along` a tail from its root."""

    x: F64
    y: F64
    z: F64
    u: F64
    hx: F64
    hz: F64
    head: F64
    neck: F64
    trunk: F64
    tail: F64
    leg: F64
    shin: F64
    foot: F64
    under: F64
    back: F64
    rear: F64
    ahead: F64
    inner: F64
    ear: F64
    along: F64

    def cloud(self, scale: float, seed: int = 0) -> F64:
        """Smooth noise -1..1, `scale` of its features to a height."""
        return waves(np.column_stack([self.x, self.y, self.z]), scale, seed)


def where(form: Form, skel: Skeleton, item: Shape, weights: F64, *, ear: bool = False) -> Where:
    """Where the points of a mesh are."""
    h, length = form.height_m, form.head * form.height_m
    frame = head_frame(skel.joints)
    q = (item.points - frame.origin) / length
    names = list(skel.bones)
    normal = point_normals(item.points, item.faces)

    def of(*starts: str) -> F64:
        return np.asarray(sum((weights[:, k] for k, n in enumerate(names) if n.startswith(starts)), np.zeros(len(q))))

    zero = np.zeros(len(q))
    return Where(
        x=item.points[:, 0] / h,
        y=item.points[:, 1] / h,
        z=item.points[:, 2] / h,
        u=q @ frame.forward,
        hx=np.abs(q @ frame.right),
        hz=q @ frame.up,
        head=of("head", "ear", "trunk"),
        neck=of("neck"),
        trunk=of("pelvis", "chest", "scapula"),
        tail=of("tail"),
        leg=of("humerus", "radius", "cannon", "fore", "femur", "tibia", "meta", "hind"),
        shin=of("radius", "cannon", "tibia", "meta"),
        foot=of("forefoot", "hindfoot"),
        under=smooth_step(-normal[:, 2], -0.1, 0.8),
        back=smooth_step(normal[:, 2], 0.0, 0.8),
        rear=smooth_step(-normal[:, 1], -0.2, 0.8),
        ahead=smooth_step(normal[:, 1], -0.2, 0.8),
        inner=item.data.get("inner", zero),
        ear=zero + ear,
        along=item.data.get("along", zero),
    )


def waves(points: F64, scale: float, seed: int, octaves: int = 3) -> F64:
    """Smooth noise (n,) in -1..1: sums of plane waves in random directions."""
    rng = np.random.default_rng(seed)
    total, weight, norm = np.zeros(len(points)), 1.0, 0.0
    for _ in range(octaves):
        k = rng.normal(size=(3, 10)) * scale
        total += weight * np.cos(points @ k + rng.uniform(0, 7, 10)).sum(1) / 4.5
        norm, weight, scale = norm + weight, weight * 0.5, scale * 2.1
    return np.clip(total / norm, -1, 1)


def step(x: ArrayLike, low: float, high: float) -> F64:
    """0 at low, 1 at high (which may be below low), an S between."""
    return smooth_step(x, low, high) if high > low else 1 - smooth_step(x, high, low)


def painted(base: Value, *layers: tuple[Value, Value]) -> Value:
    """A color with further colors laid over it: (color, how much of it)."""
    out = base
    for color, share in layers:
        out = mix(out, color, share)
    return out


def shaded(color: Color, factor: float) -> Color:
    """A color so many times as bright."""
    return (min(color[0] * factor, 1.0), min(color[1] * factor, 1.0), min(color[2] * factor, 1.0))


def varied(color: Color, scale: float, amount: float = 0.25) -> Value:
    """A coat is never of one color: it varies by `amount` in patches, `scale` to a metre, and from hair to hair."""
    rest = coords("rest")
    blotch = noise(rest, scale=scale, detail=3.0)
    hair = noise(mapping(rest, scale=(1.0, 0.35, 0.35)), scale=28 * scale, detail=3.0)
    return mix(
        mix(shaded(color, 1 - amount), shaded(color, 1 + amount), remap(blotch, 0.32, 0.68)),
        shaded(color, 0.55),
        remap(hair, 0.45, 0.75) * (1.1 * amount),
    )


def hairy(color: Value, height_m: float, *, relief: float = 0.5, sheen: float = 0.25, gloss: float = 0.25) -> Material:
    """Skin under short hair."""
    rest = coords("rest")
    strokes = noise(mapping(rest, scale=(1.0, 0.3, 0.4)), scale=260 / height_m, detail=4.0, roughness=0.7)
    muscle = noise(rest, scale=9 / height_m, detail=2.0)
    return Material(
        color=color,
        roughness=0.72 - 0.3 * gloss,
        specular=0.15 + gloss,
        sheen=sheen,
        bumps=(
            Bump(height=strokes, strength=relief, distance_m=0.006 * height_m),
            Bump(height=muscle, strength=0.25, distance_m=0.02 * height_m),
        ),
    )


def fittings(lid: Value, iris: Color, *, nose: Color = (0.012, 0.010, 0.010)) -> dict[str, Material]:
    """Eyes, lids, nose, horn and hooves."""
    pupil = remap(attribute("pupil"), 0.92, 1.08)
    edge = remap(attribute("iris"), 0.72, 0.90)
    color = painted((0.003, 0.003, 0.003), (iris, pupil), ((0.02, 0.013, 0.01), edge))
    color = mix(color, (0.95, 0.95, 0.95), remap(attribute("glint"), 0.15, 0.11))
    return {
        "eye": Material(
            color=color,
            roughness=0.25,
            specular=0.4,
            coat=1.0,
            coat_roughness=0.02,
            emission=(0.8, 0.85, 0.9),
            emission_strength=remap(attribute("glint"), 0.15, 0.11) * 0.35,
            preview=(0.02, 0.015, 0.01),
        ),
        "lid": Material(color=mix(lid, (0.012, 0.009, 0.008), attribute("rim")), roughness=0.55),
        "nose": Material(
            color=mix(nose, shaded(nose, 0.15), attribute("hole")),
            roughness=0.32,
            coat=0.5,
            bumps=(Bump(height=noise(coords("rest"), scale=900.0), strength=0.3, distance_m=0.0006),),
        ),
        "horn": Material(
            color=mix((0.62, 0.53, 0.38), (0.42, 0.33, 0.22), noise(coords("rest"), scale=30.0)),
            roughness=0.38,
            coat=0.2,
        ),
        "hoof": Material(
            color=mix((0.022, 0.018, 0.015), (0.06, 0.048, 0.038), noise(coords("rest"), scale=60.0)), roughness=0.45
        ),
    }


def hair(color: Color) -> Material:
    """Locks of long hair."""
    strands = noise(mapping(coords("rest"), scale=(60.0, 60.0, 4.0)), scale=3.0, detail=3.0)
    return Material(
        color=mix(shaded(color, 0.6), shaded(color, 1.5), strands),
        roughness=0.42,
        specular=0.4,
        bumps=(Bump(height=strands, strength=0.6, distance_m=0.004),),
    )


def hide(color: Value, height_m: float) -> Material:
    """Thick bare skin, cracked and wrinkled."""
    rest = coords("rest")
    cracks = voronoi(mapping(rest, scale=(1.0, 1.0, 1.7)), scale=55 / height_m, feature="DISTANCE_TO_EDGE")
    folds = noise(mapping(rest, scale=(0.5, 0.5, 3.0)), scale=26 / height_m, detail=4.0, roughness=0.65)
    line = remap(cracks, 0.0, 0.16)
    return Material(
        color=mix(cmul(color, (0.62, 0.60, 0.58)), color, line),
        roughness=0.82,
        specular=0.25,
        bumps=(
            Bump(height=line, strength=0.45, distance_m=0.004 * height_m),
            Bump(height=folds, strength=0.55, distance_m=0.012 * height_m),
        ),
    )


def fleece(color: Color, height_m: float) -> Material:
    """Wool: soft curls."""
    rest = coords("rest")
    curls = voronoi(rest, scale=48 / height_m, feature="SMOOTH_F1")
    fine = noise(rest, scale=160 / height_m, detail=3.0)
    return Material(
        color=mix(color, shaded(color, 0.62), remap(curls, 0.25, 0.75)),
        roughness=0.95,
        specular=0.1,
        sheen=0.5,
        bumps=(
            Bump(height=curls * -1.0, strength=0.8, distance_m=0.014 * height_m),
            Bump(height=fine, strength=0.4, distance_m=0.004 * height_m),
        ),
    )
