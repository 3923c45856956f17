"""Many machines: the frames of a shot rendered all over a Ray cluster and brought home.

    pip install filmwright[cluster]        on every machine: the same versions of Filmwright, Python and Ray
    ray start --head                       on the first one
    ray start --address=FIRST:6379         on each other one, and where `filmwright` runs (--num-cpus=0: it only directs)
    filmwright make … --ray auto           while no cluster runs: one on this machine, for as long as the film takes

Every node gets as many workers as its CPUs and memory carry, each with a Blender of its own. The Stage goes through Ray's object
store: a node receives it once and writes it down once. Workers are given a frame or two at a time, so that fast and slow nodes
balance and a lost one costs little. A frame is written here, file first and record last (scene/frames.py), as if it had been made
here; its pixels depend neither on the node nor on the number of threads. Light that is baked goes into the node's own cache.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import socket
import threading
import time
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from filmwright import __version__
from filmwright.engines._ray_node import HOME, Made, Parcel, Result, Versions, Worker, bpy_version, sweep
from filmwright.engines.base import Crew, Emit, Session, Take
from filmwright.errors import (
    BadInput,
    CannotWrite,
    EngineCrashed,
    EngineFailed,
    EngineHung,
    FilmwrightError,
    NotInstalled,
)
from filmwright.events import FrameDone, Retrying, Waiting
from filmwright.scene import stage as stages
from filmwright.scene.frames import Record, Request, data_path, put_record
from filmwright.settings import Settings

_WORKER_BYTES = 1.5e9  # memory of one worker with its Blender (measured on the valley: 1 to 1.5 GB)
_STORE_BYTES = 1 << 30  # object store of a cluster we start: some Stages and the frames under way (chosen)
_ANSWER_S = 4.0  # a cluster that lives answers sooner (chosen)
_GONE_S = 15.0  # a cluster whose head has not answered for so long is gone (chosen; Ray ends this process after 60 s)
_MUSTER_S = 1.0  # between two looks at which nodes there are (chosen)
_QUIET_S = 20.0  # without any worker before we say that we wait (chosen)
_CHUNK = 2  # frames a worker is given at once while there are many (chosen)
_RAY_ENVIRONMENT = {  # read when Ray is imported
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing goes out to anybody
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # else it warns
    "RAY_IGNORE_UNHANDLED_ERRORS": "1",  # of workers that we have given up
    "RAY_gcs_server_request_timeout_seconds": "15",  # how long it looks for a node of the cluster on this machine
}


class Node:
    """A machine of the cluster: how many threads each of its workers has, the blows it took, and how many of them since it last
    made a frame."""

    def __init__(self, status: dict[str, Any], settings: Settings) -> None:
        self.id: str = status["NodeID"]
        self.name: str = status["NodeManagerAddress"]
        resources = status["Resources"]
        self.gpus = int(resources.get("GPU", 0)) if settings.device == "auto" else 0
        self.threads = shares(int(resources.get("CPU", 0)), resources.get("memory", 0.0), self.gpus, settings.threads)
        self.blows = self.failures = 0
        self.left_out: FilmwrightError | None = None


def shares(cpus: int, memory_bytes: float, gpus: int = 0, threads: int = 0) -> tuple[int, ...]:
    """Threads of each worker on a node: all of its CPUs, in as many parts as its memory carries (a Blender is at its best with
    few threads); a worker a GPU if it has some; parts of `threads` if that is given.

    >>> shares(4, 16e9), shares(7, 4.5e9), shares(16, 64e9, gpus=2), shares(5, 64e9, threads=2)
    ((1, 1, 1, 1), (3, 2, 2), (8, 8), (3, 2))
    """
    if cpus < 1:
        return ()
    most = max(1, int(memory_bytes // _WORKER_BYTES))
    count = min(cpus, gpus or min(cpus // threads if threads else cpus, most)) or 1
    each, rest = divmod(cpus, count)
    return tuple(each + (k < rest) for k in range(count))


class Hand:
    """A worker as seen from here: what it is at, and its node's blows when it was made or last failed."""

    def __init__(self, node: Node, place: int, actor: Any) -> None:
        self.node = node
        self.place = place
        self.actor = actor
        self.seen = node.blows
        self.requests: tuple[Request, ...] = ()
        self.task: Any = actor.versions.remote()  # ObjectRef; None: nothing to do
        self.deadline = float("inf")


class RayCrew:
    """Workers on every node of a cluster, for one film."""

    def __init__(self, address: str, settings: Settings, emit: Emit) -> None:
        import ray

        self.settings = settings
        self.emit = emit
        self.address = address
        self.hands: list[Hand] = []
        self._ray: Any = ray
        self._here = ray.get_runtime_context().get_node_id()
        self._job = ray.get_runtime_context().get_job_id()
        self._actor = ray.remote(Worker)
        self._nodes: dict[str, Node] = {}
        self._alive: set[str] = set()
        self._looked = float("-inf")
        self._answered = time.monotonic()
        self._gone = False

    def ready(self) -> None:
        """Start the workers, which load Blender."""
        self.muster()

    @contextlib.contextmanager
    def open(self, take: Take) -> Iterator[Session]:
        """Put the Stage into the object store, from where each node gets it once."""
        try:
            take.folder.mkdir(parents=True, exist_ok=True)
        except OSError as e:
            raise CannotWrite(f"The shot cannot be written: {e.strerror}", where=str(take.folder)) from e
        document, arrays = stages.document(take.stage)
        key = f"{stages.fingerprint(take.stage)}-{take.scale:.6f}"
        text = json.dumps(document, sort_keys=True)
        parcel = Parcel(key, take.scale, self._ray.put(text), self._ray.put(arrays))
        self.muster()
        try:
            yield RaySession(self, take.folder, parcel)
        finally:
            for hand in self.hands:
                hand.actor.close.remote()

    def muster(self) -> None:
        """Make the workers that are missing on the nodes there are. Raises EngineCrashed if the cluster is gone."""
        now = time.monotonic()
        if now - self._looked < _MUSTER_S or not self.answers():
            return
        self._looked = now
        statuses = {status["NodeID"]: status for status in self._ray.nodes() if status["Alive"]}
        self._alive = set(statuses)
        for identity, status in statuses.items():
            node = self._nodes.setdefault(identity, Node(status, self.settings))
            there = {hand.place for hand in self.hands if hand.node is node}
            if node.left_out is None:
                self.hands += [self._made(node, k) for k in range(len(node.threads)) if k not in there]

    def answers(self) -> bool:
        """Whether the cluster's head answers. While it does not, nothing may be asked of it: Ray would block, and end this
        process after 60 s. Raises EngineCrashed if it has not answered for long."""
        if answers(self.address):
            self._answered = time.monotonic()
            return True
        if time.monotonic() - self._answered > _GONE_S:
            raise self.gone()
        return False

    def gone(self) -> EngineCrashed:
        """What to say when the cluster is lost; from now on nothing is asked of it."""
        self._gone = True
        return EngineCrashed(f"The Ray cluster at {self.address} is gone")

    def _made(self, node: Node, place: int) -> Hand:
        from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

        threads = node.threads[place]
        settings = self.settings._replace(threads=threads, ray=None, worker_attempts=1)
        actor = self._actor.options(
            num_cpus=threads,
            num_gpus=1 if node.gpus else 0,
            max_restarts=0,
            scheduling_strategy=NodeAffinitySchedulingStrategy(node.id, soft=False),
        ).remote(settings, f"{HOME}{node.id[:16]}-{self._job}", own_cache=node.id != self._here)
        return Hand(node, place, actor)

    def check(self, node: Node, found: Versions) -> None:
        """Refuse a node with other versions than ours: its pictures could differ. Raises EngineFailed."""
        ours = Versions(__version__, bpy_version() or found.bpy)
        if found.bpy is None:
            raise NotInstalled(
                "Blender (bpy) is not installed on a Ray node",
                where=node.name,
                hint="Run `pip install bpy==4.5.15` there.",
            )
        if found != ours:
            raise EngineFailed(
                f"A Ray node has Filmwright {found.filmwright} with Blender {found.bpy}, this machine {ours.filmwright} with "
                f"{ours.bpy}",
                where=node.name,
                hint="Install the same versions everywhere.",
            )

    def lost(self, hand: Hand, problem: FilmwrightError, *, at_once: bool = False) -> None:
        """Count a failure of a worker against its node; what falls to one blow (a lost node, a failed machine) counts once. A node
        that has failed `worker_attempts` times without a frame, or `at_once`, is left out. Raises the problem when no node that
        lives is left."""
        node = hand.node
        known = hand.seen < node.blows
        if not known:
            node.blows += 1
            node.failures += 1
        hand.seen = node.blows
        if known and not at_once:
            return
        if at_once or node.failures >= self.settings.worker_attempts:
            node.left_out = node.left_out or problem
            for other in [h for h in self.hands if h.node is node and not h.requests]:
                self.dismiss(other)
        self._looked = float("-inf")
        self.emit(Retrying(reason=problem.message, attempt=node.failures))
        living = [self._nodes[k] for k in self._alive if self._nodes[k].threads]
        if living and all(n.left_out is not None for n in living):
            raise problem

    def dismiss(self, hand: Hand) -> None:
        """End a worker."""
        if hand in self.hands:
            self.hands.remove(hand)
        if not self._gone:
            self._ray.kill(hand.actor)

    def is_alive(self, node: Node) -> bool:
        """Whether the cluster still counts a node among the living."""
        if not self.answers():
            return False
        return any(status["NodeID"] == node.id and status["Alive"] for status in self._ray.nodes())

    def busy(self) -> list[Hand]:
        """The workers that render."""
        return [hand for hand in self.hands if hand.requests]

    def end(self) -> None:
        """End every worker and clear the nodes' temporary folders."""
        from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

        nodes = {hand.node.id for hand in self.hands}
        for hand in list(self.hands):
            self.dismiss(hand)
        if self._gone:
            return
        task = self._ray.remote(sweep)
        places = [NodeAffinitySchedulingStrategy(node, soft=False) for node in nodes]
        sweeping = [task.options(num_cpus=0, max_retries=0, scheduling_strategy=place).remote(2.0) for place in places]
        if sweeping:
            self._ray.wait(sweeping, num_returns=len(sweeping), timeout=5.0)


class RaySession:
    """One shot, rendered by all workers of a crew."""

    def __init__(self, crew: RayCrew, folder: Path, parcel: Parcel) -> None:
        import ray

        self._ray = ray
        self._crew = crew
        self._folder = folder
        self._parcel = parcel
        self._queue: deque[Request] = deque()
        self._quiet = 0.0  # since when nobody renders
        self._said = False  # that we wait

    def render(self, requests: Sequence[Request]) -> None:
        """Have these frames made, whatever records they have. Raises CannotWrite, EngineFailed."""
        self._queue = deque(requests)
        self._quiet, self._said = time.monotonic(), False
        crew = self._crew
        try:
            while self._queue or crew.busy():
                crew.muster()
                self._assign()
                tasks = [hand.task for hand in crew.hands if hand.task is not None]
                done = self._done(tasks)
                for hand in [h for h in crew.hands if h.task is not None and h.task in done]:
                    self._hear(hand)
                self._watch()
        finally:
            for hand in crew.busy():
                crew.dismiss(hand)

    def _done(self, tasks: list[Any]) -> list[Any]:
        """Which of the tasks have ended, after a moment at most. Raises EngineCrashed."""
        if not tasks:
            time.sleep(_MUSTER_S)
            return []
        try:
            done: list[Any] = self._ray.wait(tasks, num_returns=1, timeout=_MUSTER_S)[0]
        except OSError as e:  # the node on this machine, through which we speak to the others
            raise self._crew.gone() from e
        return done

    def _assign(self) -> None:
        """Give every worker that has nothing to do a frame, or two while many are left."""
        now = time.monotonic()
        for hand in self._crew.hands:
            if hand.task is None and hand.node.left_out is None and self._queue:
                count = _CHUNK if len(self._queue) >= 2 * _CHUNK * len(self._crew.hands) else 1
                hand.requests = tuple(self._queue.popleft() for _ in range(count))
                hand.task = hand.actor.render.remote(self._parcel, hand.requests)
                # Its Blender may be silent so long at each frame and at each step of opening the shot; then it says so itself.
                hand.deadline = now + self._crew.settings.worker_silence_s * (count + 4)

    def _hear(self, hand: Hand) -> None:
        """Take what a worker has to give."""
        task, hand.task = hand.task, None
        requests, hand.requests = hand.requests, ()
        hand.deadline = float("inf")
        try:
            said: Versions | Result = self._ray.get(task)
        except self._ray.exceptions.RayError as e:
            self._queue.extendleft(reversed(requests))
            self._crew.dismiss(hand)
            self._crew.lost(hand, self._reason(hand, str(e)))
            return
        if isinstance(said, Versions):
            self._crew.check(hand.node, said)
            return
        for made in said.made:
            self._store(made)
            hand.node.failures = 0
        trouble = said.trouble
        if trouble is None:
            return
        self._queue.extend(requests[len(said.made) :])  # last: a frame that breaks Blender must not hold up the others
        where = hand.node.name
        if trouble.kind == "refused":
            raise EngineFailed(trouble.message, where=where, hint=trouble.hint)
        if trouble.kind == "cannot_write":
            self._crew.dismiss(hand)
            full = CannotWrite(
                f"A Ray node cannot write: {trouble.message}",
                where=where,
                hint="Free some space in its temporary folder.",
            )
            self._crew.lost(hand, full, at_once=True)
        else:
            self._crew.lost(hand, EngineCrashed(trouble.message, where=where, hint=trouble.hint))

    def _reason(self, hand: Hand, text: str) -> EngineFailed:
        """What to say of a worker that died. Raises NotInstalled."""
        where = hand.node.name
        if "failed to import" in text or "No module named 'filmwright" in text:
            raise NotInstalled(
                "Filmwright is not installed on a Ray node, or another version",
                where=where,
                hint="Run `pip install filmwright[cluster]` there.",
            )
        if "node has died" in text or not self._crew.is_alive(hand.node):
            return EngineCrashed(f"The Ray node {where} was lost")
        last = [line.strip() for line in text.splitlines() if line.strip()]
        return EngineCrashed(f"A Ray worker on {where} died", hint=last[-1] if last else None)

    def _store(self, made: Made) -> None:
        """Write a frame, file first, record last, and say it."""
        record = Record.model_validate_json(made.record)
        if (len(made.data), zlib.crc32(made.data)) != (record.length, record.crc):
            raise EngineFailed(f"Frame {record.frame} arrived broken")
        path = data_path(self._folder, record)
        part = path.with_name(f".{path.stem}.{os.getpid()}.part{path.suffix}")
        try:
            part.write_bytes(made.data)
            os.replace(part, path)
            put_record(self._folder, record)
        except OSError as e:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise CannotWrite(
                f"A frame could not be written: {e.strerror}",
                where=str(path),
                hint="Free some space or choose another folder with -o.",
            ) from e
        seconds = round(record.seconds, 3)
        self._crew.emit(FrameDone(frame=record.frame, seconds=seconds, whole=record.whole, peak_bytes=made.peak_bytes))

    def _watch(self) -> None:
        """See to workers that say nothing, and to having any. Raises EngineHung."""
        now, crew = time.monotonic(), self._crew
        for hand in [h for h in crew.hands if h.deadline < now]:
            self._queue.extendleft(reversed(hand.requests))
            crew.dismiss(hand)
            crew.lost(hand, EngineHung(f"A Ray worker on {hand.node.name} said nothing for too long and was stopped"))
        if crew.busy() or not self._queue:
            self._quiet = now
        elif now - self._quiet > crew.settings.worker_silence_s:
            raise EngineHung(
                f"The Ray cluster at {crew.address} had no CPU free for {crew.settings.worker_silence_s:g} s"
            )
        elif now - self._quiet > _QUIET_S and not self._said:
            self._said = True
            crew.emit(Waiting(where=f"the Ray cluster at {crew.address}"))


@contextlib.contextmanager
def crew(settings: Settings, emit: Emit) -> Iterator[Crew]:
    """The workers of a film on the cluster of `settings.ray`. Leaving ends them, and the cluster too if it was started here.
    Raises NotInstalled, BadInput, EngineFailed."""
    for name, value in _RAY_ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    try:
        import ray
    except ImportError as e:
        raise NotInstalled("Ray is not installed", hint="Run `pip install filmwright[cluster]`.") from e
    found = find(settings.ray or "auto")
    with _quiet():
        made: RayCrew | None = None
        try:
            made = RayCrew(_connect(found), settings, emit)
            yield made
        finally:
            try:
                if made is not None:
                    made.end()
            finally:
                ray.shutdown()


def find(wanted: str) -> str | None:
    """Address ("host:port") of the cluster that is wanted, which answers; None: one has to be started here. Raises BadInput,
    EngineFailed."""
    from ray._private import services  # Ray has no public way to ask which cluster "auto" means

    named = os.environ.get("RAY_ADDRESS", "") if wanted == "auto" else wanted
    if named in ("", "auto"):
        try:
            address = services.canonicalize_bootstrap_address("auto")
        except ConnectionError:
            return None
        return address if address is not None and answers(address) else None  # else a cluster that was killed
    host, colon, port = named.rpartition(":")
    if not (host and colon and port.isdecimal()) or "/" in host:
        raise BadInput(f"This is no address of a Ray cluster: {named!r}", where="--ray", hint="Use auto or HOST:PORT.")
    if not answers(named):
        raise EngineFailed(
            f"No Ray cluster answers at {named}", hint="Start one with `ray start --head`, or say --ray auto."
        )
    return named


def answers(address: str) -> bool:
    """Whether something at an address speaks HTTP/2 as Ray's head does (gRPC), within some seconds. Ray itself would try for two
    minutes, and then end this process. Source: RFC 9113, 3.4: each side begins with a SETTINGS frame (type 4)."""
    host, _, port = address.rpartition(":")
    try:
        with socket.create_connection((host.strip("[]"), int(port)), _ANSWER_S) as line:
            line.settimeout(_ANSWER_S)
            line.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + bytes((0, 0, 0, 4, 0, 0, 0, 0, 0)))
            return line.recv(9)[3:4] == b"\x04"
    except (OSError, ValueError, OverflowError):
        return False


def _connect(found: str | None) -> str:
    """Join the cluster at an address, or start one with all CPUs of this machine; its address. Raises EngineFailed."""
    import ray

    handler = signal.getsignal(signal.SIGTERM)
    try:
        if found is None:
            ray.init(
                address="local",
                include_dashboard=False,
                object_store_memory=_STORE_BYTES,
                log_to_driver=False,
                logging_level=logging.CRITICAL,
            )
        else:
            ray.init(address=found, log_to_driver=False, logging_level=logging.CRITICAL)
    except (ConnectionError, RuntimeError, ValueError, AssertionError, ray.exceptions.RayError) as e:
        said = str(e).strip().splitlines()
        where = f"The Ray cluster at {found} does not take us" if found else "A Ray cluster could not be started here"
        hint = f"This machine must be one of its nodes: `ray start --address={found} --num-cpus=0`." if found else None
        raise EngineFailed(f"{where}: {said[0] if said else type(e).__name__}", hint=hint) from e
    finally:
        if handler is not None and threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, handler)  # Ray puts its own there
    address: str = ray.get_runtime_context().gcs_address
    return address


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep Ray from talking on the terminal: what matters, we say. It prints what its nodes complain of to standard output
    whatever `log_to_driver` says, and has no switch for that."""
    import ray._private.worker as loud

    say = loud.print_to_stdstream
    loud.print_to_stdstream = lambda data, ignore_prefix: None
    try:
        yield
    finally:
        loud.print_to_stdstream = say
