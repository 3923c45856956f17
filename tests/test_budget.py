"""A film in a given time: reading the time, choosing the plan, sharing among shots; and how long a film will still take."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmwright import budget
from filmwright.budget import LADDER, Measured, Planner, Shot, choose, cost, in_words, model, seconds_of
from filmwright.cli.remaining import Remaining
from filmwright.errors import BadInput
from filmwright.events import Chosen, Event, FilmStarted, FrameDone, FrameKept, PictureDone, Planned, ShotStarted, parse
from filmwright.movie import store, take
from filmwright.settings import QUALITIES, Plan
from stages import small

VALLEY = Measured(  # seconds of the valley at 640x360 on 2 cores (notes, measured)
    setup_s=6.0, whole_s=0.26, whole_sample_s=0.44, part_s=0.26, part_sample_s=0.1, finish_s=0.2
)
costs = st.floats(0.001, 50.0)
measured_shots = st.builds(
    Measured,
    setup_s=costs,
    whole_s=costs,
    whole_sample_s=costs,
    part_s=costs,
    part_sample_s=costs,
    finish_s=costs,
    locked=st.booleans(),
    everywhere=st.booleans(),
    reach=st.floats(0.1, 100),
)


# The time


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3m", 180), ("90s", 90), ("1h30m", 5400), ("2:30", 150), ("45", 45), ("1:02:30", 3750), (" 1M 30s ", 90),
        ("1.5m", 90), ("3 minutes", 180), ("2 min 5 sec", 125), ("90:00", 5400),
    ],
)  # fmt: skip
def test_a_length_of_time_is_read_in_the_usual_forms(text: str, seconds: float) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "3m, 90s or 1h30m"), ("soon", "3m, 90s or 1h30m"), ("0", "3m"), ("0m", "3m"), ("-3m", "Try 3m."),
        ("2,5m", "Try 2.5m."), ("3x", "3m"), ("5 monkeys", "Try 5m."), ("999h", "168h"), ("1:75:00", "2:30"),
        ("nan", "3m"), ("inf", "3m"), ("1e9", "3m"), ("1" * 400, "168h"),
    ],
)  # fmt: skip
def test_an_unreadable_length_of_time_is_refused_with_the_nearest_form(text: str, hint: str) -> None:
    with pytest.raises(BadInput) as e:
        seconds_of(text)
    assert hint in str(e.value) and "--budget" in str(e.value)


@given(st.text(alphabet="0123456789hms:., x-", max_size=12))
def test_every_text_is_a_time_or_one_clear_error_whose_suggestion_can_be_read(text: str) -> None:
    try:
        assert 0 < seconds_of(text) < math.inf
    except BadInput as e:
        suggested = re.search(r"Try ([\w:]+(?:\.\d+\w)?)", str(e))
        assert suggested is not None and seconds_of(suggested[1]) > 0


@given(st.integers(1, 100_000))
def test_times_in_words_are_read_back(seconds: int) -> None:
    assert abs(seconds_of(in_words(seconds)) - seconds) < (60 if seconds >= 3600 else 1)


# The choice


def no_worse(better: Plan, plan: Plan) -> bool:
    return (
        better.key_samples >= plan.key_samples
        and better.part_samples >= plan.part_samples
        and better.scale >= plan.scale
        and better.stride <= plan.stride
        and better.locked_stride <= plan.locked_stride
    )


@given(measured_shots, st.integers(1, 1440), st.floats(0, 1e5), st.floats(0, 1e5))
def test_more_time_never_gives_less(measured: Measured, frames: int, one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert no_worse(choose(measured, frames, more), choose(measured, frames, less))


@given(measured_shots, st.integers(1, 1440), st.floats(0, 1e6))
def test_the_choice_fits_and_nothing_better_would(measured: Measured, frames: int, seconds: float) -> None:
    plan = choose(measured, frames, seconds)
    assert cost(measured, frames, plan) <= seconds or plan == LADDER[0]
    better = LADDER[LADDER.index(plan) + 1 :]
    assert all(cost(measured, frames, b) > seconds for b in better)


@given(measured_shots, st.integers(1, 1440), st.floats(1.0, 5.0), st.floats(0, 1e5))
def test_a_faster_machine_gets_no_less_from_the_same_time(
    measured: Measured, frames: int, factor: float, seconds: float
) -> None:
    assert no_worse(choose(measured, frames, seconds), choose(measured.slower(factor), frames, seconds))


def test_all_qualities_are_on_the_way_and_final_is_its_end() -> None:
    assert [plan for plan in LADDER if plan in QUALITIES.values()] == list(QUALITIES.values())
    assert choose(VALLEY, 96, 1e9) == QUALITIES["final"]


def test_the_valley_gets_about_a_draft_in_its_time_and_more_in_more() -> None:
    """Four seconds at 24 frames a second."""
    draft = cost(VALLEY, 96, QUALITIES["draft"])
    assert choose(VALLEY, 96, draft) == QUALITIES["draft"]
    assert choose(VALLEY, 96, draft / 3).key_samples < 8
    assert choose(VALLEY, 96, 3 * draft).key_samples > 12


def test_a_still_camera_and_a_busy_picture_are_reckoned_as_they_are_made() -> None:
    plan = QUALITIES["draft"]
    moving = cost(VALLEY, 97, plan)
    assert cost(VALLEY._replace(everywhere=True), 97, plan) > 1.2 * moving
    locked = VALLEY.whole_s + 12 * VALLEY.whole_sample_s
    whole = VALLEY.whole_s + 6 * VALLEY.whole_sample_s
    part = VALLEY.part_s + plan.part_samples * VALLEY.part_sample_s
    assert moving == pytest.approx(6 + 7 * whole + 90 * part + 97 * 0.2)
    assert cost(VALLEY._replace(locked=True), 97, plan) == pytest.approx(6 + 3 * locked + 94 * part + 97 * 0.2)


def test_where_two_whole_frames_leave_much_unseen_more_of_them_are_reckoned() -> None:
    """A fast camera: whole frames sixteen or six frames apart show too little, two or three frames apart enough."""
    fast = VALLEY._replace(reach=3.0)
    assert [fast.stride(QUALITIES[name]) for name in ("draft", "standard", "final")] == [2, 3, 3]
    assert cost(fast, 97, QUALITIES["draft"]) > 1.3 * cost(VALLEY, 97, QUALITIES["draft"])
    assert fast._replace(locked=True).stride(QUALITIES["draft"]) == 48


def test_what_frames_cost_is_found_from_small_ones() -> None:
    """A machine on which a whole frame takes 0.3 s and 2 µs a sample a pixel, and a part a tenth of the pixels."""
    stage = small(frames=24, size=(960, 640))
    pixels = 480 * 320
    whole = (0.3 + 2e-6 * budget.FEW * pixels, 0.3 + 2e-6 * budget.MORE * pixels)
    found = model(stage, (480, 320), 5.0, whole=whole, part=0.3 + 2e-7 * budget.FEW * pixels)
    assert found.whole_s == pytest.approx(0.3)
    assert found.whole_sample_s == pytest.approx(2e-6 * 960 * 640)
    assert found.part_s == pytest.approx(0.3)
    assert found.part_sample_s == pytest.approx(2e-7 * 960 * 640)
    assert found.locked and not found.everywhere


@given(st.floats(0.001, 100), st.floats(0.001, 100), st.floats(0.001, 100))
def test_a_noisy_clock_gives_no_negative_costs(few: float, more: float, part: float) -> None:
    found = model(small(), (96, 64), 1.0, whole=(few, more), part=part)
    assert min(found[:6]) >= 0.0 and found.whole_sample_s > 0


# The shots of a film


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Film:
    """Shots planned one after another; making a shot takes what the plan costs on a machine so many times slower than was
    measured."""

    def __init__(self, seconds: float, counts: Sequence[int], cache: Path, remembered: Sequence[take.ShotFrames] = ()):
        self.clock, self.said, self.counts, self.cache = Clock(), [], counts, cache
        self.said: list[Chosen] = []
        self.measured = 0
        self.planner = Planner(
            seconds, counts, remembered, self.hear, start=self.clock.now, clock=self.clock
        )  # fmt: skip

    def hear(self, event: Event) -> None:
        assert isinstance(event, Chosen)
        self.said.append(event)

    def measure(self) -> Measured:
        self.measured += 1
        self.clock.now += 4
        return VALLEY

    def make(self, index: int, *, slow: float = 1.0, number: int | None = None) -> Plan:
        stage = small(frames=3 + (index if number is None else number))
        plan = self.planner.plan(Shot(index, stage, "cycles", self.cache), self.measure)
        self.clock.now += slow * cost(VALLEY, self.counts[index], plan)
        self.planner.done(undisturbed=True)
        return plan

    @property
    def took(self) -> float:
        return self.clock.now - 1000.0


def test_a_film_of_three_shots_is_done_in_time_and_uses_it(tmp_path: Path) -> None:
    film = Film(300, (96, 48, 144), tmp_path)
    for index in range(3):
        film.make(index)
    assert 0.75 * 300 < film.took <= 300
    assert all(c.enough for c in film.said)
    assert film.said[0].expected_s == pytest.approx(film.took, rel=0.15)


def test_a_machine_that_turns_out_slower_is_reckoned_with_in_the_next_shots(tmp_path: Path) -> None:
    film = Film(400, (96, 96, 96, 96), tmp_path)
    plans = [film.make(index, slow=1.6) for index in range(4)]
    assert no_worse(plans[0], plans[1]) and plans[0] != plans[1]
    assert film.took <= 400 * 1.02


def test_a_budget_that_is_too_short_is_said_at_once_with_the_time_it_takes(tmp_path: Path) -> None:
    film = Film(20, (96,), tmp_path)
    assert film.make(0) == LADDER[0]
    assert not film.said[0].enough
    assert film.said[0].expected_s == pytest.approx(film.took, rel=0.1)


def test_measuring_is_done_once_where_time_is_short(tmp_path: Path) -> None:
    short, long = Film(90, (24,) * 4, tmp_path), Film(3000, (24,) * 4, tmp_path)
    for index in range(4):
        short.make(index)
        long.make(index)
    assert (short.measured, long.measured) == (1, 4)


def test_what_was_chosen_before_is_taken_again_for_the_same_stage_and_budget_only(tmp_path: Path) -> None:
    first = Film(300, (96,), tmp_path)
    plan = first.make(0)
    folder = store.shot_folder(tmp_path, small(frames=3), "cycles", plan)
    take.write_shots(tmp_path, [take.shot_frames(0, folder, 96, "cycles", plan, 300.0)])
    noted = take.read_shots(tmp_path)
    again = Film(300, (96,), tmp_path, noted)
    assert again.make(0) == plan and again.measured == 0
    assert again.said[0].remembered
    other_budget, other_stage = Film(301, (96,), tmp_path, noted), Film(300, (96,), tmp_path, noted)
    other_budget.make(0)
    other_stage.make(0, number=5)
    assert (other_budget.measured, other_stage.measured) == (1, 1)


def test_broken_notes_of_an_earlier_run_are_as_good_as_none(tmp_path: Path) -> None:
    (tmp_path / "shots.json").write_text('[{"index": 0, "plan"', encoding="utf-8")
    assert take.read_shots(tmp_path) == []
    noted = take.ShotFrames(index=0, store="0", frames=9, engine="cycles", plan={"strides": 3}, budget_s=300)
    film = Film(300, (9,), tmp_path, [noted])
    film.make(0)
    assert film.measured == 1


# How long it will still take


def told(sequence: Sequence[tuple[float, Event]]) -> list[tuple[float, Event, float | None]]:
    """Each moment and event with the seconds that are said to be left right after it."""
    clock = Clock()
    remaining, found = Remaining(clock), []
    for moment, event in sequence:
        clock.now = 1000.0 + moment
        remaining.see(event)
        found.append((moment, event, remaining.seconds()))
    return found


def shot_of(
    index: int, start: float, frames: int, stride: int, *, whole: float, part: float, first_picture: int
) -> list[tuple[float, Event]]:
    """The events of one shot: built for 4 s, parts that get dearer by half as somebody comes nearer, pictures beside."""
    keys = [*range(0, frames - 1, stride), frames - 1]
    now, events = start, [(start, ShotStarted(shot=index, frames=frames))]
    events.append((now, Planned(whole=len(keys), parts=frames - len(keys))))
    now += 4.0
    for k, frame in enumerate(keys):
        took = whole * (1.0 + 0.15 * math.sin(2.1 * k))
        now += took
        events.append((now, FrameDone(frame=frame, seconds=took, whole=True)))
    for frame in range(frames):
        if frame not in keys:
            took = part * (1.0 + 0.5 * frame / frames + 0.2 * math.sin(1.7 * frame))
            now += took
            events.append((now, FrameDone(frame=frame, seconds=took, whole=False)))
        events.append((now, PictureDone(picture=first_picture + frame)))
    return events


def film_of(*shots: tuple[int, float, float]) -> list[tuple[float, Event]]:
    """Events of shots of (frames, seconds of a whole frame, of a part)."""
    events: list[tuple[float, Event]] = [(0.0, FilmStarted(frames=tuple(s[0] for s in shots), folder="x"))]
    done = 0
    for index, (frames, whole, part) in enumerate(shots):
        start = events[-1][0] + (3.0 if index == 0 else 0.1)
        events += shot_of(index, start, frames, 8, whole=whole, part=part, first_picture=done)
        done += frames
    return events


def quarter_on(said: list[tuple[float, Event, float | None]]) -> list[tuple[float, float | None]]:
    """Seconds truly left and seconds said to be left, from a quarter of the frames on until a twentieth is left."""
    end = said[-1][0]
    made = [k for k, (_, event, _) in enumerate(said) if isinstance(event, FrameDone)]
    return [(end - m, left) for m, _, left in said[made[len(made) // 4] :] if end - m > 0.05 * end]


@pytest.mark.parametrize(
    "film",
    [
        [(96, 4.0, 1.1)],
        [(96, 4.0, 0.4)],
        [(240, 2.0, 1.3), (240, 2.4, 1.5), (240, 1.9, 1.2)],
        [(97, 0.9, 0.9)],
    ],
)
def test_after_a_quarter_of_the_frames_the_estimate_is_right_within_a_quarter(
    film: list[tuple[int, float, float]],
) -> None:
    for truth, left in quarter_on(told(film_of(*film))):
        assert left is not None
        assert left == pytest.approx(truth, rel=0.25, abs=2.0)


def test_before_the_first_frame_nothing_is_said_and_after_it_something_of_the_right_order() -> None:
    said = told(film_of((96, 4.0, 1.1)))
    first = next(k for k, (_, event, _) in enumerate(said) if isinstance(event, FrameDone))
    assert [left for _, _, left in said[:first]] == [None] * first
    truth = said[-1][0] - said[first][0]
    left = said[first][2]
    assert left is not None and 0.5 * truth < left < 2 * truth


def test_a_budget_knows_before_the_first_frame() -> None:
    film = film_of((96, 4.0, 1.1))
    chosen = Chosen(shot=0, budget_s=200, key_samples=8, part_samples=5, stride=8, scale=1, expected_s=170)
    said = told([*film[:1], (2.5, chosen), *film[1:]])
    assert said[1][2] == pytest.approx(167.5)
    assert said[3][2] == pytest.approx(167.0)


def test_between_frames_the_time_runs_down_but_a_frame_that_hangs_does_not_end_the_film() -> None:
    clock = Clock()
    remaining = Remaining(clock)
    remaining.see(FilmStarted(frames=(11,), folder="x"))
    remaining.see(ShotStarted(shot=0, frames=11))
    remaining.see(Planned(whole=11, parts=0))
    clock.now += 10
    remaining.see(FrameDone(frame=0, seconds=4.0))
    assert remaining.seconds() == 40
    clock.now += 3
    assert remaining.seconds() == 37
    clock.now += 500
    assert remaining.seconds() == 36


def test_frames_that_were_there_are_not_waited_for() -> None:
    film = film_of((96, 4.0, 1.1))
    kept = [
        (moment, FrameKept(frame=event.frame, whole=event.whole) if isinstance(event, FrameDone) else event)
        for moment, event in film
    ]
    half = len(film) // 2
    shift = film[half][0] - 8
    went_on = [(min(m, 8.0), e) for m, e in kept[:half]] + [(m - shift, e) for m, e in film[half:]]
    said = told(went_on)
    rendered = [(said[-1][0] - m, left) for m, event, left in said if isinstance(event, FrameDone)]
    for truth, left in rendered[3:-8]:
        assert left is not None and left == pytest.approx(truth, rel=0.3)


def test_pictures_that_take_longer_than_frames_are_waited_for() -> None:
    """All frames are there; what is left is finishing, half a second a picture."""
    film: list[tuple[float, Event]] = [(0.0, FilmStarted(frames=(100,), folder="x"))]
    film += [(1.0, ShotStarted(shot=0, frames=100)), (1.0, Planned(whole=100, parts=0))]
    film += [(1.0, FrameKept(frame=k)) for k in range(100)]
    film += [(2.0 + 0.5 * k, PictureDone(picture=k)) for k in range(100)]
    said = told(film)
    assert said[3 + 100 + 39][2] == pytest.approx(30.0)


def test_a_clock_that_is_set_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sets the date back by a day whenever it is asked for; the steady clock goes on."""
    film = film_of((96, 4.0, 1.1))
    calm = told(film)
    days = iter(range(0, -(10**9), -86400))
    monkeypatch.setattr(time, "time", lambda: float(next(days)))
    assert told(film) == calm


def test_what_happens_between_frames_is_not_taken_for_their_time() -> None:
    """Ten seconds of judging before the first part, which took one."""
    clock = Clock()
    remaining = Remaining(clock)
    remaining.see(FilmStarted(frames=(12,), folder="x"))
    remaining.see(ShotStarted(shot=0, frames=12))
    remaining.see(Planned(whole=1, parts=11))
    clock.now += 9
    remaining.see(FrameDone(frame=0, seconds=3.0))
    clock.now += 10
    remaining.see(FrameDone(frame=1, seconds=1.0, whole=False))
    assert remaining.seconds() == 10


def test_two_machines_halve_the_time() -> None:
    clock = Clock()
    remaining = Remaining(clock)
    remaining.see(FilmStarted(frames=(40,), folder="x"))
    remaining.see(ShotStarted(shot=0, frames=40))
    remaining.see(Planned(whole=40, parts=0))
    clock.now += 4
    for frame in range(20):
        remaining.see(FrameDone(frame=frame, seconds=4.0))
        clock.now += 2
    left = remaining.seconds()
    assert left is not None and left == pytest.approx(40, abs=4)


def test_on_a_recorded_film_the_estimate_is_right_within_a_quarter() -> None:
    """The valley at 320x180 on a machine that others kept busy: seven whole frames, 41 parts of somebody walking."""
    text = (Path(__file__).parent / "data" / "film-events.txt").read_text(encoding="utf-8")
    lines = [line.split(" ", 1) for line in text.splitlines()]
    said = told([(float(moment), parse(event)) for moment, event in lines])
    assert all(left is None for _, event, left in said if isinstance(event, FilmStarted | ShotStarted | Planned))
    for truth, left in quarter_on(said):
        assert left is not None and left == pytest.approx(truth, rel=0.25)
