"""Whole films by the real command: the showcase film and where its time goes, a minute, growth with length, stills."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tools.bench.made import shots
from tools.bench.runs import Run, answer, film_words, fresh_cache, run, say, warm
from tools.bench.within import worker_time

from filmwright import settings
from filmwright.engines.base import Take
from filmwright.engines.cycles import Cycles
from filmwright.events import Event, FrameDone
from filmwright.reading.read import read
from filmwright.scene.frames import Request
from filmwright.settings import QUALITIES
from filmwright.spec.film import Film
from filmwright.staging.stage import stage_shot

SHOWCASE = "A woman in a red coat and black boots walks through a snowy pine forest at golden hour, slow dolly in, 35mm"
STILLS = (
    SHOWCASE,
    "A woman in a black leather jacket and a red dress walks down a neon city street at night",
    "An old man in a blue sweater walks on the beach at sunset, the camera follows him",
)
# Six shots in four places: moving and standing cameras, near and far people. None has falling snow, where every frame is whole.
MINUTE = (
    SHOWCASE,
    STILLS[2],
    STILLS[1],
    "A woman in a green sweater sits in a cafe in the morning, medium shot",
    "A young man in a yellow shirt and jeans waves on the beach at noon, full shot",
    "An old woman in a blue coat and a yellow scarf stands in a snowy pine forest, medium shot",
)
SHOWCASE_GOAL_S, MINUTE_GOAL_S, MINUTE_GOAL_BYTES = 110.0, 25 * 60.0, 2.5e9
GROWTH_GOAL = 15.5 / 15  # times the length that a film may take, measured against a short one
OWN_GOAL = 0.15  # share of our own code outside Cycles and OIDN
FACTORY_SIZE = (160, 90)
_PROFILED = (2, 8)  # whole frames and parts rendered again to see where a worker's time goes; chosen


def goal(what: str, wanted: str, measured: float, met: bool) -> dict[str, Any]:
    """A line of the table of goals."""
    return {"what": what, "goal": wanted, "measured": round(measured, 3), "met": met}


def film(size: tuple[int, int], seconds: float, folder: Path) -> dict[str, Any]:
    """The showcase film from a warm cache of assets and no frames: seconds, memory, and whose they are."""
    warm(SHOWCASE, size, seconds, folder)
    cache, out = fresh_cache(folder / "cache"), folder / "film.mp4"
    done = run(_make(SHOWCASE, size, seconds, out), cache, what="the showcase film")
    again = run(_make(SHOWCASE, size, seconds, out), cache, what="the same command again")
    shares = _shares(done, size, seconds, cache, out)
    return {
        "prompt": SHOWCASE,
        "size": list(size),
        **_summary(done),
        "second_run_seconds": round(again.seconds, 1),
        "second_run_rendered": len(again.frames()),
        "time": shares,
        "goals": [
            goal("the showcase film, s", f"< {SHOWCASE_GOAL_S:g}", done.seconds, done.seconds < SHOWCASE_GOAL_S),
            goal("our own code, share of CPU", f"<= {OWN_GOAL}", shares["own_cpu_share"], shares["own_cpu_share"] <= OWN_GOAL),
            goal("not in Cycles, share of wall", f"<= {OWN_GOAL}", shares["own_wall_share"], shares["own_wall_share"] <= OWN_GOAL),
            goal("rendered by the same command again", "0", len(again.frames()), not again.frames()),
        ],
    }  # fmt: skip


def minute(size: tuple[int, int], seconds: float, folder: Path) -> dict[str, Any]:
    """A film of six shots."""
    each = seconds / len(MINUTE)
    for prompt in MINUTE:
        warm(prompt, size, each, folder)
    parts = [read(prompt, size=size, seconds=each)[0] for prompt in MINUTE]
    whole = parts[0].model_copy(
        update={"prompt": " / ".join(MINUTE), "shots": tuple(s for p in parts for s in p.shots)}
    )
    document = folder / "minute.json"
    document.write_text(Film.model_validate(whole.model_dump(by_alias=True)).model_dump_json(by_alias=True))
    words = ["tools.bench.child", "make", str(document), str(folder / "minute.mp4"), "draft"]
    done = run(words, fresh_cache(folder / "cache"), what=f"a film of {seconds:g} s in {len(whole.shots)} shots")
    return {
        "prompts": MINUTE,
        "size": list(size),
        "length_s": seconds,
        **_summary(done),
        "shot_seconds": _shot_seconds(done),
        "goals": [
            goal("a minute, s", f"< {MINUTE_GOAL_S:g}", done.seconds, done.seconds < MINUTE_GOAL_S),
            goal("its peak memory, GB", "< 2.5", done.peak_bytes / 1e9, done.peak_bytes < MINUTE_GOAL_BYTES),
        ],
    }


def growth(size: tuple[int, int], lengths: Sequence[float], folder: Path) -> dict[str, Any]:
    """One shot at several lengths."""
    rows = []
    for seconds in lengths:
        here = folder / f"{seconds:g}"
        here.mkdir()
        warm(SHOWCASE, size, seconds, here)
        cache = fresh_cache(here / "cache")
        done = run(_make(SHOWCASE, size, seconds, here / "film.mp4"), cache, what=f"{seconds:g} s")
        rows.append({"length_s": seconds, **_summary(done)})
    first = rows[0]
    goals = []
    for row in rows[1:]:
        times = row["seconds"] / first["seconds"] / (row["length_s"] / first["length_s"])
        what = f"{row['length_s']:g} s against {first['length_s']:g} s, time over length"
        goals.append(goal(what, f"<= {GROWTH_GOAL:.3f}", times, times <= GROWTH_GOAL))
    return {"prompt": SHOWCASE, "size": list(size), "films": rows, "goals": goals}


def still(size: tuple[int, int], folder: Path) -> dict[str, Any]:
    """The first still of three prompts, and one frame against Blender's factory settings."""
    rows = []
    for index, prompt in enumerate(STILLS):
        here = folder / str(index)
        here.mkdir()
        warm(prompt, size, 4.0, here)
        words = ["filmwright.cli", "still", *film_words(prompt, size, 4.0), "-o", str(here / "still.png"), "--json"]
        done = run(words, fresh_cache(here / "cache"), what="the first still")
        rows.append({"prompt": prompt, "seconds": round(done.seconds, 1), "peak_mb": round(done.peak_bytes / 1e6)})
    return {"size": list(size), "stills": rows, "factory": against_factory(SHOWCASE, folder), "goals": []}


def against_factory(prompt: str, folder: Path) -> dict[str, Any]:
    """Seconds for one whole frame of one Stage with our draft settings and with Blender's factory settings."""
    work, _ = read(prompt, size=FACTORY_SIZE, seconds=1.0)
    stage = stage_shot(work, 0).stage
    times: dict[str, float] = {}
    for name, factory in (("ours", False), ("factory", True)):
        seen: list[float] = []

        def note(event: Event, seen: list[float] = seen) -> None:
            if isinstance(event, FrameDone):
                seen.append(event.seconds)

        say(f"one frame with {name} settings")
        requests = [Request(frame=f, samples=QUALITIES["draft"].key_samples) for f in ((11,) if factory else (10, 11))]
        with (
            Cycles().crew(settings.load(), note, factory=factory) as crew,
            crew.open(Take(stage, folder / name / "frames")) as session,
        ):
            session.render(requests)
        times[name] = seen[-1]
    return {
        "size": list(FACTORY_SIZE),
        "ours_s": round(times["ours"], 3),
        "factory_s": round(times["factory"], 1),
        "times_faster": round(times["factory"] / times["ours"], 1),
    }


def _make(prompt: str, size: tuple[int, int], seconds: float, out: Path) -> list[str]:
    return ["filmwright.cli", "make", *film_words(prompt, size, seconds), "-o", str(out), "--json"]


def _summary(done: Run) -> dict[str, Any]:
    """What every film tells: wall and CPU seconds, memory, frames and the usual time of one."""
    out: dict[str, Any] = {"seconds": round(done.seconds, 1), "cpu_s": round(done.cpu_s, 1)}
    out["peak_mb"] = round(done.peak_bytes / 1e6)
    for name, times in (("whole", done.frames(whole=True)), ("part", done.frames(whole=False))):
        out[f"{name}_frames"] = len(times)
        out[f"{name}_frame_s"] = round(statistics.median(times), 3) if times else None
    return out


def _shot_seconds(done: Run) -> list[float]:
    """How long each shot took, from its start to the start of the next."""
    starts = [h.at for h in done.heard if h.event["event"] == "shot_started"]
    return [round(b - a, 1) for a, b in zip(starts, [*starts[1:], done.seconds])]


def _shares(done: Run, size: tuple[int, int], seconds: float, cache: Path, out: Path) -> dict[str, float]:
    """Whose time a film was. By CPU: our staging, building, finishing and encoding and what a worker does besides rendering,
    over all CPU seconds; Blender's start, Cycles and OIDN are the rest. By wall: all that is not rendering in Cycles, whoever
    does it (Blender's start and the last pictures too), over the whole."""
    say("where the time goes: staging and finishing again, profiled")
    work, _ = read(SHOWCASE, size=size, seconds=seconds)
    document = out.with_suffix(".json")
    document.write_text(work.model_dump_json(by_alias=True))
    take = out.with_suffix(".take")
    here = answer(["tools.bench.child", "account", str(document), str(take)], cache)
    (shot,) = shots(take, cache, [stage_shot(work, 0).stage])
    say("where the time goes: some frames again, profiled")
    whole, parts = [r for r in shot.records if r.whole][1:], [r for r in shot.records if not r.whole]
    again = [
        Request(frame=r.frame, samples=r.samples, extra=r.tiles)
        for r in (*whole[: _PROFILED[0]], *parts[: _PROFILED[1]])
    ]
    there = worker_time(shot.shown.frames.folder, again, cache, out.parent)
    beside = there["frames_s"] - there["cycles_s"]
    rendering = sum(done.frames())
    in_cycles = rendering * there["cycles_s"] / there["frames_s"]
    finishing = here["finishing_cpu_s"] - here["denoising_cpu_s"]
    own = here["staging_cpu_s"] + finishing + here["encoding_cpu_s"] + there["building_s"]
    own += rendering * beside / there["frames_s"]
    times = [h for h in done.heard if h.event["event"] == "frame_done"]
    return {
        "until_first_frame_s": round(times[0].at - times[0].event["seconds"], 2),
        "rendering_s": round(rendering, 2),
        "of_it_cycles_s": round(in_cycles, 2),
        "of_it_moving_tiles_s": round(rendering * there["moving_s"] / there["frames_s"], 2),
        "of_it_writing_s": round(rendering * there["writing_s"] / there["frames_s"], 2),
        "after_last_frame_s": round(done.seconds - times[-1].at, 2),
        "building_s": round(there["building_s"], 2),
        "staging_cpu_s": round(here["staging_cpu_s"], 2),
        "denoising_cpu_s": round(here["denoising_cpu_s"], 2),
        "finishing_besides_cpu_s": round(finishing, 2),
        "encoding_cpu_s": round(here["encoding_cpu_s"], 2),
        "finishing_alone_s": round(here["finishing_wall_s"], 2),
        "own_cpu_s": round(own, 2),
        "own_cpu_share": round(own / done.cpu_s, 3),
        "own_wall_share": round(1 - in_cycles / done.seconds, 3),
    }
