"""Shots joined: cut upon cut, or dissolved into one another frame by frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from tempfile import SpooledTemporaryFile

import numpy as np
from numpy.typing import NDArray

from filmwright.finish.read import F32
from filmwright.spec.film import Span

Picture = NDArray[np.uint8]
IN_MEMORY = 64 << 20  # bytes of held pictures before they go to disk; chosen


def joined(shots: Iterable[Iterable[Picture]], spans: Sequence[Span]) -> Iterator[Picture]:
    """The pictures (H, W, 3) of the film from those of its shots. The last `over` of a shot are mixed with the first of the next;
    those of the last shot with the first of the film, which then begins after them: it loops without a jump."""
    opening, held = Reel(), Reel()
    loop = spans[-1].over
    mixes = 0  # how many of this shot's first pictures are mixed with the last of the one before
    with opening, held:
        for index, (span, pictures) in enumerate(zip(spans, shots, strict=True)):
            for number, picture in enumerate(pictures):
                if index == 0 and number < loop:
                    opening.put(picture)
                    continue
                if number < mixes:
                    picture = mixed(held.take(), picture, _share(number, mixes))
                if number >= span.pictures - span.over:
                    held.put(picture)
                else:
                    yield picture
            mixes = span.over
        for number in range(loop):
            yield mixed(held.take(), opening.take(), _share(number, loop))


def _share(number: int, over: int) -> float:
    """How much of the later shot the picture `number` of a dissolve over so many pictures shows: neither its first nor its last is
    all of one shot, so that every one of them is a step."""
    return (number + 1) / (over + 1)


def mixed(one: Picture, other: Picture, share: float) -> Picture:
    """Two pictures seen at once, `share` of the other: their light is added, as an optical printer did."""
    light = _LIGHT[one] * np.float32(1.0 - share) + _LIGHT[other] * np.float32(share)
    low = light * np.float32(12.92)
    high = np.float32(1.055) * np.power(light, np.float32(1 / 2.4)) - np.float32(0.055)
    return np.asarray(np.where(light <= 0.0031308, low, high) * 255 + 0.5).astype(np.uint8)


def _of_light() -> F32:
    """Linear light of the 256 values of sRGB. Source: IEC 61966-2-1."""
    value = np.arange(256) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(np.float32)


_LIGHT = _of_light()


class Reel:
    """Pictures of one size put aside, first in, first out; on disk when there are many."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed on leaving
        self._shape: tuple[int, ...] = ()
        self._put = self._taken = 0

    def __enter__(self) -> Reel:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put(self, picture: Picture) -> None:
        """Put a picture (H, W, 3) behind the others."""
        self._shape = picture.shape
        self._file.seek(self._put)
        self._put += self._file.write(picture.tobytes())

    def take(self) -> Picture:
        """Take the first picture. Raises ValueError if there is none."""
        self._file.seek(self._taken)
        data = self._file.read(int(np.prod(self._shape)))
        self._taken += len(data)
        if self._taken == self._put:  # all taken: the place is used again
            self._put = self._taken = 0
        return np.frombuffer(data, np.uint8).reshape(self._shape)
