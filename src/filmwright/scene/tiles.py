"""Which parts of a picture are meant: a coarse mask of square tiles, first row at the top."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

TILE = 4  # pixels a side: large enough to be few, small enough to follow a thin shadow

Tiles = NDArray[np.bool_]
Window = tuple[int, int, int, int]  # left, top, right, bottom in pixels; right and bottom are outside


def grid(size: tuple[int, int]) -> tuple[int, int]:
    """Rows and columns of tiles that cover a picture of `size` (width, height)."""
    return -(-size[1] // TILE), -(-size[0] // TILE)


def none(size: tuple[int, int]) -> Tiles:
    """No tile."""
    return np.zeros(grid(size), bool)


def pack(tiles: Tiles) -> str:
    """Tiles as hexadecimal digits."""
    return np.packbits(tiles).tobytes().hex()


def unpack(text: str, size: tuple[int, int]) -> Tiles:
    """The tiles of `pack` for a picture of `size`. Raises ValueError if the text does not fit."""
    rows, columns = grid(size)
    raw = np.frombuffer(bytes.fromhex(text), np.uint8)
    if len(raw) != -(-rows * columns // 8):
        raise ValueError("the tiles do not fit the picture")
    return np.unpackbits(raw, count=rows * columns).reshape(rows, columns).astype(bool)


def grown(tiles: Tiles, by: int = 1) -> Tiles:
    """The tiles and all that lie within `by` tiles of them."""
    out = tiles.copy()
    for _ in range(by):
        wide = np.pad(out, 1)
        rows = wide[:-2] | wide[1:-1] | wide[2:]
        out = rows[:, :-2] | rows[:, 1:-1] | rows[:, 2:]
    return out


def window(tiles: Tiles, size: tuple[int, int]) -> Window | None:
    """The smallest rectangle of pixels that holds all tiles; None if there is none."""
    if not tiles.any():
        return None
    rows, columns = np.nonzero(tiles.any(axis=1))[0], np.nonzero(tiles.any(axis=0))[0]
    right, bottom = min(size[0], int(columns[-1] + 1) * TILE), min(size[1], int(rows[-1] + 1) * TILE)
    return int(columns[0]) * TILE, int(rows[0]) * TILE, right, bottom


def pixels(tiles: Tiles, size: tuple[int, int]) -> Tiles:
    """The same mask pixel by pixel, (H, W)."""
    return np.repeat(np.repeat(tiles, TILE, 0), TILE, 1)[: size[1], : size[0]]


def of_pixels(mask: NDArray[np.bool_]) -> Tiles:
    """The tiles that hold at least one pixel of a mask (H, W)."""
    height, width = mask.shape
    rows, columns = grid((width, height))
    full = np.zeros((rows * TILE, columns * TILE), bool)
    full[:height, :width] = mask
    return np.asarray(full.reshape(rows, TILE, columns, TILE).any(axis=(1, 3)))


_WITHIN_PX = (
    0.01  # a border lies this far inside its pixel, so that rounding to single precision does not lose that pixel
)


def border(part: Window, size: tuple[int, int]) -> tuple[float, float, float, float]:
    """A window as Blender is told it: left, right, lower and upper edge as shares 0..1 of a picture of `size`. Blender multiplies them by
    the size in single precision and cuts off what is behind the point."""
    left, top, right, bottom = part
    width, height = size
    edges = ((left, width), (right, width), (height - bottom, height), (height - top, height))
    a, b, c, d = (min(1.0, (edge + _WITHIN_PX) / whole) for edge, whole in edges)
    return a, b, c, d
