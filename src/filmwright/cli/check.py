"""`filmwright doctor`: is everything here, and if not, which command mends it. `filmwright clean`: the frames of earlier films."""

from __future__ import annotations

import ctypes.util
import importlib.util
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from rich.console import Console

from filmwright import bodydata, settings
from filmwright.errors import FilmwrightError
from filmwright.movie import store

# Shared libraries bpy links that a headless Debian may lack, with the packages that hold them (ldd of bpy 4.5.15, Debian 12).
LIBRARIES = {
    "X11": "libx11-6",
    "Xi": "libxi6",
    "Xfixes": "libxfixes3",
    "Xrender": "libxrender1",
    "xkbcommon": "libxkbcommon0",
    "SM": "libsm6",
    "ICE": "libice6",
    "GL": "libgl1",
}
NEEDS_GB = 4.0


class Finding(NamedTuple):
    """One check: what it is about, whether it is well, and what was found or what to do."""

    subject: str
    well: bool
    words: str


def python() -> Finding:
    """bpy 4.5 is built for Python 3.11 alone."""
    here = ".".join(map(str, sys.version_info[:3]))
    return Finding(
        "Python", sys.version_info[:2] == (3, 11), here if sys.version_info[:2] == (3, 11) else f"{here}: needs 3.11"
    )


def blender() -> Finding:
    """bpy is installed and its libraries are there."""
    if importlib.util.find_spec("bpy") is None:
        return Finding("Blender", False, "not installed: run `make setup`")
    missing = [package for name, package in LIBRARIES.items() if ctypes.util.find_library(name) is None]
    if missing:
        return Finding("Blender", False, f"libraries are missing: apt-get install {' '.join(missing)}")
    return Finding("Blender", True, "bpy is installed")


def finishing() -> Finding:
    """What finishes the pictures: the denoiser and the color management."""
    modules = {"pyoidn": "pyoidn", "PyOpenColorIO": "opencolorio"}
    missing = [package for module, package in modules.items() if importlib.util.find_spec(module) is None]
    if missing:
        return Finding("Finishing", False, f"not installed: run `make setup`, or `pip install {' '.join(missing)}`")
    return Finding("Finishing", True, "pyoidn and PyOpenColorIO are installed")


def ray() -> Finding:
    """Ray is there, or is not needed."""
    if importlib.util.find_spec("ray") is None:
        return Finding("Ray", True, "not installed; only --ray needs it: pip install filmwright[cluster]")
    return Finding("Ray", True, "installed, for --ray")


def body() -> Finding:
    """The body data is in the cache."""
    try:
        bodydata.load()
    except FilmwrightError as e:
        return Finding("Body data", False, str(e))
    return Finding("Body data", True, "installed")


def space() -> Finding:
    """There is room for frames."""
    free = shutil.disk_usage(Path.cwd()).free / 1e9
    return Finding(
        "Disk",
        free > NEEDS_GB,
        f"{free:.0f} GB free here" + ("" if free > NEEDS_GB else f": a film needs up to {NEEDS_GB:g}"),
    )


def cache() -> Finding:
    """The cache can be written."""
    folder = settings.load().cache
    try:
        folder.mkdir(parents=True, exist_ok=True)
        well = os.access(folder, os.W_OK)
    except OSError:
        well = False
    return Finding(
        "Cache", well, str(folder) if well else f"{folder} cannot be written: set FILMWRIGHT_CACHE to another folder"
    )


CHECKS: tuple[Callable[[], Finding], ...] = (python, blender, finishing, body, cache, space, ray)


def report() -> int:
    """Print every finding; 0 if all is well, 3 if something is missing."""
    console = Console()
    findings = [check() for check in CHECKS]
    for finding in findings:
        mark = "[green]ok[/]     " if finding.well else "[red]missing[/]"
        console.print(f"{mark} {finding.subject}: {finding.words}", highlight=False)
    return 0 if all(f.well for f in findings) else 3


def clean(how: settings.Settings, everything: bool) -> None:
    """Say what the store of frames holds, and trim it to its limit or to nothing."""
    shots, size = store.held(how.cache)
    freed = store.trim(how.cache, 0.0 if everything else how.frames_gb)
    left, left_size = store.held(how.cache)
    console = Console(soft_wrap=True)
    console.print(f"{how.cache / 'frames'}: frames of {shots} shots, {size / 1e9:.2f} GB", highlight=False)
    console.print(f"freed {freed / 1e9:.2f} GB, {left} shots and {left_size / 1e9:.2f} GB are left", highlight=False)
    if left and everything:
        console.print("what is left is in use by another run", highlight=False)
    elif left:
        console.print(f"up to {how.frames_gb:g} GB are kept (FILMWRIGHT_FRAMES_GB); --all removes all", highlight=False)
