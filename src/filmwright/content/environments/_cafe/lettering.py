"""The chalk board as pixels: a small handwriting alphabet of pen strokes, drawn with a dusty line."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from filmwright.scene.shapes import curve

F64 = NDArray[np.float64]
Stroke = str
# Each letter: its width and its strokes, in tenths: "x,y x,y …" on a baseline at 0, x-height 5, capitals 8 (drawn for this board).
_ALPHABET: dict[str, tuple[float, str]] = {
    "a": (4.6, "3.6,4.2 2.2,5 .5,3.6 .6,.9 2,.1 3.5,1.8 3.7,4.6/3.7,4.6 3.7,1 4.4,.1"),
    "c": (4.0, "3.6,4.2 2.3,5 .6,3.5 .6,1.2 2,0 3.7,.9"),
    "e": (4.2, ".7,2.4 2.4,2.7 3.5,3.6 2.6,5 1,4.2 .5,2 1.6,.1 3.8,.8"),
    "f": (3.2, "3.2,7.6 2.2,8 1.5,6.6 1.5,0/.2,4.7 2.9,4.8"),
    "h": (4.5, ".7,8 .7,4 .7,0/.7,2.8 1.9,4.8 3.4,4.3 3.6,2 3.7,0"),
    "i": (1.7, ".8,5 .8,1.2 1.4,.1/.8,6.6 .9,6.8"),
    "j": (1.9, "1.1,5 1.1,1 .9,-1.6 -.6,-1.8/1.1,6.6 1.2,6.8"),
    "l": (1.8, ".7,8 .7,1.2 1.5,.1"),
    "m": (6.6, ".6,5 .6,2 .6,0/.6,2.6 1.7,4.8 2.9,4.2 3.1,0/3.1,2.6 4.3,4.8 5.5,4.2 5.7,0"),
    "n": (4.4, ".6,5 .6,2 .6,0/.6,2.6 1.8,4.8 3.3,4.3 3.5,2 3.6,0"),
    "o": (4.4, "2.2,5 .6,3.8 .6,1.2 2.2,0 3.8,1.2 3.8,3.8 2.2,5"),
    "p": (4.4, ".7,5 .7,1 .7,-2.4/.7,3.6 2.1,5 3.8,3.7 3.7,1.2 2.2,0 .7,1.2"),
    "r": (3.4, ".6,5 .6,2 .6,0/.6,2.8 1.6,4.6 3,4.7"),
    "s": (3.8, "3.3,4.3 2,5 .7,4 1.2,2.9 2.9,2.2 3.2,.9 1.9,0 .4,.8"),
    "t": (3.2, "1.5,7 1.5,1.3 2.2,0 3.1,.5/.2,4.8 2.9,4.9"),
    "u": (4.5, ".6,5 .6,1.6 1.8,0 3.3,1.2 3.7,3/3.7,5 3.7,1.2 4.4,.1"),
    "é": (4.2, ".7,2.4 2.4,2.7 3.5,3.6 2.6,5 1,4.2 .5,2 1.6,.1 3.8,.8/1.8,6.1 2.9,7.3"),
    "è": (4.2, ".7,2.4 2.4,2.7 3.5,3.6 2.6,5 1,4.2 .5,2 1.6,.1 3.8,.8/1.5,7.3 2.6,6.1"),
    "P": (5.2, "1,8 1,4 .9,0/.3,7.2 2.4,8.2 4.7,7.2 4.4,4.6 2.6,3.7 1,4.1"),
    "D": (6.2, "1.2,8 1.2,4 1,0/.3,7.6 3,8 5.5,6.2 5.5,2.4 3.4,.1 .6,.1"),
    "0": (4.6, "2.3,7 .7,5.4 .7,1.6 2.3,0 3.9,1.6 3.9,5.4 2.3,7"),
    "1": (2.8, ".5,5.4 1.7,7 1.7,3.5 1.7,0"),
    "2": (4.4, ".6,5.6 1.9,7 3.6,6.1 3.3,4.2 1.6,1.8 .5,.2/.5,.2 2.2,.3 3.9,.1"),
    "3": (4.2, ".6,6.4 2.2,7 3.5,5.6 1.9,3.8/1.9,3.8 3.7,2.6 3,.4 1.4,-.1 .4,.9"),
    "4": (4.6, "2.7,7 1.6,4.6 .5,2.2/.5,2.2 2.4,2.2 4.2,2.2/3.2,4.4 3.2,2 3.1,0"),
    "5": (4.2, "3.5,7 2.2,6.9 1,6.9/1,6.9 .8,5.4 .8,4/.8,4 2.4,4.4 3.6,2.8 2.8,.5 .5,.3"),
    "6": (4.4, "3.4,6.8 1.5,5.4 .6,2.6 1.4,.2 3.2,.3 3.8,2.2 2.5,3.8 .8,2.8"),
    ",": (1.8, ".9,.5 .9,-.5 .4,-1.2"),
    " ": (2.6, ""),
}
TITLE = "Petit Déjeuner"
MENU = (
    ("espresso", "2,20"), ("noisette", "2,60"), ("café crème", "4,50"), ("chocolat", "5,00"), ("croissant", "1,60"),
    ("tartine", "3,20"),
)  # fmt: skip
WIDTH, HEIGHT = 640, 600  # pixels of the board, 1.30 x 1.22 m
CHALK, GOLD, SLATE = (0.80, 0.79, 0.74), (0.80, 0.58, 0.24), (0.012, 0.017, 0.017)


@cache
def _strokes(letter: str) -> tuple[F64, ...]:
    text = _ALPHABET[letter][1]
    lines = [[tuple(float(v) for v in p.split(",")) for p in s.split()] for s in text.split("/") if s]
    return tuple(curve(np.array(line), 12 * len(line)) / 10 for line in lines)


def text_width(text: str) -> float:
    """Width of a line of text in em (capitals are 0.8 em tall)."""
    return sum(_ALPHABET[c][0] for c in text) / 10


def _dots(text: str, x: float, y: float, size: float, rng: np.random.Generator) -> F64:
    """Points (n, 2) in pixels along a line of handwriting that starts at x on the baseline y."""
    out, cursor = [], 0.0
    for letter in text:
        lift, lean = rng.normal(0, 0.012), rng.normal(0.08, 0.02)
        for line in _strokes(letter):
            fine = np.concatenate([a + (b - a) * np.linspace(0, 1, 12)[:, None] for a, b in pairwise(line)])
            u = cursor + fine[:, 0] + lean * fine[:, 1]
            out.append(np.column_stack([x + size * u, y - size * (fine[:, 1] + lift)]))
        cursor += _ALPHABET[letter][0] / 10
    return np.concatenate(out)


def _ink(dots: F64, thickness: float) -> F64:
    """Coverage (HEIGHT, WIDTH) 0..1 of a line of the given thickness in pixels through the dots; row 0 is the top."""
    canvas = np.zeros((HEIGHT, WIDTH))
    ij = np.round(dots[:, ::-1]).astype(int)
    ok = (ij >= 0).all(axis=1) & (ij[:, 0] < HEIGHT) & (ij[:, 1] < WIDTH)
    canvas[ij[ok, 0], ij[ok, 1]] = 1.0
    soft = gaussian_filter(canvas, thickness * 0.5)
    peak = 1 / (np.sqrt(2 * np.pi) * thickness * 0.5)  # what a straight line of dots leaves on its middle
    return np.asarray(np.clip(soft / peak * 2.2 - 0.55, 0, 1))


def board(seed: int = 0) -> NDArray[np.uint8]:
    """The menu on slate, (HEIGHT, WIDTH, 4) sRGB uint8 with its first row at the bottom."""
    rng = np.random.default_rng(seed)
    size = 560 / text_width(TITLE)
    title = _ink(_dots(TITLE, (WIDTH - size * text_width(TITLE)) / 2 - 6, 112, size, rng), 6.0)
    lines = []
    for k, (name, price) in enumerate(MENU):
        y = 198 + k * 70
        lines.append(_dots(name, 52, y, 62, rng))
        lines.append(_dots(price, WIDTH - 58 - 62 * text_width(price), y, 62, rng))
    rule = np.column_stack([np.linspace(120, WIDTH - 120, 900), 136 + 2 * np.sin(np.linspace(0, 9, 900))])
    body = _ink(np.concatenate([*lines, rule]), 4.6)
    dust = gaussian_filter(rng.random((HEIGHT, WIDTH)), 1.1)
    dust = (dust - dust.min()) / np.ptp(dust)
    smear = gaussian_filter(rng.random((HEIGHT, WIDTH)), (5, 40))
    smear = (smear - smear.min()) / np.ptp(smear)
    grain = np.clip(0.55 + 0.9 * dust, 0, 1)[..., None]
    slate = np.array(SLATE) + 0.03 * smear[..., None] ** 2
    picture = slate + (np.array(GOLD) - slate) * (title[..., None] * grain)
    picture = picture + (np.array(CHALK) - picture) * (body[..., None] * grain)
    encoded = np.clip(picture, 0, 1) ** (1 / 2.2)
    alpha = np.ones((HEIGHT, WIDTH, 1))
    return np.ascontiguousarray((np.concatenate([encoded, alpha], -1)[::-1] * 255).round().astype(np.uint8))
