"""When the frames of a take are, in the world's time, and which frames what people do was planned for."""

from __future__ import annotations

from typing import NamedTuple

from filmwright.spec.shot import Shot


class Clock(NamedTuple):
    """A take of `frames` at `fps`: frame n is taken when the world has run for start_s + n · pace / fps seconds. What people do is
    planned for the frames `planned`, by number from the take's first: of a shot that goes on with another, those of the other.
    `period`: after so many frames whoever stays is where he was."""

    frames: int
    fps: int
    start_s: float
    pace: float
    planned: range
    period: int | None = None

    @property
    def known(self) -> range:
        """The frames, by number, that people are moved through: those shown and those planned for."""
        return range(min(0, self.planned.start), max(self.frames, self.planned.stop))

    @property
    def shown(self) -> slice:
        """Where the take's own frames are among the known ones."""
        return slice(-self.known.start, self.frames - self.known.start)

    @property
    def planned_s(self) -> float:
        """For how long the world runs in the frames that were planned for."""
        return len(self.planned) * self.pace / self.fps

    def time_s(self, frame: int) -> float:
        """How long the world has run at a frame, in seconds."""
        return self.start_s + frame * self.pace / self.fps

    def share(self, share: float) -> int:
        """The row, among the known frames, of the one so far (0..1) through those planned for."""
        return int((len(self.planned) - 1) * share) + self.planned.start - self.known.start


def clock_of(shot: Shot, frames: int, fps: int) -> Clock:
    """The clock of a shot's take. A shot that repeats itself is planned for one turn."""
    period = None if shot.period_s is None else min(max(2, round(shot.period_s * fps)), frames)
    planned = range(period or frames)
    if shot.span_s is not None:
        begin, end = (round((at - shot.start_s) * fps / shot.pace) for at in shot.span_s)
        planned = range(begin, max(begin + 1, end))
    return Clock(frames, fps, shot.start_s, shot.pace, planned, period)
