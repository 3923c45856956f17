"""Worker processes: started, fed lines on their standard input, heard on a private pipe. Never fork, never parse stdout."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

_TAIL_BYTES = 1 << 18  # of a log are searched for its last lines (chosen)
_LEAVE_S = 10.0  # a worker that has closed its pipe may take to be gone (chosen)


class Ended(NamedTuple):
    """How a worker ended: exit code (negative: the signal that killed it), whether it was stopped for silence,
    and the last lines of its log."""

    code: int
    hung: bool
    log_tail: str


class Worker:
    """A process of `argv` + [events descriptor], alive from now on until it leaves or `end` is called.

    It gets its own session, so a Ctrl-C in the terminal reaches only us. If this process dies, however suddenly, the worker finds
    its input at its end and nobody listening to its pipe.
    """

    def __init__(self, argv: Sequence[str]) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 -- lives as long as the worker, has no name to clear away
        self._events, write_end = os.pipe()
        self._heard = b""
        self._unsent = b""
        self._open = True
        try:
            self._process = subprocess.Popen(
                [*argv, str(write_end)],
                pass_fds=[write_end],
                stdin=subprocess.PIPE,
                stdout=self._log,
                stderr=self._log,
                bufsize=0,
                start_new_session=True,
            )
        except OSError:
            os.close(self._events)
            self._log.close()
            raise
        finally:
            os.close(write_end)
        assert self._process.stdin is not None
        self._input = self._process.stdin.fileno()
        os.set_blocking(self._input, False)

    @property
    def pid(self) -> int:
        """Process id, which is also that of its session and process group."""
        return self._process.pid

    def send(self, line: str) -> None:
        """Give the worker a line. Never waits: what its input does not take now goes out while we hear it."""
        self._unsent += line.encode() + b"\n"
        self._flush()

    def hear(self, on_line: Callable[[bytes], None], *, until: Callable[[], bool], silence_s: float) -> Ended | None:
        """Give `on_line` each line of the pipe as it comes: until `until()` holds (None), or the worker has ended. A worker
        silent for `silence_s` seconds is killed; call this only while it has something to do."""
        deadline = time.monotonic() + silence_s
        while not until():
            poll = select.poll()
            poll.register(self._events, select.POLLIN)
            if self._unsent:
                poll.register(self._input, select.POLLOUT)
            ready = [descriptor for descriptor, _ in poll.poll(1000 * max(0.0, deadline - time.monotonic()))]
            if not ready:
                return self._reaped(hung=True)
            if self._input in ready:
                self._flush()
            if self._events not in ready:
                continue
            chunk = os.read(self._events, 65536)
            if not chunk:
                return self._reaped(hung=False)
            *lines, self._heard = (self._heard + chunk).split(b"\n")
            for line in lines:
                on_line(line)
            deadline = time.monotonic() + silence_s
        return None

    def end(self) -> None:
        """End the worker and whatever it started; nothing happens if it has ended."""
        self._kill()
        if self._open:
            self._open = False
            os.close(self._events)
            assert self._process.stdin is not None
            self._process.stdin.close()
            self._log.close()

    def _flush(self) -> None:
        try:
            while self._unsent:
                self._unsent = self._unsent[os.write(self._input, self._unsent) :]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            self._unsent = b""  # it has left; its pipe will say so

    def _kill(self) -> None:
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _reaped(self, *, hung: bool) -> Ended:
        if not hung:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_LEAVE_S)
        self._kill()
        return Ended(self._process.returncode, hung, self._tail())

    def _tail(self, lines: int = 12) -> str:
        """The last lines of the log, without Blender's progress chatter."""
        size = self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, size - _TAIL_BYTES))
        text = self._log.read().decode("utf-8", errors="replace")
        kept = [line for line in text.splitlines() if line.strip() and not line.startswith("Fra:")]
        return "\n".join(kept[-lines:])
