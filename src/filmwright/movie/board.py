"""A storyboard: one still a shot with its number, length, camera and words, on printed pages of A4 across."""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from filmwright.errors import CannotWrite, NotInstalled
from filmwright.movie.arrows import with_move

DPI = 200
PAGE = (2339, 1654)  # A4 across at 200 dots an inch
MARGIN, GUTTER = 84, 48  # px
TOP, BOTTOM = 124, 44  # px, of the head and the foot of a page
CAPTION = 40  # px between a frame and the line over it
INDENT = 26  # px of a warning behind its sign
WORDS = 204  # px kept free below a frame for what is said of it
PAPER, INK, GRAY, FAINT = (255, 255, 253), (24, 24, 28), (110, 108, 104), (206, 203, 196)
SIGNS: dict[str, tuple[str, tuple[int, int, int]]] = {
    "approximated": ("≈", (168, 104, 0)),
    "unstaged": ("×", (184, 36, 30)),
}


class Warning(NamedTuple):
    """What of the text is shown otherwise, or not at all, and why."""

    status: Literal["approximated", "unstaged"]
    text: str


class Panel(NamedTuple):
    """One shot on a board: its still (H, W, 3), its words, when it starts and how long it lasts in seconds, its camera in words
    ("wide", "35 mm") and the name of its move, what is not shown as it was asked for, and the heading of its scene."""

    picture: NDArray[np.uint8]
    text: str
    start_s: float
    seconds: float
    camera: tuple[str, ...] = ()
    move: str = "static"
    warnings: tuple[Warning, ...] = ()
    scene: str = ""


def drawn(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A flat picture (H, W, 3) as if drawn: ink where colors meet, the colors a little paler, like print on paper."""
    lab = cv2.bilateralFilter(cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float32), 7, 20, 3)
    edge = np.zeros(picture.shape[:2], np.float32)
    for channel, weight in enumerate((1.0, 1.2, 1.2)):
        across = cv2.Sobel(lab[..., channel], cv2.CV_32F, 1, 0, ksize=3)
        down = cv2.Sobel(lab[..., channel], cv2.CV_32F, 0, 1, ksize=3)
        edge = np.maximum(edge, weight * np.hypot(across, down))
    ink = 0.75 * np.clip((edge - 40) / 140, 0, 1)[..., None]  # by eye at 960 pixels
    pale = 0.86 * picture.astype(np.float32) + 0.14 * np.array([250, 247, 240], np.float32)
    return np.asarray((pale * (1 - ink) + np.array([28, 26, 30]) * ink).clip(0, 255), np.uint8)


def pages(panels: Sequence[Panel], title: str, facts: Sequence[str]) -> list[Image.Image]:
    """The pages of a board, in order. `facts` stand beside the title ("6 shots")."""
    columns, rows = _grid(panels[0].picture, len(panels))
    each = columns * rows
    count = -(-len(panels) // each)
    made = []
    for number in range(count):
        page = Image.new("RGB", PAGE, PAPER)
        ink = ImageDraw.Draw(page)
        _head(ink, title, facts)
        for place, panel in enumerate(panels[number * each : (number + 1) * each]):
            _panel(page, ink, panel, number * each + place, _box(place, columns, rows))
        _foot(ink, number + 1, count)
        made.append(page)
    return made


def save(sheets: Sequence[Image.Image], path: Path) -> None:
    """Write a board, whole or not at all: a .pdf with its pages, or a .jpg or .png with one below the other. Raises CannotWrite."""
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    try:
        if path.suffix.lower() == ".pdf":
            sheets[0].save(
                part, format="PDF", save_all=True, append_images=list(sheets[1:]), resolution=DPI, quality=92
            )
        else:
            whole = Image.new("RGB", (PAGE[0], PAGE[1] * len(sheets)), PAPER)
            for n, sheet in enumerate(sheets):
                whole.paste(sheet, (0, n * PAGE[1]))
            whole.save(part, quality=92, dpi=(DPI, DPI))
        os.replace(part, path)
    except OSError as e:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise CannotWrite(f"The board cannot be written: {e.strerror or e}", where=str(path)) from e
    except ValueError as e:
        raise CannotWrite(f"The board cannot be written: {e}", where=str(path), hint="Use .jpg, .png or .pdf.") from e


def _grid(picture: NDArray[np.uint8], count: int) -> tuple[int, int]:
    """Columns and rows of a page for frames of this shape: six wide or upright frames, eight square ones, or fewer and larger if there are
    only a few."""
    aspect = picture.shape[1] / picture.shape[0]
    if count <= 2:
        return count, 1
    if aspect < 0.8:
        return min(count, 6), 1
    return (3, 2) if aspect > 1.2 else (4, 2)


def _box(place: int, columns: int, rows: int) -> tuple[int, int, int, int]:
    """Left, top, width and height of a panel on the page, in px."""
    width = (PAGE[0] - 2 * MARGIN - (columns - 1) * GUTTER) // columns
    height = (PAGE[1] - 2 * MARGIN - TOP - BOTTOM - (rows - 1) * GUTTER) // rows
    return (
        MARGIN + place % columns * (width + GUTTER),
        MARGIN + TOP + place // columns * (height + GUTTER),
        width,
        height,
    )


def _head(ink: ImageDraw.ImageDraw, title: str, facts: Sequence[str]) -> None:
    right = PAGE[0] - MARGIN
    said = "   ".join(facts)
    small = _font(24, 500)
    room = right - MARGIN - ink.textlength(said, small) - GUTTER
    ink.text((MARGIN, MARGIN + 40), _fitting(ink, _set(title), _font(44, 700), room), INK, _font(44, 700), anchor="ls")
    ink.text((right, MARGIN + 40), said, GRAY, small, anchor="rs")
    ink.line([(MARGIN, MARGIN + 68), (right, MARGIN + 68)], INK, 3)


def _foot(ink: ImageDraw.ImageDraw, number: int, count: int) -> None:
    y = PAGE[1] - MARGIN + 8
    ink.text((MARGIN, y), "filmwright storyboard", GRAY, _font(20, 400), anchor="ls")
    ink.text((PAGE[0] - MARGIN, y), f"{number} / {count}", GRAY, _font(20, 500), anchor="rs")


def _panel(
    page: Image.Image, ink: ImageDraw.ImageDraw, panel: Panel, index: int, box: tuple[int, int, int, int]
) -> None:
    left, top, wide, tall = box
    picture = Image.fromarray(panel.picture)
    scale = min(wide / picture.width, (tall - CAPTION - WORDS) / picture.height)
    size = round(picture.width * scale), round(picture.height * scale)
    _caption(ink, panel, index, (left, top, size[0]))
    frame = with_move(np.asarray(picture.resize(size, Image.Resampling.LANCZOS)), panel.move)
    y = top + CAPTION
    page.paste(Image.fromarray(frame), (left, y))
    ink.rectangle((left - 1, y - 1, left + size[0], y + size[1]), outline=INK, width=3)
    _words(ink, panel, (left, y + size[1] + 14, wide, top + tall))


def _caption(ink: ImageDraw.ImageDraw, panel: Panel, index: int, at: tuple[int, int, int]) -> None:
    """Over a frame: the number of the shot in a black tab, its length, its scene, and when it starts."""
    left, top, wide = at
    number = str(index + 1)
    font = _font(26, 700)
    tab = max(44, round(ink.textlength(number, font)) + 28)
    ink.rectangle((left - 1, top, left + tab, top + CAPTION), fill=INK)
    ink.text((left + tab / 2, top + CAPTION / 2), number, PAPER, font, anchor="mm")
    y, x = top + CAPTION / 2, left + tab + 16
    length, clock = f"{_figure(panel.seconds)} s", _clock(panel.start_s)
    ink.text((x, y), length, INK, _font(26, 600), anchor="lm")
    ink.text((left + wide, y), clock, GRAY, _font(22, 400), anchor="rm")
    if panel.scene:
        small = _font(20, 500)
        right = left + wide - ink.textlength(clock, _font(22, 400)) - 18
        room = right - x - ink.textlength(length, _font(26, 600)) - 18
        ink.text((right, y), _fitting(ink, _set(panel.scene), small, room), GRAY, small, anchor="rm")


def _words(ink: ImageDraw.ImageDraw, panel: Panel, at: tuple[int, int, int, int]) -> None:
    """Below a frame: the camera, the text, and small what is not shown as it was asked for; what has no room ends in dots."""
    left, y, wide, bottom = at
    camera, body, small = _font(21, 600), _font(23, 400), _font(19, 400)
    for line in _wrapped(ink, "  ·  ".join(panel.camera).upper(), camera, wide, 2):
        ink.text((left, y), line, GRAY, camera)
        y += 31
    notes = [
        (SIGNS[warning.status], line, first)
        for warning in panel.warnings
        for first, line in zip((True, False), _wrapped(ink, warning.text, small, wide - INDENT, 2))
    ]
    kept = min(len(notes), max(2, (bottom - y) // 48))
    room = max(1, (bottom - y - kept * 25 - 8) // 31)
    for line in _shortened(ink, _wrapped(ink, panel.text, body, wide, room + 1), room, body, wide):
        ink.text((left, y), line, INK, body)
        y += 31
    y += 8
    room = max(0, (bottom - y) // 25)
    lines = _shortened(ink, [line for _, line, _ in notes], room, small, wide - INDENT)
    for line, ((sign, color), _, first) in zip(lines, notes):
        if first:
            ink.text((left, y), sign, color, small)
        ink.text((left + INDENT, y), line, color, small)
        y += 25


def _shortened(
    ink: ImageDraw.ImageDraw, lines: list[str], room: int, font: ImageFont.FreeTypeFont, wide: float
) -> list[str]:
    """As many lines as there is room for, the last with dots if there are more."""
    if len(lines) <= room:
        return lines
    return [*lines[: room - 1], _fitting(ink, f"{lines[room - 1]} …", font, wide)] if room else []


def _set(text: str) -> str:
    """A text as it is set: without what cannot be printed, and with true hyphens, for this typeface's hyphen of ASCII is as wide as
    a letter."""
    printable = "".join(c if c.isprintable() else " " for c in text)
    return re.sub(r"(?<=\S)-(?=\S)", "\u2010", printable)


def _wrapped(ink: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, wide: float, most: int) -> list[str]:
    """The first lines of a text, at most so many, no wider than `wide` px; a word that is wider is broken."""
    lines: list[str] = []
    for word in _set(text).split():
        for piece in _pieces(ink, word, font, wide):
            if lines and ink.textlength(f"{lines[-1]} {piece}", font) <= wide:
                lines[-1] += f" {piece}"
            elif len(lines) < most:
                lines.append(piece)
            else:
                return lines
    return lines


def _pieces(ink: ImageDraw.ImageDraw, word: str, font: ImageFont.FreeTypeFont, wide: float) -> Iterator[str]:
    while len(word) > 1 and ink.textlength(word, font) > wide:
        cut = len(word) - 1
        while cut > 1 and ink.textlength(word[:cut], font) > wide:
            cut -= max(1, cut // 8)
        yield word[:cut]
        word = word[cut:]
    yield word


def _fitting(ink: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, wide: float) -> str:
    """A text, shortened with dots if it is wider than `wide` px."""
    if ink.textlength(text, font) <= wide:
        return text
    words = text.removesuffix("…").split()
    while len(words) > 1 and ink.textlength(" ".join(words) + " …", font) > wide:
        words.pop()
    return " ".join(words) + " …"


def _figure(seconds: float) -> str:
    return f"{round(seconds, 1):g}"


def _clock(seconds: float) -> str:
    """ "0:04" of 4 seconds, "0:04.5" of 4.5."""
    whole = round(seconds, 1)
    rest = f"{whole % 60:04.1f}".removesuffix(".0")
    return f"{int(whole // 60)}:{rest}"


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Inter at a size in px and a weight from 100 to 900. Raises NotInstalled if Blender's package, which ships it, is missing."""
    spec = importlib.util.find_spec("bpy")
    found = sorted(Path(spec.origin).parent.glob("*/datafiles/fonts/Inter.woff2")) if spec and spec.origin else []
    if not found:
        raise NotInstalled("Blender's typeface is not here", hint="Run `make setup`.")
    font = ImageFont.truetype(str(found[-1]), size)
    font.set_variation_by_axes([min(32, max(14, size * 72 / DPI)), weight])
    return font
