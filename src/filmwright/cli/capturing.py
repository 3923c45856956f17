"""`filmwright capture`: a video becomes a take, with the performer's consent."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from filmwright.capture import captured
from filmwright.errors import BadInput, CannotWrite
from filmwright.spec.mocap import STATEMENT, signed


def capture(source: Path, output: Path, performer: str, sign: str | None) -> None:
    """Make the take at `output`. Raises BadInput if nobody consents or nobody is seen, CannotWrite."""
    if output.suffix.lower() != ".json":
        raise CannotWrite("A take is written as .json", where=str(output), hint=f"Try -o {output.stem or 'take'}.json.")
    if not output.parent.is_dir():
        raise CannotWrite("The folder does not exist", where=str(output.parent))
    performer = performer.strip()
    if sign is None:
        click.echo(STATEMENT.format(performer=performer))
        sign = click.prompt("To sign, the performer writes their name", default="", show_default=False)
    if not performer or sign.strip().casefold() != performer.casefold():
        hint = f'The performer signs with the name given as --performer, "{performer}".'
        raise BadInput("Without the performer's consent there is no take", where="--sign", hint=hint)
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("finding the joints", total=1.0)
        take = captured(source, lambda share: bar.update(task, completed=share))
    take = signed(take, performer, datetime.date.today().isoformat())
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_text(take.model_dump_json(by_alias=True), encoding="utf-8")
        os.replace(part, output)
    except OSError as e:
        raise CannotWrite(f"The take cannot be written: {e.strerror}", where=str(output)) from e
    length_s = (len(take.points) - 1) / take.fps
    click.echo(f"{output}  {len(take.points)} moments, {length_s:.3g} s, by {performer}")
