"""What the terminal shows: progress, tables, the end of a film."""

from __future__ import annotations

import contextlib
import itertools
import math
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.table import Table
from rich.text import Text

from filmwright import registry
from filmwright.budget import in_words
from filmwright.cli.remaining import Remaining
from filmwright.content.camera import ANGLES, SIZES
from filmwright.content.credits import credits
from filmwright.errors import UnknownName
from filmwright.events import (
    Chosen,
    Estimated,
    Event,
    FilmDone,
    FilmStarted,
    FrameDone,
    FrameKept,
    PictureDone,
    Planned,
    Retrying,
    ShotStarted,
    Stepped,
    Waiting,
)
from filmwright.line import Movie, Order
from filmwright.spec.film import Film, spans
from filmwright.spec.ledger import Ledger
from filmwright.spec.shot import Shot

KINDS = ("environments", "people", "wardrobe", "hair", "actions", "moves", "times", "weathers", "looks", "models")
_MARKS = {"staged": ("staged", "green"), "approximated": ("approximated", "yellow"), "unstaged": ("not staged", "red")}


ESTIMATE_EVERY_S = 1.0  # between two estimates in the events; chosen


@contextlib.contextmanager
def progress(as_json: bool) -> Iterator[Callable[[Event], None]]:
    """A function that shows events, from whatever thread they come: a live bar on the terminal, or JSON lines on stdout."""
    one_at_a_time = threading.Lock()

    def locked(see: Callable[[Event], None]) -> Callable[[Event], None]:
        def seen(event: Event) -> None:
            with one_at_a_time:
                see(event)

        return seen

    if as_json:
        yield locked(Lines().see)
        return
    remaining = Remaining()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=28),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        LeftColumn(remaining),
    )
    with Progress(*columns, console=Console(stderr=True), transient=False) as bar:
        yield locked(Live(bar, remaining).see)


class Lines:
    """Events as JSON, one a line, and from time to time how long the film will still take."""

    def __init__(self) -> None:
        self._remaining = Remaining()
        self._said = -math.inf

    def see(self, event: Event) -> None:
        """Print one event."""
        click.echo(event.model_dump_json())
        self._remaining.see(event)
        if not isinstance(event, FrameDone | PictureDone) or time.monotonic() - self._said < ESTIMATE_EVERY_S:
            return
        left = self._remaining.seconds()
        if left is not None:
            self._said = time.monotonic()
            click.echo(Estimated(eta_s=round(left, 1)).model_dump_json())


class LeftColumn(ProgressColumn):
    """The time that is left, or nothing while it is unknown."""

    max_refresh = 0.5

    def __init__(self, remaining: Remaining) -> None:
        self._remaining = remaining
        super().__init__()

    def render(self, task: Task) -> Text:
        """The text of the column."""
        left = None if task.finished else self._remaining.seconds()
        return Text("" if left is None else f"{in_words(left)} left", style="progress.remaining")


class Tally:
    """Passes events on and counts the frames that were rendered whole, in part, and were there already."""

    def __init__(self, emit: Callable[[Event], None]) -> None:
        self._emit = emit
        self.whole = self.parts = self.kept = 0
        self.seconds = 0.0

    def __call__(self, event: Event) -> None:
        if isinstance(event, FrameDone):
            self.whole += event.whole
            self.parts += not event.whole
        elif isinstance(event, FrameKept):
            self.kept += 1
        elif isinstance(event, FilmDone):
            self.seconds = event.seconds
        self._emit(event)

    def words(self) -> str:
        """What was done, in one line."""
        made = f"{self.whole} frames rendered whole, {self.parts} in part, {self.kept} kept from before"
        return f"{made}, in {in_words(self.seconds)}"


class Live:
    """The progress bar of a film: which shot, how many frames, frames a second over the last ten."""

    def __init__(self, bar: Progress, remaining: Remaining) -> None:
        self.bar = bar
        self.remaining = remaining
        self.task = bar.add_task("reading", total=None, rate="")
        self.shots = 1
        self.shot = 0
        self.counts: list[int] = []  # frames of each shot
        self.ends: list[int] = []  # frames up to the end of each shot
        self.times: deque[float] = deque(maxlen=10)

    def see(self, event: Event) -> None:
        """Show one event."""
        self.remaining.see(event)
        if isinstance(event, FilmStarted):
            self.shots = len(event.frames)
            self._count(event.frames)
            self.bar.update(self.task, description=self._shot("staging"), completed=0)
        elif isinstance(event, ShotStarted):
            self.shot = event.shot
            if self.bar.tasks[0].total is None:
                self.bar.update(self.task, total=event.frames)
            self.bar.update(self.task, description=self._shot("building"))
        elif isinstance(event, Planned) and self.counts:  # a trimmed shot needs frames besides those it shows
            self._count([*self.counts[: self.shot], event.whole + event.parts, *self.counts[self.shot + 1 :]])
        elif isinstance(event, Stepped):
            self.bar.update(self.task, description=self._shot(event.step))
        elif isinstance(event, FrameDone):
            self.times.append(time.monotonic())
            self.bar.update(self.task, description=self._shot("rendering"), advance=1, rate=self._rate())
        elif isinstance(event, FrameKept):
            self.bar.update(self.task, advance=1)
        elif isinstance(event, PictureDone):
            self._finishing(event.picture + 1)
        else:
            self._print(event)

    def _count(self, frames: Sequence[int]) -> None:
        """So many frames are to be made of each shot."""
        self.counts, self.ends = list(frames), list(itertools.accumulate(frames))
        self.bar.update(self.task, total=self.ends[-1])

    def _print(self, event: Event) -> None:
        """What is worth a line of its own."""
        if isinstance(event, Chosen):
            self.bar.console.print(choice(event, self.shots), highlight=False, soft_wrap=True)
        elif isinstance(event, Waiting):
            self.bar.console.print(f"[yellow]another run is at work in {event.where}: waiting for it to end[/]")
        elif isinstance(event, Retrying):
            self.bar.console.print(f"[yellow]{event.reason}: starting it again for the missing frames[/]")

    def _finishing(self, pictures: int) -> None:
        """So many pictures are in the film; worth saying once all the frames they wait for are made."""
        made = self.bar.tasks[0].completed
        if self.ends and made >= self.ends[self.shot] > pictures:
            step = f"finishing, {self.ends[self.shot] - pictures} pictures left"
            self.bar.update(self.task, description=self._shot(step), rate="")

    def _shot(self, step: str) -> str:
        return f"shot {self.shot + 1} of {self.shots}: {step}"

    def _rate(self) -> str:
        if len(self.times) < 2:
            return ""
        seconds = (self.times[-1] - self.times[0]) / (len(self.times) - 1)
        return f"{1 / seconds:.2f} frames/s" if seconds > 0 else ""


def choice(chosen: Chosen, shots: int = 1) -> str:
    """How a shot will be made so that the film is done in time, in one line."""
    size = "full size" if chosen.scale == 1 else f"{100 * chosen.scale:.0f} % of the size"
    stride = {1: "every frame", 2: "every 2nd frame", 3: "every 3rd frame"}.get(
        chosen.stride, f"every {chosen.stride}th frame"
    )
    shot = f"shot {chosen.shot + 1}: " if shots > 1 else ""
    made = (
        f"{chosen.key_samples} samples ({chosen.part_samples} on what moves), whole picture at least {stride}, {size}"
    )
    budget = in_words(chosen.budget_s)
    if chosen.expected_s is None:
        return f"{shot}budget {budget}: {made}; as chosen before"
    expected = in_words(chosen.expected_s)
    if not chosen.enough:
        return f"[yellow]{shot}budget {budget} is too short: at the least it takes {expected}[/] ({made})"
    return f"{shot}budget {budget}: {made}; expected {expected}"


def finished(movie: Movie, order: Order, tally: Tally) -> None:
    """Where everything is, what was done for it, and what of the text did not make it into the picture."""
    console = Console()
    seconds = movie.frames / order.film.fps
    console.print(f"[bold]{movie.path}[/]  {movie.frames} frames, {seconds:g} s", highlight=False)
    console.print(tally.words(), highlight=False)
    console.print(
        f"contact sheet {movie.sheet}, poster {movie.poster}, frames and documents in {movie.folder}", highlight=False
    )
    for credit in credits(order.film):
        console.print(f"  [cyan]credit[/]: {escape(credit.words)}", highlight=False)
    for status in ("approximated", "unstaged"):
        for entry in order.ledger.having(status):
            label, color = _MARKS[status]
            console.print(f"  [{color}]{label}[/]: “{entry.text}” — {entry.reason}", highlight=False)


def explanation(film: Film, ledger: Ledger) -> None:
    """The Film and the Ledger as readable tables."""
    console = Console()
    for index, (shot, span) in enumerate(zip(film.shots, spans(film), strict=True)):
        console.print(
            f"[bold]Shot {index + 1}[/]  {span.pictures / film.fps:.4g} s  {shot.place.kind}, {shot.light.time}, {shot.weather.kind}  "
            f"camera: {shot.camera.size or 'auto'}, {shot.camera.angle}, {', then '.join(shot.camera.moves)}"
            + (f", {shot.camera.lens_mm:g} mm" if shot.camera.lens_mm else "")
            + edited(shot),
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


def edited(shot: Shot) -> str:
    """What was done to a shot after it was made, in a few words; nothing if nothing was."""
    words = []
    if shot.cut is not None and (shot.cut.from_s or shot.cut.to_s is not None):
        end = shot.seconds if shot.cut.to_s is None else min(shot.cut.to_s, shot.seconds)
        words.append(f"{shot.cut.from_s:g} to {end:.4g} s of {shot.seconds:.4g}")
    if shot.cut is not None and shot.cut.rate != 1:
        words.append(f"played {shot.cut.rate:.3g} times as fast")
    if shot.into is not None:
        words.append(
            f"then a dissolve of {shot.into.seconds:g} s" if shot.into.kind == "dissolve" else "then a match cut"
        )
    return "".join(f"; {word}" for word in words)


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
    if isinstance(value, Shot):
        return f"shot {film.shots.index(value) + 1}"
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
                module = registry.find(f"filmwright.content.{name}", item)
                called = ", ".join(getattr(module, "WORDS", ())[:6])
                table.add_row(item, f"{called}  {escape(module.__doc__ or '')}" if name == "models" else called)
        console.print(table)
        console.print()
