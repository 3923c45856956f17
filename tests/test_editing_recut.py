"""recut: what is shown of a take changes, the take does not, and nothing is rendered for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import stages
from cuttings import BEACH, CAFE, FPS, apart, film, make
from filmwright.editing.likeness import followed, origins
from filmwright.editing.recut import Last, Order, Retime, Trim, last_of, order_of, recut, retime_of, trim_of
from filmwright.editing.settle import settled
from filmwright.errors import BadInput
from filmwright.finish.pictures import Finisher, Shown
from filmwright.finish.retime import between, retimed
from filmwright.scene.lens import is_locked
from filmwright.spec.film import Span, find, frame_counts, picture_count, spans
from filmwright.spec.ledger import Entry, Ledger
from test_shoot import FRAMES, pictures, shoot, turned

LONG = BEACH | {"seconds": 2.0}
OTHER = CAFE | {"seconds": 1.0}


def test_a_trim_shows_less_and_leaves_the_take_alone() -> None:
    before = film(LONG, OTHER)
    after = recut(before, [Trim(1, 0.5, 1.5)])
    assert spans(after)[0].frames == range(FPS // 2, 3 * FPS // 2)
    assert picture_count(after) == 2 * FPS
    assert frame_counts(after) == frame_counts(before)
    assert after.shots[0].model_copy(update={"cut": None}) == before.shots[0]


def test_a_trim_of_a_trimmed_shot_counts_from_what_is_seen_and_all_brings_back_the_rest() -> None:
    once = recut(film(LONG), [Trim(1, 0.5, None)])
    twice = recut(once, [Trim(1, 0.25, 0.75)])
    assert spans(twice)[0].frames == range(6, 10)
    assert recut(twice, [Trim(1, None, None)]) == film(LONG)


def test_twice_as_fast_shows_every_second_frame_and_a_length_is_kept_to_the_frame() -> None:
    fast = spans(recut(film(LONG), [Retime(1, 2.0)]))[0]
    assert [fast.moment(k) for k in range(fast.pictures)] == list(range(0, 16, 2))
    for seconds in (0.5, 1.0, 1.125, 3.0, 5.5):
        assert picture_count(recut(film(LONG), [Last(1, seconds)])) == round(seconds * FPS)


def test_shots_are_named_by_where_they_stood() -> None:
    before = film(LONG, OTHER, BEACH | {"light": {"time": "night"}})
    after = recut(before, [Trim(2, 0.25, 1.0), Order((3, 2, 3))])
    assert origins(before, after) == [2, 1, 2]
    assert after.shots[1].cut is not None and after.shots[0] == after.shots[2] == before.shots[2]


def test_a_dissolve_stays_where_the_same_two_shots_meet() -> None:
    into = {"into": {"kind": "dissolve", "seconds": 0.25}}
    before = film(LONG | into, OTHER, BEACH)
    assert [s.into is not None for s in recut(before, [Order((3, 1, 2))]).shots] == [False, True, False]
    assert [s.into is not None for s in recut(before, [Order((2, 3, 1))]).shots] == [False] * 3


def test_a_take_has_as_many_frames_wherever_it_stands() -> None:
    """1.3 s at 8 frames a second are 10 or 11 frames, depending on what runs before."""
    before = film(BEACH | {"seconds": 1.3}, CAFE | {"seconds": 1.3}, LONG | {"seconds": 1.3})
    counts = frame_counts(before)
    after = recut(before, [Order((3, 1, 2))])
    assert frame_counts(after) == [counts[2], counts[0], counts[1]]
    assert settled(before) == settled(settled(before))


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.integers(1, 60), st.randoms())
def test_settled_takes_keep_their_frames_in_any_order(lengths: list[int], fps: int, random) -> None:  # type: ignore[no-untyped-def]
    work = film(*(BEACH | {"seconds": length * 0.037} for length in lengths)).model_copy(update={"fps": fps})
    still = settled(work)
    counts = frame_counts(still)
    assert counts == frame_counts(work)
    order = list(range(len(lengths)))
    random.shuffle(order)
    moved = still.model_copy(update={"shots": tuple(still.shots[k] for k in order)})
    assert frame_counts(moved) == [counts[k] for k in order]


@pytest.mark.parametrize(
    ("edits", "message"),
    [
        ([Trim(3, 0, 1)], "no shot 3"),
        ([Trim(1, 0, 9)], "lasts 2 s"),
        ([Trim(1, 1.5, 0.5)], "ends after it begins"),
        ([Retime(1, 100)], "nearest is 10x"),
        ([Last(1, 100)], "times as fast"),
        ([Order((1, 4))], "no shot 4"),
        ([Order(())], "No shot is left"),
        ([Order((1, 2) * 30)], "60 seconds"),
    ],
)
def test_what_cannot_be_cut_is_one_clear_error(edits: list, message: str) -> None:  # type: ignore[type-arg]
    with pytest.raises(BadInput, match=message):
        recut(film(LONG, OTHER), edits)


def test_edits_are_read_as_people_write_them() -> None:
    assert trim_of("1:0.5-3") == Trim(1, 0.5, 3) and trim_of(" 2: -1 ") == Trim(2, None, 1.0)
    assert trim_of("1:2–") == Trim(1, 2.0, None) and trim_of("1:all") == Trim(1, None, None)
    assert retime_of("1:2x") == Retime(1, 2) and retime_of("3:50%") == Retime(3, 0.5)
    assert last_of("1:3s") == Last(1, 3) and order_of("2, 1,3") == Order((2, 1, 3))
    for wrong in (lambda: trim_of("1"), lambda: trim_of("1:-"), lambda: retime_of("1:0x"), lambda: order_of("a,b")):
        with pytest.raises(BadInput, match="Write"):
            wrong()


def test_the_ledger_follows_the_shots() -> None:
    before = film(LONG, OTHER)
    ledger = Ledger(
        entries=(
            Entry(text="beach", span=(0, 5), path="shots.0.place.kind", status="staged"),
            Entry(text="cafe", span=(6, 10), path="shots.1.place.kind", status="staged"),
            Entry(text="it is far", path="shots.0", status="approximated", reason="it is far"),
        )
    )
    swapped = followed(ledger, before, recut(before, [Order((2, 1))]))
    assert [e.path for e in swapped.entries] == ["shots.1.place.kind", "shots.0.place.kind"]
    alone = followed(ledger, before, recut(before, [Order((2,))]))
    assert [(e.path, e.status) for e in alone.entries] == [(None, "unstaged"), ("shots.0.place.kind", "staged")]


def test_a_picture_between_two_frames_shows_things_half_way() -> None:
    random = np.random.default_rng(3)
    patch = np.kron(random.random((8, 6, 3)), np.ones((5, 5, 1))).astype(np.float32)
    pictures = []
    for x in (100, 106, 112):
        picture = np.full((120, 240, 3), 0.2, np.float32)
        picture[40:80, x : x + 30] = patch
        pictures.append(picture)
    middle = between(pictures[0], pictures[2], 0.5)
    mixed = (pictures[0] + pictures[2]) / 2
    assert np.abs(middle - pictures[1]).mean() < 0.3 * np.abs(mixed - pictures[1]).mean()


def test_whole_moments_are_the_frames_themselves() -> None:
    frames = [np.full((16, 16, 3), k / 10, np.float32) for k in range(2, 8)]
    fast = list(retimed(frames, Span(2, 2.0, 3)))
    assert [picture is frames[k] for picture, k in zip(fast, (0, 2, 4))] == [True] * 3
    slow = list(retimed(frames, Span(2, 0.5, 11)))
    assert all(slow[2 * k] is frames[k] for k in range(6))


def test_a_picture_of_the_film_is_found_in_its_take() -> None:
    work = recut(film(LONG, OTHER), [Trim(1, 0.5, 1.0), Retime(2, 2.0)])
    assert [find(work, k) for k in range(picture_count(work))] == [
        (0, 4), (0, 5), (0, 6), (0, 7), (1, 0), (1, 2), (1, 4), (1, 6),
    ]  # fmt: skip


def test_a_film_cut_anew_draws_nothing(tmp_path: Path, fresh_cache: Path) -> None:
    before = film(BEACH, CAFE)
    first = make(before, tmp_path, fresh_cache)
    assert (first.drawn, first.kept) == (12, 0)
    after = recut(before, [Trim(1, 0.25, 0.625), Retime(2, 2.0), Order((2, 1))])
    again = make(after, tmp_path, fresh_cache)
    assert again.drawn == 0
    asked = [6, 8, 10, 2, 3, 4]
    assert len(again.pictures) == len(asked)
    for picture, number in zip(again.pictures, asked):
        nearest = min(range(12), key=lambda k: apart(first.pictures[k], picture))
        assert nearest == number and apart(first.pictures[number], picture) < 3


def test_a_trimmed_shot_alone_draws_only_what_it_needs(tmp_path: Path, fresh_cache: Path) -> None:
    """One frame on each side more: what moves by itself leans on them. The rest is drawn when all is wanted."""
    work = film(BEACH | {"seconds": 1.5})
    assert make(recut(work, [Trim(1, 0.5, 0.75)]), tmp_path, fresh_cache).drawn == 4
    whole = make(work, tmp_path, fresh_cache)
    assert (whole.drawn, whole.kept) == (8, 4)


@pytest.mark.render
def test_the_frames_of_a_trimmed_take_are_those_of_the_whole_take(tmp_path: Path) -> None:
    """Between the whole frames they lie between, only the wanted ones are rendered; whoever wants all later renders only the rest,
    and the trimmed pictures look as they do in the whole."""
    stage = turned(stages.small(FRAMES), 0.0005)
    folder = tmp_path / "shot" / "frames"
    trimmed, few = shoot(stage, folder, wanted=range(5, 7))
    assert few.made(whole=True) == [4, 8] and few.made(whole=False) == [5, 6, 7]
    shown = Shown(trimmed.frames, trimmed, is_locked(stage.camera))
    part = np.stack(list(Finisher(shown).pictures(stage.size, range(5, 7))))
    whole, rest = shoot(stage, folder)
    assert rest.made(whole=True) == [0] and rest.made(whole=False) == [1, 2, 3]
    assert np.abs(part - pictures(whole, stage)[5:7]).mean() < 0.01
