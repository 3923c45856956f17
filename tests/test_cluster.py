"""Many machines: real Ray clusters on this one, real renders, nodes killed for real."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import OpenEXR
import psutil
import pytest

import stages
from filmwright.engines import _ray_node
from filmwright.engines.base import Take
from filmwright.engines.cluster import RayCrew, answers, crew, shares
from filmwright.engines.cycles import Cycles
from filmwright.errors import BadInput, CannotWrite, EngineCrashed, EngineFailed
from filmwright.events import Event, FrameDone, Retrying
from filmwright.scene.frames import Request, light, verified
from filmwright.scene.tiles import none, pack
from filmwright.settings import Settings
from killing import is_gone, soon

ray = pytest.importorskip("ray")
FRAMES = 8
STORE_BYTES = 80 << 20


def requests(frames: int = FRAMES) -> list[Request]:
    """Whole frames and, every third, only what moves."""
    nothing = pack(none((96, 64)))
    return [Request(frame=k, samples=2, extra=nothing if k % 3 == 2 else None) for k in range(frames)]


def take(folder: Path, frames: int = FRAMES) -> Take:
    return Take(stages.small(frames), folder / "shot" / "frames")


def pixels(path: Path) -> dict[str, np.ndarray]:
    with OpenEXR.File(str(path), separate_channels=True) as file:
        return {name: channel.pixels.copy() for name, channel in file.channels().items()}


def assert_same(folder: Path, expected: Path, frames: int = FRAMES) -> None:
    for frame in range(frames):
        here, there = verified(folder, frame), verified(expected, frame)
        assert here is not None and there is not None
        assert (here.window, here.tiles, here.samples) == (there.window, there.tiles, there.samples)
        ours, theirs = pixels(light(folder, frame)), pixels(light(expected, frame))
        assert ours.keys() == theirs.keys()
        for name in ours:
            assert np.array_equal(ours[name], theirs[name], equal_nan=True), f"frame {frame}, {name}"
    assert not list(folder.glob(".*")), "no half-written file is left"


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frames as this machine renders them alone."""
    folder = tmp_path_factory.mktemp("local")
    shot = take(folder)
    with Cycles().crew(Settings(cache=folder), lambda event: None) as workers, workers.open(shot) as session:
        session.render(requests())
    return shot.folder


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A folder for Ray's sockets, whose paths must be short."""
    with tempfile.TemporaryDirectory(prefix="fw", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture
def cluster(short_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Two nodes of one CPU each; what their workers write is under the test's folder."""
    from ray.cluster_utils import Cluster

    for name in ("first", "second"):
        (tmp_path / "nodes" / name).mkdir(parents=True)
    monkeypatch.setenv("RAY_TMPDIR", str(short_folder))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "nodes" / "first"))
    monkeypatch.setenv("FILMWRIGHT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("RAY_health_check_period_ms", "500")
    monkeypatch.setenv("RAY_health_check_failure_threshold", "3")
    made = Cluster(
        initialize_head=True,
        head_node_args={"num_cpus": 1, "object_store_memory": STORE_BYTES, "include_dashboard": False},
    )
    monkeypatch.setenv("TMPDIR", str(tmp_path / "nodes" / "second"))
    made.add_node(num_cpus=1, object_store_memory=STORE_BYTES)
    yield made
    ray.shutdown()
    made.shutdown()


def second(cluster: Any) -> Any:
    (node,) = cluster.worker_nodes
    return node


def raylet(node: Any) -> int:
    return int(node.all_processes["raylet"][0].process.pid)


def blender_processes(cluster: Any) -> list[psutil.Process]:
    """The Blenders of all nodes of a cluster."""
    found = []
    for node in cluster.list_all_nodes():
        for process in psutil.Process(raylet(node)).children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                if "filmwright.blender.worker" in " ".join(process.cmdline()):
                    found.append(process)
    return found


def film(
    cluster: Any, folder: Path, on_event: Callable[[Event], None] = lambda event: None, **more: Any
) -> list[Event]:
    """Render all frames on a cluster; what was said."""
    seen: list[Event] = []

    def emit(event: Event) -> None:
        seen.append(event)
        on_event(event)

    settings = Settings(cache=folder, ray=cluster.address, **more)
    shot = take(folder)
    with crew(settings, emit) as workers:
        workers.ready()
        with workers.open(shot) as session:
            session.render(requests())
    return seen


def test_workers_take_all_cpus_of_a_node_as_far_as_its_memory_carries() -> None:
    assert shares(2, 16e9) == (1, 1)
    assert shares(7, 4.6e9) == (3, 2, 2)
    assert shares(16, 64e9, gpus=2) == (8, 8)
    assert shares(5, 64e9, threads=2) == (3, 2)
    assert shares(4, 0.5e9) == (4,)
    assert shares(0, 64e9) == ()


@pytest.mark.render
def test_two_nodes_make_the_pixels_that_one_machine_makes(
    cluster: Any, local: Path, tmp_path: Path, capfd: Any
) -> None:
    capfd.readouterr()
    seen = film(cluster, tmp_path)
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", ""), "Ray keeps quiet"
    done = [e for e in seen if isinstance(e, FrameDone)]
    assert sorted(e.frame for e in done) == list(range(FRAMES))
    assert [e.whole for e in sorted(done, key=lambda e: e.frame)] == [r.extra is None for r in requests()]
    assert all(e.peak_bytes > 1e8 for e in done)
    assert_same(tmp_path / "shot" / "frames", local)
    assert not list((tmp_path / "nodes").glob("*/filmwright-ray-*")), "the nodes are swept"


@pytest.mark.render
def test_a_node_killed_in_the_middle_costs_no_frame(cluster: Any, local: Path, tmp_path: Path) -> None:
    """Killed after the first frame. Whether that node was at a frame just then is chance: if so, it is said."""
    killed = []
    gone = raylet(second(cluster))

    def on_event(event: Event) -> None:
        if isinstance(event, FrameDone) and not killed:
            killed.append(event.frame)
            os.kill(gone, signal.SIGKILL)

    seen = film(cluster, tmp_path, on_event)
    retries = [e for e in seen if isinstance(e, Retrying)]
    assert len([e for e in seen if isinstance(e, FrameDone)]) >= FRAMES and soon(lambda: is_gone(gone))
    assert all(re.search("node .* was lost|worker on .* died", e.reason) for e in retries)
    assert_same(tmp_path / "shot" / "frames", local)


@pytest.mark.render
def test_a_killed_blender_is_started_again_on_its_node(cluster: Any, local: Path, tmp_path: Path) -> None:
    killed: list[psutil.Process] = []

    def on_event(event: Event) -> None:
        if isinstance(event, FrameDone) and not killed:
            killed.extend(blender_processes(cluster))
            for process in killed:
                process.kill()

    seen = film(cluster, tmp_path, on_event)
    retries = [e for e in seen if isinstance(e, Retrying)]
    assert retries and all("SIGKILL" in e.reason for e in retries)
    assert_same(tmp_path / "shot" / "frames", local)


@pytest.mark.render
def test_workers_that_keep_dying_are_given_up_with_the_reason(cluster: Any, tmp_path: Path) -> None:
    ended = threading.Event()

    def kill_all() -> None:
        while not ended.wait(0.2):
            for process in blender_processes(cluster):
                process.send_signal(signal.SIGSEGV)

    killer = threading.Thread(target=kill_all)
    killer.start()
    try:
        with pytest.raises(EngineCrashed, match="SIGSEGV before its first frame"):
            film(cluster, tmp_path, worker_attempts=2)
    finally:
        ended.set()
        killer.join()


@pytest.mark.render
def test_an_interrupt_ends_every_blender_and_leaves_the_cluster(cluster: Any, tmp_path: Path) -> None:
    def on_event(event: Event) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        film(cluster, tmp_path, on_event)
    deadline = time.monotonic() + 5
    while blender_processes(cluster) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not blender_processes(cluster)
    assert answers(cluster.address)


@contextlib.contextmanager
def tiny_disk(folder: Path) -> Iterator[None]:
    """A file system of 64 kB at `folder`, which really fills up. Needs the right to mount."""
    words = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.render
def test_a_node_with_a_full_disk_is_left_out_and_said(cluster: Any, local: Path, tmp_path: Path) -> None:
    with tiny_disk(tmp_path / "nodes" / "second"):
        seen = film(cluster, tmp_path)
    assert ["A Ray node cannot write" in e.reason for e in seen if isinstance(e, Retrying)] == [True]
    assert_same(tmp_path / "shot" / "frames", local)


@pytest.mark.render
def test_full_disks_on_all_nodes_end_the_film_with_the_reason(cluster: Any, tmp_path: Path) -> None:
    with (
        tiny_disk(tmp_path / "nodes" / "first"),
        tiny_disk(tmp_path / "nodes" / "second"),
        pytest.raises(CannotWrite, match="A Ray node cannot write"),
    ):
        film(cluster, tmp_path)


@pytest.mark.render
def test_a_cluster_that_is_lost_is_said_and_what_was_finished_is_kept(cluster: Any, tmp_path: Path) -> None:
    killed: list[int] = []

    def on_event(event: Event) -> None:
        if isinstance(event, FrameDone) and not killed:
            killed.append(event.frame)
            os.kill(raylet(cluster.head_node), signal.SIGKILL)

    with pytest.raises(EngineCrashed, match="is gone"):
        film(cluster, tmp_path, on_event)
    assert verified(tmp_path / "shot" / "frames", killed[0]) is not None


@pytest.mark.render
def test_other_versions_on_a_node_are_refused(cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("filmwright.engines.cluster.__version__", "99.0")
    with pytest.raises(EngineFailed, match=r"99\.0"):
        film(cluster, tmp_path)


@pytest.mark.render
def test_auto_starts_a_cluster_and_ends_it(
    local: Path, short_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAY_TMPDIR", str(short_folder))
    monkeypatch.delenv("RAY_ADDRESS", raising=False)
    settings, shot = Settings(cache=tmp_path, ray="auto"), take(tmp_path)
    with crew(settings, lambda event: None) as workers, workers.open(shot) as session:
        assert isinstance(workers, RayCrew)
        address = workers.address
        session.render(requests()[:2])
    assert_same(shot.folder, local, 2)
    assert not ray.is_initialized() and not answers(address)


def test_an_address_that_does_not_answer_is_said_at_once(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes the call and says nothing
        for address in (f"127.0.0.1:{silent.getsockname()[1]}", "127.0.0.1:9", "nobody.invalid:6379"):
            start = time.monotonic()
            with (
                pytest.raises(EngineFailed, match="No Ray cluster answers at"),
                crew(Settings(cache=tmp_path, ray=address), lambda event: None),
            ):
                pass
            assert time.monotonic() - start < 15


@pytest.mark.parametrize("address", ["ray://head:10001", "head", "head:", ":6379", "head:port"])
def test_what_is_no_address_is_refused(address: str, tmp_path: Path) -> None:
    with (
        pytest.raises(BadInput, match="no address"),
        crew(Settings(cache=tmp_path, ray=address), lambda event: None),
    ):
        pass


def test_the_folders_of_dead_workers_are_swept_and_those_of_living_ones_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    dead, living = tmp_path / "filmwright-ray-dead", tmp_path / "filmwright-ray-living"
    lock = _ray_node._hold(living)
    _ray_node._hold(dead).close()
    _ray_node.sweep()
    assert living.exists() and not dead.exists()
    lock.close()
