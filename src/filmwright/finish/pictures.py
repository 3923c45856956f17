"""Frames as the pictures people see: steadied, then graded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from filmwright.finish.grade import graded
from filmwright.finish.read import read_picture
from filmwright.finish.steady import steadied
from filmwright.scene.frames import Frames
from filmwright.spec.film import Film


def finished(film: Film, shots: Sequence[Frames]) -> Iterator[NDArray[np.uint8]]:
    """Every picture (H, W, 3) of the film in order, from the Frames of its shots; a few are held in memory at a time."""
    for shot, frames in zip(film.shots, shots, strict=True):
        yield from graded(steadied(frames), shot.look, film.seed)


def one(film: Film, index: int, frames: Frames, number: int) -> NDArray[np.uint8]:
    """One picture of one shot, graded, without its neighbors."""
    return next(graded([read_picture(frames.folder, number)], film.shots[index].look, film.seed))
