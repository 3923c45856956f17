"""The store of frames that films share: `<cache>/frames/<digest>/frames`, where the digest says what the pictures show.

An edited film finds the frames of every shot it left alone, whatever film they were first made for. One run at a time
works in a folder (`holding`); its lock file also says when the folder was last used, so that the oldest go first when
the store grows too large (`trim`).
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from filmwright import __version__
from filmwright.errors import CannotWrite
from filmwright.events import Event, Waiting
from filmwright.scene import tiles
from filmwright.scene.frames import Record, light, picture, record_path, verified
from filmwright.scene.stage import Stage, fingerprint
from filmwright.settings import Plan
from filmwright.values import digest

if sys.platform != "win32":
    import fcntl

LOCK = ".lock"  # its time of change is the folder's last use
_GONE = ".gone-"  # a shot folder on its way out
_HALF_WRITTEN = re.compile(r"\.\d{6}\.")  # beginning of a frame's file until it is whole: ".000012.4711.part.exr"
_FULL = {errno.ENOSPC, errno.EDQUOT}


def shot_folder(cache: Path, stage: Stage, engine: str, plan: Plan) -> Path:
    """Where the frames of a staged shot belong, as `engine` makes them by a plan. Equal Stages and plans share it."""
    version = str(Record.model_fields["format"].default)
    parts = (fingerprint(stage), engine, repr(plan), version, __version__)
    return cache / "frames" / digest("\n".join(parts).encode()) / "frames"


def cannot_write(problem: OSError, place: Path) -> CannotWrite:
    """What to tell the user when writing at `place` failed."""
    if problem.errno in _FULL:
        return CannotWrite(
            "The disk is full",
            where=str(place),
            hint="Free some space there and run the same command again: what is finished is kept. "
            "FILMWRIGHT_CACHE names another place for frames.",
        )
    hint = "Choose another place for the film with -o, or for the frames with FILMWRIGHT_CACHE."
    return CannotWrite(f"This place cannot be written: {problem.strerror or problem}", where=str(place), hint=hint)


@contextlib.contextmanager
def holding(folder: Path, emit: Callable[[Event], None]) -> Iterator[None]:
    """The folder (made if missing) for this run alone. If another run has it, say so once (Waiting) and wait until that has
    ended: the kernel frees the lock of a process however it ends. Not to be entered twice by one run: it would wait for itself.
    Windows has no such lock; there two runs in one place are not kept apart. Raises CannotWrite."""
    try:
        descriptor = _locked(folder, lambda: emit(Waiting(where=str(folder))))
    except OSError as e:
        raise cannot_write(e, folder) from e
    try:
        with _quietly():
            os.utime(folder / LOCK)
        yield
    finally:
        with _quietly():
            os.utime(folder / LOCK)
        os.close(descriptor)


def _locked(folder: Path, busy: Callable[[], None]) -> int:
    """Descriptor of the folder's lock file, locked. `busy` is called once if somebody else has it."""
    waiting = False
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        except FileNotFoundError:  # trimmed away between the two lines
            continue
        try:
            if not _try(descriptor):
                if not waiting:
                    busy()
                waiting = True
                _wait(descriptor)
            if _is_at(descriptor, folder / LOCK):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # the folder was trimmed away while we waited: what we hold is the lock of nothing


def _try(descriptor: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait(descriptor: int) -> None:
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether an open file is still the one at `path`."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _quietly() -> contextlib.suppress:
    """Around what may fail without harm."""
    return contextlib.suppress(OSError)


def sound(folder: Path, wanted: Iterable[int]) -> dict[int, Record]:
    """The records of the wanted frames whose files are as their records say. What is broken, of another version or half
    written is removed, so that it is made again. Only for who holds the folder. Raises CannotWrite."""
    good: dict[int, Record] = {}
    try:
        for frame in _swept(folder) & set(wanted):
            record = verified(folder, frame)
            if record is not None and _sane(record, frame):
                good[frame] = record
            else:
                _remove(folder, frame)
    except OSError as e:
        raise cannot_write(e, folder) from e
    return dict(sorted(good.items()))


def _swept(folder: Path) -> set[int]:
    """The frames in a folder that have a record, after removing half-written files and files without a record."""
    if not folder.is_dir():
        return set()
    found: dict[int, set[str]] = {}
    for path in folder.iterdir():
        if _HALF_WRITTEN.match(path.name):
            path.unlink(missing_ok=True)
        elif path.stem.isdecimal() and path.suffix in (".exr", ".png", ".json"):
            found.setdefault(int(path.stem), set()).add(path.suffix)
    for frame, kinds in found.items():
        if ".json" not in kinds:
            _remove(folder, frame)
    return {frame for frame, kinds in found.items() if ".json" in kinds}


def _remove(folder: Path, frame: int) -> None:
    """Remove a frame. The record goes first: at no moment does one speak of a file that is not there."""
    for path in (record_path(folder, frame), light(folder, frame), picture(folder, frame)):
        path.unlink(missing_ok=True)


def _sane(record: Record, frame: int) -> bool:
    """Whether a record speaks of this frame and of pixels that its picture has."""
    left, top, right, bottom = record.window
    inside = 0 <= left <= right <= record.size[0] and 0 <= top <= bottom <= record.size[1]
    try:
        for text in (record.tiles, record.moving):
            if text is not None:
                tiles.unpack(text, record.size)
    except ValueError:
        return False
    return record.frame == frame and inside


class _Shot(NamedTuple):
    folder: Path  # <cache>/frames/<digest>
    used: float  # seconds since the epoch
    size: int  # bytes


def trim(cache: Path, limit_gb: float, keep: Collection[Path] = ()) -> int:
    """Remove whole shots, the least recently used first, until the store takes at most `limit_gb` (1e9 bytes); the bytes freed.
    Neither a shot in `keep` (paths of `shot_folder`) nor one that some run holds is removed."""
    store = cache / "frames"
    if not store.is_dir():
        return 0
    for left in store.glob(f"{_GONE}*"):  # of a run that was killed while trimming
        shutil.rmtree(left, ignore_errors=True)
    shots = _by_use(store)
    total, freed = sum(s.size for s in shots), 0
    kept = {folder.parent.resolve() for folder in keep}
    for shot in shots:
        if total - freed <= limit_gb * 1e9:
            break
        if shot.folder.resolve() not in kept and _discard(shot.folder):
            freed += shot.size
    return freed


def held(cache: Path) -> tuple[int, int]:
    """How many shots the store holds, and the bytes they take."""
    store = cache / "frames"
    shots = _by_use(store) if store.is_dir() else []
    return len(shots), sum(shot.size for shot in shots)


def _by_use(store: Path) -> list[_Shot]:
    """The shots in the store, least recently used first. A use in the future (the clock has jumped) counts as now and is put
    right on disk; among several such the order stays."""
    now = time.time()
    shots = []
    for folder in store.iterdir():
        with contextlib.suppress(FileNotFoundError):  # another run is trimming too
            if folder.is_dir() and not folder.name.startswith(_GONE):
                shots.append(_Shot(folder, _used(folder), _size(folder)))
    shots.sort(key=lambda s: (s.used, s.folder.name))
    future = [s for s in shots if s.used > now]
    for back, shot in enumerate(reversed(future)):
        with _quietly():
            os.utime(shot.folder / "frames" / LOCK, (now - back * 1e-3, now - back * 1e-3))
    return shots


def _used(folder: Path) -> float:
    try:
        return (folder / "frames" / LOCK).stat().st_mtime
    except FileNotFoundError:
        return folder.stat().st_mtime


def _size(folder: Path) -> int:
    """Bytes of the files in a folder."""
    total = 0
    for place, _, files in os.walk(folder):
        for name in files:
            with contextlib.suppress(FileNotFoundError):
                total += (Path(place) / name).lstat().st_size
    return total


def _discard(folder: Path) -> bool:
    """Remove a shot unless some run holds it. It is renamed first, so that no run ever finds half of it."""
    gone = folder.with_name(f"{_GONE}{os.getpid()}-{folder.name}")
    try:
        with _claimed(folder / "frames") as ours:
            if not ours:
                return False
            folder.rename(gone)
    except OSError:
        return False
    shutil.rmtree(gone, ignore_errors=True)
    return True


@contextlib.contextmanager
def _claimed(folder: Path) -> Iterator[bool]:
    """Whether nobody holds the folder, and so nobody will in here. On Windows nobody holds anything, and a folder that somebody
    reads from cannot be renamed there."""
    if sys.platform == "win32":
        yield True
        return
    folder.mkdir(exist_ok=True)
    descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        yield _try(descriptor) and _is_at(descriptor, folder / LOCK)
    finally:
        os.close(descriptor)
