"""How long a film will still take, from what happened so far and when."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence

from filmwright.events import Chosen, Event, FilmStarted, FrameDone, FrameKept, PictureDone, Planned, ShotStarted

PART_OF_WHOLE = 1 / 3  # time of a part against a whole frame until one is measured; chosen
RECENT = 24  # frames and pictures of a kind that count: what moves may come nearer and cost more


class Remaining:
    """Is told every event of a film as it happens, and says how many seconds are left.

    What counts of a frame is its render, or the time since the frame before where that is shorter: several machines share the
    work. `clock` is one that nobody sets (time.monotonic)."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: Sequence[int] = ()
        self._shot = _Shot(-1, 0, 0.0)
        self._before = _Spent()
        self._times: dict[bool, deque[float]] = {True: deque(maxlen=RECENT), False: deque(maxlen=RECENT)}
        self._totals: dict[bool, tuple[float, int]] = {True: (0.0, 0), False: (0.0, 0)}  # seconds, frames of this shot
        self._stand_in: dict[bool, float | None] = {True: None, False: None}  # what frames took in the shot before
        self._pictures = 0
        self._picture_times: deque[float] = deque(maxlen=RECENT)
        self._end: float | None = None  # as a budget's choice expects it
        self._start = self._last = clock()

    def see(self, event: Event) -> None:
        """Something happened now."""
        now = self._clock()
        if isinstance(event, FilmStarted):
            self._counts, self._start = event.frames, now
        elif isinstance(event, Chosen):
            self._end = None if event.expected_s is None else self._start + event.expected_s
        elif isinstance(event, ShotStarted):
            self._before.add(self._shot, now)
            self._shot = _Shot(event.shot, event.frames, now)
            self._picture_times.clear()
            self._forget()
        elif isinstance(event, Planned):
            self._shot.planned = {True: event.whole, False: event.parts}
        elif isinstance(event, FrameKept):
            self._shot.kept[event.whole] += 1
        elif isinstance(event, FrameDone):
            took = min(event.seconds, now - self._last)  # judging, a new start and building are no part of it
            self._times[event.whole].append(took)
            total, count = self._totals[event.whole]
            self._totals[event.whole] = (total + took, count + 1)
            self._shot.done[event.whole] += 1
            self._last = now
        elif isinstance(event, PictureDone):
            self._pictures = event.picture + 1
            self._picture_times.append(now)

    def seconds(self) -> float | None:
        """Seconds until the film is done; None while nothing is known."""
        if not self._counts:
            return None
        if not self._shot.planned:
            if not self._before.frames:
                return self._expected()
            return sum(self._counts[self._shot.index :]) * self._before.seconds / self._before.frames
        if self._mean(False) is None and self._shot.left(False) and self._end is not None:
            whole = self._mean(True) or 0.0  # no part is made yet: the budget knows what they cost
            return max(self._end - self._clock(), self._shot.left(True) * whole)
        rendering = self._rendering()
        if rendering is None:
            return None
        here = max(rendering, self._finishing())
        later = sum(self._counts[self._shot.index + 1 :])
        if not later:
            return here
        frame = self._before.a_frame(self._shot, self._clock(), here)
        return None if frame is None else here + later * frame

    def _forget(self) -> None:
        """Another shot has other frames: what earlier ones took only stands in until it is known."""
        for kind, times in self._times.items():
            if times:
                total, count = self._totals[kind]
                self._stand_in[kind] = total / count
            self._totals[kind] = (0.0, 0)
            times.clear()

    def _mean(self, kind: bool) -> float | None:
        times = self._times[kind]
        return sum(times) / len(times) if times else self._stand_in[kind]

    def _expected(self) -> float | None:
        return None if self._end is None else max(0.0, self._end - self._clock())

    def _rendering(self) -> float | None:
        """Seconds of the frames of this shot that are not made yet, less what went into the one under way."""
        left = {kind: self._shot.left(kind) for kind in (True, False)}
        if not sum(left.values()):
            return 0.0
        whole, part = self._mean(True), self._mean(False)
        if whole is None:
            if part is None:
                return None
            whole = part / PART_OF_WHOLE
        if part is None:
            part = whole * PART_OF_WHOLE
        under_way = min(self._clock() - self._last, whole if left[True] else part) if self._shot.any_done else 0.0
        return left[True] * whole + left[False] * part - under_way

    def _finishing(self) -> float:
        """Seconds until the pictures of this shot are finished at the pace of the last ones."""
        left = sum(self._counts[: self._shot.index + 1]) - self._pictures
        times = self._picture_times
        return left * (times[-1] - times[0]) / (len(times) - 1) if len(times) > 1 else 0.0


class _Shot:
    """A shot that is being made: how many of its frames are to be whole and in part (True: whole), made and kept."""

    def __init__(self, index: int, frames: int, start: float) -> None:
        self.index, self.frames, self.start = index, frames, start
        self.planned: dict[bool, int] = {}
        self.done = {True: 0, False: 0}
        self.kept = {True: 0, False: 0}

    @property
    def any_done(self) -> bool:
        return any(self.done.values())

    def left(self, whole: bool) -> int:
        """Frames of a kind that are still to be made."""
        return max(0, self.planned.get(whole, 0) - self.done[whole] - self.kept[whole])


class _Spent:
    """Time and frames of the shots that were rendered."""

    def __init__(self) -> None:
        self.seconds, self.frames = 0.0, 0

    def add(self, shot: _Shot, now: float) -> None:
        """A shot is done now. One that was there already says nothing about the others."""
        if shot.any_done:
            self.seconds += now - shot.start
            self.frames += sum(shot.done.values())

    def a_frame(self, shot: _Shot, now: float, left: float) -> float | None:
        """Seconds a frame of these shots and of the one at hand, which takes `left` more; None if all of it was there."""
        frames = self.frames + shot.frames - sum(shot.kept.values())
        here = now - shot.start + left if frames > self.frames else 0.0
        return (self.seconds + here) / frames if frames else None
