"""Camera moves drawn over a frame, as storyboards show them: an arrow where the camera goes, a frame where a lens closes in."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

F64 = NDArray[np.float64]
FINE = 3  # times the frame's size arrows are drawn at, then made small: smooth edges
FILL, EDGE = (255, 255, 255, 236), (24, 24, 28, 235)
SHAFT, HEAD = 0.05, 0.11  # widths in frame heights; by eye on printed boards
INNER = 0.22  # how far the frame a lens closes in on lies inside, in shares of the picture; by eye


def with_move(picture: NDArray[np.uint8], move: str) -> NDArray[np.uint8]:
    """A picture (H, W, 3) with its camera move drawn over it; unchanged for a still camera and a move without a drawing."""
    sketch = MOVES.get(move)
    if sketch is None:
        return picture
    height, width = picture.shape[:2]
    over = Image.new("RGBA", (width * FINE, height * FINE), (0, 0, 0, 0))
    sketch(Pen(over))
    small = over.resize((width, height), Image.Resampling.LANCZOS)
    return np.asarray(Image.alpha_composite(Image.fromarray(picture).convert("RGBA"), small).convert("RGB"))


class Pen:
    """Draws on an overlay in frame heights: x from 0 to `wide`, y from 0 (top) to 1."""

    def __init__(self, over: Image.Image) -> None:
        self._draw = ImageDraw.Draw(over)
        self._px = float(over.height)
        self.wide = over.width / over.height

    def shape(self, corners: F64, fill: tuple[int, int, int, int] = FILL) -> None:
        """A filled polygon (n, 2) with a dark edge."""
        points = [(float(x) * self._px, float(y) * self._px) for x, y in corners]
        self._draw.polygon(points, fill=fill)
        self._draw.line(
            [*points, points[0], points[1]], fill=EDGE, width=max(1, round(0.006 * self._px)), joint="curve"
        )

    def line(self, points: F64, width: float = 0.012) -> None:
        """A white line with a dark edge along points (n, 2)."""
        path = [(float(x) * self._px, float(y) * self._px) for x, y in points]
        for color, wide in ((EDGE, width + 0.012), (FILL, width)):
            self._draw.line(path, fill=color, width=max(1, round(wide * self._px)), joint="curve")

    def arrow(self, path: F64, *, start: float = SHAFT, end: float = SHAFT, head: float = HEAD) -> None:
        """An arrow along points (n, 2), its shaft `start` to `end` wide; the head lies at the end."""
        lengths = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
        total = float(lengths[-1])
        cut = total - min(head * 0.9, 0.6 * total)
        shaft = np.vstack([path[lengths < cut], [np.interp(cut, lengths, path[:, k]) for k in range(2)]])
        along = np.gradient(shaft, axis=0) if len(shaft) > 1 else path[-1:] - path[:1]
        along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
        beside = np.column_stack([-along[:, 1], along[:, 0]])
        half = np.linspace(start, end, len(shaft))[:, None] / 2
        left, right = shaft + beside * half, shaft - beside * half
        wing = beside[-1] * head / 2
        self.shape(np.vstack([left, shaft[-1] + wing, path[-1], shaft[-1] - wing, right[::-1]]))

    def ring(self, x: float, y: float, radius: float) -> None:
        """A circle."""
        turn = np.linspace(0, 2 * math.pi, 48)
        self.line(np.column_stack([x + radius * np.cos(turn), y + radius * np.sin(turn)]))


Drawing = Callable[[Pen], None]


def _curve(points: Sequence[tuple[float, float]], count: int = 40) -> F64:
    """A smooth path from the first to the last of three points, bent towards the one between (a quadratic Bézier curve)."""
    a, b, c = (np.asarray(p, float) for p in points)
    t = np.linspace(0, 1, count)[:, None]
    return np.asarray((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c)


def _straight(a: tuple[float, float], b: tuple[float, float]) -> F64:
    return np.asarray(np.linspace(np.asarray(a, float), np.asarray(b, float), 24))


def _pan(sign: int, *, whip: bool = False) -> Drawing:
    def draw(pen: Pen) -> None:
        middle, reach = pen.wide / 2, pen.wide * (0.34 if whip else 0.26)
        ends = (middle - sign * reach, 0.9), (middle, 0.8), (middle + sign * reach, 0.9)
        pen.arrow(_curve(ends))
        if whip:
            for k, y in enumerate((0.12, 0.2, 0.28)):
                start = middle - sign * (reach - 0.1 * k)
                pen.line(_straight((start, y), (start + sign * 1.1 * reach, y)), 0.008)

    return draw


def _tilt(sign: int) -> Drawing:
    def draw(pen: Pen) -> None:
        x = pen.wide - 0.12
        pen.arrow(_curve([(x, 0.5 + sign * 0.28), (x - 0.12, 0.5), (x, 0.5 - sign * 0.28)]))

    return draw


def _truck(sign: int) -> Drawing:
    def draw(pen: Pen) -> None:
        middle, reach = pen.wide / 2, 0.27 * pen.wide
        for y in (0.925, 0.955):
            pen.line(_straight((middle - 1.15 * reach, y), (middle + 1.15 * reach, y)), 0.005)
        pen.arrow(_straight((middle - sign * reach, 0.86), (middle + sign * reach, 0.86)))

    return draw


def _boom(sign: int) -> Drawing:
    def draw(pen: Pen) -> None:
        x = pen.wide - 0.13
        foot = 0.5 + sign * 0.3
        pen.line(_straight((x - 0.07, foot), (x + 0.07, foot)), 0.014)
        pen.arrow(_straight((x, foot - sign * 0.03), (x, 0.5 - sign * 0.28)))

    return draw


def _depth(sign: int, height: float = 0.97) -> Drawing:
    """An arrow on the ground: into the picture (1) or out of it (-1), in perspective."""

    def draw(pen: Pen) -> None:
        near, far = (pen.wide / 2, height), (pen.wide / 2, height - 0.31)
        if sign > 0:
            pen.arrow(_straight(near, far), start=0.16, end=0.05, head=0.13)
        else:
            pen.arrow(_straight(far, near), start=0.03, end=0.1, head=0.22)

    return draw


def _lens(sign: int) -> Drawing:
    """The frame the lens closes in on, or comes from, with arrows from corner to corner."""

    def draw(pen: Pen) -> None:
        low, high = np.array([INNER * pen.wide, INNER]), np.array([(1 - INNER) * pen.wide, 1 - INNER])
        pen.line(np.array([low, [high[0], low[1]], high, [low[0], high[1]], low]), 0.008)
        for x, y in ((0, 0), (1, 0), (0, 1), (1, 1)):
            inner = np.array([high[0] if x else low[0], high[1] if y else low[1]])
            outer = np.array([x * pen.wide, float(y)])
            a, b = outer + (inner - outer) * 0.22, outer + (inner - outer) * 0.86
            start, end = (a, b) if sign > 0 else (b, a)
            pen.arrow(_straight((start[0], start[1]), (end[0], end[1])), start=0.022, end=0.022, head=0.065)

    return draw


def _around(sign: int, *, whole: bool = False, height: float = 0.8) -> Drawing:
    """An arc on the ground around the subject; a whole circle seen from the air."""

    def draw(pen: Pen) -> None:
        middle, reach, tall = pen.wide / 2, 0.3 * pen.wide, 0.13
        first, last = (200.0, -110.0) if whole else (165.0, 15.0)
        turn = np.radians(np.linspace(first, last, 60))
        path = np.column_stack([middle + sign * reach * np.cos(turn), height + tall * np.sin(turn)])
        pen.arrow(path, start=0.035, end=SHAFT)

    return draw


def _focus(pen: Pen) -> None:
    near, far = (0.3 * pen.wide, 0.62), (0.68 * pen.wide, 0.4)
    pen.ring(*near, 0.15)
    pen.ring(*far, 0.08)
    pen.arrow(
        _curve([(near[0] + 0.17, near[1] - 0.04), (0.5 * pen.wide, 0.42), (far[0] - 0.1, far[1])]),
        start=0.02,
        end=0.03,
        head=0.08,
    )


def _hands(pen: Pen) -> None:
    t = np.linspace(0, 1, 120)
    wave = 0.9 + 0.028 * np.sin(t * 6 * math.pi) * np.sin(t * math.pi)
    pen.line(np.column_stack([pen.wide * (0.28 + 0.44 * t), wave]), 0.02)


def _both(*drawings: Drawing) -> Drawing:
    def draw(pen: Pen) -> None:
        for one in drawings:
            one(pen)

    return draw


def _flight(pen: Pen) -> None:
    """From low in front over the subject's head."""
    pen.arrow(
        _curve([(0.12 * pen.wide, 0.95), (0.5 * pen.wide, 0.62), (0.86 * pen.wide, 0.14)]),
        start=0.11,
        end=0.035,
        head=0.11,
    )


MOVES: dict[str, Drawing] = {
    "pan_left": _pan(-1), "pan_right": _pan(1),
    "whip_pan_left": _pan(-1, whip=True), "whip_pan_right": _pan(1, whip=True),
    "tilt_up": _tilt(1), "tilt_down": _tilt(-1),
    "truck_left": _truck(-1), "truck_right": _truck(1),
    "boom_up": _boom(1), "boom_down": _boom(-1),
    "dolly_in": _depth(1), "dolly_out": _depth(-1), "follow": _depth(1), "lead": _depth(-1),
    "zoom_in": _lens(1), "zoom_out": _lens(-1), "dolly_zoom": _both(_lens(1), _depth(-1)),
    "orbit_left": _around(-1), "orbit_right": _around(1), "drone_circle": _around(1, whole=True, height=0.62),
    "flyover": _flight, "rack_focus": _focus, "handheld": _hands,
}  # fmt: skip
"""How each move is drawn; a static camera has no drawing."""
