"""The stage engine: Cycles in a worker process. A dead worker is started again for the frames that are missing."""

from __future__ import annotations

import importlib.util
import signal
import sys

from filmwright import procs
from filmwright.engines.base import Emit, Take
from filmwright.errors import CannotWrite, EngineCrashed, EngineFailed, EngineHung, NotInstalled
from filmwright.events import FrameDone, Retrying, WorkerDone, WorkerFailed, parse
from filmwright.scene import stage as stages
from filmwright.scene.frames import picture
from filmwright.scene.job import RenderJob
from filmwright.settings import Settings


class Cycles:
    """Blender's path tracer behind `python -m filmwright.blender.worker`."""

    def shoot(self, take: Take, settings: Settings, emit: Emit, *, factory: bool = False) -> None:
        """Render the frames that do not exist. `factory` uses Blender's own default settings (for comparison only)."""
        if importlib.util.find_spec("bpy") is None:
            raise NotInstalled("Blender (bpy) is not installed", hint="Run `make setup`, or `pip install bpy==4.5.15`.")
        try:
            take.folder.mkdir(parents=True, exist_ok=True)
            stage_folder = take.folder.parent / "stage"
            stages.save(take.stage, stage_folder)
        except OSError as e:
            raise CannotWrite(f"The shot cannot be written: {e.strerror}", where=str(take.folder)) from e
        failures = 0
        while todo := tuple(k for k in take.frames if not picture(take.folder, k).exists()):
            job = RenderJob(
                stage_folder=str(stage_folder),
                frames_folder=str(take.folder),
                cache_folder=str(settings.cache),
                frames=todo,
                samples=take.quality.samples,
                device=settings.device,
                factory=factory,
                moving_seed=not is_locked(take),
            )
            progress, problem = _run(job, take, settings, emit)
            if problem is None:
                continue
            failures = 1 if progress else failures + 1
            if failures >= settings.worker_attempts:
                raise problem
            emit(Retrying(reason=problem.message, attempt=failures))


def is_locked(take: Take) -> bool:
    """Whether the camera never moves in this shot: then every frame gets the same noise pattern, and the set stands still."""
    camera = take.stage.camera
    return all(float(abs(v - v[0]).max()) < 1e-6 for v in (camera.locations, camera.rotations, camera.focal_mm))


def _run(job: RenderJob, take: Take, settings: Settings, emit: Emit) -> tuple[bool, EngineFailed | None]:
    """One worker's life: whether it made a frame, and what ended it (None: all is made)."""
    job_file = take.folder.parent / "job.json"
    job_file.write_text(job.model_dump_json(), encoding="utf-8")
    last: int | None = None
    failed: WorkerFailed | None = None

    def on_line(line: bytes) -> None:
        nonlocal last, failed
        event = parse(line)
        if isinstance(event, FrameDone):
            last = event.frame
        if isinstance(event, WorkerFailed):
            failed = event
        elif not isinstance(event, WorkerDone):
            emit(event)

    argv = [sys.executable, "-m", "filmwright.blender.worker", str(job_file)]
    ended = procs.run(argv, on_line, silence_s=settings.worker_silence_s, log=take.folder.parent / "worker.log")
    if failed is not None and failed.kind == "cannot_write":
        raise CannotWrite(
            failed.message, where=str(take.folder), hint="Free some space or choose another folder with -o."
        )
    if failed is not None and failed.kind == "bad_stage":
        raise EngineFailed(f"Blender refused the shot: {failed.message}", hint=ended.log_tail)
    if ended.code == 0 and not ended.hung:
        return last is not None, None
    after = f"after frame {last}" if last is not None else "before its first frame"
    if ended.hung:
        return last is not None, EngineHung(
            f"Blender said nothing for {settings.worker_silence_s:g} s {after} and was stopped"
        )
    why = f"was killed by {signal.Signals(-ended.code).name}" if ended.code < 0 else f"ended with code {ended.code}"
    detail = failed.message if failed is not None else ended.log_tail
    return last is not None, EngineCrashed(f"Blender {why} {after}", hint=detail)


ENGINE = Cycles()
