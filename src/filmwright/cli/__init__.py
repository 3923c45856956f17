"""The command line. Of others' work only click is imported at the top: `filmwright --help` must answer at once.

Exit codes: 0 done · 1 something unforeseen · 2 bad input · 3 something is not installed · 4 an output cannot be written ·
5 the engine failed · 130 stopped by the user.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from filmwright.cli import editing
from filmwright.settings import QUALITIES

if TYPE_CHECKING:
    from filmwright.line import Order
    from filmwright.spec.film import Film
    from filmwright.spec.ledger import Ledger

F = TypeVar("F", bound=Callable[..., Any])


def _size(_: click.Context, option: click.Parameter, value: str) -> tuple[int, int]:
    parts = value.lower().replace("×", "x").split("x")
    if len(parts) != 2 or not all(p.strip().isdigit() for p in parts):
        raise click.BadParameter(f"{value!r} is not WIDTHxHEIGHT, such as 640x360.", param=option)
    return int(parts[0]), int(parts[1])


def film_options(command: F) -> F:
    """The options that say what to make."""
    for option in reversed(
        (
            click.argument("prompt"),
            click.option(
                "--seconds", type=float, help="Length of the film (at most 60). Default: from the text, else 4."
            ),
            click.option(
                "--size", default="640x360", callback=_size, metavar="WxH", show_default=True, help="Frame size."
            ),
            click.option("--fps", default=24, show_default=True, help="Frames a second."),
            click.option(
                "--seed", default=7, show_default=True, help="Another seed, another choice of all that is left open."
            ),
            click.option("--language", help="en, fr, es or de. Default: from the text."),
            click.option(
                "--set",
                "edits",
                multiple=True,
                metavar="PATH=VALUE",
                help="Change one thing: shots.0.camera.move=orbit.",
            ),
            click.option(
                "--llm",
                metavar="URL|MODEL",
                help="Let a language model read the words: its name, an OpenAI-compatible endpoint, or both with | between. "
                "Default: off, or FILMWRIGHT_LLM_MODEL and FILMWRIGHT_LLM_URL.",
            ),
        )
    ):
        command = option(command)
    return command


def _quality_words() -> str:
    """What the qualities are."""
    words = []
    for name, plan in QUALITIES.items():
        every = f"every {plan.stride}{'nd' if plan.stride == 2 else 'th'} frame"
        words.append(
            f"{name}: {plan.key_samples} samples a pixel, {plan.part_samples} on what moves, whole picture {every}"
        )
    return "; ".join(words) + f". Default: {next(iter(QUALITIES))}."


def engine_options(command: F) -> F:
    """The options that say how to make it."""
    for option in reversed(
        (
            click.option("--quality", type=click.Choice(list(QUALITIES)), help=_quality_words()),
            click.option(
                "--engine",
                default="cycles",
                show_default=True,
                help="cycles (path-traced) or sketch (flat colors, quick).",
            ),
            click.option("--json", "as_json", is_flag=True, help="Print events as JSON, one a line."),
        )
    ):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="filmwright")
def cli() -> None:
    """A sentence goes in, a film comes out.

    \b
    filmwright make "A woman in a red coat walks through a snowy pine forest at golden hour"
    filmwright still "Un vieil homme en pull bleu sur la plage" -o still.png
    filmwright explain "…"      what was understood, and what was not
    """


@cli.command()
@film_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("film.mp4"),
    show_default=True,
    help="The film (.mp4).",
)
@click.option(
    "--budget",
    metavar="TIME",
    help="Be done in that time: 3m, 90s, 1h30m. Size, samples and stride are chosen from measured frames.",
)
@click.option("--ray", metavar="ADDRESS", help='Render on a Ray cluster: its address (host:port), or "auto".')
@engine_options
def make(
    output: Path,
    quality: str | None,
    budget: str | None,
    ray: str | None,
    engine: str,
    as_json: bool,
    **what: Any,
) -> None:
    """Make a film from PROMPT: the .mp4, a contact sheet (.jpg), a poster, and a folder with its documents.

    Stopped or killed, it goes on where it was when you run the same command again.
    """
    from filmwright import line, settings
    from filmwright.budget import seconds_of
    from filmwright.cli import show

    if budget is not None and quality is not None:
        raise click.UsageError("--budget and --quality exclude each other: leave one of them out.")
    if ray is not None and engine == "sketch":
        raise click.UsageError("The sketch engine works on this machine alone: leave --ray out.")
    budget_s = None if budget is None else seconds_of(budget)
    order = _order(quality, engine, what)._replace(budget_s=budget_s)
    with show.progress(as_json) as emit:
        tally = show.Tally(emit)
        movie = line.make(order, output, settings.load()._replace(ray=ray), tally)
    if not as_json:
        show.finished(movie, order, tally)


@cli.command()
@film_options
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("still.png"), show_default=True, help="The picture."
)
@click.option("--at", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="When in the film, 0 to 1.")
@engine_options
def still(output: Path, at: float, quality: str | None, engine: str, as_json: bool, **what: Any) -> None:
    """Make one picture of the film of PROMPT."""
    from filmwright import line, settings
    from filmwright.cli import show

    order = _order(quality, engine, what)
    with show.progress(as_json) as emit:
        line.still(order, at, output, settings.load(), emit)
    if not as_json:
        click.echo(f"{output}")


@cli.command("storyboard")
@film_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("board.jpg"),
    show_default=True,
    help="The board (.jpg, .png or .pdf).",
)
@click.option(
    "--quality", type=click.Choice(list(QUALITIES)), help="Render the stills, small, instead of drawing them."
)
@click.option("--json", "as_json", is_flag=True, help="Print events as JSON, one a line.")
def draw_board(output: Path, quality: str | None, as_json: bool, **what: Any) -> None:
    """Draw the storyboard of PROMPT: a still of every shot with its words, length and camera, as pages to print."""
    from filmwright import settings
    from filmwright.cli import show, source, storyboard

    with show.progress(as_json) as emit:
        storyboard.make(source.read(what), output, quality, settings.load(), emit)
    if not as_json:
        click.echo(f"{output}")


@cli.command()
@film_options
@click.option("--json", "as_json", is_flag=True, help='Print {"film": …, "ledger": …}.')
def explain(as_json: bool, **what: Any) -> None:
    """Show what was understood of PROMPT, what is only approximated, and what cannot be staged."""
    film, ledger = _read(what)
    if as_json:
        click.echo(
            f'{{"film": {film.model_dump_json(by_alias=True)}, "ledger": {ledger.model_dump_json(by_alias=True)}}}'
        )
        return
    from filmwright.cli import show

    show.explanation(film, ledger)


@cli.command()
@click.argument("kind", required=False)
def content(kind: str | None) -> None:
    """List all that can be staged, or all of one KIND (people, wardrobe, environments, …)."""
    from filmwright.cli import show

    show.catalogue(kind)


@cli.command()
@click.argument("source", metavar="VIDEO", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("take.json"), show_default=True, help="The take."
)
@click.option("--performer", required=True, metavar="NAME", help="Who moves in it.")
@click.option("--sign", metavar="NAME", help="The performer's signature to the consent; asked for if it is not given.")
def capture(source: Path, output: Path, performer: str, sign: str | None) -> None:
    """Capture how somebody moves in VIDEO (or a .bvh file), for anybody of the cast to move so.

    The performer signs a record of consent; without it no take is made, and none is used.

    \b
    filmwright capture dance.mp4 --performer "Ada Example" -o dance.json
    filmwright make "A robot dances on the beach" --set shots.0.cast.0.action.take=dance.json
    """
    from filmwright.cli import capturing

    capturing.capture(source, output, performer, sign)


@cli.command()
@click.option("--all", "everything", is_flag=True, help="Remove all frames, not only what is over the limit.")
def clean(everything: bool) -> None:
    """Show how much the frames of earlier films take, and free what is over the limit (FILMWRIGHT_FRAMES_GB).

    Films are not touched; frames that are gone are rendered again when a film needs them.
    """
    from filmwright import settings
    from filmwright.cli import check

    check.clean(settings.load(), everything)


@cli.command()
def doctor() -> None:
    """Check this machine: what is installed, what is missing, and the command that mends it."""
    from filmwright.cli import check

    sys.exit(check.report())


for command in editing.COMMANDS:
    cli.add_command(command)


def _read(what: dict[str, Any]) -> tuple[Film, Ledger]:
    """The Film and Ledger of the options, edits applied, every name known."""
    from filmwright.cli import source

    film, ledger, *_ = source.read(what)
    return film, ledger


def _order(quality: str | None, engine: str, what: dict[str, Any]) -> Order:
    from filmwright.engines.base import engine as find_engine
    from filmwright.line import Order

    find_engine(engine)
    film, ledger = _read(what)
    return Order(film, ledger, engine, quality or next(iter(QUALITIES)))


def main() -> None:
    """Run the command line; every foreseen error is one clear message and an exit code, never a traceback."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        _stopped()
    except click.ClickException as e:
        e.show()
        sys.exit(2)
    except click.exceptions.Exit as e:
        sys.exit(e.exit_code)
    except KeyboardInterrupt:
        _stopped()
    except BrokenPipeError:
        sys.exit(0)
    except Exception as e:
        _failed(e)


def _stopped() -> None:
    click.echo("\nStopped. What is finished is kept: run the same command again to go on.", err=True)
    sys.exit(130)


def _failed(error: Exception) -> None:
    from filmwright.errors import FilmwrightError

    if isinstance(error, FilmwrightError):
        click.echo(f"Error: {error}", err=True)
        sys.exit(error.exit_code)
    import tempfile
    import traceback

    if isinstance(error, OSError):
        click.echo(f"Error: {error.strerror or error} ({error.filename or 'a file'}).", err=True)
        sys.exit(4)
    with tempfile.NamedTemporaryFile("w", prefix="filmwright-", suffix=".log", delete=False) as log:
        traceback.print_exception(error, file=log)
    what = f"{type(error).__name__}: {error}"
    click.echo(f"Error: something unforeseen happened ({what}). The details are in {log.name}.", err=True)
    sys.exit(1)
