"""Two Ray nodes of one core against one: the same frames of the same Stage."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from tools.bench.films import SHOWCASE, goal
from tools.bench.runs import say, warm

from filmwright import settings
from filmwright.engines.base import Take
from filmwright.engines.cycles import Cycles
from filmwright.events import Event, FrameDone
from filmwright.reading.read import read
from filmwright.scene.frames import Request
from filmwright.scene.stage import Stage
from filmwright.settings import QUALITIES
from filmwright.staging.stage import stage_shot

GOAL = 1.7
_STORE_BYTES = 256 << 20  # object store of each node; chosen


def measure(size: tuple[int, int], seconds: float, frames: int, folder: Path) -> dict[str, Any]:
    """Whole frames by one worker and by two, one core each. "steady" leaves out what comes before every worker has made a frame:
    Ray's workers and Blender starting, the shot being built."""
    warm(SHOWCASE, size, seconds, folder)
    film, _ = read(SHOWCASE, size=size, seconds=seconds)
    stage = stage_shot(film, 0).stage
    count = min(frames, stage.frames)
    rows = [_measured(stage, nodes, count, folder / str(nodes)) for nodes in (1, 2)]
    ratio = rows[0]["seconds_a_frame_steady"] / rows[1]["seconds_a_frame_steady"]
    whole = rows[0]["seconds"] / rows[1]["seconds"]
    return {
        "prompt": SHOWCASE,
        "size": list(size),
        "frames": count,
        "nodes": rows,
        "times_steady": round(ratio, 3),
        "times_with_start": round(whole, 3),
        "goals": [goal("two workers, times one", f">= {GOAL}", ratio, ratio >= GOAL)],
    }


def _measured(stage: Stage, nodes: int, frames: int, folder: Path) -> dict[str, Any]:
    import ray
    from ray._common.utils import get_default_ray_temp_dir
    from ray.cluster_utils import Cluster

    os.environ["FILMWRIGHT_CACHE"] = str(settings.load().cache)  # every node bakes into it, or finds what is baked
    say(f"ray: {frames} frames on {nodes} node{'s' if nodes > 1 else ''} of one core")
    Path(get_default_ray_temp_dir()).mkdir(
        parents=True, exist_ok=True
    )  # Ray writes there which cluster runs, wherever that lives
    room = tempfile.mkdtemp(prefix="filmwright-bench-ray-")  # short: Ray keeps sockets there
    made = Cluster(
        initialize_head=True,
        head_node_args={
            "num_cpus": 1,
            "object_store_memory": _STORE_BYTES,
            "include_dashboard": False,
            "temp_dir": room,
        },
    )
    try:
        for _ in range(nodes - 1):
            made.add_node(num_cpus=1, object_store_memory=_STORE_BYTES)
        return _rendered(stage, made.address, nodes, frames, folder)
    finally:
        ray.shutdown()
        made.shutdown()  # type: ignore[no-untyped-call]
        shutil.rmtree(room, ignore_errors=True)


def _rendered(stage: Stage, address: str, nodes: int, frames: int, folder: Path) -> dict[str, Any]:
    times: list[float] = []

    def note(event: Event) -> None:
        if isinstance(event, FrameDone):
            times.append(time.perf_counter())

    requests = [Request(frame=f, samples=QUALITIES["draft"].key_samples) for f in range(frames)]
    start = time.perf_counter()
    with (
        Cycles().crew(settings.load()._replace(ray=address), note) as crew,
        crew.open(Take(stage, folder / "frames")) as session,
    ):
        session.render(requests)
    # Frames arrive one or two at a time from each worker: what the first of each sent, and the last, is not steady.
    skip = 4 * nodes
    if len(times) <= skip + nodes:
        raise ValueError(f"{frames} frames are too few to measure {nodes} nodes: at least {skip + nodes + 1}")
    steady = (times[-1] - times[skip - 1]) / (len(times) - skip)
    return {
        "nodes": nodes,
        "seconds": round(times[-1] - start, 2),
        "first_frame_s": round(times[0] - start, 2),
        "seconds_a_frame_steady": round(steady, 3),
    }
