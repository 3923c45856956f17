"""Frames as the pictures people see: gathered, denoised, carried, developed, graded."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from filmwright.finish.gather import Clean, Source, gathered
from filmwright.finish.grade import graded
from filmwright.finish.inbetween import Memory, carried, full_depth, held, near_cast, remembered, with_part
from filmwright.finish.read import F32, Mask, moving_pixels, read_light, read_picture
from filmwright.finish.tone import developed
from filmwright.scene.frames import Frames, Record
from filmwright.scene.lens import Lens, lens_at
from filmwright.spec.film import Film

NEIGHBORS = 2  # whole frames on each side whose samples are gathered
WITHIN_FRAMES = 24  # none is farther than this, unless the camera stands still


class Supply(Protocol):
    """The records of a shot, possibly still being made."""

    def keys(self) -> Sequence[int]:
        """The whole frames in order; waits until it is known which they are."""

    def record(self, frame: int) -> Record:
        """The record of a frame; waits until it is complete."""


class Shown(NamedTuple):
    """A shot to be finished: its frames, where their records come from, and whether its camera stands still."""

    frames: Frames
    supply: Supply
    locked: bool


def finished(film: Film, shots: Iterable[Shown]) -> Iterator[NDArray[np.uint8]]:
    """Every picture (H, W, 3) of the film in order; a few frames are held in memory at a time."""
    for shot, shown in zip(film.shots, shots, strict=True):
        yield from graded(Finisher(shown).pictures(film.size), shot.look, film.seed)


def one(film: Film, index: int, shown: Shown, number: int) -> NDArray[np.uint8]:
    """One picture of one shot, graded, from that frame alone."""
    return next(graded([Finisher(shown).alone(number, film.size)], film.shots[index].look, film.seed))


class _Last(NamedTuple):
    """The linear picture made last, and where people are in it."""

    number: int
    color: F32
    depth: F32
    lens: Lens
    cast: Mask


class Finisher:
    """Makes the pictures of one shot from its frames, keeping the whole frames it will need again."""

    def __init__(self, shown: Shown) -> None:
        self.frames, self.supply, self.locked = shown
        self._sources: OrderedDict[int, Source] = OrderedDict()
        self._clean: OrderedDict[int, Clean] = OrderedDict()
        self._last: _Last | None = None

    def pictures(self, size: tuple[int, int]) -> Iterator[F32]:
        """All pictures (H, W, 3), sRGB 0..1, in order."""
        for number in range(self.frames.length):
            record = self.supply.record(number)
            if record.kind == "picture":
                yield read_picture(self.frames.folder, number)
            else:
                yield self._shown(self._linear(number, record), size)

    def alone(self, number: int, size: tuple[int, int]) -> F32:
        """The picture of one whole frame without its neighbors."""
        record = self.supply.record(number)
        if record.kind == "picture":
            return read_picture(self.frames.folder, number)
        clean = gathered(self.source(number), (), quality="high", clean_guides=self.frames.clean_guides)
        return self._shown(clean.color, size)

    def _shown(self, linear: F32, size: tuple[int, int]) -> F32:
        picture = developed(linear, self.frames.exposure)
        if (picture.shape[1], picture.shape[0]) != size:
            picture = np.clip(cv2.resize(picture, size, interpolation=cv2.INTER_LANCZOS4), 0.0, 1.0)
        return np.asarray(picture, np.float32)

    def _linear(self, number: int, record: Record) -> F32:
        keys = self.supply.keys()
        if number in keys:
            clean = self.clean(number)
            color = clean.color
            memory = self._memory(number, clean.lens, clean.depth)
            if memory is not None:
                color = held(color, self.source(number).light.owner, memory)
            cast = near_cast(self.source(number).light.owner)
            self._last = _Last(number, color, clean.depth, clean.lens, cast)
            return color
        before, after = max(k for k in keys if k < number), min(k for k in keys if k > number)
        share = (number - before) / (after - before)
        lens = lens_at(self.frames.camera, number, record.size)
        base = carried(lens, self.clean(before), self.clean(after), share)
        part = read_light(self.frames.folder, record)
        depth = full_depth(base.depth, part)
        memory = self._memory(number, lens, depth)
        color = with_part(base, part, memory, quality="fast", clean_guides=self.frames.clean_guides)
        left, top, right, bottom = record.window
        cast = np.zeros(depth.shape, bool)
        cast[top:bottom, left:right] = near_cast(part.owner)
        self._last = _Last(number, color, depth, lens, cast)
        return color

    def _memory(self, number: int, lens: Lens, depth: F32) -> Memory | None:
        """The picture made before this one as this one's camera sees it; None if it was not the one right before."""
        last = self._last
        if last is None or last.number != number - 1:
            return None
        return remembered(lens, depth, last.color, last.depth, last.lens, last.cast)

    def source(self, number: int) -> Source:
        """A whole frame as it was rendered."""
        if number not in self._sources:
            light = read_light(self.frames.folder, self.supply.record(number))
            lens = lens_at(self.frames.camera, number, light.record.size)
            self._sources[number] = Source(light, lens, moving_pixels(light))
            while len(self._sources) > 2 * NEIGHBORS + 3:
                self._sources.popitem(last=False)
        self._sources.move_to_end(number)
        return self._sources[number]

    def clean(self, number: int) -> Clean:
        """A whole frame with what its neighbors saw gathered in, denoised."""
        if number not in self._clean:
            keys = self.supply.keys()
            at = list(keys).index(number)
            around = [*keys[max(0, at - NEIGHBORS) : at], *keys[at + 1 : at + 1 + NEIGHBORS]]
            near = [k for k in around if self.locked or abs(k - number) <= WITHIN_FRAMES]
            dense = len(keys) > self.frames.length // 2
            others = [self.source(k) for k in near]
            self._clean[number] = gathered(
                self.source(number),
                others,
                quality="fast" if dense else "high",
                clean_guides=self.frames.clean_guides,
            )
            while len(self._clean) > 3:
                self._clean.popitem(last=False)
        self._clean.move_to_end(number)
        return self._clean[number]
