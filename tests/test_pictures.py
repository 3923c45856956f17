"""What a stranger would check of a picture: it is neither black nor blown out, the horizon is level, who is promised is there at the
promised size, and a named color is that color. Small stills of the real line."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import cv2
import numpy as np
import OpenEXR
import pytest
from numpy.typing import NDArray

from filmwright import line, settings
from filmwright.content import colors
from filmwright.content.camera import SIZES
from filmwright.finish.read import SKY_M
from filmwright.movie import store
from filmwright.reading.read import read
from filmwright.scene.frames import STILL, light
from filmwright.staging.stage import stage_shot
from filmwright.values import srgb

pytestmark = pytest.mark.render
SIZE = (192, 108)
SUITCASE = "A red suitcase in a studio"
COAT = "A woman in a red coat stands in a snowy pine forest, full shot"
SEA = "The ocean at noon"
STREET = "A man in a blue jacket stands on a neon city street at night, medium shot"
F32 = NDArray[np.float32]


class Seen(NamedTuple):
    """A still (h, w, 3) 0..1 in sRGB, and what the engine saw: albedo, linear, whose each pixel is (1: the first of the cast), depth."""

    picture: F32
    albedo: F32
    owner: F32
    depth: F32


@cache
def seen(prompt: str) -> Seen:
    """The still in the middle of half a second of that."""
    film, ledger, *_ = read(prompt, size=SIZE, seconds=0.5)
    order = line.Order(film, ledger)
    here = settings.load()
    path = here.cache / "seen.png"
    line.still(order, 0.5, path, here, lambda event: None)
    raw = cv2.imread(str(path), cv2.IMREAD_COLOR)
    folder = store.shot_folder(here.cache, stage_shot(film, 0, here.cache).stage, "cycles", order.plan)
    frame = next(iter(sorted(folder.glob("*.exr"))))
    with OpenEXR.File(str(light(folder, int(frame.stem))), separate_channels=True) as file:
        found = {name.split(".", 1)[1]: np.asarray(channel.pixels) for name, channel in file.channels().items()}
    index = found["IndexOB.X"]
    return Seen(
        np.float32(raw[..., ::-1]) / 255,
        np.stack([found[f"Denoising Albedo.{c}"] for c in "RGB"], -1).astype(np.float32),
        np.where(index > STILL, index - STILL, index).astype(np.float32),
        np.nan_to_num(found["Depth.Z"], posinf=SKY_M),
    )


@pytest.mark.parametrize("prompt", [SUITCASE, COAT, SEA, STREET])
def test_a_picture_is_neither_black_nor_blown_out(prompt: str) -> None:
    grey = seen(prompt).picture.mean(axis=-1)
    assert 0.06 < grey.mean() < 0.9
    assert (grey > 0.985).mean() < 0.1, "blown out"
    assert (grey < 0.01).mean() < 0.4, "black"
    assert np.ptp(np.percentile(grey, [2, 98])) > 0.15, "flat"


def test_the_horizon_is_level() -> None:
    sky = seen(SEA).depth >= 0.9 * SKY_M
    lines = sky.sum(axis=0)
    third = SIZE[0] // 3
    assert 0.1 * SIZE[1] < np.median(lines) < 0.9 * SIZE[1], "there is sea and sky"
    assert abs(np.median(lines[:third]) - np.median(lines[-third:])) <= 2


@pytest.mark.parametrize(("prompt", "size"), [(COAT, "full"), (STREET, "medium")])
def test_the_subject_fills_the_picture_as_promised(prompt: str, size: str) -> None:
    rows = np.flatnonzero((seen(prompt).owner == 1).any(axis=1))
    promised = min(1.0, SIZES[size].share)
    assert len(rows) / SIZE[1] == pytest.approx(promised, rel=0.2)


@pytest.mark.parametrize(("prompt", "color", "band"), [(SUITCASE, "red", (0.0, 1.0)), (COAT, "red", (0.25, 0.6))])
def test_a_named_color_is_that_color(prompt: str, color: str, band: tuple[float, float]) -> None:
    """Of the surface and its shine, within 0.25 in sRGB; of the picture under its light, within 30 degrees of hue. `band`: the rows of
    the subject that wear it, from its top."""
    told, mine = seen(prompt), seen(prompt).owner == 1
    rows = np.flatnonzero(mine.any(axis=1))
    low, high = (rows[0] + round(share * (rows[-1] - rows[0])) for share in band)
    mine = mine & (np.arange(len(mine)) >= low)[:, None] & (np.arange(len(mine)) <= high)[:, None]
    wanted = np.array(srgb(colors.resolve(color, where="test")))
    surface = np.median(told.albedo[mine], axis=0)
    assert np.linalg.norm(np.array(srgb(tuple(surface))) - wanted) < 0.25
    hue = [
        float(cv2.cvtColor(np.float32(c).reshape(1, 1, 3), cv2.COLOR_RGB2HSV)[0, 0, 0])
        for c in (np.median(told.picture[mine], axis=0), wanted)
    ]
    assert abs((hue[0] - hue[1] + 180) % 360 - 180) < 30
