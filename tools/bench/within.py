"""Where the time of a worker goes: some frames rendered again by a profiled one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tools.bench.runs import answer

from filmwright import settings
from filmwright.scene.frames import Request
from filmwright.scene.job import RenderJob


def worker_time(frames_folder: Path, requests: Sequence[Request], cache: Path, folder: Path) -> dict[str, float]:
    """Wall seconds of a worker that opens the shot whose frames are in `frames_folder` and makes these: "building_s" of the scene,
    "frames_s" of all frames, and within these "cycles_s" in Blender's render call, "writing_s" of files and "moving_s" to find the
    tiles that moving things touch. What it makes goes into `folder`."""
    job = RenderJob(
        stage_folder=str(frames_folder.parent / "stage"),
        frames_folder=str(folder / "profiled"),
        cache_folder=str(cache),
        device=settings.load().device,
    )
    first, rest = folder / "job.json", folder / "requests.jsonl"
    first.write_text(job.model_dump_json() + "\n")
    rest.write_text("\n".join(r.model_dump_json() for r in requests))
    return answer(["tools.bench.child", "worker", str(first), str(rest)], cache)
