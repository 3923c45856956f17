"""Worker processes, with small Python scripts in Blender's place."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from filmwright.procs import Ended, Worker
from killing import is_gone

START = "import os, sys, time; out = os.fdopen(int(sys.argv[1]), 'w', buffering=1)\n"


@contextmanager
def worker(script: str) -> Iterator[Worker]:
    """A worker that runs a script, where `out` is its private pipe."""
    made = Worker([sys.executable, "-c", START + script])
    try:
        yield made
    finally:
        made.end()
    assert is_gone(made.pid)


def heard(made: Worker, count: int = 1000, silence_s: float = 20.0) -> tuple[list[bytes], Ended | None]:
    """What a worker says, up to `count` lines, and how it ended if it did."""
    lines: list[bytes] = []
    return lines, made.hear(lines.append, until=lambda: len(lines) >= count, silence_s=silence_s)


def test_lines_go_in_and_come_out_and_chatter_stays_in_the_log() -> None:
    with worker("print('chatter')\nfor line in sys.stdin: print(line.strip()[::-1], file=out)") as made:
        made.send("abc")
        made.send("déf")
        assert heard(made, 2) == ([b"cba", "féd".encode()], None)


def test_a_worker_that_does_not_read_never_makes_us_wait() -> None:
    """A pipe holds 64 kB; the rest goes out while we listen."""
    with worker("time.sleep(1)\nprint(sum(map(len, sys.stdin.readlines(3_500_000))), file=out)") as made:
        start = time.monotonic()
        for _ in range(4):
            made.send("x" * 999_999)
        assert time.monotonic() - start < 0.5
        assert heard(made, 1) == ([b"4000000"], None)


def test_silence_counts_only_while_we_listen() -> None:
    with worker("for line in sys.stdin: print('yes', file=out)") as made:
        made.send("there?")
        assert heard(made, 1, silence_s=5) == ([b"yes"], None)
        time.sleep(1.2)
        made.send("there?")
        assert heard(made, 1, silence_s=1) == ([b"yes"], None)


def test_a_silent_worker_is_killed() -> None:
    with worker("print('one', file=out); time.sleep(60)") as made:
        lines, ended = heard(made, silence_s=1.0)
        assert lines == [b"one"]
        assert ended is not None and ended.hung and ended.code == -signal.SIGKILL


def test_how_a_worker_ended_is_told_with_the_tail_of_its_log() -> None:
    script = "for k in range(20): print('Fra:1 Mem:2'); print('line', k)\nsys.stdout.flush(); os._exit(7)"
    with worker(script) as made:
        _, ended = heard(made)
        assert ended is not None and (ended.code, ended.hung) == (7, False)
        assert ended.log_tail.splitlines() == [f"line {k}" for k in range(8, 20)]


def test_what_a_worker_said_before_it_died_is_heard() -> None:
    with worker("for k in range(500): print(k, file=out)\nos.kill(os.getpid(), 9)") as made:
        time.sleep(0.5)
        lines, ended = heard(made)
        assert len(lines) == 500
        assert ended is not None and ended.code == -signal.SIGKILL


def test_ending_a_worker_ends_what_it_started() -> None:
    script = "import subprocess\np = subprocess.Popen(['sleep', '60'])\nprint(p.pid, file=out)\ntime.sleep(60)"
    with worker(script) as made:
        lines, _ = heard(made, 1)
        child = int(lines[0])
        assert not is_gone(child)
    time.sleep(0.2)
    assert is_gone(child)


def test_a_program_that_is_not_there_is_said_at_once() -> None:
    with pytest.raises(OSError):
        Worker(["/nowhere/at/all"])


def test_nothing_of_a_worker_is_left_behind() -> None:
    """Descriptors of ended workers are closed: a film of many shots does not run out of them."""
    script = (
        "import os, sys; from filmwright.procs import Worker\n"
        "def count(): return len(os.listdir('/proc/self/fd'))\n"
        "before = count()\n"
        "for _ in range(5): Worker([sys.executable, '-c', '']).end()\n"
        "sys.exit(count() - before)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
