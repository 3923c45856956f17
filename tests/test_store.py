"""The store of frames that films share: what is broken is made again, one run at a time, and it stays under its limit."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import OpenEXR
import pytest
from PIL import Image

from filmwright.errors import CannotWrite
from filmwright.events import Event, Waiting
from filmwright.movie import store
from filmwright.scene import frames, tiles
from filmwright.scene.frames import Record, Request
from filmwright.settings import QUALITIES
from stages import small

DRAFT = QUALITIES["draft"]
SIZE = (96, 64)


def put(folder: Path, frame: int, *, kind: str = "light", samples: int = 8, **more: Any) -> Record:
    """A real frame on disk and its record."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(frame)
    if kind == "light":
        path = frames.light(folder, frame)
        light = rng.random((SIZE[1], SIZE[0], 3), np.float32)
        OpenEXR.File({"compression": OpenEXR.ZIP_COMPRESSION}, {"RGB": light}).write(str(path))
    else:
        path = frames.picture(folder, frame)
        Image.fromarray(rng.integers(0, 255, (SIZE[1], SIZE[0], 3), np.uint8)).save(path)
    length, crc = frames.checksum(path)
    facts = {"frame": frame, "kind": kind, "size": SIZE, "window": (0, 0, *SIZE), "length": length, "crc": crc}
    record = Record.model_validate(facts | {"samples": samples} | more)
    frames.put_record(folder, record)
    return record


def names(folder: Path) -> set[str]:
    return {p.name for p in folder.iterdir()}


def test_the_folder_of_a_shot_says_what_its_pictures_show(tmp_path: Path) -> None:
    stage = small()
    folder = store.shot_folder(tmp_path, stage, "cycles", DRAFT)
    assert folder == store.shot_folder(tmp_path, small(), "cycles", DRAFT)
    others = {
        store.shot_folder(tmp_path, small(frames=4), "cycles", DRAFT),
        store.shot_folder(tmp_path, stage, "sketch", DRAFT),
        store.shot_folder(tmp_path, stage, "cycles", DRAFT._replace(scale=0.5)),
    }
    assert len(others - {folder}) == 3
    assert folder.parent.parent == tmp_path / "frames"


def test_another_version_of_filmwright_finds_none_of_these_frames(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.shot_folder(tmp_path, small(), "cycles", DRAFT)
    monkeypatch.setattr(store, "__version__", "99.0")
    assert store.shot_folder(tmp_path, small(), "cycles", DRAFT) != before


@pytest.mark.parametrize("kind", ["light", "picture"])
@pytest.mark.parametrize("fault", ["truncated", "emptied", "flipped", "longer", "lost"])
def test_a_frame_whose_file_is_not_as_recorded_is_removed(tmp_path: Path, kind: str, fault: str) -> None:
    good, bad = put(tmp_path, 1, kind=kind), put(tmp_path, 2, kind=kind)
    path = frames.data_path(tmp_path, bad)
    data = path.read_bytes()
    middle = len(data) // 2
    spoiled = {
        "truncated": data[:middle],
        "emptied": b"",
        "flipped": data[:middle] + bytes([data[middle] ^ 4]) + data[middle + 1 :],
        "longer": data + b"\0",
    }
    if fault == "lost":
        path.unlink()
    else:
        path.write_bytes(spoiled[fault])
    assert store.sound(tmp_path, range(5)) == {1: good}
    assert names(tmp_path) == {frames.data_path(tmp_path, good).name, "000001.json"}


@pytest.mark.parametrize(
    "text",
    [
        '{"format":"filmwright.frame/0","frame":2,"kind":"light","size":[96,64],"length":1,"crc":1}',
        "",
        '{"format":"filmwright.frame/2","frame":2,',
        "\0\0\0\0",
    ],
)
def test_a_record_that_this_version_cannot_read_counts_as_none(tmp_path: Path, text: str) -> None:
    put(tmp_path, 2)
    frames.record_path(tmp_path, 2).write_text(text)
    assert store.sound(tmp_path, [2]) == {}
    assert names(tmp_path) == set()


@pytest.mark.parametrize("more", [{"tiles": "ff"}, {"moving": "no digits"}, {"window": (0, 0, 97, 64)}])
def test_a_record_that_speaks_of_pixels_its_picture_has_not_counts_as_none(
    tmp_path: Path, more: dict[str, Any]
) -> None:
    put(tmp_path, 2, **more)
    assert store.sound(tmp_path, [2]) == {}


def test_a_record_under_another_frames_name_counts_as_none(tmp_path: Path) -> None:
    put(tmp_path, 2)
    for path in (frames.light(tmp_path, 2), frames.record_path(tmp_path, 2)):
        (tmp_path / path.name.replace("2", "3")).write_bytes(path.read_bytes())
    assert set(store.sound(tmp_path, range(5))) == {2}
    assert names(tmp_path) == {"000002.exr", "000002.json"}


def test_what_a_killed_run_left_half_written_is_swept_away(tmp_path: Path) -> None:
    put(tmp_path, 1)
    for name in (".000002.4711.part.exr", ".000002.4711.part.json", ".000003.png", "000004.exr", "000005.png"):
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / "notes.txt").write_text("not ours")
    assert set(store.sound(tmp_path, [1, 2, 3, 4])) == {1}
    assert names(tmp_path) == {"000001.exr", "000001.json", "notes.txt"}


def test_frames_that_nobody_asked_for_stay(tmp_path: Path) -> None:
    for k in (1, 2, 3):
        put(tmp_path, k)
    assert set(store.sound(tmp_path, [3, 1])) == {1, 3}
    assert len(names(tmp_path)) == 6
    assert store.sound(tmp_path / "nowhere", [1]) == {}


def part(*places: tuple[int, int]) -> str:
    mask = tiles.none(SIZE)
    for place in places:
        mask[place] = True
    return tiles.pack(mask)


def asked(samples: int = 8, extra: str | None = None) -> Request:
    return Request(frame=1, samples=samples, extra=extra)


def test_a_frame_serves_only_with_exactly_the_samples_asked_for(tmp_path: Path) -> None:
    record = put(tmp_path, 1, samples=16)
    assert record.answers(asked(16))
    assert not record.answers(asked(8))
    assert not record.answers(asked(32))


def test_a_part_serves_for_exactly_what_moves_and_what_was_asked_besides(tmp_path: Path) -> None:
    record = put(tmp_path, 1, moving=part((0, 0)), tiles=part((0, 0), (3, 4), (7, 11)))
    assert not record.answers(asked())
    for extra, serves in [
        (part((3, 4), (7, 11)), True),
        (part((0, 0), (3, 4), (7, 11)), True),
        (part((3, 4)), False),
        (part(), False),
        (part((3, 4), (7, 11), (3, 5)), False),
        ("00", False),
    ]:
        assert record.answers(asked(extra=extra)) is serves


def test_a_whole_frame_serves_as_a_part_only_if_the_part_is_all(tmp_path: Path) -> None:
    record = put(tmp_path, 1)
    assert not record.answers(asked(extra=part((0, 0), (7, 11))))
    assert record.answers(asked(extra=tiles.pack(~tiles.none(SIZE))))


def test_a_finished_picture_serves_for_any_samples(tmp_path: Path) -> None:
    assert put(tmp_path, 1, kind="picture", samples=0).answers(asked(48))


HOLDER = """
import sys, time, pathlib
from filmwright.movie.store import holding
with holding(pathlib.Path(sys.argv[1]), lambda event: print(event.event, flush=True)):
    print("held", flush=True)
    sys.stdin.readline()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    """Another process that holds the folder until its input ends."""
    argv = [sys.executable, "-c", HOLDER, str(folder)]
    return subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(*processes: subprocess.Popen[str]) -> None:
    for process in processes:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("how", [signal.SIGKILL, None])
def test_a_second_run_waits_until_the_first_has_ended_however_it_ends(
    tmp_path: Path, how: signal.Signals | None
) -> None:
    first = holder(tmp_path / "shot")
    assert said(first) == "held"
    second = holder(tmp_path / "shot")
    try:
        assert said(second) == "waiting"
        time.sleep(0.2)
        assert first.poll() is None
        if how is None:
            first.communicate("\n")
        else:
            first.send_signal(how)
        assert said(second) == "held"
    finally:
        end(first, second)


def test_two_runs_in_different_folders_do_not_wait(tmp_path: Path) -> None:
    heard: list[Event] = []
    other = holder(tmp_path / "one")
    try:
        assert said(other) == "held"
        with store.holding(tmp_path / "two", heard.append):
            pass
    finally:
        end(other)
    assert heard == []


def test_a_run_says_once_what_it_waits_for(tmp_path: Path) -> None:
    first = holder(tmp_path)
    assert said(first) == "held"
    assert first.stdin is not None
    heard: list[Event] = []

    def release(event: Event) -> None:
        heard.append(event)
        end(first)

    with store.holding(tmp_path, release):
        assert heard == [Waiting(where=str(tmp_path))]


def test_a_folder_trimmed_away_under_a_waiting_run_is_made_again(tmp_path: Path) -> None:
    """What the waiting one gets when the first ends must be the lock of the folder that is there then."""
    folder = tmp_path / "frames" / "shot" / "frames"
    heard: list[str] = []
    first, third = holder(folder), None

    def busy(event: Event) -> None:
        heard.append(event.event)
        folder.parent.rename(tmp_path / "gone")
        end(first)

    try:
        assert said(first) == "held"
        with store.holding(folder, busy):
            assert heard == ["waiting"]
            third = holder(folder)
            assert said(third) == "waiting"
    finally:
        end(first, *([third] if third else []))


def shot(cache: Path, name: str, size: int, used: float) -> Path:
    """A shot folder of `size` bytes, last used at a time; the path that shot_folder would return."""
    folder = cache / "frames" / name / "frames"
    with store.holding(folder, lambda event: None):
        (folder / "000000.exr").write_bytes(bytes(size // 2))
        (folder.parent / "stage").mkdir()
        (folder.parent / "stage" / "arrays.npz").write_bytes(bytes(size - size // 2))
    os.utime(folder / store.LOCK, (used, used))
    return folder


def left(cache: Path) -> set[str]:
    return names(cache / "frames")


KB = 1e-6  # in GB


def test_the_least_recently_used_shots_go_first_and_only_as_many_as_must(tmp_path: Path) -> None:
    now = time.time()
    for k, name in enumerate(("c", "a", "d", "b")):
        shot(tmp_path, name, 1000, now - 100 + k)
    assert store.trim(tmp_path, 4 * KB) == 0
    assert left(tmp_path) == {"a", "b", "c", "d"}
    assert store.trim(tmp_path, 2.5 * KB) == 2000
    assert left(tmp_path) == {"d", "b"}


def test_using_a_shot_makes_it_the_last_to_go(tmp_path: Path) -> None:
    now = time.time()
    oldest = shot(tmp_path, "a", 1000, now - 300)
    shot(tmp_path, "b", 1000, now - 200)
    with store.holding(oldest, lambda event: None):
        pass
    store.trim(tmp_path, 1 * KB)
    assert left(tmp_path) == {"a"}


def test_a_shot_of_the_film_at_hand_is_never_trimmed(tmp_path: Path) -> None:
    now = time.time()
    kept = shot(tmp_path, "a", 5000, now - 300)
    shot(tmp_path, "b", 1000, now - 200)
    assert store.trim(tmp_path, 0, keep=[kept]) == 1000
    assert left(tmp_path) == {"a"}


def test_a_shot_that_another_run_holds_is_never_trimmed(tmp_path: Path) -> None:
    now = time.time()
    held = shot(tmp_path, "a", 1000, now - 300)
    shot(tmp_path, "b", 1000, now - 200)
    other = holder(held)
    try:
        assert said(other) == "held"
        os.utime(held / store.LOCK, (now - 300, now - 300))
        store.trim(tmp_path, 0)
        assert left(tmp_path) == {"a"}
        assert (held / "000000.exr").stat().st_size == 500
    finally:
        end(other)
    store.trim(tmp_path, 0)
    assert left(tmp_path) == set()


def test_a_shot_dated_in_the_future_is_not_kept_for_ever(tmp_path: Path) -> None:
    """The clock was wrong for a while: what was used then counts as used now, once, and ages from there."""
    now = time.time()
    shot(tmp_path, "past", 1000, now - 300)
    shot(tmp_path, "future", 1000, now + 1e8)
    shot(tmp_path, "later", 1000, now + 2e8)
    store.trim(tmp_path, 2 * KB)
    assert left(tmp_path) == {"future", "later"}
    time.sleep(0.01)
    shot(tmp_path, "new", 1000, time.time())
    store.trim(tmp_path, 2 * KB)
    assert left(tmp_path) == {"later", "new"}
    shot(tmp_path, "newer", 1000, time.time())
    store.trim(tmp_path, 2 * KB)
    assert left(tmp_path) == {"new", "newer"}


def test_what_a_killed_trim_left_is_removed_by_the_next(tmp_path: Path) -> None:
    shot(tmp_path, "a", 1000, time.time())
    shot(tmp_path, "b", 1000, time.time()).parent.rename(tmp_path / "frames" / ".gone-1-b")
    assert store.trim(tmp_path, 1) == 0
    assert left(tmp_path) == {"a"}


def test_there_is_nothing_to_trim_before_the_first_film(tmp_path: Path) -> None:
    assert store.trim(tmp_path / "nowhere", 0) == 0


def test_a_full_disk_is_said_with_the_place_and_what_to_do() -> None:
    problem = store.cannot_write(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), Path("somewhere"))
    assert "full" in str(problem) and "somewhere" in str(problem) and "FILMWRIGHT_CACHE" in str(problem)


def test_a_store_that_cannot_be_made_is_said_with_the_place(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the cache should be")
    folder = tmp_path / "cache" / "frames" / "shot"
    with pytest.raises(CannotWrite, match="shot") as caught, store.holding(folder, lambda event: None):
        pass
    assert caught.value.hint
