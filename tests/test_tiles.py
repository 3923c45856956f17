"""Masks of tiles: what is packed comes out again, and a window holds its tiles and nothing it need not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from filmwright.scene import tiles
from filmwright.scene.tiles import TILE, Tiles

SIZES = st.tuples(st.integers(1, 70), st.integers(1, 70))  # odd sizes too: the last tiles hang over


@st.composite
def masks(draw: st.DrawFn) -> tuple[Tiles, tuple[int, int]]:
    """Any tiles of a picture of any size."""
    size = draw(SIZES)
    return draw(arrays(np.bool_, tiles.grid(size))), size


@given(masks())
def test_tiles_survive_being_packed(case: tuple[Tiles, tuple[int, int]]) -> None:
    mask, size = case
    assert np.array_equal(tiles.unpack(tiles.pack(mask), size), mask)


@given(masks())
def test_a_window_is_the_smallest_that_holds_every_pixel_of_its_tiles(case: tuple[Tiles, tuple[int, int]]) -> None:
    mask, size = case
    window, pixels = tiles.window(mask, size), tiles.pixels(mask, size)
    assert pixels.shape == (size[1], size[0])
    if window is None:
        assert not pixels.any()
        return
    left, top, right, bottom = window
    rows, columns = np.nonzero(pixels.any(axis=1))[0], np.nonzero(pixels.any(axis=0))[0]
    assert (left, top, right, bottom) == (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)


@given(masks())
def test_the_tiles_of_the_pixels_of_tiles_are_those_tiles(case: tuple[Tiles, tuple[int, int]]) -> None:
    mask, size = case
    assert np.array_equal(tiles.of_pixels(tiles.pixels(mask, size)), mask)


@given(SIZES.flatmap(lambda size: arrays(np.bool_, (size[1], size[0]))))
def test_the_tiles_of_a_mask_cover_it_and_none_is_idle(mask: Tiles) -> None:
    size = (mask.shape[1], mask.shape[0])
    found = tiles.of_pixels(mask)
    assert (tiles.pixels(found, size) | ~mask).all()
    for row, column in np.argwhere(found):
        assert mask[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE].any()


@given(masks(), st.integers(0, 3))
def test_growing_reaches_exactly_so_many_tiles_around(case: tuple[Tiles, tuple[int, int]], by: int) -> None:
    mask, _ = case
    places = np.argwhere(mask)
    grown = tiles.grown(mask, by)
    for place in np.ndindex(mask.shape):
        near = len(places) > 0 and int(np.abs(places - place).max(axis=1).min()) <= by
        assert grown[place] == near


@pytest.mark.parametrize("text", ["", "f", "xy", "ff" * 13])
def test_tiles_of_another_picture_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        tiles.unpack(text, (96, 64))


@given(st.integers(16, 500), st.integers(9, 300), st.data())
def test_a_border_is_exactly_its_window_after_single_precision(columns: int, rows: int, data: st.DataObject) -> None:
    """Blender makes pixels of the four shares so; at 384x216 a row was lost."""
    size = (columns * 4, rows * 4)
    left, right = sorted(data.draw(st.lists(st.integers(0, columns), min_size=2, max_size=2, unique=True)))
    top, bottom = sorted(data.draw(st.lists(st.integers(0, rows), min_size=2, max_size=2, unique=True)))
    window = (4 * left, 4 * top, 4 * right, 4 * bottom)
    shares = tiles.border(window, size)
    assert all(0 <= share <= 1 for share in shares)
    x0, x1, y0, y1 = (int(np.float32(share) * np.float32(size[n // 2])) for n, share in enumerate(shares))
    assert (x0, size[1] - y1, x1, size[1] - y0) == window
