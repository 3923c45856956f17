"""Frames gathered, carried and laid together, on a world small enough to be drawn exactly: a painted wall and a post before it."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import numpy as np
import OpenEXR
import pytest
from hypothesis import strategies as st
from numpy.typing import NDArray

from filmwright.errors import EngineFailed
from filmwright.finish.carry import EMPTY, across, filled
from filmwright.finish.denoise import denoised, guides_denoised, only_where, patches
from filmwright.finish.gather import Clean, Source, gathered
from filmwright.finish.inbetween import carried, remembered, unknown, unseen, with_part
from filmwright.finish.pictures import Finisher, Shown
from filmwright.finish.read import F32, Light, Mask, moving_pixels, near_cast, read_light, read_picture, restless
from filmwright.finish.tone import developed
from filmwright.scene import tiles
from filmwright.scene.frames import MOVING, Frames, Record, checksum, light, picture, put_record, record_path
from filmwright.scene.lens import Lens, is_locked, lens_at
from filmwright.scene.nodes import Camera, Exposure

SIZE = (160, 96)
WALL_M, POST_M = 10.0, 5.0


def camera(xs: list[float], yaw: float = 0.0) -> Camera:
    """Cameras at these x, looking along +Y, each turned by `yaw` more to the left than the last."""
    count = len(xs)
    half = np.pi / 4
    turn = np.arange(count) * yaw / 2
    # upright: 90 degrees about X, then the turn about Z
    rotations = np.stack(
        [
            np.cos(turn) * np.cos(half),
            np.cos(turn) * np.sin(half),
            np.sin(turn) * np.sin(half),
            np.sin(turn) * np.cos(half),
        ],
        1,
    )
    places = np.stack([np.array(xs, float), np.zeros(count), np.zeros(count)], 1)
    return Camera(locations=places, rotations=rotations, focal_mm=np.full(count, 30.0), focus_m=np.full(count, 5.0))


def drawn(lens: Lens, *, person_x: float | None = None, post: bool = True) -> tuple[F32, F32, NDArray[np.float32]]:
    """Color, depth and owner as this lens sees them; the person is a red board 4 m away."""
    x, y = np.meshgrid(np.arange(SIZE[0]) + 0.5, np.arange(SIZE[1]) + 0.5)
    ones = np.ones_like(x, dtype=np.float32)

    def at(depth_m: float) -> F32:
        """Points where the rays meet the plane y = depth_m."""
        ray = lens.unproject(x.astype(np.float32), y.astype(np.float32), ones) - lens.center
        return lens.center + ray * (depth_m / ray[..., 1:2])

    wall = at(WALL_M)
    color = np.stack(
        [0.4 + 0.2 * np.sin(wall[..., 0] * 2.1), 0.4 + 0.2 * np.sin(wall[..., 2] * 1.7), 0.3 + 0.05 * wall[..., 0]], -1
    )
    depth = lens.project(wall)[2]
    owner = np.zeros_like(depth)
    if post:
        near = at(POST_M)
        hit = np.abs(near[..., 0] - 0.6) < 0.25
        color[hit], depth = (0.05, 0.3, 0.05), np.where(hit, lens.project(near)[2], depth)
    if person_x is not None:
        board = at(4.0)
        hit = (np.abs(board[..., 0] - person_x) < 0.3) & (np.abs(board[..., 2]) < 0.6)
        color[hit], depth = (0.8, 0.05, 0.05), np.where(hit, lens.project(board)[2], depth)
        owner[hit] = 1
    return np.asarray(color, np.float32), np.asarray(depth, np.float32), owner


def touched(owner: NDArray[np.float32]) -> tiles.Tiles:
    return tiles.grown(tiles.of_pixels(owner > 0))


def seen_whole(
    lens: Lens, noise: float = 0.0, seed: int = 0, person_x: float | None = None, samples: int = 4
) -> Source:
    color, depth, owner = drawn(lens, person_x=person_x)
    rng = np.random.default_rng(seed)
    noisy = np.maximum(color * (1 + noise * rng.standard_normal(color.shape)), 0).astype(np.float32)
    record = Record(
        frame=seed,
        kind="light",
        size=SIZE,
        window=(0, 0, *SIZE),
        moving=tiles.pack(touched(owner)),
        samples=samples,
        length=0,
        crc=0,
    )
    flat = np.broadcast_to(np.float32([0, -1, 0]), color.shape)
    shot = Light(record, noisy, np.asarray(color, np.float32), np.ascontiguousarray(flat), depth, owner)
    return Source(shot, lens, moving_pixels(shot))


def clean(source: Source) -> Clean:
    shot = source.light
    cast = near_cast(shot.owner)
    return Clean(shot.record.frame, shot.color, shot.albedo, shot.normal, shot.depth, source.lens, source.moving, cast)


def error(a: F32, b: F32, where: Mask | None = None) -> float:
    off = np.abs(a - b).mean(axis=-1)
    return float(off.mean() if where is None else off[where].mean())


def test_the_lens_finds_its_pixels_again() -> None:
    lens = lens_at(camera([0.3, 0.3], yaw=0.2), 1, SIZE)
    x, y = np.float32([[3.5, 80.0]]), np.float32([[10.0, 90.5]])
    u, v, depth = lens.project(lens.unproject(x, y, np.float32([[2.0, 30.0]])))
    assert np.allclose([u, v], [x, y], atol=1e-3) and np.allclose(depth, [[2, 30]], atol=1e-3)


def test_a_camera_is_locked_only_if_nothing_of_it_moves() -> None:
    assert is_locked(camera([0.5] * 3))
    assert not is_locked(camera([0.0, 0.01]))
    assert not is_locked(camera([0.0, 0.0], yaw=0.01))


def test_a_frame_between_two_is_what_the_camera_would_have_seen() -> None:
    """A dolly of 40 cm to the right past a post: the wall behind it uncovers on one side and hides on the other."""
    track = camera([0.0, 0.2, 0.4])
    before, middle, after = (lens_at(track, k, SIZE) for k in range(3))
    made = carried(middle, clean(seen_whole(before)), clean(seen_whole(after)), 0.5)
    truth, depth, _ = drawn(middle)
    assert error(made.color, truth) < 0.01
    assert np.mean(np.abs(made.depth - depth) < 0.1) > 0.98


def test_a_locked_camera_carries_every_pixel_untouched() -> None:
    lens = lens_at(camera([0.0]), 0, SIZE)
    one = clean(seen_whole(lens))
    assert np.allclose(carried(lens, one, one, 0.5).color, one.color, atol=1e-5)


def test_nobody_leaves_a_ghost_in_the_frames_between() -> None:
    """The person stands left in one whole frame and right in the next: the carried set shows neither."""
    lens = lens_at(camera([0.0]), 0, SIZE)
    before, after = seen_whole(lens, person_x=-1.2), seen_whole(lens, person_x=1.0)
    made = carried(lens, clean(before), clean(after), 0.5)
    assert error(made.color, drawn(lens)[0]) < 1e-4


@pytest.mark.parametrize("clean_guides", [False, True])
def test_a_part_is_laid_over_the_set_and_its_black_surroundings_are_not(clean_guides: bool) -> None:
    lens = lens_at(camera([0.0]), 0, SIZE)
    base = carried(lens, clean(seen_whole(lens)), clean(seen_whole(lens)), 0.5)
    color, depth, owner = drawn(lens, person_x=0.0)
    wanted = touched(owner)
    box = tiles.window(wanted, SIZE)
    assert box is not None
    left, top, right, bottom = box
    here = np.s_[top:bottom, left:right]
    dark = np.where(tiles.pixels(wanted, SIZE)[..., None], color, 0)[here].astype(np.float32)
    record = Record(
        frame=1,
        kind="light",
        size=SIZE,
        window=box,
        tiles=tiles.pack(wanted),
        moving=tiles.pack(wanted),
        samples=4,
        length=0,
        crc=0,
    )
    flat = np.ascontiguousarray(np.broadcast_to(np.float32([0, -1, 0]), dark.shape))
    part = Light(record, dark, dark, flat, depth[here], owner[here])
    made = with_part(base, part, None, quality="high", clean_guides=clean_guides)
    assert error(made, color) < 0.01
    assert error(made, color, owner > 0) < 0.03, "the person is as rendered"
    outside = ~tiles.pixels(wanted, SIZE)
    assert np.array_equal(made[outside], base.color[outside])


def test_samples_of_neighbors_take_noise_away() -> None:
    """Five frames along a slow dolly, each with strong noise: together they lie nearer to the truth than one alone."""
    track = camera([0.02 * k for k in range(5)])
    sources = [seen_whole(lens_at(track, k, SIZE), noise=0.8, seed=k) for k in range(5)]
    truth = drawn(sources[2].lens)[0]
    alone = gathered(sources[2], (), quality="high", clean_guides=False)
    together = gathered(sources[2], [sources[k] for k in (0, 1, 3, 4)], quality="high", clean_guides=False)
    assert error(together.color, truth) < 0.9 * error(alone.color, truth)


def test_what_moves_gathers_nothing_from_another_moment() -> None:
    lens = lens_at(camera([0.0]), 0, SIZE)
    here, there = seen_whole(lens, person_x=0.0), seen_whole(lens, person_x=0.9, seed=1)
    made = gathered(here, [there], quality="high", clean_guides=False)
    truth, _, owner = drawn(lens, person_x=0.0)
    assert error(made.color, truth, owner > 0) < 0.03
    was = drawn(lens, person_x=0.9)[2] > 0
    assert error(made.color, truth, was & (owner == 0)) < 0.03, "and nobody appears where he stood then"


def test_a_pan_away_leaves_more_unseen_than_a_small_step() -> None:
    """Between two frames of a fast pan half the picture is in neither; between two of a slow dolly all is in one of them."""
    slow, fast = camera([0.0, 0.1, 0.2]), camera([0.0] * 3, yaw=0.9)

    def share(track: Camera) -> float:
        a, m, b = (lens_at(track, k, SIZE) for k in range(3))
        return unseen(m, seen_whole(a), seen_whole(b))

    assert share(slow) < 0.005
    assert share(fast) > 0.3


def test_holes_show_the_background() -> None:
    depth = np.full((9, 9), 4.0, np.float32)
    depth[:, 5:] = 20.0
    depth[3:6, 3:6] = EMPTY
    assert (filled(depth)[3:6, 3:6] == 20.0).all()


def test_guides_full_of_noise_are_cleaned_before_they_guide() -> None:
    lens = lens_at(camera([0.0]), 0, SIZE)
    color = drawn(lens)[0]
    rng = np.random.default_rng(3)
    noisy, guide = (np.asarray(np.clip(color + rng.normal(0, s, color.shape), 0, 1), np.float32) for s in (0.1, 0.25))
    normal = np.zeros_like(color)
    with_care = denoised(noisy, *guides_denoised(guide, normal, quality="high"), quality="high", clean_guides=True)
    without = denoised(noisy, guide, normal, quality="high")
    assert error(with_care, color) < error(without, color)


@hypothesis.given(st.lists(st.tuples(*[st.integers(0, 300)] * 2, *[st.integers(1, 90)] * 2), max_size=4))
def test_patches_hold_all_that_is_asked_for_once(boxes: list[tuple[int, int, int, int]]) -> None:
    mask = np.zeros((180, 320), bool)
    for x, y, wide, tall in boxes:
        mask[y : y + tall, x : x + wide] = True
    times = np.zeros(mask.shape, int)
    for left, top, right, bottom in patches(mask):
        times[top:bottom, left:right] += 1
    assert times.max() <= 1 and (times[mask] == 1).all()


def test_a_long_thin_shadow_is_denoised_in_parts_as_it_would_be_whole() -> None:
    small = drawn(lens_at(camera([0.0]), 0, SIZE))[0]
    color = np.ascontiguousarray(np.tile(small, (3, 3, 1)))
    rng = np.random.default_rng(3)
    noisy = np.asarray(np.clip(color + rng.normal(0, 0.1, color.shape), 0, 1), np.float32)
    images = (noisy, color, np.zeros_like(color))
    y, x = np.indices(noisy.shape[:2])
    mask = np.abs(x / SIZE[0] - y / SIZE[1]) < 0.1
    whole = denoised(*images, quality="high")
    (parts, *_) = only_where(mask, images, lambda *some: (denoised(*some, quality="high"),))
    assert len(patches(mask)) > 1
    assert error(parts[mask], whole[mask]) < 0.1 * error(noisy[mask], whole[mask])


def test_the_tone_curve_keeps_order_and_black_and_is_brighter_with_more_exposure() -> None:
    gray = np.repeat(np.geomspace(1e-4, 30, 64, dtype=np.float32)[None, :, None], 3, axis=2)
    shown = developed(gray, Exposure())[0, :, 1]
    assert (np.diff(shown) >= -1e-4).all() and shown[0] < 0.02 and shown[-1] > 0.95
    assert (developed(gray, Exposure(stops=1.0))[0, :, 1] >= shown - 1e-4).all()


def test_bright_things_bloom_and_dim_ones_do_not() -> None:
    dark = np.full((60, 90, 3), 0.02, np.float32)
    lamp = dark.copy()
    lamp[30, 45] = 200.0
    beside = np.s_[30, 49]
    assert developed(lamp, Exposure(bloom=0.5))[beside].mean() > developed(lamp, Exposure())[beside].mean() + 0.02
    assert np.allclose(developed(dark, Exposure(bloom=0.5)), developed(dark, Exposure()), atol=1e-4)


# ---- files


def write_light(folder: Path, frame: int, source: Source) -> Record:
    """A whole frame on disk as the worker leaves it."""
    folder.mkdir(parents=True, exist_ok=True)
    shot = source.light
    channels = {}
    for name, letters, plane in (
        ("Combined", "RGB", shot.color),
        ("Denoising Albedo", "RGB", shot.albedo),
        ("Denoising Normal", "XYZ", shot.normal),
    ):
        for k, letter in enumerate(letters):
            channels[f"ViewLayer.{name}.{letter}"] = np.ascontiguousarray(plane[..., k], np.float32)
    channels["ViewLayer.Depth.Z"], channels["ViewLayer.IndexOB.X"] = shot.depth, np.asarray(shot.owner, np.float32)
    OpenEXR.File({"compression": OpenEXR.ZIP_COMPRESSION}, channels).write(str(light(folder, frame)))
    length, crc = checksum(light(folder, frame))
    record = shot.record.model_copy(update={"frame": frame, "length": length, "crc": crc})
    put_record(folder, record)
    return record


class OnDisk:
    """Records that are all there."""

    def __init__(self, records: dict[int, Record]) -> None:
        self.records = records

    def keys(self) -> list[int]:
        return [k for k, r in sorted(self.records.items()) if r.whole]

    def record(self, frame: int) -> Record:
        return self.records[frame]


def test_a_shot_of_whole_frames_becomes_pictures_of_the_films_size(tmp_path: Path) -> None:
    track = camera([0.0, 0.02, 0.04])
    records = {k: write_light(tmp_path, k, seen_whole(lens_at(track, k, SIZE), noise=0.1, seed=k)) for k in range(3)}
    frames = Frames(tmp_path, 3, 24, (320, 192), track, Exposure())
    shown = list(Finisher(Shown(frames, OnDisk(records), locked=False)).pictures((320, 192)))
    assert [p.shape for p in shown] == [(192, 320, 3)] * 3
    assert all(p.min() >= 0 and p.max() <= 1 and p.std() > 0.05 for p in shown)


def test_light_is_read_as_it_was_written(tmp_path: Path) -> None:
    source = seen_whole(lens_at(camera([0.0]), 0, SIZE), person_x=0.0)
    source.light.depth[:4] = 1e10
    source.light.owner[90:] = MOVING
    read = read_light(tmp_path, write_light(tmp_path, 0, source))
    assert np.allclose(read.color, source.light.color, atol=1e-5)
    assert (read.depth[:4] == 1e5).all(), "the sky is far, not infinitely far"
    assert restless(read)[90:].all() and not restless(read)[:80].any()


@pytest.mark.parametrize("damage", [b"", b"no picture at all", None])
def test_a_frame_that_cannot_be_read_is_one_clear_error(tmp_path: Path, damage: bytes | None) -> None:
    record = write_light(tmp_path, 0, seen_whole(lens_at(camera([0.0]), 0, SIZE)))
    if damage is None:
        light(tmp_path, 0).unlink()
    else:
        light(tmp_path, 0).write_bytes(damage)
    with pytest.raises(EngineFailed, match="cannot be read"):
        read_light(tmp_path, record)
    assert not record_path(tmp_path, record.frame).exists(), "the next run makes it anew"


def test_a_sketch_that_is_no_picture_is_one_clear_error(tmp_path: Path) -> None:
    picture(tmp_path, 0).write_bytes(b"no")
    with pytest.raises(EngineFailed, match="cannot be read"):
        read_picture(tmp_path, 0)


def test_going_across_is_going_to_the_world_and_back() -> None:
    track = camera([0.0, 0.7], yaw=0.15)
    of, into = lens_at(track, 0, SIZE), lens_at(track, 1, SIZE)._replace(focal=90.0)
    depth = drawn(of, person_x=0.2)[1]
    x, y = np.meshgrid(np.arange(SIZE[0], dtype=np.float32) + 0.5, np.arange(SIZE[1], dtype=np.float32) + 0.5)
    expected = into.project(of.unproject(x, y, depth))
    assert all(np.allclose(a, b, atol=2e-3) for a, b in zip(across(depth, of, into), expected))


def test_memory_holds_no_ghost_of_who_has_gone_on() -> None:
    """Nobody's color is remembered where he stood a frame ago."""
    lens = lens_at(camera([0.0]), 0, SIZE)
    color, depth, owner = drawn(lens, person_x=0.0)
    now = drawn(lens)[1]
    memory = remembered(lens, now, color, depth, lens, near_cast(owner))
    assert memory.trust[owner > 0].max() == 0.0
    assert memory.trust[owner == 0].mean() > 0.8


def test_what_people_hide_in_both_whole_frames_is_known_to_be_unknown() -> None:
    """He steps a little to the right while the camera trucks: where he stood in both is unknown, the rest of the wall is not."""
    track = camera([0.0, 0.1, 0.2])
    a, middle, b = (lens_at(track, k, SIZE) for k in range(3))
    lost = unknown(middle, seen_whole(a, person_x=0.0), seen_whole(b, person_x=0.2))
    x, y, _ = middle.project(np.float32([[0.1, 4.0, 0.0], [-1.5, 4.0, 0.0]]))
    inside, outside = (lost[int(v), int(u)] for u, v in zip(x, y))
    assert inside and not outside
    assert 0.02 < lost.mean() < 0.3
