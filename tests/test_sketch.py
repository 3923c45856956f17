"""The sketch engine draws the same Stage."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import stages
from filmwright.engines.base import Take, engine
from filmwright.engines.sketch import clipped, draw, seen_from, to_pixels
from filmwright.errors import CannotWrite, UnknownName
from filmwright.events import Event, FrameDone
from filmwright.scene.frames import Request, picture, verified
from filmwright.settings import Settings


def test_a_point_in_front_of_the_lens_falls_in_the_middle_of_the_picture() -> None:
    stage = stages.small(size=(200, 100))
    forward = seen_from(stage.camera, 0, np.array([[0.0, -7.0, 2.2]]))
    assert np.allclose(forward, 0, atol=1e-5)
    ahead = np.array([[0.0, 0.0, -3.0]])
    assert np.allclose(to_pixels(stage.camera, 0, stage.size, ahead), [[100, 50]])


def test_the_hero_is_drawn_red_and_moves_to_the_right() -> None:
    stage = stages.small(frames=3, size=(160, 96))
    centers = []
    for frame in (0, 2):
        image = draw(stage, frame).astype(int)
        red = (image[..., 0] > 1.6 * image[..., 1]) & (image[..., 0] > 1.6 * image[..., 2])
        assert red.sum() > 60
        centers.append(np.nonzero(red)[1].mean())
    assert centers[1] > centers[0] + 8


def test_the_ground_under_the_camera_is_not_lost() -> None:
    image = draw(stages.small(size=(160, 96)), 0).astype(int)
    bottom = image[-3:, :].reshape(-1, 3).mean(axis=0)
    assert bottom[1] > bottom[0] and bottom[1] > bottom[2]


def test_what_lies_behind_the_lens_is_cut_off() -> None:
    corners = np.array([[-1.0, 0, -2], [1.0, 0, -2], [1.0, 0, 2], [-1.0, 0, 2]])
    kept = clipped(corners)
    assert len(kept) == 4
    assert kept[:, 2].max() == pytest.approx(-0.1)


def test_sketches_are_whole_pictures_with_a_record(tmp_path: Path) -> None:
    seen: list[Event] = []
    folder = tmp_path / "frames"
    stage = stages.small()
    sketch = engine("sketch")
    assert not sketch.light
    with sketch.crew(Settings(cache=tmp_path), seen.append) as crew:
        crew.ready()
        with crew.open(Take(stage, folder)) as session:
            session.render([Request(frame=frame, samples=1) for frame in (2, 0)])
    assert [e.frame for e in seen if isinstance(e, FrameDone) and e.whole] == [2, 0]
    record = verified(folder, 2)
    assert record is not None and record.kind == "picture" and record.whole
    assert (record.size, record.window) == ((96, 64), (0, 0, 96, 64))
    assert np.array_equal(np.asarray(Image.open(picture(folder, 2))), draw(stage, 2))
    assert sorted(p.name for p in folder.iterdir()) == ["000000.json", "000000.png", "000002.json", "000002.png"]


def test_a_sketch_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with (
        pytest.raises(CannotWrite, match="could not be written"),
        engine("sketch").crew(Settings(cache=tmp_path), lambda event: None) as crew,
        crew.open(Take(stages.small(), tmp_path / "file" / "frames")) as session,
    ):
        session.render([Request(frame=0, samples=1)])


def test_an_unknown_engine_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="cycles"):
        engine("cycels")
