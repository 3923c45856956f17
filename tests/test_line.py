"""Prompt to film, end to end, with Blender."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest

from killing import kill_after

pytestmark = pytest.mark.render
PROMPT = "A woman in a red coat walks on the beach in the morning"


def decoded(path: Path) -> np.ndarray:
    with av.open(str(path)) as container:
        return np.stack([f.to_ndarray(format="rgb24") for f in container.decode(video=0)])


def test_a_prompt_becomes_a_path_traced_film_that_survives_a_kill(tmp_path: Path) -> None:
    """Kill the command itself after two frames: the second run makes only the rest, and red is in the picture."""
    path = tmp_path / "film.mp4"
    words = [
        sys.executable,
        "-m",
        "filmwright.cli",
        "make",
        PROMPT,
        "-o",
        str(path),
        "--size",
        "160x90",
        "--fps",
        "6",
        "--seconds",
        "0.7",
    ]
    kill_after(2, [*words, "--json"])
    again = subprocess.run([*words, "--json"], check=True, capture_output=True, text=True)
    events = [json.loads(line) for line in again.stdout.splitlines()]
    made = [e["frame"] for e in events if e["event"] == "frame_done"]
    assert len(made) <= 2
    frames = decoded(path).astype(int)
    assert frames.shape == (4, 90, 160, 3)
    red = (frames[..., 0] > 110) & (frames[..., 1] < 0.6 * frames[..., 0]) & (frames[..., 2] < 0.6 * frames[..., 0])
    assert (red.sum(axis=(1, 2)) > 60).all(), "the coat is seen in every frame"
    assert frames.std(axis=(1, 2, 3)).min() > 20, "no frame is flat"
    shots = list((tmp_path / "film.take").glob("shot-01-*"))
    assert len(shots) == 1
    assert len(list((shots[0] / "frames").glob("*.exr"))) == 4
