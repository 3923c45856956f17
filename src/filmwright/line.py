"""The whole line: a Film goes in, a Movie comes out. Read this file first.

str ──read──▶ Film ──(each Shot)──stage, shoot──▶ Frames ──finish──▶ pictures ──cut──▶ Movie
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright.engines.base import Emit, Take, engine
from filmwright.events import FilmDone, FilmStarted, ShotStarted, Stepped
from filmwright.finish.pictures import finished, one
from filmwright.movie import take
from filmwright.movie.encode import encode
from filmwright.movie.sheet import contact_sheet, keeping, moments, save
from filmwright.scene.frames import Frames, missing
from filmwright.settings import QUALITIES, Settings
from filmwright.spec.film import Film, frame_counts
from filmwright.spec.ledger import Ledger
from filmwright.staging.stage import stage_shot


class Order(NamedTuple):
    """What to make and how: engine and quality by name."""

    film: Film
    ledger: Ledger
    engine: str = "cycles"
    quality: str = "draft"


class Movie(NamedTuple):
    """A finished film: the file, its contact sheet and poster, the folder with its frames, and the frame count."""

    path: Path
    sheet: Path
    poster: Path
    folder: Path
    frames: int


def make(order: Order, path: Path, settings: Settings, emit: Emit) -> Movie:
    """Make the film at `path` (.mp4). Frames that exist from an earlier run of the same film are kept.
    Raises FilmwrightError; whatever is finished stays on disk."""
    start = time.monotonic()
    film, counts = order.film, frame_counts(order.film)
    folder = take.open_folder(path)
    ledger = order.ledger
    emit(FilmStarted(frames=tuple(counts), folder=str(folder)))
    shot_frames = []
    for index in range(len(film.shots)):
        frames, notes = shoot(order, index, folder, range(counts[index]), settings, emit)
        shot_frames.append(frames)
        ledger = take.noted(ledger, index, notes)
    take.write_documents(folder, film, ledger, order.engine, order.quality)
    emit(Stepped(step="cutting the film"))
    total = sum(counts)
    kept: dict[int, NDArray[np.uint8]] = {}
    wanted = set(moments(total)) | {total // 2}
    pictures = keeping(finished(film, shot_frames), wanted, kept)
    encode(pictures, path, size=film.size, fps=film.fps, metadata=take.tags(film, ledger, order.engine, order.quality))
    movie = Movie(path, path.with_suffix(".jpg"), path.with_name(f"{path.stem}-poster.jpg"), folder, total)
    contact_sheet([kept[k] for k in moments(total)], movie.sheet)
    save(kept[total // 2], movie.poster)
    emit(FilmDone(path=str(path), frames=total, seconds=round(time.monotonic() - start, 2)))
    return movie


def still(order: Order, at: float, path: Path, settings: Settings, emit: Emit) -> Path:
    """One picture of the film, at a share 0..1 of its length."""
    counts = frame_counts(order.film)
    number = round(at * (sum(counts) - 1))
    starts = list(itertools.accumulate(counts, initial=0))
    index = max(k for k in range(len(counts)) if starts[k] <= number)
    frame = number - starts[index]
    with take.scratch_folder() as folder:
        frames, _ = shoot(order, index, folder, [frame], settings, emit)
        save(one(order.film, index, frames, frame), path)
    return path


def shoot(
    order: Order, index: int, folder: Path, wanted: Sequence[int], settings: Settings, emit: Emit
) -> tuple[Frames, tuple[str, ...]]:
    """Stage one shot and have the engine make the wanted frames that do not exist; the Frames and staging's notes."""
    staged = stage_shot(order.film, index)
    stage = staged.stage
    frames_folder = take.frames_folder(folder, index, stage, order.engine, order.quality)
    done = stage.frames - len(missing(frames_folder, stage.frames))
    emit(ShotStarted(shot=index, frames=len(wanted), done=min(done, len(wanted))))
    engine(order.engine).shoot(Take(stage, frames_folder, tuple(wanted), QUALITIES[order.quality]), settings, emit)
    return Frames(frames_folder, stage.frames, stage.fps, stage.size), staged.notes
