"""Frames as the pictures people see: gathered, denoised, carried, developed, graded."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from filmwright.finish.flicker import flickering
from filmwright.finish.gather import Clean, Source, gathered
from filmwright.finish.grade import graded
from filmwright.finish.inbetween import (
    Memory,
    carried,
    filled_in,
    full_depth,
    held,
    remembered,
    with_part,
)
from filmwright.finish.joins import joined
from filmwright.finish.read import F32, Mask, moving_pixels, near_cast, read_light, read_picture, restless
from filmwright.finish.retime import retimed
from filmwright.finish.tone import developed
from filmwright.scene.frames import Frames, Record
from filmwright.scene.lens import Lens
from filmwright.scene.tiles import pixels, unpack
from filmwright.spec.film import Film, Span, spans
from filmwright.spec.shot import Shot

NEIGHBORS = 2  # whole frames on each side whose samples are gathered
WITHIN_FRAMES = 24  # none is farther than this, unless the camera stands still
LEFT_OUT = 0.002  # share of the picture; less than this nobody misses


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
    """Every picture (H, W, 3) of the film in order, cut and dissolved; a few frames are held in memory at a time."""
    parts = spans(film)
    of_shots = (_seen(film, shot, span, shown) for shot, span, shown in zip(film.shots, parts, shots, strict=True))
    yield from joined(of_shots, parts)


def _seen(film: Film, shot: Shot, span: Span, shown: Shown) -> Iterator[NDArray[np.uint8]]:
    """What the film has of one shot. A picture of a trimmed shot has the grain it had before."""
    developed_ones = Finisher(shown).pictures(film.size, span.frames)
    return graded(retimed(developed_ones, span), shot.look, film.seed, first=span.first)


def needed(wanted: range, length: int) -> range:
    """The frames that the pictures of `wanted` are finished from, of a take of `length`: what moves by itself leans on the frame
    before and the one after."""
    return range(max(0, wanted.start - 1), min(length, wanted.stop + 1))


def one(film: Film, index: int, shown: Shown, number: int) -> NDArray[np.uint8]:
    """One picture of one shot, graded, from that frame alone."""
    return next(graded([Finisher(shown).alone(number, film.size)], film.shots[index].look, film.seed))


class _Linear(NamedTuple):
    """A linear picture (H, W, 3), its depth, the lens, and where people are in it."""

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

    def pictures(self, size: tuple[int, int], wanted: range | None = None) -> Iterator[F32]:
        """The wanted pictures (H, W, 3), sRGB 0..1, in order; all of them unless told otherwise."""
        wanted = range(self.frames.length) if wanted is None else wanted
        made = needed(wanted, self.frames.length)
        last: _Linear | None = None
        ahead: _Linear | None = None
        for number in range(made.start, wanted.stop):
            record = self.supply.record(number)
            if record.kind == "picture":
                if number in wanted:
                    yield read_picture(self.frames.folder, number)
                continue
            if ahead is not None and ahead.number == number:
                last, ahead = ahead, None
            else:
                ahead = self._linear(number + 1, last) if number + 1 in made and self._leans(number, record) else None
                last = self._linear(number, last, ahead)
            if number in wanted:
                yield self._shown(self._flickering(number, last.color, last.depth, last.lens), size)

    def alone(self, number: int, size: tuple[int, int]) -> F32:
        """The picture of one whole frame without its neighbors."""
        record = self.supply.record(number)
        if record.kind == "picture":
            return read_picture(self.frames.folder, number)
        clean = gathered(self.source(number), (), quality="high", clean_guides=self.frames.clean_guides)
        return self._shown(self._flickering(number, clean.color, clean.depth, clean.lens), size)

    def _flickering(self, number: int, color: F32, depth: F32, lens: Lens) -> F32:
        return flickering(color, depth, lens, self.frames.fires, number, self.frames.exposure.stops)

    def _shown(self, linear: F32, size: tuple[int, int]) -> F32:
        picture = developed(linear, self.frames.exposure)
        if (picture.shape[1], picture.shape[0]) != size:
            picture = np.clip(cv2.resize(picture, size, interpolation=cv2.INTER_LANCZOS4), 0.0, 1.0)
        return np.asarray(picture, np.float32)

    def _leans(self, number: int, record: Record) -> bool:
        """Whether something that moves by itself was left out of a frame, so that it takes it from both its neighbors."""
        keys = self.supply.keys()
        if record.tiles is None or number in keys:
            return False
        stirring = np.logical_or(*(restless(self.source(key).light) for key in _around(keys, number)))
        left_out = stirring & ~pixels(unpack(record.tiles, record.size), record.size)
        return float(left_out.mean()) > LEFT_OUT

    def _linear(self, number: int, last: _Linear | None, ahead: _Linear | None = None) -> _Linear:
        """A frame in linear light. `last`: the one made before it; `ahead`: the one after it, if it leans on that one too."""
        keys, record = self.supply.keys(), self.supply.record(number)
        if last is not None and not self.frames.alike(last.number, number):
            last = None  # what was lit by lightning, or not, is no memory of this picture
        if number in keys:
            clean, owner = self.clean(number), self.source(number).light.owner
            color = held(clean.color, owner, _memory(last, clean.lens, clean.depth))
            return _Linear(number, color, clean.depth, clean.lens, near_cast(owner))
        before, after = _around(keys, number)
        lens = self.frames.lens(number, record.size)
        base = carried(lens, self.clean(before), self.clean(after), (number - before) / (after - before))
        if last is not None and ahead is not None:
            base = filled_in(base, lens, _as_clean(last), _as_clean(ahead))
        part = read_light(self.frames.folder, record)
        depth = full_depth(base.depth, part)
        memory = _memory(last, lens, depth)
        color = with_part(base, part, memory, quality="fast", clean_guides=self.frames.clean_guides)
        left, top, right, bottom = record.window
        cast = np.zeros(depth.shape, bool)
        cast[top:bottom, left:right] = near_cast(part.owner)
        return _Linear(number, color, depth, lens, cast)

    def source(self, number: int) -> Source:
        """A whole frame as it was rendered."""
        if number not in self._sources:
            light = read_light(self.frames.folder, self.supply.record(number))
            lens = self.frames.lens(number, light.record.size)
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
            near = [
                k for k in around if (self.locked or abs(k - number) <= WITHIN_FRAMES) and self.frames.alike(k, number)
            ]
            dense = len(keys) > (keys[-1] - keys[0] + 1) // 2
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


def _around(keys: Sequence[int], number: int) -> tuple[int, int]:
    """The whole frames before and after one that is none."""
    return max(k for k in keys if k < number), min(k for k in keys if k > number)


def _memory(last: _Linear | None, lens: Lens, depth: F32) -> Memory | None:
    """An earlier picture as this one's camera sees it."""
    return None if last is None else remembered(lens, depth, last.color, last.depth, last.lens, last.cast)


def _as_clean(made: _Linear) -> Clean:
    """A finished picture as one that others are carried from."""
    none = np.empty((0, 0, 3), np.float32)
    return Clean(made.number, made.color, none, none, made.depth, made.lens, made.cast, made.cast)
