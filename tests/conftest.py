"""What all tests share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from filmwright import cli, settings

sys.path.insert(0, str(Path(__file__).parent))

# What somebody brings to this machine is no part of what is tested.
os.environ.pop("FILMWRIGHT_MODELS", None)
settings.FURNITURE = Path(os.devnull)


def pytest_addoption(parser: pytest.Parser) -> None:
    """--golden writes the golden documents anew instead of comparing."""
    parser.addoption("--golden", action="store_true", help="write the golden documents anew")


def without_frames(cache: Path) -> Path:
    """Make ``cache`` a folder with all this machine's cache has but no frames yet; return it."""
    machine = settings.load().cache
    cache.mkdir()
    for item in machine.iterdir() if machine.exists() else ():
        if item.name != "frames":
            (cache / item.name).symlink_to(item.resolve())
    return cache


@pytest.fixture(scope="session", autouse=True)
def session_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Frames this machine made before the tests began answer no test: what is asked for is made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FILMWRIGHT_CACHE", str(without_frames(tmp_path_factory.mktemp("machine") / "cache")))
        yield


@pytest.fixture()
def fresh_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache, for this process and its children, without the frames of other tests."""
    cache = without_frames(tmp_path / "cache")
    monkeypatch.setenv("FILMWRIGHT_CACHE", str(cache))
    return cache


class Said(NamedTuple):
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Run the command line in this process."""

    def go(*words: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["filmwright", *words])
        code = 0
        try:
            cli.main()
        except SystemExit as e:
            code = int(e.code or 0)
        return Said(code, *capsys.readouterr())

    return go
