"""The whole line: a Film goes in, a Movie comes out. Read this file first.

str ──read──▶ Film ──(each Shot)──stage, shoot──▶ Frames ──finish──▶ pictures ──cut──▶ Movie

While a shot is being rendered, the pictures of its finished frames are developed and encoded beside it (cutting.py), and the next
shot is staged.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from filmwright import budget
from filmwright.budget import Planner
from filmwright.cutting import Cutting
from filmwright.engines.base import Crew, Emit, Take, engine
from filmwright.errors import BadInput
from filmwright.events import Event, FilmDone, FilmStarted, Retrying, ShotStarted, Stepped, Waiting
from filmwright.finish.pictures import Shown, one
from filmwright.movie import store, take
from filmwright.movie.sheet import save
from filmwright.scene.lens import is_locked
from filmwright.scene.stage import Stage
from filmwright.settings import QUALITIES, Plan, Settings
from filmwright.shoot import Shooter, Shooting, frames_of
from filmwright.spec.film import Film, find, frame_counts, picture_count, spans
from filmwright.spec.ledger import Ledger
from filmwright.staging.stage import Staged, stage_shot


class Order(NamedTuple):
    """What to make and how: engine and quality by name. With `budget_s` the quality of each shot is chosen so that the film is
    done in so many seconds. `as_made`: not by a quality but by this plan, and what its documents call it."""

    film: Film
    ledger: Ledger
    engine: str = "cycles"
    quality: str = "draft"
    budget_s: float | None = None
    as_made: tuple[str, Plan] | None = None

    @property
    def plan(self) -> Plan:
        """How its frames are made if no budget chooses."""
        return QUALITIES[self.quality] if self.as_made is None else self.as_made[1]

    @property
    def chosen_by(self) -> str:
        """What its documents call the quality."""
        if self.budget_s is not None:
            return f"budget {self.budget_s:g} s"
        return self.quality if self.as_made is None else self.as_made[0]


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
    film, ledger, wanted = order.film, order.ledger, [span.frames for span in spans(order.film)]
    light = engine(order.engine).light
    refuse_empty(ledger)
    if order.budget_s is not None and not light:
        raise BadInput(f"The {order.engine} engine has no quality to choose", hint="Leave --budget out.")
    folder = take.open_folder(path)
    listener = Listener(emit)
    with (
        store.holding(folder, emit),
        engine(order.engine).crew(settings, listener) as crew,
        Cutting(film, path, emit) as cutting,
    ):
        emit(FilmStarted(frames=tuple(len(frames) for frames in wanted), folder=str(folder)))
        crew.ready()
        making = Making(order, settings, folder, crew, listener)
        for index, staged in enumerate(staging_ahead(film, settings)):
            plan = making.planned(index, staged.stage)
            frames_folder = store.shot_folder(settings.cache, staged.stage, order.engine, plan)
            with store.holding(frames_folder, emit):
                emit(ShotStarted(shot=index, frames=len(wanted[index])))
                shooting = Shooting(frames_of(staged.stage, frames_folder))
                shooter = listener.to = Shooter(staged.stage, plan, shooting, emit, wanted[index])
                with (
                    cutting.shot(Shown(shooting.frames, shooting, is_locked(staged.stage.camera))),
                    crew.open(Take(staged.stage, frames_folder, plan.scale)) as session,
                ):
                    crew.ready()
                    shooter.everything(session, light=light)
            making.made(undisturbed=not shooter.there)
            ledger = take.noted(ledger, index, staged.notes)
        emit(Stepped(step="cutting the film"))
        take.write_documents(folder, film, ledger, order.engine, order.chosen_by, making.first)
        take.write_shots(folder, making.places)
        sheet, poster = cutting.finish(take.tags(film, ledger, order.engine, order.chosen_by, making.first))
    kept = [settings.cache / "frames" / place.store / "frames" for place in making.places]
    store.trim(settings.cache, settings.frames_gb, kept)
    pictures = picture_count(film)
    emit(FilmDone(path=str(path), frames=pictures, seconds=round(time.monotonic() - start, 2)))
    return Movie(path, sheet, poster, folder, pictures)


def refuse_empty(ledger: Ledger) -> None:
    """Raise BadInput, naming what is missing, if nothing of what somebody wrote can be in the picture: an empty set is no film of a
    red suitcase."""
    written = [entry for entry in ledger.entries if entry.span is not None]
    if written and all(entry.status == "unstaged" for entry in written):
        reasons = "; ".join(dict.fromkeys(entry.reason or entry.text for entry in written[:3]))
        raise BadInput(
            f"Nothing of the prompt can be staged yet: {reasons}",
            where="prompt",
            hint="`filmwright content` lists what can be staged; `filmwright explain` shows how the prompt was read.",
        )


class Making:
    """How each shot of a film is made, and where its frames go. With a budget the choice is written into the take folder at
    once: the same command goes on with it."""

    def __init__(self, order: Order, settings: Settings, folder: Path, crew: Crew, listener: Listener) -> None:
        self.order, self.settings, self.folder, self.crew, self.listener = order, settings, folder, crew, listener
        self.places: list[take.ShotFrames] = []
        self._counts = frame_counts(order.film)
        self._before = take.read_shots(folder)
        self._planner: Planner | None = None
        if order.budget_s is not None:
            start = time.monotonic()
            wanted = [len(span.frames) for span in spans(order.film)]
            self._planner = Planner(order.budget_s, wanted, self._before, listener.emit, start=start)

    @property
    def first(self) -> Plan:
        """How the first shot is made."""
        return Plan(**self.places[0].plan)  # type: ignore[arg-type]

    def planned(self, index: int, stage: Stage) -> Plan:
        """How the next shot is made. Raises what measuring its frames raises."""
        order, cache, plan = self.order, self.settings.cache, self.order.plan
        if self._planner is not None:
            shot = budget.Shot(index, stage, order.engine, cache)
            plan = self._planner.plan(shot, lambda: self._measured(stage))
        folder = store.shot_folder(cache, stage, order.engine, plan)
        place = take.shot_frames(index, folder, self._counts[index], order.engine, plan, order.budget_s)
        self.places.append(place)
        if self._planner is not None:
            later = [shot for shot in self._before if index < shot.index < len(self._counts)]
            take.write_shots(self.folder, [*self.places, *later])
        return plan

    def made(self, *, undisturbed: bool) -> None:
        """The shot is made; `undisturbed`: none of its frames were there before."""
        if self._planner is not None:
            self._planner.done(undisturbed=undisturbed)

    def _measured(self, stage: Stage) -> budget.Measured:
        self.listener.emit(Stepped(step="measuring a first frame"))
        folder = store.shot_folder(self.settings.cache, stage, self.order.engine, budget.MEASURING)
        with store.holding(folder, self.listener.emit), self.listener.apart():
            return budget.measure(self.crew, stage, folder)


def still(order: Order, at: float, path: Path, settings: Settings, emit: Emit) -> Path:
    """One picture of the film, at a share 0..1 of its length."""
    refuse_empty(order.ledger)
    film = order.film
    index, frame = find(film, round(at * (picture_count(film) - 1)))
    listener = Listener(emit)
    with engine(order.engine).crew(settings, listener) as crew:
        crew.ready()
        stage = stage_shot(film, index, settings.cache).stage
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
        self._apart = False

    def __call__(self, event: Event) -> None:
        if self._apart and not isinstance(event, Retrying | Waiting):
            return
        if self.to is not None:
            self.to.heard(event)
        self.emit(event)

    @contextlib.contextmanager
    def apart(self) -> Iterator[None]:
        """Inside, frames are made that belong to no shot: nobody is told of them."""
        self._apart = True
        try:
            yield
        finally:
            self._apart = False


def staging_ahead(film: Film, settings: Settings) -> Iterator[Staged]:
    """Every shot, staged; while one is used the next is under way."""
    with ThreadPoolExecutor(1) as pool:
        coming = pool.submit(stage_shot, film, 0, settings.cache)
        for index in range(len(film.shots)):
            staged = coming.result()
            if index + 1 < len(film.shots):
                coming = pool.submit(stage_shot, film, index + 1, settings.cache)
            yield staged
