"""The big surfaces: a bodice with sleeves, legs, a skirt. Each starts from the base mesh's own tights, set off from the skin."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from filmwright.content.figure.garment import F64, I64, Cloth, Mask
from filmwright.content.figure.garment_cut import compact, cut, loops, refine, smooth, strip
from filmwright.content.figure.garment_fit import ARM, HAND, Fit, nearest, side_of


def tights(fit: Fit, ease: F64, *, keep: Mask, drape: int = 6) -> Cloth:
    """The tights set off by `ease` (19158,) metres, draped by smoothing, refined once and pushed outside the skin.
    `keep` (19158,) says which points the garment needs: faces without any are left away."""
    faces = fit.body.faces["helper-tights"]
    first, last = int(faces.min()), int(faces.max()) + 1
    base = Cloth(fit.body.points[first:last], faces - first, np.asarray(fit.body.weights[first:last], float))
    points = base.points + base.normals() * ease[first:last, None]
    points = smooth(points, base.faces, drape)
    wanted = keep[first:last]
    cloth = refine(compact(base._replace(points=points), wanted[base.faces].any(1)))
    return cloth


def settled(fit: Fit, cloth: Cloth, gap: float, *, rounds: int = 2) -> Cloth:
    """The cloth pushed at least `gap` off the skin and smoothed a little, so that the push leaves no dents."""
    points = cloth.points
    for _ in range(2):
        points = fit.pushed_out(points, gap)
        points = smooth(points, cloth.faces, rounds, 0.4)
    return cloth._replace(points=fit.pushed_out(points, gap * 0.7))


def bodice(
    fit: Fit,
    *,
    ease: float,
    hem_z: float,
    sleeve: float = 0.97,
    neck: float = 0.035,
    neck_tilt: float = 0.35,
    looseness: float = 0.4,
    sleeve_ease: float = 0.0,
    close_neck: bool = False,
    drape: int = 8,
) -> Cloth:
    """A top down to `hem_z` (metres) with sleeves to `sleeve` of the forearm (-1: the shoulder, -0.5: half the upper arm).

    ease: metres off the skin at scale 1. neck: its rim above the neck joint (scale 1), neck_tilt how much lower in front.
    looseness 0..1: how far it hangs straight from chest and shoulder blades instead of following the waist.
    sleeve_ease: extra width of the sleeves, metres at scale 1. close_neck: its edge lies on the skin (for what has no collar)."""
    s = fit.scale
    arms = np.clip(fit.arm + fit.hand, 0, 1)
    off = (ease + sleeve_ease * arms) * s
    z = fit.body.points[:, 2]
    keep = (fit.leg < 0.98) | (z > hem_z - 0.05 * s)
    cloth = tights(fit, off, keep=keep, drape=drape)
    cloth = settled(fit, cloth, ease * 0.8 * s)
    cloth = hang(fit, cloth, looseness, ease * s)
    cloth = shoulders(fit, cloth, 0.35 * ease * s)
    arm = fit.share(cloth, *ARM, *HAND)
    for side in "lr":
        mine = (arm > 0.5) & side_of(cloth.points, side)
        cloth, arm = _sleeve_cut(fit, cloth, mine, side, sleeve)
    trunk = arm < 0.5
    cloth = cut(cloth, hem_z - cloth.points[:, 2], trunk & (cloth.points[:, 2] < hem_z + 0.3 * s))
    rim = np.array([0.0, fit.head_of("neck_01")[1], fit.neck + neck * s])
    up = np.array([0.0, -neck_tilt, 1.0])
    near = (cloth.points[:, 2] > fit.neck - 0.16 * s) & (np.abs(cloth.points[:, 0]) < (0.14 if neck > 0 else 0.19) * s)
    cloth = cut(cloth, (cloth.points - rim) @ (up / np.linalg.norm(up)), near)
    return _neckline(fit, cloth, 0.4 * ease * s) if close_neck else cloth


def _neckline(fit: Fit, cloth: Cloth, gap: float) -> Cloth:
    """The edge of the neck let down to `gap` metres off the skin, so that one does not look in beside it."""
    edge = cloth.points[hem_loop(cloth, low=False)]
    distance, _ = nearest(cKDTree(edge), cloth.points, 1)
    weight = np.exp(-((distance[:, 0] / (0.03 * fit.scale)) ** 2))
    off = np.maximum(fit.outside(cloth.points) - gap, 0) * weight
    return cloth._replace(points=cloth.points - cloth.normals() * off[:, None])


def _sleeve_cut(fit: Fit, cloth: Cloth, mine: Mask, side: str, sleeve: float) -> tuple[Cloth, F64]:
    """One sleeve cut across the arm; also the arm's share in the points that are left."""
    upper, elbow, wrist = (fit.head_of(f"{bone}_{side}") for bone in ("upperarm", "lowerarm", "hand"))
    a, b, t = (elbow, wrist, sleeve) if sleeve >= 0 else (upper, elbow, 1 + sleeve)
    axis = (b - a) / np.linalg.norm(b - a)
    cloth = cut(cloth, (cloth.points - (a + (b - a) * t)) @ axis, mine)
    return cloth, fit.share(cloth, *ARM, *HAND)


def hang(fit: Fit, cloth: Cloth, looseness: float, ease_m: float) -> Cloth:
    """The trunk of a top let down: between the armpit and the hem it falls from what is above it."""
    if looseness <= 0:
        return cloth
    p = cloth.points
    trunk = np.clip(1 - 2 * fit.share(cloth, *ARM, *HAND), 0, 1)
    below_armpit = np.clip((fit.head_of("upperarm_l")[2] - 0.06 * fit.scale - p[:, 2]) / (0.12 * fit.scale), 0, 1)
    falling = fit.trunk.hanging(0.12)
    center = fit.trunk.middle(p[:, 2])
    out = p[:, :2] - center
    radius = np.linalg.norm(out, axis=1)
    angle = np.arctan2(out[:, 1], out[:, 0])
    wanted = (1 - looseness) * radius + looseness * (falling.at(p[:, 2], angle) + ease_m)
    radius_new = radius + np.maximum(wanted - radius, 0) * trunk * below_armpit
    points = p.copy()
    points[:, :2] = center + out * (radius_new / np.maximum(radius, 1e-6))[:, None]
    return cloth._replace(points=smooth(points, cloth.faces, 2, 0.4))


def shoulders(fit: Fit, cloth: Cloth, gap: float) -> Cloth:
    """The cloth let down onto the shoulders to `gap` metres: it rests there, and when the arms come down from the A-pose
    whatever stands off the joint would puff out."""
    s = fit.scale
    weight = np.zeros(len(cloth.points))
    for side in "lr":
        joint = fit.head_of(f"upperarm_{side}")
        elbow = fit.head_of(f"lowerarm_{side}")
        near = joint + 0.12 * (elbow - joint)
        weight += np.exp(-((np.linalg.norm(cloth.points - near, axis=1) / (0.115 * s)) ** 2))
    weight = np.clip(1.3 * weight, 0, 1) * (cloth.points[:, 2] > fit.head_of("upperarm_l")[2] - 0.16 * s)
    sunk = fit.outside(cloth.points) - gap
    normal = cloth.normals()
    points = cloth.points - normal * (np.maximum(sunk, 0) * weight)[:, None]
    return cloth._replace(points=smooth(points, cloth.faces, 3, 0.5 * weight))


def hem_loop(cloth: Cloth, *, low: bool = True) -> I64:
    """The lowest (or highest) long edge of a cloth, around the trunk."""
    candidates = [loop for loop in loops(cloth.faces) if len(loop) > 20]
    best = min if low else max
    return best(candidates, key=lambda loop: float(cloth.points[loop, 2].mean()))


def skirt(
    fit: Fit,
    cloth: Cloth,
    *,
    hem_z: float,
    ease: float,
    flare: float,
    flutes: float = 0.0,
    seed: int = 0,
    row_m: float = 0.022,
    follow: float = 0.85,
    cling: float = 0.0,
) -> Cloth:
    """The cloth's lowest edge drawn down to `hem_z` as a skirt that hangs from hips and belly.

    ease: metres off the legs, flare: metres wider at the hem, flutes: depth of its folds at the hem (all at scale 1).
    follow: share of the thighs' swing it takes. cling: how far it may fall in again below the widest place, m/m."""
    s = fit.scale
    loop = hem_loop(cloth)
    start, w0 = cloth.points[loop], cloth.weights[loop]
    top = float(start[:, 2].mean())
    rows = max(3, round((top - hem_z) / (row_m * s)))
    u = np.arange(1, rows + 1) / rows
    mid0 = fit.trunk.middle(start[:, 2])
    out = start[:, :2] - mid0
    angle, r0 = np.arctan2(out[:, 1], out[:, 0]), np.linalg.norm(out, axis=1)
    z = top + (hem_z - top) * u
    z_rows = z[:, None] + (start[:, 2] - top)[None] * (1 - u[:, None])
    body = fit.trunk.hanging(cling).at(z_rows, np.broadcast_to(angle, z_rows.shape)) + ease * s
    fall = np.clip(u * (top - hem_z) / (0.10 * s), 0, 1)[:, None]
    radius = np.maximum(body, r0[None] * (1 - fall) + body * fall)
    radius = _round(radius)
    radius = radius + (flare * s * u[:, None] ** 1.15) + s * _flutes(angle, u, flutes, seed)
    middle = fit.trunk.middle(z_rows.ravel()).reshape(*z_rows.shape, 2)
    middle = mid0[None] + (middle - mid0[None]) * np.minimum(1, 3 * u)[:, None, None]
    points = np.stack([middle[..., 0] + radius * np.cos(angle), middle[..., 1] + radius * np.sin(angle), z_rows], -1)
    weights = _skirt_weights(fit, points, follow)
    blend = np.clip(u / 0.25, 0, 1)[:, None, None]
    weights = weights * blend + w0[None] * (1 - blend)
    whole = strip(cloth, loop, points, weights)
    # The seam of top and skirt disappears: what hangs has no ledge there.
    seam = np.exp(-(((whole.points[:, 2] - top) / (0.05 * s)) ** 2)) * trunk_mask(fit, whole)
    return whole._replace(points=smooth(whole.points, whole.faces, 10, 0.5 * seam))


def _round(radius: F64) -> F64:
    """Rows (m, k) smoothed around and downward."""
    for _ in range(4):
        radius = 0.5 * radius + 0.25 * (np.roll(radius, 1, 1) + np.roll(radius, -1, 1))
        padded = np.concatenate([radius[:1], radius, radius[-1:]])
        radius = 0.5 * radius + 0.25 * (padded[:-2] + padded[2:])
    return radius


def _flutes(angle: F64, u: F64, depth: float, seed: int) -> F64:
    """Folds that fall from the waist and open towards the hem (rows, k), outward only."""
    if depth <= 0:
        return np.zeros((len(u), len(angle)))
    rng = np.random.default_rng(seed)
    wander = sum(rng.normal(0, 0.5 / k) * np.sin(k * angle + rng.uniform(0, 6.28)) for k in (1, 2, 3))
    wave = np.zeros_like(angle)
    for count, share in ((9, 0.5), (14, 0.4), (5, 0.3)):
        wave = wave + share * np.cos(count * angle + 2.2 * wander + rng.uniform(0, 6.28))
    ridge = np.clip(0.5 + 0.5 * wave, 0, 1.2) ** 2.0
    return np.asarray(depth * (u[:, None] ** 0.9) * ridge[None])


def _skirt_weights(fit: Fit, points: F64, follow: float) -> F64:
    """Weights (rows, k, B): those of the skin at the hips; further down thighs, under the knee calves, left and right shared
    smoothly by x, so that the cloth spans from leg to leg."""
    s, bones = fit.scale, fit.body.bones
    x, z = points[..., 0], points[..., 2]
    q = _ease((fit.hip + 0.06 * s - z) / (0.32 * s)) * follow
    left = _ease(0.5 + x / (0.24 * s))
    bend = _ease((fit.knee + 0.05 * s - z) / (0.30 * s)) * 0.5 + _ease((fit.knee - 0.16 * s - z) / (0.22 * s)) * 0.35
    free = np.zeros((*x.shape, len(bones)))
    free[..., bones.index("pelvis")] = 1 - q
    for side, share in (("l", left), ("r", 1 - left)):
        free[..., bones.index(f"thigh_{side}")] = q * share * (1 - bend)
        free[..., bones.index(f"calf_{side}")] = q * share * bend
    high = _ease((z - fit.hip + 0.14 * s) / (0.14 * s))
    near = high > 0
    if not near.any():
        return free
    _, index = fit.lower.query(points[near], k=8)
    skin = np.asarray(fit.body.weights, float)[fit.lower_points[index]].mean(1)
    out = free.copy()
    out[near] = free[near] + high[near][:, None] * (skin - free[near])
    for _ in range(3):
        out = 0.5 * out + 0.25 * (np.roll(out, 1, 1) + np.roll(out, -1, 1))
    return out


def _ease(x: F64) -> F64:
    t = np.clip(x, 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def legs(
    fit: Fit, *, ease: float, top_z: float, hem_z: float, width: float, knee_width: float, hem_width: float
) -> Cloth:
    """Two trouser legs with their seat, from `top_z` down to `hem_z`. ease: metres off the skin at the seat; width,
    knee_width, hem_width: least radius of a leg at mid-thigh, knee and hem, metres at scale 1."""
    s = fit.scale
    z = fit.body.points[:, 2]
    keep = (fit.arm + fit.hand < 0.3) & (z < top_z + 0.06 * s) & (z > hem_z - 0.06 * s) & (fit.foot < 0.9)
    cloth = tights(fit, np.full(len(z), ease * s), keep=keep, drape=4)
    cloth = settled(fit, cloth, ease * 0.8 * s)
    cloth = widen_legs(fit, cloth, ((fit.crotch - 0.10 * s, width), (fit.knee, knee_width), (fit.ankle, hem_width)))
    cloth = cut(cloth, cloth.points[:, 2] - top_z)
    # The tights turn into feet at the ankle; a trouser leg falls on as a tube.
    lowest = max(hem_z, fit.ankle + 0.045 * s)
    cloth = cut(cloth, lowest - cloth.points[:, 2])
    if hem_z < lowest - 0.005 * s:
        for loop in loops(cloth.faces):
            if cloth.points[loop, 2].mean() < lowest + 0.02 * s:
                cloth = _tube(fit, cloth, loop, hem_z, hem_width)
    return cloth


def _tube(fit: Fit, cloth: Cloth, loop: I64, hem_z: float, width: float) -> Cloth:
    """A leg's open end drawn down to `hem_z`, wide enough to fall over a shoe."""
    s = fit.scale
    p = cloth.points[loop]
    top = float(p[:, 2].mean())
    rows = max(2, round((top - hem_z) / (0.018 * s)))
    u = (np.arange(1, rows + 1) / rows)[:, None]
    middle = p[:, :2].mean(0)
    out = p[:, :2] - middle
    radius = np.linalg.norm(out, axis=1)
    out = out / np.maximum(radius, 1e-6)[:, None]
    grown = radius[None] + u * np.maximum(width * s - radius, 0.0)[None]
    xy = middle + out[None] * grown[..., None]
    # The back of a hem hangs lower than the front, which breaks over the instep.
    z = p[:, 2][None] + u * (hem_z - p[:, 2])[None] + u * 0.008 * s * np.clip(-out[:, 1], 0, 1)[None]
    points = np.concatenate([xy, z[..., None]], -1)
    return strip(cloth, loop, points, np.repeat(cloth.weights[loop][None], rows, 0))


def widen_legs(fit: Fit, cloth: Cloth, widths: tuple[tuple[float, float], ...]) -> Cloth:
    """Legs no narrower than `widths` (height, radius at scale 1), hanging from thigh and calf instead of hugging the shin."""
    s, points = fit.scale, cloth.points.copy()
    heights, radii = np.array(sorted(widths)).T
    for side in "lr":
        near = side_of(points, side) & (points[:, 2] < fit.crotch - 0.01 * s)
        p = points[near]
        line = fit.shins[side]
        center = line.middle(p[:, 2])
        out = p[:, :2] - center
        radius, angle = np.linalg.norm(out, axis=1), np.arctan2(out[:, 1], out[:, 0])
        least = np.interp(p[:, 2], heights, radii) * s
        hanging = line.hanging(0.25).at(p[:, 2], angle) + 0.006 * s
        wanted = np.maximum(radius, np.minimum(np.maximum(least, hanging), np.maximum(least, radius)))
        amount = np.clip((fit.crotch - 0.01 * s - p[:, 2]) / (0.15 * s), 0, 1)
        grown = radius + np.maximum(wanted - radius, 0) * amount
        # Between the legs there is no room: the inner side keeps its distance from the other leg.
        p[:, :2] = center + out * (grown / np.maximum(radius, 1e-6))[:, None]
        sign = 1 if side == "l" else -1
        p[:, 0] = sign * np.maximum(sign * p[:, 0], 0.004 * s)
        points[near] = p
    return cloth._replace(points=smooth(points, cloth.faces, 2, 0.4))


def trunk_mask(fit: Fit, cloth: Cloth) -> Mask:
    """Points of a cloth that belong to trunk or legs, not to the arms."""
    return np.asarray(fit.share(cloth, *ARM, *HAND) < 0.5)


def waist_ring(fit: Fit, top_z: float, *, ease: float, count: int = 80) -> Cloth:
    """A narrow ring of cloth round the trunk below `top_z`, for a skirt to hang from; ease in metres at scale 1."""
    s = fit.scale
    angle = np.linspace(0, 2 * np.pi, count, endpoint=False)
    rows = []
    for z in (top_z, top_z - 0.018 * s):
        level = np.full(count, z)
        xy = fit.trunk.middle(level) + (fit.trunk.at(level, angle) + ease * s)[:, None] * np.column_stack(
            [np.cos(angle), np.sin(angle)]
        )
        rows.append(np.column_stack([xy, level]))
    i = np.arange(count)
    j = np.roll(i, -1)
    faces = np.stack([count + i, count + j, j, i], -1)
    points = np.concatenate(rows)
    _, index = fit.lower.query(points, k=6)
    weights = np.asarray(fit.body.weights, float)[fit.lower_points[index]].mean(1)
    return Cloth(points, faces, weights)
