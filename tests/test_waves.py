"""The sea as numbers: it comes in, breaks, runs up the sand and slides back, and never jumps."""

from __future__ import annotations

import math

import numpy as np
import pytest

from filmwright.scene import waves
from filmwright.scene.waves import Sea, SeaFrame, SeaState, prepare, runup, sea_at

SEAWARD = np.concatenate([np.linspace(-8.4, 0.0, 57), np.arange(0.2, 80.0, 0.25)])
ALONG = np.arange(-12.0, 12.0, 0.4)
FPS = 24


def beach(**changes: float) -> Sea:
    bed = np.where(SEAWARD > 0, -SEAWARD / 22.0, -SEAWARD / 13.0)
    state = SeaState(seed=5, swell_m=1.2)._replace(**changes)
    return prepare(state, SEAWARD, ALONG, np.zeros(len(ALONG)), np.tile(bed, (len(ALONG), 1)))


@pytest.fixture(scope="module")
def sea() -> Sea:
    return beach()


def shaped(values: np.ndarray) -> np.ndarray:
    return values.reshape(len(ALONG), len(SEAWARD))


def heights(frame: SeaFrame) -> np.ndarray:
    return shaped(frame.points[:, 2])


def test_any_frame_can_be_asked_for_alone(sea: Sea) -> None:
    first = sea_at(sea, 3.0)
    sea_at(sea, 11.0)
    again = sea_at(beach(), 3.0)
    for a, b in zip(first, again, strict=True):
        np.testing.assert_array_equal(a, b)


def test_the_water_never_lies_under_the_sand(sea: Sea) -> None:
    for time in (0.0, 1.7, 5.3):
        frame = sea_at(sea, time)
        assert (heights(frame) >= sea.bed - 1e-5).all()
        np.testing.assert_allclose(shaped(frame.depth), heights(frame) - sea.bed, atol=2e-3)


def test_crests_travel_to_the_shore(sea: Sea) -> None:
    """The surface a third of a second later fits best when moved shoreward at about the speed of a long wave."""
    window = (SEAWARD > 12) & (SEAWARD < 45)
    row = len(ALONG) // 2
    now, later = heights(sea_at(sea, 4.0))[row], heights(sea_at(sea, 4.33))[row]
    shifts = np.arange(-3.0, 3.01, 0.1)
    fits = [float(np.corrcoef(np.interp(SEAWARD[window] + s, SEAWARD, now), later[window])[0, 1]) for s in shifts]
    speed = shifts[int(np.argmax(fits))] / 0.33
    depth = float(-sea.bed[row][window].mean())
    assert 0.5 * math.sqrt(9.81 * depth) < speed < 1.5 * math.sqrt(9.81 * depth)


def test_swell_turns_parallel_to_the_shore_as_it_comes_in() -> None:
    """The angle between crests and shore shrinks: the wavenumber across the shore grows, the one along it stays."""
    depth = np.array([20.0, 1.0])
    omega = 2 * math.pi / 7.0
    along = omega**2 / 9.81 * math.sin(0.5)
    angles = np.arcsin(along / waves.wavenumber(np.full(2, omega), depth))
    assert angles[1] < 0.5 * angles[0]


def test_the_dispersion_relation_holds() -> None:
    omega, depth = np.array([0.5, 0.9, 2.0]), np.array([3.0, 10.0, 1.0])
    k = waves.wavenumber(omega, depth)
    np.testing.assert_allclose(9.81 * k * np.tanh(k * depth), omega**2, rtol=0.03)


def test_waves_are_white_where_they_break_and_not_far_out(sea: Sea) -> None:
    foam = np.mean([shaped(sea_at(sea, t).foam) for t in np.arange(0, 14, 0.5)], axis=0)
    surf = foam[:, (SEAWARD > 3) & (SEAWARD < 15)].mean()
    outside = foam[:, SEAWARD > 60].mean()
    assert surf > 0.1
    assert outside < 0.2 * surf


def test_no_wave_is_higher_than_the_water_carries(sea: Sea) -> None:
    inside = (SEAWARD > 4) & (SEAWARD < 30)
    for time in np.arange(0, 10, 1.3):
        high = heights(sea_at(sea, float(time)))[:, inside]
        assert (high <= 0.78 * (SEAWARD[inside] / 22.0) + 0.35).all()


def test_the_sheet_runs_up_the_sand_and_slides_back(sea: Sea) -> None:
    edge = runup(sea, np.arange(0.0, 21.0, 1 / FPS))[:, len(ALONG) // 2]
    assert edge.max() > 2.5
    assert edge.max() < 1.3 * sea.state.swash_m
    assert edge.min() < 0.4 * edge.max()
    rising = np.diff(edge) > 0
    assert 2 <= (np.diff(rising.astype(int)) == 1).sum() <= 6  # three waves of seven seconds, give or take a small one


def test_the_sheet_slides_back_slower_than_it_ran_up(sea: Sea) -> None:
    speed = np.diff(runup(sea, np.arange(0.0, 30.0, 1 / FPS)), axis=0) * FPS
    assert np.quantile(speed, 0.98) > 1.2 * -np.quantile(speed, 0.02)


def test_nothing_pops_from_frame_to_frame(sea: Sea) -> None:
    """No point of the surface jumps: the most a front may do in a frame is its height times its speed over its width."""
    last = sea_at(sea, 0.0)
    for frame in range(1, 4 * FPS):
        now = sea_at(sea, frame / FPS)
        step = np.abs(now.points[:, 2] - last.points[:, 2])
        assert step.max() < 0.22
        assert step.mean() < 0.03
        assert np.abs(now.foam - last.foam).mean() < 0.03
        assert np.abs(now.dark - last.dark).mean() < 0.02
        last = now


def test_sand_stays_wet_behind_the_sheet_and_dries(sea: Sea) -> None:
    middle = len(ALONG) // 2
    times = np.arange(0.0, 20.0, 1 / FPS)
    edge = runup(sea, times)[:, middle]
    top = int(np.argmax(edge[: 12 * FPS]))
    spot = int(np.argmin(np.abs(-SEAWARD - 0.8 * edge[top])))
    bare = next(k for k in range(top, len(times)) if edge[k] < 0.6 * edge[top])
    frames = [sea_at(sea, float(times[bare]) + d) for d in (0.0, 1.0)]
    dark = [float(shaped(f.dark)[middle, spot]) for f in frames]
    shine = [float(shaped(f.shine)[middle, spot]) for f in frames]
    assert shaped(frames[0].depth)[middle, spot] == pytest.approx(0.0, abs=1e-3)
    assert dark[0] > 0.6 and dark[1] < dark[0]
    assert shine[1] < shine[0]
    assert shine[0] - shine[1] > dark[0] - dark[1]  # the mirror goes before the color


def test_the_high_beach_stays_dry(sea: Sea) -> None:
    frame = sea_at(sea, 6.0)
    high = 1.4 * sea.state.swash_m < -SEAWARD
    assert shaped(frame.depth)[:, high].max() == 0.0
    assert shaped(frame.dark)[:, high].max() < 0.01


def test_more_swell_is_higher_water() -> None:
    out = SEAWARD > 40
    low, high = (np.std(heights(sea_at(beach(swell_m=s), 2.0))[:, out]) for s in (0.4, 1.2))
    assert high > 1.8 * low


def test_waves_shorter_than_the_grid_are_left_out() -> None:
    """On a coarse grid far away the chop is gone, not aliased into noise."""
    coarse = np.arange(0.0, 4000.0, 40.0)
    rows = np.arange(0.0, 4000.0, 40.0)
    sea = prepare(
        SeaState(seed=2, chop_m=0.5), coarse, rows, np.zeros(len(rows)), np.full((len(rows), len(coarse)), -30.0)
    )
    assert np.abs(sea.chop.rows).max() * np.abs(sea.chop.columns).max() < 1e-6
