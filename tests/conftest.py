"""What all tests share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from filmwright import settings

sys.path.insert(0, str(Path(__file__).parent))


def pytest_addoption(parser: pytest.Parser) -> None:
    """--golden writes the golden documents anew instead of comparing."""
    parser.addoption("--golden", action="store_true", help="write the golden documents anew")


@pytest.fixture()
def fresh_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache, for this process and its children, that has all this machine's cache has but no frames yet."""
    cache = tmp_path / "cache"
    cache.mkdir()
    for item in settings.load().cache.iterdir():
        if item.name != "frames":
            (cache / item.name).symlink_to(item)
    monkeypatch.setenv("FILMWRIGHT_CACHE", str(cache))
    return cache
