"""What every place and every thing costs: to build, in memory, and for each sample against the snow valley.

CPU seconds throughout: they hold on a machine that is busy with other work. A sample's cost is the difference between a frame with
many samples and one with few, so that what a frame costs besides its samples does not count.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import psutil
from tools.bench.runs import say

from filmwright import settings
from filmwright.content.offers import facts, offered
from filmwright.engines.base import Take
from filmwright.engines.cycles import Cycles
from filmwright.errors import FilmwrightError
from filmwright.events import Event, FrameDone
from filmwright.scene.frames import Request
from filmwright.spec.film import Film
from filmwright.spec.shot import Light, Member, Place, Shot
from filmwright.staging.chance import random_for
from filmwright.staging.stage import build_set, stage_shot
from filmwright.staging.things import built

REFERENCE = "snow_valley"
SIZE = (160, 90)
FEW, MANY = 4, 20  # samples; chosen
SEED = 7
SAMPLE_TIMES, PLACE_BUILD_S, PLACE_BYTES, THING_BUILD_S = 6.0, 5.0, 1.2e9, 1.5
"""The budget: a place's sample against the valley's, CPU seconds to build it, memory of its worker; a thing's seconds."""


def measure(places: Sequence[str], things: Sequence[str]) -> dict[str, Any]:
    """What these places and things cost (none named: all there are), and which are over the budget."""
    everything = not places and not things
    rows = [place(name) for name in _chosen(places, "place", everything)]
    reference = next((r for r in rows if r["name"] == REFERENCE), None) or (place(REFERENCE) if rows else None)
    for row in rows:
        assert reference is not None
        row["times"] = round(row["sample_s"] / reference["sample_s"], 2) if "sample_s" in row else None
    small = [thing(name) for name in _chosen(things, "thing", everything)]
    over = [*over_budget(rows, place_faults), *over_budget(small, thing_faults)]
    goals = [{"what": "places and things over the budget", "goal": "0", "measured": float(len(over)), "met": not over}]
    return {"size": list(SIZE), "places": rows, "things": small, "over": over, "goals": goals}


def _chosen(asked: Sequence[str], kind: str, everything: bool) -> tuple[str, ...]:
    unknown = [name for name in asked if name not in offered(kind)]
    if unknown:
        raise SystemExit(f"there is no {kind} {unknown[0]!r}")
    return tuple(sorted(offered(kind))) if everything else tuple(asked)


def film_of(name: str, size: tuple[int, int] = SIZE, cast: tuple[Member, ...] = ()) -> Film:
    """A short film of a place at its own time of day, with this cast."""
    shown = facts("place", name, "TIMES")
    shot = Shot(seconds=0.5, place=Place(kind=name), light=Light(time=shown[0] if shown else "noon"), cast=cast)
    return Film(prompt=name, size=size, seed=SEED, shots=(shot,))


def place(name: str) -> dict[str, Any]:
    """One place, empty: CPU seconds to build it and for a sample, its worker's memory."""
    film = film_of(name)
    start = time.process_time()
    try:
        build_set(film.shots[0], SEED)
        build_s = time.process_time() - start
        stage = stage_shot(film, 0).stage
        seen: list[FrameDone] = []

        def note(event: Event) -> None:
            if isinstance(event, FrameDone):
                seen.append(event)

        spent: list[float] = []
        with (
            tempfile.TemporaryDirectory(prefix="filmwright-costs-") as folder,
            Cycles().crew(settings.load(), note) as crew,
            crew.open(Take(stage, Path(folder) / "frames")) as session,
        ):
            for frame, samples in enumerate((1, FEW, MANY)):
                before = _workers_s()
                session.render([Request(frame=frame, samples=samples)])
                spent.append(_workers_s() - before)
    except (FilmwrightError, ArithmeticError, ValueError, LookupError) as e:
        say(f"{name}: {e}")
        return {"name": name, "error": str(e)}
    row = {
        "name": name,
        "build_s": round(build_s, 2),
        "first_frame_s": round(spent[0], 2),
        "sample_s": max(round((spent[2] - spent[1]) / (MANY - FEW), 4), 1e-4),
        "peak_mb": round(max(event.peak_bytes for event in seen) / 1e6),
    }
    say(f"{name}: {row}")
    return row


def _workers_s() -> float:
    """CPU seconds of the processes this one has running."""
    total = 0.0
    for child in psutil.Process().children(recursive=True):
        used = child.cpu_times()
        total += used.user + used.system
    return total


def thing(name: str) -> dict[str, Any]:
    """One thing: CPU seconds to build it, and its points."""
    start = time.process_time()
    try:
        made = built(Member(id=f"{name}-1", kind=name), random_for(SEED, "thing", f"{name}-1"), None)
    except (FilmwrightError, ArithmeticError, ValueError, LookupError) as e:
        return {"name": name, "error": str(e)}
    points = sum(len(node.points) for node in made.nodes if node.type in ("mesh", "strands"))
    return {"name": name, "build_s": round(time.process_time() - start, 2), "points": points}


def place_faults(row: dict[str, Any]) -> Iterable[str]:
    """What of a place is over the budget, in words."""
    if row["times"] > SAMPLE_TIMES:
        yield f"a sample takes {row['times']:g} times the valley's"
    if row["build_s"] > PLACE_BUILD_S:
        yield f"{row['build_s']:g} s to build"
    if row["peak_mb"] * 1e6 > PLACE_BYTES:
        yield f"{row['peak_mb']} MB"


def thing_faults(row: dict[str, Any]) -> Iterable[str]:
    """What of a thing is over the budget, in words."""
    if row["build_s"] > THING_BUILD_S:
        yield f"{row['build_s']:g} s to build"


def over_budget(rows: Sequence[dict[str, Any]], faults: Any) -> list[dict[str, str]]:
    """Those that are over the budget, and by what; those that cannot be made at all too."""
    found = (
        (row["name"], [f"cannot be made: {row['error']}"] if "error" in row else list(faults(row))) for row in rows
    )
    return [{"name": name, "over": ", ".join(why)} for name, why in found if why]
