"""What the terminal shows: progress, tables, the end of a film."""

from __future__ import annotations

import contextlib
import importlib
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Table

from filmwright import registry
from filmwright.content.camera import ANGLES, SIZES
from filmwright.errors import UnknownName
from filmwright.events import Event, FilmStarted, FrameDone, FrameKept, Retrying, ShotStarted, Stepped, Waiting
from filmwright.line import Movie, Order
from filmwright.spec.film import Film
from filmwright.spec.ledger import Ledger

KINDS = ("environments", "people", "wardrobe", "hair", "actions", "moves", "times", "weathers", "looks")
_MARKS = {"staged": ("staged", "green"), "approximated": ("approximated", "yellow"), "unstaged": ("not staged", "red")}


@contextlib.contextmanager
def progress(as_json: bool) -> Iterator[Callable[[Event], None]]:
    """A function that shows events: a live bar on the terminal, or JSON lines on stdout."""
    if as_json:
        yield lambda event: click.echo(event.model_dump_json())
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=28),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    with Progress(*columns, console=Console(stderr=True), transient=False) as bar:
        yield Live(bar).see


class Live:
    """The progress bar of a film: which shot, how many frames, frames a second over the last ten."""

    def __init__(self, bar: Progress) -> None:
        self.bar = bar
        self.task = bar.add_task("reading", total=None, rate="")
        self.shots = 1
        self.shot = 0
        self.times: deque[float] = deque(maxlen=10)

    def see(self, event: Event) -> None:
        """Show one event."""
        if isinstance(event, FilmStarted):
            self.shots = len(event.frames)
            self.bar.update(self.task, total=sum(event.frames), completed=0)
        elif isinstance(event, ShotStarted):
            self.shot = event.shot
            if self.bar.tasks[0].total is None:
                self.bar.update(self.task, total=event.frames)
            self.bar.update(self.task, description=self._shot("building"))
        elif isinstance(event, Stepped):
            self.bar.update(self.task, description=self._shot(event.step))
        elif isinstance(event, FrameDone):
            self.times.append(time.monotonic())
            self.bar.update(self.task, description=self._shot("rendering"), advance=1, rate=self._rate())
        elif isinstance(event, FrameKept):
            self.bar.update(self.task, advance=1)
        elif isinstance(event, Waiting):
            self.bar.console.print(f"[yellow]another run is at work in {event.where}: waiting for it to end[/]")
        elif isinstance(event, Retrying):
            self.bar.console.print(f"[yellow]{event.reason}: starting it again for the missing frames[/]")

    def _shot(self, step: str) -> str:
        return f"shot {self.shot + 1} of {self.shots}: {step}"

    def _rate(self) -> str:
        if len(self.times) < 2:
            return ""
        seconds = (self.times[-1] - self.times[0]) / (len(self.times) - 1)
        return f"{1 / seconds:.2f} frames/s" if seconds > 0 else ""


def finished(movie: Movie, order: Order) -> None:
    """Where everything is, and what of the text did not make it into the picture."""
    console = Console()
    seconds = movie.frames / order.film.fps
    console.print(f"[bold]{movie.path}[/]  {movie.frames} frames, {seconds:g} s", highlight=False)
    console.print(
        f"contact sheet {movie.sheet}, poster {movie.poster}, frames and documents in {movie.folder}", highlight=False
    )
    for status in ("approximated", "unstaged"):
        for entry in order.ledger.having(status):
            label, color = _MARKS[status]
            console.print(f"  [{color}]{label}[/]: “{entry.text}” — {entry.reason}", highlight=False)


def explanation(film: Film, ledger: Ledger) -> None:
    """The Film and the Ledger as readable tables."""
    console = Console()
    for index, shot in enumerate(film.shots):
        console.print(
            f"[bold]Shot {index + 1}[/]  {shot.seconds:g} s  {shot.place.kind}, {shot.light.time}, {shot.weather.kind}  "
            f"camera: {shot.camera.size or 'auto'}, {shot.camera.angle}, {shot.camera.move}"
            + (f", {shot.camera.lens_mm:g} mm" if shot.camera.lens_mm else ""),
            highlight=False,
        )
    table = Table(show_edge=False, pad_edge=False)
    for column in ("text", "became", "status", "why"):
        table.add_column(column)
    for entry in ledger.entries:
        label, color = _MARKS.get(entry.status, ("chosen", "cyan"))
        became = f"{entry.path} = {_value(film, entry.path)}" if entry.path else ""
        table.add_row(entry.text, became, f"[{color}]{label}[/]", entry.reason or "")
    console.print(table)


def _value(film: Film, path: str) -> str:
    """What stands at a path of the Film, in a few words."""
    value: object = film
    for step in path.split("."):
        if isinstance(value, tuple) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        elif hasattr(value, step):
            value = getattr(value, step)
        else:
            return "…"
    kind = getattr(value, "kind", None)
    if kind is not None:
        more = (getattr(value, "color", None), getattr(value, "material", None), getattr(value, "manner", None))
        return " ".join(str(x) for x in (*more, kind) if x)
    return str(value)


def catalogue(kind: str | None) -> None:
    """List the content by kind. Raises UnknownName."""
    tables = {"sizes": tuple(SIZES), "angles": tuple(ANGLES)}
    if kind is not None and kind not in (*KINDS, *tables):
        raise UnknownName("kind of content", kind, (*KINDS, *tables), where="content")
    console = Console(width=None if sys.stdout.isatty() else 120)
    for name in (kind,) if kind else (*KINDS, *tables):
        table = Table(title=name, title_justify="left", show_edge=False, pad_edge=False, show_header=False)
        table.add_column("name", no_wrap=True, style="bold")
        table.add_column("words")
        if name in tables:
            for item in tables[name]:
                words = (SIZES[item] if name == "sizes" else ANGLES[item]).words
                table.add_row(item, ", ".join(words[:5]))
        else:
            for item in registry.names(f"filmwright.content.{name}"):
                module = importlib.import_module(f"filmwright.content.{name}.{item}")
                table.add_row(item, ", ".join(getattr(module, "WORDS", ())[:6]))
        console.print(table)
        console.print()
