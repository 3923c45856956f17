"""The stage engine, with real renders and faults provoked for real."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import OpenEXR
import pytest
from numpy.typing import NDArray

import stages
from filmwright.engines.base import Take
from filmwright.engines.cycles import Cycles
from filmwright.errors import CannotWrite, EngineCrashed, EngineFailed, EngineHung
from filmwright.events import Event, FrameDone, Retrying, Stepped, WorkerDone, parse
from filmwright.scene.frames import Request, light, read_record, verified
from filmwright.scene.job import RenderJob
from filmwright.scene.nodes import Rig
from filmwright.scene.stage import save
from filmwright.scene.tiles import TILE, none, pack, pixels, unpack
from filmwright.settings import Settings
from killing import is_gone, soon, strike, workers

pytestmark = pytest.mark.render
SIZE = (96, 64)
FRAMES = 3
SLOW = 256  # samples: a frame takes a good part of a second
ALL = [Request(frame=0, samples=2), Request(frame=1, samples=SLOW), Request(frame=2, samples=2)]


def take(folder: Path) -> Take:
    return Take(stages.small(FRAMES, SIZE), folder / "shot" / "frames")


def quick(*frames: int) -> list[Request]:
    return [Request(frame=frame, samples=2) for frame in frames]


def shoot(take: Take, requests: Sequence[Request], emit: Callable[[Event], None], **chosen: Any) -> None:
    """Render requests in a crew of their own."""
    settings = Settings(cache=take.folder.parents[2], **chosen)
    with Cycles().crew(settings, emit) as crew, crew.open(take) as session:
        session.render(requests)


def channels(folder: Path, frame: int) -> dict[str, NDArray[Any]]:
    """The light of a frame, channel by channel."""
    with OpenEXR.File(str(light(folder, frame))) as file:
        return {name.removeprefix("ViewLayer."): c.pixels.copy() for name, c in file.channels().items()}


def done(seen: Sequence[Event]) -> list[int]:
    return [e.frame for e in seen if isinstance(e, FrameDone)]


def assert_same(folder: Path, calm: Path) -> None:
    """Every frame is there, sound, with the very light of the undisturbed run, and nothing half-written is left."""
    for frame in range(FRAMES):
        assert verified(folder, frame) is not None
        ours, theirs = channels(folder, frame), channels(calm, frame)
        assert ours.keys() == theirs.keys()
        for name, values in theirs.items():
            assert np.array_equal(ours[name], values, equal_nan=True), f"{name} of frame {frame} differs"
    assert not list(folder.glob(".*"))


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Frames of the small Stage, rendered without trouble."""
    made = take(tmp_path_factory.mktemp("calm") / "film")
    seen: list[Event] = []
    shoot(made, ALL, seen.append)
    assert done(seen) == [0, 1, 2] and not any(isinstance(e, Retrying) for e in seen)
    return made.folder


def test_the_light_shows_the_hero_in_its_color_where_the_index_says(calm: Path) -> None:
    found = channels(calm, 1)
    assert found["Combined"].shape[:2] == SIZE[::-1]
    index = found["IndexOB.X"]
    assert set(np.unique(index)) == {0.0, 1.0}
    assert 5 < found["Depth.Z"][index == 1].mean() < 9
    hero = cv2.erode((index == 1).astype(np.uint8), np.ones((3, 3))) > 0
    red, green, blue = found["Combined"][hero][:, :3].mean(axis=0)
    assert red > 1.5 * green and red > 1.5 * blue


def test_a_part_is_what_moves_and_what_was_asked_for_and_fits_the_whole(calm: Path, tmp_path: Path) -> None:
    made = take(tmp_path / "film")
    corner = none(SIZE)
    corner[-1, -1] = True
    seen: list[Event] = []
    shoot(made, [Request(frame=1, samples=SLOW, extra=pack(corner))], seen.append)
    assert [e.whole for e in seen if isinstance(e, FrameDone)] == [False]
    record = verified(made.folder, 1)
    assert record is not None and record.tiles is not None and record.moving is not None
    tiles = unpack(record.tiles, SIZE)
    assert tiles[-1, -1] and np.array_equal(tiles, corner | unpack(record.moving, SIZE))
    left, top, right, bottom = record.window
    assert (right, bottom) == SIZE and left >= TILE
    part, whole = (f["Depth.Z"] for f in (channels(made.folder, 1), channels(calm, 1)))
    inside = pixels(tiles, SIZE)[top:bottom, left:right]
    away = np.abs(part - whole[top:bottom, left:right])[inside]
    assert np.median(away) < 0.01


def test_a_worker_is_started_before_its_shot_is_known(tmp_path: Path) -> None:
    made = take(tmp_path / "film")
    with Cycles().crew(Settings(cache=tmp_path), lambda event: None) as crew:
        crew.ready()
        crew.ready()
        (waiting,) = workers()
        with crew.open(made) as session:
            session.render(quick(0))
            crew.ready()
            assert waiting in workers()
            assert len(workers()) == 2, "the next shot's worker loads meanwhile"
        assert waiting not in workers() and len(workers()) == 1
    assert not workers()
    assert verified(made.folder, 0) is not None


def test_one_shot_is_asked_again_and_again_of_the_same_worker(tmp_path: Path) -> None:
    made = take(tmp_path / "film")
    seen: list[Event] = []
    with Cycles().crew(Settings(cache=tmp_path), seen.append) as crew, crew.open(made) as session:
        assert not workers(), "nothing is built before a frame is asked for"
        session.render(quick(2, 0))
        (first,) = workers()
        session.render([])
        before = read_record(made.folder, 0)
        session.render([Request(frame=0, samples=5)])
        assert workers() == [first]
    assert done(seen) == [2, 0, 0]
    after = read_record(made.folder, 0)
    assert before is not None and after is not None and (before.samples, after.samples) == (2, 5)
    assert not (made.folder / "000001.json").exists()


def test_a_share_of_the_size_is_rendered(tmp_path: Path) -> None:
    made = take(tmp_path / "film")._replace(scale=0.5)
    shoot(made, quick(0), lambda event: None)
    assert channels(made.folder, 0)["Combined"].shape[:2] == (32, 48)


def test_a_worker_killed_before_its_job_costs_nothing(calm: Path, tmp_path: Path) -> None:
    made = take(tmp_path / "film")
    with Cycles().crew(Settings(cache=tmp_path), lambda event: None) as crew:
        crew.ready()
        strike()
        with crew.open(made) as session:
            session.render(ALL)
    assert_same(made.folder, calm)


@pytest.mark.parametrize("step", ["building", "rendering"])
def test_a_worker_killed_while_it_opens_the_shot_is_started_again(calm: Path, tmp_path: Path, step: str) -> None:
    made = take(tmp_path / "film")
    seen: list[Event] = []

    def emit(event: Event) -> None:
        if isinstance(event, Stepped) and event.step == step and not any(isinstance(e, Retrying) for e in seen):
            strike()
        seen.append(event)

    shoot(made, ALL, emit)
    reasons = [e.reason for e in seen if isinstance(e, Retrying)]
    assert reasons == ["Blender was killed by SIGKILL before its first frame"]
    assert done(seen) == [0, 1, 2]
    assert_same(made.folder, calm)


def test_a_worker_killed_between_frames_is_started_again(calm: Path, tmp_path: Path) -> None:
    made = take(tmp_path / "film")
    seen: list[Event] = []
    with Cycles().crew(Settings(cache=tmp_path), seen.append) as crew, crew.open(made) as session:
        session.render(ALL[:1])
        strike()
        session.render(ALL[1:])
    assert [e.reason for e in seen if isinstance(e, Retrying)] == ["Blender was killed by SIGKILL after frame 0"]
    assert done(seen) == [0, 1, 2]
    assert_same(made.folder, calm)


def test_a_worker_killed_in_the_middle_of_a_frame_is_started_again(calm: Path, tmp_path: Path) -> None:
    made = take(tmp_path / "film")
    seen: list[Event] = []
    torn: list[bool] = []

    def emit(event: Event) -> None:
        seen.append(event)
        if isinstance(event, FrameDone) and not torn:
            time.sleep(0.05)
            torn.append(not light(made.folder, 1).exists())
            strike()

    shoot(made, ALL, emit)
    assert torn == [True], "the worker was not in the middle of a frame"
    assert [e.reason for e in seen if isinstance(e, Retrying)] == ["Blender was killed by SIGKILL after frame 0"]
    assert done(seen) == [0, 1, 2]
    assert_same(made.folder, calm)


def test_a_worker_that_stands_still_is_stopped_and_started_again(calm: Path, tmp_path: Path) -> None:
    made = take(tmp_path / "film")
    seen: list[Event] = []

    def emit(event: Event) -> None:
        seen.append(event)
        if done(seen) == [0] and isinstance(event, FrameDone):
            strike(signal.SIGSTOP)

    shoot(made, ALL, emit, worker_silence_s=12.0)
    assert [e.reason for e in seen if isinstance(e, Retrying)] == [
        "Blender said nothing for 12 s after frame 0 and was stopped"
    ]
    assert done(seen) == [0, 1, 2]
    assert_same(made.folder, calm)


def test_a_worker_that_is_always_silent_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(EngineHung, match="said nothing"):
        shoot(take(tmp_path / "film"), ALL, lambda event: None, worker_silence_s=0.05, worker_attempts=2)
    assert not workers()


def test_a_worker_that_keeps_dying_is_given_up_with_its_signal(tmp_path: Path) -> None:
    def emit(event: Event) -> None:
        if isinstance(event, Stepped):
            strike(signal.SIGSEGV)

    with pytest.raises(EngineCrashed, match="SIGSEGV before its first frame"):
        shoot(take(tmp_path / "film"), ALL, emit, worker_attempts=2)


def test_a_stage_no_engine_can_draw_is_refused_at_once(tmp_path: Path) -> None:
    made = take(tmp_path / "film")
    rigless = tuple(n for n in made.stage.nodes if not isinstance(n, Rig))
    seen: list[Event] = []
    with pytest.raises(EngineFailed, match="box: no rig"):
        shoot(made._replace(stage=made.stage.model_copy(update={"nodes": rigless})), ALL, seen.append)
    assert not any(isinstance(e, Retrying) for e in seen)


def test_an_exception_in_the_caller_ends_the_worker(tmp_path: Path) -> None:
    def emit(event: Event) -> None:
        raise KeyboardInterrupt

    with Cycles().crew(Settings(cache=tmp_path), emit) as crew, crew.open(take(tmp_path / "film")) as session:
        with pytest.raises(KeyboardInterrupt):
            session.render(ALL)
        assert not workers()


ORPHAN = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[1]]
import stages
from filmwright.engines.base import Take
from filmwright.engines.cycles import Cycles
from filmwright.events import Stepped
from filmwright.scene.frames import Request
from filmwright.settings import Settings
from killing import workers
def emit(event):
    if isinstance(event, Stepped) and event.step == "rendering":
        print(*workers(), flush=True)
folder = Path(sys.argv[2])
with Cycles().crew(Settings(cache=folder), emit) as crew:
    crew.ready()
    if sys.argv[3] == "waiting":
        print(*workers(), flush=True)
        sys.stdin.read()
    with crew.open(Take(stages.small(size=(960, 640)), folder / "shot" / "frames")) as session:
        session.render([Request(frame=0, samples=100_000)])
"""


@pytest.mark.parametrize("life", ["waiting", "in the middle of a frame"])
def test_a_worker_whose_parent_is_killed_leaves_soon(tmp_path: Path, life: str) -> None:
    argv = [sys.executable, "-c", ORPHAN, str(Path(__file__).parent), str(tmp_path), life]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        time.sleep(1.0)
        assert not is_gone(worker)
        parent.kill()
    assert soon(lambda: is_gone(worker)), "the worker goes on for nobody"


def test_a_worker_works_through_its_input_and_says_that_it_is_done(tmp_path: Path) -> None:
    save(stages.small(FRAMES, SIZE), tmp_path / "stage")
    job = RenderJob(
        stage_folder=str(tmp_path / "stage"), frames_folder=str(tmp_path / "frames"), cache_folder=str(tmp_path)
    )
    read_end, write_end = os.pipe()
    lines = "\n".join(m.model_dump_json() for m in (job, *quick(0, 2)))
    argv = [sys.executable, "-m", "filmwright.blender.worker", str(write_end)]
    subprocess.run(argv, input=lines.encode(), pass_fds=[write_end], check=True, capture_output=True)
    os.close(write_end)
    with os.fdopen(read_end) as said:
        events = [parse(line) for line in said]
    assert done(events) == [0, 2]
    assert isinstance(events[-1], WorkerDone)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 400 kB, which really fills up. Needs the right to mount."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "none", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this user may not mount")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_is_said_once_and_what_is_recorded_is_whole(tiny_disk: Path, tmp_path: Path) -> None:
    made = take(tiny_disk)
    seen: list[Event] = []
    with (
        pytest.raises(CannotWrite),
        Cycles().crew(Settings(cache=tmp_path), seen.append) as crew,
        crew.open(made) as session,
    ):
        session.render(quick(0, 1, 2))
    assert not any(isinstance(e, Retrying) for e in seen)
    recorded = [frame for frame in range(FRAMES) if read_record(made.folder, frame) is not None]
    assert recorded == done(seen) and len(recorded) < FRAMES
    assert all(verified(made.folder, frame) is not None for frame in recorded)


def test_leaving_the_crew_ends_shots_that_are_still_open(tmp_path: Path) -> None:
    with Cycles().crew(Settings(cache=tmp_path), lambda event: None) as crew:
        crew.open(take(tmp_path / "film")).__enter__().render(quick(0))
        crew.ready()
        assert soon(lambda: len(workers()) == 2), (
            "a process that was just started has its own command line a moment later"
        )
    assert not workers()
