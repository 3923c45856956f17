"""The stage engine: Cycles in a worker process. A dead worker is started again for the frames that are missing."""

from __future__ import annotations

import importlib.util
import signal
import sys
from collections import deque
from collections.abc import Sequence
from contextlib import AbstractContextManager

from filmwright.engines.base import Crew, Emit, Session, Take
from filmwright.errors import CannotWrite, EngineCrashed, EngineFailed, EngineHung, NotInstalled
from filmwright.events import Event, FrameDone, Retrying, WorkerDone, WorkerFailed, parse
from filmwright.procs import Ended, Worker
from filmwright.scene import stage as stages
from filmwright.scene.frames import Request
from filmwright.scene.job import RenderJob
from filmwright.settings import Settings

_IN_FLIGHT = 2  # requests a worker holds: it never waits for us, and its death costs one frame


class Cycles:
    """Blender's path tracer behind `python -m filmwright.blender.worker`."""

    light = True

    def crew(self, settings: Settings, emit: Emit, *, factory: bool = False) -> AbstractContextManager[Crew]:
        """The worker of a film on this machine, or on the machines of `settings.ray`. `factory` uses Blender's own default
        settings (for comparison only). Raises NotInstalled."""
        if settings.ray is not None:
            from filmwright.engines.cluster import crew

            return crew(settings, emit)
        if importlib.util.find_spec("bpy") is None:
            raise NotInstalled("Blender (bpy) is not installed", hint="Run `make setup`, or `pip install bpy==4.5.15`.")
        return CyclesCrew(settings, emit, factory=factory)


class CyclesCrew:
    """One worker a shot on this machine; the next one may be started while it has no job yet."""

    def __init__(self, settings: Settings, emit: Emit, *, factory: bool = False) -> None:
        self.settings = settings
        self.emit = emit
        self._factory = factory
        self._spare: Worker | None = None
        self._sessions: list[CyclesSession] = []

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for session in self._sessions:
            session.end()
        if self._spare is not None:
            self._spare.end()
            self._spare = None

    def ready(self) -> None:
        """Start a worker that loads Blender and waits for its job, unless one waits already."""
        if self._spare is None:
            self._spare = Worker([sys.executable, "-m", "filmwright.blender.worker"])

    def worker(self) -> Worker:
        """A worker without a job: the one that waits, or a new one."""
        self.ready()
        worker, self._spare = self._spare, None
        assert worker is not None
        return worker

    def open(self, take: Take) -> AbstractContextManager[Session]:
        """Write the shot down. A worker builds it when the first frame is asked for: if all are there, none does. Raises
        CannotWrite."""
        stage_folder = take.folder.parent / "stage"
        try:
            take.folder.mkdir(parents=True, exist_ok=True)
            stages.save(take.stage, stage_folder)
        except OSError as e:
            raise CannotWrite(f"The shot cannot be written: {e.strerror}", where=str(take.folder)) from e
        job = RenderJob(
            stage_folder=str(stage_folder.absolute()),
            frames_folder=str(take.folder.absolute()),
            cache_folder=str(self.settings.cache.absolute()),
            scale=take.scale,
            device=self.settings.device,
            threads=self.settings.threads,
            factory=self._factory,
        )
        session = CyclesSession(self, take, job)
        self._sessions.append(session)
        return session


class CyclesSession:
    """One shot in one worker at a time."""

    def __init__(self, crew: CyclesCrew, take: Take, job: RenderJob) -> None:
        self._crew = crew
        self._take = take
        self._job = job
        self._worker: Worker | None = None
        self._last: int | None = None  # frame made by this worker
        self._failed: WorkerFailed | None = None
        self._waiting: deque[Request] = deque()
        self._sent: deque[Request] = deque()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def render(self, requests: Sequence[Request]) -> None:
        """Render these frames, whatever records they have. Raises CannotWrite, EngineFailed."""
        self._waiting, self._sent = deque(requests), deque()
        failures = 0
        try:
            while self._waiting or self._sent:
                problem = self._run()
                if problem is None:
                    continue
                failures = 1 if self._last is not None else failures + 1
                self.end()
                if failures >= self._crew.settings.worker_attempts:
                    raise problem
                self._crew.emit(Retrying(reason=problem.message, attempt=failures))
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """End the worker. Nothing is lost: a frame is on disk whole or not at all."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def _begin(self) -> Worker:
        """A worker that has the job and builds the shot."""
        self._worker = self._crew.worker()
        self._worker.send(self._job.model_dump_json())
        self._last, self._failed = None, None
        return self._worker

    def _run(self) -> EngineFailed | None:
        """Let a worker make what is missing; what ended it before (None: all is made)."""
        worker = self._worker or self._begin()
        self._feed(worker)
        ended = worker.hear(
            lambda line: self._on_event(worker, parse(line)),
            until=lambda: not self._sent,
            silence_s=self._crew.settings.worker_silence_s,
        )
        if ended is None:
            return None
        self._waiting.extendleft(reversed(self._sent))  # it did not live to say they are done
        self._sent.clear()
        return self._problem(ended)

    def _feed(self, worker: Worker) -> None:
        while self._waiting and len(self._sent) < _IN_FLIGHT:
            request = self._waiting.popleft()
            self._sent.append(request)
            worker.send(request.model_dump_json())

    def _on_event(self, worker: Worker, event: Event) -> None:
        if isinstance(event, WorkerFailed):
            self._failed = event
            return
        if isinstance(event, WorkerDone):
            return
        if isinstance(event, FrameDone):
            self._last = event.frame
            self._sent.popleft()
            self._feed(worker)
        self._crew.emit(event)

    def _problem(self, ended: Ended) -> EngineFailed:
        """What to say of a worker that ended with frames missing. Raises what no second try can mend."""
        if self._failed is not None and self._failed.kind == "cannot_write":
            raise CannotWrite(
                self._failed.message,
                where=str(self._take.folder),
                hint="Free some space or choose another folder with -o.",
            )
        if self._failed is not None and self._failed.kind == "bad_stage":
            raise EngineFailed(f"Blender refused the shot: {self._failed.message}", hint=ended.log_tail)
        after = f"after frame {self._last}" if self._last is not None else "before its first frame"
        if ended.hung:
            silence = self._crew.settings.worker_silence_s
            return EngineHung(f"Blender said nothing for {silence:g} s {after} and was stopped")
        why = f"was killed by {signal.Signals(-ended.code).name}" if ended.code < 0 else f"ended with code {ended.code}"
        detail = self._failed.message if self._failed is not None else ended.log_tail
        return EngineCrashed(f"Blender {why} {after}", hint=detail)


ENGINE = Cycles()
