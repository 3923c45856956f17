"""What screens show, as pixels: a mountain lake at evening, and what a laptop and a telephone lay over it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from filmwright.content.kinds import F64
from filmwright.scene import noise
from filmwright.scene.nodes import Image
from filmwright.scene.shade import Expr, Material, attribute, image, op, remap
from filmwright.scene.shapes import Shape, grid
from filmwright.values import Color

_SKY = (
    (0.0, (0.96, 0.66, 0.44)),
    (0.25, (0.90, 0.55, 0.50)),
    (0.6, (0.42, 0.43, 0.66)),
    (1.0, (0.13, 0.21, 0.46)),
)  # sRGB; chosen
_HILLS: tuple[tuple[float, float, float, Color], ...] = (  # height, reach, grain and color of the ranges, far to near
    (0.50, 0.30, 2.4, (0.55, 0.42, 0.58)),
    (0.44, 0.24, 3.6, (0.33, 0.30, 0.48)),
    (0.40, 0.13, 5.5, (0.13, 0.16, 0.28)),
)


def pane(width: float, height: float) -> Shape:
    """A screen in the xy plane, facing +Z; its data "screen" runs from (0, 0) to (1, 1)."""
    made = grid(np.linspace(-width / 2, width / 2, 5), np.linspace(-height / 2, height / 2, 5))
    return made.with_data("screen", made.points / [width, height, 1.0] + [0.5, 0.5, 0.0])


def lit(name: str, strength: float = 0.9) -> Material:
    """The glass of a screen that shows an image."""
    return Material(
        color=(0.004, 0.004, 0.005),
        roughness=0.12,
        specular=0.35,
        emission=image(name, attribute("screen")),
        emission_strength=strength,
        preview=(0.3, 0.3, 0.4),
    )


TAKE_S = 2.4  # a program cuts so often; chosen


def playing(name: str, strength: float = 0.9) -> Material:
    """The glass of a screen on which a film runs: parts of an image that drift by, cut from one to the next, each in its own colors."""
    time = op("time")
    take = op("floor", time / TAKE_S)
    chosen = op("white_noise_color", op("combine", take, 0.37, 1.9))
    x, y, z = op("x", chosen) - 0.5, op("y", chosen) - 0.5, op("z", chosen) - 0.5
    since = op("fract", time / TAKE_S) - 0.5
    middle = op("combine", x * 0.22 + since * z * 0.14 + 0.5, y * 0.2 + since * x * 0.05 + 0.5, 0.0)
    near = op("vscale", op("vsub", attribute("screen"), (0.5, 0.5, 0.0)), z * 0.3 + 0.55)
    picture = image(name, op("vadd", middle, near))
    return lit(name, strength).model_copy(
        update={"emission": op("hsv", picture, x * 0.34 + 0.5, z * 0.6 + 1.0, y * 0.7 + 1.05)}
    )


PAGE = (
    0.258,
    0.640,
    0.285,
    0.7725,
)  # left, right, lowest and highest edge of the text of `desktop`, as shares of the screen
LINES, LINES_S = 13, 1.7  # of that text; how long one takes to write; chosen


def typed(name: str, strength: float = 0.9) -> Material:
    """The glass of a laptop on whose page, as `desktop` draws it, somebody writes: lines come letter by letter, then it begins anew."""
    left, right, low, high = PAGE
    u, v = op("x", attribute("screen")), op("y", attribute("screen"))
    written = op("mod", op("time") / LINES_S + 6.4, float(LINES))  # a text is there already when the film begins
    line = op("floor", op("clamp", (high - v) / (high - low)) * LINES)
    share = op("clamp", (u - left) / (right - left))
    on_page = op("greater", u, left) * op("less", u, right) * op("greater", v, low) * op("less", v, high)
    blank = on_page * op("greater", line + share, written)
    near = op("less", op("abs", line + share - written), 0.012) * on_page
    paper = op("mix", image(name, attribute("screen")), (0.945, 0.945, 0.93), blank)
    cursor = near * op("greater", op("fract", op("time") * 1.1), 0.45)
    return lit(name, strength).model_copy(update={"emission": op("mix", paper, (0.05, 0.12, 0.6), cursor)})


FLICK_S, FLICK = 1.5, 0.34  # a thumb moves a telephone's page so often, by so much of its height; chosen


def scrolled(name: str, strength: float = 0.9) -> Material:
    """The glass of a telephone whose page is pushed up again and again, quick at first, and comes to rest."""
    since = op("fract", op("time") / FLICK_S)
    left = op("sub", 1.0, remap(since, 0.0, 0.4))
    pushed = op("floor", op("time") / FLICK_S) + (op("sub", 1.0, left * left * left))
    page = op("vsub", attribute("screen"), op("combine", 0.0, pushed * FLICK, 0.0))
    picture = Expr(op="image", args=(page,), params={"name": name, "extension": "REPEAT"})
    return lit(name, strength).model_copy(update={"emission": picture})


def lake(width: int, height: int) -> F64:
    """An evening over a mountain lake, (height, width, 3) sRGB, first row at the bottom."""
    v, u = np.meshgrid(np.linspace(0, 1, height), np.linspace(0, width / height, width), indexing="ij")
    shore = 0.36
    mirrored = np.where(v < shore, 2 * shore - v + 0.006 * np.sin(260 * v * v + 6 * u), v)
    picture = np.stack(
        [np.interp(mirrored, [0.35 + 0.65 * s for s, _ in _SKY], [c[k] for _, c in _SKY]) for k in range(3)], -1
    )
    glow = np.exp(-(((u - 0.62 * width / height) ** 2 + (mirrored - 0.5) ** 2) / 0.045))
    picture = picture + glow[..., None] * [0.22, 0.16, 0.04]
    for k, (base, reach, grain, color) in enumerate(_HILLS):
        line = base + reach * (noise.fractal(grain * u + 3.0 * k, np.zeros_like(u) + 5.0 * k, 5, seed=k + 2) + 0.1)
        inside = np.clip((line - mirrored) * height / 1.5, 0, 1)[..., None]
        haze = np.clip((mirrored - shore) / 0.3, 0, 1)[..., None]
        picture = picture * (1 - inside) + inside * (np.array(color) * (0.8 + 0.35 * haze) + 0.05)
    dim = np.where(v < shore, 0.72 + 0.1 * np.sin(140 * v**0.5 + 9 * u), 1.0)
    return np.asarray(np.clip(picture * dim[..., None], 0, 1))


def encoded(picture: F64) -> Image:
    """A picture (h, w, 3) in sRGB 0..1 as an Image."""
    pixels: NDArray[np.uint8] = (np.dstack([picture, np.ones(picture.shape[:2])]) * 255).round().astype(np.uint8)
    return Image(pixels=np.ascontiguousarray(pixels))


def patch(
    picture: F64,
    middle: tuple[float, float],
    size: tuple[float, float],
    color: Color,
    *,
    radius: float = 3.0,
    share: float = 1.0,
) -> None:
    """Paint a rounded rectangle over a picture: its middle and size in pixels (x from the left, y from below)."""
    h, w = picture.shape[:2]
    y, x = np.mgrid[0:h, 0:w] + 0.5
    dx = np.maximum(np.abs(x - middle[0]) - size[0] / 2 + radius, 0)
    dy = np.maximum(np.abs(y - middle[1]) - size[1] / 2 + radius, 0)
    inside = np.clip(radius - np.hypot(dx, dy) + 0.5, 0, 1)[..., None] * share
    picture[:] = picture * (1 - inside) + np.array(color) * inside


_ICONS: tuple[Color, ...] = (
    (0.23, 0.52, 0.92), (0.30, 0.75, 0.42), (0.95, 0.62, 0.20), (0.90, 0.30, 0.32), (0.95, 0.95, 0.96), (0.55, 0.38, 0.85),
    (0.20, 0.68, 0.75), (0.98, 0.80, 0.26), (0.35, 0.37, 0.42),
)  # fmt: skip


def desktop(width: int = 512, height: int = 320) -> Image:
    """A laptop's screen: the lake, a bar on top, a window of text, a row of icons."""
    p = lake(width, height)
    patch(p, (width / 2, height - 6), (width, 12), (0.93, 0.93, 0.94), radius=0.1, share=0.8)
    for k, wide in enumerate((10, 22, 18, 20, 26)):
        patch(p, (16 + 30 * k, height - 6), (wide, 3.4), (0.2, 0.2, 0.22), radius=1.2)
    x, y, w, h = 0.40 * width, 0.55 * height, 0.56 * width, 0.62 * height
    patch(p, (x, y), (w, h), (0.975, 0.975, 0.97), radius=6)
    patch(p, (x, y + h / 2 - 9), (w - 2, 16), (0.86, 0.87, 0.88), radius=5)
    for k, c in enumerate(((0.93, 0.38, 0.35), (0.95, 0.74, 0.25), (0.35, 0.77, 0.35))):
        patch(p, (x - w / 2 + 12 + 10 * k, y + h / 2 - 9), (6, 6), c, radius=3)
    patch(p, (x - w / 2 + 32, y - 9), (52, h - 28), (0.91, 0.92, 0.94), radius=2)
    rng = np.random.default_rng(3)
    for k in range(13):
        length = (w - 100) * (0.4 if k in (0, 6) else rng.uniform(0.62, 1.0))
        patch(
            p,
            (x - w / 2 + 74 + length / 2, y + h / 2 - 34 - 12 * k),
            (length, 5 if k == 0 else 3),
            (0.33, 0.35, 0.4),
            radius=1.2,
        )
    for k in range(8):
        patch(p, (x - w / 2 + 30, y + h / 2 - 34 - 16 * k), (36, 4), (0.55, 0.6, 0.7), radius=1.5)
    patch(p, (width / 2, 18), (252, 26), (0.88, 0.88, 0.92), radius=8, share=0.65)
    for k, c in enumerate(_ICONS):
        patch(p, (width / 2 + 27 * (k - 4), 18), (20, 20), c, radius=5)
    return encoded(p)


def telephone(width: int = 240, height: int = 500) -> Image:
    """A telephone's screen: the lake, rows of icons, four more in a dock."""
    p = lake(width, height)
    patch(p, (28, height - 16), (26, 6), (1, 1, 1), radius=2)
    patch(p, (width - 26, height - 16), (22, 8), (1, 1, 1), radius=2)
    patch(p, (width / 2, height - 16), (60, 18), (0.01, 0.01, 0.01), radius=9)
    step = width / 4.5
    for row in range(5):
        for column in range(4):
            c = _ICONS[(row * 4 + 5 * column + row) % 9]
            at = (width / 2 + (column - 1.5) * step, height - 66 - row * 1.35 * step)
            patch(p, at, (0.74 * step, 0.74 * step), c, radius=9)
            patch(
                p,
                at,
                (0.34 * step, 0.34 * step),
                (1, 1, 1) if sum(c) < 2.5 else (0.4, 0.5, 0.6),
                radius=5 + 3 * (column % 2),
                share=0.9,
            )
            patch(p, (at[0], at[1] - 0.53 * step), (0.55 * step, 3.4), (1, 1, 1), radius=1.5, share=0.9)
    patch(p, (width / 2, 40), (width - 22, 60), (0.9, 0.9, 0.95), radius=20, share=0.45)
    for k in range(4):
        patch(p, (width / 2 + (k - 1.5) * step, 40), (0.74 * step, 0.74 * step), _ICONS[(2 * k + 1) % 9], radius=9)
    return encoded(p)
