"""What has to be measured in a process of its own: `python -m tools.bench.child make|account|worker …`.

make FILM.json OUT.mp4 QUALITY            a film from its document; prints its events
account FILM.json TAKE                    CPU seconds of staging and of finishing the frames of a film that is made
worker JOB.json REQUESTS.jsonl            where a worker's time goes
"""

from __future__ import annotations

import cProfile
import json
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from filmwright import settings
from filmwright.spec.film import Film


def make(document: Path, out: Path, quality: str) -> None:
    """Make the film of a document, printing events."""
    from filmwright import line
    from filmwright.events import Event
    from filmwright.spec.ledger import Ledger

    def show(event: Event) -> None:
        print(event.model_dump_json(), flush=True)

    film = Film.model_validate_json(document.read_bytes())
    line.make(line.Order(film, Ledger(), quality=quality), out, settings.load(), show)


def account(document: Path, take: Path) -> dict[str, float]:
    """CPU seconds (all threads of this process) of staging, of finishing and the denoiser's part of it, and of encoding."""
    from tools.bench.made import shots

    from filmwright.finish.pictures import finished
    from filmwright.movie.encode import encode
    from filmwright.staging.stage import stage_shot

    film = Film.model_validate_json(document.read_bytes())
    start = time.process_time()
    stages = [stage_shot(film, index, settings.load().cache).stage for index in range(len(film.shots))]
    staging = time.process_time() - start
    shown = [made.shown for made in shots(take, settings.load().cache, stages)]
    profile = cProfile.Profile(time.process_time)
    start, began = time.process_time(), time.perf_counter()
    pictures = profile.runcall(lambda: list(finished(film, shown)))
    finishing, wall = time.process_time() - start, time.perf_counter() - began
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        encode(pictures, Path(folder) / "film.mp4", size=film.size, fps=film.fps)
        encoding = time.process_time() - start
    denoising = cumulative(profile, lambda file, name: file.endswith("denoise.py") and name == "denoised")
    return {
        "staging_cpu_s": staging,
        "finishing_cpu_s": finishing,
        "denoising_cpu_s": denoising,
        "encoding_cpu_s": encoding,
        "finishing_wall_s": wall,
    }


def worker(job: Path, requests: Path) -> dict[str, float]:
    """Wall seconds of a worker: until the shot is open, and for its frames, and what of these in Cycles, in writing files and in
    finding what moves."""
    from filmwright.blender import build, frames
    from filmwright.blender import worker as at_work

    opening, framing = cProfile.Profile(time.perf_counter), cProfile.Profile(time.perf_counter)
    build.build = watched(build.build, opening)
    frames.render = watched(frames.render, framing)
    lines = [job.read_bytes(), *requests.read_bytes().splitlines()]
    at_work.work(lines, lambda event: None)
    total = cumulative(framing, lambda file, name: file.endswith("frames.py") and name == "render")
    cycles = cumulative(framing, lambda file, name: "_bpy.ops.call" in name or "op_call" in name)
    writing = cumulative(framing, lambda file, name: name == "_save_light")
    return {
        "frames": float(len(lines) - 1),
        "building_s": cumulative(opening, lambda file, name: file.endswith("build.py") and name == "build"),
        "frames_s": total,
        "cycles_s": cycles,
        "writing_s": writing,
        "moving_s": cumulative(framing, lambda file, name: name == "moving_tiles"),
    }


def watched(function: Callable[..., Any], profile: cProfile.Profile) -> Callable[..., Any]:
    """The same function, profiled."""
    return lambda *a, **k: profile.runcall(function, *a, **k)


def cumulative(profile: cProfile.Profile, wanted: Callable[[str, str], bool]) -> float:
    """The time spent in the functions whose file and name are wanted and in all they call. Raises LookupError if there is none:
    a measurement must not become zero because something was renamed."""
    stats: dict[tuple[str, int, str], tuple[int, int, float, float, Any]] = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    found = [row[3] for (file, _, name), row in stats.items() if wanted(file, name)]
    if not found:
        raise LookupError("what was to be measured was never called")
    return max(found)


def main() -> None:
    """Do what the first word says."""
    words = sys.argv[1:]
    if words[0] == "make":
        make(Path(words[1]), Path(words[2]), words[3])
    elif words[0] == "account":
        print(json.dumps(account(Path(words[1]), Path(words[2]))))
    else:
        found = worker(Path(words[1]), Path(words[2]))
        print("\n" + json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
