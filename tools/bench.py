"""`make bench`: one JSON document on stdout with what speed and memory cost on this machine.

For three fixed prompts: seconds to the first still (warm cache), seconds a frame and peak memory of the whole process tree over a
short film. Then the ratio of Blender's factory Cycles settings to ours on the same Stage, rendered in this run at the same reduced
size. Absolute times are noisy on shared machines: compare ratios.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import psutil

from filmwright import settings
from filmwright.engines.base import Take
from filmwright.engines.cycles import Cycles
from filmwright.events import Event, FrameDone
from filmwright.reading.read import read
from filmwright.staging.stage import stage_shot

PROMPTS = (
    "A woman in a red coat and black boots walks through a snowy pine forest at golden hour, slow dolly in, 35mm",
    "A woman in a black leather jacket and a red dress walks down a neon city street at night",
    "An old man in a blue sweater walks on the beach at sunset, the camera follows him",
)
FACTORY_SIZE = (160, 90)


class Peak:
    """The most memory this process's children held together, sampled five times a second."""

    def __init__(self) -> None:
        self.bytes = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        me = psutil.Process()
        while not self._stop.wait(0.2):
            total = 0
            for process in me.children(recursive=True):
                try:
                    total += process.memory_info().rss
                except psutil.Error:
                    continue
            self.bytes = max(self.bytes, total)


def command(*words: str) -> list[str]:
    """A filmwright command line."""
    return [sys.executable, "-m", "filmwright.cli", *words]


def first_still(prompt: str, folder: Path) -> float:
    """Seconds from the command to the picture, with everything cached that a first run caches."""
    words = command("still", prompt, "-o", str(folder / "still.png"))
    subprocess.run(words, check=True, capture_output=True)
    start = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True)
    return time.perf_counter() - start


def film(prompt: str, seconds: float, folder: Path) -> dict[str, Any]:
    """Seconds a frame and peak memory of a film."""
    path = folder / f"film-{seconds:g}.mp4"
    start = time.perf_counter()
    with Peak() as peak:
        done = subprocess.run(
            command("make", prompt, "--seconds", str(seconds), "-o", str(path), "--json"),
            check=True,
            capture_output=True,
            text=True,
        )
    total = time.perf_counter() - start
    frames = [json.loads(line) for line in done.stdout.splitlines() if '"frame_done"' in line]
    times = sorted(f["seconds"] for f in frames)
    return {
        "frames": len(frames),
        "seconds_total": round(total, 1),
        "seconds_a_frame": round(times[len(times) // 2], 2),
        "peak_mb": round(peak.bytes / 1e6),
    }


def against_factory(prompt: str, folder: Path) -> dict[str, float]:
    """Seconds for one frame of the same Stage with our draft settings and with Blender's factory settings."""
    work, _ = read(prompt, size=FACTORY_SIZE, seconds=1.0)
    stage = stage_shot(work, 0).stage
    times: dict[str, float] = {}
    for name, factory in (("ours", False), ("factory", True)):
        seen: list[float] = []

        def note(event: Event, seen: list[float] = seen) -> None:
            if isinstance(event, FrameDone):
                seen.append(event.seconds)

        frames = (10, 11) if not factory else (11,)
        Cycles().shoot(Take(stage, folder / name / "frames", frames), settings.load(), note, factory=factory)
        times[name] = seen[-1]
    return {
        "size": f"{FACTORY_SIZE[0]}x{FACTORY_SIZE[1]}",  # type: ignore[dict-item]
        "ours_s": round(times["ours"], 3),
        "factory_s": round(times["factory"], 1),
        "times_faster": round(times["factory"] / times["ours"], 1),
    }


def main() -> None:
    """Measure and print."""
    out: dict[str, Any] = {"cpus": os.cpu_count(), "prompts": []}
    with tempfile.TemporaryDirectory(prefix="filmwright-bench-") as name:
        folder = Path(name)
        for index, prompt in enumerate(PROMPTS):
            here = folder / str(index)
            here.mkdir()
            out["prompts"].append(
                {"prompt": prompt, "first_still_s": round(first_still(prompt, here), 1), **film(prompt, 0.5, here)}
            )
        out["factory"] = against_factory(PROMPTS[0], folder)
    print(json.dumps(out, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
