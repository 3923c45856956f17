"""The folder beside a film: its documents and the frames of its shots, so that a second run continues the first."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from filmwright import __version__
from filmwright.errors import CannotWrite
from filmwright.scene.stage import Stage, fingerprint
from filmwright.spec.film import Film
from filmwright.spec.ledger import Entry, Ledger


def open_folder(path: Path) -> Path:
    """The take folder of a film at `path` ("film.mp4" → "film.take"), made if its parent exists. Raises CannotWrite."""
    if path.suffix.lower() != ".mp4":
        raise CannotWrite("A film is written as .mp4", where=str(path), hint=f"Try -o {path.stem or 'film'}.mp4.")
    if not path.parent.is_dir():
        raise CannotWrite("The folder does not exist", where=str(path.parent), hint=f"Make it: mkdir -p {path.parent}")
    if path.is_dir():
        raise CannotWrite("There is a folder of that name", where=str(path), hint="Choose another file with -o.")
    folder = path.with_suffix(".take")
    try:
        folder.mkdir(exist_ok=True)
        probe = folder / ".probe"
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as e:
        raise CannotWrite(
            f"The folder cannot be written: {e.strerror}", where=str(path.parent), hint="Choose another with -o."
        ) from e
    return folder


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for one still, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="filmwright-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def frames_folder(folder: Path, index: int, stage: Stage, engine: str, quality: str) -> Path:
    """Where the frames of a shot belong. The name carries the content hash of the staged shot: an edited shot gets new frames,
    an unchanged one finds its old ones."""
    return folder / f"shot-{index + 1:02d}-{fingerprint(stage)}-{engine}-{quality}" / "frames"


def write_documents(folder: Path, film: Film, ledger: Ledger, engine: str, quality: str) -> None:
    """film.json, ledger.json and settings.json. Raises CannotWrite."""
    for name, text in tags(film, ledger, engine, quality).items():
        if not name.startswith("filmwright."):
            continue
        path = folder / f"{name.split('.')[1]}.json"
        try:
            part = path.with_suffix(".part")
            part.write_text(text, encoding="utf-8")
            os.replace(part, path)
        except OSError as e:
            raise CannotWrite(f"The film's documents cannot be written: {e.strerror}", where=str(path)) from e


def tags(film: Film, ledger: Ledger, engine: str, quality: str) -> dict[str, str]:
    """What is embedded in the movie file: title, and Film, Ledger and settings as JSON."""
    return {
        "title": film.prompt[:200],
        "filmwright.film": film.model_dump_json(by_alias=True),
        "filmwright.ledger": ledger.model_dump_json(by_alias=True),
        "filmwright.settings": f'{{"filmwright":"{__version__}","engine":"{engine}","quality":"{quality}"}}',
    }


def noted(ledger: Ledger, index: int, notes: tuple[str, ...]) -> Ledger:
    """The ledger with what staging had to bend."""
    more = tuple(Entry(text=n, path=f"shots.{index}", status="approximated", reason=n) for n in notes)
    return ledger.model_copy(update={"entries": ledger.entries + more})
