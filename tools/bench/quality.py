"""How long plain rendering takes to be as good as the line: one Stage, one run, three qualities.

Plain: Cycles on that Stage, every frame whole and on its own, with more and more samples, then Open Image Denoise at its best. It
has all that the line does to the scene (baked light, few bounces, data kept between frames), and its start is not counted; the
line's time is that of the whole command. What our worker does besides, to find the tiles that moving things touch, is taken off
the plain time. Both are held against many samples, after the tone curve and before the grade.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tools.bench.compare import Point, as_good, flicker, ssim, weighted, weights
from tools.bench.made import shots
from tools.bench.runs import film_words, fresh_cache, run, say, warm
from tools.bench.within import worker_time

from filmwright import settings
from filmwright.engines.base import Session, Take
from filmwright.engines.cycles import Cycles
from filmwright.finish.gather import Source
from filmwright.finish.pictures import Finisher, Shown
from filmwright.finish.read import F32, moving_pixels, read_light
from filmwright.movie import store
from filmwright.reading.read import read
from filmwright.scene.frames import Record, Request, read_record
from filmwright.scene.lens import lens_at
from filmwright.scene.stage import Stage, fingerprint
from filmwright.shoot import Shooting, frames_of
from filmwright.staging.stage import stage_shot

GOAL = 6.0  # times less a film than plain, at each quality

# Measured before there was a line, on its prototype: pine valley, 640x360, slow dolly, nobody in it; against 128 samples; 2 cores.
# (method, seconds a frame, SSIM, flicker; None: not measured). Source: the project's notes on reuse over time.
NOTES = (
    ("plain 1 sample + OIDN", 2.0, 0.743, 5.96),
    ("plain 4 samples + OIDN", 6.5, 0.848, 4.74),
    ("plain 64 samples + OIDN", 87.0, 0.955, None),
    ("every 4th at 4 samples, warp only", 1.75, 0.862, 1.5),
    ("every 4th at 4 samples, accumulate + warp", 1.9, 0.892, 1.20),
    ("every 4th at 8 samples, accumulate + warp", 3.5, 0.915, 1.29),
    ("4 samples every frame, ±4 accumulate, 1:2:1 blend", 7.0, 0.927, 1.28),
)
NOTES_REFERENCE_FLICKER = 2.57


class Wanted(NamedTuple):
    """What to compare. `frames` have references; `pairs` are the first ones of two frames whose flicker is measured; `plain` and
    `reference` are samples a pixel."""

    prompt: str
    size: tuple[int, int]
    seconds: float
    frames: tuple[int, ...]
    pairs: tuple[int, ...]
    plain: tuple[int, ...]
    reference: int
    qualities: tuple[str, ...]

    @property
    def looked_at(self) -> list[int]:
        """Every frame that is needed, in order."""
        return sorted({*self.frames, *self.pairs, *(f + 1 for f in self.pairs)})


class Look(NamedTuple):
    """Some pictures of a film by frame."""

    pictures: Mapping[int, F32]

    def likeness(self, references: Mapping[int, F32]) -> dict[int, float]:
        """SSIM of each frame that has a reference."""
        return {f: ssim(self.pictures[f], reference) for f, reference in references.items()}

    def unrest(self, pairs: Sequence[int], sources: Mapping[int, Source]) -> dict[int, float]:
        """Flicker from each of these frames to the next."""
        return {f: flicker(self.pictures[f], self.pictures[f + 1], sources[f], sources[f + 1]) for f in pairs}


class Plain(NamedTuple):
    """One number of samples: the pictures, and seconds a frame of rendering and of finishing."""

    samples: int
    look: Look
    rendering: float
    finishing: float


def measure(wanted: Wanted, folder: Path, keep: Path) -> dict[str, Any]:
    """The whole comparison as a JSON document. References are kept in `keep`."""
    film, _ = read(wanted.prompt, size=wanted.size, seconds=wanted.seconds)
    warm(wanted.prompt, wanted.size, wanted.seconds, folder)
    stage = stage_shot(film, 0).stage
    late = [f for f in wanted.looked_at if f >= stage.frames]
    if late:
        raise ValueError(f"the film has {stage.frames} frames: it has no frame {late[0]}")
    kept = keep / f"reference-{fingerprint(stage)}-{wanted.reference}" / "frames"
    references = _references(stage, wanted, kept)
    sources, plain = _plain(stage, wanted, folder / "plain" / "frames")
    unrest = {
        f: flicker(references[f], references[f + 1], sources[f], sources[f + 1])
        for f in wanted.pairs
        if f in references and f + 1 in references
    }
    compared = {f: references[f] for f in wanted.frames}
    ours = [_ours(quality, stage, wanted, folder / quality, compared, sources, plain) for quality in wanted.qualities]
    return {
        "prompt": wanted.prompt,
        "size": list(wanted.size),
        "frames": stage.frames,
        "compared": list(wanted.frames),
        "pairs": list(wanted.pairs),
        "reference_samples": wanted.reference,
        "reference_flicker": _mean(unrest) if unrest else None,
        "plain": [_plain_row(p, wanted, compared, sources) for p in plain],
        "ours": ours,
        "notes": {"rows": NOTES, "reference_flicker": NOTES_REFERENCE_FLICKER},
        "goals": [
            {"what": f"{o['quality']}: times less than plain", "goal": f">= {GOAL:g}", "measured": o["times_less"],
             "met": o["times_less"] >= GOAL and o["bound"] != "at most"} for o in ours
        ] + [
            {"what": f"{o['quality']}: flicker no higher than plain's", "goal": f"<= {o['plain_flicker']:.2f}",
             "measured": o["flicker"], "met": o["flicker"] <= o["plain_flicker"]} for o in ours
        ],
    }  # fmt: skip


@contextmanager
def _session(stage: Stage, folder: Path) -> Iterator[Session]:
    """A shot opened in a worker of this machine."""
    with Cycles().crew(settings.load(), lambda event: None) as crew, crew.open(Take(stage, folder)) as session:
        yield session


def _alone(stage: Stage, folder: Path, frames: Sequence[int], size: tuple[int, int]) -> dict[int, F32]:
    """The pictures of whole frames in a folder, each finished by itself."""
    shooting = Shooting(frames_of(stage, folder))
    for record in _records(folder, frames).values():
        shooting.put(record)
    shooting.settle(frames)
    finisher = Finisher(Shown(shooting.frames, shooting, True))
    return {f: finisher.alone(f, size) for f in frames}


def _records(folder: Path, frames: Sequence[int]) -> dict[int, Record]:
    found = {f: read_record(folder, f) for f in frames}
    return {f: record for f, record in found.items() if record is not None}


def _references(stage: Stage, wanted: Wanted, folder: Path) -> dict[int, F32]:
    """The reference pictures; those that are not kept from an earlier run are rendered. Their noise has another seed: pictures
    must not look better because they share samples with what they are held against."""
    stage = stage.model_copy(update={"seed": stage.seed + 1})
    folder.mkdir(parents=True, exist_ok=True)
    requests = [Request(frame=f, samples=wanted.reference) for f in wanted.frames]
    there = store.sound(folder, wanted.frames)
    missing = [r for r in requests if r.frame not in there or not there[r.frame].answers(r)]
    if missing:
        with _session(stage, folder) as session:
            for request in missing:
                say(f"reference: frame {request.frame} at {request.samples} samples")
                session.render([request])
    return _alone(stage, folder, wanted.frames, wanted.size)


def _plain(stage: Stage, wanted: Wanted, folder: Path) -> tuple[dict[int, Source], list[Plain]]:
    """Frames rendered plainly with ever more samples; and where their surfaces are."""
    folder.mkdir(parents=True)
    frames = wanted.looked_at
    made: list[Plain] = []
    sources: dict[int, Source] = {}
    with _session(stage, folder) as session:
        # The first frame of a worker builds what the others keep, and the first picture starts the denoiser: neither counts.
        session.render([Request(frame=frames[0], samples=1)])
        _alone(stage, folder, frames[:1], wanted.size)
        cheap = [Request(frame=f, samples=1) for f in frames]
        spent = worker_time(folder, cheap, settings.load().cache, folder.parent)
        ours_only = spent["moving_s"] / spent["frames"]
        for samples in wanted.plain:
            session.render([Request(frame=f, samples=samples) for f in frames])
            records = _records(folder, frames)
            start = time.perf_counter()
            pictures = _alone(stage, folder, frames, wanted.size)
            finishing = (time.perf_counter() - start) / len(frames)
            rendering = sum(r.seconds for r in records.values()) / len(frames) - ours_only
            made.append(Plain(samples, Look(pictures), rendering, finishing))
            say(f"plain: {samples} samples, {rendering + finishing:.2f} s a frame")
            if not sources:
                sources = {f: _source(stage, folder, record) for f, record in records.items()}
    return sources, made


def _source(stage: Stage, folder: Path, record: Record) -> Source:
    light = read_light(folder, record)
    return Source(light, lens_at(stage.camera, record.frame, record.size), moving_pixels(light))


def _ours(
    quality: str,
    stage: Stage,
    wanted: Wanted,
    folder: Path,
    references: Mapping[int, F32],
    sources: Mapping[int, Source],
    plain: Sequence[Plain],
) -> dict[str, Any]:
    """The whole film by the real command, and what plain rendering takes to be as good."""
    cache, out = fresh_cache(folder / "cache"), folder / "film.mp4"
    words = ["filmwright.cli", "make", *film_words(wanted.prompt, wanted.size, wanted.seconds), "--quality", quality]
    done = run([*words, "-o", str(out), "--json"], cache, what=f"our {quality}")
    (shot,) = shots(out.with_suffix(".take"), cache, [stage])
    needed = set(wanted.looked_at)
    pictures = Finisher(shot.shown).pictures(wanted.size)
    look = Look({number: picture for number, picture in enumerate(pictures) if number in needed})
    whole = list(shot.shown.supply.keys())
    counts = weights(wanted.frames, whole, stage.frames)
    likeness = look.likeness(references)
    seconds = done.seconds / stage.frames
    mean = weighted(likeness, counts)
    unrest = look.unrest(wanted.pairs, sources)
    curve = [_point(p, wanted, references, sources, counts) for p in plain]
    equal = as_good(curve, mean)
    say(f"{quality}: SSIM {mean:.3f}, {seconds:.2f} s a frame against {equal.bound} {equal.seconds:.2f} s plain")
    return {
        "quality": quality,
        "seconds_a_frame": round(seconds, 3),
        "ssim": round(mean, 4),
        "flicker": round(_mean(unrest), 3),
        "plain_seconds_a_frame": round(equal.seconds, 3),
        "plain_flicker": round(equal.flicker, 3),
        "bound": equal.bound,
        "times_less": round(equal.seconds / seconds, 2),
        "film_seconds": round(done.seconds, 1),
        "peak_mb": round(done.peak_bytes / 1e6),
        "whole": len(whole),
        "ssim_by_frame": {str(f): round(v, 4) for f, v in likeness.items()},
        "compared_whole": [f for f in wanted.frames if f in whole],
        "flicker_by_pair": {f"{f}-{f + 1}": round(v, 3) for f, v in unrest.items()},
        "plain_curve": [[p.samples, round(p.seconds, 3), round(p.ssim, 4), round(p.flicker, 3)] for p in curve],
    }


def _point(
    plain: Plain,
    wanted: Wanted,
    references: Mapping[int, F32],
    sources: Mapping[int, Source],
    counts: Mapping[int, float],
) -> Point:
    """A point of the plain curve, its frames counted as ours are."""
    likeness = weighted(plain.look.likeness(references), counts)
    unrest = _mean(plain.look.unrest(wanted.pairs, sources))
    return Point(plain.samples, plain.rendering + plain.finishing, likeness, unrest)


def _plain_row(
    plain: Plain, wanted: Wanted, references: Mapping[int, F32], sources: Mapping[int, Source]
) -> dict[str, Any]:
    likeness = plain.look.likeness(references)
    return {
        "samples": plain.samples,
        "seconds_a_frame": round(plain.rendering + plain.finishing, 3),
        "rendering_s": round(plain.rendering, 3),
        "finishing_s": round(plain.finishing, 3),
        "ssim": round(_mean(likeness), 4),
        "flicker": round(_mean(plain.look.unrest(wanted.pairs, sources)), 3),
    }


def _mean(values: Mapping[int, float]) -> float:
    return sum(values.values()) / len(values)
