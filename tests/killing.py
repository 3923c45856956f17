"""Killing for real: the command line, and Blender's workers."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable

import psutil


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


def workers() -> list[int]:
    """Process ids of the Blender workers this process has started and not ended."""
    found = []
    for process in psutil.Process().children(recursive=True):
        try:
            if process.status() != psutil.STATUS_ZOMBIE and "filmwright.blender.worker" in process.cmdline():
                found.append(process.pid)
        except psutil.NoSuchProcess:
            continue
    return found


def strike(number: int = signal.SIGKILL) -> None:
    """Send a signal to every Blender worker of this process; there must be one."""
    struck = workers()
    assert struck, "no worker was alive to be struck"
    for pid in struck:
        os.kill(pid, number)


def is_gone(pid: int) -> bool:
    """Whether a process has ended, reaped or not."""
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def soon(true: Callable[[], bool], within_s: float = 10.0) -> bool:
    """Whether something becomes true within so many seconds."""
    end = time.monotonic() + within_s
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
