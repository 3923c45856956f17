"""One process, one job: `python -m filmwright.blender.worker JOB.json EVENTS_FD`.

Events go out as JSON lines on the given file descriptor; Blender's own chatter, which it writes to descriptor 1, is sent to
stderr. The process ends by os._exit: Blender's own teardown is slow and has nothing left to save.
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path
from typing import Any

from filmwright.errors import CannotWrite, FilmwrightError
from filmwright.events import Event, FrameDone, Stepped, WorkerDone, WorkerFailed
from filmwright.scene.job import RenderJob
from filmwright.scene.stage import check_stage, load


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def work(job: RenderJob, emit: Any) -> None:
    """Render the job's frames, saying each. Raises FilmwrightError."""
    from filmwright.blender import baking, build, door, frames

    emit(Stepped(step="building"))
    stage = load(Path(job.stage_folder))
    check_stage(stage)
    scene = door.open_scene()
    built = build.build(stage)
    baking.apply(built, Path(job.cache_folder), emit)
    door.configure(scene, stage, job)
    if job.passes:
        frames.passes_on(scene)
    frames.sweep(Path(job.frames_folder))
    emit(Stepped(step="rendering"))
    for frame in job.frames:
        seconds = frames.render(built, job, frame)
        emit(FrameDone(frame=frame, seconds=round(seconds, 3), peak_bytes=_peak_bytes()))


def main() -> None:
    """Run the job of argv and leave."""
    job = RenderJob.model_validate_json(Path(sys.argv[1]).read_text(encoding="utf-8"))
    out = os.fdopen(int(sys.argv[2]), "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)

    def emit(event: Event) -> None:
        out.write(event.model_dump_json() + "\n")
        out.flush()

    code = 0
    try:
        work(job, emit)
        emit(WorkerDone())
    except CannotWrite as e:
        emit(WorkerFailed(kind="cannot_write", message=str(e)))
        code = e.exit_code
    except (FilmwrightError, ValueError) as e:
        emit(WorkerFailed(kind="bad_stage", message=str(e)))
        code = 5
    except BrokenPipeError:
        code = 5
    except BaseException as e:
        import traceback

        traceback.print_exc()
        emit(WorkerFailed(kind="failed", message=f"{type(e).__name__}: {e}"))
        code = 5
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
