"""The stage engine, with real renders and faults provoked for real."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import cv2
import numpy as np
import psutil
import pytest

import stages
from filmwright.engines.base import Take
from filmwright.engines.cycles import Cycles
from filmwright.errors import CannotWrite, EngineCrashed, EngineHung
from filmwright.events import Event, FrameDone, Retrying
from filmwright.finish.read import read_passes, read_picture
from filmwright.scene.frames import picture
from filmwright.settings import Quality, Settings

pytestmark = pytest.mark.render
FRAMES = 3


def take(folder: Path, frames: int = FRAMES) -> Take:
    return Take(stages.small(frames), folder / "shot" / "frames", range(frames), Quality(2))


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small Stage rendered without trouble."""
    folder = tmp_path_factory.mktemp("calm")
    Cycles().shoot(take(folder), Settings(cache=folder), lambda event: None)
    return folder / "shot" / "frames"


def blender_processes() -> list[psutil.Process]:
    return [
        p for p in psutil.Process().children(recursive=True) if "filmwright.blender.worker" in " ".join(p.cmdline())
    ]


def test_every_frame_comes_with_its_passes(rendered: Path) -> None:
    for frame in range(FRAMES):
        assert read_picture(rendered, frame).shape == (64, 96, 3)
        passes = read_passes(rendered, frame)
        assert passes is not None
        assert set(np.unique(passes.member)) == {0.0, 1.0}
        assert 5 < passes.depth[passes.member == 1].mean() < 9
    assert not list(rendered.glob(".*")), "no half-written file is left"


def test_the_picture_shows_the_hero_in_its_color_where_the_index_says(rendered: Path) -> None:
    passes = read_passes(rendered, 1)
    assert passes is not None
    hero = cv2.erode((passes.member == 1).astype(np.uint8), np.ones((3, 3))) > 0
    red, green, blue = read_picture(rendered, 1)[hero].mean(axis=0)
    assert red > 1.5 * green and red > 1.5 * blue


def test_motion_vectors_follow_the_rig(rendered: Path) -> None:
    """The hero goes 0.5 m to the right a frame, 7 m away through 35 mm on 96 pixels: about 6 pixels."""
    passes = read_passes(rendered, 1)
    assert passes is not None
    hero = passes.member == 1
    assert -9 < np.median(passes.motion[hero][:, 0]) < -5
    far = cv2.dilate(hero.astype(np.uint8), np.ones((5, 5))) == 0
    assert abs(passes.motion[far]).max() < 1e-2


def test_a_killed_worker_is_started_again_and_the_frames_are_the_same(rendered: Path, tmp_path: Path) -> None:
    seen: list[Event] = []

    def emit(event: Event) -> None:
        seen.append(event)
        if isinstance(event, FrameDone) and not any(isinstance(e, Retrying) for e in seen):
            for process in blender_processes():
                os.kill(process.pid, signal.SIGKILL)

    Cycles().shoot(take(tmp_path), Settings(cache=tmp_path), emit)
    retries = [e for e in seen if isinstance(e, Retrying)]
    assert len(retries) == 1 and "SIGKILL" in retries[0].reason
    made = [e.frame for e in seen if isinstance(e, FrameDone)]
    assert sorted(set(made)) == list(range(FRAMES))
    folder = tmp_path / "shot" / "frames"
    for frame in range(FRAMES):
        assert np.array_equal(read_picture(folder, frame), read_picture(rendered, frame))


def test_only_missing_frames_are_rendered(rendered: Path, tmp_path: Path) -> None:
    again = tmp_path / "shot" / "frames"
    shutil.copytree(rendered, again)
    picture(again, 1).unlink()
    made: list[Event] = []
    Cycles().shoot(take(tmp_path), Settings(cache=tmp_path), made.append)
    assert [e.frame for e in made if isinstance(e, FrameDone)] == [1]


def test_a_silent_worker_is_stopped(tmp_path: Path) -> None:
    settings = Settings(cache=tmp_path, worker_silence_s=0.05, worker_attempts=2)
    with pytest.raises(EngineHung, match="said nothing"):
        Cycles().shoot(take(tmp_path), settings, lambda event: None)
    assert not blender_processes()


def test_a_worker_that_keeps_dying_is_given_up_with_its_signal(tmp_path: Path) -> None:
    def emit(event: Event) -> None:
        for process in blender_processes():
            os.kill(process.pid, signal.SIGSEGV)

    with pytest.raises(EngineCrashed, match="SIGSEGV before its first frame"):
        Cycles().shoot(take(tmp_path), Settings(cache=tmp_path, worker_attempts=2), emit)


def test_an_exception_in_the_caller_ends_the_worker(tmp_path: Path) -> None:
    def emit(event: Event) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Cycles().shoot(take(tmp_path), Settings(cache=tmp_path), emit)
    assert not blender_processes()


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Path:
    """A file system of 200 kB, which really fills up. Needs the right to mount."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "none", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this user may not mount")
    yield disk  # type: ignore[misc]
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_is_said_once_and_leaves_no_half_frame(tiny_disk: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        Cycles().shoot(take(tiny_disk, 30), Settings(cache=tmp_path), lambda event: None)
    frames = tiny_disk / "shot" / "frames"
    whole = sorted(frames.glob("*.png")) if frames.exists() else []
    assert len(whole) < 30
    for path in whole:
        assert cv2.imread(str(path), cv2.IMREAD_UNCHANGED) is not None
