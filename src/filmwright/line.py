"""The whole line: a Film goes in, a Movie comes out. Read this file first.

str ──read──▶ Film ──(each Shot)──stage, shoot──▶ Frames ──finish──▶ pictures ──cut──▶ Movie

While a shot is being rendered, the pictures of its finished frames are developed and encoded beside it (cutting.py), and the next
shot is staged.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from filmwright.cutting import Cutting
from filmwright.engines.base import Emit, Take, engine
from filmwright.events import Event, FilmDone, FilmStarted, ShotStarted, Stepped
from filmwright.finish.pictures import Shown, one
from filmwright.movie import store, take
from filmwright.movie.sheet import save
from filmwright.scene.lens import is_locked
from filmwright.settings import QUALITIES, Plan, Settings
from filmwright.shoot import Shooter, Shooting, frames_of
from filmwright.spec.film import Film, frame_counts
from filmwright.spec.ledger import Ledger
from filmwright.staging.stage import Staged, stage_shot


class Order(NamedTuple):
    """What to make and how: engine and quality by name."""

    film: Film
    ledger: Ledger
    engine: str = "cycles"
    quality: str = "draft"

    @property
    def plan(self) -> Plan:
        """How its frames are made."""
        return QUALITIES[self.quality]


class Movie(NamedTuple):
    """A finished film: the file, its contact sheet and poster, the folder with its documents, and the frame count."""

    path: Path
    sheet: Path
    poster: Path
    folder: Path
    frames: int


def make(order: Order, path: Path, settings: Settings, emit: Emit) -> Movie:
    """Make the film at `path` (.mp4). Frames that exist from an earlier run or another film are kept.
    Raises FilmwrightError; whatever is finished stays on disk."""
    start = time.monotonic()
    film, counts, plan, ledger = order.film, frame_counts(order.film), order.plan, order.ledger
    folder = take.open_folder(path)
    listener = Listener(emit)
    with (
        store.holding(folder, emit),
        engine(order.engine).crew(settings, listener) as crew,
        Cutting(film, path, emit) as cutting,
    ):
        emit(FilmStarted(frames=tuple(counts), folder=str(folder)))
        crew.ready()
        places = []
        for index, staged in enumerate(staging_ahead(film, settings)):
            frames_folder = store.shot_folder(settings.cache, staged.stage, order.engine, plan)
            with store.holding(frames_folder, emit):
                emit(ShotStarted(shot=index, frames=counts[index]))
                shooting = Shooting(frames_of(staged.stage, frames_folder))
                shooter = listener.to = Shooter(staged.stage, plan, shooting, emit)
                with (
                    cutting.shot(Shown(shooting.frames, shooting, is_locked(staged.stage.camera))),
                    crew.open(Take(staged.stage, frames_folder, plan.scale)) as session,
                ):
                    crew.ready()
                    shooter.everything(session, light=engine(order.engine).light)
            places.append(take.shot_frames(index, frames_folder, counts[index], order.engine, plan))
            ledger = take.noted(ledger, index, staged.notes)
        emit(Stepped(step="cutting the film"))
        take.write_documents(folder, film, ledger, order.engine, order.quality, plan)
        take.write_shots(folder, places)
        sheet, poster = cutting.finish(take.tags(film, ledger, order.engine, order.quality, plan))
    store.trim(settings.cache, settings.frames_gb, [settings.cache / "frames" / p.store / "frames" for p in places])
    emit(FilmDone(path=str(path), frames=sum(counts), seconds=round(time.monotonic() - start, 2)))
    return Movie(path, sheet, poster, folder, sum(counts))


def still(order: Order, at: float, path: Path, settings: Settings, emit: Emit) -> Path:
    """One picture of the film, at a share 0..1 of its length."""
    film, counts = order.film, frame_counts(order.film)
    number = round(at * (sum(counts) - 1))
    starts = list(itertools.accumulate(counts, initial=0))
    index = max(k for k in range(len(counts)) if starts[k] <= number)
    frame = number - starts[index]
    listener = Listener(emit)
    with engine(order.engine).crew(settings, listener) as crew:
        crew.ready()
        stage = stage_shot(film, index).stage
        frames_folder = store.shot_folder(settings.cache, stage, order.engine, order.plan)
        with store.holding(frames_folder, emit):
            emit(ShotStarted(shot=index, frames=1))
            shooting = Shooting(frames_of(stage, frames_folder))
            shooter = listener.to = Shooter(stage, order.plan, shooting, emit)
            with crew.open(Take(stage, frames_folder, order.plan.scale)) as session:
                shooter.only(session, frame)
            save(one(film, index, Shown(shooting.frames, shooting, True), frame), path)
    return path


class Listener:
    """Passes the events of a crew on, and tells the shot that is being made of them."""

    def __init__(self, emit: Emit) -> None:
        self.emit = emit
        self.to: Shooter | None = None

    def __call__(self, event: Event) -> None:
        if self.to is not None:
            self.to.heard(event)
        self.emit(event)


def staging_ahead(film: Film, settings: Settings) -> Iterator[Staged]:
    """Every shot, staged; while one is used the next is under way."""
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(stage_shot, film, 0)
        for index in range(len(film.shots)):
            staged = coming.result()
            if index + 1 < len(film.shots):
                coming = pool.submit(stage_shot, film, index + 1)
            yield staged
