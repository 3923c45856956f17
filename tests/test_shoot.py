"""Which frames of a shot are rendered whole and which in part, with the real engine on a small Stage."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

import stages
from filmwright.engines.base import Take
from filmwright.engines.cycles import Cycles
from filmwright.errors import EngineFailed
from filmwright.events import Event, FrameDone, FrameKept
from filmwright.finish.pictures import Finisher, Shown
from filmwright.scene.frames import Record
from filmwright.scene.lens import is_locked
from filmwright.scene.nodes import Camera, Native
from filmwright.scene.stage import Stage
from filmwright.settings import QUALITIES, Plan, Settings
from filmwright.shoot import Shooter, Shooting, frames_of, stride_of, whole_samples

FRAMES = 9
PLAN = Plan(stride=4, locked_stride=8, key_samples=6, part_samples=3)


def turned(stage: Stage, yaw_a_frame: float, step_m: float = 0.0) -> Stage:
    """The Stage with its camera panning and stepping aside."""
    camera = stage.camera
    half = np.arange(stage.frames) * yaw_a_frame / 2
    w, x, y, z = np.asarray(camera.rotations, float).T
    c, s = np.cos(half), np.sin(half)
    rotations = np.stack([c * w - s * z, c * x - s * y, c * y + s * x, c * z + s * w], 1)
    places = np.asarray(camera.locations) + np.arange(stage.frames)[:, None] * [step_m, 0, 0]
    moved: Camera = camera.model_copy(update={"rotations": rotations, "locations": places})
    return stage.model_copy(update={"camera": moved})


class Listening:
    """Hears the session and passes frames on to the shooter."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.shooter: Shooter | None = None

    def __call__(self, event: Event) -> None:
        self.events.append(event)
        if self.shooter is not None:
            self.shooter.heard(event)

    def made(self, *, whole: bool) -> list[int]:
        return [e.frame for e in self.events if isinstance(e, FrameDone) and e.whole is whole]


def shoot(stage: Stage, folder: Path, plan: Plan = PLAN, wanted: range | None = None) -> tuple[Shooting, Listening]:
    """Have the real engine make everything, or what is wanted; what was made."""
    hearing = Listening()
    shooting = Shooting(frames_of(stage, folder))
    hearing.shooter = Shooter(stage, plan, shooting, hearing, wanted)
    with Cycles().crew(Settings(cache=folder.parent), hearing) as crew, crew.open(Take(stage, folder)) as session:
        hearing.shooter.everything(session, light=True)
    return shooting, hearing


def pictures(shooting: Shooting, stage: Stage) -> np.ndarray:
    return np.stack(list(Finisher(Shown(shooting.frames, shooting, is_locked(stage.camera))).pictures(stage.size)))


@pytest.mark.render
def test_a_standing_camera_needs_whole_frames_at_the_ends_only(tmp_path: Path) -> None:
    stage = stages.small(FRAMES)
    shooting, hearing = shoot(stage, tmp_path / "shot" / "frames")
    assert hearing.made(whole=True) == [0, 8]
    assert hearing.made(whole=False) == list(range(1, 8))
    seen = pictures(shooting, stage)
    still = np.abs(seen[:, :, :12] - seen[0, :, :12]).max()
    assert still < 0.02, "the left edge, where nothing moves, stands still"
    middle = seen[4].reshape(-1, 3)
    assert (middle[:, 0] > 1.4 * middle[:, 1:].max(axis=1)).sum() > 40, "the red box is in the frame between"


@pytest.mark.render
def test_the_frames_between_look_like_rendered_ones(tmp_path: Path) -> None:
    """Against the same shot with every frame whole: no ghost of the box, no hole, no seam."""
    stage = turned(stages.small(FRAMES), 0.004, 0.01)
    carried = pictures(shoot(stage, tmp_path / "a" / "frames")[0], stage)
    every = Plan(stride=1, locked_stride=1, key_samples=64, part_samples=64)
    rendered = pictures(shoot(stage, tmp_path / "b" / "frames", every)[0], stage)
    error = np.abs(carried - rendered)
    assert error.mean() < 0.02
    assert np.quantile(error.max(axis=-1), 0.99) < 0.2


@pytest.mark.render
def test_a_whip_pan_is_rendered_frame_by_frame(tmp_path: Path) -> None:
    _, hearing = shoot(turned(stages.small(FRAMES), 0.5), tmp_path / "shot" / "frames")
    assert sorted(hearing.made(whole=True)) == list(range(FRAMES))


@pytest.mark.render
def test_what_is_there_is_kept_and_what_another_plan_made_is_not(tmp_path: Path) -> None:
    stage, folder = stages.small(FRAMES), tmp_path / "shot" / "frames"
    shoot(stage, folder)
    _, again = shoot(stage, folder)
    assert not any(isinstance(e, FrameDone) for e in again.events)
    assert sum(isinstance(e, FrameKept) for e in again.events) == FRAMES
    _, finer = shoot(stage, folder, PLAN._replace(part_samples=4))
    assert finer.made(whole=True) == [] and finer.made(whole=False) == list(range(1, 8))


def test_snow_makes_every_frame_whole_with_fewer_samples() -> None:
    stage = stages.small(FRAMES)
    snow = Native(name="snow", kind="snowfall", everywhere=True)
    draft = QUALITIES["draft"]
    assert stride_of(stage.model_copy(update={"nodes": (*stage.nodes, snow)}), draft) == 1
    assert whole_samples(draft, stride=1, locked=False) < draft.key_samples
    assert whole_samples(draft, stride=draft.locked_stride, locked=True) > draft.key_samples


def record(frame: int) -> Record:
    return Record(frame=frame, kind="picture", size=(8, 8), window=(0, 0, 8, 8), length=1, crc=0)


def test_who_waits_for_a_frame_gets_it_when_it_is_there(tmp_path: Path) -> None:
    shooting = Shooting(frames_of(stages.small(3), tmp_path))
    got: list[Record] = []
    waiter = threading.Thread(target=lambda: got.append(shooting.record(1)))
    waiter.start()
    shooting.put(record(0))
    shooting.settle([0, 2])
    assert not got
    shooting.put(record(1))
    waiter.join(5)
    assert [r.frame for r in got] == [1] and list(shooting.keys()) == [0, 2]


def test_who_waits_for_what_never_comes_is_told(tmp_path: Path) -> None:
    shooting = Shooting(frames_of(stages.small(3), tmp_path))
    told: list[str] = []

    def wait() -> None:
        try:
            shooting.record(2)
        except EngineFailed as e:
            told.append(str(e))

    waiter = threading.Thread(target=wait)
    waiter.start()
    shooting.stop()
    waiter.join(5)
    assert told and "stopped" in told[0]
