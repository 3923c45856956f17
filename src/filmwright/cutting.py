"""The film being cut while its frames are still being made: a thread develops and encodes each picture as it can be."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from filmwright.events import Event, PictureDone
from filmwright.finish.pictures import Shown, finished
from filmwright.movie.encode import encode, publish
from filmwright.movie.sheet import contact_sheet, keeping, moments, save
from filmwright.shoot import Shooting
from filmwright.spec.film import Film, picture_count


class Cutting:
    """Takes the shots of a film one after another and makes the file."""

    def __init__(self, film: Film, path: Path, emit: Callable[[Event], None]) -> None:
        self.film, self.path, self.emit = film, path, emit
        self.total = picture_count(film)
        self.raw = path.with_name(f".{path.stem}.raw{path.suffix}")
        self._shots: queue.SimpleQueue[tuple[Shown, threading.Event] | None] = queue.SimpleQueue()
        self._kept: dict[int, NDArray[np.uint8]] = {}
        self._pool = ThreadPoolExecutor(1)
        self._encoding: Future[int] | None = None

    def __enter__(self) -> Cutting:
        self._encoding = self._pool.submit(self._encode)
        return self

    def __exit__(self, *_: object) -> None:
        self._shots.put(None)
        self._pool.shutdown()
        self.raw.unlink(missing_ok=True)

    @contextlib.contextmanager
    def shot(self, shown: Shown) -> Iterator[None]:
        """The next shot. Inside, its frames are made; on leaving, all its pictures are in the film. Raises what the cutting
        raised."""
        done = threading.Event()
        self._shots.put((shown, done))
        try:
            yield
        finally:
            if isinstance(shown.supply, Shooting):
                shown.supply.stop()
            assert self._encoding is not None
            while not done.wait(0.05) and not self._encoding.done():
                pass
        if self._encoding.done() and not done.is_set():
            self._encoding.result()

    def finish(self, tags: dict[str, str]) -> tuple[Path, Path]:
        """Put the film in its place with its tags, contact sheet and poster beside it; the paths of these two."""
        self._shots.put(None)
        assert self._encoding is not None
        self._encoding.result()
        sheet, poster = self.path.with_suffix(".jpg"), self.path.with_name(f"{self.path.stem}-poster.jpg")
        publish(self.raw, self.path, tags)
        contact_sheet([self._kept[k] for k in moments(self.total)], sheet)
        save(self._kept[self.total // 2], poster)
        return sheet, poster

    def _encode(self) -> int:
        wanted = {*moments(self.total), self.total // 2}
        pictures = keeping(finished(self.film, self._coming()), wanted, self._kept)
        return encode(self._told(pictures), self.raw, size=self.film.size, fps=self.film.fps)

    def _told(self, pictures: Iterator[NDArray[np.uint8]]) -> Iterator[NDArray[np.uint8]]:
        """The pictures; each is said to be done when the next is asked for."""
        for number, picture in enumerate(pictures):
            yield picture
            self.emit(PictureDone(picture=number))

    def _coming(self) -> Iterator[Shown]:
        """The shots as they come; each is done when the next is asked for."""
        while (item := self._shots.get()) is not None:
            shown, done = item
            yield shown
            done.set()
