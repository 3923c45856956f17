"""What runs on the nodes of a Ray cluster (engines/cluster.py sends it there): one Blender a worker, in a temporary folder that
the workers of a node share and that is swept once they are gone."""

from __future__ import annotations

import contextlib
import errno
import importlib.metadata
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np

from filmwright import __version__
from filmwright.engines.base import Take
from filmwright.engines.cycles import CyclesCrew, CyclesSession
from filmwright.errors import CannotWrite, EngineFailed
from filmwright.events import Event, FrameDone
from filmwright.scene import stage as stages
from filmwright.scene.frames import Record, Request, data_path, record_path
from filmwright.scene.job import RenderJob
from filmwright.settings import Settings, load

if sys.platform != "win32":
    import fcntl

HOME = "filmwright-ray-"  # beginning of the name of a node's temporary folder
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM)


class Parcel(NamedTuple):
    """A shot as it is sent: its key, its scale, and references to the Stage's JSON text and to its arrays by content key."""

    key: str
    scale: float
    text: Any  # ray.ObjectRef[str]
    arrays: Any  # ray.ObjectRef[dict[str, NDArray]]


class Made(NamedTuple):
    """A frame as it comes back: its Record (JSON), the bytes of its file, and the most memory its Blender took."""

    record: str
    data: bytes
    peak_bytes: int


class Trouble(NamedTuple):
    """Why a worker could not go on. "engine": another try may help; "refused": none will."""

    kind: Literal["cannot_write", "engine", "refused"]
    message: str
    hint: str | None = None


class Result(NamedTuple):
    """The frames that were made, in the order asked for, and what came in between if they are not all."""

    made: tuple[Made, ...]
    trouble: Trouble | None = None


class Versions(NamedTuple):
    """What is installed on a node; bpy None: no Blender."""

    filmwright: str
    bpy: str | None


class Worker:
    """A Ray actor: one Blender on a node, working in the temporary folder `home`. `own_cache`: this is another machine than the
    one that directs, with a cache of its own."""

    def __init__(self, settings: Settings, home: str, *, own_cache: bool) -> None:
        sweep()
        self._cores = bound(settings.threads)
        if own_cache:
            settings = settings._replace(cache=load().cache)
        self._peaks: dict[int, int] = {}
        self._home = Path(tempfile.gettempdir()) / home
        self._lock = _hold(self._home)
        self._crew = CyclesCrew(settings, self._hear)
        self._key: str | None = None
        self._session: CyclesSession | None = None
        self._frames = self._home

    def versions(self) -> Versions:
        """What is installed here; Blender is loaded meanwhile."""
        found = Versions(__version__, bpy_version())
        if found.bpy is not None:
            self._crew.ready()
        return found

    def render(self, parcel: Parcel, requests: Sequence[Request]) -> Result:
        """Render these frames of a shot, which is opened first if another one was open."""
        made: list[Made] = []
        try:
            session = self._open(parcel)
            for request in requests:
                session.render([request])
                made.append(self._taken(request.frame))
        except CannotWrite as e:
            return Result(tuple(made), Trouble("cannot_write", e.message, e.hint))
        except EngineFailed as e:
            kind: Literal["engine", "refused"] = "refused" if type(e) is EngineFailed else "engine"
            return Result(tuple(made), Trouble(kind, e.message, e.hint))
        except OSError as e:
            full = e.errno in _NO_ROOM
            return Result(tuple(made), Trouble("cannot_write" if full else "engine", f"{type(e).__name__}: {e}"))
        return Result(tuple(made))

    def close(self) -> None:
        """End the shot that is open; its Stage stays until the film ends."""
        if self._session is not None:
            self._session.end()
            self._session, self._key = None, None
            shutil.rmtree(self._frames, ignore_errors=True)

    def _open(self, parcel: Parcel) -> CyclesSession:
        if self._session is not None and self._key == parcel.key:
            return self._session
        self.close()
        shot = self._home / parcel.key
        self._frames = shot / f"frames-{os.getpid()}"
        self._frames.mkdir(parents=True, exist_ok=True)
        _write_once(shot / "stage", parcel)
        settings = self._crew.settings
        job = RenderJob(
            stage_folder=str(shot / "stage"),
            frames_folder=str(self._frames),
            cache_folder=str(settings.cache.absolute()),
            scale=parcel.scale,
            device=settings.device,
            threads=settings.threads,
        )
        take = Take(stages.load(shot / "stage"), self._frames, parcel.scale)
        self._session, self._key = CyclesSession(self._crew, take, job), parcel.key
        return self._session

    def _hear(self, event: Event) -> None:
        if isinstance(event, FrameDone):
            self._peaks[event.frame] = event.peak_bytes

    def _taken(self, frame: int) -> Made:
        """A frame that was just rendered, taken from the disk."""
        record = record_path(self._frames, frame)
        text = record.read_text(encoding="utf-8")
        path = data_path(self._frames, Record.model_validate_json(text))
        made = Made(text, path.read_bytes(), self._peaks.pop(frame, 0))
        record.unlink()
        path.unlink()
        return made


def bound(count: int) -> list[Any]:
    """Bind this thread, and the Blender it starts, to so many cores that no other worker on this machine holds; the open locks by
    which it holds them, as long as this process lives. A Blender of one thread has another one spin beside it (measured: 2.4 CPU
    seconds in 1.2), which takes from its neighbor what two workers should gain. Where too few are free, nothing is bound."""
    held: list[Any] = []
    if not hasattr(os, "sched_setaffinity"):
        return held
    allowed = sorted(os.sched_getaffinity(0))
    if count < 1 or count >= len(allowed):
        return held
    folder = Path(tempfile.gettempdir()) / f"filmwright-cores-{os.getuid()}"
    folder.mkdir(exist_ok=True)
    mine: set[int] = set()
    for core in allowed:
        lock = (folder / str(core)).open("a")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            continue
        held.append(lock)
        mine.add(core)
        if len(mine) == count:
            os.sched_setaffinity(0, mine)
            return held
    for lock in held:
        lock.close()
    return []


def bpy_version() -> str | None:
    """Version of the Blender that is installed here."""
    try:
        return importlib.metadata.version("bpy")
    except importlib.metadata.PackageNotFoundError:
        return None


def _write_once(folder: Path, parcel: Parcel) -> None:
    """Write a Stage down unless another worker of this node has; it waits while one does."""
    import ray

    with (folder.parent / "lock").open("a") as lock:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder / "stage.json").exists():
            return
        text, arrays = ray.get([parcel.text, parcel.arrays])
        folder.mkdir(exist_ok=True)
        np.savez(folder / "arrays.npz", **arrays)
        part = folder / "stage.json.part"
        part.write_text(text, encoding="utf-8")
        os.replace(part, folder / "stage.json")


def _hold(home: Path) -> Any:
    """Make a node's temporary folder and keep it from being swept as long as this process lives; its open lock file."""
    while True:
        home.mkdir(parents=True, exist_ok=True)
        try:
            lock = (home / "lock").open("a")
        except FileNotFoundError:
            continue  # swept between the two lines
        if sys.platform == "win32":
            return lock
        fcntl.flock(lock, fcntl.LOCK_SH)
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(lock.fileno()), (home / "lock").stat()):
                return lock
        lock.close()


def sweep(patience_s: float = 0.0) -> None:
    """Remove the temporary folders on this node whose workers are gone, however they ended. `patience_s`: how long to wait for
    those that are just going."""
    deadline = time.monotonic() + patience_s
    while True:
        left = [home for home in Path(tempfile.gettempdir()).glob(f"{HOME}*") if not _swept(home)]
        if not left or time.monotonic() > deadline:
            return
        time.sleep(0.2)


def _swept(home: Path) -> bool:
    """Whether a folder that no worker holds any more was removed."""
    try:
        with (home / "lock").open("a") as lock:
            if sys.platform != "win32":
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(home)
    except OSError:
        return False
    return True
