"""Manes and tails of long hair: locks along the crest of the neck and round the root of a tail."""

from __future__ import annotations

import numpy as np

from filmwright.content.animals._anatomy.features import Part, locks, outward, rigid
from filmwright.content.animals._anatomy.form import Form
from filmwright.content.animals._anatomy.skeleton import Skeleton, head_frame
from filmwright.scene.shapes import F64, curve, sweep


def _crest(form: Form, count: int) -> tuple[F64, F64]:
    """Points (n, 3) along the upper line of the neck from the withers to the poll, in metres, and their place on it 0..1."""
    neck = np.array(form.neck)
    rows = curve(neck, count)
    along = np.gradient(rows[:, :2], axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    up = np.column_stack([-along[:, 1], along[:, 0]])
    line = rows[:, :2] + up * rows[:, 3:4] * 0.93
    return np.column_stack([np.zeros(count), line]) * form.height_m, np.linspace(0, 1, count)


def _neck_weights(skel: Skeleton, place: F64) -> F64:
    names = list(skel.bones)
    out = np.zeros((len(place), len(names)))
    for k, p in enumerate(place):
        out[k, names.index("chest")] = max(0.0, 1 - 4 * p)
        out[k, names.index("neck_b")] = float(np.clip(2.0 * p - 0.5, 0, 1)) * (1 - out[k, names.index("chest")])
        out[k, names.index("neck_a")] = 1 - out[k].sum()
    return out


def mane(form: Form, skel: Skeleton, *, fall: float, seed: int, start: float = 0.18) -> list[Part]:
    """A mane that falls to the right and a forelock; `fall` is its length in heights."""
    h = form.height_m
    rng = np.random.default_rng(seed)
    points, place = _crest(form, 190)
    kept = place > start
    points, place = points[kept], place[kept]
    n = len(points)
    side = np.column_stack([rng.uniform(0.35, 1.0, n), rng.normal(-0.15, 0.12, n), rng.uniform(0.0, 0.35, n)])
    roots = points + np.column_stack([rng.normal(0, 0.006, n), rng.normal(0, 0.004, n), np.full(n, -0.012)]) * h
    lengths = fall * h * rng.uniform(0.75, 1.15, n) * (0.6 + 0.4 * np.sin(np.pi * np.clip(place * 1.05, 0, 1)))
    weights = _neck_weights(skel, place)
    frame, length = head_frame(skel.joints), form.head * h
    count = 18
    front = np.array([frame.at(0.0 + 0.03 * rng.random(), rng.normal(0, 0.02), 0.14, length) for _ in range(count)])
    fronts = np.array([0.8 * frame.forward + 0.25 * frame.up + 0.2 * rng.normal() * frame.right for _ in range(count)])
    return [
        locks(
            "mane",
            "mane",
            skel,
            np.vstack([roots, front]),
            np.vstack([side, fronts]),
            np.r_[lengths, 0.30 * length * rng.uniform(0.7, 1.2, count)],
            width=0.0115 * h,
            seed=seed,
            weights=np.vstack([weights, rigid(skel, "head", count)]),
        )
    ]


def crest(form: Form, skel: Skeleton, *, tall: float, thick: float, start: float = 0.05) -> Part:
    """A mane that stands up: a rounded comb along the neck, `tall` and `thick` in heights. Attribute `along`: place on the neck."""
    h = form.height_m
    points, place = _crest(form, 40)
    kept = place > start
    points, place = points[kept], place[kept]
    shape_of = np.sqrt(np.sin(np.pi * np.clip(0.08 + 0.88 * (place - start) / (1 - start), 0, 1)))
    made = sweep(
        points + [0.0, 0.0, 0.25 * tall * h], tall * h * np.maximum(shape_of, 0.1), sides=16, flat=thick / tall
    )
    rows = np.repeat(_neck_weights(skel, place), 16, axis=0)
    weights = np.vstack([rows, rows[:1], rows[-1:]])
    return Part("mane", outward(made), "coat", weights)


def horse_tail(form: Form, skel: Skeleton, *, length: float, width: float, seed: int) -> Part:
    """A tail of long hair down from its root; length and width in heights."""
    h = form.height_m
    rng = np.random.default_rng(seed)
    root = skel.joints["tail0"]
    names = list(skel.bones)
    n = 90
    t = np.sort(rng.random(n)) ** 0.8
    rows = np.array([skel.joints[f"tail{k}"] for k in range(len(form.tail.rows))])
    line = curve(rows, 60)
    at = line[np.clip((t * 45).astype(int), 0, 59)]
    spread = rng.normal(0, 1, (n, 3)) * np.array([1, 0.6, 0.2]) * 0.28 * width * h
    falls = np.column_stack([rng.normal(0, 0.09, n), -0.10 + rng.normal(0, 0.06, n), np.full(n, -1.0)])
    lengths = h * length * rng.uniform(0.75, 1.0, n) - 0.8 * (root[2] - at[:, 2])
    weights = np.zeros((n, len(names)))
    for k in range(n):
        weights[k, names.index("tail_0" if t[k] < 0.4 else "tail_1")] = 1.0
    return locks(
        "tail hair",
        "mane",
        skel,
        at + spread,
        falls,
        0.75 * lengths,
        width=0.21 * width * h,
        seed=seed,
        weights=weights,
    )


def tuft(
    form: Form, skel: Skeleton, *, length: float, width: float, seed: int, count: int = 16, material: str = "mane"
) -> Part:
    """The brush at the end of a tail; length and width in heights."""
    h = form.height_m
    rng = np.random.default_rng(seed)
    last = len(form.tail.rows) - 1
    tip, before = skel.joints[f"tail{last}"], skel.joints[f"tail{last - 1}"]
    way = (tip - before) / np.linalg.norm(tip - before)
    roots = tip - np.outer(rng.random(count) * 0.5 * length * h, way) + rng.normal(0, 0.12 * width * h, (count, 3))
    falls = way + rng.normal(0, 0.16, (count, 3))
    weights = rigid(skel, f"tail_{last - 1}", count)
    lengths = length * h * rng.uniform(0.6, 0.9, count)
    return locks("tuft", material, skel, roots, falls, lengths, width=0.26 * width * h, seed=seed, weights=weights)
