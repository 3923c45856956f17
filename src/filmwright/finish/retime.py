"""A take played faster or slower than it was shot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import cv2
import numpy as np

from filmwright.finish.read import F32
from filmwright.spec.film import Span

WHOLE = 1e-4  # a moment this near a frame is that frame
DOUBT_PX = 1.5  # motion there and back that misses by this is believed half as much; chosen


def retimed(frames: Iterable[F32], span: Span) -> Iterator[F32]:
    """The pictures (H, W, 3) of a span from its frames, in order. A moment between two frames is worked out from both by the
    motion between them; frames nobody asked for are passed over."""
    coming = enumerate(frames, span.first)
    here: tuple[int, F32] | None = None
    after: tuple[int, F32] | None = None
    for picture in range(span.pictures):
        moment = span.moment(picture)
        low, share = _split(moment)
        while here is None or here[0] < low:
            here, after = after or next(coming), None
        if share == 0.0:
            yield here[1]
            continue
        after = after or next(coming)
        yield between(here[1], after[1], share)


def _split(moment: float) -> tuple[int, float]:
    """The frame at or before a moment, and the share of the way to the next."""
    low = int(moment + WHOLE)
    share = moment - low
    return low, share if share > WHOLE else 0.0


def between(one: F32, other: F32, share: float) -> F32:
    """The picture `share` of the way from one to the other, sRGB 0..1: each is carried along the motion seen between them, and what
    only one of them shows is taken from that one."""
    flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    gray = [cv2.cvtColor((picture * 255).astype(np.uint8), cv2.COLOR_RGB2GRAY) for picture in (one, other)]
    there, back = (
        np.asarray(flow.calc(a, b, np.zeros((*a.shape, 2), np.float32)), np.float32) for a, b in (gray, gray[::-1])
    )
    # Motion from the moment in between to either frame, taking both measured motions as straight and even.
    to_one = -(1 - share) * share * there + share * share * back
    to_other = (1 - share) ** 2 * there - share * (1 - share) * back
    sure_one = (1 - share) * _sureness(there, back)
    sure_other = share * _sureness(back, there)
    weights = [_carried(sure, motion) for sure, motion in ((sure_one, to_one), (sure_other, to_other))]
    total = np.maximum(weights[0] + weights[1], 1e-6)
    mixed = _carried(one, to_one) * (weights[0] / total)[..., None]
    mixed = mixed + _carried(other, to_other) * (weights[1] / total)[..., None]
    return np.asarray(np.clip(mixed, 0.0, 1.0), np.float32)


def _sureness(there: F32, back: F32) -> F32:
    """How far each pixel's motion (H, W, 2) is believed, 0..1: going there and back should end where it began."""
    miss = np.linalg.norm(there + _carried(back, there), axis=-1)
    return np.asarray(1 / (1 + (miss / DOUBT_PX) ** 2) + 1e-3, np.float32)


def _carried(values: F32, motion: F32) -> F32:
    """Values (H, W[, n]) fetched from where the motion (H, W, 2) in pixels leads."""
    height, width = motion.shape[:2]
    x = np.arange(width, dtype=np.float32) + motion[..., 0]
    y = np.arange(height, dtype=np.float32)[:, None] + motion[..., 1]
    found = cv2.remap(
        values, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(found, np.float32)
