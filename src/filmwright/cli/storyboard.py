"""`filmwright storyboard`: a still of every shot on printed pages."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from filmwright import line
from filmwright.cli.source import Source
from filmwright.engines import sketch
from filmwright.engines.base import Emit
from filmwright.errors import CannotWrite
from filmwright.events import FilmDone, FilmStarted, FrameDone, ShotStarted
from filmwright.movie.board import Panel, Warning, drawn, pages, save
from filmwright.reading.shots import Stretch, part
from filmwright.scene.stage import Stage
from filmwright.settings import Settings
from filmwright.spec.film import Film, Span, spans
from filmwright.spec.ledger import Ledger
from filmwright.spec.shot import Shot

SUFFIXES = (".jpg", ".jpeg", ".png", ".pdf")
DRAWN_PX, RENDERED_PX = (
    960,
    384,
)  # the longer side of a still: drawn (its ink is tuned to that), and rendered within seconds
TITLE_WORDS = 9


def make(source: Source, path: Path, quality: str | None, settings: Settings, emit: Emit) -> None:
    """Write the board of a film. Without a quality the stills are drawn; with one they are rendered, small. Raises CannotWrite
    before anything is drawn if the board cannot go to `path`."""
    if path.suffix.lower() not in SUFFIXES:
        raise CannotWrite(
            f"A board is no {path.suffix or 'file without an ending'}", where=str(path), hint="Use .jpg, .png or .pdf."
        )
    if not path.parent.is_dir():
        raise CannotWrite("The folder does not exist", where=str(path.parent), hint=f"Make it: mkdir -p {path.parent}")
    start = time.monotonic()
    film = source.film
    emit(FilmStarted(frames=(1,) * len(film.shots), folder=str(path.parent)))
    panels = list(_panels(source, quality, settings, emit))
    total = sum(panel.seconds for panel in panels)
    shots = f"{len(panels)} shot{'s' if len(panels) > 1 else ''}"
    facts = (shots, f"{total:g} s", f"{film.size[0]} × {film.size[1]}", f"{film.fps} fps")
    save(pages(panels, source.title or _title(film), facts), path)
    emit(FilmDone(path=str(path), frames=len(panels), seconds=round(time.monotonic() - start, 2)))


def _panels(source: Source, quality: str | None, settings: Settings, emit: Emit) -> Iterator[Panel]:
    film = source.film
    small = film.model_copy(update={"size": _still_size(film.size, DRAWN_PX if quality is None else RENDERED_PX)})
    texts = [shot.own_words for shot in source.shots] or shot_texts(film, source.ledger)
    scenes = [shot.heading for shot in source.shots] or [""] * len(film.shots)
    shown = spans(film)
    begins = 0.0
    for index, staged in enumerate(line.staging_ahead(small, settings)):
        emit(ShotStarted(shot=index, frames=1))
        start = time.monotonic()
        frame = round(shown[index].moment(shown[index].pictures // 2))
        if quality is None:
            picture = drawn(sketch.draw(staged.stage, frame))
        else:
            picture = _rendered(small, index, quality, settings, shown)
        emit(FrameDone(frame=0, seconds=round(time.monotonic() - start, 3)))
        shot, seconds = film.shots[index], (shown[index].pictures - shown[index].over) / film.fps
        bent = (Warning("approximated", note) for note in staged.notes)
        notes = (*warnings(film, source.ledger, index), *bent)
        camera = camera_words(shot, staged.stage, frame)
        yield Panel(picture, texts[index], begins, seconds, camera, shot.camera.move, notes, scenes[index])
        begins += seconds


def _rendered(film: Film, index: int, quality: str, settings: Settings, shown: list[Span]) -> NDArray[np.uint8]:
    """The middle of a shot, path-traced."""
    before = sum(span.pictures - span.over for span in shown[:index])
    total = sum(span.pictures - span.over for span in shown)
    at = (before + shown[index].pictures // 2) / max(1, total - 1)
    order = line.Order(film, Ledger(), "cycles", quality)
    with tempfile.TemporaryDirectory(prefix="filmwright-") as folder:
        path = line.still(order, min(1.0, at), Path(folder) / "still.png", settings, lambda event: None)
        return np.asarray(Image.open(path).convert("RGB"))


def _still_size(size: tuple[int, int], longer_px: int) -> tuple[int, int]:
    scale = longer_px / max(size)
    width, height = (max(64, 2 * round(side * scale / 2)) for side in size)
    return width, height


def shot_texts(film: Film, ledger: Ledger) -> list[str]:
    """What the text says of each shot, without labels; of a film without a text, what the document says."""
    stretches = _of_shots(film)
    if stretches:
        return [" ".join(film.prompt[slice(*s.body)].split()).strip("*_: ") for s in stretches]
    texts = []
    for index, shot in enumerate(film.shots):
        ends = [e.span for e in ledger.entries if e.span and _of_shot(e.path, index)]
        said = film.prompt[min(a for a, _ in ends) : max(b for _, b in ends)] if ends else ""
        texts.append(" ".join(said.split()) or told(shot))
    return texts


def _of_shots(film: Film) -> list[Stretch]:
    """The stretches of the prompt, one a shot; empty if they are not as many, as after a shot was cut out."""
    stretches = [s for s in part(film.prompt) if not s.common and film.prompt[slice(*s.body)].strip()]
    return stretches if len(stretches) == len(film.shots) else []


def told(shot: Shot) -> str:
    """A shot in a few words: "Woman walks. Beach, noon, clear." """
    people = ", ".join(
        " ".join(filter(None, (str(m.count) if m.count > 1 else "", m.kind, m.action.kind if m.action else "")))
        for m in shot.cast
    )
    world = ", ".join((shot.place.kind, shot.light.time, shot.weather.kind))
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in (people, world) if part).replace("_", " ")


def camera_words(shot: Shot, stage: Stage, frame: int) -> tuple[str, ...]:
    """The camera as a slate has it: size, angle, lens, stop, move."""
    camera = shot.camera
    steps = [(camera.move, camera.speed), *((step.move, step.speed) for step in camera.then)]
    move = ", then ".join(name if speed is None else f"{name}, {speed}" for name, speed in steps)
    pace = "" if shot.pace == 1 else "slow motion" if shot.pace < 1 else "time lapse"
    words = (
        camera.size or "", camera.angle if camera.angle != "eye_level" else "", f"{float(stage.camera.focal_mm[frame]):.0f} mm",
        f"f/{camera.f_stop:g}" if camera.f_stop else "", move, pace,
    )  # fmt: skip
    return tuple(word.replace("_", " ") for word in words if word)


def warnings(film: Film, ledger: Ledger, index: int) -> list[Warning]:
    """What of a shot's text is not shown as it was asked for; words with one reason together."""
    stretches = _of_shots(film)
    found: dict[tuple[str, str], list[str]] = {}
    for entry in ledger.entries:
        if entry.status not in ("approximated", "unstaged"):
            continue
        here = _of_shot(entry.path, index)
        if entry.path is None and entry.span is not None:
            inside = stretches and stretches[index].start <= entry.span[0] < stretches[index].end
            here = bool(inside) or len(film.shots) == 1
        if here:
            texts = found.setdefault((entry.status, entry.reason or ""), [])
            if entry.text and entry.text not in (entry.reason, *texts):
                texts.append(entry.text)
    return [
        Warning(
            "unstaged" if status == "unstaged" else "approximated", f"{', '.join(texts)}: {reason}" if texts else reason
        )
        for (status, reason), texts in found.items()
    ]


def _of_shot(path: str | None, index: int) -> bool:
    return path is not None and (path == f"shots.{index}" or path.startswith(f"shots.{index}."))


def _title(film: Film) -> str:
    """The first words of the text."""
    stretches = part(film.prompt)
    words = (film.prompt[slice(*stretches[0].body)] if stretches else told(film.shots[0])).strip(" *_:").split()
    short = " ".join(words[:TITLE_WORDS])
    return f"{short} …" if len(words) > TITLE_WORDS else short.rstrip(" .,;:")
