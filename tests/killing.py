"""Killing the command line for real."""

from __future__ import annotations

import subprocess


def kill_after(frames: int, words: list[str]) -> None:
    """Run a `filmwright … --json` command and kill -9 it once it has said that many frames are done."""
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        seen = 0
        for line in process.stdout:
            seen += '"frame_done"' in line
            if seen == frames:
                process.kill()
                break
