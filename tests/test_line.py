"""Prompt to film, end to end, with Blender, and everything that can happen to it on the way."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from filmwright import line, settings
from filmwright.events import Event, FrameDone, FrameKept
from filmwright.reading.read import read
from killing import kill_after

pytestmark = pytest.mark.render
PROMPT = "A woman in a red coat walks on the beach in the morning, the camera follows her"


def decoded(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        return np.stack([f.to_ndarray(format="rgb24") for f in container.decode(video=0)])


def command(path: Path, *more: str) -> list[str]:
    words = [sys.executable, "-m", "filmwright.cli", "make", PROMPT, "-o", str(path)]
    return [*words, "--size", "160x90", "--fps", "6", "--seconds", "1", "--json", *more]


def make(path: Path) -> list[dict[str, Any]]:
    """Run the command to its end; its events."""
    done = subprocess.run(command(path), check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def frames(events: list[dict[str, Any]], kind: str) -> list[int]:
    return [e["frame"] for e in events if e["event"] == kind]


def stored(cache: Path) -> Path:
    """The one folder of frames in the store."""
    (folder,) = (cache / "frames").glob("*/frames")
    return folder


def test_a_prompt_becomes_a_film_that_survives_whatever_happens_to_it(tmp_path: Path, fresh_cache: Path) -> None:
    """The command is killed after three frames and run again: it makes only the rest, and red is in the picture. Run once more
    it renders nothing; neither does another film of the same shot. Frames cut short, of another version or without a
    record are made again, and the film is the same to the last pixel each time."""
    path = tmp_path / "film.mp4"
    kill_after(3, command(path))
    again = make(path)
    assert len(frames(again, "frame_kept")) >= 3
    assert Counter(frames(again, "frame_kept") + frames(again, "frame_done")) == Counter(range(6))
    film = decoded(path)
    seen = film.astype(int)
    assert seen.shape == (6, 90, 160, 3)
    red = (seen[..., 0] > 110) & (seen[..., 1] < 0.6 * seen[..., 0]) & (seen[..., 2] < 0.6 * seen[..., 0])
    assert (red.sum(axis=(1, 2)) > 60).all(), "the coat is seen in every frame"
    assert film.std(axis=(1, 2, 3)).min() > 20, "no frame is flat"

    assert frames(make(path), "frame_done") == []
    other = tmp_path / "other.mp4"
    assert frames(make(other), "frame_done") == []
    assert np.array_equal(decoded(other), film)

    folder = stored(fresh_cache)
    whole = (folder / "000000.exr").read_bytes()
    (folder / "000000.exr").write_bytes(whole[: len(whole) // 2])
    record = folder / "000002.json"
    record.write_text(record.read_text().replace("filmwright.frame/2", "filmwright.frame/0"))
    (folder / "000005.json").unlink()
    assert sorted(frames(make(path), "frame_done")) == [0, 2, 5]
    assert np.array_equal(decoded(path), film)


def test_a_film_made_at_once_is_the_one_made_after_a_kill(tmp_path: Path, fresh_cache: Path) -> None:
    killed, calm = tmp_path / "killed.mp4", tmp_path / "calm.mp4"
    kill_after(2, command(killed))
    make(killed)
    (fresh_cache / "frames").rename(tmp_path / "aside")
    assert len(frames(make(calm), "frame_done")) == 6
    assert np.array_equal(decoded(calm), decoded(killed))


def test_two_runs_into_one_place_do_the_work_once(tmp_path: Path, fresh_cache: Path) -> None:
    path = tmp_path / "film.mp4"
    runs = [subprocess.Popen(command(path), stdout=subprocess.PIPE, text=True) for _ in range(2)]
    events = [[json.loads(x) for x in run.communicate(timeout=300)[0].splitlines()] for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    made = [frames(e, "frame_done") for e in events]
    assert sorted(made[0] + made[1]) == list(range(6)), "every frame was rendered by one of them"
    assert sum("waiting" in [e["event"] for e in all_of] for all_of in events) == 1
    assert len(decoded(path)) == 6


def test_an_edited_shot_is_made_again_and_the_others_are_kept(tmp_path: Path) -> None:
    """Three shots; the light of the second is changed: only its frames are drawn."""
    work, ledger = read(PROMPT, size=(96, 64), fps=6, seconds=0.5)
    shot = work.shots[0]
    shots = [shot, shot.model_copy(update={"seconds": 1.0}), shot.model_copy(update={"seconds": 1.5})]
    home = settings.load()
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "body-1.npz").symlink_to(home.cache / "body-1.npz")

    def drawn(kept_shots: list[Any]) -> tuple[int, int]:
        events: list[Event] = []
        film = work.model_copy(update={"shots": tuple(kept_shots)})
        order = line.Order(film, ledger, "sketch", "draft")
        line.make(order, tmp_path / "film.mp4", home._replace(cache=cache), events.append)
        counts = Counter(type(e) for e in events)
        return counts[FrameDone], counts[FrameKept]

    assert drawn(shots) == (3 + 6 + 9, 0)
    shots[1] = shots[1].model_copy(update={"light": shot.light.model_copy(update={"time": "night"})})
    assert drawn(shots) == (6, 3 + 9)
    assert drawn(shots) == (0, 18)
