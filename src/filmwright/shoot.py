"""One staged shot → its frames on disk: whole frames first, then only what moves in the frames between them."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from filmwright.engines.base import Session
from filmwright.errors import EngineFailed
from filmwright.events import Event, FrameDone, FrameKept, Planned
from filmwright.finish.gather import Source
from filmwright.finish.inbetween import unknown, unseen
from filmwright.finish.pictures import needed
from filmwright.finish.read import moving_pixels, read_light, restless
from filmwright.movie import store
from filmwright.scene import flicker, lightning, tiles
from filmwright.scene.frames import Frames, Record, Request, read_record
from filmwright.scene.lens import REFOCUS, is_locked, lens_at, refocused
from filmwright.scene.stage import Stage
from filmwright.settings import Plan

UNSEEN = 0.012  # share of the picture that two whole frames may leave unseen between them; by eye on our shots

DENSE = 0.5  # share of the samples of a whole picture where every frame is whole: its neighbors lend it theirs
ALONE = 3  # times its samples where lightning lights a frame: no neighbor lends it any; chosen
LOCKED = 2  # times its samples where the camera stands still: it serves so many more frames

STIR_M_S = 2.5  # as fast as what moves by itself moves: waves coming in; from the sea's own spectrum
STIR_SHARE = (
    1 / 160
)  # share of the picture's width that it may move between two frames that show a third between them; by eye


class Shooting:
    """The records of a shot while it is being made: one thread puts them, another waits for them."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self._change = threading.Condition()
        self._records: dict[int, Record] = {}
        self._keys: tuple[int, ...] | None = None
        self._over = False

    def put(self, record: Record) -> None:
        """A frame is complete."""
        with self._change:
            self._records[record.frame] = record
            self._change.notify_all()

    def settle(self, keys: Sequence[int]) -> None:
        """These are the whole frames, and no other."""
        with self._change:
            self._keys = tuple(keys)
            self._change.notify_all()

    def stop(self) -> None:
        """Nothing more will come: whoever waits is told so."""
        with self._change:
            self._over = True
            self._change.notify_all()

    def keys(self) -> Sequence[int]:
        """The whole frames in order; waits until it is known which they are. Raises EngineFailed if that will never be."""
        with self._change:
            self._change.wait_for(lambda: self._keys is not None or self._over)
            if self._keys is None:
                raise EngineFailed("The shot was stopped")
            return self._keys

    def record(self, frame: int) -> Record:
        """The record of a frame; waits until it is complete. Raises EngineFailed if it will never be."""
        with self._change:
            self._change.wait_for(lambda: (frame in self._records and self._keys is not None) or self._over)
            if frame not in self._records:
                raise EngineFailed("The shot was stopped", where=f"frame {frame}")
            return self._records[frame]

    def record_now(self, frame: int) -> Record:
        """The record of a frame that is complete. Raises KeyError."""
        with self._change:
            return self._records[frame]


class Shooter:
    """Has a session render what a shot needs, and no more than that. `wanted`: the frames the film shows, if not all. They are
    rendered as they would be with all the others, so that whoever wants those later finds these."""

    def __init__(
        self,
        stage: Stage,
        plan: Plan,
        shooting: Shooting,
        emit: Callable[[Event], None],
        wanted: range | None = None,
    ) -> None:
        self.stage = stage
        self.plan = plan
        self.shooting = shooting
        self.emit = emit
        self.folder = shooting.frames.folder
        self.wanted = range(stage.frames) if wanted is None else needed(wanted, stage.frames)
        self.samples = plan.key_samples
        self.there = store.sound(self.folder, range(stage.frames))

    def everything(self, session: Session, *, light: bool) -> None:
        """Every wanted frame of the shot. `light`: the engine makes light, so frames may be carried over. Raises FilmwrightError."""
        stride = stride_of(self.stage, self.plan) if light else 1
        self.samples = whole_samples(self.plan, stride=stride, locked=is_locked(self.stage.camera))
        keys = _around(self.wanted, sorted({*range(0, self.stage.frames, stride), self.stage.frames - 1}))
        self._say(keys)
        self._have(session, [self._whole(k) for k in keys])
        if light and not is_locked(self.stage.camera):
            while more := [m for a, b in itertools.pairwise(keys) if (m := self._doubtful(a, b)) is not None]:
                keys = sorted({*keys, *more})
                self._say(keys)
                self._have(session, [self._whole(k) for k in more])
        self.shooting.settle(keys)
        # While the parts of one stretch are rendered, those of the next are worked out.
        with ThreadPoolExecutor(1) as ahead:
            stretches = ahead.map(self._between, keys, keys[1:])
            for requests in stretches:
                self._have(session, requests)

    def only(self, session: Session, frame: int) -> None:
        """One whole frame."""
        self._have(session, [self._whole(frame)])
        self.shooting.settle([frame])

    def heard(self, event: Event) -> None:
        """To be told every event of the session."""
        if isinstance(event, FrameDone):
            record = read_record(self.folder, event.frame)
            if record is not None:
                self.shooting.put(record)

    def _say(self, keys: Sequence[int]) -> None:
        self.emit(Planned(whole=len(keys), parts=len(set(self.wanted) - set(keys))))

    def _whole(self, frame: int) -> Request:
        lit = self.shooting.frames.lit
        return Request(frame=frame, samples=self.samples * (ALONE if lit and lit[frame] > 0 else 1))

    def _have(self, session: Session, requests: Sequence[Request]) -> None:
        todo = []
        for request in requests:
            record = self.there.get(request.frame)
            if record is not None and record.answers(request):
                self.shooting.put(record)
                self.emit(FrameKept(frame=request.frame, whole=record.whole))
            else:
                todo.append(request)
        if todo:
            session.render(todo)

    def _source(self, frame: int) -> Source:
        light = read_light(self.folder, self.shooting.record_now(frame))
        return Source(light, lens_at(self.stage.camera, frame, light.record.size), moving_pixels(light))

    def _doubtful(self, before: int, after: int) -> int | None:
        """The frame midway, if the two whole ones leave too much of it unseen."""
        if after - before < 2:
            return None
        middle = (before + after) // 2
        if refocused(self.stage.camera, before, after) > REFOCUS:
            return middle
        a, b = self._source(before), self._source(after)
        lens = lens_at(self.stage.camera, middle, a.light.record.size)
        return middle if unseen(lens, a, b) > UNSEEN else None

    def _between(self, before: int, after: int) -> list[Request]:
        """The parts to be rendered between two whole frames: besides what moves at that moment, what the cast hides in both,
        and all that moves by itself; what of it is far, and so hardly moves in the picture, in every other frame only."""
        if after - before < 2:
            return []
        a, b = self._source(before), self._source(after)
        size, locked = a.light.record.size, is_locked(self.stage.camera)
        stirring = [restless(a.light), restless(b.light)]
        calm_m = STIR_M_S / self.stage.fps / STIR_SHARE * a.lens.focal / size[0]
        near = [stir & (source.light.depth < calm_m) for stir, source in zip(stirring, (a, b))]
        moving = [tiles.grown(tiles.of_pixels(np.asarray(one | other))) for one, other in (near, stirring)]
        far = stirring[0] & stirring[1] & ~near[0] & ~near[1]
        requests: list[Request] = []
        lost = tiles.none(size)
        for frame in range(before + 1, after):
            if not (locked and requests):  # a camera that stands still leaves the same unknown in every frame
                lost = tiles.of_pixels(unknown(lens_at(self.stage.camera, frame, size), a, b) & ~far)
            if frame not in self.wanted:
                continue
            extra = tiles.pack(moving[(frame - before + 1) % 2] | lost)
            requests.append(Request(frame=frame, samples=self.plan.part_samples, extra=extra))
        return requests


def _around(wanted: range, keys: Sequence[int]) -> list[int]:
    """Those of the whole frames that the wanted ones lie between."""
    low = max(k for k in keys if k <= wanted[0])
    high = min(k for k in keys if k >= wanted[-1])
    return [k for k in keys if low <= k <= high]


def stride_of(stage: Stage, plan: Plan) -> int:
    """At most every how many frames the whole picture is rendered."""
    everywhere = any(node.type == "native" and node.everywhere for node in stage.nodes)
    return plan.every(locked=is_locked(stage.camera), everywhere=everywhere)


def whole_samples(plan: Plan, *, stride: int, locked: bool) -> int:
    """Samples a pixel of a whole frame, of which there is one every `stride` frames, in a shot whose camera stands still or
    not."""
    if stride == 1:
        return max(2, round(plan.key_samples * DENSE))
    return plan.key_samples * LOCKED if locked else plan.key_samples


def frames_of(stage: Stage, folder: Path) -> Frames:
    """The Frames of a Stage in a folder."""
    noisy_guides = stage.transport.guides == "accurate"
    times_s = [stage.time_s(frame) for frame in range(stage.frames)]
    lit = lightning.levels(stage.nodes, times_s)
    return Frames(
        folder,
        stage.frames,
        stage.fps,
        stage.size,
        stage.camera,
        stage.exposure,
        noisy_guides,
        lit if any(lit) else (),
        _drift(stage),
        flicker.fires(stage.nodes, np.asarray(times_s)),
    )


def _drift(stage: Stage) -> tuple[float, float]:
    """How far the clouds of the sky go from frame to frame."""
    if stage.world.type == "panorama" or stage.world.clouds <= 0:
        return (0.0, 0.0)
    across, along = stage.world.cloud_drift
    return (across * stage.pace / stage.fps, along * stage.pace / stage.fps)
