"""Frames between two whole ones: the still set carried over from both, what moves put in from the part that was rendered."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from filmwright.finish import carry
from filmwright.finish.denoise import denoised, guides_denoised, only_where
from filmwright.finish.gather import Clean, Source
from filmwright.finish.read import F32, Light, Mask, near, near_cast
from filmwright.scene.frames import MOVING, QUICK, Record
from filmwright.scene.lens import Lens, same
from filmwright.scene.tiles import pixels, unpack

UNKNOWN = 0.05  # trust below which a pixel counts as seen in neither frame
KNOWN = 0.5  # trust from which on a surface of the set is known from the whole frames
RIM_PX = 7  # so far around what moves the lens may have drawn its edge out
SHARPEN = 0.22  # carrying softens: the measured share of sharpness lost between two pixels; see the notes' figures
FEATHER_PX = 3.0
LEAK_PX = 2  # at the edge of the rendered tiles the pixel filter lets some of the black beside them in
LOOSE = 1.4  # standard deviations of its neighborhood that a carried color may lie from the rendered one
KEPT, KEPT_RESTLESS = 0.85, 0.6  # share of a carried color where it fits the rendered one; of what moves by itself


class Carried(NamedTuple):
    """A frame made of its neighbors: the lens that sees it, color (H, W, 3), depth (H, W), trust (H, W) 0..1; and what it was made
    of: for each neighbor where its pixels lie and their share (H, W)."""

    lens: Lens
    color: F32
    depth: F32
    trust: F32
    sources: tuple[tuple[Clean, carry.Seen, F32], ...]

    def guides(self, here: tuple[slice, slice]) -> tuple[F32, F32]:
        """Albedo and normals of a part of the picture, each (h, w, 3)."""
        parts = []
        for key, seen, part in self.sources:
            there = carry.Seen(*(np.ascontiguousarray(plane[here]) for plane in seen))
            parts.append([carry.nearest(plane, there) * part[here][..., None] for plane in (key.albedo, key.normal)])
        (albedo, normal), (more_albedo, more_normal) = parts
        return np.asarray(albedo + more_albedo, np.float32), np.asarray(normal + more_normal, np.float32)

    def surfaces(self, depth: F32, here: tuple[slice, slice]) -> tuple[F32, F32, Mask]:
        """Albedo and normals (h, w, 3) of the set in a part of the picture whose true `depth` (H, W) is known, and where (h, w) no
        neighbor sees that surface. Other than colors they may come from where shadows and mirror images move."""
        sums: list[F32] = []
        strange = np.ones(depth[here].shape, bool)
        for key, _, _ in self.sources:
            seen = carry.look_up(depth, self.lens, key.depth, key.lens, key.cast)
            there = carry.Seen(*(np.ascontiguousarray(plane[here]) for plane in seen))
            weight = (there.trust + np.float32(1e-4))[..., None]
            found = [carry.nearest(key.albedo, there) * weight, carry.nearest(key.normal, there) * weight, weight]
            sums = [total + more for total, more in zip(sums, found)] if sums else found
            strange &= there.trust < KNOWN
        return np.asarray(sums[0] / sums[2]), np.asarray(sums[1] / sums[2]), strange


def carried(lens: Lens, before: Clean, after: Clean, share: float) -> Carried:
    """The still set as `lens` sees it at a share 0..1 of the time from one whole frame to the next."""
    depth = carry.filled(_splatted(lens, *((key.depth, key.moving, key.lens) for key in (before, after))))
    found = [carry.look_up(depth, lens, key.depth, key.lens, key.moving) for key in (before, after)]
    weights = [(seen.trust + np.float32(1e-4)) * np.float32(part) for seen, part in zip(found, (1 - share, share))]
    whole = weights[0] + weights[1] + np.float32(1e-9)
    sources = tuple((key, seen, weight / whole) for key, seen, weight in zip((before, after), found, weights))
    color = sum(carry.fetch(key.color, seen) * part[..., None] for key, seen, part in sources)
    trust = np.maximum(found[0].trust, found[1].trust)
    color = np.asarray(color if same(lens, before.lens) else _sharpened(color))
    return Carried(lens, color, depth, trust, sources)


def filled_in(base: Carried, lens: Lens, before: Clean, after: Clean) -> Carried:
    """A carried frame with what neither whole frame shows taken from the finished pictures before and after it: what moves by
    itself, and so far away that it has hardly moved from one to the other."""
    halves = carried(lens, before, after, 0.5)
    lost = base.trust < UNKNOWN
    color = np.where(lost[..., None], halves.color, base.color)
    depth, trust = np.where(lost, halves.depth, base.depth), np.where(lost, halves.trust, base.trust)
    return base._replace(color=color, depth=depth, trust=trust)


def _sharpened(color: F32) -> F32:
    """Some of the sharpness back that interpolation took, measured in the logarithm so that highlights do not ring."""
    log = np.log1p(color * 8)
    log += SHARPEN * (log - cv2.GaussianBlur(log, (0, 0), 0.7))
    return np.asarray(np.maximum(np.expm1(log) / 8, 0), np.float32)


def full_depth(depth: F32, part: Light) -> F32:
    """The depth of a carried frame, with the true one where it was rendered."""
    left, top, right, bottom = part.record.window
    out = depth.copy()
    here = np.s_[top:bottom, left:right]
    out[here] = np.where(_rendered(part.record)[here] > 0, part.depth, depth[here])
    return out


class Memory(NamedTuple):
    """The picture before this one (H, W, 3), carried to this one's camera, and trust (H, W) 0..1."""

    color: F32
    trust: F32


def remembered(lens: Lens, depth: F32, color: F32, color_depth: F32, color_lens: Lens, cast: Mask) -> Memory:
    """A picture with its depth and lens, as far as `lens` sees the same places at `depth`, without the people (`cast`) in it: they
    have gone on, and would be left there as ghosts."""
    seen = carry.look_up(depth, lens, color_depth, color_lens, cast)
    return Memory(color if same(lens, color_lens) else _sharpened(carry.fetch(color, seen)), seen.trust)


def held(color: F32, owner: F32, memory: Memory | None) -> F32:
    """A whole frame with what moves by itself held to the picture before, as in the frames around it: else it would be crisper
    than they are, and pulse."""
    if memory is None:
        return color
    return _settled(color, memory.color, memory.trust * np.float32(KEPT) * _restless(owner))


def _restless(owner: F32) -> Mask:
    """Where something moves by itself, and not so fast that the picture before shows nothing of it."""
    return (owner >= MOVING - 0.5) & (owner < QUICK - 0.5)


def with_part(base: Carried, part: Light, memory: Memory | None, *, quality: str, clean_guides: bool) -> F32:
    """The frame: what was rendered of it laid over the carried set. Where a rendered pixel belongs to the still set and the
    carried color fits it, the carried one stays: it has gathered many more samples. What moves by itself, or is seen by neither
    neighbor, is held to the picture before in the same way."""
    record = part.record
    left, top, right, bottom = record.window
    here = np.s_[top:bottom, left:right]
    wanted = _rendered(record)
    mask = wanted[here] > 0
    under = base.color[here]
    guides = _guides(base, part, mask, here, quality=quality, clean_guides=clean_guides)
    color = np.where(mask[..., None], part.color, under)

    def cleaned(*images: F32) -> tuple[F32, ...]:
        return (denoised(*images, quality=quality, clean_guides=clean_guides),)

    clean = only_where(mask, (color, *guides), cleaned)[0]
    reference, share = under, base.trust[here] * np.float32(KEPT)
    if memory is not None:
        restless = _restless(part.owner)
        fresh = restless | (base.trust[here] < UNKNOWN)
        reference = np.where(fresh[..., None], memory.color[here], reference)
        kept = np.where(restless, np.float32(KEPT_RESTLESS), np.float32(KEPT))
        share = np.where(fresh, memory.trust[here] * kept, share)
    own = near_cast(part.owner) | (part.owner >= QUICK - 0.5)  # as it is at this moment alone
    blended = _settled(clean, reference, share * ~own)
    edge = cv2.distanceTransform(np.pad(wanted, 1, mode="edge"), cv2.DIST_L2, 3)[1:-1, 1:-1][here]
    alpha = np.asarray(np.clip(edge / FEATHER_PX, 0, 1), np.float32)
    alpha = np.where(base.trust[here] < UNKNOWN, mask.astype(np.float32), alpha)[..., None]
    out = base.color.copy()
    out[here] = under + alpha * (blended - under)
    return out


def _guides(
    base: Carried, part: Light, mask: Mask, here: tuple[slice, slice], *, quality: str, clean_guides: bool
) -> tuple[F32, ...]:
    """Albedo and normals (h, w, 3) of a part of the picture, of which `mask` was rendered."""
    if not clean_guides:
        carried_ones = base.guides(here)
        return tuple(np.where(mask[..., None], new, old) for new, old in zip((part.albedo, part.normal), carried_ones))
    # What the whole frames know of the set's surfaces they know from many more samples, and without their noise.
    *known, unseen_ones = base.surfaces(full_depth(base.depth, part), here)
    strange = cv2.morphologyEx(unseen_ones.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)) > 0
    fresh = mask & near(strange | near_cast(part.owner), RIM_PX)
    rendered = tuple(np.where(mask[..., None], new, old) for new, old in zip((part.albedo, part.normal), known))
    cleaned = only_where(fresh, rendered, partial(guides_denoised, quality=quality))
    share = cv2.blur(fresh.astype(np.float32), (RIM_PX, RIM_PX))[..., None] * fresh[..., None]
    return tuple(np.asarray(old + share * (new - old), np.float32) for new, old in zip(cleaned, known))


def _rendered(record: Record) -> NDArray[np.uint8]:
    """Which pixels (H, W) of a frame were rendered and hold no black from beside."""
    if record.tiles is None:
        return np.ones((record.size[1], record.size[0]), np.uint8)
    mask = pixels(unpack(record.tiles, record.size), record.size).astype(np.uint8)
    square = np.ones((2 * LEAK_PX + 1,) * 2, np.uint8)
    return np.asarray(cv2.erode(mask, square, borderType=cv2.BORDER_REPLICATE), np.uint8)


def _settled(clean: F32, reference: F32, share: F32) -> F32:
    """The rendered color, pulled by a share (h, w) towards a reference as far as that is what was rendered but for noise."""
    mean = cv2.blur(clean, (5, 5))
    spread = np.sqrt(np.maximum(cv2.blur(clean * clean, (5, 5)) - mean * mean, 0.0)) * LOOSE + 0.02 * mean
    close = np.clip(reference, mean - spread, mean + spread)
    return np.asarray(clean + np.asarray(share, np.float32)[..., None] * (close - clean), np.float32)


def unseen(lens: Lens, before: Source, after: Source) -> float:
    """The share 0..1 of the still set's picture that neither of two whole frames shows to `lens`."""
    holes = _shown_by(lens, before, after) >= carry.EMPTY
    small = cv2.morphologyEx(holes.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    both = before.moving & after.moving
    return float((small > 0)[~both].mean()) if not both.all() else 0.0


def unknown(lens: Lens, before: Source, after: Source) -> Mask:
    """The pixels that cannot be carried to `lens` from either of two whole frames because people are before them in both, or in
    one while the other does not see them either; with a rim for what the pixel filter lets in."""
    depth = carry.filled(_shown_by(lens, before, after))
    seen = [carry.look_up(depth, lens, key.light.depth, key.lens, key.moving) for key in (before, after)]
    lost = np.maximum(seen[0].trust, seen[1].trust) < UNKNOWN
    people = lost & (seen[0].blocked | seen[1].blocked)
    rim = np.ones((2 * (LEAK_PX + 2) + 1,) * 2, np.uint8)
    return np.asarray(cv2.dilate(people.astype(np.uint8), rim) > 0)


def _shown_by(lens: Lens, before: Source, after: Source) -> F32:
    """The depth of what stands still in two whole frames as they were rendered, as `lens` sees it."""
    return _splatted(lens, *((key.light.depth, key.moving, key.lens) for key in (before, after)))


def _splatted(lens: Lens, *frames: tuple[F32, Mask, Lens]) -> F32:
    """The depth of what stands still in some frames (their depth, what moves in them, their lens), as `lens` sees it; EMPTY where
    none shows anything."""
    onto = np.full(frames[0][0].shape, np.float32(carry.EMPTY))
    for depth, moving, of in frames:
        carry.splat(depth, ~moving, of, lens, onto)
    return onto
