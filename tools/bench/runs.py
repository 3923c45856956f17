"""Commands run and watched: how long, how much memory, how much CPU, and when each event came."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import psutil

from filmwright import settings

ROOT = Path(__file__).parent.parent.parent
_SAY_S = 15.0  # between two lines about a film that is being made


class Heard(NamedTuple):
    """An event of a run and when it came, in seconds from its start."""

    at: float
    event: dict[str, Any]


class Run(NamedTuple):
    """A command that ended well: wall seconds; the most memory it and all below it held together (resident, shared pages counted
    in each process); CPU seconds of them all; its events."""

    seconds: float
    peak_bytes: int
    cpu_s: float
    heard: tuple[Heard, ...]

    def frames(self, *, whole: bool | None = None) -> list[float]:
        """Seconds of each rendered frame in the order they came, of one kind if `whole` is given."""
        done = [h.event for h in self.heard if h.event["event"] == "frame_done"]
        return [e["seconds"] for e in done if whole is None or e["whole"] == whole]


class Peak:
    """The most memory a process and all below it held together, sampled five times a second."""

    def __init__(self, pid: int) -> None:
        self.bytes = 0
        self._process = psutil.Process(pid)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.2):
            total = 0
            try:
                processes = [self._process, *self._process.children(recursive=True)]
            except psutil.Error:
                return
            for process in processes:
                try:
                    total += process.memory_info().rss
                except psutil.Error:
                    continue
            self.bytes = max(self.bytes, total)


def say(text: str) -> None:
    """A line of progress."""
    print(f"[{time.strftime('%H:%M:%S')}] {text}", file=sys.stderr, flush=True)


def run(words: Sequence[str], cache: Path, *, what: str) -> Run:
    """Run a Python module (`words`: its name and arguments) that prints events, with the cache in `cache`. Raises RuntimeError if
    it fails."""
    before, start = _cpu(), time.perf_counter()
    heard: list[Heard] = []
    said, done = start, 0
    environment = {**os.environ, "FILMWRIGHT_CACHE": str(cache)}
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", *words], stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, cwd=ROOT
        )
        assert process.stdout is not None
        with process, Peak(process.pid) as peak:
            for text in process.stdout:
                now = time.perf_counter()
                if text.startswith("{"):
                    heard.append(Heard(now - start, json.loads(text)))
                    done += heard[-1].event.get("event") == "frame_done"
                if now - said > _SAY_S:
                    said = now
                    say(f"{what}: {done} frames rendered after {now - start:.0f} s")
            code = process.wait()
        if code != 0:
            errors.seek(0)
            raise RuntimeError(f"{' '.join(words[:2])} ended with {code}: {errors.read()[-2000:]}")
    seconds = time.perf_counter() - start
    say(f"{what}: {seconds:.1f} s, {done} frames rendered")
    return Run(seconds, peak.bytes, _cpu() - before, tuple(h for h in heard if "event" in h.event))


def answer(words: Sequence[str], cache: Path) -> dict[str, Any]:
    """The JSON document a Python module prints. Raises CalledProcessError."""
    environment: Mapping[str, str] = {**os.environ, "FILMWRIGHT_CACHE": str(cache)}
    made = subprocess.run(
        [sys.executable, "-m", *words], check=True, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    )
    found: dict[str, Any] = json.loads(made.stdout.splitlines()[-1])
    return found


def _cpu() -> float:
    """CPU seconds of all children that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def film_words(prompt: str, size: tuple[int, int], seconds: float) -> list[str]:
    """The words of a command line that say which film."""
    return [prompt, "--size", f"{size[0]}x{size[1]}", "--seconds", f"{seconds:g}"]


def warm(prompt: str, size: tuple[int, int], seconds: float, folder: Path) -> None:
    """Have all assets of a film in the user's cache: body data, sets, people, baked light."""
    say(f"warming the cache: {prompt}")
    words = ["filmwright.cli", "still", *film_words(prompt, size, seconds), "-o", str(folder / "warm.png"), "--json"]
    run(words, settings.load().cache, what="one still")


def fresh_cache(folder: Path) -> Path:
    """A new cache in `folder` that has all assets of the user's, and no frames."""
    folder.mkdir(parents=True)
    for entry in settings.load().cache.iterdir():
        if entry.name != "frames":
            (folder / entry.name).symlink_to(entry)
    return folder
