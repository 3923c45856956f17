"""A film at a glance: its poster frame and a contact sheet."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from filmwright.errors import CannotWrite

GAP = 6
COLUMNS = 4
CELL = 320  # pixels wide


def moments(count: int, cells: int = 8) -> list[int]:
    """The frames a contact sheet shows: evenly from the first to the last."""
    cells = min(cells, count)
    return sorted({round(k * (count - 1) / max(1, cells - 1)) for k in range(cells)})


def keeping(
    pictures: Iterable[NDArray[np.uint8]], wanted: Collection[int], kept: dict[int, NDArray[np.uint8]]
) -> Iterator[NDArray[np.uint8]]:
    """The pictures as they pass by; those with wanted numbers stay behind in `kept`."""
    for number, picture in enumerate(pictures):
        if number in wanted:
            kept[number] = picture
        yield picture


def contact_sheet(pictures: Sequence[NDArray[np.uint8]], path: Path) -> None:
    """Pictures (H, W, 3) in a grid on near-black, as a JPEG. Raises CannotWrite."""
    height, width = pictures[0].shape[:2]
    tall = round(CELL * height / width)
    columns = min(COLUMNS, len(pictures))
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * (CELL + GAP) + GAP, rows * (tall + GAP) + GAP), (12, 12, 12))
    for k, picture in enumerate(pictures):
        cell = Image.fromarray(picture).resize((CELL, tall), Image.Resampling.LANCZOS)
        sheet.paste(cell, (GAP + (k % columns) * (CELL + GAP), GAP + (k // columns) * (tall + GAP)))
    save(np.asarray(sheet), path)


def save(picture: NDArray[np.uint8], path: Path) -> None:
    """Write one picture (H, W, 3) as the kind its suffix says, whole or not at all. Raises CannotWrite."""
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    try:
        Image.fromarray(picture).save(part, quality=92)
        os.replace(part, path)
    except OSError as e:
        part.unlink(missing_ok=True)
        raise CannotWrite(f"The picture cannot be written: {e.strerror or e}", where=str(path)) from e
    except ValueError as e:
        raise CannotWrite(f"The picture cannot be written: {e}", where=str(path), hint="Use .png or .jpg.") from e
