"""One process, one shot: `python -m filmwright.blender.worker EVENTS_FD`.

Standard input: a RenderJob as one line of JSON, then one Request a line, until its end. Events go out as JSON lines on the given
file descriptor; Blender's own chatter, which it writes to descriptor 1, is sent to stderr. Blender is loaded before the job is
read, so a worker may be started early and wait. The process ends by os._exit: Blender's own teardown is slow and has nothing left
to save.
"""

from __future__ import annotations

import errno
import os
import resource
import select
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from filmwright.errors import CannotWrite, FilmwrightError
from filmwright.events import Event, FrameDone, Stepped, WorkerDone, WorkerFailed
from filmwright.scene.frames import Request
from filmwright.scene.job import RenderJob
from filmwright.scene.stage import check_stage, load

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM)


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def leave_when_alone(pipe: int) -> None:
    """End this process as soon as nobody listens to its pipe any more: whoever asked for the frames is gone, be it in the middle
    of a long frame."""

    def watch() -> None:
        poll = select.poll()
        poll.register(pipe, 0)  # nothing asked for: wakes on POLLERR, which says that the reading end is closed
        poll.poll()
        os._exit(5)

    threading.Thread(target=watch, daemon=True).start()


def work(lines: Iterable[bytes], emit: Callable[[Event], None]) -> None:
    """Do the job of the first line: open its shot, then render each requested frame, saying each. Raises FilmwrightError."""
    from filmwright.blender import baking, build, door, frames

    lines = iter(lines)
    first = next(lines, None)
    if first is None:
        return
    job = RenderJob.model_validate_json(first)
    emit(Stepped(step="building"))
    stage = load(Path(job.stage_folder))
    check_stage(stage)
    scene = door.open_scene()
    built = build.build(stage)
    baking.apply(built, Path(job.cache_folder), emit)
    door.configure(scene, stage, job)
    frames.passes_on(scene)
    frames.sweep(Path(job.frames_folder))
    emit(Stepped(step="rendering"))
    for line in lines:
        record = frames.render(built, job, Request.model_validate_json(line))
        seconds = round(record.seconds, 3)
        emit(FrameDone(frame=record.frame, seconds=seconds, whole=record.whole, peak_bytes=_peak_bytes()))


def main() -> None:
    """Work through standard input and leave."""
    pipe = int(sys.argv[1])
    out = os.fdopen(pipe, "w", buffering=1, encoding="utf-8")
    os.dup2(2, 1)
    leave_when_alone(pipe)

    def emit(event: Event) -> None:
        out.write(event.model_dump_json() + "\n")
        out.flush()

    code = 5
    try:
        work(iter(sys.stdin.buffer.readline, b""), emit)
        emit(WorkerDone())
        code = 0
    except CannotWrite as e:
        emit(WorkerFailed(kind="cannot_write", message=str(e)))
        code = e.exit_code
    except (FilmwrightError, ValueError) as e:
        emit(WorkerFailed(kind="bad_stage", message=str(e)))
    except BrokenPipeError:
        pass
    except BaseException as e:
        import traceback

        traceback.print_exc()
        full = isinstance(e, OSError) and e.errno in _NO_ROOM
        emit(WorkerFailed(kind="cannot_write" if full else "failed", message=f"{type(e).__name__}: {e}"))
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
