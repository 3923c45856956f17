"""Starting a worker process and hearing its events. Never fork, never parse stdout."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple


class Ended(NamedTuple):
    """How a worker ended: exit code (negative: the signal that killed it), whether it was stopped for silence,
    and the last lines of its log."""

    code: int
    hung: bool
    log_tail: str


def run(argv: Sequence[str], on_line: Callable[[bytes], None], *, silence_s: float, log: Path) -> Ended:
    """Run `argv` + [events descriptor] to its end, giving `on_line` each line of its private pipe as it comes.

    The worker gets its own session, so a Ctrl-C in the terminal reaches only us; whatever ends this call early (an exception from
    `on_line` included) also ends the worker. A worker silent for `silence_s` seconds is killed.
    """
    read_end, write_end = os.pipe()
    with log.open("wb") as log_file:
        process = subprocess.Popen(
            [*argv, str(write_end)],
            pass_fds=[write_end],
            stdin=subprocess.DEVNULL,
            stdout=log_file,
            stderr=log_file,
            start_new_session=True,
        )
    os.close(write_end)
    hung = False
    try:
        hung = not _pump(read_end, on_line, silence_s)
        if hung:
            kill(process)
        code = process.wait()
    finally:
        os.close(read_end)
        kill(process)
    return Ended(code, hung, tail(log))


def _pump(descriptor: int, on_line: Callable[[bytes], None], silence_s: float) -> bool:
    """Feed lines until the pipe closes (True) or nothing has come for `silence_s` (False)."""
    pending = b""
    deadline = time.monotonic() + silence_s
    while True:
        ready, _, _ = select.select([descriptor], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return False
        chunk = os.read(descriptor, 65536)
        if not chunk:
            return True
        deadline = time.monotonic() + silence_s
        *lines, pending = (pending + chunk).split(b"\n")
        for line in lines:
            on_line(line)


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a worker and whatever it started; nothing happens if it has ended."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def tail(log: Path, lines: int = 12) -> str:
    """The last lines of a log, without Blender's progress chatter."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    kept = [line for line in text.splitlines() if line.strip() and not line.startswith("Fra:")]
    return "\n".join(kept[-lines:])
