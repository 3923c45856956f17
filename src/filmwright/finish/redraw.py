"""The picture laid down anew by another hand: in dabs and strokes of paint, in washes, ink, squares of color, on tape.

All that is added to the picture (paper, canvas, the grain that strokes are drawn from) stands still, and all that is taken from it
follows its edges, so that nothing boils. Sources of the methods: smoothing by sectors after Kuwahara, weighed as by Papari, Petkov
and Campisi (2007); strokes by smoothing along the structure tensor after Kyprianidis and Kang (2011); ink as an extended difference of
Gaussians after Winnemöller, Kyprianidis and Olsen (2012).
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from filmwright.content.kinds import Hand
from filmwright.finish.read import F32

_LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)  # Rec. ITU-R BT.709
SECTORS = 8
STEPS = 14  # of a stroke, to each side
EDGE = 0.06  # how much the picture must change over a pixel to give a stroke its direction; chosen by eye


def redrawn(picture: F32, hand: Hand) -> F32:
    """The picture (H, W, 3) sRGB 0..1 as the hand draws it."""
    out = np.clip(np.asarray(picture, np.float32), 0.0, 1.0)
    height = out.shape[0]
    if hand.blur > 0:
        out = _miniature(out, hand.blur * height)
    if hand.dabs > 0:
        out = _dabbed(out, max(1.0, hand.dabs * height))
    flow = _flow(out, hand.swirl) if hand.strokes > 0 or hand.relief > 0 else None
    if flow is not None and hand.strokes > 0:
        out = _sharpened(_along(out, flow, hand.strokes * height), 0.6)
    if hand.vivid:
        out = _vivid(out, hand.vivid)
    edges = _ink(out, hand.ink_width * height) if hand.ink > 0 else None
    if hand.levels:
        out = _toned(out, hand.levels)
    if hand.pixels:
        out = _squares(out, hand)
    elif hand.palette:
        out = _nearest(out, np.array(hand.palette, np.float32))
    if hand.wash > 0:
        out = _washed(out, hand.wash)
    if flow is not None and hand.relief > 0:
        out = _relief(out, flow, hand.relief, hand.strokes * height)
    if edges is not None:
        out = out * (1 - hand.ink * edges[..., None])
    if hand.paper > 0:
        out = out * (1 - hand.paper * 0.16 * (_weave(*out.shape[:2])[..., None] + 0.5))
    if hand.glow > 0:
        out = _glowing(out, hand.glow, hand.glow_tint)
    if hand.tape > 0:
        out = _taped(out, hand.tape)
    return np.asarray(np.clip(out, 0.0, 1.0), np.float32)


def _gray(picture: NDArray[Any]) -> F32:
    return np.asarray(picture @ _LUMINANCE, np.float32)


def _blurred(picture: NDArray[Any], sigma: float) -> F32:
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), max(sigma, 0.3)), np.float32)


@lru_cache(maxsize=4)
def _sectors(radius: float) -> tuple[F32, ...]:
    """The kernels of the sectors round a pixel: wedges of a soft disc that overlap a little."""
    reach = math.ceil(2 * radius)
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1].astype(np.float32)
    disc = np.exp(-(x * x + y * y) / (2 * radius * radius))
    made = []
    for k in range(SECTORS):
        turn = np.cos(np.arctan2(y, x) - 2 * math.pi * k / SECTORS)
        wedge = disc * np.clip((turn - 0.6) / 0.4, 0, 1)
        wedge[reach, reach] = disc[reach, reach] * 0.5
        made.append((wedge / wedge.sum()).astype(np.float32))
    return tuple(made)


def _dabbed(picture: F32, radius: float) -> F32:
    """Each pixel takes the mean of the sectors around it that are most even."""
    square = _gray(picture) ** 2
    total = np.zeros_like(picture)
    weights = np.zeros((*picture.shape[:2], 1), np.float32)
    for kernel in _sectors(radius):
        mean = cv2.filter2D(picture, -1, kernel, borderType=cv2.BORDER_REFLECT)
        spread = np.maximum(cv2.filter2D(square, -1, kernel, borderType=cv2.BORDER_REFLECT) - _gray(mean) ** 2, 0.0)
        weight = (1.0 / (1e-4 + spread) ** 2)[..., None].astype(np.float32)
        total += mean * weight
        weights += weight
    return np.asarray(total / weights, np.float32)


def _flow(picture: F32, swirl: float) -> F32:
    """The direction (H, W, 2) edges run in; where there are none it goes over into a still field of eddies."""
    height, width = picture.shape[:2]
    gray = _blurred(_gray(picture), height / 360)
    dx, dy = cv2.Sobel(gray, cv2.CV_32F, 1, 0), cv2.Sobel(gray, cv2.CV_32F, 0, 1)
    sigma = height / 60
    xx, yy, xy = (_blurred(np.asarray(v, np.float32), sigma) for v in (dx * dx, dy * dy, dx * dy))
    angle = 0.5 * np.arctan2(2 * xy, xx - yy) + math.pi / 2
    strength = np.sqrt(np.maximum((xx - yy) ** 2 + 4 * xy * xy, 0.0))
    sure = strength / (strength + EDGE**2)
    free = _eddies(height, width)
    share = np.clip(swirl * (1.25 - sure), 0.0, 1.0)
    # directions without a sign are mixed as doubled angles
    mixed = (1 - share) * np.exp(2j * angle) + share * np.exp(2j * free)
    half = np.angle(mixed) / 2
    return np.asarray(np.stack([np.cos(half), np.sin(half)], -1), np.float32)


@lru_cache(maxsize=4)
def _eddies(height: int, width: int) -> F32:
    """A still field of directions (radians) that turns round a few dozen centers."""
    rng = np.random.default_rng(11)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) / height
    angle = np.full((height, width), 0.15, np.float32)
    for _ in range(34):
        cx, cy = rng.uniform(0, width / height), rng.uniform(-0.1, 1.1)
        size = rng.uniform(0.06, 0.2)
        near = np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * size * size))
        angle += near * (np.arctan2(y - cy, x - cx) + math.pi / 2 - angle)
    return np.asarray(angle, np.float32)


def _along(picture: F32, flow: F32, length: float) -> F32:
    """The picture averaged along the flow over `length` pixels to each side."""
    height, width = picture.shape[:2]
    step = np.float32(max(length / STEPS, 0.5))
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    total, weights = picture.copy(), 1.0
    for way in (1.0, -1.0):
        px, py = x.copy(), y.copy()
        last = flow * np.float32(way)
        for k in range(1, STEPS + 1):
            px, py = px + step * last[..., 0], py + step * last[..., 1]
            weight = math.exp(-2.0 * (k / STEPS) ** 2)
            total = total + weight * cv2.remap(picture, px, py, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
            weights += weight
            here = cv2.remap(flow, px, py, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT)
            last = np.where(((here * last).sum(-1) < 0)[..., None], -here, here)
    return np.asarray(total / weights, np.float32)


def _sharpened(picture: F32, amount: float) -> F32:
    return np.asarray(
        np.clip(picture + amount * (picture - _blurred(picture, picture.shape[0] / 240)), 0, 1), np.float32
    )


def _vivid(picture: F32, amount: float) -> F32:
    """More color, most where there is some."""
    gray = _gray(picture)[..., None]
    return np.asarray(np.clip(gray + (picture - gray) * (1 + amount), 0, 1), np.float32)


def _ink(picture: F32, width: float) -> F32:
    """Where a pen would draw, 0..1."""
    gray = _blurred(_gray(picture), 0.6)
    wide = max(width, 0.7)
    line = _blurred(gray, wide) - 0.98 * _blurred(gray, 1.6 * wide)
    dark = np.clip((0.004 - line) * 90.0, 0.0, 1.0)
    return np.asarray(_blurred(dark.astype(np.float32), 0.5), np.float32)


def _toned(picture: F32, levels: int) -> F32:
    """Brightness in a few tones with soft steps between them; the hue stays."""
    gray = np.maximum(_gray(picture), 1e-3)
    scaled = gray * levels
    base = np.floor(scaled)
    soft = base + 0.5 + 0.5 * np.tanh(5.0 * (scaled - base - 0.5))
    return np.asarray(np.clip(picture * (soft / levels / gray)[..., None], 0, 1), np.float32)


def _nearest(picture: F32, palette: F32) -> F32:
    """Every pixel in the nearest color of a palette, soft between two that are as near."""
    apart = ((picture[:, :, None, :] - palette) ** 2 @ np.array([0.3, 0.59, 0.11], np.float32)) * 260.0
    weight = np.exp(-(apart - apart.min(-1, keepdims=True)))
    return np.asarray((weight / weight.sum(-1, keepdims=True)) @ palette, np.float32)


_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47


def _squares(picture: F32, hand: Hand) -> F32:
    """The picture in squares, each in one of a few colors, the steps between them broken up in a still pattern."""
    height, width = picture.shape[:2]
    columns = min(hand.pixels, width)
    rows = max(1, round(columns * height / width))
    small = cv2.resize(picture, (columns, rows), interpolation=cv2.INTER_AREA)
    small = np.asarray(np.clip(small + 0.35 * (small - _blurred(small, 1.2)), 0, 1), np.float32)
    broken = np.tile(_BAYER, (rows // 4 + 1, columns // 4 + 1))[:rows, :columns, None]
    if hand.palette:
        small = _nearest(np.asarray(small + 0.06 * broken, np.float32), np.array(hand.palette, np.float32))
    else:
        steps = 7.0  # tones of each channel, as consoles of the 1980s and 90s had them; chosen
        small = np.asarray(np.clip(np.round(small * steps + 0.3 * broken) / steps, 0, 1), np.float32)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_NEAREST), np.float32)


def _washed(picture: F32, amount: float) -> F32:
    """Pigment in water on white paper: pale, darker where a wash dried at its edge, grained by the paper."""
    height, width = picture.shape[:2]
    pale = 1 - (1 - picture) * (1 - 0.28 * amount)
    gray = _gray(_blurred(picture, height / 300))
    edge = np.hypot(cv2.Sobel(gray, cv2.CV_32F, 1, 0), cv2.Sobel(gray, cv2.CV_32F, 0, 1))
    rim = np.clip(_blurred(np.asarray(edge, np.float32), height / 500) * 1.1, 0, 0.45) * amount
    pools = _clouds(height, width, 9.0) * 0.13 + _clouds(height, width, 90.0) * 0.10
    density = (1 - pale) * (1 + amount * pools[..., None]) * (1 + 1.3 * rim[..., None])
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    ragged = (
        np.maximum(np.abs(x) ** 6, np.abs(y) ** 6)
        + 0.10 * _clouds(height, width, 5.0)
        + 0.05 * _clouds(height, width, 40.0)
    )
    left_white = np.clip((ragged - 0.70) / 0.10, 0, 1) * amount
    return np.asarray(np.clip(1 - density * (1 - left_white[..., None]), 0, 1), np.float32)


@lru_cache(maxsize=8)
def _clouds(height: int, width: int, count: float) -> F32:
    """Still soft noise, about -1..1, of `count` features over the height."""
    rng = np.random.default_rng(int(count * 7))
    rows, columns = max(3, int(count) + 2), max(3, int(count * width / height) + 2)
    coarse = rng.standard_normal((rows, columns)).astype(np.float32)
    made = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(made * 0.7, -1.4, 1.4), np.float32)


@lru_cache(maxsize=4)
def _weave(height: int, width: int) -> F32:
    """A still ground of canvas or paper, about -0.5..0.5."""
    rng = np.random.default_rng(3)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32) * np.float32(360 / height)
    cloth = np.sin(x * 1.55) * np.sin(y * 1.55) * 0.35
    tooth = _blurred(rng.standard_normal((height, width)).astype(np.float32), 0.8 * height / 360 + 0.4)
    return np.asarray(np.clip(cloth + tooth * 0.5, -0.9, 0.9), np.float32)


@lru_cache(maxsize=4)
def _bristles(height: int, width: int) -> F32:
    rng = np.random.default_rng(5)
    return np.asarray(_blurred(rng.standard_normal((height, width)).astype(np.float32), 0.9 * height / 360), np.float32)


def _relief(picture: F32, flow: F32, amount: float, length: float) -> F32:
    """Paint as thick as bristles leave it, lit from above on the left."""
    height = picture.shape[0]
    grain = _bristles(*picture.shape[:2])
    ridges = _along(np.repeat(grain[..., None], 3, -1), flow, max(length, height / 60))[..., 0]
    ridges = ridges / max(float(ridges.std()), 1e-6)
    lit = cv2.Sobel(ridges, cv2.CV_32F, 1, 0) + cv2.Sobel(ridges, cv2.CV_32F, 0, 1)
    lit = np.clip(lit * 0.10, -1, 1) * amount
    return np.asarray(
        np.clip(picture * (1 + 0.42 * lit[..., None]) + 0.05 * amount * np.maximum(lit, 0)[..., None], 0, 1), np.float32
    )


def _miniature(picture: F32, sigma: float) -> F32:
    """Sharp in a band over the middle, out of focus above and below it, as through a tilted lens close by."""
    height = picture.shape[0]
    away = np.abs(np.linspace(-1.1, 0.9, height, dtype=np.float32))
    out = picture
    for share, low in ((0.35, 0.16), (0.7, 0.34), (1.0, 0.56)):
        mask = np.clip((away - low) / 0.2, 0, 1)[:, None, None]
        out = out * (1 - mask) + _blurred(picture, sigma * share) * mask
    return np.asarray(out, np.float32)


def _glowing(picture: F32, amount: float, tint: tuple[float, float, float]) -> F32:
    """Bright things bleed into what is around them."""
    height = picture.shape[0]
    bright = np.clip(picture - 0.55, 0, 1) / 0.45 * picture
    spread = 0.6 * _blurred(np.asarray(bright, np.float32), height / 40) + 0.5 * _blurred(
        np.asarray(bright, np.float32), height / 12
    )
    return np.asarray(1 - (1 - picture) * (1 - np.clip(amount * spread * np.array(tint, np.float32), 0, 1)), np.float32)


def _taped(picture: F32, amount: float) -> F32:
    """Video tape: color that is coarser than brightness and lies beside it, lines, a soft smear to the right."""
    height, width = picture.shape[:2]
    luma = _gray(picture)[..., None]
    chroma = picture - luma
    chroma = cv2.resize(
        cv2.resize(chroma, (max(width // 8, 8), max(height // 2, 8)), interpolation=cv2.INTER_AREA), (width, height)
    )
    chroma = np.roll(chroma, max(1, width // 160), axis=1)
    smear = cv2.filter2D(luma[..., 0], -1, np.array([[0.0, 0.0, 0.45, 0.3, 0.25]], np.float32))
    soft = (1 - 0.7 * amount) * luma[..., 0] + 0.7 * amount * smear
    lines = 1 - 0.12 * amount * (np.arange(height) // max(1, height // 240) % 2)[:, None]
    return np.asarray(np.clip((soft * lines)[..., None] + chroma * (1 + 0.25 * amount), 0, 1), np.float32)
