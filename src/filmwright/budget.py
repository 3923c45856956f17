"""How the frames are to be made so that the film is done in a given time.

Some frames of the shot at hand are made small and few-sampled, and their times say what whole frames and parts cost
(`measure`). Among the ways to make a film, ordered from the cheapest to "final", the best that fits is taken (`choose`). A film
of several shots shares its time by frames; what one shot leaves or overdraws, the next ones have more or less (`Planner`).
"""

from __future__ import annotations

import itertools
import math
import re
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from filmwright.engines.base import Crew, Take
from filmwright.errors import BadInput, EngineFailed
from filmwright.events import Chosen, Event
from filmwright.finish.gather import Source
from filmwright.finish.inbetween import unseen
from filmwright.finish.read import moving_pixels, read_light
from filmwright.movie import store
from filmwright.movie.take import ShotFrames
from filmwright.scene.frames import Record, Request, read_record
from filmwright.scene.job import rendered_size
from filmwright.scene.lens import is_locked, lens_at
from filmwright.scene.stage import Stage
from filmwright.scene.tiles import none, pack
from filmwright.settings import QUALITIES, Plan
from filmwright.shoot import UNSEEN, stride_of, whole_samples

RESERVE = (
    0.08  # share of the time kept back for what no first frame shows: frames that get heavier, more whole ones; chosen
)
CLOSING_S = 1.5  # contact sheet, poster and tags once the last picture is there
FINISH_S = 0.2  # developing and encoding a picture of FINISH_PX beside the rendering (measured on 2 cores)
FINISH_PX = 640 * 360
MEASURED_PX = 320 * 180  # frames are measured at about this size: dear enough to tell, cheap enough for any budget
MEASURING = Plan(stride=1, locked_stride=1, key_samples=0, part_samples=0)  # names the folder of measured frames
SPAN = QUALITIES["draft"].stride  # frames from one measured whole frame to the one it is compared with
FEW, MORE = 2, 6  # samples a pixel of the two whole frames that are compared; chosen
UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0}
_NUMBER = r"(\d+(?:\.\d+)?)"
LONGEST_BUDGET_S = 7 * 86400.0  # nobody waits longer for a minute of film; chosen


def seconds_of(text: str) -> float:
    """The seconds of "3m", "90s", "1h30m", "1m 30s", "2:30", "1:02:30" or "45". Raises BadInput, with the nearest right form."""
    words = text.strip().lower()
    clock = re.fullmatch(r"(?:(\d+):)?(\d+):(\d\d?(?:\.\d+)?)", words)
    parts = re.fullmatch(
        rf"(?:{_NUMBER}\s*h(?:ours?)?)?\s*(?:{_NUMBER}\s*m(?:in(?:utes?)?)?)?\s*(?:{_NUMBER}\s*(?:s(?:ec(?:onds?)?)?)?)?",
        words,
    )
    found = clock or parts
    numbers = [float(n or 0) for n in found.groups()] if found else []
    total = sum(n * unit for n, unit in zip(numbers, UNITS.values()))
    if not 0 < total <= LONGEST_BUDGET_S or (clock and max(numbers[1:]) >= 60 and numbers[0]):
        raise BadInput(f"{text!r} is no length of time", where="--budget", hint=f"Try {_nearest_form(words)}.")
    return total


def _nearest_form(words: str) -> str:
    """What was probably meant by an unreadable length of time."""
    if ":" in words:
        return "2:30 or 1:02:30"
    found = re.search(r"(\d+(?:[.,]\d+)?)\s*([hms])", words + ("s" if words.isdecimal() else ""))
    number = float(found[1].replace(",", ".")) if found else 0.0
    if found is None or number < 0.01:
        return "3m, 90s or 1h30m"
    if number * UNITS[found[2]] > LONGEST_BUDGET_S:
        return "168h, the longest there is"
    return f"{number:g}{found[2]}"


def in_words(seconds: float) -> str:
    """A length of time for people: "45 s", "2 min 41 s", "1 h 05 min"."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"


class Measured(NamedTuple):
    """What frames of a shot cost, in seconds, at full size.

    setup_s: from opening the shot to its first frame. A whole frame: whole_s, and whole_sample_s more for each sample a pixel;
    a part likewise. finish_s: what a picture costs besides. locked: the camera stands still. everywhere: things move in all of
    the picture, so every frame has to be whole. reach: over how many frames two whole ones show all that lies between them."""

    setup_s: float
    whole_s: float
    whole_sample_s: float
    part_s: float
    part_sample_s: float
    finish_s: float
    locked: bool = False
    everywhere: bool = False
    reach: float = math.inf

    def stride(self, plan: Plan) -> int:
        """Every how many frames there will be a whole one: where two leave too much unseen, one midway is added."""
        stride = plan.every(locked=self.locked, everywhere=self.everywhere)
        while stride > max(1.0, self.reach) and not self.locked:
            stride = stride // 2
        return stride

    def slower(self, factor: float) -> Measured:
        """All of it so many times slower."""
        return self._replace(
            setup_s=self.setup_s * factor,
            whole_s=self.whole_s * factor,
            whole_sample_s=self.whole_sample_s * factor,
            part_s=self.part_s * factor,
            part_sample_s=self.part_sample_s * factor,
            finish_s=self.finish_s * factor,
        )


def cost(measured: Measured, frames: int, plan: Plan) -> float:
    """Seconds that a shot of so many frames takes when it is made by a plan. The time of samples grows with the pixels."""
    asked = plan.every(locked=measured.locked, everywhere=measured.everywhere)
    samples, stride = whole_samples(plan, stride=asked, locked=measured.locked), measured.stride(plan)
    parts = frames - min(math.ceil((frames - 1) / stride) + 1, frames)
    pixels = plan.scale**2
    whole = measured.whole_s + measured.whole_sample_s * samples * pixels
    part = measured.part_s + measured.part_sample_s * plan.part_samples * pixels
    return measured.setup_s + (frames - parts) * whole + parts * part + frames * measured.finish_s * pixels


# From the cheapest way to "final". Below "draft", samples go first: what is gathered from the neighbors makes up for them. Size
# goes next, the stride last. By eye on our shots.
_LANDMARKS = (
    Plan(stride=20, locked_stride=72, key_samples=2, part_samples=1, scale=0.35),
    Plan(stride=18, locked_stride=48, key_samples=3, part_samples=2, scale=0.5),
    Plan(stride=16, locked_stride=48, key_samples=4, part_samples=2, scale=1.0),
    *QUALITIES.values(),
)
_BETWEEN = 6  # steps from one landmark to the next


def _ladder() -> tuple[Plan, ...]:
    """Ways to make a film: each has at least the samples and the size, and at most the strides, of the one before."""
    found = [_LANDMARKS[0]]
    for low, high in itertools.pairwise(_LANDMARKS):
        for step in range(1, _BETWEEN + 1):
            t = step / _BETWEEN
            stride, locked_stride, key, part, scale = (a ** (1 - t) * b**t for a, b in zip(low, high))
            plan = Plan(round(stride), round(locked_stride), round(key), round(part), round(scale, 2))
            if plan != found[-1]:
                found.append(plan)
    return tuple(found)


LADDER = _ladder()


def choose(measured: Measured, frames: int, seconds: float) -> Plan:
    """The best plan by which a shot of so many frames is done in `seconds`; the cheapest if none is cheap enough."""
    fitting = [plan for plan in LADDER if cost(measured, frames, plan) <= seconds]
    return fitting[-1] if fitting else LADDER[0]


def measure(crew: Crew, stage: Stage, folder: Path) -> Measured:
    """Make a few small frames of a shot in a folder and see how long they take. The frames are of no other use: the folder is
    removed. Raises EngineFailed, CannotWrite."""
    size = stage.size
    scale = min(1.0, round(math.sqrt(MEASURED_PX / (size[0] * size[1])), 2))
    small = rendered_size(size, scale)
    middle = stage.frames // 2
    near, far = (min(stage.frames - 1, middle + k) for k in (1, SPAN))
    asked = [Request(frame=f, samples=n) for f, n in ((0, 1), (middle, FEW), (near, MORE), (far, FEW))]
    asked.append(Request(frame=near, samples=FEW, extra=pack(none(small))))
    took: list[float] = []
    start = time.monotonic()
    try:
        with crew.open(Take(stage, folder, scale)) as session:
            crew.ready()
            for request in asked:
                session.render([request])
                if not took:
                    setup = time.monotonic() - start
                took.append(_record(folder, request.frame).seconds)
        reach = _reach(stage, folder, middle, far)
    finally:
        shutil.rmtree(folder.parent, ignore_errors=True)
    _, few, more, few_again, part = took
    return model(stage, small, setup, whole=(min(few, few_again), more), part=part)._replace(reach=reach)


def _record(folder: Path, frame: int) -> Record:
    record = read_record(folder, frame)
    if record is None:
        raise EngineFailed("A measured frame is not there", where=str(folder))
    return record


def _reach(stage: Stage, folder: Path, before: int, after: int) -> float:
    """How far apart two whole frames may be without leaving too much unseen between them, from two that are there: what they
    leave unseen grows about as their distance."""
    if after - before < 2 or is_locked(stage.camera):
        return math.inf
    sources = []
    for frame in (before, after):
        light = read_light(folder, _record(folder, frame))
        sources.append(Source(light, lens_at(stage.camera, frame, light.record.size), moving_pixels(light)))
    middle = lens_at(stage.camera, (before + after) // 2, sources[0].light.record.size)
    share = unseen(middle, *sources)
    return math.inf if share <= 0 else (after - before) * UNSEEN / share


def model(stage: Stage, size: tuple[int, int], setup: float, *, whole: tuple[float, float], part: float) -> Measured:
    """What the measured times mean for a shot: `whole` frames of FEW and of MORE samples and a `part` of FEW, rendered at
    `size`."""
    few, more = whole
    sample = max((more - few) / (MORE - FEW), 0.02 * more)  # on a noisy clock more samples may seem to cost nothing
    fixed = max(few - FEW * sample, 0.0)
    part_fixed = min(part, fixed)
    pixels = (stage.size[0] * stage.size[1]) / (size[0] * size[1])
    return Measured(
        setup_s=setup,
        whole_s=fixed,
        whole_sample_s=sample * pixels,
        part_s=part_fixed,
        part_sample_s=(part - part_fixed) / FEW * pixels,
        finish_s=FINISH_S * stage.size[0] * stage.size[1] / FINISH_PX,
        locked=is_locked(stage.camera),
        everywhere=any(node.type == "native" and node.everywhere for node in stage.nodes),
    )


class Shot(NamedTuple):
    """A staged shot whose frames are to be made by `engine`, kept in the store of a cache."""

    number: int
    stage: Stage
    engine: str
    cache: Path


class Planner:
    """Chooses a plan for each shot of a film as it comes, so that the whole is done `seconds` after `start` (time.monotonic)."""

    def __init__(
        self,
        seconds: float,
        counts: Sequence[int],
        remembered: Sequence[ShotFrames],
        emit: Callable[[Event], None],
        *,
        start: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.seconds, self.counts, self.emit = seconds, counts, emit
        self._remembered = {shot.index: shot for shot in remembered if shot.budget_s == seconds}
        self._start, self._clock = start, clock
        self._measured: Measured | None = None
        self._measuring_s = 0.0
        self._factor = 1.0
        self._begun: tuple[float, float] | None = None  # when the shot at hand was begun, and what it should take

    def plan(self, shot: Shot, measure: Callable[[], Measured]) -> Plan:
        """How to make a shot: as an earlier run with this budget did, else by what `measure` finds out (it is asked for the
        first shot, and for others where that costs little of their time)."""
        known = self._known(shot)
        if known is not None:
            self._begun = None
            self._say(shot, known, None)
            return known
        count, left = self.counts[shot.number], sum(self.counts[shot.number :])
        spent = self._clock() - self._start
        share = (self.seconds - spent) * count / left
        if self._measured is None or self._measuring_s < 0.1 * share:
            start = self._clock()
            self._measured = measure()
            self._measuring_s = self._clock() - start
        measured = self._measured.slower(self._factor)
        spent = self._clock() - self._start
        free = (self.seconds - spent - CLOSING_S) * (1 - RESERVE)
        plan = choose(measured, count, free * count / left)
        this = cost(measured, count, plan)
        expected = spent + CLOSING_S + this * left / count
        self._begun = (self._clock(), cost(self._measured, count, plan))
        self._say(shot, plan, expected)
        return plan

    def done(self, *, undisturbed: bool) -> None:
        """The shot is made. What it took in truth is the measure of the ones to come, unless some of its frames were there
        before."""
        if self._begun is not None and undisturbed:
            start, expected = self._begun
            self._factor = min(4.0, max(0.25, (self._clock() - start) / max(expected, 1e-3)))

    def _known(self, shot: Shot) -> Plan | None:
        """What an earlier run chose for this very Stage."""
        noted = self._remembered.get(shot.number)
        if noted is None:
            return None
        try:
            plan = Plan(**noted.plan)  # type: ignore[arg-type]
        except TypeError:
            return None
        folder = store.shot_folder(shot.cache, shot.stage, shot.engine, plan)
        return plan if folder.parent.name == noted.store else None

    def _say(self, shot: Shot, plan: Plan, expected: float | None) -> None:
        stride = stride_of(shot.stage, plan)
        locked = is_locked(shot.stage.camera)
        self.emit(
            Chosen(
                shot=shot.number,
                budget_s=self.seconds,
                key_samples=whole_samples(plan, stride=stride, locked=locked),
                part_samples=plan.part_samples,
                stride=stride,
                scale=plan.scale,
                expected_s=None if expected is None else round(expected, 1),
                enough=expected is None or expected <= self.seconds,
                remembered=expected is None,
            )
        )
